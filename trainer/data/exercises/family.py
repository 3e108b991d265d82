"""A family: a small grammar of operations that belong together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sketch import Sketch

__all__ = ["Family", "Rule"]

Rule = Callable[[Draw], Sketch]  # draws one of an operation's variations


@dataclass(frozen=True, slots=True)
class Family:
    """Operations that belong together.

    Attributes:
        name: One lower-case word or two, joined by an underscore.
        rules: Each draws one of an operation's variations; the number is its weight.
    """

    name: str
    rules: tuple[tuple[Rule, int], ...]

    def __post_init__(self) -> None:
        if not self.rules or any(weight < 1 for _, weight in self.rules):
            raise ValueError(f"family {self.name!r} needs rules with weights of at least 1, got {self.rules}")

    def sketch(self, d: Draw) -> Sketch:
        """Draws a sketch."""
        return d.random.choices([rule for rule, _ in self.rules], [weight for _, weight in self.rules])[0](d)
