"""The drawing of a decoder: its parts add up to the exact parameters, for every kind of shape."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_spaces.decoder.drawing import parts_of
from search_spaces.decoder.families import LINEAR, MIXER_TENSORS
from search_spaces.decoder.shape import ACTIVATIONS, NORMS, POSITIONS, DecoderShape


@st.composite
def shapes(draw) -> DecoderShape:
    n_heads = draw(st.sampled_from([1, 2, 4, 8]))
    mixer = draw(st.sampled_from(sorted({"attention", *LINEAR})))
    return DecoderShape(
        n_layers=draw(st.integers(1, 12)),
        d_model=n_heads * draw(st.sampled_from([8, 16, 32])),
        n_heads=n_heads,
        n_kv_heads=draw(st.sampled_from([k for k in (1, 2, 4, 8) if n_heads % k == 0])),
        d_ff=draw(st.integers(1, 512)),
        activation=draw(st.sampled_from(ACTIVATIONS)),
        norm=draw(st.sampled_from(NORMS)),
        position=draw(st.sampled_from(POSITIONS)),
        qk_norm=draw(st.booleans()),
        tied=draw(st.booleans()),
        dropout=draw(st.sampled_from([0.0, 0.1])),
        window=draw(st.sampled_from([0, 64])),
        vocab_size=draw(st.sampled_from([512, 2048])),
        token_shift=draw(st.booleans()),
        mixer=mixer,
        attention_every=draw(st.sampled_from([0, 2, 3, 4])) if mixer in LINEAR else 0,
        attention_first=draw(st.booleans()),
        expansion=draw(st.sampled_from([1, 2])),
        state_size=draw(st.sampled_from([8, 16])),
        conv_size=draw(st.sampled_from([0, 4])),
    )


@given(shapes(), st.integers(1, 4096))
def test_parts_add_up_to_the_parameters_and_flops(shape, context):
    parts = parts_of(shape, context)
    assert sum(part.total for part in parts) == shape.parameters
    assert sum(part.total_flops for part in parts) == pytest.approx(shape.flops_per_token(context))
    shift = ["token shift"] if shape.token_shift else []
    names = [part.name for part in parts]
    start, end = ["embedding", *shift], [shape.norm, "output"]
    assert names[: len(start)] == start
    assert names[-2:] == end
    if not shape.attention_every:
        assert names == [*start, "block", *end]
    assert [mixer for part in parts for mixer in layers(part)] == list(shape.mixers)


def layers(part) -> list[str]:
    """The mixers of a part in the order of the data."""
    below = [mixer for child in part.children for mixer in layers(child)]
    return part.repeats * (below or [part.name] * (part.name in MIXER_TENSORS))


def shape(**changes) -> DecoderShape:
    fields = {
        "n_layers": 4,
        "d_model": 128,
        "n_heads": 4,
        "n_kv_heads": 2,
        "d_ff": 320,
        "activation": "swiglu",
        "norm": "rmsnorm",
        "position": "rope",
        "qk_norm": True,
        "tied": True,
        "dropout": 0.0,
        "window": 0,
        "vocab_size": 2048,
    }
    return DecoderShape(**(fields | changes))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "grouped-query: 4 heads of 32, 2 of keys and values, rotary positions, QK-norm"),
        ({"n_kv_heads": 4}, "multi-head: 4 heads of 32, 4 of keys and values"),
        ({"n_kv_heads": 1}, "multi-query: 4 heads of 32, 1 of keys and values"),
        ({"window": 64}, "window of 64"),
        ({"position": "alibi"}, "ALiBi"),
        ({"activation": "gelu"}, "128 -> 320 -> 128, gelu"),
        ({"dropout": 0.1}, "dropout 0.1"),
        ({"position": "sinusoidal"}, "sinusoids added to the input"),
        ({}, "the embedding's matrix"),
        ({"tied": False}, "128 -> 2048"),
        ({"token_shift": True}, "shifted keys"),
        ({"mixer": "deltanet", "expansion": 2, "conv_size": 4}, "4 heads, each with a state of 32 x 64, convolution"),
        ({"mixer": "mamba2", "state_size": 16}, "4 heads, each with a state of 16 x 32"),
        ({"mixer": "rwkv7"}, "4 heads, each with a state of 32 x 32, ranks 24 of decay and rate, 32 of the gate"),
    ],
)
def test_details_name_every_choice(changes, words):
    parts = parts_of(shape(**changes), 256)
    details = [part.detail for part in (*parts, *(child for part in parts for child in part.children))]
    assert any(words in detail for detail in details), details


def test_groups_of_a_pattern_are_drawn_once():
    parts = parts_of(shape(n_layers=8, mixer="mamba2", state_size=8, attention_every=3), 256)
    group, rest = parts[1:3]
    assert (group.name, group.detail, group.repeats) == ("group", "3 blocks", 2)
    assert [(block.repeats, block.children[1].name) for block in group.children] == [(2, "mamba2"), (1, "attention")]
    assert (rest.repeats, rest.children[1].name) == (2, "mamba2")
