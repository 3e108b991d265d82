"""Two lists side by side, and lists of pairs."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.single_pairs import one_pair, pair_of_facts
from trainer.data.exercises.families.two_lists import side_by_side
from trainer.data.exercises.family import Family
from trainer.data.exercises.number_conditions import number_condition
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


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
            names=[
                f"{name}_pairs",
                f"{name}_each",
                f"{name}s_of_pairs",
                f"pair_{name}s",
                f"{name}_of_each_pair",
                f"{name}_list",
                f"list_{name}s",
                f"all_{name}s",
            ],
            params=[Param(p, "pairs")],
            bodies=[
                f"return [{code} for {a}, {b} in {p}]",
                f"{out} = []\nfor {a}, {b} in {p}:\n    {out}.append({code})\nreturn {out}",
                f"return [{code.replace(a, 'pair[0]').replace(b, 'pair[1]')} for pair in {p}]"
                if (a, b) == ("first", "second")
                else f"return [{code} for {a}, {b} in {p}]",
            ],
            returns=f"list[{item}]",
            what=[
                f"a list with the {said} of each of the pairs in {p}",
                f"the list of the {said} of each pair in {p}",
                f"a list that has, for every pair in {p}, its {said}",
                f"for each ({a}, {b}) in {p} the {said}, as a list",
            ],
            do=[
                f"List the {said} of every pair in {p}",
                f"Collect the {said} of each tuple of two numbers in {p}",
                f"Turn each pair in {p} into its {said}, all in a new list",
            ],
            sentences=[
                f"What is the {said} of each pair in {p}? Give a list.",
                f"Go through {p} and collect the {said} of each pair.",
                f"Given a list {p} of ({a}, {b}) tuples, replace each by its {said} in a new list.",
                f"The {said} of each ({a}, {b}) in {p}, in the same order.",
            ],
        )
    if form == 2 and name != "swap":
        return Sketch(
            names=[
                f"total_{name}",
                f"sum_of_{name}s",
                f"{name}_total",
                f"sum_{name}s",
                f"total_of_{name}s",
                f"add_up_{name}s",
                f"sum_pair_{name}s",
                f"total_pair_{name}",
            ],
            params=[Param(p, "pairs")],
            bodies=[
                f"return sum({code} for {a}, {b} in {p})",
                f"{out} = 0\nfor {a}, {b} in {p}:\n    {out} += {code}\nreturn {out}",
            ],
            what=[
                f"the total of the {said} of each pair in {p}",
                f"the sum over all pairs in {p} of the {said}",
                f"what you get by adding up the {said} of every pair in {p}",
            ],
            do=[
                f"Add up the {said} of every pair in {p}",
                f"Sum the {said} over all ({a}, {b}) in {p}",
                f"Total the {said} of each tuple in the list {p}",
            ],
            sentences=[
                f"Take the {said} of each pair in {p} and add these up.",
                f"What is the total if you take the {said} of every pair in {p}?",
                f"Given a list {p} of ({a}, {b}) tuples, add together the {said} of each.",
                f"Go through the pairs in {p}, each time adding the {said} to a total, and return it.",
            ],
        )
    if form == 3 and name != "swap":
        test = condition.of(f"({code})" if " " in code and "(" not in code else code)
        return Sketch(
            names=[
                f"pairs_with_{condition.name}",
                f"filter_{name}_{condition.name}",
                "select_pairs",
                "filter_pairs",
                f"keep_{name}_{condition.name}",
                f"pairs_{name}_{condition.name}",
                f"{name}_{condition.name}",
                "pick_pairs",
            ],
            params=[Param(p, "pairs"), *condition.params],
            bodies=[f"return [({a}, {b}) for {a}, {b} in {p} if {test}]"],
            returns="list[tuple[int, int]]",
            what=[
                f"the pairs in {p} for which the {said} {condition.single}",
                f"a list of the pairs in {p} whose {said} {condition.single}",
                f"all ({a}, {b}) in {p} of which the {said} {condition.single}",
            ],
            do=[
                f"Keep only the pairs in {p} whose {said} {condition.single}",
                f"Pick out the pairs in {p} of which the {said} {condition.single}",
                f"Filter the list {p} for pairs whose {said} {condition.single}",
            ],
            sentences=[
                f"For which pairs in {p} is it true that the {said} {condition.single}? Return them in order.",
                f"Go through {p} and keep a pair if its {said} {condition.single}.",
                f"Given a list {p} of ({a}, {b}) tuples, return those where the {said} {condition.single}.",
                f"Throw away the pairs in {p} unless the {said} {condition.single}.",
            ],
        )
    if form == 4:
        return one_pair(d)
    return pair_of_facts(d)


def _named_pairs(d: Draw) -> Sketch:
    p = d.name("people entries records scores items")
    a, b = d.one("name score", "name value", "key count", "label points", "name age").split()
    said, many = ("number of points", "points") if b == "points" else (b, f"{b}s")
    d.taken |= {a, b}
    condition = number_condition(d, compound=0)
    out = d.name("result out names")
    form = d.number(0, 2)
    if form == 0:
        return Sketch(
            names=[
                f"{a}s_{condition.name}",
                f"select_{condition.name}",
                f"find_{a}s",
                f"{a}s_with_{condition.name}",
                f"filter_{a}s",
                f"pick_{a}s",
                f"{a}s_by_{b}",
                f"{a}s_where_{b}_{condition.name}",
            ],
            params=[Param(p, "named"), *condition.params],
            bodies=[
                f"return [{a} for {a}, {b} in {p} if {condition.of(b)}]",
                f"{out} = []\nfor {a}, {b} in {p}:\n    if {condition.of(b)}:\n        {out}.append({a})\nreturn {out}",
            ],
            returns="list[str]",
            what=[
                f"the list of the {a}s in the ({a}, {b}) pairs of {p} whose {said} {condition.single}",
                f"the {a}s of those ({a}, {b}) pairs in {p} in which the {said} {condition.single}",
            ],
            do=[
                f"List the {a}s of the ({a}, {b}) pairs in {p} of which the {said} {condition.single}",
                f"Pick out the {a} of every ({a}, {b}) pair in {p} whose {said} {condition.single}",
                f"Collect each {a} from {p}, a list of ({a}, {b}) pairs, if its {said} {condition.single}",
            ],
            sentences=[
                f"In which ({a}, {b}) pairs of {p} is it true that the {said} {condition.single}? Return the {a}s.",
                f"Go through the ({a}, {b}) pairs in {p} and keep the {a} whenever the {said} {condition.single}.",
                f"Given a list {p} of ({a}, {b}) tuples, return the {a}s of those whose {said} {condition.single}.",
                f"Throw away all ({a}, {b}) pairs in {p} unless the {said} {condition.single}; return the {a}s left.",
            ],
        )
    if form == 1:
        return Sketch(
            names=[
                "to_dict",
                "totals",
                f"sum_by_{a}",
                "pairs_to_dict",
                f"total_{b}_by_{a}",
                f"{b}_per_{a}",
                f"totals_per_{a}",
                "aggregate",
            ],
            params=[Param(p, "named")],
            bodies=[f"{out} = {{}}\nfor {a}, {b} in {p}:\n    {out}[{a}] = {out}.get({a}, 0) + {b}\nreturn {out}"],
            returns="dict[str, int]",
            what=[
                f"a dictionary from each {a} to the sum of its {many} in the ({a}, {b}) pairs of {p}",
                f"the total {said} of each {a} in the ({a}, {b}) pairs of {p}, as a dictionary",
                f"a dict that maps every {a} in the ({a}, {b}) pairs of {p} to all its {many} added together",
            ],
            do=[
                f"Sum up the {many} for each {a} in the ({a}, {b}) pairs of {p}, in a dictionary",
                f"Group the ({a}, {b}) pairs of {p} by {a} in a dictionary, adding up the {many}",
                f"Turn the ({a}, {b}) pairs of {p} into a dictionary, adding up the {many} of equal {a}s",
            ],
            sentences=[
                f"What is the sum of the {many} of each {a} in {p}, a list of ({a}, {b}) pairs? Return a dict.",
                f"Go through the ({a}, {b}) pairs in {p} and keep a total per {a}; return the totals as a dict.",
                f"Given a list {p} of ({a}, {b}) tuples, build a dict of each {a} with its {many} added up.",
                f"A dict with the {a}s in the ({a}, {b}) pairs of {p} as keys and the sums of their {many} as values.",
            ],
        )
    down = d.chance(0.5)
    first, order, final = ("largest", "descending", "smallest") if down else ("smallest", "ascending", "largest")
    return Sketch(
        names=[
            f"sort_by_{b}",
            f"order_by_{b}",
            f"rank_{a}s",
            f"sorted_by_{b}",
            "sort_pairs",
            f"sort_{a}s_by_{b}",
            f"arrange_by_{b}",
            f"{order}_by_{b}",
        ],
        params=[Param(p, "named")],
        bodies=[f"return sorted({p}, key=lambda pair: pair[1]{', reverse=True' if down else ''})"],
        returns="list[tuple[str, int]]",
        what=[
            f"the ({a}, {b}) pairs of {p} sorted by {said}, {first} first",
            f"a list of the ({a}, {b}) pairs of {p} in {order} order of {said}",
            f"a sorted copy of {p}, a list of ({a}, {b}) pairs, from the {first} {said} to the {final}",
        ],
        do=[
            f"Sort the ({a}, {b}) pairs of {p} by {said}, {first} first",
            f"Order the ({a}, {b}) tuples in {p} by their second element, {order}",
            f"Arrange the ({a}, {b}) pairs in {p} so that the {first} {said} comes first and the {final} last",
        ],
        sentences=[
            f"What do the ({a}, {b}) pairs in {p} look like in {order} order of {said}?",
            f"Given a list {p} of ({a}, {b}) tuples, put them in order of {said}, from {first} to {final}.",
            f"Rank the ({a}, {b}) pairs in {p}: the one with the {first} {said} stands at the front.",
            f"All ({a}, {b}) pairs of {p}, by {said} in {order} order; equal ones keep their order.",
        ],
    )


FAMILIES = (
    Family("two_lists", ((side_by_side, 1),)),
    Family("pairs", ((_pairs, 3), (_named_pairs, 1))),
)
