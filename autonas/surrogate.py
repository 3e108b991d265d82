"""Which of several children promises most: Gaussian processes over genomes and the gain of the front.

Pre-selection by a surrogate (Jin 2011, https://doi.org/10.1016/j.swevo.2011.05.001): a child costs nothing
until it is trained, so many are bred and a model of the trials so far picks one. One process an objective;
the pick is the child whose optimistic prediction adds most hypervolume to the front (SMS-EGO, Ponweiser et
al. 2008, https://doi.org/10.1007/978-3-540-87700-4_78). Where trials broke a constraint that only training
shows, one more process says how probably a child keeps them all, and its gain counts by that (Schonlau et al. 1998,
https://doi.org/10.1214/lnms/1215456182). Plain numpy and deterministic: nothing here draws a random number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import moocore
import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from autonas.protocols import Gene

__all__ = ["Surrogate"]

Floats = NDArray[np.float64]

_OPTIMISM = 0.5  # standard deviations by which a prediction is improved before it is compared
_MAX_POINTS = 150  # trials the model sees; the cost of a pick grows with the cube
_REFIT = 1.25  # the length scales are fitted again when the trials have grown by this factor
_STEPS = (2.0, 1.0, 1.0)  # sweeps of the coordinate search, in powers of two
_PRIOR_WIDTH = 3.0  # standard deviation of a length scale's prior, in powers of two
_JITTER = 1e-6
_LEAST_PROBABLE = 0.02  # of being feasible: among children without hope the gain still decides


@dataclass(frozen=True, slots=True)
class _Scales:
    """One objective's log2 inverse length scale of each gene, and log2 noise relative to the signal."""

    genes: Floats
    noise: float


class Surrogate:
    """Picks among children by a model of the trials.

    A pick depends on the arguments alone. What is kept between calls are caches: of the last fits, and of the trials'
    genomes as numbers.
    """

    def __init__(self, genes: Sequence[Gene]) -> None:
        self._genes = [gene for gene in genes if len(gene.choices) > 1]
        self._fits: dict[str, tuple[bytes, list[_Scales]]] = {}
        self._encoded: list[tuple[Mapping[str, Any], list[float]]] = []  # the genomes of the last call
        self._blas = ThreadpoolController().select(user_api="blas")

    def pick(
        self,
        genomes: Sequence[Mapping[str, Any]],
        losses: Floats,
        children: Sequence[Mapping[str, Any]],
        infeasible: Sequence[Mapping[str, Any]] = (),
    ) -> int:
        """Returns the index of the most promising child.

        Args:
            genomes: The finished feasible trials' genomes, in the order of their numbers.
            losses: Their finite objective values (n, m), all minimised.
            children: The genomes to choose from.
            infeasible: The genomes of the finished trials that broke a constraint, in the order of their numbers.
        """
        if not self._genes or len(genomes) < 2:
            return 0
        # More threads gain nothing with matrices of this size, but wait busily for each other on cores that train.
        with self._blas.limit(limits=1):
            levels, offered = self._levels(genomes), self._rows(children)
            gains = self._gains(levels, losses, offered)
            if infeasible:
                feasible = self._feasible(levels, self._rows(infeasible), offered)
                gains = np.where(gains > 0, gains * feasible, gains / feasible)
        return int(np.argmax(gains.round(9)))  # rounded, so that the last bits of a sum never decide

    def _gains(self, levels: Floats, losses: Floats, offered: Floats) -> Floats:
        """What each child adds to the front, at its optimistic prediction."""
        targets, scales = _standardise(losses), self._scales(levels, losses)
        kept = _most_useful(targets)
        levels, targets = levels[kept], targets[kept]
        among, across = _gaps(levels, levels), _gaps(levels, offered)
        predictions = [_predict(among, across, y, s) for y, s in zip(targets.T, scales, strict=True)]
        return _gains(np.stack([mean - _OPTIMISM * spread for mean, spread in predictions], axis=1), targets)

    def _feasible(self, feasible: Floats, infeasible: Floats, offered: Floats) -> Floats:
        """The probability that each child is feasible: a process through ones and zeros."""
        first = (trials[: _fitted_to(len(trials))] for trials in (feasible, infeasible))
        fitted_levels, fitted_targets, *_ = _outcomes(*first)
        (scales,) = self._fit_once(
            "feasible", fitted_levels.tobytes() + fitted_targets.tobytes(),
            lambda: [_fit(_gaps(fitted_levels, fitted_levels), fitted_targets)],
        )  # fmt: skip
        levels, targets, share, spread = _outcomes(feasible, infeasible)
        mean, _ = _predict(_gaps(levels, levels), _gaps(levels, offered), targets, scales)
        return np.clip(share + spread * mean, _LEAST_PROBABLE, 1.0)

    def _levels(self, genomes: Sequence[Mapping[str, Any]]) -> Floats:
        """Returns the genomes as numbers (n, genes): those that the last call had in the same places are known."""
        del self._encoded[len(genomes) :]
        for i, genome in enumerate(genomes):
            if i == len(self._encoded):
                self._encoded.append((genome, self._row(genome)))
            elif self._encoded[i][0] is not genome:
                self._encoded[i] = genome, self._row(genome)
        return np.array([row for _, row in self._encoded])

    def _rows(self, genomes: Sequence[Mapping[str, Any]]) -> Floats:
        return np.array([self._row(genome) for genome in genomes])

    def _row(self, genome: Mapping[str, Any]) -> list[float]:
        """A level in [0, 1] for an ordered gene, the choice's number for another."""
        return [
            gene.choices.index(genome[gene.name]) / (len(gene.choices) - 1 if gene.ordered else 1)
            for gene in self._genes
        ]

    def _scales(self, levels: Floats, losses: Floats) -> list[_Scales]:
        """Those of the objectives."""
        size = _fitted_to(len(levels))
        levels, losses = levels[:size], losses[:size]

        def fitted() -> list[_Scales]:
            targets = _standardise(losses)
            kept = _most_useful(targets)
            gaps = _gaps(levels[kept], levels[kept])
            return [_fit(gaps, y) for y in targets[kept].T]

        return self._fit_once("objectives", levels.tobytes() + losses.tobytes(), fitted)

    def _fit_once(self, what: str, key: bytes, fit: Callable[[], list[_Scales]]) -> list[_Scales]:
        if self._fits.get(what, (b"", []))[0] != key:
            self._fits[what] = key, fit()
        return self._fits[what][1]


