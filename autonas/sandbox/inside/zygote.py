"""The fork server ("zygote"): forks a candidate and a checker for each program, and reports how they ended.

It is told limits and descriptors only. What is to be run lies in files without a name whose descriptors it hands to its
children, one to each, and the verdict's socket goes to the checker alone.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import select
import signal
import socket
import sys
import time
from collections.abc import Callable, Collection
from typing import Any

from autonas.sandbox.inside import candidate, checker, landlock, namespaces, seccomp
from autonas.sandbox.inside.harden import Armour, harden
from autonas.sandbox.inside.kernel import LINUX, architecture, prctl
from autonas.sandbox.inside.library import HIDDEN, preload, readable_paths

__all__ = ["main"]

_MESSAGE = 1 << 16
_WATCH_SECONDS = 0.1  # how often CPU time is looked at
_NOT_CONTAINED = 70  # exit status of a child that could not be hardened


class _Zygote:
    def __init__(self, control: socket.socket, armour: Armour) -> None:
        self._control = control
        self._armour = armour

    def serve(self) -> None:
        """Answers requests until the other side closes the connection."""
        while True:
            message, descriptors, _, _ = socket.recv_fds(self._control, _MESSAGE, 3)
            if not message:
                return
            report = self._run(json.loads(message), *descriptors)
            self._control.sendall(json.dumps(report).encode() + b"\n")

    def _run(self, limits: dict[str, Any], code: int, tests: int, verdict: int) -> dict[str, Any]:
        ours, theirs = (end.detach() for end in socket.socketpair())
        alive, holder = os.pipe()  # nothing but the checker holds its other end: it closes when the checker ends
        mine = os.getpid()

        def be_candidate() -> None:
            harden(self._armour, limits, keep=(theirs, code), parent=mine)
            job = _read_job(code)
            candidate.serve(theirs, job["code"], job["entry_point"])

        def be_checker() -> None:
            harden(self._armour, limits, keep=(ours, tests, verdict, holder), parent=mine)
            checker.judge(ours, verdict, **_read_job(tests))

        children = [_fork(be_candidate), _fork(be_checker)]
        for descriptor in (ours, theirs, holder, code, tests, verdict):
            os.close(descriptor)
        over = self._wait(alive, children, limits)
        os.close(alive)
        ends = [_end(child) for child in children]
        (candidate_status, seconds), (checker_status, checker_seconds) = ends
        return {
            "over": over,
            "candidate": candidate_status,
            "seconds": seconds,
            "checker": checker_status,
            "checker_seconds": checker_seconds,
        }

    def _wait(self, alive: int, children: list[int], limits: dict[str, Any]) -> str:
        """Waits for the checker's end; returns "", or the time that has run out before it."""
        deadline = time.monotonic() + limits["wall_seconds"]
        poll = select.poll()
        poll.register(alive, select.POLLIN)
        poll.register(self._control, select.POLLIN)
        while (left := deadline - time.monotonic()) > 0:
            for name, child in zip(("candidate", "checker"), children, strict=True):
                if _cpu_seconds(child) >= limits["cpu_seconds"]:
                    return name
            events = dict(poll.poll(1000 * min(left, _WATCH_SECONDS)))
            if alive in events:
                return "candidate" if _cpu_seconds(children[0]) >= limits["cpu_seconds"] else ""
            if events:
                os._exit(0)  # the other side has gone; our children die with us
        return "wall"


def main(descriptor: int) -> None:
    """Serves on an inherited socket. The first message names the layers to leave out; the answer says what there is."""
    with socket.socket(fileno=descriptor) as control:
        without = json.loads(control.recv(_MESSAGE))["without"]
        os.environ.clear()
        os.environ["TZ"] = "UTC"  # or the C library would look for /etc/localtime
        time.tzset()
        sys.argv[:] = [""]
        sys.orig_argv[:] = [""]
        preload()
        armour, layers = _arm(frozenset(without))
        for name in [name for name in sys.modules if name.partition(".")[0] == "autonas"]:
            del sys.modules[name]  # programs have no business with it
        gc.collect()
        gc.freeze()
        control.sendall(json.dumps({"layers": layers}).encode() + b"\n")
        _Zygote(control, armour).serve()


def _arm(without: Collection[str]) -> tuple[Armour, dict[str, str]]:
    """Builds each layer once; returns them, and for each layer "" or why it is missing."""
    layers = dict.fromkeys(without, "left out on request")

    def attempt(name: str, build: Callable[[], Any]) -> Any:
        if name in without:
            return None
        try:
            built = build()
        except OSError as error:
            layers[name] = str(error)
            return None
        layers[name] = ""
        return built

    readable = readable_paths() if LINUX else []
    own_users = attempt("namespaces", lambda: _enter_namespaces(readable)) is not None
    if LINUX:
        prctl(4, 0)  # PR_SET_DUMPABLE: nobody may look into this memory, children included
    rules = attempt("landlock", lambda: landlock.ruleset(readable, hidden=HIDDEN))
    program = attempt("seccomp", _filter)
    rlimits = attempt("rlimits", lambda: True) is not None
    return Armour(filter=program, rules=rules, rlimits=rlimits, own_users=own_users), layers


def _filter() -> bytes:
    """The seccomp program, once it has been tried in a child."""
    here = architecture()
    if here is None:
        raise OSError("the system calls of this processor are not known")
    program = seccomp.assemble(here)

    def attempt() -> None:
        prctl(38, 1)  # PR_SET_NO_NEW_PRIVS
        seccomp.install(program, os.getpid())
        try:
            os.fork()
        except PermissionError:
            os._exit(23)

    if os.waitstatus_to_exitcode(os.waitpid(_fork(attempt), 0)[1]) != 23:
        raise OSError("seccomp filters are not available")
    return program


def _enter_namespaces(readable: list[Any]) -> bool:
    if not LINUX:
        raise OSError("namespaces are Linux's")
    if why := namespaces.permitted(readable):
        raise OSError(why)
    namespaces.enter(readable)
    namespaces.become_first_process()
    return True


def _fork(task: Callable[[], None]) -> int:
    """Forks a child that does its task and ends, whatever happens; returns its process id."""
    leave = os._exit
    child = os.fork()
    if child:
        return child
    try:
        gc.enable()
        task()
    except BaseException:
        leave(_NOT_CONTAINED)
    finally:
        leave(0)
    raise AssertionError  # not reached


def _read_job(descriptor: int) -> dict[str, str]:
    with os.fdopen(descriptor, "rb") as file:
        job: dict[str, str] = json.loads(file.read())
    return job


def _cpu_seconds(child: int) -> float:
    """CPU time of a process so far, on its own clock (clock_getcpuclockid); 0 where there is none to read."""
    try:
        return time.clock_gettime((~child << 3) | 2) if LINUX else 0.0
    except OSError:
        return 0.0  # it has ended


def _end(child: int) -> tuple[int, float]:
    """Ends a child and all of its session; returns its exit code (minus the signal's number) and its CPU time."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child, signal.SIGKILL)  # only where nothing forbids forks is there anybody else
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    _, status, usage = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime
