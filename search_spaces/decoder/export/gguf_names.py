"""What llama.cpp calls the tensors of a Llama or Qwen3, and how it orders the rows of queries and keys."""

from __future__ import annotations

from torch import Tensor

from search_spaces.decoder.shape import DecoderShape

__all__ = ["interleaved", "llama_name", "straightened"]

_NAMES = {
    "model.embed_tokens": "token_embd",
    "model.norm": "output_norm",
    "lm_head": "output",
    "input_layernorm": "attn_norm",
    "post_attention_layernorm": "ffn_norm",
    "self_attn.q_proj": "attn_q",
    "self_attn.k_proj": "attn_k",
    "self_attn.v_proj": "attn_v",
    "self_attn.o_proj": "attn_output",
    "self_attn.q_norm": "attn_q_norm",
    "self_attn.k_norm": "attn_k_norm",
    "mlp.gate_proj": "ffn_gate",
    "mlp.up_proj": "ffn_up",
    "mlp.down_proj": "ffn_down",
}


def llama_name(name: str) -> str:
    """model.layers.3.self_attn.q_proj.weight -> blk.3.attn_q.weight"""
    part, _, kind = name.rpartition(".")
    if not part.startswith("model.layers."):
        return f"{_NAMES[part]}.{kind}"
    _, _, layer, inner = part.split(".", 3)
    return f"blk.{layer}.{_NAMES[inner]}.{kind}"


def interleaved(name: str, tensor: Tensor, shape: DecoderShape) -> Tensor:
    """Reorders the rows of queries and keys: llama.cpp turns neighbours of a Llama's head, and halves of a Qwen3's.

    Row 2i of a head is its row i, row 2i + 1 its row D/2 + i, as in llama.cpp's conversion of Llamas.
    """
    heads = _heads(name, shape)
    if heads is None:
        return tensor
    halves = tensor.view(heads, 2, shape.head_size // 2, shape.d_model)  # (H, 2, D/2, C)
    return halves.transpose(1, 2).reshape(tensor.shape).contiguous()


def straightened(name: str, tensor: Tensor, shape: DecoderShape) -> Tensor:
    """Undoes `interleaved`."""
    heads = _heads(name, shape)
    if heads is None:
        return tensor
    pairs = tensor.view(heads, shape.head_size // 2, 2, shape.d_model)  # (H, D/2, 2, C)
    return pairs.transpose(1, 2).reshape(tensor.shape).contiguous()


def _heads(name: str, shape: DecoderShape) -> int | None:
    return {"attn_q": shape.n_heads, "attn_k": shape.n_kv_heads}.get(name.split(".")[-2])
