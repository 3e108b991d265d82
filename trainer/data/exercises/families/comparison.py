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
    code, names, whether = d.one(
        (f"{a} > {b}", "is_greater greater_than is_larger", f"{a} is greater than {b}"),
        (f"{a} < {b}", "is_less less_than is_smaller", f"{a} is less than {b}"),
        (f"{a} == {b}", "are_equal is_equal same", f"{a} equals {b}"),
        (f"{a} != {b}", "are_different differ", f"{a} and {b} are different"),
        (f"{a} % 2 == {b} % 2", "same_parity both_even_or_odd", f"{a} and {b} are both even or both odd"),
        (f"{a} >= {b}", "at_least not_less", f"{a} is at least {b}"),
        (f"abs({a} - {b}) <= {k}", f"within_{k} is_close near", f"{a} and {b} differ by at most {k}"),
        (f"{a} + {b} == {k}", f"adds_to_{k} sum_is_{k}", f"{a} and {b} add up to {k}"),
        (f"{a} == {b} * {k}", f"is_{k}_times", f"{a} is {k} times {b}"),
        (f"{a} * {b} > 0", "same_sign product_positive", f"the product of {a} and {b} is positive"),
        (f"{a} ** 2 == {b}", "is_square_of", f"{b} is the square of {a}"),
        (f"{a} == -{b}", "are_opposite", f"{a} is the negative of {b}"),
        (f"{a} + {b} > {k}", f"sum_above_{k}", f"the sum of {a} and {b} is greater than {k}"),
        (f"{a} - {b} == {k}", f"is_{k}_more", f"{a} is {k} more than {b}"),
    )
    return Sketch(
        names=names.split(),
        params=[Param(a, "int"), Param(b, "int")],
        bodies=truth(d, code),
        returns="bool",
        whether=[whether],
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
    whether = f"{n} is less than {low} or greater than {high}" if outside else f"{n} is between {low} and {high}{note}"
    return Sketch(
        names=["is_outside", "out_of_range"]
        if outside
        else ["is_between", "in_range", "within", "is_in_range", "between"],
        params=[Param(n, "nat"), Param(low, "small"), Param(high, "nat12")],
        bodies=truth(d, code),
        returns="bool",
        whether=[whether],
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
            names=[f"{builtin}_of_two", words, f"{words}_of", f"{words}_number", f"{builtin}_two", f"pick_{words}"],
            params=[Param(a, "int"), Param(b, "int")],
            bodies=bodies,
            what=[
                f"the {words} of {a} and {b}",
                f"the {words} of two numbers",
                f"the {words} of the two numbers {a} and {b}",
            ],
        )
    a, b, c = three(d)
    best = d.name("best result top")
    ladder = f"if {a} {sign}= {b} and {a} {sign}= {c}:\n    return {a}\nif {b} {sign}= {c}:\n    return {b}\nreturn {c}"
    walk = (
        f"{best} = {a}\nif {b} {sign} {best}:\n    {best} = {b}\nif {c} {sign} {best}:\n    {best} = {c}\nreturn {best}"
    )
    what = [f"the {three_words} of {a}, {b} and {c}", f"the {three_words} of three numbers"]
    bodies = [f"return {builtin}({a}, {b}, {c})", ladder, walk]
    if d.chance(0.2):
        bodies, what, builtin = (
            [f"return sorted([{a}, {b}, {c}])[1]"],
            [f"the middle of {a}, {b} and {c} by size", "the median of three numbers"],
            "middle",
        )
    return Sketch(
        names=[f"{builtin}_of_three", f"{builtin}_three", f"{builtin}3"],
        params=[Param(x, "int") for x in (a, b, c)],
        bodies=bodies,
        what=what,
    )


FAMILIES = (Family("comparison", ((_relation, 3), (_inside, 2), (_choose, 4))),)
