"""Whether two strings are alike, or one is part of the other."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.folds import truth
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["texts_compared"]


def texts_compared(d: Draw, a: str, b: str, c: str) -> Sketch:
    """Draws a check of two strings, with c as the name of a character."""
    code, said, names = d.one(
        (
            f"sorted({a}) == sorted({b})",
            [
                f"{a} and {b} consist of the same characters, each as often",
                f"{a} and {b} are anagrams of each other",
                f"{a} is an anagram of {b}",
                f"{b} can be formed by rearranging all the characters of {a}",
                f"the string {b} is a permutation of {a}",
                f"every character occurs as often in {a} as in {b}",
                f"{a} and {b} have the same characters when sorted",
                f"Are {a} and {b} anagrams?",
                f"Can you shuffle the characters of {a} to get exactly {b}?",
                f"Are {a} and {b} the same apart from the order of their characters?",
            ],
            "are_anagrams is_anagram same_letters anagrams check_anagram is_permutation anagram_test is_rearranged",
        ),
        (
            f"{a}.lower() == {b}.lower()",
            [
                f"{a} equals {b} when case is ignored",
                f"{a} and {b} are the same, regardless of case",
                f"{a} and {b} are equal apart from upper and lower case",
                f"{a} and {b} are the same once both are lowercased",
                f"{a} matches {b} case-insensitively",
                f"{a} and {b} differ in nothing but capitals and small letters",
                f"Are {a} and {b} equal if you don't care about upper and lower case?",
                f"Case-insensitive comparison: is {a} the same string as {b}?",
                f"Compare {a} and {b}, treating capitals like small letters, and tell if they are equal.",
            ],
            "equal_ignore_case same_text equals_ignore_case same_ignoring_case equal_any_case matches_nocase case_insensitive_equal is_same_word",  # noqa: E501
        ),
        (
            f"{a} in {b}",
            [
                f"{a} occurs in {b}",
                f"{a} is a substring of {b}",
                f"{b} contains {a}",
                f"{a} can be found somewhere in {b}",
                f"{b} has {a} in it, in one piece",
                f"the string {a} is part of {b}",
                f"Does {b} contain {a} as a substring?",
                f"Is {a} somewhere inside {b}?",
                f"Look for {a} in {b} and tell if it is there.",
            ],
            "is_part occurs_in is_substring is_inside substring_check is_contained found_in appears_in",
        ),
        (
            f"{a} == {b}[::-1]",
            [
                f"{a} is {b} reversed",
                f"{a} is the reverse of {b}",
                f"{a} equals {b} spelled backwards",
                f"{b} read from right to left gives {a}",
                f"reversing {b} gives {a}",
                f"{a} and {b} are mirror images of each other",
                f"Is {a} the same as {b} written backwards?",
                f"Do you get {a} if you flip {b} around?",
                f"Reverse {b} and tell if the result equals {a}.",
            ],
            "is_reverse are_mirrored is_reversed reverse_of is_backwards are_reversed mirror_images equals_reversed",
        ),
        (
            f"len({a}) == len({b})",
            [
                f"{a} and {b} are equally long",
                f"{a} and {b} have the same length",
                f"{a} is as long as {b}",
                f"{a} has as many characters as {b}",
                f"the length of {a} equals that of {b}",
                f"neither of {a} and {b} is longer than the other",
                f"Are the lengths of {a} and {b} the same?",
                f"Do {a} and {b} have the same number of characters?",
                f"Compare the lengths of the strings {a} and {b}: True if they are equal.",
            ],
            "same_length equal_length equally_long lengths_match as_long_as same_size equal_lengths is_same_length",
        ),
        (
            f"len({a}) > len({b})",
            [
                f"{a} is longer than {b}",
                f"{a} has more characters than {b}",
                f"the length of {a} is greater than that of {b}",
                f"{b} is shorter than {a}",
                f"{b} has fewer characters than {a}",
                f"the string {a} exceeds {b} in length",
                f"Is {a} the longer one of {a} and {b}? Equal lengths give False.",
                f"Does {a} have more characters than {b}?",
                f"Count the characters of {a} and {b} and tell if {a} has more.",
            ],
            "is_longer longer_than has_more_chars first_is_longer exceeds_length is_longer_than more_characters first_longer",  # noqa: E501
        ),
        (
            f"set({a}) == set({b})",
            [
                f"{a} and {b} consist of the same characters, no matter how often",
                f"{a} and {b} have the same set of characters",
                f"{a} and {b} use exactly the same distinct characters",
                f"every character of {a} is in {b} and every character of {b} is in {a}",
                f"no character occurs in only one of {a} and {b}",
                f"{a} and {b} are made of the same characters, ignoring order and repetition",
                f"Do {a} and {b} use the same characters? Repeats don't matter.",
                f"Leaving duplicates aside, do {a} and {b} have the same characters?",
                f"Compare the sets of characters of {a} and {b} and tell if they are equal.",
            ],
            "same_alphabet same_char_set same_characters equal_char_sets same_letter_set uses_same_chars same_symbols share_all_chars",  # noqa: E501
        ),
        (
            f"all({c} in {b} for {c} in {a})",
            [
                f"every character of {a} occurs in {b}",
                f"all characters of {a} are also in {b}",
                f"{a} uses only characters that {b} has",
                f"no character of {a} is missing from {b}",
                f"{b} contains each character of {a} at least once",
                f"{a} has no character that is not in {b}",
                f"Are all characters of {a} found in {b}? How often doesn't matter.",
                f"Can {a} be written with the characters of {b}, using each as often as you like?",
                f"Go through {a} and tell if each of its characters can be found in {b}.",
            ],
            "made_from letters_within uses_only all_chars_in contains_all_chars chars_subset can_be_made_from consists_of",  # noqa: E501
        ),
        (
            f"any({c} in {b} for {c} in {a})",
            [
                f"{a} and {b} have a character in common",
                f"{a} and {b} share at least one character",
                f"some character of {a} also occurs in {b}",
                f"at least one character is in both {a} and {b}",
                f"any of the characters of {a} can be found in {b}",
                f"there is a character that {a} and {b} both contain",
                f"Do {a} and {b} have any characters in common?",
                f"Is there a character in {a} that is also in {b}?",
                f"Look for a character that occurs in {a} and in {b}: True if there is one.",
            ],
            "share_letter common_letter have_common_char share_character has_common_char any_shared overlap any_char_in",  # noqa: E501
        ),
        (
            f"{a}[:1] == {b}[:1]",
            [
                f"{a} and {b} start with the same character, or both are empty",
                f"the first characters of {a} and {b} are equal, or neither has one",
                f"{a} and {b} begin alike (same first character), or both are empty",
                f"{a} has the same first character as {b}, or both are empty",
                f"{a} and {b} share their first character or are both empty",
                f"Do {a} and {b} begin with the same character? True if both are empty.",
                f"Is the first character of {a} also that of {b}? Two empty strings give True.",
                f"Compare the first characters of {a} and {b}. Two empty strings count as equal.",
            ],
            "same_start same_initial same_first_char start_alike equal_initials first_chars_match begin_alike same_first_letter",  # noqa: E501
        ),
        (
            f"{a}.startswith({b})",
            [
                f"{a} starts with {b}",
                f"{a} begins with {b}",
                f"the string {b} is a prefix of {a}",
                f"{a} has the prefix {b}",
                f"{b} is found at the very beginning of {a}",
                f"the first characters of {a} are exactly {b}",
                f"Is {b} a prefix of {a}?",
                f"Does {a} have {b} at its start?",
                f"Look at the beginning of {a} and tell if it is {b}.",
            ],
            "has_prefix starts_with begins_with is_prefix prefix_check check_prefix starts_like opens_with",
        ),
        (
            f"{a}.endswith({b})",
            [
                f"{a} ends with {b}",
                f"{a} ends in {b}",
                f"the string {b} is a suffix of {a}",
                f"{a} has the suffix {b}",
                f"{b} is found at the very end of {a}",
                f"the last characters of {a} are exactly {b}",
                f"Is {b} a suffix of {a}?",
                f"Does {a} have {b} at its end?",
                f"Look at the end of {a} and tell if it is {b}.",
            ],
            "has_suffix ends_with ends_in is_suffix suffix_check check_suffix has_ending finishes_with",
        ),
        (
            f"len({a}) == len({b}) and {a} in {b} + {b}",
            [
                f"{a} can be made by rotating {b}",
                f"{a} is a rotation of {b}",
                f"{a} is {b} rotated by some number of places",
                f"{a} is a cyclic shift of {b}",
                f"moving characters from the front of {b} to its end can give {a}",
                f"{b} turns into {a} when some of its start is moved to its end",
                f"Is {a} a rotated copy of {b}? An unmoved one counts too.",
                f"Are {a} and {b} rotations of each other?",
                f"Can you cut {b} in two and swap the pieces to get {a}?",
            ],
            "is_rotation are_rotations is_rotated rotation_of is_cyclic_shift rotates_to check_rotation is_shifted",
        ),
    )
    return Sketch(
        names=names.split(),
        params=[Param(a, "word"), Param(b, "word")],
        bodies=truth(d, code),
        returns="bool",
        whether=[text for text in said if text[-1] not in ".?"],
        sentences=[text for text in said if text[-1] in ".?"],
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
