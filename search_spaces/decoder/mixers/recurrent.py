"""What mixers with a state have in common: their cache, and the short convolution before them.

Shapes: B batch, T time, C channels.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from search_spaces.decoder.mixers.chunks import full
from search_spaces.decoder.token_shift import one_before

__all__ = ["RecurrentCache", "ShortConvolution"]


class RecurrentCache:
    """All that is left of the past: a state of constant size, and the last inputs of what looks a few tokens back."""

    def __init__(self, state: Tensor) -> None:
        self.state = state  # (B, ...), float32
        self.recent: dict[str, Tensor] = {}  # (B, few, C) each
        self.length = 0

    def select(self, rows: Tensor) -> None:
        """Keeps the sequences `rows` (indices), in that order, and forgets the others."""
        self.state = self.state[rows]
        self.recent = {name: last[rows] for name, last in self.recent.items()}

    def before(self, name: str, x: Tensor, n: int) -> Tensor:
        """Returns the n inputs (B, n, C) before x (B, T, C), zeros at the start, and keeps those before the next."""
        past = self.recent.get(name)
        past = x.new_zeros(x.shape[0], n, x.shape[2]) if past is None else past.to(x.dtype)
        self.recent[name] = torch.cat([past, x], dim=1)[:, -n:]
        return past


class ShortConvolution(nn.Module):
    """y[t] = sum over i < size of weight[size - 1 - i] * x[t - i], one filter a channel; at the start y = x."""

    def __init__(self, width: int, size: int) -> None:
        super().__init__()
        # Three dimensions: these are vectors, nothing for the optimizer that makes updates of matrices orthogonal.
        self.weight = nn.Parameter(torch.zeros(size, 1, width))
        with torch.no_grad():
            self.weight[-1] = 1.0

    def forward(
        self, x: Tensor, before: Callable[[Tensor, int], Tensor] | None = None, documents: Tensor | None = None
    ) -> Tensor:
        """Filters (B, T, C).

        Args:
            before: `before(x, n)` gives the n inputs before the first; zeros when None.
            documents: Numbers (B, T); before the first position of each are zeros. Not with `before`.
        """
        if documents is not None:
            return self._apart(x, documents)
        size = self.weight.shape[0]
        padded = F.pad(x, (0, 0, size - 1, 0)) if before is None else torch.cat([before(x, size - 1), x], dim=1)
        return _Filter.apply(padded, self.weight[:, 0].to(x.dtype))

    def _apart(self, x: Tensor, documents: Tensor) -> Tensor:
        *earlier, now = self.weight[:, 0].to(x.dtype)
        mixed, past = x * now, x
        for share in reversed(earlier):
            past = one_before(past, None, documents)  # zeros at a beginning go on with it, so they add up
            mixed = mixed + past * share
        return mixed


class _Filter(torch.autograd.Function):
    """The sums of a depthwise convolution where x lies: on the CPU `conv1d` spends half of its time on turning x."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, weight: Tensor) -> Tensor:
        ctx.save_for_backward(x, weight)
        size = weight.shape[0]
        time = x.shape[1] - size + 1
        mixed = x[:, size - 1 :] * weight[-1]
        for i in range(size - 1):
            mixed.addcmul_(x[:, i : i + time], weight[i])
        return mixed

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor, Tensor]:  # type: ignore[override]
        x, weight = ctx.saved_tensors
        time, of_x, of_weight = gradient.shape[1], torch.zeros_like(x), []
        for i, share in enumerate(weight):
            of_x[:, i : i + time].addcmul_(gradient, share)
            of_weight.append((gradient * x[:, i : i + time]).sum(dim=(0, 1), dtype=full(weight).dtype))
        return of_x, torch.stack(of_weight).to(weight.dtype)
