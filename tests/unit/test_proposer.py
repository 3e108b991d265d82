"""The proposer: deterministic, resumable, without repeats, seeds first, parents from all that finished."""

import dataclasses
import itertools

import numpy as np
import optuna
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autonas.errors import UsageError
from autonas.pareto import hypervolume, reference_point
from autonas.proposer import (
    Proposer,
    SpaceExhausted,
    distributions,
    from_params,
    generation_attrs,
    shape_fields,
    shape_key,
    to_params,
)
from autonas.protocols import Gene

KINDS = ("none", "soft", "hard")


@dataclasses.dataclass(frozen=True)
class Box:
    width: int
    depth: int
    kind: str | None
    bias: bool


@dataclasses.dataclass(frozen=True)
class Boxes:
    """60 genomes, 50 shapes: kind "none" ignores the bias."""

    known: tuple[dict, ...] = ()
    genes: tuple[Gene, ...] = (
        Gene(name="width", choices=(8, 16, 32, 64, 128)),
        Gene(name="depth", choices=(1, 2)),
        Gene(name="kind", choices=KINDS, ordered=False),
        Gene(name="bias", choices=(False, True), ordered=False),
        Gene(name="head", choices=(4,)),
    )

    def decode(self, genome):
        kind = None if genome["kind"] == "none" else genome["kind"]
        return Box(genome["width"], genome["depth"], kind, genome["bias"] and kind is not None)

    def seeds(self):
        return self.known


@dataclasses.dataclass(frozen=True)
class Trial:
    number: int
    state: str
    values: tuple[float, ...] | None
    shape_key: str
    genome: dict
    generation: int = 0
    feasible: bool = True


def score(shape):
    return (
        1 / shape.width + 0.1 * shape.bias + 0.05 * (shape.kind == "soft"),
        -float(shape.depth * shape.width),
    )


def genome(width=8, depth=1, kind="soft", bias=False):
    return {"width": width, "depth": depth, "kind": kind, "bias": bias, "head": 4}


def trial(number, values=None, state="complete", **genes):
    shape = Boxes().decode(genome(**genes))
    return Trial(number, state, values or score(shape), shape_key(shape), genome(**genes))


def proposer(space=None, *, seed=1, feasible=lambda _: True, population_size=4):
    return Proposer(
        space or Boxes(),
        population_size=population_size,
        seed=seed,
        directions=["minimize", "maximize"],
        feasible=feasible,
    )


def record(number, proposal, state="complete"):
    values = score(proposal.shape) if state == "complete" else None
    return Trial(number, state, values, shape_key(proposal.shape), proposal.genome, proposal.generation)


def search(engine, n, records=()):
    """Continues a search to n trials; every seventh fails."""
    records = list(records)
    for number in range(len(records), n):
        proposal = engine.propose(number, records)
        records.append(record(number, proposal, "failed" if number % 7 == 6 else "complete"))
    return records


def test_a_search_resumed_at_any_point_equals_the_uninterrupted_one():
    whole = search(proposer(), 16)
    for stopped in (1, 6, 14):
        assert search(proposer(), 16, whole[:stopped]) == whole


def test_seeds_differ_and_the_order_of_records_does_not_matter():
    records = search(proposer(), 10)
    assert search(proposer(seed=2), 4) != records[:4]
    assert proposer().propose(10, records) == proposer().propose(10, records[::-1])


def test_every_shape_comes_exactly_once_and_then_the_space_is_exhausted():
    space = Boxes()
    choices = itertools.product(*[gene.choices for gene in space.genes])
    names = [gene.name for gene in space.genes]
    shapes = {shape_key(space.decode(dict(zip(names, c, strict=True)))) for c in choices}
    records = search(proposer(), len(shapes))
    assert {r.shape_key for r in records} == shapes
    with pytest.raises(SpaceExhausted, match="no unseen shape is left that satisfies the constraints; 50"):
        search(proposer(), len(shapes) + 1, records)


@settings(max_examples=6, deadline=None)
@given(st.integers(0, 2**32), st.sets(st.sampled_from([8, 16, 32, 64, 128]), min_size=1, max_size=2))
def test_only_feasible_shapes_are_proposed(seed, widths):
    engine = proposer(seed=seed, feasible=lambda shape: shape.width in widths)
    records = search(engine, 10 * len(widths))
    assert {r.genome["width"] for r in records} == widths
    with pytest.raises(SpaceExhausted, match="were proposed"):
        engine.propose(len(records), records)


