"""Primes, common divisors, powers and roots."""

from __future__ import annotations

from trainer.data.exercises import folds
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.common_divisors import euclid
from trainer.data.exercises.families.parameters import COUNTS, three
from trainer.data.exercises.families.primes import trial_division
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _special(d: Draw) -> Sketch:
    n = d.name(COUNTS)
    i = d.name("i k x")
    k = d.number(2, 7)
    total = f"sum({i} for {i} in range(1, {n}) if {n} % {i} == 0)"
    sign, word, said, turned = d.one(
        ("==", "perfect", "equals", "equal to"),
        (">", "abundant", "is less than", "greater than"),
        ("<", "deficient", "is greater than", "less than"),
    )
    bodies, told, names = d.one(
        (
            [
                f"return {total} {sign} {n}",
                f"total = 0\nfor {i} in range(1, {n}):\n    if {n} % {i} == 0:\n        total += {i}\nreturn total {sign} {n}",  # noqa: E501
            ],
            [
                f"{n} {said} the sum of its proper divisors",
                f"the sum of the proper divisors of {n} is {turned} {n}",
                f"the divisors of {n}, without {n} itself, have a sum {turned} {n}",
                f"{n} is {word}: its proper divisors have a sum {turned} {n}",
                f"the positive numbers below {n} that divide it have a sum {turned} {n}",
                f"adding up the divisors of {n} other than {n} gives a sum {turned} {n}",
                f"Is {n} {word}, with a sum of proper divisors {turned} {n}?",
                f"Add up the divisors of {n} that are less than {n}. Is the sum {turned} {n}?",
                f"Find the sum of the proper divisors of {n} and tell if it is {turned} {n}.",
            ],
            f"is_{word} {word}_number {word} is_{word}_number check_{word} test_{word} {word}_test number_is_{word}",
        ),
        (
            [
                f"return int({n} ** 0.5) ** 2 == {n}",
                f"{i} = 0\nwhile {i} * {i} < {n}:\n    {i} += 1\nreturn {i} * {i} == {n}",
            ],
            [
                f"{n} is a perfect square",
                f"{n} is a square number",
                f"{n} is the square of a whole number",
                f"the square root of {n} is a whole number",
                f"some integer multiplied by itself gives {n}",
                f"{n} is one of the squares 1, 4, 9, 16 and so on",
                f"Is {n} a perfect square?",
                f"Is there a whole number whose square is exactly {n}?",
                f"Can {n} dots be laid out as a square with equally many rows and columns?",
                f"Work out if {n} is some integer times itself.",
            ],
            "is_square is_perfect_square perfect_square square_number is_square_number check_square has_whole_root has_integer_root",  # noqa: E501
        ),
        (
            [f"{i} = 0\nwhile {i} ** 3 < {n}:\n    {i} += 1\nreturn {i} ** 3 == {n}"],
            [
                f"{n} is the cube of a whole number",
                f"{n} is a perfect cube",
                f"the cube root of {n} is a whole number",
                f"some whole number to the power of 3 gives {n}",
                f"{n} is one of the cubes 1, 8, 27, 64 and so on",
                f"{n} is the product of three equal whole numbers",
                f"Is {n} a cube number?",
                f"Is there a whole number whose third power is exactly {n}?",
                f"Look for a whole number that gives {n} when cubed and tell if there is one.",
            ],
            "is_cube is_perfect_cube perfect_cube cube_number is_cube_number check_cube has_cube_root is_third_power",
        ),
        (
            [
                f"while {n} % {k} == 0:\n    {n} //= {k}\nreturn {n} == 1",
                f"{i} = 1\nwhile {i} < {n}:\n    {i} *= {k}\nreturn {i} == {n}",
            ],
            [
                f"{n} is a power of {k}",
                f"{n} is 1, {k}, {k * k}, {k**3} or any higher power of {k}",
                f"{k} raised to some whole number, 0 or more, gives {n}",
                f"dividing {n} by {k} again and again, without a remainder, ends at 1",
                f"{n} can be got from 1 by multiplying by {k} zero or more times",
                f"{n} equals {k} ** e for some whole number e >= 0",
                f"Is {n} a power of {k}? 1 is one.",
                f"Is {n} equal to {k} to the power of 0, 1, 2 or more?",
                f"Start at 1 and multiply by {k} as often as needed: do you hit {n} exactly?",
            ],
            f"is_power_of_{k} power_of_{k} check_power_of_{k} is_pow_{k} is_exact_power_{k} test_power_{k} log_{k}_is_whole is_a_power_of_{k}",  # noqa: E501
        ),
        (
            [f"{i} = 0\ntotal = 0\nwhile total < {n}:\n    {i} += 1\n    total += {i}\nreturn total == {n}"],
            [
                f"{n} is a triangular number (1, 1 + 2, 1 + 2 + 3, ...)",
                f"{n} is one of the triangular numbers 1, 3, 6, 10, 15 and so on",
                f"{n} is the sum of the whole numbers from 1 up to some number",
                f"adding 1 + 2 + 3 and so on reaches {n} exactly",
                f"{n} equals r * (r + 1) / 2 for some whole number r",
                f"{n} is triangular, like 1, 3, 6 and 10",
                f"Is {n} a triangular number?",
                f"Can {n} balls form a triangle with rows of 1, 2, 3, ... balls?",
                f"Add 1, 2, 3, ... until the sum is at least {n}, and tell if it is exactly {n}.",
            ],
            "is_triangular triangular is_triangular_number triangle_number is_triangle_number check_triangular forms_triangle is_sum_from_one",  # noqa: E501
        ),
        (
            [f"for {i} in range(1, {n}):\n    if {i} * ({i} + 1) == {n}:\n        return True\nreturn False"],
            [
                f"{n} is the product of two consecutive positive numbers",
                f"{n} is a positive whole number times the next one",
                f"{n} is pronic: the product of neighbouring positive numbers, such as 2 * 3",
                f"two positive whole numbers that differ by 1 have the product {n}",
                f"multiplying some positive whole number by the one after it gives {n}",
                f"{n} is one of 1 * 2, 2 * 3, 3 * 4 and so on",
                f"Is {n} a pronic number (2, 6, 12, 20, ...)?",
                f"Are there two consecutive positive whole numbers whose product is {n}?",
                f"Can {n} dots form a rectangle with one more column than it has rows?",
            ],
            "is_pronic pronic is_pronic_number is_oblong oblong_number check_pronic consecutive_product product_of_neighbours",  # noqa: E501
        ),
    )
    return Sketch(
        names=names.split(),
        params=[Param(n, "pos")],
        bodies=bodies,
        returns="bool",
        whether=[text for text in told if text[-1] not in ".?"],
        sentences=[text for text in told if text[-1] in ".?"],
        inputs=["6", "12", "8", "9", "27", "28", "15", str(k), str(k * k)],
    )


