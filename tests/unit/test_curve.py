"""The loss-size curve: it finds known curves, shrugs off outliers, and says None where there is no curve."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autonas.curve import fit_curve

SIZES = np.geomspace(3e5, 1e8, 24)


def test_a_power_law_with_a_floor_is_recovered():
    curve = fit_curve(SIZES, 0.8 + 1.1 * (SIZES / 1e6) ** -0.3)
    assert curve is not None
    for size in (5e5, 3e6, 5e7):
        assert curve.predict(size) == pytest.approx(0.8 + 1.1 * (size / 1e6) ** -0.3, abs=4e-3)
    assert curve.floor == pytest.approx(0.8, abs=0.08)


def test_three_points_give_a_curve_without_a_floor():
    curve = fit_curve([1e6, 2e6, 4e6], [2.0, 2.0 * 2**-0.1, 2.0 * 4**-0.1])
    assert curve is not None
    assert curve.floor == 0
    assert curve.exponent == pytest.approx(0.1, abs=0.005)


def test_outliers_do_not_move_it():
    losses = 0.8 + 1.1 * (SIZES / 1e6) ** -0.3
    clean = fit_curve(SIZES, losses)
    losses[[3, 11, 20]] += 2.0
    spoiled = fit_curve(SIZES, losses)
    assert clean is not None
    assert spoiled is not None
    for size in SIZES:
        assert spoiled.predict(size) == pytest.approx(clean.predict(size), abs=0.01)
    assert spoiled.distance(SIZES[3], losses[3]) == pytest.approx(2.0, abs=0.02)


@given(st.lists(st.tuples(st.floats(1e5, 1e8), st.floats(0.5, 3.0)), min_size=3, max_size=30))
def test_it_never_rises_and_splits_the_points(points):
    sizes, losses = zip(*points, strict=True)
    curve = fit_curve(sizes, losses)
    if len(set(sizes)) < 3:
        assert curve is None
        return
    assert curve is not None
    predictions = [curve.predict(size) for size in sorted(sizes)]
    assert all(a >= b - 1e-9 for a, b in pairwise(predictions))
    assert min(curve.floor, curve.scale, curve.exponent) >= 0
    distances = [curve.distance(size, loss) for size, loss in points]
    assert min(distances) <= 1e-4  # a curve of least absolute distances never lies on one side of all points
    assert max(distances) >= -1e-4


@pytest.mark.parametrize(
    ("sizes", "losses"),
    [
        ([], []),
        ([1e6, 2e6], [2.0, 1.9]),
        ([1e6, 1e6, 1e6, 1e6], [2.0, 1.9, 1.8, 1.7]),
        ([1e6, 2e6, 4e6], [2.0, float("nan"), 1.8]),
        ([1e6, 2e6, 0], [2.0, 1.9, 1.8]),
        ([1e6, 2e6, 4e6], [2.0, float("inf"), 1.8]),
    ],
)
def test_too_little_to_fit_says_none(sizes, losses):
    assert fit_curve(sizes, losses) is None


def test_a_loss_that_grows_with_size_gets_a_flat_curve():
    curve = fit_curve(SIZES, 1.0 + np.log(SIZES / SIZES[0]))
    assert curve is not None
    assert curve.predict(SIZES[0]) == pytest.approx(curve.predict(SIZES[-1]))
