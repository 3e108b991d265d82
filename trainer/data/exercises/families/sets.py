"""Duplicates, and what two lists have in common."""

from __future__ import annotations

from trainer.data.exercises.conditions import number_condition
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import LIST_PAIRS
from trainer.data.exercises.family import Family
from trainer.data.exercises.folds import truth
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.sources import ints, words

__all__ = ["FAMILIES"]


def _unique(d: Draw) -> Sketch:
    source = ints(d, "few") if d.chance(0.7) else words(d)
    xs, x = source.code, source.element
    item = "int" if source.of == "int" else "str"
    seen, out = d.name("seen known visited"), d.name("result out unique")
    k = d.number(2, 3)
    walk = f"{out} = []\nfor {x} in {xs}:\n    if {x} not in {out}:\n        {out}.append({x})\nreturn {out}"
    two = f"{seen} = set()\n{out} = []\nfor {x} in {xs}:\n    if {x} not in {seen}:\n        {seen}.add({x})\n        {out}.append({x})\nreturn {out}"  # noqa: E501
    bodies, said, names, returns, form = d.one(
        (
            [walk, two, f"return list(dict.fromkeys({xs}))"],
            f"the {source.many}{source.where} without duplicates, in order of first appearance",
            "unique distinct without_duplicates deduplicate drop_duplicates",
            f"list[{item}]",
            "what",
        ),
        (
            [walk, two],
            f"Drop repeated {source.many} from {xs}, keeping the first of each",
            "dedupe keep_first unique_items",
            f"list[{item}]",
            "do",
        ),
        (
            [f"return sorted(set({xs}))"],
            f"the different {source.many}{source.where} in ascending order",
            "sorted_unique",
            f"list[{item}]",
            "what",
        ),
        (
            [
                f"return len(set({xs}))",
                f"{seen} = []\nfor {x} in {xs}:\n    if {x} not in {seen}:\n        {seen}.append({x})\nreturn len({seen})",  # noqa: E501
            ],
            f"the number of different {source.many}{source.where}",
            "count_distinct count_unique",
            "int",
            "what",
        ),
        (
            [
                f"return len(set({xs})) != len({xs})",
                f"{seen} = set()\nfor {x} in {xs}:\n    if {x} in {seen}:\n        return True\n    {seen}.add({x})\nreturn False",  # noqa: E501
            ],
            f"some {source.one} occurs more than once in {xs}",
            "has_duplicates any_repeated",
            "bool",
            "whether",
        ),
        (
            [
                f"return len(set({xs})) == len({xs})",
                f"{seen} = []\nfor {x} in {xs}:\n    if {x} in {seen}:\n        return False\n    {seen}.append({x})\nreturn True",  # noqa: E501
            ],
            f"all {source.many} of {xs} are different",
            "all_distinct all_unique",
            "bool",
            "whether",
        ),
        (
            [
                f"return [{x} for {x} in {xs} if {xs}.count({x}) == 1]",
                f"{out} = []\nfor {x} in {xs}:\n    if {xs}.count({x}) == 1:\n        {out}.append({x})\nreturn {out}",
            ],
            f"the {source.many}{source.where} that occur exactly once",
            "singles only_once",
            f"list[{item}]",
            "what",
        ),
        (
            [f"return sorted(set({x} for {x} in {xs} if {xs}.count({x}) >= {k}))"],
            f"the different {source.many}{source.where} that occur at least {k} times, in ascending order",
            f"repeated at_least_{k}_times find_duplicates",
            f"list[{item}]",
            "what",
        ),
        (
            [f"for {x} in {xs}:\n    if {xs}.count({x}) == 1:\n        return {x}\nreturn None"],
            f"the first {source.one}{source.where} that occurs exactly once, None if there is none",
            "first_unique",
            f"{item} | None",
            "what",
        ),
        (
            [
                f"{seen} = []\nfor {x} in {xs}:\n    if {x} in {seen}:\n        return {x}\n    {seen}.append({x})\nreturn None"  # noqa: E501
            ],
            f"the first {source.one}{source.where} that occurred before, None if there is none",
            "first_repeat first_duplicate",
            f"{item} | None",
            "what",
        ),
        (
            [f"return len({xs}) - len(set({xs}))"],
            f"how many {source.many}{source.where} repeat an earlier one",
            "count_duplicates",
            "int",
            "what",
        ),
        (
            [f"return set({xs})", f"{out} = set()\nfor {x} in {xs}:\n    {out}.add({x})\nreturn {out}"],
            f"the set of the {source.many}{source.where}",
            "to_set as_set",
            f"set[{item}]",
            "what",
        ),
        (
            [f"return max(set({xs}), key={xs}.count) if len(set({xs})) == 1 else None"],
            f"the only value that occurs{source.where or ' in the list'}, None if there are several or none",
            "single_value",
            f"{item} | None",
            "what",
        ),
        (
            [
                f"{out} = []\nfor {x} in {xs}:\n    if not {out} or {out}[-1] != {x}:\n        {out}.append({x})\nreturn {out}"  # noqa: E501
            ],
            f"the {source.many}{source.where}, where runs of equal ones are cut to one",
            "squeeze_runs collapse",
            f"list[{item}]",
            "what",
        ),
        (
            [f"return {{{x} for {x} in {xs} if {xs}.count({x}) > 1}}"],
            f"the set of the {source.many}{source.where} that occur more than once",
            "duplicates_set",
            f"set[{item}]",
            "what",
        ),
        (
            [
                f"return max({xs}, key={xs}.count) if {xs} else None",
                f"best = None\nfor {x} in {xs}:\n    if best is None or {xs}.count({x}) > {xs}.count(best):\n        best = {x}\nreturn best",  # noqa: E501
            ],
            f"the most frequent {source.one}{source.where}, the first of several, None if there is none",
            "most_common mode_of",
            f"{item} | None",
            "what",
        ),
    )
    return Sketch(
        names=names.split(),
        params=source.params,
        bodies=bodies,
        returns=returns,
        inputs=["[1, 1, 2]", "[2, 1, 2, 1]"] if item == "int" else ["['a', 'b', 'a']", "['x', 'x']"],
        **{form: [said]},
    )


