"""Lists of lists and matrices."""

from __future__ import annotations

from trainer.data.exercises import fold_sketches as fold
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.matrices import matrix
from trainer.data.exercises.family import Family
from trainer.data.exercises.number_conditions import number_condition
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.transforms import number_transform

__all__ = ["FAMILIES"]


def _flat(d: Draw) -> Sketch:
    """What is made of all numbers in a list of lists."""
    m = d.name("nested lists rows matrix groups table grid list_of_lists xss")
    row, x = d.name("row sub inner part group sublist"), d.name("x n value item cell number")
    outer = "rows" if m in ("rows", "matrix", "table", "grid") else "lists"
    out = d.name("result out total flat")
    condition = number_condition(d, compound=0.05) if d.chance(0.55) else None
    transform = number_transform(d) if d.chance(0.3) else None
    test = condition.of(x) if condition else ""
    value = transform.of(x) if transform else x
    those = (
        "the " + condition.those(d, "numbers", f" in the {outer} of {m}")
        if condition
        else d.one(f"the numbers in the {outer} of {m}", f"all numbers in {m}, a list of lists")
    )
    phrase = transform.phrase(d, those) if transform else those
    params = [Param(m, "nested"), *(condition.params if condition else ()), *(transform.params if transform else ())]
    iterate = f"for {row} in {m} for {x} in {row}" + (f" if {test}" if test else "")

    def loop(start: str, inner: str) -> str:
        body = f"        if {test}:\n            {inner}\n" if test else f"        {inner}\n"
        return f"{out} = {start}\nfor {row} in {m}:\n    for {x} in {row}:\n{body}return {out}"

    comma = "," if ", " in phrase else ""
    name = condition.name if condition else ""
    form = d.number(0, 5)
    if form < 3:
        bodies = [f"return [{value} {iterate}]", loop("[]", f"{out}.append({value})")]
        if not test and not transform:
            bodies += [
                f"{out} = []\nfor {row} in {m}:\n    {out}.extend({row})\nreturn {out}",
                f"{out} = []\nfor {row} in {m}:\n    {out} += {row}\nreturn {out}",
                f"return sum({m}, [])",
            ]
        do = []
        sentences = [
            f"Go through the {outer} of {m} and put {phrase}{comma} into one list.",
            f"Gather {phrase} in one list, {outer.removesuffix('s')} by {outer.removesuffix('s')}.",
            f"Given the list of lists {m}, return a flat list of {phrase}.",
            f"A flat list, in the same order, of {phrase}.",
        ]
        if not condition and not transform:
            do = [
                f"Flatten {m} to one list",
                f"Concatenate the {outer} of {m}",
                f"Turn the list of lists {m} into one list",
                f"Glue the {outer} of {m} together",
            ]
            sentences += [
                f"Remove one level of nesting from {m}.",
                f"Squash {m}, so that all its numbers stand in a single list.",
                f"Merge the {outer} of {m} into a single list, one after the other.",
                "Given a list of lists, put everything that is in them into one list.",
            ]
        elif not transform:
            do = [
                f"Flatten {m} to one list with only {those}",
                f"Collect {those} in one list",
                f"Turn {m} into one list that has only {those}",
            ]
            sentences += [
                f"Flatten the list of lists {m}, but keep only the numbers that {condition.many}.",
                f"Pick out the numbers that {condition.many} from all {outer} of {m}, as one list.",
            ]
        return Sketch(
            names=[
                fold.name_of("flat", name),
                fold.name_of("flatten", name or "lists"),
                fold.name_of("unnest", name),
                fold.name_of("concat", name or "rows"),
                fold.name_of("merge", name or outer),
                fold.name_of("flat", "list", name),
                fold.name_of("flatten", "list", name),
                fold.name_of("squash", name),
                fold.name_of("chain", name or outer),
            ],
            params=params,
            bodies=bodies,
            returns="list[int]",
            what=[
                f"one flat list of {phrase}",
                f"a single list with {phrase}",
                f"one list, no longer nested, of {phrase}",
            ],
            do=do,
            sentences=sentences,
        )
    if form == 3 or not condition:
        return Sketch(
            names=[
                fold.name_of("sum_all", name),
                fold.name_of("total", name),
                fold.name_of("nested_sum", name),
                fold.name_of("sum_nested", name),
                fold.name_of("grand_total", name),
                fold.name_of("add_up", name),
                fold.name_of("deep_sum", name),
                fold.name_of("sum_of", name or outer),
            ],
            params=params,
            bodies=[f"return sum({value} {iterate})", loop("0", f"{out} += {value}")],
            what=[f"the sum of {phrase}", f"the total of {phrase}"],
            do=[f"Add up {phrase}", f"Sum {phrase}", f"Add together {phrase}"],
            sentences=[
                f"What do you get when you add up {phrase}?",
                f"Given the list of lists {m}, return the total of {phrase}.",
                f"Go through {m}, one list at a time, and add up {phrase}.",
                f"The grand total of {phrase}.",
                f"Work out what {phrase}{comma} add up to.",
            ],
        )
    if transform:
        params = [p for p in params if p not in transform.params]
    bare = those.removeprefix("the ")
    return Sketch(
        names=[
            f"count_{name}",
            f"count_all_{name}",
            f"nested_count_{name}",
            f"number_of_{name}",
            f"how_many_{name}",
            f"{name}_count",
            f"num_{name}",
            f"nested_{name}_count",
        ],
        params=params,
        bodies=[f"return sum(1 {iterate})", loop("0", f"{out} += 1")],
        what=[f"how many {bare} there are", f"the number of {bare}", f"the count of {bare}"],
        do=[f"Count {those}", f"Count how many numbers in the {outer} of {m} {condition.many}"],
        sentences=[
            f"How many {bare} are there?",
            f"How many numbers in the {outer} of {m} {condition.many}?",
            f"Given the list of lists {m}, count the numbers in it that {condition.many}.",
            f"Go through every one of the {outer} of {m} and count each number that {condition.single}.",
            f"Figure out how many of all the numbers in {m} {condition.many}.",
            f"The number of {bare}.",
        ],
    )


