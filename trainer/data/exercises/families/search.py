"""Neighbouring elements, and elements looked for."""

from __future__ import annotations

from trainer.data.exercises.conditions import number_condition, word_condition
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import item_type, list_parameter
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.sources import ints
from trainer.data.exercises.transforms import number_transform

__all__ = ["FAMILIES"]


def _running(d: Draw) -> Sketch:
    source = ints(d)
    xs, x = source.code, source.element
    acc = d.name("total current running acc best")
    out = d.name("result out totals results")
    form = d.number(0, 2)
    value, how = x, ""
    if d.chance(0.4):
        transform = number_transform(d)
        value, how = transform.of(x), f" after each was {transform.past}" if "replaced" not in transform.past else ""
        if not how or transform.params or transform.past.startswith(("made", "divided")):
            value, how = x, ""
    if form == 0:
        start = d.number(1, 20) if d.chance(0.3) else 0
        body = f"{out} = []\n{acc} = {start}\nfor {x} in {xs}:\n    {acc} += {value}\n    {out}.append({acc})\nreturn {out}"  # noqa: E501
        said = f"the running sums of the {source.many}{how}" + (f", starting from {start}" if start else "")
        return Sketch(
            names=["running_sum", "cumulative_sum", "prefix_sums", "running_totals"],
            params=source.params,
            bodies=[body],
            returns="list[int]",
            what=[said, said.replace("running", "cumulative")],
        )
    if form == 1:
        body = f"{out} = []\n{acc} = 1\nfor {x} in {xs}:\n    {acc} *= {value}\n    {out}.append({acc})\nreturn {out}"
        return Sketch(
            names=["running_product", "cumulative_product", "prefix_products"],
            params=source.params,
            bodies=[body],
            returns="list[int]",
            what=[
                f"the running products of the {source.many}{how}",
                f"a list whose element i is the product of the {source.many} up to index i{how}",
            ],
        )
    largest = d.chance(0.5)
    sign, fn, word = (">", "max", "maximum") if largest else ("<", "min", "minimum")
    body = f"{out} = []\nfor {x} in {xs}:\n    if {out} and {out}[-1] {sign} {value}:\n        {out}.append({out}[-1])\n    else:\n        {out}.append({value})\nreturn {out}"  # noqa: E501
    other = f"{out} = []\n{acc} = None\nfor {x} in {xs}:\n    if {acc} is None or {value} {sign} {acc}:\n        {acc} = {value}\n    {out}.append({acc})\nreturn {out}"  # noqa: E501
    return Sketch(
        names=[f"running_{fn}", f"cumulative_{fn}", f"{word}_so_far"],
        params=source.params,
        bodies=[body, other],
        returns="list[int]",
        what=[
            f"a list of the {word} so far at each place of {xs}{how}",
            f"the running {word} of the {source.many}{how}",
        ],
    )


