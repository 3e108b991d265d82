"""Dominance, front, hypervolume, crowding and knee against brute force."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autonas.errors import UsageError
from autonas.pareto import (
    crowding,
    dominates,
    first_fronts,
    hypervolume,
    hypervolume_curve,
    knee,
    most_together,
    non_dominated,
    reference_point,
)

DIRECTIONS = st.sampled_from(["minimize", "maximize"])


@st.composite
def problems(draw, min_size=0, max_size=12):
    """Points on a small integer grid (many ties) with the directions of their objectives."""
    n_objectives = draw(st.integers(1, 4))
    point = st.tuples(*[st.integers(0, 4)] * n_objectives)
    points = draw(st.lists(point, min_size=min_size, max_size=max_size))
    return points, [draw(DIRECTIONS) for _ in range(n_objectives)]


def losses(points, directions):
    return [[-v if d == "maximize" else v for v, d in zip(p, directions, strict=True)] for p in points]


def beats(a, b):
    return all(x <= y for x, y in zip(a, b, strict=True)) and a != b


@given(problems())
def test_front_equals_brute_force(problem):
    points, directions = problem
    rows = losses(points, directions)
    expected = [i for i, a in enumerate(rows) if not any(beats(b, a) for b in rows)]
    assert non_dominated(points, directions) == expected


@given(problems(), st.integers(1, 14))
def test_the_first_fronts_are_peeled_off_one_by_one(problem, n):
    points, directions = problem
    left, expected = list(range(len(points))), []
    while left and len(expected) < n:
        front = [left[i] for i in non_dominated([points[i] for i in left], directions)]
        expected += front
        left = [i for i in left if i not in front]
    assert first_fronts(points, n, directions) == sorted(expected)


@given(problems(min_size=2, max_size=2))
def test_dominance_equals_its_definition(problem):
    points, directions = problem
    a, b = losses(points, directions)
    assert dominates(*points, directions) == beats(a, b)
    assert not dominates(points[0], points[0], directions)


@given(problems())
def test_hypervolume_equals_counting_cells(problem):
    points, directions = problem
    worst = [5 if d == "minimize" else -1 for d in directions]
    rows = losses(points, directions)
    offsets = [0 if d == "minimize" else -4 for d in directions]
    cells = itertools.product(*[range(o, o + 5) for o in offsets])
    covered = sum(any(all(x <= c for x, c in zip(r, cell, strict=True)) for r in rows) for cell in cells)
    assert hypervolume(points, worst, directions) == pytest.approx(covered)


def test_points_that_are_not_finite_count_nothing():
    points = [[0.5, 0.5], [np.nan, 0.1], [-np.inf, 0.2], [0.1, np.inf]]
    assert non_dominated(points) == [0]
    assert hypervolume(points, [1, 1]) == pytest.approx(0.25)
    assert knee(points) == 0


@given(problems(min_size=1))
def test_hypervolume_curve_is_the_hypervolume_of_each_prefix(problem):
    points, directions = problem
    reference = reference_point(points, directions)
    curve = hypervolume_curve([None, *points[:1], None, *points[1:]], reference, directions)
    assert curve[0] == 0
    assert curve[2] == curve[1]
    prefixes = [hypervolume(points[: i + 1], reference, directions) for i in range(len(points))]
    assert [curve[1], *curve[3:]] == pytest.approx(prefixes)


@given(problems(min_size=1))
def test_every_point_is_inside_the_reference_point(problem):
    points, directions = problem
    (reference,) = losses([reference_point(points, directions)], directions)
    for row in losses(points, directions):
        assert all(x < bound for x, bound in zip(row, reference, strict=True))


@given(problems(max_size=8))
def test_each_next_member_adds_most_to_those_before(problem):
    points, directions = problem
    order = most_together(points, directions)
    front = non_dominated(points, directions)
    assert sorted(order) == front
    if not front:
        return
    reference = reference_point([points[i] for i in front], directions)

    def volume(indices):
        return hypervolume([points[i] for i in indices], reference, directions)

    for n in range(len(order)):
        assert volume(order[: n + 1]) == pytest.approx(max(volume([*order[:n], i]) for i in front))
        best = max(volume(few) for few in itertools.combinations(front, n + 1))
        assert volume(order[: n + 1]) >= (1 - 1 / math.e) * best - 1e-9


def test_of_neighbours_one_is_taken_early():
    corners, neighbours = [(0.0, 10.0), (10.0, 0.0)], [(1.0, 1.0), (1.01, 0.99)]
    assert most_together([*corners, *neighbours])[0] in (2, 3)


def test_crowding_by_hand():
    points = [[0, 10, 7], [1, 8, 7], [3, 4, 7], [10, 0, 7]]  # the third objective does not vary
    assert crowding(points).tolist() == [np.inf, 0.3 + 0.6, 0.9 + 0.8, np.inf]
    assert crowding([[1, 2]]).tolist() == [0]
    assert crowding([]).tolist() == []


def test_knee_of_a_bulge_is_its_corner():
    assert knee([[0, 10], [1, 4], [2, 2], [6, 1], [10, 0], [9, 9]]) == 2
    assert knee([[0, -10], [1, -4], [2, -2], [6, -1], [10, 0]], ["minimize", "maximize"]) == 2


@given(problems(min_size=1))
def test_knee_is_on_the_front_and_ignores_scale(problem):
    points, directions = problem
    index = knee(points, directions)
    assert index in non_dominated(points, directions)
    assert knee(np.array(points) * 1000.0 - 5, directions) == index


def test_knee_of_degenerate_fronts():
    assert knee([]) is None
    assert knee([[np.nan, 1.0]]) is None
    assert knee([[3.0, 4.0]]) == 0
    assert knee([[3.0, 4.0], [3.0, 4.0]]) == 0
    assert knee([[0.0, 1.0, 5.0], [1.0, 0.0, 5.0]]) == 0  # a tie goes to the first


def test_errors_name_what_is_wrong():
    with pytest.raises(UsageError, match="3 directions for 2 objectives"):
        non_dominated([[1, 2]], ["minimize"] * 3)
    with pytest.raises(UsageError, match="reference point has 3 objectives, the points have 2"):
        hypervolume([[1, 2]], [3, 3, 3])
    with pytest.raises(UsageError, match="got 1 dimensions"):
        non_dominated([1, 2])
    with pytest.raises(UsageError, match="at least one finite point"):
        reference_point([[np.nan, 1.0]])
    with pytest.raises(UsageError, match="direction must be minimize or maximize, got 'up'"):
        non_dominated([[1, 2]], ["up", "minimize"])
