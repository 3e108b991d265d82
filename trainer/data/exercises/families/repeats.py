"""Repeated characters and runs of them, mirror images, anagrams."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import text_parameter
from trainer.data.exercises.family import Family
from trainer.data.exercises.folds import truth
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
            ],
            params=[Param(s, "text")],
            bodies=[loop] if last else [loop, loop, f"return ''.join(dict.fromkeys({s}))"],
            returns="str",
            do=[
                f"Keep only the {which} occurrence of every character of {name}",
                f"Drop every character of {name} that has {'already occurred' if not last else 'another occurrence later'}",  # noqa: E501
            ],
            what=[f"{name} with only the {which} occurrence of each character"],
            inputs=["'banana'", "'aaa'", "'aAbB'"],
        )
    if form == 2:
        once, k = d.chance(0.5), d.number(2, 3)
        test = f"{s}.count({c}) == 1" if once else f"{s}.count({c}) >= {k}"
        said = "exactly once" if once else "more than once" if k == 2 else f"at least {k} times"
        return Sketch(
            names=[
                "single_chars" if once else "repeated_chars",
                "keep_single" if once else "keep_repeated",
                "chars_once" if once else "frequent_chars",
            ],
            params=[Param(s, "text")],
            bodies=[
                f"return ''.join({c} for {c} in {s} if {test})",
                f"{out} = ''\nfor {c} in {s}:\n    if {test}:\n        {out} += {c}\nreturn {out}",
            ],
            returns="str",
            do=[f"Keep the characters of {name} that occur {said} in it"],
            inputs=["'banana'", "'abcabca'", "'hello'"],
        )
    first = d.chance(0.6)
    test = f"{s}.count({c}) {'==' if first else '>'} 1"
    said = "that occurs only once" if first else "that occurs more than once"
    return Sketch(names=["first_unique" if first else "first_repeated", "first_single" if first else "first_double", "find_unique_char" if first else "find_repeated_char"], params=[Param(s, "text")], bodies=[f"for {c} in {s}:\n    if {test}:\n        return {c}\nreturn None", f"return next(({c} for {c} in {s} if {test}), None)"], returns="str | None", what=[f"the first character of {name} {said}"], edge=d.one("None if there is none.", "Return None if there is no such character."), inputs=["'banana'", "'aabb'", "'swiss'"])  # fmt: skip  # noqa: E501


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
            names=["compress_runs", "run_length", "encode_runs", "compress", "rle", "count_runs_text"],
            params=[Param(s, "word")],
            bodies=bodies,
            returns="str",
            do=[
                f"Write each run of equal characters of {s} as {order}",
                f"Compress {s}: every run of the same character becomes {order}",
            ],
            inputs=["'aaab'", "'x'", "'abab'", "'zzzzz'", "''"],
            header=header,
        )
    said, names, returns, bodies = d.one(
        ("the number of runs of equal characters in {}", "count_runs number_of_runs", "int", [f"count = 0\nfor i in range(len({s})):\n    if i == 0 or {s}[i] != {s}[i - 1]:\n        count += 1\nreturn count"]),  # noqa: E501
        ("the length of the longest run of equal characters in {}", "longest_run max_run", "int", [f"best = run = 0\nfor i in range(len({s})):\n    run = run + 1 if i > 0 and {s}[i] == {s}[i - 1] else 1\n    best = max(best, run)\nreturn best"]),  # noqa: E501
        ("{} with each run of equal characters reduced to one of them", "squeeze collapse_runs remove_doubles", "str", [f"result = ''\nfor c in {s}:\n    if not result or result[-1] != c:\n        result += c\nreturn result", f"result = {s}[:1]\nfor c in {s}[1:]:\n    if c != result[-1]:\n        result += c\nreturn result"]),  # noqa: E501
        ("the number of places where a character of {} equals the next one", "count_doubles double_letters", "int", [f"return sum(1 for i in range(len({s}) - 1) if {s}[i] == {s}[i + 1])", f"return sum(a == b for a, b in zip({s}, {s}[1:]))"]),  # noqa: E501
    )  # fmt: skip
    return Sketch(
        names=names.split(),
        params=[Param(s, "text")],
        bodies=bodies,
        returns=returns,
        what=[said.format(s)],
        inputs=["'aaab'", "'hello'", "''", "'zzz'"],
    )


def _alike(d: Draw) -> Sketch:
    """What a text is compared with: its mirror image, its ends, its letters."""
    s = d.name("word text s string name phrase")
    clean = d.name("cleaned letters lowered t")
    no_case, no_space = d.chance(0.6), d.chance(0.5)
    fold = f"{s}{'.lower()' if no_case else ''}"
    both = " and ".join(["spaces"] * no_space + ["letter case"] * no_case)
    ignoring = (
        d.one(
            f", ignoring {both}",
            f" when {both} {'are' if no_case and no_space else 'is' if no_case else 'are'} ignored",
        )
        if both
        else ""
    )
    case = d.one(", ignoring case", " regardless of case", " if case does not matter") if no_case else ""
    form = d.number(0, 5)
    if form < 2:
        code = fold.replace(s, f"{s}.replace(' ', '')", 1) if no_space else fold
        alpha = d.chance(0.2)
        if alpha:
            code, ignoring = (
                f"''.join(c for c in {fold} if c.isalpha())",
                f", looking only at the letters{' and ignoring case' if no_case else ''}",
            )
        return Sketch(
            names=[
                "reads_same_backwards",
                "is_palindrome",
                "palindrome",
                "same_backwards",
                "is_mirror_text",
                "reads_both_ways",
            ],
            params=[Param(s, "text")],
            bodies=[f"{clean} = {code}\nreturn {clean} == {clean}[::-1]"]
            if code != s
            else [f"return {s} == {s}[::-1]"],
            returns="bool",
            whether=[f"{s} is a palindrome{ignoring}", f"{s} reads the same backwards{ignoring}"],
            sentences=[f"True if {s} is a palindrome{ignoring}.", f"Is {s} the same backwards{ignoring}?"],
            inputs=["'Never odd or even'", "'level'", "'Anna'", "'hello'", "'no lemon no melon'", "''"],
        )
    if form == 2:
        empty = d.one("False", "False", "True")
        test = f"{s}[0]{'.lower()' if no_case else ''} == {s}[-1]{'.lower()' if no_case else ''}"
        body = f"{s} != '' and {test}" if empty == "False" else f"{s} == '' or {test}"
        return Sketch(
            names=["starts_and_ends_alike", "same_ends", "equal_ends", "first_is_last", "ends_match"],
            params=[Param(s, "word")],
            bodies=[f"return {body}", f"if not {s}:\n    return {empty}\nreturn {test}"],
            returns="bool",
            whether=[
                f"the first and the last character of {s} are equal{case}",
                f"{s} starts and ends with the same character{case}",
            ],
            edge=d.one(f"An empty string gives {empty}.", f"{empty} for an empty string."),
            inputs=["'area'", "'Anna'", "'cat'", "''", "'x'"],
        )
    if form < 5:
        lower = f"{s} = {s}.lower()\n" if no_case else ""
        unique = d.chance(0.4)
        test = f"len(set({s})) {'==' if unique else '<'} len({s})"
        said = (
            [f"no character occurs twice in {s}{case}", f"all characters of {s} are different{case}"]
            if unique
            else [f"some character occurs more than once in {s}{case}", f"{s} has a repeated character{case}"]
        )
        loop = f"{lower}seen = set()\nfor c in {s}:\n    if c in seen:\n        return {not unique}\n    seen.add(c)\nreturn {unique}"  # noqa: E501
        return Sketch(
            names=["all_different", "is_isogram", "no_repeats"]
            if unique
            else ["has_repeated_letter", "has_repeats", "any_repeated", "repeats_a_letter"],
            params=[Param(s, "word")],
            bodies=[f"{lower}return {test}"] * 2 + [loop],
            returns="bool",
            whether=said,
            inputs=["'hello'", "'world'", "'Anna'", "'Aa'"],
        )
    a, b = d.one("a b", "first second", "word other", "s t").split()
    low = ".lower()" if no_case else ""
    return Sketch(names=["are_anagrams", "is_anagram", "same_letters", "anagrams"], params=[Param(a, "word"), Param(b, "word")], bodies=truth(d, f"sorted({a}{low}) == sorted({b}{low})"), returns="bool", whether=[f"{a} and {b} consist of the same letters{case}", f"{a} and {b} are anagrams of each other{case}"], inputs=["'listen', 'silent'", "'abc', 'cab'", "'Tac', 'cat'", "'aab', 'ab'"])  # fmt: skip  # noqa: E501


FAMILIES = (Family("repeats", ((_firsts, 2), (_runs, 2), (_alike, 4))),)
