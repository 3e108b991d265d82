"""A function before it is written down: what it is called, takes, says and does, each in several wordings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from trainer.data.exercises.draw import Draw

__all__ = ["Param", "Sketch"]


class Param(NamedTuple):
    """A parameter: its name, the kind of value it takes (see `kinds`), and its default as source text."""

    name: str
    kind: str
    default: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """One exercise. Where several texts are given, one is drawn; all of them mean the same.

    Attributes:
        names: Names for the function.
        params: Its parameters, in order.
        bodies: Equivalent bodies, not indented; the first is the reference that the tests come from. `FN` stands for
            the function's own name.
        returns: The annotation of what it returns.
        what: What it returns, as a noun phrase: "the sum of the numbers".
        whether: What a predicate tests, as a clause: "n is even".
        do: What it does, as an imperative sentence without a full stop: "Reverse the list".
        sentences: All that the docstring says, as whole sentences, for what the forms above do not cover: "The mean of
            the scores.", "Does the point lie on an axis?".
        edge: What happens in the cases that the rest leaves open, as sentences.
        inputs: Argument tuples to be tested first, as Python expressions: "[1, 2], 3".
        draw: Draws further arguments, where the parameters' kinds won't do.
        header: Imports above the function.
    """

    names: Sequence[str]
    params: Sequence[Param]
    bodies: Sequence[str]
    returns: str = "int"
    what: Sequence[str] = ()
    whether: Sequence[str] = ()
    do: Sequence[str] = ()
    sentences: Sequence[str] = ()
    edge: str = ""
    inputs: Sequence[str] = ()
    draw: Callable[[Draw], tuple[Any, ...]] | None = None
    header: str = ""
