"""A worker process seen from the engine: it is asked, answers, may die, and is then replaced."""

from __future__ import annotations

import math
import multiprocessing
import os
import signal
from collections.abc import Callable, Mapping, Sequence
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any

from autonas.errors import AutonasError, UsageError
from autonas.limits import NO_LIMITS, Held, Limits
from autonas.protocols import Progress
from autonas.spawning import started_elsewhere
from autonas.worker import Job, serve

__all__ = ["Child", "WorkerDiedError", "wait_for"]


def _ignore(_: object) -> None:
    return None


class Child:
    """One worker process, which takes one request after the other; one that has died is replaced at the next.

    The process is started afresh (spawn), loads torch once for all candidates, resolves the study by itself and
    ends when this process is gone.
    """

    def __init__(self, job: Job) -> None:
        self._job = job
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._lifeline: Connection | None = None
        self._held: Held | None = None  # while a request is open

    def request(
        self,
        word: str,
        data: Any,
        *,
        on_message: Callable[[str], None] = _ignore,
        on_progress: Callable[[Progress], None] = _ignore,
    ) -> dict[str, Any]:
        """Asks, and waits for the answer.

        Raises:
            AutonasError: It could not be done.
            WorkerDiedError: The process died.
        """
        self.ask(word, data)
        while (answer := self.listen(on_message=on_message, on_progress=on_progress)) is None:
            wait_for([self])
        return answer

    def ask(self, word: str, data: Any, limits: Limits = NO_LIMITS) -> None:
        """Sends a request; `listen` gives its answer.

        Raises:
            WorkerDiedError: The process has died meanwhile.
        """
        assert self._held is None, "one request at a time"
        connection = self._connection or self._start()
        self._held = Held(limits)
        try:
            connection.send((word, data))
        except OSError:
            raise self._died() from None

    def listen(
        self,
        *,
        on_message: Callable[[str], None] = _ignore,
        on_progress: Callable[[Progress], None] = _ignore,
    ) -> dict[str, Any] | None:
        """Hands on what has come of the open request, and returns its answer; None as long as there is none.

        Raises:
            AutonasError: It could not be done.
            BeyondLimitError: It used more than it may; the process is to be closed.
            WorkerDiedError: The process died.
        """
        assert self._process is not None
        assert self._connection is not None
        assert self._held is not None, "asked before"
        self._held.check(self._process)
        while self._connection.poll() or not self._process.is_alive():
            try:
                kind, content = self._connection.recv()  # raises EOFError if it has died without a word
            except (EOFError, OSError):
                raise self._died() from None
            if kind == "message":
                on_message(content)
            elif kind == "progress":
                on_progress(Progress(**content))
            else:
                self._held = None
                if kind == "done":
                    return dict(content)
                raise _error(content)
        return None

    @property
    def handles(self) -> list[Any]:
        """What becomes ready when there is something to listen to."""
        assert self._process is not None
        return [self._connection, self._process.sentinel]

    @property
    def patience(self) -> float:
        """How many seconds it may be left alone, at most."""
        return self._held.patience() if self._held else math.inf

    @property
    def pid(self) -> int | None:
        """Of the process; None if there is none."""
        return self._process.pid if self._process is not None else None

    def close(self) -> None:
        """Ends the process at once: it owns nothing that could be lost."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        for connection in (self._connection, self._lifeline):
            if connection is not None:
                connection.close()
        self._process = self._connection = self._lifeline = self._held = None

    def _start(self) -> Connection:
        spawn = multiprocessing.get_context("spawn")
        self._connection, theirs = spawn.Pipe()
        their_end, self._lifeline = spawn.Pipe(duplex=False)
        self._process = spawn.Process(target=serve, args=(theirs, their_end, self._job), name="autonas-worker")
        with started_elsewhere():
            _start_resource_tracker()
            self._process.start()
        theirs.close()  # else its end would not be noticed
        their_end.close()
        return self._connection

    def _died(self) -> WorkerDiedError:
        assert self._process is not None
        self._process.join()
        code = self._process.exitcode or 0
        self.close()
        return WorkerDiedError(code)


def wait_for(children: Sequence[Child]) -> None:
    """Returns when one of them has something to say, or is to be looked after."""
    seconds = min(child.patience for child in children)
    handles = [handle for child in children for handle in child.handles]
    wait(handles, timeout=seconds if math.isfinite(seconds) else None)


class WorkerDiedError(Exception):
    """The process ended by itself. `hint` says what to look at."""

    def __init__(self, exit_code: int) -> None:
        said = f"killed by {signal.Signals(-exit_code).name}" if exit_code < 0 else f"exit code {exit_code}"
        super().__init__(said)
        out_of_memory = exit_code == -signal.SIGKILL
        self.hint = "probably out of memory" if out_of_memory else "see worker.log in the study's folder"


def _start_resource_tracker() -> None:
    """Starts Python's tracker, which removes what a killed child leaves, so that it does so without a warning."""
    before = os.environ.get("PYTHONWARNINGS")
    os.environ["PYTHONWARNINGS"] = ",".join(filter(None, (before, "ignore:resource_tracker:UserWarning")))
    try:
        resource_tracker.ensure_running()
    finally:
        if before is None:
            del os.environ["PYTHONWARNINGS"]
        else:
            os.environ["PYTHONWARNINGS"] = before


def _error(content: Mapping[str, Any]) -> AutonasError:
    kind = UsageError if content["exit_code"] == UsageError.exit_code else AutonasError
    error = kind(content["message"], hint=content["hint"])
    if content["traceback"]:
        error.add_note(content["traceback"])
    return error
