"""The learning rate over a training: warm-up, constant, decay to zero."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Schedule"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """Rises over the first steps, stays, and falls to zero in a straight line at the end.

    Attributes:
        warmup: Share of the steps over which the rate rises.
        decay: Share of the steps over which it falls.
    """

    warmup: float = 0.05
    decay: float = 0.5

    def __post_init__(self) -> None:
        for name in ("warmup", "decay"):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"schedule.{name} must lie in [0, 1], got {getattr(self, name)}")
        if self.warmup + self.decay > 1:
            raise ValueError(
                f"schedule.warmup and decay must not exceed 1 together, got {self.warmup} and {self.decay}"
            )

    def factor(self, step: int, n_steps: int) -> float:
        """Returns the share of the full rate at step 0 <= step < n_steps; above zero at every step."""
        rise = (step + 1) / (self.warmup * n_steps) if self.warmup else 1.0
        fall = (n_steps - step) / (self.decay * n_steps) if self.decay else 1.0
        return min(1.0, rise, fall)
