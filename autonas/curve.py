"""The loss that is usual at a size: a curve through all candidates, and each candidate's distance from it.

Loss and parameter count nearly determine each other, so what a search can win is quality at equal size.
That is read as the distance from this curve: negative is better than candidates of that size usually are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from autonas.records import Record

__all__ = ["AT_EQUAL_SIZE", "LossSizeCurve", "distances", "fit_curve", "size_metric"]

Floats = NDArray[np.float64]

AT_EQUAL_SIZE = "loss at equal size"  # what tables call the distance

_SIZES = ("file_bytes", "parameters")  # how large a candidate is: where files differ in precision, those count
_MIN_POINTS = 3
_FLOOR_POINTS = 8  # with fewer points a third parameter would bend the curve through the noise
_EXPONENTS = np.concatenate([[0.0], np.geomspace(0.005, 2.0, 80)])
_ROUNDS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class LossSizeCurve:
    """loss = floor + scale * (size / unit) ** -exponent, where the size is a number of parameters, or bytes of files.

    The form is that of published scaling laws (Hoffmann et al. 2022, https://arxiv.org/abs/2203.15556, at a
    fixed number of tokens). `unit` is the geometric mean of the fitted sizes; it keeps the scale readable.
    """

    floor: float
    scale: float
    exponent: float
    unit: float

    def predict(self, size: float) -> float:
        """Returns the usual loss at a size."""
        return float(self.floor + self.scale * (size / self.unit) ** -self.exponent)

    def distance(self, size: float, loss: float) -> float:
        """Returns how far a loss lies above the curve, in the loss's unit. Negative: better than usual."""
        return loss - self.predict(size)


def size_metric(records: Sequence[Record]) -> str | None:
    """Returns the metric that says how large candidates are, None if they have none."""
    return next((name for name in _SIZES if any(name in record.metrics for record in records)), None)


def distances(records: Sequence[Record]) -> dict[int, float]:
    """Returns how far each candidate's loss lies above the curve through all of them, by trial.

    Those without a loss or a size are left out. Empty where there is no curve.
    """
    size = size_metric(records)
    if size is None:
        return {}
    known = [r for r in records if r.values is not None and "loss" in r.metrics and size in r.metrics]
    curve = fit_curve([r.metrics[size] for r in known], [r.metrics["loss"] for r in known])
    if curve is None:
        return {}
    return {r.number: curve.distance(r.metrics[size], r.metrics["loss"]) for r in known}


def fit_curve(sizes: Sequence[float], losses: Sequence[float]) -> LossSizeCurve | None:
    """Fits the curve with the least sum of absolute distances.

    Absolute distances make it a median curve: about half of the candidates lie above it, and a few bad ones
    (a network that did not learn) do not move it. Floor, scale and exponent are not negative: the curve
    never rises with size. With fewer than 8 points the floor is 0.

    Returns:
        The curve, or None with fewer than 3 usable points (finite, positive) or fewer than 3 different sizes.
    """
    across = np.asarray(sizes, dtype=float)
    values = np.asarray(losses, dtype=float)
    usable = np.isfinite(across) & np.isfinite(values) & (across > 0) & (values > 0)
    across, values = across[usable], values[usable]
    if len(np.unique(across)) < _MIN_POINTS:
        return None
    unit = float(np.exp(np.log(across).mean()))
    powers = (across / unit) ** -_EXPONENTS[:, None]  # (exponents, points)
    candidates = [_fit_scale(powers, values)]
    if len(values) >= _FLOOR_POINTS:
        candidates.append(_fit_floor_and_scale(powers, values))
    floors, scales = (np.concatenate(parts) for parts in zip(*candidates, strict=True))
    errors = np.abs(floors[:, None] + scales[:, None] * np.tile(powers, (len(candidates), 1)) - values).sum(axis=1)
    # A floor must earn its place: rounding keeps ties with the simpler fit, which comes first.
    best = int(np.argmin(errors.round(12)))
    return LossSizeCurve(
        floor=float(floors[best]),
        scale=float(scales[best]),
        exponent=float(_EXPONENTS[best % len(_EXPONENTS)]),
        unit=unit,
    )


def _fit_scale(powers: Floats, values: Floats) -> tuple[Floats, Floats]:
    """The best scale of each exponent without a floor: the median of value / power, weighted by power."""
    scales = np.array([_weighted_median(values / power, power) for power in powers])
    return np.zeros(len(powers)), scales


def _fit_floor_and_scale(powers: Floats, values: Floats) -> tuple[Floats, Floats]:
    """The best floor and scale of each exponent, by iteratively reweighted least squares."""
    tolerance = 1e-6 * float(np.median(values))
    weights = np.ones_like(powers)
    floors, scales = np.zeros(len(powers)), np.zeros(len(powers))
    for _ in range(_ROUNDS):
        total = weights.sum(axis=1)
        mean_power = (weights * powers).sum(axis=1) / total
        mean_value = (weights * values).sum(axis=1) / total
        centred = powers - mean_power[:, None]
        variance = (weights * centred**2).sum(axis=1)
        covariance = (weights * centred * (values - mean_value[:, None])).sum(axis=1)
        scales = np.where(variance > 0, covariance / np.where(variance > 0, variance, 1.0), 0.0)
        floors = mean_value - scales * mean_power
        residuals = values - floors[:, None] - scales[:, None] * powers
        weights = 1.0 / np.maximum(np.abs(residuals), tolerance)
    allowed = (floors >= 0) & (scales >= 0)  # the others are covered by the fit without a floor, or flat
    return np.where(allowed, floors, float(np.median(values))), np.where(allowed, scales, 0.0)


def _weighted_median(values: Floats, weights: Floats) -> float:
    order = np.argsort(values, kind="stable")
    cumulative = np.cumsum(weights[order])
    return float(values[order[np.searchsorted(cumulative, cumulative[-1] / 2)]])
