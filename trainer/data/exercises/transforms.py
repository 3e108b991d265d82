"""What can be made of one element: the code and the words for it."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sketch import Param

__all__ = ["Transform", "number_transform", "word_transform"]


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
        if self.plural and d.chance(0.75):
            return f"the {self.plural} of {those}"
        return f"{those}, each {self.past}"


def number_transform(d: Draw) -> Transform:
    """Draws what is made of a whole number: a whole number."""
    form = d.number(0, 11)
    if form < 2:
        code = d.one("@ * @", "@ ** 2")
        return Transform(code, "square", "squared", "squares", "Square @")
    if form == 2:
        return d.one(
            Transform("@ ** 3", "cube", "cubed", "cubes", "Cube @"),
            Transform("@ * @ * @", "cube", "cubed", "cubes", "Cube @"),
        )
    if form == 3:
        return Transform(d.one("@ * 2", "2 * @"), "double", "doubled", "doubles", "Double @")
    if form == 4:
        return d.one(
            Transform("-@", "negate", "negated", "negatives", "Negate @"),
            Transform("abs(@)", "absolute", "replaced by its absolute value", "absolute values"),
            Transform("abs(@)", "abs", "made non-negative by abs", "absolute values"),
        )
    if form == 5:
        return d.one(
            Transform("@ + 1", "increment", "increased by one", "", "Add one to each of @"),
            Transform("@ - 1", "decrement", "decreased by one", "", "Subtract one from each of @"),
            Transform("@ * 3", "triple", "tripled", "", "Triple @"),
        )
    if d.chance(0.4):
        k = d.name("k n amount factor step by m delta offset")
        params, stem = (Param(k, "smallpos"),), ""
    else:
        k = str(d.number(2, 12))
        params, stem = (), "_" + k
    sign, name, past, do = d.one(
        ("+", "add", f"increased by {k}", f"Add {k} to each of @"),
        ("-", "subtract", f"decreased by {k}", f"Subtract {k} from each of @"),
        ("*", "multiply", f"multiplied by {k}", f"Multiply each of @ by {k}"),
        ("*", "scale", f"multiplied by {k}", f"Scale @ by {k}"),
        ("//", "floor_divide", f"divided by {k} (floor division)", f"Divide each of @ by {k}, rounding down"),
        ("%", "mod", f"replaced by its remainder modulo {k}", f"Take each of @ modulo {k}"),
    )
    return Transform(f"@ {sign} {k}", name + stem, past, "", do, params)


def word_transform(d: Draw) -> Transform:
    """Draws what is made of a string: a string or a number."""
    form = d.number(0, 9)
    if form < 2:
        return d.one(
            Transform("@.upper()", "uppercase", "in upper case", "", "Convert @ to upper case", (), "str"),
            Transform("@.lower()", "lowercase", "in lower case", "", "Convert @ to lower case", (), "str"),
            Transform(
                "@.upper()", "upper", "converted to uppercase", "uppercase versions", "Make @ uppercase", (), "str"
            ),
        )
    if form < 4:
        return Transform("len(@)", "lengths", "replaced by its length", "lengths")
    if form == 4:
        return Transform("@[::-1]", "reverse", "reversed", "reversals", "Reverse each of @", (), "str")
    if form == 5:
        return d.one(
            Transform("@[:1]", "first_letters", "cut to its first letter", "first letters", "", (), "str"),
            Transform("@[-1:]", "last_letters", "cut to its last letter", "last letters", "", (), "str"),
            Transform("@[1:]", "drop_first_letter", "without its first letter", "", "", (), "str"),
            Transform("@[:-1]", "drop_last_letter", "without its last letter", "", "", (), "str"),
        )
    if form == 6:
        return d.one(
            Transform("@.capitalize()", "capitalize", "capitalized", "", "Capitalize @", (), "str"),
            Transform("@ * 2", "repeat", "repeated twice", "", "Repeat each of @ twice", (), "str"),
            Transform("@.strip()", "strip", "stripped of surrounding spaces", "", "Strip @", (), "str"),
            Transform("@.count('a')", "count_a", "replaced by how often it contains 'a'", ""),
        )
    if form < 9:
        if d.chance(0.5):
            k = d.name("prefix suffix extra text ending mark")
            params: tuple[Param, ...] = (Param(k, "char"),)
            said = k
        else:
            k = said = "'" + d.one("!", "?", "-", "s", "ing", "ed", "_", ".", "x") + "'"
            params = ()
        if d.chance(0.5):
            return Transform(
                f"@ + {k}", "append", f"followed by {said}", "", f"Append {said} to each of @", params, "str"
            )
        return Transform(
            f"{k} + @", "prepend", f"preceded by {said}", "", f"Put {said} in front of each of @", params, "str"
        )
    a, b = d.random.sample("aeiostnl", 2)
    return Transform(f"@.replace('{a}', '{b}')", "replace", f"with '{a}' replaced by '{b}'", "", "", (), "str")
