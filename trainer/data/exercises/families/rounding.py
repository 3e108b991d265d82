"""Rounding to multiples and decimals, last digits, differences of powers, and numbers that are close."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import SINGLE, two
from trainer.data.exercises.family import Family
from trainer.data.exercises.folds import truth
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _last_digits(d: Draw) -> Sketch:
    """Made of the last digits of two numbers."""
    a, b = two(d)
    digits, m = d.one(("last digits", "10"), ("last digits", "10"), ("last two digits", "100"))
    each = "last digit" if m == "10" else digits
    u, v = f"{a} % {m}", f"{b} % {m}"
    both = f"two {d.one('numbers', 'integers', 'non-negative integers')}, {a} and {b}"
    said, code, name = d.one(
        ("the sum", f"{u} + {v}", "sum"),
        ("the sum", f"{u} + {v}", "sum"),
        ("the product", f"({u}) * ({v})", "product"),
        ("the absolute difference", f"abs({u} - {v})", "difference"),
        ("the larger", f"max({u}, {v})", "max"),
        ("the smaller", f"min({u}, {v})", "min"),
    )
    digit = each.replace(" ", "_")
    params, inputs = [Param(a, "nat"), Param(b, "nat")], ["12, 35", "0, 0", "99, 109", "1234, 4021", "100, 7", "250, 3"]
    if d.chance(0.2):
        return Sketch(
            names=[f"same_{digit}", f"share_{digit}", "ends_alike", f"equal_{digit}"],
            params=params,
            bodies=truth(d, f"{u} == {v}"),
            returns="bool",
            whether=[f"{a} and {b} have the same {each}", f"the {digits} of {a} and {b} are equal"],
            sentences=[f"Do {a} and {b} end in the same {each.removeprefix('last ')}?"],
            inputs=[*inputs, "15, 115", "7, 17"],
        )
    first, second = d.one(("first_digit", "second_digit"), ("p1", "p2"), ("d1", "d2"), ("left_end", "right_end"))
    return Sketch(
        names=[f"{digit}_{name}", f"{name}_of_{digit}s".replace("ss", "s"), f"{name}_{digit}", f"{digit}s_{name}"],
        params=params,
        bodies=[
            f"return {code}",
            f"return {code}",
            f"{first} = {u}\n{second} = {v}\nreturn {code.replace(u, first).replace(v, second)}",
        ],
        what=[f"{said} of the {digits} of {a} and {b}", f"{said} of the {digits} of {both}"],
        sentences=[f"{said.capitalize()} of the {digits} of two non-negative integers."],
        inputs=inputs,
    )


def _powers(d: Draw) -> Sketch:
    """Squares and cubes of two numbers, combined."""
    a, b = two(d)
    power, plural, k = d.one(("square", "squares", 2), ("square", "squares", 2), ("cube", "cubes", 3))
    u, v = (f"{a} * {a}", f"{b} * {b}") if k == 2 and d.chance(0.6) else (f"{a} ** {k}", f"{b} ** {k}")
    code, said, name, ask = d.one(
        (f"abs({u} - {v})", f"how far apart the {plural} of {{}} are", "distance", "never negative"),
        (f"abs({u} - {v})", f"the absolute difference of the {plural} of {{}}", "difference", "never negative"),
        (f"{u} - {v}", f"the {power} of {a} minus the {power} of {b}", "difference", "negative if the second wins"),
        (f"{u} + {v}", f"the sum of the {plural} of {{}}", "sum", ""),
        (f"max({u}, {v})", f"the larger of the {plural} of {{}}", "max", ""),
        (f"min({u}, {v})", f"the smaller of the {plural} of {{}}", "min", ""),
        (f"({u}) * ({v})", f"the product of the {plural} of {{}}", "product", ""),
    )
    note = f" ({ask})" if ask == "never negative" and d.chance(0.4) else ""
    sentences = []
    if name == "distance":
        sentences = [
            f"{power.capitalize()} both of the two numbers and return how far apart the {plural} are{note}.",
            f"How far apart are the {plural} of {a} and {b}?",
        ]
    p, q = d.one((f"{power}_a", f"{power}_b"), ("first_power", "second_power"), ("s", "t"), ("big", "little"))
    return Sketch(
        names=[f"{plural}_{name}", f"{name}_of_{plural}", f"{power}_{name}", f"{plural}_{name}_of_two"],
        params=[Param(a, "int"), Param(b, "int")],
        bodies=[f"return {code}"] * 2 + [f"{p} = {u}\n{q} = {v}\nreturn {code.replace(u, p).replace(v, q)}"],
        what=[said.format(f"{a} and {b}") + note, said.format(f"the two numbers {a} and {b}") + note],
        sentences=sentences,
        inputs=["3, 2", "2, 3", "4, -4", "0, 6", "-5, 1"],
    )


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
        kind, edge = "nearest", f"Numbers exactly halfway between two multiples of {k} are rounded up."
        if k == "10" and d.chance(0.6):
            edge = d.one("Numbers ending in 5 are rounded up.", "A last digit of 5 is rounded up.")
        bodies = [
            f"return ({n} + {half}) // {k} * {k}",
            f"return ({n} + {half}) // {k} * {k}",
            f"{rest} = {n} % {k}\nif {rest} * 2 >= {k}:\n    return {n} - {rest} + {k}\nreturn {n} - {rest}",
        ]
        said = of.format("nearest") if "{" in of else f"the nearest multiple of {word}"
        do = [f"Round {n} to {said}", f"Round a non-negative number {n} to {said}"]
        what = [f"the multiple of {word} nearest to {n}"]
        if not k.isdigit():  # half of an odd step is no whole number
            bodies = [bodies[2], f"return (2 * {n} + {k}) // (2 * {k}) * {k}"]
    elif form == "down":
        kind, edge = "down", ""
        bodies = [f"return {n} // {k} * {k}", f"return {n} - {n} % {k}"]
        what = [f"the largest multiple of {word} that is not greater than {n}"]
        do = [f"Round {n} down to a multiple of {word}"]
    else:
        kind, edge = "up", ""
        bodies = [
            f"return ({n} + {k} - 1) // {k} * {k}" if not k.isdigit() else f"return ({n} + {int(k) - 1}) // {k} * {k}",
            f"{rest} = {n} % {k}\nif {rest} == 0:\n    return {n}\nreturn {n} + {k} - {rest}",
            f"return -(-{n} // {k}) * {k}",
        ]
        what = [f"the smallest multiple of {word} that is not less than {n}"]
        do = [f"Round {n} up to a multiple of {word}"]
    return Sketch(
        names=[f"round_{kind}_{word}", f"round_to_{kind}_{word}", f"{kind}_{word}", f"{kind}_multiple_of_{word}"],
        params=params,
        bodies=bodies,
        what=what,
        do=do,
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
        names=["far_apart", "too_far", "differ_much", "is_outlier"]
        if far
        else [
            "nearly_equal",
            "almost_equal",
            "is_close",
            "are_close",
            "within_tolerance",
            "close_enough",
            "about_equal",
        ],
        params=[Param(x, kind), Param(y, kind), *([] if fixed else [Param(t, "size")])],
        bodies=[f"return {test}"] * 2
        + [f"{gap} = abs({x} - {y})\nreturn {gap} {'>' if far else op} {k}"]
        + ([f"if {test}:\n    return True\nreturn False"] if d.chance(0.5) else []),
        returns="bool",
        whether=[f"{x} and {y} are more than {k} apart", f"the two {noun} {x} and {y} differ by more than {k}"]
        if far
        else [f"{x} and {y} {near}", f"the two {noun} {x} and {y} are {apart}"],
        sentences=[f"Are {x} and {y} more than {k} apart?"]
        if far
        else [f"Are the two {noun} {apart}?", f"True if {x} and {y} {near}."],
        inputs=inputs,
    )


def _decimals(d: Draw) -> Sketch:
    """Parts of a number, and numbers with few decimals."""
    x = d.name("x x value number num price amount v")
    k = d.number(1, 4)
    said_k = f"{k} decimal{'s' if k > 1 else ''}"
    whole = d.name("whole integer_part full")
    code, said, names, returns, more = d.one(
        (
            f"round({x} - int({x}), {k})",
            f"the part of {x} after the decimal point, rounded to {said_k}",
            "fractional_part decimal_part fraction_of after_point",
            "float",
            [
                f"The fractional part of a positive number, rounded to {said_k}.",
                f"Return the part of a positive number that comes after the decimal point, rounded to {said_k}.",
            ],
        ),
        (
            f"round({x} % 1, {k})",
            f"the fractional part of {x}, rounded to {said_k}",
            "fractional_part fraction",
            "float",
            [],
        ),
        (
            f"int({x})",
            f"{x} without its decimals",
            "integer_part drop_decimals cut_decimals whole_part",
            "int",
            ["The whole part of a positive number.", f"Cut off what comes after the decimal point of {x}."],
        ),
        (
            f"round({x}, {k})",
            f"{x} rounded to {said_k}",
            f"round_to_{k} to_{k}_decimals round_value",
            "float",
            [f"Round a number to {said_k}."],
        ),
        (
            f"{x} == int({x})",
            f"{x} is a whole number",
            "is_whole has_no_fraction is_integer_value",
            "bool",
            ["Has the number nothing after the decimal point?"],
        ),
        (f"round({x} * {10**k}) / {10**k}", f"{x} rounded to {said_k}", f"round_{k} keep_{k}_decimals", "float", []),
        (
            f"round({x} / {k + 1}, {k})",
            f"{x} divided by {k + 1}, rounded to {said_k}",
            f"part_of share divide_by_{k + 1}",
            "float",
            [f"Divide {x} by {k + 1} and round the result to {said_k}."],
        ),
        (
            f"round({x} * {k + 2} / 10, {k})",
            f"{k + 2} tenths of {x}, rounded to {said_k}",
            "tenths scaled",
            "float",
            [],
        ),
        (
            f"int({x} + 0.5)",
            f"{x} rounded to the nearest whole number, halves up",
            "round_half_up nearest_whole",
            "int",
            ["Round a positive number to a whole number, where .5 goes up."],
        ),
    )
    bodies = [f"return {code}"] * 3
    if f"int({x})" in code and returns == "float":
        bodies = [f"return {code}", f"{whole} = int({x})\nreturn {code.replace(f'int({x})', whole)}"]
    elif code.startswith("round("):
        bodies.append(f"{d.one('result', 'rounded', 'r')} = {code}\nreturn ")
        name = bodies[-1].split(" ")[0]
        bodies[-1] += name
    return Sketch(
        names=names.split(),
        params=[Param(x, "size")],
        bodies=bodies,
        returns=returns,
        what=[said] if returns != "bool" else [],
        whether=[said] if returns == "bool" else [],
        sentences=more,
        draw=lambda e: (e.number(1, 4000) / e.one(1, 4, 10, 100, 1000, 8),),
        inputs=["3.25", "7.0", "0.125", "12.75"],
    )


FAMILIES = (Family("rounding", ((_to_multiple, 4), (_last_digits, 3), (_powers, 3), (_close, 3), (_decimals, 3))),)
