"""Neighbouring elements, and what is known after each element."""

from __future__ import annotations

from trainer.data.exercises.condition import with_article
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sketch import Sketch
from trainer.data.exercises.sources import Source, ints
from trainer.data.exercises.transforms import number_transform

__all__ = ["neighbours", "running"]


def _so_far(source: Source, noun: str, how: str, start: int = 0) -> dict[str, list[str]]:
    """The wordings for what is known after each element."""
    xs, many = source.code, source.many
    begin = f", where the total starts at {start}" if start else ""
    return {
        "what": [
            f"a list of the running {noun} of the {many}{how}{begin}",
            f"the cumulative {noun} of the {many}{how} at every index, as a list{begin}",
            f"a list whose element i is the {noun} of the {many} up to and including index i{how}{begin}",
        ],
        "do": [
            f"List the {noun} so far at each place of {xs}{how}{begin}",
            f"Work out the running {noun} of the {many}{how}, one result for each {source.one}{begin}",
        ],
        "sentences": [
            f"At each index of {xs}, what is the {noun} of the {many} up to there{how}{begin}? Give a list.",
            f"For each non-empty prefix of {xs}, shortest first, the {noun} of its {many}{how}{begin}.",
            f"Running {noun}: entry i of the result covers the {many} from index 0 to i{how}{begin}.",
            f"Walk through {xs} and write down the {noun} of the {many} seen so far at every step{how}{begin}.",
            f"Given {xs}, build a list of equal length with the {noun} of all {many} up to each place{how}{begin}.",
        ],
    }


def running(d: Draw) -> Sketch:
    """What is known after each element: sums, products, extremes."""
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
        begin = f", starting from {start}" if start else ""
        said = f"the running sums of the {source.many}{how}{begin}"
        wordings = _so_far(source, "sum", how, start)
        return Sketch(
            names=[
                "running_sum",
                "cumulative_sum",
                "prefix_sums",
                "running_totals",
                "partial_sums",
                "sums_so_far",
                "accumulate",
                "cumsum",
            ],
            params=source.params,
            bodies=[body],
            returns="list[int]",
            what=[said, said.replace("running", "cumulative"), said.replace("running", "partial"), *wordings["what"]],
            do=[
                *wordings["do"],
                f"Add the {source.many}{how} together one by one, with the total after each in a list{begin}",
            ],
            sentences=wordings["sentences"],
        )
    if form == 1:
        body = f"{out} = []\n{acc} = 1\nfor {x} in {xs}:\n    {acc} *= {value}\n    {out}.append({acc})\nreturn {out}"
        wordings = _so_far(source, "product", how)
        return Sketch(
            names=[
                "running_product",
                "cumulative_product",
                "prefix_products",
                "running_products",
                "partial_products",
                "products_so_far",
                "cumprod",
                "multiply_up",
            ],
            params=source.params,
            bodies=[body],
            returns="list[int]",
            what=[
                f"the running products of the {source.many}{how}",
                f"a list whose element i is the product of the {source.many} up to index i{how}",
                *wordings["what"],
            ],
            do=[
                *wordings["do"],
                f"Keep multiplying the {source.many}{how}, with the product after each of them in a list",
            ],
            sentences=wordings["sentences"],
        )
    largest = d.chance(0.5)
    sign, fn, word = (">", "max", "maximum") if largest else ("<", "min", "minimum")
    body = f"{out} = []\nfor {x} in {xs}:\n    if {out} and {out}[-1] {sign} {value}:\n        {out}.append({out}[-1])\n    else:\n        {out}.append({value})\nreturn {out}"  # noqa: E501
    other = f"{out} = []\n{acc} = None\nfor {x} in {xs}:\n    if {acc} is None or {value} {sign} {acc}:\n        {acc} = {value}\n    {out}.append({acc})\nreturn {out}"  # noqa: E501
    most, record = ("largest", "highest") if largest else ("smallest", "lowest")
    wordings = _so_far(source, word, how)
    return Sketch(
        names=[
            f"running_{fn}",
            f"cumulative_{fn}",
            f"{word}_so_far",
            f"running_{word}",
            f"prefix_{fn}",
            f"{most}_so_far",
            f"rolling_{fn}",
            f"track_{word}",
        ],
        params=source.params,
        bodies=[body, other],
        returns="list[int]",
        what=[
            f"a list of the {word} so far at each place of {xs}{how}",
            f"the running {word} of the {source.many}{how}",
            f"a list of the {record} value reached by each place among the {source.many}{how}",
            *wordings["what"],
        ],
        do=wordings["do"]
        + ([] if how else [f"Replace each {source.one} by the {most} one up to there, itself included, in a new list"]),
        sentences=wordings["sentences"],
    )


