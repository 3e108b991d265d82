"""pass@k: the chance that at least one of k samples passes, estimated from n samples without bias."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

__all__ = ["Rate", "mean_over_tasks", "pass_at_k"]

N_RESAMPLES = 2_000
CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A share between 0 and 1 with its 95 % interval."""

    value: float
    low: float
    high: float


def pass_at_k(n: int, n_passed: int, k: int) -> float:
    """Returns the unbiased estimate of pass@k for one task (Chen et al. 2021, equation 1).

    It is 1 - C(n - c, k) / C(n, k), computed as a product of ratios: binomial coefficients overflow.

    Args:
        n: Samples drawn.
        n_passed: c, those that passed.
        k: Samples that a user would draw.
    """
    if not 1 <= k <= n:
        raise ValueError(f"k must be between 1 and the {n} samples, got {k}")
    if not 0 <= n_passed <= n:
        raise ValueError(f"n_passed must be between 0 and the {n} samples, got {n_passed}")
    if n - n_passed < k:
        return 1.0
    return float(1 - np.prod(1 - k / np.arange(n - n_passed + 1, n + 1)))


def mean_over_tasks(values: Sequence[float], *, seed: int) -> Rate:
    """Returns the mean over tasks with a bootstrap interval: how it would vary with other tasks of the kind.

    Where every task has the value 0, or every one 1, a bootstrap has no width and would call a small suite's
    result certain; the exact binomial bound stands there instead (0 of 20: up to 0.17).
    """
    if not values:
        raise ValueError("there are no tasks to take a mean over")
    scores = np.asarray(values, dtype=np.float64)
    mean = float(scores.mean())
    tail = (1 - CONFIDENCE) / 2
    if mean in (0.0, 1.0):
        bound = 1 - tail ** (1 / len(scores))
        return Rate(value=1.0, low=1 - bound, high=1.0) if mean else Rate(value=0.0, low=0.0, high=bound)
    draws = np.random.default_rng(seed).integers(len(scores), size=(N_RESAMPLES, len(scores)))
    low, high = np.quantile(scores[draws].mean(axis=1), [tail, 1 - tail])
    # Equal values, or unlucky draws: an interval holds its value all the same.
    return Rate(value=mean, low=min(float(low), mean), high=max(float(high), mean))
