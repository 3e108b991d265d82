"""Which shapes are exactly a Llama or a Qwen3, and what they are called there.

A decoder of ours normalises its embeddings before the first block; those two do not. A row of the matrix that is
normalised beforehand gives the same, so the matrix that is written is the normalised one. Where embedding and output
share a matrix, that makes two of one: the output still reads the rows as they were trained.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import MISSING, fields
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from search_spaces.decoder.families import ATTENTION, LINEAR
from search_spaces.decoder.mixers.attention import ROPE_BASE
from search_spaces.decoder.model import NORM_EPSILON
from search_spaces.decoder.shape import DecoderShape

__all__ = ["differences", "family", "named_tensors", "plain_config", "plain_tensors", "unknown"]

# What the formats were written for: a property that a later version adds is refused unless it has its default.
_KNOWN = frozenset(
    (
        *("n_layers", "d_model", "n_heads", "n_kv_heads", "d_ff", "vocab_size", "activation", "norm", "position"),
        *("qk_norm", "tied", "dropout", "window", "token_shift", "mixer", "attention_every", "attention_first"),
        *("expansion", "state_size", "conv_size"),
    )
)
_PARTS = {
    "embedding": "model.embed_tokens",
    "shift": "model.shift",
    "norm": "model.norm",
    "output": "lm_head",
    "mixer_norm": "input_layernorm",
    "feed_forward_norm": "post_attention_layernorm",
    "mixer.query": "self_attn.q_proj",
    "mixer.key": "self_attn.k_proj",
    "mixer.value": "self_attn.v_proj",
    "mixer.output": "self_attn.o_proj",
    "mixer.key_shift": "self_attn.k_shift",
    "mixer.query_norm": "self_attn.q_norm",
    "mixer.key_norm": "self_attn.k_norm",
    "feed_forward.gate": "mlp.gate_proj",
    "feed_forward.up": "mlp.up_proj",
    "feed_forward.down": "mlp.down_proj",
}


def unknown(shape: DecoderShape) -> str | None:
    """Returns a property of a shape that no format can write; None if there is none."""
    strange = set(shape.mixers) - LINEAR - {ATTENTION}
    if strange:
        return f"the mixer {min(strange)}"
    for field in fields(shape):
        default = None if field.default is MISSING else field.default
        if field.name not in _KNOWN and getattr(shape, field.name) != default:
            return f"{field.name} {getattr(shape, field.name)}"
    return None


def differences(shape: DecoderShape) -> list[str]:
    """Returns what keeps a shape from being a Llama or a Qwen3; empty if nothing does."""
    found = []
    if shape.norm != "rmsnorm":
        found.append(shape.norm)
    if shape.activation != "swiglu":
        found.append(shape.activation)
    if shape.position != "rope":
        found.append("no positions" if shape.position == "none" else f"{shape.position} positions")
    if shape.token_shift:
        found.append("token shift")
    if shape.window:
        found.append(f"a window of {shape.window}")
    return found + [f"{mixer} layers" for mixer in sorted(LINEAR.intersection(shape.mixers))]


def family(shape: DecoderShape) -> str | None:
    """Returns "llama", or "qwen3" with QK-norm, where a shape is exactly that; else None."""
    if unknown(shape) or differences(shape):
        return None
    return "qwen3" if shape.qk_norm else "llama"


def plain_config(shape: DecoderShape, context: int) -> dict[str, Any]:
    """Returns config.json of a plain shape."""
    kind = family(shape)
    assert kind is not None, "asked for plain shapes alone"
    own: dict[str, Any] = {"mlp_bias": False} if kind == "llama" else {"use_sliding_window": False}
    return {
        "architectures": ["LlamaForCausalLM" if kind == "llama" else "Qwen3ForCausalLM"],
        "model_type": kind,
        "attention_bias": False,
        "attention_dropout": 0.0,
        "head_dim": shape.head_size,
        "hidden_act": "silu",
        "hidden_size": shape.d_model,
        "intermediate_size": shape.d_ff,
        "max_position_embeddings": context,
        "num_attention_heads": shape.n_heads,
        "num_hidden_layers": shape.n_layers,
        "num_key_value_heads": shape.n_kv_heads,
        "rms_norm_eps": NORM_EPSILON,
        "rope_parameters": {"rope_type": "default", "rope_theta": ROPE_BASE},
        "rope_theta": ROPE_BASE,  # for what is older than rope_parameters
        "tie_word_embeddings": False,
        "vocab_size": shape.vocab_size,
        **own,
    }


def named_tensors(network: nn.Module) -> dict[str, Tensor]:
    """Returns the weights under the names that transformers uses, on the CPU in float32; a shared one has two."""
    tensors = {name: tensor.detach().float().cpu() for name, tensor in network.state_dict().items()}
    return {_renamed(name, network.shape.mixers): tensor for name, tensor in tensors.items()}


def plain_tensors(network: nn.Module) -> dict[str, Tensor]:
    """Returns the weights of a plain shape: the embedding with its rows normalised, and the output of its own."""
    tensors = named_tensors(network)
    rows = tensors["model.embed_tokens.weight"].double()
    normalised = F.rms_norm(rows, rows.shape[1:], eps=NORM_EPSILON).to(torch.float32)
    return tensors | {"model.embed_tokens.weight": normalised, "lm_head.weight": tensors["lm_head.weight"].clone()}


def _renamed(name: str, mixers: Sequence[str]) -> str:
    """blocks.3.mixer.query.weight -> model.layers.3.self_attn.q_proj.weight; other mixers keep their own names."""
    part, _, kind = name.rpartition(".")
    if not part.startswith("blocks."):
        return f"{_PARTS[part]}.{kind}"
    _, layer, inner = f"{part}.".split(".", 2)
    if inner.startswith("mixer.") and mixers[int(layer)] != ATTENTION:
        return f"model.layers.{layer}.{inner}{kind}"
    inner = inner.removesuffix(".")
    return f"model.layers.{layer}.{_PARTS[inner]}.{kind}"