def neighbours(d: Draw) -> Sketch:
    """Each element and the next one: compared, combined, counted."""
    source = ints(d)
    xs, one, many, where = source.code, source.one, source.many, source.where
    i = d.name("i k j index")
    a, b = f"{xs}[{i}]", f"{xs}[{i} + 1]"
    pairs = f"for {i} in range(len({xs}) - 1)"
    k = d.number(1, 6)
    form = d.number(0, 5)
    if form < 3:
        value, said, each, names = d.one(
            (f"{b} - {a}", "differences (next minus previous)", "the later minus the earlier one", "differences deltas adjacent_differences consecutive_differences step_differences first_differences increments pairwise_differences"),  # noqa: E501
            (f"{a} + {b}", "sums", "their sum", "pair_sums neighbour_sums adjacent_sums consecutive_sums pairwise_sums sums_of_neighbours neighbor_sums sums_of_adjacent"),  # noqa: E501
            (f"{a} * {b}", "products", "their product", "neighbour_products adjacent_products pair_products consecutive_products pairwise_products products_of_neighbours neighbor_products"),  # noqa: E501
            (f"abs({a} - {b})", "absolute differences", "how far apart they are", "gaps jumps distances abs_differences step_sizes absolute_differences gaps_between neighbour_distances"),  # noqa: E501
            (f"max({a}, {b})", "maxima", "the larger one", "pair_max adjacent_max neighbour_maxima pairwise_max larger_neighbours max_of_neighbours larger_of_each_two"),  # noqa: E501
            (f"({a}, {b})", "pairs", "the two as a tuple", "adjacent_pairs neighbours pairwise consecutive_pairs neighbour_pairs sliding_pairs pair_up_neighbours bigrams"),  # noqa: E501
        )  # fmt: skip
        if form == 2 and said != "pairs":
            return Sketch(
                names=[f"total_{name}" for name in names.split()] + [f"sum_of_{name}" for name in names.split()],
                params=source.params,
                bodies=[f"return sum({value} {pairs})"],
                what=[
                    f"the sum of the {said} of adjacent {many}{where}",
                    f"the total of the {said} of neighbouring {many}{where}",
                    f"what you get by adding up the {said} of all consecutive {many}{where}",
                ],
                do=[
                    f"Add up the {said} of adjacent {many}{where}",
                    f"Sum the {said} of each {one}{where} and the one after it",
                ],
                sentences=[
                    f"What do the {said} of neighbouring {many}{where} add up to?",
                    f"For every two adjacent {many}{where}, take {each}, then return the total.",
                    f"Go through {xs}, take {each} for each {one} and the next, and add it all together.",
                    f"Given {xs}, look at each two {many} that stand side by side, take {each}, and sum the results.",
                ],
                edge=d.one("", f"Return 0 for fewer than two {many}."),
            )
        out = d.name("result out")
        return Sketch(
            names=names.split(),
            params=source.params,
            bodies=[f"return [{value} {pairs}]", f"{out} = []\n{pairs}:\n    {out}.append({value})\nreturn {out}"],
            returns="list[tuple[int, int]]" if said == "pairs" else "list[int]",
            what=[
                f"the list of the {said} of adjacent {many}{where}",
                f"the {said} of neighbouring {many}{where}",
                f"the {said} of consecutive {many}{where} as a list",
                f"a list of {said}, one for each two neighbouring {many}{where}",
            ],
            do=[
                f"Collect the {said} of every {one}{where} and its successor",
                f"List the {said} of {many}{where} that stand next to each other",
                f"Work out the {said} of all adjacent {many}{where}, in order",
            ],
            sentences=[
                f"For every two adjacent {many}{where}, take {each}, and return the results as a list.",
                f"What are the {said} of {many} that follow each other directly{where}? Return them in a list.",
                f"Go through {xs}, look at each {one} together with the next, and collect {each}.",
                f"Given {xs}, return a list with {each} for each {one} and the one right after it.",
            ],
        )
    test, against, said, name, always, some, times, also = d.one(
        (
            f"{b} > {a}",
            f"{b} <= {a}",
            "greater than",
            "increases",
            [f"the {many}{where} are strictly increasing", f"the {many}{where} go up at every step"],
            f"the {many}{where} go up at least once from one to the next",
            f"how often the {many}{where} go up from one to the next",
            "is_strictly_increasing is_increasing keeps_rising",
        ),
        (
            f"{b} < {a}",
            f"{b} >= {a}",
            "less than",
            "decreases",
            [f"the {many}{where} are strictly decreasing", f"the {many}{where} go down at every step"],
            f"the {many}{where} go down at least once from one to the next",
            f"how often the {many}{where} go down from one to the next",
            "is_strictly_decreasing is_decreasing keeps_falling",
        ),
        (
            f"{b} == {a}",
            f"{b} != {a}",
            "equal to",
            "repeats",
            [f"the {many}{where} are all the same", f"the {many}{where} never change from one to the next"],
            f"two {many}{where} that stand next to each other are the same",
            f"how often two neighbouring {many}{where} are the same",
            "all_same all_equal is_constant",
        ),
        (
            f"{b} != {a}",
            f"{b} == {a}",
            "different from",
            "changes",
            [f"no two neighbouring {many}{where} are equal", f"the {many}{where} change at every step"],
            f"the {many}{where} are not all the same",
            f"how often the {many}{where} change from one to the next",
            "no_equal_neighbours no_adjacent_equal changes_every_step",
        ),
        (
            f"{b} >= {a}",
            f"{b} < {a}",
            "at least",
            "rises",
            [f"the {many}{where} never go down", f"the {many}{where} are in non-decreasing order"],
            f"two {many}{where} that follow each other are in ascending order or equal",
            f"how often the {many}{where} go up or stay the same from one to the next",
            "is_non_decreasing never_decreases is_sorted",
        ),
        (
            f"{b} - {a} == {k}",
            f"{b} - {a} != {k}",
            f"exactly {k} more than",
            f"steps_of_{k}",
            [
                f"the {many}{where} go up by {k} at every step",
                f"the {many}{where} rise in steps of exactly {k}",
            ],
            f"the {many}{where} go up by exactly {k} somewhere from one to the next",
            f"how often the {many}{where} go up by exactly {k} from one to the next",
            f"goes_up_by_{k} rises_by_{k}_each_time has_constant_step_{k}",
        ),
    )
    if form == 3:
        return Sketch(
            names=[
                f"only_{name}",
                f"always_{name}",
                f"is_all_{name}",
                f"all_{name}",
                f"just_{name}",
                *also.split(),
            ],
            params=source.params,
            bodies=[f"{pairs}:\n    if {against}:\n        return False\nreturn True", f"return all({test} {pairs})"],
            returns="bool",
            whether=[
                f"each {one}{where} after the first is {said} the one before it",
                f"every {one}{where} but the first is {said} its predecessor",
                f"for all adjacent {many}{where} the later one is {said} the earlier one",
                *always,
            ],
            sentences=[
                f"Is each {one}{where}, except the first, {said} the one just before it?",
                f"Return False as soon as some {one}{where} isn't {said} the one before it, else True.",
                f"Compare every {one}{where} with the one before it: True if it is {said} that one every time.",
                f"Given {xs}, tell whether all {many} after the first are {said} the one in front of them.",
                f"Go through {xs}: the answer is True only if each step leads to {with_article(one)} {said} the last.",
            ],
            inputs=["[1, 2, 3]", "[3, 2, 1]", "[2, 2]", f"[1, {1 + k}]"],
        )
    if form == 4:
        return Sketch(
            names=[
                f"any_{name}",
                f"has_{name}",
                f"has_any_{name}",
                f"contains_{name}",
                f"some_{name}",
                f"{name}_somewhere",
                f"check_for_{name}",
                f"ever_{name}",
            ],
            params=source.params,
            bodies=[f"{pairs}:\n    if {test}:\n        return True\nreturn False", f"return any({test} {pairs})"],
            returns="bool",
            whether=[
                f"some {one}{where} is {said} the one before it",
                f"at least one {one}{where} is {said} its predecessor",
                f"there are two adjacent {many}{where} of which the later is {said} the earlier",
                some,
            ],
            sentences=[
                f"Is there any {one}{where} that is {said} the one before it?",
                f"Look for {with_article(one)}{where} that is {said} the one just before it: True if there is one, else False.",  # noqa: E501
                f"Go through {xs} and return True once some {one} is {said} the one before it; False if none is.",
                f"Given {xs}, does it ever happen that {with_article(one)} is {said} the one right in front of it?",
                f"Compare neighbours in {xs}: True as soon as the second of two is {said} the first, otherwise False.",
            ],
            inputs=["[1, 2, 3]", "[3, 2, 1]", "[2, 2]", f"[1, {1 + k}]"],
        )
    count = d.name("count result n")
    return Sketch(
        names=[
            f"count_{name}",
            f"number_of_{name}",
            f"num_{name}",
            f"{name}_count",
            f"how_many_{name}",
            f"total_{name}",
            f"count_all_{name}",
        ],
        params=source.params,
        bodies=[
            f"{count} = 0\n{pairs}:\n    if {test}:\n        {count} += 1\nreturn {count}",
            f"return sum(1 {pairs} if {test})",
        ],
        what=[
            f"how many {many}{where} are {said} the one before them",
            f"how often {with_article(one)} is {said} the one before it",
            f"the number of {many}{where} that are {said} their predecessor",
            f"the number of times that the later of two adjacent {many}{where} is {said} the earlier",
            times,
        ],
        do=[
            f"Count the {many}{where} that are {said} the one just before them",
            f"Count how many times some {one}{where} is {said} its predecessor",
        ],
        sentences=[
            f"How many {many}{where} are {said} the one right before them?",
            f"Compare each {one}{where} with the one before it and count how often it is {said} that one.",
            f"Given {xs}, work out how many {many} are {said} the one in front of them.",
            f"Go through {xs} and tell how many times the next {one} is {said} the current one.",
        ],
        inputs=["[1, 2, 2, 1]", f"[1, {1 + k}]"],
    )
