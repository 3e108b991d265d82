"""Docstrings as descriptions of what a function should do: read from other people's code, written into prompts."""

from __future__ import annotations

import ast
import builtins
import doctest
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

__all__ = ["BUILTINS", "Description", "read_docstring", "write_docstring"]

MAX_LINES = 4  # of the first paragraph
MAX_DOCTESTS = 3
MAX_DOCTEST = 80  # characters of a line

# Names of the interpreter that mean nothing in a small function, or more than they should do.
BUILTINS = frozenset(name for name in dir(builtins) if name[0] != "_") - {"exec", "eval", "exit", "quit", "copyright"}

_WORD = re.compile(r"[A-Za-z]{2,}")
_NO_DESCRIPTION = re.compile(r"todo|fixme|xxx|deprecated|see |same as|overrid|tests?\b|internal", re.IGNORECASE)
_MARKUP = re.compile(r":\w+:`|\.\. \w|https?:|[:@]param|\bself\b|\bcls\b")
_UNFINISHED = (":", ",", " like", " as", " is")


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What is used of a docstring.

    Attributes:
        lines: The first paragraph, and short doctests.
        tests: The doctests as statements that assert.
    """

    lines: Sequence[str]
    tests: str


def read_docstring(text: str, name: str) -> Description | None:
    """Returns what describes the function `name` in its docstring (without its indentation); None if nothing does."""
    paragraph = re.split(r"\n\s*\n|\n(?=\s*>>>)", text.strip())[0].split("\n")
    said = " ".join(paragraph)
    if len(paragraph) > MAX_LINES or len(_WORD.findall(said)) < 3 or "\\" in said or '"""' in said:
        return None
    if _NO_DESCRIPTION.match(said) or _MARKUP.search(said) or not said[0].isalpha() or said.endswith(_UNFINISHED):
        return None
    found = list(_doctests(text, name))[:MAX_DOCTESTS]
    shown = [line for source, want in found for line in (f">>> {source}", want)]
    tests = "".join(f"assert ({source}) == {want}\n" for source, want in found)
    return Description(lines=[*paragraph, "", *shown] if shown else paragraph, tests=tests)


def _doctests(text: str, name: str) -> Iterator[tuple[str, str]]:
    """Yields the doctests that call the function and nothing else unknown, and whose result is a literal."""
    try:
        found = doctest.DocTestParser().get_examples(text)
    except ValueError:
        return
    for one in found:
        source, want = one.source.strip(), one.want.strip()
        if "\n" in source + want or max(len(source), len(want)) > MAX_DOCTEST or "\\" in source + want:
            continue
        try:
            ast.literal_eval(want)
            names = {node.id for node in ast.walk(ast.parse(source, mode="eval")) if isinstance(node, ast.Name)}
        except (SyntaxError, ValueError, TypeError, MemoryError, RecursionError):
            continue
        if name in names and names - {name} <= BUILTINS - {"print"}:
            yield source, want


def write_docstring(lines: Sequence[str]) -> str:
    '''Returns a function's docstring as source text, indented by four: `"""One line."""` or several lines.'''
    text = "\n".join(line.rstrip() for line in lines).strip().replace("\\", "\\\\").replace('"""', r"\"\"\"")
    if "\n" not in text and not text.endswith('"'):
        return f'    """{text}"""\n'
    return "".join(f"    {line}\n" if line else "\n" for line in f'"""{text}\n"""'.split("\n"))
