"""Sequences defined step by step."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import COUNTS
from trainer.data.exercises.families.recurrences import recurrence
from trainer.data.exercises.families.repeated_steps import until
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _progression(d: Draw) -> Sketch:
    """Arithmetic and geometric sequences."""
    a, k, n = (
        d.one("start step n", "first difference count", "a d n", "a step length", "x k n").split()
        if d.chance(0.4)
        else ("", "", d.name(COUNTS))
    )
    i = d.name("i i k j index" if k != "k" else "i j index")
    geometric = d.chance(0.4)
    first, by = (a, k) if a else (str(d.number(1, 9)), str(d.number(2, 9)))
    op = "*" if geometric else "+"
    term = f"{first} * {by} ** {i}" if geometric else f"{first} + {i} * {by}"
    if geometric and first == "1":
        term = f"{by} ** {i}"
    params = ([Param(a, "smallpos"), Param(k, "smallpos")] if a else []) + [Param(n, "small")]
    rule = f"starts with {first} and is {'multiplied' if geometric else 'increased'} by {by} in each step"
    if a:
        shown = f"{first}, {first} {op} {by}, {first} {op} {by} {op} {by}, ..."
    else:
        u, v = int(first), int(by)
        shown = f"{u}, {u * v}, {u * v * v}, ..." if geometric else f"{u}, {u + v}, {u + 2 * v}, ..."
    sequence = (
        d.one(
            f"the geometric sequence with first term {first} and common ratio {by}",
            f"the progression {shown} with common ratio {by}",
            f"the sequence {shown}, where each number is {by} times the one before",
        )
        if geometric
        else d.one(
            f"the arithmetic sequence with first term {first} and common difference {by}",
            f"the progression {shown} with common difference {by}",
            f"the sequence {shown}, where each number is {by} more than the one before",
        )
    )
    grow = f"multiply by {by}" if geometric else f"add {by}"
    name = "geometric" if geometric else "arithmetic"
    form = d.number(0, 2)
    x, out = d.name("x value current term"), d.name("result out terms numbers")
    if form == 0:
        loop = f"{out} = []\n{x} = {first}\nfor {i} in range({n}):\n    {out}.append({x})\n    {x} {op}= {by}\nreturn {out}"  # noqa: E501
        return Sketch(
            names=[
                f"{name}_sequence",
                f"{name}_list",
                "first_terms",
                "progression",
                f"{name}_progression",
                f"{name}_terms",
                "list_terms",
                f"make_{name}_sequence",
            ],
            params=params,
            bodies=[f"return [{term} for {i} in range({n})]", loop],
            returns="list[int]",
            what=[
                f"the first {n} numbers of the sequence that {rule}",
                f"a list of the first {n} terms of {sequence}",
                f"a list of length {n} that begins like {sequence}",
                f"a list of {first} {op} {by} {'**' if geometric else '*'} i for i from 0 to {n} - 1",
            ],
            do=[
                f"List the first {n} numbers of {sequence}",
                f"Generate {n} terms of {sequence}",
                f"Start with {first}, {grow} again and again, and list the first {n} numbers, {first} included",
            ],
            sentences=[
                f"What are the first {n} terms of {sequence}?",
                f"The first number is {first}; to get the next one, {grow}. Return the first {n} numbers as a list.",
                f"{n} numbers, the first one {first}, each further one {'the last times' if geometric else 'the last plus'} {by}.",  # noqa: E501
            ],
        )
    if form == 1:
        loop = f"{x} = {first}\nfor {i} in range({n}):\n    {x} {op}= {by}\nreturn {x}"
        closed = f"return {term}".replace(f"** {i}", f"** {n}").replace(f"+ {i} *", f"+ {n} *")
        return Sketch(
            names=[
                f"{name}_term",
                "nth_term",
                "after_steps",
                f"nth_{name}",
                "value_after",
                "final_value",
                "repeat_step",
                f"{name}_value",
            ],
            params=params,
            bodies=[loop, closed],
            what=[
                f"what a number that {rule} has become after {n} steps",
                f"the result of {n} steps of a number that {rule}",
                f"{first} {'times' if geometric else 'plus'} {by}{' to the power of' if geometric else ' times'} {n}",
            ],
            do=[
                f"Return the number that comes {n} places after {first} in {sequence}",
                f"Return the term with index {n}, counting from 0, of {sequence}",
                f"Start with {first} and {grow}, {n} times over",
                f"Find term {n} of {sequence}, where the first one is term 0",
            ],
            sentences=[
                f"Which number has index {n} in {sequence}? The first has index 0.",
                f"Take {first} and {grow}, do that {n} times in all, and return the result.",
                f"What comes out when you start with {first} and {grow} exactly {n} times?",
            ],
        )
    return Sketch(
        names=[
            f"{name}_sum",
            "sum_terms",
            f"sum_of_{name}",
            f"{name}_series",
            "series_sum",
            "sum_first_terms",
            f"total_{name}",
            "partial_sum",
        ],
        params=params,
        bodies=[
            f"return sum({term} for {i} in range({n}))",
            f"{out} = 0\n{x} = {first}\nfor {i} in range({n}):\n    {out} += {x}\n    {x} {op}= {by}\nreturn {out}",
        ],
        what=[
            f"the sum of the first {n} numbers of the sequence that {rule}",
        ],
        do=[
            f"Return the partial sum over {n} terms of {sequence}",
            f"Return the total of {n} numbers: the beginning of {sequence}",
            f"Return the sum of the first {n} terms of {sequence}",
            f"Add up the first {n} numbers of {sequence}",
            f"Start with {first}, {grow} again and again, and sum the first {n} numbers, {first} included",
            f"Add together {n} terms of {sequence}, from the first one on",
        ],
        sentences=[
            f"What do the first {n} terms of {sequence} add up to?",
            f"The first number is {first}; to get the next one, {grow}. Return the sum of the first {n}.",
            f"How much is the sum of {n} terms of {sequence}, the first one included?",
        ],
    )


def _figures(d: Draw) -> Sketch:
    """The n-th figure and lists of them."""
    n, i = d.name(COUNTS), d.name("i k j x")
    k = d.number(2, 6)
    term, word, many, named, plural, change = d.one(
        (
            "@ * (@ + 1) // 2",
            "triangular number",
            "triangular_numbers",
            "the sum of all whole numbers from 1 to @",
            "half the product of each number and the next one, for the numbers",
            "multiplied by the number after it and halved",
        ),
        ("@ * @", "square number", "squares", "the square of @", "the squares of the numbers", "squared"),
        ("@ ** 3", "cube", "cubes", "@ to the third power", "the cubes of the numbers", "raised to the third power"),
        (
            f"{k} ** @",
            f"power of {k}",
            f"powers_of_{k}",
            f"{k} to the power of @",
            f"the powers of {k} with the exponents",
            f"taken as an exponent of {k}",
        ),
        (
            "2 * @ + 1",
            "odd number",
            "odd_numbers",
            "one more than twice @",
            "the odd numbers 2 * y + 1 for y",
            "doubled and increased by one",
        ),
        (
            "@ * (@ + 1)",
            "product of a number and the next",
            "pronic_numbers",
            "@ times the number after it",
            "the product of each number and the next one, for the numbers",
            "multiplied by the number after it",
        ),
        (f"{k} * @", f"multiple of {k}", f"multiples_of_{k}", f"{k} times @", f"{k} times the numbers", f"times {k}"),
        (
            f"@ ** 2 + {k}",
            f"square plus {k}",
            f"squares_plus_{k}",
            f"{k} more than the square of @",
            f"{k} plus the square of each of the numbers",
            f"squared and then increased by {k}",
        ),
    )
    single = many.replace("s_", "_", 1).removesuffix("s")
    formula, named = term.replace("@", n), named.replace("@", n)
    if d.chance(0.4):
        return Sketch(
            names=[
                f"nth_{single}",
                f"{single}",
                f"{many}_formula",
                f"get_{single}",
                f"compute_{single}",
                f"{single}_at",
                f"{single}_for",
                f"{many}_value",
            ],
            params=[Param(n, "small")],
            bodies=[f"return {formula}"],
            what=[
                f"the {word} {formula}",
                named,
                f"the {word} that belongs to {n}: {formula}",
                f"the value of {formula}",
                f"{named}, the {word} for {n}",
            ],
            do=[
                f"Work out {named}",
                f"Evaluate {formula}, the {word} for {n}",
                f"Figure out {formula} for a given {n}",
            ],
            sentences=[
                f"What is {named}?",
                f"Given {n}, give back {named}.",
                f"Which {word} belongs to {n}, when the formula is {formula}?",
            ],
        )
    low, code = d.one((0, f"range({n})"), (1, f"range(1, {n} + 1)"), (0, f"range({n} + 1)"))
    last = {f"range({n})": f"{n} - 1", f"range(1, {n} + 1)": n, f"range({n} + 1)": n}[code]
    value = term.replace("@", i)
    out = d.name("result out numbers")
    return Sketch(
        names=[
            many,
            f"list_{many}",
            f"first_{many}",
            f"make_{many}",
            f"all_{many}",
            f"{many}_list",
            f"generate_{many}",
            f"get_{many}",
        ],
        params=[Param(n, "small")],
        bodies=[
            f"return [{value} for {i} in {code}]",
            f"{out} = []\nfor {i} in {code}:\n    {out}.append({value})\nreturn {out}",
        ],
        returns="list[int]",
        what=[
            f"the list of {value} for {i} from {low} to {last}",
            f"a list of {plural} from {low} to {last}",
            f"the numbers from {low} to {last}, each {change}, as a list",
            f"a list with the value of {value} for each {i} from {low} to {last}, both included",
        ],
        do=[
            f"List {plural} from {low} to {last}",
            f"Make a list of the numbers from {low} to {last}, each {change}",
            f"Take each whole number from {low} up to and including {last} and list what {value} is for it as {i}",
        ],
        sentences=[
            f"What is {value} for {i} = {low}, ..., {last}? Give the answers as a list.",
            f"Given {n}, list the values of {value} where {i} runs from {low} to {last}.",
            f"A list of each {word} {value}, with {i} going from {low} through {last}.",
        ],
    )


FAMILIES = (Family("sequences", ((recurrence, 4), (_progression, 3), (until, 3), (_figures, 2))),)
