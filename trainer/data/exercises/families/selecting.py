"""Values chosen from lists by size, distance and place, and the pairs that they form."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.element_pairs import agreeing, pairs_that
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.sources import ints

__all__ = ["FAMILIES"]

_RANKS = {1: "", 2: "second ", 3: "third "}


def _ranked(d: Draw) -> Sketch:
    """The second largest value and its like."""
    source = ints(d, "few" if d.chance(0.3) else "ints")
    xs, k, large, distinct = source.code, d.one(2, 2, 3), d.chance(0.6), d.chance(0.65)
    v = d.name("values ordered distinct unique result")
    word = _RANKS[k] + (d.one("largest", "largest", "highest", "greatest") if large else d.one("smallest", "lowest"))
    inner = f"set({xs})" if distinct else xs
    default = d.one("None", "None", "None", "-1", "0")
    guard = f"if len({v}) < {k}:\n    return {default}\n"
    index = f"[-{k}]" if large else f"[{k - 1}]"
    other = (
        f"{v} = sorted({inner}, reverse=True)\n{guard}return {v}[{k - 1}]"
        if large
        else f"{v} = list({inner})\n{v}.sort()\n{guard}return {v}[{k - 1}]"
    )
    few = "two" if k == 2 else "three"
    kind = d.one("distinct ", "different ") if distinct else ""
    one, many = source.one, source.many
    sort = f"sorted in {'descending' if large else 'ascending'} order"
    nth = _RANKS[k].strip()
    if distinct:
        said = {
            "what": [
                f"the {word} {kind}{one} in {xs}",
                f"the {word} {one} in {xs}, not counting duplicates",
                f"the {nth} element of {xs} once it is {sort} without duplicates",
            ],
            "do": [
                f"Find the {word} of the {kind}values in {xs}",
                f"Work out which {one} of {xs} is the {word} when equal ones count only once",
                f"Look for the {word} {one} in {xs}, ignoring repeats",
            ],
            "sentences": [
                f"The {word} {kind}value of {xs}.",
                f"Which of the {kind}{many} in {xs} is the {word}?",
                f"Given {xs}, throw away the duplicates and pick out the {word} {one} that is left.",
                f"What comes {nth} in {xs} when it is {sort} and repeated values are removed?",
            ],
        }
    else:
        said = {
            "what": [
                f"the {word} {one} in {xs}, where equal ones count separately",
                f"the {nth} element of {xs} once it is {sort}, duplicates included",
                f"the {word} {one} in {xs}, counting duplicates",
            ],
            "do": [
                f"Find the {word} of the values in {xs}, counting equal ones separately",
                f"Work out which {one} of {xs} is the {word}, without removing duplicates",
                f"Pick out the {word} {one} of {xs}; a repeated one takes several ranks",
            ],
            "sentences": [
                f"The {word} value of {xs} when it is sorted.",
                f"Which {one} comes {nth} when {xs} is {sort}?",
                f"Given {xs}, return its {word} {one}. Duplicates are not dropped.",
                f"If {xs} were {sort}, which {one} would stand {nth}?",
            ],
        }
    return Sketch(
        names=[word.replace(" ", "_"), f"{word.replace(' ', '_')}_value", f"find_{word.replace(' ', '_')}", f"{_RANKS[k].strip()}_{'max' if large else 'min'}", f"get_{word.replace(' ', '_')}", f"{word.replace(' ', '_')}_of", f"{_RANKS[k].strip()}_from_{'top' if large else 'bottom'}", f"pick_{word.replace(' ', '_')}"],  # noqa: E501
        params=source.params,
        bodies=[f"{v} = sorted({inner})\n{guard}return {v}{index}"] * 2 + [other],
        returns="int | None" if default == "None" else "int",
        **said,
        edge=d.one(f"If there are fewer than {few}, return {default}.", f"{default} if there are fewer than {few} {kind}values.", f"Return {default} when there are fewer than {few} {kind}values."),  # noqa: E501
    )  # fmt: skip


def _nearest(d: Draw) -> Sketch:
    source = ints(d, "ints1")
    xs, x, best = source.code, source.element, d.name("best nearest result")
    t = d.name("target goal t point wanted k limit")
    near, last = d.chance(0.75), d.chance(0.25)
    fixed = d.one("0", "0", "10", "100", str(d.number(2, 50))) if d.chance(0.3) else ""
    t = fixed or t
    said = "zero" if t == "0" else t
    gap = f"abs({x})" if t == "0" else f"abs({x} - {t})"
    gap_best = gap.replace(f"abs({x}", f"abs({best}")
    pick, sign = ("min", "<") if near else ("max", ">")
    many = f"{xs}[::-1]" if last else xs
    loop = f"{best} = {xs}[0]\nfor {x} in {xs}:\n    if {gap} {sign}{'=' if last else ''} {gap_best}:\n        {best} = {x}\nreturn {best}"  # noqa: E501
    where = ("closest to", "nearest to") if near else ("farthest from", "furthest from")
    stem = where[0].split()[0]
    one, least = source.one, "smallest" if near else "largest"
    distance = d.one("absolute value", "distance from zero") if t == "0" else f"distance from {t}"
    tie = "last" if last else "first"
    return Sketch(
        names=[
            f"{where[0].replace(' ', '_')}_{said}" if fixed else where[0].replace(" ", "_"),
            f"find_{stem}",
            f"{stem}_{source.one}",
            f"{where[1].split()[0]}_value",
            f"get_{stem}",
            f"{stem}_{'element' if source.one == 'value' else 'value'}",
            f"pick_{stem}",
            f"{stem}_by_distance",
        ],
        params=[*source.params] + ([] if fixed else [Param(t, "int")]),
        bodies=[f"return {pick}({many}, key=lambda {x}: {gap})"] * 2 + [loop],
        what=[
            f"the {one} in {xs} that is {where[0]} {said}",
            f"the {one} of {xs} {where[1]} {said}",
            f"the {one} of {xs} with the {least} {distance}",
            f"the {one} in {xs} that differs {'least' if near else 'most'} from {said}",
        ],
        do=[
            f"Find the {one} of {xs} that has the {least} {distance}",
            f"Pick out the {one} in {xs} that is {where[1]} {said}",
            f"Work out which of the {source.many} in {xs} comes {where[0]} {said}"
            if near
            else f"Work out which of the {source.many} in {xs} is the {where[0]} {said}",
        ],
        sentences=[
            f"Which {one} of {xs} lies {where[1]} {said}?",
            f"Given {xs}, choose the {one} whose {distance} is {'smallest' if near else 'largest'}.",
            f"How far is each {one} of {xs} away from {said}? Give back the one that is {where[0]} it.",
        ],
        edge=d.one(
            f"If several are equally {'near' if near else 'far'}, take the {tie} one.",
            f"In case of a tie, return the {tie} of them.",
            f"The {tie} one wins a tie.",
        ),
    )


def _absent(d: Draw) -> Sketch:
    """The number that is missing from a row, and sums that tell it."""
    xs, n, i = (
        d.name("numbers nums values cards tickets ids seats"),
        d.name("n n total last limit"),
        d.name("i x k number"),
    )
    start = d.one("1", "1", "1", "0")
    one = d.word("number number integer")
    stop, most = f"{n} + 1", f"{n} * ({n} + 1) // 2"
    first = d.chance(0.7)
    if first:
        bodies = [
            f"return {most} - sum({xs})",
            f"return sum(range({start}, {stop})) - sum({xs})",
            f"for {i} in range({start}, {stop}):\n    if {i} not in {xs}:\n        return {i}",
        ]
        return Sketch(
            names=[
                "find_missing",
                "missing_number",
                "missing",
                f"missing_{one}",
                "lost_number",
                "absent_number",
                "which_is_missing",
                f"find_missing_{one}",
            ],
            params=[Param(xs, "nats"), Param(n, "pos")],
            bodies=bodies[1:] + bodies[:1] if start == "0" else bodies,
            what=[
                f"the one {one} from {start} to {n} that is missing in {xs}",
                f"the single {one} between {start} and {n} (both included) that does not occur in {xs}",
                f"the {one} that has to be added to {xs} so that it holds all of {start} to {n}",
            ],
            do=[
                f"Find the only {one} from {start} to {n} that {xs} lacks",
                f"Figure out which {one} in the range {start} to {n}, inclusive, is absent from {xs}",
                f"Look for the one {one} from {start} through {n} that is not in {xs}",
            ],
            sentences=[
                f"Which {one} from {start} to {n} is missing from {xs}? All the others are there exactly once.",
                f"{xs} should have every {one} from {start} to {n}, but one got lost. Tell which.".replace(
                    xs, f"The list {xs}", 1
                ),
                f"Given the {one}s {start} to {n} in any order, with one left out, return the one left out.",
                f"The list {xs} holds all {one}s from {start} to {n} except one. {d.one('Find', 'Return')} the missing one.",  # noqa: E501
            ],
            draw=lambda e: _all_but_one(e, int(start)),
        )
    return Sketch(
        names=[
            "missing_numbers",
            "all_missing",
            "absent_numbers",
            "not_in_list",
            "gaps",
            "unused_numbers",
            "find_missing",
            f"find_absent_{one}s",
        ],
        params=[Param(xs, "nats"), Param(n, "small")],
        bodies=[
            f"return [{i} for {i} in range({start}, {stop}) if {i} not in {xs}]",
            f"result = []\nfor {i} in range({start}, {stop}):\n    if {i} not in {xs}:\n        result.append({i})\nreturn result",  # noqa: E501
        ],
        returns="list[int]",
        what=[
            f"the list of the {one}s from {start} to {n} that are not in {xs}",
            f"all {one}s from {start} to {n} (inclusive) missing from {xs}, in ascending order",
            f"all {one}s between {start} and {n}, both included, that do not occur in {xs}, in increasing order",
        ],
        do=[
            f"List the {one}s from {start} to {n} that {xs} does not contain, smallest first",
            f"Find all {one}s in the range {start} to {n}, inclusive, that are absent from {xs}",
            f"Collect in ascending order the {one}s from {start} through {n} that cannot be found in {xs}",
        ],
        sentences=[
            f"Which {one}s from {start} to {n} does {xs} lack? List them in order.",
            f"Given {xs}, what has to be added so that every {one} from {start} to {n} is there? Return a sorted list.",
            f"Go through the {one}s from {start} to {n} and keep those that are not in {xs}.",
        ],
    )


def _all_but_one(d: Draw, start: int) -> tuple[list[int], int]:
    n = d.number(1, 7)
    numbers = list(range(start, n + 1))
    d.random.shuffle(numbers)
    return numbers[1:], n


def _least_and_most(d: Draw) -> Sketch:
    source = ints(d)
    xs = source.code
    floats = source.one in ("number", "value", "price", "cost", "weight") and d.chance(0.4)
    one, many = source.one, source.many
    code, said, more, names, returns = d.one(
        (
            f"min({xs}), max({xs})",
            f"the smallest and the largest {one}",
            f"the minimum and the maximum {one}",
            "min_and_max extremes range_of smallest_and_largest find_extremes minimum_and_maximum min_max_pair both_extremes",  # noqa: E501
            "tuple",
        ),
        (
            f"min({xs}), max({xs})",
            f"the lowest and the highest {one}",
            f"the minimum and the maximum {one}",
            "lowest_and_highest min_max bounds low_and_high get_bounds lowest_highest limits find_min_and_max",
            "tuple",
        ),
        (
            f"max({xs}), min({xs})",
            f"the largest and the smallest {one}",
            f"the maximum and the minimum {one}",
            "max_and_min largest_and_smallest max_min highest_and_lowest biggest_and_smallest find_max_and_min maximum_and_minimum high_and_low",  # noqa: E501
            "tuple",
        ),
        (
            f"{xs}[0], {xs}[-1]",
            f"the first and the last {one}",
            f"the {one} at the start and the {one} at the end",
            "first_and_last ends both_ends head_and_last start_and_end get_ends first_last outer_elements",
            "tuple",
        ),
        (
            f"max({xs}) - min({xs})",
            f"the difference of the largest and the smallest {one}",
            f"the difference between the maximum and the minimum {one}",
            "spread difference span_of value_range max_minus_min range_of_values range_width gap_of_extremes",
            "number",
        ),
        (
            f"max({xs}) + min({xs})",
            f"the sum of the largest and the smallest {one}",
            f"the total of the maximum and the minimum {one}",
            "sum_of_extremes add_extremes max_plus_min min_plus_max sum_min_max add_min_and_max extremes_sum total_of_extremes",  # noqa: E501
            "number",
        ),
    )
    number = "float" if floats else "int"
    if returns == "tuple":
        none = d.one("None, None", "None, None", "None", "0, 0")
        edge = {
            "None, None": d.one("For an empty list, both are None.", "Both are None if the list is empty."),
            "None": "None for an empty list.",
            "0, 0": "For an empty list, both are 0.",
        }[none]
        returns = f"tuple[{number}, {number}]" + (" | None" if none == "None" else "")
        what = [f"a tuple of {said} in {xs}", f"{said} of {xs} as a pair", f"{more} of {xs}, as a tuple"]
        do = [
            f"Find {said} in {xs} and return both, in this order",
            f"Look for {more} of {xs}, returning them as a tuple",
            f"Pick out {said} of {xs} as a pair",
        ]
        sentences = [
            f"A tuple of {said} in {xs}.",
            f"{said[0].upper()}{said[1:]} of {xs}, as a tuple.",
            f"What are {said} of {xs}? Give them back as a tuple.",
            f"Given {xs}, return a tuple with {more}.",
        ]
    else:
        none, edge, returns = "0", d.one("0 for an empty list.", "An empty list gives 0."), number
        plus = "sum" in said
        what = [
            f"{said} in {xs}",
            f"{more} of {xs}",
            f"the maximum of {xs} {'plus' if plus else 'minus'} its minimum",
        ]
        do = [
            f"Add the smallest {one} of {xs} to the largest one"
            if plus
            else f"Subtract the smallest {one} of {xs} from the largest one",
            f"Find the largest and the smallest {one} of {xs} and return {'their sum' if plus else 'how far they are apart'}",  # noqa: E501
        ]
        sentences = [
            f"How large is {said} of {xs}?",
            f"What do the lowest and the highest of the {many} in {xs} add up to?"
            if plus
            else f"By how much does the highest of the {many} in {xs} exceed the lowest?",
            f"Given {xs}, return {'the sum of its two extremes' if plus else 'its range, that is maximum minus minimum'}.",  # noqa: E501
        ]
    return Sketch(
        names=names.split(),
        params=[Param(xs, "floats" if floats else "ints")],
        bodies=[f"if not {xs}:\n    return {none}\nreturn {code}"] * 2
        + [f"if len({xs}) == 0:\n    return {none}\nreturn {code}"],
        returns=returns,
        what=what,
        do=do,
        sentences=sentences,
        edge=edge,
    )


FAMILIES = (
    Family(
        "selecting", ((_ranked, 3), (_nearest, 3), (_absent, 2), (_least_and_most, 2), (agreeing, 3), (pairs_that, 2))
    ),
)
