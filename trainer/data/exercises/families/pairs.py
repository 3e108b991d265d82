"""Two lists side by side, and lists of pairs."""

from __future__ import annotations

from trainer.data.exercises.conditions import number_condition
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import LIST_PAIRS
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


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


def _side_by_side(d: Draw) -> Sketch:
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
        t = d.name("pair p t point")
        code, wording, name, returns = d.one(
            (
                f"({t}[1], {t}[0])",
                {
                    "what": [
                        f"the pair {t} with its numbers swapped",
                        f"the pair {t} in reverse order",
                        f"a tuple of the second and the first number of {t}",
                    ],
                    "do": [
                        f"Swap the two numbers of {t}",
                        f"Flip the pair {t}",
                        f"Exchange the first and the second element of the tuple {t}",
                    ],
                    "sentences": [
                        f"What is {t} the other way round?",
                        f"Given a tuple {t} of two numbers, give back a tuple with the second one first.",
                        f"Turn {t} round, so that its first number comes last.",
                    ],
                },
                "swap_pair swap reverse_pair flip_pair swapped flip switch_places exchange",
                "tuple[int, int]",
            ),
            (
                f"{t}[0] + {t}[1]",
                {
                    "what": [
                        f"the sum of the two numbers of {t}",
                        f"the total of the pair {t}",
                        f"the first number of {t} plus the second",
                    ],
                    "do": [
                        f"Add the two numbers of the pair {t}",
                        f"Add together both elements of {t}",
                        f"Sum the tuple {t} of two numbers",
                    ],
                    "sentences": [
                        f"What do the two numbers in {t} add up to?",
                        f"Given a pair {t}, give back the sum of its numbers.",
                        f"Unpack {t} and return the one number plus the other.",
                    ],
                },
                "sum_pair add_pair pair_sum sum_of_pair total_of_pair add_both sum_of_two pair_total",
                "int",
            ),
            (
                f"max({t})",
                {
                    "what": [
                        f"the larger number of the pair {t}",
                        f"the maximum of the two numbers in {t}",
                        f"the greater of both elements of {t}",
                    ],
                    "do": [
                        f"Pick out the larger of the two numbers in {t}",
                        f"Find the maximum of the pair {t}",
                        f"Compare both numbers of {t}, giving the bigger one",
                    ],
                    "sentences": [
                        f"Which number in {t} is the bigger one?",
                        f"Given a pair {t}, give back whichever of its numbers is larger.",
                        f"The bigger one of the two elements of {t}.",
                    ],
                },
                "larger_of_pair max_of_pair pair_max bigger_of_pair greater_of_pair larger_number maximum_of_pair",
                "int",
            ),
            (
                f"({t}[0] + 1, {t}[1] + 1)",
                {
                    "what": [
                        f"the pair {t} with both numbers increased by one",
                        f"a tuple of the two numbers of {t}, each plus one",
                        f"the tuple {t} with 1 added to each element",
                    ],
                    "do": [
                        f"Add one to both numbers of {t}",
                        f"Increment each element of the pair {t}",
                        f"Increase the first and the second number of {t} by 1",
                    ],
                    "sentences": [
                        f"What does {t} become when each of its two numbers goes up by one?",
                        f"Given a pair {t}, give back a pair whose numbers are both one larger.",
                        f"Move the point {t} by one in both directions, upwards.",
                    ],
                },
                "shift_pair increment_pair add_one_to_pair increment_both pair_plus_one add_one increase_pair",
                "tuple[int, int]",
            ),
            (
                f"{t}[0] == {t}[1]",
                {
                    "whether": [
                        f"the two numbers of the pair {t} are equal",
                        f"both elements of {t} are the same",
                        f"{t} consists of one number twice",
                        f"the first number of {t} equals the second",
                        f"there is no difference between the two numbers in {t}",
                    ],
                    "sentences": [
                        f"Are the two numbers in {t} the same?",
                        f"Given a pair {t}, tell if its numbers are equal.",
                        f"Compare the first and the second element of {t}: True if they are equal, False if not.",
                        f"Is {t} a double, that is, the same number twice?",
                    ],
                },
                "is_double equal_pair same_numbers is_equal_pair both_equal is_pair_equal both_the_same is_twin",
                "bool",
            ),
            (
                f"abs({t}[0]) + abs({t}[1])",
                {
                    "what": [
                        f"the sum of the absolute values of the two numbers of {t}",
                        f"the Manhattan distance of the point {t} from (0, 0)",
                        f"the total of both numbers of {t}, each taken without its sign",
                    ],
                    "do": [
                        f"Add up the absolute values of the two numbers of {t}",
                        f"Sum both elements of {t} without regard to their signs",
                        f"Compute the taxicab distance of the point {t} from the origin",
                    ],
                    "sentences": [
                        f"How many unit steps along the grid is the point {t} from (0, 0)?",
                        f"Given a pair {t}, strip the minus signs off its numbers and add them together.",
                        f"What do the magnitudes of the two numbers in {t} add up to?",
                    ],
                },
                "manhattan grid_distance manhattan_distance taxicab sum_of_absolutes abs_sum taxicab_distance l1_norm",
                "int",
            ),
            (
                f"(min({t}), max({t}))",
                {
                    "what": [
                        f"the pair {t} with the smaller number first",
                        f"the pair {t} sorted in ascending order",
                        f"a tuple of the smaller and then the larger number of {t}",
                    ],
                    "do": [
                        f"Sort the two numbers of the pair {t} in ascending order",
                        f"Put the numbers of {t} in order, the smaller one first",
                        f"Swap the numbers of {t} if the first is larger than the second",
                    ],
                    "sentences": [
                        f"What is {t} with its numbers in increasing order?",
                        f"Given a tuple {t} of two numbers, give back a tuple that runs from small to large.",
                        f"The minimum of {t}, then its maximum, as a tuple.",
                    ],
                },
                "order_pair sort_pair ordered_pair sorted_pair normalize_pair smaller_first ascending_pair",
                "tuple[int, int]",
            ),
            (
                f"{t}[0] * {t}[1]",
                {
                    "what": [
                        f"the product of the two numbers of {t}",
                        f"the first number of {t} times the second",
                        f"the two elements of {t} multiplied with each other",
                    ],
                    "do": [
                        f"Calculate the product of the pair {t}",
                        f"Find what you get by multiplying both numbers of {t}",
                    ],
                    "sentences": [
                        f"What is the product of the two numbers in {t}?",
                        f"Given a pair {t}, multiply its numbers and give back the result.",
                        f"Multiply the first element of {t} by the second.",
                        f"Unpack {t} and return the one number times the other.",
                    ],
                },
                "multiply_pair pair_product product_of_pair times_pair multiply_both product_pair multiply_two",
                "int",
            ),
        )
        return Sketch(
            names=name.split(), params=[Param(t, "pair")], bodies=[f"return {code}"], returns=returns, **wording
        )
    xs = d.name("numbers values nums")
    code, first, second, name = d.one(
        (
            f"(min({xs}), max({xs}))",
            ("the smallest", "minimum"),
            ("the largest", "maximum"),
            "min_max extremes min_and_max smallest_and_largest bounds limits lowest_highest range_of",
        ),
        (
            f"({xs}[0], {xs}[-1])",
            ("the first", "first element"),
            ("the last", "last element"),
            "ends_pair first_last first_and_last ends both_ends outer_pair get_ends first_last_pair",
        ),
        (
            f"(sum({xs}), len({xs}))",
            ("the sum", "sum"),
            ("the number", "length"),
            "sum_and_count sum_count sum_and_length total_and_count sum_and_size sum_len totals",
        ),
        (
            f"(max({xs}), {xs}.index(max({xs})))",
            ("the largest", "maximum"),
            ("its first index", "index"),
            "max_with_index max_and_index largest_with_index max_and_position argmax_pair find_max_and_index",
        ),
        (
            f"(sum({xs}), max({xs}))",
            ("the sum", "sum"),
            ("the largest", "maximum"),
            "sum_and_max sum_max total_and_max sum_and_largest total_and_largest sum_with_max total_and_maximum",
        ),
        (
            f"max({xs}) - min({xs})",
            ("", ""),
            ("", ""),
            "spread value_range max_minus_min range_of_values extent range_width difference_of_extremes span",
        ),
    )
    if not first[0]:
        wording = {
            "what": [
                f"the difference between the largest and the smallest of {xs}",
                f"the range (maximum minus minimum) of {xs}",
                f"how far the largest and the smallest of {xs} are apart",
                f"the spread of the numbers in {xs}, from the smallest to the largest",
            ],
            "do": [
                f"Subtract the minimum of {xs} from the maximum",
                f"Find the distance between the highest and the lowest number in {xs}",
            ],
            "sentences": [
                f"By how much does the largest number in {xs} exceed the smallest?",
                f"Given a list {xs}, work out its maximum minus its minimum.",
                f"How wide is the range of values in {xs}, from lowest to highest?",
                f"Look for the largest and the smallest of {xs} and return their difference.",
            ],
        }
    elif "index" in code:
        wording = {
            "what": [
                f"the largest of {xs} and its first index as a pair",
                f"a tuple of the maximum of {xs} and the index where it first occurs",
                f"the pair (maximum of {xs}, first index of it)",
            ],
            "do": [
                f"Find the maximum of {xs} along with its first index, as a tuple",
                f"Put the largest number in {xs} in a tuple with the first index at which it stands",
            ],
            "sentences": [
                f"What is the largest of {xs}, and at which index does it first stand? Return both as a tuple.",
                f"Given a list {xs}, give back a tuple: its maximum, then where this first occurs.",
                f"Look for the largest number in {xs} and return it together with its first index.",
                f"The biggest of {xs}, then its index (the lowest on a tie), in a tuple.",
            ],
        }
    else:
        wording = {
            "what": [
                f"{first[0]} and {second[0]} of {xs} as a pair",
                f"a tuple of the {first[1]} and the {second[1]} of {xs}",
                f"the pair ({first[1]}, {second[1]}) of the list {xs}",
                f"both the {first[1]} and the {second[1]} of {xs}, in this order, as a tuple",
            ],
            "do": [
                f"Find the {first[1]} and the {second[1]} of {xs}, together in a tuple",
                f"Put the {first[1]} of {xs} and then its {second[1]} into a tuple",
            ],
            "sentences": [
                f"What are the {first[1]} and the {second[1]} of {xs}? Return both as a tuple.",
                f"Given a list {xs}, give back a tuple: its {first[1]}, then its {second[1]}.",
                f"Work out two things about {xs}, its {first[1]} and its {second[1]}, and return them as a pair.",
                f"The {first[1]} of {xs} first, the {second[1]} second, in one tuple.",
            ],
        }
    return Sketch(
        names=name.split(),
        params=[Param(xs, "ints1")],
        bodies=[f"return {code}"],
        returns="int" if code.startswith("max") else "tuple[int, int]",
        **wording,
    )


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
    Family("two_lists", ((_side_by_side, 1),)),
    Family("pairs", ((_pairs, 3), (_named_pairs, 1))),
)
