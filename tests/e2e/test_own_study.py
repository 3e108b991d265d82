"""A study in plain Python: the example of docs/extending.md, its commands and suites, and kill -9."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from autonas.resolve import resolve_study
from autonas.runs import Place
from autonas.search import run_search
from autonas.storage import StudyStore

ROOT = Path(__file__).parents[2]
TOY = str(ROOT / "tests" / "toy.py")
SEARCH = str(ROOT / "tests" / "toy_search.py")
DOCS = (ROOT / "docs" / "extending.md").read_text()


def code_blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", DOCS, flags=re.DOTALL | re.MULTILINE)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "mine.py").write_text(code_blocks("python")[0])
    monkeypatch.chdir(tmp_path)
    return tmp_path


def autonas(*arguments: str) -> subprocess.CompletedProcess:
    """Runs a command as a user does."""
    return subprocess.run(
        [sys.executable, "-m", "autonas.cli", *arguments], capture_output=True, text=True, timeout=300
    )


def essence(url: str, name: str) -> list[tuple[object, ...]]:
    with StudyStore.open(url, name) as store:
        return [(r.number, r.state, dict(r.genome), r.values, r.generation, r.reason) for r in store.records()]


@pytest.mark.usefixtures("folder")
def test_every_command_of_the_docs_works():
    (commands,) = code_blocks("console")
    lines = [line.removeprefix("$ autonas ") for line in commands.splitlines()]
    assert len(lines) == 4
    for line in lines:
        done = autonas(*shlex.split(line))
        assert done.returncode == 0, done.stderr
    assert len(essence("sqlite:///autonas.db", "mine")) == 24
    assert len(essence("sqlite:///autonas.db", "mine-steeper")) == 16
    with StudyStore.open("sqlite:///autonas.db", "mine") as store:
        assert max(record.metrics["parameters"] for record in store.records()) <= 4e6
    front = json.loads(autonas("front", "--study", "mine", "--json").stdout)
    assert front["study"] == "mine"


def test_the_suites_of_the_docs_pass(folder):
    _, *suites = code_blocks("python")
    assert len(suites) == 2
    for number, suite in enumerate(suites):
        (folder / f"test_{number}.py").write_text(suite)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", "."]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout
    assert re.search(r"1[0-9] passed, 1 skipped", done.stdout), done.stdout


@pytest.mark.usefixtures("folder")
def test_no_part_of_it_needs_torch():
    code = (
        "import sys; sys.modules['torch'] = None\n"
        "from autonas.cli import cli; cli(['search', '--study', './mine.py', '--trials', '3'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr


def test_changed_settings_are_refused_in_one_line(folder):
    assert autonas("search", "--study", "./mine.py", "--trials", "2").returncode == 0
    refused = autonas("search", "--study", "./mine.py", "--seed", "1")
    assert refused.returncode == 2
    assert "study 'mine' was started with other settings: seed 0 -> 1" in " ".join(refused.stderr.split())
    assert "--name" in refused.stderr
    assert "Traceback" not in refused.stderr
    (folder / "mine.py").write_text(code_blocks("python")[0] + "\n# another thought\n")
    refused = autonas("search", "--study", "./mine.py")
    assert refused.returncode == 2
    assert "source.sha256" in refused.stderr


def test_kill_9_at_any_time_changes_nothing(tmp_path):
    """A search with a worker, killed again and again, ends as if it had never been."""
    for name in ("whole", "killed"):
        (tmp_path / name).mkdir()
    whole, killed = (f"sqlite:///{tmp_path}/{name}/autonas.db" for name in ("whole", "killed"))
    resolved = resolve_study(TOY, overrides=[("trainer.seconds", "0.03")])
    run_search(resolved, Place(storage_url=whole, out=tmp_path / "whole", cache=tmp_path / "whole"))

    command = [sys.executable, SEARCH, TOY, str(tmp_path / "killed")]
    for after in ("finished 1", "progress 3"):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            for line in process.stdout:
                if line.strip() == after:
                    process.send_signal(signal.SIGKILL)
    states = [state for _, state, *_ in essence(killed, "toy")]
    assert states[:3] == ["complete"] * 3
    assert len(states) < 6, "it was killed on the way"
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.stdout.splitlines()[-1] == "ended finished"
    assert essence(killed, "toy") == essence(whole, "toy")


def test_ctrl_c_reaches_parent_and_worker(tmp_path):
    url = f"sqlite:///{tmp_path}/autonas.db"
    # Half a second a step: on busy cores the line is read late, and the candidate must still be at it.
    command = [sys.executable, SEARCH, TOY, str(tmp_path), url, "toy", "1.5"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # tests in the background have it ignored
    ) as process:
        lines = []
        for line in process.stdout:
            lines.append(line.strip())
            if lines[-1] == "progress 1" and lines.count("progress 1") == 1:
                os.killpg(process.pid, signal.SIGINT)
    assert lines[-1] == "ended interrupted"
    assert [state for _, state, *_ in essence(url, "toy")] == ["complete", "waiting"]
