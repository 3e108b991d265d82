"""What can be gone through: the elements of a list, the characters of a text, the numbers up to n, the digits of n."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.data.exercises.character_conditions import char_condition
from trainer.data.exercises.condition import Condition
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.number_conditions import number_condition
from trainer.data.exercises.sketch import Param
from trainer.data.exercises.transforms import Transform, number_transform, word_transform
from trainer.data.exercises.word_conditions import word_condition

__all__ = ["Source", "chars", "digits", "ints", "span", "words"]

_INTS = (
    "numbers:number numbers:number nums:number nums:number values:value xs:number lst:element arr:element items:item "
    "elements:element data:value integers:integer seq:number scores:score prices:price ages:age points:point "
    "amounts:amount array:element sequence:element l:element ints:integer counts:count grades:grade "
    "costs:cost a:number number_list:number input_list:element my_list:element list1:element weights:weight"
)
_WORDS = (
    "words:word words:word strings:string strings:string names:name items:string texts:text lines:line tokens:token "
    "strs:string labels:label word_list:word lst:string tags:tag keys:key cities:city fruits:fruit titles:title"
)
_TEXTS = "text text s s string word sentence string st line message phrase txt input_string name"
_ELEMENTS = "x x n num v value item i e el y"
_UP_TO = (
    " from 1 to {}", " from 1 to {}", " from 1 to {} (inclusive)", " from 1 through {}",
    " from 1 up to and including {}", " between 1 and {} (both included)",
)  # fmt: skip
_FROM_ZERO = (
    " from 0 to {}", " from 0 to {}", " from 0 to {} (inclusive)", " from 0 through {}",
    " from 0 up to and including {}", " between 0 and {} (both included)",
)  # fmt: skip
_FROM_ZERO_BELOW = (
    " below {}, starting at 0", " from 0 to {} - 1", " from 0 up to but not including {}", " from 0 to {} (exclusive)",
)  # fmt: skip
_BELOW = (
    " from 1 to {} - 1", " from 1 to {} - 1", " from 1 up to but not including {}", " from 1 to {} (exclusive)",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """Something to go through.

    Attributes:
        code: The Python expression that is iterated over.
        element: The loop's variable.
        one: What an element is called: "number".
        many: The same for several.
        where: " in the list", " of n", or nothing.
        of: "int", "nat", "char" or "word": what the elements are.
        stem: For function names: "digits"; may be empty.
        params: What the function takes for it.
        inputs: Argument texts that deserve a test.
    """

    code: str
    element: str
    one: str
    many: str
    where: str
    of: str
    stem: str
    params: tuple[Param, ...]

    def condition(self, d: Draw) -> Condition:
        """Draws a condition on an element."""
        if self.of == "char":
            return char_condition(d)
        return word_condition(d) if self.of == "word" else number_condition(d, natural=self.of == "nat")

    def transform(self, d: Draw) -> Transform:
        """Draws what can be made of an element."""
        return word_transform(d) if self.of == "word" else number_transform(d)

    def all(self, d: Draw) -> str:
        """Returns a phrase for all elements: "the numbers in the list"."""
        phrase = f"{self.many}{self.where}"
        return d.one(f"the {phrase}", f"the {phrase}", f"the {phrase}", f"all {phrase}", f"all the {phrase}")


def _plural(noun: str) -> str:
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"


def ints(d: Draw, kind: str = "ints") -> Source:
    """A list of whole numbers."""
    xs, one = d.word(_INTS).split(":")
    d.taken.add(xs)
    x = d.name(_ELEMENTS + (f" {one} {one} {one}" if one != "element" else " element"))
    one = d.one(one, one, one, "item", "entry") if one == "element" else one
    many = _plural(one)
    where = d.one(
        "",
        "",
        " in the list",
        " in the given list",
        " in a list",
        f" in {xs}",
        f" in {xs}",
        " of the list",
        f" of {xs}",
        f" in the list {xs}",
        f" in `{xs}`",
        " in the input list",
    )
    return Source(xs, x, one, many, where, "int", d.one("", "", many, xs, "list"), (Param(xs, kind),))


def words(d: Draw, kind: str = "words") -> Source:
    """A list of strings."""
    xs, one = d.word(_WORDS).split(":")
    d.taken.add(xs)
    x = d.name(f"{one} {one} {one} w s word string item x")
    one = d.one(one, one, one, "string")
    many = _plural(one)
    where = d.one(
        "",
        "",
        " in the list",
        " in the given list",
        f" in {xs}",
        " of the list",
        f" of {xs}",
        f" in the list {xs}",
        f" in `{xs}`",
        " in a list",
    )
    return Source(xs, x, one, many, where, "word", d.one("", many, xs, "words", "strings"), (Param(xs, kind),))


def chars(d: Draw, kind: str = "text") -> Source:
    """The characters of a string."""
    s = d.name(_TEXTS)
    x = d.name("c c char char ch letter character x")
    where = d.one(
        f" in {s}",
        f" in {s}",
        " in the string",
        " in the text",
        " of the string",
        " in a string",
        " in the given string",
        f" of {s}",
        f" in the string {s}",
        f" in `{s}`",
    )
    return Source(
        s, x, "character", "characters", where, "char", d.one("", "chars", "characters", "letters"), (Param(s, kind),)
    )


def span(d: Draw) -> Source:
    """The numbers up to a parameter."""
    n = d.name("n n n n limit m number end stop x k num upper size")
    i = d.name("i i i x k j number value")
    code, wheres, stem = d.one(
        (f"range(1, {n} + 1)", _UP_TO, "up_to"),
        (f"range(1, {n} + 1)", _UP_TO, "to_n"),
        (f"range({n})", _FROM_ZERO_BELOW, "below"),
        (f"range({n})", _FROM_ZERO_BELOW, "below_n"),
        (f"range({n} + 1)", _FROM_ZERO, "to"),
        (f"range(1, {n})", _BELOW, "less_than"),
    )
    where = d.one(*wheres).format(n)
    return Source(code, i, "number", d.one("numbers", "integers"), where, "nat", stem, (Param(n, "nat12"),))


def digits(d: Draw) -> Source:
    """The decimal digits of a parameter, none of them negative."""
    n = d.name("n n number num x value k")
    where = d.one(f" of {n}", f" of {n}", f" of {n}", f" in {n}", f" of the number {n}", f" of `{n}`")
    return Source(f"str({n})", d.name("d digit c ch"), "digit", "digits", where, "nat", "digits", (Param(n, "nat"),))
