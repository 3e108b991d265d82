"""Conditions on strings."""

from __future__ import annotations

from trainer.data.exercises.condition import Condition, limited, table, worded
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sketch import Param

__all__ = ["word_condition"]


def word_condition(d: Draw) -> Condition:
    """Draws a condition on strings."""
    form = d.number(0, 13)
    if form < 4:
        return _longer(d)
    if form < 6:
        return _length(d)
    if form < 10:
        return _affix(d)
    if form < 12:
        if d.chance(0.4):
            text = d.name("letter char part piece sub substring")
            return worded(
                d,
                f"{text} in @",
                "containing",
                verbs=[f"contain {text}", f"contain {text}", f"include {text}", f"have {text} in them"],
                tails=[f"containing {text}", f"in which {text} occurs", f"with {text} somewhere inside"],
                params=(Param(text, "char"),),
            )
        letter = d.one(*"abdehlnost")
        return worded(
            d,
            f"'{letter}' in @",
            f"containing_{letter}",
            verbs=[
                f"contain the letter '{letter}'",
                f"contain the letter '{letter}'",
                f"contain '{letter}'",
                f"include the letter '{letter}'",
                f"have the letter '{letter}' in them",
                f"contain at least one '{letter}'",
                f"have '{letter}' somewhere",
            ],
            tails=[f"containing the letter '{letter}'", f"with the letter '{letter}'", f"in which '{letter}' occurs"],
        )
    return table(
        d,
        ("@ == @[::-1]", "palindromes", _PALINDROMES),
        ("@.islower()", "lowercase", _ALL_LOWER),
        ("@[:1].isupper()", "capitalized", _CAPITAL_START),
        ("len(@) % 2 == 0", "even_length", _parity("even")),
        ("len(@) % 2 == 1", "odd_length", _parity("odd")),
        ("@ != ''", "nonempty", _NONEMPTY),
        ("@[:1] in list('aeiou')", "starting_with_vowel", _VOWEL_START),
    )


_PALINDROMES = {
    "nouns": ["palindromes", "palindromes", "palindromes"],
    "verbs": [
        "read the same backwards",
        "read the same forwards and backwards",
        "are the same when reversed",
        "equal their own reverse",
        "stay the same when turned round",
    ],
}
_ALL_LOWER = {
    "afters": ["all in lower case", "all in lower case", "entirely in lower case", "completely lowercase"],
    "adjectives": ["lowercase"],
    "verbs": ["are written in lower case", "have letters in lower case only"],
}
_CAPITAL_START = {
    "verbs": [
        "start with a capital letter",
        "start with a capital letter",
        "begin with an uppercase letter",
        "begin with a capital",
        "have a capital first letter",
        "have an upper-case letter at the start",
    ],
    "tails": ["whose first letter is a capital", "starting with an uppercase letter"],
}
_NONEMPTY = {
    "adjectives": ["non-empty", "non-empty", "nonempty"],
    "verbs": [
        "are not empty",
        "have at least one character",
        "contain at least one character",
        "are anything but empty",
    ],
    "tails": ["with at least one character", "of nonzero length"],
}
_VOWEL_START = {
    "verbs": [
        "start with a lowercase vowel",
        "start with a lowercase vowel",
        "begin with a vowel in lower case",
        "begin with a lowercase a, e, i, o or u",
        "have a lowercase vowel as their first letter",
        "start with one of the small letters a, e, i, o, u",
    ],
    "tails": ["starting with a lowercase vowel", "whose first letter is a lowercase vowel"],
}


def _parity(word: str) -> dict[str, list[str]]:
    return {
        "verbs": [
            f"have an {word} length",
            f"have an {word} length",
            f"are of {word} length",
            f"have an {word} number of characters",
            f"consist of an {word} number of characters",
            "have a length divisible by two" if word == "even" else "have a length not divisible by two",
        ],
        "tails": [f"of {word} length", f"whose length is {word}", f"with an {word} number of characters"],
    }


