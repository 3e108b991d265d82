"""Two lists side by side: element by element, or joined into one."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import LIST_PAIRS
from trainer.data.exercises.number_conditions import number_condition
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["side_by_side"]


def _joined(a: str, b: str) -> dict[str, list[str]]:
    """The wordings for a list followed by another."""
    return {
        "what": [
            f"a list of the elements of {a} followed by those of {b}",
            f"the concatenation of {a} and {b}, in this order",
            f"a new list that begins with all of {a} and ends with all of {b}",
        ],
        "do": [
            f"Join the lists into one, {a} before {b}",
            f"Concatenate {a} and {b}",
            f"Append all elements of {b} to those of {a}",
            f"Put the elements of {a} in front of the elements of {b}",
        ],
        "sentences": [
            f"Glue two lists together: first {a}, then {b}.",
            f"What list do you get when {b} is appended to {a}?",
            f"One list with everything in {a} and after that everything in {b}.",
        ],
    }


def side_by_side(d: Draw) -> Sketch:
    """What two lists make, element by element or one after the other."""
    a, b = d.one(*LIST_PAIRS).split()
    x, y = d.one("x y", "p q", "i j", "m n", "u v").split()
    if {x, y} & {a, b}:
        x, y = "first_item", "second_item"
    d.taken |= {x, y}
    i, out = d.name("i index k"), d.name("result out total")
    value, many, each, name = d.one(
        (f"{x} + {y}", "sums", "add the two elements", "add"),
        (f"{x} * {y}", "products", "multiply the two elements", "multiply"),
        (f"{x} - {y}", "differences", f"subtract the element of {b} from that of {a}", "subtract"),
        (f"max({x}, {y})", "larger ones", "take the larger element", "max"),
        (f"min({x}, {y})", "smaller ones", "take the smaller element", "min"),
        (f"abs({x} - {y})", "absolute differences", "take how far apart the elements are", "distance"),
        (f"({x}, {y})", "pairs", "put the two elements in a tuple", "pair"),
        (f"{x} == {y}", "truth values of equality", "tell whether the two elements are equal", "equal"),
    )
    params = [Param(a, "ints"), Param(b, "ints")]
    note = d.one(
        ", up to the length of the shorter list",
        ", stopping with the shorter list",
        ", as far as the shorter list goes",
        ", ignoring what the longer list has beyond the shorter",
    )
    form = d.number(0, 5)
    if form < 2:
        loop = f"{out} = []\nfor {x}, {y} in zip({a}, {b}):\n    {out}.append({value})\nreturn {out}"
        bodies = [f"return [{value} for {x}, {y} in zip({a}, {b})]", loop]
        if name in ("add", "multiply", "subtract"):
            op = value.split()[1]
            bodies.append(f"return [{a}[{i}] {op} {b}[{i}] for {i} in range(min(len({a}), len({b})))]")
        item = "tuple[int, int]" if name == "pair" else "bool" if name == "equal" else "int"
        return Sketch(
            names=[
                f"{name}_lists",
                f"{name}_elementwise",
                f"{name}_each",
                f"{name}_pairs",
                f"elementwise_{name}",
                f"{name}_two_lists",
                f"zip_{name}",
                f"{name}_side_by_side",
            ],
            params=params,
            bodies=bodies,
            returns=f"list[{item}]",
            what=[
                f"the list of the {many} of the elements of {a} and {b} at equal indices{note}",
                f"the element-wise {many} of {a} and {b} as a list{note}",
                f"the {many} of corresponding elements of the lists {a} and {b}{note}",
            ],
            do=[
                f"Build a list of the {many} of the elements of {a} and {b} that share an index{note}",
                f"List the {many} of each element of {a} and its counterpart in {b}{note}",
                f"Work out the {many} of {a} and {b} position by position{note}",
            ],
            sentences=[
                f"For every index of both {a} and {b}, {each}, and return the results as a list.",
                f"Walk through {a} and {b} side by side{note}: {each} at every step and collect the results.",
                f"Given two lists {a} and {b}, {each} at each position{note}.",
                f"What are the {many} of {a} and {b}, element by element? Return a list{note}.",
            ],
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
                names=[
                    f"count_{name}_{condition.name}",
                    f"count_pairs_{condition.name}",
                    f"number_of_{name}_{condition.name}",
                    f"how_many_{name}_{condition.name}",
                    f"num_{name}_{condition.name}",
                    f"{name}_{condition.name}_count",
                    f"count_{condition.name}",
                    "count_matching_positions",
                ],
                params=params + list(condition.params),
                bodies=[f"return sum(1 for {x}, {y} in zip({a}, {b}){test})"],
                what=[
                    f"how many of the {many} of the elements of {a} and {b} at equal indices {condition.many}{note}",
                    f"the number of element-wise {many} of {a} and {b} that {condition.many}{note}",
                    f"the count of positions where the result {condition.single} if you {each}{note}",
                ],
                do=[
                    f"Count the {many} of corresponding elements of {a} and {b} that {condition.many}{note}",
                    f"Count how many of the {many} of {a} and {b}, element by element, {condition.many}{note}",
                ],
                sentences=[
                    f"For every index of both {a} and {b}, {each}; how many of the results {condition.many}?",
                    f"Given {a} and {b}, {each} at each position and count the results that {condition.many}{note}.",
                    f"How many of the {many} of {a} and {b}, position by position, {condition.many}{note}?",
                    f"Walk through {a} and {b} side by side{note}: {each}; count the results that {condition.many}.",
                ],
            )
        loop = f"{out} = 0\nfor {x}, {y} in zip({a}, {b}):\n    {out} += {value}\nreturn {out}"
        return Sketch(
            names=[f"sum_of_{name}", f"total_{name}", "dot" if name == "multiply" else f"{name}_and_sum"]
            + (["dot_product", "scalar_product", "inner_product"] if name == "multiply" else [])
            + [f"{name}_total", f"{name}_sum", f"sum_{name}_lists", f"{name}_then_sum", f"sum_of_{name}_pairs"],
            params=params,
            bodies=[f"return sum({value} for {x}, {y} in zip({a}, {b}))", loop],
            what=[
                f"the sum of the {many} of the elements of {a} and {b} at equal indices{note}",
                f"the total of the element-wise {many} of {a} and {b}{note}",
                f"what the {many} of corresponding elements of {a} and {b} add up to{note}",
            ]
            + ([f"the dot product of {a} and {b}{note}"] if name == "multiply" else []),
            do=[
                f"Add up the {many} of the elements of {a} and {b} at the same positions{note}",
                f"Sum the {many} of each element of {a} and its counterpart in {b}{note}",
            ],
            sentences=[
                f"For every index of both {a} and {b}, {each}, and return the sum of the results.",
                f"Walk through {a} and {b} side by side{note}: {each} at every step, and total the results.",
                f"Given two lists {a} and {b}, {each} at each position, then add it all together{note}.",
                f"What do the {many} of {a} and {b}, element by element, add up to{note}?",
            ],
        )
    code, wording, names, extra = d.one(
        (f"{a} + {b}", _joined(a, b), "concatenate append_lists join_lists combine_lists concat chain extend_list", []),
        (
            f"[z for pair in zip({a}, {b}) for z in pair]",
            {
                "what": [
                    f"a list of the elements of {a} and {b} in turn{note}",
                    f"a list that takes its elements from {a} and {b} alternately, {a} first{note}",
                    f"the two lists {a} and {b} interleaved, {a} first{note}",
                ],
                "do": [
                    f"Interleave {a} and {b}, starting with {a}{note}",
                    f"Weave {a} and {b} into one list, one element of each at a time, {a} first{note}",
                    f"Merge {a} and {b} by taking one element of {a}, then one of {b}, and so on{note}",
                ],
                "sentences": [
                    f"Take turns: one element of {a}, one of {b}, and so on{note}.",
                    f"Given two lists, shuffle them together like a zip, {a} before {b}{note}.",
                    f"Walk through {a} and {b} side by side and put both elements in the result, {a}'s first{note}.",
                ],
            },
            "interleave alternate weave interleave_lists zip_flat merge_alternately take_turns riffle",
            [f"{out} = []\nfor {x}, {y} in zip({a}, {b}):\n    {out}.append({x})\n    {out}.append({y})\nreturn {out}"],
        ),
        (
            f"sorted({a} + {b})",
            {
                "what": [
                    f"a list of the elements of {a} and {b} in ascending order",
                    f"a sorted list of everything in {a} and {b}, duplicates included",
                    f"one ascending list that contains all elements of {a} as well as of {b}",
                ],
                "do": [
                    f"Merge {a} and {b} into one list sorted in ascending order",
                    f"Sort the elements of both {a} and {b} together, smallest first",
                    f"Throw {a} and {b} together in one list, ordered from smallest to largest",
                ],
                "sentences": [
                    f"Glue {a} and {b} together, then sort the result, smallest first.",
                    f"Given two lists {a} and {b}, make one list of all their elements, in increasing order.",
                    f"What do {a} and {b} look like as a single list in ascending order?",
                ],
            },
            "merge_sorted merge_lists sort_both merge_and_sort join_sorted combine_sorted sort_together",
            [],
        ),
        (
            f"[{x} for {x} in {a} if {x} > max({b}, default=0)]",
            {
                "what": [
                    f"a list of the elements of {a} that are greater than the largest of {b}, "
                    f"which counts as 0 if {b} is empty",
                    f"a list of everything in {a} that is above the maximum of {b} (0 if {b} is empty)",
                    f"those elements of {a} that exceed the largest element of {b}, or 0 if {b} has none",
                ],
                "do": [
                    f"Pick out the elements of {a} that are greater than the maximum of {b} (0 if {b} is empty)",
                    f"Drop all elements of {a} that are at most the largest of {b} (0 if {b} is empty)",
                    f"Keep only what is larger in {a} than the maximum of {b}, taken as 0 for an empty {b}",
                ],
                "sentences": [
                    f"Which elements of {a} are greater than the largest of {b}? An empty {b} counts as 0.",
                    f"Go through {a} and keep what is above the maximum of {b}; if {b} is empty, what is above 0.",
                    f"Given {a} and {b}, return the elements of {a} that beat the largest in {b} (0 if it is empty).",
                ],
            },
            "above_all greater_than_all above_max larger_than_max beats_all exceeding_max over_maximum higher_than_all",
            [],
        ),
        (f"{b} + {a}", _joined(b, a), "prepend_list put_in_front prepend join_reversed add_in_front prefix_with", []),
        (
            f"[{x} for {x}, {y} in zip({a}, {b}) if {x} == {y}]",
            {
                "what": [
                    f"a list of the elements of {a} that equal the element of {b} at the same index{note}",
                    f"the elements that {a} and {b} have in common at the same positions{note}",
                    f"the list of the elements where {a} and {b} agree, index by index{note}",
                ],
                "do": [
                    f"Collect the elements that are the same in {a} and {b} at one index{note}",
                    f"Keep the elements of {a} that match their counterpart in {b}{note}",
                    f"Pick out the values on which {a} and {b} agree position by position{note}",
                ],
                "sentences": [
                    f"At which places do {a} and {b} agree? Return the elements there{note}.",
                    f"Walk through {a} and {b} side by side{note}, keeping an element when both are equal.",
                    f"Given two lists, return the elements that stand at the same index in both{note}.",
                ],
            },
            "matches same_places matching_elements common_positions equal_at_index agreeing matches_at_index",
            [
                f"{out} = []\nfor {x}, {y} in zip({a}, {b}):\n    if {x} == {y}:\n        {out}.append({x})\nreturn {out}"  # noqa: E501
            ],
        ),
        (
            f"[[{x}, {y}] for {x} in {a} for {y} in {b}]",
            {
                "what": [
                    f"the list of all lists of one element of {a} and one of {b}",
                    f"the Cartesian product of {a} and {b} as a list of two-element lists",
                    f"all combinations [element of {a}, element of {b}] as a list",
                ],
                "do": [
                    f"Combine every element of {a} with every element of {b}, each time in a list of two",
                    f"List all ways to take one element of {a} and then one of {b}, as lists of two",
                    f"Build the Cartesian product of {a} and {b}, a list of two-element lists",
                ],
                "sentences": [
                    f"For each element of {a}, put it in a list with each element of {b}; return all those lists.",
                    f"Given {a} and {b}, which lists of two start with one of {a} and end with one of {b}?",
                    f"Every element of {a} meets every element of {b}: return the list of these lists of two.",
                ],
            },
            "product_of_lists combinations_of cartesian_product all_combinations cross_product combine_all cross_join",
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
        **wording,
    )
