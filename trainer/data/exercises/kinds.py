"""The kinds of values that exercises take: how each is annotated, its edge cases, and how others are drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from trainer.data.exercises.draw import Draw

__all__ = ["KINDS", "WORDS", "Kind"]

WORDS = [
    "apple",
    "banana",
    "cat",
    "dog",
    "level",
    "noon",
    "radar",
    "hello",
    "world",
    "Python",
    "code",
    "a",
    "I",
    "sun",
    "moon",
    "Tree",
    "River",
    "xyz",
    "data",
    "kayak",
    "Anna",
    "stats",
    "summer",
    "tooth",
    "eve",
    "banana",
    "lemon",
    "zebra",
    "queen",
    "blue",
    "Green",
    "test",
    "abc",
    "cba",
    "act",
    "tac",
    "listen",
    "silent",
    "book",
    "Mississippi",
    "up",
]
TEXTS = (
    "hello world",
    "Hello World",
    "the quick brown fox",
    "a b c",
    "one two  three",
    "Never odd or even",
    "abc123",
    "A1b2 C3",
    "to be or not to be",
    "no lemon no melon",
    "Python is fun",
    "x, y, z",
    "Wow! Really?",
    "AEIOU aeiou",
    "rhythm",
    "42",
    "hi there",
    "ABC",
    "  padded  ",
    "aa bb aa",
    "I am Sam",
    "it's 5 o'clock",
    "mixed CASE text",
    "b-c_d",
    "2024-01-05",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of value.

    Attributes:
        annotation: Its type, as Python 3.9 and later write it.
        edges: Python expressions of edge cases. Expressions, so that no two tests share a list.
        draw: Draws another value.
    """

    annotation: str
    edges: tuple[str, ...]
    draw: Callable[[Draw], Any]


def _list(item: Callable[[Draw], Any], low: int, high: int) -> Callable[[Draw], list[Any]]:
    return lambda d: [item(d) for _ in range(d.number(low, high))]


def _int(d: Draw) -> int:
    return d.number(-9, 12) if d.chance(0.75) else d.number(-60, 100)


def _nat(d: Draw) -> int:
    return d.number(0, 12) if d.chance(0.6) else d.number(13, 120)


def _word(d: Draw) -> str:
    return d.one(*WORDS)


def _text(d: Draw) -> str:
    return d.one(*TEXTS) if d.chance(0.6) else " ".join(_word(d) for _ in range(d.number(1, 3)))


def _matrix(d: Draw, square: bool = False) -> list[list[int]]:
    rows = d.number(1, 3)
    columns = rows if square else d.number(1, 3)
    return [[d.number(-5, 9) for _ in range(columns)] for _ in range(rows)]


def _counts(d: Draw) -> dict[str, int]:
    keys = d.random.sample(("a", "b", "c", "x", "y", "apple", "pear", "fig", "Tom", "Ann"), d.number(1, 4))
    return {key: d.number(-3, 12) for key in keys}


def _amounts(d: Draw) -> dict[str, int]:
    keys = d.random.sample(("a", "b", "c", "pen", "tea", "soup", "fig"), d.number(1, 4))
    return {key: d.number(0, 9) for key in keys}


def _fields(d: Draw) -> dict[str, str]:
    keys = d.random.sample(("a", "b", "x", "name", "city", "zip"), d.number(1, 4))
    return {key: d.word("1 Ann Oslo no 42") if d.chance(0.7) else "" for key in keys}


def _set(d: Draw) -> set[int]:
    return {d.number(0, 6) for _ in range(d.number(1, 5))}


def _names(d: Draw) -> list[str]:
    return d.random.sample(("Ann", "Bob", "Eve", "Tom", "Zoe"), d.number(0, 3))


def _deep(d: Draw, depth: int) -> list[Any]:
    """Numbers and lists of them in lists."""
    length = d.number(0 if depth < 3 else 1, 3)
    return [_deep(d, depth - 1) if depth > 1 and d.chance(0.4) else d.number(-4, 9) for _ in range(length)]


def _sorted(d: Draw) -> list[int]:
    return sorted(d.random.sample(range(-5, 30), d.number(1, 7)))


def _repeating(d: Draw) -> list[int]:
    return [d.number(1, 4) for _ in range(d.number(2, 6))]


