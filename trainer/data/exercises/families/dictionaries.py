"""Dictionaries: made by counting and grouping, filtered, inverted, looked up."""

from __future__ import annotations

from trainer.data.exercises.conditions import number_condition, word_condition
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.folds import truth
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.sources import chars, ints, words
from trainer.data.exercises.transforms import number_transform

__all__ = ["FAMILIES"]

_DICTS = "d counts data scores prices mapping table stock ages inventory dictionary points record lookup"


def _count_into(d: Draw) -> Sketch:
    """A dictionary made from the elements of a list or text."""
    source = d.one(ints, words, chars, words, chars)(d)
    xs, x = source.code, source.element
    out = d.name("counts result freq tally table out")
    value, said, names = d.one(
        (
            "",
            f"how often each {source.one}{source.where} occurs",
            "count_each frequencies tally occurrences histogram",
        ),
        ("", f"the number of occurrences of each {source.one}{source.where}", "count_items frequency_table"),
        (
            f"len({x})" if source.of == "word" else f"{x} * 2",
            f"each {source.one}{source.where} to its " + ("length" if source.of == "word" else "double"),
            "lengths_map to_dict map_values",
        ),
        ("i", f"each {source.one}{source.where} to its last index", "last_positions index_map"),
    )
    kind = {"int": "int", "word": "str", "char": "str"}[source.of]
    condition = source.condition(d) if d.chance(0.35) and not value else None
    if not value:
        pad = "    " if condition else ""
        test = f"    if {condition.of(x)}:\n" if condition else ""
        step = d.one(
            f"    {pad}{out}[{x}] = {out}.get({x}, 0) + 1\n",
            f"    {pad}if {x} in {out}:\n    {pad}    {out}[{x}] += 1\n    {pad}else:\n    {pad}    {out}[{x}] = 1\n",
            f"    {pad}if {x} not in {out}:\n    {pad}    {out}[{x}] = 0\n    {pad}{out}[{x}] += 1\n",
        )
        note = f", only for {source.many} that {condition.many}" if condition else ""
        bodies = [f"{out} = {{}}\nfor {x} in {xs}:\n{test}{step}return {out}"] * 2
        if not condition:
            bodies.append(f"return {{{x}: {xs}.count({x}) for {x} in {xs}}}")
        return Sketch(
            names=names.split(),
            params=[*source.params, *(condition.params if condition else ())],
            bodies=bodies,
            returns=f"dict[{kind}, int]",
            what=[
                f"a dictionary that tells {said}{note}" if said.startswith("how") else f"a dictionary with {said}{note}"
            ],
            do=[f"Count {said}{note}"] if said.startswith("how") else [],
        )
    if value == "i":
        bodies = [
            f"return {{{x}: i for i, {x} in enumerate({xs})}}",
            f"{out} = {{}}\nfor i, {x} in enumerate({xs}):\n    {out}[{x}] = i\nreturn {out}",
        ]
    elif source.of == "char":
        bodies, said = [f"return {{{x}: ord({x}) for {x} in {xs}}}"], f"each {source.one}{source.where} to its code"
    else:
        bodies = [
            f"return {{{x}: {value} for {x} in {xs}}}",
            f"{out} = {{}}\nfor {x} in {xs}:\n    {out}[{x}] = {value}\nreturn {out}",
        ]
    return Sketch(
        names=names.split(),
        params=source.params,
        bodies=bodies,
        returns=f"dict[{kind}, int]",
        what=[f"a dictionary from {said}"],
        do=[f"Map {said}"],
    )


