"""What can be made of one element: the code and the words for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sketch import Param

__all__ = ["Transform", "each_of", "number_transform", "word_transform"]


@dataclass(frozen=True, slots=True)
class Transform:
    """What is made of one element.

    Attributes:
        code: Python with `@` for the element; binds at least as tightly as a sum.
        name: For function names, as a verb: "double", "add".
        past: After the element: "doubled", "multiplied by 3".
        plural: Of many elements: "squares", as in "the squares of the numbers".
        do: As an imperative with `@` for the elements: "Double @".
        params: What the function must take for it.
        returns: The result's type.
    """

    code: str
    name: str
    past: str
    plural: str = ""
    do: str = ""
    params: tuple[Param, ...] = ()
    returns: str = "int"

    def of(self, element: str) -> str:
        """Returns the code for an element."""
        return self.code.replace("@", element)

    def phrase(self, d: Draw, those: str) -> str:
        """Returns a phrase for the transformed elements: "the squares of the numbers"."""
        if self.plural and d.chance(0.65):
            return f"the {self.plural} of {those}"
        phrases = [f"{those}, each {self.past}"] * 2 + [f"{those}, each of them {self.past}"]
        if self.do:
            each = each_of(those) if "each of @" in self.do else those
            verb, _, rest = self.do.partition(" ")
            phrases.append(f"the results of {_doing(verb.lower())} {rest.replace('@', each)}")
        return d.one(*phrases)


def each_of(those: str) -> str:
    """The phrase without "all", for use after "each of"."""
    return "the " + those.removeprefix("all ").removeprefix("the ") if those.startswith("all ") else those


def _doing(verb: str) -> str:
    if verb in ("put", "cut", "drop", "flip", "strip", "trim", "swap"):
        return verb + verb[-1] + "ing"
    return verb.removesuffix("e") + "ing"


def _worded(
    d: Draw,
    code: str,
    name: str,
    pasts: Sequence[str],
    plurals: Sequence[str] = ("",),
    dos: Sequence[str] = ("",),
    params: tuple[Param, ...] = (),
    returns: str = "int",
) -> Transform:
    """Draws a transform's wordings."""
    return Transform(code, name, d.one(*pasts), d.one(*plurals), d.one(*dos), params, returns)


