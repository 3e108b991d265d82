"""The flow of one candidate, wherever it runs: shape -> network -> refusal or training -> scores."""

from __future__ import annotations

import contextlib
import errno
import math
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from autonas.errors import AutonasError, CandidateError, CandidateStopped
from autonas.protocols import Accelerated, BuildableSpace, Context, Shape, Stage
from autonas.study import Study

__all__ = [
    "Failed", "Outcome", "Scored", "Stopped", "evaluate_stage", "from_plain", "guarded", "kernels_used",
    "objective_values", "score", "to_plain", "violations",
]  # fmt: skip

Metrics = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A candidate that was scored: its metrics, and its learning curve if it was trained."""

    metrics: Mapping[str, float]
    curve: Sequence[Mapping[str, float]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A candidate that could not be scored: a short stable word, and a line for people."""

    reason: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped:
    """A candidate whose training was ended early: nothing is known of its scores but that they will not do."""

    reason: str
    message: str
    curve: Sequence[Mapping[str, float]] = ()


Outcome = Scored | Failed | Stopped
_KINDS: Mapping[str, type[Scored] | type[Failed] | type[Stopped]] = {
    "Scored": Scored, "Failed": Failed, "Stopped": Stopped
}  # fmt: skip


def to_plain(outcome: Outcome) -> dict[str, Any]:
    """Returns an outcome as plain data, for another process; `from_plain` is the inverse."""
    return {"kind": type(outcome).__name__, **asdict(outcome)}


def from_plain(data: Mapping[str, Any]) -> Outcome:
    """Returns what `to_plain` was given."""
    fields = dict(data)
    return _KINDS[fields.pop("kind")](**fields)


def score(study: Study, shape: Shape, known: Mapping[str, float], context: Context) -> Scored:
    """Builds, checks, trains and scores one candidate.

    Args:
        study: What is searched for.
        shape: The candidate.
        known: Its metrics of stage "shape".
        context: Where it runs.

    Raises:
        CandidateError: It cannot or must not be scored.
    """
    metrics = dict(known)
    curve: Sequence[Mapping[str, float]] = ()
    if study.trainer is not None or study.at_stage("built"):
        assert isinstance(study.space, BuildableSpace), "checked by Study"
        network = study.space.build(shape, context.seed)
        metrics |= evaluate_stage(study, "built", network, context)  # refuses what must not be trained
        if study.trainer is not None and study.budget is not None:
            trained = study.trainer.train(network, study.budget, context)
            curve = [{name: float(value) for name, value in point.items()} for point in trained.curve]
            metrics |= {name: float(value) for name, value in trained.metrics.items()}
            if context.micro_batches > 1:
                metrics["training_micro_batches"] = float(context.micro_batches)
            metrics |= evaluate_stage(study, "trained", trained, context)
    objective_values(study, metrics)
    violations(study, metrics)
    finite = {name: value for name, value in metrics.items() if math.isfinite(value)}
    return Scored(metrics=finite, curve=curve)


def evaluate_stage(study: Study, stage: Stage, subject: Any, context: Context) -> Metrics:
    """Returns the metrics of all evaluators of a stage."""
    metrics: Metrics = {}
    for evaluator in study.at_stage(stage):
        metrics |= {name: float(value) for name, value in evaluator.evaluate(subject, context).items()}
    return metrics


def kernels_used(study: Study, context: Context) -> list[str]:
    """Returns the packages whose kernels the study's networks use on the device.

    Raises:
        AutonasError: One is installed and cannot be used.
    """
    return list(study.space.kernels(context.device)) if isinstance(study.space, Accelerated) else []


def objective_values(study: Study, metrics: Mapping[str, float]) -> tuple[float, ...]:
    """Returns the objectives' values, in the study's order.

    Raises:
        CandidateError: One is missing or not finite.
    """
    return tuple(_finite(objective.metric, metrics) for objective in study.objectives)


def violations(study: Study, metrics: Mapping[str, float]) -> Metrics:
    """Returns by how much each constraint is exceeded; zero or less where it holds.

    Raises:
        CandidateError: A metric is missing or not finite.
    """
    return {c.metric: _finite(c.metric, metrics) - c.upper for c in study.constraints}


def _finite(name: str, metrics: Mapping[str, float]) -> float:
    if name not in metrics:
        raise CandidateError(f"no evaluator reported {name!r}", reason="missing metric")
    if not math.isfinite(metrics[name]):
        raise CandidateError(f"{name} is {metrics[name]}", reason="not finite")
    return metrics[name]


def guarded(run: Callable[[], Scored], context: Context) -> Outcome:
    """Returns what `run` returns, or why it did not: one candidate's error never ends the search.

    An error that is no CandidateError is a bug somewhere: its traceback goes to error.txt in the folder.

    Raises:
        AutonasError: The disk is full, which is not the candidate's fault.
    """
    context.folder.mkdir(parents=True, exist_ok=True)
    try:
        return run()
    except CandidateStopped as stop:
        return Stopped(reason="dominated", message=stop.message, curve=tuple(stop.curve))
    except CandidateError as error:
        return Failed(reason=error.reason, message=error.message)
    except MemoryError as error:
        return Failed(reason="out of memory", message=_one_line(error))
    except Exception as error:
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise AutonasError(f"no space is left: {error}", hint="free some; the same command goes on") from error
        (context.folder / "error.txt").write_text(traceback.format_exc())
        return Failed(reason="error", message=_one_line(error))
    finally:
        with contextlib.suppress(OSError):
            context.folder.rmdir()  # only if nothing was put there


def _one_line(error: BaseException) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:500]
