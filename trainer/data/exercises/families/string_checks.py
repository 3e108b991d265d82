"""What one or two strings look like."""

from __future__ import annotations

import re

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import text_parameter
from trainer.data.exercises.family import Family
from trainer.data.exercises.folds import truth
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _checks(d: Draw) -> Sketch:
    s, name = text_parameter(d)
    c = d.one(*"abehlnostw")
    k = d.number(2, 8)
    code, whether, names, inputs = d.one(
        (
            f"{s} == {s}[::-1]",
            f"{name} reads the same forwards and backwards",
            "reads_same is_mirror same_reversed is_symmetric",
            "'level' 'ab' 'noon'",
        ),
        (f"{s} == {s}[::-1]", f"{name} is a palindrome", "palindrome_check check_palindrome", "'level' 'ab' 'noon'"),
        (
            f"{s}.lower() == {s}.lower()[::-1]",
            f"{name} is a palindrome when case is ignored",
            "is_palindrome_ignore_case",
            "'Anna' 'ab'",
        ),
        (
            f"{s}.isdigit()",
            f"{name} is not empty and consists of digits only",
            "is_number_text all_digits is_numeric",
            "'123' '12a'",
        ),
        (
            f"{s}.isalpha()",
            f"{name} is not empty and consists of letters only",
            "is_letters all_letters only_letters",
            "'abc' 'a1'",
        ),
        (f"{s} == {s}.upper()", f"{name} contains no lowercase letters", "no_lowercase is_shouting", "'ABC' 'AbC'"),
        (f"{s} == {s}.lower()", f"{name} contains no uppercase letters", "no_uppercase is_quiet", "'abc' 'aBc'"),
        (f"len({s}) > {k}", f"{name} is longer than {k} characters", f"longer_than_{k} is_long", ""),
        (
            f"len({s}) == len(set({s}))",
            f"no character occurs twice in {name}",
            "all_unique is_isogram unique_chars",
            "'abc' 'aba'",
        ),
        (f"{s}.startswith('{c}')", f"{name} starts with '{c}'", f"starts_with_{c}", f"'{c}x' 'x{c}'"),
        (f"{s}.endswith('{c}')", f"{name} ends with '{c}'", f"ends_with_{c}", f"'{c}x' 'x{c}'"),
        (f"'{c}' in {s}", f"{name} contains '{c}'", f"contains_{c} has_{c}", f"'x{c}' 'xy'"),
        (
            f"{s}[:1] == {s}[-1:]",
            f"{name} starts and ends with the same character, or is empty",
            "same_ends",
            "'aba' 'ab'",
        ),
        (f"{s} == ''", f"{name} is empty", "is_empty empty_text", "'' 'a'"),
        (f"{s}.strip() == ''", f"{name} is empty or consists of spaces only", "is_blank only_spaces", "'  ' ' a'"),
        (f"' ' in {s}", f"{name} contains a space", "has_space several_words", "'a b' 'ab'"),
        (f"len({s}) % 2 == 0", f"{name} has an even number of characters", "even_length", ""),
        (f"{s}.count('{c}') > 1", f"'{c}' occurs more than once in {name}", f"many_{c}", f"'{c}{c}' '{c}'"),
        (f"{s}[:1].isupper()", f"{name} starts with an uppercase letter", "starts_upper is_capitalized", "'Ab' 'ab'"),
        (
            f"{s}[:1] in list('aeiou')",
            f"{name} starts with a lowercase vowel",
            "starts_with_vowel vowel_first",
            "'ab' 'ba'",
        ),
        (
            f"{s} == ''.join(sorted({s}))",
            f"the characters of {name} are in ascending order",
            "is_sorted_text chars_ascending",
            "'abc' 'cba'",
        ),
    )
    bodies = truth(d, code)
    i = d.name("i j index")
    if code == f"{s} == {s}[::-1]":
        bodies += [
            f"for {i} in range(len({s}) // 2):\n    if {s}[{i}] != {s}[-1 - {i}]:\n        return False\nreturn True"
        ] * 2
    return Sketch(
        names=names.split(),
        params=[Param(s, "text")],
        bodies=bodies,
        returns="bool",
        whether=[whether],
        inputs=re.findall("'[^']*'", inputs),
    )