def _outcomes(feasible: Floats, infeasible: Floats) -> tuple[Floats, Floats, float, float]:
    """The latest trials: levels, ones if feasible and zeros if not standardised, and their mean and deviation."""
    feasible, infeasible = feasible[-_MAX_POINTS:], infeasible[-_MAX_POINTS:]
    outcome = np.repeat([1.0, 0.0], [len(feasible), len(infeasible)])
    share, spread = float(outcome.mean()), float(outcome.std())
    return np.vstack([feasible, infeasible]), (outcome - share) / spread, share, spread


def _fitted_to(n: int) -> int:
    """How many trials, the first, scales are fitted to: a geometric schedule, so seldom, and alike on resume."""
    size = 2
    while max(size + 1, int(size * _REFIT)) <= n:
        size = max(size + 1, int(size * _REFIT))
    return min(size, n)


def _standardise(losses: Floats) -> Floats:
    """Each objective with mean 0 and deviation 1; its logarithm where that is less skewed (parameters)."""
    columns = []
    for column in losses.T:
        positive = column.min() > 0
        values = np.log(column) if positive and abs(_skew(np.log(column))) < abs(_skew(column)) else column
        columns.append((values - values.mean()) / (values.std() or 1.0))
    return np.stack(columns, axis=1)


def _skew(values: Floats) -> float:
    deviation = values.std()
    return float(((values - values.mean()) ** 3).mean() / deviation**3) if deviation > 0 else 0.0


def _most_useful(targets: Floats) -> NDArray[np.int64]:
    """The trials that the model is fitted to: all, or the best by non-domination rank, the latest first."""
    if len(targets) <= _MAX_POINTS:
        return np.arange(len(targets))
    ranks = moocore.pareto_rank(targets)
    order = np.lexsort((-np.arange(len(targets)), ranks))
    return np.sort(order[:_MAX_POINTS])


