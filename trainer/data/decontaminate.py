"""Keeps benchmarks out of training text. Four rules; what breaks one is removed and counted.

"name"       a function is called as a task's function is
"docstring"  a docstring says the same as a task's: equal words, whatever case, spacing and punctuation
"body"       a function's body is that of a task's solution, its locals renamed; from 12 syntax nodes on
"13-gram"    thirteen words in a row are those of a task's prompt, solution or tests
"""

from __future__ import annotations

import ast
import bisect
import gc
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from autonas.tasks import Task, parse
from trainer.data.fingerprints import (
    Function,
    Grams,
    Shape,
    blocks,
    body_form,
    docstring_forms,
    functions_within,
    shape_of_body,
    string_statement,
)

__all__ = ["DOCUMENT", "Decontaminator"]

DOCUMENT = "document"  # counted in `clean` for a text that is dropped whole

_DEFINED = re.compile(r"\bdef\s+(\w+)")
_LINE = re.compile(
    r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+"
)  # as Python's parser counts lines; str.splitlines knows more ends


@dataclass(frozen=True, slots=True, eq=False)
class _Unit:
    """What is removed as a whole: a function that is nested in no other, a method included."""

    node: Function
    block: list[Any]  # the statements it is one of
    in_module: bool  # that block is the file itself

    @property
    def first(self) -> int:
        return min([self.node.lineno, *(decorator.lineno for decorator in self.node.decorator_list)])

    @property
    def last(self) -> int:
        return self.node.end_lineno or self.node.lineno


class Decontaminator:
    """Finds in training text what belongs to benchmarks. Cheap to copy to worker processes.

    Args:
        tasks: Those of all suites that a network will be scored on.
    """

    def __init__(self, tasks: Sequence[Task]) -> None:
        self._names = frozenset(task.entry_point for task in tasks)
        self._docstrings: set[str] = set()
        self._bodies: set[bytes] = set()
        self._shapes: set[Shape] = set()
        for text in dict.fromkeys(task.prompt + task.solution for task in tasks):
            self._learn(text)
        texts = itertools.chain.from_iterable((task.prompt + task.solution, task.tests, task.setup) for task in tasks)
        self._grams = Grams(list(dict.fromkeys(texts)))

    def hit(self, text: str) -> str | None:
        """Returns why a text must not be trained on: "name", "docstring", "body" or "13-gram"; None if it may.

        Args:
            text: A document, or prompt and answer of an example. Where it is not Python, its docstrings and bodies
                are not looked at.
        """
        tree = _parse(text)
        if tree is None:
            reason = "name" if self._names & set(_DEFINED.findall(text)) else None
        else:
            units, strings = _parts(tree)
            reasons = (self._reason(unit) for unit in units)
            reason = next((one for one in reasons if one), None) or self._reason_of_strings(strings)
        return reason or ("13-gram" if self._grams.spans(text) else None)

    def clean(self, text: str) -> tuple[str, Counter[str]]:
        """Removes the functions and methods that are hit, with their decorators; the rest stays as it is.

        A function nested in another is removed with that one. A text with a hit outside functions is dropped whole,
        as is one that is hit and is not Python.

        Returns:
            The text, unchanged if it has no hit and empty if it is dropped, and how many functions were removed for
            each reason; `DOCUMENT` is counted for a text that is dropped.
        """
        counts: Counter[str] = Counter()
        while True:  # a removal joins lines that were apart, so the rest is looked at again
            found = self._find(text)
            if found is None:
                return "", Counter({DOCUMENT: 1})
            if not found:
                return text, counts
            counts.update(found.values())
            text = _without(text, list(found))

    def _learn(self, text: str) -> None:
        tree = parse(text)
        for node in tree.body if tree is not None else ():
            if (said := string_statement(node)) is not None:
                self._docstrings |= docstring_forms(said)
            for function in functions_within(node):
                if (said := string_statement(function.body[0])) is not None:
                    self._docstrings |= docstring_forms(said)
                if (form := body_form(function)) is not None:
                    self._bodies.add(form)
                    self._shapes.add(shape_of_body(function))

    def _find(self, text: str) -> dict[_Unit, str] | None:
        """Returns the functions to remove, each with its reason; None if that would not do."""
        spans = self._grams.spans(text)
        tree = _parse(text)
        if tree is None:
            return None if spans or self._names & set(_DEFINED.findall(text)) else {}
        units, strings = _parts(tree)
        if self._reason_of_strings(strings):
            return None
        found = {unit: reason for unit in units if (reason := self._reason(unit))}
        starts = _line_starts(text) if spans else []
        for begin, end in spans:
            first, last = bisect.bisect(starts, begin), bisect.bisect(starts, end - 1)
            touched = [unit for unit in units if unit.first <= last and first <= unit.last]
            if not touched:
                return None
            for unit in touched:
                found.setdefault(unit, "13-gram")
        return found

    def _reason(self, unit: _Unit) -> str | None:
        functions = list(functions_within(unit.node))
        if any(function.name in self._names for function in functions):
            return "name"
        said = (string_statement(function.body[0]) for function in functions)
        if self._reason_of_strings([text for text in said if text is not None]):
            return "docstring"
        for function in functions:
            if shape_of_body(function) in self._shapes and body_form(function) in self._bodies:
                return "body"
        return None

    def _reason_of_strings(self, strings: Sequence[str]) -> str | None:
        hit = any(not self._docstrings.isdisjoint(docstring_forms(text)) for text in strings)
        return "docstring" if hit else None


def _parts(tree: ast.Module) -> tuple[list[_Unit], list[str]]:
    """Returns the functions nested in no other, and the texts of string statements outside of functions."""
    units: list[_Unit] = []
    strings: list[str] = []
    waiting: list[tuple[list[Any], bool]] = [(tree.body, True)]
    while waiting:
        block, in_module = waiting.pop()
        for node in block:
            if isinstance(node, Function):
                units.append(_Unit(node, block, in_module))
            elif (said := string_statement(node)) is not None:
                strings.append(said)
            else:
                waiting += [(inner, False) for inner in blocks(node)]
    return units, strings


def _without(text: str, units: Sequence[_Unit]) -> str:
    """Returns the text without these functions and the blank lines after them; a block left empty gets `pass`."""
    lines = ["", *_LINE.findall(text)]  # numbered from 1
    gone = {unit.node for unit in units}
    emptied: set[int] = set()
    for unit in units:
        passes = not unit.in_module and id(unit.block) not in emptied and gone.issuperset(unit.block)
        first = lines[unit.first]
        end = first[len(first.rstrip("\r\n")) :] or "\n"
        last = unit.last
        while last + 1 < len(lines) and not lines[last + 1].strip():
            last += 1
        lines[unit.first : last + 1] = [""] * (last + 1 - unit.first)
        if passes:
            emptied.add(id(unit.block))
            lines[unit.first] = first[: len(first) - len(first.lstrip())] + "pass" + end
    return "".join(lines)


def _line_starts(text: str) -> list[int]:
    """Returns at which UTF-8 byte each line begins."""
    sizes = (len(line.encode(errors="surrogatepass")) for line in _LINE.findall(text))
    return list(itertools.accumulate(sizes, initial=0))[:-1]


def _parse(text: str) -> ast.Module | None:
    with _collector_off():
        return parse(text)


@contextmanager
def _collector_off() -> Iterator[None]:
    """Syntax trees have no cycles; the collector doubles the time of parsing."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
