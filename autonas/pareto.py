"""Dominance, the front, its hypervolume, crowding and knee.

Values are arrays (n, m) of n points with m objectives. Directions are "minimize" or "maximize", one an
objective; without directions everything is minimised.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence

import moocore
import numpy as np
from numpy.typing import ArrayLike, NDArray

from autonas.errors import UsageError

__all__ = [
    "crowding", "dominates", "first_fronts", "hypervolume", "hypervolume_curve", "knee", "most_together",
    "non_dominated", "reference_point",
]  # fmt: skip

Floats = NDArray[np.float64]

_SIGNS = {"minimize": 1.0, "maximize": -1.0}


def dominates(a: ArrayLike, b: ArrayLike, directions: Sequence[str] | None = None) -> bool:
    """Whether `a` is at least as good as `b` in every objective and better in one."""
    left, right = _losses(np.stack([np.asarray(a, dtype=float), np.asarray(b, dtype=float)]), directions)
    return bool(np.all(left <= right) and np.any(left < right))


def non_dominated(values: ArrayLike, directions: Sequence[str] | None = None) -> list[int]:
    """Returns the front's indices, ascending. Equal points are all on it; points not finite never are."""
    losses = _losses(values, directions)
    finite = np.flatnonzero(np.isfinite(losses).all(axis=1))
    if not len(finite):
        return []
    on_front = moocore.is_nondominated(losses[finite], keep_weakly=True)
    return [int(i) for i in finite[on_front]]


def first_fronts(values: ArrayLike, n: int, directions: Sequence[str] | None = None) -> list[int]:
    """Returns the indices of the first fronts that hold n points together, ascending: n or more of them, or all.

    The second front is what would be the front without the first, and so on. All values are finite.
    """
    losses = _losses(values, directions)
    if len(losses) <= n:
        return list(range(len(losses)))
    ranks = moocore.pareto_rank(losses)
    return [int(i) for i in np.flatnonzero(ranks <= np.sort(ranks)[n - 1])]


def reference_point(values: ArrayLike, directions: Sequence[str] | None = None, *, margin: float = 0.1) -> list[float]:
    """Returns a reference point for `hypervolume`: `margin` of each objective's range beyond its worst value.

    Two hypervolumes can only be compared under the same reference point, so compute it once, of all the
    points to be compared, and keep it.
    """
    losses = _losses(values, directions)
    losses = losses[np.isfinite(losses).all(axis=1)]
    if not len(losses):
        raise UsageError("a reference point needs at least one finite point, got none", hint="run some trials first")
    worst = losses.max(axis=0)
    spread = worst - losses.min(axis=0)
    reference = worst + margin * np.where(spread > 0, spread, np.maximum(np.abs(worst), 1.0))
    return [float(x) for x in reference * _signs(directions, losses.shape[1])]


def hypervolume(values: ArrayLike, reference: ArrayLike, directions: Sequence[str] | None = None) -> float:
    """Returns the exact volume that the points dominate, bounded by the reference point (moocore).

    Points that are not finite, or not better than the reference in every objective, add nothing.
    """
    losses = _losses(values, directions)
    bound = _losses(np.asarray(reference, dtype=float)[None], directions)[0]
    if losses.shape[1] != len(bound):
        raise UsageError(
            f"the reference point has {len(bound)} objectives, the points have {losses.shape[1]}",
            hint="give one reference value for each objective",
        )
    inside = losses[(losses < bound).all(axis=1) & np.isfinite(losses).all(axis=1)]
    if not len(inside):
        return 0.0
    if losses.shape[1] == 1:
        return float(bound[0] - inside.min())
    return float(moocore.hypervolume(inside, ref=bound))


def hypervolume_curve(
    values: Sequence[Sequence[float] | None], reference: ArrayLike, directions: Sequence[str] | None = None
) -> list[float]:
    """Returns the hypervolume after each trial. None, a trial without values, repeats the last one."""
    curve: list[float] = []
    front: list[Sequence[float]] = []
    for point in values:
        if point is None:
            curve.append(curve[-1] if curve else 0.0)
            continue
        front.append(point)
        front = [front[i] for i in non_dominated(front, directions)]
        curve.append(hypervolume(front, reference, directions) if front else 0.0)
    return curve


