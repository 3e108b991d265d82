"""Conditions on numbers, characters and words: the code that tests an element and the words that say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sketch import Param

__all__ = ["Condition", "char_condition", "number_condition", "with_article", "word_condition"]

_LIMITS = "limit threshold k bound value cutoff level x n t"
_SINGULAR = {"have": "has", "do": "does", "can": "can", "cannot": "cannot"}
_PLURALS = re.compile(
    r"\b(vowel|consonant|digit|letter|space|blank|capital|palindrome|multiple|mark|character)s\b(?! long)"
)


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on one element.

    Attributes:
        code: Python with `@` for the element; needs parentheses before another `and`.
        name: For function names: "even", "above_10".
        adjective: Before a noun: "even".
        after: After a noun or "is": "greater than 10".
        verb: Instead of "are ...": "start with 'a'"; its first word gets an s for one element.
        noun: Instead of the elements' noun: "vowels"; for one, where that is not plain, after a bar.
        tails: Only after a noun: "starting with 'a'".
        params: What the function must take for it.
    """

    code: str
    name: str
    adjective: str = ""
    after: str = ""
    verb: str = ""
    noun: str = ""
    params: tuple[Param, ...] = ()
    tails: tuple[str, ...] = ()

    def of(self, element: str) -> str:
        """Returns the code for an element."""
        return self.code.replace("@", element)

    @property
    def many(self) -> str:
        """The condition as a plural verb phrase: "are even"."""
        if self.verb:
            return self.verb
        return f"are {self.adjective or self.after or self.noun.partition('|')[0].replace(' and ', ' or ')}"

    @property
    def single(self) -> str:
        """The condition as a singular verb phrase: "is even"."""
        if self.verb:
            verb, _, rest = self.verb.partition(" ")
            if verb == "are":
                return f"is {_singular(rest)}"
            ending = "es" if verb.endswith(("sh", "ch", "s", "x")) else "s"
            rest = rest.replace("their ", "its ").replace(" them", " it")
            return f"{_SINGULAR.get(verb, verb + ending)} {rest}"
        if self.noun:
            nouns, _, one = self.noun.partition("|")
            return f"is {one or _singular(nouns)}"
        return f"is {self.adjective or self.after}"

    def those(self, d: Draw, noun: str, where: str) -> str:
        """Returns a phrase for the elements that fulfil it: "even numbers in the list"."""
        clauses = [f"{noun}{where} {d.one('that', 'that', 'that', 'which')} {self.many}"]
        clauses += [f"{noun}{where} {tail}" for tail in self.tails]
        if self.noun and not ("multiples" in self.noun and where.startswith(" of ")):
            return d.one(*[f"{self.noun.partition('|')[0]}{where}"] * 4, d.one(*clauses))
        options = [clauses[0], d.one(*clauses)] if self.tails else clauses
        if ", ..." in where:
            return d.one(*options)
        if self.adjective:
            options = [f"{self.adjective} {noun}{where}"] * 3 + options
        if self.after:
            options.append(f"{noun}{where} {self.after}")
            options.append(f"{noun} {self.after}{where}" if where.startswith(" in ") else options[-1])
        return d.one(*options)


