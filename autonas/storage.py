"""Studies and their trials in an Optuna storage: SQLite by default, any other database by URL.

One process owns ask and tell (see `autonas.lease`), so a trial goes WAITING -> RUNNING -> COMPLETE or FAIL by
single transactions. What a killed search left RUNNING goes back to WAITING in place: same number and genome.
"""

from __future__ import annotations

import contextlib
import difflib
import json
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, TypeVar

import optuna
import sqlalchemy as sa
from optuna.exceptions import ExperimentalWarning
from optuna.storages import RDBStorage
from optuna.trial import FrozenTrial, TrialState, create_trial

from autonas import trial_rows
from autonas.database import check_database, database_errors, masked, open_database, quiet_optuna
from autonas.errors import UsageError
from autonas.interrupts import uninterrupted
from autonas.lease import Lease, held_lease, holder
from autonas.proposer import Proposal, distributions, generation_attrs, shape_fields, shape_key, to_params
from autonas.protocols import DescribingSpace, SearchSpace
from autonas.records import CANDIDATE, OUTCOME, Record, StudyInfo, StudySummary, ended, record_of
from autonas.resolve import differences
from autonas.server import RETRY_SECONDS, ConnectionLostError, creating, retried
from autonas.stability import recent_gain

__all__ = ["Record", "StudyInfo", "StudyStore", "StudySummary", "list_studies"]

_INFO = "autonas"  # the study's user attribute that makes it one of ours
_TARGET = "autonas_n_trials"
_T = TypeVar("_T")


