"""Divisors, proper divisors and common divisors: listed, counted, added up."""

from __future__ import annotations

from trainer.data.exercises import folds
from trainer.data.exercises.conditions import number_condition
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import COUNTS, two
from trainer.data.exercises.family import Family
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
            (f"range(1, {n} + 1)", f"divisors of {n}", "divisors"),
            (f"range(1, {n} + 1)", f"factors of {n}", "factors"),
            (f"range(1, {n})", f"proper divisors of {n}", "proper_divisors"),
            (f"range(1, {n})", f"divisors of {n} that are smaller than {n}", "smaller_divisors"),
            (f"range(2, {n})", f"divisors of {n} other than 1 and {n}", "inner_divisors"),
            (f"range(2, {n} + 1)", f"divisors of {n} greater than 1", "divisors_above_one"),
        )
        test, params = f"{n} % {i} == 0", (Param(n, "pos"),)
        if d.chance(0.2):
            many, test, stem = f"numbers from 1 to {n} that do not divide {n}", f"{n} % {i} != 0", "non_divisors"
            code = f"range(1, {n} + 1)"
    else:
        a, b = two(d)
        i = "i" if i in (a, b) else i
        code, many, stem = f"range(1, min({a}, {b}) + 1)", f"common divisors of {a} and {b}", "common_divisors"
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
            names=[f"count_{stem}", f"number_of_{stem}", f"num_{stem}"],
            params=params,
            bodies=folds.counted(d, source, test),
            what=[f"the number of {many}", f"how many {many} there are"],
            do=[f"Count the {many}"],
        )
    if kind == "sum":
        return Sketch(
            names=[f"sum_{stem}", f"sum_of_{stem}", f"total_{stem}"],
            params=params,
            bodies=folds.summed(d, source, i, test),
            what=[f"the sum of the {many}", f"the sum of all {many}"],
        )
    if kind == "product":
        return Sketch(
            names=[f"product_{stem}", f"multiply_{stem}"],
            params=params,
            bodies=folds.multiplied(d, source, i, test),
            what=[f"the product of the {many}"],
            edge=d.one("The empty product is 1.", "Return 1 if there are none."),
        )
    if kind == "largest":
        largest = d.chance(0.5)
        word, default = d.word("largest greatest") if largest else "smallest", d.one("None", "0", "1")
        walk = f"range({code[6:-1]})"
        start, stop = code[6:-1].split(", ", 1)
        back = f"range({stop.removesuffix(' + 1')}{'' if stop.endswith(' + 1') else ' - 1'}, {start} - 1, -1)".replace(
            "1 - 1", "0"
        ).replace("2 - 1", "1")
        loop = f"for {i} in {back if largest else walk}:\n    if {test}:\n        return {i}\nreturn {default}"
        returns = "int | None" if default == "None" else "int"
        return Sketch(
            names=[f"{word}_{stem.removesuffix('s')}", f"find_{word}_{stem.removesuffix('s')}"],
            params=params,
            bodies=[loop],
            returns=returns,
            what=[f"the {word} of the {many}"],
            edge=f"Return {default} if there is none.",
        )
    return Sketch(
        names=[stem, f"list_{stem}", f"find_{stem}", f"all_{stem}"],
        params=params,
        bodies=folds.collected(d, source, i, test),
        returns="list[int]",
        what=[f"the list of the {many}", f"a list of all {many}", f"the {many} in ascending order"],
        do=[f"List the {many}"],
    )


FAMILIES = (Family("divisors", ((_divisors, 1),)),)
