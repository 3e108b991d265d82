"""The drawing of a decoder: its parts add up to the exact parameters, for every kind of shape."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_spaces.decoder.drawing import parts_of
from search_spaces.decoder.shape import ACTIVATIONS, NORMS, POSITIONS, DecoderShape


@st.composite
def shapes(draw) -> DecoderShape:
    n_heads = draw(st.sampled_from([1, 2, 4, 8]))
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
    )


@given(shapes(), st.integers(1, 4096))
def test_parts_add_up_to_the_parameters_and_flops(shape, context):
    parts = parts_of(shape, context)
    assert sum(part.total for part in parts) == shape.parameters
    assert sum(part.total_flops for part in parts) == pytest.approx(shape.flops_per_token(context))
    shift = ["token shift"] if shape.token_shift else []
    assert [part.name for part in parts] == ["embedding", *shift, "block", shape.norm, "output"]


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
    ],
)
def test_details_name_every_choice(changes, words):
    parts = parts_of(shape(**changes), 256)
    details = [part.detail for part in (*parts, *(child for part in parts for child in part.children))]
    assert any(words in detail for detail in details), details
