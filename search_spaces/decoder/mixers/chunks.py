"""What the linear block families share: time in chunks, and the scan of a state over the chunks.

Within a chunk everything is products of matrices, so that long sequences train in parallel; from chunk to chunk a state
of constant size goes on. All of it in float32 whatever the autocast dtype (float64 stays float64): sums of decays lose
their meaning in bfloat16.

Shapes: B batch, T time, H heads, D any width, X = B H sequences of one head, N chunks, L tokens of a chunk, K width of
keys, V width of values.
"""

from __future__ import annotations

import math
from contextlib import AbstractContextManager
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from search_spaces.decoder.token_shift import begins

__all__ = ["exactly", "exponents", "forgetting", "full", "join", "log_decay_between", "scan", "split", "spread"]


FORGET = 20.0  # by which the logarithm of a decay falls where a document begins: 2e-9 of the state is left
# A document of fewer than 16 tokens makes it fall by less, so that it falls by at most 60 within 32 tokens: RWKV-7
# divides by the decay of so many, exp(-80) with its own, and float32 ends at exp(-88).
FORGET_A_TOKEN = 1.25


def exactly(x: Tensor) -> AbstractContextManager[Any]:
    """Returns a context without autocast on x's device."""
    return torch.autocast(x.device.type, enabled=False)


def full(x: Tensor) -> Tensor:
    """Returns x in float32, or float64 if it is that."""
    return x.to(torch.promote_types(x.dtype, torch.float32))


def forgetting(log_decay: Tensor, documents: Tensor | None) -> Tensor:
    """Returns the logarithms of decays (B, T, ...) by which next to nothing is left where a document begins."""
    if documents is None:
        return log_decay
    begun, at = begins(documents), torch.arange(documents.shape[1], device=documents.device)
    last = F.pad(torch.where(begun, at, 0).cummax(dim=1).values[:, :-1], (1, 0))  # where the one before has begun
    fall = torch.where(begun, (FORGET_A_TOKEN * (at - last)).clamp(max=FORGET), 0.0)
    return log_decay - fall.view(*fall.shape, *[1] * (log_decay.dim() - 2))


def split(x: Tensor, chunk: int) -> Tensor:
    """Cuts (B, T, H, D) into (X, N, L, D) chunks of up to `chunk` tokens, all of one length; zeros fill the last."""
    batch, time, heads, width = x.shape
    n_chunks = math.ceil(time / chunk)
    length = math.ceil(time / n_chunks)
    x = F.pad(full(x), (0, 0, 0, 0, 0, n_chunks * length - time))
    x = x.view(batch, n_chunks, length, heads, width).permute(0, 3, 1, 2, 4)  # (B, H, N, L, D)
    return x.reshape(batch * heads, n_chunks, length, width)


def join(x: Tensor, heads: int, time: int) -> Tensor:
    """Puts (X, N, L, D) chunks together again, (B, T, H, D)."""
    _, n_chunks, length, width = x.shape
    x = x.view(-1, heads, n_chunks, length, width).permute(0, 2, 3, 1, 4)  # (B, N, L, H, D)
    return x.reshape(x.shape[0], n_chunks * length, heads, width)[:, :time]


def log_decay_between(total: Tensor) -> Tensor:
    """Returns what is left at token i of token j, (..., L, L), from the logarithm of the decay so far (..., L).

    exp(total_i - total_j) for j <= i and 0 above. The mask comes before the exponential, which could overflow there.
    """
    later = torch.ones(total.shape[-1], total.shape[-1], dtype=torch.bool, device=total.device).triu(1)
    return (total[..., :, None] - total[..., None, :]).masked_fill(later, float("-inf")).exp()


def exponents(low: float, high: float, n: int) -> Tensor:
    """Returns n logarithms of values between low and high, at equal ratios; the middle one for a single value."""
    return math.log(low) + (math.log(high) - math.log(low)) * spread(n)


def spread(n: int) -> Tensor:
    """Returns the middles of n equal parts of [0, 1]."""
    return (torch.arange(n, dtype=torch.float32) + 0.5) / n


def scan(step: Tensor, add: Tensor, state: Tensor) -> tuple[Tensor, Tensor]:
    """Goes through S <- step_n S + add_n; returns the states before each chunk, (X, N, K, V), and after the last.

    Args:
        step: (X, N, K, K).
        add: (X, N, K, V).
        state: (X, K, V), before the first chunk.
    """
    states = _Scan.apply(step, add, state)
    return states[:, :-1], states[:, -1]


class _Scan(torch.autograd.Function):
    """One product of matrices a chunk, forward and backward, instead of a graph of all the chunks."""

    @staticmethod
    def forward(ctx: Any, step: Tensor, add: Tensor, state: Tensor) -> Tensor:
        states = [state]
        for n in range(step.shape[1]):
            states.append(torch.baddbmm(add[:, n], step[:, n], states[-1]))
        stacked = torch.stack(states, dim=1)  # (X, N + 1, K, V)
        ctx.save_for_backward(step, stacked)
        return stacked

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor, Tensor, Tensor]:  # type: ignore[override]
        step, states = ctx.saved_tensors
        with exactly(step):  # whatever the context is in which the caller goes backward
            later = [gradient[:, -1]]  # of the state after chunk n, from the last to the first
            for n in reversed(range(step.shape[1])):
                later.append(torch.baddbmm(gradient[:, n], step[:, n].mT, later[-1]))
            of_state = later.pop()
            of_add = torch.stack(later[::-1], dim=1)  # (X, N, K, V)
            return of_add @ states[:, :-1].mT, of_add, of_state