def _group(d: Draw) -> Sketch:
    source = ints(d) if d.chance(0.5) else words(d)
    xs, x = source.code, source.element
    out, key = d.name("groups result out"), d.name("key k group")
    k = d.number(2, 5)
    code, said, kind = (
        d.one(
            (f"{x} % {k}", f"remainder modulo {k}", "int"),
            (f"abs({x})", "absolute value", "int"),
            (f"{x} > {k}", f"whether they are greater than {k}", "bool"),
        )
        if source.of == "int"
        else d.one(
            (f"len({x})", "length", "int"),
            (f"{x}[:1]", "first letter", "str"),
            (f"{x}[-1:]", "last letter", "str"),
            (f"{x}.lower()", "lower case form", "str"),
        )
    )
    item = "int" if source.of == "int" else "str"
    by = said if said.startswith("whether") else f"their {said}"
    bodies = [
        f"{out} = {{}}\nfor {x} in {xs}:\n    {out}.setdefault({code}, []).append({x})\nreturn {out}",
        f"{out} = {{}}\nfor {x} in {xs}:\n    {key} = {code}\n    if {key} not in {out}:\n        {out}[{key}] = []\n    {out}[{key}].append({x})\nreturn {out}",  # noqa: E501
    ]
    if d.chance(0.35):
        return Sketch(
            names=["count_by", "count_groups", "group_sizes"],
            params=source.params,
            bodies=[
                f"{out} = {{}}\nfor {x} in {xs}:\n    {key} = {code}\n    {out}[{key}] = {out}.get({key}, 0) + 1\nreturn {out}"  # noqa: E501
            ],
            returns=f"dict[{kind}, int]",
            what=[f"a dictionary with the number of {source.many}{source.where} by {by}"],
        )
    return Sketch(
        names=["group_by", f"group_{source.many}", "partition_by"],
        params=source.params,
        bodies=bodies,
        returns=f"dict[{kind}, list[{item}]]",
        what=[f"a dictionary with the lists of the {source.many}{source.where} grouped by {by}"],
        do=[f"Group the {source.many}{source.where} by {by}"],
    )


def _entries(d: Draw) -> Sketch:
    """What is made of the entries that fulfil a condition."""
    m = d.name(_DICTS)
    k, v = d.one("k v", "key value", "name count", "key val").split()
    d.taken |= {k, v}
    params = [Param(m, "counts")]
    on_value = d.chance(0.7)
    condition = number_condition(d, compound=0.05) if on_value else word_condition(d)
    test, whose = condition.of(v if on_value else k), f"whose {'value' if on_value else 'key'} {condition.single}"
    by_key = condition.of(f"{m}[{k}]" if on_value else k)
    params += condition.params
    form = d.number(0, 4)
    out = d.name("result out kept total")
    if form == 0:
        return Sketch(
            names=[f"filter_{condition.name}", f"keep_{condition.name}", "select_entries"],
            params=params,
            bodies=[
                f"return {{{k}: {v} for {k}, {v} in {m}.items() if {test}}}",
                f"{out} = {{}}\nfor {k}, {v} in {m}.items():\n    if {test}:\n        {out}[{k}] = {v}\nreturn {out}",
            ],
            returns="dict[str, int]",
            what=[f"a dictionary of the entries of {m} {whose}"],
            do=[f"Keep the entries of {m} {whose}"],
        )
    if form == 1:
        return Sketch(
            names=[f"keys_{condition.name}", "matching_keys", f"find_{condition.name}"],
            params=params,
            bodies=[
                f"return [{k} for {k}, {v} in {m}.items() if {test}]",
                f"{out} = []\nfor {k}, {v} in {m}.items():\n    if {test}:\n        {out}.append({k})\nreturn {out}",
                f"{out} = []\nfor {k} in {m}:\n    if {by_key}:\n        {out}.append({k})\nreturn {out}",
            ],
            returns="list[str]",
            what=[f"the list of the keys of {m} {whose}".replace("whose key ", "where the key ")],
        )
    if form == 2:
        return Sketch(
            names=[f"count_{condition.name}", "count_entries", f"number_{condition.name}"],
            params=params,
            bodies=[
                f"return sum(1 for {k}, {v} in {m}.items() if {test})",
                f"{out} = 0\nfor {k}, {v} in {m}.items():\n    if {test}:\n        {out} += 1\nreturn {out}",
            ],
            what=[
                f"the number of entries of {m} {whose}",
                f"how many entries of {m} have a {'value' if on_value else 'key'} that {condition.single}",
            ],
        )
    if form == 3:
        return Sketch(
            names=[f"sum_{condition.name}", f"total_{condition.name}", "sum_matching"],
            params=params,
            bodies=[
                f"return sum({v} for {k}, {v} in {m}.items() if {test})",
                f"{out} = 0\nfor {k}, {v} in {m}.items():\n    if {test}:\n        {out} += {v}\nreturn {out}",
            ],
            what=[f"the sum of the values of the entries of {m} {whose}"],
        )
    transform = number_transform(d)
    return Sketch(
        names=[f"{transform.name}_values", "change_values", f"map_{transform.name}"],
        params=[Param(m, "counts"), *transform.params],
        bodies=[
            f"return {{{k}: {transform.of(v)} for {k}, {v} in {m}.items()}}",
            f"{out} = {{}}\nfor {k}, {v} in {m}.items():\n    {out}[{k}] = {transform.of(v)}\nreturn {out}",
            f"{out} = {{}}\nfor {k} in {m}:\n    {out}[{k}] = {transform.of(f'{m}[{k}]')}\nreturn {out}",
        ],
        returns="dict[str, int]",
        what=[
            f"a copy of {m} with each value {transform.past}",
            f"a dictionary with the keys of {m} and each value {transform.past}",
        ],
    )


