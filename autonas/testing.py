"""Conformance suites: inherit one in your tests and supply its fixtures.

    class TestMySpace(SearchSpaceConformance):
        @pytest.fixture
        def space(self):
            return MySpace()

What a suite asks is what the engine relies on. It needs pytest and nothing else.
"""

from __future__ import annotations

import dataclasses
import json
import math
import random
from pathlib import Path
from typing import Any, get_args

import pytest

from autonas.protocols import BuildableSpace, Context, Evaluator, Genome, SearchSpace, Stage

__all__ = ["EvaluatorConformance", "SearchSpaceConformance"]

_N_GENOMES = 200


class SearchSpaceConformance:
    """What every search space keeps. Supply the fixture `space`."""

    @pytest.fixture
    def space(self) -> SearchSpace:
        """The space under test."""
        raise NotImplementedError("override the fixture 'space'")

    def test_is_a_search_space(self, space: SearchSpace) -> None:
        assert isinstance(space, SearchSpace), "a space has genes, decode and seeds"
        assert space.genes, "a space has at least one gene"

    def test_genes_are_always_the_same_and_have_unique_names(self, space: SearchSpace) -> None:
        assert list(space.genes) == list(space.genes)
        names = [gene.name for gene in space.genes]
        assert len(set(names)) == len(names), f"repeated names: {names}"

    def test_choices_survive_json(self, space: SearchSpace) -> None:
        for gene in space.genes:
            restored = tuple(json.loads(json.dumps(gene.choices)))
            assert restored == gene.choices, f"gene {gene.name!r}: choices must be JSON scalars"

    def test_every_genome_decodes_to_a_frozen_shape(self, space: SearchSpace) -> None:
        for genome in _genomes(space):
            shape = space.decode(genome)
            assert dataclasses.is_dataclass(shape), f"decode({genome}) gave {shape!r}, not a dataclass"
            hash(shape)  # raises TypeError unless frozen, with hashable fields
            with pytest.raises(dataclasses.FrozenInstanceError):
                setattr(shape, dataclasses.fields(shape)[0].name, None)

    def test_decoding_is_deterministic(self, space: SearchSpace) -> None:
        for genome in _genomes(space):
            assert space.decode(genome) == space.decode(dict(genome)), f"two shapes of {genome}"

    def test_decoding_leaves_the_genome_alone(self, space: SearchSpace) -> None:
        for genome in _genomes(space):
            copy = dict(genome)
            space.decode(copy)
            assert copy == genome

    def test_shapes_survive_json(self, space: SearchSpace) -> None:
        for genome in _genomes(space):
            fields = dataclasses.asdict(space.decode(genome))
            restored = json.loads(json.dumps(fields, allow_nan=False))
            assert _as_lists(fields) == restored, f"{fields} is not what JSON gives back"

    def test_equal_shapes_are_equal_in_all_fields(self, space: SearchSpace) -> None:
        by_shape: dict[Any, str] = {}
        for genome in _genomes(space):
            shape = space.decode(genome)
            text = json.dumps(dataclasses.asdict(shape), sort_keys=True)
            assert by_shape.setdefault(shape, text) == text, f"equal shapes with other fields: {text}"

    def test_canonical_shapes_decode_to_themselves(self, space: SearchSpace) -> None:
        """A shape whose fields are genes is a genome, too; what was repaired must not be repaired again."""
        names = {gene.name for gene in space.genes}
        for genome in _genomes(space):
            shape = space.decode(genome)
            fields = {key: value for key, value in dataclasses.asdict(shape).items() if key in names}
            again = {**genome, **fields}
            if all(again[gene.name] in gene.choices for gene in space.genes):
                assert space.decode(again) == shape, f"{genome} and {again} build the same network"

    def test_every_choice_matters_somewhere(self, space: SearchSpace) -> None:
        """Each choice of a gene gives a shape that another choice would not give."""
        for gene in space.genes:
            if len(gene.choices) == 1:
                continue
            for choice in gene.choices:
                assert _matters(space, gene.name, choice, gene.choices), (
                    f"gene {gene.name!r}: choice {choice!r} never changes the shape"
                )

    def test_seeds_are_distinct_genomes_that_decode(self, space: SearchSpace) -> None:
        choices = {gene.name: gene.choices for gene in space.genes}
        shapes = []
        for seed in space.seeds():
            assert set(seed) == set(choices), f"seed {dict(seed)} must have exactly the genes {sorted(choices)}"
            for name, value in seed.items():
                assert value in choices[name], f"seed: {name} cannot be {value!r}, choices {choices[name]}"
            shapes.append(space.decode(seed))
        assert len(set(shapes)) == len(shapes), "two seeds have the same shape"

    def test_build_takes_what_decode_gives(self, space: SearchSpace) -> None:
        if not isinstance(space, BuildableSpace):
            pytest.skip("nothing to build")
        for genome in list(space.seeds())[:1] or _genomes(space)[:1]:
            assert space.build(space.decode(genome), 0) is not None


