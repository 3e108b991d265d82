"""The last digits, squares and cubes of two numbers, combined."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import two
from trainer.data.exercises.folds import truth
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["last_digits", "powers"]


def last_digits(d: Draw) -> Sketch:
    """Made of the last digits of two numbers."""
    a, b = two(d)
    digits, m = d.one(("last digits", "10"), ("last digits", "10"), ("last two digits", "100"))
    each = "last digit" if m == "10" else digits
    u, v = f"{a} % {m}", f"{b} % {m}"
    both = f"two {d.one('numbers', 'integers', 'non-negative integers')}, {a} and {b}"
    them = f"the {digits} of {a} and {b}"
    said, code, name, verb, act = d.one(
        ("the sum", f"{u} + {v}", "sum", "add", f"Add {them} together"),
        ("the sum", f"{u} + {v}", "sum", "add", f"Add up {them}"),
        ("the product", f"({u}) * ({v})", "product", "multiply", f"Multiply {them} with each other"),
        ("the absolute difference", f"abs({u} - {v})", "difference", "subtract", f"Work out how far apart {them} are"),
        ("the larger", f"max({u}, {v})", "max", "larger", f"Compare {them} and give back the larger"),
        ("the smaller", f"min({u}, {v})", "min", "smaller", f"Compare {them} and give back the smaller"),
    )
    digit, plural = each.replace(" ", "_"), digits.replace(" ", "_")
    kept = "digit" if m == "10" else "two digits"
    params, inputs = [Param(a, "nat"), Param(b, "nat")], ["12, 35", "0, 0", "99, 109", "1234, 4021", "100, 7", "250, 3"]
    if d.chance(0.2):
        return Sketch(
            names=[
                f"same_{digit}", f"share_{digit}", "ends_alike", f"equal_{digit}", "same_ending", f"{digit}_match",
                f"congruent_mod_{m}", f"have_same_{digit}", "end_the_same",
            ],
            params=params,
            bodies=truth(d, f"{u} == {v}"),
            returns="bool",
            whether=[
                f"{a} and {b} have the same {each}", f"the {digits} of {a} and {b} are equal",
                f"{a} and {b} end in the same {kept}", f"{a} and {b} leave the same remainder when divided by {m}",
                f"{a} and {b} are congruent modulo {m}",
                f"there is no difference between the {each} of {a} and the {each} of {b}",
            ],
            sentences=[
                f"Do {a} and {b} end in the same {kept}?",
                f"Compare only the {digits} of {a} and {b}: True if they are the same, False if not.",
                f"Given {both}, tell if their {digits} agree.", f"Is {a} modulo {m} equal to {b} modulo {m}?",
            ],
            inputs=[*inputs, "15, 115", "7, 17"],
        )  # fmt: skip
    first, second = d.one(("first_digit", "second_digit"), ("p1", "p2"), ("d1", "d2"), ("left_end", "right_end"))
    return Sketch(
        names=[
            f"{digit}_{name}", f"{name}_of_{plural}", f"{name}_{digit}", f"{plural}_{name}", f"{verb}_{plural}",
            f"{name}_mod_{m}", f"ending_{name}", f"{name}_of_endings", f"final_digits_{name}",
        ],
        params=params,
        bodies=[
            f"return {code}", f"return {code}",
            f"{first} = {u}\n{second} = {v}\nreturn {code.replace(u, first).replace(v, second)}",
        ],
        what=[
            f"{said} of {them}", f"{said} of the {digits} of {both}", f"{said} of {a} modulo {m} and {b} modulo {m}",
        ],
        do=[act],
        sentences=[
            f"{said.capitalize()} of the {digits} of two non-negative integers.", f"What is {said} of {them}?",
            f"Given {both}, find {said} of their {digits}.",
            f"Take only the {each} of {a} and the {each} of {b}, and return {said} of the two.",
            f"Throw away all but the last {kept} of both numbers and return {said} of what is left.",
            f"Divide {a} and {b} by {m} and give back {said} of the two remainders.",
        ],
        inputs=inputs,
    )  # fmt: skip


def powers(d: Draw) -> Sketch:
    """Squares and cubes of two numbers, combined."""
    a, b = two(d)
    power, plural, k = d.one(("square", "squares", 2), ("square", "squares", 2), ("cube", "cubes", 3))
    u, v = (f"{a} * {a}", f"{b} * {b}") if k == 2 and d.chance(0.6) else (f"{a} ** {k}", f"{b} ** {k}")
    both, of = f"the {plural} of {a} and {b}", f"the {plural} of {{}}"
    first, second = f"the {power} of {a}", f"the {power} of {b}"
    apart = [
        f"{power.capitalize()} {a} and {b} and give back how far apart the results are.",
        f"By how much do {both} differ, no matter which is larger?",
        f"The gap between {first} and {second}, as a number that is not negative.",
        f"Given {a} and {b}, take the difference of their {plural} and drop its sign.",
    ]
    code, said, name, ask, do, sentences = d.one(
        (
            f"abs({u} - {v})", [f"how far apart {of} are", f"the distance between {of}"], "distance", "never negative",
            [],
            [
                f"{power.capitalize()} both of the two numbers and return how far apart the {plural} are.",
                f"How far apart are {both}?", *apart,
            ],
        ),
        (
            f"abs({u} - {v})",
            [f"the absolute difference of {of}", f"the absolute value of the difference between {of}"], "difference",
            "never negative", [f"Work out the absolute difference between {both}"],
            [f"What is the absolute difference between {first} and {second}?", *apart],
        ),
        (
            f"{u} - {v}", [f"{first} minus {second}", f"the result of {first} minus {second}"], "difference", "",
            [f"Subtract {second} from {first}", f"Take {second} away from {first}"],
            [
                f"How much larger is {first} than {second}? Negative if it is smaller.",
                f"What is left of {first} when {second} is subtracted? It may be negative.",
                f"{power.capitalize()} {a} and {b}, then subtract the second result from the first.",
                f"Given {a} and {b}, return the {power} of the first less the {power} of the second.",
            ],
        ),
        (
            f"{u} + {v}", [f"the sum of {of}", f"the total of {of}"], "sum", "",
            [f"Add {both} together", f"Add {second} to {first}"],
            [
                f"{power.capitalize()} {a} and {b} and add up the results.", f"What do you get when you add {both}?",
                f"Given {a} and {b}, return their {plural} added together.", f"What is {first} plus {second}?",
            ],
        ),
        (
            f"max({u}, {v})", [f"the larger of {of}", f"the maximum of {of}"], "max", "",
            [f"Find the greater one of {both}", f"Pick the bigger of {first} and {second}"],
            [
                f"{power.capitalize()} {a} and {b} and give back the larger result.",
                f"Which is larger, {first} or {second}? Return that {power}.",
                f"Given {a} and {b}, compare their {plural} and return the greater one.",
                f"The {power} of {a} or that of {b}, whichever is larger.",
            ],
        ),
        (
            f"min({u}, {v})", [f"the smaller of {of}", f"the minimum of {of}"], "min", "",
            [f"Find the lesser one of {both}", f"Pick the smaller of {first} and {second}"],
            [
                f"{power.capitalize()} {a} and {b} and give back the smaller result.",
                f"Which is smaller, {first} or {second}? Return that {power}.",
                f"Given {a} and {b}, compare their {plural} and return the lesser one.",
                f"The {power} of {a} or that of {b}, whichever is smaller.",
            ],
        ),
        (
            f"({u}) * ({v})", [f"the product of {of}", f"the result of multiplying {of}"], "product", "",
            [f"Multiply {first} by {second}", f"Multiply {both} with each other"],
            [
                f"{power.capitalize()} {a} and {b} and multiply the results.", f"What is {first} times {second}?",
                f"Given {a} and {b}, return their {plural} multiplied together.", f"How much is the product of {both}?",
            ],
        ),
    )  # fmt: skip
    note = f" ({ask})" if ask and d.chance(0.4) else ""
    p, q = d.one((f"{power}_a", f"{power}_b"), ("first_power", "second_power"), ("s", "t"), ("big", "little"))
    return Sketch(
        names=[
            f"{plural}_{name}", f"{name}_of_{plural}", f"{power}_{name}", f"{plural}_{name}_of_two", f"{name}_{plural}",
            f"{power}_and_{name}", f"{name}_of_two_{plural}", f"{name}_two_{plural}",
        ],
        params=[Param(a, "int"), Param(b, "int")],
        bodies=[f"return {code}"] * 2 + [f"{p} = {u}\n{q} = {v}\nreturn {code.replace(u, p).replace(v, q)}"],
        what=[
            text.format(numbers) + note for text in said for numbers in (f"{a} and {b}", f"the two numbers {a} and {b}")
        ],
        do=do,
        sentences=sentences,
        inputs=["3, 2", "2, 3", "4, -4", "0, 6", "-5, 1"],
    )  # fmt: skip
