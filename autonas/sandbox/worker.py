"""One fork server, seen from outside: starts it, gives it programs one at a time, turns its reports into outcomes."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, get_args

from autonas.sandbox.types import Limits, Outcome, Program, Reason, SandboxError

__all__ = ["Worker"]

# The packages above `inside` are stubs there: what the host's side imports would only make each fork slower.
_BOOT = """
import sys
for name, folder in ("autonas", sys.argv[1]), ("autonas.sandbox", sys.argv[1] + "/sandbox"):
    stub = sys.modules[name] = type(sys)(name)
    stub.__path__ = [folder]
from autonas.sandbox.inside.zygote import main
main(int(sys.argv[2]))
"""
_ROOT = Path(__file__).resolve().parents[1]
_START_SECONDS = 60.0
_GRACE_SECONDS = 20.0  # beyond the wall limit, for a fork server that is slow to answer
_MAX_VERDICT = 1 << 16  # bytes


class Worker:
    """A fork server of our own.

    Attributes:
        layers: For each layer that was tried "" or why it is missing.
    """

    def __init__(self, *, without: Collection[str] = ()) -> None:
        self._control, theirs = socket.socketpair()
        # What the server says when it cannot start goes to a file: a pipe that nobody reads could block it.
        with theirs, tempfile.TemporaryFile() as complaints:
            command = [sys.executable, "-I", "-S", "-B", "-c", _BOOT, str(_ROOT), str(theirs.fileno())]
            self._process = subprocess.Popen(
                [*_wrapper(without), *command],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=complaints,
                pass_fds=(theirs.fileno(),),
                env={},
                cwd="/",
                start_new_session=True,  # Ctrl-C is for us to handle
            )
            theirs.close()
            try:
                self._send({"without": sorted(without)}, ())
                self.layers: dict[str, str] = self._receive(_START_SECONDS)["layers"]
            except (OSError, EOFError, ValueError) as error:
                self.close()
                complaints.seek(0)
                lines = complaints.read().decode(errors="replace").strip().splitlines()
                why = lines[-1] if lines else str(error) or type(error).__name__
                raise SandboxError(
                    f"the sandbox's fork server did not start: {why}",
                    hint=f"check that {sys.executable} -I -S runs on its own",
                ) from None
        if sys.platform == "darwin":
            self.layers["sandbox-exec"] = "" if _wrapper(without) else "left out on request"

    def run(self, program: Program, limits: Limits) -> Outcome:
        """Runs one program. If the server fails that is an outcome "error", and the worker is of no more use."""
        reading, verdict = socket.socketpair()
        code = {"code": program.code, "entry_point": program.entry_point}
        tests = {"tests": program.tests, "setup": program.setup, "entry_point": program.entry_point}
        try:
            with reading:
                with verdict, _nameless(code) as one, _nameless(tests) as two:
                    self._send(_plain(limits), (one, two, verdict.fileno()))
                report = self._receive(limits.wall_seconds + _GRACE_SECONDS)
                return _outcome(report, _drain(reading), limits)
        except (OSError, EOFError, ValueError) as error:
            self.close()
            return Outcome(reason="error", detail=f"the fork server failed: {type(error).__name__} {error}".strip())

    @property
    def usable(self) -> bool:
        return self._control.fileno() >= 0

    def abort(self) -> None:
        """Ends the server from another thread: what runs ends as an error at once."""
        self._process.kill()

    def close(self) -> None:
        """Ends the server and its children. May be called more than once."""
        self._control.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(2)
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()

    def _send(self, message: dict[str, Any], descriptors: tuple[int, ...]) -> None:
        socket.send_fds(self._control, [json.dumps(message).encode()], descriptors)

    def _receive(self, seconds: float) -> dict[str, Any]:
        deadline = time.monotonic() + seconds
        received = b""
        while not received.endswith(b"\n"):
            if not select.select([self._control], [], [], max(0.0, deadline - time.monotonic()))[0]:
                raise EOFError("no answer")
            chunk = self._control.recv(1 << 16)
            if not chunk:
                raise EOFError("it ended")
            received += chunk
        message: dict[str, Any] = json.loads(received)
        return message


def _plain(limits: Limits) -> dict[str, Any]:
    return {name: getattr(limits, name) for name in limits.__slots__}


def _wrapper(without: Collection[str]) -> list[str]:
    if sys.platform != "darwin" or "sandbox-exec" in without:
        return []
    from autonas.sandbox.macos import wrapper

    return wrapper(_ROOT)


@contextlib.contextmanager
def _nameless(job: dict[str, str]) -> Iterator[int]:
    """The descriptor of a file without a name that holds a job: never as long as a socket's buffer is short."""
    # Lone surrogates, which no file could hold, are escaped by JSON.
    with (
        tempfile.TemporaryFile()
        if not hasattr(os, "memfd_create")
        else os.fdopen(os.memfd_create("job"), "w+b") as file
    ):
        file.write(json.dumps(job).encode())
        file.flush()
        file.seek(0)
        yield file.fileno()


def _drain(reading: socket.socket) -> bytes:
    """All that the checker has sent: it has ended, so nothing more will come."""
    received = b""
    reading.setblocking(False)
    with contextlib.suppress(BlockingIOError):
        while len(received) <= _MAX_VERDICT and (chunk := reading.recv(1 << 16)):
            received += chunk
    return received


def _outcome(report: dict[str, Any], sent: bytes, limits: Limits) -> Outcome:
    """The verdict, if the checker ended well and in time; else what happened instead."""
    seconds = float(report["seconds"])
    over = report["over"]
    killed = -signal.SIGKILL
    if over == "candidate" or (report["candidate"] == killed and seconds >= limits.cpu_seconds):
        return Outcome(reason="timeout", detail=f"more than {limits.cpu_seconds} s of CPU time", seconds=seconds)
    if over == "checker" or (report["checker"] == killed and report["checker_seconds"] >= limits.cpu_seconds):
        detail = f"the tests took more than {limits.cpu_seconds} s of CPU time"
        return Outcome(reason="timeout", detail=detail, seconds=seconds)
    if over:
        return Outcome(reason="timeout", detail=f"more than {limits.wall_seconds:g} s", seconds=seconds)
    if report["checker"] != 0:
        return Outcome(reason="error", detail=f"the checker ended with {report['checker']}", seconds=seconds)
    reason, detail = _verdict(sent)
    if reason == "raises" and report["candidate"] < 0 and "ended" in detail:
        name = signal.Signals(-report["candidate"]).name
        detail = f"{detail} ({name})"
        if name == "SIGSYS":
            reason = "refused"
    return Outcome(reason=reason, detail=detail, seconds=seconds)


def _verdict(sent: bytes) -> tuple[Reason, str]:
    length = int.from_bytes(sent[:4], "big")
    if len(sent) < 4 or length != len(sent) - 4:
        return "error", "no verdict"
    verdict = json.loads(sent[4:])
    if verdict["reason"] not in get_args(Reason):
        return "error", "no verdict"
    return verdict["reason"], str(verdict["detail"])
