"""How far scores can be believed: against scipy, and on data whose truth is known."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.stats import spearmanr

from autonas.fidelity import agreements, front_probabilities, spearman, spread
from autonas.records import Record
from autonas.study import Objective

LOSS, SIZE = Objective(metric="loss"), Objective(metric="parameters")


def record(number: int, loss: float | None, parameters: float) -> Record:
    values = None if loss is None else (loss, parameters)
    metrics = {} if loss is None else {"loss": loss, "parameters": parameters}
    state = "failed" if loss is None else "complete"
    return Record(
        number=number, state=state, genome={}, shape={}, shape_key="", generation=0, values=values, metrics=metrics
    )


@pytest.mark.parametrize("seed", range(5))
def test_spearman_is_scipys_with_ties_too(seed):
    rng = np.random.default_rng(seed)
    x, y = rng.integers(6, size=(2, 12)).astype(float)
    value, low, high = spearman(x, y)
    assert value == pytest.approx(spearmanr(x, y).statistic)
    assert -1 <= low <= value <= high <= 1


def test_the_interval_is_narrow_where_there_is_much_and_wide_where_there_is_little():
    rng = np.random.default_rng(0)
    x = rng.normal(size=200)
    y = x + rng.normal(size=200)
    few, many = spearman(x[:8], y[:8]), spearman(x, y)
    assert few[2] - few[1] > 3 * (many[2] - many[1])
    assert all(math.isnan(end) for end in spearman(x[:4], y[:4])[1:]), "four say nothing"
    assert math.isnan(spearman([1.0, 1.0, 1.0], [1.0, 2.0, 3.0])[0])


def test_agreement_at_equal_size_is_apart_from_that_of_the_loss():
    """The loss follows the size at both budgets; what is left is turned round by the larger one."""
    sizes = [1e5 * 1.5**i for i in range(10)]
    left = [0.01 * (-1) ** i for i in range(10)]
    short = [record(i, 10 * n**-0.1 + d, n) for i, (n, d) in enumerate(zip(sizes, left, strict=True))]
    long = [record(i, 8 * n**-0.1 - d, n) for i, (n, d) in enumerate(zip(sizes, left, strict=True))]
    found = {a.metric: a for a in agreements([*short, record(99, None, 1e5)], long, (LOSS, SIZE))}
    assert set(found) == {"loss", "loss at equal size"}, "a size is the same at any budget"
    assert found["loss"].value > 0.95
    assert found["loss"].separates
    assert found["loss at equal size"].value < 0
    assert not found["loss at equal size"].separates
    assert agreements(short, long[:2], (LOSS, SIZE)) == []


def test_the_spread_is_pooled_over_candidates():
    rng = np.random.default_rng(0)
    truth = {number: 1.5 + 0.1 * number for number in range(40)}
    runs = [[record(n, mean + 0.02 * rng.normal(), 100.0) for n, mean in truth.items()] for _ in range(3)]
    found = spread(runs)
    assert found.deviations[0] == pytest.approx(0.02, rel=0.15)
    assert found.deviations[1] == 0
    assert found.degrees == 80
    assert found.values[0].shape == (3, 2)
    assert spread(runs[:1]) is None


def test_probability_of_being_on_the_front():
    """Two that are clearly on it, one clearly not, and two equals that the noise cannot tell apart."""
    values = {0: (1.0, 300.0), 1: (2.0, 100.0), 2: (2.5, 400.0), 3: (1.5, 200.0), 4: (1.5, 200.0)}
    rng = np.random.default_rng(1)
    runs = [[record(n, loss + 0.01 * rng.normal(), size) for n, (loss, size) in values.items()] for _ in range(3)]
    chances = front_probabilities(spread(runs), ["minimize", "minimize"])
    assert chances[0] == chances[1] == 1.0
    assert chances[2] == 0.0
    assert chances[3] + chances[4] == pytest.approx(1.0)
    assert 0.02 < chances[3] < 0.98
