"""Where candidates run: in this process if nothing is trained, else in one child process."""

from __future__ import annotations

import math
import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any, Protocol

import psutil

from autonas.candidates import Failed, Scored, guarded, score
from autonas.errors import AutonasError, UsageError
from autonas.protocols import Context, Genome, Progress
from autonas.resolve import Resolved
from autonas.study import Study
from autonas.worker import Job, serve

__all__ = ["NO_LIMITS", "Executor", "InlineExecutor", "Limits", "ProcessExecutor", "executor_for", "job_of"]

_LOOK_SECONDS = 0.5  # how often a worker's memory is looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a candidate may use at most; one that uses more has failed.

    Attributes:
        seconds: Wall time of its training and scores, and of the start of its process where another has died.
        memory: Bytes of main memory of its process, without what is mapped from files.
    """

    seconds: float = math.inf
    memory: float = math.inf

    def __post_init__(self) -> None:
        for name in ("seconds", "memory"):
            if not getattr(self, name) > 0:
                raise UsageError(f"a candidate's limit of {name} must be above 0, got {getattr(self, name)}")


NO_LIMITS = Limits()


class Executor(Protocol):
    """Where candidates run, one at a time."""

    def prepare(self, on_message: Callable[[str], None]) -> Mapping[str, Any]:
        """Prepares the data of all candidates and returns what identifies it (JSON)."""

    def run(
        self,
        number: int,
        genome: Genome,
        metrics: Mapping[str, float],
        on_progress: Callable[[Progress], None],
    ) -> Scored | Failed:
        """Scores one candidate, given its metrics of stage "shape"."""

    def close(self) -> None:
        """Ends whatever still runs."""


def executor_for(resolved: Resolved, context: Context, limits: Limits = NO_LIMITS) -> Executor:
    """Returns the executor that a study needs; only one that trains can be held to limits.

    Args:
        context: Its folder is the study's.
    """
    if resolved.study.trainer is not None:
        return ProcessExecutor(job_of(resolved, context), limits)
    assert limits == NO_LIMITS, "refused before"
    return InlineExecutor(resolved.study, context)


def job_of(resolved: Resolved, context: Context) -> Job:
    """Returns what a child process must know to work on a study."""
    return Job(
        reference=resolved.reference,
        device=context.device,
        overrides=resolved.overrides,
        seed=context.seed,
        cache=str(context.cache),
        folder=str(context.folder),
        working_directory=str(Path.cwd()),
    )


def _ignore(_: object) -> None:
    return None


class InlineExecutor:
    """Runs candidates in this process: for studies that train nothing."""

    def __init__(self, study: Study, context: Context) -> None:
        self._study = study
        self._context = context

    def prepare(self, on_message: Callable[[str], None]) -> Mapping[str, Any]:
        """Without a trainer there is no data."""
        del on_message
        return {}

    def run(
        self,
        number: int,
        genome: Genome,
        metrics: Mapping[str, float],
        on_progress: Callable[[Progress], None],
    ) -> Scored | Failed:
        """Scores one candidate."""
        context = Context(
            seed=self._context.seed,
            device=self._context.device,
            cache=self._context.cache,
            folder=self._context.folder / str(number),
            report=on_progress,
        )
        shape = self._study.space.decode(genome)
        return guarded(lambda: score(self._study, shape, metrics, context), context)

    def close(self) -> None:
        """Nothing is left running."""


class ProcessExecutor:
    """Runs candidates in a child process that takes one after the other; one that dies is replaced.

    The child is started afresh (spawn), loads torch once for all candidates, resolves the study by itself and
    ends when this process is gone.
    """

    def __init__(self, job: Job, limits: Limits = NO_LIMITS) -> None:
        self._job = job
        self._limits = limits
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._lifeline: Connection | None = None

    def prepare(self, on_message: Callable[[str], None]) -> Mapping[str, Any]:
        """Prepares the data in the child.

        Raises:
            AutonasError: It could not be prepared, or the child died.
        """
        try:
            answer = self._request("prepare", None, on_message=on_message)
        except _WorkerDiedError as died:
            raise AutonasError(f"the worker died while it prepared the data: {died}", hint=_hint(died)) from None
        assert isinstance(answer, Mapping)
        return answer

    def run(
        self,
        number: int,
        genome: Genome,
        metrics: Mapping[str, float],
        on_progress: Callable[[Progress], None],
    ) -> Scored | Failed:
        """Trains and scores one candidate in the child."""
        request = {"number": number, "genome": dict(genome), "metrics": dict(metrics)}
        try:
            answer = self._request("run", request, on_progress=on_progress, limits=self._limits)
        except _WorkerDiedError as died:
            return Failed(reason="worker died", message=f"{died}; {_hint(died)}")
        except _BeyondLimitError as beyond:
            self.close()
            return Failed(reason=beyond.reason, message=str(beyond))
        return Scored(**answer) if answer.pop("kind") == "Scored" else Failed(**answer)

    def stage(
        self,
        stage: str,
        genome: Genome,
        data: Mapping[str, Any],
        *,
        on_message: Callable[[str], None],
        on_progress: Callable[[Progress], None],
    ) -> dict[str, Any]:
        """Runs one stage of a promotion in the child; the job's folder is that of the promotion.

        Args:
            data: What identified the data of the search.

        Raises:
            AutonasError: The stage failed, or the child died. What it has finished is in its folder.
        """
        request = {"stage": stage, "genome": dict(genome), "data": dict(data)}
        try:
            return self._request("stage", request, on_message=on_message, on_progress=on_progress)
        except _WorkerDiedError as died:
            raise AutonasError(f"the worker died: {died}", hint=f"{_hint(died)}; the same command goes on") from None

    def close(self) -> None:
        """Ends the child at once: it owns nothing that could be lost."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        for connection in (self._connection, self._lifeline):
            if connection is not None:
                connection.close()
        self._process = self._connection = self._lifeline = None

    def _start(self) -> Connection:
        _start_resource_tracker()
        spawn = multiprocessing.get_context("spawn")
        self._connection, theirs = spawn.Pipe()
        their_end, self._lifeline = spawn.Pipe(duplex=False)
        self._process = spawn.Process(target=serve, args=(theirs, their_end, self._job), name="autonas-worker")
        self._process.start()
        theirs.close()  # else its end would not be noticed
        their_end.close()
        return self._connection

    def _request(
        self,
        word: str,
        data: Any,
        *,
        on_message: Callable[[str], None] = _ignore,
        on_progress: Callable[[Progress], None] = _ignore,
        limits: Limits = NO_LIMITS,
    ) -> dict[str, Any]:
        connection = self._connection or self._start()
        held = _Held(limits)
        try:
            connection.send((word, data))
        except OSError:
            raise self._died() from None
        while True:
            kind, content = self._receive(connection, held)
            if kind == "message":
                on_message(content)
            elif kind == "progress":
                on_progress(Progress(**content))
            elif kind == "done":
                return dict(content)
            else:
                raise _error(content)

    def _receive(self, connection: Connection, held: _Held) -> tuple[str, Any]:
        assert self._process is not None
        try:
            while not wait([connection, self._process.sentinel], timeout=held.patience()):
                held.check(self._process)
            held.check(self._process)
            message: tuple[str, Any] = connection.recv()  # raises EOFError if it has died without a word
        except (EOFError, OSError):
            raise self._died() from None
        return message

    def _died(self) -> _WorkerDiedError:
        assert self._process is not None
        self._process.join()
        code = self._process.exitcode or 0
        self.close()
        return _WorkerDiedError(code)


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


