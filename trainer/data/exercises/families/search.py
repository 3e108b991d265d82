"""Neighbouring elements, and elements looked for."""

from __future__ import annotations

from trainer.data.exercises.conditions import number_condition, word_condition
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import item_type, list_parameter
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.sources import Source, ints
from trainer.data.exercises.transforms import number_transform

__all__ = ["FAMILIES"]


def _a(noun: str) -> str:
    return ("an " if noun[0] in "aeiou" else "a ") + noun


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


def _neighbours(d: Draw) -> Sketch:
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
                f"Go through {xs}: the answer is True only if each step leads to {_a(one)} {said} the last.",
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
                f"Look for {_a(one)}{where} that is {said} the one just before it: True if there is one, else False.",
                f"Go through {xs} and return True once some {one} is {said} the one before it; False if none is.",
                f"Given {xs}, does it ever happen that {_a(one)} is {said} the one right in front of it?",
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
            f"how often {_a(one)} is {said} the one before it",
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
    many, noun, side = source.many, source.one, "end" if last else "start"
    if is_target:
        said = d.one(f"the {place} {noun} equal to {target}", f"the {place} occurrence of {target}")
        if target not in ("item", "value", "key", "wanted"):
            said = d.one(said, f"the {place} {target}")
        holds, hold = f"is {one}", f"are {one}"
    else:
        said = said.format(place)
        if condition.adjective:
            said = d.one(said, f"the {place} {condition.adjective} {noun}")
        holds, hold = one, condition.many
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
                f"locate_{stem}",
                f"{place}_index_of_{stem}",
                f"{place}_{stem}_index",
            ],
            params=params,
            bodies=bodies,
            returns="int" + (" | None" if default == "None" else ""),
            what=[
                f"the index of {said} in {name}",
                f"the position (counted from 0) of {said} in {name}",
                f"the zero-based index at which {said} stands in {name}",
                f"the {'highest' if last else 'lowest'} index in {name} where the {noun} {holds}",
            ],
            do=[
                f"Find the index of {said} in {name}",
                f"Search {name} for the index of {said}",
                f"Figure out at which index {said} stands in {name}",
            ],
            sentences=[
                f"At which index does {said} stand in {name}?",
                f"Look for {said} in {name} and give back its index.",
                f"Go through {name} from the {side} and stop at {_a(noun)} that {holds}: return its index.",
                f"Given {xs}, where is {said}? Answer with its index.",
                f"The index of {said} in {name}.",
            ],
            edge=d.one(
                f"Return {default} if there is none.",
                f"Return {default} if it is not there.",
                f"If there is none, return {default}.",
                f"The result is {default} if nothing is found.",
            ),
            inputs=["[1, 2, 1], 1"] if is_target and kind == "ints" else [],
        )
    if form == 3:
        return Sketch(
            names=[
                f"indices_of_{stem}",
                "all_positions",
                f"find_all_{stem}",
                f"where_{stem}",
                "find_indices",
                f"positions_of_{stem}",
                f"{stem}_indices",
                "all_indices",
            ],
            params=params,
            bodies=[
                f"return [{i} for {i} in range(len({xs})) if {test}]",
                f"return [{i} for {i}, {x} in enumerate({xs}) if {element}]",
            ],
            returns="list[int]",
            what=[
                f"the list of all indices in {name} where the {noun} {holds}",
                f"every index of {name} at which the {noun} {holds}, in ascending order",
                f"the positions (counted from 0) of all {many} in {name} that {hold}",
                f"all indices i, in order, for which {xs}[i] {holds}",
            ],
            do=[
                f"Find all the indices in {name} where the {noun} {holds}",
                f"List the places (counted from 0) of the {many} in {name} that {hold}",
                f"Collect the index of each {noun} in {name} that {holds}",
            ],
            sentences=[
                f"Which indices of {name} have {_a(noun)} that {holds}? Return them in order.",
                f"Where in {name} are the {many} that {hold}? Return a list of their indices, smallest first.",
                f"Go through {name} and note down the index of every {noun} that {holds}.",
                f"Given {xs}, pick out the {many} that {hold} and return not them but their indices.",
            ],
        )
    if form == 4 and is_target:
        return Sketch(
            names=["contains", "is_in", "has_value", "includes", "linear_search", "is_member", "in_list", "occurs_in"],
            params=params,
            bodies=[
                f"return {target} in {xs}",
                f"for {x} in {xs}:\n    if {element}:\n        return True\nreturn False",
            ],
            returns="bool",
            whether=[
                f"{target} is in {name}",
                f"{name} contains {target}",
                f"{target} occurs in {name}",
                f"{target} is one of the {many} in {name}",
                f"at least one {noun} in {name} equals {target}",
                f"{target} can be found in {name}",
            ],
            sentences=[
                f"Is {target} in {name}?",
                f"Does {name} contain {target}?",
                f"Look for {target} in {name}: True if it is there, False if not.",
                f"Membership test: is {target} among the {many} in {name}?",
                f"Given {xs} and {target}, tell if some {noun} is equal to {target}.",
                f"Go through {name} and see if {target} turns up; return True or False.",
            ],
            inputs=["[1, 2, 1], 1", "[3], 2"] if kind == "ints" else ["['a', 'b'], 'a'", "['b'], 'a'"],
        )
    if form == 4:
        out = d.name("result out taken")
        until = d.one(True, False)
        if until:
            names = "take_until before_first take_before stop_at_first cut_at_first prefix_until head_until"
            leave = element
            what = [
                f"the {many} of {name} before the first one that {one}",
                f"a list of the {many} of {name} that come before the first {noun} that {one}",
                f"the start of {name}, up to but not including the first {noun} that {one}",
            ]
            do = [
                f"Cut {name} off just before the first {noun} that {one}",
                f"Collect {many} from the start of {name} until one of them {one}, without that one",
                f"Drop the first {noun} of {name} that {one}, together with all that follow",
            ]
            sentences = [
                f"Which {many} of {name} come before the first one that {one}?",
                f"Go through {name} and stop at the first {noun} that {one}; return what came before it.",
                f"Given {xs}, throw away the first {noun} that {one} and everything after it.",
            ]
        else:
            names = "take_while leading prefix_while leading_run keep_while head_while longest_prefix leading_items"
            leave = f"not ({element})"
            what = [
                f"the longest prefix of {name} in which every {noun} {one}",
                f"the longest run of {many} at the start of {name} that all {hold}",
            ]
            do = [
                f"Take {many} from the start of {name} as long as each {one}",
                f"Keep the {many} at the start of {name} while they {hold}",
                f"Collect the {many} of {name} up to the first exception to this: it {one}",
            ]
            sentences = [
                f"The leading {many} of {name}, up to but not including the first that does not fulfil this: it {one}.",
                f"How far does {name} go on with {many} that {hold}? Return those {many}.",
                f"Go through {name} for as long as each {noun} {one}, and return the {many} passed.",
                f"Given {xs}, return the {many} at its start that {hold}, and stop at the first exception.",
            ]
        return Sketch(
            names=names.split(),
            params=params,
            bodies=[
                f"{out} = []\nfor {x} in {xs}:\n    if {leave}:\n        break\n    {out}.append({x})\nreturn {out}"
            ],
            returns=f"list[{item_type(kind)}]",
            what=what,
            do=do,
            sentences=sentences,
            edge=d.one("Return all if there is none.", f"If there is none, return all {many}.") if until else "",
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
        names=[
            f"index_of_{word}",
            f"arg{fn}",
            f"{word}_index",
            f"position_of_{fn}",
            f"index_of_{fn}",
            f"find_{word}_index",
            f"where_{word}",
            f"locate_{word}",
        ],
        params=[Param(xs, kind + "1")],
        bodies=[body] + ([key] if key else []),
        what=[
            f"the index of the {word} {noun} in {name}, the first one if there are several",
            f"the position (counted from 0) of the {word} {noun} in {name}, or of the first such one on a tie",
            f"the zero-based index at which the {word} {noun} of {name} stands, the lowest if there are ties",
            f"where the {word} {noun} in {name} is, as an index; of equally good ones, the first counts",
        ],
        do=[
            f"Find the index of the {word} {noun} in {name}, the first one on a tie",
            f"Locate the {word} {noun} in {name}, by its index, the lowest if there are several",
        ],
        sentences=[
            f"At which index is the {word} {noun} in {name}? If several tie, take the first.",
            f"Given {xs}, return the index of its {word} {noun} (the earliest one if tied).",
            f"Go through {name} and remember the index of the {word} {noun}, the earlier one on a tie.",
            f"Where in {name} is the {word} {noun}? Return the index; a tie goes to the first one.",
        ],
    )


