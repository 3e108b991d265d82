"""Examples of instruction tuning: a prompt, the answer to it, and where they come from."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Example"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A function to be written and the body that is wanted.

    Attributes:
        prompt: Python text up to and including the docstring, ending in a newline.
        answer: The body, indented, ending in a newline.
        source: Where it comes from: "mined", "generated/<family>", "given" or "mbpp".
        tests: Python statements that call `entry_point` and raise when it is wrong.
        entry_point: The function's name.
    """

    prompt: str
    answer: str
    source: str
    tests: str = ""
    entry_point: str = ""