def test_seeds_come_first_without_repeats_and_infeasible_ones():
    known = (
        genome(16),
        genome(16, kind="none"),
        genome(16, kind="none", bias=True),
        genome(128),
        genome(32, 2),
    )
    engine = proposer(Boxes(known), feasible=lambda shape: shape.width < 128)
    records: list[Trial] = []
    origins = []
    for number in range(8):
        proposal = engine.propose(number, records)
        origins.append((proposal.origin, proposal.generation))
        records.append(record(number, proposal))
    assert [r.genome for r in records[:3]] == [known[0], known[1], known[4]]
    assert origins == [("seed", 0)] * 3 + [("random", 0)] * 2 + [("child", 1)] * 3


def test_a_seed_that_was_enqueued_before_is_not_proposed_again():
    known = (genome(16), genome(32))
    waiting = trial(0, state="waiting", width=16)
    assert proposer(Boxes(known)).propose(1, [waiting]).genome == known[1]


@pytest.mark.parametrize("state", ["failed", "pruned", "running", "waiting", "complete"])
def test_a_shape_seen_in_any_state_is_not_proposed(state):
    engine = proposer(feasible=lambda shape: shape.width == 8 and shape.depth == 1 and shape.kind is None)
    only = engine.propose(0, [])
    with pytest.raises(SpaceExhausted, match="no unseen shape"):
        engine.propose(1, [record(0, only, state)])


def test_parents_are_the_elites_of_all_finished_trials():
    trials = [
        trial(0, (1.0, 1.0), width=8),
        trial(1, (5.0, 5.0), width=16),  # enqueued by hand, generation 7: a parent all the same
        trial(2, (0.0, 9.0), "failed", width=32),
        trial(3, None, "running", width=64),
        dataclasses.replace(trial(4, (0.0, 9.0), depth=2), feasible=False),
        trial(5, (6.0, 1.0), width=128),
        trial(6, (float("inf"), 99.0), kind="hard"),
        trial(7, (2.0, 3.0), width=8, kind="hard"),
        trial(8, (3.0, 3.5), width=16, kind="hard"),
    ]
    trials[1] = dataclasses.replace(trials[1], generation=7)
    parents = proposer(population_size=3).parents(trials)
    # The front is 0, 7, 8, 1; its extremes 0 and 1 stay, and 7 is less crowded than 8... by hand:
    # 7: (3-1)/4 + (3.5-1)/4 = 1.125, 8: (5-2)/4 + (5-3)/4 = 1.25.
    assert sorted(p.number for p in parents) == [0, 1, 8]
    assert {p.params["width"] for p in parents} == {0, 1}


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=2, max_size=12), st.integers(2, 5))
def test_elites_fill_up_by_rank_as_brute_force_has_it(values, size):
    trials = [trial(i, (float(a), float(b))) for i, (a, b) in enumerate(values)]
    chosen = {p.number for p in proposer(population_size=size).parents(trials)}
    assert len(chosen) == min(size, len(values))
    ranks = brute_force_ranks([(a, -b) for a, b in values])
    worst = max(ranks[i] for i in chosen)
    assert all(i in chosen for i, rank in enumerate(ranks) if rank < worst)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(*[st.integers(0, 4)] * 3), min_size=2, max_size=40), st.integers(2, 8), st.integers(1, 3))
def test_parents_are_those_that_optuna_selects_from_all(values, size, n_objectives):
    """In its order, which the tournaments depend on; also where values are equal."""
    directions = ["minimize", "maximize", "minimize"][:n_objectives]
    engine = Proposer(Boxes(), population_size=size, seed=1, directions=directions, feasible=lambda _: True)
    trials = [trial(i, tuple(float(v) for v in point[:n_objectives])) for i, point in enumerate(values)]
    of_all = engine._elites(engine._view, [engine._freeze(one) for one in trials])
    assert [parent.number for parent in engine.parents(trials)] == [parent.number for parent in of_all]


def brute_force_ranks(points):
    ranks, left, rank = [0] * len(points), set(range(len(points))), 0
    while left:
        front = {
            i
            for i in left
            if not any(
                points[j] != points[i] and all(x <= y for x, y in zip(points[j], points[i], strict=True)) for j in left
            )
        }
        for i in front:
            ranks[i] = rank
        left, rank = left - front, rank + 1
    return ranks


def test_without_two_finished_trials_the_search_goes_on_at_random():
    failed = [trial(i, None, "failed", width=w) for i, w in enumerate((8, 16, 32, 64, 128))]
    assert proposer().propose(5, failed).origin == "random"


