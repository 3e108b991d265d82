"""The flow of a study: propose -> admit -> train -> evaluate -> record, until it has the trials it shall have.

This process alone asks and tells. It may be killed at any point: what was finished is there, what was running is run
again, and the result is that of a study that was never interrupted.
"""

from __future__ import annotations

import contextlib
import math
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from autonas.candidates import Outcome, Scored, Stopped, evaluate_stage, guarded, objective_values, violations
from autonas.early_stop import StopRule, stop_rule
from autonas.errors import AutonasError
from autonas.events import Events, SearchOutcome, Status, outcome_of
from autonas.executors import Candidate, Executor
from autonas.lease import Lease
from autonas.pareto import first_fronts
from autonas.proposer import Proposal, SpaceExhausted
from autonas.protocols import Context, Continuable
from autonas.records import Record
from autonas.stability import recent_gain
from autonas.storage import StudyStore
from autonas.study import FACTOR, Study

__all__ = ["Engine", "Source"]

_SYSTEMATIC = {"error", "missing metric", "worker died"}  # a defect of the study rather than of a candidate
_GIVE_UP_AFTER = 5  # candidates, if the first so many of a search all fail for one systematic reason


class Source(Protocol):
    """Where the candidates of a study come from."""

    def generation(self, number: int) -> int:
        """Returns the generation of trial `number`; what is proposed in one need not know how the others of it end."""

    def propose(self, number: int, records: Sequence[Record]) -> Proposal:
        """Returns what trial `number` is, given all trials so far.

        Raises:
            SpaceExhausted: There is nothing more to try.
        """

    def start(self, trial: Record) -> Path | None:
        """Returns the folder of an earlier training from which the trial's goes on, if there is one."""


