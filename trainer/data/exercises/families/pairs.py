"""Two lists side by side, and lists of pairs."""

from __future__ import annotations

from trainer.data.exercises.conditions import number_condition
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import LIST_PAIRS
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _side_by_side(d: Draw) -> Sketch:
    a, b = d.one(*LIST_PAIRS).split()
    x, y = d.one("x y", "p q", "i j", "m n", "u v").split()
    if {x, y} & {a, b}:
        x, y = "first_item", "second_item"
    d.taken |= {x, y}
    i, out = d.name("i index k"), d.name("result out total")
    value, many, name = d.one(
        (f"{x} + {y}", "sums", "add"),
        (f"{x} * {y}", "products", "multiply"),
        (f"{x} - {y}", "differences", "subtract"),
        (f"max({x}, {y})", "larger ones", "max"),
        (f"min({x}, {y})", "smaller ones", "min"),
        (f"abs({x} - {y})", "absolute differences", "distance"),
        (f"({x}, {y})", "pairs", "pair"),
        (f"{x} == {y}", "truth values of equality", "equal"),
    )
    params = [Param(a, "ints"), Param(b, "ints")]
    note = d.one(", up to the length of the shorter list", ", stopping with the shorter list")
    form = d.number(0, 5)
    if form < 2:
        loop = f"{out} = []\nfor {x}, {y} in zip({a}, {b}):\n    {out}.append({value})\nreturn {out}"
        bodies = [f"return [{value} for {x}, {y} in zip({a}, {b})]", loop]
        if name in ("add", "multiply", "subtract"):
            op = value.split()[1]
            bodies.append(f"return [{a}[{i}] {op} {b}[{i}] for {i} in range(min(len({a}), len({b})))]")
        item = "tuple[int, int]" if name == "pair" else "bool" if name == "equal" else "int"
        return Sketch(
            names=[f"{name}_lists", f"{name}_elementwise", f"{name}_each", f"{name}_pairs"],
            params=params,
            bodies=bodies,
            returns=f"list[{item}]",
            what=[f"the list of the {many} of the elements of {a} and {b} at equal indices{note}"],
        )
    if form < 4 and name not in ("pair", "equal"):
        condition = number_condition(d, compound=0) if d.chance(0.4) else None
        test = (
            f" if {condition.of(f'({value})' if name in ('add', 'subtract', 'multiply') else value)}"
            if condition
            else ""
        )
        if condition:
            return Sketch(
                names=[f"count_{name}_{condition.name}", f"count_pairs_{condition.name}"],
                params=params + list(condition.params),
                bodies=[f"return sum(1 for {x}, {y} in zip({a}, {b}){test})"],
                what=[f"how many of the {many} of the elements of {a} and {b} at equal indices {condition.many}{note}"],
            )
        loop = f"{out} = 0\nfor {x}, {y} in zip({a}, {b}):\n    {out} += {value}\nreturn {out}"
        return Sketch(
            names=[f"sum_of_{name}", f"total_{name}", "dot" if name == "multiply" else f"{name}_and_sum"],
            params=params,
            bodies=[f"return sum({value} for {x}, {y} in zip({a}, {b}))", loop],
            what=[f"the sum of the {many} of the elements of {a} and {b} at equal indices{note}"],
        )
    code, said, names, extra = d.one(
        (f"{a} + {b}", f"the elements of {a} followed by those of {b}", "concatenate append_lists join_lists", []),
        (
            f"[z for pair in zip({a}, {b}) for z in pair]",
            f"the elements of {a} and {b} in turn{note}",
            "interleave alternate weave",
            [f"{out} = []\nfor {x}, {y} in zip({a}, {b}):\n    {out}.append({x})\n    {out}.append({y})\nreturn {out}"],
        ),
        (f"sorted({a} + {b})", f"the elements of {a} and {b} in ascending order", "merge_sorted merge_lists", []),
        (
            f"[{x} for {x} in {a} if {x} > max({b}, default=0)]",
            f"the elements of {a} that are greater than the largest of {b}, which counts as 0 if {b} is empty",
            "above_all",
            [],
        ),
        (f"{b} + {a}", f"the elements of {b} followed by those of {a}", "prepend_list", []),
        (
            f"[{x} for {x}, {y} in zip({a}, {b}) if {x} == {y}]",
            f"the elements of {a} that equal the element of {b} at the same index{note}",
            "matches same_places",
            [
                f"{out} = []\nfor {x}, {y} in zip({a}, {b}):\n    if {x} == {y}:\n        {out}.append({x})\nreturn {out}"  # noqa: E501
            ],
        ),
        (
            f"[[{x}, {y}] for {x} in {a} for {y} in {b}]",
            f"the list of all lists of one element of {a} and one of {b}",
            "product_of_lists combinations_of",
            [f"{out} = []\nfor {x} in {a}:\n    for {y} in {b}:\n        {out}.append([{x}, {y}])\nreturn {out}"],
        ),
    )
    kind = "few" if "==" in code else "ints"
    returns = "list[list[int]]" if code.startswith("[[") else "list[int]"
    return Sketch(
        names=names.split(),
        params=[Param(a, kind), Param(b, kind)],
        bodies=[f"return {code}", *extra],
        returns=returns,
        what=[said if not said.startswith("the elements") else f"a list of {said}"],
    )


