"""Factorials and other functions of a number that call themselves."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import COUNTS
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["by_recursion", "factorials", "number_recursion"]


def factorials(d: Draw) -> Sketch:
    """Products of the numbers in a range."""
    n, i, out = d.name(COUNTS), d.name("i k j x"), d.name("result product total value")
    k = d.number(2, 4)
    code, names, what, do, sentences = d.one(
        (
            f"range(1, {n} + 1)",
            "product_to_n multiply_up_to factorial_of factorial fact compute_factorial n_factorial factorial_recursive",
            [
                f"the product of the numbers from 1 to {n}",
                f"{n} factorial",
                f"the factorial of {n}",
                f"{n}!, that is 1 * 2 * ... * {n}",
                f"1 * 2 * 3 * ... * {n}",
                f"the product of all positive integers up to and including {n}",
                f"how many ways there are to put {n} different things in a row ({n} factorial)",
            ],
            [f"Work out {n} factorial", f"Take all whole numbers from 1 to {n} and multiply them together"],
            [
                f"What is {n}!, the factorial of {n}?",
                f"The factorial of {n}, often written {n}!.",
                f"Multiply together all whole numbers from 1 to {n}.",
            ],
        ),
        (
            f"range({n}, 0, -{k})",
            f"skip_factorial multifactorial_{k} multifactorial step_factorial factorial_by_{k} product_down_by_{k}",
            [
                f"the product of {n}, {n} - {k}, {n} - {2 * k}, ... as long as the factors are positive",
                f"{n} * ({n} - {k}) * ({n} - {2 * k}) * ..., down to the last positive factor",
                f"the product of the positive numbers that you meet counting down from {n} in steps of {k}",
                f"the {'double' if k == 2 else 'triple' if k == 3 else 'quadruple'} factorial of {n}, in steps of {k}",
            ],
            [
                f"Start with {n}, go down by {k} each time, and multiply all the numbers that are positive",
                f"Find the product of {n} and all smaller positive numbers at distance {k}, {2 * k}, ... from it",
            ],
            [
                f"A factorial of {n} that goes down in steps of {k} instead of 1, using positive factors only.",
                f"What is {n} * ({n} - {k}) * ({n} - {2 * k}) * ... with positive factors only?",
            ],
        ),
        (
            f"range(2, {n} + 1, 2)",
            "even_product even_factorial product_of_evens multiply_evens evens_multiplied even_numbers_product",
            [
                f"the product of the even numbers from 2 to {n}",
                f"2 * 4 * 6 * ..., with all even factors that are at most {n}",
                f"the product of all positive even numbers that do not exceed {n}",
                f"the positive numbers up to {n} that are divisible by two, all multiplied together",
            ],
            [
                f"Take the even numbers from 2 up to {n} (inclusive) and multiply them together",
                f"Work out the product of all multiples of two between 1 and {n}, {n} included",
            ],
            [
                f"What is the product of all even numbers from 2 to {n}?",
                f"Multiply 2, 4, 6 and so on, as long as the factor is not greater than {n}.",
                f"Given {n}, multiply all even numbers from 2 up to it, itself included if it is even.",
            ],
        ),
        (
            f"range(1, {n} + 1, 2)",
            "odd_product odd_factorial product_of_odds multiply_odds odds_multiplied odd_numbers_product",
            [
                f"the product of the odd numbers from 1 to {n}",
                f"1 * 3 * 5 * ..., with all odd factors that are at most {n}",
                f"the product of all positive odd numbers that do not exceed {n}",
                f"the positive numbers up to {n} that are not divisible by two, all multiplied together",
            ],
            [
                f"Take the odd numbers from 1 up to {n} (inclusive) and multiply them together",
                f"Work out the product of all odd numbers between 1 and {n}, both included",
            ],
            [
                f"What is the product of all odd numbers from 1 to {n}?",
                f"Multiply 1, 3, 5 and so on, as long as the factor is not greater than {n}.",
                f"Given {n}, multiply all odd numbers from 1 up to it, itself included if it is odd.",
            ],
        ),
        (
            f"range({n}, {n} + {k})",
            f"rising_product_{k} product_of_{k} rising_factorial_{k} multiply_next_{k} consecutive_product",
            [
                f"the product of the {k} numbers that start with {n}",
                " * ".join([n, *(f"({n} + {j})" for j in range(1, k))]),
                f"the product of {k} consecutive whole numbers from {n} on",
                f"the product of the whole numbers from {n} to {n} + {k - 1}",
                f"the rising factorial of {n} with {k} factors",
            ],
            [
                f"Take {k} whole numbers in a row, from {n} on, and multiply them together",
                f"Find the product of {n} and the {'number' if k == 2 else f'{k - 1} numbers'} right after it",
            ],
            [
                f"What is the product of {k} consecutive numbers, the first one being {n}?",
                f"Multiply {n} by the {'number that follows' if k == 2 else f'{k - 1} numbers that follow'} it.",
            ],
        ),
        (
            f"range({k}, {n} + 1)",
            f"product_from_{k} multiply_from_{k} factorial_from_{k} product_{k}_to_n range_product partial_factorial",
            [
                f"the product of the numbers from {k} to {n}",
                f"{k} * {k + 1} * ... * {n}",
                f"the product of all whole numbers that are at least {k} and at most {n}",
                f"the integers from {k} up to and including {n}, multiplied together",
            ],
            [
                f"Take the whole numbers from {k} to {n}, both included, and multiply them together",
                f"Work out the product of the integers between {k} and {n} inclusive",
            ],
            [
                f"What do the numbers from {k} to {n} give when multiplied together?",
                f"Multiply all whole numbers from {k} through {n}.",
                f"Like a factorial of {n}, but the factors begin with {k}.",
            ],
        ),
    )
    loop = f"{out} = 1\nfor {i} in {code}:\n    {out} *= {i}\nreturn {out}"
    edge = ""
    if f"{n} + {k})" not in code:
        edge = d.one(
            "Return 1 if there are no factors.",
            "Return 1 if there are no factors.",
            "With no factors at all, the result is 1.",
            "If there is nothing to multiply, return 1.",
        )
    bodies = [loop, loop]
    if code == f"range(1, {n} + 1)":
        edge = d.one("Return 1 for 0.", "The empty product is 1.", f"If {n} is 0, return 1.", "0! is 1.")
        bodies += [
            f"if {n} == 0:\n    return 1\nreturn {n} * FN({n} - 1)",
            f"if {n} <= 1:\n    return 1\nreturn {n} * FN({n} - 1)",
        ]
    elif code == f"range({n}, 0, -{k})":
        bodies.append(f"if {n} <= 0:\n    return 1\nreturn {n} * FN({n} - {k})")
    return Sketch(
        names=names.split(),
        params=[Param(n, "small")],
        bodies=bodies,
        what=what,
        do=do,
        sentences=sentences,
        edge=edge,
    )


def number_recursion(d: Draw) -> Sketch:
    """f(n) from f(n - 1), written as a recursion."""
    n = d.name(COUNTS)
    k, c = d.number(2, 5), d.number(0, 4)
    first, plus, times = f"{c} + " if c else "", f"{c} plus " if c else "", f"{c + 1} times " if c else ""
    step, kind, said, sentences = d.one(
        (
            f"{n} + FN({n} - 1)",
            "sum",
            [
                f"the sum of {c} and all numbers from 1 to {n}",
                f"{plus}the sum of the whole numbers from 1 to {n}",
                f"{first}1 + 2 + ... + {n}",
                f"the total when all numbers from 1 up to {n} (inclusive) are added to {c}",
            ],
            [
                f"Start with {c} and add every number from 1 to {n}.",
                f"What do you get when you add 1, 2, 3 and so on up to {n} to {c}?",
            ],
        ),
        (
            f"{n} * {n} + FN({n} - 1)",
            "square_sum",
            [
                f"{c} plus the sum of the squares from 1 to {n}",
                f"{first}1 * 1 + 2 * 2 + ... + {n} * {n}",
                f"{plus}the sum of the squares of the numbers from 1 to {n}",
                f"the total when the square of each number from 1 up to {n} is added to {c}",
            ],
            [
                f"Start with {c} and add the square of every number from 1 to {n}.",
                f"Square each number from 1 to {n} and add the squares to {c}.",
            ],
        ),
        (
            f"{k} * FN({n} - 1)",
            "power",
            [
                f"{c + 1} times {k} to the power of {n}",
                f"{c + 1} multiplied by {k} again and again, {n} times in all",
                f"{times}{k} raised to the {n}-th power",
                f"{c + 1} * {k} ** {n}",
            ],
            [
                f"Start with {c + 1} and multiply by {k}, {n} times over.",
                f"What becomes of {c + 1} when it is multiplied by {k} exactly {n} times?",
            ],
        ),
        (
            f"FN({n} - 1) + {k}",
            "steps",
            [
                f"{c} plus {n} times {k}",
                f"{plus}the product of {n} and {k}",
                f"the number reached from {c} by adding {k} over and over, {n} times in all",
                f"{c} + {n} * {k}",
            ],
            [
                f"Start with {c} and add {k}, {n} times over.",
                f"What becomes of {c} when {k} is added to it exactly {n} times?",
            ],
        ),
        (
            f"{k} * FN({n} - 1) + 1",
            "growth",
            [
                f"the {n}-th value when the value for 0 is {c} and each further one is {k} times the one before plus 1",
                f"f({n}), where f(0) = {c} and f(i) = {k} * f(i - 1) + 1 for i > 0",
                f"what {c} becomes when it is multiplied by {k} and increased by 1, {n} times over",
            ],
            [
                f"Start with {c}. Multiply by {k} and add 1; do this {n} times in all.",
                f"Let f(0) be {c} and each next value be {k} times the last one, plus 1. What is f({n})?",
                f"Value 0 is {c}. To get the next one, multiply by {k} and add 1. Return value number {n}.",
            ],
        ),
        (
            f"{n} - FN({n} - 1)",
            "alternate",
            [
                f"the {n}-th value when the value for 0 is {c} and the value for n is n minus the one before",
                f"f({n}), where f(0) = {c} and f(i) = i - f(i - 1) for i > 0",
                f"value number {n} of a sequence in which number 0 is {c} and number i is i minus the number before it",
            ],
            [
                f"Let f(0) be {c} and f(i) be i - f(i - 1). What is f({n})?",
                f"For 0 the result is {c}; otherwise it is {n} minus the result for {n} - 1.",
                f"If {n} is 0, return {c}. Otherwise subtract the result for {n} - 1 from {n}.",
            ],
        ),
        (
            f"FN({n} - 1) + 2 * {n}",
            "even_sum",
            [
                f"{c} plus the sum of the even numbers from 2 to 2 * {n}",
                f"{first}2 + 4 + ... + 2 * {n}",
                f"{plus}the sum of the first {n} positive even numbers",
                f"the total when the even numbers from 2 to 2 * {n} are added to {c}",
            ],
            [
                f"Start with {c} and add every even number from 2 to 2 * {n}.",
                f"Double each number from 1 to {n} and add the results to {c}.",
            ],
        ),
    )
    start = c + 1 if kind == "power" else c
    return Sketch(
        names=[
            f"recursive_{kind}",
            f"{kind}_recursive",
            f"{kind}_to",
            f"{kind}_by_recursion",
            f"rec_{kind}",
            f"{kind}_up_to",
            f"compute_{kind}",
            f"{kind}_of",
        ],
        params=[Param(n, "small")],
        bodies=[
            f"if {n} == 0:\n    return {start}\nreturn {step}",
            f"if {n} <= 0:\n    return {start}\nreturn {step}",
            f"return {start} if {n} == 0 else {step}",
        ],
        what=[*by_recursion(said), *said],
        do=[f"Compute {said[0]} recursively", f"Use recursion to find {d.one(*said)}"],
        sentences=[*sentences, f"{d.one(*sentences)} Use recursion.", f"{d.one(*sentences)} Solve it recursively."],
    )


def by_recursion(said: list[str]) -> list[str]:
    """The phrases, each with a hint that the function is to call itself."""
    hints = (", by recursion", ", by recursion", ", computed recursively", ", with a function that calls itself")
    return [text + hints[i % len(hints)] for i, text in enumerate(said)]