def _two_sets(d: Draw) -> Sketch:
    a, b = d.one(*LIST_PAIRS).split()
    x, out = d.name("x n item value"), d.name("result out common")
    number = d.chance(0.8)
    item, kind = ("int", "few") if number else ("str", "words")
    condition = number_condition(d, compound=0) if number and d.chance(0.35) else None
    extra, note = (f" and {condition.of(x)}", f" and that {condition.many}") if condition else ("", "")
    test, said, names = d.one(
        (f"{x} in {b}", f"the elements of {a} that are also in {b}", "common intersect shared in_both"),
        (f"{x} not in {b}", f"the elements of {a} that are not in {b}", "minus difference_of only_in_first without"),
    )
    params = [Param(a, kind), Param(b, kind)]
    loop = f"{out} = []\nfor {x} in {a}:\n    if {test}{extra}:\n        {out}.append({x})\nreturn {out}"
    form = d.number(0, 5)
    if form < 3:
        return Sketch(
            names=names.split(),
            params=params + list(condition.params if condition else ()),
            bodies=[f"return [{x} for {x} in {a} if {test}{extra}]", loop],
            returns=f"list[{item}]",
            what=[f"the list of {said}{note}, in their order", f"a list of {said}{note}"],
        )
    if form == 3:
        return Sketch(
            names=[f"count_{name}" for name in names.split()],
            params=params + list(condition.params if condition else ()),
            bodies=[
                f"return sum(1 for {x} in {a} if {test}{extra})",
                f"count = 0\nfor {x} in {a}:\n    if {test}{extra}:\n        count += 1\nreturn count",
            ],
            what=[f"the number of {said.removeprefix('the ')}{note}"],
        )
    code, whether, names = d.one(
        (f"all({x} in {b} for {x} in {a})", f"every element of {a} is in {b}", "is_subset contained_in"),
        (
            f"any({x} in {b} for {x} in {a})",
            f"{a} and {b} have an element in common",
            "overlap share_element have_common",
        ),
        (f"not any({x} in {b} for {x} in {a})", f"{a} and {b} have no element in common", "disjoint nothing_shared"),
        (f"set({a}) == set({b})", f"{a} and {b} contain the same elements, in any order and number", "same_elements"),
        (
            f"sorted({a}) == sorted({b})",
            f"{a} and {b} contain the same elements, each as often",
            "is_permutation same_items",
        ),
    )
    if form == 4:
        return Sketch(
            names=names.split(),
            params=params,
            bodies=truth(d, code),
            returns="bool",
            whether=[whether],
            inputs=["[1, 2], [2, 1, 3]", "[1], [2]", "[1, 2], [2, 1]", "[1, 2], [2, 3]"]
            if number
            else ["['a'], ['a', 'b']", "['a'], ['b']"],
        )
    code, said, names = d.one(
        (
            f"sorted(set({a}) & set({b}))",
            f"the different elements that are in both {a} and {b}",
            "intersection common_sorted",
        ),
        (f"sorted(set({a}) | set({b}))", f"the different elements that are in {a} or {b}", "union_of all_elements"),
        (f"sorted(set({a}) - set({b}))", f"the different elements of {a} that are not in {b}", "set_minus"),
        (
            f"sorted(set({a}) ^ set({b}))",
            f"the different elements that are in exactly one of {a} and {b}",
            "symmetric_difference in_one_only",
        ),
    )
    return Sketch(
        names=names.split(),
        params=params,
        bodies=[f"return {code}"],
        returns=f"list[{item}]",
        what=[f"the sorted list of {said}"],
    )


FAMILIES = (Family("sets", ((_unique, 3), (_two_sets, 2))),)
