"""Numbers compared with each other or with bounds."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import three, two
from trainer.data.exercises.family import Family
from trainer.data.exercises.folds import truth
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _relation(d: Draw) -> Sketch:
    a, b = two(d)
    k = d.number(2, 10)
    code, names, whether, questions = d.one(
        (
            f"{a} > {b}",
            "is_greater greater_than is_larger is_bigger exceeds is_more_than larger_than first_is_larger",
            [f"{a} is greater than {b}", f"{a} is larger than {b}", f"{b} is smaller than {a}", f"{a} exceeds {b}", f"{a} > {b}"],  # noqa: E501
            [f"Is {a} bigger than {b}?", f"Is {a} more than {b}?"],
        ),
        (
            f"{a} < {b}",
            "is_less less_than is_smaller smaller_than is_below is_lower first_is_smaller is_less_than",
            [f"{a} is less than {b}", f"{a} is smaller than {b}", f"{b} is greater than {a}", f"{a} is strictly below {b}", f"{a} < {b}"],  # noqa: E501
            [f"Is {a} smaller than {b}?", f"Is {a} the strictly smaller one of {a} and {b}?"],
        ),
        (
            f"{a} == {b}",
            "are_equal is_equal same equals is_same same_value are_same numbers_match",
            [f"{a} equals {b}", f"{a} and {b} are equal", f"{a} is the same number as {b}", f"{a} and {b} have the same value", f"there is no difference between {a} and {b}"],  # noqa: E501
            [f"Are {a} and {b} the same?", f"Do {a} and {b} match?"],
        ),
        (
            f"{a} != {b}",
            "are_different differ not_equal is_different are_unequal not_same is_not_equal values_differ",
            [f"{a} and {b} are different", f"{a} does not equal {b}", f"{a} is not the same as {b}", f"{a} differs from {b}", f"{a} and {b} are not equal"],  # noqa: E501
            [f"Are {a} and {b} two different numbers?", f"Do {a} and {b} differ?"],
        ),
        (
            f"{a} % 2 == {b} % 2",
            "same_parity both_even_or_odd parity_matches equal_parity have_same_parity parities_agree alike_in_parity",
            [f"{a} and {b} are both even or both odd", f"{a} and {b} have the same parity", f"{a} and {b} leave the same remainder when divided by 2", f"the difference of {a} and {b} is divisible by two", f"the sum of {a} and {b} is even"],  # noqa: E501
            [f"Are {a} and {b} either both even or both odd?", f"Do {a} and {b} have the same parity?"],
        ),
        (
            f"{a} >= {b}",
            "at_least not_less is_at_least not_smaller reaches greater_or_equal is_not_below meets_minimum",
            [f"{a} is at least {b}", f"{a} is greater than or equal to {b}", f"{a} is not less than {b}", f"{a} is no smaller than {b}", f"{a} equals {b} or is larger"],  # noqa: E501
            [f"Is {a} as large as {b} or larger?", f"Does {a} reach {b}?"],
        ),
        (
            f"abs({a} - {b}) <= {k}",
            f"within_{k} is_close near are_close close_enough differ_at_most_{k} within_distance nearly_equal",
            [f"{a} and {b} differ by at most {k}", f"{a} and {b} are no more than {k} apart", f"the distance between {a} and {b} is at most {k}", f"{a} is within {k} of {b}", f"the absolute difference of {a} and {b} does not exceed {k}"],  # noqa: E501
            [f"Are {a} and {b} at most {k} apart?", f"Is {a} within {k} of {b} (exactly {k} apart counts)?"],
        ),
        (
            f"{a} + {b} == {k}",
            f"adds_to_{k} sum_is_{k} makes_{k} add_up_to_{k} sums_to_{k} total_is_{k} sum_equals_{k} is_pair_of_{k}",
            [f"{a} and {b} add up to {k}", f"the sum of {a} and {b} is {k}", f"{a} plus {b} is exactly {k}", f"adding {a} and {b} gives {k}", f"{a} and {b} together make {k}"],  # noqa: E501
            [f"Do {a} and {b} add up to {k}?", f"Is {a} + {b} equal to {k}?"],
        ),
        (
            f"{a} == {b} * {k}",
            f"is_{k}_times is_{k}_times_other equals_{k}_times exactly_{k}_times is_{k}_fold is_product_with_{k}",
            [f"{a} is {k} times {b}", f"{a} equals {b} multiplied by {k}", f"multiplying {b} by {k} gives {a}", f"{a} is the product of {k} and {b}", f"{k} times {b} is exactly {a}"],  # noqa: E501
            [f"Is {a} exactly {k} times {b}?", f"Do you get {a} when you multiply {b} by {k}?"],
        ),
        (
            f"{a} * {b} > 0",
            "same_sign product_positive both_same_sign signs_agree has_positive_product same_nonzero_sign",
            [f"the product of {a} and {b} is positive", f"{a} times {b} is greater than zero", f"{a} and {b} are both positive or both negative", f"{a} and {b} have the same sign and neither is 0", f"multiplying {a} by {b} gives a positive number"],  # noqa: E501
            [f"Are {a} and {b} both above zero or both below zero?", f"Is {a} times {b} positive?"],
        ),
        (
            f"{a} ** 2 == {b}",
            "is_square_of squares_to square_matches is_squared equals_square is_its_square second_is_square",
            [f"{b} is the square of {a}", f"{b} equals {a} squared", f"{a} times itself is {b}", f"squaring {a} gives {b}", f"{a} multiplied by {a} is {b}"],  # noqa: E501
            [f"Is {b} the square of {a}?", f"Do you get {b} when you multiply {a} by itself?"],
        ),
        (
            f"{a} == -{b}",
            "are_opposite is_negative_of are_opposites cancel_out is_negation sum_to_zero opposite_numbers",
            [f"{a} is the negative of {b}", f"{a} equals minus {b}", f"{a} and {b} add up to zero", f"{a} and {b} cancel each other out when added", f"{a} is {b} with its sign flipped"],  # noqa: E501
            [f"Are {a} and {b} opposite numbers, so that their sum is 0?", f"Is {a} the same as -{b}?"],
        ),
        (
            f"{a} + {b} > {k}",
            f"sum_above_{k} total_above_{k} exceeds_{k} sum_over_{k} sum_exceeds_{k} more_than_{k} over_{k}_together",
            [f"the sum of {a} and {b} is greater than {k}", f"{a} and {b} add up to more than {k}", f"{a} plus {b} exceeds {k}", f"the total of {a} and {b} is above {k}", f"{a} + {b} is larger than {k}"],  # noqa: E501
            [f"Do {a} and {b} together make more than {k}?", f"Is {k} smaller than {a} + {b}?"],
        ),
        (
            f"{a} - {b} == {k}",
            f"is_{k}_more exceeds_by_{k} is_{k}_above is_{k}_larger difference_is_{k} leads_by_{k} is_{k}_ahead",
            [f"{a} is {k} more than {b}", f"{a} exceeds {b} by exactly {k}", f"{a} minus {b} is {k}", f"taking {b} away from {a} leaves {k}", f"adding {k} to {b} gives {a}"],  # noqa: E501
            [f"Is {a} exactly {k} larger than {b}?", f"Is {a} the same as {b} + {k}?"],
        ),
    )  # fmt: skip
    return Sketch(
        names=names.split(),
        params=[Param(a, "int"), Param(b, "int")],
        bodies=truth(d, code),
        returns="bool",
        whether=whether,
        sentences=[
            *questions,
            f"True when {whether[0]}, else False.",
            f"Given two numbers {a} and {b}, tell if {whether[1]}.",
            f"Compare {a} with {b}: give back True if {whether[2]}, and False if not.",
            f"Says whether {whether[3]}.",
            f"Is it true that {whether[4]}?",
        ],
        draw=lambda e: e.one(
            (v := e.number(-4, 9), v),
            (v, k - v),
            (v, v * v),
            (v * k, v),
            (v, -v),
            (v, v + k),
            (v, e.number(-20, 20)),
            (v + k, v),
        ),
    )


def _inside(d: Draw) -> Sketch:
    n, low, high = d.one(
        "n low high", "x lower upper", "value minimum maximum", "number start end", "x a b", "value low high"
    ).split()
    strict = d.chance(0.4)
    sign = "<" if strict else "<="
    note = ", not included" if strict else ", both included"
    outside = d.chance(0.3)
    code = f"{n} < {low} or {n} > {high}" if outside else f"{low} {sign} {n} {sign} {high}"
    if outside:
        names = "is_outside out_of_range outside_range not_in_range beyond_limits is_out_of_bounds not_between"
        whether = [
            f"{n} is less than {low} or greater than {high}",
            f"{n} is below {low} or above {high}",
            f"{n} is smaller than {low} or larger than {high}",
            f"{n} lies outside the range from {low} to {high} (the ends count as inside)",
            f"{n} < {low} or {n} > {high}",
        ]
        questions = [
            f"Is {n} out of range, that is, below {low} or above {high}?",
            f"Does {n} fall outside of {low} to {high}? The ends themselves are inside.",
            f"Given the limits {low} and {high}, tell if {n} is too small or too large. The limits are allowed.",
        ]
    elif strict:
        names = "is_between in_range within is_in_range between strictly_between in_open_interval lies_between"
        whether = [
            f"{n} is between {low} and {high}{note}",
            f"{n} is greater than {low} and less than {high}",
            f"{n} is strictly between {low} and {high}",
            f"{n} lies in the open interval from {low} to {high}",
            f"{low} < {n} < {high}",
            f"{n} is above {low} but below {high}",
        ]
        questions = [
            f"Is {n} larger than {low} and at the same time smaller than {high}?",
            f"Does {n} lie between {low} and {high}? The ends do not count.",
            f"Given the bounds {low} and {high}, tell if {n} is between them (exclusive).",
        ]
    else:
        names = "is_between in_range within is_in_range between is_inside in_bounds lies_within within_limits"
        whether = [
            f"{n} is between {low} and {high}{note}",
            f"{n} is at least {low} and at most {high}",
            f"{n} lies in the range from {low} to {high}, including both ends",
            f"{n} is neither below {low} nor above {high}",
            f"{low} <= {n} <= {high}",
            f"{n} is in the closed interval from {low} to {high}",
        ]
        questions = [
            f"Is {n} no smaller than {low} and no larger than {high}?",
            f"Does {n} lie between {low} and {high}? The ends count, too.",
            f"Given the bounds {low} and {high}, tell if {n} is between them (inclusive).",
        ]
    return Sketch(
        names=names.split(),
        params=[Param(n, "nat"), Param(low, "small"), Param(high, "nat12")],
        bodies=truth(d, code),
        returns="bool",
        whether=whether,
        sentences=[*questions, f"True when {whether[1]}, else False."],
        inputs=["3, 3, 5", "5, 3, 5", "4, 3, 5", "6, 3, 5", "2, 3, 5"],
    )


def _choose(d: Draw) -> Sketch:
    larger = d.chance(0.5)
    sign, builtin = (">", "max") if larger else ("<", "min")
    words = d.word("larger bigger greater maximum") if larger else d.word("smaller lesser minimum")
    three_words = {
        "larger": "largest",
        "bigger": "biggest",
        "greater": "greatest",
        "smaller": "smallest",
        "lesser": "least",
    }.get(words, words)
    more = {"maximum": "larger", "minimum": "smaller"}.get(words, words)
    less = "smaller" if larger else "larger"
    if d.chance(0.55):
        a, b = two(d)
        loose = d.one(sign, sign, sign + "=")
        bodies = [
            f"return {builtin}({a}, {b})",
            f"if {a} {loose} {b}:\n    return {a}\nreturn {b}",
            f"if {a} {loose} {b}:\n    return {a}\nelse:\n    return {b}",
            f"return {a} if {a} {loose} {b} else {b}",
        ]
        return Sketch(
            names=[
                f"{builtin}_of_two",
                words,
                f"{words}_of",
                f"{words}_number",
                f"{builtin}_two",
                f"pick_{words}",
                f"find_{words}",
                f"{words}_of_two",
                f"get_{builtin}",
            ],
            params=[Param(a, "int"), Param(b, "int")],
            bodies=bodies,
            what=[
                f"the {words} of {a} and {b}",
                f"the {words} of two numbers",
                f"the {words} of the two numbers {a} and {b}",
                f"the {more} one of {a} and {b}",
                f"the {words} of two given integers",
            ],
            do=[
                f"Pick the {words} of {a} and {b}",
            ],
            sentences=[
                f"Which of {a} and {b} is {more}?",
                f"Compare {a} and {b} and return the {more} one.",
                f"Take two integers and give back the {words} of them.",
                f"Given two numbers, return the one that is {more}. If they are equal, return that number.",
                f"The {words} of {a} and {b}.",
                f"Return {a} or {b}, whichever is {more}.",
                f"If {a} is {more} than {b}, return {a}, otherwise {b}.",
                f"Of {a} and {b}, drop the {less} one and return the other. If they are equal, return either.",
            ],
        )
    a, b, c = three(d)
    best = d.name("best result top")
    ladder = f"if {a} {sign}= {b} and {a} {sign}= {c}:\n    return {a}\nif {b} {sign}= {c}:\n    return {b}\nreturn {c}"
    walk = (
        f"{best} = {a}\nif {b} {sign} {best}:\n    {best} = {b}\nif {c} {sign} {best}:\n    {best} = {c}\nreturn {best}"
    )
    what = [
        f"the {three_words} of {a}, {b} and {c}",
        f"the {three_words} of three numbers",
        f"the {three_words} of the three integers {a}, {b} and {c}",
        f"the {three_words} of the three arguments",
    ]
    do = [
        f"Pick the {three_words} of {a}, {b} and {c}",
    ]
    sentences = [
        f"Which of {a}, {b} and {c} is the {three_words}?",
        f"Compare {a}, {b} and {c} and return the {three_words} of them.",
        f"Take three integers and give back the {three_words} of them.",
        f"Given three numbers, return the {three_words} of them.",
        f"The {three_words} of {a}, {b} and {c}.",
        f"The one of {a}, {b} and {c} that no other is {'larger' if larger else 'smaller'} than.",
    ]
    bodies = [f"return {builtin}({a}, {b}, {c})", ladder, walk]
    stem = three_words
    if d.chance(0.2):
        bodies, builtin, stem = [f"return sorted([{a}, {b}, {c}])[1]"], "middle", "median"
        what = [
            f"the middle of {a}, {b} and {c} by size",
            "the median of three numbers",
            f"the median of {a}, {b} and {c}",
            f"the second number in the sorted order of {a}, {b} and {c}",
        ]
        do = [
            f"Pick the one of {a}, {b} and {c} that is in the middle when they are sorted",
        ]
        sentences = [
            f"Which of {a}, {b} and {c} comes second when they are sorted?",
            "Given three numbers, return the median of them.",
            f"Sort {a}, {b} and {c} and return the one in the middle.",
            "Take three integers and give back the middle one by size.",
            f"What stands in the middle once {a}, {b} and {c} are sorted?",
            f"The middle value of {a}, {b} and {c}, neither first nor last in sorted order.",
        ]
    return Sketch(
        names=[
            f"{builtin}_of_three",
            f"{builtin}_three",
            f"{builtin}3",
            f"{stem}_of_three",
            f"find_{stem}",
            f"{stem}_number",
            f"pick_{stem}",
            f"get_{builtin}",
        ],
        params=[Param(x, "int") for x in (a, b, c)],
        bodies=bodies,
        what=what,
        do=do,
        sentences=sentences,
    )


FAMILIES = (Family("comparison", ((_relation, 3), (_inside, 2), (_choose, 4))),)
