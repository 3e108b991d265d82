"""Parts of a number, and numbers with few decimals."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["decimals"]


def decimals(d: Draw) -> Sketch:
    """Parts of a number, and numbers with few decimals."""
    x = d.name("x x value number num price amount v")
    k = d.number(1, 4)
    said_k = f"{k} decimal{'s' if k > 1 else ''}"
    whole = d.name("whole integer_part full")
    places = d.one(said_k, said_k, f"{k} decimal place{'s' if k > 1 else ''}")
    after, comma = "after the decimal point", f"rounded to {places}"
    part = ("half", "a third", "a quarter", "a fifth")[k - 1]
    fraction = [
        f"the part of {x} {after}, {comma}",
        f"the fractional part of {x}, {comma}",
        f"what is left of {x} without its whole part, {comma}",
    ]
    fraction_more = [
        f"The fractional part of a positive number, {comma}.",
        f"Return the part of a positive number that comes {after}, {comma}.",
        f"Take the whole part away from {x} and round the rest to {places}.",
        f"What stands {after} in {x}? Return it as a float, {comma}.",
        f"Given a positive number {x}, keep only its decimals, {comma}: 2.5 gives 0.5.",
        f"Throw away what is in front of the decimal point of {x}, then round to {places}.",
    ]
    rounded = [f"{x} {comma}", f"the value of {x}, {comma}", f"{x} with at most {places}, rounded"]
    rounded_more = [
        f"Round a number to {places}.",
        f"Round {x} to {places}.",
        f"Given a number {x}, round it so that no more than {places} remain{'s' if k == 1 else ''}.",
        f"What is {x} when it is {comma}?",
        f"Limit {x} to {places} by rounding it.",
        f"A number, {comma}.",
    ]
    code, said, names, returns, more = d.one(
        (
            f"round({x} - int({x}), {k})", fraction,
            "fractional_part decimal_part fraction_of after_point get_decimals decimals_of only_decimals frac", "float",
            fraction_more,
        ),
        (
            f"round({x} % 1, {k})", fraction,
            "fractional_part fraction decimal_part without_whole frac_part part_after_point mod_one decimals", "float",
            fraction_more,
        ),
        (
            f"int({x})",
            [
                f"{x} without its decimals", f"the whole part of {x}", f"the integer part of {x}",
                f"{x} truncated to an integer",
            ],
            "integer_part drop_decimals cut_decimals whole_part truncate trunc to_whole without_fraction", "int",
            [
                "The whole part of a positive number.", f"Cut off what comes after the decimal point of {x}.",
                f"What stands in front of the decimal point of {x}?",
                f"Throw away the fractional part of {x} and give back a whole number.",
                f"Given a positive number {x}, round it down to a whole number.",
                f"Strip the decimals from {x}: 3.7 becomes 3.",
            ],
        ),
        (
            f"round({x}, {k})", rounded,
            f"round_to_{k} to_{k}_decimals round_value round_to_{k}_places rounded round_off round_number round_decimals",  # noqa: E501
            "float", rounded_more,
        ),
        (
            f"{x} == int({x})",
            [
                f"{x} is a whole number", f"{x} is an integer", f"{x} has no fractional part",
                f"nothing but zeros comes after the decimal point of {x}", f"the fractional part of {x} is 0",
            ],
            "is_whole has_no_fraction is_integer_value is_whole_number no_decimals is_int has_integer_value integral",
            "bool",
            [
                "Has the number nothing after the decimal point?", f"Is {x} a whole number?",
                "True for whole numbers such as 3.0, False for others such as 3.5.",
                f"Does {x} stay the same when its decimals are cut off?",
                f"Given a positive number {x}, tell if it is an integer.",
            ],
        ),
        (
            f"round({x} * {10**k}) / {10**k}", rounded,
            f"round_{k} keep_{k}_decimals round_to_{k}_digits limit_decimals rounded_{k} round_off_{k} to_{k}_places shorten",  # noqa: E501
            "float", rounded_more,
        ),
        (
            f"round({x} / {k + 1}, {k})",
            [
                f"{x} divided by {k + 1}, {comma}", f"the quotient of {x} and {k + 1}, {comma}",
                f"one of {k + 1} equal parts of {x}, {comma}",
            ],
            f"part_of share divide_by_{k + 1} split_by_{k + 1} divided_by_{k + 1} over_{k + 1} quotient equal_part",
            "float",
            [
                f"Divide {x} by {k + 1} and round the result to {places}.", f"What is {x} over {k + 1}, {comma}?",
                f"Given a number {x}, work out {part} of it, {comma}.",
                f"Split {x} into {k + 1} equal parts and give back the size of one, {comma}.",
                f"How much is {x} / {k + 1}? Round it to {places}.",
            ],
        ),
        (
            f"round({x} * {k + 2} / 10, {k})",
            [
                f"{k + 2} tenths of {x}, {comma}", f"{(k + 2) * 10} percent of {x}, {comma}",
                f"{x} times 0.{k + 2}, {comma}",
            ],
            f"tenths scaled take_{k + 2}_tenths scale_down portion tenths_of_{x} scale percent_{(k + 2) * 10}", "float",
            [
                f"Multiply {x} by {k + 2}, divide by 10 and round the result to {places}.",
                f"How much is {k + 2} tenths of {x}? Round to {places}.",
                f"Given a number {x}, work out {(k + 2) * 10} percent of it, {comma}.",
                f"Scale {x} down to {k + 2} tenths of its size and round it to {places}.",
            ],
        ),
        (
            f"int({x} + 0.5)",
            [
                f"{x} rounded to the nearest whole number, halves up",
                f"the whole number nearest to {x}, the larger one if two are equally near",
                f"the integer closest to {x}, where .5 goes up",
            ],
            "round_half_up nearest_whole round_to_whole nearest_integer round_to_int round_off closest_integer half_up",
            "int",
            [
                "Round a positive number to a whole number, where .5 goes up.",
                f"Round {x} to an integer: up from .5 on, else down.",
                f"Which whole number is nearest to {x}? A half is rounded up.",
                f"Given a positive number {x}, round it to the nearest integer; 2.5 becomes 3.",
                f"Add a half to {x} and cut off the decimals.",
            ],
        ),
    )  # fmt: skip
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
        what=said if returns != "bool" else [],
        whether=said if returns == "bool" else [],
        sentences=more,
        draw=lambda e: (e.number(1, 4000) / e.one(1, 4, 10, 100, 1000, 8),),
        inputs=["3.25", "7.0", "0.125", "12.75"],
    )