def _dictionary(d: Draw) -> Sketch:
    m = d.name(_DICTS)
    k, v = d.one("k v", "key value", "name count", "key val").split()
    key, default, out = d.name("name wanted entry item"), d.one("0", "None", "-1"), d.name("result out total best")
    code, said, names, returns, kind, extra = d.one(
        (
            f"sum({m}.values())",
            f"the sum of the values of {m}",
            "sum_values total",
            "int",
            "counts",
            [
                f"{out} = 0\nfor {v} in {m}.values():\n    {out} += {v}\nreturn {out}",
                f"{out} = 0\nfor {k} in {m}:\n    {out} += {m}[{k}]\nreturn {out}",
            ],
        ),
        (
            f"list({m}.keys())",
            f"the list of the keys of {m}",
            "keys_of get_keys",
            "list[str]",
            "counts",
            [f"return list({m})"],
        ),
        (
            f"list({m}.values())",
            f"the list of the values of {m}",
            "values_of",
            "list[int]",
            "counts",
            [f"return [{m}[{k}] for {k} in {m}]"],
        ),
        (f"sorted({m})", f"the sorted list of the keys of {m}", "sorted_keys", "list[str]", "counts", []),
        (f"sorted({m}.values())", f"the sorted list of the values of {m}", "sorted_values", "list[int]", "counts", []),
        (
            f"{{{v}: {k} for {k}, {v} in {m}.items()}}",
            f"a dictionary with the keys and values of {m} swapped; the last key wins",
            "invert swap_keys_values flip_dict",
            "dict[int, str]",
            "counts",
            [f"{out} = {{}}\nfor {k}, {v} in {m}.items():\n    {out}[{v}] = {k}\nreturn {out}"],
        ),
        (
            f"max({m}, key={m}.get)",
            f"the key of {m} with the largest value, the first of several",
            "key_of_max best_key argmax_key",
            "str",
            "counts1",
            [
                f"{out} = None\nfor {k} in {m}:\n    if {out} is None or {m}[{k}] > {m}[{out}]:\n        {out} = {k}\nreturn {out}"  # noqa: E501
            ],
        ),
        (
            f"min({m}, key={m}.get)",
            f"the key of {m} with the smallest value, the first of several",
            "key_of_min lowest_key",
            "str",
            "counts1",
            [],
        ),
        (f"max({m}.values())", f"the largest value of {m}", "max_value largest_value", "int", "counts1", []),
        (f"min({m}.values())", f"the smallest value of {m}", "min_value", "int", "counts1", []),
        (
            f"list({m}.items())",
            f"the list of the (key, value) pairs of {m}",
            "to_pairs items_list",
            "list[tuple[str, int]]",
            "counts",
            [f"return [({k}, {v}) for {k}, {v} in {m}.items()]"],
        ),
        (
            f"[{k} for {k}, {v} in sorted({m}.items(), key=lambda x: x[1])]",
            f"the keys of {m} in ascending order of their values",
            "keys_by_value",
            "list[str]",
            "counts",
            [f"return sorted({m}, key={m}.get)"],
        ),
        (
            f"{{{k}.upper(): {v} for {k}, {v} in {m}.items()}}",
            f"a copy of {m} with the keys in upper case",
            "upper_keys",
            "dict[str, int]",
            "counts",
            [],
        ),
        (
            f"sum({m}.values()) / len({m})",
            f"the average of the values of {m}",
            "average_value mean_value",
            "float",
            "counts1",
            [],
        ),
        (
            f"[f'{{{k}}}={{{v}}}' for {k}, {v} in {m}.items()]",
            f"a list with the text key=value for each entry of {m}",
            "format_entries",
            "list[str]",
            "counts",
            [],
        ),
        (f"len({m})", f"the number of entries of {m}", "size_of count_entries", "int", "counts", []),
    )
    if d.chance(0.4):
        both = [Param(m, "counts1"), Param(key, "char")]
        inputs = [f"{{'a': 1, 'b': {d.number(2, 9)}}}, 'a'", "{'a': 1}, 'b'", "{'b': 3, 'o': 4}, 'o'"]
        return d.one(
            Sketch(
                names=["lookup", "get_value", "value_or_default", "find_value"],
                params=both,
                bodies=[
                    f"return {m}.get({key}, {default})",
                    f"if {key} in {m}:\n    return {m}[{key}]\nreturn {default}",
                    f"return {m}[{key}] if {key} in {m} else {default}",
                ],
                returns="int" + (" | None" if default == "None" else ""),
                what=[f"the value of {key} in {m}"],
                edge=f"Return {default} if {key} is not a key.",
                inputs=inputs,
            ),
            Sketch(
                names=["has_key", "contains_key", "is_known"],
                params=both,
                bodies=truth(d, f"{key} in {m}"),
                returns="bool",
                whether=[f"{key} is a key of {m}"],
                inputs=inputs,
            ),
            Sketch(
                names=["remove_key", "without_key", "drop_key"],
                params=both,
                bodies=[f"return {{{k}: {v} for {k}, {v} in {m}.items() if {k} != {key}}}"],
                returns="dict[str, int]",
                what=[f"a copy of {m} without the key {key}"],
                inputs=inputs,
            ),
            Sketch(
                names=["increment_key", "add_one", "bump"],
                params=both,
                bodies=[
                    f"{m}[{key}] = {m}.get({key}, 0) + 1\nreturn {m}",
                    f"if {key} in {m}:\n    {m}[{key}] += 1\nelse:\n    {m}[{key}] = 1\nreturn {m}",
                ],
                returns="dict[str, int]",
                do=[f"Add one to the value of {key} in {m}, which counts as 0 if missing, and return {m}"],
                inputs=inputs,
            ),
        )
    if d.chance(0.2):
        a, b = d.one("a b", "first second", "d1 d2", "left right", "old new").split()
        op, said = "+", "added"
        return d.one(
            Sketch(
                names=["merge", "merge_dicts", "combine", "update_dict"],
                params=[Param(a, "counts"), Param(b, "counts")],
                bodies=[
                    f"return {{**{a}, **{b}}}",
                    f"result = dict({a})\nresult.update({b})\nreturn result",
                    f"result = {a}.copy()\nfor key in {b}:\n    result[key] = {b}[key]\nreturn result",
                ],
                returns="dict[str, int]",
                what=[f"a dictionary with the entries of {a} and {b}; those of {b} win"],
                do=[f"Merge {a} and {b}, where values of {b} win"],
            ),
            Sketch(
                names=["add_dicts", "sum_dicts", "merge_counts"],
                params=[Param(a, "counts"), Param(b, "counts")],
                bodies=[
                    f"result = dict({a})\nfor key, value in {b}.items():\n    result[key] = result.get(key, 0) {op} value\nreturn result"  # noqa: E501
                ],
                returns="dict[str, int]",
                what=[f"a dictionary with the keys of {a} and {b}, where values of equal keys are {said}"],
            ),
            Sketch(
                names=["common_keys", "shared_keys"],
                params=[Param(a, "counts"), Param(b, "counts")],
                bodies=[f"return [key for key in {a} if key in {b}]"],
                returns="list[str]",
                what=[f"the list of the keys of {a} that are also in {b}"],
            ),
        )
    return Sketch(
        names=names.split(), params=[Param(m, kind)], bodies=[f"return {code}", *extra], returns=returns, what=[said]
    )


FAMILIES = (Family("dictionaries", ((_count_into, 3), (_entries, 4), (_dictionary, 4), (_group, 1))),)
