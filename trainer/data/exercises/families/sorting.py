"""Lists put in order, and whether they are."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import ORDINALS, item_type, list_parameter
from trainer.data.exercises.family import Family
from trainer.data.exercises.folds import truth
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _sorting(d: Draw) -> Sketch:
    source, name, kind = list_parameter(d)
    xs, x, item = source.code, source.element, item_type(kind)
    down = d.chance(0.4)
    order, reverse = ("descending", ", reverse=True") if down else ("ascending", "")
    if item == "str":
        key, how, stem = d.one(
            (", key=len", "by length", "by_length"),
            ("", "alphabetically" if not down else "in reverse alphabetical order", "alphabetically"),
            (f", key=lambda {x}: {x}.lower()", "ignoring case", "ignore_case"),
            (f", key=lambda {x}: {x}[-1:]", "by the last letter", "by_last_letter"),
        )
        how += {
            "by length": ", longest first" if down else ", shortest first",
            "by the last letter": f", {order}",
            "ignoring case": f", {order}",
        }.get(how, "")
    else:
        k = d.number(2, 9)
        key, how, stem = d.one(
            ("", f"in {order} order", order),
            ("", f"in {order} order", order),
            (", key=abs", f"by absolute value, {order}", "by_abs"),
            (f", key=lambda {x}: {x} % {k}", f"by the remainder modulo {k}, {order}", f"by_mod_{k}"),
            (f", key=lambda {x}: abs({x} - {k})", f"by the distance from {k}, {order}", f"by_distance_{k}"),
            (f", key=lambda {x}: {x} * {x}", f"by square, {order}", "by_square"),
        )
    out = d.name("result out ordered")
    bodies = [
        f"return sorted({xs}{key}{reverse})",
        f"{out} = list({xs})\n{out}.sort({(key + reverse)[2:]})\nreturn {out}",
    ]
    if not key and item == "int":
        i, j = d.name("i a p"), d.name("j b q")
        sign = ">" if down else "<"
        bodies.append(
            f"for {i} in range(len({xs})):\n    for {j} in range({i} + 1, len({xs})):\n        if {xs}[{j}] {sign} {xs}[{i}]:\n            {xs}[{i}], {xs}[{j}] = {xs}[{j}], {xs}[{i}]\nreturn {xs}"  # noqa: E501
        )
        pick = "max" if down else "min"
        bodies.append(
            f"{out} = []\n{xs} = list({xs})\nwhile {xs}:\n    {x} = {pick}({xs})\n    {xs}.remove({x})\n    {out}.append({x})\nreturn {out}"  # noqa: E501
        )
    form = d.number(0, 5)
    if form < 4:
        condition = source.condition(d) if d.chance(0.3) else None
        if condition and not condition.params:
            bodies = [f"return sorted([{x} for {x} in {xs} if {condition.of(x)}]{key}{reverse})"]
            return Sketch(
                names=[f"sort_{condition.name}", f"sorted_{condition.name}", f"{condition.name}_sorted"],
                params=[Param(xs, kind)],
                bodies=bodies,
                returns=f"list[{item}]",
                what=[f"the {condition.those(d, source.many, ' of ' + xs)}, sorted {how}"],
            )
        return Sketch(
            names=[f"sort_{stem}", f"sorted_{stem}", f"order_{stem}", f"sort_{source.many}"],
            params=[Param(xs, kind)],
            bodies=bodies,
            returns=f"list[{item}]",
            what=[f"{xs} sorted {how}", f"a sorted copy of {name}, {how}"],
            do=[f"Sort {name} {how}"],
        )
    if form == 4:
        sign, word = d.one(
            ("<=", "ascending"), (">=", "descending"), ("<", "strictly ascending"), (">", "strictly descending")
        )
        i = d.name("i k j")
        against = {"<=": ">", ">=": "<", "<": ">=", ">": "<="}[sign]
        bodies = [
            f"return all({xs}[{i}] {sign} {xs}[{i} + 1] for {i} in range(len({xs}) - 1))",
            f"for {i} in range(len({xs}) - 1):\n    if {xs}[{i}] {against} {xs}[{i} + 1]:\n        return False\nreturn True",  # noqa: E501
        ]
        if sign == "<=":
            bodies += truth(d, f"{xs} == sorted({xs})")
        return Sketch(
            names=[f"is_{word.replace(' ', '_')}", "is_ordered", "in_order"],
            params=[Param(xs, kind)],
            bodies=bodies,
            returns="bool",
            whether=[f"{xs} is in {word} order", f"the {source.many} of {xs} are in {word} order"],
            inputs=["[1, 2, 3]", "[3, 2, 1]", "[1, 1, 2]", "[2, 2, 1]"]
            if item == "int"
            else ["['a', 'b']", "['b', 'a']", "['a', 'a']"],
        )
    k = d.number(2, 3)
    largest = d.chance(0.5)
    word = "largest" if largest else "smallest"
    rev = ", reverse=True" if largest else ""
    if item == "str":
        return Sketch(
            names=[f"sort_{stem}", f"ordered_{stem}"],
            params=[Param(xs, kind)],
            bodies=bodies,
            returns="list[str]",
            do=[f"Sort {name} {how}"],
        )
    return d.one(
        Sketch(
            names=[f"{ORDINALS[k - 1]}_{word}", f"{word}_{k}"],
            params=[Param(xs, kind)],
            bodies=[f"if len({xs}) < {k}:\n    return None\nreturn sorted({xs}{rev})[{k - 1}]"],
            returns="int | None",
            what=[f"the {ORDINALS[k - 1]} {word} {source.one} of {name}, where equal ones count separately"],
            edge=f"Return None for fewer than {k}.",
        ),
        Sketch(
            names=[f"{word}_{k}", f"top_{k}" if largest else f"bottom_{k}"],
            params=[Param(xs, kind)],
            bodies=[f"return sorted({xs}{rev})[:{k}]"],
            returns="list[int]",
            what=[f"the {k} {word} {source.many} of {name}, {word} first"],
        ),
        Sketch(
            names=["median", "middle_value", "sorted_middle"],
            params=[Param(xs, "ints1")],
            bodies=[f"return sorted({xs})[len({xs}) // 2]"],
            what=[f"the element at index len // 2 of the sorted {source.many}{source.where}"],
        ),
    )


FAMILIES = (Family("sorting", ((_sorting, 1),)),)
