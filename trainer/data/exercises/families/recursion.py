"""Functions that call themselves."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.recursion_lists import list_recursion, text_recursion
from trainer.data.exercises.families.recursion_numbers import by_recursion, factorials, number_recursion
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _other_recursion(d: Draw) -> Sketch:
    a, b = d.one("a b", "base exponent", "x n", "m n").split()
    k = d.number(2, 9)
    form = d.number(0, 3)
    if form == 0:
        return Sketch(
            names=[
                "recursive_power",
                "power_recursive",
                "power",
                "rec_power",
                "raise_to",
                "power_by_recursion",
                "to_the_power",
                "exponentiate",
            ],
            params=[Param(a, "smallpos"), Param(b, "smallpos")],
            bodies=[f"if {b} == 0:\n    return 1\nreturn {a} * FN({a}, {b} - 1)"],
            what=[
                f"{a} to the power of {b}, by recursion",
                f"{a} raised to the {b}-th power, computed recursively",
                f"{a} ** {b}, without using the ** operator",
                f"the product of {b} factors that are all {a}",
                f"the {b}-th power of {a}, with a function that calls itself",
            ],
            do=[
                f"Raise {a} to the power of {b} recursively",
                f"Work out {a} to the {b} by recursion",
                f"Use recursion to calculate {a} ** {b}",
            ],
            sentences=[
                f"What is {a} to the power of {b}? Use recursion.",
                f"Multiply {a} by itself so that it is a factor {b} times; do it recursively.",
                f"Power by recursion: {a} times {a} to the power of {b} - 1, and 1 if {b} is 0.",
            ],
        )
    if form == 1:
        return Sketch(
            names=[
                "recursive_multiply",
                "multiply_by_adding",
                "multiply",
                "rec_multiply",
                "times",
                "product_by_addition",
                "multiply_recursive",
                "repeated_addition",
            ],
            params=[Param(a, "int"), Param(b, "small")],
            bodies=[f"if {b} == 0:\n    return 0\nreturn {a} + FN({a}, {b} - 1)"],
            what=[
                f"{a} times {b}, by repeated addition",
                f"the product of {a} and {b}, by recursion",
                f"{a} multiplied by {b}, without using the * operator",
                f"the sum of {b} terms that are all {a}",
            ],
            do=[
                f"Add {a} to itself so that it is counted {b} times, by recursion",
                f"Work out {a} times {b} using addition only",
                f"Use recursion to find the product of {a} and {b}",
            ],
            sentences=[
                f"Multiply {a} by {b} recursively.",
                f"What is {a} times {b}? Do it by adding {a} again and again.",
                f"The product of {a} and {b} with no multiplication: {a} plus {a} times {b} - 1, and 0 if {b} is 0.",
            ],
        )
    n = d.name("n number x")
    if form == 2:
        base, step, stem, said, sentences = d.one(
            (
                n,
                f"{n} % 10 + FN({n} // 10)",
                "sum",
                [
                    f"the sum of the digits of {n}",
                    f"the digit sum of {n}",
                    f"what the digits of {n} add up to",
                    f"the last digit of {n} plus the sum of its other digits",
                ],
                [f"Add up the digits of {n}.", f"What is the sum of the digits of {n}?"],
            ),
            (
                "1",
                f"1 + FN({n} // 10)",
                "count",
                [
                    f"the number of digits of {n}",
                    f"how many digits {n} has",
                    f"how long {n} is when written in decimal",
                    f"the count of decimal digits in {n}",
                ],
                [f"Count the digits of {n}.", f"How many digits does {n} have?"],
            ),
            (
                n,
                f"max({n} % 10, FN({n} // 10))",
                "max",
                [
                    f"the largest digit of {n}",
                    f"the maximum of the digits of {n}",
                    f"the highest digit that occurs in {n}",
                    f"the greatest of the decimal digits of {n}",
                ],
                [f"Find the biggest digit of {n}.", f"Which is the largest digit of {n}?"],
            ),
        )
        return Sketch(
            names=[
                "digits_recursive",
                "recursive_digits",
                f"digit_{stem}",
                f"{stem}_of_digits",
                f"{stem}_digits",
                f"digit_{stem}_recursive",
                f"recursive_digit_{stem}",
                f"{stem}_digits_recursive",
            ],
            params=[Param(n, "nat")],
            bodies=[f"if {n} < 10:\n    return {base}\nreturn {step}"],
            what=[*by_recursion(said), *said],
            do=[f"Use recursion to find {d.one(*said)}"],
            sentences=[*sentences, *(f"{text} Use recursion." for text in sentences)],
        )
    down = d.chance(0.5)
    body = f"if {n} == 0:\n    return []\nreturn " + (
        f"[{n} * {k}] + FN({n} - 1)" if down else f"FN({n} - 1) + [{n} * {k}]"
    )
    order = f"from {n} times {k} down to {k}" if down else f"from {k} up to {n} times {k}"
    way, span = ("largest", f"from {n} down to 1") if down else ("smallest", f"from 1 up to {n}")
    return Sketch(
        names=[
            "recursive_multiples",
            f"multiples_of_{k}",
            f"list_multiples_of_{k}",
            f"times_table_{k}",
            "multiples_recursive",
            f"first_multiples_of_{k}",
            "rec_multiples",
            "build_multiples",
        ],
        params=[Param(n, "small")],
        bodies=[body],
        returns="list[int]",
        what=[
            f"the list of the multiples of {k} {order}, by recursion",
            f"a list of the first {n} positive multiples of {k}, {way} first, built recursively",
            f"the multiples of {k} {order} as a list",
            f"{k} times each number {span}, as a list",
        ],
        do=[
            f"List the multiples of {k} {order}",
            f"Use recursion to list the multiples of {k} {order}",
            f"Build the list of {k} times each number {span}, recursively",
        ],
        sentences=[
            f"What are the multiples of {k} {order}? Return them as a list.",
            f"Take the numbers {span}, multiply each by {k}, and list the results. Use recursion.",
            f"The {n} smallest positive multiples of {k}, the {way} one first.",
        ],
    )


FAMILIES = (
    Family(
        "recursion",
        ((factorials, 2), (number_recursion, 3), (list_recursion, 3), (text_recursion, 2), (_other_recursion, 2)),
    ),
)