def _pairs(d: Draw) -> Sketch:
    p = d.name("pairs points items edges tuples data")
    a, b = d.one("a b", "x y", "first second", "left right", "p q").split()
    d.taken |= {a, b}
    condition = number_condition(d, compound=0)
    code, said, name = d.one(
        (f"{a} + {b}", "sum", "sum"),
        (f"{a} * {b}", "product", "product"),
        (f"{b} - {a}", "second minus the first number", "difference"),
        (f"max({a}, {b})", "larger number", "larger"),
        (a, "first number", "first"),
        (b, "second number", "second"),
        (f"({b}, {a})", "swapped version", "swap"),
        (f"abs({a} - {b})", "distance of the numbers", "distance"),
    )
    out = d.name("result out total")
    form = d.number(0, 5)
    if form < 2:
        item = "tuple[int, int]" if name == "swap" else "int"
        return Sketch(
            names=[f"{name}_pairs", f"{name}_each", f"{name}s_of_pairs"],
            params=[Param(p, "pairs")],
            bodies=[
                f"return [{code} for {a}, {b} in {p}]",
                f"{out} = []\nfor {a}, {b} in {p}:\n    {out}.append({code})\nreturn {out}",
                f"return [{code.replace(a, 'pair[0]').replace(b, 'pair[1]')} for pair in {p}]"
                if (a, b) == ("first", "second")
                else f"return [{code} for {a}, {b} in {p}]",
            ],
            returns=f"list[{item}]",
            what=[f"a list with the {said} of each of the pairs in {p}", f"the list of the {said} of each pair in {p}"],
        )
    if form == 2 and name != "swap":
        return Sketch(
            names=[f"total_{name}", f"sum_of_{name}s"],
            params=[Param(p, "pairs")],
            bodies=[
                f"return sum({code} for {a}, {b} in {p})",
                f"{out} = 0\nfor {a}, {b} in {p}:\n    {out} += {code}\nreturn {out}",
            ],
            what=[f"the total of the {said} of each pair in {p}"],
        )
    if form == 3 and name != "swap":
        test = condition.of(f"({code})" if " " in code and "(" not in code else code)
        return Sketch(
            names=[f"pairs_with_{condition.name}", f"filter_{name}_{condition.name}", "select_pairs"],
            params=[Param(p, "pairs"), *condition.params],
            bodies=[f"return [({a}, {b}) for {a}, {b} in {p} if {test}]"],
            returns="list[tuple[int, int]]",
            what=[f"the pairs in {p} for which the {said} {condition.single}"],
        )
    if form == 4:
        t = d.name("pair p t point")
        code, said, name, returns = d.one(
            (
                f"({t}[1], {t}[0])",
                f"the pair {t} with its numbers swapped",
                "swap_pair swap reverse_pair",
                "tuple[int, int]",
            ),
            (f"{t}[0] + {t}[1]", f"the sum of the two numbers of {t}", "sum_pair add_pair", "int"),
            (f"max({t})", f"the larger number of the pair {t}", "larger_of_pair", "int"),
            (
                f"({t}[0] + 1, {t}[1] + 1)",
                f"the pair {t} with both numbers increased by one",
                "shift_pair",
                "tuple[int, int]",
            ),
            (f"{t}[0] == {t}[1]", "", "", ""),
            (
                f"abs({t}[0]) + abs({t}[1])",
                f"the sum of the absolute values of the two numbers of {t}",
                "manhattan grid_distance",
                "int",
            ),
            (
                f"(min({t}), max({t}))",
                f"the pair {t} with the smaller number first",
                "order_pair sort_pair",
                "tuple[int, int]",
            ),
            (f"{t}[0] * {t}[1]", f"the product of the two numbers of {t}", "multiply_pair", "int"),
        )
        if not said:
            return Sketch(
                names=["is_double", "equal_pair", "same_numbers"],
                params=[Param(t, "pair")],
                bodies=[f"return {code}"],
                returns="bool",
                whether=[f"the two numbers of the pair {t} are equal"],
            )
        return Sketch(
            names=name.split(), params=[Param(t, "pair")], bodies=[f"return {code}"], returns=returns, what=[said]
        )
    xs = d.name("numbers values nums")
    code, said, name, extra = d.one(
        (f"(min({xs}), max({xs}))", f"the smallest and the largest of {xs} as a pair", "min_max extremes", []),
        (f"({xs}[0], {xs}[-1])", f"the first and the last of {xs} as a pair", "ends_pair first_last", []),
        (f"(sum({xs}), len({xs}))", f"the sum and the number of {xs} as a pair", "sum_and_count", []),
        (
            f"(max({xs}), {xs}.index(max({xs})))",
            f"the largest of {xs} and its first index as a pair",
            "max_with_index",
            [],
        ),
        (f"(sum({xs}), max({xs}))", f"the sum and the largest of {xs} as a pair", "sum_and_max", []),
        (
            f"max({xs}) - min({xs})",
            f"the difference between the largest and the smallest of {xs}",
            "spread value_range",
            [],
        ),
    )
    return Sketch(
        names=name.split(),
        params=[Param(xs, "ints1")],
        bodies=[f"return {code}", *extra],
        returns="int" if code.startswith("max") else "tuple[int, int]",
        what=[said],
    )


