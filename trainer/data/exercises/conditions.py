"""Conditions on numbers, characters and words: the code that tests an element and the words that say so."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sketch import Param

__all__ = ["Condition", "char_condition", "number_condition", "word_condition"]

_LIMITS = "limit threshold k bound value cutoff level x n t"


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on one element.

    Attributes:
        code: Python with `@` for the element; needs parentheses before another `and`.
        name: For function names: "even", "above_10".
        adjective: Before a noun: "even".
        after: After a noun or "is": "greater than 10".
        verb: Instead of "are ...": "start with 'a'"; its first word gets an s for one element.
        noun: Instead of the elements' noun: "vowels".
        params: What the function must take for it.
    """

    code: str
    name: str
    adjective: str = ""
    after: str = ""
    verb: str = ""
    noun: str = ""
    params: tuple[Param, ...] = ()

    def of(self, element: str) -> str:
        """Returns the code for an element."""
        return self.code.replace("@", element)

    @property
    def many(self) -> str:
        """The condition as a plural verb phrase: "are even"."""
        if self.verb:
            return self.verb
        return f"are {self.adjective or self.after or self.noun}"

    @property
    def single(self) -> str:
        """The condition as a singular verb phrase: "is even"."""
        if self.verb:
            verb, _, rest = self.verb.partition(" ")
            return (
                f"{ {'have': 'has', 'are': 'is'}.get(verb, verb + 's') } {_singular(rest) if verb == 'are' else rest}"
            )
        if self.noun:
            return f"is {_singular(self.noun)}"
        return f"is {self.adjective or self.after}"

    def those(self, d: Draw, noun: str, where: str) -> str:
        """Returns a phrase for the elements that fulfil it: "even numbers in the list"."""
        if self.noun:
            return f"{self.noun}{where}"
        options = [f"{noun}{where} that {self.many}"]
        if self.adjective:
            options = [f"{self.adjective} {noun}{where}"] * 3 + options
        if self.after:
            options += [f"{noun}{where} {self.after}", f"{noun} {self.after}{where}"]
        return d.one(*options)


def _singular(nouns: str) -> str:
    """One of several, with its article: "a vowel", "not a digit", "none of .,!?"."""
    if nouns.startswith("none"):
        return nouns
    if nouns.startswith("not "):
        return "not " + _singular(nouns[4:])
    for many, one in (("letters and digits", "letter or digit"), ("multiples", "multiple"), ("marks", "mark")):
        if many in nouns:
            return "a " + nouns.replace(many, one)
    return ("an " if nouns[0] in "aeiou" else "a ") + nouns.removesuffix("s")


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
        return _compound(
            d, number_condition(d, compound=0, natural=natural), number_condition(d, compound=0, natural=natural)
        )
    form = d.number(0, 14)
    if form < 3:
        return d.one(_EVEN, _ODD)
    if form < 5 and not natural:
        return d.one(_POSITIVE, _POSITIVE, _NEGATIVE, _NEGATIVE, _NONZERO, _NOT_NEGATIVE, _ZERO)
    if form < 9:
        return _comparison(d, natural=natural)
    if form < 11:
        number, stem, params = _limited(d, 2, 9, p=0.3)
        params = tuple(param._replace(kind="smallpos") for param in params)
        if d.chance(0.2):
            return Condition(
                f"@ % {number} != 0",
                f"not_divisible_by_{stem or number}",
                after=f"not divisible by {number}",
                params=params,
            )
        phrase = d.one("divisible by {}", "divisible by {}", "multiples of {}").format(number)
        name = d.one("divisible_by", "multiple_of").__add__(f"_{stem}" if stem else "")
        if phrase.startswith("multiples"):
            return Condition(f"@ % {number} == 0", name, noun=phrase, params=params)
        return Condition(f"@ % {number} == 0", name, after=phrase, params=params)
    if form == 11:
        low = d.number(-3 if not natural else 0, 5)
        high = low + d.number(2, 12)
        return Condition(
            f"{low} <= @ <= {high}",
            f"between_{low}_and_{high}".replace("-", "minus_"),
            after=f"between {low} and {high} (inclusive)",
        )
    if form == 12:
        number, stem, params = _limited(d, 0, 9)
        return d.one(
            Condition(
                f"@ != {number}",
                "different" + (f"_from_{stem}" if stem else ""),
                after=f"different from {number}",
                params=params,
            ),
            Condition(
                f"@ == {number}", "equal" + (f"_to_{stem}" if stem else ""), after=f"equal to {number}", params=params
            ),
        )
    if form == 13 and natural:
        digit = d.number(0, 9)
        return Condition(f"@ % 10 == {digit}", f"ending_in_{digit}", verb=f"end in {digit}")
    divisor = d.number(3, 7)
    rest = d.number(1, divisor - 1)
    return Condition(
        f"@ % {divisor} == {rest}", f"remainder_{rest}", verb=f"leave a remainder of {rest} when divided by {divisor}"
    )


