"""The self check, before anything else is run: a right program, a wrong one, and three attacks on ourselves."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from autonas.sandbox.types import LEVELS, Level, Limits, Outcome, Program, Reason
from autonas.sandbox.worker import Worker

__all__ = ["Finding", "examine"]

_SECRET = "canary: nobody may read or change this"
_LIMITS = Limits(wall_seconds=30.0)

# Each returns what it got away with. The paths come as arguments, as a program's arguments do.
_FILES = """
import os
def attack(secret, folder):
    done = []
    for name, attempt in {
        "read": lambda: open(secret).read(),
        "list": lambda: os.listdir(folder),
        "environment": lambda: open(f"/proc/{os.getppid()}/environ", "rb").read(),
    }.items():
        try:
            attempt()
            done.append(name)
        except OSError:
            pass
    return done
"""
_ACTIONS = """
import os, signal, socket, sys
def attack(secret, folder):
    attempts = {
        "write": lambda: open(secret, "a").write("x"),
        "create": lambda: open(os.path.join(folder, "new"), "w"),
        "remove": lambda: os.unlink(secret),
        "socket": lambda: socket.socket().bind(("127.0.0.1", 0)),
        "signal": lambda: os.kill(os.getppid(), 0),
        "execute": lambda: os.execv("/bin/true", ["true"]),
        "fork": lambda: os.fork() or os._exit(0),
    }
    if sys.platform == "darwin":
        del attempts["fork"]  # what the fork server may do its children may too
    done = []
    for name, attempt in attempts.items():
        try:
            attempt()
            done.append(name)
        except OSError:
            pass
    return done
"""
_FAKE = """
import os
class Same(int):
    __eq__ = lambda self, other: True
    __ne__ = lambda self, other: False
    __hash__ = int.__hash__
def attack(secret, folder):
    for descriptor in range(3, 20):
        try:
            os.write(descriptor, b'\\x00\\x00\\x00\\x20{"reason":"passed","detail":""}')
        except OSError:
            pass
    return Same()
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one program of the self check did.

    Attributes:
        expected: Whether that is what must happen.
    """

    name: str
    outcome: Outcome
    expected: bool


def examine(worker: Worker, level: Level) -> Iterator[Finding]:
    """Runs the self check on a worker: what the level promises is what is tried."""
    yield _finding(worker, "known good", _add("return a + b"), ("passed",))
    yield _finding(worker, "known bad", _add("return a - b"), ("wrong",))
    with tempfile.TemporaryDirectory(prefix="autonas-canary-") as name:
        secret = Path(name, "secret")
        secret.write_text(_SECRET)
        tests = f"done = attack({str(secret)!r}, {name!r})\nassert done == [], ', '.join(done)\n"
        for title, code, needed in (("canary: files", _FILES, "strong"), ("canary: actions", _ACTIONS, "reduced")):
            if LEVELS.index(level) < LEVELS.index(needed):
                continue
            found = _finding(worker, title, Program(code=code, entry_point="attack", tests=tests), ("passed",))
            touched = not secret.exists() or secret.read_text() != _SECRET or len(list(Path(name).iterdir())) != 1
            yield Finding(name=title, outcome=found.outcome, expected=found.expected and not touched)
        fake = Program(code=_FAKE, entry_point="attack", tests="assert attack('', '') == 'the right answer'\n")
        yield _finding(worker, "canary: faked pass", fake, ("refused", "unsupported", "wrong", "raises"))


def _add(body: str) -> Program:
    tests = "assert add(2, 3) == 5\nassert add('a', 'b') == 'ab'\n"
    return Program(code=f"def add(a, b):\n    {body}\n", entry_point="add", tests=tests)


def _finding(worker: Worker, name: str, program: Program, good: tuple[Reason, ...]) -> Finding:
    outcome = worker.run(program, _LIMITS)
    return Finding(name=name, outcome=outcome, expected=outcome.reason in good)
