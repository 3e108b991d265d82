"""Lists in lists at any depth, and what is built by taking or leaving each element: recursion over lists."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]

_DATA = "data data items nested values tree xs lst"
_ELEMENTS = "element x item part e value"
_DEPTH = (
    "which may contain further lists at any depth",
    "nested to any depth",
    "with lists inside lists",
    "of numbers and lists",
)


def _is_list(d: Draw, x: str) -> str:
    return d.one(f"isinstance({x}, list)", f"isinstance({x}, list)", f"type({x}) is list")


def _total(d: Draw) -> Sketch:
    """Something added up over all depths."""
    xs, x, t = d.name(_DATA), d.name(_ELEMENTS), d.name("total result count")
    k = d.number(0, 9)
    test = _is_list(d, x)
    what, step, cond, names = d.one(
        ("the sum of all integers in {}", x, "", "nested_sum deep_sum sum_nested total_of_all add_all"),
        ("the sum of all integers in {}", x, "", "sum_deep nested_total recursive_sum sum_all_levels"),
        ("the number of integers in {}", "1", "", "deep_count count_nested count_all nested_length deep_length"),
        ("the sum of the even integers in {}", x, f"{x} % 2 == 0", "sum_even_nested deep_even_sum"),
        ("the number of odd integers in {}", "1", f"{x} % 2 != 0", "count_odd_nested deep_odd_count"),
        ("the sum of the positive integers in {}", x, f"{x} > 0", "sum_positive_nested deep_positive_sum"),
        ("the number of negative integers in {}", "1", f"{x} < 0", "count_negative_nested deep_negatives"),
        (f"how many integers in {{}} are greater than {k}", "1", f"{x} > {k}", "count_large_nested deep_count_above"),
        (f"how often {k} occurs in {{}}", "1", f"{x} == {k}", f"count_{k}_nested occurrences_of_{k}"),
        ("the sum of the squares of all integers in {}", f"{x} * {x}", "", "sum_squares_nested deep_squares"),
        ("the number of lists inside {}", "", "", "count_lists number_of_lists inner_lists"),
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
    how = what.format(where)
    return Sketch(names=names.split(), params=[Param(xs, "deep")], bodies=bodies, what=[how], do=[f"Work out {how}"] if how.startswith("how") else [f"Compute {how}"], inputs=["[1, [2, 3], [[4]]]", "[[], [[]]]", "[-1, [1, [-2]]]"])  # fmt: skip  # noqa: E501


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
            names=[stem, f"{stem}_list", f"{stem}_nested", "unnest" if not cond else f"deep_{stem}"],
            params=[Param(xs, "deep")],
            bodies=bodies,
            returns="list[int]",
            what=[f"one flat list of {said} in {xs}, {d.one(*_DEPTH)}"],
            do=[f"Collect {said} of the list {xs}, {d.one(*_DEPTH)}, in one flat list"],
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
            names=["deep_reverse", "reverse_nested", "reverse_all_levels"],
            params=[Param(xs, "deep")],
            bodies=[
                f"return [FN({x}) if {test} else {x} for {x} in {xs}[::-1]]",
                f"return [FN({x}) if {test} else {x} for {x} in reversed({xs})]",
            ],
            returns="list",
            what=[f"the list {xs} reversed, and all lists inside it reversed too"],
            do=[f"Reverse {xs} and, at any depth, every list inside it"],
        )
    return Sketch(names=[f"{stem}_nested", f"deep_{stem}", f"{stem}_all_levels"], params=[Param(xs, "deep")], bodies=bodies, returns="list", what=[f"a copy of the nested list {xs} with every integer {said}"], do=[f"Return {xs}, a list {d.one(*_DEPTH[:2])}, with every integer {said}"])  # fmt: skip  # noqa: E501


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
                names=["nesting_depth", "depth", "list_depth", "max_depth", "levels", "how_deep"],
                params=[Param(xs, "any")],
                bodies=bodies,
                what=[f"how deeply the lists of {xs} are nested"],
                do=[f"Tell how many lists of {xs} are nested in each other"],
                sentences=[f"How deeply are the lists in {xs} nested?", f"The depth of nesting of {xs}."],
                edge=d.one(
                    "A flat or empty list has depth 1, and what is not a list has depth 0.",
                    "It is 0 for something that is not a list and 1 for a flat list.",
                ),
                inputs=["5", "[]", "[1, [2, [3]]]", "[1, 2]", "[[], [4]]", "[[[0]]]", "[7, [8]]"],
            )
        return Sketch(
            names=["nesting_depth", "depth_below", "inner_depth", "extra_levels"],
            params=[Param(xs, "deep")],
            bodies=[
                f"depths = [FN({x}) {'+ 1 ' if not flat else ''}for {x} in {xs} if {test}]\nreturn {'max(depths, default=0)' if not flat else '1 + max(depths, default=0)'}"  # noqa: E501
            ],
            what=[f"the depth of nesting of {xs}, {'0' if not flat else '1'} for a flat list"],
        )
    if form == 3:
        return Sketch(
            names=["contains_deep", "deep_in", "nested_contains", "occurs_in_nested", "is_inside"],
            params=[Param(xs, "deep"), Param(t, "int")],
            bodies=[
                f"for {x} in {xs}:\n    if {x} == {t} or {test} and FN({x}, {t}):\n        return True\nreturn False",
                f"for {x} in {xs}:\n    if {test}:\n        if FN({x}, {t}):\n            return True\n    elif {x} == {t}:\n        return True\nreturn False",  # noqa: E501
            ],
            returns="bool",
            whether=[f"{t} occurs in {xs} or in any list inside it, at any depth"],
            inputs=["[1, [2, [3]]], 3", "[1, [2]], 5", "[], 0", "[[4]], 4", "[4, [5]], 4"],
        )
    sign, many, ok = d.one((">", "largest", "max"), ("<", "smallest", "min"))
    fn = ok
    return Sketch(names=[f"deep_{fn}", f"nested_{fn}", f"{many}_nested", f"{fn}_of_all"], params=[Param(xs, "deep")], bodies=[f"return {fn}(FN({x}) if {test} else {x} for {x} in {xs})", f"best = None\nfor {x} in {xs}:\n    if {test}:\n        {x} = FN({x})\n    if best is None or {x} {sign} best:\n        best = {x}\nreturn best"], what=[f"the {many} integer in the nested list {xs}, in which no list is empty"], inputs=["[1, [9, [3]]]", "[[4]]", "[[-1, -5], 0]", "[2, [3], [[7, 1]]]", "[5]", "[[1, 2], [[-3]]]", "[8, [8]]"])  # fmt: skip  # noqa: E501


def _subsets(d: Draw) -> Sketch:
    """All ways to leave out, order or cut."""
    xs, rest, s = (
        d.name("items items xs elements things letters"),
        d.name("rest others without tail"),
        d.name("subset s part chosen"),
    )
    form = d.number(0, 7)
    first = f"[{xs}[0]]"
    if form < 3:
        with_first, sized = d.chance(0.2), d.chance(0.25)
        made = f"[{first} + {s} for {s} in {rest}]"
        order = "with" if with_first else "without"
        if sized:
            bodies = [f"if not {xs}:\n    return 1\nreturn 2 * FN({xs}[1:])", f"return 2 ** len({xs})"]
            return Sketch(
                names=["count_subsets", "number_of_subsets", "subset_count"],
                params=[Param(xs, "ints")],
                bodies=bodies[::-1],
                what=[f"the number of sub-lists that can be made of {xs} by leaving out some, all or no items"],
            )
        return Sketch(
            names=["all_subsets", "subsets", "power_set", "sublists", "all_selections", "leave_some_out"],
            params=[Param(xs, "ints")],
            bodies=[
                f"if not {xs}:\n    return [[]]\n{rest} = FN({xs}[1:])\nreturn {f'{made} + {rest}' if with_first else f'{rest} + {made}'}"  # noqa: E501
            ],
            returns="list[list[int]]",
            what=[f"the list of all sub-lists of {xs} that arise by leaving out some items"],
            do=[
                f"List all sub-lists that can be made by leaving out some of {xs}",
                f"Find all subsets of {xs}, each as a list",
            ],
            edge=d.one(
                f"Those {order} the first item come before the others.", f"Begin with those {order} the first item."
            ),
            inputs=["[1, 2]", "[]", "[7]", "[1, 2, 3]", "[3, 3]", "[0, 5]", "[9, 8]"],
        )
    if form == 3:
        return Sketch(
            names=["prefixes", "all_starts", "beginnings"]
            if (front := d.chance(0.6))
            else ["suffixes", "all_ends", "endings"],
            params=[Param(xs, "ints")],
            bodies=[f"return [{xs}[:i] for i in range(len({xs}) + 1)]"]
            if front
            else [f"return [{xs}[i:] for i in range(len({xs}) + 1)]"],
            returns="list[list[int]]",
            what=[
                f"the list of all {'beginnings' if front else 'endings'} of {xs}, from the {'empty to the whole one' if front else 'whole to the empty one'}"  # noqa: E501
            ],
        )
    if form == 4:
        return Sketch(
            names=["all_slices", "runs_of", "contiguous_parts"],
            params=[Param(xs, "ints")],
            bodies=[f"return [{xs}[i:j] for i in range(len({xs})) for j in range(i + 1, len({xs}) + 1)]"],
            returns="list[list[int]]",
            what=[f"the list of all non-empty slices of {xs}, ordered by start and then by end"],
            inputs=["[1, 2]", "[4]", "[]", "[1, 2, 3]", "[6, 6]", "[0, 9, 8]", "[5, 7]"],
        )
    if form == 5:
        return Sketch(
            names=["all_orders", "permutations", "arrangements"],
            params=[Param(xs, "ints")],
            bodies=[
                f"if not {xs}:\n    return [[]]\nresult = []\nfor i in range(len({xs})):\n    for {rest} in FN({xs}[:i] + {xs}[i + 1:]):\n        result.append([{xs}[i]] + {rest})\nreturn result"  # noqa: E501
            ],
            returns="list[list[int]]",
            what=[f"the list of all orders of {xs}, beginning with those that start with its first item"],
            inputs=["[1, 2]", "[]", "[7]", "[3, 2]", "[4, 4]", "[1, 2, 3]", "[0, 5]"],
        )
    t = d.name("target goal total")
    return Sketch(names=["can_sum", "subset_sum", "reaches_target", "can_pay", "some_sum_to"], params=[Param(xs, "nats"), Param(t, "nat")], bodies=[f"if not {xs}:\n    return {t} == 0\nreturn FN({xs}[1:], {t}) or FN({xs}[1:], {t} - {xs}[0])"], returns="bool", whether=[f"some of the numbers in {xs}, each used at most once, add up to {t}"], inputs=["[1, 2, 5], 7", "[4, 4], 5", "[], 0", "[3], 3", "[2, 6], 7", "[1, 1, 1], 3"])  # fmt: skip  # noqa: E501


def _by_first(d: Draw) -> Sketch:
    """Plain list functions written recursively."""
    xs = d.name("xs items numbers values lst")
    head, tail = f"{xs}[0]", f"FN({xs}[1:])"
    k = d.number(2, 9)
    empty, step, what, names, returns = d.one(
        ("0", f"{head} + {tail}", "the sum of {}", "sum_list add_up total", "int"),
        ("1", f"{head} * {tail}", "the product of {}, 1 for an empty list", "product multiply_all", "int"),
        ("0", f"1 + {tail}", "the length of {}", "length count_items size", "int"),
        ("[]", f"{tail} + [{head}]", "the list {} in reverse order", "reverse backwards", "list[int]"),
        ("[]", f"[{head} * {k}] + {tail}", f"a list of all numbers of {{}} times {k}", f"times_{k} scale", "list[int]"),
        ("[]", f"[{head}, {head}] + {tail}", "a list in which every number of {} stands twice", "double_items repeat_each", "list[int]"),  # noqa: E501
        ("0", f"({head} > {k}) + {tail}", f"the number of elements of {{}} above {k}", f"count_above_{k}", "int"),
        ("0", f"{head} - {tail}", "the alternating sum of {}: first minus second plus third and so on", "alternating_sum", "int"),  # noqa: E501
        ("0", f"{head} * {head} + {tail}", "the sum of the squares of {}", "sum_of_squares", "int"),
    )  # fmt: skip
    how = d.one(", computed recursively", ", without a loop", ", by recursion")
    said = what.format(xs)
    return Sketch(names=[f"{name}{end}" for name in names.split() for end in ("", "_recursive", "_rec")], params=[Param(xs, "ints")], bodies=[f"if not {xs}:\n    return {empty}\nreturn {step}"] * 2 + [f"if len({xs}) == 0:\n    return {empty}\nreturn {step}", f"if {xs} == []:\n    return {empty}\nreturn {step}"], returns=returns, do=[f"Return {said}{how}", f"{d.one('Compute', 'Work out', 'Find')} {said}{how}"])  # fmt: skip  # noqa: E501


FAMILIES = (Family("deep_lists", ((_total, 3), (_flat, 3), (_depth, 3), (_subsets, 3), (_by_first, 2))),)
