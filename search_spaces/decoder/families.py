"""What the block families cost and which choices mean something to them, without torch.

A family is a module class in `search_spaces.decoder.mixers` and its entries here: a test holds the tensors equal to
those of the networks that are built.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search_spaces.decoder.shape import DecoderShape

__all__ = [
    "ATTENTION", "CONVOLVING", "EXPANDING", "LINEAR", "MIXER_FLOPS", "MIXER_TENSORS",
    "canonical", "has_attention", "layer_mixers", "mixer_parameters", "rwkv7_ranks",
]  # fmt: skip

Tensors = dict[str, tuple[int, ...]]

ATTENTION = "attention"
LINEAR = frozenset({"deltanet", "mamba2", "rwkv7"})  # a state of constant size; attention may stand among them
EXPANDING = frozenset({"deltanet", "mamba2"})  # values may be wider than the network
CONVOLVING = frozenset({"deltanet", "mamba2"})  # a short convolution may come first


def layer_mixers(shape: DecoderShape) -> tuple[str, ...]:
    """Returns the family of each layer: `shape.mixer`, or attention in one layer of each group."""
    every = shape.attention_every
    place = 0 if shape.attention_first else every - 1
    return tuple(ATTENTION if every and i % every == place else shape.mixer for i in range(shape.n_layers))


def has_attention(shape: DecoderShape) -> bool:
    """Whether any layer is attention, or of a family that is not known here and may use whatever attention does."""
    return any(mixer not in LINEAR for mixer in layer_mixers(shape))


def canonical(shape: DecoderShape) -> DecoderShape:
    """Returns the shape with what no layer of it uses at its default, so that equal networks are equal shapes."""
    shape = _canonical_pattern(shape)
    families = set(layer_mixers(shape))
    changes: dict[str, object] = {}
    if not has_attention(shape):
        changes |= {"n_kv_heads": shape.n_heads, "qk_norm": False, "window": 0}
        if shape.position in ("rope", "alibi"):
            changes["position"] = "none"
    if not families & EXPANDING:
        changes["expansion"] = 1
    if not families & CONVOLVING:
        changes["conv_size"] = 0
    if "mamba2" not in families:
        changes["state_size"] = 0
    return replace(shape, **changes)  # type: ignore[arg-type]


def _canonical_pattern(shape: DecoderShape) -> DecoderShape:
    """Few layers look alike under several patterns: the plain one is taken, or that of the smallest groups."""
    layers = layer_mixers(shape)
    if len(set(layers)) == 1:
        return replace(shape, mixer=layers[0], attention_every=0, attention_first=False)
    for every in range(2, shape.attention_every + 1):
        for first in (False, True):
            simpler = replace(shape, attention_every=every, attention_first=first)
            if layer_mixers(simpler) == layers:
                return simpler
    raise AssertionError("a pattern equals itself")


def _attention_tensors(shape: DecoderShape) -> Tensors:
    """Queries, keys, values, output; with QK-norm a scale per head dimension for queries and keys; the token shift."""
    width, keys = shape.d_model, shape.n_kv_heads * shape.head_size
    tensors = _matrices(width, query=width, key=keys, value=keys, output=width)
    tensors |= {"key_shift.weight": (width,)} if shape.token_shift else {}
    scales = ("query_norm", "key_norm") if shape.qk_norm else ()
    return tensors | {f"{name}.weight": (shape.head_size,) for name in scales}


def _deltanet_tensors(shape: DecoderShape) -> Tensors:
    """Queries, keys, values, gate, output; decay and strength a head; convolution, token shift, norm."""
    width, values, heads = shape.d_model, shape.expansion * shape.d_model, shape.n_heads
    tensors = _matrices(width, query=width, key=width, value=values, gate=values, decay=heads, strength=heads)
    tensors |= {"output.weight": (width, values), "log_rate": (heads,), "decay_bias": (heads,)}
    tensors |= {"norm_scale": (values // heads,)} | _convolution(shape, 2 * width + values)
    return tensors | ({"key_shift.weight": (width,)} if shape.token_shift else {})


def _mamba2_tensors(shape: DecoderShape) -> Tensors:
    """Values, gate, B and C (keys and queries), time step, output; rate, bias and skip a head; convolution, norm."""
    width, values, heads, state = shape.d_model, shape.expansion * shape.d_model, shape.n_heads, shape.state_size
    tensors = _matrices(width, value=values, gate=values, key=state, query=state, step=heads)
    tensors |= {"output.weight": (width, values), "norm_scale": (values,)}
    tensors |= dict.fromkeys(("log_rate", "step_bias", "skip"), (heads,))
    return tensors | _convolution(shape, values + 2 * state)


def rwkv7_ranks(width: int) -> tuple[int, int]:
    """Returns the ranks of decay and learning rate, and of the gate: the paper's rule, in steps of 8 instead of 32."""
    return max(8, round(1.8 * width**0.5 / 8) * 8), max(8, round(0.6 * width**0.8 / 8) * 8)


