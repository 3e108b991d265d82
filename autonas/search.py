"""The search: propose -> admit -> train -> evaluate -> record, until the study has the trials it shall have.

This process alone asks and tells. A search may be killed at any point: what was finished is there, what was
running is run again, and the result is that of a search that was never interrupted.
"""

from __future__ import annotations

import contextlib
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autonas.candidates import Failed, Scored, evaluate_stage, guarded, objective_values, violations
from autonas.cores import refuse_too_many_workers
from autonas.database import check_database
from autonas.errors import AutonasError, CandidateError, UsageError
from autonas.events import Events, SearchOutcome, Status, median_seconds, outcome_of
from autonas.executors import Candidate, Executor, executor_for
from autonas.lease import Lease
from autonas.limits import NO_LIMITS, Limits
from autonas.proposer import Proposer, SpaceExhausted, shape_key
from autonas.protocols import Context, Shape
from autonas.records import Record, current_versions, study_info
from autonas.resolve import Resolved, describe
from autonas.stability import recent_gain
from autonas.storage import StudyStore
from autonas.study import Study, check_name

if TYPE_CHECKING:
    from autonas.cluster import Cluster

__all__ = ["Events", "SearchOutcome", "median_seconds", "run_search"]

_SYSTEMATIC = {"error", "missing metric", "worker died"}  # a defect of the study rather than of a candidate
_GO_ON = "nothing that was finished is lost; the same command goes on"
_GIVE_UP_AFTER = 5  # candidates, if the first so many of a search all fail for one systematic reason


def run_search(
    resolved: Resolved,
    *,
    storage_url: str,
    name: str | None = None,
    seed: int = 0,
    devices: Sequence[str] = ("cpu",),
    workers: int = 1,
    cluster: Cluster | None = None,
    deterministic: bool = False,
    out: Path = Path("runs"),
    cache: Path = Path("cache"),
    until_stable: float | None = None,
    limits: Limits = NO_LIMITS,
    events: Events | None = None,
) -> SearchOutcome:
    """Searches until the study has its number of trials, or goes on where an earlier search stopped.

    Args:
        resolved: The study, see `resolve_study`.
        storage_url: Where trials are recorded.
        name: Under which name; the study's own by default.
        seed: The root of all randomness; part of the study's identity.
        devices: Resolved, ("cpu",) or ("cuda:0", "cuda:1"): of one type.
        workers: Processes that train candidates side by side, for each device.
        cluster: Where candidates run instead of on this machine.
        deterministic: Proposes a generation only when the ones before it have ended, from these alone: with any number
            of workers the same candidates. Without it, what is proposed with several workers depends on who ends first.
        out: Folder of the candidates' files: out/name/number/.
        cache: Folder of prepared data.
        until_stable: Stops earlier when `recent_gain` falls below this share; None never does.
        limits: What a candidate may use; none by default.
        events: Who watches.

    Raises:
        UsageError: Bad input; nothing was changed.
        AutonasError: The search failed as a whole; what was finished is recorded.
    """
    events = events or Events()
    name = check_name(resolved.study.name if name is None else name)
    if seed < 0:
        raise UsageError(f"seed must be 0 or more, got {seed}", hint="use --seed 0")
    for device in devices:
        if device.partition(":")[0] != resolved.device_type:
            raise UsageError(f"the study was resolved for {resolved.device_type}, but is to run on {device}")
    if cluster is None:
        refuse_too_many_workers(devices, workers)
    if limits != NO_LIMITS and resolved.study.trainer is None:
        raise UsageError("a study that trains nothing knows no limits of candidates", hint="leave them out")
    identity = {**resolved.description, "seed": seed}
    if resolved.study.trainer is not None:
        identity["device"] = resolved.device_type  # another device gives other scores
    if deterministic:
        identity["deterministic"] = True  # which is only true if all of it was
    try:
        outcome = _already_finished(storage_url, name, identity, resolved.study.n_trials)
        if outcome is None:
            context = Context(seed=seed, device=devices[0], cache=_writable(cache), folder=_writable(out / name))
            make = executor_for if cluster is None else cluster.executor_for
            executor = make(resolved, context, devices=devices, workers=workers, limits=limits)
            with contextlib.closing(executor):
                if resolved.study.trainer is not None:
                    events.preparing("preparing the data")
                identity["data"] = describe(executor.prepare(events.preparing))
                with StudyStore.create(storage_url, study_info(resolved, name, seed, identity)) as store:
                    store.refuse_if_different(identity)
                    _note_versions(store.info.versions, events)
                    with store.lease() as lease:
                        search = _Search(resolved.study, store, executor, context, lease, events)
                        outcome = search.run(until_stable=until_stable, deterministic=deterministic)
    except KeyboardInterrupt:  # before the first candidate
        outcome = outcome_of(name, "interrupted", (), resolved.study.n_trials)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        raise AutonasError(f"{where}{error.strerror}", hint=_GO_ON) from error
    events.ended(outcome)
    return outcome


