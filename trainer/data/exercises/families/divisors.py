"""Divisors, proper divisors and common divisors: listed, counted, added up."""

from __future__ import annotations

from trainer.data.exercises import folds
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import COUNTS, two
from trainer.data.exercises.family import Family
from trainer.data.exercises.number_conditions import number_condition
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.sources import Source

__all__ = ["FAMILIES"]


def _divisors(d: Draw) -> Sketch:
    """What is made of the divisors, the multiples or the common divisors."""
    i = d.name("i i i d k x divisor")
    form = d.number(0, 6)
    params: tuple[Param, ...]
    if form < 5:
        n = d.name(COUNTS)
        code, many, stem = d.one(
            (
                f"range(1, {n} + 1)",
                d.one(
                    f"divisors of {n}",
                    f"divisors of {n}",
                    f"positive divisors of {n}",
                    f"numbers from 1 to {n} that divide {n}",
                    f"positive integers that divide {n} without a remainder",
                ),
                d.one("divisors", "divisors", "divisors_of", "positive_divisors"),
            ),
            (
                f"range(1, {n} + 1)",
                d.one(f"factors of {n}", f"factors of {n}", f"positive factors of {n}"),
                d.one("factors", "factors", "factors_of"),
            ),
            (
                f"range(1, {n})",
                d.one(
                    f"proper divisors of {n}",
                    f"proper divisors of {n}",
                    f"proper factors of {n}",
                    f"divisors of {n} excluding {n} itself",
                ),
                d.one("proper_divisors", "proper_divisors", "proper_factors"),
            ),
            (
                f"range(1, {n})",
                d.one(
                    f"divisors of {n} that are smaller than {n}",
                    f"positive numbers below {n} that divide {n} evenly",
                    f"divisors of {n} less than {n}",
                    f"numbers from 1 to {n} - 1 that divide {n}",
                ),
                d.one("smaller_divisors", "divisors_below", "lesser_divisors"),
            ),
            (
                f"range(2, {n})",
                d.one(
                    f"divisors of {n} other than 1 and {n}",
                    f"non-trivial divisors of {n} (without 1 and {n})",
                    f"divisors of {n} strictly between 1 and {n}",
                    f"numbers between 1 and {n}, both excluded, that divide {n}",
                ),
                d.one("inner_divisors", "nontrivial_divisors", "middle_divisors"),
            ),
            (
                f"range(2, {n} + 1)",
                d.one(
                    f"divisors of {n} greater than 1",
                    f"divisors of {n} except 1",
                    f"numbers from 2 to {n} that divide {n}",
                ),
                d.one("divisors_above_one", "divisors_without_one", "divisors_except_one"),
            ),
        )
        test, params = f"{n} % {i} == 0", (Param(n, "pos"),)
        if d.chance(0.2):
            test, stem = f"{n} % {i} != 0", d.one("non_divisors", "nondivisors", "not_dividing")
            many = d.one(
                f"numbers from 1 to {n} that do not divide {n}",
                f"positive integers up to {n} that are not divisors of {n}",
                f"numbers from 1 to {n} that are no divisors of {n}",
            )
            code = f"range(1, {n} + 1)"
    else:
        a, b = two(d)
        i = "i" if i in (a, b) else i
        code = f"range(1, min({a}, {b}) + 1)"
        many, stem = d.one(
            (f"common divisors of {a} and {b}", "common_divisors"),
            (f"common divisors of {a} and {b}", "shared_divisors"),
            (f"common factors of {a} and {b}", "common_factors"),
            (f"positive numbers that divide both {a} and {b}", "common_divisors"),
            (f"divisors that {a} and {b} have in common", "divisors_in_common"),
        )
        test, params = f"{a} % {i} == 0 and {b} % {i} == 0", (Param(a, "pos"), Param(b, "pos"))
    if d.chance(0.35):
        extra = number_condition(d, compound=0, natural=True)
        if not extra.noun and " or " not in extra.code:
            test, params, stem = f"{test} and {extra.of(i)}", params + extra.params, f"{extra.name}_{stem}"
            many = (
                f"{extra.adjective} {many}"
                if extra.adjective
                else f"{many} that {extra.many}"
                if " that " not in many
                else f"{many} and {extra.many}"
            )
    source = Source(code, i, "divisor", "divisors", "", "nat", stem, params)
    kind = d.one("count", "sum", "list", "largest", "list", "product")
    if kind == "count":
        return Sketch(
            names=[
                f"count_{stem}",
                f"number_of_{stem}",
                f"num_{stem}",
                f"how_many_{stem}",
                f"{stem}_count",
                f"n_{stem}",
            ],
            params=params,
            bodies=folds.counted(d, source, test),
            what=[f"the number of {many}", f"how many {many} there are", f"the count of all {many}"],
            do=[f"Count the {many}", f"Tell how many {many} there are", f"Work out the number of {many}"],
            sentences=[
                f"How many {many} are there?",
                f"Find all {many}, then return how many you found.",
                f"Count of all {many}.",
                f"The {many} are counted.",
            ],
        )
    if kind == "sum":
        return Sketch(
            names=[f"sum_{stem}", f"sum_of_{stem}", f"total_{stem}", f"add_{stem}", f"{stem}_sum", f"add_up_{stem}"],
            params=params,
            bodies=folds.summed(d, source, i, test),
            what=[
                f"the sum of the {many}",
                f"the sum of all {many}",
                f"the total of the {many}",
                f"what all {many} add up to",
            ],
            do=[f"Add up the {many}", f"Sum all {many}", f"Add together the {many}"],
            sentences=[
                f"What do the {many} add up to?",
                f"Find all {many}, then add them together.",
                f"Sum of the {many}.",
            ],
        )
    if kind == "product":
        return Sketch(
            names=[f"product_{stem}", f"multiply_{stem}", f"product_of_{stem}", f"{stem}_product", f"prod_{stem}"],
            params=params,
            bodies=folds.multiplied(d, source, i, test),
            what=[
                f"the product of the {many}",
                f"the product of all {many}",
                f"the result of multiplying together all {many}",
            ],
            do=[f"Take the product of the {many}", f"Work out the product of all {many}"],
            sentences=[
                f"Multiply together the {many}.",
                f"What is the product of the {many}?",
                f"Find all {many}, then multiply them with each other.",
            ],
            edge=d.one("The empty product is 1.", "Return 1 if there are none."),
        )
    if kind == "largest":
        largest = d.chance(0.5)
        word, default = d.word("largest greatest biggest") if largest else "smallest", d.one("None", "0", "1")
        walk = f"range({code[6:-1]})"
        start, stop = code[6:-1].split(", ", 1)
        back = f"range({stop.removesuffix(' + 1')}{'' if stop.endswith(' + 1') else ' - 1'}, {start} - 1, -1)".replace(
            "1 - 1", "0"
        ).replace("2 - 1", "1")
        loop = f"for {i} in {back if largest else walk}:\n    if {test}:\n        return {i}\nreturn {default}"
        returns = "int | None" if default == "None" else "int"
        single = many.replace("divisors", "divisor").replace("factors", "factor")
        singular = [f"the {word} {single}"] if " that " not in many else []
        name = f"{word}_{stem.removesuffix('s')}"
        return Sketch(
            names=[name, f"find_{name}", f"get_{name}", f"{'max' if largest else 'min'}_{stem.removesuffix('s')}"],
            params=params,
            bodies=[loop],
            returns=returns,
            what=[f"the {word} of the {many}", f"the {word} of all {many}", *singular],
            do=[
                f"Find the {word} of the {many}",
                f"Look for the {word} among the {many}",
                f"Pick out the {word} of the {many}",
            ],
            sentences=[
                f"Which of the {many} is the {word}?",
                f"Of all {many}, give back the {word}.",
                f"The {word} one among the {many}.",
            ],
            edge=d.one(
                f"Return {default} if there is none.",
                f"If there are none, return {default}.",
                f"The result is {default} where there are none.",
            ),
        )
    return Sketch(
        names=[stem, f"list_{stem}", f"find_{stem}", f"all_{stem}", f"get_{stem}", f"collect_{stem}", f"{stem}_list"],
        params=params,
        bodies=folds.collected(d, source, i, test),
        returns="list[int]",
        what=[f"the list of the {many}", f"a list of all {many}", f"the {many} in ascending order"],
        do=[
            f"List the {many}",
            f"Find all {many}",
            f"Build an ascending list of the {many}",
            f"Make a list of the {many}, from smallest to largest",
        ],
        sentences=[
            f"Which are the {many}? List them in ascending order.",
            f"All {many}, smallest first.",
            f"Search for the {many}, then give them back as a sorted list.",
        ],
    )


FAMILIES = (Family("divisors", ((_divisors, 1),)),)