def _neighbours(d: Draw) -> Sketch:
    source = ints(d)
    xs = source.code
    i = d.name("i k j index")
    a, b = f"{xs}[{i}]", f"{xs}[{i} + 1]"
    pairs = f"for {i} in range(len({xs}) - 1)"
    k = d.number(1, 6)
    form = d.number(0, 5)
    if form < 3:
        value, said, names = d.one(
            (f"{b} - {a}", "differences (next minus previous)", "differences deltas"),
            (f"{a} + {b}", "sums", "pair_sums neighbour_sums"),
            (f"{a} * {b}", "products", "neighbour_products"),
            (f"abs({a} - {b})", "absolute differences", "gaps jumps"),
            (f"max({a}, {b})", "maxima", "pair_max"),
            (f"({a}, {b})", "pairs", "adjacent_pairs neighbours"),
        )
        if form == 2 and said != "pairs":
            return Sketch(
                names=[f"total_{name}" for name in names.split()],
                params=source.params,
                bodies=[f"return sum({value} {pairs})"],
                what=[f"the sum of the {said} of adjacent {source.many}{source.where}"],
                edge=d.one("", f"Return 0 for fewer than two {source.many}."),
            )
        out = d.name("result out")
        return Sketch(
            names=names.split(),
            params=source.params,
            bodies=[f"return [{value} {pairs}]", f"{out} = []\n{pairs}:\n    {out}.append({value})\nreturn {out}"],
            returns="list[tuple[int, int]]" if said == "pairs" else "list[int]",
            what=[
                f"the list of the {said} of adjacent {source.many}{source.where}",
                f"the {said} of neighbouring {source.many}{source.where}",
            ],
        )
    test, against, said, name = d.one(
        (f"{b} > {a}", f"{b} <= {a}", "greater than", "increases"),
        (f"{b} < {a}", f"{b} >= {a}", "less than", "decreases"),
        (f"{b} == {a}", f"{b} != {a}", "equal to", "repeats"),
        (f"{b} != {a}", f"{b} == {a}", "different from", "changes"),
        (f"{b} >= {a}", f"{b} < {a}", "at least", "rises"),
        (f"{b} - {a} == {k}", f"{b} - {a} != {k}", f"exactly {k} more than", f"steps_of_{k}"),
    )
    if form == 3:
        return Sketch(
            names=[f"only_{name}", f"always_{name}", f"is_all_{name}"],
            params=source.params,
            bodies=[f"{pairs}:\n    if {against}:\n        return False\nreturn True", f"return all({test} {pairs})"],
            returns="bool",
            whether=[f"each {source.one}{source.where} after the first is {said} the one before it"],
            inputs=["[1, 2, 3]", "[3, 2, 1]", "[2, 2]", f"[1, {1 + k}]"],
        )
    if form == 4:
        return Sketch(
            names=[f"any_{name}", f"has_{name}"],
            params=source.params,
            bodies=[f"{pairs}:\n    if {test}:\n        return True\nreturn False", f"return any({test} {pairs})"],
            returns="bool",
            whether=[f"some {source.one}{source.where} is {said} the one before it"],
            inputs=["[1, 2, 3]", "[3, 2, 1]", "[2, 2]", f"[1, {1 + k}]"],
        )
    count = d.name("count result n")
    return Sketch(
        names=[f"count_{name}", f"number_of_{name}"],
        params=source.params,
        bodies=[
            f"{count} = 0\n{pairs}:\n    if {test}:\n        {count} += 1\nreturn {count}",
            f"return sum(1 {pairs} if {test})",
        ],
        what=[
            f"how many {source.many}{source.where} are {said} the one before them",
            f"how often a {source.one} is {said} the one before it",
        ],
        inputs=["[1, 2, 2, 1]", f"[1, {1 + k}]"],
    )


def _search(d: Draw) -> Sketch:
    source, name, kind = list_parameter(d)
    xs, x = source.code, source.element
    i = d.name("i index k j")
    params = [Param(xs, kind)]
    if d.chance(0.4):
        target = d.name("target value wanted x key item needle")
        params.append(Param(target, "char" if kind.startswith("words") else "small"))
        test, said, one, stem = f"{xs}[{i}] == {target}", target, f"equal to {target}", "value"
        element = f"{x} == {target}"
    else:
        condition = word_condition(d) if kind.startswith("words") else number_condition(d)
        params += condition.params
        test, element, stem = condition.of(f"{xs}[{i}]"), condition.of(x), condition.name
        said = f"the {{}} {source.one} that {condition.single}"
        one = condition.single
    is_target = "{}" not in said
    last = d.chance(0.35)
    place = "last" if last else "first"
    said = said.format(place) if not is_target else f"the {place} {target}"
    default = d.one("-1", "-1", "None")
    order = f"range(len({xs}) - 1, -1, -1)" if last else f"range(len({xs}))"
    form = d.number(0, 5)
    loop = f"for {i} in {order}:\n    if {test}:\n        return {i}\nreturn {default}"
    if form < 3:
        bodies = [loop]
        if not last:
            bodies.append(f"for {i}, {x} in enumerate({xs}):\n    if {element}:\n        return {i}\nreturn {default}")
        return Sketch(
            names=[
                f"{place}_index",
                f"index_of_{stem}",
                f"find_{place}_{stem}",
                f"position_of_{stem}",
                "find_index",
                f"{place}_position",
            ],
            params=params,
            bodies=bodies,
            returns="int" + (" | None" if default == "None" else ""),
            what=[f"the index of {said} in {name}"],
            edge=d.one(f"Return {default} if there is none.", f"Return {default} if it is not there."),
            inputs=["[1, 2, 1], 1"] if is_target and kind == "ints" else [],
        )
    if form == 3:
        return Sketch(
            names=[f"indices_of_{stem}", "all_positions", f"find_all_{stem}", f"where_{stem}"],
            params=params,
            bodies=[
                f"return [{i} for {i} in range(len({xs})) if {test}]",
                f"return [{i} for {i}, {x} in enumerate({xs}) if {element}]",
            ],
            returns="list[int]",
            what=[f"the list of all indices in {name} where the {source.one} {one if not is_target else 'is ' + one}"],
        )
    if form == 4 and is_target:
        return Sketch(
            names=["contains", "is_in", "has_value", "includes", "linear_search"],
            params=params,
            bodies=[
                f"return {target} in {xs}",
                f"for {x} in {xs}:\n    if {element}:\n        return True\nreturn False",
            ],
            returns="bool",
            whether=[f"{target} is in {name}", f"{name} contains {target}"],
            inputs=["[1, 2, 1], 1", "[3], 2"] if kind == "ints" else ["['a', 'b'], 'a'", "['b'], 'a'"],
        )
    if form == 4:
        out = d.name("result out taken")
        stop = d.one(
            (
                f"if {element}:\n        break\n    {out}.append({x})",
                f"the {source.many} of {name} before the first one that {one}",
                "take_until before_first",
            ),
            (
                f"if not ({element}):\n        break\n    {out}.append({x})",
                f"the leading {source.many} of {name} up to the first one that does not fulfil this: it {one}",
                "take_while leading",
            ),
        )
        return Sketch(
            names=stop[2].split(),
            params=params,
            bodies=[f"{out} = []\nfor {x} in {xs}:\n    {stop[0]}\nreturn {out}"],
            returns=f"list[{item_type(kind)}]",
            what=[stop[1]],
            edge="Return all if there is none." if "before" in stop[1] else "",
        )
    largest = d.chance(0.5)
    sign, fn, word = (">", "max", "largest") if largest else ("<", "min", "smallest")
    if kind.startswith("words"):
        sign, word = (">", "longest") if largest else ("<", "shortest")
        compare, key = f"len({xs}[{i}]) {sign} len({xs}[{{best}}])", ""
    else:
        compare, key = f"{xs}[{i}] {sign} {xs}[{{best}}]", f"return {xs}.index({fn}({xs}))"
    best = d.name("best place result")
    body = f"{best} = 0\nfor {i} in range(1, len({xs})):\n    if {compare.format(best=best)}:\n        {best} = {i}\nreturn {best}"  # noqa: E501
    return Sketch(
        names=[f"index_of_{word}", f"arg{fn}", f"{word}_index", f"position_of_{fn}"],
        params=[Param(xs, kind + "1")],
        bodies=[body] + ([key] if key else []),
        what=[f"the index of the {word} {source.one} in {name}, the first one if there are several"],
    )


