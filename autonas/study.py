"""Study, Objective, Constraint and Budget (to be completed)."""
from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Budget"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """How much a candidate is trained.

    Attributes:
        tokens: Training tokens of a candidate.
        batch_tokens: Tokens of one optimizer step.
        context: Tokens of one training sequence.
    """

    tokens: int
    batch_tokens: int
    context: int
