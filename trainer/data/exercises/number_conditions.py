"""Conditions on whole numbers."""

from __future__ import annotations

from trainer.data.exercises.condition import Condition, limited, worded
from trainer.data.exercises.draw import Draw

__all__ = ["number_condition"]


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
        return worded(
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
        number, stem, params = limited(d, 0, 9)
        if d.chance(0.5):
            return worded(
                d,
                f"@ != {number}",
                "different" + (f"_from_{stem}" if stem else ""),
                afters=[f"different from {number}", f"different from {number}", f"not equal to {number}"],
                verbs=[f"differ from {number}", f"do not equal {number}", f"are anything but {number}"],
                tails=[f"other than {number}"],
                params=params,
                joined=joined,
            )
        return worded(
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
        return worded(
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
    return worded(
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
    return worded(
        d,
        "@ % 2 == 0",
        "even",
        adjectives=["even"] * 5,
        afters=["divisible by two", "divisible by 2", "evenly divisible by 2"],
        verbs=["are multiples of 2", "leave no remainder when divided by 2", "can be divided by two without remainder"],
        joined=joined,
    )


def _odd(d: Draw, joined: bool) -> Condition:
    return worded(
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
    return worded(
        d,
        "@ > 0",
        "positive",
        adjectives=["positive"] * 4,
        afters=["greater than zero", "above zero", "larger than 0", "greater than 0", "over zero"],
        verbs=["exceed zero", "lie above zero", "are more than 0"],
        joined=joined,
    )


def _negative(d: Draw, joined: bool) -> Condition:
    return worded(
        d,
        "@ < 0",
        "negative",
        adjectives=["negative"] * 4,
        afters=["less than zero", "below zero", "smaller than 0", "less than 0", "under zero"],
        verbs=["lie below zero", "fall below zero", "have a minus sign"],
        joined=joined,
    )


def _nonzero(d: Draw, joined: bool) -> Condition:
    return worded(
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
    return worded(
        d,
        "@ >= 0",
        "non_negative",
        adjectives=["non-negative", "non-negative", "nonnegative"],
        afters=["at least zero", "greater than or equal to zero", "not below zero", "at least 0"],
        verbs=["are not negative", "are zero or more", "are zero or positive", "are 0 or greater"],
        joined=joined,
    )


def _zero(d: Draw, joined: bool) -> Condition:
    return worded(
        d,
        "@ == 0",
        "zero",
        afters=["equal to zero", "equal to zero", "equal to 0"],
        verbs=["are zero", "equal zero", "equal 0", "are exactly zero", "are 0"],
        joined=joined,
    )


def _comparison(d: Draw, *, natural: bool, joined: bool) -> Condition:
    number, stem, params = limited(d, 2 if natural else -2, 15)
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
    return worded(
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
    number, stem, params = limited(d, 2, 9, p=0.3)
    params = tuple(param._replace(kind="smallpos") for param in params)
    if d.chance(0.2):
        return worded(
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
        return worded(d, f"@ % {number} == 0", name, nouns=nouns, params=params)
    return worded(
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