def _halving(d: Draw) -> Sketch:
    xs, target = d.one("numbers target", "values x", "arr target", "sorted_list value", "items item", "xs x").split()
    low, high, mid = d.one("low high mid", "lo hi mid", "left right middle", "start end mid").split()
    form = d.number(0, 2)
    if form == 0:
        inclusive = f"{low}, {high} = 0, len({xs}) - 1\nwhile {low} <= {high}:\n    {mid} = ({low} + {high}) // 2\n    if {xs}[{mid}] == {target}:\n        return {mid}\n    if {xs}[{mid}] < {target}:\n        {low} = {mid} + 1\n    else:\n        {high} = {mid} - 1\nreturn -1"  # noqa: E501
        return Sketch(
            names=["binary_search", "find_sorted", "search_sorted"],
            params=[Param(xs, "sorted"), Param(target, "int")],
            bodies=[inclusive],
            what=[f"the index of {target} in the ascending list {xs}, or -1, by binary search"],
            do=[f"Find {target} in the sorted list {xs} by halving and return its index, or -1 if it is not there"],
            inputs=["[1, 3, 5], 3", "[1, 3, 5], 5", "[1, 3, 5], 2", "[], 1"],
        )
    sign, word = d.one(("<", "less than"), ("<=", "at most"))
    body = f"{low}, {high} = 0, len({xs})\nwhile {low} < {high}:\n    {mid} = ({low} + {high}) // 2\n    if {xs}[{mid}] {sign} {target}:\n        {low} = {mid} + 1\n    else:\n        {high} = {mid}\nreturn {low}"  # noqa: E501
    return Sketch(
        names=["count_below", "insert_position", "lower_bound", "insertion_point"],
        params=[Param(xs, "sorted"), Param(target, "int")],
        bodies=[body],
        what=[f"how many numbers of the ascending list {xs} are {word} {target}, by binary search"],
        inputs=["[1, 3, 5], 3", "[1, 3, 5], 6", "[1, 3, 5], 0"],
    )


FAMILIES = (
    Family("neighbours", ((_running, 1), (_neighbours, 1))),
    Family("search", ((_search, 8), (_halving, 1))),
)