_EVEN = Condition("@ % 2 == 0", "even", adjective="even")
_ODD = Condition("@ % 2 != 0", "odd", adjective="odd")
_POSITIVE = Condition("@ > 0", "positive", adjective="positive")
_NEGATIVE = Condition("@ < 0", "negative", adjective="negative")
_NONZERO = Condition("@ != 0", "nonzero", adjective="nonzero")
_NOT_NEGATIVE = Condition("@ >= 0", "non_negative", adjective="non-negative")
_ZERO = Condition("@ == 0", "zero", after="equal to zero")


def _comparison(d: Draw, *, natural: bool) -> Condition:
    number, stem, params = _limited(d, 2 if natural else -2, 15)
    stem = stem.replace("-", "minus_")
    sign, words, name = d.one(
        (">", "greater than", "greater_than"),
        (">", "greater than", "above"),
        (">", "larger than", "larger_than"),
        (">", "above", "above"),
        ("<", "less than", "less_than"),
        ("<", "smaller than", "smaller_than"),
        ("<", "below", "below"),
        (">=", "at least", "at_least"),
        ("<=", "at most", "at_most"),
        (">=", "greater than or equal to", "not_below"),
    )
    return Condition(
        f"@ {sign} {number}",
        f"{name}_{stem}" if stem else name.removesuffix("_than"),
        after=f"{words} {number}",
        params=params,
    )


def _compound(d: Draw, a: Condition, b: Condition) -> Condition:
    names = [param.name for param in (*a.params, *b.params)]
    if a.code == b.code or a.noun or b.noun or len(set(names)) < len(names) or len(names) > 1:
        return a
    word = d.one("and", "or")
    code = f"{a.code} {word} {b.code}"
    verb = f"{a.many} {word} {b.many}"
    if a.verb or b.verb:
        return a
    verb = f"are {a.many[4:]} {word} {b.many[4:]}"
    return Condition(code, f"{a.name}_{word}_{b.name}", after=verb[4:], params=(*a.params, *b.params))


