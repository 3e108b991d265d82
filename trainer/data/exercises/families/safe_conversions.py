"""Conversions and divisions that may fail, with a value for that case."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["safe"]


def safe(d: Draw) -> Sketch:
    """Conversions that may fail."""
    s, default = d.name("text s value entry string"), d.name("default fallback otherwise")
    call, what, samples = d.one(
        ("int", "an integer", ["42", "abc", "", "-7", "3.5", " 8 "]),
        ("int", "an integer", ["12", "x1", "0", "1e3", "+5", "--2"]),
        ("float", "a number", ["2.5", "abc", "", "-1", "1.2.3", "4"]),
    )
    fixed, _said = d.one(("", ""), ("", ""), ("None", "None"), ("0", "0"), ("-1", "-1"))
    value = fixed or default
    body = f"try:\n    return {call}({s})\nexcept ValueError:\n    return {value}"
    form = d.number(0, 5)
    texts = [repr(x) for x in samples]
    if form < 4:
        return Sketch(
            names=[f"safe_{call}", f"to_{call}", f"parse_{call}", f"{call}_or_default", "convert", f"try_{call}", "read_number", f"{call}_or_none" if fixed == "None" else "number_or_default"],  # noqa: E501
            params=[Param(s, "word")] + ([] if fixed else [Param(default, "int")]),
            bodies=[
                body,
                body,
                f"try:\n    result = {call}({s})\nexcept ValueError:\n    result = {value}\nreturn result",
            ],
            returns=f"{call} | None" if fixed == "None" else call,
            do=[
                f"Convert {s} to {what}, or return {value} if that is not possible",
                f"Read {s} as {what}; if it is not valid, return {value}",
                f"Return {s} as {what}, or {value} when it is not valid",
                f"Turn the string {s} into {what} and give back {value} where that fails",
                f"Try to parse {s} as {what}, with {value} as the fallback",
            ],
            what=[
                f"{what} made from the text {s}, or {value} if {s} is not one",
                f"the value of {s} as {what}, {value} if the text cannot be converted",
            ],
            sentences=[
                f"Which {what.split()[1]} does the text {s} stand for? If it is not one, return {value}.",
                f"Given a string {s}, convert it to {what}. No error if that is impossible, but {value}.",
                f"If {s} can be read as {what}, return that, otherwise {value}.",
                f"{s} should be {what} in text form. Return it as {call}; for any other text, return {value}.",
            ],
            inputs=texts if fixed else [f"{x}, {d.number(-3, 9)}" for x in texts],
        )  # fmt: skip
    if form == 4:
        return Sketch(
            names=[f"is_{call}", "is_number", "can_convert", f"is_valid_{call}", "is_numeric_text", "looks_numeric", f"can_be_{call}", "is_convertible"],  # noqa: E501
            params=[Param(s, "word")],
            bodies=[
                f"try:\n    {call}({s})\nexcept ValueError:\n    return False\nreturn True",
                f"try:\n    {call}({s})\n    return True\nexcept ValueError:\n    return False",
            ],
            returns="bool",
            whether=[
                f"{s} can be converted to {what}",
                f"the text {s} can be read as {what}",
                f"{call}({s}) works without a ValueError",
                f"Python can turn the string {s} into {what}",
            ],
            do=[f"Try to convert {s} to {what}: True if it works, False if it raises a ValueError"],
            sentences=[
                f"Is {s} the text of {what}, so that {call} accepts it?",
                f"Can the string {s} be parsed as {what}?",
                f"Given a string {s}, find out if it can be turned into {what}.",
                f"False if converting {s} to {what} fails, else True.",
            ],
            inputs=texts,
        )  # fmt: skip
    a, b = d.one("a b", "x y", "total count", "top bottom").split()
    op, err = d.one(("/", "ZeroDivisionError"), ("//", "ZeroDivisionError"), ("%", "ZeroDivisionError"))
    how = {
        "/": f"{a} divided by {b}",
        "//": f"{a} divided by {b}, rounded down",
        "%": f"the remainder of {a} divided by {b}",
    }[op]
    none = d.one("None", "0", "-1")
    verb = {
        "/": f"divide {a} by {b}",
        "//": f"divide {a} by {b} and round down",
        "%": f"take the remainder of {a} divided by {b}",
    }[op]
    noun = {
        "/": f"quotient of {a} and {b}",
        "//": f"integer quotient (rounded down) of {a} and {b}",
        "%": f"remainder when {a} is divided by {b}",
    }[op]
    return Sketch(
        names=[
            "safe_remainder",
            "remainder_or_default",
            "safe_mod",
            "modulo",
            "safe_modulo",
            "remainder",
            "mod_or_default",
        ]
        if op == "%"
        else [
            "safe_divide",
            "divide_or_default",
            "ratio" if op == "/" else "quotient",
            "divide",
            "safe_division",
            "safe_quotient",
            "try_divide",
        ],
        params=[Param(a, "int"), Param(b, "int")],
        bodies=[
            f"if {b} == 0:\n    return {none}\nreturn {a} {op} {b}",
            f"try:\n    return {a} {op} {b}\nexcept {err}:\n    return {none}",
        ],
        returns="float" if op == "/" else "int",
        what=[f"the {noun}, {none} for a division by zero", f"{how}, but {none} when {b} is zero"],
        do=[
            f"Return {how}, or {none} if {b} is 0",
            f"{verb[0].upper()}{verb[1:]}, but give back {none} if {b} is 0",
            f"Work out {how}, and {none} in place of an error if {b} is 0",
        ],
        sentences=[
            f"What is {how}? If {b} is 0, the answer is {none}.",
            f"If {b} is 0, return {none}; otherwise {verb}.",
            f"Given {a} and {b}, {verb}. A zero {b} gives {none} and no exception.",
            f"Avoid the division by zero: {none} if {b} is 0, else {how}.",
        ],
        inputs=["6, 3", "7, 2", "5, 0", "0, 4"],
    )
