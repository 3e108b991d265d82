"""What a text is compared with: its mirror image, its ends, its letters."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.folds import truth
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["alike"]


def alike(d: Draw) -> Sketch:
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
                "check_palindrome",
                "is_symmetric",
            ],
            params=[Param(s, "text")],
            bodies=[f"{clean} = {code}\nreturn {clean} == {clean}[::-1]"]
            if code != s
            else [f"return {s} == {s}[::-1]"],
            returns="bool",
            whether=[
                f"{s} is a palindrome{ignoring}",
                f"{s} reads the same backwards{ignoring}",
                f"{s} is equal to its reverse{ignoring}",
                f"{s} is the same from left to right and from right to left{ignoring}",
                f"reversing {s} makes no difference{ignoring}",
            ],
            sentences=[
                f"True if {s} is a palindrome{ignoring}.",
                f"Is {s} the same backwards{ignoring}?",
                f"Can {s} be read forwards and backwards alike{ignoring}?",
                f"Flip {s} and find out if it is still the same{ignoring}.",
                f"Given {s}, does its mirror image match it{ignoring}?",
            ],
            inputs=["'Never odd or even'", "'level'", "'Anna'", "'hello'", "'no lemon no melon'", "''"],
        )
    if form == 2:
        empty = d.one("False", "False", "True")
        test = f"{s}[0]{'.lower()' if no_case else ''} == {s}[-1]{'.lower()' if no_case else ''}"
        body = f"{s} != '' and {test}" if empty == "False" else f"{s} == '' or {test}"
        return Sketch(
            names=[
                "starts_and_ends_alike",
                "same_ends",
                "equal_ends",
                "first_is_last",
                "ends_match",
                "first_equals_last",
                "begins_as_it_ends",
                "has_same_ends",
            ],
            params=[Param(s, "word")],
            bodies=[f"return {body}", f"if not {s}:\n    return {empty}\nreturn {test}"],
            returns="bool",
            whether=[
                f"the first and the last character of {s} are equal{case}",
                f"{s} starts and ends with the same character{case}",
                f"the last character of {s} is the same as its first one{case}",
                f"both ends of {s} are the same character{case}",
                f"{s} ends with the character that it begins with{case}",
            ],
            do=[f"Compare the first character of {s} with the last one{case}: True if they are equal, else False"],
            sentences=[
                f"Does {s} begin and end with one and the same character{case}?",
                f"Is the first character of {s} equal to the last one{case}?",
                f"True if the outermost characters of {s} match{case}, else False.",
            ],
            edge=d.one(f"An empty string gives {empty}.", f"{empty} for an empty string."),
            inputs=["'area'", "'Anna'", "'cat'", "''", "'x'"],
        )
    if form < 5:
        lower = f"{s} = {s}.lower()\n" if no_case else ""
        unique = d.chance(0.4)
        test = f"len(set({s})) {'==' if unique else '<'} len({s})"
        said = (
            [
                f"no character occurs twice in {s}{case}",
                f"all characters of {s} are different{case}",
                f"every character of {s} is unique{case}",
                f"{s} has no repeated characters{case}",
                f"the characters of {s} are all distinct{case}",
            ]
            if unique
            else [
                f"some character occurs more than once in {s}{case}",
                f"{s} has a repeated character{case}",
                f"{s} contains duplicate characters{case}",
                f"at least two characters of {s} are equal{case}",
                f"not all characters of {s} are different{case}",
            ]
        )
        sentences = (
            [
                f"Are all characters of {s} different from each other{case}?",
                f"Is {s} free of duplicate characters{case}?",
                f"Given {s}, make sure that it does not have any character twice{case}: True if so, else False.",
            ]
            if unique
            else [
                f"Does any character come up twice or more in {s}{case}?",
                f"Is there a duplicate among the characters of {s}{case}?",
                f"Look for a character that {s} has more than once{case}: True if there is one, else False.",
            ]
        )
        loop = f"{lower}seen = set()\nfor c in {s}:\n    if c in seen:\n        return {not unique}\n    seen.add(c)\nreturn {unique}"  # noqa: E501
        return Sketch(
            names=(
                "all_different is_isogram no_repeats all_unique has_unique_chars unique_chars no_duplicates all_distinct"  # noqa: E501
                if unique
                else "has_repeated_letter has_repeats any_repeated repeats_a_letter has_duplicates has_duplicate_chars any_twice has_repeated_char"  # noqa: E501
            ).split(),
            params=[Param(s, "word")],
            bodies=[f"{lower}return {test}"] * 2 + [loop],
            returns="bool",
            whether=said,
            sentences=sentences,
            inputs=["'hello'", "'world'", "'Anna'", "'Aa'"],
        )
    a, b = d.one("a b", "first second", "word other", "s t").split()
    low = ".lower()" if no_case else ""
    return Sketch(
        names=[
            "are_anagrams",
            "is_anagram",
            "same_letters",
            "anagrams",
            "check_anagram",
            "is_permutation",
            "same_characters",
            "is_rearrangement",
        ],
        params=[Param(a, "word"), Param(b, "word")],
        bodies=truth(d, f"sorted({a}{low}) == sorted({b}{low})"),
        returns="bool",
        whether=[
            f"{a} and {b} consist of the same letters{case}",
            f"{a} and {b} are anagrams of each other{case}",
            f"{b} is a permutation of {a}{case}",
            f"{b} can be made by rearranging the characters of {a}{case}",
            f"{a} and {b} contain every character equally often{case}",
            f"{a} and {b} have the same characters in possibly different order{case}",
        ],
        sentences=[
            f"Are {a} and {b} anagrams{case}?",
            f"Can the letters of {a} be put in some order to give {b}{case}, using each of them exactly once?",
            f"Given {a} and {b}, find out if one is just a reordering of the other{case}.",
            f"True if {a} and {b} are the same when their characters are sorted{case}.",
        ],
        inputs=["'listen', 'silent'", "'abc', 'cab'", "'Tac', 'cat'", "'aab', 'ab'"],
    )
