"""Stopping a training that will be dominated: its scores are predicted from its learning curve, with their uncertainty.

All candidates of a study read the same text in the same order, so their curves compare point by point. At a few points
the final values of the objectives that training decides are regressed on the loss there and on what is known from the
shape, over the candidates that are complete. The prediction is a multivariate t: few candidates give a wide one. What
the shape decides is known exactly. A candidate is stopped if the front so far dominates it with a high probability.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autonas.errors import CandidateStopped
from autonas.pareto import non_dominated
from autonas.records import Record
from autonas.study import Objective

__all__ = ["LOOKS", "StopRule", "Watch", "stop_rule"]

Floats = NDArray[np.float64]

LOOKS = (0.25, 0.5, 0.75)  # shares of the training after which it may be stopped
_LEAST = 8  # complete candidates, before anything is predicted
_LEAST_DEGREES = 3  # of freedom, for the spread
_SMOOTH = 3  # points of a curve whose mean is its loss
_DRAWS = 4000
_RIDGE = 1.0  # prior precision of the standardised slopes: with few candidates a slope may be luck


@dataclass(frozen=True, slots=True, kw_only=True)
class StopRule:
    """What a training must know to stop itself: plain data, for one candidate.

    Attributes:
        threshold: Probability of being dominated from which on it is stopped.
        rivals: Values of what training decides, (R, M), of the front's members that are no worse in what the shape
            decides; smaller is better.
        looks: By the step of a curve's point, how its loss predicts these values: `center` and `scale` of the losses,
            the regression's `inverse` (D, D) and `slopes` (D, M), the residuals' `covariance` (M, M), and the
            `degrees` of freedom.
        known: The candidate's standardised features from its shape, (D - 2,).
    """

    threshold: float
    rivals: Sequence[Sequence[float]]
    looks: Mapping[int, Mapping[str, Any]]
    known: Sequence[float]

    def probability(self, step: int, losses: Sequence[float]) -> float:
        """Returns how probable it is that the candidate will be dominated.

        Args:
            step: One of `looks`.
            losses: The curve up to that step.
        """
        look = self.looks[step]
        loss = (_smoothed(losses) - look["center"]) / look["scale"]
        features = np.array([1.0, loss, *self.known])
        inverse, slopes = np.array(look["inverse"]), np.array(look["slopes"])
        spread = np.array(look["covariance"]) * (1 + features @ inverse @ features)
        rng = np.random.default_rng(step)
        normal = rng.multivariate_normal(np.zeros(len(spread)), spread, size=_DRAWS, method="eigh")
        drawn = features @ slopes + normal / np.sqrt(rng.chisquare(look["degrees"], size=(_DRAWS, 1)) / look["degrees"])
        rivals = np.array(self.rivals)
        dominated = (rivals[None] <= drawn[:, None]).all(axis=2).any(axis=1)
        return float(dominated.mean())


class Watch:
    """Follows one training by a rule.

    Args:
        rule: None lets every training go on.
    """

    def __init__(self, rule: StopRule | None) -> None:
        self._rule = rule
        self._curve: list[Mapping[str, float]] = []

    def __call__(self, point: Mapping[str, float]) -> None:
        """Takes the next point of the learning curve.

        Raises:
            CandidateStopped: The candidate will probably be dominated.
        """
        self._curve.append(point)
        step = int(point["step"])
        if self._rule is None or step not in self._rule.looks:
            return
        probability = self._rule.probability(step, [p["loss"] for p in self._curve])
        if probability >= self._rule.threshold:
            raise CandidateStopped(
                f"after {int(point['tokens']):,} tokens the front dominates it with a probability of {probability:.3f}",
                curve=self._curve,
            )


def stop_rule(
    records: Sequence[Record], objectives: Sequence[Objective], known: Mapping[str, float], threshold: float
) -> StopRule | None:
    """Returns the rule for a candidate, None if nothing can be said of it yet.

    Args:
        records: All trials of the study so far, by number.
        known: The candidate's metrics that its shape decides.
        threshold: Probability of being dominated.
    """
    complete = [r for r in records if r.state == "complete" and r.feasible and r.values is not None and r.curve]
    open_ = [i for i, objective in enumerate(objectives) if objective.metric not in known]
    steps = _look_steps(complete)
    if len(complete) < _LEAST or not open_ or not steps:
        return None
    signs = np.array([-1.0 if o.direction == "maximize" else 1.0 for o in objectives])
    values = np.array([r.values for r in complete], dtype=float) * signs
    given = [i for i in range(len(objectives)) if i not in open_]
    own = np.array([known[objectives[i].metric] for i in given]) * signs[given]
    front = values[non_dominated(values)]
    rivals = front[(front[:, given] <= own).all(axis=1)][:, open_]
    if not len(rivals):
        return None
    shape_features, own_features = _standardised(values[:, given], own)
    looks = {
        step: look
        for step in steps
        if (look := _fit([_losses_until(r, step) for r in complete], shape_features, values[:, open_])) is not None
    }
    return StopRule(threshold=threshold, rivals=rivals.tolist(), looks=looks, known=own_features.tolist())


def _look_steps(records: Sequence[Record]) -> list[int]:
    """Returns the steps of the looks, if all curves have the same points."""
    grids = {tuple(int(p["step"]) for p in r.curve) for r in records}
    if len(grids) != 1:
        return []
    (grid,) = grids
    return [max(step for step in grid if step <= share * grid[-1]) for share in LOOKS if grid[0] <= share * grid[-1]]


def _losses_until(record: Record, step: int) -> float:
    return _smoothed([p["loss"] for p in record.curve if p["step"] <= step])


def _smoothed(losses: Sequence[float]) -> float:
    return float(np.mean(losses[-_SMOOTH:]))


def _standardised(columns: Floats, own: Floats) -> tuple[Floats, Floats]:
    """Returns features from what the shapes decide: by the logarithm where all is positive, in units of its spread."""
    positive = (columns > 0).all(axis=0) & (own > 0)
    columns = np.where(positive, np.log(np.where(positive, columns, 1.0)), columns)
    own = np.where(positive, np.log(np.where(positive, own, 1.0)), own)
    center, scale = columns.mean(axis=0), columns.std(axis=0)
    scale = np.where(scale > 0, scale, 1.0)
    return (columns - center) / scale, (own - center) / scale


def _fit(losses: Sequence[float], features: Floats, values: Floats) -> dict[str, Any] | None:
    """Regresses final values (N, M) on the losses at a look and the shapes' features (N, D - 2)."""
    center, scale = float(np.mean(losses)), float(np.std(losses))
    if not np.isfinite(scale) or scale == 0:
        return None
    x = np.column_stack([np.ones(len(losses)), (np.array(losses) - center) / scale, features])
    precision = np.full(x.shape[1], _RIDGE)
    precision[0] = 0.0  # the level is free
    inverse = np.linalg.inv(x.T @ x + np.diag(precision))
    slopes = inverse @ x.T @ values
    residuals = values - x @ slopes
    degrees = len(losses) - x.shape[1]
    if degrees < _LEAST_DEGREES:
        return None
    covariance = residuals.T @ residuals / degrees
    return {
        "center": center,
        "scale": scale,
        "inverse": inverse.tolist(),
        "slopes": slopes.tolist(),
        "covariance": covariance.tolist(),
        "degrees": degrees,
    }
