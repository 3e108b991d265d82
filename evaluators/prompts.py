"""Beginnings of Python for networks to continue, cut from held-out documents.

The same text whatever the vocabulary: documents are drawn by their size in bytes and cut by the syntax tree.
"""

from __future__ import annotations

import ast
import itertools
import textwrap
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from autonas.errors import AutonasError
from autonas.protocols import HeldOut, Tokenizer

__all__ = ["KINDS", "Kind", "Prompt", "draw_prompts"]

Kind = Literal["short", "few_shot"]
KINDS: tuple[Kind, ...] = ("short", "few_shot")

MAX_DOCUMENT = 100_000  # bytes
MAX_HEADER = 100  # bytes of a function's or class's first lines
MAX_EXAMPLE = 100  # bytes of a whole function shown as an example
MOST_EXAMPLES = 6  # prepared for each prompt
TARGETS_PER_DOCUMENT = 2
EXAMPLES_PER_DOCUMENT = 4
FEWEST = 8  # prompts of a kind, below which a rate says nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A text to continue, and how its author did.

    Attributes:
        kind: "short" is the header of a function or class; "few_shot" has some short functions before one.
        text: What the network reads.
        head: The header at its end: with the continuation it must be the beginning of Python.
        real: What stands in the document after the header.
    """

    kind: Kind
    text: str
    head: str
    real: str


def draw_prompts(
    held_out: HeldOut, tokenizer: Tokenizer, *, per_kind: int, real_bytes: int, shown_bytes: int, seed: int
) -> list[Prompt]:
    """Returns up to `per_kind` prompts of each kind, each followed by at least `real_bytes` of real text.

    Args:
        per_kind: How many of each kind; fewer where the text has no more.
        real_bytes: Shortest real continuation.
        shown_bytes: Bytes of examples, about, before a few-shot header; one is shown in any case.

    Raises:
        AutonasError: The held-out text has too few functions and classes.
    """
    random = np.random.default_rng(seed)
    targets: list[tuple[str, str]] = []
    examples: list[str] = []
    for text in _documents(held_out, tokenizer, random):
        tree = _parse(text)
        if tree is None:
            continue
        found = list(_headers(tree, text, real_bytes))
        chosen = random.permutation(len(found))[:TARGETS_PER_DOCUMENT]
        targets += [found[index] for index in chosen]
        examples += _short_functions(tree, text)[:EXAMPLES_PER_DOCUMENT]
        if len(targets) >= 2 * per_kind and len(examples) >= MOST_EXAMPLES * per_kind:
            break
    half = min(per_kind, len(targets) // 2)
    if half < FEWEST or not examples:
        raise AutonasError(
            f"the held-out text has {len(targets)} functions and classes to continue, at least {2 * FEWEST} "
            f"are needed, and {len(examples)} short functions to show, at least 1 is needed",
            hint="add Python source to the corpus, or hold more of it out",
        )
    prompts = [Prompt(kind="short", text=head, head=head, real=real) for head, real in targets[:half]]
    remaining = itertools.cycle(examples)
    for head, real in targets[half : 2 * half]:
        shown = next(remaining) + "\n\n"
        while len(shown.encode()) < shown_bytes - MAX_EXAMPLE // 2:
            shown += next(remaining) + "\n\n"
        prompts.append(Prompt(kind="few_shot", text=shown + head, head=head, real=real))
    return prompts


def _documents(held_out: HeldOut, tokenizer: Tokenizer, random: np.random.Generator) -> Iterator[str]:
    sizes = np.asarray(held_out.n_bytes)
    for index in random.permutation(len(sizes)):
        if sizes[index] <= MAX_DOCUMENT:
            ids = held_out.tokens[held_out.starts[index] : held_out.starts[index + 1] - 1]
            yield tokenizer.decode(np.asarray(ids).tolist())


def _parse(text: str) -> ast.Module | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None


def _headers(tree: ast.Module, text: str, real_bytes: int) -> Iterator[tuple[str, str]]:
    """Yields headers of top-level functions and classes, each with the text after it.

    Those with a docstring are left out: it is prose, and prose parses whatever it says.
    """
    lines = text.splitlines(keepends=True)
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) or ast.get_docstring(node):
            continue
        first, body = node.lineno - 1, _first_line(node.body[0]) - 1
        # The line's end belongs to what follows: a tokenizer that keeps it together with the indentation after it
        # would read a header with it as one that nothing indented can follow.
        header = "".join(lines[first:body]).rstrip()
        real = "".join(lines[first:])[len(header) :]
        if 0 < len(header.encode()) <= MAX_HEADER and len(real.encode()) >= real_bytes and "#" not in header:
            yield header, real


def _first_line(node: Any) -> int:
    decorators = getattr(node, "decorator_list", [])
    return min([node.lineno, *(decorator.lineno for decorator in decorators)])


def _short_functions(tree: ast.Module, text: str) -> list[str]:
    """Returns functions and methods small enough to show whole, without docstrings, moved to the margin."""
    lines = text.splitlines(keepends=True)
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and not ast.get_docstring(node) and node.end_lineno:
            source = textwrap.dedent("".join(lines[node.lineno - 1 : node.end_lineno]))
            if len(source.encode()) <= MAX_EXAMPLE and source.startswith("def ") and _parse(source):
                found.append(source if source.endswith("\n") else source + "\n")
    return found
