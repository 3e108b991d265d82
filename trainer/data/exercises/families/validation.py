"""Texts and values that must fulfil rules."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.folds import truth
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _valid(d: Draw) -> Sketch:
    """Whether a text or number fulfils several rules."""
    s = d.name("password text code name s username pin token")
    c = d.name("c ch char")
    k, top = d.number(3, 7), d.number(8, 14)
    mark = d.one("@", "-", "_", ".", "#")
    rules = [
        (f"len({s}) >= {k}", f"len({s}) < {k}", f"has at least {k} characters"),
        (f"len({s}) <= {top}", f"len({s}) > {top}", f"has at most {top} characters"),
        (f"any({c}.isdigit() for {c} in {s})", f"not any({c}.isdigit() for {c} in {s})", "contains a digit"),
        (
            f"any({c}.isupper() for {c} in {s})",
            f"not any({c}.isupper() for {c} in {s})",
            "contains an uppercase letter",
        ),
        (f"' ' not in {s}", f"' ' in {s}", "contains no space"),
        (f"'{mark}' in {s}", f"'{mark}' not in {s}", f"contains '{mark}'"),
        (f"{s}[:1].isalpha()", f"not {s}[:1].isalpha()", "starts with a letter"),
        (f"any({c}.islower() for {c} in {s})", f"not any({c}.islower() for {c} in {s})", "contains a lowercase letter"),
        (f"not {s}.isdigit()", f"{s}.isdigit()", "does not consist of digits only"),
        (f"{s}.count('{mark}') == 1", f"{s}.count('{mark}') != 1", f"contains '{mark}' exactly once"),
    ]
    chosen = d.random.sample(rules, d.number(1, 3))
    test = " and ".join(rule[0] for rule in chosen)
    ladder = "".join(f"if {rule[1]}:\n    return False\n" for rule in chosen) + "return True"
    said = ", ".join(rule[2] for rule in chosen[:-1]) + (" and " if len(chosen) > 1 else "") + chosen[-1][2]
    return Sketch(
        names=["is_valid", f"valid_{s}", f"check_{s}", f"is_valid_{s}", "accept"],
        params=[Param(s, "text")],
        bodies=[f"return {test}", ladder, ladder],
        returns="bool",
        whether=[f"{s} {said}"],
        inputs=[f"'Ab{mark}1'", "'abc def'", f"'hello{mark}World12'", "'Secret123'", "'12345678'"],
    )


def _ranged(d: Draw) -> Sketch:
    values, name = (
        d.one("day month", "row column", "hour minute", "x y", "age height").split(),
        d.name("values numbers data items readings"),
    )
    a, b = values
    limits = [(low := d.number(0, 2), low + d.number(4, 20)) for _ in range(2)]
    form = d.number(0, 3)
    if form == 0:
        test = f"{limits[0][0]} <= {a} <= {limits[0][1]} and {limits[1][0]} <= {b} <= {limits[1][1]}"
        return Sketch(
            names=[f"valid_{a}", f"is_valid_{a}_{b}", f"check_{a}_{b}"],
            params=[Param(a, "nat"), Param(b, "nat")],
            bodies=truth(d, test),
            returns="bool",
            whether=[f"{a} is from {limits[0][0]} to {limits[0][1]} and {b} is from {limits[1][0]} to {limits[1][1]}"],
            inputs=[
                f"{limits[0][0]}, {limits[1][1]}",
                f"{limits[0][1]}, {limits[1][1]}",
                f"{limits[0][1] + 1}, {limits[1][0]}",
            ],
        )
    low, high = limits[0]
    if form == 1:
        return Sketch(
            names=["all_in_range", "values_valid", "check_values"],
            params=[Param(name, "nats")],
            bodies=[
                f"return all({low} <= v <= {high} for v in {name})",
                f"for v in {name}:\n    if v < {low} or v > {high}:\n        return False\nreturn True",
            ],
            returns="bool",
            whether=[f"all {name} are from {low} to {high}"],
            inputs=[f"[{low}, {high}]", f"[{high + 1}]", f"[{low + 1}]"],
        )
    if form == 2:
        open_, close = d.one(("(", ")"), ("[", "]"), ("<", ">"))
        s, depth, c = d.name("text s line"), d.name("depth level open_count"), d.name("c ch")
        balanced = f"{depth} = 0\nfor {c} in {s}:\n    if {c} == '{open_}':\n        {depth} += 1\n    elif {c} == '{close}':\n        {depth} -= 1\n        if {depth} < 0:\n            return False\nreturn {depth} == 0"  # noqa: E501
        deepest = f"{depth} = 0\nbest = 0\nfor {c} in {s}:\n    if {c} == '{open_}':\n        {depth} += 1\n        best = max(best, {depth})\n    elif {c} == '{close}':\n        {depth} -= 1\nreturn best"  # noqa: E501
        samples = [
            repr(text.replace("(", open_).replace(")", close))
            for text in ("", "()", "(()", ")(", "(a(b))", "a)", "()()")
        ]
        return d.one(
            Sketch(
                names=["is_balanced", "brackets_match", "balanced"],
                params=[Param(s, "text")],
                bodies=[balanced],
                returns="bool",
                whether=[f"each '{open_}' in {s} is closed by a later '{close}' and none is closed too early"],
                inputs=samples,
            ),
            Sketch(
                names=["max_depth", "nesting_depth"],
                params=[Param(s, "text")],
                bodies=[deepest],
                what=[f"the largest number of '{open_}' in {s} that are open at a time, where '{close}' closes one"],
                inputs=samples,
            ),
            Sketch(
                names=["same_count", "equal_brackets"],
                params=[Param(s, "text")],
                bodies=truth(d, f"{s}.count('{open_}') == {s}.count('{close}')"),
                returns="bool",
                whether=[f"{s} contains as many '{open_}' as '{close}'"],
                inputs=samples,
            ),
        )
    x = d.name("value x item v")
    check, said, inputs = d.one(
        (
            f"{x} is not None and {x} > {low}",
            f"{x} is not None and greater than {low}",
            ["None", str(low), str(low + 1)],
        ),
        (f"isinstance({x}, int)", f"{x} is an int", ["1", "'a'", "1.5", "[]"]),
        (f"isinstance({x}, str)", f"{x} is a str", ["1", "'a'", "''", "[]"]),
        (f"isinstance({x}, str) and {x} != ''", f"{x} is a non-empty str", ["1", "'a'", "''", "None"]),
        (f"{x} is None", f"{x} is None", ["None", "0", "1"]),
        (f"isinstance({x}, list)", f"{x} is a list", ["[]", "1", "'a'", "[1]"]),
    )
    return Sketch(
        names=["is_ok", "validate", "check_value", "is_acceptable"],
        params=[Param(x, "any")],
        bodies=truth(d, check),
        returns="bool",
        whether=[said],
        inputs=inputs,
    )


FAMILIES = (Family("validation", ((_valid, 3), (_ranged, 2))),)
