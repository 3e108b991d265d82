"""Softmax attention: multi-head, grouped-query or multi-query, over all of the past or a sliding window.

Shapes: B batch, T time (new tokens), S all tokens so far, C channels, H heads, G key-value heads, D head size.
"""

from __future__ import annotations

from functools import lru_cache

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from search_spaces.decoder.shape import DecoderShape
from search_spaces.decoder.token_shift import TokenShift

__all__ = ["Attention", "AttentionCache"]

ROPE_BASE = 10_000.0
EXPLICIT_TOKENS = 512  # on the CPU, training on up to so many tokens writes the scores out


class AttentionCache:
    """Keys and values of one layer, written in place as tokens arrive."""

    def __init__(self, keys: Tensor, values: Tensor) -> None:
        self.keys, self.values = keys, values  # (B, G, S_max, D) each
        self.length = 0
        self.before: Tensor | None = None  # (B, 1, C), the last input, for the token shift

    def append(self, keys: Tensor, values: Tensor) -> tuple[Tensor, Tensor]:
        """Stores (B, G, T, D) new keys and values; returns all of them so far, (B, G, S, D)."""
        end = self.length + keys.shape[2]
        if end > self.keys.shape[2]:
            raise ValueError(f"the cache holds {self.keys.shape[2]} tokens, {end} were given")
        self.keys[:, :, self.length : end] = keys
        self.values[:, :, self.length : end] = values
        self.length = end
        return self.keys[:, :, :end], self.values[:, :, :end]

    def select(self, rows: Tensor) -> None:
        """Keeps the sequences `rows` (indices), in that order, and forgets the others."""
        self.keys, self.values = self.keys[rows], self.values[rows]
        self.before = None if self.before is None else self.before[rows]


