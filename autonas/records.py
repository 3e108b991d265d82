"""What is stored of a trial and of a study, as plain data."""

from __future__ import annotations

import dataclasses
import json
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from optuna.trial import FrozenTrial, TrialState

from autonas.resolve import Resolved, fingerprint
from autonas.study import Constraint, Objective

__all__ = [
    "CANDIDATE", "OUTCOME", "Record", "StudyInfo", "StudySummary",
    "current_versions", "ended", "record_of", "study_info",
]  # fmt: skip

# System attributes of a trial: what was proposed, and what came of it. Not those of the user: the dashboard shows these
# on one line, as wide as it becomes, and loads them with every trial.
CANDIDATE, OUTCOME = "autonas:candidate", "autonas:outcome"
_PACKAGES = ("autonas", "torch", "optuna", "numpy")  # whose versions are noted
_STATES = {
    TrialState.COMPLETE: "complete",
    TrialState.FAIL: "failed",
    TrialState.PRUNED: "pruned",
    TrialState.RUNNING: "running",
    TrialState.WAITING: "waiting",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One trial.

    Attributes:
        state: "complete", "failed", "pruned", "running" or "waiting".
        summary: The shape in one short line, if the space has one.
        origin: "seed", "random" or "child"; "rung" for a trial of a search that is trained longer.
        parent: The number of that trial.
        values: The objectives', in the study's order, if complete.
        feasible: Whether all constraints hold.
        reason: Why it failed or was stopped ("pruned"): a short stable word; `message` is for people.
        seconds: Wall time from start to end.
    """

    number: int
    state: str
    genome: Mapping[str, Any]
    shape: Mapping[str, Any]
    shape_key: str
    generation: int
    summary: str = ""
    origin: str = ""
    parent: int | None = None
    values: tuple[float, ...] | None = None
    feasible: bool = True
    metrics: Mapping[str, float] = field(default_factory=dict)
    curve: Sequence[Mapping[str, float]] = ()
    reason: str = ""
    message: str = ""
    seconds: float | None = None
    started: datetime | None = None

    @property
    def finished(self) -> bool:
        """Whether it is complete or has failed: it will not be run again."""
        return self.state in ("complete", "failed", "pruned")


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyInfo:
    """What a study was started with. `description` identifies it, `versions` and `created` are notes."""

    name: str
    reference: str
    device_type: str
    seed: int
    objectives: tuple[Objective, ...]
    constraints: tuple[Constraint, ...]
    description: Mapping[str, Any]
    hash: str
    overrides: tuple[tuple[str, str], ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)
    created: str = ""

    @property
    def is_rung(self) -> bool:
        """Whether it is no search of its own, but trains the best of one longer or with other seeds."""
        return "rung" in self.description

    def to_json(self) -> dict[str, Any]:
        """Returns plain data; `from_json` is the inverse."""
        return dataclasses.asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> StudyInfo:
        """Returns what `to_json` has written."""
        values = dict(data)
        values["objectives"] = tuple(Objective(**item) for item in data["objectives"])
        values["constraints"] = tuple(Constraint(**item) for item in data["constraints"])
        values["overrides"] = tuple((path, value) for path, value in data["overrides"])
        return cls(**values)


@dataclass(frozen=True, slots=True, kw_only=True)
class StudySummary:
    """One study of a storage, counted.

    Attributes:
        gain: What the last generations have added to the front's hypervolume, see `recent_gain`.
        searching: Whether a search is running now.
    """

    info: StudyInfo
    n_trials: int
    n_complete: int
    n_failed: int
    n_pruned: int
    n_running: int
    n_waiting: int
    gain: float | None
    searching: bool
    updated: datetime | None


def study_info(resolved: Resolved, name: str, seed: int, description: Mapping[str, Any]) -> StudyInfo:
    """Returns what a study is started with, to be stored."""
    study = resolved.study
    return StudyInfo(
        name=name,
        reference=resolved.reference,
        device_type=resolved.device_type,
        seed=seed,
        objectives=study.objectives,
        constraints=study.constraints,
        description=json.loads(json.dumps(description)),
        hash=fingerprint(description),
        overrides=resolved.overrides,
        versions=current_versions(),
        created=datetime.now(UTC).isoformat(timespec="microseconds"),
    )


def current_versions() -> dict[str, str]:
    """Returns the versions on which scores may depend."""
    return {package: _version(package) for package in _PACKAGES} | {"python": platform.python_version()}


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def record_of(trial: FrozenTrial) -> Record:
    """Returns a trial of Optuna's storage as a record."""
    # One attribute each, as each costs several queries; earlier versions had the user's, and before, one by one.
    user, system = trial.user_attrs, trial.system_attrs
    attrs = {**user, **user.get("candidate", {}), **user.get("outcome", {})}
    attrs |= {**system.get(CANDIDATE, {}), **system.get(OUTCOME, {})}
    return Record(
        number=trial.number,
        state=_STATES[trial.state],
        genome=attrs.get("genome", {}),
        shape=attrs.get("shape", {}),
        shape_key=attrs.get("shape_key", ""),
        generation=attrs.get("generation", 0),
        summary=attrs.get("summary", ""),
        origin=attrs.get("origin", ""),
        parent=attrs.get("parent"),
        values=tuple(trial.values) if trial.state == TrialState.COMPLETE else None,
        feasible=all(violation <= 0 for violation in trial.constraints.values()),
        started=trial.datetime_start,
        **_outcome_fields(attrs),
    )


def ended(
    trial: Record,
    state: TrialState,
    outcome: Mapping[str, Any],
    values: Sequence[float],
    violations: Mapping[str, float],
) -> Record:
    """Returns a running trial as it will be read after its end, see `record_of`."""
    attrs = json.loads(json.dumps(outcome))
    return dataclasses.replace(
        trial,
        state=_STATES[state],
        values=tuple(float(value) for value in values) if state == TrialState.COMPLETE else None,
        feasible=all(violation <= 0 for violation in violations.values()),
        **_outcome_fields(attrs),
    )


def _outcome_fields(attrs: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "metrics": attrs.get("metrics", {}),
        "curve": tuple(attrs.get("curve", ())),
        "reason": attrs.get("reason", ""),
        "message": attrs.get("message", ""),
        "seconds": attrs.get("seconds"),
    }
