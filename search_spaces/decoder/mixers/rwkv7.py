"""RWKV-7: a generalized delta rule with a decay a channel and a learning rate from the context (Peng et al. 2025).

arXiv 2503.14456. For each head, with unit removal key r, decay w and learning rate a a channel, key k, value v:

    S[t] = (diag(w[t]) - (a[t] r[t]) r[t]^T) S[t - 1] + k[t] v[t]^T        o[t] = S[t]^T q[t]

(the paper's state transposed, its receptance called query). The value residual, which mixes the first layer's values
into later layers, is left out: a mixer would have to know another layer, and in a hybrid the first may be attention.

Shapes: B batch, T time, C channels, H heads, K width of a head, X = B H, N chunks, L tokens of a chunk.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from search_spaces.decoder.mixers.chunks import exactly, forgetting, join, scan, split, spread
from search_spaces.decoder.mixers.kernels import fastest
from search_spaces.decoder.mixers.recurrent import RecurrentCache
from search_spaces.decoder.shape import DecoderShape
from search_spaces.decoder.token_shift import begins, one_before

__all__ = ["Rwkv7", "chunked_general_delta_rule", "general_delta_rule_step"]

# The logarithm of the decay is at least -0.6065 a token, so that within 32 tokens factors stay below exp(20), and a
# product of two such factors within float32's range.
CHUNK = 32
FASTEST = -math.exp(-0.5)
NORM_EPSILON = 64e-5  # the paper's, of the norm over a head
# What reads a share of the token before, and how fast that share falls over the channels at the start.
INPUTS = {"query": 0.2, "decay": 0.9, "key": 0.7, "value": 0.7, "rate": 0.9, "gate": 0.2}


class LowRank(nn.Module):
    """expand(f(reduce(x))) through few channels."""

    def __init__(self, width: int, rank: int, function: Callable[[Tensor], Tensor]) -> None:
        super().__init__()
        self.function = function
        self.reduce = nn.Linear(width, rank, bias=False)
        self.expand = nn.Linear(rank, width, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        return self.expand(self.function(self.reduce(x)))


def _same(x: Tensor) -> Tensor:
    return x


class Rwkv7(nn.Module):
    """The time mixing of RWKV-7; its channel mixing is this project's feed-forward part."""

    def __init__(self, shape: DecoderShape, layer: int) -> None:
        super().__init__()
        self.shape = shape
        width = shape.d_model
        self.query = nn.Linear(width, width, bias=False)
        self.key = nn.Linear(width, width, bias=False)
        self.value = nn.Linear(width, width, bias=False)
        self.output = nn.Linear(width, width, bias=False)
        small, large = shape.rwkv7_ranks
        self.decay, self.rate = LowRank(width, small, torch.tanh), LowRank(width, small, _same)
        self.gate = LowRank(width, large, torch.sigmoid)
        # Channels start with different shares and decays, of a kind that depends on the depth, as in the paper's code.
        powers = torch.tensor(list(INPUTS.values())) * (1 - layer / shape.n_layers)
        # Three dimensions: these are vectors, nothing for the optimizer that makes updates of matrices orthogonal.
        self.shares = nn.Parameter(1 - spread(width) ** powers[:, None, None])  # (6, 1, C)
        depth = layer / max(1, shape.n_layers - 1)
        self.decay_bias = nn.Parameter(-6.5 + 5.0 * spread(width) ** (0.85 + depth**0.5))
        self.rate_bias = nn.Parameter(torch.zeros(width))
        self.removal_scale = nn.Parameter(torch.full((width,), 0.85))
        self.rate_of_keys = nn.Parameter(torch.ones(width))
        self.bonus = nn.Parameter(torch.zeros(width))
        self.norm = nn.GroupNorm(shape.n_heads, width, eps=NORM_EPSILON)

    def new_cache(self, batch_size: int, max_tokens: int) -> RecurrentCache:
        """Returns an empty cache; it holds any number of tokens."""
        del max_tokens
        shape = self.shape
        return RecurrentCache(self.bonus.new_zeros(batch_size, shape.n_heads, shape.head_size, shape.head_size))

    def forward(self, x: Tensor, cache: RecurrentCache | None = None, documents: Tensor | None = None) -> Tensor:
        """Mixes (B, T, C) over time. With a cache, x continues the tokens that the cache has seen.

        Args:
            documents: Numbers (B, T); the state is forgotten where another one begins.
        """
        mixed_in = self._shifted(x, cache, documents)
        query, key, value = self.query(mixed_in["query"]), self.key(mixed_in["key"]), self.value(mixed_in["value"])
        decay, rate, gate = self.decay(mixed_in["decay"]), self.rate(mixed_in["rate"]), self.gate(mixed_in["gate"])
        with exactly(x):
            log_decay = forgetting(FASTEST * torch.sigmoid(decay + self.decay_bias), documents)
            rate = torch.sigmoid(rate + self.rate_bias)
            removed = rate if documents is None else rate.masked_fill(begins(documents)[..., None], 0.0)
            removal = F.normalize(self._heads(key * self.removal_scale), dim=-1)
            key = key * (1 + (rate - 1) * self.rate_of_keys)
            query, key, value, log_decay, removed = map(self._heads, (query, key, value, log_decay, removed))
            run = fastest(chunked_general_delta_rule, key)
            if cache is not None and x.shape[1] == 1:
                run = general_delta_rule_step
            state = cache.state if cache is not None else None
            mixed, state = run(query, key, value, log_decay, removal, removed, state)
            normed = self.norm(mixed.reshape(-1, x.shape[-1])).view(mixed.shape)
            mixed = normed + (query * key * self._heads(self.bonus)).sum(dim=-1, keepdim=True) * value
        if cache is not None:
            cache.state = state
            cache.length += x.shape[1]
        return self.output(mixed.flatten(2).to(x.dtype) * gate)

    def _heads(self, x: Tensor) -> Tensor:
        """(..., C) as (..., H, K)."""
        return x.unflatten(-1, (self.shape.n_heads, -1))

    def _shifted(self, x: Tensor, cache: RecurrentCache | None, documents: Tensor | None) -> dict[str, Tensor]:
        """Returns for each input x with another share of the token before, (B, T, C) each."""
        change = one_before(x, None if cache is None else cache.before("shift", x, 1), documents) - x
        return {name: x + share * change for name, share in zip(INPUTS, self.shares, strict=True)}


