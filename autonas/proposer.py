"""The adapter to Optuna's NSGA-II, which proposes genomes; no other file touches its internals.

Optuna's own sampler keeps its state in the process and its parents in closed generations. Here its two
strategies (elite selection, child generation) are called directly, so that a proposal depends on nothing
but the seed, the number of the trial and the records so far, and parents come from every finished trial.
See docs/search.md for what differs and why.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any, Literal, Protocol, cast

import numpy as np
from optuna.distributions import BaseDistribution, CategoricalDistribution, IntDistribution
from optuna.samplers import NSGAIISampler
from optuna.samplers._lazy_random_state import LazyRandomState
from optuna.samplers.nsgaii import UniformCrossover
from optuna.samplers.nsgaii._child_generation_strategy import NSGAIIChildGenerationStrategy
from optuna.samplers.nsgaii._elite_population_selection_strategy import NSGAIIElitePopulationSelectionStrategy
from optuna.study import Study, StudyDirection
from optuna.trial import FrozenTrial, TrialState, create_trial

from autonas.errors import AutonasError, UsageError
from autonas.pareto import first_fronts
from autonas.protocols import Gene, SearchSpace, Shape, known_fields
from autonas.surrogate import Surrogate

__all__ = [
    "Proposal", "Proposer", "SeenRecord", "SpaceExhausted", "distributions", "from_params",
    "generation_attrs", "shape_fields", "shape_key", "to_params",
]  # fmt: skip

Origin = Literal["seed", "random", "child", "rung"]

_PURPOSE = 0x9A5  # keeps the proposer's random stream apart from those of training and evaluation
_BROOD = 32  # unseen, feasible children bred for one pick
_CHILD_TRIES = 128  # children drawn for a brood; near the end of a small space most are seen
_RANDOM_TRIES = 20_000  # random genomes drawn before a large space counts as exhausted
_REMEMBERED = 4096  # genomes whose shapes are kept: of the children of a search that converges most were bred before
_SCALARS = (str, int, float, bool, type(None))
_ENUMERABLE = 200_000  # genomes: a smaller space is enumerated instead


class SpaceExhausted(AutonasError):  # noqa: N818 - no failure: the search is complete
    """No shape is left that is feasible and has not been proposed."""


class SeenRecord(Protocol):
    """What the proposer reads of a trial; `autonas.storage.Record` fits."""

    @property
    def number(self) -> int: ...
    @property
    def state(self) -> str: ...
    @property
    def values(self) -> Sequence[float] | None: ...
    @property
    def shape_key(self) -> str | None: ...
    @property
    def genome(self) -> Mapping[str, Any]: ...
    @property
    def generation(self) -> int: ...
    @property
    def feasible(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Proposal:
    """A genome to try, the shape it decodes to, and where it came from.

    `parent` is the trial of the search that is trained longer here, for one on a higher rung.
    """

    genome: dict[str, Any]
    shape: Shape
    generation: int
    origin: Origin
    parent: int | None = None


def shape_key(shape: Shape) -> str:
    """Returns 12 hexadecimal digits that identify a shape: equal shapes have equal keys, in every process."""
    text = json.dumps(shape_fields(shape), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def shape_fields(shape: Shape) -> dict[str, Any]:
    """Returns a shape as it is stored: without later fields that are at their default."""
    fields = {name: getattr(shape, name) for name in known_fields(shape)}
    if all(_is_plain(value) for value in fields.values()):
        return fields  # asdict copies deeply, and each candidate is the best of dozens of children
    copied = dataclasses.asdict(shape)
    return {name: copied[name] for name in fields}


def _is_plain(value: object) -> bool:
    """Whether asdict would return the value itself, or a tuple equal to it."""
    if type(value) is tuple:
        return all(isinstance(part, _SCALARS) for part in value)
    return isinstance(value, _SCALARS)


def distributions(space: SearchSpace) -> dict[str, BaseDistribution]:
    """Returns Optuna's distributions of the genes: the index of an ordered gene, the choice of another."""
    return {gene.name: _distribution(gene) for gene in space.genes}


def _distribution(gene: Gene) -> BaseDistribution:
    if gene.ordered:
        return IntDistribution(0, len(gene.choices) - 1)
    return CategoricalDistribution(gene.choices)


def to_params(space: SearchSpace, genome: Mapping[str, Any]) -> dict[str, Any]:
    """Returns Optuna's parameters of a genome.

    Raises:
        UsageError: A gene is missing or unknown, or its value is not among its choices.
    """
    names = {gene.name for gene in space.genes}
    if unknown := sorted(set(genome) - names):
        raise UsageError(f"unknown gene {unknown[0]!r}", hint=f"genes of this space: {', '.join(sorted(names))}")
    return {gene.name: _to_param(gene, genome) for gene in space.genes}


