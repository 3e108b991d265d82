"""Pairs of elements: at the same place of two lists, or within one list by a rule."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import LIST_PAIRS
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["agreeing", "pairs_that"]


def agreeing(d: Draw) -> Sketch:
    """The places at which two lists or strings agree or differ."""
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
    item, the_same = "character" if text else "element", "the same" if same else "a different"
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
                f"num_{stem}",
                "count_equal_positions" if same else "hamming_distance",
            ],
            params=[Param(a, kind), Param(b, kind)],
            bodies=[f"return sum(1 for {x}, {y} in zip({a}, {b}) if {test})"] * 2
            + [loop, f"return sum({test} for {x}, {y} in zip({a}, {b}))"],
            what=[
                f"the number of positions at which {common} {verb}",
                f"how many positions there are where {common} {verb}",
                f"the number of indices at which {common} have {the_same} {item}",
                f"how often {common} have {the_same} {item} in the same place",
            ],
            do=[
                f"Count the positions at which {common} {verb}",
                f"Compare {common} {item} by {item} in order to count the {'matches' if same else 'mismatches'}",
                f"Work out how many {item}s of {a} are {'equal to' if same else 'different from'} the {item} at the same index of {b}",  # noqa: E501
            ],
            sentences=[
                f"At how many positions do {common} {verb}?",
                f"Given {common}, in how many places do they have {the_same} {item}?",
                f"Go through {common} side by side and count where the two {item}s are {'the same' if same else 'not the same'}.",  # noqa: E501
                *([] if same else [f"The Hamming distance of {common}."]),
            ],
            inputs=["'abc', 'abd'", "'cat', 'cat'", "'', ''", "'hello', 'help!'", "'ab', 'ba'"]
            if text
            else ["[1, 2], [1, 3]", "[], []", "[2, 2, 1], [2, 2, 1]"],
            edge=d.one("", f"What is left over in the longer {'string' if text else 'list'} is ignored."),
        )
    return Sketch(
        names=[
            f"{stem}_at",
            f"where_{verb}",
            f"positions_of_{stem}",
            f"indices_{verb}",
            f"indices_of_{stem}",
            f"find_{stem}",
            f"{verb}_at",
            f"list_{stem}",
        ],
        params=[Param(a, kind), Param(b, kind)],
        bodies=[
            f"return [{i} for {i}, ({x}, {y}) in enumerate(zip({a}, {b})) if {test}]",
            f"return [{i} for {i} in range(min(len({a}), len({b}))) if {a}[{i}] {sign} {b}[{i}]]",
        ],
        returns="list[int]",
        what=[
            f"a list of the positions at which {common} {verb}",
            f"the list of all indices at which {common} have {the_same} {item}",
            f"the indices where the {item}s of {common} are {'equal' if same else 'not equal'}",
        ],
        do=[
            f"List the indices at which {common} {verb}",
            f"Find all positions, counted from 0, where {common} {verb}",
            f"Compare {common} {item} by {item} and collect the indices of the {'matches' if same else 'mismatches'}",
        ],
        sentences=[
            f"At which indices do {common} {verb}? Return a list.",
            f"Given {common}, in which places (from 0 on) do they have {the_same} {item}?",
            f"Go through {common} side by side and write down each index where they {verb}.",
        ],
    )


def pairs_that(d: Draw) -> Sketch:
    """The pairs of elements with a given sum, product or difference."""
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
    said_by = {"+": "with_sum", "*": "with_product", "-": "with_difference"}[op]
    result = {"+": "the sum", "*": "the product", "-": "the absolute difference"}[op]
    if form == "any":
        return Sketch(
            names=[
                "has_pair",
                "two_sum" if op == "+" else "pair_with",
                "pair_exists",
                "any_pair",
                "has_two",
                "contains_pair",
                "find_pair",
                f"any_two_{word.split()[0]}",
            ],
            params=[Param(xs, "ints"), Param(t, "int")],
            bodies=[f"{head}            return True\nreturn False"],
            returns="bool",
            whether=[
                f"two elements of {xs} at different places {rule}",
                f"there are two elements at different indices of {xs} that {rule}",
                f"{xs} contains a pair of elements, not the same one twice, that {rule}",
                f"{result} of some two elements of {xs}, taken from different positions, is {t}",
                f"a pair of elements at two different positions of {xs} can be found where {result} is {t}",
            ],
            do=[f"Look for two elements of {xs}, at different indices, that {rule}: True if there are any, else False"],
            sentences=[
                f"Are there two elements at different positions of {xs} that {rule}?",
                f"Do any two elements of {xs} {rule}? No element may be used twice, but equal ones may be combined.",
                f"Given {xs}, find out if {t} is {result} of two of its elements at different indices.",
            ],
            inputs=["[1, 2, 3], 3", "[2, 2], 4", "[5], 5", "[1, 5, 4], 1"],
        )
    start, step, end = (
        ("0", "+= 1", "int") if form == "count" else ("[]", f".append(({xs}[{i}], {xs}[{j}]))", "list[tuple[int, int]]")
    )
    space = " " if form == "count" else ""
    if form == "count":
        said = {
            "what": [
                f"the number of pairs of elements of {xs} that {rule}",
                f"how many pairs of elements of {xs}, at different positions, {rule}",
                f"the number of index pairs i < j of {xs} where {result} of the two elements is {t}",
                f"the number of ways to choose two elements of {xs} that {rule}",
            ],
            "do": [
                f"Count the pairs of elements of {xs} that {rule}",
                f"Work out how many times two elements at different places of {xs} {rule}, each pair counted once",
                f"Compare each element of {xs} with all later ones and count how often the two {rule}",
            ],
            "sentences": [
                f"How many pairs of elements of {xs} {rule}?",
                f"Given {xs}, in how many ways can two different positions be picked so that their elements {rule}?",
                f"How often is {result} of an element of {xs} and a later one equal to {t}?",
            ],
        }
    else:
        said = {
            "what": [
                f"a list of all pairs (x, y) with x before y in {xs} that {rule}",
                f"the list of the pairs of elements of {xs}, as tuples in the order of {xs}, that {rule}",
                f"all tuples of an element of {xs} and a later one where {result} is {t}",
            ],
            "do": [
                f"Find all pairs of elements of {xs}, in the order of the list, that {rule}",
                f"List every pair of an element of {xs} and a later element that together {rule}"
                if op != "-"
                else f"List every pair of an element of {xs} and a later element that {rule}",
                f"Collect as tuples, earlier element first, all pairs of elements of {xs} that {rule}",
            ],
            "sentences": [
                f"Which pairs of elements of {xs} {rule}? List them as tuples, in the order of {xs}.",
                f"Go through each element of {xs} and the ones after it, and keep the pairs that {rule}.",
                f"Given {xs}, pick out all pairs at different positions that {rule}, as tuples in list order.",
            ],
        }
    return Sketch(
        names=[
            "count_pairs",
            "number_of_pairs",
            "pair_count",
            "how_many_pairs",
            "num_pairs",
            "count_matching_pairs",
            f"count_pairs_{said_by}",
            f"{said_by}_pairs_count",
        ]
        if form == "count"
        else [
            "pairs_with",
            "find_pairs",
            "all_pairs",
            "matching_pairs",
            f"pairs_{word.split()[0]}",
            f"pairs_{said_by}",
            "list_pairs",
            "get_pairs",
        ],
        params=[Param(xs, "few" if d.chance(0.5) else "ints"), Param(t, "int")],
        bodies=[f"{out} = {start}\n{head}            {out}{space}{step}\nreturn {out}"],
        returns=end,
        **said,
        inputs=["[1, 2, 3, 4], 5", "[2, 2, 2], 4", "[5, -5], 0", "[1, 3, 4, 2], 2"],
    )
