"""The surrogate: it learns what matters from few trials, and its gain is the gain of the hypervolume."""

import numpy as np
import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from autonas.pareto import hypervolume, non_dominated
from autonas.protocols import Gene
from autonas.surrogate import Surrogate, _gains, _gaps, _log_posterior, _Scales, _standardise

GENES = (
    Gene(name="size", choices=(1, 2, 4, 8, 16)),
    Gene(name="kind", choices=("a", "b", "c"), ordered=False),
    Gene(name="idle", choices=tuple(range(7))),
    Gene(name="fixed", choices=(3,)),
)


def genomes(n, seed):
    rng = np.random.default_rng(seed)
    return [{gene.name: gene.choices[rng.integers(len(gene.choices))] for gene in GENES} for _ in range(n)]


def losses(rows):
    quality = {"a": 0.3, "b": 0.0, "c": 0.2}
    return np.array([[1 / row["size"] + quality[row["kind"]], float(row["size"])] for row in rows])


def test_it_picks_the_best_kind_whatever_the_idle_gene_says():
    trials = genomes(40, 0)
    surrogate = Surrogate(GENES)
    # At a size that is on no front yet; "b" is best, and only "b" adds to the front.
    trials = [t for t in trials if not (t["size"] == 4 and t["kind"] == "b")]
    children = [{"size": 4, "kind": kind, "idle": idle, "fixed": 3} for idle in range(7) for kind in "abc"]
    assert children[surrogate.pick(trials, losses(trials), children)]["kind"] == "b"


def test_a_pick_computes_with_one_thread_and_leaves_the_number_to_others(monkeypatch):
    def threads():
        return {pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"}

    inside = []
    monkeypatch.setattr("autonas.surrogate._gains", lambda points, _: inside.append(threads()) or np.zeros(len(points)))
    with threadpool_limits(limits=2, user_api="blas"):
        before = threads()
        Surrogate(GENES).pick(genomes(20, 0), losses(genomes(20, 0)), genomes(5, 1))
        assert inside == [{1}]
        assert threads() == before


def test_a_pick_does_not_depend_on_earlier_calls():
    trials, children = genomes(60, 1), genomes(20, 2)
    used = Surrogate(GENES)
    for n in range(2, 60, 7):
        values = losses(trials[:n])
        fresh = Surrogate(GENES).pick(trials[:n], values, children)
        assert used.pick(trials[:n], values, children) == fresh


def test_children_that_resemble_trials_that_broke_a_constraint_are_left():
    """Kind "b" is best, and breaks the constraint where "idle" is above 3; without trials that say so it is picked."""
    trials = [t for t in genomes(80, 6) if t["size"] != 4]
    kept = [t for t in trials if t["kind"] != "b" or t["idle"] <= 3]
    broken = [t for t in trials if t["kind"] == "b" and t["idle"] > 3]
    children = [{"size": 4, "kind": kind, "idle": idle, "fixed": 3} for idle in (4, 5, 6) for kind in "abc"]
    values = losses(kept)
    assert children[Surrogate(GENES).pick(kept, values, children)]["kind"] == "b"
    assert children[Surrogate(GENES).pick(kept, values, children, broken)]["kind"] != "b"


def test_what_is_known_of_constraints_does_not_depend_on_earlier_calls():
    trials, children = genomes(400, 7), genomes(20, 8)
    used = Surrogate(GENES)
    for n in (5, 9, 40, 41, 180, 399):
        kept = [t for t in trials[:n] if t["kind"] != "c" or t["idle"] > 3]
        broken = [t for t in trials[:n] if t["kind"] == "c" and t["idle"] <= 3]
        fresh = Surrogate(GENES).pick(kept, losses(kept), children, broken)
        assert used.pick(kept, losses(kept), children, broken) == fresh


def test_many_trials_and_constant_objectives_are_fine():
    trials, children = genomes(170, 3), genomes(8, 4)
    values = np.column_stack([losses(trials), np.full(170, 7.0)])
    assert 0 <= Surrogate(GENES).pick(trials, values, children) < 8
    assert 0 <= Surrogate(GENES).pick(trials[:5], np.ones((5, 1)), children) < 8


def test_gain_is_the_hypervolume_that_is_added():
    rng = np.random.default_rng(5)
    targets, points = rng.normal(size=(30, 3)), rng.normal(size=(40, 3)) - 0.7
    front = targets[non_dominated(targets)]
    low, span = front.min(axis=0), np.ptp(front, axis=0)
    gains = _gains(points, targets)
    for point, gain in zip(points, gains, strict=True):
        scaled = (np.vstack([front, point]) - low) / span
        added = hypervolume(scaled, [1.1] * 3) - hypervolume(scaled[:-1], [1.1] * 3)
        assert max(gain, 0.0) == pytest.approx(added, abs=1e-12)
    dominated = [any((f <= p).all() for f in front) for p in points]
    assert [gain < 0 for gain in gains] == dominated


def test_one_objective_gains_what_it_improves():
    assert _gains(np.array([[0.5], [2.0]]), np.array([[1.0], [3.0]])).tolist() == [0.5, -1.0]


def test_the_likelihood_is_that_of_a_normal_distribution():
    rng = np.random.default_rng(6)
    levels, y = rng.random((6, 2)), rng.normal(size=6)
    gaps = _gaps(levels, levels)
    scales = _Scales(np.array([1.0, -2.0]), -4.0)
    squared = (levels[:, None, :] - levels[None]) ** 2
    covariance = np.exp(-(2 * squared[..., 0] + 0.25 * squared[..., 1])) + (2.0**-4 + 1e-6) * np.eye(6)
    variance = y @ np.linalg.inv(covariance) @ y / 6
    expected = -3 * np.log(variance) - 0.5 * np.linalg.slogdet(covariance)[1]
    assert _log_posterior(gaps, y, scales, scales) == pytest.approx(expected)


def test_sizes_are_taken_by_ratio_and_losses_as_they_are():
    rng = np.random.default_rng(7)
    sizes, scores = np.exp(rng.normal(14, 1.5, 50)), rng.normal(0.5, 2, 50)
    standard = _standardise(np.column_stack([sizes, scores]))
    assert np.corrcoef(standard[:, 0], np.log(sizes))[0, 1] == pytest.approx(1)
    assert np.corrcoef(standard[:, 1], scores)[0, 1] == pytest.approx(1)