class EvaluatorConformance:
    """What every evaluator keeps. Supply the fixtures `evaluator` and `subject` (what its stage is given)."""

    @pytest.fixture
    def evaluator(self) -> Evaluator:
        """The evaluator under test."""
        raise NotImplementedError("override the fixture 'evaluator'")

    @pytest.fixture
    def subject(self) -> Any:
        """A shape, an untrained network or a `Trained`, as the evaluator's stage asks."""
        raise NotImplementedError("override the fixture 'subject'")

    @pytest.fixture
    def context(self, tmp_path: Path) -> Context:
        """Where it runs; override it for another device or cache."""
        return Context(seed=0, device="cpu", cache=tmp_path, folder=tmp_path)

    def test_stage_is_known(self, evaluator: Evaluator) -> None:
        assert evaluator.stage in get_args(Stage), f"stage {evaluator.stage!r} is none of {get_args(Stage)}"

    def test_metrics_are_unique_names(self, evaluator: Evaluator) -> None:
        names = list(evaluator.metrics)
        assert len(set(names)) == len(names), f"repeated names: {names}"
        for name in names:
            assert not name.endswith((".low", ".high")), f"{name!r}: intervals are reported but not declared"

    def test_reports_exactly_what_it_declares(self, evaluator: Evaluator, subject: Any, context: Context) -> None:
        reported = evaluator.evaluate(subject, context)
        plain = {name for name in reported if not name.endswith((".low", ".high"))}
        assert plain == set(evaluator.metrics), f"declared {sorted(evaluator.metrics)}, reported {sorted(plain)}"

    def test_values_are_finite_numbers(self, evaluator: Evaluator, subject: Any, context: Context) -> None:
        for name, value in evaluator.evaluate(subject, context).items():
            assert math.isfinite(float(value)), f"{name} is {value!r}"

    def test_intervals_come_in_pairs_around_their_metric(
        self, evaluator: Evaluator, subject: Any, context: Context
    ) -> None:
        reported = evaluator.evaluate(subject, context)
        for name in reported:
            metric, _, bound = name.rpartition(".")
            if bound in ("low", "high"):
                low, value, high = (reported[key] for key in (f"{metric}.low", metric, f"{metric}.high"))
                assert low <= value <= high, f"{metric}: {value} is not in [{low}, {high}]"

    def test_is_deterministic(self, evaluator: Evaluator, subject: Any, context: Context) -> None:
        """Holds for scores. Override it for an evaluator that measures time."""
        first, second = evaluator.evaluate(subject, context), evaluator.evaluate(subject, context)
        assert dict(first) == dict(second)


def _genomes(space: SearchSpace) -> list[Genome]:
    """Returns the seeds, all choices at either end, and random genomes; the same ones each time."""
    rng = random.Random(0)
    ends = [{gene.name: gene.choices[end] for gene in space.genes} for end in (0, -1)]
    drawn = [{gene.name: rng.choice(gene.choices) for gene in space.genes} for _ in range(_N_GENOMES)]
    return [*space.seeds(), *ends, *drawn]


def _matters(space: SearchSpace, name: str, choice: Any, choices: tuple[Any, ...]) -> bool:
    for genome in _genomes(space):
        with_choice = space.decode({**genome, name: choice})
        if any(space.decode({**genome, name: other}) != with_choice for other in choices if other != choice):
            return True
    return False


def _as_lists(value: Any) -> Any:
    """Returns `value` as JSON gives it back: tuples become lists."""
    if isinstance(value, dict):
        return {key: _as_lists(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_as_lists(item) for item in value]
    return value
