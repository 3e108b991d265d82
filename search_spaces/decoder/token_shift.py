"""Token shift: each position also reads a learned share of the one before it.

Shapes: B batch, T time, C channels.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

__all__ = ["TokenShift", "begins", "one_before", "within"]


class TokenShift(nn.Module):
    """x[t] + weight * x[t - 1], one weight a channel, zero at the start.

    Attention that copies from the context (induction, Olsson et al. 2022) has to know which token came before each
    key; without help a network learns that in one layer before a second can use it, suddenly and late. With the shift
    the information is there from the beginning. After RWKV's token shift (Peng et al. 2023).
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(width))

    def forward(self, x: Tensor, before: Tensor | None = None, documents: Tensor | None = None) -> Tensor:
        """Shifts (B, T, C).

        Args:
            before: What came before the first position, (B, 1, C); zeros when None.
            documents: Numbers (B, T); before the first position of each are zeros too.
        """
        return x + self.weight * one_before(x, before, documents)


def one_before(x: Tensor, before: Tensor | None, documents: Tensor | None) -> Tensor:
    """Returns what came before each position of x (B, T, C); see `TokenShift.forward`."""
    first = x.new_zeros(x.shape[0], 1, x.shape[2]) if before is None else before.to(x.dtype)
    previous = torch.cat([first, x[:, :-1]], dim=1)
    return previous if documents is None else previous.masked_fill(begins(documents)[..., None], 0.0)


def begins(documents: Tensor) -> Tensor:
    """Returns where in rows a document begins that is not the first, (B, T), from the documents' numbers (B, T)."""
    return F.pad(documents[:, 1:] != documents[:, :-1], (1, 0))


def within(documents: Tensor) -> Tensor:
    """Returns each position's place in its document, 0 at the beginning, (B, T), from the documents' numbers (B, T)."""
    place = torch.arange(documents.shape[1], device=documents.device).expand_as(documents)
    return place - torch.where(begins(documents), place, 0).cummax(dim=1).values