def number_transform(d: Draw) -> Transform:
    """Draws what is made of a whole number: a whole number."""
    form = d.number(0, 11)
    if form < 2:
        return _worded(
            d,
            d.one("@ * @", "@ ** 2"),
            "square",
            ["squared", "squared", "multiplied by itself", "raised to the power of 2", "raised to the second power"],
            ["squares", "squares", "squares", "second powers", "squared values"],
            [
                "Square @",
                "Square @",
                "Square each of @",
                "Multiply each of @ by itself",
                "Raise each of @ to the power 2",
            ],
        )
    if form == 2:
        return _worded(
            d,
            d.one("@ ** 3", "@ * @ * @"),
            "cube",
            ["cubed", "cubed", "raised to the power of 3", "raised to the third power"],
            ["cubes", "cubes", "cubes", "third powers", "cubed values"],
            ["Cube @", "Cube @", "Cube each of @", "Raise each of @ to the third power"],
        )
    if form == 3:
        return _worded(
            d,
            d.one("@ * 2", "2 * @"),
            "double",
            ["doubled", "doubled", "multiplied by two", "multiplied by 2", "added to itself"],
            ["doubles", "doubles", "doubled values"],
            ["Double @", "Double @", "Double each of @", "Multiply each of @ by two", "Add each of @ to itself"],
        )
    if form == 4:
        return d.one(_negated, _absolute, _absolute)(d)
    if form == 5:
        code, name, pasts, dos = d.one(
            (
                "@ + 1",
                "increment",
                ["increased by one", "increased by 1", "incremented by one", "incremented by 1"],
                ["Add one to each of @", "Increase each of @ by one", "Increment each of @", "Add 1 to each of @"],
            ),
            (
                "@ - 1",
                "decrement",
                ["decreased by one", "decreased by 1", "decremented by one", "reduced by 1", "lowered by one"],
                ["Subtract one from each of @", "Decrease each of @ by one", "Take 1 away from each of @"],
            ),
            (
                "@ * 3",
                "triple",
                ["tripled", "tripled", "multiplied by three", "multiplied by 3"],
                ["Triple @", "Triple @", "Triple each of @", "Multiply each of @ by three"],
            ),
        )
        return _worded(d, code, name, pasts, dos=dos)
    if d.chance(0.4):
        k = d.name("k n amount factor step by m delta offset")
        params, stem = (Param(k, "smallpos"),), ""
    else:
        k = str(d.number(2, 12))
        params, stem = (), "_" + k
    sign, name, pasts, dos = d.one(
        (
            "+",
            "add",
            [f"increased by {k}", f"increased by {k}", f"incremented by {k}", f"enlarged by {k}"],
            [f"Add {k} to each of @", f"Add {k} to each of @", f"Increase each of @ by {k}"],
        ),
        (
            "-",
            "subtract",
            [f"decreased by {k}", f"decreased by {k}", f"reduced by {k}", f"lowered by {k}"],
            [f"Subtract {k} from each of @", f"Take {k} away from each of @", f"Decrease each of @ by {k}"],
        ),
        (
            "*",
            "multiply",
            [f"multiplied by {k}", f"multiplied by {k}", f"scaled by a factor of {k}"],
            [f"Multiply each of @ by {k}", f"Multiply each of @ by {k}", f"Multiply each of @ with {k}"],
        ),
        (
            "*",
            "scale",
            [f"multiplied by {k}", f"multiplied by {k}", f"scaled by {k}"],
            [f"Scale @ by {k}", f"Scale each of @ by {k}", f"Scale @ by a factor of {k}"],
        ),
        (
            "//",
            "floor_divide",
            [f"divided by {k} (floor division)", f"divided by {k} and rounded down", f"divided by {k} (rounded down)"],
            [f"Divide each of @ by {k}, rounding down", f"Floor-divide each of @ by {k}"],
        ),
        (
            "%",
            "mod",
            [
                f"replaced by its remainder modulo {k}",
                f"replaced by its remainder when divided by {k}",
                f"replaced by the remainder of its division by {k}",
            ],
            [f"Take each of @ modulo {k}", f"Reduce each of @ modulo {k}"],
        ),
    )
    return _worded(d, f"@ {sign} {k}", name + stem, pasts, dos=dos, params=params)


def _negated(d: Draw) -> Transform:
    return _worded(
        d,
        "-@",
        "negate",
        ["negated", "negated", "multiplied by -1", "turned into its opposite"],
        ["negatives", "negatives", "opposites", "additive inverses"],
        [
            "Negate @",
            "Negate @",
            "Flip the sign of each of @",
            "Multiply each of @ by -1",
            "Change the sign of each of @",
        ],
    )


def _absolute(d: Draw) -> Transform:
    return _worded(
        d,
        "abs(@)",
        d.one("absolute", "abs"),
        [
            "replaced by its absolute value",
            "replaced by its absolute value",
            "made non-negative by abs",
            "replaced by its distance from zero",
            "made non-negative by dropping its sign",
        ],
        ["absolute values", "absolute values", "absolute values", "magnitudes"],
        [
            "Take the absolute value of each of @",
            "Drop the sign of each of @",
            "Replace each of @ by its absolute value",
        ],
    )


