"""All pairs of two lists, lists of pairs taken apart, and lists numbered."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["apart", "every_pair", "numbered"]


def every_pair(d: Draw) -> Sketch:
    """Each of one list with each of another."""
    a, x, b, y = d.one(
        ("colours", "colour", "sizes", "size"),
        ("names", "name", "tasks", "task"),
        ("first", "x", "second", "y"),
        ("suits", "suit", "ranks", "rank"),
        ("starters", "starter", "desserts", "dessert"),
        ("words", "word", "endings", "ending"),
        ("rows", "row", "columns", "column"),
        ("firsts", "a", "lasts", "b"),
    )
    sep = d.one(" ", " ", "-", "", "/", "_", ":")
    form = d.number(0, 5)
    plus = f"{x} + '{sep}' + {y}" if sep else f"{x} + {y}"
    shown = f"{x}{sep}{y}"
    value, kind, said = (
        (plus, "list[str]", f'written as "{shown}"')
        if form < 4
        else (f"({x}, {y})", "list[tuple[str, str]]", "as tuples")
    )
    second = d.chance(0.15)
    outer, inner = ((y, b), (x, a)) if second else ((x, a), (y, b))
    comp = f"[{value} for {outer[0]} in {outer[1]} for {inner[0]} in {inner[1]}]"
    loop = f"result = []\nfor {outer[0]} in {outer[1]}:\n    for {inner[0]} in {inner[1]}:\n        result.append({value})\nreturn result"  # noqa: E501
    order = d.one(
        f"All pairs with the first of {outer[1]} come first.",
        f"Those of the first of {outer[1]} come first.",
        f"The outer loop goes over {outer[1]}, the inner one over {inner[1]}.",
        f"All that have the same of {outer[1]} stand together, in the order of {inner[1]}.",
    )
    return Sketch(
        names=["all_combinations", "all_pairs", "combine", f"{a}_and_{b}", "every_pair", "combinations", f"all_{x}_{y}_pairs", "cross"],  # noqa: E501
        params=[Param(a, "words"), Param(b, "words")],
        bodies=[f"return {comp}"] * 2 + [loop],
        returns=kind,
        do=[
            f"Combine each of {a} with each of {b}, {said}",
            f"Pair every one of {a} with every one of {b}, {said}",
            f"List every possible pair of one of {a} with one of {b}, {said}",
            f"Form the Cartesian product of {a} and {b}, its pairs {said}",
        ],
        what=[
            f"a list of all combinations of one of {a} and one of {b}, {said}",
            f"all ways to take one of {a} and one of {b}, {said}",
        ],
        sentences=[
            f"Each of {a} together with each of {b}, {said}.",
            f"Given {a} and {b}, match everything in the one with everything in the other, {said}.",
            f"Which pairs can be made of one of {a} and one of {b}? List them {said}.",
        ],
        edge=order,
        inputs=["['red'], ['S', 'L']", "['a', 'b'], ['x', 'y']", "[], ['S']", "['blue', 'green'], ['M']", "['r'], []"],
    )  # fmt: skip


def apart(d: Draw) -> Sketch:
    """Lists of pairs taken apart, and lists numbered."""
    p = d.name("pairs entries rows points items")
    a, b = d.one("first second", "a b", "x y", "left right", "name value").split()
    kind = d.one("named", "mixed", "pairs")
    ta, tb = {"named": ("str", "int"), "mixed": ("int", "str"), "pairs": ("int", "int")}[kind]
    m, n = d.one("firsts seconds", "left_side right_side", "ones others").split()
    form = d.number(0, 4)
    if form < 3:
        swap = d.chance(0.15)
        loop = f"{m}, {n} = [], []\nfor {a}, {b} in {p}:\n    {m}.append({a})\n    {n}.append({b})\nreturn {m}, {n}"
        comp = f"{m} = [{a} for {a}, {b} in {p}]\n{n} = [{b} for {a}, {b} in {p}]\nreturn {m}, {n}"
        bodies = [comp, comp, loop, f"return [pair[0] for pair in {p}], [pair[1] for pair in {p}]"]
        if swap:
            bodies = [comp.replace(f"return {m}, {n}", f"return {n}, {m}")]
        one, two = ("second", "first") if swap else ("first", "second")
        ta, tb = (tb, ta) if swap else (ta, tb)
        return Sketch(
            names=[
                "unzip_pairs",
                "unzip",
                "split_pairs",
                "separate",
                "two_columns",
                "take_apart",
                "to_two_lists",
                "split_columns",
            ],
            params=[Param(p, kind)],
            bodies=bodies,
            returns=f"tuple[list[{ta}], list[{tb}]]",
            do=[
                f"Separate the pairs in {p} into a list of all {one} elements and a list of all {two} elements",
                f"Split {p}, a list of pairs, into the list of the {one} and the list of the {two} parts",
                f"Unzip {p} into two lists, one of the {one} elements and then one of the {two} elements",
            ],
            what=[
                f"the {one} elements of all pairs in {p} and the {two} ones, as two lists",
                f"two lists, which hold the {one} and the {two} elements of the pairs in {p}",
            ],
            sentences=[
                f"Given a list {p} of pairs, return two lists: all {one} elements and all {two} elements.",
                f"Take the pairs in {p} apart, so that one list has their {one} parts and another their {two} parts.",
                f"What are the {one} and what are the {two} elements of the pairs in {p}? Return two lists.",
                f"Go through {p}: the {one} part of a pair goes into one list, the {two} into the next. Return both.",
            ],
        )
    if form == 3:
        c, said, stem, t = d.one((f"{a}", "first elements", "firsts", ta), (f"{b}", "second elements", "seconds", tb))
        nth = said.split()[0]
        return Sketch(
            names=f"{stem}_of_pairs only_{stem} take_{stem} list_{stem} extract_{stem} pick_{stem} {stem}_of pair_{stem}".split(),  # noqa: E501
            params=[Param(p, kind)],
            bodies=[f"return [{c} for {a}, {b} in {p}]", f"return [pair[{0 if c == a else 1}] for pair in {p}]"],
            returns=f"list[{t}]",
            what=[f"the list of the {said} of the pairs in {p}", f"all {said} of the pairs in {p}, as a list"],
            do=[
                f"List the {said} of the pairs in {p}",
                f"Take the {nth} element of each pair in {p}",
                f"Pick out the {nth} part of every pair in {p}",
                f"Strip the pairs in {p} down to their {said}",
            ],
            sentences=[
                f"What are the {said} of the pairs in {p}? Return them as a list.",
                f"Given a list {p} of pairs, keep nothing but the {nth} element of each.",
                f"Go through the pairs in {p} and collect what stands {nth}.",
                f"Each pair in {p} is replaced by its {nth} part.",
            ],
        )
    return Sketch(
        names=["swap_pairs", "flip_pairs", "turn_pairs", "exchange_parts", "reverse_pairs", "swap_each", "flip_all", "mirror_pairs"],  # noqa: E501
        params=[Param(p, kind)],
        bodies=[f"return [({b}, {a}) for {a}, {b} in {p}]", f"result = []\nfor {a}, {b} in {p}:\n    result.append(({b}, {a}))\nreturn result"],  # noqa: E501
        returns=f"list[tuple[{tb}, {ta}]]",
        what=[
            f"a list of the pairs in {p}, each the other way round",
            f"the pairs in {p} with their first and second elements exchanged",
        ],
        do=[
            f"Swap the two parts of every pair in {p}",
            f"Flip each pair ({a}, {b}) in {p} to ({b}, {a})",
            f"Reverse every pair in {p}, but not the list itself",
        ],
        sentences=[
            f"Given a list {p} of pairs, put the second element of each before the first.",
            f"Every pair ({a}, {b}) in {p} becomes ({b}, {a}).",
            f"What does {p} look like when the two elements of each pair change places?",
        ],
    )  # fmt: skip


def numbered(d: Draw) -> Sketch:
    """The elements of a list with their numbers, as tuples or as texts."""
    xs, x = d.one(
        "lines line", "names name", "words word", "items item", "chapters chapter", "steps step", "tasks task"
    ).split()
    i, start = d.one("i", "number", "n", "k"), d.one(1, 1, 1, 0, 10, 100)
    args = f"{xs}, {start}" if start else xs
    frm = f"counting from {start}"
    sep = d.one(". ", ": ", ") ", " - ", " ")
    form = d.number(0, 4)
    if form < 3:
        back = d.chance(0.2)
        pair = f"({x}, {i})" if back else f"({i}, {x})"
        loop = f"result = []\nfor {i}, {x} in enumerate({args}):\n    result.append({pair})\nreturn result"
        bodies = (
            [f"return [{pair} for {i}, {x} in enumerate({args})]", loop]
            if back
            else [f"return list(enumerate({args}))"] * 2 + [f"return [{pair} for {i}, {x} in enumerate({args})]", loop]
        )
        shown = f"({x}, number)" if back else f"(number, {x})"
        return Sketch(
            names=f"number_{xs} numbered with_numbers enumerate_{xs} add_numbers count_off pair_with_number index_{xs}".split(),  # noqa: E501
            params=[Param(xs, "words")],
            bodies=bodies,
            returns="list[tuple[str, int]]" if back else "list[tuple[int, str]]",
            do=[
                f"Pair each of {xs} with its number, {frm}, as {shown} tuples",
                f"Number {xs}, {frm}, as a list of {shown} tuples",
                f"Enumerate {xs}, {frm}, and return {shown} tuples",
            ],
            what=[
                f"a list of {shown} tuples for all of {xs}, {frm}",
                f"{xs} with their numbers, {frm}, as {shown} tuples",
            ],
            sentences=[
                f"Given {xs}, return a list of {shown} tuples, where the first number is {start}.",
                f"Which number does each of {xs} get, {frm}? List {shown} tuples.",
                f"Each of {xs} becomes a tuple {shown}; the numbers run from {start} on.",
                f"Go through {xs} and make {shown} tuples with the numbers {start}, {start + 1} and so on.",
            ],
        )
    return Sketch(
        names=[f"number_{xs}", "numbered_text", f"label_{xs}", "to_list_text", f"prefix_{xs}", "numbered_list", f"numbered_{xs}", f"with_{x}_numbers"],  # noqa: E501
        params=[Param(xs, "words")],
        bodies=[f"return [f'{{{i}}}{sep}{{{x}}}' for {i}, {x} in enumerate({args})]", f"return [str({i}) + '{sep}' + {x} for {i}, {x} in enumerate({args})]"],  # noqa: E501
        returns="list[str]",
        what=[
            f"{xs} with a number and '{sep}' in front of each, {frm}",
            f"{xs} as a list of strings of the form '{start}{sep}{x}', {frm}",
        ],
        do=[
            f"Put its number and '{sep}' before each of {xs}, {frm}",
            f"Number {xs} as texts like '{start}{sep}{x}', {frm}",
            f"Prefix each of {xs} with its number, {frm}, followed by '{sep}'",
        ],
        sentences=[
            f"Given {xs}, write '{start}{sep}' before the first, '{start + 1}{sep}' before the next and so on.",
            f"What do {xs} look like when they are numbered in the style '{start}{sep}{x}', {frm}?",
            f"Go through {xs} and glue the number, {frm}, and '{sep}' to the front of each.",
            f"Each of {xs} gets its number, then '{sep}', in front of it; the first has {start}.",
        ],
    )  # fmt: skip
