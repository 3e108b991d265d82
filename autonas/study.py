"""What is searched for: a space, what to minimise, how candidates are trained and scored.

A study is a function that returns a `Study`; a variant is `dataclasses.replace(study, ...)`, or `--set` on
the command line.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from autonas.errors import UsageError
from autonas.promotion import Promotion
from autonas.protocols import BuildableSpace, Evaluator, SearchSpace, Stage, Trainer

__all__ = [
    "FACTOR", "TRAINING_METRICS", "Budget", "Constraint", "Direction", "Objective", "Study", "check_name", "settled",
]  # fmt: skip

Direction = Literal["minimize", "maximize"]

# Between the tokens of one rung of the ladder and the next, and between the candidates on them.
FACTOR = 3

# What `Trained.metrics` holds, see there.
TRAINING_METRICS = ("training_tokens_per_second", "training_seconds", "peak_memory_mb")


def check_name(name: str) -> str:
    """Returns `name` if it can name a study, which is also the name of a folder."""
    if not re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,99}", name):
        raise UsageError(
            f"a study's name must be 1 to 100 letters, digits, '.', '_' or '-', got {name!r}",
            hint="for example: codelm-wide",
        )
    return name


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """How much a candidate is trained.

    Attributes:
        tokens: Training tokens of a candidate.
        batch_tokens: Tokens of one optimizer step; a multiple of `context`.
        context: Tokens of one training sequence.
        growth: How many times the study's own tokens it has: above 1 on a higher rung.
    """

    tokens: int
    batch_tokens: int
    context: int
    growth: int = field(default=1, compare=False)  # `tokens` says it all

    def __post_init__(self) -> None:
        for name in ("tokens", "batch_tokens", "context", "growth"):
            _check_positive_int(f"budget.{name}", getattr(self, name))
        if self.batch_tokens % self.context:
            near = max(1, round(self.batch_tokens / self.context)) * self.context
            raise UsageError(
                f"budget.batch_tokens must be a multiple of context {self.context}, got {self.batch_tokens}",
                hint=f"use {near}",
            )
        if self.tokens < self.batch_tokens:
            raise UsageError(
                f"budget.tokens must be at least one step of {self.batch_tokens} tokens, got {self.tokens}",
                hint="raise budget.tokens or lower budget.batch_tokens",
            )

    def grown(self, factor: int) -> Budget:
        """Returns the budget of a higher rung: exactly `factor` times the optimizer steps."""
        tokens = factor * (self.tokens // self.batch_tokens) * self.batch_tokens
        return replace(self, tokens=tokens, growth=factor * self.growth)


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """A metric to minimise or maximise. `label` is how tables head it; the metric's name when empty."""

    metric: str
    direction: Direction = "minimize"
    label: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if self.direction not in get_args(Direction):
            raise UsageError(f"objective {self.metric!r} must be to minimize or maximize, got {self.direction!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """A candidate is feasible when `metric` is at most `upper`."""

    metric: str
    upper: float

    def __post_init__(self) -> None:
        if isinstance(self.upper, bool) or not isinstance(self.upper, (int, float)) or not math.isfinite(self.upper):
            raise UsageError(f"the bound of constraint {self.metric!r} must be a finite number, got {self.upper!r}")


def settled(objectives: Sequence[Objective], constraints: Sequence[Constraint]) -> tuple[int, ...]:
    """Returns the indices of the objectives that a bound settles: what keeps it is good enough.

    None of them if there would be no other left.
    """
    bounded = {constraint.metric for constraint in constraints}
    found = tuple(i for i, o in enumerate(objectives) if o.metric in bounded and o.direction == "minimize")
    return found if len(found) < len(objectives) else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """What is searched for.

    Attributes:
        name: The default name under which it is stored.
        space: What can be proposed. A `BuildableSpace` if candidates are trained.
        objectives: What makes one candidate better than another.
        evaluators: What measures the candidates.
        trainer: How candidates are trained; none if the evaluators need no trained network.
        budget: How much each candidate is trained. All values of a study come from one budget.
        constraints: Upper bounds of metrics; those of stage "shape" are kept before any training.
        early_stop: Probability of being dominated from which on a training is stopped; None trains all to the end.
        n_trials: Candidates that a search finishes in total. May grow when a search is gone on with.
        population_size: Trials of a generation, and how many parents the next one has.
        promotion: What `autonas promote` does with a candidate; it changes no score of the search.
        description: One line for lists.
    """

    name: str
    space: SearchSpace
    objectives: tuple[Objective, ...]
    evaluators: tuple[Evaluator, ...]
    trainer: Trainer | None = None
    budget: Budget | None = None
    constraints: tuple[Constraint, ...] = ()
    early_stop: float | None = 0.95
    n_trials: int = 24
    population_size: int = 10
    promotion: Promotion | None = None
    description: str = ""

    def __post_init__(self) -> None:
        check_name(self.name)
        _check_positive_int("n_trials", self.n_trials)
        _check_positive_int("population_size", self.population_size, at_least=2)
        if self.early_stop is not None and not 0.5 < self.early_stop <= 1:
            raise UsageError(
                f"early_stop must lie above 0.5 and be at most 1, got {self.early_stop}",
                hint="0.95 stops what will be dominated with that probability; none trains all to the end",
            )
        self._check_space()
        self._check_training()
        self._check_metrics()

    def at_stage(self, stage: Stage) -> list[Evaluator]:
        """Returns the evaluators of one stage, in order."""
        return [evaluator for evaluator in self.evaluators if evaluator.stage == stage]

    @property
    def metrics(self) -> tuple[str, ...]:
        """The names of all metrics that a candidate can have."""
        declared = tuple(name for evaluator in self.evaluators for name in evaluator.metrics)
        return declared + (TRAINING_METRICS if self.trainer is not None else ())

    @property
    def directions(self) -> tuple[Direction, ...]:
        """The objectives' directions."""
        return tuple(objective.direction for objective in self.objectives)

    def _check_space(self) -> None:
        if not isinstance(self.space, SearchSpace):
            raise UsageError(
                f"space must have genes, decode and seeds, got {type(self.space).__name__}",
                hint="see SearchSpace in autonas/protocols.py and docs/extending.md",
            )
        names = [gene.name for gene in self.space.genes]
        if not names:
            raise UsageError("the space has no genes: there is nothing to search", hint="give it at least one Gene")
        _check_unique("gene", names)

    def _check_training(self) -> None:
        for evaluator in self.evaluators:
            if evaluator.stage not in get_args(Stage):
                name = type(evaluator).__name__
                raise UsageError(f"{name}.stage must be shape, built or trained, got {evaluator.stage!r}")
        if (self.trainer is None) != (self.budget is None):
            missing, given = ("budget", "trainer") if self.budget is None else ("trainer", "budget")
            raise UsageError(f"the study has a {given} but no {missing}", hint="give both, or neither")
        if self.trainer is None and self.at_stage("trained"):
            culprit = type(self.at_stage("trained")[0]).__name__
            raise UsageError(f"{culprit} needs a trained network, but the study has no trainer", hint="give it one")
        if self.trainer is not None and not self.at_stage("built"):
            raise UsageError(
                "a study that trains needs an evaluator of stage 'built' that refuses broken networks",
                hint="add evaluators.causality.Causality()",
            )
        if (self.trainer is not None or self.at_stage("built")) and not isinstance(self.space, BuildableSpace):
            raise UsageError(
                f"{type(self.space).__name__} has no build(shape, seed), which this study needs",
                hint="see BuildableSpace in autonas/protocols.py",
            )

    def _check_metrics(self) -> None:
        if not self.objectives:
            raise UsageError("a study needs at least 1 objective, got 0", hint="add Objective(metric=...)")
        _check_unique("metric", self.metrics)
        _check_unique("objective", [objective.metric for objective in self.objectives])
        _check_unique("constraint", [constraint.metric for constraint in self.constraints])
        known = set(self.metrics)
        for kind, names in (
            ("objective", [objective.metric for objective in self.objectives]),
            ("constraint", [constraint.metric for constraint in self.constraints]),
        ):
            for name in names:
                if name not in known:
                    raise UsageError(
                        f"{kind} {name!r} is not a metric that an evaluator of this study reports",
                        hint=f"known metrics: {', '.join(sorted(known)) or 'none'}",
                    )


def _check_positive_int(name: str, value: object, *, at_least: int = 1) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or value < at_least:
        raise UsageError(f"{name} must be a whole number of at least {at_least}, got {value!r}")


def _check_unique(kind: str, names: Iterable[str]) -> None:
    repeated = [name for name, count in Counter(names).items() if count > 1]
    if repeated:
        raise UsageError(f"{kind} {repeated[0]!r} is there more than once", hint="names must be unique")
