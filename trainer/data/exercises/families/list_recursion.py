"""Recursion over flat lists: all ways to leave out, order or cut, and plain list functions."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["by_first", "subsets"]


def subsets(d: Draw) -> Sketch:
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
                names=["count_subsets", "number_of_subsets", "subset_count", "how_many_subsets", "num_subsets", "count_selections", "power_set_size", "ways_to_choose"],  # noqa: E501
                params=[Param(xs, "ints")],
                bodies=bodies[::-1],
                what=[
                    f"the number of sub-lists that can be made of {xs} by leaving out some, all or no items",
                    f"how many ways there are to take or leave each item of {xs}",
                    f"the size of the power set of {xs}, with equal items treated as different",
                ],
                do=[
                    f"Count the ways to choose any number of the items of {xs}, none and all included",
                    f"Work out how many selections, the empty one included, can be made from the items of {xs}",
                ],
                sentences=[
                    f"How many sub-lists arise if each item of {xs} is either kept or left out?",
                    f"Each item of {xs} is taken or not. In how many ways can that be done?",
                    f"Given {xs}, how many subsets does it have, if all items count as different?",
                ],
            )  # fmt: skip
        return Sketch(
            names=["all_subsets", "subsets", "power_set", "sublists", "all_selections", "leave_some_out", "powerset"],
            params=[Param(xs, "ints")],
            bodies=[
                f"if not {xs}:\n    return [[]]\n{rest} = FN({xs}[1:])\nreturn {f'{made} + {rest}' if with_first else f'{rest} + {made}'}"  # noqa: E501
            ],
            returns="list[list[int]]",
            what=[f"the list of all sub-lists of {xs} that arise by leaving out some, all or no items"],
            do=[
                f"List all sub-lists that can be made by leaving out some of {xs}",
                f"Find all subsets of {xs}, each as a list",
                f"Generate the power set of {xs} as a list of lists",
                f"Build every list that is left when any number of the items of {xs} is left out",
            ],
            sentences=[
                f"Which lists can be made from {xs} by taking or leaving each item? The empty one is among them.",
                f"All ways to choose items of {xs}, as lists: from none of them to all.",
                f"Given a list {xs}, list all selections of its items in their order.",
            ],
            edge=d.one(
                f"Those {order} the first item come before the others.", f"Begin with those {order} the first item."
            ),
            inputs=["[1, 2]", "[]", "[7]", "[1, 2, 3]", "[3, 3]", "[0, 5]", "[9, 8]"],
        )
    if form == 3:
        front = d.chance(0.6)
        size, ends = ("shortest first, with the empty list and all of it", f"0 to len({xs})") if front else ("longest first, with all of it and the empty list", f"len({xs}) down to 0")  # fmt: skip  # noqa: E501
        return Sketch(
            names=["prefixes", "all_starts", "beginnings", "all_prefixes", "list_prefixes", "starts", "get_prefixes", "initial_parts"]  # noqa: E501
            if front
            else ["suffixes", "all_ends", "endings", "all_suffixes", "list_suffixes", "tails", "get_suffixes", "final_parts"],  # noqa: E501
            params=[Param(xs, "ints")],
            bodies=[f"return [{xs}[:i] for i in range(len({xs}) + 1)]"]
            if front
            else [f"return [{xs}[i:] for i in range(len({xs}) + 1)]"],
            returns="list[list[int]]",
            what=[
                f"the list of all {'beginnings' if front else 'endings'} of {xs}, from the {'empty to the whole one' if front else 'whole to the empty one'}",  # noqa: E501
                f"a list of all {'prefixes' if front else 'suffixes'} of {xs}, {size}",
                f"every {'prefix' if front else 'suffix'} of {xs} as a list, {size}",
            ],
            do=[
                f"List all {'prefixes' if front else 'suffixes'} of {xs}, {size}",
                f"Collect the {'first' if front else 'last'} k items of {xs} for every k from {ends}",
                f"Make a list of all slices of {xs} that {'begin' if front else 'end'} where it does, {size}",
            ],
            sentences=[
                f"Which lists arise from {xs} by cutting items off its {'end' if front else 'front'}? Return them all, {size}.",  # noqa: E501
                f"Start with {f'the empty list and add the items of {xs} one by one' if front else f'{xs} and drop its first item until nothing is left'}; list every stage.",  # noqa: E501
            ],
        )  # fmt: skip
    if form == 4:
        return Sketch(
            names=["all_slices", "runs_of", "contiguous_parts", "all_subarrays", "subarrays", "sublists", "consecutive_parts", "get_slices"],  # noqa: E501
            params=[Param(xs, "ints")],
            bodies=[f"return [{xs}[i:j] for i in range(len({xs})) for j in range(i + 1, len({xs}) + 1)]"],
            returns="list[list[int]]",
            what=[
                f"the list of all non-empty slices of {xs}, ordered by start and then by end",
                f"a list of all contiguous sub-lists of {xs}, by start and, for the same start, from short to long",
                f"every non-empty subarray of {xs}, ordered by where it starts and then by its length",
            ],
            do=[
                f"List every run of one or more neighbouring items of {xs}, sorted by start and then by length",
                f"Cut out all non-empty contiguous parts of {xs}, ordered by start and then by end",
            ],
            sentences=[
                f"Which parts of {xs} without gaps are there? List them by start, then by length, but no empty one.",
                f"From each position of {xs} in turn, take 1, 2, 3 and more items up to the end; list all these parts.",
                f"Given {xs}, return all of its subarrays except the empty one, by first index, then by last.",
            ],
            inputs=["[1, 2]", "[4]", "[]", "[1, 2, 3]", "[6, 6]", "[0, 9, 8]", "[5, 7]"],
        )  # fmt: skip
    if form == 5:
        return Sketch(
            names=["all_orders", "permutations", "arrangements", "permute", "all_permutations", "orderings", "get_permutations", "reorderings"],  # noqa: E501
            params=[Param(xs, "ints")],
            bodies=[
                f"if not {xs}:\n    return [[]]\nresult = []\nfor i in range(len({xs})):\n    for {rest} in FN({xs}[:i] + {xs}[i + 1:]):\n        result.append([{xs}[i]] + {rest})\nreturn result"  # noqa: E501
            ],
            returns="list[list[int]]",
            what=[
                f"the list of all orders of {xs}, beginning with those that start with its first item",
                f"a list of all permutations of {xs}, those that begin with its earlier items first",
                f"every possible arrangement of the items of {xs}, starting with {xs} as it is",
            ],
            do=[
                f"List all permutations of {xs}, those with its first item in front before the others",
                f"Generate every ordering of the items of {xs}, in lexicographic order of their positions",
            ],
            sentences=[
                f"In which orders can the items of {xs} stand? First those with its first item in front, and so on.",
                f"Given {xs}, return all its permutations as lists. Take each item as the first in turn.",
                f"Put each item of {xs} in front in turn, followed by every order of the others, and list the results.",
            ],
            inputs=["[1, 2]", "[]", "[7]", "[3, 2]", "[4, 4]", "[1, 2, 3]", "[0, 5]"],
        )  # fmt: skip
    t = d.name("target goal total")
    return Sketch(
        names=["can_sum", "subset_sum", "reaches_target", "can_pay", "some_sum_to", "has_subset_sum", "can_reach", "can_make_total"],  # noqa: E501
        params=[Param(xs, "nats"), Param(t, "nat")],
        bodies=[
            f"if not {xs}:\n    return {t} == 0\nreturn FN({xs}[1:], {t}) or FN({xs}[1:], {t} - {xs}[0])",
        ],
        returns="bool",
        whether=[
            f"some of the numbers in {xs}, each used at most once, add up to {t}",
            f"a subset of {xs}, which may be empty, has the sum {t}",
            f"{t} can be reached by adding numbers from {xs}, none of them more than once",
            f"it is possible to leave out numbers of {xs} so that the rest adds up to {t}",
            f"there is a selection of the numbers in {xs}, possibly none, with a total of {t}",
        ],
        do=[f"Find out if {t} is the sum of some of {xs}, each taken once at most; no numbers make 0"],
        sentences=[
            f"Can {t} be made by adding up some of {xs}, each at most once? No numbers at all make 0.",
            f"Does any choice of numbers from {xs}, even an empty one, sum to exactly {t}?",
            f"Given {xs} and {t}, tell whether some subset, the empty one included, sums to {t}.",
        ],
        inputs=["[1, 2, 5], 7", "[4, 4], 5", "[], 0", "[3], 3", "[2, 6], 7", "[1, 1, 1], 3"],
    )  # fmt: skip


def by_first(d: Draw) -> Sketch:
    """Plain list functions written recursively."""
    xs = d.name("xs items numbers values lst")
    head, tail = f"{xs}[0]", f"FN({xs}[1:])"
    k = d.number(2, 9)
    empty, step, what, asked, names, returns = d.one(
        ("0", f"{head} + {tail}", "the sum of {}", "What do the numbers in {} add up to, 0 if there are none", "sum_list add_up total sum_of add_all", "int"),  # noqa: E501
        ("1", f"{head} * {tail}", "the product of {}, 1 for an empty list", "What do you get by multiplying all numbers in {} together, 1 if there are none", "product multiply_all product_of multiply_list", "int"),  # noqa: E501
        ("0", f"1 + {tail}", "the length of {}", "How many items are there in {}", "length count_items size list_length how_many", "int"),  # noqa: E501
        ("[]", f"{tail} + [{head}]", "the list {} in reverse order", "What does {} look like from back to front", "reverse backwards reverse_list flip", "list[int]"),  # noqa: E501
        ("[]", f"[{head} * {k}] + {tail}", f"a list of all numbers of {{}} times {k}", f"What is the list of the numbers in {{}}, each multiplied by {k}", f"times_{k} scale multiply_by_{k} scale_list", "list[int]"),  # noqa: E501
        ("[]", f"[{head}, {head}] + {tail}", "a list in which every number of {} stands twice", "What does {} look like with each number repeated once right after itself", "double_items repeat_each twice_each duplicate_items", "list[int]"),  # noqa: E501
        ("0", f"({head} > {k}) + {tail}", f"the number of elements of {{}} above {k}", f"How many numbers in {{}} are greater than {k}", f"count_above_{k} count_greater_than_{k} how_many_above_{k}", "int"),  # noqa: E501
        ("0", f"{head} - {tail}", "the alternating sum of {}: first minus second plus third and so on", "What is the first of {} minus the second plus the third and so on, 0 for an empty list", "alternating_sum plus_minus alternate_signs", "int"),  # noqa: E501
        ("0", f"{head} * {head} + {tail}", "the sum of the squares of {}", "What do the squares of the numbers in {} add up to", "sum_of_squares square_sum add_squares sum_squares", "int"),  # noqa: E501
    )  # fmt: skip
    how = d.one(", computed recursively", ", without a loop", ", by recursion")
    said, question = what.format(xs), asked.format(xs)
    return Sketch(
        names=[f"{name}{end}" for name in names.split() for end in ("", "_recursive", "_rec")],
        params=[Param(xs, "ints")],
        bodies=[f"if not {xs}:\n    return {empty}\nreturn {step}"] * 2
        + [
            f"if len({xs}) == 0:\n    return {empty}\nreturn {step}",
            f"if {xs} == []:\n    return {empty}\nreturn {step}",
        ],
        returns=returns,
        do=[
            f"Return {said}{how}",
            f"{d.one('Compute', 'Work out', 'Find')} {said}{how}",
            f"Use recursion to {'find' if returns == 'int' else 'make'} {said}",
        ],
        sentences=[
            f"{question}? Answer recursively.",
            f"{question}? Let the function call itself on the rest of the list.",
            f"Recursively {'compute' if returns == 'int' else 'build'} {said}.",
            f"Given {xs}, return {said}. Do it with recursion instead of a loop.",
            f"A recursive function for {said}.",
            f"Without a loop: {said}.",
        ],
    )