class StudyStore:
    """One study in a storage. Use as a context manager, or `close` it."""

    def __init__(self, storage: RDBStorage, study_id: int, url: str) -> None:
        self._storage = storage
        self._study_id = study_id
        self._url = url
        self._trial_ids: dict[int, int] = {}  # by number; they never change
        self._lease: Lease | None = None
        self._patience = RETRY_SECONDS
        with database_errors(url):
            attrs = storage.get_study_user_attrs(study_id)
        self.info = StudyInfo.from_json(attrs[_INFO])
        self.n_trials = int(attrs.get(_TARGET, 0))

    @classmethod
    def open(cls, url: str, name: str) -> StudyStore:
        """Opens an existing study for reading.

        Raises:
            UsageError: No such storage or study; nothing is created.
        """
        store = cls.find(url, name)
        if store is not None:
            return store
        known = [summary.info.name for summary in list_studies(url)]
        close = difflib.get_close_matches(name, known, n=1)
        guess = f"did you mean {close[0]!r}? " if close else ""
        raise UsageError(
            f"there is no study {name!r} in {masked(url)}",
            hint=f"{guess}studies there: {', '.join(known) or 'none'}",
        )

    @classmethod
    def find(cls, url: str, name: str) -> StudyStore | None:
        """Opens an existing study, or returns None if the storage, which must exist, does not hold it."""
        storage = open_database(url, create=False)
        try:
            with database_errors(url):
                study_id = storage.get_study_id_from_name(name)
                if _INFO not in storage.get_study_user_attrs(study_id):
                    raise UsageError(f"study {name!r} is another program's", hint="choose another --name")
            return cls(storage, study_id, url)
        except KeyError:
            storage.engine.dispose()
            return None
        except BaseException:
            storage.engine.dispose()
            raise

    @classmethod
    def create(cls, url: str, info: StudyInfo) -> StudyStore:
        """Opens the study of that name, which is created (and the database too) if it does not exist."""
        check_database(url)  # what is wrong with it is said before anything is created
        with database_errors(url), creating(sa.make_url(url)):
            storage = open_database(url, create=True)
            try:
                return cls(storage, _create_study(storage, info), url)
            except BaseException:
                storage.engine.dispose()
                raise

    def __enter__(self) -> StudyStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the connections."""
        self._storage.engine.dispose()

    @property
    def study_id(self) -> int:
        """Its number in the storage."""
        return self._study_id

    def records(self) -> list[Record]:
        """Returns all trials, by number."""
        trials = self._retried(lambda _: self._storage.get_all_trials(self._study_id, deepcopy=False))
        return [record_of(trial) for trial in sorted(trials, key=lambda trial: trial.number)]

    def record(self, number: int) -> Record:
        """Returns one trial.

        Raises:
            UsageError: There is no such trial.
        """
        with database_errors(self._url):
            try:
                return record_of(self._storage.get_trial(self._trial_id(number)))
            except KeyError:
                n_trials = self._storage.get_n_trials(self._study_id)
        allowed = f"trials there: 0 to {n_trials - 1}" if n_trials else "it has no trials yet"
        raise UsageError(f"study {self.info.name!r} has no trial {number}", hint=allowed)

    @contextlib.contextmanager
    def lease(self) -> Iterator[Lease]:
        """Holds the right to change the study; first puts back what a dead search left RUNNING."""
        with contextlib.ExitStack() as stack:
            with database_errors(self._url):
                lease = stack.enter_context(held_lease(self._storage.engine, self.info.name))
            stack.callback(setattr, self, "_lease", None)
            self._lease = lease
            self.recover()
            yield lease

    def refuse_if_searching(self) -> None:
        """Raises a UsageError if a search holds the study now."""
        with database_errors(self._url):
            current = holder(self._storage.engine, self.info.name)
        if current is not None and current.alive:
            raise current.refusal(self.info.name)

    def recover(self) -> list[int]:
        """Puts all RUNNING trials back to WAITING; returns their numbers. Only for the lease's holder."""
        found: set[int] = set()
        self._written(lambda connection, _: found.update(trial_rows.put_back(connection, self._study_id)))
        return sorted(found)

    def refuse_if_different(self, description: Mapping[str, Any]) -> None:
        """Raises a UsageError that names what differs from what the study was started with."""
        found = differences(self.info.description, json.loads(json.dumps(description)))
        if any(path.startswith("space") for path, _, _ in found):  # which the genes only repeat
            found = [difference for difference in found if not difference[0].startswith("genes")]
        if found:
            shown = "; ".join(f"{path} {_short(old)} -> {_short(new)}" for path, old, new in found[:4])
            more = f" and {len(found) - 4} more" if len(found) > 4 else ""
            raise UsageError(
                f"study {self.info.name!r} was started with other settings: {shown}{more}",
                hint="go on with the old settings, or start another study with --name",
            )

    def set_n_trials(self, n_trials: int) -> None:
        """Records how many candidates the study shall reach; not part of its identity."""
        self._written(lambda connection, _: trial_rows.set_user_attr(connection, self._study_id, _TARGET, n_trials))
        self.n_trials = n_trials

    def enqueue(self, space: SearchSpace, proposal: Proposal) -> Record:
        """Adds a proposal as a WAITING trial; one transaction. Nobody else may add one meanwhile."""
        trial = create_trial(
            state=TrialState.WAITING,
            params=to_params(space, proposal.genome),
            distributions=distributions(space),
            system_attrs=generation_attrs(proposal.generation),
        )
        candidate = {
            "genome": dict(proposal.genome),
            "shape": shape_fields(proposal.shape),
            "shape_key": shape_key(proposal.shape),
            "summary": space.summary(proposal.shape) if isinstance(space, DescribingSpace) else "",
            "generation": proposal.generation,
            "origin": proposal.origin,
            "parent": proposal.parent,
        }
        trial.system_attrs = {**trial.system_attrs, CANDIDATE: json.loads(json.dumps(candidate))}  # as it will be read

        def add(connection: sa.Connection, _: bool) -> None:
            n_trials = trial_rows.count_settled(connection, self._study_id)
            if trial.number < 0:  # as it is made: no earlier attempt has come so far
                trial.number = n_trials
            if trial.number == n_trials:  # else an attempt whose end was not heard of has added it
                self._trial_ids[trial.number] = trial_rows.add(connection, self._study_id, trial)

        self._written(add)
        return record_of(trial)

    def start(self, trial: Record) -> Record:
        """Marks a WAITING trial as RUNNING."""
        now = datetime.now(UTC)

        def start(connection: sa.Connection, again: bool) -> None:
            started = trial_rows.start(connection, self._trial_id(trial.number), now)
            assert started or again, "not waiting"  # else an attempt whose end was not heard of has started it

        self._written(start)
        return replace(trial, state="running", started=now.astimezone().replace(tzinfo=None))  # as Optuna reads it

    def complete(
        self,
        trial: Record,
        values: Sequence[float],
        *,
        metrics: Mapping[str, float],
        violations: Mapping[str, float],
        **attrs: Any,
    ) -> Record:
        """Marks a RUNNING trial as complete. A positive violation of any constraint makes it infeasible."""
        outcome = {"metrics": dict(metrics), **attrs}
        return self._finish(trial, TrialState.COMPLETE, outcome, values=values, violations=violations)

    def fail(self, trial: Record, *, reason: str, message: str, **attrs: Any) -> Record:
        """Marks a RUNNING trial as failed for a reason."""
        return self._finish(trial, TrialState.FAIL, {"reason": reason, "message": message, **attrs})

    def prune(self, trial: Record, *, reason: str, message: str, **attrs: Any) -> Record:
        """Marks a RUNNING trial as stopped early; it has no values."""
        return self._finish(trial, TrialState.PRUNED, {"reason": reason, "message": message, **attrs})

    def _finish(
        self,
        trial: Record,
        state: TrialState,
        outcome: Mapping[str, Any],
        *,
        values: Sequence[float] = (),
        violations: Mapping[str, float] | None = None,
    ) -> Record:
        # The keys under which Optuna's samplers and dashboards look for constraints.
        constraints = create_trial(state=TrialState.FAIL, constraints=dict(violations or {})).system_attrs
        attrs = {OUTCOME: outcome, **constraints}

        def finish(connection: sa.Connection, again: bool) -> None:
            finished = trial_rows.finish(connection, self._trial_id(trial.number), state, values, attrs)
            assert finished or again, "not running"  # else an attempt whose end was not heard of has finished it

        self._written(finish)
        return ended(trial, state, outcome, values, violations or {})

    def _written(self, operation: Callable[[sa.Connection, bool], _T]) -> _T:
        """Runs what writes, see `retried`, in one transaction with the proof that no other search has taken over."""

        def attempt(again: bool) -> _T:
            with uninterrupted(), self._storage.engine.begin() as connection:
                if self._lease is not None:
                    self._lease.beat(connection)
                return operation(connection, again)

        return self._retried(attempt)

    def _retried(self, operation: Callable[[bool], _T]) -> _T:
        with database_errors(self._url):
            try:
                return retried(operation, seconds=self._patience)
            except (ConnectionLostError, KeyboardInterrupt):
                self._patience = 0.0  # what cleans up afterwards shall not wait once more
                raise

    def _trial_id(self, number: int) -> int:
        if number not in self._trial_ids:
            find = self._storage.get_trial_id_from_study_id_trial_number
            self._trial_ids[number] = find(self._study_id, number)
        return self._trial_ids[number]


