"""pass@k equals enumeration, grows with k and with what passed; its intervals hold what they should."""

from __future__ import annotations

import itertools
from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluators.benchmark.passk import mean_over_tasks, pass_at_k

COUNTS = st.integers(1, 200).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n), st.integers(1, n)))
SHARES = st.lists(st.floats(0, 1), min_size=1, max_size=30)


@pytest.mark.parametrize("n", range(1, 8))
def test_equals_enumeration_of_all_draws(n):
    for passed, k in itertools.product(range(n + 1), range(1, n + 1)):
        samples = [True] * passed + [False] * (n - passed)
        draws = list(itertools.combinations(samples, k))
        assert pass_at_k(n, passed, k) == pytest.approx(sum(map(any, draws)) / len(draws))


@given(counts=COUNTS)
def test_equals_exact_binomials(counts):
    n, passed, k = counts
    assert pass_at_k(n, passed, k) == pytest.approx(1 - comb(n - passed, k) / comb(n, k), abs=1e-12)


@given(counts=COUNTS)
def test_grows_with_k_and_with_what_passed(counts):
    n, passed, k = counts
    here = pass_at_k(n, passed, k)
    assert 0 <= here <= 1
    if k < n:
        assert pass_at_k(n, passed, k + 1) >= here - 1e-12
    if passed < n:
        assert pass_at_k(n, passed + 1, k) >= here
    assert (here == 0) == (passed == 0)
    assert pass_at_k(n, passed, 1) == pytest.approx(passed / n)


def test_is_stable_where_coefficients_overflow():
    assert pass_at_k(100_000, 1, 100) == pytest.approx(0.001)
    assert pass_at_k(100_000, 99_999, 1) == pytest.approx(0.99999)


def test_is_unbiased():
    """The mean estimate over many runs is the true chance, which the naive 1 - (1 - c/n)^k misses."""
    n, k, chance = 10, 5, 0.2
    passed = np.random.default_rng(0).binomial(n, chance, size=20_000)
    true = 1 - (1 - chance) ** k
    assert np.mean([pass_at_k(n, int(c), k) for c in passed]) == pytest.approx(true, abs=0.006)
    assert abs(np.mean(1 - (1 - passed / n) ** k) - true) > 0.02


@pytest.mark.parametrize(("n", "passed", "k"), [(5, 0, 6), (5, 0, 0), (5, 6, 1), (5, -1, 1)])
def test_impossible_counts_are_refused(n, passed, k):
    with pytest.raises(ValueError, match="must be between"):
        pass_at_k(n, passed, k)


@given(values=SHARES, seed=st.integers(0, 5))
def test_an_interval_holds_its_value_and_is_repeatable(values, seed):
    rate = mean_over_tasks(values, seed=seed)
    assert rate.value == pytest.approx(np.mean(values))
    assert 0 <= rate.low <= rate.value <= rate.high <= 1
    assert rate == mean_over_tasks(values, seed=seed)


def test_the_interval_of_a_half_is_that_of_the_normal_approximation():
    rate = mean_over_tasks([0.0, 1.0] * 200, seed=0)
    assert rate.high - rate.low == pytest.approx(2 * 1.96 * 0.5 / 20, rel=0.1)


def test_nothing_or_everything_is_not_certain():
    none, all_ = mean_over_tasks([0.0] * 20, seed=0), mean_over_tasks([1.0] * 20, seed=0)
    assert (none.low, none.high) == (0, pytest.approx(0.1684, abs=1e-4))  # Clopper and Pearson's, 0 of 20
    assert (all_.low, all_.high) == (pytest.approx(0.8316, abs=1e-4), 1)


def test_no_tasks_have_no_mean():
    with pytest.raises(ValueError, match="no tasks"):
        mean_over_tasks([], seed=0)
