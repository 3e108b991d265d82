"""Problems with a known front, for search_quality.py. Nothing is trained: objectives are formulas.

Each problem is a search space (autonas.protocols.SearchSpace) over integer levels with a vectorised
objective function, so that its true front is found by evaluating every shape. Characters: mixed genes with repair
(decoder), the same with a bound that only an evaluation shows (bounded), a smooth curved front in many ordered genes
(dtlz2), a formula from engineering (crash), a rugged landscape of unordered genes (cells). `instance` moves optima and
noise; tuning and reporting can use different ones.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import moocore
import numpy as np
from numpy.typing import NDArray

from autonas.protocols import Gene

Floats = NDArray[np.float64]
Levels = NDArray[np.int64]  # (n, genes): indices into the genes' choices

_CHUNK = 500_000  # rows enumerated at a time


@dataclass(frozen=True, slots=True)
class LevelShape:
    """A shape of any of the problems: the levels after repair."""

    levels: tuple[int, ...]


@dataclass(frozen=True)
class Problem:
    """A search space with a known front.

    Attributes:
        objectives: Maps levels (n, genes) to values (n, m), all minimised.
        repair: Maps levels to canonical levels; genomes that repair to the same levels are one shape.
        seed_levels: Known-good genomes that a person would name without knowing the solution.
        measured: Maps values to the scale on which hypervolume is measured; monotone in each objective.
        violation: Maps levels to how far a shape breaks the bound; it keeps it at 0 or less. None without a bound.
    """

    name: str
    genes: tuple[Gene, ...]
    objectives: Callable[[Levels], Floats]
    seed_levels: tuple[tuple[int, ...], ...]
    repair: Callable[[Levels], Levels] = lambda levels: levels
    measured: Callable[[Floats], Floats] = lambda values: values
    violation: Callable[[Levels], Floats] | None = None

    def decode(self, genome: Mapping[str, Any]) -> LevelShape:
        levels = np.array([[gene.choices.index(genome[gene.name]) for gene in self.genes]])
        return LevelShape(tuple(int(level) for level in self.repair(levels)[0]))

    def seeds(self) -> Sequence[dict[str, Any]]:
        return [self.genome(levels) for levels in self.seed_levels]

    def without_seeds(self) -> Problem:
        other = replace(self, seed_levels=())
        other.__dict__["front"] = self.front  # already known
        return other

    def genome(self, levels: Sequence[int]) -> dict[str, Any]:
        return {gene.name: gene.choices[level] for gene, level in zip(self.genes, levels, strict=True)}

    def values(self, shape: LevelShape) -> tuple[float, ...]:
        return tuple(float(v) for v in self.objectives(np.array([shape.levels]))[0])

    def broken(self, shape: LevelShape) -> float:
        """Returns how far the shape breaks the bound."""
        return float(self.violation(np.array([shape.levels]))[0]) if self.violation else 0.0

    def share(self, values: Sequence[Sequence[float]]) -> float:
        """Returns the hypervolume as a share of the true front's.

        Objectives are scaled so that the true front spans [0, 1]; the reference point is 1.1 in each.
        """
        low, span, full = self._scale
        points = (self.measured(np.array(values)) - low) / span
        points = points[(points < 1.1).all(axis=1)]
        return float(moocore.hypervolume(points, ref=[1.1] * len(low))) / full if len(points) else 0.0

    @cached_property
    def _scale(self) -> tuple[Floats, Floats, float]:
        front = self.measured(self.front)
        low, span = front.min(axis=0), np.ptp(front, axis=0)
        return low, span, float(moocore.hypervolume((front - low) / span, ref=[1.1] * len(low)))

    @cached_property
    def front(self) -> Floats:
        """The values of the true front, by enumeration; kept in the temporary folder."""
        sizes = [len(gene.choices) for gene in self.genes]
        total = int(np.prod(sizes))
        sample = np.stack(np.unravel_index(np.linspace(0, total - 1, 2_000).astype(np.int64), sizes), axis=1)
        digest = hashlib.sha256(self._reached(sample).round(9).tobytes()).hexdigest()[:12]
        path = Path(gettempdir()) / f"autonas-front-{self.name}-{digest}.npy"
        if path.exists():
            return np.load(path)
        front = np.empty((0, self.objectives(sample[:1]).shape[1]))
        for start in range(0, total, _CHUNK):
            rows = np.stack(np.unravel_index(np.arange(start, min(total, start + _CHUNK)), sizes), axis=1)
            front = np.concatenate([front, self._reached(rows)])
            front = front[moocore.is_nondominated(front)]
        np.save(path, front)
        return front

    def _reached(self, levels: Levels) -> Floats:
        """The values of the shapes that keep the bound."""
        repaired = self.repair(levels)
        values = self.objectives(repaired)
        return values[self.violation(repaired) <= 0] if self.violation else values


def standard_normal(levels: Levels, instance: int) -> Floats:
    """Standard normal noise, a hash of the levels: the same at every evaluation of a shape."""
    state = np.full(len(levels), 0x9E3779B97F4A7C15 + instance, dtype=np.uint64)
    for column in levels.T.astype(np.uint64):
        state = (state ^ (column + np.uint64(0x9E3779B9))) * np.uint64(0xBF58476D1CE4E5B9)
        state ^= state >> np.uint64(29)
    uniform = (state >> np.uint64(11)).astype(float) / 2**53
    other = ((state * np.uint64(0x94D049BB133111EB)) >> np.uint64(11)).astype(float) / 2**53
    return np.sqrt(-2 * np.log(uniform + 1e-300)) * np.cos(2 * np.pi * other)


# ---------------------------------------------------------------------------------------------- decoder

DEPTHS = np.array([2, 3, 4, 6, 8, 10, 12, 16])
WIDTHS = np.array([64, 96, 128, 160, 192, 256, 320, 384, 512])
HEADS = np.array([2, 4, 6, 8])
GROUPS = np.array([1, 2, 4])  # query heads that share one key-value head
FF = np.array([1.0, 2.0, 3.0, 4.0, 6.0])
ACTIVATIONS = ("gelu", "silu", "relu2", "geglu", "swiglu")
POSITIONS = ("rope", "alibi", "sinusoidal", "none")
VOCABULARIES = np.array([1024, 2048, 4096])

_DECODER_GENES = (
    Gene(name="n_layers", choices=tuple(DEPTHS.tolist())),
    Gene(name="d_model", choices=tuple(WIDTHS.tolist())),
    Gene(name="n_heads", choices=tuple(HEADS.tolist())),
    Gene(name="kv_groups", choices=tuple(GROUPS.tolist())),
    Gene(name="ff_multiplier", choices=tuple(FF.tolist())),
    Gene(name="activation", choices=ACTIVATIONS, ordered=False),
    Gene(name="norm", choices=("rmsnorm", "layernorm"), ordered=False),
    Gene(name="position", choices=POSITIONS, ordered=False),
    Gene(name="qk_norm", choices=(False, True), ordered=False),
    Gene(name="tied", choices=(True, False), ordered=False),
    Gene(name="dropout", choices=(0.0, 0.1)),
    Gene(name="vocabulary", choices=tuple(VOCABULARIES.tolist())),
)


def _repair_decoder(levels: Levels) -> Levels:
    """Heads that don't divide the width or are narrower than 16 become fewer; groups likewise."""
    fixed = levels.copy()
    width = WIDTHS[fixed[:, 1]]
    for _ in HEADS:
        heads = HEADS[fixed[:, 2]]
        wrong = ((width % heads != 0) | (width < 16 * heads)) & (fixed[:, 2] > 0)
        fixed[:, 2] -= wrong
    for _ in GROUPS:
        wrong = (HEADS[fixed[:, 2]] % GROUPS[fixed[:, 3]] != 0) & (fixed[:, 3] > 0)
        fixed[:, 3] -= wrong
    return fixed


