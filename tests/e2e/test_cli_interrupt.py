"""A search that is stopped or killed goes on, and ends as if it had not been."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import resource
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from autonas.storage import StudyStore

TOY = Path(__file__).parents[1] / "toy.py"
SEARCH = ("search", "--study", str(TOY), "--device", "cpu", "--trials", "4")
SLOW = (*SEARCH, "--set", "trainer.seconds=2")  # the same study, so that there is time to stop it

Results = list[tuple[object, ...]]


def results(folder: Path) -> Results:
    """What must not depend on interruptions."""
    with StudyStore.open(f"sqlite:///{folder}/autonas.db", "toy") as store:
        return [(r.number, r.state, r.genome, r.values, r.generation, r.origin) for r in store.records()]


def stop_in_second_candidate(folder: Path, stop: Callable[[int], None]) -> tuple[int, str]:
    """Starts a search, stops it while its second candidate trains, and returns exit code and output."""
    search = subprocess.Popen(
        [sys.executable, "-m", "autonas.cli", *SLOW],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,  # a process group, as a terminal makes one for each command
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # tests in the background have it ignored
    )
    assert search.stdout is not None
    lines = []
    for line in search.stdout:
        lines.append(line)
        if line.startswith("trial   0 "):
            break
    time.sleep(0.5)
    stop(search.pid)
    rest, _ = search.communicate(timeout=120)
    return search.returncode, "".join(lines) + rest


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory: pytest.TempPathFactory) -> Results:
    folder = tmp_path_factory.mktemp("uninterrupted")
    subprocess.run([sys.executable, "-m", "autonas.cli", *SEARCH], cwd=folder, check=True, capture_output=True)
    return results(folder)


def test_ctrl_c_says_how_to_go_on_and_the_result_is_the_same(autonas, uninterrupted):
    code, text = stop_in_second_candidate(autonas.folder, lambda pid: os.killpg(pid, signal.SIGINT))
    assert code == 130
    assert "interrupted after 1 of 4 trials; the same command goes on\n  autonas search --study" in text
    assert "Traceback" not in text
    assert [result[1] for result in results(autonas.folder)] == ["complete", "waiting"]
    text = autonas(*SEARCH)
    assert "going on after 1 finished candidate" in text
    assert results(autonas.folder) == uninterrupted


def test_ctrl_c_on_the_way_out_shows_no_traceback():
    leaving = "lambda: (print('leaving', flush=True), time.sleep(60))"
    python = f"import atexit, sys, time; atexit.register({leaving}); from autonas.cli import main; main()"
    command = subprocess.Popen(
        [sys.executable, "-c", python, "--version"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert command.stdout is not None
    shown = list(iter(command.stdout.readline, "leaving\n"))
    command.send_signal(signal.SIGINT)
    rest, _ = command.communicate(timeout=60)
    assert len(shown) == 1
    assert rest == ""
    assert command.returncode == -signal.SIGINT


def test_kill_9_loses_no_finished_candidate_and_the_result_is_the_same(autonas, uninterrupted):
    code, _ = stop_in_second_candidate(autonas.folder, lambda pid: os.kill(pid, signal.SIGKILL))
    assert code == -signal.SIGKILL
    assert [result[1] for result in results(autonas.folder)] == ["complete", "running"]
    status = autonas("status")
    assert "1 of 4" in status
    assert "stopped" in status
    text = autonas(*SEARCH)
    assert results(autonas.folder) == uninterrupted
    assert "\x1b" not in text  # piped output is plain
    assert "\r" not in text


def test_a_disk_that_fills_up_loses_nothing(autonas, uninterrupted):
    def only_little() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))  # bytes of a file: the database grows beyond

    full = subprocess.run(
        [sys.executable, "-m", "autonas.cli", *SEARCH],
        cwd=autonas.folder,
        capture_output=True,
        text=True,
        preexec_fn=only_little,
    )
    assert full.returncode == 1
    assert "error: the storage sqlite:///autonas.db failed: d" in full.stderr  # disk I/O error; disk is full
    assert len(full.stderr.splitlines()) == 2
    autonas(*SEARCH)
    assert results(autonas.folder) == uninterrupted


def test_a_study_that_is_searched_is_not_searched_twice(autonas):
    refusals = []

    def start_another(pid: int) -> None:
        os.kill(pid, signal.SIGSTOP)  # it shall not end before the other has started
        refusals.append(autonas(*SEARCH, code=2))
        os.kill(pid, signal.SIGCONT)
        os.killpg(pid, signal.SIGINT)

    stop_in_second_candidate(autonas.folder, start_another)
    assert "error: study 'toy' is being searched by process" in refusals[0]
    assert "hint: wait for it or stop it" in refusals[0]


def test_ctrl_c_in_a_terminal_takes_the_live_view_away(autonas):
    """As a person sees it: the view is there while it runs, then only lines that stand, and the cursor."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    search = subprocess.Popen(
        [sys.executable, "-m", "autonas.cli", *SEARCH, "--set", "trainer.seconds=0.5"],
        cwd=autonas.folder,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")} | {"TERM": "xterm"},
        start_new_session=True,
        preexec_fn=lambda: (fcntl.ioctl(0, termios.TIOCSCTTY, 0), signal.signal(signal.SIGINT, signal.SIG_DFL)),
    )
    os.close(theirs)
    text = ""
    with contextlib.suppress(OSError):  # the end of a terminal
        while part := os.read(ours, 65536):
            text += part.decode(errors="replace")
            if "front 2 of 2" in text and "\x03" not in text:
                os.write(ours, b"\x03")
                text += "\x03"
    os.close(ours)
    assert search.wait(60) == 130
    shown, _, after = text.partition("\x03")
    assert "trial   1  bits per byte" in shown
    assert "/4 candidates" in shown
    assert "hypervolume" in shown
    end = after[after.rindex("\x1b[?25h") :]  # the cursor is back
    assert "\x1b[2K" in end, "the view is taken away"
    assert "interrupted after" in end
    assert "candidates" not in end
