"""What is asked of a model that writes, and what comes back piece by piece. No tensors: those are the evaluators'."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from autonas.errors import UsageError

__all__ = ["Completion", "Finish", "Piece"]

Finish = Literal["stop", "length"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """A prompt and how it shall be continued.

    A model reads the prompt without the white space at its end and writes that once more (`trainer.data.packing`). What
    the two have in common is taken off the continuation, so that it follows the prompt as it was given.

    Attributes:
        n: How many continuations, drawn side by side.
        temperature: 0 takes the most likely token.
        top_p: Share of probability of the nucleus that is drawn from.
        top_k: So many of the most likely tokens are drawn from; None is all.
        max_tokens: Of each continuation, at most.
        stop: A continuation ends before the first of these texts that it comes to.
        seed: The same seed gives the same continuations.
    """

    prompt: str
    n: int = 1
    temperature: float = 0.0
    top_p: float = 0.95
    top_k: int | None = None
    max_tokens: int = 192
    stop: tuple[str, ...] = ()
    seed: int = 0

    def __post_init__(self) -> None:
        if not self.prompt.strip():
            raise UsageError("the prompt is empty", hint="give the beginning of some Python")
        for name, least in (("n", 1), ("max_tokens", 1), ("top_k", 1), ("seed", 0)):
            value = getattr(self, name)
            if value is not None and value < least:
                raise UsageError(f"{name} must be at least {least}, got {value}", hint=f"give {least} or more")
        if not 0 <= self.temperature <= 2:
            raise UsageError(f"temperature must lie in [0, 2], got {self.temperature}", hint="0 is greedy")
        if not 0 < self.top_p <= 1:
            raise UsageError(f"top_p must be above 0 and at most 1, got {self.top_p}", hint="1 draws from all tokens")
        if "" in self.stop:
            raise UsageError("a stop text is empty", hint="leave it out, or give a text to stop before")

    @property
    def space(self) -> str:
        """The white space at the prompt's end, which is not read."""
        return self.prompt[len(self.prompt.rstrip(" \t\r\n")) :]


@dataclass(frozen=True, slots=True)
class Piece:
    """What one token has added to a continuation.

    Attributes:
        row: Which continuation, from 0.
        text: May be empty: part of a character, or what may become a stop text.
        finish: Why it ends here; None if it goes on.
    """

    row: int
    text: str
    finish: Finish | None = None
