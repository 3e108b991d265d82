"""How far the scores of one budget can be believed: rank correlation with a larger one, and the spread over seeds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from autonas.curve import AT_EQUAL_SIZE, distances
from autonas.pareto import non_dominated
from autonas.records import Record
from autonas.study import Objective

__all__ = ["Agreement", "Spread", "agreements", "front_probabilities", "spearman", "spread"]

Floats = NDArray[np.float64]

_RESAMPLES = 2000
_DRAWS = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How a metric ranks the same candidates at two budgets: Spearman's coefficient, with its 95 % interval.

    `low` and `high` are nan where there are too few candidates for an interval.
    """

    metric: str
    n: int
    value: float
    low: float
    high: float

    @property
    def separates(self) -> bool:
        """Whether the smaller budget can be said to rank as the larger one does."""
        return self.low > 0


def spearman(first: Sequence[float], second: Sequence[float], *, seed: int = 0) -> tuple[float, float, float]:
    """Returns the rank correlation of two lists, and its 95 % interval by bootstrap over their pairs.

    The coefficient of Spearman (1904), ties with their mean rank. nan where a list does not vary, and for the interval
    of fewer than 5 pairs.
    """
    x, y = np.array(first, dtype=float), np.array(second, dtype=float)
    value = float(_rank_correlations(x[None], y[None])[0])
    if len(x) < 5 or np.isnan(value):
        return value, np.nan, np.nan
    drawn = np.random.default_rng(seed).integers(len(x), size=(_RESAMPLES, len(x)))
    low, high = np.nanquantile(_rank_correlations(x[drawn], y[drawn]), [0.025, 0.975])
    return value, float(low), float(high)


def _rank_correlations(x: Floats, y: Floats) -> Floats:
    """Returns the coefficient of each row's pairs."""
    ranks = [pd.DataFrame(rows).rank(axis=1).to_numpy() for rows in (x, y)]
    a, b = (r - r.mean(axis=1, keepdims=True) for r in ranks)
    scale = np.sqrt((a**2).sum(axis=1) * (b**2).sum(axis=1))
    values: Floats = np.full(len(x), np.nan)
    np.divide((a * b).sum(axis=1), scale, out=values, where=scale > 0)
    return values


def agreements(short: Sequence[Record], long: Sequence[Record], objectives: Sequence[Objective]) -> list[Agreement]:
    """Returns how each objective that training decides, and the loss at equal size, rank at two budgets.

    Args:
        short: Candidates at the smaller budget; the size's curve is fitted through all of them.
        long: Some of these at the larger one, under the same numbers.
    """
    at_short = {r.number: r for r in short if r.values is not None}
    at_long = {r.number: r for r in long if r.values is not None and r.number in at_short}
    numbers = sorted(at_long)
    if len(numbers) < 3:
        return []
    found = []
    for i, objective in enumerate(objectives):
        first, second = ([(at[n].values or ())[i] for n in numbers] for at in (at_short, at_long))
        if first != second:  # a size is the same at any budget
            found.append(_agreement(objective.metric, first, second))
    apart = [distances(list(at.values())) for at in (at_short, at_long)]
    if all(apart) and all(n in at for n in numbers for at in apart):
        found.append(_agreement(AT_EQUAL_SIZE, *([at[n] for n in numbers] for at in apart)))
    return found


def _agreement(metric: str, first: Sequence[float], second: Sequence[float]) -> Agreement:
    value, low, high = spearman(first, second)
    return Agreement(metric=metric, n=len(first), value=value, low=low, high=high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """What other seeds change.

    Attributes:
        deviations: Standard deviation of each objective over seeds, pooled over the candidates.
        degrees: Of freedom of these estimates.
        values: Each candidate's values with all its seeds, (K, M), the search's own first.
    """

    deviations: tuple[float, ...]
    degrees: int
    values: Mapping[int, Floats]


def spread(runs: Sequence[Sequence[Record]]) -> Spread | None:
    """Returns the spread over runs that differ in their seed alone; None if no candidate was trained twice."""
    values: dict[int, list[Sequence[float]]] = {}
    for run in runs:
        for record in run:
            if record.values is not None:
                values.setdefault(record.number, []).append(record.values)
    arrays = {number: np.array(rows, dtype=float) for number, rows in values.items()}
    repeated = [rows for rows in arrays.values() if len(rows) > 1]
    if not repeated:
        return None
    degrees = sum(len(rows) - 1 for rows in repeated)
    squares = sum(((rows - rows.mean(axis=0)) ** 2).sum(axis=0) for rows in repeated)
    deviations = tuple(float(x) for x in np.sqrt(squares / degrees))
    return Spread(deviations=deviations, degrees=degrees, values=arrays)


def front_probabilities(found: Spread, directions: Sequence[str], *, seed: int = 0) -> dict[int, float]:
    """Returns how probable it is, for each candidate, that it is on the front of the means over all seeds.

    A candidate's mean over K seeds is uncertain by the pooled deviation / sqrt(K), with Student's t for the few degrees
    of freedom; the objectives' errors are drawn independently of each other.
    """
    numbers = sorted(found.values)
    means = np.stack([found.values[n].mean(axis=0) for n in numbers])
    scales = np.stack([np.array(found.deviations) / np.sqrt(len(found.values[n])) for n in numbers])
    rng = np.random.default_rng(seed)
    counts = np.zeros(len(numbers))
    for _ in range(_DRAWS):
        drawn = means + scales * rng.standard_t(found.degrees, size=means.shape)
        counts[non_dominated(drawn, directions)] += 1
    return dict(zip(numbers, (counts / _DRAWS).tolist(), strict=True))