def _to_param(gene: Gene, genome: Mapping[str, Any]) -> Any:
    if gene.name not in genome:
        raise UsageError(f"gene {gene.name!r} is missing", hint=f"choices: {gene.choices}")
    value = genome[gene.name]
    if value not in gene.choices:
        raise UsageError(f"gene {gene.name!r} cannot be {value!r}", hint=f"choices: {gene.choices}")
    return gene.choices.index(value) if gene.ordered else value


def from_params(space: SearchSpace, params: Mapping[str, Any]) -> dict[str, Any]:
    """Returns the genome of Optuna's parameters, the inverse of `to_params`."""
    return {g.name: g.choices[params[g.name]] if g.ordered else params[g.name] for g in space.genes}


def generation_attrs(generation: int) -> dict[str, int]:
    """Returns the system attribute from which Optuna's NSGA-II and its tools know a trial's generation."""
    return {NSGAIISampler._get_generation_key(): generation}


class Proposer:
    """Proposes genomes with the strategies of Optuna's NSGA-II.

    A proposal depends only on the seed, the number and the records given, so a search that was interrupted
    goes on as if it had not been.

    Args:
        space: Where genomes come from and how they decode.
        population_size: Trials of one generation, and the number of elites that become parents. At least 2.
        seed: The study's seed.
        directions: "minimize" or "maximize", one for each objective.
        feasible: Whether a shape satisfies the constraints that are known without training.
    """

    def __init__(
        self,
        space: SearchSpace,
        *,
        population_size: int,
        seed: int,
        directions: Sequence[str],
        feasible: Callable[[Shape], bool],
    ) -> None:
        if population_size < 2:
            raise UsageError(f"population_size must be at least 2, got {population_size}", hint="try 10")
        if seed < 0:
            raise UsageError(f"seed must be 0 or more, got {seed}", hint="use --seed 0")
        self._space = space
        self._genes = tuple(space.genes)
        self._distributions = distributions(space)
        # All as unordered to the crossover, which takes each from one of two parents either way: Optuna would transform
        # ordered ones into numbers and back for each child, which is most of a child's time (docs/log.md).
        self._crossed: dict[str, BaseDistribution] = {
            gene.name: CategoricalDistribution(range(len(gene.choices)) if gene.ordered else gene.choices)
            for gene in self._genes
            if len(gene.choices) > 1
        }
        self._only = to_params(space, {gene.name: gene.choices[0] for gene in self._genes})  # of genes with one choice
        self._population_size = population_size
        self._seed = seed
        self._decoded = lru_cache(_REMEMBERED, typed=True)(self._decode)
        self._feasible = feasible
        self._view = cast(Study, _StudyView(tuple(StudyDirection[d.upper()] for d in directions)))
        self._signs = np.array([-1.0 if d == "maximize" else 1.0 for d in directions])
        self._elites = NSGAIIElitePopulationSelectionStrategy(population_size=population_size)
        self._surrogate = Surrogate(self._genes)
        self._frozen: dict[tuple[int, tuple[float, ...]], FrozenTrial] = {}  # a cache, no state of the search
        seeds = self._new(space.seeds(), set())
        # Seeds resemble each other: half a population of random shapes keeps the first parents diverse.
        self._first_generation = max(population_size, len(list(seeds)) + population_size // 2)

    def propose(self, number: int, records: Sequence[SeenRecord]) -> Proposal:
        """Returns the genome to try as trial `number`, given all trials so far, in any state and order.

        Raises:
            SpaceExhausted: Every feasible shape that could be found has been proposed before.
        """
        records = sorted(records, key=lambda record: record.number)
        seen = {record.shape_key for record in records}
        rng = np.random.default_rng(np.random.SeedSequence([self._seed, _PURPOSE, number]))
        generation = self.generation(number)
        for genome, shape in self._new(self._space.seeds(), seen):
            return Proposal(genome, shape, generation, "seed")
        finished = _possible_parents(records)
        ready = generation > 0 and len(finished) >= 2
        infeasible = [record.genome for record in records if record.state == "complete" and not record.feasible]
        if ready and (child := self._child(finished, infeasible, seen, rng)):
            return Proposal(*child, generation, "child")
        for genome, shape in self._new(self._random_genomes(rng), seen):
            return Proposal(genome, shape, generation, "random")
        raise SpaceExhausted(
            f"no unseen shape is left that satisfies the constraints; {len(seen)} were proposed",
            hint="widen the search space or its constraints, or ask for fewer trials",
        )

    def parents(self, records: Sequence[SeenRecord]) -> list[FrozenTrial]:
        """Returns the elites of all complete, feasible trials: by non-domination rank, then crowding."""
        return self._elites_of(_possible_parents(sorted(records, key=lambda record: record.number)))

    def _elites_of(self, finished: Sequence[SeenRecord]) -> list[FrozenTrial]:
        return self._elites(self._view, [self._freeze(record) for record in self._best(finished)])

    def _best(self, finished: Sequence[SeenRecord]) -> list[SeenRecord]:
        """Returns the first fronts that hold all elites: Optuna's selection would rank every trial, slowly."""
        if len(finished) <= self._population_size:
            return list(finished)
        values = np.array([record.values for record in finished], dtype=float) * self._signs
        return [finished[i] for i in first_fronts(values, self._population_size)]

    def generation(self, number: int) -> int:
        """A label for people and for Optuna's tools; parents come from all generations."""
        return max(0, 1 + (number - self._first_generation) // self._population_size)

    def _child(
        self,
        finished: Sequence[SeenRecord],
        infeasible: Sequence[Mapping[str, Any]],
        seen: set[str | None],
        rng: np.random.Generator,
    ) -> tuple[dict[str, Any], Shape] | None:
        """The most promising of a brood of children; None if all that were drawn are seen or infeasible."""
        brood = list(islice(self._new(self._children(self._elites_of(finished), rng), seen), _BROOD))
        if not brood:
            return None
        losses = np.array([record.values for record in finished], dtype=float) * self._signs
        genomes = [record.genome for record in finished]
        return brood[self._surrogate.pick(genomes, losses, [genome for genome, _ in brood], infeasible)]

    def _freeze(self, record: SeenRecord) -> FrozenTrial:
        key = (record.number, tuple(record.values or ()))
        if key not in self._frozen:
            trial = create_trial(
                state=TrialState.COMPLETE,
                values=list(key[1]),
                params=to_params(self._space, record.genome),
                distributions=self._distributions,
                system_attrs=generation_attrs(record.generation),
            )
            trial.number = record.number  # Optuna's crowding distances are looked up by number
            self._frozen[key] = trial
        return self._frozen[key]

    def _new(
        self, genomes: Iterable[Mapping[str, Any]], seen: set[str | None]
    ) -> Iterator[tuple[dict[str, Any], Shape]]:
        """Passes on the genomes whose shape is unseen, feasible, and not that of an earlier one of them."""
        passed = set(seen)
        for genome in genomes:
            shape, key = self._decoded(tuple(genome.items()))
            if key not in passed:
                passed.add(key)
                if self._feasible(shape):
                    yield dict(genome), shape

    def _decode(self, genome: tuple[tuple[str, Any], ...]) -> tuple[Shape, str]:
        """Returns the shape of a genome and its key."""
        shape = self._space.decode(dict(genome))
        return shape, shape_key(shape)

    def _children(self, parents: list[FrozenTrial], rng: np.random.Generator) -> Iterator[dict[str, Any]]:
        strategy = NSGAIIChildGenerationStrategy(
            mutation_prob=0.0,  # `_mutated` does that
            crossover=UniformCrossover(),
            crossover_prob=0.9,
            swapping_prob=0.5,
            rng=LazyRandomState(int(rng.integers(2**32))),
        )
        for _ in range(_CHILD_TRIES if self._crossed else 0):
            yield self._mutated(strategy(self._view, self._crossed, parents), rng)

    def _mutated(self, params: Mapping[str, Any], rng: np.random.Generator) -> dict[str, Any]:
        """The genome of Optuna's parameters, each gene changed with probability 1 / genes.

        An ordered gene moves to a neighbour in half of the cases; else, as an unordered one, to any choice.
        """
        genome = from_params(self._space, self._only | dict(params))
        changed = rng.random(len(self._genes)) < 1 / max(1, len(params))
        for gene, change in zip(self._genes, changed, strict=True):
            if change:
                genome[gene.name] = _moved(gene, genome[gene.name], rng)
        return genome

    def _random_genome(self, rng: np.random.Generator) -> dict[str, Any]:
        return {gene.name: gene.choices[int(rng.integers(len(gene.choices)))] for gene in self._genes}

    def _random_genomes(self, rng: np.random.Generator) -> Iterator[dict[str, Any]]:
        """Random genomes; all those of a small space, so that a search can end with every shape seen."""
        sizes = [len(gene.choices) for gene in self._genes]
        if np.prod(sizes, dtype=float) > _ENUMERABLE:
            for _ in range(_RANDOM_TRIES):
                yield self._random_genome(rng)
            return
        for index in rng.permutation(int(np.prod(sizes))):
            choices = np.unravel_index(index, sizes)
            yield {gene.name: gene.choices[int(i)] for gene, i in zip(self._genes, choices, strict=True)}


def _possible_parents(records: Iterable[SeenRecord]) -> list[SeenRecord]:
    """Returns the complete and feasible ones with finite values."""
    complete = (r for r in records if r.state == "complete" and r.feasible and r.values is not None)
    return [r for r in complete if all(map(math.isfinite, r.values or ()))]


def _moved(gene: Gene, value: Any, rng: np.random.Generator) -> Any:
    if not gene.ordered or rng.random() < 0.5:
        return gene.choices[int(rng.integers(len(gene.choices)))]
    step = 1 if rng.random() < 0.5 else -1
    return gene.choices[min(max(gene.choices.index(value) + step, 0), len(gene.choices) - 1)]


@dataclass(frozen=True, slots=True)
class _StudyView:
    """What Optuna's strategies read of a study."""

    directions: tuple[StudyDirection, ...]
