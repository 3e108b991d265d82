"""What one or two strings look like."""

from __future__ import annotations

import re

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import text_parameter
from trainer.data.exercises.families.string_combinations import texts_combined
from trainer.data.exercises.families.string_comparisons import texts_compared
from trainer.data.exercises.family import Family
from trainer.data.exercises.folds import truth
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _checks(d: Draw) -> Sketch:
    s, name = text_parameter(d)
    the = "the string" if name == "a string" else name
    c = d.one(*"abehlnostw")
    k = d.number(2, 8)
    code, said, names, inputs = d.one(
        (
            f"{s} == {s}[::-1]",
            [
                f"{name} reads the same forwards and backwards",
                f"{name} equals its own reverse",
                f"{name} stays the same when it is reversed",
                f"reversing {name} gives the same string back",
                f"{name} is its own mirror image",
                f"{name} spelled backwards is {s} again",
                f"Does {the} read the same from left to right and from right to left?",
                f"Compare {the} with its reverse and tell if they are equal.",
                f"Flip {the} around: do you get the same string again?",
                f"True when {s} and the reversed {s} are the same.",
            ],
            "reads_same is_mirror same_reversed is_symmetric equals_reverse same_backwards same_both_ways "
            "is_reversible",
            "'level' 'ab' 'noon'",
        ),
        (
            f"{s} == {s}[::-1]",
            [
                f"{name} is a palindrome",
                f"{name} is a palindromic string",
                f"{name} forms a palindrome",
                f"{name} is a palindrome, that is, the same as its reverse",
                f"Is {the} a palindrome?",
                f"A palindrome reads the same in both directions. Is {the} one?",
                f"Palindrome test: is {the} the same read from either end?",
                f"Find out if {the} is a palindrome (every character counts).",
                f"Given {name}, tell if it is a palindrome, with upper and lower case being different.",
            ],
            "palindrome_check check_palindrome is_palindrome palindrome is_pal is_palindromic test_palindrome "
            "palindrome_test",
            "'level' 'ab' 'noon'",
        ),
        (
            f"{s}.lower() == {s}.lower()[::-1]",
            [
                f"{name} is a palindrome when case is ignored",
                f"{name} is a case-insensitive palindrome",
                f"{name} reads the same both ways, with capitals and small letters treated alike",
                f"{name} is a palindrome, no matter which letters are capitals",
                f"{name}, put in lower case, equals its own reverse",
                f"{name} reads the same forwards and backwards, ignoring upper and lower case",
                f"Is {the} a palindrome if you don't care about upper and lower case?",
                f"Case-insensitive palindrome check for {name}.",
                f"Lowercase {the} and tell if it then reads the same backwards.",
            ],
            "is_palindrome_ignore_case palindrome_ignore_case is_palindrome_nocase palindrome_any_case "
            "is_caseless_palindrome check_palindrome_nocase loose_palindrome is_palindrome",
            "'Anna' 'ab'",
        ),
        (
            f"{s}.isdigit()",
            [
                f"{name} is not empty and consists of digits only",
                f"{name} is a non-empty string of digits",
                f"{name} has at least one character and all its characters are digits",
                f"{name} is made up of one or more digits and nothing else",
                f"{name} contains nothing but digits, at least one of them",
                f"every character of {name} is a digit and there is at least one",
                f"Is {the} all digits? An empty string is not.",
                f"Does {the} consist of one or more digits and nothing else?",
                f"Look at each character of {the}: are they all digits? An empty string gives False.",
                f"True for a string like '123', False if {s} has anything but digits or is empty.",
            ],
            "is_number_text all_digits is_numeric only_digits is_digits digits_only consists_of_digits is_all_digits",
            "'123' '12a'",
        ),
        (
            f"{s}.isalpha()",
            [
                f"{name} is not empty and consists of letters only",
                f"{name} is a non-empty string of letters",
                f"{name} is alphabetic and not empty",
                f"{name} has at least one character and all its characters are letters",
                f"{name} is made up of one or more letters and nothing else",
                f"{name} contains nothing but letters, at least one of them",
                f"Is {the} all letters? An empty string is not.",
                f"Does {the} consist of one or more letters, without digits, spaces or punctuation?",
                f"Go through {the}: is every character a letter? An empty string gives False.",
            ],
            "is_letters all_letters only_letters is_alphabetic letters_only is_alpha all_alphabetic "
            "consists_of_letters",
            "'abc' 'a1'",
        ),
        (
            f"{s} == {s}.upper()",
            [
                f"{name} contains no lowercase letters",
                f"{name} is free of lowercase letters",
                f"there isn't a single lowercase letter in {name}",
                f"every letter in {name} is a capital",
                f"none of the letters of {name} is in lower case",
                f"{name} stays the same when it is converted to upper case",
                f"all letters of {name} are uppercase, whatever other characters there are",
                f"Is every letter of {the} uppercase? Other characters don't matter.",
                f"Would upper-casing {the} leave it unchanged?",
                f"True as long as there are no small letters in {s}.",
            ],
            "no_lowercase is_shouting all_caps is_upper is_all_caps all_uppercase only_capitals lacks_lowercase",
            "'ABC' 'AbC'",
        ),
        (
            f"{s} == {s}.lower()",
            [
                f"{name} contains no uppercase letters",
                f"{name} is free of capital letters",
                f"there isn't a single uppercase letter in {name}",
                f"every letter in {name} is lowercase",
                f"none of the letters of {name} is a capital",
                f"{name} stays the same when it is converted to lower case",
                f"all letters of {name} are small, whatever other characters there are",
                f"Is every letter of {the} lowercase? Other characters don't matter.",
                f"Would lower-casing {the} leave it unchanged?",
                f"True as long as there are no capitals in {s}.",
            ],
            "no_uppercase is_quiet all_lowercase is_lower no_capitals is_all_lower lacks_uppercase only_small_letters",
            "'abc' 'aBc'",
        ),
        (
            f"len({s}) > {k}",
            [
                f"{name} is longer than {k} characters",
                f"{name} has more than {k} characters",
                f"the length of {name} is greater than {k}",
                f"the number of characters in {name} exceeds {k}",
                f"{name} is at least {k + 1} characters long",
                f"there are more than {k} characters in {name}",
                f"Does {the} have more than {k} characters?",
                f"Is {the} too long to fit into {k} characters?",
                f"True when {s} goes over {k} characters, False when it has {k} or fewer.",
                f"Measure {the} and tell if its length is above {k}.",
            ],
            f"longer_than_{k} is_long more_than_{k} exceeds_{k} over_{k}_chars too_long length_over_{k} is_longer",
            "",
        ),
        (
            f"len({s}) == len(set({s}))",
            [
                f"no character occurs twice in {name}",
                f"all characters of {name} are different",
                f"{name} has no duplicate characters",
                f"every character of {name} is unique",
                f"{name} has only distinct characters",
                f"no two characters of {name} are equal",
                f"{name} never repeats a character",
                f"Are all the characters in {the} different from each other?",
                f"Does each character of {the} appear just once?",
                f"False if some character shows up more than once in {s}, otherwise True.",
            ],
            "all_unique is_isogram unique_chars has_unique_chars all_distinct no_repeats no_duplicates chars_differ",
            "'abc' 'aba'",
        ),
        (
            f"{s}.startswith('{c}')",
            [
                f"{name} starts with '{c}'",
                f"{name} begins with the letter '{c}'",
                f"the first character of {name} is '{c}'",
                f"'{c}' comes first in {name}",
                f"{name} has '{c}' at its very beginning",
                f"{name} has the prefix '{c}'",
                f"Does {the} start with '{c}'?",
                f"Is '{c}' the first character of {the}?",
                f"Look at the start of {the} and tell if it is '{c}'.",
            ],
            f"starts_with_{c} begins_with_{c} first_is_{c} has_prefix_{c} {c}_first opens_with_{c} first_letter_{c} "
            f"begins_{c}",
            f"'{c}x' 'x{c}'",
        ),
        (
            f"{s}.endswith('{c}')",
            [
                f"{name} ends with '{c}'",
                f"{name} ends in the letter '{c}'",
                f"the last character of {name} is '{c}'",
                f"'{c}' comes last in {name}",
                f"{name} has '{c}' at its very end",
                f"{name} has the suffix '{c}'",
                f"Does {the} end in '{c}'?",
                f"Is '{c}' the final character of {the}?",
                f"Look at the end of {the} and tell if it is '{c}'.",
            ],
            f"ends_with_{c} ends_in_{c} last_is_{c} has_suffix_{c} {c}_last closes_with_{c} last_letter_{c} "
            f"finishes_with_{c}",
            f"'{c}x' 'x{c}'",
        ),
        (
            f"'{c}' in {s}",
            [
                f"{name} contains '{c}'",
                f"'{c}' occurs in {name}",
                f"the letter '{c}' can be found somewhere in {name}",
                f"{name} has at least one '{c}' in it",
                f"'{c}' is one of the characters of {name}",
                f"'{c}' appears anywhere in {name}",
                f"Does {the} include the letter '{c}'?",
                f"Is there any '{c}' in {the}?",
                f"Look for '{c}' in {the} and tell if it is there.",
            ],
            f"contains_{c} has_{c} includes_{c} {c}_occurs has_letter_{c} with_{c} {c}_in_text holds_{c}",
            f"'x{c}' 'xy'",
        ),
        (
            f"{s}[:1] == {s}[-1:]",
            [
                f"{name} starts and ends with the same character, or is empty",
                f"the first and the last character of {name} are equal, or there are none",
                f"{name} is empty or its first character equals its last",
                f"{name} ends with the character that it starts with, or is empty",
                f"both ends of {name} are the same character (or it is empty)",
                f"Does {the} begin and end with the same character? An empty string does.",
                f"Is the last character of {the} the same as the first? True for an empty string.",
                f"Compare the two end characters of {the}: True if they match or {s} is empty.",
            ],
            "same_ends ends_match first_equals_last equal_ends starts_as_it_ends matching_ends first_is_last has_same_ends",  # noqa: E501
            "'aba' 'ab'",
        ),
        (
            f"{s} == ''",
            [
                f"{name} is empty",
                f"{name} is the empty string",
                f"{name} has no characters",
                f"the length of {name} is zero",
                f"there is nothing in {name}",
                f"{name} does not contain a single character",
                f"Is {the} empty?",
                f"Is there nothing at all in {the}, not even a space?",
                f"True for the empty string, False if {s} has any character.",
            ],
            "is_empty empty_text empty_string has_no_chars is_empty_string no_text nothing_there check_empty",
            "'' 'a'",
        ),
        (
            f"{s}.strip() == ''",
            [
                f"{name} is empty or consists of spaces only",
                f"{name} is blank: empty or nothing but whitespace",
                f"{name} contains no characters other than whitespace",
                f"nothing is left of {name} once whitespace is stripped off",
                f"every character of {name} is whitespace, or there are none",
                f"{name} has no visible characters",
                f"Is {the} blank (empty or only whitespace)?",
                f"Is there nothing but spaces in {the}, or nothing at all?",
                f"Strip {the} and tell if it is then empty.",
            ],
            "is_blank only_spaces blank is_whitespace is_empty_or_blank nothing_visible blank_text all_spaces",
            "'  ' ' a'",
        ),
        (
            f"' ' in {s}",
            [
                f"{name} contains a space",
                f"there is at least one space in {name}",
                f"a space occurs somewhere in {name}",
                f"{name} has any spaces",
                f"one of the characters of {name} is a space",
                f"{name} includes a blank (' ')",
                f"Does {the} have a space in it?",
                f"Are there any spaces in {the}?",
                f"Look through {the} for a space and tell if there is one.",
            ],
            "has_space several_words contains_space has_blank any_space includes_space has_spaces with_space",
            "'a b' 'ab'",
        ),
        (
            f"len({s}) % 2 == 0",
            [
                f"{name} has an even number of characters",
                f"the length of {name} is even",
                f"{name} has even length",
                f"the number of characters in {name} is divisible by two",
                f"the characters of {name} can be counted off in pairs with none left over",
                f"{name} can be cut into two halves of equal length",
                f"Is the length of {the} an even number?",
                f"Count the characters of {the}: is the number even?",
                f"True if {s} is 0, 2, 4, ... characters long.",
            ],
            "even_length has_even_length is_even_length length_is_even even_chars even_size is_even_sized even_long",
            "",
        ),
        (
            f"{s}.count('{c}') > 1",
            [
                f"'{c}' occurs more than once in {name}",
                f"{name} contains '{c}' at least twice",
                f"the letter '{c}' appears two or more times in {name}",
                f"there are several '{c}' in {name}",
                f"{name} has more than one '{c}'",
                f"'{c}' is repeated in {name}, next to each other or not",
                f"Is there more than one '{c}' in {the}?",
                f"Does '{c}' show up twice or more in {the}?",
                f"Count the letter '{c}' in {the} and tell if there are two or more.",
            ],
            f"many_{c} several_{c} repeats_{c} more_than_one_{c} has_two_{c} {c}_twice {c}_repeated multiple_{c}",
            f"'{c}{c}' '{c}'",
        ),
        (
            f"{s}[:1].isupper()",
            [
                f"{name} starts with an uppercase letter",
                f"{name} begins with a capital letter",
                f"the first character of {name} is an upper-case letter",
                f"the first character of {name} is a capital",
                f"there is a capital letter at the start of {name}",
                f"{name} is not empty and its first character is uppercase",
                f"Does {the} start with a capital?",
                f"Is the first character of {the} an uppercase letter?",
                f"Look at the first character of {the}: True if it is a capital, False if not or if {s} is empty.",
            ],
            "starts_upper is_capitalized starts_with_capital first_is_upper capital_first begins_upper has_capital_start starts_uppercase",  # noqa: E501
            "'Ab' 'ab'",
        ),
        (
            f"{s}[:1] in list('aeiou')",
            [
                f"{name} starts with a lowercase vowel",
                f"{name} begins with a small vowel (a, e, i, o or u)",
                f"the first character of {name} is one of a, e, i, o and u (lowercase)",
                f"the first letter of {name} is a lower-case vowel",
                f"one of the letters 'aeiou' comes first in {name}",
                f"Does {the} start with 'a', 'e', 'i', 'o' or 'u'? Capitals don't count.",
                f"Is the first character of {the} a lowercase vowel?",
                f"Look at the first character of {the}: True for a, e, i, o, u, else False.",
            ],
            "starts_with_vowel vowel_first begins_with_vowel first_is_vowel vowel_start has_vowel_start initial_vowel opens_with_vowel",  # noqa: E501
            "'ab' 'ba'",
        ),
        (
            f"{s} == ''.join(sorted({s}))",
            [
                f"the characters of {name} are in ascending order",
                f"the characters of {name} are sorted",
                f"sorting the characters of {name} would change nothing",
                f"no character of {name} is smaller than the one before it",
                f"each character of {name} is equal to or greater than the one before it",
                f"{name} has its characters in sorted order, equal ones side by side",
                f"Are the characters in {the} already in sorted order?",
                f"Do the characters of {the} never go down from one to the next?",
                f"Sort the characters of {the} and tell if you get the same string.",
            ],
            "is_sorted_text chars_ascending is_sorted chars_sorted letters_in_order is_ascending sorted_chars in_order",
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
        whether=[text for text in said if text[-1] not in ".?"],
        sentences=[text for text in said if text[-1] in ".?"],
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
        return texts_compared(d, a, b, c)
    return texts_combined(d, a, b, c, count, i)


FAMILIES = (Family("string_checks", ((_checks, 3), (_two_texts, 4))),)
