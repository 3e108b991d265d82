"""The numbers up to a bound, and the digits of a number."""

from __future__ import annotations

from trainer.data.exercises import fold_sketches as fold
from trainer.data.exercises.draw import Draw
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
            (f"range({b}, {a} - 1, -1)", f"from {b} down to {a}"), (f"range({b}, {a}, -1)", f"from {b} down to {a} + 1")
        )
        out = d.name("result numbers out")
        return Sketch(
            names=["countdown", "down", "descending_range", "reverse_range"],
            params=source.params,
            returns="list[int]",
            bodies=[
                f"return list({back[0]})",
                f"{out} = []\nfor {i} in {back[0]}:\n    {out}.append({i})\nreturn {out}",
            ],
            what=[f"the list of the numbers {back[1]}"],
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
    start, update, what, names = d.one(
        ("0", f"{out} += {n} % 10", f"the sum of the digits of {n}", "digit_sum sum_digits add_digits"),
        ("0", f"{out} += ({n} % 10) ** 2", f"the sum of the squares of the digits of {n}", "squared_digit_sum"),
        ("0", f"{out} += 1", f"how many digits {n} has, with 0 for 0", "count_digits digit_count num_digits"),
        ("1", f"{out} *= {n} % 10", f"the product of the digits of {n}, with 1 for 0", "digit_product multiply_digits"),
        (
            "0",
            f"{out} = {out} * 10 + {n} % 10",
            f"{n} with its digits reversed",
            "reverse_number reverse_digits reversed_int",
        ),
        ("0", f"{out} = max({out}, {n} % 10)", f"the largest digit of {n}", "max_digit largest_digit"),
        ("9", f"{out} = min({out}, {n} % 10)", f"the smallest digit of {n}, with 9 for 0", "min_digit smallest_digit"),
    )
    return Sketch(
        names=names.split(),
        params=[Param(n, "nat")],
        bodies=[
            f"{out} = {start}\nwhile {n} > 0:\n    {update}\n    {n} //= 10\nreturn {out}",
            f"{out} = {start}\nwhile {n}:\n    {update}\n    {n} = {n} // 10\nreturn {out}",
        ],
        what=[what],
        inputs=["907", "1234"],
    )


def _digit_other(d: Draw) -> Sketch:
    n = d.name(COUNTS)
    k = d.number(0, 9)
    s = d.name("s text digits")
    bodies, returns, form, said, names = d.one(
        (
            [f"return int(str({n})[::-1])", f"{s} = str({n})\nreturn int({s}[::-1])"],
            "int",
            "what",
            f"the number with the digits of {n} in reverse order",
            "reverse_digits flip_number",
        ),
        (
            [f"return str({n}) == str({n})[::-1]", f"{s} = str({n})\nreturn {s} == {s}[::-1]"],
            "bool",
            "whether",
            f"{n} reads the same backwards",
            "is_palindrome_number same_backwards",
        ),
        ([f"return int(str({n})[0])"], "int", "what", f"the first digit of {n}", "first_digit leading_digit"),
        (
            [f"return {n} % 10", f"return int(str({n})[-1])"],
            "int",
            "what",
            f"the last digit of {n}",
            "last_digit ones_digit",
        ),
        ([f"return {n} // 10 % 10"], "int", "what", f"the tens digit of {n}", "tens_digit"),
        ([f"return len(str({n}))"], "int", "what", f"the number of digits of {n}", "digit_count number_length"),
        (
            [f"return '{k}' in str({n})"],
            "bool",
            "whether",
            f"{n} contains the digit {k}",
            f"contains_{k} has_digit_{k}",
        ),
        (
            [f"return str({n}).count('{k}')"],
            "int",
            "what",
            f"how often the digit {k} occurs in {n}",
            f"count_{k} count_digit_{k}",
        ),
        (
            [f"return max(int(d) for d in str({n}))", f"return int(max(str({n})))"],
            "int",
            "what",
            f"the largest digit of {n}",
            "max_digit largest_digit",
        ),
        (
            [f"return min(int(d) for d in str({n}))", f"return int(min(str({n})))"],
            "int",
            "what",
            f"the smallest digit of {n}",
            "min_digit smallest_digit",
        ),
        (
            [f"return len(set(str({n})))"],
            "int",
            "what",
            f"the number of different digits of {n}",
            "distinct_digits unique_digits",
        ),
        (
            [f"return int(''.join(sorted(str({n}))))"],
            "int",
            "what",
            f"the number with the digits of {n} in ascending order",
            "sort_digits",
        ),
        (
            [f"return {n} % sum(int(d) for d in str({n})) == 0"],
            "bool",
            "whether",
            f"{n} is divisible by the sum of its digits",
            "is_harshad divisible_by_digit_sum",
        ),
        (
            [f"while {n} >= 10:\n    {n} = sum(int(d) for d in str({n}))\nreturn {n}"],
            "int",
            "what",
            f"the single digit that is left after summing the digits of {n} again and again",
            "digital_root",
        ),
        (
            [f"return {n} == sum(int(d) ** len(str({n})) for d in str({n}))"],
            "bool",
            "whether",
            f"{n} equals the sum of its digits, each to the power of the number of digits",
            "is_armstrong",
        ),
    )
    inputs = ["121", "153", "12", "407"] + (["5", str(k), f"1{k}{k}"] if "'" in bodies[0] else [])
    return Sketch(
        names=names.split(), params=[Param(n, "pos")], bodies=bodies, returns=returns, inputs=inputs, **{form: [said]}
    )


FAMILIES = (
    Family("accumulation", ((_span, 3), (_steps, 2))),
    Family("digits", ((_digit_fold, 3), (_digit_loop, 2), (_digit_other, 2))),
)
