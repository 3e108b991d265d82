"""Exact size and cost, from the shape alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from autonas.protocols import Context, Stage

__all__ = ["Size"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """Counts parameters and training FLOPs before anything is built, so that constraints cost nothing to
    enforce.

    The shape must have the attributes `parameters` and `parameters_non_embedding` and the method
    `flops_per_token(context)`.

    Attributes:
        context: Sequence length, in tokens, at which the FLOPs of attention are counted.
    """

    context: int = 256

    def __post_init__(self) -> None:
        if self.context < 1:
            raise ValueError(f"context must be at least 1 token, got {self.context}")

    @property
    def metrics(self) -> Sequence[str]:
        return ("parameters", "parameters_non_embedding", "flops_per_token")

    @property
    def stage(self) -> Stage:
        return "shape"

    def evaluate(self, subject: Any, context: Context) -> Mapping[str, float]:
        """Returns the counts of a shape."""
        del context
        return {
            "parameters": float(subject.parameters),
            "parameters_non_embedding": float(subject.parameters_non_embedding),
            "flops_per_token": float(subject.flops_per_token(self.context)),
        }