def with_article(noun: str) -> str:
    """The noun with its indefinite article: "an item"."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _singular(nouns: str) -> str:
    """One of several, with its article: "a vowel", "not a digit", "none of .,!?"."""
    if nouns.startswith("not "):
        return "not " + _singular(nouns[4:])
    if nouns.startswith("anything but "):
        return "anything but " + _singular(nouns[13:])
    if not _PLURALS.search(nouns) or nouns.startswith(("none ", "one of ", "at ", "more ", "exactly ")):
        return nouns
    one = _PLURALS.sub(r"\1", nouns.replace("letters and digits", "letter or digit"))
    return one if nouns.startswith("no ") else with_article(one)


def _worded(
    d: Draw,
    code: str,
    name: str,
    *,
    adjectives: Sequence[str] = (),
    afters: Sequence[str] = (),
    verbs: Sequence[str] = (),
    nouns: Sequence[str] = (),
    tails: Sequence[str] = (),
    params: tuple[Param, ...] = (),
    joined: bool = False,
) -> Condition:
    """Draws one of a condition's wordings; with `joined` one that can be joined to another by "and" or "or"."""
    options = [("adjective", text) for text in adjectives] + [("after", text) for text in afters]
    if joined and options:
        plain = [
            (kind, text)
            for kind, text in options
            if not text.startswith(("not ", "no ")) and " and " not in text and " or " not in text
        ]
        options = plain or options[:1]
        tails = ()
    else:
        options += [("verb", text) for text in verbs] + [("noun", text) for text in nouns]
    kind, text = d.one(*options)
    return Condition(code, name, params=params, tails=tuple(tails), **{kind: text})


def _limited(d: Draw, low: int, high: int, p: float = 0.35) -> tuple[str, str, tuple[Param, ...]]:
    """A number to compare with, as code and for names: a constant, or a parameter."""
    if d.chance(p):
        name = d.name(_LIMITS)
        return name, "", (Param(name, "small"),)
    number = d.number(low, high)
    return str(number), str(number), ()


def number_condition(d: Draw, *, compound: float = 0.1, natural: bool = False) -> Condition:
    """Draws a condition on whole numbers; with `natural` only such as make sense for 0, 1, 2, ..."""
    if d.chance(compound):
        return _compound(d, _number(d, natural=natural, joined=True), _number(d, natural=natural, joined=True))
    return _number(d, natural=natural)


def _number(d: Draw, *, natural: bool, joined: bool = False) -> Condition:
    form = d.number(0, 14)
    if form < 3:
        return d.one(_even, _odd)(d, joined)
    if form < 5 and not natural:
        return d.one(_positive, _positive, _negative, _negative, _nonzero, _not_negative, _zero)(d, joined)
    if form < 9:
        return _comparison(d, natural=natural, joined=joined)
    if form < 11:
        return _divisible(d, joined)
    if form == 11:
        low = d.number(-3 if not natural else 0, 5)
        high = low + d.number(2, 12)
        return _worded(
            d,
            f"{low} <= @ <= {high}",
            f"between_{low}_and_{high}".replace("-", "minus_"),
            afters=[
                f"between {low} and {high} (inclusive)",
                f"between {low} and {high} (inclusive)",
                f"in the range {low} to {high} (inclusive)",
                f"at least {low} and at most {high}",
                f"no less than {low} and no more than {high}",
                f"within {low} to {high} (both included)",
            ],
            verbs=[f"lie between {low} and {high} (inclusive)", f"lie in the closed interval [{low}, {high}]"],
            joined=joined,
        )
    if form == 12:
        number, stem, params = _limited(d, 0, 9)
        if d.chance(0.5):
            return _worded(
                d,
                f"@ != {number}",
                "different" + (f"_from_{stem}" if stem else ""),
                afters=[f"different from {number}", f"different from {number}", f"not equal to {number}"],
                verbs=[f"differ from {number}", f"do not equal {number}", f"are anything but {number}"],
                tails=[f"other than {number}"],
                params=params,
                joined=joined,
            )
        return _worded(
            d,
            f"@ == {number}",
            "equal" + (f"_to_{stem}" if stem else ""),
            afters=[f"equal to {number}", f"equal to {number}", f"identical to {number}"],
            verbs=[f"equal {number}", f"are the same as {number}", f"are exactly {number}", f"match {number}"],
            params=params,
            joined=joined,
        )
    if form == 13 and natural:
        digit = d.number(0, 9)
        return _worded(
            d,
            f"@ % 10 == {digit}",
            f"ending_in_{digit}",
            verbs=[
                f"end in {digit}",
                f"end in {digit}",
                f"end with the digit {digit}",
                f"have {digit} as their last digit",
                f"have a last digit of {digit}",
                f"have a {digit} in the ones place".replace("a 8", "an 8"),
            ],
            tails=[f"ending in {digit}", f"whose last digit is {digit}"],
        )
    divisor = d.number(3, 7)
    rest = d.number(1, divisor - 1)
    return _worded(
        d,
        f"@ % {divisor} == {rest}",
        f"remainder_{rest}",
        verbs=[
            f"leave a remainder of {rest} when divided by {divisor}",
            f"leave a remainder of {rest} when divided by {divisor}",
            f"leave remainder {rest} on division by {divisor}",
            f"give {rest} modulo {divisor}",
            f"have remainder {rest} when divided by {divisor}",
            f"equal {rest} modulo {divisor}",
            f"are congruent to {rest} modulo {divisor}",
            f"give a remainder of {rest} after division by {divisor}",
        ],
        tails=[f"whose remainder modulo {divisor} is {rest}", f"with remainder {rest} when divided by {divisor}"],
    )


