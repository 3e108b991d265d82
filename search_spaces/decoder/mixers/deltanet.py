"""Gated DeltaNet: a matrix of associations that forgets, and overwrites what it holds under a key (Yang et al. 2024).

arXiv 2412.06464. For each head, with unit keys k and queries q, a decay a in (0, 1) and a strength b in (0, 1):

    S[t] = a[t] (I - b[t] k[t] k[t]^T) S[t - 1] + b[t] k[t] v[t]^T        o[t] = S[t]^T q[t] / sqrt(K)

Shapes: B batch, T time, C channels, H heads, K width of a head's keys, V of its values, X = B H, N chunks, L tokens of
a chunk.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from search_spaces.decoder.mixers.chunks import (
    exactly,
    exponents,
    forgetting,
    full,
    join,
    log_decay_between,
    scan,
    split,
)
from search_spaces.decoder.mixers.kernels import fastest
from search_spaces.decoder.mixers.recurrent import RecurrentCache, ShortConvolution
from search_spaces.decoder.shape import DecoderShape
from search_spaces.decoder.token_shift import TokenShift

__all__ = ["DeltaNet", "chunked_delta_rule", "delta_rule_step"]

CHUNK = 32
EPSILON = 1e-6


class DeltaNet(nn.Module):
    """Gated DeltaNet with the project's token shift on the keys, and a short convolution where the shape has one."""

    def __init__(self, shape: DecoderShape, layer: int) -> None:
        super().__init__()
        del layer  # all layers are alike in this family
        self.shape = shape
        width, values, heads = shape.d_model, shape.expansion * shape.d_model, shape.n_heads
        self.query = nn.Linear(width, width, bias=False)
        self.key = nn.Linear(width, width, bias=False)
        self.value = nn.Linear(width, values, bias=False)
        self.gate = nn.Linear(width, values, bias=False)
        self.decay = nn.Linear(width, heads, bias=False)
        self.strength = nn.Linear(width, heads, bias=False)
        self.output = nn.Linear(values, width, bias=False)
        if shape.token_shift:
            self.key_shift = TokenShift(width)
        if shape.conv_size:
            self.convolution = ShortConvolution(2 * width + values, shape.conv_size)
        self.log_rate = nn.Parameter(exponents(1.0, 16.0, heads))  # the decay is exp(-rate softplus(.))
        self.decay_bias = nn.Parameter(exponents(1e-3, 1e-1, heads).exp().expm1().log())  # softplus gives 0.001 to 0.1
        self.norm_scale = nn.Parameter(torch.ones(values // heads))

    def new_cache(self, batch_size: int, max_tokens: int) -> RecurrentCache:
        """Returns an empty cache; it holds any number of tokens."""
        del max_tokens
        shape, heads = self.shape, self.shape.n_heads
        size = (batch_size, heads, shape.head_size, shape.expansion * shape.head_size)
        return RecurrentCache(self.log_rate.new_zeros(size))

    def forward(self, x: Tensor, cache: RecurrentCache | None = None, documents: Tensor | None = None) -> Tensor:
        """Mixes (B, T, C) over time. With a cache, x continues the tokens that the cache has seen.

        Args:
            documents: Numbers (B, T); the state is forgotten where another one begins.
        """
        query, key, value = self._inputs(x, cache, documents)
        decay, strength, gate = self.decay(x), self.strength(x), self.gate(x)  # (B, T, H) twice, (B, T, H V)
        with exactly(x):
            log_decay = forgetting(-self.log_rate.exp() * F.softplus(decay + self.decay_bias), documents)
            query, key = _unit(query) * self.shape.head_size**-0.5, _unit(key)
            run = fastest(chunked_delta_rule, key)
            if cache is not None and x.shape[1] == 1:
                run = delta_rule_step
            state = cache.state if cache is not None else None
            mixed, state = run(query, key, value, log_decay, full(strength).sigmoid(), state)  # (B, T, H, V)
            mixed = F.rms_norm(mixed, mixed.shape[-1:], self.norm_scale, EPSILON).flatten(2) * F.silu(full(gate))
        if cache is not None:
            cache.state = state
            cache.length += x.shape[1]
        return self.output(mixed.to(x.dtype))

    def _inputs(
        self, x: Tensor, cache: RecurrentCache | None, documents: Tensor | None
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Returns queries and keys (B, T, H, K) and values (B, T, H, V)."""
        shifted = x
        if self.shape.token_shift:
            shifted = self.key_shift(x, cache.before("shift", x, 1) if cache is not None else None, documents)
        parts = self.query(x), self.key(shifted), self.value(x)
        if self.shape.conv_size:
            joined = torch.cat(parts, dim=-1)
            before = None if cache is None else lambda new, n: cache.before("convolution", new, n)
            parts = self.convolution(joined, before, documents).split([part.shape[-1] for part in parts], dim=-1)
        return tuple(F.silu(part).unflatten(-1, (self.shape.n_heads, -1)) for part in parts)


def _unit(x: Tensor) -> Tensor:
    """Scales the last dimension to length 1, in float32."""
    x = full(x)
    return x * (x.square().sum(dim=-1, keepdim=True) + EPSILON).rsqrt()


def chunked_delta_rule(
    query: Tensor, key: Tensor, value: Tensor, log_decay: Tensor, strength: Tensor, state: Tensor | None
) -> tuple[Tensor, Tensor]:
    """Returns the outputs (B, T, H, V) and the last state (B, H, K, V), by chunks.

    With g the logarithm of the decay since the chunk began, what token i writes, u_i, is b_i (v_i - exp(g_i) S^T k_i -
    sum over j < i of exp(g_i - g_j) (k_i k_j) u_j): a unit triangular system, solved once for the part that S does not
    enter and once for its factor (the paper's, after Yang et al. 2024, arXiv 2406.06484).

    Args:
        query: (B, T, H, K), scaled.
        key: (B, T, H, K), of length 1.
        value: (B, T, H, V).
        log_decay: (B, T, H), at most 0.
        strength: (B, T, H).
        state: (B, H, K, V); None is all zeros.
    """
    batch, time, heads, width = key.shape
    q, k, v = (split(part, CHUNK) for part in (query, key, value))  # (X, N, L, K or V)
    g = split(log_decay[..., None], CHUNK).cumsum(dim=2)  # (X, N, L, 1)
    b = split(strength[..., None], CHUNK)
    between = log_decay_between(g[..., 0])  # (X, N, L, L)
    system = b * (k @ k.mT) * between  # its diagonal and what is above are not read
    sides = torch.cat([b * v, b * g.exp() * k], dim=-1)
    solved = torch.linalg.solve_triangular(system, sides, upper=False, unitriangular=True)
    own, factor = solved.split([v.shape[-1], width], dim=-1)  # written are own - factor S
    last = g[:, :, -1:]
    kept = ((last - g).exp() * k).mT  # (X, N, K, L), keys with what is left of them when the chunk ends
    step = last.exp() * torch.eye(width, dtype=k.dtype, device=k.device) - kept @ factor
    start = k.new_zeros(batch * heads, width, v.shape[-1]) if state is None else state.flatten(0, 1).to(k.dtype)
    states, state = scan(step, kept @ own, start)  # (X, N, K, V), (X, K, V)
    scores = (q @ k.mT) * between
    mixed = scores @ own + (g.exp() * q - scores @ factor) @ states
    return join(mixed, heads, time), state.unflatten(0, (batch, heads))


def delta_rule_step(
    query: Tensor, key: Tensor, value: Tensor, log_decay: Tensor, strength: Tensor, state: Tensor
) -> tuple[Tensor, Tensor]:
    """The same for one token, T = 1, by the recurrence itself."""
    query, key = query[:, 0, :, None], key[:, 0, :, None]  # (B, H, 1, K)
    value, strength = value[:, 0, :, None], strength[:, 0, :, None, None]
    state = state * log_decay[:, 0, :, None, None].exp()
    state = state + key.mT * (strength * (value - key @ state))
    return (query @ state).transpose(1, 2), state
