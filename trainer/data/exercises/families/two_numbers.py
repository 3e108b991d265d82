"""Operations on two numbers."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import two
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["assigned", "basic"]


def assigned(d: Draw, code: str) -> list[str]:
    """Bodies that return an expression."""
    result = d.name("result total value_ answer res")
    return [f"return {code}"] * 4 + [f"{result} = {code}\nreturn {result}"]


def basic(d: Draw) -> Sketch:
    """One operation on two numbers."""
    a, b = two(d)
    both = d.one(
        f"{a} and {b}", f"{a} and {b}", "two numbers", "the two numbers", f"{a} and {b}", f"the numbers {a} and {b}"
    )
    sums = [
        f"the sum of {both}",
        f"the total of {both}",
        f"the result of adding {a} and {b}",
        f"{a} plus {b}",
        f"{b} added to {a}",
    ]
    adding = [
        f"What do {a} and {b} add up to?",
        f"Add {both} together and give back the sum.",
        f"How much is {a} + {b}?",
        f"Given {a} and {b}, work out their sum.",
        f"Adds two numbers, {a} and {b}.",
    ]
    code, names, what, do, sentences, kind = d.one(
        (
            f"{a} + {b}",
            "add add_numbers sum_of_two plus sum_two add_two sum_numbers add_together",
            sums,
            [f"Add {both}", f"Sum up {both}"],
            adding,
            "int",
        ),
        (
            f"{a} + {b}",
            "add addition total sum_up plus_numbers get_sum sum_both simple_add",
            sums,
            [f"Add {b} to {a}", f"Add up {a} and {b}"],
            adding,
            "int",
        ),
        (
            f"{a} - {b}",
            "subtract difference minus sub diff subtraction take_away subtract_numbers",
            [
                f"{a} minus {b}",
                f"the difference {a} - {b}",
                f"the result of subtracting {b} from {a}",
                f"what is left of {a} after taking away {b}",
            ],
            [f"Subtract {b} from {a}", f"Take {b} away from {a}", f"Deduct {b} from {a}"],
            [
                f"How much is {a} less {b}?",
                f"What do you get when you take {b} away from {a}?",
                f"The first number minus the second: {a} - {b}.",
                f"Given {a} and {b}, work out {a} minus {b}.",
                "Subtracts the second number from the first.",
            ],
            "int",
        ),
        (
            f"{a} * {b}",
            "multiply product times mul multiply_two multiplication product_of_two multiply_numbers",
            [f"the product of {both}", f"{a} times {b}", f"{a} multiplied by {b}", f"the result of {a} * {b}"],
            [],
            [
                f"Multiply {both}.",
                f"Multiply {a} by {b}.",
                f"How much is {a} times {b}?",
                f"What is the product of {both}?",
                "Multiplies two numbers and gives back the result.",
                f"Given {a} and {b}, work out {a} times {b}.",
                f"The result when {a} and {b} are multiplied together.",
            ],
            "int",
        ),
        (
            f"({a} + {b}) / 2",
            "average mean_of_two midpoint average_of_two mean avg_two halfway arithmetic_mean",
            [
                f"the average of {both}",
                f"the arithmetic mean of {both}",
                f"half the sum of {both}",
                f"the number halfway between {a} and {b}",
                f"the midpoint between {a} and {b}",
            ],
            [f"Average {both}"],
            [
                f"What is the mean of {both}?",
                f"Add {a} and {b}, then divide by two.",
                f"Which number lies exactly in the middle between {a} and {b}?",
                f"Sum {a} and {b} and halve the result.",
                "The mean of two numbers, as a float.",
            ],
            "int",
        ),
        (
            f"abs({a} - {b})",
            "distance absolute_difference abs_diff gap difference_between how_far_apart distance_between abs_distance",
            [
                f"the absolute difference of {both}",
                f"the absolute value of {a} - {b}",
                f"the distance between {a} and {b} on the number line",
                f"the gap between {both}, never negative",
                f"the difference between {both} without its sign",
            ],
            [f"Find the distance between {both}"],
            [
                f"How far apart are {a} and {b}?",
                f"By how much do {a} and {b} differ? The answer is never negative.",
                f"Subtract the smaller of {a} and {b} from the larger.",
                f"Tell how far {a} is from {b}, whichever is larger.",
                "The positive difference of two numbers, 0 if they are equal.",
            ],
            "int",
        ),
        (
            f"{a} % {b}",
            "remainder modulo mod rest left_over division_rest remainder_of modulus",
            [
                f"the remainder of {a} divided by {b}",
                f"{a} modulo {b}",
                f"the remainder when {a} is divided by {b}",
                f"what is left over after dividing {a} by {b}",
                f"the rest of the integer division of {a} by {b}",
            ],
            [f"Take {a} modulo {b}"],
            [
                f"What remains when {a} is divided by {b}?",
                f"Divide {a} by {b} and give back only the remainder.",
                f"Given {a} and {b}, find {a} mod {b}.",
                f"Work out the remainder of the division of {a} by {b}.",
                f"The modulus of {a} and {b}: {a} % {b}.",
            ],
            "pos",
        ),
        (
            f"{a} // {b}",
            "floor_divide quotient integer_division int_div floor_div whole_quotient divide_down",
            [
                f"{a} divided by {b}, rounded down",
                f"the integer quotient of {a} and {b}, rounded down",
                f"the result of the floor division of {a} by {b}",
                f"the largest integer that is not above {a} / {b}",
                f"the floor of {a} divided by {b}",
            ],
            [f"Divide {a} by {b}, rounding down", f"Divide {a} by {b} to a whole number, rounded down"],
            [
                f"What is {a} / {b}, rounded down to an integer?",
                f"Integer division of {a} by {b}, towards minus infinity.",
                f"Divide {a} by {b} and round the result down to a whole number.",
                f"Given {a} and {b}, find the floor of their quotient.",
                f"The quotient {a} / {b} as an integer, rounded down.",
            ],
            "pos",
        ),
        (
            f"{a} / {b}",
            "divide ratio division quotient divide_numbers div fraction divided_by",
            [
                f"{a} divided by {b}",
                f"the quotient of {a} and {b}",
                f"the ratio of {a} to {b}",
                f"the result of dividing {a} by {b}",
                f"the value of the fraction {a}/{b}",
            ],
            [f"Divide {a} by {b}"],
            [
                f"What is {a} over {b}?",
                f"How many times does {b} go into {a}? The answer may be a fraction.",
                "Divides the first number by the second, without rounding.",
                f"Given {a} and {b}, work out {a} / {b} as a float.",
                f"The exact quotient of {a} and {b}, not rounded.",
            ],
            "pos",
        ),
        (
            f"{a} ** {b}",
            "power raise_to exponent pow_of exponentiate to_the_power raise_power power_of",
            [
                f"{a} to the power of {b}",
                f"{a} raised to the power {b}",
                f"the power with base {a} and exponent {b}",
                f"the result of {a} ** {b}",
                f"{a} to the {b}-th power",
            ],
            [f"Raise {a} to the power {b}", f"Exponentiate {a} by {b}"],
            [
                f"What is {a} to the power of {b}?",
                f"Multiply {a} by itself so that it is a factor {b} times; 1 if {b} is 0.",
                f"With {a} as the base and {b} as the exponent, compute the power.",
                f"Given {a} and {b}, work out {a} ** {b}.",
                "Raises the first number to the power of the second.",
            ],
            "small",
        ),
        (
            f"{a} ** 2 + {b} ** 2",
            "sum_of_squares squares_sum add_squares sum_squares squared_and_added sum_two_squares total_of_squares",
            [
                f"the sum of the squares of {both}",
                f"{a} squared plus {b} squared",
                f"the square of {a} plus the square of {b}",
                f"the total of the squares of {a} and {b}",
                f"the result of {a}^2 + {b}^2",
            ],
            [f"Add the squares of {both}", f"Sum the squares of {both}"],
            [
                f"What do the squares of {a} and {b} add up to?",
                f"Square both {a} and {b}, then add the two squares.",
                f"Multiply each of {a} and {b} by itself and sum the results.",
                f"Given {a} and {b}, work out the sum of their squares.",
                f"The sum of two squares, that of {a} and that of {b}.",
            ],
            "int",
        ),
        (
            f"{a} ** 2 - {b} ** 2",
            "difference_of_squares subtract_squares squares_difference square_diff minus_squares diff_of_squares",
            [
                f"the square of {a} minus the square of {b}",
                f"{a} squared minus {b} squared",
                f"the difference of squares {a}^2 - {b}^2",
                f"the result of taking the square of {b} away from the square of {a}",
            ],
            [f"Subtract the square of {b} from the square of {a}"],
            [
                f"How much is {a} squared less {b} squared?",
                f"Square {a} and {b}, then subtract the second square from the first.",
                f"Given {a} and {b}, work out {a} * {a} - {b} * {b}.",
                f"By how much is the square of {a} above that of {b}? Negative if it is below.",
                "The square of the first number minus that of the second.",
            ],
            "int",
        ),
        (
            f"({a} + {b}) ** 2",
            "square_of_sum squared_sum sum_squared square_the_sum add_then_square square_sum add_and_square",
            [
                f"the square of the sum of {both}",
                f"the sum of {a} and {b}, multiplied by itself",
                f"the sum of {both}, squared",
                f"the second power of the sum of {a} and {b}",
                f"the result of ({a} + {b})^2",
            ],
            [f"Square the sum of {both}"],
            [
                f"Add {a} and {b} and square the result.",
                f"First add up {a} and {b}, then multiply the sum by itself.",
                f"What is the square of {a} + {b}?",
                f"Given {a} and {b}, square their sum.",
                f"The total of {both}, squared as a whole.",
            ],
            "int",
        ),
    )
    returns = "float" if " / " in code else "int"
    kinds = ("small", "small") if kind == "small" else ("int", kind)
    return Sketch(
        names=names.split(),
        params=[Param(a, kinds[0]), Param(b, kinds[1])],
        bodies=assigned(d, code),
        returns=returns,
        what=what,
        do=do,
        sentences=sentences,
    )