def _decoder_objectives(levels: Levels, instance: int) -> Floats:
    """Loss, collapse and parameters by a plausible formula with interactions, and the shape's noise."""
    depth, width, heads = DEPTHS[levels[:, 0]], WIDTHS[levels[:, 1]], HEADS[levels[:, 2]]
    groups, ff, activation = GROUPS[levels[:, 3]], FF[levels[:, 4]], levels[:, 5]
    layernorm, position, qk_norm, untied = levels[:, 6], levels[:, 7], levels[:, 8], levels[:, 9]
    dropout, vocabulary = levels[:, 10], VOCABULARIES[levels[:, 11]]
    gated = activation >= 3
    attention = width * width * (2 + 2 / groups)
    forward = ff * width * width * np.where(gated, 3, 2)
    body = depth * (attention + forward + 2 * width)
    total = body + vocabulary * width * (1 + untied)

    tilt = np.random.default_rng(instance).normal(0, 1, (3, 5)) * (instance > 0)  # other instances, other tastes
    size = np.log2(body / 1e6)
    loss = 0.85 + 0.7 * (body / 3e5) ** -0.2
    aspect = np.log2(width / depth) - (4.3 + 0.12 * size + 0.4 * tilt[0, 0])
    loss += 0.012 * aspect**2 + 0.08 * (depth == 2)
    loss += 0.010 * np.log2(width / heads / 40) ** 2 + 0.006 * np.log2(groups) * (1 + (width < 128))
    taste = np.array([0.0, 0.004, -0.012, -0.015, -0.018]) + 0.008 * tilt[0]
    loss += taste[activation] + 0.006 * np.log2(ff / (2.7 - 1.0 * gated)) ** 2
    loss += 0.004 * layernorm + 0.02 * ((depth >= 10) & (qk_norm == 0)) - 0.006 * (qk_norm & (depth < 6))
    loss += np.array([0.0, 0.008, 0.025, 0.05])[position] - 0.03 * ((position == 3) & (depth >= 8))
    loss += -0.006 * untied + dropout * (0.02 - 0.004 * size) - 0.02 * np.log2(vocabulary / 1024)
    loss += 0.006 * standard_normal(levels, instance)

    collapse = 0.18 + 0.45 * (loss - 1.2) + 0.05 * (depth <= 3) - 0.02 * np.log2(depth / 4)
    collapse += 0.02 * np.log2(groups) + np.array([0.0, -0.03, 0.01, 0.06])[position] - 0.05 * dropout
    collapse += np.array([0.0, 0.01, 0.03, -0.01, 0.01])[activation] + 0.02 * tilt[1][activation]
    collapse += 0.02 * (qk_norm == 0) + 0.025 * np.log2(vocabulary / 1024)
    collapse += 0.015 * standard_normal(levels, instance + 7)
    return np.stack([loss, np.clip(collapse, 0.01, 1.0), total], axis=1)


