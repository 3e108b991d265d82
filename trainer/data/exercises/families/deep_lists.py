"""Lists in lists at any depth, and what is built by taking or leaving each element: recursion over lists."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.list_recursion import by_first, subsets
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]

_DATA = "data data items nested values tree xs lst"
_ELEMENTS = "element x item part e value"
_DEPTH = (
    "which may contain further lists at any depth",
    "nested to any depth",
    "with lists inside lists",
    "made up of numbers and lists",
)


def _is_list(d: Draw, x: str) -> str:
    return d.one(f"isinstance({x}, list)", f"isinstance({x}, list)", f"type({x}) is list")


def _total(d: Draw) -> Sketch:
    """Something added up over all depths."""
    xs, x, t = d.name(_DATA), d.name(_ELEMENTS), d.name("total result count")
    k = d.number(0, 9)
    test = _is_list(d, x)
    nouns, imperative, step, cond, names = d.one(
        (("the sum of all integers in {}", "the total of the integers in {}"), "add up all integers", x, "", "nested_sum deep_sum sum_nested total_of_all add_all sum_all recursive_total add_up_nested"),  # noqa: E501
        (("the sum of all integers in {}", "what all numbers in {} add up to"), "add together all numbers", x, "", "sum_deep nested_total recursive_sum sum_all_levels deep_total sum_recursive sum_of_all total_sum"),  # noqa: E501
        (("the number of integers in {}", "how many integers there are in {}"), "count the integers", "1", "", "deep_count count_nested count_all nested_length deep_length count_integers deep_size count_leaves"),  # noqa: E501
        (("the sum of the even integers in {}", "the total of all even numbers in {}"), "add up the even integers", x, f"{x} % 2 == 0", "sum_even_nested deep_even_sum sum_evens nested_even_sum sum_even_deep even_total add_even sum_nested_evens"),  # noqa: E501
        (("the number of odd integers in {}", "how many odd numbers there are in {}"), "count the odd integers", "1", f"{x} % 2 != 0", "count_odd_nested deep_odd_count count_odds nested_odd_count how_many_odd odd_count count_odd_deep number_of_odds"),  # noqa: E501
        (("the sum of the positive integers in {}", "the total of all numbers above zero in {}"), "add up the integers that are greater than 0", x, f"{x} > 0", "sum_positive_nested deep_positive_sum sum_positives nested_positive_sum positive_total add_positives sum_above_zero sum_positive_deep"),  # noqa: E501
        (("the number of negative integers in {}", "how many numbers below zero there are in {}"), "count the negative integers", "1", f"{x} < 0", "count_negative_nested deep_negatives count_negatives nested_negatives how_many_negative negative_count count_below_zero number_of_negatives"),  # noqa: E501
        ((f"how many integers in {{}} are greater than {k}", f"the number of integers above {k} in {{}}"), f"count the integers greater than {k}", "1", f"{x} > {k}", f"count_large_nested deep_count_above count_greater_nested count_above_{k} count_over_{k} nested_above_{k} how_many_above_{k} count_greater_than_{k}"),  # noqa: E501
        ((f"how often {k} occurs in {{}}", f"the number of times that {k} is found in {{}}"), f"count the occurrences of {k}", "1", f"{x} == {k}", f"count_{k}_nested occurrences_of_{k} how_often_{k} count_{k} deep_count_{k} frequency_of_{k} nested_count_{k} times_{k}_occurs"),  # noqa: E501
        (("the sum of the squares of all integers in {}", "the total of the squared integers in {}"), "add up the squares of all integers", f"{x} * {x}", "", "sum_squares_nested deep_squares sum_of_squares nested_square_sum square_sum squares_total add_squares deep_square_sum"),  # noqa: E501
        (("the number of lists inside {}", "how many lists there are inside {}"), "", "", "", "count_lists number_of_lists inner_lists count_inner_lists count_sublists how_many_lists sublist_count num_inner_lists"),  # noqa: E501
    )  # fmt: skip
    where = d.one(xs, xs, f"the list {xs}") + ", " + d.one(*_DEPTH)
    if not step:
        bodies = [
            f"{t} = 0\nfor {x} in {xs}:\n    if {test}:\n        {t} += 1 + FN({x})\nreturn {t}",
            f"return sum(1 + FN({x}) for {x} in {xs} if {test})",
        ]
    else:
        tail = f"    elif {cond}:\n        {t} += {step}\n" if cond else f"    else:\n        {t} += {step}\n"
        one = f"({step} if {cond} else 0)" if cond else step
        bodies = [f"{t} = 0\nfor {x} in {xs}:\n    if {test}:\n        {t} += FN({x})\n{tail}return {t}"] * 2 + [
            f"return sum(FN({x}) if {test} else {one} for {x} in {xs})"
        ]
    first, second = (noun.format(where) for noun in nouns)
    if imperative:
        capital = imperative[0].upper() + imperative[1:]
        do = [f"{capital} in {where}"]
        sentences = [
            f"Go through {xs} and every list inside it, however deep, and {imperative}.",
            f"Given {xs}, a list {d.one(*_DEPTH)}, {imperative}.",
            f"{capital} on all levels of the nested list {xs}.",
            f"{xs} is a list of integers and of further lists like itself. {capital} at every depth.",
            f"What do you get if you {imperative} in {xs} and in all lists inside it, at any level?",
            f"Recursively {imperative} in {xs} and its inner lists.",
        ]
    else:
        do = [f"Count the lists inside {xs}, those inside other lists included, but not {xs} itself"]
        sentences = [
            f"How many lists does {xs} contain, if those inside its lists count as well?",
            f"Given the nested list {xs}, count all lists in it, at any depth, but not {xs} itself.",
            f"Go through {xs} and its inner lists to count every list inside another one.",
            f"The number of inner lists of {xs}: the direct ones and those further down.",
            f"Each list in {xs} counts one, and so does each list in such a list, and so on. How many are there?",
        ]
    return Sketch(
        names=names.split(),
        params=[Param(xs, "deep")],
        bodies=bodies,
        what=[first, second],
        do=[f"Work out {first}" if first.startswith("how") else f"Compute {first}", *do],
        sentences=sentences,
        inputs=["[1, [2, 3], [[4]]]", "[[], [[]]]", "[-1, [1, [-2]]]"],
    )


def _flat(d: Draw) -> Sketch:
    """All depths as one list, or the same depths with other numbers."""
    xs, x, out = d.name(_DATA), d.name(_ELEMENTS), d.name("result flat out")
    test, k = _is_list(d, x), d.number(2, 9)
    if d.chance(0.55):
        cond, said, stem = d.one(
            ("", "all integers", "flatten"),
            ("", "all integers", "deep_flatten"),
            ("", "all integers", "flatten_all"),
            (f"{x} % 2 == 0", "the even integers", "flat_even"),
            (f"{x} > 0", "the positive integers", "flat_positive"),
            (f"{x} > {k}", f"the integers above {k}", f"flat_above_{k}"),
        )
        tail = f"    elif {cond}:\n        {out}.append({x})\n" if cond else f"    else:\n        {out}.append({x})\n"
        bodies = [
            f"{out} = []\nfor {x} in {xs}:\n    if {test}:\n        {out}.extend(FN({x}))\n{tail}return {out}",
            f"{out} = []\nfor {x} in {xs}:\n    if {test}:\n        {out} += FN({x})\n{tail}return {out}",
        ]
        return Sketch(
            names=[stem, f"{stem}_list", f"{stem}_nested", f"{stem}_recursive", f"{stem}_numbers"]
            + (["unnest", "flat_list", "unpack_all"] if not cond else [f"deep_{stem}", f"{stem}_values"]),
            params=[Param(xs, "deep")],
            bodies=bodies,
            returns="list[int]",
            what=[
                f"one flat list of {said} in {xs}, {d.one(*_DEPTH)}",
                f"{said} in {xs} and in the lists inside it, at any depth, as one flat list in their order",
            ],
            do=[
                f"Collect {said} of the list {xs}, {d.one(*_DEPTH)}, in one flat list",
                f"Gather {said} from all levels of {xs} in one plain list, from left to right",
                f"Pull {said} out of {xs} and its inner lists, however deep, into a single list",
            ]
            + (
                [
                    f"Flatten {xs}, a list {d.one(*_DEPTH)}",
                    f"Turn the nested list {xs} into a list without inner lists",
                ]
                if not cond
                else [f"Flatten {xs}, a list {d.one(*_DEPTH)}, but keep only {said}"]
            ),
            sentences=[
                f"Given the nested list {xs}, put {said} on any level into one list, in the same order.",
                f"Go through {xs} and every list inside it, and list {said} in the order in which they come.",
                f"List {said} of {xs}, no matter how deep they are nested, in a single list without lists in it.",
            ]
            + (
                [f"Get rid of all inner brackets of {xs}, so that a plain list of integers is left."]
                if not cond
                else [f"Flatten {xs} completely and throw away everything but {said}."]
            ),
        )
    code, said, stem = d.one(
        (f"{x} * {k}", f"multiplied by {k}", f"times_{k}"),
        (f"{x} + {k}", f"increased by {k}", f"add_{k}"),
        (f"-{x}", "negated", "negate"),
        (f"abs({x})", "replaced by its absolute value", "absolute"),
        (f"{x} * {x}", "squared", "square"),
        (f"str({x})", "turned into a string", "texts"),
        (f"max({x}, 0)", "replaced by 0 if it is negative", "clip"),
    )
    bodies = [
        f"return [FN({x}) if {test} else {code} for {x} in {xs}]",
        f"{out} = []\nfor {x} in {xs}:\n    if {test}:\n        {out}.append(FN({x}))\n    else:\n        {out}.append({code})\nreturn {out}",  # noqa: E501
    ]
    if d.chance(0.2):
        return Sketch(
            names=["deep_reverse", "reverse_nested", "reverse_all_levels", "recursive_reverse", "mirror_nested", "flip_all_levels", "reverse_deep", "reverse_recursive"],  # noqa: E501
            params=[Param(xs, "deep")],
            bodies=[
                f"return [FN({x}) if {test} else {x} for {x} in {xs}[::-1]]",
                f"return [FN({x}) if {test} else {x} for {x} in reversed({xs})]",
            ],
            returns="list",
            what=[
                f"the list {xs} reversed, and all lists inside it reversed too",
                f"a mirror image of the nested list {xs}, with every level in reverse order",
                f"{xs} with the order of the elements turned round at every depth",
            ],
            do=[
                f"Reverse {xs} and, at any depth, every list inside it",
                f"Flip the order of the elements in {xs} and in all of its inner lists, however deep",
                f"Turn the nested list {xs} back to front on all levels",
            ],
            sentences=[
                f"Given a nested list {xs}, return it backwards, with each list in it backwards as well, at any depth.",
                f"The last element of {xs} comes first and so on; the same goes for all lists inside it.",
                f"Recursively reverse {xs}: the list itself and all lists that it contains.",
            ],
        )  # fmt: skip
    return Sketch(
        names=[f"{stem}_{end}" for end in ("nested", "all_levels", "deep", "recursive", "everywhere")]
        + [f"deep_{stem}", f"nested_{stem}", f"recursive_{stem}"],
        params=[Param(xs, "deep")],
        bodies=bodies,
        returns="list",
        what=[
            f"a copy of the nested list {xs} with every integer {said}",
            f"a list nested just like {xs}, but with each integer {said}",
            f"{xs} with each of its integers, at any depth, {said}",
        ],
        do=[
            f"Return {xs}, a list {d.one(*_DEPTH[:2])}, with every integer {said}",
            f"Make a copy of {xs} in which each integer, however deep, is {said}",
            f"Rebuild the nested list {xs} with the same shape, but every number {said}",
        ],
        sentences=[
            f"Given {xs}, a list of integers and further lists, return the same structure with every integer {said}.",
            f"The nesting of {xs} stays as it is, and every integer in it is {said}.",
            f"Go through {xs} and all lists inside it; in the new list, each integer is {said}.",
            f"What does the nested list {xs} look like with every integer {said}?",
        ],
    )  # fmt: skip


def _depth(d: Draw) -> Sketch:
    """How deep lists are nested, and what holds at all depths."""
    xs, x, t = d.name(_DATA), d.name(_ELEMENTS), d.name("target wanted k")
    test = _is_list(d, x)
    form = d.number(0, 5)
    if form < 3:
        flat = d.one(1, 1, 1, 0)
        guard = f"if not isinstance({xs}, list):\n    return {flat - 1}\n"
        loose = flat == 1 and d.chance(0.8)
        if loose:
            bodies = [
                f"{guard}return 1 + max([FN({x}) for {x} in {xs}], default=0)",
                f"{guard}return 1 + max((FN({x}) for {x} in {xs}), default=0)",
                f"{guard}deepest = 0\nfor {x} in {xs}:\n    deepest = max(deepest, FN({x}))\nreturn deepest + 1",
            ]
            return Sketch(
                names=["nesting_depth", "depth", "list_depth", "max_depth", "levels", "how_deep", "nesting_level", "depth_of_nesting"],  # noqa: E501
                params=[Param(xs, "any")],
                bodies=bodies,
                what=[
                    f"how deeply the lists of {xs} are nested",
                    f"the maximum nesting depth of {xs}",
                    f"the number of levels of lists in {xs}",
                ],
                do=[
                    f"Tell how many lists of {xs} are nested in each other",
                    f"Find out how many levels deep {xs} is nested",
                    f"Measure how deep the deepest list in {xs} lies",
                ],
                sentences=[
                    f"How deeply are the lists in {xs} nested?",
                    f"The depth of nesting of {xs}.",
                    f"Given a possibly nested list {xs}, work out its greatest depth.",
                    f"What is the largest number of lists inside one another in {xs}, {xs} itself included?",
                ],
                edge=d.one(
                    "A flat or empty list has depth 1, and what is not a list has depth 0.",
                    "It is 0 for something that is not a list and 1 for a flat list.",
                    "Anything that is not a list counts as 0, a list without lists in it as 1.",
                ),
                inputs=["5", "[]", "[1, [2, [3]]]", "[1, 2]", "[[], [4]]", "[[[0]]]", "[7, [8]]"],
            )  # fmt: skip
        return Sketch(
            names=["nesting_depth", "depth_below", "inner_depth", "extra_levels", "depth", "levels", "how_deep", "max_nesting"],  # noqa: E501
            params=[Param(xs, "deep")],
            bodies=[
                f"depths = [FN({x}) {'+ 1 ' if not flat else ''}for {x} in {xs} if {test}]\nreturn {'max(depths, default=0)' if not flat else '1 + max(depths, default=0)'}"  # noqa: E501
            ],
            what=[
                f"the depth of nesting of {xs}, {flat} for a flat list",
                f"how deeply {xs} is nested, where a list without inner lists has depth {flat}",
                f"the greatest depth of {xs}; a flat list has depth {flat}",
            ],
            do=[
                f"Work out how deep the lists in {xs} go, {flat} if there are no lists inside",
                f"Find the maximum nesting depth of {xs}, counting a flat list as {flat}",
                f"Count the levels of lists {'inside' if not flat else 'in'} {xs}, which makes {flat} for a flat list",
            ],
            sentences=[
                f"How many levels deep is {xs}, if a flat list has {flat}?",
                f"A flat list has depth {flat}, and any other one more than its deepest inner list. Find that of {xs}.",
                f"Given the nested list {xs}, give back its depth. It is {flat} if no element is a list.",
            ],
        )  # fmt: skip
    if form == 3:
        return Sketch(
            names=["contains_deep", "deep_in", "nested_contains", "occurs_in_nested", "is_inside", "deep_contains", "in_nested", "deep_search"],  # noqa: E501
            params=[Param(xs, "deep"), Param(t, "int")],
            bodies=[
                f"for {x} in {xs}:\n    if {x} == {t} or {test} and FN({x}, {t}):\n        return True\nreturn False",
                f"for {x} in {xs}:\n    if {test}:\n        if FN({x}, {t}):\n            return True\n    elif {x} == {t}:\n        return True\nreturn False",  # noqa: E501
            ],
            returns="bool",
            whether=[
                f"{t} occurs in {xs} or in any list inside it, at any depth",
                f"{t} is found on any level of the nested list {xs}",
                f"the nested list {xs} contains {t} somewhere, no matter how deep",
                f"{xs} has {t} as an element, or one of the lists inside it does, however deep",
            ],
            do=[f"Look for {t} in {xs} and, at any depth, in its inner lists: True if it is there, False if not"],
            sentences=[
                f"Is {t} anywhere in {xs}, lists inside lists included?",
                f"Search {xs} and all lists nested in it for {t}, and tell if it is there.",
                f"Does {t} turn up in {xs} or in any of its inner lists, at any level?",
                f"Given a nested list {xs}, True if some element at any depth equals {t}, else False.",
            ],
            inputs=["[1, [2, [3]]], 3", "[1, [2]], 5", "[], 0", "[[4]], 4", "[4, [5]], 4"],
        )  # fmt: skip
    sign, many, ok = d.one((">", "largest", "max"), ("<", "smallest", "min"))
    fn = ok
    return Sketch(
        names=f"deep_{fn} nested_{fn} {many}_nested {fn}_of_all {fn}_deep {many}_of_all recursive_{fn} find_{many}".split(),  # noqa: E501
        params=[Param(xs, "deep")],
        bodies=[
            f"return {fn}(FN({x}) if {test} else {x} for {x} in {xs})",
            f"best = None\nfor {x} in {xs}:\n    if {test}:\n        {x} = FN({x})\n    if best is None or {x} {sign} best:\n        best = {x}\nreturn best",  # noqa: E501
        ],
        what=[
            f"the {many} integer in the nested list {xs}, in which no list is empty",
            f"the {fn}imum of all numbers at any depth of {xs}, which has no empty lists",
            f"the {many} number anywhere in {xs}, a list of integers and non-empty lists",
        ],
        do=[
            f"Find the {many} integer in {xs} and the lists inside it, none of which is empty",
            f"Look through all levels of the nested list {xs} for its {many} number",
            f"Pick out the {many} of all integers in {xs}, however deep they are nested",
        ],
        sentences=[
            f"Which number is the {many} in {xs}, inner lists at any depth included? No list is empty.",
            f"Given a nested list {xs} without empty lists, give back the {many} integer on any level.",
            f"Go through {xs} and all of its inner lists, and return the {many} number found.",
        ],
        inputs=["[1, [9, [3]]]", "[[4]]", "[[-1, -5], 0]", "[2, [3], [[7, 1]]]", "[5]", "[[1, 2], [[-3]]]", "[8, [8]]"],
    )


FAMILIES = (Family("deep_lists", ((_total, 3), (_flat, 3), (_depth, 3), (subsets, 3), (by_first, 2))),)
