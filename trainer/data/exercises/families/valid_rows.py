"""Whether a list or a code holds just what it must: each number once, a range, even steps, digits."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["exactly"]


def exactly(d: Draw) -> Sketch:
    """Lists that must hold certain numbers exactly once, or be in a range or an order."""
    xs, n = d.name("row numbers values line cards"), d.name("n size k")
    x = "x"
    low = d.one(1, 1, 1, 0)
    k = d.one(9, 9, 4, 5, 6, 3, 10)
    form = d.number(0, 6)
    if form < 4:
        fixed = d.chance(0.7)
        top = str(k) if fixed else n
        span = f"range({low}, {int(top) + 1})" if fixed else f"range({low}, {n} + 1)"
        full = list(range(low, k + 1))
        mixed = d.random.sample(full, len(full))
        samples = [full, full[::-1], [full[0], *full[1:-1], full[0]], full[:-1], [], mixed, [*full, full[-1]]]
        rest = "" if fixed else f", {k}"
        exact = "exactly once"
        return Sketch(
            names=["is_valid_row", "is_complete_row", "is_permutation", "has_each_once", "row_ok", "valid_line", "all_numbers_once", "check_row"],  # noqa: E501
            params=[Param(xs, "few")] + ([] if fixed else [Param(n, "nat12")]),
            bodies=[f"return sorted({xs}) == list({span})"] * 2
            + [
                f"for {x} in {span}:\n    if {xs}.count({x}) != 1:\n        return False\nreturn len({xs}) == {top}{' + 1' if not low else ''}"  # noqa: E501
                if not fixed or low
                else f"return len({xs}) == {k + 1} and set({xs}) == set({span})"
            ],
            returns="bool",
            whether=[
                f"{xs} contains each of the numbers {low} to {top} {exact} and nothing else",
                f"{xs} consists of the numbers {low} to {top}, each {exact}, in any order",
                f"{xs} is a permutation of the numbers from {low} to {top}",
                f"{xs}, when sorted, is the list of all integers from {low} to {top}",
            ],
            do=[f"Make sure that each number from {low} to {top} is in {xs} {exact}, and no other: True or False"],
            sentences=[
                f"A row is correct if it contains each of the numbers {low} to {top} {exact}, and nothing else. Is {xs} correct?",  # noqa: E501
                f"Does {xs} hold all integers from {low} to {top}, each {exact}, and nothing but these?",
                f"Given a list {xs}, look if the numbers {low} to {top} are all there, without repeats and without others.",  # noqa: E501
                f"Can {xs} be made by shuffling the numbers from {low} to {top}?",
            ],
            inputs=[f"{s}{rest}" for s in samples],
        )  # fmt: skip
    if form == 4:
        a = d.number(0, 3)
        b = a + d.number(2, 9)
        return Sketch(
            names=["all_in_range", "marks_ok", "valid_values", "in_bounds", "within_limits", "all_between", "check_range", "values_ok"],  # noqa: E501
            params=[Param(xs, "ints")],
            bodies=[
                f"return all({a} <= {x} <= {b} for {x} in {xs})",
                f"for {x} in {xs}:\n    if {x} < {a} or {x} > {b}:\n        return False\nreturn True",
            ],
            returns="bool",
            whether=[
                f"all numbers in {xs} are from {a} to {b}",
                f"each number of {xs} is at least {a} and at most {b}",
                f"every number in {xs} lies between {a} and {b}, both included",
                f"no number in {xs} is less than {a} or greater than {b}",
                f"{xs} contains nothing outside the range from {a} to {b} inclusive",
            ],
            do=[f"Look for numbers below {a} or above {b} in {xs}: False if there are any, True if not"],
            sentences=[
                f"Are all numbers in {xs} in the closed interval from {a} to {b}?",
                f"Does every element of {xs} stay within {a} and {b}, these two included?",
                f"Given a list {xs}, check that no value is smaller than {a} or bigger than {b}.",
                f"A number is fine from {a} up to and including {b}. Are all in {xs} fine?",
            ],
            inputs=[f"[{a}, {b}]", f"[{a - 1}]", f"[{b}, {b + 1}]", f"[{a + 1}, {b - 1}]"],
        )  # fmt: skip
    if form == 5:
        step = d.one(1, 1, 2, 5)
        return Sketch(
            names=["is_consecutive", "is_run", "no_gaps", "counts_up", "even_steps", "is_sequence", "steady_steps", "rises_evenly"],  # noqa: E501
            params=[Param(xs, "sorted")],
            bodies=[
                f"return all({xs}[i + 1] - {xs}[i] == {step} for i in range(len({xs}) - 1))",
                f"for i in range(1, len({xs})):\n    if {xs}[i] - {xs}[i - 1] != {step}:\n        return False\nreturn True",  # noqa: E501
            ],
            returns="bool",
            whether=[
                f"each number in {xs} after the first is {step} more than the one before",
                f"the numbers in {xs} go up by exactly {step} from one to the next",
                f"the difference of each number in {xs} and the one before it is {step}",
                f"every number in {xs} but the last is followed by one that is {step} larger",
                f"{xs} is an arithmetic sequence with the common difference {step}, or has fewer than two numbers",
            ],
            do=[f"Look if {xs} always rises by {step} to the next number: True if so, False if not"],
            sentences=[
                f"Does {xs} count up in steps of {step}?",
                f"Is each element of {xs}, apart from the first, equal to the previous one plus {step}?",
                f"Given a list {xs}, find out if all neighbours differ by {step}, with the larger one second.",
                f"True if {xs} goes on by adding {step} each time, False if it fails to anywhere.",
            ],
            inputs=[
                f"[3, {3 + step}, {3 + 2 * step}]",
                "[1, 2, 4]",
                f"[0, {step}]",
                "[5]",
                f"[2, {2 + step}, {2 + step}]",
            ],
        )  # fmt: skip
    s, size = d.name("code pin text number_text s"), d.number(3, 8)
    kind, test = d.one(
        ("digits", "isdigit"),
        ("digits", "isdigit"),
        ("letters", "isalpha"),
        ("capital letters", "isupper"),
        ("small letters", "islower"),
    )
    full_test = f"{s}.{test}()" if test != "isupper" and test != "islower" else f"all(c.{test}() for c in {s})"
    good = {"digits": "12345678", "letters": "aBcdefGh", "capital letters": "ABCDEFGH", "small letters": "abcdefgh"}[
        kind
    ]
    one = kind.removesuffix("s")
    return Sketch(
        names=["is_valid_pin", "is_valid_code", "check_code", "code_ok", "is_code", "valid_code", "accept_code", "has_code_form"],  # noqa: E501
        params=[Param(s, "word")],
        bodies=[
            f"return len({s}) == {size} and {full_test}",
            f"if len({s}) != {size}:\n    return False\nreturn {full_test}",
        ],
        returns="bool",
        whether=[
            f"{s} consists of exactly {size} {kind}",
            f"{s} is {size} {kind} long and has no other characters",
            f"{s} has the length {size} and all of its characters are {kind}",
            f"the text {s} is made up of {size} {kind} and nothing else",
        ],
        do=[f"Accept {s} if it is a string of exactly {size} {kind}: True if so, else False"],
        sentences=[
            f"Is {s} a string of {size} {kind}, no more, no less and nothing else?",
            f"A code is {size} {kind}, without any other character. Is {s} one?",
            f"Given a string {s}, tell if it has {size} characters and each is a {one}.",
            f"False if {s} does not have exactly {size} characters or if any of them is not a {one}.",
        ],
        inputs=[repr(t) for t in (good[:size], good[: size - 1], good[: size - 1] + "-", "9" * size, "x" * size, "Q" * size, "")],  # noqa: E501
    )  # fmt: skip