def decoder(instance: int = 0) -> Problem:
    """Decoder shapes: mixed genes, repair, three objectives. Sizes are compared by ratio (log10)."""
    # depth, width, heads, groups, ff, activation, norm, position, qk_norm, tied, dropout, vocabulary
    uniform = [(2, 0, 1, 0), (2, 2, 1, 0), (3, 4, 2, 0), (4, 5, 3, 0), (5, 7, 3, 0)]
    thin = [(4, 0, 1, 0), (6, 2, 1, 1)]
    grouped = [(3, 3, 1, 1), (4, 6, 3, 2)]
    modern = (2, 4, 0, 0, 0, 0, 0, 1)  # feed-forward x3, SwiGLU, RMSNorm, RoPE, tied, no dropout, 2048 tokens
    return Problem(
        name="decoder",
        genes=_DECODER_GENES,
        objectives=lambda levels: _decoder_objectives(levels, instance),
        repair=_repair_decoder,
        seed_levels=tuple((*body, *modern) for body in uniform + thin + grouped),
        measured=lambda values: np.column_stack([values[:, :2], np.log10(values[:, 2])]),
    )


def bounded(instance: int = 0) -> Problem:
    """The decoders with a bound that training alone shows: as if those had to copy from their context.

    Most of those without rotary or ALiBi positions break it, and most shallow ones; 30 % of the genomes keep it.
    """

    def violation(levels: Levels) -> Floats:
        margin = 0.6 * np.log2(DEPTHS[levels[:, 0]] / 8) + np.array([0.4, 0.1, -0.9, -0.9])[levels[:, 7]]
        return np.asarray(-margin - 0.2 * levels[:, 8] - 0.15 * standard_normal(levels, instance + 13))

    return replace(decoder(instance), name="bounded", violation=violation)


# ------------------------------------------------------------------------------------------------ dtlz2