KINDS = {
    "int": Kind(annotation="int", edges=("0", "1", "-1"), draw=_int),
    "nat": Kind(annotation="int", edges=("0", "1", "2"), draw=_nat),
    "pos": Kind(annotation="int", edges=("1", "2"), draw=lambda d: max(1, _nat(d))),
    "nat12": Kind(annotation="int", edges=("0", "1"), draw=lambda d: d.number(2, 12)),
    "small": Kind(annotation="int", edges=("0", "1"), draw=lambda d: d.number(0, 7)),
    "smallpos": Kind(annotation="int", edges=("1",), draw=lambda d: d.number(1, 5)),
    "float": Kind(annotation="float", edges=("0.0", "1.0"), draw=lambda d: d.number(-40, 80) / d.one(1, 2, 4)),
    "size": Kind(annotation="float", edges=("1", "2"), draw=lambda d: d.number(1, 40) / d.one(1, 1, 2)),
    "any": Kind(annotation="object", edges=("None",), draw=_int),
    "bool": Kind(annotation="bool", edges=("True", "False"), draw=lambda d: d.chance(0.5)),
    "ints": Kind(annotation="list[int]", edges=("[]", "[0]", "[5]", "[-3, -1]"), draw=_list(_int, 2, 6)),
    "ints1": Kind(annotation="list[int]", edges=("[4]", "[-2, -7]"), draw=_list(_int, 2, 6)),
    "ints2": Kind(annotation="list[int]", edges=("[4, 1]", "[0, 0]"), draw=_list(_int, 2, 6)),
    "nats": Kind(annotation="list[int]", edges=("[]", "[0]", "[7]"), draw=_list(_nat, 2, 6)),
    "few": Kind(annotation="list[int]", edges=("[]", "[1]", "[2, 2]"), draw=_repeating),
    "sorted": Kind(annotation="list[int]", edges=("[]", "[3]"), draw=_sorted),
    "floats": Kind(annotation="list[float]", edges=("[]", "[1.5]"), draw=_list(lambda d: d.number(-8, 20) / 2, 2, 5)),
    "char": Kind(annotation="str", edges=('"a"', '"o"'), draw=lambda d: d.one(*"aaeelnostbx")),
    "word": Kind(annotation="str", edges=('""', '"a"'), draw=_word),
    "word1": Kind(annotation="str", edges=('"a"',), draw=_word),
    "text": Kind(annotation="str", edges=('""', '"a"'), draw=_text),
    "text1": Kind(annotation="str", edges=('"a"',), draw=_text),
    "words": Kind(annotation="list[str]", edges=("[]", '["a"]', '["", "b"]'), draw=_list(_word, 2, 5)),
    "words1": Kind(annotation="list[str]", edges=('["a"]',), draw=_list(_word, 2, 5)),
    "matrix": Kind(annotation="list[list[int]]", edges=("[[3]]", "[[1, 2]]"), draw=_matrix),
    "square": Kind(annotation="list[list[int]]", edges=("[[3]]",), draw=lambda d: _matrix(d, square=True)),
    "nested": Kind(annotation="list[list[int]]", edges=("[]", "[[]]", "[[1]]"), draw=_list(_list(_int, 0, 3), 2, 4)),
    "nested1": Kind(annotation="list[list[int]]", edges=("[[1]]",), draw=_list(_list(_int, 1, 3), 2, 3)),
    "counts": Kind(annotation="dict[str, int]", edges=("{}", "{'a': 1}"), draw=_counts),
    "counts1": Kind(annotation="dict[str, int]", edges=("{'a': 1}",), draw=_counts),
    "bools": Kind(
        annotation="list[bool]",
        edges=("[]", "[True]", "[False]"),
        draw=_list(lambda d: d.chance(0.6), 3, 7),
    ),
    "triple": Kind(annotation="tuple[int, int, int]", edges=("(0, 0, 0)",), draw=lambda d: (_int(d), _int(d), _int(d))),
    "pair": Kind(annotation="tuple[int, int]", edges=("(0, 0)",), draw=lambda d: (_int(d), _int(d))),
    "pairs": Kind(
        annotation="list[tuple[int, int]]",
        edges=("[]", "[(1, 2)]"),
        draw=_list(lambda d: (d.number(-4, 9), d.number(-4, 9)), 2, 4),
    ),
    "named": Kind(
        annotation="list[tuple[str, int]]",
        edges=("[]", "[('a', 1)]"),
        draw=_list(lambda d: (d.word("a b c x Tom Ann"), d.number(0, 9)), 2, 4),
    ),
    "named1": Kind(
        annotation="list[tuple[str, int]]",
        edges=("[('a', 1)]", "[('b', 2), ('a', 2)]"),
        draw=_list(lambda d: (d.word("a b c x Tom Ann"), d.number(0, 9)), 2, 4),
    ),
    "mixed": Kind(
        annotation="list[tuple[int, str]]",
        edges=("[]", "[(1, 'a')]"),
        draw=_list(lambda d: (d.number(-4, 9), d.word("a b c x Tom Ann")), 2, 4),
    ),
    "amounts": Kind(annotation="dict[str, int]", edges=("{}", "{'a': 1}"), draw=_amounts),
    "fields": Kind(annotation="dict[str, str]", edges=("{}", "{'a': '1'}", "{'a': ''}"), draw=_fields),
    "sets": Kind(annotation="list[set[int]]", edges=("[]", "[set()]", "[{1}]"), draw=_list(_set, 2, 4)),
    "sets1": Kind(annotation="list[set[int]]", edges=("[{1, 2}]", "[{1}, {2}]"), draw=_list(_set, 2, 4)),
    "groups": Kind(annotation="list[list[str]]", edges=("[]", "[[]]", "[['a']]"), draw=_list(_names, 2, 3)),
    "deep": Kind(annotation="list", edges=("[]", "[[]]", "[1, [2, [3]]]", "[[[4]], 5]"), draw=lambda d: _deep(d, 3)),
}