def _rwkv7_tensors(shape: DecoderShape) -> Tensors:
    """Receptance, keys, values, output; three products of low rank; 6 shares, 5 vectors, the norm's 2."""
    width, (small, large) = shape.d_model, rwkv7_ranks(shape.d_model)
    tensors = _matrices(width, query=width, key=width, value=width, output=width)
    for name, rank in (("decay", small), ("rate", small), ("gate", large)):
        tensors |= {f"{name}.reduce.weight": (rank, width), f"{name}.expand.weight": (width, rank)}
    vectors = ("decay_bias", "rate_bias", "removal_scale", "rate_of_keys", "bonus", "norm.weight", "norm.bias")
    return tensors | {"shares": (6, 1, width)} | dict.fromkeys(vectors, (width,))


def _matrices(width: int, **rows: int) -> Tensors:
    """Returns linear layers that read the network's width."""
    return {f"{name}.weight": (count, width) for name, count in rows.items()}


def _convolution(shape: DecoderShape, channels: int) -> Tensors:
    return {"convolution.weight": (shape.conv_size, 1, channels)} if shape.conv_size else {}


def _attention_flops(shape: DecoderShape, context: int) -> float:
    """12 a key times width (Chowdhery et al. 2022, appendix B); the causal half is not discounted, a window is."""
    return 12.0 * shape.d_model * (min(context, shape.window) if shape.window else context)


def _deltanet_flops(shape: DecoderShape, context: int) -> float:
    """Three products with each head's state a token: what it holds under the key, what is written, what is read."""
    del context
    return 18.0 * shape.d_model * shape.expansion * shape.head_size


def _mamba2_flops(shape: DecoderShape, context: int) -> float:
    """Two products with the state: what is written, what is read."""
    del context
    return 12.0 * shape.d_model * shape.expansion * shape.state_size


def _rwkv7_flops(shape: DecoderShape, context: int) -> float:
    """Four products with each head's state: what is found, removed, written and read."""
    del context
    return 24.0 * shape.d_model * shape.head_size


# The tensors of one layer's mixer: their sizes by the names that the module gives them.
MIXER_TENSORS: dict[str, Callable[[DecoderShape], Tensors]] = {
    ATTENTION: _attention_tensors,
    "deltanet": _deltanet_tensors,
    "mamba2": _mamba2_tensors,
    "rwkv7": _rwkv7_tensors,
}
# What one layer's mixer needs on top of its weights: the training FLOPs of one token (shape, context). Those of the
# recurrence: how much more the chunked form computes is up to its chunks.
MIXER_FLOPS: dict[str, Callable[[DecoderShape, int], float]] = {
    ATTENTION: _attention_flops,
    "deltanet": _deltanet_flops,
    "mamba2": _mamba2_flops,
    "rwkv7": _rwkv7_flops,
}


def mixer_parameters(shape: DecoderShape, mixer: str) -> int:
    """Returns how many parameters one layer's mixer has."""
    return sum(math.prod(size) for size in MIXER_TENSORS[mixer](shape).values())
