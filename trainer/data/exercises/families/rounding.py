"""Rounding to multiples and decimals, last digits, differences of powers, and numbers that are close."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.decimals import decimals
from trainer.data.exercises.families.digits_and_powers import last_digits, powers
from trainer.data.exercises.families.parameters import SINGLE, two
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _to_multiple(d: Draw) -> Sketch:
    """A number rounded to a multiple of another."""
    n = d.name(SINGLE)
    k, word = d.one(
        ("5", "five"), ("10", "ten"), ("10", "ten"), ("100", "hundred"), ("25", "25"), ("20", "twenty"),
        ("50", "fifty"), ("1000", "thousand"), ("4", "four"), ("15", "15"), ("60", "60"), ("12", "twelve"),
    )  # fmt: skip
    form = d.one("nearest", "nearest", "down", "up")
    params, step = [Param(n, "nat")], k
    if d.chance(0.3):
        step = d.name("step base size multiple k")
        params.append(Param(step, "pos"))
        k, word = step, step
    half = str(int(k) // 2) if k.isdigit() else f"{k} // 2"
    rest = d.name("rest remainder over")
    of = d.one(f"a multiple of {word}", f"the {{}} multiple of {word}", f"the {{}} multiple of {k}")
    if form == "nearest":
        kind, edge = (
            "nearest",
            d.one(
                f"Numbers exactly halfway between two multiples of {k} are rounded up.",
                f"Numbers exactly halfway between two multiples of {k} are rounded up.",
                "If two are equally near, take the larger one.",
                "Round up in the middle between two.",
                "Ties go to the larger multiple.",
            ),
        )
        if k == "10" and d.chance(0.6):
            edge = d.one(
                "Numbers ending in 5 are rounded up.",
                "A last digit of 5 is rounded up.",
                "A 5 at the end means up.",
                "From a last digit of 5 on, round up.",
            )
        bodies = [
            f"return ({n} + {half}) // {k} * {k}",
            f"return ({n} + {half}) // {k} * {k}",
            f"{rest} = {n} % {k}\nif {rest} * 2 >= {k}:\n    return {n} - {rest} + {k}\nreturn {n} - {rest}",
        ]
        said = of.format("nearest") if "{" in of else f"the nearest multiple of {word}"
        do = [
            f"Round {n} to {said}",
            f"Round a non-negative number {n} to {said}",
            f"Find the multiple of {k} that lies closest to {n}",
            f"Move {n} up or down to the nearest multiple of {word}",
        ]
        what = [
            f"the multiple of {word} nearest to {n}",
            f"the number divisible by {k} that is closest to {n}",
            f"{n}, rounded to {said}",
        ]
        sentences = [
            f"Which multiple of {k} is nearest to {n}?",
            f"Given {n}, return the multiple of {word} with the smallest distance to it.",
            f"Round {n} off so that it becomes divisible by {k}, changing it as little as possible.",
            f"Of all multiples of {k}, give back the one that {n} is closest to.",
        ]
        names = ["closest_multiple", f"round_to_{word}", f"snap_to_{word}", f"closest_{word}", "round_to_multiple"]
        if not k.isdigit():  # half of an odd step is no whole number
            bodies = [bodies[2], f"return (2 * {n} + {k}) // (2 * {k}) * {k}"]
    elif form == "down":
        kind, edge = "down", ""
        bodies = [f"return {n} // {k} * {k}", f"return {n} - {n} % {k}"]
        what = [
            f"the largest multiple of {word} that is not greater than {n}",
            f"{n} minus its remainder when divided by {k}",
            f"{n}, rounded down to a multiple of {word}",
        ]
        do = [
            f"Round {n} down to a multiple of {word}",
            f"Lower {n} to the nearest multiple of {k} that does not exceed it",
            f"Take away from {n} what is left over when it is divided by {k}",
        ]
        sentences = [
            f"The greatest multiple of {k} that is less than or equal to {n}.",
            f"What is the largest multiple of {k} that does not exceed {n}?",
            f"Given {n}, go down to the nearest number divisible by {k}, or stay if it is divisible already.",
            f"Count up from 0, always adding {k}: which is the last number that is at most {n}?",
            f"The highest multiple of {word} up to and including {n}.",
        ]
        names = [f"floor_to_{word}", f"largest_multiple_of_{word}", "floor_multiple", "last_multiple", f"lower_{word}"]
    else:
        kind, edge = "up", ""
        bodies = [
            f"return ({n} + {k} - 1) // {k} * {k}" if not k.isdigit() else f"return ({n} + {int(k) - 1}) // {k} * {k}",
            f"{rest} = {n} % {k}\nif {rest} == 0:\n    return {n}\nreturn {n} + {k} - {rest}",
            f"return -(-{n} // {k}) * {k}",
        ]
        what = [
            f"the smallest multiple of {word} that is not less than {n}",
            f"{n}, rounded up to a multiple of {word}",
            f"the first multiple of {word} from {n} on",
        ]
        do = [
            f"Round {n} up to a multiple of {word}",
            f"Raise {n} to the nearest multiple of {k} that is at least as large",
            f"Look for the first multiple of {word} from {n} upwards, {n} included",
        ]
        sentences = [
            f"The least multiple of {k} that is greater than or equal to {n}.",
            f"What is the smallest multiple of {k} that is at least {n}?",
            f"Given {n}, go up to the nearest number divisible by {k}, or stay if it is divisible already.",
            f"Add as little as possible to {n} to make it a multiple of {word}, and return the result.",
            f"Count up from 0, always adding {k}: which is the first number that is not below {n}?",
        ]
        names = [f"ceil_to_{word}", f"smallest_multiple_of_{word}", "ceil_multiple", "pad_to_multiple", f"upper_{word}"]
    return Sketch(
        names=[
            f"round_{kind}_{word}",
            f"round_to_{kind}_{word}" if form == "nearest" else f"round_{kind}_to_{word}",
            f"{kind}_{word}" if form == "nearest" else f"round_{kind}_to_multiple",
            f"{kind}_multiple_of_{word}" if form == "nearest" else f"multiple_{kind}",
            *names,
        ],
        params=params,
        bodies=bodies,
        what=what,
        do=do,
        sentences=sentences,
        edge=edge,
        inputs=[f"{x}{', ' + y if step == k and not k.isdigit() else ''}" for x, y in _near(d, k)],
    )


def _near(d: Draw, k: str) -> list[tuple[str, str]]:
    """Numbers about a multiple and halfway between two, with the step."""
    pairs = []
    for i in (0, 1, d.number(2, 6)):
        step = int(k) if k.isdigit() else d.number(2, 12)
        pairs += [
            (str(step * i), str(step)),
            (str(step * i + (step + 1) // 2), str(step)),
            (str(step * i + 1), str(step)),
        ]
    return pairs


def _close(d: Draw) -> Sketch:
    """Whether two numbers are close."""
    x, y = two(d)
    t = d.name("tolerance tolerance eps limit margin max_distance epsilon")
    fixed, strict = d.chance(0.4), d.chance(0.4)
    k = d.one("0.5", "0.25", "1", "2", "3", "0.001", "5", "10", "0.1", "0.01") if fixed else t
    op = "<" if strict else "<="
    gap = d.name("gap distance difference diff")
    told = "the tolerance" if not fixed and t == "tolerance" else k
    near = f"differ by {'less than' if strict else 'at most'} {told}"
    apart = f"less than {told} apart" if strict else f"no further apart than {told}"
    kind = d.one("float", "float", "int") if "." not in k else "float"
    noun = d.one("numbers", "floats") if kind == "float" else d.one("integers", "numbers")
    most = f"{'less than' if strict else 'at most'} {told}"
    far = not fixed and d.chance(0.2)
    test = f"abs({x} - {y}) {'>' if far else op} {k}"
    step = "1" if "." not in k else k
    inputs = (
        [f"1, {1 + float(k) if '.' in k else 1 + int(k)}", f"3, 3 + {step}", "4, 4", "1, 20", "9, 8.5"]
        if fixed
        else ["1.0, 1.25, 0.5", "1.0, 1.5, 0.5", "2, 5, 3", "5, 2, 3", "2, 6, 3", "4, 4, 0", "-1, 1, 1"]
    )
    inputs = [text for text in inputs if "+" not in text]
    return Sketch(
        names=[
            "far_apart", "too_far", "differ_much", "is_outlier", "are_far_apart", "exceeds_distance", "not_close",
            "is_far", "differ_too_much",
        ]
        if far
        else [
            "nearly_equal", "almost_equal", "is_close", "are_close", "within_tolerance", "close_enough", "about_equal",
            "roughly_equal", "approx_equal",
        ],
        params=[Param(x, kind), Param(y, kind), *([] if fixed else [Param(t, "size")])],
        bodies=[f"return {test}"] * 2
        + [f"{gap} = abs({x} - {y})\nreturn {gap} {'>' if far else op} {k}"]
        + ([f"if {test}:\n    return True\nreturn False"] if d.chance(0.5) else []),
        returns="bool",
        whether=[
            f"{x} and {y} are more than {k} apart", f"the two {noun} {x} and {y} differ by more than {k}",
            f"the absolute difference of {x} and {y} is greater than {k}",
            f"the distance between {x} and {y} exceeds {k}", f"{y} is further than {k} away from {x}",
            f"the gap between {x} and {y} is larger than {k}",
        ]
        if far
        else [
            f"{x} and {y} {near}", f"the two {noun} {x} and {y} are {apart}",
            f"the absolute difference of {x} and {y} is {most}", f"the distance between {x} and {y} is {most}",
            f"{x} equals {y} apart from a difference of {most}",
            f"{y} is {'less' if strict else 'no more'} than {told} away from {x}",
        ],
        sentences=[
            f"Are {x} and {y} more than {k} apart?", f"Do {x} and {y} differ by more than {k}?",
            f"Given two {noun}, tell if their distance is larger than {k}.",
            f"False if {x} and {y} are at most {k} apart, otherwise True.",
        ]
        if far
        else [
            f"Are the two {noun} {apart}?", f"True if {x} and {y} {near}.",
            f"Is the gap between {x} and {y} {'smaller' if strict else 'no larger'} than {told}?",
            f"Given two {noun}, tell if their absolute difference is {most}.",
            f"Are {x} and {y} nearly the same? They may {near}.",
            f"False if {x} and {y} are {told} or more apart, otherwise True."
            if strict
            else f"False if {x} and {y} are more than {told} apart, otherwise True.",
        ],
        inputs=inputs,
    )  # fmt: skip


FAMILIES = (Family("rounding", ((_to_multiple, 4), (last_digits, 3), (powers, 3), (_close, 3), (decimals, 3))),)