def _counted_down(d: Draw) -> Sketch:
    n = d.name(COUNTS)
    k = d.number(2, 9)
    count = d.name("count steps result times")
    cond, change, told, names = d.one(
        (
            f"{n} % {k} == 0",
            f"{n} //= {k}",
            [
                f"how often {n} can be divided by {k} without a remainder",
                f"how many times in a row {n} can be divided evenly by {k}",
                f"the largest exponent e such that {k} ** e divides {n}",
                f"the number of times that {k} can be divided out of {n} until a remainder would be left",
                f"the exponent of the highest power of {k} that divides {n}",
                f"Count how many times {n} can be divided by {k} before it is no longer a multiple of {k}",
                f"How many times does {n} divide evenly by {k}, one division after the other?",
                f"Keep dividing {n} by {k} as long as that leaves no remainder, and return the number of divisions.",
                f"Given {n}, work out how often you can divide it by {k} with nothing left over.",
            ],
            f"times_divisible_by_{k} multiplicity_of_{k} exponent_of_{k} count_factor_{k} divisions_by_{k} valuation_{k} how_often_divisible power_of_{k}_in",  # noqa: E501
        ),
        (
            f"{n} > 1",
            f"{n} //= {k}",
            [
                f"how often {n} can be divided by {k}, rounding down, until it is at most 1",
                f"the number of integer divisions by {k} that it takes to bring {n} down to 1 or 0",
                f"how many times {n} must be divided by {k} (dropping the remainder) to be at most 1",
                f"how many floor divisions by {k} take {n} to 1 or less",
                f"Count the floor divisions by {k} until {n} is no longer greater than 1",
                f"Divide {n} by {k}, rounding down, while it is above 1, and return how often that was done",
                f"How many times do you have to replace {n} by {n} // {k} before it is 1 or 0?",
                f"Cut {n} down by dividing by {k} and rounding down. How many steps until it is at most 1?",
            ],
            f"halvings_{k} log_{k} count_divisions_by_{k} steps_to_one divisions_to_one shrink_steps times_divided_by_{k} division_steps",  # noqa: E501
        ),
        (
            f"{n} >= {k}",
            f"{n} -= {k}",
            [
                f"how often {k} can be subtracted from {n} without going below 0",
                f"how many times {k} fits into {n}",
                f"how many whole times {k} goes into {n}",
                f"the quotient of {n} and {k} without the remainder, counted by subtracting",
                f"the number of times that {k} can be taken away from {n} while at least {k} is left",
                f"Count how many times {k} can be taken from {n} before less than {k} is left",
                f"Divide {n} by {k}, rounding down, by repeated subtraction",
                f"How many groups of {k} can be made out of {n}? A rest does not count.",
                f"Subtract {k} from {n} as long as it is at least {k}, and return how often that was.",
            ],
            f"times_{k}_fits subtract_count how_often_{k}_fits count_subtractions groups_of_{k} divide_by_subtraction fits_into whole_times_{k}",  # noqa: E501
        ),
        (
            f"{n} != 1",
            f"{n} = {n} // 2 if {n} % 2 == 0 else 3 * {n} + 1",
            [
                f"how many steps {n} takes to reach 1 when even numbers are halved and odd ones become 3 times themselves plus 1",  # noqa: E501
                f"the number of Collatz steps from {n} to 1 (halve even numbers, turn odd x into 3x + 1)",
                f"how many steps the 3x + 1 rule needs to bring {n} to 1: even x becomes x / 2, odd x 3x + 1",
                f"the length of the Collatz sequence from {n} to 1, not counting {n} itself",
                f"Count the steps of the Collatz process from {n} down to 1",
                f"Halve {n} if it is even, else triple it and add 1; count how often this is done until it is 1",
                f"How many Collatz steps does it take from {n} to 1? Even numbers are halved, an odd x becomes 3x + 1.",
                f"Follow the Collatz rule (x / 2 if even, 3x + 1 if odd) from {n} until it hits 1: how many steps?",
            ],
            "collatz_steps steps_to_one collatz collatz_length count_collatz_steps hailstone_steps steps_until_one three_x_plus_one",  # noqa: E501
        ),
        (
            f"{n} > 0",
            f"{n} //= 2",
            [
                f"how many binary digits {n} has, with 0 for 0",
                f"the number of bits needed to write {n} in binary, 0 for 0",
                f"the bit length of {n}",
                f"how long {n} is when written in base 2 (0 for 0)",
                f"how often {n} can be halved, rounding down, until it is 0",
                f"Count the binary digits of {n}, taking 0 to have none",
                f"Find out how many bits {n} takes up in binary, without leading zeros",
                f"How many digits does {n} have in base 2? For 0, return 0.",
                f"Halve {n}, dropping remainders, until nothing is left, and return the number of halvings.",
            ],
            "bit_length count_bits number_of_bits binary_length count_binary_digits bits_needed num_bits base_2_length",
        ),
    )
    return Sketch(
        names=names.split(),
        params=[Param(n, "pos")],
        bodies=[f"{count} = 0\nwhile {cond}:\n    {change}\n    {count} += 1\nreturn {count}"],
        what=[text for text in told if not text[0].isupper()],
        do=[text for text in told if text[0].isupper() and text[-1] not in ".?"],
        sentences=[text for text in told if text[-1] in ".?"],
        inputs=[str(k), str(k * k), "12", "7"],
    )