def _characters(number: str) -> str:
    return f"{number} character" if number == "1" else f"{number} characters"


def _longer(d: Draw) -> Condition:
    number, stem, params = limited(d, 1, 6)
    more = d.chance(0.5)
    sign, word, amount, great = (">", "longer", "more", "greater") if more else ("<", "shorter", "fewer", "less")
    name, characters = d.one(f"{word}_than", f"{word}_than", f"{amount}_than"), _characters(number)
    return worded(
        d,
        f"len(@) {sign} {number}",
        name + (f"_{stem}" if stem else ""),
        afters=[f"{word} than {characters}", f"{word} than {characters}", f"{word} than {number}"],
        verbs=[
            f"have {amount} than {characters}",
            f"have {amount} than {characters}",
            f"consist of {amount} than {characters}",
            f"have a length {great} than {number}",
            f"have a length {'above' if more else 'below'} {number}",
        ],
        tails=[
            f"with {amount} than {characters}",
            f"of {amount} than {characters}",
            f"whose length is {great} than {number}",
            f"of length {great} than {number}",
        ],
        params=params,
    )


def _length(d: Draw) -> Condition:
    number, stem, params = limited(d, 1, 6)
    characters = _characters(number)
    sign, name, verbs, tails = d.one(
        (
            "==",
            "of_length",
            [
                f"have exactly {characters}",
                f"have exactly {characters}",
                f"consist of exactly {characters}",
                f"have a length of {number}",
                f"have length {number}",
                f"are exactly {characters} long",
            ],
            [f"of length {number}", f"with exactly {characters}", f"whose length equals {number}"],
        ),
        (
            ">=",
            "min_length",
            [
                f"have at least {characters}",
                f"have at least {characters}",
                f"have {number} or more characters",
                f"are at least {characters} long",
                f"have a length of at least {number}",
                f"have no fewer than {characters}",
            ],
            [f"with at least {characters}", f"with {number} or more characters", f"whose length is at least {number}"],
        ),
        (
            "<=",
            "max_length",
            [
                f"have at most {characters}",
                f"have at most {characters}",
                f"have no more than {characters}",
                f"are at most {characters} long",
                f"have a length of at most {number}",
                f"have {number} or fewer characters",
            ],
            [f"with at most {characters}", f"of no more than {characters}", f"whose length is at most {number}"],
        ),
    )
    return worded(
        d, f"len(@) {sign} {number}", name + (f"_{stem}" if stem else ""), verbs=verbs, tails=tails, params=params
    )


def _affix(d: Draw) -> Condition:
    """What a string starts or ends with."""
    method, stem, verbs, doing, place = d.one(
        ("startswith", "starting", ("start with", "begin with"), ("starting with", "beginning with"), "first"),
        ("endswith", "ending", ("end with", "end in", "finish with"), ("ending with", "ending in"), "last"),
    )
    if d.chance(0.4):
        text = d.name("prefix start beginning" if place == "first" else "suffix ending end")
        return worded(
            d,
            f"@.{method}({text})",
            f"{stem}_with",
            verbs=[f"{verb} {text}" for verb in (verbs[0], *verbs)]
            + [f"have {text} {'at the beginning' if place == 'first' else 'at the end'}"],
            tails=[f"{word} {text}" for word in doing],
            params=(Param(text, "char"),),
        )
    letter = d.one(*"abcdeghlmnost")
    return worded(
        d,
        f"@.{method}('{letter}')",
        f"{stem}_with_{letter}",
        verbs=[f"{verb} '{letter}'" for verb in (verbs[0], verbs[0], *verbs)]
        + [
            f"{verbs[0]} the letter '{letter}'",
            f"{verbs[1]} the letter '{letter}'",
            f"have '{letter}' as their {place} letter",
        ],
        tails=[*(f"{word} '{letter}'" for word in doing), f"whose {place} letter is '{letter}'"],
    )
