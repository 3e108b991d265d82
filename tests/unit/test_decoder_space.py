"""The decoder space: canonical, wide enough, and clear about choices that do not fit."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autonas.errors import UsageError
from autonas.testing import SearchSpaceConformance
from search_spaces.decoder.space import ALL_HEADS, DecoderSpace
from studies.codelm import CPU_SPACE, CUDA_SPACE
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
        assert {shape.position for shape in shapes} == {"rope"}


@given(genomes())
def test_the_drawing_adds_up_to_the_parameters(genome):
    space = DecoderSpace()
    shape = space.decode(genome)
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
