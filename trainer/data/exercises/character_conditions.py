"""Conditions on single characters."""

from __future__ import annotations

from trainer.data.exercises.condition import Condition, table, worded
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sketch import Param

__all__ = ["char_condition"]


def char_condition(d: Draw) -> Condition:
    """Draws a condition on single characters."""
    form = d.number(0, 15)
    if form < 3:
        return table(
            d,
            ("@ in 'aeiouAEIOU'", "vowels", _VOWELS),
            ("@.lower() in 'aeiou'", "vowels", _VOWELS),
            ("@ in 'aeiou'", "lowercase_vowels", _SMALL_VOWELS),
            ("@ in 'AEIOU'", "uppercase_vowels", _CAPITAL_VOWELS),
            ("@ not in 'aeiouAEIOU'", "non_vowels", _NOT_VOWELS),
            ("@.lower() not in 'aeiou'", "not_vowels", _NOT_VOWELS),
        )
    if form == 3:
        return table(
            d,
            ("@.isalpha() and @.lower() not in 'aeiou'", "consonants", _CONSONANTS),
            ("@.lower() in 'bcdfghjklmnpqrstvwxyz'", "consonants", _CONSONANTS),
        )
    if form < 6:
        return table(
            d,
            ("@.isdigit()", "digits", _DIGITS),
            ("@ in '0123456789'", "digits", _DIGITS),
            ("not @.isdigit()", "non_digits", _NOT_DIGITS),
        )
    if form < 8:
        return table(
            d,
            ("@.isalpha()", "letters", _LETTERS),
            ("not @.isalpha()", "non_letters", _NOT_LETTERS),
            ("@.isalnum()", "alphanumeric", _LETTERS_AND_DIGITS),
            ("@.isalnum()", "alphanumeric", {"adjectives": ["alphanumeric", "alphanumeric", "alphanumerical"]}),
        )
    if form < 10:
        return table(
            d,
            ("@.isupper()", "uppercase", _UPPER),
            ("@.islower()", "lowercase", _LOWER),
            ("@.isupper()", "upper", _CAPITALS),
        )
    if form < 12:
        return table(
            d,
            ("@ == ' '", "spaces", {"nouns": ["spaces", "spaces", "spaces", "space characters", "blank spaces"]}),
            ("@ != ' '", "non_spaces", _NOT_SPACES),
            ("@ in '.,!?'", "punctuation", _PUNCTUATION),
            ("@ not in '.,!?'", "no_punctuation", _NO_PUNCTUATION),
        )
    if form < 14:
        name = d.name("char c letter target ch symbol character")
        return _same(d, name, "equal", "other_than", (Param(name, "char"),))
    letters = "".join(d.random.sample("abcdefghilmnorstu", d.number(1, 3)))
    if len(letters) == 1:
        return _same(d, f"'{letters}'", letters, f"not_{letters}")
    first, last = ", ".join(letters[:-1]), letters[-1]
    quoted = ", ".join(f"'{letter}'" for letter in letters[:-1]) + f" or '{last}'"
    if d.chance(0.5):
        return worded(
            d,
            f"@ in '{letters}'",
            f"in_{letters}",
            afters=[f"equal to {first} or {last}", f"equal to {first} or {last}", f"equal to {quoted}"],
            verbs=[f"are one of {first} and {last}", f"are {quoted}", f"occur in '{letters}'", f"are in '{letters}'"],
            tails=[f"contained in '{letters}'"],
        )
    return worded(
        d,
        f"@ not in '{letters}'",
        f"not_in_{letters}",
        afters=[f"not equal to {first} or {last}", f"not equal to {first} or {last}", f"not equal to {quoted}"],
        verbs=[f"are none of {first} and {last}", f"do not occur in '{letters}'", f"are not in '{letters}'"],
        tails=[f"other than {first} and {last}", f"not contained in '{letters}'"],
    )