def chunked_general_delta_rule(
    query: Tensor,
    key: Tensor,
    value: Tensor,
    log_decay: Tensor,
    removal: Tensor,
    rate: Tensor,
    state: Tensor | None,
) -> tuple[Tensor, Tensor]:
    """Returns the outputs (B, T, H, K) and the last state (B, H, K, K), by chunks.

    What token i finds under its removal key, and takes away at its rates, follows from what the tokens before it in the
    chunk wrote and took away: a unit triangular system, as in Gated DeltaNet.

    Args:
        query, key, value: (B, T, H, K).
        log_decay: (B, T, H, K), in [-0.6065, 0].
        removal: (B, T, H, K), of length 1.
        rate: (B, T, H, K), in [0, 1].
        state: (B, H, K, K), keys before values; None is all zeros.
    """
    batch, time, heads, width = key.shape
    q, k, v, r = (split(part, CHUNK) for part in (query, key, value, removal))  # (X, N, L, K)
    taken = split(rate * removal, CHUNK)
    decay = split(log_decay, CHUNK)
    g = decay.cumsum(dim=2)
    # What is read has decayed since the chunk began, what was written has not yet then: their product has since.
    q, r, undo = q * g.exp(), r * (g - decay).exp(), (-g).exp()
    k, taken = k * undo, taken * undo
    sides = torch.cat([(r @ k.mT).tril(-1) @ v, r], dim=-1)
    solved = torch.linalg.solve_triangular(r @ taken.mT, sides, upper=False, unitriangular=True)
    own, factor = solved.split([width, width], dim=-1)  # found are own + factor S
    last = g[:, :, -1].exp()[..., None]  # (X, N, K, 1)
    step = last * (torch.eye(width, dtype=k.dtype, device=k.device) - taken.mT @ factor)
    start = k.new_zeros(batch * heads, width, width) if state is None else state.flatten(0, 1).to(k.dtype)
    states, state = scan(step, last * (k.mT @ v - taken.mT @ own), start)
    scores = (q @ taken.mT).tril()
    mixed = (q @ k.mT).tril() @ v - scores @ own + (q - scores @ factor) @ states
    return join(mixed, heads, time), state.unflatten(0, (batch, heads))


def general_delta_rule_step(
    query: Tensor, key: Tensor, value: Tensor, log_decay: Tensor, removal: Tensor, rate: Tensor, state: Tensor
) -> tuple[Tensor, Tensor]:
    """The same for one token, T = 1, by the recurrence itself."""
    q, k, v, w, r, a = (part[:, 0].to(state.dtype) for part in (query, key, value, log_decay.exp(), removal, rate))
    found = r[:, :, None] @ state  # (B, H, 1, K)
    state = w[..., None] * state - (a * r)[..., None] * found + k[..., None] * v[:, :, None]
    return (q[:, :, None] @ state).transpose(1, 2), state
