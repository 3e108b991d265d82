"""Where candidates run: in this process if nothing is trained, else in worker processes, one for each slot."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from autonas.candidates import Failed, Outcome, from_plain, guarded, score
from autonas.child import Child, WorkerDiedError, wait_for
from autonas.cores import threads_of_each
from autonas.early_stop import StopRule, Watch
from autonas.errors import AutonasError
from autonas.limits import NO_LIMITS, BeyondLimitError, Limits
from autonas.protocols import Context, Genome, Progress
from autonas.resolve import Resolved
from autonas.study import Study
from autonas.worker import Job

__all__ = ["Candidate", "Executor", "InlineExecutor", "OnProgress", "ProcessExecutor", "executor_for", "job_of"]

OnProgress = Callable[[int, Progress], None]
_RETRY_PARTS = 4  # of a batch, for a candidate that did not fit into a GPU's memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What an executor must know of a trial.

    Attributes:
        metrics: Those of stage "shape".
        start: Folder of an earlier training that this one can go on from.
        stop: When its training is not worth going on with.
    """

    number: int
    genome: Genome
    metrics: Mapping[str, float]
    start: Path | None = None
    stop: StopRule | None = None


class Executor(Protocol):
    """Where candidates run, some at a time."""

    def prepare(self, on_message: Callable[[str], None]) -> Mapping[str, Any]:
        """Prepares the data of all candidates and returns what identifies it (JSON)."""

    @property
    def n_free(self) -> int:
        """How many candidates could start now."""

    def submit(self, candidate: Candidate) -> None:
        """Starts a candidate; only while `n_free` is above 0."""

    def wait(self, on_progress: OnProgress) -> tuple[int, Outcome] | None:
        """Returns the next candidate that ends, by its number; None when more could start than a moment ago.

        Only while some run, or where `n_free` can grow by itself.
        """

    def close(self) -> None:
        """Ends whatever still runs."""


def executor_for(
    resolved: Resolved,
    context: Context,
    *,
    devices: Sequence[str],
    workers: int = 1,
    threads: int | None = None,
    limits: Limits = NO_LIMITS,
) -> Executor:
    """Returns the executor that a study needs.

    Args:
        context: Its folder is the study's; its device is that of the first worker.
        devices: Where candidates run.
        workers: Processes for each device.
        threads: Of each; the cores are shared out if None.
        limits: Of a candidate; only a study that trains can be held to them.
    """
    if resolved.study.trainer is None and len(devices) * workers == 1:
        assert limits == NO_LIMITS, "refused before"
        return InlineExecutor(resolved.study, context)
    on_devices = [device for _ in range(workers) for device in devices]  # the first ones on different devices
    threads = threads or threads_of_each(len(on_devices))
    jobs = [replace(job_of(resolved, replace(context, device=one)), threads=threads) for one in on_devices]
    return ProcessExecutor(jobs, limits)


def job_of(resolved: Resolved, context: Context) -> Job:
    """Returns what a worker process must know to work on a study, with all cores."""
    return Job(
        reference=resolved.reference,
        device=context.device,
        overrides=resolved.overrides,
        growth=resolved.growth,
        seed=context.seed,
        cache=str(context.cache),
        folder=str(context.folder),
        working_directory=str(Path.cwd()),
    )


class InlineExecutor:
    """Runs candidates in this process, one at a time: for studies that train nothing."""

    def __init__(self, study: Study, context: Context) -> None:
        self._study = study
        self._context = context
        self._candidate: Candidate | None = None

    def prepare(self, on_message: Callable[[str], None]) -> Mapping[str, Any]:
        """Without a trainer there is no data."""
        del on_message
        return {}

    @property
    def n_free(self) -> int:
        """One, or none."""
        return int(self._candidate is None)

    def submit(self, candidate: Candidate) -> None:
        """Takes a candidate, which runs when it is waited for."""
        assert self._candidate is None, "there is one slot"
        self._candidate = candidate

    def wait(self, on_progress: OnProgress) -> tuple[int, Outcome]:
        """Scores the candidate."""
        candidate, self._candidate = self._candidate, None
        assert candidate is not None
        context = replace(
            self._context,
            folder=self._context.folder / str(candidate.number),
            report=lambda progress: on_progress(candidate.number, progress),
            start=candidate.start,
            at_point=Watch(candidate.stop),
        )
        shape = self._study.space.decode(candidate.genome)
        return candidate.number, guarded(lambda: score(self._study, shape, candidate.metrics, context), context)

    def close(self) -> None:
        """Nothing is left running."""


@dataclass(slots=True)
class _Slot:
    """A worker, and what it works on."""

    child: Child
    device: str
    candidate: Candidate | None = None
    parts: int = 1


