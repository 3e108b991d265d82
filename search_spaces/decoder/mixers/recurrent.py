"""What mixers with a state have in common: their cache, and the short convolution before them.

Shapes: B batch, T time, C channels.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
import torch.nn.functional as F
from torch import Tensor, nn

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
        """Returns the last n inputs (B, n, C) before x (B, T, C), zeros at the start, and keeps those before the next."""
        past = self.recent.get(name)
        past = x.new_zeros(x.shape[0], n, x.shape[2]) if past is None else past.to(x.dtype)
        self.recent[name] = torch.cat([past, x], dim=1)[:, -n:]
        return past


class ShortConvolution(nn.Module):
    """y[t] = sum over i < size of weight[size - 1 - i] * x[t - i], one filter a channel; at the start y = x."""

    def __init__(self, width: int, size: int) -> None:
        super().__init__()
        # Three dimensions: these are vectors, nothing for the optimizer that makes updates of matrices orthogonal.
        self.weight = nn.Parameter(torch.zeros(width, 1, size))
        with torch.no_grad():
            self.weight[..., -1] = 1.0

    def forward(self, x: Tensor, before: Callable[[Tensor, int], Tensor] | None = None) -> Tensor:
        """Filters (B, T, C). `before(x, n)` gives the n inputs before the first; zeros when None."""
        width, _, size = self.weight.shape
        if before is None:
            padded = F.pad(x, (0, 0, size - 1, 0))
        else:
            padded = torch.cat([before(x, size - 1), x], dim=1)
        return F.conv1d(padded.mT, self.weight.to(x.dtype), groups=width).mT  # (B, C, T) inside
