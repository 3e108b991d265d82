"""Running a study in a place: its data, its storage, its lease, and then its candidates."""

from __future__ import annotations

import contextlib
import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autonas.cores import refuse_too_many_workers
from autonas.database import check_database
from autonas.engine import Engine, Source
from autonas.errors import AutonasError, UsageError
from autonas.events import Events, SearchOutcome, outcome_of
from autonas.executors import Executor, executor_for
from autonas.limits import NO_LIMITS, Limits
from autonas.protocols import Context
from autonas.records import current_versions, study_info
from autonas.resolve import Resolved, describe, differences
from autonas.storage import StudyStore

if TYPE_CHECKING:
    from autonas.cluster import Cluster

__all__ = ["Place", "Plan", "run_study"]

_GO_ON = "nothing that was finished is lost; the same command goes on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where candidates run, what they may use, and where what comes of them is kept.

    Attributes:
        storage_url: Where trials are recorded.
        devices: Resolved, ("cpu",) or ("cuda:0", "cuda:1"): of one type.
        workers: Processes that train candidates side by side, for each device.
        cluster: Where candidates run instead of on this machine.
        limits: What a candidate may use.
        out: Folder of the candidates' files: out/name/number/.
        cache: Folder of prepared data.
    """

    storage_url: str
    devices: Sequence[str] = ("cpu",)
    workers: int = 1
    cluster: Cluster | None = None
    limits: Limits = NO_LIMITS
    out: Path = Path("runs")
    cache: Path = Path("cache")

    def check(self, resolved: Resolved) -> None:
        """Raises a UsageError if the study cannot run here."""
        for device in self.devices:
            if device.partition(":")[0] != resolved.device_type:
                raise UsageError(f"the study was resolved for {resolved.device_type}, but is to run on {device}")
        if self.cluster is None:
            refuse_too_many_workers(self.devices, self.workers)
        if self.limits != NO_LIMITS and resolved.study.trainer is None:
            raise UsageError("a study that trains nothing knows no limits of candidates", hint="leave them out")

    def described(self) -> str:
        """Returns where candidates run, in words.

        Raises:
            UsageError: The cluster has not what they need.
        """
        if self.cluster is not None:
            return self.cluster.place(self.devices[0], self.workers)
        each = " each" if len(self.devices) > 1 else ""
        return ", ".join(self.devices) + (f", {self.workers} workers{each}" if self.workers > 1 else "")

    def executor(self, resolved: Resolved, context: Context, *, threads: int | None = None) -> Executor:
        """Returns what runs the candidates, each with so many threads, or with its share of the cores."""
        make = executor_for if self.cluster is None else self.cluster.executor_for
        return make(resolved, context, devices=self.devices, workers=self.workers, threads=threads, limits=self.limits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is run.

    Attributes:
        name: Under which the study is stored.
        seed: The root of all randomness; part of the study's identity.
        source: Returns where the candidates come from; its context is that of all of them.
        identity: What identifies the study besides its description and its seed.
        data: What its data must be; anything if None.
        deterministic: Proposes a generation only when the ones before it have ended, from these alone. On the CPU each
            candidate is trained with one thread then: torch sums some gradients thread by thread (LayerNorm's), so
            with another number of them, as of workers, scores differ in their last digits.
        until_stable: Stops earlier when `recent_gain` falls below this share; None never does.
    """

    resolved: Resolved
    name: str
    seed: int
    source: Callable[[Context], Source]
    identity: Mapping[str, Any] = field(default_factory=dict)
    data: Mapping[str, Any] | None = None
    deterministic: bool = False
    until_stable: float | None = None

    def full_identity(self) -> dict[str, Any]:
        """Returns all that identifies the study but its data."""
        identity = {**self.resolved.description, "seed": self.seed, **self.identity}
        if self.resolved.study.trainer is not None:
            identity["device"] = self.resolved.device_type  # another device gives other scores
        if self.deterministic:
            identity["deterministic"] = True  # which is only true if all of it was
        return identity


def run_study(plan: Plan, place: Place, events: Events) -> SearchOutcome:
    """Runs a study until it has its number of trials, or goes on where an earlier run stopped.

    Raises:
        UsageError: Bad input; nothing was changed.
        AutonasError: The run failed as a whole; what was finished is recorded.
    """
    place.check(plan.resolved)
    try:
        outcome = _already_finished(plan, place.storage_url) or _run(plan, place, events)
    except KeyboardInterrupt:  # before the first candidate
        outcome = outcome_of(plan.name, "interrupted", (), plan.resolved.study.n_trials)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        raise AutonasError(f"{where}{error.strerror}", hint=_GO_ON) from error
    events.ended(outcome)
    return outcome


def _run(plan: Plan, place: Place, events: Events) -> SearchOutcome:
    resolved, identity = plan.resolved, plan.full_identity()
    cache = place.cache if place.cache.is_dir() else _writable(place.cache)  # what is prepared is only read
    folder = _writable(place.out / plan.name)
    context = Context(seed=plan.seed, device=place.devices[0], cache=cache, folder=folder)
    threads = 1 if plan.deterministic and resolved.device_type == "cpu" else None
    with contextlib.closing(place.executor(resolved, context, threads=threads)) as executor:
        if resolved.study.trainer is not None:
            events.preparing("preparing the data")
        identity["data"] = describe(executor.prepare(events.preparing))
        _refuse_other_data(plan.data, identity["data"])
        with StudyStore.create(place.storage_url, study_info(resolved, plan.name, plan.seed, identity)) as store:
            store.refuse_if_different(identity)
            _note_versions(store.info.versions, events)
            with store.lease() as lease:
                source = plan.source(context)
                engine = Engine(resolved.study, store, executor, context, lease, events, source, plan.deterministic)
                return engine.run(until_stable=plan.until_stable)


def _already_finished(plan: Plan, url: str) -> SearchOutcome | None:
    """Returns the outcome if there is nothing left to do; refuses early what must be refused. Only reads."""
    store = StudyStore.find(url, plan.name) if check_database(url) else None
    if store is None:
        return None
    with store:
        store.refuse_if_different({"data": store.info.description.get("data"), **plan.full_identity()})
        store.refuse_if_searching()
        records = store.records()
    n_trials = plan.resolved.study.n_trials
    if sum(record.finished for record in records) < n_trials or any(r.state == "running" for r in records):
        return None
    return outcome_of(plan.name, "already finished", records, n_trials)


def _refuse_other_data(wanted: Mapping[str, Any] | None, found: Any) -> None:
    if wanted is None or not (changed := differences(dict(wanted), json.loads(json.dumps(found)))):
        return
    path, old, new = changed[0]
    raise UsageError(
        f"the data is not that of the search: {path} {str(old)[:60]} -> {str(new)[:60]}",
        hint="restore the corpus, or search again",
    )


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
