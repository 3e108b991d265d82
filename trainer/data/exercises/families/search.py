"""Neighbouring elements, and elements looked for."""

from __future__ import annotations

from trainer.data.exercises.condition import with_article
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.neighbours import neighbours, running
from trainer.data.exercises.families.parameters import item_type, list_parameter
from trainer.data.exercises.family import Family
from trainer.data.exercises.number_conditions import number_condition
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.word_conditions import word_condition

__all__ = ["FAMILIES"]


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
                f"Go through {name} from the {side} and stop at {with_article(noun)} that {holds}: return its index.",
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
                f"Which indices of {name} have {with_article(noun)} that {holds}? Return them in order.",
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
    Family("neighbours", ((running, 1), (neighbours, 1))),
    Family("search", ((_search, 8), (_halving, 1))),
)
