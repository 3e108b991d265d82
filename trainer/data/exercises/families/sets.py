"""Duplicates, and what two lists have in common."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.duplicates import reduced, repeated
from trainer.data.exercises.families.set_operations import two_sets
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Sketch
from trainer.data.exercises.sources import ints, words

__all__ = ["FAMILIES"]


def _unique(d: Draw) -> Sketch:
    source = ints(d, "few") if d.chance(0.7) else words(d)
    xs, x = source.code, source.element
    one, many, where = source.one, source.many, source.where
    inside = where.replace(" of ", " in ")
    item = "int" if source.of == "int" else "str"
    seen, out = d.name("seen known visited"), d.name("result out unique")
    k = d.number(2, 3)
    walk = f"{out} = []\nfor {x} in {xs}:\n    if {x} not in {out}:\n        {out}.append({x})\nreturn {out}"
    two = f"{seen} = set()\n{out} = []\nfor {x} in {xs}:\n    if {x} not in {seen}:\n        {seen}.add({x})\n        {out}.append({x})\nreturn {out}"  # noqa: E501
    once = {
        "what": [
            f"the {many}{where} without duplicates, in order of first appearance",
            f"all unique {many}{where}, in the order in which they first appear",
            f"all distinct {many}{where}, in their original order",
            f"a copy of {xs} without its later repeats",
        ],
        "do": [
            f"Drop repeated {many} from {xs}, keeping the first of each",
            f"Remove the duplicates from {xs}, preserving the order of first occurrence",
            f"Get rid of every {one} that has come earlier in {xs}",
            f"List each different {one}{where} once, in order of first appearance",
            f"Strip out the {many}{where} that were already there before",
            f"Deduplicate {xs} without changing the order",
        ],
        "sentences": [
            f"Which different {many} are in {xs}? List them in the order in which they first turn up.",
            f"Go through {xs} and keep each {one} only the first time that it is seen.",
            f"Given {xs}, throw away the repeats so that only the first of equal {many} stays.",
            f"If one of the {many} occurs several times in {xs}, only its first occurrence is kept.",
        ],
    }
    bodies, said, names, returns = d.one(
        (
            [walk, two, f"return list(dict.fromkeys({xs}))"],
            once,
            "unique distinct without_duplicates deduplicate drop_duplicates remove_duplicates uniq remove_repeats",
            f"list[{item}]",
        ),
        (
            [walk, two],
            once,
            "dedupe keep_first unique_items remove_duplicates unique_in_order strip_repeats delete_duplicates no_repeats",  # noqa: E501
            f"list[{item}]",
        ),
        (
            [f"return sorted(set({xs}))"],
            {
                "what": [
                    f"the different {many}{where} in ascending order",
                    f"the sorted list of the distinct {many}{where}",
                    f"the unique {many}{where}, sorted" + (" from smallest to largest" if item == "int" else ""),
                    f"a sorted copy of {xs} without duplicates",
                ],
                "do": [
                    f"Sort the {many}{where} in ascending order, leaving out repeats",
                    f"List each different {one}{where} once, in ascending order",
                    f"Arrange the distinct {many}{where} in increasing order",
                ],
                "sentences": [
                    f"Which different {many} are in {xs}? Give them back sorted.",
                    f"Get rid of the duplicates in {xs} and sort what is left.",
                    f"Every {one} in {xs} exactly once, in ascending order.",
                    f"Given {xs}, return its distinct {many} as a sorted list.",
                    f"Put {xs} in order and throw away the repeated {many}, so that each stays once.",
                ],
            },
            "sorted_unique unique_sorted sort_distinct sorted_set distinct_sorted sort_and_dedupe sort_unique sorted_distinct",  # noqa: E501
            f"list[{item}]",
        ),
        (
            [
                f"return len(set({xs}))",
                f"{seen} = []\nfor {x} in {xs}:\n    if {x} not in {seen}:\n        {seen}.append({x})\nreturn len({seen})",  # noqa: E501
            ],
            {
                "what": [
                    f"the number of different {many}{where}",
                    f"how many different {many} are in {xs}",
                    f"the count of distinct {many}{where}",
                    f"the number of {many}{where} when equal ones are counted only once",
                    f"the size of the set of the {many}{where}",
                ],
                "do": [
                    f"Count the distinct {many}{where}",
                    f"Count the {many}{where}, but no value twice",
                    f"Work out how many different {many} occur in {xs}",
                ],
                "sentences": [
                    f"How many different {many} are there{inside}?",
                    f"How many {many} are left when the duplicates are removed from {xs}?",
                    f"The length that {xs} would have without duplicates.",
                    f"Count the {many}{where}; those that occur several times count as one.",
                ],
            },
            "count_distinct count_unique distinct_count number_of_distinct num_unique n_unique count_different how_many_distinct",  # noqa: E501
            "int",
        ),
        (
            [
                f"return len(set({xs})) != len({xs})",
                f"{seen} = set()\nfor {x} in {xs}:\n    if {x} in {seen}:\n        return True\n    {seen}.add({x})\nreturn False",  # noqa: E501
            ],
            {
                "whether": [
                    f"some {one} occurs more than once in {xs}",
                    f"{xs} contains duplicates",
                    f"at least two of the {many}{where} are equal",
                    f"any of the {many}{where} is repeated",
                    f"the same {one} appears twice or more in {xs}",
                    f"not all {many}{where} are different",
                    f"there are duplicate {many} in {xs}",
                ],
                "do": [f"Look for duplicates in {xs}: True if there are any, False if not"],
                "sentences": [
                    f"Are there any duplicates in {xs}?",
                    f"Does any {one} occur more than once{inside}?",
                    f"False if all {many}{where} are different, True if one of them comes up again.",
                    f"Find out if something in {xs} is there more than once.",
                ],
            },
            "has_duplicates any_repeated contains_duplicate has_repeats has_duplicate any_duplicates any_twice not_unique",  # noqa: E501
            "bool",
        ),
        (
            [
                f"return len(set({xs})) == len({xs})",
                f"{seen} = []\nfor {x} in {xs}:\n    if {x} in {seen}:\n        return False\n    {seen}.append({x})\nreturn True",  # noqa: E501
            ],
            {
                "whether": [
                    f"all {many} of {xs} are different",
                    f"{xs} has no duplicates",
                    f"no {one} occurs more than once in {xs}",
                    f"the {many}{where} are all distinct",
                    f"every {one}{where} is unique",
                    f"no two {many}{where} are equal",
                    f"each {one}{where} appears only once",
                ],
                "sentences": [
                    f"Are all {many}{where} different from each other?",
                    f"Is {xs} free of duplicates?",
                    f"False if any {one} comes up twice{inside}, True if none does.",
                    f"Make sure that nothing in {xs} is repeated: True if so, False if something is.",
                ],
            },
            "all_distinct all_unique is_unique no_duplicates are_all_different is_distinct all_different has_no_repeats",  # noqa: E501
            "bool",
        ),
        *repeated(source, seen, out, k),
        *reduced(source, out),
    )
    return Sketch(
        names=names.split(),
        params=source.params,
        bodies=bodies,
        returns=returns,
        inputs=["[1, 1, 2]", "[2, 1, 2, 1]"] if item == "int" else ["['a', 'b', 'a']", "['x', 'x']"],
        **said,
    )


FAMILIES = (Family("sets", ((_unique, 3), (two_sets, 2))),)