class ProcessExecutor:
    """Runs candidates in worker processes, each taking one after the other; one that dies fails its candidate alone.

    A candidate that does not fit into the memory of its GPU is run once more when nothing else runs there, its batches
    in parts.

    Args:
        jobs: One for each worker.
        limits: Of each candidate.
    """

    def __init__(self, jobs: Sequence[Job], limits: Limits = NO_LIMITS) -> None:
        self._slots = [_Slot(Child(job), job.device) for job in jobs]
        self._limits = limits
        self._again: deque[tuple[Candidate, str]] = deque()  # with the device that was too small
        self._ended: deque[tuple[int, Failed]] = deque()  # not told yet

    def prepare(self, on_message: Callable[[str], None]) -> Mapping[str, Any]:
        """Prepares the data in one of the workers.

        Raises:
            AutonasError: It could not be prepared, or the worker died.
        """
        try:
            return self._slots[0].child.request("prepare", None, on_message=on_message)
        except WorkerDiedError as died:
            raise AutonasError(f"the worker died while it prepared the data: {died}", hint=died.hint) from None

    @property
    def n_free(self) -> int:
        """Slots without a candidate, on devices that no candidate needs for itself."""
        return len(self._free())

    def submit(self, candidate: Candidate) -> None:
        """Starts a candidate in a free slot."""
        self._begin(self._free()[0], candidate)

    def wait(self, on_progress: OnProgress) -> tuple[int, Outcome]:
        """Returns the next candidate that ends.

        Raises:
            AutonasError: A worker cannot go on, for example for want of disk space.
        """
        while True:
            self._retry()
            if self._ended:
                return self._ended.popleft()
            busy = [slot for slot in self._slots if slot.candidate is not None]
            wait_for([slot.child for slot in busy])
            for slot in busy:
                candidate = slot.candidate
                assert candidate is not None
                outcome = self._listen(slot, candidate.number, on_progress)
                if outcome is not None and not self._shall_try_again(slot, candidate, outcome):
                    return candidate.number, outcome

    def close(self) -> None:
        """Ends the workers at once: they own nothing that could be lost."""
        for slot in self._slots:
            slot.child.close()
            slot.candidate = None

    def _free(self) -> list[_Slot]:
        reserved = {device for _, device in self._again} | {slot.device for slot in self._slots if slot.parts > 1}
        return [slot for slot in self._slots if slot.candidate is None and slot.device not in reserved]

    def _begin(self, slot: _Slot, candidate: Candidate, parts: int = 1) -> None:
        slot.candidate, slot.parts = candidate, parts
        request = {
            "number": candidate.number,
            "genome": dict(candidate.genome),
            "metrics": dict(candidate.metrics),
            "micro_batches": parts,
            "start": None if candidate.start is None else str(candidate.start.absolute()),
            "stop": None if candidate.stop is None else asdict(candidate.stop),
        }
        try:
            slot.child.ask("run", request, self._limits)
        except WorkerDiedError as died:  # while it was idle
            slot.candidate, slot.parts = None, 1
            self._ended.append((candidate.number, _of_the_dead(died)))

    def _listen(self, slot: _Slot, number: int, on_progress: OnProgress) -> Outcome | None:
        """Returns how a slot's candidate has ended, and frees the slot; None as long as it runs."""
        outcome: Outcome
        try:
            answer = slot.child.listen(on_progress=lambda progress: on_progress(number, progress))
        except WorkerDiedError as died:
            outcome = _of_the_dead(died)
        except BeyondLimitError as beyond:
            slot.child.close()
            outcome = Failed(reason=beyond.reason, message=str(beyond))
        else:
            if answer is None:
                return None
            outcome = from_plain(answer)
            if isinstance(outcome, Failed) and outcome.reason == "error" and slot.device != "cpu":
                slot.child.close()  # after an error of CUDA nothing works any more in that process
        slot.candidate = None
        return outcome

    def _shall_try_again(self, slot: _Slot, candidate: Candidate, outcome: Outcome) -> bool:
        first, slot.parts = slot.parts == 1, 1
        if not (first and slot.device != "cpu" and isinstance(outcome, Failed) and outcome.reason == "out of memory"):
            return False
        self._again.append((candidate, slot.device))
        return True

    def _retry(self) -> None:
        """Starts what needs a device for itself, where the device is idle."""
        for candidate, device in list(self._again):
            slots = [slot for slot in self._slots if slot.device == device]
            if all(slot.candidate is None for slot in slots):
                self._again.remove((candidate, device))
                for slot in slots:
                    slot.child.close()  # an idle process keeps memory too
                self._begin(slots[0], candidate, parts=_RETRY_PARTS)


def _of_the_dead(died: WorkerDiedError) -> Failed:
    return Failed(reason="worker died", message=f"{died}; {died.hint}")