def _halving(d: Draw) -> Sketch:
    xs, target = d.one("numbers target", "values x", "arr target", "sorted_list value", "items item", "xs x").split()
    low, high, mid = d.one("low high mid", "lo hi mid", "left right middle", "start end mid").split()
    form = d.number(0, 2)
    if form == 0:
        inclusive = f"{low}, {high} = 0, len({xs}) - 1\nwhile {low} <= {high}:\n    {mid} = ({low} + {high}) // 2\n    if {xs}[{mid}] == {target}:\n        return {mid}\n    if {xs}[{mid}] < {target}:\n        {low} = {mid} + 1\n    else:\n        {high} = {mid} - 1\nreturn -1"  # noqa: E501
        return Sketch(
            names=[
                "binary_search",
                "find_sorted",
                "search_sorted",
                "bisect_search",
                "find_by_halving",
                "index_in_sorted",
                "locate_sorted",
                "bin_search",
            ],
            params=[Param(xs, "sorted"), Param(target, "int")],
            bodies=[inclusive],
            what=[
                f"the index of {target} in the ascending list {xs}, or -1, by binary search",
                f"the index of {target} in the sorted list {xs}, found by binary search, or -1 if it is missing",
                f"the position (counted from 0) of {target} in the ascending list {xs}, or -1 if it has none",
            ],
            do=[
                f"Find the index of {target} in the sorted list {xs} by halving, or -1 if it is not there",
                f"Search the ascending list {xs} for {target} by binary search, giving its index or else -1",
            ],
            sentences=[
                f"Find {target} in the sorted list {xs} by halving and return its index, or -1 if it is not there.",
                f"Binary search: at which index of the sorted list {xs} is {target}? Return -1 if it is nowhere.",
                f"The list {xs} is in ascending order. Halve it again and again to find the index of {target}, or -1.",
                f"Given a sorted list {xs}, look for {target} with binary search. Return its index, or -1 if absent.",
                f"Look {target} up in the ascending list {xs} in logarithmic time; give its index, -1 if it fails.",
            ],
            inputs=["[1, 3, 5], 3", "[1, 3, 5], 5", "[1, 3, 5], 2", "[], 1"],
        )
    sign, word, side, after, order, names = d.one(
        (
            "<",
            "less than",
            "leftmost",
            "not less than",
            "before",
            "count_below insert_position lower_bound insertion_point bisect_left count_less count_smaller insert_left",
        ),
        (
            "<=",
            "at most",
            "rightmost",
            "greater than",
            "after",
            "count_at_most insert_position upper_bound insertion_point bisect_right count_up_to count_not_above",
        ),
    )
    body = f"{low}, {high} = 0, len({xs})\nwhile {low} < {high}:\n    {mid} = ({low} + {high}) // 2\n    if {xs}[{mid}] {sign} {target}:\n        {low} = {mid} + 1\n    else:\n        {high} = {mid}\nreturn {low}"  # noqa: E501
    return Sketch(
        names=names.split(),
        params=[Param(xs, "sorted"), Param(target, "int")],
        bodies=[body],
        what=[
            f"how many numbers of the ascending list {xs} are {word} {target}, by binary search",
            f"the number of elements of the sorted list {xs} that are {word} {target}, by binary search",
            f"the {side} index at which {target} can be inserted into the sorted list {xs} to keep it sorted",
        ],
        do=[
            f"Count the numbers {word} {target} in the ascending list {xs} by binary search",
            f"Find the {side} place where {target} fits into the ascending list {xs}, by halving",
        ],
        sentences=[
            f"How many numbers in the sorted list {xs} are {word} {target}? Use binary search.",
            f"The list {xs} is in ascending order: find out by halving how many of its numbers are {word} {target}.",
            f"The first index of the sorted list {xs} with a number {after} {target}, or its length if there is none.",
            f"At which index does {target} go into the sorted list {xs}, {order} any equal numbers?",
            f"Given a sorted list {xs}, use binary search to tell how many elements are {word} {target}.",
        ],
        inputs=["[1, 3, 5], 3", "[1, 3, 5], 6", "[1, 3, 5], 0"],
    )


FAMILIES = (
    Family("neighbours", ((_running, 1), (_neighbours, 1))),
    Family("search", ((_search, 8), (_halving, 1))),
)