def _even(d: Draw, joined: bool) -> Condition:
    return _worded(
        d,
        "@ % 2 == 0",
        "even",
        adjectives=["even"] * 5,
        afters=["divisible by two", "divisible by 2", "evenly divisible by 2"],
        verbs=["are multiples of 2", "leave no remainder when divided by 2", "can be divided by two without remainder"],
        joined=joined,
    )


def _odd(d: Draw, joined: bool) -> Condition:
    return _worded(
        d,
        "@ % 2 != 0",
        "odd",
        adjectives=["odd"] * 5,
        afters=["not divisible by two", "not divisible by 2"],
        verbs=[
            "are not even",
            "are not multiples of 2",
            "leave a remainder of 1 when divided by 2",
            "cannot be divided evenly by two",
        ],
        joined=joined,
    )


def _positive(d: Draw, joined: bool) -> Condition:
    return _worded(
        d,
        "@ > 0",
        "positive",
        adjectives=["positive"] * 4,
        afters=["greater than zero", "above zero", "larger than 0", "greater than 0", "over zero"],
        verbs=["exceed zero", "lie above zero", "are more than 0"],
        joined=joined,
    )


def _negative(d: Draw, joined: bool) -> Condition:
    return _worded(
        d,
        "@ < 0",
        "negative",
        adjectives=["negative"] * 4,
        afters=["less than zero", "below zero", "smaller than 0", "less than 0", "under zero"],
        verbs=["lie below zero", "fall below zero", "have a minus sign"],
        joined=joined,
    )


def _nonzero(d: Draw, joined: bool) -> Condition:
    return _worded(
        d,
        "@ != 0",
        "nonzero",
        adjectives=["nonzero", "nonzero", "non-zero"],
        afters=["different from zero", "not equal to zero", "not equal to 0"],
        verbs=["are not zero", "differ from 0", "are anything but zero"],
        tails=["other than zero", "other than 0"],
        joined=joined,
    )


def _not_negative(d: Draw, joined: bool) -> Condition:
    return _worded(
        d,
        "@ >= 0",
        "non_negative",
        adjectives=["non-negative", "non-negative", "nonnegative"],
        afters=["at least zero", "greater than or equal to zero", "not below zero", "at least 0"],
        verbs=["are not negative", "are zero or more", "are zero or positive", "are 0 or greater"],
        joined=joined,
    )


def _zero(d: Draw, joined: bool) -> Condition:
    return _worded(
        d,
        "@ == 0",
        "zero",
        afters=["equal to zero", "equal to zero", "equal to 0"],
        verbs=["are zero", "equal zero", "equal 0", "are exactly zero", "are 0"],
        joined=joined,
    )