def _gaps(a: Floats, b: Floats) -> Floats:
    """Squared distances by gene (genes, len(a), len(b)): of levels in [0, 1] if ordered, else 0 or 1."""
    gaps = a.T[:, :, None] - b.T[:, None, :]
    np.square(gaps, out=gaps)
    return np.minimum(gaps, 1.0, out=gaps)  # of an unordered gene's numbers any difference is 1 or more


def _kernel(gaps: Floats, scales: _Scales) -> Floats:
    return np.asarray(np.exp(-np.tensordot(2.0**scales.genes, gaps, axes=1)))


def _fit(gaps: Floats, targets: Floats) -> _Scales:
    """Finds the most probable scales by a coordinate search on a grid of powers of two.

    A grid rather than a gradient: rounding then cannot change the result, whatever the number of threads.
    """
    n_genes = len(gaps)
    start = _Scales(np.full(n_genes, -0.5 * np.log2(n_genes)), -7.0)
    best, best_score = start, _log_posterior(gaps, targets, start, start)
    for step in _STEPS:
        for index in range(n_genes + 1):
            for sign in (-1, 1):
                trial = _moved(best, index, sign * step)
                score = _log_posterior(gaps, targets, trial, start)
                if score > best_score + 1e-6:
                    best, best_score = trial, score
    return best


def _moved(scales: _Scales, index: int, step: float) -> _Scales:
    if index == len(scales.genes):
        return _Scales(scales.genes, min(max(scales.noise + step, -13.0), 3.0))
    genes = scales.genes.copy()
    genes[index] += step
    return _Scales(genes, scales.noise)


def _log_posterior(gaps: Floats, targets: Floats, scales: _Scales, prior: _Scales) -> float:
    """Log marginal likelihood at the signal's best variance, and a normal prior on the scales."""
    n = len(targets)
    covariance = _kernel(gaps, scales) + (2.0**scales.noise + _JITTER) * np.eye(n)
    factor = np.linalg.cholesky(covariance)
    whitened = np.linalg.solve(factor, targets)
    variance = max(float(whitened @ whitened) / n, 1e-12)
    likelihood = -0.5 * n * np.log(variance) - np.log(np.diag(factor)).sum()
    moved = np.append(scales.genes - prior.genes, scales.noise - prior.noise) / _PRIOR_WIDTH
    return float(likelihood - 0.5 * moved @ moved)


def _predict(among: Floats, across: Floats, targets: Floats, scales: _Scales) -> tuple[Floats, Floats]:
    """Each child's predicted mean and standard deviation."""
    covariance = _kernel(among, scales) + (2.0**scales.noise + _JITTER) * np.eye(len(targets))
    cross = _kernel(across, scales)  # (trials, children)
    solved = np.linalg.solve(covariance, np.column_stack([targets, cross]))
    weights, projections = solved[:, 0], solved[:, 1:]
    variance = max(float(targets @ weights) / len(targets), 1e-12)
    unexplained = np.maximum(1.0 - (cross * projections).sum(axis=0), 0.0)
    return cross.T @ weights, np.sqrt(variance * unexplained)


def _gains(points: Floats, targets: Floats) -> Floats:
    """The hypervolume that each point adds to the front; below zero, how far it lies behind the front."""
    front = targets[moocore.is_nondominated(targets)]
    low, span = front.min(axis=0), np.ptp(front, axis=0)
    span = np.where(span > 0, span, 1.0)
    front, points = (front - low) / span, (points - low) / span
    behind = (points[:, None, :] - front[None]).min(axis=2).max(axis=1)
    if targets.shape[1] == 1:
        return np.asarray(-behind)
    volume = moocore.Hypervolume(ref=[1.1] * targets.shape[1])
    covered = volume(front)
    gains = np.asarray(-np.maximum(behind, 0.0))
    for index in np.flatnonzero((behind < 0) & (points < 1.1).all(axis=1)):
        gains[index] = volume(np.vstack([front, points[index]])) - covered
    return gains
