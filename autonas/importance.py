"""Which genes decide an objective, and which choices go with good candidates at equal size."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import optuna
from optuna.distributions import BaseDistribution, CategoricalDistribution
from optuna.exceptions import ExperimentalWarning

from autonas.curve import AT_EQUAL_SIZE, distances
from autonas.database import quiet_optuna
from autonas.records import Record
from autonas.study import Objective

__all__ = ["Choice", "choices_at_equal_size", "importances"]

_LEAST = 10  # candidates, below which nothing is said
_FEWEST = 5  # candidates with a choice, and without it
_RESAMPLES = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """How far from the curve of loss and size candidates with one choice lie, against those with others.

    `value` is the difference of the mean distances in the loss's unit, negative if the choice goes with better
    candidates; `low` and `high` are its 95 % interval over candidates.
    """

    gene: str
    choice: Any
    n: int
    value: float
    low: float
    high: float


def importances(records: Sequence[Record], objectives: Sequence[Objective]) -> dict[str, dict[str, float]]:
    """Returns the shares of the genes in what makes candidates good, by objective and for the loss at equal size.

    PED-ANOVA (Watanabe et al. 2023, https://arxiv.org/abs/2304.10255), as Optuna computes it, over the candidates that
    are complete. Empty with fewer than 10 of them, or where only one gene varies.
    """
    complete = [r for r in records if r.state == "complete" and r.values is not None]
    columns = {name: [r.genome[name] for r in complete] for name in (complete[0].genome if complete else ())}
    genes = {name: column for name, column in columns.items() if len(set(map(str, column))) > 1}
    if len(complete) < _LEAST or len(genes) < 2:
        return {}
    signs = {o.metric: -1.0 if o.direction == "maximize" else 1.0 for o in objectives}
    targets = {o.metric: [signs[o.metric] * (r.values or ())[i] for r in complete] for i, o in enumerate(objectives)}
    apart = distances(complete)
    if apart:
        targets[AT_EQUAL_SIZE] = [apart[r.number] for r in complete]
    with quiet_optuna(), warnings.catch_warnings():
        warnings.simplefilter("ignore", ExperimentalWarning)
        return {name: _shares(genes, values) for name, values in targets.items() if len(set(values)) > 1}


def _shares(genes: Mapping[str, Sequence[Any]], values: Sequence[float]) -> dict[str, float]:
    # Each choice stands for a category: the importance asks which choices the best candidates have, not in what order.
    kinds = {name: sorted(set(map(str, column))) for name, column in genes.items()}
    distributions: dict[str, BaseDistribution] = {name: CategoricalDistribution(kind) for name, kind in kinds.items()}
    study = optuna.create_study(direction="minimize")
    for i, number in enumerate(values):
        params = {name: str(column[i]) for name, column in genes.items()}
        study.add_trial(optuna.trial.create_trial(params=params, distributions=distributions, value=number))
    found = optuna.importance.get_param_importances(study, evaluator=optuna.importance.PedAnovaImportanceEvaluator())
    # Optuna's order among equals is that of a set. Equal shares differ in their last digits.
    order = sorted(genes, key=lambda name: -round(found[name], 9))
    return {name: float(found[name]) for name in order}


def choices_at_equal_size(records: Sequence[Record], *, seed: int = 0) -> list[Choice]:
    """Returns all choices that at least five candidates have and five have not, the clearest first.

    Of a gene with two choices only the better one. A search does not choose at random, so this says what goes together,
    not what causes what.
    """
    apart = distances(records)
    complete = [r for r in records if r.number in apart]
    if len(complete) < _LEAST:
        return []
    values = np.array([apart[r.number] for r in complete])
    drawn = np.random.default_rng(seed).integers(len(complete), size=(_RESAMPLES, len(complete)))
    found = []
    for gene in complete[0].genome:
        choices = []
        for choice in sorted({r.genome.get(gene) for r in complete}, key=str):
            having = np.array([r.genome.get(gene) == choice for r in complete])
            if _FEWEST <= having.sum() <= len(complete) - _FEWEST:
                choices.append(_choice(gene, choice, values, having, drawn))
        if len(choices) == 2 and choices[0].n + choices[1].n == len(complete):
            choices = [min(choices, key=lambda c: c.value)]
        found += choices
    return sorted(found, key=lambda c: -abs(c.value) / max(c.high - c.low, 1e-12))


def _choice(gene: str, choice: Any, values: Any, having: Any, drawn: Any) -> Choice:
    difference = float(values[having].mean() - values[~having].mean())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # a resample may have none of one kind
        means = [np.where(mask[drawn], values[drawn], np.nan) for mask in (having, ~having)]
        resampled = np.nanmean(means[0], axis=1) - np.nanmean(means[1], axis=1)
    low, high = np.nanquantile(resampled, [0.025, 0.975])
    return Choice(gene=gene, choice=choice, n=int(having.sum()), value=difference, low=float(low), high=float(high))
