"""The learning rate over a training: warm-up, constant, decay to zero."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Schedule"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """Rises over the first steps, stays, and falls to zero in a straight line at the end.

    Attributes:
        warmup: Share of the steps over which the rate rises.
        decay: Share of the steps over which it falls.
        growth: How many times the steps of a ladder's shortest training these are. The rate rises as it does there, so
            that until a shorter training's rate falls, a longer one has been the same.
    """

    warmup: float = 0.05
    decay: float = 0.5
    growth: int = field(default=1, compare=False)

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
        rise = (step + 1) / (self.warmup * (n_steps // self.growth)) if self.warmup else 1.0
        fall = (n_steps - step) / (self.decay * n_steps) if self.decay else 1.0
        return min(1.0, rise, fall)

    def n_constant(self, n_steps: int) -> int:
        """Returns how many steps have passed when the rate begins to fall."""
        return int((1 - self.decay) * n_steps)