def dtlz2(instance: int = 0) -> Problem:
    """DTLZ2 (Deb et al. 2002) on a grid: 8 genes of 11 levels, each gene's optimum moved."""
    n_genes, n_levels = 8, 11
    best = np.random.default_rng([instance, 2]).integers(0, n_levels, n_genes - 2)

    def objectives(levels: Levels) -> Floats:
        angles = levels[:, :2] / (n_levels - 1) * np.pi / 2
        radius = 1 + (((levels[:, 2:] - best) / (n_levels - 1)) ** 2).sum(axis=1)
        first, second = angles.T
        parts = [np.cos(first) * np.cos(second), np.cos(first) * np.sin(second), np.sin(first)]
        return np.stack(parts, axis=1) * radius[:, None]

    genes = tuple(Gene(name=f"x{i}", choices=tuple(range(n_levels))) for i in range(n_genes))
    diagonal = tuple((level,) * n_genes for level in (0, 2, 5, 8, 10))
    problem = Problem(name="dtlz2", genes=genes, objectives=objectives, seed_levels=diagonal)
    # 11^8 shapes are not enumerated: the front is known to be the sphere of radius 1.
    grid = np.stack(np.meshgrid(range(n_levels), range(n_levels), indexing="ij"), axis=-1).reshape(-1, 2)
    sphere = objectives(np.concatenate([grid, np.tile(best, (len(grid), 1))], axis=1))
    problem.__dict__["front"] = sphere[moocore.is_nondominated(sphere)]
    return problem


# ------------------------------------------------------------------------------------------------ crash


def crash(instance: int = 0) -> Problem:
    """Vehicle crashworthiness (Liao et al. 2008; RE3-5-4 of Tanabe and Ishibuchi 2020) on a grid of 5 x 21
    levels.

    Mass, acceleration and intrusion by five sheet thicknesses from 1 to 3 mm. Other instances mirror
    variables.
    """
    n_levels = 21
    mirrored = np.random.default_rng([instance, 3]).integers(0, 2, 5) * (instance > 0)

    def objectives(levels: Levels) -> Floats:
        moved = np.where(mirrored == 1, n_levels - 1 - levels, levels)
        a, b, c, d, e = (1 + 2 * moved / (n_levels - 1)).T
        mass = 1640.2823 + 2.3573285 * a + 2.3220035 * b + 4.5688768 * c + 7.7213633 * d + 4.4559504 * e
        acceleration = 6.5856 + 1.15 * a - 1.0427 * b + 0.9738 * c + 0.8364 * d - 0.3695 * a * d
        acceleration += 0.0861 * a * e + 0.3628 * b * d - 0.1106 * a**2 - 0.3437 * c**2 + 0.1764 * d**2
        intrusion = -0.0551 + 0.0181 * a + 0.1024 * b + 0.0421 * c - 0.0073 * a * b + 0.0240 * b * c
        intrusion += -0.0118 * b * d - 0.0204 * c * d - 0.0080 * c * e - 0.0241 * b**2 + 0.0109 * d**2
        return np.stack([mass, acceleration, intrusion], axis=1)

    genes = tuple(Gene(name=f"t{i}", choices=tuple(range(n_levels))) for i in range(5))
    diagonal = tuple((level,) * 5 for level in (0, 5, 10, 15, 20))
    return Problem(name="crash", genes=genes, objectives=objectives, seed_levels=diagonal)


# ------------------------------------------------------------------------------------------------ cells


def cells(instance: int = 0) -> Problem:
    """A cell of 8 unordered operations out of 5: rugged error (NK landscape) against cost."""
    n_genes, n_choices = 8, 5
    rng = np.random.default_rng([instance, 4])
    tables = rng.random((n_genes, n_choices**3))
    cost = rng.random((n_genes, n_choices)) * np.array([0.0, 0.3, 0.5, 0.8, 1.0])
    strength = np.array([0.25, 0.12, 0.08, 0.04, 0.0])  # dearer operations are better on average

    def objectives(levels: Levels) -> Floats:
        error = np.zeros(len(levels))
        for i in range(n_genes):
            a, b, c = (levels[:, (i + step) % n_genes] for step in (0, 1, 3))
            error += tables[i][(a * n_choices + b) * n_choices + c] + 2 * strength[a]
        return np.stack([error / n_genes, cost[np.arange(n_genes), levels].sum(axis=1)], axis=1)

    names = ("none", "skip", "pool", "conv1", "conv3")
    genes = tuple(Gene(name=f"edge{i}", choices=names, ordered=False) for i in range(n_genes))
    uniform = tuple((choice,) * n_genes for choice in range(n_choices))
    return Problem(name="cells", genes=genes, objectives=objectives, seed_levels=uniform)


PROBLEMS: dict[str, Callable[[int], Problem]] = {
    "decoder": decoder, "bounded": bounded, "dtlz2": dtlz2, "crash": crash, "cells": cells,
}  # fmt: skip
