"""What two lists have in common: intersections, differences, and whether one contains the other."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import LIST_PAIRS
from trainer.data.exercises.folds import truth
from trainer.data.exercises.number_conditions import number_condition
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["two_sets"]


def two_sets(d: Draw) -> Sketch:
    """What two lists have in common, or one has and the other lacks."""
    a, b = d.one(*LIST_PAIRS).split()
    x, out = d.name("x n item value"), d.name("result out common")
    number = d.chance(0.8)
    item, kind = ("int", "few") if number else ("str", "words")
    condition = number_condition(d, compound=0) if number and d.chance(0.35) else None
    extra, note, too, keep = (
        (
            f" and {condition.of(x)}",
            f" and that {condition.many}",
            f" and {condition.many}",
            f", keeping only those that {condition.many}",
        )
        if condition
        else ("", "", "", "")
    )
    test, verbs, names = d.one(
        (
            f"{x} in {b}",
            (f"are also in {b}", f"occur in {b} too", f"appear in {b} as well", f"can be found in {b}"),
            "common intersect shared in_both common_elements shared_items intersection matching",
        ),
        (
            f"{x} not in {b}",
            (f"are not in {b}", f"do not occur in {b}", f"are missing from {b}", f"cannot be found in {b}"),
            "minus difference_of only_in_first without list_difference not_in_second only_first left_over",
        ),
    )
    said = [f"elements of {a} that {verb}" for verb in verbs]
    params = [Param(a, kind), Param(b, kind)]
    loop = f"{out} = []\nfor {x} in {a}:\n    if {test}{extra}:\n        {out}.append({x})\nreturn {out}"
    form = d.number(0, 5)
    if form < 3:
        do = [
            f"Keep only the {said[1]}{note}",
            f"Pick out the {said[0]}{note}",
            f"Collect the {said[3]}{note}, in the order of {a}",
            f"List the items of {a} that {verbs[2]}{note}",
        ]
        if "not" in test:
            do += [
                f"Remove from {a} everything that is in {b}{keep}",
                f"Filter the elements of {b} out of {a}{keep}",
                f"Throw away whatever {b} contains from {a}{keep}",
            ]
        else:
            do += [
                f"Throw away from {a} whatever is not in {b}{keep}",
                f"Remove the elements from {a} that {b} does not contain{keep}",
                f"Find the elements that {a} shares with {b}, in the order of {a}{keep}",
            ]
        return Sketch(
            names=names.split(),
            params=params + list(condition.params if condition else ()),
            bodies=[f"return [{x} for {x} in {a} if {test}{extra}]", loop],
            returns=f"list[{item}]",
            what=[
                f"the list of the {said[0]}{note}, in their order",
                f"a list of the {said[0]}{note}",
                *(f"all {those}{note}, in the order of {a}" for those in said[1:]),
            ],
            do=do,
            sentences=[
                f"Which elements of {a} {verbs[0]}{too}?",
                f"Given {a} and {b}, return the {said[2]}{note}.",
                f"Go through {a} and keep the elements that {verbs[1]}{note}.",
            ],
        )
    if form == 3:
        return Sketch(
            names=[f"count_{name}" for name in names.split()],
            params=params + list(condition.params if condition else ()),
            bodies=[
                f"return sum(1 for {x} in {a} if {test}{extra})",
                f"count = 0\nfor {x} in {a}:\n    if {test}{extra}:\n        count += 1\nreturn count",
            ],
            what=[
                *(f"the number of {those}{note}" for those in said),
                *(f"how many elements of {a} {verb}{too}" for verb in verbs[:2]),
            ],
            do=[
                f"Count the {said[0]}{note}",
                f"Count the items of {a} that {verbs[3]}{note}",
                f"Work out how many elements of {a} {verbs[2]}{too}",
            ],
            sentences=[
                f"How many elements of {a} {verbs[0]}{too}?",
                f"How many of the items in {a} {verbs[2]}{too}?",
                f"Go through {a} and count the elements that {verbs[1]}{note}.",
            ],
        )
    code, said_4, names = d.one(
        (
            f"all({x} in {b} for {x} in {a})",
            {
                "whether": [
                    f"every element of {a} is in {b}",
                    f"{a} is a subset of {b}",
                    f"{b} contains all elements of {a}",
                    f"no element of {a} is missing from {b}",
                    f"everything in {a} also occurs in {b}",
                    f"all items of {a} can be found in {b}",
                ],
                "sentences": [
                    f"Are all elements of {a} in {b}?",
                    f"Is {a} contained in {b}? The order and repeats do not matter.",
                    f"True unless {a} has an element that is not in {b}.",
                    f"Look up each element of {a} in {b}: True if all are there, False if one is missing.",
                ],
            },
            "is_subset contained_in all_in is_contained all_present subset_of every_in includes_all",
        ),
        (
            f"any({x} in {b} for {x} in {a})",
            {
                "whether": [
                    f"{a} and {b} have an element in common",
                    f"at least one element of {a} is also in {b}",
                    f"{a} and {b} share at least one element",
                    f"{a} and {b} overlap, that is, some element is in both",
                    f"some value occurs in both {a} and {b}",
                    f"any of the items of {a} can be found in {b}",
                ],
                "sentences": [
                    f"Do {a} and {b} have anything in common?",
                    f"Is there an element that is in both {a} and {b}?",
                    f"True as soon as one element of {a} turns up in {b}, False if none does.",
                    f"Find out if something from {a} is in {b}.",
                ],
            },
            "overlap share_element have_common any_in has_common_element intersects any_shared has_overlap",
        ),
        (
            f"not any({x} in {b} for {x} in {a})",
            {
                "whether": [
                    f"{a} and {b} have no element in common",
                    f"{a} and {b} are disjoint",
                    f"no element of {a} is in {b}",
                    f"none of the elements of {a} occurs in {b}",
                    f"{a} and {b} share nothing",
                    f"there is no value that both {a} and {b} contain",
                ],
                "sentences": [
                    f"Are {a} and {b} disjoint?",
                    f"Do {a} and {b} have nothing in common?",
                    f"False if any element of {a} turns up in {b}, True if none does.",
                    f"Make sure that nothing from {a} is in {b}: True if so, False if something is.",
                ],
            },
            "disjoint nothing_shared are_disjoint no_overlap is_disjoint nothing_in_common no_common_element none_in",
        ),
        (
            f"set({a}) == set({b})",
            {
                "whether": [
                    f"{a} and {b} contain the same elements, in any order and number",
                    f"{a} and {b} are equal as sets",
                    f"{a} and {b} have the same distinct elements",
                    f"{a} and {b} are the same apart from order and repeats",
                    f"every element of {a} is in {b} and every element of {b} is in {a}",
                    f"nothing is in just one of {a} and {b}",
                ],
                "sentences": [
                    f"Do {a} and {b} consist of the same values? Order and repeats do not matter.",
                    f"Compare {a} and {b} as sets: True if they are equal.",
                    f"Without duplicates and in any order, are {a} and {b} the same?",
                    f"False if one of {a} and {b} has a value that the other lacks, True if not.",
                ],
            },
            "same_elements equal_sets equal_as_sets same_set set_equal same_values sets_match same_distinct",
        ),
        (
            f"sorted({a}) == sorted({b})",
            {
                "whether": [
                    f"{a} and {b} contain the same elements, each as often",
                    f"{b} is a permutation of {a}",
                    f"{a} is a rearrangement of {b}",
                    f"{a} and {b} are equal when the order is ignored",
                    f"{a} and {b} are the same after sorting",
                    f"each value occurs in {a} exactly as many times as in {b}",
                ],
                "sentences": [
                    f"Is {b} just {a} in another order?",
                    f"Do {a} and {b} have the same elements with the same counts, in whatever order?",
                    f"Sort {a} and {b} and tell if they are equal.",
                    f"True if {a} can be reordered to give {b}, else False.",
                ],
            },
            "is_permutation same_items is_rearrangement equal_unordered same_multiset are_permutations equal_when_sorted is_reordering",  # noqa: E501
        ),
    )
    if form == 4:
        return Sketch(
            names=names.split(),
            params=params,
            bodies=truth(d, code),
            returns="bool",
            inputs=["[1, 2], [2, 1, 3]", "[1], [2]", "[1, 2], [2, 1]", "[1, 2], [2, 3]"]
            if number
            else ["['a'], ['a', 'b']", "['a'], ['b']"],
            **said_4,
        )
    code, those, sentences, names = d.one(
        (
            f"sorted(set({a}) & set({b}))",
            (
                f"the different elements that are in both {a} and {b}",
                f"the distinct elements that {a} and {b} have in common",
                f"the unique values shared by {a} and {b}",
            ),
            [
                f"The intersection of {a} and {b} as a sorted list without duplicates.",
                f"What do {a} and {b} have in common? List each value once, in ascending order.",
                f"Intersect {a} with {b} and sort the result; no value is repeated.",
                f"Keep only what is in {a} as well as in {b}, sorted and without repeats.",
            ],
            "intersection common_sorted sorted_common sorted_intersection shared_values common_values in_both_sorted set_intersection",  # noqa: E501
        ),
        (
            f"sorted(set({a}) | set({b}))",
            (
                f"the different elements that are in {a} or {b}",
                f"the distinct elements of {a} and {b} taken together",
                f"the unique values that occur in at least one of {a} and {b}",
            ),
            [
                f"The union of {a} and {b} as a sorted list without duplicates.",
                f"Which values are in {a}, in {b} or in both? List each once, in ascending order.",
                f"Merge {a} and {b}, drop the duplicates and sort the rest.",
                f"Everything from {a} and from {b}, each value only once, sorted.",
            ],
            "union_of all_elements union sorted_union merge_unique set_union combine_distinct all_values",
        ),
        (
            f"sorted(set({a}) - set({b}))",
            (
                f"the different elements of {a} that are not in {b}",
                f"the distinct elements that {a} has and {b} lacks",
                f"the unique values of {a} that do not occur in {b}",
            ),
            [
                f"The set difference of {a} and {b} (in {a}, not in {b}) as a sorted list.",
                f"What is in {a} but not in {b}? List each value once, in ascending order.",
                f"Take everything in {b} away from {a}; sort what is left and drop its repeats.",
                f"Which values of {a} are missing from {b}? Sorted, each only once.",
            ],
            "set_minus set_difference sorted_difference subtract_sets only_in_first difference_sorted missing_values difference",  # noqa: E501
        ),
        (
            f"sorted(set({a}) ^ set({b}))",
            (
                f"the different elements that are in exactly one of {a} and {b}",
                f"the distinct elements that {a} and {b} do not share",
                f"the unique values that occur in {a} or in {b} but not in both",
            ),
            [
                f"The symmetric difference of {a} and {b} as a sorted list without duplicates.",
                f"Which values are in only one of {a} and {b}? List each once, in ascending order.",
                f"Put {a} and {b} together, without what is in both; sorted, each value once.",
                f"In {a} but not in {b}, or the other way round: list these values once each, sorted.",
            ],
            "symmetric_difference in_one_only not_shared exclusive_elements in_exactly_one either_not_both set_xor unshared",  # noqa: E501
        ),
    )
    return Sketch(
        names=names.split(),
        params=params,
        bodies=[f"return {code}"],
        returns=f"list[{item}]",
        what=[
            *(f"the sorted list of {them}" for them in those),
            f"a sorted list of {those[0]}",
            f"an ascending list of {those[1]}",
        ],
        do=[f"List {those[2]}, in increasing order", f"Find {those[0]}, sorted in ascending order"],
        sentences=sentences,
    )