def _nested(d: Draw) -> Sketch:
    m = d.name("nested lists groups rows list_of_lists data")
    row, out = d.name("row sub inner part group x"), d.name("result out")
    k = d.number(1, 3)
    code, said, name, kind, returns = d.one(
        (f"sum({row})", "sums", "sum", "nested", "int"),
        (f"len({row})", "lengths", "length", "nested", "int"),
        (f"max({row})", "largest numbers", "max", "nested1", "int"),
        (f"min({row})", "smallest numbers", "min", "nested1", "int"),
        (f"{row}[0]", "first elements", "first", "nested1", "int"),
        (f"{row}[-1]", "last elements", "last", "nested1", "int"),
        (f"sorted({row})", "sorted copies", "sorted", "nested", "list[int]"),
        (f"{row}[::-1]", "reversed copies", "reversed", "nested", "list[int]"),
        (f"{row}[:{k}]", f"first {k} elements", f"first_{k}", "nested", "list[int]"),
    )
    one, do = {
        "sum": ("its sum", f"Sum up each list in {m}"),
        "length": ("its length", f"Measure the length of each list in {m}"),
        "max": ("its largest number", f"Find the largest number of each list in {m}"),
        "min": ("its smallest number", f"Find the smallest number of each list in {m}"),
        "first": ("its first element", f"Take the first element of each list in {m}"),
        "last": ("its last element", f"Take the last element of each list in {m}"),
        "sorted": ("a copy sorted in ascending order", f"Sort each list in {m} in ascending order"),
        "reversed": ("a reversed copy", f"Reverse each list in {m}"),
    }.get(name, (f"a copy cut to its {said}", f"Cut each list in {m} to its {said}"))
    form = d.number(0, 3)
    if form < 2:
        return Sketch(
            names=[
                f"{name}_of_each",
                f"{name}_each",
                f"map_{name}",
                f"row_{name}",
                f"{name}_per_list",
                f"{name}_list",
                f"each_{name}",
                f"list_{name}",
            ],
            params=[Param(m, kind)],
            bodies=[
                f"return [{code} for {row} in {m}]",
                f"{out} = []\nfor {row} in {m}:\n    {out}.append({code})\nreturn {out}",
            ],
            returns=f"list[{returns}]",
            what=[
                f"a list with the {said} of the lists in {m}",
                f"the list of the {said} of the inner lists of {m}",
                f"a list of the {said} of all lists inside {m}",
            ],
            do=[do],
            sentences=[
                f"Given the list of lists {m}, return the {said} of the inner lists, one for each.",
                f"For each list in {m}, take {one}. Return them all as a list.",
                f"What are the {said} of the lists in {m}? List them in order.",
                f"Map each inner list of {m} to {one}.",
                f"Go through {m}, take {one} of each list in it, and collect what you get.",
                f"The {said} of the inner lists of {m}, as a list.",
                f"Return a list that has, for each list in {m}, {one}.",
            ],
        )
    condition = number_condition(d, compound=0)
    if returns == "int":
        test = condition.of(code)
        whose = f"{said.removesuffix('s')} {condition.single}"
        return Sketch(
            names=[
                f"lists_with_{name}_{condition.name}",
                f"keep_{name}_{condition.name}",
                "select_lists",
                "filter_lists",
                f"filter_by_{name}",
                f"select_by_{name}",
                f"where_{name}_{condition.name}",
                f"{name}_{condition.name}",
            ],
            params=[Param(m, kind), *condition.params],
            bodies=[
                f"return [{row} for {row} in {m} if {test}]",
                f"{out} = []\nfor {row} in {m}:\n    if {test}:\n        {out}.append({row})\nreturn {out}",
            ],
            returns="list[list[int]]",
            what=[f"those lists in {m} whose {whose}", f"all inner lists of {m} whose {whose}"],
            do=[
                f"Keep only the lists in {m} whose {whose}",
                f"Select the inner lists of {m} whose {whose}",
                f"Filter {m}, keeping each list whose {whose}",
                f"Drop every list from {m} unless its {whose}",
            ],
            sentences=[
                f"What are the lists in {m} whose {whose}? Return them in order.",
                f"Given the list of lists {m}, return those whose {whose}.",
                f"Go through {m} and pick out each list whose {whose}.",
                f"Throw away all lists in {m} except those whose {whose}.",
                f"A list of the lists in {m} whose {whose}.",
            ],
        )
    code, said, name = d.one(
        (f"max({m}, key=len)", "longest", "longest"),
        (f"min({m}, key=len)", "shortest", "shortest"),
        (f"max({m}, key=sum)", "list with the largest sum", "largest_sum"),
        (f"min({m}, key=sum)", "list with the smallest sum", "smallest_sum"),
    )
    said = said if "list" in said else f"{said} list"
    other = {
        "longest": "list with the most elements",
        "shortest": "list with the fewest elements",
        "largest_sum": "list whose numbers add up to the most",
        "smallest_sum": "list whose numbers add up to the least",
    }[name]
    return Sketch(
        names=[
            f"{name}_list",
            f"find_{name}",
            f"{name}_row",
            f"pick_{name}",
            f"list_with_{name}",
            f"{name}_sublist",
            f"get_{name}_list",
        ],
        params=[Param(m, "nested1")],
        bodies=[f"return {code}"],
        returns="list[int]",
        what=[f"the {said} in {m}, the first of several", f"the {other} in {m}, the first of several"],
        do=[
            f"Find the {said} in {m}, the first one if there are several",
            f"Pick the {other} from {m}, the earliest one in case of a tie",
        ],
        sentences=[
            f"Which is the {said} in {m}? If several qualify, return the first of them.",
            f"Given the list of lists {m}, return the {other}. On a tie, the first one wins.",
            f"Look through {m} for the {said}. Ties go to the one that comes first.",
            f"The {other} in {m}, or the first of them.",
            f"Go through {m} and give back the {said}, the first of those that tie.",
            f"Of all lists in {m}, return the {other}. Among equals, take the first.",
        ],
    )


FAMILIES = (
    Family("nested_lists", ((_flat, 3), (_nested, 2))),
    Family("matrices", ((matrix, 1),)),
)