def _roots(d: Draw) -> Sketch:
    if d.chance(0.5):
        a, b, c = three(d)
        return Sketch(
            names=[
                "is_pythagorean",
                "right_triangle",
                "squares_add_up",
                "is_right_triangle",
                "pythagorean_triple",
                "is_pythagorean_triple",
                "check_pythagoras",
                "is_right_angled",
            ],
            params=[Param(x, "smallpos") for x in (a, b, c)],
            bodies=folds.truth(d, f"{a} ** 2 + {b} ** 2 == {c} ** 2"),
            returns="bool",
            whether=[
                f"the squares of {a} and {b} add up to the square of {c}",
                f"{a} squared plus {b} squared equals {c} squared",
                f"({a}, {b}, {c}) is a Pythagorean triple, in this order",
                f"a triangle with legs {a} and {b} and hypotenuse {c} is right-angled",
                f"{a}, {b} and {c} satisfy Pythagoras' theorem, with {c} as the hypotenuse",
                f"the sum of the squares of {a} and {b} is the square of {c}",
                f"{c} is the hypotenuse of the right triangle with the other sides {a} and {b}",
            ],
            sentences=[
                f"Is {a} * {a} + {b} * {b} the same as {c} * {c}?",
                f"Do {a}, {b} and {c} form a right triangle in which {c} is the longest side?",
                f"Pythagoras: add the squares of {a} and {b} and tell if the sum equals the square of {c}.",
                f"Given the sides {a}, {b} and {c} of a triangle, is there a right angle between {a} and {b}?",
            ],
            inputs=["3, 4, 5", "5, 12, 13", "1, 2, 3"],
        )
    n, i = d.name(COUNTS), d.name("i root r k")
    power = d.number(2, 3)
    word = "square" if power == 2 else "cube"
    return Sketch(
        names=[
            "integer_root",
            f"root_{power}",
            "floor_root",
            f"integer_{word}_root",
            f"floor_{word}_root",
            f"{word}_root_floor",
            f"whole_{word}_root",
            f"largest_{word}_base",
        ],
        params=[Param(n, "nat")],
        bodies=[f"{i} = 0\nwhile ({i} + 1) ** {power} <= {n}:\n    {i} += 1\nreturn {i}"],
        what=[
            f"the largest whole number whose {word} is at most {n}",
            f"the {word} root of {n}, rounded down to a whole number",
            f"the integer part of the {word} root of {n}",
            f"the greatest integer whose {word} does not exceed {n}",
            f"the floor of the {word} root of {n}",
        ],
        do=[
            f"Find the biggest whole number that, raised to the power of {power}, is not greater than {n}",
            f"Compute the integer {word} root of {n}, dropping any fraction",
            f"Work out the {word} root of {n} as an integer, rounding down",
        ],
        sentences=[
            f"What is the largest integer whose {word} is still no more than {n}?",
            f"Try 1, 2, 3, ... and return the last number whose {word} is not above {n}, or 0 if there is none.",
            f"Given {n}, give back its {word} root without the decimals.",
        ],
        inputs=["8", "9", "26", "27"],
    )


FAMILIES = (
    Family("number_theory", ((trial_division, 4), (euclid, 3), (_special, 2), (_counted_down, 2), (_roots, 1))),
)
