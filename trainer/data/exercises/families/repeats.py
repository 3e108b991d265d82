"""Repeated characters and runs of them, mirror images, anagrams."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import text_parameter
from trainer.data.exercises.families.text_likeness import alike
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]

_CHARS = "c char ch letter x"


def _firsts(d: Draw) -> Sketch:
    """Repeated characters dropped, and what is special about them."""
    s, name = text_parameter(d)
    c, out = d.name(_CHARS), d.name("result out kept unique")
    form = d.number(0, 3)
    if form < 2:
        last = d.chance(0.15)
        loop = f"{out} = ''\nfor {c} in {s}:\n    if {c} not in {out}:\n        {out} += {c}\nreturn {out}"
        if last:
            loop = loop.replace(f"in {s}:", f"in {s}[::-1]:").replace(f"return {out}", f"return {out}[::-1]")
        which = "last" if last else "first"
        return Sketch(
            names=[
                "unique_chars",
                "distinct_letters",
                "remove_repeats",
                "drop_duplicates",
                f"{which}_occurrences",
                "without_repeats",
                "dedupe",
                f"keep_{which}",
            ],
            params=[Param(s, "text")],
            bodies=[loop] if last else [loop, loop, f"return ''.join(dict.fromkeys({s}))"],
            returns="str",
            do=[
                f"Keep only the {which} occurrence of every character of {name}",
                f"Drop every character of {name} that has {'already occurred' if not last else 'another occurrence later'}",  # noqa: E501
                f"Remove duplicate characters from {name}, keeping the {which} of each",
                f"Get rid of all but the {which} copy of each character in {name}",
            ],
            what=[
                f"{name} with only the {which} occurrence of each character",
                f"a string of the different characters of {name}, in order of {which} appearance",
                f"a copy of {s} without duplicate characters, where the {which} of equal ones stays",
            ],
            sentences=[
                f"Given {s}, throw away repeated characters so that only the {which} of equal ones is left.",
                f"Which different characters are in {s}? Join them in the order in which they {which} occur.",
                f"Every character of {s} once, at the place where it comes {'for the last time' if last else 'up first'}.",  # noqa: E501
            ],
            inputs=["'banana'", "'aaa'", "'aAbB'"],
        )
    if form == 2:
        once, k = d.chance(0.5), d.number(2, 3)
        test = f"{s}.count({c}) == 1" if once else f"{s}.count({c}) >= {k}"
        said = "exactly once" if once else "more than once" if k == 2 else f"at least {k} times"
        opposite = "more than once" if once else "only once" if k == 2 else f"fewer than {k} times"
        return Sketch(
            names=[
                "single_chars" if once else "repeated_chars",
                "keep_single" if once else "keep_repeated",
                "chars_once" if once else "frequent_chars",
                *(
                    ["unique_chars", "remove_repeated", "drop_repeated", "only_single", "non_repeated"]
                    if once
                    else ["duplicates_only", "remove_rare", "drop_rare", "only_frequent", f"at_least_{k}_times"]
                ),
            ],
            params=[Param(s, "text")],
            bodies=[
                f"return ''.join({c} for {c} in {s} if {test})",
                f"{out} = ''\nfor {c} in {s}:\n    if {test}:\n        {out} += {c}\nreturn {out}",
            ],
            returns="str",
            do=[
                f"Keep the characters of {name} that occur {said} in it",
                f"Remove from {name} every character that does not occur {said} in it",
                f"Filter {name}, leaving all the characters that occur {said}",
                f"Throw away each character of {name} whose count is {'above 1' if once else f'below {k}'}",
            ],
            what=[
                f"a string of the characters of {name} that occur {said}, all their copies in the original order"
                if not once
                else f"a string of the characters of {name} that occur {said}, in the original order",
                f"what is left of {name} without the characters that occur {opposite}",
            ],
            sentences=[
                f"Which characters are in {s} {said}? Return them as a string, {'in order' if once else 'repeats included'}.",  # noqa: E501
                f"Given {s}, a character stays if it occurs {said} in it and is dropped otherwise.",
                f"Go through {s} and pick out each character that it contains {said}.",
            ],
            inputs=["'banana'", "'abcabca'", "'hello'"],
        )
    first = d.chance(0.6)
    test = f"{s}.count({c}) {'==' if first else '>'} 1"
    said = "that occurs only once" if first else "that occurs more than once"
    names = (
        "first_unique first_single find_unique_char first_non_repeating first_once first_unrepeated find_first_unique first_lone_char"  # noqa: E501
        if first
        else "first_repeated first_double find_repeated_char first_occurring_twice first_non_unique first_not_unique find_first_repeated first_with_copy"  # noqa: E501
    )
    return Sketch(
        names=names.split(),
        params=[Param(s, "text")],
        bodies=[
            f"for {c} in {s}:\n    if {test}:\n        return {c}\nreturn None",
            f"return next(({c} for {c} in {s} if {test}), None)",
        ],
        returns="str | None",
        what=[
            f"the first character of {name} {said}",
            f"the first {'non-repeating character' if first else 'character that is not unique'} of {name}",
            f"the first character of {name} {'without' if first else 'that has'} another copy in it",
            f"the leftmost character of {name} whose count is {'1' if first else 'above 1'}",
        ],
        do=[
            f"Find the first character of {name} {said}",
            f"Look for the earliest character of {name} {'of which there is just one' if first else 'that comes again'}",  # noqa: E501
        ],
        sentences=[
            f"Which character is the first of {s} {said} in it?",
            f"Go through {s} and stop at the first character {said} in the whole of it.",
            f"Given {s}, what is its first character that is {'unique' if first else 'not unique'}?",
        ],
        edge=d.one("None if there is none.", "Return None if there is no such character."),
        inputs=["'banana'", "'aabb'", "'swiss'"],
    )


def _runs(d: Draw) -> Sketch:
    s = d.name("text text s word string data")
    encoded, before = d.chance(0.4), d.chance(0.25)
    i, j = d.one("i j", "i j", "start end", "a b").split()
    run = f"str({j} - {i}) + {s}[{i}]" if before else f"{s}[{i}] + str({j} - {i})"
    body = f"result = ''\n{i} = 0\nwhile {i} < len({s}):\n    {j} = {i}\n    while {j} < len({s}) and {s}[{j}] == {s}[{i}]:\n        {j} += 1\n    result += {run}\n    {i} = {j}\nreturn result"  # noqa: E501
    header = "from itertools import groupby\n" if d.chance(0.2) else ""
    if encoded:
        f = "f'{len(list(group))}{char}'" if before else "f'{char}{len(list(group))}'"
        bodies = [f"return ''.join({f} for char, group in groupby({s}))"] if header else [body]
        order = (
            "the length of the run followed by the character"
            if before
            else "the character followed by the length of the run"
        )
        return Sketch(
            names=[
                "compress_runs",
                "run_length",
                "encode_runs",
                "compress",
                "rle",
                "count_runs_text",
                "run_length_encode",
                "encode",
            ],
            params=[Param(s, "word")],
            bodies=bodies,
            returns="str",
            do=[
                f"Write each run of equal characters of {s} as {order}",
                f"Compress {s}: every run of the same character becomes {order}",
                f"Run-length encode {s}, writing {order}",
                f"Replace each group of equal neighbouring characters of {s} by {order}",
                f"Squash {s} by writing {order} for every run, also for runs of 1",
            ],
            what=[
                f"the run-length encoding of {s}, where each run is {order}",
                f"a string that gives, for each run of equal characters in {s}, {order}",
            ],
            sentences=[
                f"Go through the runs of equal characters of {s} and put down {order} for each.",
                f"Given {s}, shorten it: instead of a row of equal characters, write {order}.",
                f"What is {s} in run-length encoding? Each run turns into {order}.",
            ],
            inputs=["'aaab'", "'x'", "'abab'", "'zzzzz'", "''"],
            header=header,
        )
    said, names, returns, bodies = d.one(
        (
            {
                "what": [
                    f"the number of runs of equal characters in {s}",
                    f"how many groups of equal neighbouring characters {s} consists of",
                    f"the number of blocks of consecutive equal characters in {s}",
                ],
                "do": [
                    f"Count the runs of equal characters in {s}",
                    f"Count the characters of {s} that differ from the one right before them or are the first",
                    f"Work out how many stretches of the same character {s} is made of",
                ],
                "sentences": [
                    f"How many runs of equal characters does {s} have?",
                    f"Given {s}, split it wherever the character changes: how many pieces are there?",
                    f"How long is {s} after each run of equal characters is squeezed to one?",
                ],
            },
            "count_runs number_of_runs num_runs run_count count_blocks count_groups how_many_runs count_streaks",
            "int",
            [
                f"count = 0\nfor i in range(len({s})):\n    if i == 0 or {s}[i] != {s}[i - 1]:\n        count += 1\nreturn count"  # noqa: E501
            ],
        ),
        (
            {
                "what": [
                    f"the length of the longest run of equal characters in {s}",
                    f"how many times at most the same character stands in a row in {s}",
                    f"the size of the biggest block of consecutive equal characters in {s}",
                    f"the maximum number of equal characters next to each other in {s}",
                ],
                "do": [
                    f"Find the length of the longest streak of one character in {s}",
                    f"Work out how long the longest stretch of the same character in {s} is",
                ],
                "sentences": [
                    f"How long is the longest run of equal characters in {s}?",
                    f"Given {s}, how many equal characters stand in a row at most?",
                    f"Go through the runs of equal characters in {s} and return the greatest length, 0 for no text.",
                ],
            },
            "longest_run max_run longest_streak max_run_length longest_block run_max longest_repeat max_consecutive",
            "int",
            [
                f"best = run = 0\nfor i in range(len({s})):\n    run = run + 1 if i > 0 and {s}[i] == {s}[i - 1] else 1\n    best = max(best, run)\nreturn best"  # noqa: E501
            ],
        ),
        (
            {
                "what": [
                    f"{s} with each run of equal characters reduced to one of them",
                    f"{s} without consecutive duplicate characters, one of each run being kept",
                    f"a copy of {s} in which no character equals the one before it, runs being cut to one",
                ],
                "do": [
                    f"Squeeze every run of equal characters in {s} into one character",
                    f"Collapse equal neighbouring characters of {s} to a single one",
                    f"Remove each character of {s} that is the same as the one just before it",
                ],
                "sentences": [
                    f"Where a character stands several times in a row in {s}, keep it only once.",
                    f"Given {s}, get rid of repeats that directly follow each other; equal characters further apart stay.",  # noqa: E501
                    f"Squash runs such as 'aaa' in {s} to a single 'a'.",
                    f"What is left of {s} when adjacent duplicates are merged into one?",
                ],
            },
            "squeeze collapse_runs remove_doubles merge_runs remove_adjacent_duplicates squash_repeats squeeze_runs dedupe_adjacent",  # noqa: E501
            "str",
            [
                f"result = ''\nfor c in {s}:\n    if not result or result[-1] != c:\n        result += c\nreturn result",  # noqa: E501
                f"result = {s}[:1]\nfor c in {s}[1:]:\n    if c != result[-1]:\n        result += c\nreturn result",
            ],
        ),
        (
            {
                "what": [
                    f"the number of places where a character of {s} equals the next one",
                    f"how many characters of {s} are the same as the one right after them",
                    f"the number of adjacent pairs of equal characters in {s}, overlapping ones included",
                    f"the number of indices i at which {s}[i] and {s}[i + 1] are equal",
                ],
                "do": [
                    f"Count the positions in {s} where the same character follows",
                    f"Count how often two neighbouring characters of {s} are equal",
                ],
                "sentences": [
                    f"How often is a character of {s} directly followed by itself?",
                    f"Compare each character of {s} with the next one and count the matches.",
                    f"Given {s}, in how many places do two equal characters stand side by side? 'aaa' has two.",
                ],
            },
            "count_doubles double_letters adjacent_equal count_adjacent_equal equal_neighbours count_double_chars num_doubles repeats_in_a_row",  # noqa: E501
            "int",
            [
                f"return sum(1 for i in range(len({s}) - 1) if {s}[i] == {s}[i + 1])",
                f"return sum(a == b for a, b in zip({s}, {s}[1:]))",
            ],
        ),
    )
    return Sketch(
        names=names.split(),
        params=[Param(s, "text")],
        bodies=bodies,
        returns=returns,
        **said,
        inputs=["'aaab'", "'hello'", "''", "'zzz'"],
    )


FAMILIES = (Family("repeats", ((_firsts, 2), (_runs, 2), (alike, 4))),)
