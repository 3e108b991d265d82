"""Forms in which two pieces of code are the same although they are written differently."""

from __future__ import annotations

import ast
import builtins
import hashlib
import keyword
import re
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "Function", "Grams", "Shape", "blocks", "body_form", "docstring_forms", "functions_within", "shape_of_body",
    "string_statement",
]  # fmt: skip

GRAM = 13  # words; as in Brown et al. (2020), appendix C
TELLING_WORDS = 2  # of a gram's words, at least; see Grams
FEWEST_NODES = 12
FEWEST_WORDS = 3
TABLE_BITS = 22

Function = ast.FunctionDef | ast.AsyncFunctionDef
Shape = tuple[tuple[type, type], ...]

_WORD = re.compile(rb"[a-z0-9_\x80-\xff]+", flags=re.IGNORECASE)
_COMMON = frozenset([*keyword.kwlist, *keyword.softkwlist, *dir(builtins), "self", "cls"])
_COMMON_WORDS = frozenset(word.lower() for word in _COMMON)
_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")  # where statements hold statements
_EXAMPLE = re.compile(r"^\s*(?:>>>|assert\b)", flags=re.MULTILINE)
_IGNORED = frozenset(["ctx", "type_comment", "annotation", "returns", "type_params", "kind"])


class Grams:
    """The runs of 13 words of some texts, and where they are in another.

    A word is a run of letters, digits and underscores, case folded: punctuation, operators and layout are left out,
    so reformatting hides nothing, and prose and code are treated alike. A run says something only if at least two
    different words in it are more than keywords, builtins, numbers and single letters: "for i in range(len(x)): for j
    in range(len(x))" and the numbers from 0 to 12 are nobody's.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._hashes: set[int] = set()
        for text in texts:
            words = _words(text.encode())
            telling = [_telling(word) for word in words]
            for start, value in enumerate(_rolling(words).tolist()):
                run = slice(start, start + GRAM)
                if value in self._hashes:
                    continue  # such as the solved tasks that every prompt of a suite shows
                if len({word for word, tells in zip(words[run], telling[run], strict=True) if tells}) >= TELLING_WORDS:
                    self._hashes.add(value)
        # Most runs of a text are told from all of these by one look into a table.
        self._table = np.zeros(1 << TABLE_BITS, np.bool_)
        values = np.fromiter(self._hashes, np.uint64, len(self._hashes))
        self._table[values >> np.uint64(64 - TABLE_BITS)] = True

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Returns where the runs begin and end in the text's UTF-8 bytes."""
        data = text.encode(errors="surrogatepass")
        rolling = _rolling(_words(data))
        likely = np.flatnonzero(self._table[rolling >> np.uint64(64 - TABLE_BITS)])
        starts = [int(i) for i in likely if int(rolling[i]) in self._hashes]
        if not starts:
            return []
        places = [match.span() for match in _WORD.finditer(data)]
        return [(places[i][0], places[i + GRAM - 1][1]) for i in starts]


def _words(data: bytes) -> list[bytes]:
    return _WORD.findall(data.lower())


def _telling(word: bytes) -> bool:
    return len(word) > 1 and not word.isdigit() and word.decode(errors="replace") not in _COMMON_WORDS


def _rolling(words: Sequence[bytes]) -> NDArray[np.uint64]:
    """Returns a hash (N - 12,) of each run of 13 words."""
    hashes = np.fromiter(map(zlib.crc32, words), np.uint64, len(words))
    runs = np.zeros(max(0, len(words) - GRAM + 1), np.uint64)
    for k in range(GRAM):
        runs = (runs ^ hashes[k : k + len(runs)]) * np.uint64(0x9E3779B97F4A7C15)
        runs ^= runs >> np.uint64(29)
    return runs


