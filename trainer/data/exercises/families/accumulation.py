"""The numbers up to a bound, and the digits of a number."""

from __future__ import annotations

from trainer.data.exercises import fold_sketches as fold
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.digit_facts import digit_other, outermost
from trainer.data.exercises.families.parameters import COUNTS
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.sources import Source, digits, span

__all__ = ["FAMILIES"]


def _span(d: Draw) -> Sketch:
    source = span(d)
    rule = d.one(fold.sum_of, fold.sum_of, fold.product_of, fold.count, "list", "list")
    if rule == "list":
        return fold.collect(d, source, filtered=(filtered := d.chance(0.6)), mapped=not filtered or d.chance(0.4))
    return rule(d, source)


def _steps(d: Draw) -> Sketch:
    """Sums, products and lists of the numbers between two others, possibly in steps."""
    a, b = d.one("a b", "start end", "start stop", "low high", "first last", "m n", "lo hi").split()
    d.taken |= {a, b}
    i = d.name("i i x k number")
    step = d.number(2, 5)
    code, where, stem = d.one(
        (f"range({a}, {b} + 1)", f" from {a} to {b} (inclusive)", "range"),
        (f"range({a}, {b})", f" from {a} up to but not including {b}", "range"),
        (f"range({a}, {b} + 1, {step})", f" {a}, {a} + {step}, {a} + {2 * step}, ... up to {b}", f"step_{step}"),
        (f"range({a} + 1, {b})", f" strictly between {a} and {b}", "between"),
    )
    source = Source(code, i, "number", "numbers", where, "nat", stem, (Param(a, "small"), Param(b, "nat12")))
    if d.chance(0.2):
        back = d.one(
            (f"range({b}, {a} - 1, -1)", f"from {b} down to {a}", f"less than {a}"),
            (f"range({b}, {a}, -1)", f"from {b} down to {a} + 1", f"at most {a}"),
        )
        out = d.name("result numbers out")
        return Sketch(
            names=[
                "countdown",
                "down",
                "descending_range",
                "reverse_range",
                "count_down",
                "numbers_down",
                "backwards_range",
                "count_backwards",
            ],
            params=source.params,
            returns="list[int]",
            bodies=[
                f"return list({back[0]})",
                f"{out} = []\nfor {i} in {back[0]}:\n    {out}.append({i})\nreturn {out}",
            ],
            what=[
                f"the list of the numbers {back[1]}",
                f"all whole numbers {back[1]}, both included, as a list",
                f"the integers {back[1]} as a list",
            ],
            do=[
                f"Count backwards {back[1]}, listing each number",
                f"List the numbers {back[1]}, largest first",
                f"Build a list of the integers in descending order, {back[1]} inclusive",
            ],
            sentences=[
                f"Which numbers come up when counting down {back[1]}? Return them in that order.",
                f"Given {a} and {b}, make a list that runs {back[1]}, both ends included.",
                f"A countdown {back[1]} as a list; it is empty if {b} is {back[2]}.",
                f"Step {back[1]} by ones and collect each number on the way, the two ends too.",
            ],
        )
    if d.chance(0.3):
        return fold.collect(d, source, filtered=d.chance(0.5), mapped=d.chance(0.5))
    return d.one(fold.sum_of, fold.product_of, fold.count)(d, source)


def _digit_fold(d: Draw) -> Sketch:
    source = digits(d)
    rule = d.one(fold.sum_of, fold.sum_of, fold.count, fold.product_of, fold.check_all, fold.check_any, "list")
    if rule == "list":
        return fold.collect(d, source, filtered=(filtered := d.chance(0.5)), mapped=not filtered and d.chance(0.7))
    return rule(d, source)


