"""Duplicates, and what two lists have in common."""

from __future__ import annotations

from trainer.data.exercises.conditions import number_condition
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import LIST_PAIRS
from trainer.data.exercises.family import Family
from trainer.data.exercises.folds import truth
from trainer.data.exercises.sketch import Param, Sketch
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
    times, more = {2: ("twice", "more than once"), 3: ("three times", "more than twice")}[k]
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
        (
            [
                f"return [{x} for {x} in {xs} if {xs}.count({x}) == 1]",
                f"{out} = []\nfor {x} in {xs}:\n    if {xs}.count({x}) == 1:\n        {out}.append({x})\nreturn {out}",
            ],
            {
                "what": [
                    f"the {many}{where} that occur exactly once",
                    f"the {many} that are not repeated anywhere in {xs}",
                    f"only the {many}{where} that appear a single time",
                    f"all {many}{where} of which there is no second copy, in their order",
                ],
                "do": [
                    f"Remove all copies of every {one} that occurs more than once in {xs}",
                    f"Keep only the {many}{where} that occur a single time",
                    f"Pick out the {many}{where} that occur once and no more",
                    f"Filter {xs} down to the {many} that appear exactly once",
                ],
                "sentences": [
                    f"Which {many} occur just once in {xs}?",
                    f"The {many} of {xs} whose count is 1, in their order.",
                    f"Given {xs}, leave out everything that occurs two or more times.",
                    f"Throw away each {one} of {xs} that has a duplicate, together with its duplicates.",
                ],
            },
            "singles only_once occurring_once non_repeated without_repeated unrepeated keep_singles appear_once",
            f"list[{item}]",
        ),
        (
            [f"return sorted(set({x} for {x} in {xs} if {xs}.count({x}) >= {k}))"],
            {
                "what": [
                    f"the different {many}{where} that occur at least {k} times, in ascending order",
                    f"the distinct {many}{where} with {k} or more occurrences, sorted",
                    f"the sorted list of the {many}{where} that appear {times} or more, each listed once",
                    f"the {many}{where} that occur {more}, in ascending order and each only once",
                    f"the {many} whose count in {xs} is at least {k}, sorted and without repeats",
                ],
                "do": [
                    f"Find the {many} that are in {xs} at least {times}, each listed once, in ascending order",
                    f"List in ascending order, and once each, the {many}{where} that occur {more}",
                ],
                "sentences": [
                    f"Which {many} occur at least {times} in {xs}? List each once, sorted.",
                    f"Each {one} that is found {more} in {xs} is listed once, in increasing order.",
                    f"Look for the {many} that {xs} has {times} or more, and return them sorted, without repeats.",
                ],
            },
            f"repeated at_least_{k}_times find_duplicates frequent min_{k}_occurrences occurring_{k}_times frequent_{many} sorted_repeated",  # noqa: E501
            f"list[{item}]",
        ),
        (
            [f"for {x} in {xs}:\n    if {xs}.count({x}) == 1:\n        return {x}\nreturn None"],
            {
                "what": [
                    f"the first {one}{where} that occurs exactly once, None if there is none",
                    f"the first non-repeating {one}{where}, or None if every {one} is repeated",
                    f"the earliest {one}{where} without a duplicate, None if all have one",
                    f"the first {one}{where} that is unique, None when nothing is unique",
                ],
                "do": [
                    f"Find the first {one}{where} that is never repeated, or None",
                    f"Look for the first {one}{where} with a count of 1, None if there is none",
                ],
                "sentences": [
                    f"Which {one} is the first that appears only once in {xs}? None if there is none.",
                    f"The first {one} of {xs} that comes up neither before nor later in it, else None.",
                    f"Go through {xs} and stop at the first {one} that it has only once. None if that never happens.",
                    f"Given {xs}, return the first {one} that has no other copy in it, or None.",
                ],
            },
            "first_unique first_non_repeating first_single first_unrepeated first_once find_first_unique first_without_repeat first_singleton",  # noqa: E501
            f"{item} | None",
        ),
        (
            [
                f"{seen} = []\nfor {x} in {xs}:\n    if {x} in {seen}:\n        return {x}\n    {seen}.append({x})\nreturn None"  # noqa: E501
            ],
            {
                "what": [
                    f"the first {one}{where} that occurred before, None if there is none",
                    f"the first {one}{where} that equals an earlier one, None if all are different",
                    f"the {one}{where} whose second occurrence comes first, None if nothing is repeated",
                    f"the first {one} that is met for the second time on the way through {xs}, or None",
                ],
                "do": [
                    f"Find the first {one}{where} that has been there before, or None",
                    f"Look for the first {one}{where} that repeats an earlier one, None if there is none",
                ],
                "sentences": [
                    f"Which {one} is the first to come up a second time in {xs}? None if all are different.",
                    f"Go through {xs} and stop at the first {one} already seen. None if that never happens.",
                    f"Going through {xs}, which {one} repeats first? None without repeats.",
                    f"Given {xs}, return the {one} that is the first to appear again, or None if none does.",
                ],
            },
            "first_repeat first_duplicate first_repeated find_first_repeat first_seen_twice first_recurring earliest_repeat first_already_seen",  # noqa: E501
            f"{item} | None",
        ),
        (
            [f"return len({xs}) - len(set({xs}))"],
            {
                "what": [
                    f"how many {many}{where} repeat an earlier one",
                    f"the number of {many}{where} that have come before",
                    f"how many {many} have to be removed from {xs} so that no duplicates are left",
                    f"by how much the length of {xs} exceeds the number of different {many} in it",
                    f"the number of surplus copies (all but the first of equal {many}) in {xs}",
                ],
                "do": [
                    f"Count the {many}{where} that are equal to an earlier one",
                    f"Count the repeats in {xs}, where the first occurrence of each {one} is not a repeat",
                ],
                "sentences": [
                    f"How many {many} does removing the duplicates from {xs} throw away?",
                    f"How much shorter does {xs} get when every {one} is kept only once?",
                    f"How many of the {many}{where} were already there before?",
                    f"The difference between the length of {xs} and its number of distinct {many}.",
                ],
            },
            "count_duplicates count_repeats number_of_repeats num_duplicates duplicate_count surplus_copies extra_copies how_many_repeats",  # noqa: E501
            "int",
        ),
        (
            [f"return set({xs})", f"{out} = set()\nfor {x} in {xs}:\n    {out}.add({x})\nreturn {out}"],
            {
                "what": [
                    f"the set of the {many}{where}",
                    f"a set with every {one} of {xs}",
                    f"the {many}{where} as a set",
                    f"the distinct {many}{where} in a set",
                    f"{xs} converted to a set",
                ],
                "do": [
                    f"Turn {xs} into a set",
                    f"Convert {xs} to a set",
                    f"Put all {many}{where} into a set",
                    f"Make a set out of the {many}{where}",
                    f"Collect the different {many}{where} in a set",
                ],
                "sentences": [
                    f"Which {many} occur in {xs}? The answer is a set.",
                    f"Given {xs}, build the set of its {many}.",
                ],
            },
            "to_set as_set make_set list_to_set set_of set_from_list build_set collect_set",
            f"set[{item}]",
        ),
        (
            [f"return max(set({xs}), key={xs}.count) if len(set({xs})) == 1 else None"],
            {
                "what": [
                    f"the only value that occurs{inside or ' in the list'}, None if there are several or none",
                    f"the value that all {many}{where} share, None if they differ or there are none",
                    f"the single distinct {one} of {xs}, or None if {xs} is empty or has several",
                    f"the {one} that {xs} consists of if all are equal; None if they are not or {xs} is empty",
                ],
                "do": [
                    f"Find the one value that all {many}{where} have, None if they differ or {xs} is empty",
                    f"Give back the common value if all {many}{where} are equal, else None (also if {xs} is empty)",
                ],
                "sentences": [
                    f"If {xs} holds just one distinct {one}, return it, otherwise return None.",
                    f"Are all {many}{where} the same? Then return that {one}; if not, or if {xs} is empty, None.",
                    f"Which {one} fills the whole of {xs}? None if {xs} is empty or mixed.",
                    f"None unless {xs} is made up of a single value (any number of times), which is then returned.",
                ],
            },
            "single_value only_value common_value the_only_value shared_value sole_value uniform_value value_if_all_equal",  # noqa: E501
            f"{item} | None",
        ),
        (
            [
                f"{out} = []\nfor {x} in {xs}:\n    if not {out} or {out}[-1] != {x}:\n        {out}.append({x})\nreturn {out}"  # noqa: E501
            ],
            {
                "what": [
                    f"the {many}{where}, where runs of equal ones are cut to one",
                    f"the {many}{where} without consecutive duplicates, keeping one of each run",
                    f"{xs} with every run of equal neighbours replaced by a single {one}",
                    f"the {many}{where} that are not equal to the one right before them",
                ],
                "do": [
                    f"Remove consecutive duplicates from {xs}, so that one of each run stays",
                    f"Squeeze each run of equal {many}{where} into one",
                    f"Drop every {one}{where} that equals the one just before it",
                    f"Collapse equal neighbours in {xs} to a single {one}",
                ],
                "sentences": [
                    f"Where the same {one} stands several times in a row in {xs}, keep only one of them.",
                    f"Only adjacent duplicates of {xs} are merged into one; equal {many} further apart all stay.",
                    f"Squash repeated {many} next to each other in {xs} into one.",
                ],
            },
            "squeeze_runs collapse remove_adjacent_duplicates compress_runs merge_runs collapse_runs squeeze drop_consecutive_repeats",  # noqa: E501
            f"list[{item}]",
        ),
        (
            [f"return {{{x} for {x} in {xs} if {xs}.count({x}) > 1}}"],
            {
                "what": [
                    f"the set of the {many}{where} that occur more than once",
                    f"a set of the repeated {many}{where}",
                    f"the duplicates{inside or f' in {xs}'} as a set",
                    f"a set of all {many}{where} with two or more occurrences",
                ],
                "do": [
                    f"Find the {many} that occur at least twice in {xs}, as a set",
                    f"Collect the {many}{where} that have a duplicate in a set",
                    f"Put the {many}{where} that are not unique into a set",
                ],
                "sentences": [
                    f"Which {many} are in {xs} more than once? The answer is a set.",
                    f"Given {xs}, return the set of those {many} that are there twice or more.",
                    f"All {many} of {xs} whose count is above 1, as a set.",
                    f"Pick out the {many} that come up again in {xs} and return them in a set.",
                ],
            },
            "duplicates_set repeated_set set_of_duplicates set_of_repeated duplicates find_repeated get_duplicates more_than_once",  # noqa: E501
            f"set[{item}]",
        ),
        (
            [
                f"return max({xs}, key={xs}.count) if {xs} else None",
                f"best = None\nfor {x} in {xs}:\n    if best is None or {xs}.count({x}) > {xs}.count(best):\n        best = {x}\nreturn best",  # noqa: E501
            ],
            {
                "what": [
                    f"the most frequent {one}{where}, the first of several, None if there is none",
                    f"the mode of {xs}: its most common {one}, the first one in a tie, None for an empty list",
                    f"the {one}{where} that occurs most often (the earliest if several do), None if {xs} is empty",
                    f"the {one}{where} with the highest count, or None for an empty list; the first one wins a tie",
                ],
                "do": [
                    f"Find the most common {one}{where}, the first of them in a tie, None if {xs} is empty",
                    f"Pick the {one}{where} that appears the most times, the earliest if tied, None if {xs} is empty",
                ],
                "sentences": [
                    f"Which {one} comes up most often in {xs}? The first of several, None if {xs} is empty.",
                    f"Nothing in {xs} is more frequent than the result; if tied it is the first, if empty None.",
                    f"Work out which {one} {xs} has most of. In a tie take the first, if {xs} is empty None.",
                    f"Given {xs}, return the {one} with the most copies in it. First one if tied, None if empty.",
                ],
            },
            "most_common mode_of most_frequent mode find_mode commonest most_often find_most_common",
            f"{item} | None",
        ),
    )
    return Sketch(
        names=names.split(),
        params=source.params,
        bodies=bodies,
        returns=returns,
        inputs=["[1, 1, 2]", "[2, 1, 2, 1]"] if item == "int" else ["['a', 'b', 'a']", "['x', 'x']"],
        **said,
    )


def _two_sets(d: Draw) -> Sketch:
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


FAMILIES = (Family("sets", ((_unique, 3), (_two_sets, 2))),)