def word_transform(d: Draw) -> Transform:
    """Draws what is made of a string: a string or a number."""
    form = d.number(0, 9)
    if form < 2:
        upper = d.one(True, False, True)
        case, size = ("upper", "capital") if upper else ("lower", "small")
        return _worded(
            d,
            f"@.{case}()",
            d.one(f"{case}case", f"{case}case", case),
            [
                f"in {case} case",
                f"in {case} case",
                f"converted to {case}case",
                f"written in {size} letters",
                f"turned into {case} case",
            ],
            ["", "", f"{case}case versions", f"{case}-case forms"],
            [
                f"Convert @ to {case} case",
                f"Make @ {case}case",
                f"Put @ in {case} case",
                f"Write each of @ in {size} letters",
                f"Change @ to {case}case",
            ],
            returns="str",
        )
    if form < 4:
        return _worded(
            d,
            "len(@)",
            "lengths",
            ["replaced by its length", "replaced by its length", "replaced by its number of characters"],
            ["lengths", "lengths", "lengths", "character counts"],
            ["Measure the length of each of @", "Count the characters of each of @", "Take the length of each of @"],
        )
    if form == 4:
        return _worded(
            d,
            "@[::-1]",
            "reverse",
            ["reversed", "reversed", "written backwards", "spelled backwards", "read from right to left"],
            ["reversals", "reversals", "reversed forms", "reversed versions"],
            [
                "Reverse each of @",
                "Reverse each of @",
                "Spell each of @ backwards",
                "Write each of @ from back to front",
            ],
            returns="str",
        )
    if form == 5:
        return _cut(d)
    if form == 6:
        code, name, returns, pasts, dos = d.one(
            (
                "@.capitalize()",
                "capitalize",
                "str",
                ["capitalized", "capitalized", "with its first letter in upper case and the rest in lower case"],
                ["Capitalize @", "Capitalize each of @", "Write each of @ with one capital first and the rest small"],
            ),
            (
                "@ * 2",
                "repeat",
                "str",
                ["repeated twice", "written twice in a row", "followed by itself", "joined to a copy of itself"],
                ["Repeat each of @ twice", "Write each of @ twice in a row, as one string", "Join each of @ to itself"],
            ),
            (
                "@.strip()",
                "strip",
                "str",
                [
                    "stripped of surrounding spaces",
                    "without leading and trailing spaces",
                    "freed from spaces at both ends",
                    "stripped of whitespace at both ends",
                ],
                ["Strip @", "Strip each of @", "Remove the spaces around each of @", "Trim the ends of each of @"],
            ),
            (
                "@.count('a')",
                "count_a",
                "int",
                ["replaced by how often it contains 'a'", "replaced by how many times 'a' occurs in it"],
                ["Count how often 'a' occurs in each of @", "Count the 'a' characters in each of @"],
            ),
        )
        return _worded(d, code, name, pasts, dos=dos, returns=returns)
    if form < 9:
        if d.chance(0.5):
            k = d.name("prefix suffix extra text ending mark")
            params: tuple[Param, ...] = (Param(k, "char"),)
        else:
            k = "'" + d.one("!", "?", "-", "s", "ing", "ed", "_", ".", "x") + "'"
            params = ()
        if d.chance(0.5):
            return _worded(
                d,
                f"@ + {k}",
                "append",
                [f"followed by {k}", f"followed by {k}", f"with {k} added at the end", f"with {k} appended"],
                dos=[f"Append {k} to each of @", f"Add {k} to the end of each of @", f"Put {k} after each of @"],
                params=params,
                returns="str",
            )
        return _worded(
            d,
            f"{k} + @",
            "prepend",
            [f"preceded by {k}", f"preceded by {k}", f"with {k} in front", f"with {k} added at the start"],
            dos=[f"Put {k} in front of each of @", f"Prepend {k} to each of @", f"Add {k} to the start of each of @"],
            params=params,
            returns="str",
        )
    a, b = d.random.sample("aeiostnl", 2)
    return _worded(
        d,
        f"@.replace('{a}', '{b}')",
        "replace",
        [
            f"with '{a}' replaced by '{b}'",
            f"with every '{a}' replaced by '{b}'",
            f"with each '{a}' turned into '{b}'",
            f"with '{b}' in place of every '{a}'",
        ],
        dos=[
            f"Replace every '{a}' by '{b}' in each of @",
            f"Change each '{a}' to '{b}' in each of @",
            f"Turn every '{a}' into '{b}' in each of @",
        ],
        returns="str",
    )


def _cut(d: Draw) -> Transform:
    """What is left of a string that is cut at one of its ends."""
    place, kept = d.one(("first", True), ("last", True), ("first", False), ("last", False))
    if kept:
        return _worded(
            d,
            "@[:1]" if place == "first" else "@[-1:]",
            f"{place}_letters",
            [
                f"cut to its {place} letter",
                f"cut to its {place} letter",
                f"shortened to its {place} character",
                f"reduced to its {place} letter",
            ],
            [f"{place} letters", f"{place} letters", f"{place} characters"],
            [f"Take the {place} letter of each of @", f"Take only the {place} character of each of @"],
            returns="str",
        )
    return _worded(
        d,
        "@[1:]" if place == "first" else "@[:-1]",
        f"drop_{place}_letter",
        [
            f"without its {place} letter",
            f"without its {place} letter",
            f"with its {place} character removed",
            f"shortened by its {place} letter",
        ],
        dos=[
            f"Drop the {place} letter of each of @",
            f"Remove the {place} character from each of @",
            f"Cut the {place} letter off each of @",
        ],
        returns="str",
    )