def list_studies(url: str) -> list[StudySummary]:
    """Returns all of autonas's studies in a storage, the latest first.

    Raises:
        UsageError: There is no such storage; none is created.
    """
    storage = open_database(url, create=False)
    try:
        with database_errors(url):
            names = [study.study_name for study in storage.get_all_studies() if _INFO in study.user_attrs]
            summaries = [_summary(storage, storage.get_study_id_from_name(name)) for name in names]
    finally:
        storage.engine.dispose()
    return sorted(summaries, key=lambda s: s.info.created, reverse=True)


def _summary(storage: RDBStorage, study_id: int) -> StudySummary:
    attrs = storage.get_study_user_attrs(study_id)
    info = StudyInfo.from_json(attrs[_INFO])
    trials = storage.get_all_trials(study_id, deepcopy=False)
    states = [trial.state for trial in trials]
    times = [t for trial in trials for t in (trial.datetime_start, trial.datetime_complete) if t is not None]
    current = holder(storage.engine, info.name)
    return StudySummary(
        info=info,
        n_trials=int(attrs.get(_TARGET, 0)),
        n_complete=states.count(TrialState.COMPLETE),
        n_failed=states.count(TrialState.FAIL),
        n_pruned=states.count(TrialState.PRUNED),
        n_running=states.count(TrialState.RUNNING),
        n_waiting=states.count(TrialState.WAITING),
        gain=_gain(info, trials),
        searching=current is not None and current.alive,
        updated=max(times, default=None),
    )


def _gain(info: StudyInfo, trials: Sequence[FrozenTrial]) -> float | None:
    records = [record_of(trial) for trial in sorted(trials, key=lambda trial: trial.number)]
    population_size = info.description.get("population_size")
    return recent_gain(records, [o.direction for o in info.objectives], population_size) if population_size else None


def _create_study(storage: RDBStorage, info: StudyInfo) -> int:
    """Returns the id of the study of that name; it exists afterwards, with all its attributes.

    The attribute that makes it ours is written last, so a search killed in between just starts here again.
    """
    directions = [objective.direction for objective in info.objectives]
    with warnings.catch_warnings(), quiet_optuna():
        warnings.simplefilter("ignore", ExperimentalWarning)
        study = optuna.create_study(storage=storage, study_name=info.name, directions=directions, load_if_exists=True)
        if _INFO not in study.user_attrs:
            if study.user_attrs or study.trials or [d.name.lower() for d in study.directions] != directions:
                raise UsageError(f"study {info.name!r} is another program's", hint="choose another --name")
            study.set_metric_names([objective.label or objective.metric for objective in info.objectives])
            study.set_user_attr(_INFO, info.to_json())
    return storage.get_study_id_from_name(info.name)


def _short(value: Any) -> str:
    text = "nothing" if value is None else json.dumps(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
