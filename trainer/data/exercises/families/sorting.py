"""Lists put in order, and whether they are."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import ORDINALS, item_type, list_parameter
from trainer.data.exercises.family import Family
from trainer.data.exercises.folds import truth
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.sources import Source

__all__ = ["FAMILIES"]


def _sorting(d: Draw) -> Sketch:
    source, name, kind = list_parameter(d)
    xs, x, item = source.code, source.element, item_type(kind)
    down = d.chance(0.4)
    order, reverse = ("descending", ", reverse=True") if down else ("ascending", "")
    growing, first = ("decreasing", "largest first") if down else ("increasing", "smallest first")
    span = "from largest to smallest" if down else "from smallest to largest"
    if item == "str":
        alphabet = "reverse alphabetical order" if down else "alphabetical order"
        letters = "from z to a" if down else "from a to z"
        key, hows, stem = d.one(
            (
                ", key=len",
                [
                    f"by length, {'longest' if down else 'shortest'} first",
                    f"by length in {order} order",
                    f"by {growing} length",
                    "from longest to shortest" if down else "from shortest to longest",
                    f"by number of characters, {'most' if down else 'fewest'} first",
                    f"by how long the strings are, {'long before short' if down else 'short before long'}",
                ],
                "by_length",
            ),
            (
                "",
                [
                    "in reverse alphabetical order" if down else "alphabetically",
                    f"in {alphabet}",
                    f"in {order} alphabetical order",
                    f"in {order} lexicographic order",
                    letters,
                    f"as strings compare in Python, {first}",
                ],
                "alphabetically",
            ),
            (
                f", key=lambda {x}: {x}.lower()",
                [
                    f"ignoring case, {order}",
                    f"in {alphabet}, ignoring case",
                    f"in case-insensitive {alphabet}",
                    f"in {alphabet}, capitals treated like small letters",
                    f"{letters}, whether upper or lower case",
                    f"in {order} order of the lower case forms",
                ],
                "ignore_case",
            ),
            (
                f", key=lambda {x}: {x}[-1:]",
                [
                    f"by the last letter, {order}",
                    f"in {alphabet} of the last character",
                    f"by final character, {letters}",
                    f"by the letter that each ends with, in {order} order",
                    f"only by the last letter of each, {letters}",
                ],
                "by_last_letter",
            ),
        )
    else:
        k = d.number(2, 9)
        plain = [
            f"in {order} order",
            f"in {growing} order",
            span,
            "from high to low" if down else "from low to high",
            f"with the {first}",
            "so that each is at most the one before it" if down else "so that each is at least the one before it",
        ]
        key, hows, stem = d.one(
            ("", plain, order),
            ("", plain, order),
            (
                ", key=abs",
                [
                    f"by absolute value, {order}",
                    f"in {order} order of absolute value",
                    f"by distance from zero, {'farthest' if down else 'closest'} first",
                    f"by magnitude, {first}",
                    f"{span}, ignoring the signs",
                    f"by abs(), {first}",
                ],
                "by_abs",
            ),
            (
                f", key=lambda {x}: {x} % {k}",
                [
                    f"by the remainder modulo {k}, {order}",
                    f"in {order} order of the remainder after division by {k}",
                    f"by what is left when dividing by {k}, {first}",
                    f"by {x} % {k}, {span}",
                    f"by residue mod {k}, {first}",
                ],
                f"by_mod_{k}",
            ),
            (
                f", key=lambda {x}: abs({x} - {k})",
                [
                    f"by the distance from {k}, {order}",
                    f"by how far each is from {k}, {'farthest' if down else 'nearest'} first",
                    f"by {growing} distance to {k}",
                    f"by the absolute difference to {k}, {first}",
                    f"{'farthest from' if down else 'closest to'} {k} first",
                ],
                f"by_distance_{k}",
            ),
            (
                f", key=lambda {x}: {x} * {x}",
                [
                    f"by square, {order}",
                    f"in {order} order of the squares",
                    f"by {x} times {x}, {first}",
                    f"by the squared value, {span}",
                    f"so that the squares go {span}",
                ],
                "by_square",
            ),
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
            those, many = f"the {condition.those(d, source.many, ' of ' + xs)}", source.many
            return Sketch(
                names=[
                    f"sort_{condition.name}",
                    f"sorted_{condition.name}",
                    f"{condition.name}_sorted",
                    f"order_{condition.name}",
                    f"select_{condition.name}_sorted",
                    f"sort_only_{condition.name}",
                    f"filter_sort_{condition.name}",
                    f"{condition.name}_in_order",
                ],
                params=[Param(xs, kind)],
                bodies=bodies,
                returns=f"list[{item}]",
                what=[
                    text
                    for how in hows
                    for text in (
                        f"{those}, sorted {how}",
                        f"a sorted list of {those}, {how}",
                        f"only {those}, ordered {how}",
                        f"a new list of {those}, arranged {how}",
                    )
                ],
                sentences=[
                    text
                    for how in hows
                    for text in (
                        f"Pick out {those} and sort them {how}.",
                        f"Sort {those}, {how}; leave out the others.",
                        f"Keep the {many} of {xs} that {condition.many}, and put them in a list sorted {how}.",
                        f"Which {many} of {xs} {condition.many}? Give them back sorted {how}.",
                        f"Filter {xs} for {many} that {condition.many}, then sort what is left {how}.",
                        f"The {many} of {xs} that {condition.many} in one list, sorted {how}.",
                    )
                ],
            )
        return _sort(source, name, bodies, stem, hows)
    if form == 4:
        return _is_sorted(d, source)
    k = d.number(2, 3)
    largest = d.chance(0.5)
    if item == "str":
        return _sort(source, name, bodies, stem, hows)
    return _ranked(d, source, name, k, largest=largest)


def _sort(source: Source, name: str, bodies: list[str], stem: str, hows: list[str]) -> Sketch:
    xs, many, param = source.code, source.many, source.params[0]
    those = xs if many == xs else f"the {many} of {xs}"
    return Sketch(
        names=[
            f"sort_{stem}",
            f"sorted_{stem}",
            f"order_{stem}",
            f"sort_{many}",
            f"sort_list_{stem}",
            f"arrange_{stem}",
            f"sort_{many}_{stem}",
            f"put_in_order_{stem}",
            f"ordered_{stem}",
        ],
        params=[param],
        bodies=bodies,
        returns=f"list[{item_type(param.kind)}]",
        what=[
            text
            for how in hows
            for text in (
                f"{xs} sorted {how}",
                f"a sorted copy of {name}, {how}",
                f"{those}, ordered {how}",
                f"a list of the same {many}, arranged {how}",
                f"a list with all of {those} {how}",
            )
        ],
        do=[
            text
            for how in hows
            for text in (
                f"Sort {name} {how}",
                f"Sort {name} {how}",
                f"Order {name} {how}",
                f"Arrange {those} {how}",
                f"Put {xs} in order: sorted {how}",
            )
        ],
        sentences=[
            text
            for how in hows
            for text in (
                f"Take {xs} and give it back sorted {how}.",
                f"What does {xs} look like when it is sorted {how}?",
                f"All {many} in the list, sorted {how}.",
                f"The result has the same {many} as {xs}, but sorted {how}.",
            )
        ],
    )


def _is_sorted(d: Draw, source: Source) -> Sketch:
    xs, one, many, kind = source.code, source.one, source.many, source.params[0].kind
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
    other, past, to_next, jump, names = {
        "<=": ("non-decreasing", f"no {one} of {xs} is less than the one before it", "less than or equal to", "a smaller one after a larger one", "is_sorted is_non_decreasing never_decreases"),  # noqa: E501
        ">=": ("non-increasing", f"no {one} of {xs} is greater than the one before it", "greater than or equal to", "a larger one after a smaller one", "is_sorted_descending is_non_increasing never_increases"),  # noqa: E501
        "<": ("strictly increasing", f"every {one} of {xs} but the first is greater than the one before it", "less than", "an equal or smaller one after another", "is_strictly_increasing always_increases keeps_growing"),  # noqa: E501
        ">": ("strictly decreasing", f"every {one} of {xs} but the first is less than the one before it", "greater than", "an equal or larger one after another", "is_strictly_decreasing always_decreases keeps_falling"),  # noqa: E501
    }[sign]  # fmt: skip
    return Sketch(
        names=[f"is_{word.replace(' ', '_')}", "is_ordered", "in_order", "check_order", "check_sorted", *names.split()],
        params=[Param(xs, kind)],
        bodies=bodies,
        returns="bool",
        whether=[
            f"{xs} is in {word} order",
            f"the {many} of {xs} are in {word} order",
            f"{xs} is a {other} sequence",
            past,
            f"each {one} of {xs} is {to_next} the next one",
            f"{xs} is already sorted in {word} order" + ("" if "strictly" in word else ", equal neighbours being fine"),
            f"the {many} stand in {other} order",
        ],
        sentences=[
            f"Is {xs} sorted in {word} order?",
            f"Are the {many} in {other} order?",
            f"Is it true that {past}?",
            f"Go through {xs} and return False at {jump}, True if there is none.",
            f"True if the {many} form a {other} sequence, False if not.",
            f"Tell if each {one} is {to_next} the one that follows it in {xs}.",
        ],
        inputs=["[1, 2, 3]", "[3, 2, 1]", "[1, 1, 2]", "[2, 2, 1]"]
        if item_type(kind) == "int"
        else ["['a', 'b']", "['b', 'a']", "['a', 'a']"],
    )


def _ranked(d: Draw, source: Source, name: str, k: int, *, largest: bool) -> Sketch:
    xs, one, many, kind = source.code, source.one, source.many, source.params[0].kind
    word, rev = ("largest", ", reverse=True") if largest else ("smallest", "")
    order, span = ("descending", "high to low") if largest else ("ascending", "low to high")
    ordinal, count = ORDINALS[k - 1], {2: "two", 3: "three"}[k]
    return d.one(
        Sketch(
            names=[
                f"{ordinal}_{word}",
                f"{word}_{k}",
                f"find_{ordinal}_{word}",
                f"{ordinal}_{word}_{one}",
                f"{ordinal}_{'highest' if largest else 'lowest'}",
                f"{ordinal}_{'max' if largest else 'min'}",
                f"{ordinal}_{'biggest' if largest else 'least'}",
                f"{ordinal}_when_sorted",
            ],
            params=[Param(xs, kind)],
            bodies=[f"if len({xs}) < {k}:\n    return None\nreturn sorted({xs}{rev})[{k - 1}]"],
            returns="int | None",
            what=[
                f"the {ordinal} {word} {one} of {name}, where equal ones count separately",
                f"the {ordinal} {word} {one} of {name}, counting duplicates",
                f"the {ordinal} {one} of {xs} once it is sorted in {order} order",
                f"the {one} in place {k} when {xs} is sorted from {span}",
                f"the {one} of {xs} with rank {k} from the {'top' if largest else 'bottom'}, repeated ones included",
            ],
            sentences=[
                f"What is the {ordinal} {word} {one} of {xs}, if duplicates count?",
                f"Sort {xs} in {order} order and give back the {ordinal} {one}.",
                f"Given {xs}, find the {ordinal} {word} {one}; equal {many} are not merged.",
                f"Find out which {one} comes {ordinal} when {xs} is put in order from {span}.",
                f"The {ordinal} {'highest' if largest else 'lowest'} {one} of {xs}; ties count one by one.",
            ],
            edge=f"Return None for fewer than {k}.",
        ),
        Sketch(
            names=[f"{word}_{k}", f"{word}_{many}", f"find_{word}_{k}", f"{count}_{word}", f"pick_{word}_{k}"]
            + (
                [f"top_{k}", f"top_{count}", f"highest_{k}", f"biggest_{k}"]
                if largest
                else [f"bottom_{k}", f"bottom_{count}", f"lowest_{k}", f"least_{k}"]
            ),
            params=[Param(xs, kind)],
            bodies=[f"return sorted({xs}{rev})[:{k}]"],
            returns="list[int]",
            what=[
                f"the {k} {word} {many} of {name}, {word} first",
                f"the {count} {'highest' if largest else 'lowest'} {many} of {xs} in {order} order",
                f"the first {count} {many} of {xs} when it is sorted in {order} order",
                f"a list of the {count} {word} {many} from {span}",
                f"the {'top' if largest else 'bottom'} {count} of {xs}, sorted from {span}",
            ],
            sentences=[
                f"Which are the {count} {word} {many} of {xs}? List them from {span}.",
                f"Sort {xs} in {order} order and keep only the first {count}.",
                f"Pick the {count} {word} {many} out of {xs} and return them, {word} first.",
                f"Given {xs}, give back its {k} {word} {many} in {order} order.",
                f"The {k} {word} of the {many} in a list, {word} first.",
            ],
        ),
        Sketch(
            names=[
                "median",
                "middle_value",
                "sorted_middle",
                "upper_median",
                "find_median",
                f"middle_{one}",
                "middle_of_sorted",
                f"median_{one}",
            ],
            params=[Param(xs, "ints1")],
            bodies=[f"return sorted({xs})[len({xs}) // 2]"],
            what=[
                f"the element at index len // 2 of the sorted {many}{source.where}",
                f"the middle {one} of {xs} after sorting, the later of the two if their number is even",
                f"the upper median of {xs}",
                f"the {one} in the middle of sorted {xs}; of two middle ones, the larger",
                f"the median of {xs}, where an even length gives the larger of the middle two",
            ],
            sentences=[
                f"Sort {xs} and return the element at index len({xs}) // 2.",
                f"Which {one} is in the middle once {xs} is sorted? With two in the middle, take the larger.",
                f"Given a non-empty list {xs}, find its upper median.",
                f"Put {xs} in ascending order and pick its middle {one}, the second of the two if there are two.",
                f"The median of the {many}; never an average, but the larger of two middle {many}.",
            ],
        ),
    )


FAMILIES = (Family("sorting", ((_sorting, 1),)),)