def char_condition(d: Draw) -> Condition:
    """Draws a condition on single characters."""
    form = d.number(0, 15)
    if form < 3:
        return d.one(
            Condition("@ in 'aeiouAEIOU'", "vowels", noun="vowels"),
            Condition("@.lower() in 'aeiou'", "vowels", noun="vowels"),
            Condition("@ in 'aeiou'", "lowercase_vowels", noun="lowercase vowels"),
            Condition("@ in 'AEIOU'", "uppercase_vowels", noun="uppercase vowels"),
            Condition("@ not in 'aeiouAEIOU'", "non_vowels", verb="are not vowels"),
            Condition("@.lower() not in 'aeiou'", "not_vowels", verb="are not vowels"),
        )
    if form == 3:
        return d.one(
            Condition("@.isalpha() and @.lower() not in 'aeiou'", "consonants", noun="consonants"),
            Condition("@.lower() in 'bcdfghjklmnpqrstvwxyz'", "consonants", noun="consonants"),
        )
    if form < 6:
        return d.one(
            Condition("@.isdigit()", "digits", noun="digits"),
            Condition("@ in '0123456789'", "digits", noun="digits"),
            Condition("not @.isdigit()", "non_digits", verb="are not digits"),
        )
    if form < 8:
        return d.one(
            Condition("@.isalpha()", "letters", noun="letters"),
            Condition("not @.isalpha()", "non_letters", verb="are not letters"),
            Condition("@.isalnum()", "alphanumeric", noun="letters and digits"),
            Condition("@.isalnum()", "alphanumeric", adjective="alphanumeric"),
        )
    if form < 10:
        return d.one(
            Condition("@.isupper()", "uppercase", noun="uppercase letters"),
            Condition("@.islower()", "lowercase", noun="lowercase letters"),
            Condition("@.isupper()", "upper", noun="capital letters"),
        )
    if form < 12:
        return d.one(
            Condition("@ == ' '", "spaces", noun="spaces"),
            Condition("@ != ' '", "non_spaces", verb="are not spaces"),
            Condition("@ in '.,!?'", "punctuation", noun="punctuation marks (.,!?)"),
            Condition("@ not in '.,!?'", "no_punctuation", verb="are none of .,!?"),
        )
    if form < 14:
        name = d.name("char c letter target ch symbol character")
        params = (Param(name, "char"),)
        return d.one(
            Condition(f"@ == {name}", "equal", after=f"equal to {name}", params=params),
            Condition(f"@ != {name}", "other_than", after=f"different from {name}", params=params),
        )
    letters = "".join(d.random.sample("abcdefghilmnorstu", d.number(1, 3)))
    if len(letters) == 1:
        return d.one(
            Condition(f"@ == '{letters}'", letters, after=f"equal to '{letters}'"),
            Condition(f"@ != '{letters}'", f"not_{letters}", after=f"different from '{letters}'"),
        )
    spoken = ", ".join(letters[:-1]) + " or " + letters[-1]
    return d.one(
        Condition(f"@ in '{letters}'", f"in_{letters}", after=f"equal to {spoken}"),
        Condition(f"@ not in '{letters}'", f"not_in_{letters}", after=f"not equal to {spoken}"),
    )


def word_condition(d: Draw) -> Condition:
    """Draws a condition on strings."""
    form = d.number(0, 13)
    if form < 4:
        number, stem, params = _limited(d, 1, 6)
        sign, words, name = d.one(
            (">", "longer than {} characters", "longer_than"),
            (">", "longer than {}", "longer_than"),
            ("<", "shorter than {} characters", "shorter_than"),
            ("<", "shorter than {}", "shorter_than"),
        )
        return Condition(
            f"len(@) {sign} {number}", name + (f"_{stem}" if stem else ""), after=words.format(number), params=params
        )
    if form < 6:
        number, stem, params = _limited(d, 1, 6)
        sign, words, name = d.one(
            ("==", "exactly {}", "of_length"), (">=", "at least {}", "min_length"), ("<=", "at most {}", "max_length")
        )
        return Condition(
            f"len(@) {sign} {number}",
            name + (f"_{stem}" if stem else ""),
            verb=f"have {words.format(number)} characters",
            params=params,
        )
    if form < 10:
        method, verb, stem = d.one(("startswith", "start", "starting"), ("endswith", "end", "ending"))
        if d.chance(0.4):
            text = d.name("prefix start beginning" if verb == "start" else "suffix ending end")
            return Condition(
                f"@.{method}({text})", f"{stem}_with", verb=f"{verb} with {text}", params=(Param(text, "char"),)
            )
        letter = d.one(*"abcdeghlmnost")
        return Condition(f"@.{method}('{letter}')", f"{stem}_with_{letter}", verb=f"{verb} with '{letter}'")
    if form < 12:
        if d.chance(0.4):
            text = d.name("letter char part piece sub substring")
            return Condition(f"{text} in @", "containing", verb=f"contain {text}", params=(Param(text, "char"),))
        letter = d.one(*"abdehlnost")
        return Condition(f"'{letter}' in @", f"containing_{letter}", verb=f"contain the letter '{letter}'")
    return d.one(
        Condition("@ == @[::-1]", "palindromes", noun="palindromes"),
        Condition("@.islower()", "lowercase", after="all in lower case"),
        Condition("@[:1].isupper()", "capitalized", verb="start with a capital letter"),
        Condition("len(@) % 2 == 0", "even_length", verb="have an even length"),
        Condition("len(@) % 2 == 1", "odd_length", verb="have an odd length"),
        Condition("@ != ''", "nonempty", adjective="non-empty"),
        Condition("@[:1] in list('aeiou')", "starting_with_vowel", verb="start with a lowercase vowel"),
    )