def docstring_forms(text: str) -> set[str]:
    """Returns the docstring with case, white space and punctuation folded, whole and without its examples.

    What has fewer than three words is left out: it says too little to be anybody's.
    """
    example = _EXAMPLE.search(text)
    wholes = [text, text[: example.start()]] if example else [text]
    folded = (re.findall(r"\w+", whole.lower()) for whole in wholes)
    return {" ".join(words) for words in folded if len(words) >= FEWEST_WORDS}


def string_statement(node: ast.stmt) -> str | None:
    """Returns the text of a statement that is a string, such as a docstring."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        return node.value.value
    return None


def blocks(node: Any) -> Iterator[list[Any]]:
    """Yields the lists of statements that a statement holds; of exception handlers and cases, theirs."""
    for field in _BLOCKS:
        block = getattr(node, field, None)
        if isinstance(block, list) and block:
            if isinstance(block[0], ast.stmt):
                yield block
            else:
                for part in block:
                    yield part.body


def functions_within(node: ast.stmt) -> Iterator[Function]:
    """Yields the function itself, if it is one, and those nested in the statement, at any depth."""
    if isinstance(node, Function):
        yield node
    for block in blocks(node):
        for inner in block:
            yield from functions_within(inner)


def shape_of_body(function: Function) -> Shape:
    """Returns the kinds of a body's statements and of what each begins with, its docstring left out.

    Cheap to get, and unequal for nearly all bodies whose forms are unequal.
    """
    shape: list[tuple[type, type]] = []
    for node in _body(function):
        # The value of a return or an assignment, the condition of an if, what a loop goes through.
        subject = next((getattr(node, field) for field in ("value", "test", "iter") if hasattr(node, field)), None)
        shape.append((type(node), type(subject)))
    return tuple(shape)


def body_form(function: Function) -> bytes | None:
    """Returns a hash that is equal for bodies equal up to docstring, annotations and the names of locals.

    Locals (arguments, what is assigned, nested functions, the function itself) are numbered in order of appearance.
    None for bodies of fewer than 12 syntax nodes, as there are few ways to write these, and for expressions nested too
    deeply to be walked, such as sums of a thousand terms.
    """
    writer = _BodyWriter(function)
    try:
        for node in _body(function):
            writer.write(node)
    except RecursionError:
        return None
    if writer.n_nodes < FEWEST_NODES:
        return None
    return hashlib.blake2b("\n".join(writer.out).encode(errors="surrogatepass"), digest_size=16).digest()


def _body(function: Function) -> list[ast.stmt]:
    return function.body[1:] if string_statement(function.body[0]) is not None else function.body


class _BodyWriter:
    """Writes a syntax tree as lines, with numbers for the names of locals."""

    def __init__(self, function: Function) -> None:
        self.out: list[str] = []
        self.n_nodes = 0
        self._numbers: dict[str, str] = {}
        self._locals = {function.name}
        for node in ast.walk(function):
            if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
                self._locals.add(node.id)
            elif isinstance(node, ast.arg):
                self._locals.add(node.arg)
            elif (
                isinstance(node, Function | ast.ClassDef | ast.ExceptHandler | ast.MatchAs | ast.MatchStar)
                and node.name
            ):
                self._locals.add(node.name)

    def write(self, node: ast.AST) -> None:
        self.n_nodes += 1
        self.out.append(type(node).__name__)
        for field in node._fields:
            if field in _IGNORED:
                continue
            value = getattr(node, field, None)
            for part in value if isinstance(value, list) else [value]:
                if isinstance(part, ast.AST):
                    self.write(part)
                else:
                    self.out.append(self._plain(node, field, part))
            self.out.append(";")

    def _plain(self, node: ast.AST, field: str, value: Any) -> str:
        # The name of an attribute, or of an argument in a call, is not the function's to choose.
        chosen = isinstance(value, str) and field in ("id", "name", "arg", "names")
        if not chosen or value not in self._locals or isinstance(node, ast.keyword | ast.alias):
            return repr(value)
        return self._numbers.setdefault(value, f"local {len(self._numbers)}")