def _comparison(d: Draw, *, natural: bool, joined: bool) -> Condition:
    number, stem, params = _limited(d, 2 if natural else -2, 15)
    stem = stem.replace("-", "minus_")
    sign = d.one(">", ">", ">", ">", "<", "<", "<", ">=", ">=", "<=")
    afters, verbs, tails, names = {
        ">": (
            "greater than|greater than|larger than|above|bigger than|more than|higher than|over",
            "exceed {}|lie above {}",
            "exceeding {}",
            "greater_than greater_than above larger_than bigger_than over",
        ),
        "<": (
            "less than|less than|smaller than|below|under|lower than",
            "lie below {}|fall short of {}|stay below {}",
            "",
            "less_than smaller_than below under lower_than",
        ),
        ">=": (
            "at least|greater than or equal to|not less than|no less than|no smaller than|not below",
            "are {} or more|are {} or greater|are {} or higher",
            "from {} upwards (inclusive)",
            "at_least not_below no_less_than",
        ),
        "<=": (
            "at most|less than or equal to|not more than|no more than|no larger than|not above",
            "are {} or less|are {} or smaller|do not exceed {}",
            "",
            "at_most not_above no_more_than",
        ),
    }[sign]
    name = d.word(names)
    return _worded(
        d,
        f"@ {sign} {number}",
        f"{name}_{stem}" if stem else name.removesuffix("_than"),
        afters=[f"{text} {number}" for text in afters.split("|")],
        verbs=[text.format(number) for text in verbs.split("|")],
        tails=[text.format(number) for text in tails.split("|") if text],
        params=params,
        joined=joined,
    )


def _divisible(d: Draw, joined: bool) -> Condition:
    number, stem, params = _limited(d, 2, 9, p=0.3)
    params = tuple(param._replace(kind="smallpos") for param in params)
    if d.chance(0.2):
        return _worded(
            d,
            f"@ % {number} != 0",
            f"not_divisible_by_{stem or number}",
            afters=[f"not divisible by {number}", f"not divisible by {number}", f"not evenly divisible by {number}"],
            verbs=[
                f"are not multiples of {number}",
                f"leave a remainder when divided by {number}",
                f"cannot be divided evenly by {number}",
            ],
            params=params,
            joined=joined,
        )
    multiple = d.chance(1 / 3)
    name = d.one("divisible_by", "multiple_of").__add__(f"_{stem}" if stem else "")
    if multiple:
        nouns = [f"multiples of {number}", f"multiples of {number}", f"exact multiples of {number}"]
        return _worded(d, f"@ % {number} == 0", name, nouns=nouns, params=params)
    return _worded(
        d,
        f"@ % {number} == 0",
        name,
        afters=[
            f"divisible by {number}",
            f"divisible by {number}",
            f"evenly divisible by {number}",
            f"divisible by {number} without remainder",
        ],
        verbs=[
            f"leave no remainder when divided by {number}",
            f"can be divided evenly by {number}",
            f"have {number} as a divisor",
            f"give 0 modulo {number}",
        ],
        params=params,
        joined=joined,
    )


def _compound(d: Draw, a: Condition, b: Condition) -> Condition:
    names = [param.name for param in (*a.params, *b.params)]
    if a.code == b.code or a.noun or b.noun or len(set(names)) < len(names) or len(names) > 1:
        return a
    word = d.one("and", "or")
    also = d.one(word, word, word, f"{word} also") if word == "and" else word
    code = f"{a.code} {word} {b.code}"
    if a.verb or b.verb:
        return a
    after = f"{a.many[4:]} {also} {b.many[4:]}"
    return Condition(code, f"{a.name}_{word}_{b.name}", after=after, params=(*a.params, *b.params))


