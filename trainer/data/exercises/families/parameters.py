"""Parameters that several families share: their names and what a sentence calls them."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sources import Source, ints, words

__all__ = [
    "COUNTS",
    "LIST_PAIRS",
    "ORDINALS",
    "SINGLE",
    "item_type",
    "list_parameter",
    "text_parameter",
    "three",
    "two",
]

SINGLE = "n n n x x num number value a k i m v val integer"
_PAIRS = (
    "a b",
    "a b",
    "x y",
    "x y",
    "first second",
    "num1 num2",
    "n m",
    "left right",
    "p q",
    "m n",
    "value other",
    "a1 a2",
    "one two",
    "u v",
)
_TRIPLES = ("a b c", "a b c", "x y z", "p q r", "first second third", "i j k", "num1 num2 num3", "n1 n2 n3")
COUNTS = "n n n n num number x value k m"
ORDINALS = ("first", "second", "third", "fourth")
LIST_PAIRS = (
    "a b",
    "xs ys",
    "first second",
    "left right",
    "list1 list2",
    "nums1 nums2",
    "one other",
    "a1 a2",
    "lst1 lst2",
    "old new",
    "us vs",
)


def two(d: Draw) -> tuple[str, str]:
    """Draws names for two parameters that belong together."""
    a, b = d.one(*_PAIRS).split()
    d.taken |= {a, b}
    return a, b


def three(d: Draw) -> tuple[str, str, str]:
    """Draws names for three parameters that belong together."""
    a, b, c = d.one(*_TRIPLES).split()
    d.taken |= {a, b, c}
    return a, b, c


def list_parameter(d: Draw, kind: str = "") -> tuple[Source, str, str]:
    """A list with what it is called in a text, and its kind."""
    source = ints(d, "ints" + kind) if d.chance(0.75) else words(d, "words" + kind.replace("2", "1"))
    name = d.one(source.code, source.code, source.code, "the list", "a list", f"the list {source.code}")
    return source, name, source.params[0].kind


def item_type(kind: str) -> str:
    """The annotation of an element of a list of this kind."""
    return "str" if kind.startswith("words") else "int"


def text_parameter(d: Draw) -> tuple[str, str]:
    """A parameter for a string, and what it is called in a sentence."""
    s = d.name("text text s s string word sentence st message phrase txt name line input_string")
    return s, d.one(s, s, "the string", "a string", f"the string {s}", "the text", "the given string")