def _digit_loop(d: Draw) -> Sketch:
    """Walks over the digits by division."""
    n = d.name(COUNTS)
    out = d.name("total result count s digit_sum")
    start, update, wording, names = d.one(
        (
            "0",
            f"{out} += {n} % 10",
            {
                "what": [
                    f"the sum of the digits of {n}",
                    f"the digit sum of {n}",
                    f"the cross sum of the number {n}",
                    f"what the digits of {n} add up to",
                ],
                "do": [
                    f"Add up the digits of {n}",
                    f"Sum all digits of {n}",
                    f"Calculate the total of the decimal digits that make up {n}",
                ],
                "sentences": [
                    f"What do the digits of {n} add up to?",
                    f"Given a non-negative integer {n}, add its digits together and give back the total.",
                    f"Take {n} apart into its digits and return their sum.",
                ],
            },
            "digit_sum sum_digits add_digits sum_of_digits digits_total cross_sum add_up_digits total_of_digits",
        ),
        (
            "0",
            f"{out} += ({n} % 10) ** 2",
            {
                "what": [
                    f"the sum of the squares of the digits of {n}",
                    f"the total of the squared digits of {n}",
                    f"what you get by squaring each digit of {n} and adding up the results",
                ],
                "do": [
                    f"Add up the squares of the digits of {n}",
                    f"Sum the digits of {n}, each multiplied by itself",
                ],
                "sentences": [
                    f"What is the sum of the squared digits of {n}?",
                    f"Square every digit of {n}, then add the squares together.",
                    f"Given a number {n}, go through its digits and total up their squares.",
                    f"Split {n} into digits, multiply each by itself and return the sum.",
                ],
            },
            "squared_digit_sum sum_of_squared_digits digit_square_sum sum_squares_of_digits square_digits_sum "
            "sum_digit_squares digits_squared_total add_squared_digits",
        ),
        (
            "0",
            f"{out} += 1",
            {
                "what": [
                    f"how many digits {n} has, with 0 for 0",
                    f"the number of digits of {n}, taking 0 to have none",
                    f"the digit count of {n}, where 0 counts as having no digits",
                ],
                "do": [
                    f"Count the digits of {n}, with a result of 0 for the number 0",
                    f"Find the length of {n} in decimal digits, with 0 for 0",
                ],
                "sentences": [
                    f"How many digits does {n} have? For 0 the answer is 0.",
                    f"How long is {n} when written in decimal? Return 0 if {n} is 0.",
                    f"How many times can {n} be divided by 10, rounding down, until nothing is left?",
                    f"Given a number {n}, work out how many digits it has. Return 0 for 0.",
                ],
            },
            "count_digits digit_count num_digits number_of_digits how_many_digits digits_in decimal_length",
        ),
        (
            "1",
            f"{out} *= {n} % 10",
            {
                "what": [
                    f"the product of the digits of {n}, with 1 for 0",
                    f"the digit product of {n}, or 1 if {n} is 0",
                    f"all digits of {n} multiplied together, with 1 for 0",
                ],
                "do": [
                    f"Form the product of all digits of {n}, with a result of 1 if {n} is 0",
                    f"Calculate the product of the decimal digits of {n}, with 1 for 0",
                ],
                "sentences": [
                    f"What do you get when you multiply the digits of {n}? For 0 return 1.",
                    f"Given a number {n}, multiply its digits together. The result for 0 is 1.",
                    f"Take {n} apart into digits and return their product. Return 1 if {n} is 0.",
                    f"Go through the digits of {n} and multiply them all. For 0 the result is 1.",
                ],
            },
            "digit_product multiply_digits product_of_digits digits_product product_digits times_digits "
            "multiply_all_digits prod_digits",
        ),
        (
            "0",
            f"{out} = {out} * 10 + {n} % 10",
            {
                "what": [
                    f"{n} with its digits reversed",
                    f"the number that you get by writing the digits of {n} backwards",
                    f"the reversal of the integer {n}",
                    f"the integer with the digits of {n} from last to first",
                ],
                "do": [
                    f"Reverse the digits of {n}",
                    f"Turn the number {n} back to front",
                    f"Flip the order of the digits of {n}",
                ],
                "sentences": [
                    f"What is {n} when it is read from right to left, as a number?",
                    f"Given an integer {n}, give back the integer with the same digits in reverse order.",
                    f"Write {n} backwards and return the result as an integer; leading zeros vanish.",
                ],
            },
            "reverse_number reverse_digits reversed_int reverse_int flip_digits backwards mirror_number",
        ),
        (
            "0",
            f"{out} = max({out}, {n} % 10)",
            outermost(n, "largest", "greatest", "biggest"),
            "max_digit largest_digit biggest_digit greatest_digit highest_digit maximum_digit digit_max top_digit",
        ),
        (
            "9",
            f"{out} = min({out}, {n} % 10)",
            outermost(n, "smallest", "least", "lowest", ", with 9 for 0"),
            "min_digit smallest_digit lowest_digit least_digit minimum_digit digit_min littlest_digit",
        ),
    )
    return Sketch(
        names=names.split(),
        params=[Param(n, "nat")],
        bodies=[
            f"{out} = {start}\nwhile {n} > 0:\n    {update}\n    {n} //= 10\nreturn {out}",
            f"{out} = {start}\nwhile {n}:\n    {update}\n    {n} = {n} // 10\nreturn {out}",
        ],
        inputs=["907", "1234"],
        **wording,
    )


FAMILIES = (
    Family("accumulation", ((_span, 3), (_steps, 2))),
    Family("digits", ((_digit_fold, 3), (_digit_loop, 2), (digit_other, 2))),
)