_VOWELS = {
    "nouns": [
        "vowels",
        "vowels",
        "vowels",
        "vowels of either case",
        "vowels (a, e, i, o, u, in either case)",
        "upper or lower case vowels",
    ],
    "verbs": ["are one of a, e, i, o, u or their capitals", "are vowels"],
}
_SMALL_VOWELS = {
    "nouns": ["lowercase vowels", "lowercase vowels", "lower-case vowels", "vowels in lower case", "small vowels"],
    "verbs": ["are one of the lowercase letters a, e, i, o and u"],
}
_CAPITAL_VOWELS = {
    "nouns": ["uppercase vowels", "uppercase vowels", "upper-case vowels", "vowels in upper case", "capital vowels"],
    "verbs": ["are one of the capital letters A, E, I, O and U"],
}
_NOT_VOWELS = {
    "verbs": ["are not vowels", "are not vowels", "are no vowels", "are anything but vowels"],
    "nouns": ["non-vowels"],
    "tails": ["other than vowels"],
}
_CONSONANTS = {
    "nouns": [
        "consonants",
        "consonants",
        "consonants",
        "letters other than vowels|a letter other than a vowel",
        "letters other than a, e, i, o, u (in either case)|a letter other than a, e, i, o, u (in either case)",
        "consonants of either case",
    ],
    "verbs": ["are consonants"],
}
_DIGITS = {
    "nouns": ["digits", "digits", "digits", "decimal digits", "digit characters", "digits (0-9)"],
    "verbs": ["are digits", "lie between '0' and '9'"],
}
_NOT_DIGITS = {
    "verbs": ["are not digits", "are not digits", "are no digits", "are anything but digits"],
    "nouns": ["non-digits", "non-digit characters"],
    "tails": ["other than digits"],
}
_LETTERS = {
    "nouns": ["letters", "letters", "letters", "letters of the alphabet", "alphabetic characters"],
    "adjectives": ["alphabetic", "alphabetical"],
    "verbs": ["are letters"],
}
_NOT_LETTERS = {
    "verbs": ["are not letters", "are not letters", "are no letters", "are anything but letters"],
    "nouns": ["non-letters", "non-letter characters"],
    "adjectives": ["non-alphabetic"],
    "tails": ["other than letters"],
}
_LETTERS_AND_DIGITS = {
    "nouns": ["letters and digits", "letters and digits", "letters or digits|a letter or digit"],
    "verbs": ["are alphanumeric"],
}
_UPPER = {
    "nouns": ["uppercase letters", "uppercase letters", "upper-case letters", "letters in upper case"],
    "adjectives": ["uppercase", "upper-case"],
}
_LOWER = {
    "nouns": ["lowercase letters", "lowercase letters", "lower-case letters", "small letters", "letters in lower case"],
    "adjectives": ["lowercase", "lower-case"],
}
_CAPITALS = {"nouns": ["capital letters", "capital letters", "capitals", "upper case letters"]}
_NOT_SPACES = {
    "verbs": ["are not spaces", "are not spaces", "are no spaces", "are anything but spaces"],
    "nouns": ["non-space characters"],
    "tails": ["other than spaces"],
}
_PUNCTUATION = {
    "nouns": [
        "punctuation marks (.,!?)",
        "punctuation marks (.,!?)",
        "full stops, commas, exclamation and question marks|a full stop, comma, exclamation or question mark",
    ],
    "verbs": ["are one of .,!?", "are one of the marks .,!?", "occur in '.,!?'"],
}
_NO_PUNCTUATION = {
    "verbs": ["are none of .,!?", "are none of .,!?", "are none of the marks .,!?", "do not occur in '.,!?'"],
    "tails": ["other than .,!?"],
}


def _same(d: Draw, said: str, equal: str, other: str, params: tuple[Param, ...] = ()) -> Condition:
    """The same character as another, or a different one."""
    if d.chance(0.5):
        return worded(
            d,
            f"@ == {said}",
            equal,
            afters=[f"equal to {said}", f"equal to {said}", f"identical to {said}"],
            verbs=[f"equal {said}", f"match {said}", f"are the same as {said}"],
            tails=[f"matching {said}"],
            params=params,
        )
    return worded(
        d,
        f"@ != {said}",
        other,
        afters=[f"different from {said}", f"different from {said}", f"not equal to {said}"],
        verbs=[f"differ from {said}", f"do not equal {said}", f"are not the same as {said}"],
        tails=[f"other than {said}"],
        params=params,
    )
