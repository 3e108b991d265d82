"""The decoder space: canonical, wide enough, and clear about choices that do not fit."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autonas.errors import UsageError
from autonas.proposer import shape_fields, shape_key
from autonas.resolve import describe
from autonas.testing import SearchSpaceConformance
from search_spaces.decoder.families import LINEAR, canonical
from search_spaces.decoder.shape import DecoderShape
from search_spaces.decoder.space import ALL_HEADS, DecoderSpace
from studies.codelm import CPU_ATTENTION, CPU_SPACE, CUDA_ATTENTION, CUDA_SPACE, codelm, codelm_attention
from studies.smoke import smoke


def genomes(space=None):
    return st.fixed_dictionaries({g.name: st.sampled_from(g.choices) for g in (space or DecoderSpace()).genes})


class TestDecoderSpace(SearchSpaceConformance):
    @pytest.fixture
    def space(self):
        return DecoderSpace()


class TestCodelmOnTheCpu(SearchSpaceConformance):
    @pytest.fixture
    def space(self):
        return CPU_SPACE


class TestCodelmOnAGpu(SearchSpaceConformance):
    @pytest.fixture
    def space(self):
        return CUDA_SPACE


@given(genomes())
def test_heads_are_repaired_to_what_the_width_allows(genome):
    shape = DecoderSpace().decode(genome)
    assert shape.head_size % 2 == 0
    assert shape.head_size >= 8
    assert shape.n_heads <= genome["n_heads"] or shape.n_heads == 1
    assert shape.n_heads % shape.n_kv_heads == 0
    if genome["kv_sharing"] == ALL_HEADS:
        assert shape.n_kv_heads == 1
    if genome["kv_sharing"] == 1:
        assert shape.n_kv_heads == shape.n_heads


@given(genomes())
def test_genomes_that_build_one_network_are_one_shape(genome):
    space = DecoderSpace()
    if genome["n_heads"] == 1:  # one head has nobody to share with
        assert space.decode(genome) == space.decode({**genome, "kv_sharing": 4})
    if genome["kv_sharing"] == 4 and space.decode(genome).n_heads == 4:
        assert space.decode(genome) == space.decode({**genome, "kv_sharing": ALL_HEADS})


@given(genomes())
def test_the_feed_forward_gene_means_parameters(genome):
    space = DecoderSpace()
    plain, gated = (space.decode({**genome, "activation": name}) for name in ("gelu", "swiglu"))
    parts = plain.parameters_by_part()["feed_forward"], gated.parameters_by_part()["feed_forward"]
    step = 3 * 16 * genome["d_model"] * genome["n_layers"]  # hidden widths are multiples of 16
    assert abs(parts[0] - parts[1]) <= step


def distinct_shapes(space):
    """Counts by the genes that repair couples (width, heads, sharing, feed-forward, activation), times the others."""
    base = {gene.name: gene.choices[0] for gene in space.genes}
    coupled = ("d_model", "n_heads", "kv_sharing", "feed_forward", "activation")
    choices = {gene.name: gene.choices for gene in space.genes}
    shapes = {
        space.decode({**base, "d_model": w, "n_heads": h, "kv_sharing": k, "feed_forward": f, "activation": a})
        for w in choices["d_model"]
        for h in choices["n_heads"]
        for k in choices["kv_sharing"]
        for f in choices["feed_forward"]
        for a in choices["activation"]
    }
    return len(shapes) * math.prod(len(c) for name, c in choices.items() if name not in coupled)


def test_the_space_holds_millions_of_shapes_from_small_to_large():
    space = DecoderSpace()
    assert distinct_shapes(space) > 1e6
    genome = {gene.name: gene.choices[0] for gene in space.genes}
    smallest = space.decode(genome)
    largest = space.decode({**genome, "n_layers": 24, "d_model": 640, "feed_forward": 6.0, "vocab_size": 8192})
    assert smallest.parameters < 0.3e6
    assert largest.parameters > 100e6


def test_seeds_span_the_sizes_and_are_distinct():
    for space in (DecoderSpace(), CPU_SPACE, CUDA_SPACE, smoke().space):
        shapes = [space.decode(seed) for seed in space.seeds()]
        assert len(set(shapes)) >= 4
        sizes = [shape.parameters for shape in shapes]
        assert max(sizes) > 2 * min(sizes)
        assert {shape.position for shape in shapes if "attention" in shape.mixers} == {"rope"}


def test_every_family_has_a_seed_near_the_middle():
    for space in (CPU_SPACE, CUDA_SPACE):
        shapes = [space.decode(seed) for seed in space.seeds()]
        assert {shape.mixer for shape in shapes} == {"attention", *LINEAR}
        assert all("attention" in shape.mixers for shape in shapes), "what copies within the budget"
        sizes = sorted(shape.parameters for shape in shapes)
        for shape in shapes:
            if shape.mixer != "attention":
                assert sizes[2] < shape.parameters < sizes[-2]


def test_codelm_compares_no_network_that_copies_with_one_that_does_not():
    for device in ("cpu", "cuda"):
        for study in (codelm(device), codelm_attention(device)):
            bounds = {constraint.metric: constraint.upper for constraint in study.constraints}
            assert 0.85 < bounds["copying_ratio"] < 0.95
            assert "copying_ratio" in study.metrics


def test_attention_alone_is_what_the_study_was_before_there_were_other_families():
    for device, space in (("cpu", CPU_ATTENTION), ("cuda", CUDA_ATTENTION)):
        study = codelm_attention(device)
        assert study.space == space
        assert study == replace(codelm(device), space=space, name=study.name, description=study.description)
        assert {gene.name for gene in study.space.genes}.isdisjoint(NEW_GENES)
        assert list(codelm(device).space.seeds()[:7]) == [
            {**seed, **{name: codelm(device).space.seeds()[0][name] for name in NEW_GENES}}
            for seed in study.space.seeds()
        ]


NEW_GENES = {"attention_every", "attention_place", "expansion", "state_size", "conv_size"}


def test_shapes_and_spaces_of_attention_are_stored_and_hashed_as_they_were():
    """Values from before there were other families: studies of that time go on, and their shapes are known again."""
    shape = CPU_ATTENTION.decode(CPU_ATTENTION.seeds()[0])
    assert shape_key(shape) == "2417aa2b077d"
    assert list(shape_fields(shape)) == [
        "n_layers", "d_model", "n_heads", "n_kv_heads", "d_ff", "activation", "norm", "position", "qk_norm", "tied",
        "dropout", "window", "vocab_size", "token_shift", "mixer",
    ]  # fmt: skip
    assert "state_sizes" not in describe(DecoderSpace())
    other = replace(shape, mixer="rwkv7", attention_every=2)
    assert DecoderShape(**shape_fields(other)) == other
    assert shape_key(other) != shape_key(replace(other, attention_every=3))


@given(genomes(CPU_SPACE))
def test_what_no_layer_uses_does_not_tell_shapes_apart(genome):
    shape = CPU_SPACE.decode(genome)
    assert canonical(shape) == shape
    families = set(shape.mixers)
    unused = {
        "kv_sharing": "attention" not in families,
        "qk_norm": "attention" not in families,
        "window": "attention" not in families,
        "expansion": not families & {"deltanet", "mamba2"},
        "conv_size": not families & {"deltanet", "mamba2"},
        "state_size": "mamba2" not in families,
        "attention_every": shape.mixer == genome["mixer"] == "attention",
        "attention_place": len(families) == 1 and genome["attention_every"] == 0,
    }
    for gene in CPU_SPACE.genes:
        others = {CPU_SPACE.decode({**genome, gene.name: choice}) for choice in gene.choices}
        assert not unused.get(gene.name) or others == {shape}, gene.name


@given(genomes(CPU_SPACE))
def test_layers_are_those_of_the_genes(genome):
    every, first = genome["attention_every"], genome["attention_place"] == "first"
    expected = [
        "attention" if every and i % every == (0 if first else every - 1) else genome["mixer"]
        for i in range(genome["n_layers"])
    ]
    assert list(CPU_SPACE.decode(genome).mixers) == expected


@pytest.mark.parametrize("position", ["rope", "alibi", "none", "sinusoidal"])
def test_positions_matter_where_something_reads_them(position):
    genome = dict(CPU_SPACE.seeds()[7]) | {"position": position, "attention_every": 0}
    shape = CPU_SPACE.decode(genome)
    assert shape.mixers == ("deltanet",) * shape.n_layers
    assert shape.position == ("sinusoidal" if position == "sinusoidal" else "none")
    assert CPU_SPACE.decode({**genome, "attention_every": 2}).position == position


@pytest.mark.parametrize("space", [DecoderSpace(), CPU_SPACE], ids=["attention", "all families"])
@given(data=st.data())
def test_the_drawing_adds_up_to_the_parameters(space, data):
    shape = space.decode(data.draw(genomes(space)))
    assert sum(part.total for part in space.describe(shape, 128)) == shape.parameters


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"widths": (100,), "heads": (8, 16)}, "space.widths has 100, which no head count of 8,16 divides"),
        ({"widths": ()}, "space.widths must be different numbers from 16 to 8192, got nothing"),
        ({"layers": (2, 2)}, "space.layers must be different numbers from 1 to 128, got 2,2"),
        ({"layers": (-1,)}, "space.layers must be different numbers from 1 to 128, got -1"),
        ({"activations": ("tanh",)}, "space.activations must be among gelu, .* got 'tanh'"),
        ({"vocab_sizes": (100,)}, "space.vocab_sizes must be different numbers from 257 to 65535, got 100"),
    ],
)
def test_choices_that_do_not_fit_are_refused(changes, message):
    with pytest.raises(UsageError, match=message):
        DecoderSpace(**changes)
