"""Values chosen from lists by size, distance and place, and the pairs that they form."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import LIST_PAIRS
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.sources import ints

__all__ = ["FAMILIES"]

_RANKS = {1: "", 2: "second ", 3: "third "}


def _ranked(d: Draw) -> Sketch:
    """The second largest value and its like."""
    source = ints(d, "few" if d.chance(0.3) else "ints")
    xs, k, large, distinct = source.code, d.one(2, 2, 3), d.chance(0.6), d.chance(0.65)
    v = d.name("values ordered distinct unique result")
    word = _RANKS[k] + (d.one("largest", "largest", "highest", "greatest") if large else d.one("smallest", "lowest"))
    inner = f"set({xs})" if distinct else xs
    default = d.one("None", "None", "None", "-1", "0")
    guard = f"if len({v}) < {k}:\n    return {default}\n"
    index = f"[-{k}]" if large else f"[{k - 1}]"
    other = (
        f"{v} = sorted({inner}, reverse=True)\n{guard}return {v}[{k - 1}]"
        if large
        else f"{v} = list({inner})\n{v}.sort()\n{guard}return {v}[{k - 1}]"
    )
    few = "two" if k == 2 else "three"
    kind = d.one("distinct ", "different ") if distinct else ""
    return Sketch(
        names=[word.replace(" ", "_"), f"{word.replace(' ', '_')}_value", f"find_{word.replace(' ', '_')}", f"{_RANKS[k].strip()}_{'max' if large else 'min'}", f"get_{word.replace(' ', '_')}"],  # noqa: E501
        params=source.params,
        bodies=[f"{v} = sorted({inner})\n{guard}return {v}{index}"] * 2 + [other],
        returns="int | None" if default == "None" else "int",
        what=[f"the {word} {kind}{source.one} in {xs}" if kind else f"the {word} {source.one} in {xs}, where equal ones count separately"],  # noqa: E501
        do=[f"Find the {word} of the {kind}values in {xs}" if kind else f"Find the {word} of the values in {xs}, counting equal ones separately"],  # noqa: E501
        sentences=[f"The {word} {kind}value of {xs}." if kind else f"The {word} value of {xs} when it is sorted."],
        edge=d.one(f"If there are fewer than {few}, return {default}.", f"{default} if there are fewer than {few} {kind}values.", f"Return {default} when there are fewer than {few} {kind}values."),  # noqa: E501
    )  # fmt: skip


def _nearest(d: Draw) -> Sketch:
    source = ints(d, "ints1")
    xs, x, best = source.code, source.element, d.name("best nearest result")
    t = d.name("target goal t point wanted k limit")
    near, last = d.chance(0.75), d.chance(0.25)
    fixed = d.one("0", "0", "10", "100", str(d.number(2, 50))) if d.chance(0.3) else ""
    t = fixed or t
    said = "zero" if t == "0" else t
    gap = f"abs({x})" if t == "0" else f"abs({x} - {t})"
    gap_best = gap.replace(f"abs({x}", f"abs({best}")
    pick, sign = ("min", "<") if near else ("max", ">")
    many = f"{xs}[::-1]" if last else xs
    loop = f"{best} = {xs}[0]\nfor {x} in {xs}:\n    if {gap} {sign}{'=' if last else ''} {gap_best}:\n        {best} = {x}\nreturn {best}"  # noqa: E501
    where = ("closest to", "nearest to") if near else ("farthest from", "furthest from")
    stem = where[0].split()[0]
    tie = "last" if last else "first"
    return Sketch(
        names=[
            f"{where[0].replace(' ', '_')}_{said}" if fixed else where[0].replace(" ", "_"),
            f"find_{stem}",
            f"{stem}_{source.one}",
            f"{where[1].split()[0]}_value",
        ],
        params=[*source.params] + ([] if fixed else [Param(t, "int")]),
        bodies=[f"return {pick}({many}, key=lambda {x}: {gap})"] * 2 + [loop],
        what=[f"the {source.one} in {xs} that is {where[0]} {said}", f"the {source.one} of {xs} {where[1]} {said}"],
        sentences=[f"Which {source.one} of {xs} lies {where[1]} {said}?"],
        edge=d.one(
            f"If several are equally {'near' if near else 'far'}, take the {tie} one.",
            f"In case of a tie, return the {tie} of them.",
            f"The {tie} one wins a tie.",
        ),
    )


def _absent(d: Draw) -> Sketch:
    """The number that is missing from a row, and sums that tell it."""
    xs, n, i = (
        d.name("numbers nums values cards tickets ids seats"),
        d.name("n n total last limit"),
        d.name("i x k number"),
    )
    start = d.one("1", "1", "1", "0")
    one = d.word("number number integer")
    stop, most = f"{n} + 1", f"{n} * ({n} + 1) // 2"
    first = d.chance(0.7)
    if first:
        bodies = [
            f"return {most} - sum({xs})",
            f"return sum(range({start}, {stop})) - sum({xs})",
            f"for {i} in range({start}, {stop}):\n    if {i} not in {xs}:\n        return {i}",
        ]
        return Sketch(
            names=[
                "find_missing",
                "missing_number",
                "missing",
                f"missing_{one}",
                "lost_number",
                "absent_number",
                "which_is_missing",
            ],
            params=[Param(xs, "nats"), Param(n, "pos")],
            bodies=bodies[1:] + bodies[:1] if start == "0" else bodies,
            what=[f"the one {one} from {start} to {n} that is missing in {xs}"],
            do=[f"Find the only {one} from {start} to {n} that {xs} lacks"],
            sentences=[
                f"The list {xs} holds all {one}s from {start} to {n} except one. {d.one('Find', 'Return')} the missing one."  # noqa: E501
            ],
            draw=lambda e: _all_but_one(e, int(start)),
        )
    return Sketch(
        names=["missing_numbers", "all_missing", "absent_numbers", "not_in_list", "gaps", "unused_numbers"],
        params=[Param(xs, "nats"), Param(n, "small")],
        bodies=[
            f"return [{i} for {i} in range({start}, {stop}) if {i} not in {xs}]",
            f"result = []\nfor {i} in range({start}, {stop}):\n    if {i} not in {xs}:\n        result.append({i})\nreturn result",  # noqa: E501
        ],
        returns="list[int]",
        what=[f"the list of the {one}s from {start} to {n} that are not in {xs}"],
        sentences=[f"Which {one}s from {start} to {n} does {xs} lack? List them in order."],
    )


def _all_but_one(d: Draw, start: int) -> tuple[list[int], int]:
    n = d.number(1, 7)
    numbers = list(range(start, n + 1))
    d.random.shuffle(numbers)
    return numbers[1:], n


def _least_and_most(d: Draw) -> Sketch:
    source = ints(d)
    xs = source.code
    floats = source.one in ("number", "value", "price", "cost", "weight") and d.chance(0.4)
    code, said, names, returns = d.one(
        (f"min({xs}), max({xs})", "the smallest and the largest {one}", "min_and_max extremes range_of smallest_and_largest", "tuple"),  # noqa: E501
        (f"min({xs}), max({xs})", "the lowest and the highest {one}", "lowest_and_highest min_max bounds", "tuple"),
        (f"max({xs}), min({xs})", "the largest and the smallest {one}", "max_and_min largest_and_smallest", "tuple"),
        (f"{xs}[0], {xs}[-1]", "the first and the last {one}", "first_and_last ends both_ends", "tuple"),
        (f"max({xs}) - min({xs})", "the difference of the largest and the smallest {one}", "spread difference span_of", "number"),  # noqa: E501
        (f"max({xs}) + min({xs})", "the sum of the largest and the smallest {one}", "sum_of_extremes add_extremes", "number"),  # noqa: E501
    )  # fmt: skip
    said = said.format(one=source.one)
    number = "float" if floats else "int"
    if returns == "tuple":
        none = d.one("None, None", "None, None", "None", "0, 0")
        edge = {
            "None, None": d.one("For an empty list, both are None.", "Both are None if the list is empty."),
            "None": "None for an empty list.",
            "0, 0": "For an empty list, both are 0.",
        }[none]
        returns = f"tuple[{number}, {number}]" + (" | None" if none == "None" else "")
        what = [f"a tuple of {said} in {xs}", f"{said} of {xs} as a pair"]
        sentences = [f"A tuple of {said} in {xs}.", f"{said[0].upper()}{said[1:]} of {xs}, as a tuple."]
    else:
        none, edge, returns = "0", d.one("0 for an empty list.", "An empty list gives 0."), number
        what, sentences = [f"{said} in {xs}"], [f"How large is {said} of {xs}?"]
    return Sketch(
        names=names.split(),
        params=[Param(xs, "floats" if floats else "ints")],
        bodies=[f"if not {xs}:\n    return {none}\nreturn {code}"] * 2
        + [f"if len({xs}) == 0:\n    return {none}\nreturn {code}"],
        returns=returns,
        what=what,
        sentences=sentences,
        edge=edge,
    )


def _agreeing(d: Draw) -> Sketch:
    text = d.chance(0.3)
    a, b = (
        d.one("a b", "first second", "word other", "s t", "left right", "text1 text2").split()
        if text
        else d.one(
            *LIST_PAIRS, "answers key", "guess secret", "given expected", "answers solution", "mine yours"
        ).split()
    )
    x, y = d.one("x y", "p q", "u v", "given right").split()
    if {x, y} & {a, b}:
        x, y = "one_item", "other_item"
    same = d.chance(0.65)
    sign, verb, stem = ("==", "agree", "matches") if same else ("!=", "differ", "differences")
    i, out = d.name("i k index"), d.name("count total result")
    test = f"{x} {sign} {y}"
    kind = d.one("word", "word1") if text else d.one("few", "few", "words")
    thing = "strings" if text else "lists"
    form = d.number(0, 5)
    common = f"the {thing} {a} and {b}" if d.chance(0.3) else f"{a} and {b}"
    if form < 4:
        loop = f"{out} = 0\nfor {x}, {y} in zip({a}, {b}):\n    if {test}:\n        {out} += 1\nreturn {out}"
        return Sketch(
            names=[
                f"count_{stem}",
                f"number_of_{stem}",
                f"how_many_{verb}",
                "same_positions" if same else "hamming",
                f"{stem}_between",
                f"{verb}_count",
            ],
            params=[Param(a, kind), Param(b, kind)],
            bodies=[f"return sum(1 for {x}, {y} in zip({a}, {b}) if {test})"] * 2
            + [loop, f"return sum({test} for {x}, {y} in zip({a}, {b}))"],
            what=[
                f"the number of positions at which {common} {verb}",
                f"how many positions there are where {common} {verb}",
            ],
            do=[f"Count the positions at which {common} {verb}"],
            sentences=[f"At how many positions do {common} {verb}?"],
            inputs=["'abc', 'abd'", "'cat', 'cat'", "'', ''", "'hello', 'help!'", "'ab', 'ba'"]
            if text
            else ["[1, 2], [1, 3]", "[], []", "[2, 2, 1], [2, 2, 1]"],
            edge=d.one("", f"What is left over in the longer {'string' if text else 'list'} is ignored."),
        )
    return Sketch(
        names=[f"{stem}_at", f"where_{verb}", f"positions_of_{stem}", f"indices_{verb}"],
        params=[Param(a, kind), Param(b, kind)],
        bodies=[
            f"return [{i} for {i}, ({x}, {y}) in enumerate(zip({a}, {b})) if {test}]",
            f"return [{i} for {i} in range(min(len({a}), len({b}))) if {a}[{i}] {sign} {b}[{i}]]",
        ],
        returns="list[int]",
        what=[f"a list of the positions at which {common} {verb}"],
        do=[f"List the indices at which {common} {verb}"],
    )


def _pairs_that(d: Draw) -> Sketch:
    xs, t, out = (
        d.name("numbers nums values xs items"),
        d.name("target total k wanted goal"),
        d.name("pairs result found"),
    )
    op, word, fixed = d.one(
        ("+", "add up to", ""), ("+", "add up to", ""), ("*", "have the product", ""), ("-", "differ by", "abs")
    )
    i, j = d.one("i j", "i j", "a b", "p q").split()
    value = f"{xs}[{i}] {op} {xs}[{j}]"
    value = f"abs({value})" if fixed else value
    form = d.one("list", "list", "count", "any")
    head = f"for {i} in range(len({xs})):\n    for {j} in range({i} + 1, len({xs})):\n        if {value} == {t}:\n"
    rule = f"{word} {t}"
    if form == "any":
        return Sketch(
            names=["has_pair", "two_sum", "pair_exists", "any_pair", "has_two"],
            params=[Param(xs, "ints"), Param(t, "int")],
            bodies=[f"{head}            return True\nreturn False"],
            returns="bool",
            whether=[f"two elements of {xs} at different places {rule}"],
            inputs=["[1, 2, 3], 3", "[2, 2], 4", "[5], 5", "[1, 5, 4], 1"],
        )
    start, step, end = (
        ("0", "+= 1", "int") if form == "count" else ("[]", f".append(({xs}[{i}], {xs}[{j}]))", "list[tuple[int, int]]")
    )
    space = " " if form == "count" else ""
    what = (
        f"the number of pairs of elements of {xs} that {rule}"
        if form == "count"
        else f"a list of all pairs (x, y) with x before y in {xs} that {rule}"
    )
    return Sketch(
        names=["count_pairs", "number_of_pairs", "pair_count"]
        if form == "count"
        else ["pairs_with", "find_pairs", "all_pairs", "matching_pairs", f"pairs_{word.split()[0]}"],
        params=[Param(xs, "few" if d.chance(0.5) else "ints"), Param(t, "int")],
        bodies=[f"{out} = {start}\n{head}            {out}{space}{step}\nreturn {out}"],
        returns=end,
        what=[what],
        do=[
            f"Count the pairs of elements of {xs} that {rule}"
            if form == "count"
            else f"Find all pairs of elements of {xs}, in the order of the list, that {rule}"
        ],
        inputs=["[1, 2, 3, 4], 5", "[2, 2, 2], 4", "[5, -5], 0", "[1, 3, 4, 2], 2"],
    )


FAMILIES = (
    Family(
        "selecting", ((_ranked, 3), (_nearest, 3), (_absent, 2), (_least_and_most, 2), (_agreeing, 3), (_pairs_that, 2))
    ),
)
