"""Groups of people and sets of things, all pairs of two lists, lists of pairs taken apart and numbered."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]

_GROUPS = (
    ("groups", "group", "name", "names"),
    ("teams", "team", "player", "players"),
    ("classes", "class", "student", "students"),
    ("clubs", "club", "member", "members"),
    ("courses", "course", "name", "names"),
    ("shelves", "shelf", "title", "titles"),
    ("lists", "part", "word", "words"),
)
_SETS = (
    ("people", "hobbies", "hobbies", "has"),
    ("menus", "menu", "dishes", "contains"),
    ("sets", "s", "elements", "contains"),
    ("groups", "group", "numbers", "contains"),
    ("tickets", "ticket", "numbers", "shows"),
    ("players", "cards", "cards", "holds"),
    ("recipes", "recipe", "ingredients", "needs"),
)


def _in_all(d: Draw) -> Sketch:
    """What several sets share, or contain together."""
    xs, x, many, has = d.one(*_SETS)
    out = d.name("common result shared out")
    union = d.chance(0.35)
    lists = d.chance(0.2) and not union
    if union:
        bodies = [
            f"{out} = set()\nfor {x} in {xs}:\n    {out} |= {x}\nreturn {out}",
            f"{out} = set()\nfor {x} in {xs}:\n    {out}.update({x})\nreturn {out}",
            f"return set().union(*{xs})",
        ]
        return Sketch(
            names=[f"all_{many}", f"any_{many}", "union_of_all", "everything", "unite", f"collect_{many}"],
            params=[Param(xs, "sets")],
            bodies=bodies,
            returns="set[int]",
            what=[f"the set of the {many} that at least one of {xs} {has}", f"the union of all the sets in {xs}"],
            inputs=["[{1, 2}, {2, 3}]", "[{4}, {5}]"],
        )
    first = f"set({xs}[0])" if lists else f"{xs}[0]"
    step = f"{out} & set({x})" if lists else f"{out} & {x}"
    kind = "nested1" if lists else "sets1"
    thing = "lists" if lists else "sets"
    bodies = [f"{out} = {first}\nfor {x} in {xs}[1:]:\n    {out} = {step}\nreturn {out}"] * 2
    bodies += (
        []
        if lists
        else [
            f"return set.intersection(*{xs})",
            f"{out} = set({xs}[0])\nfor {x} in {xs}:\n    {out} &= {x}\nreturn {out}",
        ]
    )
    return Sketch(names=[f"shared_{many}", f"common_{many}", "in_all", "intersect_all", "shared_by_all", f"{many}_of_all"], params=[Param(xs, kind)], bodies=bodies, returns="set[int]", what=[f"the set of the {many} that every one of {xs} {has}", f"the set of what all the {thing} in {xs} have in common"], do=[f"Find the {many} that all {thing} in the non-empty list {xs} share, as a set"], sentences=[f"Given a non-empty list {xs} of {thing} of {many}, return the set of {many} that all of them share."], inputs=["[[1, 2], [2, 3]]", "[[1, 4], [4, 1, 2], [1, 4]]", "[[1], [2]]"] if lists else ["[{1, 2, 3}, {2, 3}, {2, 3, 4}]", "[{1, 2}, {2}]", "[set(), {1}]"])  # fmt: skip  # noqa: E501


def _memberships(d: Draw) -> Sketch:
    """Names in several lists: how many, who, how often."""
    gs, g, one, many = d.one(*_GROUPS)
    g = "part" if g == "class" else g
    out, x = d.name("people seen result found"), d.name(f"x {one} {one}")
    form, _k = d.number(0, 7), d.number(1, 3)
    inputs = [
        "[['Ann', 'Bob'], ['Bob', 'Eve']]",
        "[['x'], ['x']]",
        "[['a', 'b'], ['c']]",
        "[['a', 'b'], ['b', 'a'], ['a']]",
    ]
    head = f"{out} = set()\nfor {g} in {gs}:\n    {out}.update({g})\n"
    if form < 4:
        size = form < 3
        last = f"len({out})" if size else f"sorted({out})"
        nested = f"{{{x} for {g} in {gs} for {x} in {g}}}"
        what = (
            [
                f"the number of different {many} in the lists of {gs}",
                f"how many different {many} occur in at least one of the lists in {gs}",
            ]
            if size
            else [f"the sorted list of the different {many} in the lists of {gs}"]
        )
        return Sketch(
            names=["union_size", f"count_{many}", f"number_of_{many}", "distinct_count", f"how_many_{many}"]
            if size
            else [f"all_{many}", f"sorted_{many}", "everyone"],
            params=[Param(gs, "groups")],
            bodies=[f"{head}return {last}"] * 2 + [f"return {'len' if size else 'sorted'}({nested})"],
            returns="int" if size else "list[str]",
            what=what,
            do=[
                f"Count the different {many} that belong to at least one list in {gs}"
                if size
                else f"List all different {many} in the lists of {gs} alphabetically"
            ],
            inputs=inputs,
        )
    if form == 4:
        n = d.name("name who wanted person")
        return Sketch(
            names=["groups_of", f"count_{gs}", "how_often", "memberships"],
            params=[Param(gs, "groups"), Param(n, "char")],
            bodies=[
                f"return sum(1 for {g} in {gs} if {n} in {g})",
                f"count = 0\nfor {g} in {gs}:\n    if {n} in {g}:\n        count += 1\nreturn count",
            ],
            what=[f"the number of lists in {gs} that contain {n}"],
            do=[f"Count in how many of the lists in {gs} the {one} {n} stands"],
            inputs=[
                "[['a', 'b'], ['a']], 'a'",
                "[['b'], ['c']], 'a'",
                "[['a', 'a']], 'a'",
                "[['x'], [], ['x', 'o']], 'o'",
                "[['e'], ['e'], ['e']], 'e'",
            ],
        )
    if form == 5:
        biggest = d.chance(0.6)
        return Sketch(
            names=[
                "largest_group" if biggest else "smallest_group",
                f"biggest_{one}_list" if biggest else f"shortest_{one}_list",
            ],
            params=[Param(gs, "groups")],
            bodies=[f"return {'max' if biggest else 'min'}({gs}, key=len)"],
            returns="list[str]",
            what=[f"the list in {gs} with the {'most' if biggest else 'fewest'} {many}, the first of several"],
            inputs=inputs,
        )
    a, b = d.one("a b", "first second", "morning evening", "club1 club2", "left right").split()
    op, said, stem = d.one(
        ("&", "in both {a} and {b}", "both"),
        ("-", "in {a}, but not in {b}", "only_first"),
        ("^", "in exactly one of {a} and {b}", "exactly_one"),
        ("|", "in {a} or {b} or both", "either"),
    )
    said = said.format(a=a, b=b)
    size = d.chance(0.5)
    call = f"set({a}) {op} set({b})"
    return Sketch(names=[f"{stem}_count" if size else f"in_{stem}", f"count_{stem}" if size else f"{stem}_sorted", f"people_in_{stem}"], params=[Param(a, "words"), Param(b, "words")], bodies=[f"return {'len' if size else 'sorted'}({call})"], returns="int" if size else "list[str]", what=[f"the number of different {many} that are {said}" if size else f"the sorted list of the different {many} that are {said}"], inputs=["['Ann', 'Bob'], ['Bob', 'Eve']", "['x'], ['x']", "['a', 'a', 'c'], ['b']"])  # fmt: skip  # noqa: E501


def _every_pair(d: Draw) -> Sketch:
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
        f"All pairs with the first of {outer[1]} come first.", f"Those of the first of {outer[1]} come first."
    )
    return Sketch(
        names=["all_combinations", "all_pairs", "combine", f"{a}_and_{b}", "every_pair", "combinations", f"all_{x}_{y}_pairs", "cross"],  # noqa: E501
        params=[Param(a, "words"), Param(b, "words")],
        bodies=[f"return {comp}"] * 2 + [loop],
        returns=kind,
        do=[f"Combine each of {a} with each of {b}, {said}", f"Pair every one of {a} with every one of {b}, {said}"],
        what=[f"a list of all combinations of one of {a} and one of {b}, {said}"],
        sentences=[f"Each of {a} together with each of {b}, {said}."],
        edge=order,
        inputs=["['red'], ['S', 'L']", "['a', 'b'], ['x', 'y']", "[], ['S']", "['blue', 'green'], ['M']", "['r'], []"],
    )  # fmt: skip


def _apart(d: Draw) -> Sketch:
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
            names=["unzip_pairs", "unzip", "split_pairs", "separate", "two_columns", "take_apart", "to_two_lists"],
            params=[Param(p, kind)],
            bodies=bodies,
            returns=f"tuple[list[{ta}], list[{tb}]]",
            do=[
                f"Separate the pairs in {p} into a list of all {one} elements and a list of all {two} elements",
                f"Split {p}, a list of pairs, into the list of the {one} and the list of the {two} parts",
            ],
            what=[f"the {one} elements of all pairs in {p} and the {two} ones, as two lists"],
        )
    if form == 3:
        c, said, stem, t = d.one((f"{a}", "first elements", "firsts", ta), (f"{b}", "second elements", "seconds", tb))
        return Sketch(
            names=[f"{stem}_of_pairs", f"only_{stem}", f"take_{stem}", f"list_{stem}"],
            params=[Param(p, kind)],
            bodies=[f"return [{c} for {a}, {b} in {p}]", f"return [pair[{0 if c == a else 1}] for pair in {p}]"],
            returns=f"list[{t}]",
            what=[f"the list of the {said} of the pairs in {p}"],
        )
    return Sketch(names=["swap_pairs", "flip_pairs", "turn_pairs", "exchange_parts"], params=[Param(p, kind)], bodies=[f"return [({b}, {a}) for {a}, {b} in {p}]", f"result = []\nfor {a}, {b} in {p}:\n    result.append(({b}, {a}))\nreturn result"], returns=f"list[tuple[{tb}, {ta}]]", do=[f"Swap the two parts of every pair in {p}"])  # fmt: skip  # noqa: E501


def _numbered(d: Draw) -> Sketch:
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
            names=[f"number_{xs}", "numbered", "with_numbers", f"enumerate_{xs}", "add_numbers", "count_off"],
            params=[Param(xs, "words")],
            bodies=bodies,
            returns="list[tuple[str, int]]" if back else "list[tuple[int, str]]",
            do=[
                f"Pair each of {xs} with its number, {frm}, as {shown} tuples",
                f"Number {xs}, {frm}, as a list of {shown} tuples",
            ],
            what=[f"a list of {shown} tuples for all of {xs}, {frm}"],
        )
    return Sketch(names=[f"number_{xs}", "numbered_text", f"label_{xs}", "to_list_text"], params=[Param(xs, "words")], bodies=[f"return [f'{{{i}}}{sep}{{{x}}}' for {i}, {x} in enumerate({args})]", f"return [str({i}) + '{sep}' + {x} for {i}, {x} in enumerate({args})]"], returns="list[str]", do=[f"Put its number and '{sep}' before each of {xs}, {frm}", f"Number {xs} as texts like '{start}{sep}{x}', {frm}"])  # fmt: skip  # noqa: E501


FAMILIES = (Family("groups", ((_in_all, 3), (_memberships, 3), (_every_pair, 2), (_apart, 2), (_numbered, 2))),)