def most_together(values: ArrayLike, directions: Sequence[str] | None = None) -> list[int]:
    """Returns the front's indices, each next the one that adds most hypervolume to those before it.

    So the first n are nearly the best n to have together: at least 63 % of what any n have (Guerreiro, Fonseca and
    Paquete 2016, https://doi.org/10.1162/EVCO_a_00188). What each alone adds to the whole front would not do: two
    members side by side add next to nothing each, and none of them would be taken. Under the points' own reference
    point; the first of several that add alike.
    """
    points = np.asarray(values, dtype=float)
    front = non_dominated(points, directions)
    if not front:
        return []
    reference = reference_point(points[front], directions)
    order: list[int] = []
    volume = 0.0
    heap = [(-np.inf, i, -1) for i in front]  # a point, what it added in which step: that never grows
    while heap:
        loss, i, step = heapq.heappop(heap)
        if step == len(order):
            volume -= loss
            order.append(i)
        else:
            gain = hypervolume(points[[*order, i]], reference, directions) - volume
            heapq.heappush(heap, (-gain, i, len(order)))
    return order


def crowding(values: ArrayLike, directions: Sequence[str] | None = None) -> Floats:
    """Returns the crowding distance of each point (Deb et al. 2002, https://doi.org/10.1109/4235.996017).

    The sum over the objectives of the gap between a point's two neighbours, in units of the objective's
    range; infinite at an extreme of any objective that varies. An objective that does not vary counts
    nothing.
    """
    losses = _losses(values, directions)
    distance = np.zeros(len(losses))
    for column in losses.T:
        spread = column.max() - column.min() if len(column) else 0.0
        if spread <= 0:
            continue
        order = np.argsort(column, kind="stable")
        distance[order[[0, -1]]] = np.inf
        distance[order[1:-1]] += (column[order[2:]] - column[order[:-2]]) / spread
    return distance


def knee(values: ArrayLike, directions: Sequence[str] | None = None, *, settled: Sequence[int] = ()) -> int | None:
    """Returns the index of the front's best compromise, or None without a finite point.

    The member of the front that bulges farthest towards the ideal from the hyperplane through the extremes,
    after each objective is scaled to [0, 1] over the front (Das 1999, "On characterizing the knee of the
    Pareto curve", https://doi.org/10.1007/BF01195985). The hyperplane is taken through the corners of the
    unit box, which are the extremes of two objectives and stay defined when one member is extreme in
    several; its normal weighs all objectives alike, so the knee is the member with the least sum of scaled
    objectives. Objectives that do not vary over the front count nothing; ties go to the member that is
    nearest to the ideal, then to the first.

    Args:
        settled: Indices of objectives that count nothing either, as a bound says what is good enough.
    """
    losses = _losses(values, directions)
    front = non_dominated(losses)
    if not front:
        return None
    members = np.delete(losses[front], list(settled), axis=1)
    spread = np.ptp(members, axis=0)
    scaled = (members - members.min(axis=0)) / np.where(spread > 0, spread, 1.0)
    ranking = np.lexsort((np.linalg.norm(scaled, axis=1).round(12), scaled.sum(axis=1).round(12)))
    return front[int(ranking[0])]


def _losses(values: ArrayLike, directions: Sequence[str] | None) -> Floats:
    array = np.asarray(values, dtype=float)
    if array.ndim != 2:
        if array.size == 0:
            return np.zeros((0, len(directions) if directions else 0))
        raise UsageError(f"points must form an (n, m) array, got {array.ndim} dimensions", hint="pass a list of points")
    return array * _signs(directions, array.shape[1])


def _signs(directions: Sequence[str] | None, n_objectives: int) -> Floats:
    if directions is None:
        return np.ones(n_objectives)
    if len(directions) != n_objectives:
        raise UsageError(
            f"got {len(directions)} directions for {n_objectives} objectives",
            hint="give one direction an objective",
        )
    for direction in directions:
        if direction not in _SIGNS:
            raise UsageError(
                f"a direction must be minimize or maximize, got {direction!r}",
                hint="name one for each objective",
            )
    return np.array([_SIGNS[direction] for direction in directions])