def _two_texts(d: Draw) -> Sketch:
    a, b = d.one(
        "a b", "s t", "first second", "text other", "word1 word2", "s1 s2", "left right", "x y", "str1 str2"
    ).split()
    c, count = d.name("c char ch"), d.name("count result n")
    i = d.name("i k index")
    form = d.number(0, 1)
    if form == 0:
        code, whether, names = d.one(
            (
                f"sorted({a}) == sorted({b})",
                f"{a} and {b} consist of the same characters, each as often",
                "are_anagrams is_anagram same_letters",
            ),
            (f"{a}.lower() == {b}.lower()", f"{a} equals {b} when case is ignored", "equal_ignore_case same_text"),
            (f"{a} in {b}", f"{a} occurs in {b}", "is_part occurs_in"),
            (f"{a} == {b}[::-1]", f"{a} is {b} reversed", "is_reverse are_mirrored"),
            (f"len({a}) == len({b})", f"{a} and {b} are equally long", "same_length"),
            (f"len({a}) > len({b})", f"{a} is longer than {b}", "is_longer"),
            (
                f"set({a}) == set({b})",
                f"{a} and {b} consist of the same characters, no matter how often",
                "same_alphabet",
            ),
            (f"all({c} in {b} for {c} in {a})", f"every character of {a} occurs in {b}", "made_from letters_within"),
            (
                f"any({c} in {b} for {c} in {a})",
                f"{a} and {b} have a character in common",
                "share_letter common_letter",
            ),
            (f"{a}[:1] == {b}[:1]", f"{a} and {b} start with the same character, or both are empty", "same_start"),
            (f"{a}.startswith({b})", f"{a} starts with {b}", "has_prefix"),
            (f"{a}.endswith({b})", f"{a} ends with {b}", "has_suffix"),
            (f"len({a}) == len({b}) and {a} in {b} + {b}", f"{a} can be made by rotating {b}", "is_rotation"),
        )
        return Sketch(
            names=names.split(),
            params=[Param(a, "word"), Param(b, "word")],
            bodies=truth(d, code),
            returns="bool",
            whether=[whether],
            inputs=[
                "'abc', 'cab'",
                "'ab', 'AB'",
                "'ab', 'abc'",
                "'abc', 'cba'",
                "'ab', 'xy'",
                "'abc', 'ab'",
                "'cab', 'ab'",
            ],
        )
    code, said, names, returns, extra = d.one(
        (f"{a} + {b}", f"{a} followed by {b}", "concat join_two glue", "str", []),
        (f"{b} + {a}", f"{b} followed by {a}", "prepend put_before", "str", []),
        (
            f"{a} + ' ' + {b}",
            f"{a} and {b} with a space between",
            "full_name join_words",
            "str",
            [f"return f'{{{a}}} {{{b}}}'"],
        ),
        (f"len({a}) + len({b})", f"the total length of {a} and {b}", "total_length", "int", []),
        (
            f"sum(1 for {c} in {a} if {c} in {b})",
            f"how many characters of {a} occur in {b}",
            "count_common count_shared",
            "int",
            [f"{count} = 0\nfor {c} in {a}:\n    if {c} in {b}:\n        {count} += 1\nreturn {count}"],
        ),
        (
            f"''.join({c} for {c} in {a} if {c} not in {b})",
            f"{a} without the characters that occur in {b}",
            "remove_chars subtract_text",
            "str",
            [],
        ),
        (
            f"''.join({c} for {c} in {a} if {c} in {b})",
            f"the characters of {a} that occur in {b}",
            "common_chars keep_common",
            "str",
            [],
        ),
        (
            f"sum(1 for {i} in range(min(len({a}), len({b}))) if {a}[{i}] != {b}[{i}])",
            f"at how many places {a} and {b} differ, up to the length of the shorter one",
            "hamming count_differences",
            "int",
            [f"{count} = 0\nfor p, q in zip({a}, {b}):\n    if p != q:\n        {count} += 1\nreturn {count}"],
        ),
        (
            f"{a} if len({a}) >= len({b}) else {b}",
            f"the longer of {a} and {b}, {a} if they are equally long",
            "longer longer_text",
            "str",
            [f"if len({a}) >= len({b}):\n    return {a}\nreturn {b}"],
        ),
        (
            f"{a} if len({a}) <= len({b}) else {b}",
            f"the shorter of {a} and {b}, {a} if they are equally long",
            "shorter",
            "str",
            [f"if len({b}) < len({a}):\n    return {b}\nreturn {a}"],
        ),
        (f"{a}.count({b})", f"how often {b} occurs in {a}, without overlaps", "occurrences count_part", "int", []),
        (
            f"{a}.find({b})",
            f"the index of the first occurrence of {b} in {a}, -1 if there is none",
            "find_part index_of_text",
            "int",
            [],
        ),
        (f"{a} + {b}[::-1]", f"{a} followed by {b} reversed", "add_reversed", "str", []),
        (f"({a} + {b}).upper()", f"{a} followed by {b}, all in upper case", "shout_both", "str", []),
        (
            f"''.join(p + q for p, q in zip({a}, {b}))",
            f"the characters of {a} and {b} in turn, up to the length of the shorter one",
            "interleave_text weave",
            "str",
            [f"out = ''\nfor {i} in range(min(len({a}), len({b}))):\n    out += {a}[{i}] + {b}[{i}]\nreturn out"],
        ),
    )
    kind = "char" if ".count(" in code or ".find(" in code else "word"
    return Sketch(
        names=names.split(),
        params=[Param(a, "word"), Param(b, kind)],
        bodies=[f"return {code}", *extra],
        returns=returns,
        what=[said],
    )


FAMILIES = (Family("string_checks", ((_checks, 3), (_two_texts, 4))),)