class _Held:
    """Holds one candidate to its limits."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._end = time.monotonic() + limits.seconds
        self._looked = -math.inf

    def patience(self) -> float | None:
        """Returns how long to wait for a message before the next check; None is for ever."""
        look = _LOOK_SECONDS if math.isfinite(self._limits.memory) else math.inf
        seconds = min(look, max(0.0, self._end - time.monotonic()))
        return seconds if math.isfinite(seconds) else None

    def check(self, process: SpawnProcess) -> None:
        """Raises _BeyondLimitError if the process has used more than it may."""
        now = time.monotonic()
        if now >= self._end:
            raise _BeyondLimitError("timed out", f"not finished after {self._limits.seconds:g} s")
        if math.isfinite(self._limits.memory) and now - self._looked >= _LOOK_SECONDS:
            self._looked = now
            used = _own_memory(process)
            if used > self._limits.memory:
                said = f"{used / 1e9:.2f} GB of memory, more than {self._limits.memory / 1e9:g} GB"
                raise _BeyondLimitError("out of memory", said)


def _own_memory(process: SpawnProcess) -> int:
    try:
        memory = psutil.Process(process.pid).memory_info()
    except psutil.NoSuchProcess:  # it has just died, which the next message says
        return 0
    return int(memory.rss - getattr(memory, "shared", 0))  # token files are mapped by all workers


class _BeyondLimitError(Exception):
    """A candidate has used more than it may."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class _WorkerDiedError(Exception):
    """The child ended by itself."""

    def __init__(self, exit_code: int) -> None:
        self.exit_code = exit_code
        if exit_code < 0:
            super().__init__(f"killed by {signal.Signals(-exit_code).name}")
        else:
            super().__init__(f"exit code {exit_code}")


def _hint(died: _WorkerDiedError) -> str:
    if died.exit_code == -signal.SIGKILL:
        return "probably out of memory"
    return "see worker.log in the study's folder"


def _error(content: Mapping[str, Any]) -> AutonasError:
    kind = UsageError if content["exit_code"] == UsageError.exit_code else AutonasError
    error = kind(content["message"], hint=content["hint"])
    if content["traceback"]:
        error.add_note(content["traceback"])
    return error
