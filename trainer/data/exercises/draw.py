"""Random choices for one exercise. Names that it hands out differ from each other, as a function's must."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import TypeVar

__all__ = ["Draw"]

T = TypeVar("T")


@cache
def _split(words: str) -> tuple[str, ...]:
    return tuple(words.split())


class Draw:
    """What the pieces of the grammar draw from."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.taken: set[str] = set()

    def one(self, *options: T) -> T:
        """Returns one of the options."""
        return options[int(self.random.random() * len(options))]

    def word(self, words: str) -> str:
        """Returns one of the words of a text."""
        return self.one(*_split(words))

    def name(self, words: str) -> str:
        """Returns one of the words that no earlier call returned; a name for a variable."""
        options = _split(words)
        for _ in range(8):
            if (name := self.one(*options)) not in self.taken:
                break
        else:
            free = [word for word in options if word not in self.taken]
            name = free[0] if free else f"{options[0]}{len(self.taken)}"
        self.taken.add(name)
        return name

    def chance(self, probability: float) -> bool:
        """Whether something of this probability happens."""
        return self.random.random() < probability

    def number(self, low: int, high: int) -> int:
        """Returns a number from low to high, both included."""
        return low + int(self.random.random() * (high - low + 1))
