"""Mamba-2: a selective state space with one decay a head, as state-space duality (Dao & Gu 2024, arXiv 2405.21060).

For each head with values x, and B and C shared by all heads (one group), dt = softplus(.) and a = exp(-rate dt):

    S[t] = a[t] S[t - 1] + dt[t] B[t] x[t]^T        y[t] = S[t]^T C[t] + D x[t]

Shapes: B batch, T time, C channels, H heads, K size of the state, V width of a head's values, X = B H, N chunks, L
tokens of a chunk.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from search_spaces.decoder.mixers.chunks import exactly, exponents, forgetting, full, join, log_decay_between, split
from search_spaces.decoder.mixers.kernels import fastest
from search_spaces.decoder.mixers.recurrent import RecurrentCache, ShortConvolution
from search_spaces.decoder.shape import DecoderShape

__all__ = ["Mamba2", "chunked_state_space", "state_space_step"]

CHUNK = 64
EPSILON = 1e-6


class Mamba2(nn.Module):
    """The block of Mamba-2 without its own residual stream: projections, convolution, state space, gated norm."""

    def __init__(self, shape: DecoderShape, layer: int) -> None:
        super().__init__()
        del layer  # all layers are alike in this family
        self.shape = shape
        width, values, heads = shape.d_model, shape.expansion * shape.d_model, shape.n_heads
        self.value = nn.Linear(width, values, bias=False)
        self.gate = nn.Linear(width, values, bias=False)
        self.key = nn.Linear(width, shape.state_size, bias=False)  # B of the paper
        self.query = nn.Linear(width, shape.state_size, bias=False)  # C of the paper
        self.step = nn.Linear(width, heads, bias=False)
        self.output = nn.Linear(values, width, bias=False)
        if shape.conv_size:
            self.convolution = ShortConvolution(values + 2 * shape.state_size, shape.conv_size)
        self.log_rate = nn.Parameter(exponents(1.0, 16.0, heads))
        self.step_bias = nn.Parameter(exponents(1e-3, 1e-1, heads).exp().expm1().log())  # softplus gives 0.001 to 0.1
        self.skip = nn.Parameter(torch.ones(heads))  # D of the paper
        self.norm_scale = nn.Parameter(torch.ones(values))

    def new_cache(self, batch_size: int, max_tokens: int) -> RecurrentCache:
        """Returns an empty cache; it holds any number of tokens."""
        del max_tokens
        shape = self.shape
        size = (batch_size, shape.n_heads, shape.state_size, shape.expansion * shape.head_size)
        return RecurrentCache(self.log_rate.new_zeros(size))

    def forward(self, x: Tensor, cache: RecurrentCache | None = None, documents: Tensor | None = None) -> Tensor:
        """Mixes (B, T, C) over time. With a cache, x continues the tokens that the cache has seen.

        Args:
            documents: Numbers (B, T); the state is forgotten where another one begins.
        """
        value, key, query = self._inputs(x, cache, documents)
        step, gate = self.step(x), self.gate(x)  # (B, T, H), (B, T, H V)
        with exactly(x):
            step = F.softplus(step + self.step_bias)
            value = full(value)
            run = fastest(chunked_state_space, key)
            if cache is not None and x.shape[1] == 1:
                run = state_space_step
            state = cache.state if cache is not None else None
            log_decay = forgetting(-self.log_rate.exp() * step, documents)
            mixed, state = run(query, key, step[..., None] * value, log_decay, state)
            mixed = (mixed + self.skip[:, None] * value).flatten(2) * F.silu(full(gate))
            mixed = F.rms_norm(mixed, mixed.shape[-1:], self.norm_scale, EPSILON)
        if cache is not None:
            cache.state = state
            cache.length += x.shape[1]
        return self.output(mixed.to(x.dtype))

    def _inputs(
        self, x: Tensor, cache: RecurrentCache | None, documents: Tensor | None
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Returns values (B, T, H, V), keys and queries (B, T, K)."""
        parts = self.value(x), self.key(x), self.query(x)
        if self.shape.conv_size:
            before = None if cache is None else lambda new, n: cache.before("convolution", new, n)
            joined = self.convolution(torch.cat(parts, dim=-1), before, documents)
            parts = joined.split([part.shape[-1] for part in parts], dim=-1)
        value, key, query = (F.silu(part) for part in parts)
        return value.unflatten(-1, (self.shape.n_heads, -1)), key, query


def chunked_state_space(
    query: Tensor, key: Tensor, value: Tensor, log_decay: Tensor, state: Tensor | None
) -> tuple[Tensor, Tensor]:
    """Returns the outputs (B, T, H, V) and the last state (B, H, K, V), by chunks (listing 1 of the paper).

    Args:
        query: (B, T, K), C of the paper.
        key: (B, T, K), B of the paper.
        value: (B, T, H, V), times dt.
        log_decay: (B, T, H), at most 0.
        state: (B, H, K, V); None is all zeros.
    """
    batch, time, heads, _ = value.shape
    q, k = split(query[:, :, None], CHUNK), split(key[:, :, None], CHUNK)  # (B, N, L, K)
    v = split(value, CHUNK)  # (X, N, L, V)
    g = split(log_decay[..., None], CHUNK)[..., 0].cumsum(dim=2).unflatten(0, (batch, heads))  # (B, H, N, L)
    scores = (q @ k.mT)[:, None] * log_decay_between(g)  # (B, H, N, L, L)
    last = g[..., -1:]
    written = k.mT[:, None] @ ((last - g).exp()[..., None] * v.unflatten(0, (batch, heads)))  # (B, H, N, K, V)
    states = _states(written, last[..., 0], state)  # (B, H, N + 1, K, V)
    mixed = scores.flatten(0, 1) @ v + (g.exp()[..., None] * (q[:, None] @ states[:, :, :-1])).flatten(0, 1)
    return join(mixed, heads, time), states[:, :, -1]


def _states(written: Tensor, decay: Tensor, state: Tensor | None) -> Tensor:
    """Returns the states before each chunk and after the last, (B, H, N + 1, K, V).

    Args:
        written: What each chunk adds, (B, H, N, K, V).
        decay: The logarithm of a chunk's decay, (B, H, N).
        state: Before the first chunk, (B, H, K, V).
    """
    first = torch.zeros_like(written[:, :, 0]) if state is None else state.to(written.dtype)
    added = torch.cat([first[:, :, None], written], dim=2)  # (B, H, N + 1, K, V)
    between = log_decay_between(F.pad(decay, (1, 0)).cumsum(dim=-1))  # (B, H, N + 1, N + 1)
    return (between @ added.flatten(3)).view_as(added)


def state_space_step(
    query: Tensor, key: Tensor, value: Tensor, log_decay: Tensor, state: Tensor
) -> tuple[Tensor, Tensor]:
    """The same for one token, T = 1, by the recurrence itself."""
    key, query = full(key[:, 0, None, :, None]), full(query[:, 0, None, None])
    written = key * value[:, 0, :, None]  # (B, H, K, V)
    state = log_decay[:, 0, :, None, None].exp() * state + written
    return (query @ state).transpose(1, 2), state