def _named_pairs(d: Draw) -> Sketch:
    p = d.name("people entries records scores items")
    a, b = d.one("name score", "name value", "key count", "label points", "name age").split()
    d.taken |= {a, b}
    condition = number_condition(d, compound=0)
    out = d.name("result out names")
    form = d.number(0, 2)
    if form == 0:
        return Sketch(
            names=[f"{a}s_{condition.name}", f"select_{condition.name}", f"find_{a}s"],
            params=[Param(p, "named"), *condition.params],
            bodies=[
                f"return [{a} for {a}, {b} in {p} if {condition.of(b)}]",
                f"{out} = []\nfor {a}, {b} in {p}:\n    if {condition.of(b)}:\n        {out}.append({a})\nreturn {out}",
            ],
            returns="list[str]",
            what=[f"the list of the {a}s in the ({a}, {b}) pairs of {p} whose {b} {condition.single}"],
        )
    if form == 1:
        return Sketch(
            names=["to_dict", "totals", f"sum_by_{a}", "pairs_to_dict"],
            params=[Param(p, "named")],
            bodies=[f"{out} = {{}}\nfor {a}, {b} in {p}:\n    {out}[{a}] = {out}.get({a}, 0) + {b}\nreturn {out}"],
            returns="dict[str, int]",
            what=[f"a dictionary from each {a} to the sum of its {b}s in the ({a}, {b}) pairs of {p}"],
        )
    down = d.chance(0.5)
    return Sketch(
        names=[f"sort_by_{b}", f"order_by_{b}", f"rank_{a}s"],
        params=[Param(p, "named")],
        bodies=[f"return sorted({p}, key=lambda pair: pair[1]{', reverse=True' if down else ''})"],
        returns="list[tuple[str, int]]",
        what=[f"the ({a}, {b}) pairs of {p} sorted by {b}, {'largest' if down else 'smallest'} first"],
        do=[f"Sort the ({a}, {b}) pairs of {p} by {b}, {'largest' if down else 'smallest'} first"],
    )


FAMILIES = (
    Family("two_lists", ((_side_by_side, 1),)),
    Family("pairs", ((_pairs, 3), (_named_pairs, 1))),
)
