"""What depends on how often the elements of a list occur: how it is said, and its bodies."""

from __future__ import annotations

from trainer.data.exercises.sources import Source

__all__ = ["reduced", "repeated"]

_Variation = tuple[list[str], dict[str, list[str]], str, str]  # bodies, said, names, returns


def repeated(source: Source, seen: str, out: str, k: int) -> tuple[_Variation, ...]:
    """The elements that occur once, at least k times, or first of their kind."""
    xs, x = source.code, source.element
    one, many, where = source.one, source.many, source.where
    item = "int" if source.of == "int" else "str"
    times, more = {2: ("twice", "more than once"), 3: ("three times", "more than twice")}[k]
    return (
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
    )


def reduced(source: Source, out: str) -> tuple[_Variation, ...]:
    """What is left without repeats, or in a set; the only and the most common element."""
    xs, x = source.code, source.element
    one, many, where = source.one, source.many, source.where
    inside = where.replace(" of ", " in ")
    item = "int" if source.of == "int" else "str"
    return (
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