class Engine:
    """Takes a study's candidates through their stages, as the holder of its lease.

    Args:
        context: Its folder is the study's.
        source: Where candidates come from.
        deterministic: Decides on a candidate from the generations before its own alone.
    """

    def __init__(
        self,
        study: Study,
        store: StudyStore,
        executor: Executor,
        context: Context,
        lease: Lease,
        events: Events,
        source: Source,
        deterministic: bool = False,
    ) -> None:
        self._study = study
        self._store = store
        self._executor = executor
        self._context = context
        self._lease = lease
        self._events = events
        self._records = {record.number: record for record in store.records()}
        self._reasons: list[str] = []  # of this run's candidates, empty if complete
        self._running: dict[int, tuple[Record, float]] = {}  # with the moment of its start
        self._source = source
        self._deterministic = deterministic
        self._forgotten: set[int] = set()  # candidates that no longer training can go on from

    def run(self, *, until_stable: float | None = None) -> SearchOutcome:
        """Runs candidates until the study has its number of trials, or its front gains less than a share."""
        self._store.set_n_trials(self._study.n_trials)
        self._events.opened(tuple(self._records.values()), self._study.n_trials)
        status: Status | None = None
        try:
            while status is None or self._running:
                status = self._fill_slots(until_stable)
                if self._running or status is None:  # on a cluster there may be no slot for now
                    ended = self._executor.wait(self._events.progress)
                    if ended is not None:
                        self._record(*ended)
        except KeyboardInterrupt:
            status = "interrupted"
        finally:
            self._put_back()
        if status != "interrupted":
            self._refuse_if_all_failed()
        return outcome_of(self._store.info.name, status, tuple(self._records.values()), self._study.n_trials)

    def _fill_slots(self, until_stable: float | None) -> Status | None:
        """Starts candidates while there is room; returns why there will be no more, None if there may be."""
        while self._executor.n_free:
            if self._n_finished + len(self._running) >= self._study.n_trials:
                return "finished"
            trial = self._waiting()
            if trial is None:
                number = len(self._records)
                known = self._known(before=self._source.generation(number) if self._deterministic else None)
                if known is None:
                    return None
                if until_stable is not None and self._gains_less_than(until_stable, known):
                    return "stable"
                try:
                    trial = self._propose(number, known)
                except SpaceExhausted:
                    return "exhausted"
            self._start(trial)
        return None

    def _known(self, *, before: int | None) -> list[Record] | None:
        """Returns what a decision may be made from: all trials, or of those of a generation and later only the shapes.

        None if a trial of an earlier generation has not ended yet.
        """
        records = [self._records[number] for number in sorted(self._records)]
        if before is None:
            return records
        if any(not record.finished for record in records if record.generation < before):
            return None
        return [r if r.generation < before else replace(r, state="waiting", values=None) for r in records]

    @property
    def _n_finished(self) -> int:
        return sum(record.finished for record in self._records.values())

    def _gains_less_than(self, share: float, records: Sequence[Record]) -> bool:
        gain = recent_gain(records, self._study.directions, self._study.population_size)
        return gain is not None and gain < share

    def _waiting(self) -> Record | None:
        """Returns the first trial that was proposed but has not run to its end, and does not run now."""
        left = (r for r in self._records.values() if not r.finished and r.number not in self._running)
        return min(left, key=lambda record: record.number, default=None)

    def _propose(self, number: int, known: Sequence[Record]) -> Record:
        record = self._store.enqueue(self._study.space, self._source.propose(number, known))
        assert record.number == number, "another process has added trials"
        self._records[number] = record
        return record

    def _start(self, waiting: Record) -> None:
        """Starts a trial; one that is refused for its shape has ended at once."""
        trial = self._store.start(waiting)
        self._running[trial.number] = trial, time.monotonic()
        shape = self._study.space.decode(trial.genome)
        self._events.started(trial, shape, self._n_finished, self._study.n_trials)
        admitted = self._admit(trial)
        if isinstance(admitted, Scored):
            candidate = Candidate(
                number=trial.number,
                genome=trial.genome,
                metrics=admitted.metrics,
                start=self._source.start(trial),
                stop=self._stop_rule(trial, admitted.metrics),
            )
            self._executor.submit(candidate)
        else:
            self._record(trial.number, admitted)

    def _admit(self, trial: Record) -> Outcome:
        """Returns what is known from the shape alone, or why that is enough to fail it."""
        shape = self._study.space.decode(trial.genome)
        context = replace(self._context, folder=self._context.folder / str(trial.number))
        return guarded(lambda: Scored(metrics=evaluate_stage(self._study, "shape", shape, context)), context)

    def _stop_rule(self, trial: Record, metrics: Mapping[str, float]) -> StopRule | None:
        """Returns when the trial's training is to be stopped early."""
        threshold = self._study.early_stop
        if threshold is None or self._study.trainer is None:
            return None
        known = self._known(before=trial.generation if self._deterministic else None)
        return stop_rule(known or (), self._study.objectives, metrics, threshold)

    def _record(self, number: int, outcome: Outcome) -> None:
        self._lease.check()
        trial, began = self._running.pop(number)
        seconds = time.monotonic() - began
        if isinstance(outcome, Scored):
            record = self._store.complete(
                trial,
                objective_values(self._study, outcome.metrics),
                metrics=outcome.metrics,
                violations=violations(self._study, outcome.metrics),
                curve=list(outcome.curve),
                seconds=seconds,
            )
        elif isinstance(outcome, Stopped):
            record = self._store.prune(
                trial, reason=outcome.reason, message=outcome.message, curve=list(outcome.curve), seconds=seconds
            )
        else:
            record = self._store.fail(trial, reason=outcome.reason, message=outcome.message, seconds=seconds)
        self._records[number] = record
        self._forget_what_will_not_climb()
        self._events.finished(record)
        self._reasons.append(record.reason)
        self._refuse_if_defective(record)

    def _forget_what_will_not_climb(self) -> None:
        """Keeps from what a longer training would go on for the best alone: it takes several times a network's size."""
        trainer = self._study.trainer
        if not isinstance(trainer, Continuable):
            return
        ended = [r for r in self._records.values() if r.finished and r.number not in self._forgotten]
        able = [r for r in ended if r.state == "complete" and r.feasible and r.values is not None]
        n_climbing = math.ceil(self._study.n_trials / FACTOR)
        best = first_fronts([list(r.values or ()) for r in able], n_climbing, self._study.directions) if able else []
        kept = {able[i].number for i in best}
        for record in ended:
            if record.number not in kept:
                trainer.forget(self._context.folder / str(record.number))
                self._forgotten.add(record.number)

    def _refuse_if_defective(self, last: Record) -> None:
        reasons = set(self._reasons)
        if len(self._reasons) == _GIVE_UP_AFTER and len(reasons) == 1 and reasons <= _SYSTEMATIC:
            raise AutonasError(
                f"the first {_GIVE_UP_AFTER} candidates all failed: {last.reason} ({last.message})",
                hint=f"see {self._context.folder / str(last.number)} and the study's code",
            )

    def _refuse_if_all_failed(self) -> None:
        failed = [record for record in self._records.values() if record.state == "failed"]
        if not failed or any(record.state == "complete" for record in self._records.values()):
            return
        reason, count = Counter(record.reason for record in failed).most_common(1)[0]
        example = next(record for record in failed if record.reason == reason)
        raise AutonasError(
            f"all {len(failed)} candidates failed, {count} of them: {reason} ({example.message})",
            hint=f"see {self._context.folder} and the study's code",
        )

    def _put_back(self) -> None:
        with contextlib.suppress(AutonasError):  # whatever ends the search says it better
            self._lease.check()
            self._store.recover()