class _Search:
    """One run of a search, by the holder of the study's lease."""

    def __init__(
        self,
        study: Study,
        store: StudyStore,
        executor: Executor,
        context: Context,
        lease: Lease,
        events: Events,
    ) -> None:
        self._study = study
        self._store = store
        self._executor = executor
        self._context = context
        self._lease = lease
        self._events = events
        self._records = {record.number: record for record in store.records()}
        self._reasons: list[str] = []  # of this run's candidates, empty if complete
        self._feasible: dict[str, bool] = {}
        self._started: dict[int, float] = {}  # when, of the candidates that run
        self._proposer = Proposer(
            study.space,
            population_size=study.population_size,
            seed=context.seed,
            directions=study.directions,
            feasible=self._is_feasible,
        )

    def run(self, *, until_stable: float | None = None, deterministic: bool = False) -> SearchOutcome:
        """Runs candidates until the study has its number of trials, or its front gains less than a share."""
        self._store.set_n_trials(self._study.n_trials)
        self._events.opened(tuple(self._records.values()))
        status: Status | None = None
        try:
            while status is None or self._started:
                status = self._fill_slots(until_stable, deterministic)
                if self._started or status is None:  # on a cluster there may be no slot for now
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

    def _fill_slots(self, until_stable: float | None, deterministic: bool) -> Status | None:
        """Starts candidates while there is room; returns why there will be no more, None if there may be."""
        while self._executor.n_free:
            if self._n_finished + len(self._started) >= self._study.n_trials:
                return "finished"
            trial = self._waiting()
            if trial is None:
                number = len(self._records)
                known = self._known(before=self._proposer.generation(number) if deterministic else None)
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
        left = (r for r in self._records.values() if not r.finished and r.number not in self._started)
        return min(left, key=lambda record: record.number, default=None)

    def _propose(self, number: int, known: Sequence[Record]) -> Record:
        record = self._store.enqueue(self._study.space, self._proposer.propose(number, known))
        assert record.number == number, "another process has added trials"
        self._records[number] = record
        return record

    def _start(self, waiting: Record) -> None:
        """Starts a trial; one that is refused for its shape has ended at once."""
        self._started[waiting.number] = time.monotonic()
        trial = self._store.start(waiting.number)
        shape = self._study.space.decode(trial.genome)
        self._events.started(trial.number, shape, self._n_finished, self._study.n_trials)
        admitted = self._admit(trial)
        if isinstance(admitted, Scored):
            candidate = Candidate(number=trial.number, genome=trial.genome, metrics=admitted.metrics)
            self._executor.submit(candidate)
        else:
            self._record(trial.number, admitted)

    def _admit(self, trial: Record) -> Scored | Failed:
        """Returns what is known from the shape alone, or why that is enough to fail it."""
        shape = self._study.space.decode(trial.genome)
        context = replace(self._context, folder=self._context.folder / str(trial.number))
        return guarded(lambda: Scored(metrics=evaluate_stage(self._study, "shape", shape, context)), context)

    def _is_feasible(self, shape: Shape) -> bool:
        """Whether the constraints on metrics of stage "shape" hold; asked before a shape is proposed."""
        key = shape_key(shape)
        if key not in self._feasible:
            self._feasible[key] = self._keeps_constraints(shape)
        return self._feasible[key]

    def _keeps_constraints(self, shape: Shape) -> bool:
        for evaluator in self._study.at_stage("shape"):
            bounds = [c for c in self._study.constraints if c.metric in evaluator.metrics]
            if not bounds:
                continue
            try:
                metrics = evaluator.evaluate(shape, self._context)
            except CandidateError:
                return False
            except Exception:  # a defect: it is recorded when the candidate is admitted
                return True
            if any(metrics.get(bound.metric, bound.upper) > bound.upper for bound in bounds):
                return False
        return True

    def _record(self, number: int, outcome: Scored | Failed) -> None:
        self._lease.check()
        seconds = time.monotonic() - self._started.pop(number)
        if isinstance(outcome, Scored):
            record = self._store.complete(
                number,
                objective_values(self._study, outcome.metrics),
                metrics=outcome.metrics,
                violations=violations(self._study, outcome.metrics),
                curve=list(outcome.curve),
                seconds=seconds,
            )
        else:
            record = self._store.fail(number, reason=outcome.reason, message=outcome.message, seconds=seconds)
        self._records[number] = record
        self._events.finished(record)
        self._reasons.append(record.reason)
        self._refuse_if_defective(record)

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


def _already_finished(url: str, name: str, identity: Mapping[str, Any], n_trials: int) -> SearchOutcome | None:
    """Returns the outcome if there is nothing left to do; refuses early what must be refused. Only reads."""
    store = StudyStore.find(url, name) if check_database(url) else None
    if store is None:
        return None
    with store:
        store.refuse_if_different({"data": store.info.description.get("data"), **identity})
        store.refuse_if_searching()
        records = store.records()
    if sum(record.finished for record in records) < n_trials or any(r.state == "running" for r in records):
        return None
    return outcome_of(name, "already finished", records, n_trials)


def _note_versions(started_with: Mapping[str, str], events: Events) -> None:
    now = current_versions()
    changed = [f"{name} {old} -> {now[name]}" for name, old in started_with.items() if now.get(name) != old]
    if changed:
        events.preparing(f"note: scores may differ from earlier ones: {', '.join(changed)}")


def _writable(folder: Path) -> Path:
    """Returns the folder, made if need be.

    Raises:
        UsageError: It cannot be made or written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError as error:
        raise UsageError(f"{folder} cannot be written to: {error.strerror}", hint="choose another folder") from error
