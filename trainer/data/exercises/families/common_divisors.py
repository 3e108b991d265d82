"""Common divisors and multiples, found by Euclid's algorithm."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import two
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["euclid"]


def euclid(d: Draw) -> Sketch:
    """Draws an operation on the common divisors or multiples of numbers."""
    a, b = two(d)
    pair = [Param(a, "pos"), Param(b, "pos")]
    t = d.name("t temp r rest")
    loop = d.one(
        f"while {b}:\n    {a}, {b} = {b}, {a} % {b}\n",
        f"while {b} != 0:\n    {a}, {b} = {b}, {a} % {b}\n",
        f"while {b} > 0:\n    {t} = {a} % {b}\n    {a} = {b}\n    {b} = {t}\n",
    )
    out = d.name("product multiple result steps count")
    gcd = d.one(
        "greatest common divisor", "largest common divisor", "highest common factor", "largest number that divides both"
    )
    of = f" of {a} and {b}" if not gcd.endswith("both") else f" {a} and {b}"
    inputs = ["12, 18", "7, 3", "5, 15", "8, 12", "9, 4"]
    form = d.number(0, 7)
    if form == 0:
        recursive = f"if {b} == 0:\n    return {a}\nreturn FN({b}, {a} % {b})"
        return Sketch(
            names=[
                "greatest_common_divisor",
                "common_divisor",
                "hcf",
                "largest_common_factor",
                "euclid",
                "gcd",
                "find_gcd",
                "highest_common_factor",
            ],
            params=pair,
            bodies=[f"{loop}return {a}", f"{loop}return {a}", recursive],
            what=[
                f"the {gcd}{of}",
                f"the largest number by which both {a} and {b} can be divided evenly",
                f"the gcd of {a} and {b}",
                f"the biggest whole number that is a factor of {a} as well as of {b}",
                f"the largest of the divisors that {a} and {b} share",
            ],
            do=[
                f"Find the {gcd}{of}",
                f"Apply Euclid's algorithm to {a} and {b} and return their greatest common divisor",
            ],
            sentences=[
                f"What is the {gcd}{of}?",
                f"Which is the largest number that goes into both {a} and {b} without a remainder?",
                f"Given {a} and {b}, work out their gcd.",
            ],
            inputs=inputs,
        )
    if form == 1:
        subtract = (
            f"while {a} != {b}:\n    if {a} > {b}:\n        {a} -= {b}\n    else:\n        {b} -= {a}\nreturn {a}"
        )
        return Sketch(
            names=[
                "gcd_by_subtraction",
                "subtract_gcd",
                "common_measure",
                "gcd",
                "subtractive_gcd",
                "gcd_subtracting",
                "slow_gcd",
                "euclid_by_subtraction",
            ],
            params=pair,
            bodies=[subtract],
            what=[
                f"the {gcd}{of}, found by repeated subtraction",
                f"the {gcd}{of}",
                f"the gcd of {a} and {b}, using subtraction only",
                f"what is left when the smaller of {a} and {b} is taken from the larger until they are equal",
            ],
            do=[
                f"Find the {gcd}{of} by subtracting the smaller from the larger until both are equal",
                f"Compute the gcd of {a} and {b} without division, by subtracting",
                f"Subtract the smaller of {a} and {b} from the larger until they are equal, and return that number",
            ],
            sentences=[
                f"What is the {gcd}{of}?",
                f"While {a} and {b} differ, take the smaller from the larger; return what both become.",
                f"Euclid's algorithm in its oldest form, by subtraction: the gcd of {a} and {b}.",
            ],
            inputs=inputs,
        )
    if form == 2:
        return Sketch(
            names=[
                "least_common_multiple",
                "common_multiple",
                "smallest_multiple",
                "lcm",
                "find_lcm",
                "lowest_common_multiple",
                "smallest_common_multiple",
                "first_shared_multiple",
            ],
            params=pair,
            bodies=[
                f"{out} = {a} * {b}\n{loop}return {out} // {a}",
                f"{out} = {a}\nwhile {out} % {b} != 0:\n    {out} += {a}\nreturn {out}",
            ],
            what=[
                f"the least common multiple of {a} and {b}",
                f"the smallest positive number that both {a} and {b} divide",
                f"the lcm of {a} and {b}",
                f"the lowest common multiple of {a} and {b}",
                f"the first positive number that is in the times tables of both {a} and {b}",
                f"the smallest number above 0 that is a multiple of {a} and of {b}",
                f"the product of {a} and {b} divided by their greatest common divisor",
            ],
            sentences=[
                f"What is the smallest positive number divisible by both {a} and {b}?",
                f"Two lights flash together now, then every {a} and every {b} seconds. When do they next meet?",
                f"Given {a} and {b}, work out their least common multiple.",
                f"At which positive number do the multiples of {a} and those of {b} meet first?",
            ],
            inputs=inputs,
        )
    if form == 3:
        return Sketch(
            names=[
                "are_coprime",
                "coprime",
                "relatively_prime",
                "is_coprime",
                "no_common_factor",
                "mutually_prime",
                "are_relatively_prime",
                "gcd_is_one",
            ],
            params=pair,
            bodies=[f"{loop}return {a} == 1"],
            returns="bool",
            whether=[
                f"{a} and {b} have no common divisor greater than 1",
                f"{a} and {b} are coprime",
                f"{a} and {b} are relatively prime",
                f"the greatest common divisor of {a} and {b} is 1",
                f"1 is the only positive number that divides both {a} and {b}",
                f"{a} and {b} share no factor except 1",
                f"the fraction {a} / {b} cannot be reduced",
            ],
            sentences=[
                f"Are {a} and {b} relatively prime?",
                f"Do {a} and {b} have nothing but 1 as a common factor?",
                f"Work out if the gcd of {a} and {b} equals 1.",
                f"False if some number above 1 divides both {a} and {b}, otherwise True.",
            ],
            inputs=inputs,
        )
    if form == 4:
        xs, x = d.name("numbers values nums xs"), d.name("x n number value")
        g = d.name("g result divisor current")
        return Sketch(
            names=[
                "gcd_of_list",
                "list_gcd",
                "common_divisor_of_all",
                "gcd_all",
                "greatest_common_divisor",
                "gcd_many",
                "gcd_of_all",
                "largest_shared_divisor",
            ],
            params=[Param(xs, "nats")],
            bodies=[f"{g} = 0\nfor {x} in {xs}:\n    while {x}:\n        {g}, {x} = {x}, {g} % {x}\nreturn {g}"],
            what=[
                f"the greatest common divisor of all {xs}",
                f"the largest number that divides all of {xs}",
                f"the gcd of the numbers in {xs}",
                f"the highest common factor of all numbers in {xs}",
                f"the biggest divisor that all the numbers in {xs} have in common",
            ],
            do=[
                f"Find the gcd of the whole list {xs}",
                f"Go through {xs} and work out the greatest common divisor of all its numbers",
            ],
            sentences=[
                f"What is the largest number that goes into every number of {xs} without a remainder?",
                f"Given a list of numbers, {xs}, find their greatest common divisor.",
                f"Which is the largest divisor shared by all of {xs}?",
            ],
            edge="Return 0 for an empty list.",
            inputs=["[12, 18, 24]", "[5, 10]"],
        )
    if form == 5:
        return Sketch(
            names=[
                "euclid_steps",
                "count_divisions",
                "gcd_steps",
                "steps_of_euclid",
                "count_gcd_steps",
                "euclid_length",
                "number_of_divisions",
                "divisions_needed",
            ],
            params=pair,
            bodies=[f"{out} = 0\nwhile {b}:\n    {a}, {b} = {b}, {a} % {b}\n    {out} += 1\nreturn {out}"],
            what=[
                f"how many divisions Euclid's algorithm takes for {a} and {b}",
                f"how many times ({a}, {b}) can be replaced by ({b}, {a} % {b}) until {b} is 0",
                f"the number of division steps of Euclid's algorithm for {a} and {b}",
                f"the number of steps that the Euclidean algorithm takes from ({a}, {b}) to a remainder of 0",
                f"how many remainders are computed when finding the gcd of {a} and {b} by Euclid's algorithm",
            ],
            do=[
                f"Count the steps of Euclid's algorithm for {a} and {b}",
                f"Replace ({a}, {b}) by ({b}, {a} % {b}) until {b} is 0, and count how often this is done",
                f"Run Euclid's algorithm on {a} and {b} and return how many divisions it does",
            ],
            sentences=[
                f"How many steps does Euclid's algorithm need for {a} and {b}, dividing {a} by {b} first?",
                f"How often must ({a}, {b}) turn into ({b}, {a} % {b}) before {b} is 0?",
            ],
            inputs=inputs,
        )
    if form == 6:
        x, y = d.name("p x g"), d.name("q y h")
        return Sketch(
            names=[
                "reduce_fraction",
                "simplify_fraction",
                "lowest_terms",
                "reduced",
                "cancel_fraction",
                "simplify",
                "in_lowest_terms",
                "shorten_fraction",
            ],
            params=pair,
            bodies=[f"{x}, {y} = {a}, {b}\nwhile {y}:\n    {x}, {y} = {y}, {x} % {y}\nreturn ({a} // {x}, {b} // {x})"],
            returns="tuple[int, int]",
            what=[
                f"the fraction {a} / {b} in lowest terms, as a pair",
                f"the simplified fraction {a} / {b} as a tuple (numerator, denominator)",
                f"numerator and denominator of {a} / {b} after cancelling all common factors, as a tuple",
                f"a tuple of {a} and {b}, both divided by their greatest common divisor",
                f"the pair of smallest positive whole numbers in the same ratio as {a} to {b}",
            ],
            do=[
                f"Reduce the fraction {a} / {b} and return it as a tuple (numerator, denominator)",
                f"Simplify {a} / {b} as far as possible and return numerator and denominator as a tuple",
                f"Divide {a} and {b} by their gcd and return both results as a pair",
            ],
            sentences=[
                f"What is {a} / {b} as a fully reduced fraction? Give a pair of numerator and denominator.",
                f"Given the numerator {a} and the denominator {b}, cancel the fraction; the result is a pair.",
            ],
            inputs=inputs,
        )
    return Sketch(
        names=[
            "have_common_divisor",
            "share_factor",
            "common_factor_exists",
            "share_divisor",
            "have_common_factor",
            "not_coprime",
            "has_common_divisor",
            "any_common_factor",
        ],
        params=pair,
        bodies=[
            f"{loop}return {a} > 1",
            f"for i in range(2, min({a}, {b}) + 1):\n    if {a} % i == 0 and {b} % i == 0:\n        return True\nreturn False",  # noqa: E501
        ],
        returns="bool",
        whether=[
            f"{a} and {b} have a common divisor greater than 1",
            f"some number greater than 1 divides both {a} and {b}",
            f"{a} and {b} are not coprime",
            f"the greatest common divisor of {a} and {b} is more than 1",
            f"{a} and {b} share a factor other than 1",
            f"the fraction {a} / {b} can be reduced",
        ],
        sentences=[
            f"Is there a number above 1 that goes into both {a} and {b}?",
            f"Do {a} and {b} have any factor in common, leaving 1 aside?",
            f"Look for a number from 2 on that divides {a} as well as {b} and tell if there is one.",
            f"False if {a} and {b} are relatively prime, otherwise True.",
        ],
        inputs=inputs,
    )