class Attention(nn.Module):
    """Scaled dot-product attention with rotary, ALiBi or no positions of its own."""

    def __init__(self, shape: DecoderShape, layer: int) -> None:
        super().__init__()
        del layer  # all layers are alike in this family
        self.shape = shape
        key_width = shape.n_kv_heads * shape.head_size
        self.query = nn.Linear(shape.d_model, shape.d_model, bias=False)
        self.key = nn.Linear(shape.d_model, key_width, bias=False)
        self.value = nn.Linear(shape.d_model, key_width, bias=False)
        self.output = nn.Linear(shape.d_model, shape.d_model, bias=False)
        if shape.token_shift:
            self.key_shift = TokenShift(shape.d_model)
        if shape.qk_norm:
            self.query_norm = nn.RMSNorm(shape.head_size, eps=1e-6)
            self.key_norm = nn.RMSNorm(shape.head_size, eps=1e-6)

    def new_cache(self, batch_size: int, max_tokens: int) -> AttentionCache:
        weight = self.key.weight
        size = (batch_size, self.shape.n_kv_heads, max_tokens, self.shape.head_size)
        dtype = torch.get_autocast_dtype(weight.device.type) if torch.is_autocast_enabled(weight.device.type) else None
        keys = torch.zeros(size, dtype=dtype or weight.dtype, device=weight.device)
        return AttentionCache(keys, torch.zeros_like(keys))

    def forward(self, x: Tensor, cache: AttentionCache | None = None, documents: Tensor | None = None) -> Tensor:
        """Mixes (B, T, C) over time. With a cache, x continues the tokens that the cache has seen.

        Args:
            documents: Numbers (B, T); no position looks at one of another number.
        """
        shape = self.shape
        batch, time, _ = x.shape
        query = self.query(x).view(batch, time, shape.n_heads, shape.head_size)  # (B, T, H, D)
        key = self.key(self._shifted(x, cache, documents)).view(
            batch, time, shape.n_kv_heads, shape.head_size
        )  # (B, T, G, D)
        value = self.value(x).view(batch, time, shape.n_kv_heads, shape.head_size)
        if shape.qk_norm:
            # In float32: the scales are, and a mixed product would leave the fused kernel.
            query = self.query_norm(query.float()).to(query.dtype)
            key = self.key_norm(key.float()).to(key.dtype)
        past = cache.length if cache is not None else 0
        if shape.position == "rope":
            angles = _rope_angles(_table_length(past + time), shape.head_size, x.device, query.dtype)
            angles = angles[0][past : past + time], angles[1][past : past + time]
            query, key = _rotate(query, angles), _rotate(key, angles)
        query, key, value = (
            query.transpose(1, 2),
            key.transpose(1, 2),
            value.transpose(1, 2),
        )  # (B, H or G, T, D)
        if cache is not None:
            key, value = cache.append(key.to(cache.keys.dtype), value.to(cache.values.dtype))
            query = query.to(key.dtype)
        apart = None if documents is None else documents[:, None, :, None] != documents[:, None, None, :]
        mixed = self._attend(query, key, value, apart)  # (B, H, T, D)
        return self.output(mixed.transpose(1, 2).reshape(batch, time, shape.d_model))

    def _shifted(self, x: Tensor, cache: AttentionCache | None, documents: Tensor | None) -> Tensor:
        if not self.shape.token_shift:
            return x
        shifted = self.key_shift(x, cache.before if cache is not None else None, documents)
        if cache is not None:
            cache.before = x[:, -1:]
        return shifted

    def _attend(self, query: Tensor, key: Tensor, value: Tensor, apart: Tensor | None) -> Tensor:
        """Returns (B, H, T, D); a query does not look where `apart` (B, 1, T, S) is true."""
        shape, time, total = self.shape, query.shape[2], key.shape[2]
        if time == 1 and apart is None:
            return self._attend_newest(query, key, value)
        if shape.n_kv_heads != shape.n_heads:  # each key-value head serves a group of query heads
            key = key.repeat_interleave(shape.n_heads // shape.n_kv_heads, dim=1)
            value = value.repeat_interleave(shape.n_heads // shape.n_kv_heads, dim=1)
        windowed = 0 < shape.window < total
        if query.device.type == "cpu" and query.requires_grad and total <= EXPLICIT_TOKENS:
            return self._attend_explicitly(query, key, value, apart, windowed=windowed)
        if shape.position != "alibi" and not windowed and time == total and apart is None:
            return F.scaled_dot_product_attention(query, key, value, is_causal=True)
        bias = self._bias(query, total, apart, windowed=windowed)
        return F.scaled_dot_product_attention(query, key, value, attn_mask=bias)

    def _attend_newest(self, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        """The same for one new token, which sees everything that is left of the past, so it needs no mask.

        The query heads that share a key-value head stand in the place of positions, so that no key is copied.
        """
        shape = self.shape
        if shape.window:
            key, value = key[:, :, -shape.window :], value[:, :, -shape.window :]
        grouped = query.view(query.shape[0], shape.n_kv_heads, -1, shape.head_size)  # (B, G, H/G, D)
        bias = None
        if shape.position == "alibi":
            bias = self._bias(query, key.shape[2], None, windowed=False).view(1, shape.n_kv_heads, -1, key.shape[2])
        mixed = F.scaled_dot_product_attention(grouped, key, value, attn_mask=bias)
        return mixed.reshape(query.shape)  # (B, H, 1, D)

    def _attend_explicitly(
        self, query: Tensor, key: Tensor, value: Tensor, apart: Tensor | None, *, windowed: bool
    ) -> Tensor:
        """The same with the scores written out: on the CPU the backward pass of the fused form takes twice the time."""
        bias = self._bias(query, key.shape[2], apart, windowed=windowed)
        scores = (query * self.shape.head_size**-0.5) @ key.transpose(-1, -2) + bias  # (B, H, T, S)
        return torch.softmax(scores, dim=-1, dtype=scores.dtype) @ value

    def _bias(self, query: Tensor, total: int, apart: Tensor | None, *, windowed: bool) -> Tensor:
        """Returns what is added to the scores, (B or 1, H or 1, T, S)."""
        heads = self.shape.n_heads if self.shape.position == "alibi" else 0
        window = self.shape.window if windowed else 0
        bias = _causal_bias(query.shape[2], total, window, heads, query.device, query.dtype)
        return bias if apart is None else bias.masked_fill(apart, float("-inf"))


def _table_length(tokens: int) -> int:
    """Returns the next power of two: generation would otherwise compute a table for each token."""
    return 1 << max(tokens - 1, 63).bit_length()


@lru_cache(maxsize=32)
def _rope_angles(length: int, head_size: int, device: torch.device, dtype: torch.dtype) -> tuple[Tensor, Tensor]:
    """Returns cosines and signed sines, (S, 1, D) each (Su et al. 2021; the two halves of a head form the pairs)."""
    rates = ROPE_BASE ** (-torch.arange(0, head_size, 2, device=device, dtype=torch.float32) / head_size)
    angles = torch.arange(length, device=device, dtype=torch.float32)[:, None] * rates  # (S, D/2)
    cosine, sine = angles.cos(), angles.sin()
    cosine, sine = torch.cat([cosine, cosine], dim=-1), torch.cat([-sine, sine], dim=-1)
    return cosine[:, None, :].to(dtype), sine[:, None, :].to(dtype)


def _rotate(x: Tensor, angles: tuple[Tensor, Tensor]) -> Tensor:
    """Turns (B, T, H, D) by the angles of its positions, (T, 1, D) each."""
    cosine, sine = angles
    low, high = x.chunk(2, dim=-1)
    return x * cosine + torch.cat([high, low], dim=-1) * sine


@lru_cache(maxsize=32)
def _causal_bias(
    time: int, total: int, window: int, alibi_heads: int, device: torch.device, dtype: torch.dtype
) -> Tensor:
    """Returns what is added to the scores, (1, H or 1, T, S): -inf where a query must not look.

    ALiBi: Press et al. 2021, slopes 2^(-8 (h + 1) / H).
    """
    queries = torch.arange(total - time, total, device=device)[:, None]
    distance = queries - torch.arange(total, device=device)[None, :]  # (T, S)
    hidden = distance < 0
    if window:
        hidden = hidden | (distance >= window)
    slopes = torch.zeros(1, device=device)
    if alibi_heads:
        slopes = 2.0 ** (-8.0 * torch.arange(1, alibi_heads + 1, device=device) / alibi_heads)
    bias = -slopes[:, None, None] * distance.clamp(min=0)  # (H, T, S)
    return bias.masked_fill(hidden, float("-inf")).to(dtype)[None]