def char_condition(d: Draw) -> Condition:
    """Draws a condition on single characters."""
    form = d.number(0, 15)
    if form < 3:
        return _table(
            d,
            ("@ in 'aeiouAEIOU'", "vowels", _VOWELS),
            ("@.lower() in 'aeiou'", "vowels", _VOWELS),
            ("@ in 'aeiou'", "lowercase_vowels", _SMALL_VOWELS),
            ("@ in 'AEIOU'", "uppercase_vowels", _CAPITAL_VOWELS),
            ("@ not in 'aeiouAEIOU'", "non_vowels", _NOT_VOWELS),
            ("@.lower() not in 'aeiou'", "not_vowels", _NOT_VOWELS),
        )
    if form == 3:
        return _table(
            d,
            ("@.isalpha() and @.lower() not in 'aeiou'", "consonants", _CONSONANTS),
            ("@.lower() in 'bcdfghjklmnpqrstvwxyz'", "consonants", _CONSONANTS),
        )
    if form < 6:
        return _table(
            d,
            ("@.isdigit()", "digits", _DIGITS),
            ("@ in '0123456789'", "digits", _DIGITS),
            ("not @.isdigit()", "non_digits", _NOT_DIGITS),
        )
    if form < 8:
        return _table(
            d,
            ("@.isalpha()", "letters", _LETTERS),
            ("not @.isalpha()", "non_letters", _NOT_LETTERS),
            ("@.isalnum()", "alphanumeric", _LETTERS_AND_DIGITS),
            ("@.isalnum()", "alphanumeric", {"adjectives": ["alphanumeric", "alphanumeric", "alphanumerical"]}),
        )
    if form < 10:
        return _table(
            d,
            ("@.isupper()", "uppercase", _UPPER),
            ("@.islower()", "lowercase", _LOWER),
            ("@.isupper()", "upper", _CAPITALS),
        )
    if form < 12:
        return _table(
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
        return _worded(
            d,
            f"@ in '{letters}'",
            f"in_{letters}",
            afters=[f"equal to {first} or {last}", f"equal to {first} or {last}", f"equal to {quoted}"],
            verbs=[f"are one of {first} and {last}", f"are {quoted}", f"occur in '{letters}'", f"are in '{letters}'"],
            tails=[f"contained in '{letters}'"],
        )
    return _worded(
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


def _table(d: Draw, *rows: tuple[str, str, dict[str, list[str]]]) -> Condition:
    """Draws one of several conditions, then one of its wordings."""
    code, name, wording = d.one(*rows)
    return _worded(d, code, name, **wording)


def _same(d: Draw, said: str, equal: str, other: str, params: tuple[Param, ...] = ()) -> Condition:
    """The same character as another, or a different one."""
    if d.chance(0.5):
        return _worded(
            d,
            f"@ == {said}",
            equal,
            afters=[f"equal to {said}", f"equal to {said}", f"identical to {said}"],
            verbs=[f"equal {said}", f"match {said}", f"are the same as {said}"],
            tails=[f"matching {said}"],
            params=params,
        )
    return _worded(
        d,
        f"@ != {said}",
        other,
        afters=[f"different from {said}", f"different from {said}", f"not equal to {said}"],
        verbs=[f"differ from {said}", f"do not equal {said}", f"are not the same as {said}"],
        tails=[f"other than {said}"],
        params=params,
    )


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
            return _worded(
                d,
                f"{text} in @",
                "containing",
                verbs=[f"contain {text}", f"contain {text}", f"include {text}", f"have {text} in them"],
                tails=[f"containing {text}", f"in which {text} occurs", f"with {text} somewhere inside"],
                params=(Param(text, "char"),),
            )
        letter = d.one(*"abdehlnost")
        return _worded(
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
    return _table(
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
    number, stem, params = _limited(d, 1, 6)
    more = d.chance(0.5)
    sign, word, amount, great = (">", "longer", "more", "greater") if more else ("<", "shorter", "fewer", "less")
    name, characters = d.one(f"{word}_than", f"{word}_than", f"{amount}_than"), _characters(number)
    return _worded(
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
    number, stem, params = _limited(d, 1, 6)
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
    return _worded(
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
        return _worded(
            d,
            f"@.{method}({text})",
            f"{stem}_with",
            verbs=[f"{verb} {text}" for verb in (verbs[0], *verbs)]
            + [f"have {text} {'at the beginning' if place == 'first' else 'at the end'}"],
            tails=[f"{word} {text}" for word in doing],
            params=(Param(text, "char"),),
        )
    letter = d.one(*"abcdeghlmnost")
    return _worded(
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