def test_children_beat_random_shapes():
    """Twelve trials on 50 shapes: the front of all 50 is nearer than after twelve random shapes."""
    shapes = [Boxes().decode(genome(w, d, k)) for w in (8, 16, 32, 64, 128) for d in (1, 2) for k in KINDS]
    directions = ["minimize", "maximize"]
    reference = reference_point([score(shape) for shape in shapes], directions)
    searched, drawn = [], []
    for seed in range(4):
        records = search(proposer(seed=seed), 12)
        random = search(proposer(seed=seed, population_size=12), 12)
        for found, trials in ((searched, records), (drawn, random)):
            found.append(hypervolume([r.values for r in trials if r.values], reference, directions))
    assert np.mean(searched) > np.mean(drawn)


def test_children_take_each_gene_from_a_parent_or_a_mutation():
    """Of equal parents' children a gene changes with probability 1/4, an ordered one mostly to a neighbour."""
    engine = proposer()
    parents = [engine._freeze(trial(number, width=32, kind="soft")) for number in range(4)]
    rng = np.random.default_rng(0)
    children = [child for _ in range(30) for child in engine._children(parents, rng)]
    changed = {name: [c[name] for c in children if c[name] != value] for name, value in genome(width=32).items()}
    rates = {name: len(values) / len(children) for name, values in changed.items()}
    assert rates["width"] == pytest.approx((0.5 + 0.5 * 4 / 5) / 4, abs=0.02)
    assert rates["kind"] == pytest.approx(2 / 3 / 4, abs=0.02)
    assert rates["head"] == 0, "it has one choice"
    neighbours = sum(value in (16, 64) for value in changed["width"]) / len(changed["width"])
    assert neighbours == pytest.approx((0.5 + 0.5 * 2 / 5) / (0.5 + 0.5 * 4 / 5), abs=0.04)
    apart = [engine._freeze(trial(4, width=8, kind="hard")), engine._freeze(trial(5, width=128, kind="soft"))]
    crossed = [child for _ in range(30) for child in engine._children(apart, rng)]
    assert {(c["width"], c["kind"]) for c in crossed} >= {(w, k) for w in (8, 128) for k in ("hard", "soft")}


def test_params_and_genomes_round_trip():
    space = Boxes()
    assert to_params(space, genome(32, 2, "hard", True)) == {
        "width": 2, "depth": 1, "kind": "hard", "bias": True, "head": 0,
    }  # fmt: skip
    for choices in itertools.product(*[gene.choices for gene in space.genes]):
        known = dict(zip([gene.name for gene in space.genes], choices, strict=True))
        params = to_params(space, known)
        assert from_params(space, params) == known
        optuna.trial.create_trial(value=0.0, params=params, distributions=distributions(space))


def test_genomes_that_do_not_fit_the_space_are_named():
    with pytest.raises(UsageError, match="gene 'width' cannot be 9"):
        to_params(Boxes(), genome(9))
    with pytest.raises(UsageError, match="unknown gene 'colour'"):
        to_params(Boxes(), genome() | {"colour": 1})
    with pytest.raises(UsageError, match="gene 'width' is missing"):
        to_params(Boxes(), {"depth": 1})


def test_optuna_knows_the_generation():
    study = optuna.create_study(directions=["minimize"] * 2, sampler=optuna.samplers.NSGAIISampler())
    shaped = optuna.trial.create_trial(
        values=[1.0, 2.0],
        params=to_params(Boxes(), genome()),
        distributions=distributions(Boxes()),
        system_attrs=generation_attrs(3),
    )
    study.add_trial(shaped)
    assert [t.number for t in study.sampler.get_population(study, 3)] == [0]


def test_keys_of_shapes_tell_them_apart():
    """They are the same in every process: see tests/e2e/test_every_process.py."""
    shape = Boxes().decode(genome())
    assert len(shape_key(shape)) == 12
    assert shape_key(shape) == shape_key(dataclasses.replace(shape))
    assert shape_key(shape) != shape_key(dataclasses.replace(shape, width=16))


@pytest.mark.parametrize(("option", "text"), [({"population_size": 1}, "at least 2, got 1"), ({"seed": -1}, "got -1")])
def test_bad_options_are_refused(option, text):
    with pytest.raises(UsageError, match=text):
        proposer(**option)


@dataclasses.dataclass(frozen=True)
class Part:
    width: int


@dataclasses.dataclass(frozen=True)
class Whole:
    values: object
    name: str = "a"


@pytest.mark.parametrize("values", [3, (1, 2.5, "x", None, True), (Part(2), Part(3)), [1, [2]], Part(4), (1, (2, 3))])
def test_a_shape_is_stored_as_asdict_gives_it(values):
    assert shape_fields(Whole(values)) == dataclasses.asdict(Whole(values))
