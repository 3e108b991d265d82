"""Dictionaries, sets, pairs, two lists side by side, lists of lists."""

from __future__ import annotations

from trainer.data.exercises import fold_sketches as fold
from trainer.data.exercises import folds
from trainer.data.exercises.conditions import number_condition, word_condition
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.folds import truth
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.sources import Source, chars, ints, words
from trainer.data.exercises.transforms import number_transform

__all__ = ["FAMILIES"]

_DICTS = "d counts data scores prices mapping table stock ages inventory dictionary points record lookup"
_TWO = ("a b", "xs ys", "first second", "left right", "list1 list2", "nums1 nums2", "one other", "a1 a2", "lst1 lst2", "old new", "us vs")


def _count_into(d: Draw) -> Sketch:
    """A dictionary made from the elements of a list or text."""
    source = d.one(ints, words, chars, words, chars)(d)
    xs, x = source.code, source.element
    out = d.name("counts result freq tally table out")
    key, value, said, names, returns = d.one(
        (x, "", f"how often each {source.one}{source.where} occurs", "count_each frequencies tally occurrences histogram", "int"), (x, "", f"the number of occurrences of each {source.one}{source.where}", "count_items frequency_table", "int"),
        (x, f"len({x})" if source.of == "word" else f"{x} * 2", f"each {source.one}{source.where} to its " + ("length" if source.of == "word" else "double"), "lengths_map to_dict map_values", "int"), (x, "i", f"each {source.one}{source.where} to its last index", "last_positions index_map", "int"),
    )  # fmt: skip
    kind = {"int": "int", "word": "str", "char": "str"}[source.of]
    condition = source.condition(d) if d.chance(0.35) and not value else None
    if not value:
        pad = "    " if condition else ""
        test = f"    if {condition.of(x)}:\n" if condition else ""
        step = d.one(f"    {pad}{out}[{x}] = {out}.get({x}, 0) + 1\n", f"    {pad}if {x} in {out}:\n    {pad}    {out}[{x}] += 1\n    {pad}else:\n    {pad}    {out}[{x}] = 1\n", f"    {pad}if {x} not in {out}:\n    {pad}    {out}[{x}] = 0\n    {pad}{out}[{x}] += 1\n")
        note = f", only for {source.many} that {condition.many}" if condition else ""
        bodies = [f"{out} = {{}}\nfor {x} in {xs}:\n{test}{step}return {out}"] * 2
        if not condition:
            bodies.append(f"return {{{x}: {xs}.count({x}) for {x} in {xs}}}")
        return Sketch(names=names.split(), params=[*source.params, *(condition.params if condition else ())], bodies=bodies, returns=f"dict[{kind}, int]", what=[f"a dictionary that tells {said}{note}" if said.startswith("how") else f"a dictionary with {said}{note}"], do=[f"Count {said}{note}"] if said.startswith("how") else [])
    if value == "i":
        bodies = [f"return {{{x}: i for i, {x} in enumerate({xs})}}", f"{out} = {{}}\nfor i, {x} in enumerate({xs}):\n    {out}[{x}] = i\nreturn {out}"]
    elif source.of == "char":
        bodies, said = [f"return {{{x}: ord({x}) for {x} in {xs}}}"], f"each {source.one}{source.where} to its code"
    else:
        bodies = [f"return {{{x}: {value} for {x} in {xs}}}", f"{out} = {{}}\nfor {x} in {xs}:\n    {out}[{x}] = {value}\nreturn {out}"]
    return Sketch(names=names.split(), params=source.params, bodies=bodies, returns=f"dict[{kind}, int]", what=[f"a dictionary from {said}"], do=[f"Map {said}"])


def _group(d: Draw) -> Sketch:
    source = ints(d) if d.chance(0.5) else words(d)
    xs, x = source.code, source.element
    out, key = d.name("groups result out"), d.name("key k group")
    k = d.number(2, 5)
    code, said, kind = d.one((f"{x} % {k}", f"remainder modulo {k}", "int"), (f"abs({x})", "absolute value", "int"), (f"{x} > {k}", f"whether they are greater than {k}", "bool")) if source.of == "int" else d.one((f"len({x})", "length", "int"), (f"{x}[:1]", "first letter", "str"), (f"{x}[-1:]", "last letter", "str"), (f"{x}.lower()", "lower case form", "str"))
    item = "int" if source.of == "int" else "str"
    by = said if said.startswith("whether") else f"their {said}"
    bodies = [f"{out} = {{}}\nfor {x} in {xs}:\n    {out}.setdefault({code}, []).append({x})\nreturn {out}", f"{out} = {{}}\nfor {x} in {xs}:\n    {key} = {code}\n    if {key} not in {out}:\n        {out}[{key}] = []\n    {out}[{key}].append({x})\nreturn {out}"]
    if d.chance(0.35):
        return Sketch(names=["count_by", "count_groups", "group_sizes"], params=source.params, bodies=[f"{out} = {{}}\nfor {x} in {xs}:\n    {key} = {code}\n    {out}[{key}] = {out}.get({key}, 0) + 1\nreturn {out}"], returns=f"dict[{kind}, int]", what=[f"a dictionary with the number of {source.many}{source.where} by {by}"])
    return Sketch(names=["group_by", f"group_{source.many}", "partition_by"], params=source.params, bodies=bodies, returns=f"dict[{kind}, list[{item}]]", what=[f"a dictionary with the lists of the {source.many}{source.where} grouped by {by}"], do=[f"Group the {source.many}{source.where} by {by}"])


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
        return Sketch(names=[f"filter_{condition.name}", f"keep_{condition.name}", "select_entries"], params=params, bodies=[f"return {{{k}: {v} for {k}, {v} in {m}.items() if {test}}}", f"{out} = {{}}\nfor {k}, {v} in {m}.items():\n    if {test}:\n        {out}[{k}] = {v}\nreturn {out}"], returns="dict[str, int]", what=[f"a dictionary of the entries of {m} {whose}"], do=[f"Keep the entries of {m} {whose}"])
    if form == 1:
        return Sketch(names=[f"keys_{condition.name}", "matching_keys", f"find_{condition.name}"], params=params, bodies=[f"return [{k} for {k}, {v} in {m}.items() if {test}]", f"{out} = []\nfor {k}, {v} in {m}.items():\n    if {test}:\n        {out}.append({k})\nreturn {out}", f"{out} = []\nfor {k} in {m}:\n    if {by_key}:\n        {out}.append({k})\nreturn {out}"], returns="list[str]", what=[f"the list of the keys of {m} {whose}".replace("whose key ", "where the key ")])
    if form == 2:
        return Sketch(names=[f"count_{condition.name}", "count_entries", f"number_{condition.name}"], params=params, bodies=[f"return sum(1 for {k}, {v} in {m}.items() if {test})", f"{out} = 0\nfor {k}, {v} in {m}.items():\n    if {test}:\n        {out} += 1\nreturn {out}"], what=[f"the number of entries of {m} {whose}", f"how many entries of {m} have a {'value' if on_value else 'key'} that {condition.single}"])
    if form == 3:
        return Sketch(names=[f"sum_{condition.name}", f"total_{condition.name}", "sum_matching"], params=params, bodies=[f"return sum({v} for {k}, {v} in {m}.items() if {test})", f"{out} = 0\nfor {k}, {v} in {m}.items():\n    if {test}:\n        {out} += {v}\nreturn {out}"], what=[f"the sum of the values of the entries of {m} {whose}"])
    transform = number_transform(d)
    return Sketch(names=[f"{transform.name}_values", "change_values", f"map_{transform.name}"], params=[Param(m, "counts"), *transform.params], bodies=[f"return {{{k}: {transform.of(v)} for {k}, {v} in {m}.items()}}", f"{out} = {{}}\nfor {k}, {v} in {m}.items():\n    {out}[{k}] = {transform.of(v)}\nreturn {out}", f"{out} = {{}}\nfor {k} in {m}:\n    {out}[{k}] = {transform.of(f'{m}[{k}]')}\nreturn {out}"], returns="dict[str, int]", what=[f"a copy of {m} with each value {transform.past}", f"a dictionary with the keys of {m} and each value {transform.past}"])


def _dictionary(d: Draw) -> Sketch:
    m = d.name(_DICTS)
    k, v = d.one("k v", "key value", "name count", "key val").split()
    key, default, out = d.name("name wanted entry item"), d.one("0", "None", "-1"), d.name("result out total best")
    code, said, names, returns, kind, extra = d.one(
        (f"sum({m}.values())", f"the sum of the values of {m}", "sum_values total", "int", "counts", [f"{out} = 0\nfor {v} in {m}.values():\n    {out} += {v}\nreturn {out}", f"{out} = 0\nfor {k} in {m}:\n    {out} += {m}[{k}]\nreturn {out}"]), (f"list({m}.keys())", f"the list of the keys of {m}", "keys_of get_keys", "list[str]", "counts", [f"return list({m})"]), (f"list({m}.values())", f"the list of the values of {m}", "values_of", "list[int]", "counts", [f"return [{m}[{k}] for {k} in {m}]"]),
        (f"sorted({m})", f"the sorted list of the keys of {m}", "sorted_keys", "list[str]", "counts", []), (f"sorted({m}.values())", f"the sorted list of the values of {m}", "sorted_values", "list[int]", "counts", []), (f"{{{v}: {k} for {k}, {v} in {m}.items()}}", f"a dictionary with the keys and values of {m} swapped; the last key wins", "invert swap_keys_values flip_dict", "dict[int, str]", "counts", [f"{out} = {{}}\nfor {k}, {v} in {m}.items():\n    {out}[{v}] = {k}\nreturn {out}"]),
        (f"max({m}, key={m}.get)", f"the key of {m} with the largest value, the first of several", "key_of_max best_key argmax_key", "str", "counts1", [f"{out} = None\nfor {k} in {m}:\n    if {out} is None or {m}[{k}] > {m}[{out}]:\n        {out} = {k}\nreturn {out}"]), (f"min({m}, key={m}.get)", f"the key of {m} with the smallest value, the first of several", "key_of_min lowest_key", "str", "counts1", []), (f"max({m}.values())", f"the largest value of {m}", "max_value largest_value", "int", "counts1", []), (f"min({m}.values())", f"the smallest value of {m}", "min_value", "int", "counts1", []),
        (f"list({m}.items())", f"the list of the (key, value) pairs of {m}", "to_pairs items_list", "list[tuple[str, int]]", "counts", [f"return [({k}, {v}) for {k}, {v} in {m}.items()]"]), (f"[{k} for {k}, {v} in sorted({m}.items(), key=lambda x: x[1])]", f"the keys of {m} in ascending order of their values", "keys_by_value", "list[str]", "counts", [f"return sorted({m}, key={m}.get)"]), (f"{{{k}.upper(): {v} for {k}, {v} in {m}.items()}}", f"a copy of {m} with the keys in upper case", "upper_keys", "dict[str, int]", "counts", []), (f"sum({m}.values()) / len({m})", f"the average of the values of {m}", "average_value mean_value", "float", "counts1", []), (f"[f'{{{k}}}={{{v}}}' for {k}, {v} in {m}.items()]", f"a list with the text key=value for each entry of {m}", "format_entries", "list[str]", "counts", []), (f"len({m})", f"the number of entries of {m}", "size_of count_entries", "int", "counts", []),
    )  # fmt: skip
    if d.chance(0.4):
        both = [Param(m, "counts1"), Param(key, "char")]
        inputs = [f"{{'a': 1, 'b': {d.number(2, 9)}}}, 'a'", "{'a': 1}, 'b'", "{'b': 3, 'o': 4}, 'o'"]
        return d.one(
            Sketch(names=["lookup", "get_value", "value_or_default", "find_value"], params=both, bodies=[f"return {m}.get({key}, {default})", f"if {key} in {m}:\n    return {m}[{key}]\nreturn {default}", f"return {m}[{key}] if {key} in {m} else {default}"], returns="int" + (" | None" if default == "None" else ""), what=[f"the value of {key} in {m}"], edge=f"Return {default} if {key} is not a key.", inputs=inputs),
            Sketch(names=["has_key", "contains_key", "is_known"], params=both, bodies=truth(d, f"{key} in {m}"), returns="bool", whether=[f"{key} is a key of {m}"], inputs=inputs),
            Sketch(names=["remove_key", "without_key", "drop_key"], params=both, bodies=[f"return {{{k}: {v} for {k}, {v} in {m}.items() if {k} != {key}}}"], returns="dict[str, int]", what=[f"a copy of {m} without the key {key}"], inputs=inputs),
            Sketch(names=["increment_key", "add_one", "bump"], params=both, bodies=[f"{m}[{key}] = {m}.get({key}, 0) + 1\nreturn {m}", f"if {key} in {m}:\n    {m}[{key}] += 1\nelse:\n    {m}[{key}] = 1\nreturn {m}"], returns="dict[str, int]", do=[f"Add one to the value of {key} in {m}, which counts as 0 if missing, and return {m}"], inputs=inputs),
        )
    if d.chance(0.2):
        a, b = d.one("a b", "first second", "d1 d2", "left right", "old new").split()
        op, said = "+", "added"
        return d.one(
            Sketch(names=["merge", "merge_dicts", "combine", "update_dict"], params=[Param(a, "counts"), Param(b, "counts")], bodies=[f"return {{**{a}, **{b}}}", f"result = dict({a})\nresult.update({b})\nreturn result", f"result = {a}.copy()\nfor key in {b}:\n    result[key] = {b}[key]\nreturn result"], returns="dict[str, int]", what=[f"a dictionary with the entries of {a} and {b}; those of {b} win"], do=[f"Merge {a} and {b}, where values of {b} win"]),
            Sketch(names=["add_dicts", "sum_dicts", "merge_counts"], params=[Param(a, "counts"), Param(b, "counts")], bodies=[f"result = dict({a})\nfor key, value in {b}.items():\n    result[key] = result.get(key, 0) {op} value\nreturn result"], returns="dict[str, int]", what=[f"a dictionary with the keys of {a} and {b}, where values of equal keys are {said}"]),
            Sketch(names=["common_keys", "shared_keys"], params=[Param(a, "counts"), Param(b, "counts")], bodies=[f"return [key for key in {a} if key in {b}]"], returns="list[str]", what=[f"the list of the keys of {a} that are also in {b}"]),
        )
    return Sketch(names=names.split(), params=[Param(m, kind)], bodies=[f"return {code}", *extra], returns=returns, what=[said])


def _unique(d: Draw) -> Sketch:
    source = ints(d, "few") if d.chance(0.7) else words(d)
    xs, x = source.code, source.element
    item = "int" if source.of == "int" else "str"
    seen, out = d.name("seen known visited"), d.name("result out unique")
    k = d.number(2, 3)
    walk = f"{out} = []\nfor {x} in {xs}:\n    if {x} not in {out}:\n        {out}.append({x})\nreturn {out}"
    two = f"{seen} = set()\n{out} = []\nfor {x} in {xs}:\n    if {x} not in {seen}:\n        {seen}.add({x})\n        {out}.append({x})\nreturn {out}"
    bodies, said, names, returns, form = d.one(
        ([walk, two, f"return list(dict.fromkeys({xs}))"], f"the {source.many}{source.where} without duplicates, in order of first appearance", "unique distinct without_duplicates deduplicate drop_duplicates", f"list[{item}]", "what"),
        ([walk, two], f"Drop repeated {source.many} from {xs}, keeping the first of each", "dedupe keep_first unique_items", f"list[{item}]", "do"), ([f"return sorted(set({xs}))"], f"the different {source.many}{source.where} in ascending order", "sorted_unique", f"list[{item}]", "what"), ([f"return len(set({xs}))", f"{seen} = []\nfor {x} in {xs}:\n    if {x} not in {seen}:\n        {seen}.append({x})\nreturn len({seen})"], f"the number of different {source.many}{source.where}", "count_distinct count_unique", "int", "what"),
        ([f"return len(set({xs})) != len({xs})", f"{seen} = set()\nfor {x} in {xs}:\n    if {x} in {seen}:\n        return True\n    {seen}.add({x})\nreturn False"], f"some {source.one} occurs more than once in {xs}", "has_duplicates any_repeated", "bool", "whether"), ([f"return len(set({xs})) == len({xs})", f"{seen} = []\nfor {x} in {xs}:\n    if {x} in {seen}:\n        return False\n    {seen}.append({x})\nreturn True"], f"all {source.many} of {xs} are different", "all_distinct all_unique", "bool", "whether"),
        ([f"return [{x} for {x} in {xs} if {xs}.count({x}) == 1]", f"{out} = []\nfor {x} in {xs}:\n    if {xs}.count({x}) == 1:\n        {out}.append({x})\nreturn {out}"], f"the {source.many}{source.where} that occur exactly once", "singles only_once", f"list[{item}]", "what"), ([f"return sorted(set({x} for {x} in {xs} if {xs}.count({x}) >= {k}))"], f"the different {source.many}{source.where} that occur at least {k} times, in ascending order", f"repeated at_least_{k}_times find_duplicates", f"list[{item}]", "what"),
        ([f"for {x} in {xs}:\n    if {xs}.count({x}) == 1:\n        return {x}\nreturn None"], f"the first {source.one}{source.where} that occurs exactly once, None if there is none", "first_unique", f"{item} | None", "what"), ([f"{seen} = []\nfor {x} in {xs}:\n    if {x} in {seen}:\n        return {x}\n    {seen}.append({x})\nreturn None"], f"the first {source.one}{source.where} that occurred before, None if there is none", "first_repeat first_duplicate", f"{item} | None", "what"),
        ([f"return len({xs}) - len(set({xs}))"], f"how many {source.many}{source.where} repeat an earlier one", "count_duplicates", "int", "what"), ([f"return set({xs})", f"{out} = set()\nfor {x} in {xs}:\n    {out}.add({x})\nreturn {out}"], f"the set of the {source.many}{source.where}", "to_set as_set", f"set[{item}]", "what"), ([f"return max(set({xs}), key={xs}.count) if len(set({xs})) == 1 else None"], f"the only value that occurs{source.where or ' in the list'}, None if there are several or none", "single_value", f"{item} | None", "what"),
        ([f"{out} = []\nfor {x} in {xs}:\n    if not {out} or {out}[-1] != {x}:\n        {out}.append({x})\nreturn {out}"], f"the {source.many}{source.where}, where runs of equal ones are cut to one", "squeeze_runs collapse", f"list[{item}]", "what"), ([f"return {{{x} for {x} in {xs} if {xs}.count({x}) > 1}}"], f"the set of the {source.many}{source.where} that occur more than once", "duplicates_set", f"set[{item}]", "what"), ([f"return max({xs}, key={xs}.count) if {xs} else None", f"best = None\nfor {x} in {xs}:\n    if best is None or {xs}.count({x}) > {xs}.count(best):\n        best = {x}\nreturn best"], f"the most frequent {source.one}{source.where}, the first of several, None if there is none", "most_common mode_of", f"{item} | None", "what"),
    )  # fmt: skip
    return Sketch(names=names.split(), params=source.params, bodies=bodies, returns=returns, inputs=["[1, 1, 2]", "[2, 1, 2, 1]"] if item == "int" else ["['a', 'b', 'a']", "['x', 'x']"], **{form: [said]})


def _two_sets(d: Draw) -> Sketch:
    a, b = d.one(*_TWO).split()
    x, out = d.name("x n item value"), d.name("result out common")
    number = d.chance(0.8)
    item, kind = ("int", "few") if number else ("str", "words")
    condition = number_condition(d, compound=0) if number and d.chance(0.35) else None
    extra, note = (f" and {condition.of(x)}", f" and that {condition.many}") if condition else ("", "")
    test, said, names = d.one((f"{x} in {b}", f"the elements of {a} that are also in {b}", "common intersect shared in_both"), (f"{x} not in {b}", f"the elements of {a} that are not in {b}", "minus difference_of only_in_first without"))
    params = [Param(a, kind), Param(b, kind)]
    loop = f"{out} = []\nfor {x} in {a}:\n    if {test}{extra}:\n        {out}.append({x})\nreturn {out}"
    form = d.number(0, 5)
    if form < 3:
        return Sketch(names=names.split(), params=params + list(condition.params if condition else ()), bodies=[f"return [{x} for {x} in {a} if {test}{extra}]", loop], returns=f"list[{item}]", what=[f"the list of {said}{note}, in their order", f"a list of {said}{note}"])
    if form == 3:
        return Sketch(names=[f"count_{name}" for name in names.split()], params=params + list(condition.params if condition else ()), bodies=[f"return sum(1 for {x} in {a} if {test}{extra})", f"count = 0\nfor {x} in {a}:\n    if {test}{extra}:\n        count += 1\nreturn count"], what=[f"the number of {said.removeprefix('the ')}{note}"])
    code, whether, names = d.one((f"all({x} in {b} for {x} in {a})", f"every element of {a} is in {b}", "is_subset contained_in"), (f"any({x} in {b} for {x} in {a})", f"{a} and {b} have an element in common", "overlap share_element have_common"), (f"not any({x} in {b} for {x} in {a})", f"{a} and {b} have no element in common", "disjoint nothing_shared"), (f"set({a}) == set({b})", f"{a} and {b} contain the same elements, in any order and number", "same_elements"), (f"sorted({a}) == sorted({b})", f"{a} and {b} contain the same elements, each as often", "is_permutation same_items"))
    if form == 4:
        return Sketch(names=names.split(), params=params, bodies=truth(d, code), returns="bool", whether=[whether], inputs=["[1, 2], [2, 1, 3]", "[1], [2]", "[1, 2], [2, 1]", "[1, 2], [2, 3]"] if number else ["['a'], ['a', 'b']", "['a'], ['b']"])
    code, said, names = d.one((f"sorted(set({a}) & set({b}))", f"the different elements that are in both {a} and {b}", "intersection common_sorted"), (f"sorted(set({a}) | set({b}))", f"the different elements that are in {a} or {b}", "union_of all_elements"), (f"sorted(set({a}) - set({b}))", f"the different elements of {a} that are not in {b}", "set_minus"), (f"sorted(set({a}) ^ set({b}))", f"the different elements that are in exactly one of {a} and {b}", "symmetric_difference in_one_only"))
    return Sketch(names=names.split(), params=params, bodies=[f"return {code}"], returns=f"list[{item}]", what=[f"the sorted list of {said}"])


def _side_by_side(d: Draw) -> Sketch:
    a, b = d.one(*_TWO).split()
    x, y = d.one("x y", "p q", "i j", "m n", "u v").split()
    if {x, y} & {a, b}:
        x, y = "first_item", "second_item"
    i, out = d.name("i index k"), d.name("result out total")
    value, many, name = d.one((f"{x} + {y}", "sums", "add"), (f"{x} * {y}", "products", "multiply"), (f"{x} - {y}", "differences", "subtract"), (f"max({x}, {y})", "larger ones", "max"), (f"min({x}, {y})", "smaller ones", "min"), (f"abs({x} - {y})", "absolute differences", "distance"), (f"({x}, {y})", "pairs", "pair"), (f"{x} == {y}", "truth values of equality", "equal"))
    params = [Param(a, "ints"), Param(b, "ints")]
    note = d.one(", up to the length of the shorter list", ", stopping with the shorter list")
    form = d.number(0, 5)
    if form < 2:
        loop = f"{out} = []\nfor {x}, {y} in zip({a}, {b}):\n    {out}.append({value})\nreturn {out}"
        bodies = [f"return [{value} for {x}, {y} in zip({a}, {b})]", loop]
        if name in ("add", "multiply", "subtract"):
            op = value.split()[1]
            bodies.append(f"return [{a}[{i}] {op} {b}[{i}] for {i} in range(min(len({a}), len({b})))]")
        item = "tuple[int, int]" if name == "pair" else "bool" if name == "equal" else "int"
        return Sketch(names=[f"{name}_lists", f"{name}_elementwise", f"{name}_each", f"{name}_pairs"], params=params, bodies=bodies, returns=f"list[{item}]", what=[f"the list of the {many} of the elements of {a} and {b} at equal indices{note}"])
    if form < 4 and name not in ("pair", "equal"):
        condition = number_condition(d, compound=0) if d.chance(0.4) else None
        test = f" if {condition.of(f'({value})' if name in ('add', 'subtract', 'multiply') else value)}" if condition else ""
        if condition:
            return Sketch(names=[f"count_{name}_{condition.name}", f"count_pairs_{condition.name}"], params=params + list(condition.params), bodies=[f"return sum(1 for {x}, {y} in zip({a}, {b}){test})"], what=[f"how many of the {many} of the elements of {a} and {b} at equal indices {condition.many}{note}"])
        loop = f"{out} = 0\nfor {x}, {y} in zip({a}, {b}):\n    {out} += {value}\nreturn {out}"
        return Sketch(names=[f"sum_of_{name}", f"total_{name}", "dot" if name == "multiply" else f"{name}_and_sum"], params=params, bodies=[f"return sum({value} for {x}, {y} in zip({a}, {b}))", loop], what=[f"the sum of the {many} of the elements of {a} and {b} at equal indices{note}"])
    code, said, names, extra = d.one(
        (f"{a} + {b}", f"the elements of {a} followed by those of {b}", "concatenate append_lists join_lists", []), (f"[z for pair in zip({a}, {b}) for z in pair]", f"the elements of {a} and {b} in turn{note}", "interleave alternate weave", [f"{out} = []\nfor {x}, {y} in zip({a}, {b}):\n    {out}.append({x})\n    {out}.append({y})\nreturn {out}"]), (f"sorted({a} + {b})", f"the elements of {a} and {b} in ascending order", "merge_sorted merge_lists", []), (f"[{x} for {x} in {a} if {x} > max({b}, default=0)]", f"the elements of {a} that are greater than the largest of {b}, which counts as 0 if {b} is empty", "above_all", []),
        (f"{b} + {a}", f"the elements of {b} followed by those of {a}", "prepend_list", []), (f"[{x} for {x}, {y} in zip({a}, {b}) if {x} == {y}]", f"the elements of {a} that equal the element of {b} at the same index{note}", "matches same_places", [f"{out} = []\nfor {x}, {y} in zip({a}, {b}):\n    if {x} == {y}:\n        {out}.append({x})\nreturn {out}"]), (f"[[{x}, {y}] for {x} in {a} for {y} in {b}]", f"the list of all lists of one element of {a} and one of {b}", "product_of_lists combinations_of", [f"{out} = []\nfor {x} in {a}:\n    for {y} in {b}:\n        {out}.append([{x}, {y}])\nreturn {out}"]),
    )  # fmt: skip
    kind = "few" if "==" in code else "ints"
    returns = "list[list[int]]" if code.startswith("[[") else "list[int]"
    return Sketch(names=names.split(), params=[Param(a, kind), Param(b, kind)], bodies=[f"return {code}", *extra], returns=returns, what=[said if not said.startswith("the elements") else f"a list of {said}"])


def _pairs(d: Draw) -> Sketch:
    p = d.name("pairs points items edges tuples data")
    a, b = d.one("a b", "x y", "first second", "left right", "p q").split()
    d.taken |= {a, b}
    condition = number_condition(d, compound=0)
    code, said, name = d.one((f"{a} + {b}", "sum", "sum"), (f"{a} * {b}", "product", "product"), (f"{b} - {a}", "second minus the first number", "difference"), (f"max({a}, {b})", "larger number", "larger"), (a, "first number", "first"), (b, "second number", "second"), (f"({b}, {a})", "swapped version", "swap"), (f"abs({a} - {b})", "distance of the numbers", "distance"))
    out = d.name("result out total")
    form = d.number(0, 5)
    if form < 2:
        item = "tuple[int, int]" if name == "swap" else "int"
        return Sketch(names=[f"{name}_pairs", f"{name}_each", f"{name}s_of_pairs"], params=[Param(p, "pairs")], bodies=[f"return [{code} for {a}, {b} in {p}]", f"{out} = []\nfor {a}, {b} in {p}:\n    {out}.append({code})\nreturn {out}", f"return [{code.replace(a, 'pair[0]').replace(b, 'pair[1]')} for pair in {p}]" if (a, b) == ("first", "second") else f"return [{code} for {a}, {b} in {p}]"], returns=f"list[{item}]", what=[f"a list with the {said} of each of the pairs in {p}", f"the list of the {said} of each pair in {p}"])
    if form == 2 and name != "swap":
        return Sketch(names=[f"total_{name}", f"sum_of_{name}s"], params=[Param(p, "pairs")], bodies=[f"return sum({code} for {a}, {b} in {p})", f"{out} = 0\nfor {a}, {b} in {p}:\n    {out} += {code}\nreturn {out}"], what=[f"the sum over all pairs in {p} of the {said}"])
    if form == 3 and name != "swap":
        test = condition.of(f"({code})" if " " in code and "(" not in code else code)
        return Sketch(names=[f"pairs_with_{condition.name}", f"filter_{name}_{condition.name}", "select_pairs"], params=[Param(p, "pairs"), *condition.params], bodies=[f"return [({a}, {b}) for {a}, {b} in {p} if {test}]"], returns="list[tuple[int, int]]", what=[f"the pairs in {p} for which the {said} {condition.single}"])
    if form == 4:
        t = d.name("pair p t point")
        code, said, name, returns = d.one((f"({t}[1], {t}[0])", f"the pair {t} with its numbers swapped", "swap_pair swap reverse_pair", "tuple[int, int]"), (f"{t}[0] + {t}[1]", f"the sum of the two numbers of {t}", "sum_pair add_pair", "int"), (f"max({t})", f"the larger number of the pair {t}", "larger_of_pair", "int"), (f"({t}[0] + 1, {t}[1] + 1)", f"the pair {t} with both numbers increased by one", "shift_pair", "tuple[int, int]"), (f"{t}[0] == {t}[1]", "", "", ""), (f"abs({t}[0]) + abs({t}[1])", f"the sum of the absolute values of the two numbers of {t}", "manhattan grid_distance", "int"), (f"(min({t}), max({t}))", f"the pair {t} with the smaller number first", "order_pair sort_pair", "tuple[int, int]"), (f"{t}[0] * {t}[1]", f"the product of the two numbers of {t}", "multiply_pair", "int"))
        if not said:
            return Sketch(names=["is_double", "equal_pair", "same_numbers"], params=[Param(t, "pair")], bodies=[f"return {code}"], returns="bool", whether=[f"the two numbers of the pair {t} are equal"])
        return Sketch(names=name.split(), params=[Param(t, "pair")], bodies=[f"return {code}"], returns=returns, what=[said])
    xs = d.name("numbers values nums")
    code, said, name, extra = d.one((f"(min({xs}), max({xs}))", f"the smallest and the largest of {xs} as a pair", "min_max extremes", []), (f"({xs}[0], {xs}[-1])", f"the first and the last of {xs} as a pair", "ends_pair first_last", []), (f"(sum({xs}), len({xs}))", f"the sum and the number of {xs} as a pair", "sum_and_count", []), (f"(max({xs}), {xs}.index(max({xs})))", f"the largest of {xs} and its first index as a pair", "max_with_index", []), (f"(sum({xs}), max({xs}))", f"the sum and the largest of {xs} as a pair", "sum_and_max", []), (f"max({xs}) - min({xs})", f"the difference between the largest and the smallest of {xs}", "spread value_range", []))
    return Sketch(names=name.split(), params=[Param(xs, "ints1")], bodies=[f"return {code}", *extra], returns="int" if code.startswith("max") else "tuple[int, int]", what=[said])


def _named_pairs(d: Draw) -> Sketch:
    p = d.name("people entries records scores items")
    a, b = d.one("name score", "name value", "key count", "label points", "name age").split()
    condition = number_condition(d, compound=0)
    out = d.name("result out names")
    form = d.number(0, 2)
    if form == 0:
        return Sketch(names=[f"{a}s_{condition.name}", f"select_{condition.name}", f"find_{a}s"], params=[Param(p, "named"), *condition.params], bodies=[f"return [{a} for {a}, {b} in {p} if {condition.of(b)}]", f"{out} = []\nfor {a}, {b} in {p}:\n    if {condition.of(b)}:\n        {out}.append({a})\nreturn {out}"], returns="list[str]", what=[f"the list of the {a}s in the ({a}, {b}) pairs of {p} whose {b} {condition.single}"])
    if form == 1:
        return Sketch(names=["to_dict", "totals", f"sum_by_{a}", "pairs_to_dict"], params=[Param(p, "named")], bodies=[f"{out} = {{}}\nfor {a}, {b} in {p}:\n    {out}[{a}] = {out}.get({a}, 0) + {b}\nreturn {out}"], returns="dict[str, int]", what=[f"a dictionary from each {a} to the sum of its {b}s in the ({a}, {b}) pairs of {p}"])
    down = d.chance(0.5)
    return Sketch(names=[f"sort_by_{b}", f"order_by_{b}", f"rank_{a}s"], params=[Param(p, "named")], bodies=[f"return sorted({p}, key=lambda pair: pair[1]{', reverse=True' if down else ''})"], returns="list[tuple[str, int]]", what=[f"the ({a}, {b}) pairs of {p} sorted by {b}, {'largest' if down else 'smallest'} first"], do=[f"Sort the ({a}, {b}) pairs of {p} by {b}, {'largest' if down else 'smallest'} first"])


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
    those = "the " + condition.those(d, "numbers", f" in the {outer} of {m}") if condition else d.one(f"the numbers in the {outer} of {m}", f"all numbers in {m}, a list of lists")
    phrase = transform.phrase(d, those) if transform else those
    params = [Param(m, "nested"), *(condition.params if condition else ()), *(transform.params if transform else ())]
    iterate = f"for {row} in {m} for {x} in {row}" + (f" if {test}" if test else "")

    def loop(start: str, inner: str) -> str:
        body = f"        if {test}:\n            {inner}\n" if test else f"        {inner}\n"
        return f"{out} = {start}\nfor {row} in {m}:\n    for {x} in {row}:\n{body}return {out}"

    name = condition.name if condition else ""
    form = d.number(0, 5)
    if form < 3:
        bodies = [f"return [{value} {iterate}]", loop("[]", f"{out}.append({value})")]
        if not test and not transform:
            bodies += [f"{out} = []\nfor {row} in {m}:\n    {out}.extend({row})\nreturn {out}", f"{out} = []\nfor {row} in {m}:\n    {out} += {row}\nreturn {out}", f"return sum({m}, [])"]
        return Sketch(names=[fold.name_of(d, "flat", name), fold.name_of(d, "flatten", name or "lists"), fold.name_of(d, "unnest", name), fold.name_of(d, "concat", name or "rows")], params=params, bodies=bodies, returns="list[int]", what=[f"one flat list of {phrase}", f"a single list with {phrase}"], do=[f"Flatten {m} to one list" + (f" with only {those}" if condition else "")] if not transform else [])
    if form == 3 or not condition:
        return Sketch(names=[fold.name_of(d, "sum_all", name), fold.name_of(d, "total", name), fold.name_of(d, "nested_sum", name)], params=params, bodies=[f"return sum({value} {iterate})", loop("0", f"{out} += {value}")], what=[f"the sum of {phrase}"])
    if transform:
        params = [p for p in params if p not in transform.params]
    return Sketch(names=[f"count_{name}", f"count_all_{name}", f"nested_count_{name}"], params=params, bodies=[f"return sum(1 {iterate})", loop("0", f"{out} += 1")], what=[f"how many {those.removeprefix('the ')} there are", f"the number of {those.removeprefix('the ')}"])


def _nested(d: Draw) -> Sketch:
    m = d.name("nested lists groups rows list_of_lists data")
    row, out = d.name("row sub inner part group x"), d.name("result out")
    k = d.number(1, 3)
    code, said, name, kind, returns = d.one((f"sum({row})", "sums", "sum", "nested", "int"), (f"len({row})", "lengths", "length", "nested", "int"), (f"max({row})", "largest numbers", "max", "nested1", "int"), (f"min({row})", "smallest numbers", "min", "nested1", "int"), (f"{row}[0]", "first elements", "first", "nested1", "int"), (f"{row}[-1]", "last elements", "last", "nested1", "int"), (f"sorted({row})", "sorted copies", "sorted", "nested", "list[int]"), (f"{row}[::-1]", "reversed copies", "reversed", "nested", "list[int]"), (f"{row}[:{k}]", f"first {k} elements", f"first_{k}", "nested", "list[int]"))
    form = d.number(0, 3)
    if form < 2:
        return Sketch(names=[f"{name}_of_each", f"{name}_each", f"map_{name}", f"row_{name}"], params=[Param(m, kind)], bodies=[f"return [{code} for {row} in {m}]", f"{out} = []\nfor {row} in {m}:\n    {out}.append({code})\nreturn {out}"], returns=f"list[{returns}]", what=[f"a list with the {said} of the lists in {m}", f"the list of the {said} of the inner lists of {m}"])
    condition = number_condition(d, compound=0)
    if returns == "int":
        test = condition.of(code)
        return Sketch(names=[f"lists_with_{name}_{condition.name}", f"keep_{name}_{condition.name}", "select_lists"], params=[Param(m, kind), *condition.params], bodies=[f"return [{row} for {row} in {m} if {test}]", f"{out} = []\nfor {row} in {m}:\n    if {test}:\n        {out}.append({row})\nreturn {out}"], returns="list[list[int]]", what=[f"those lists in {m} whose {said.removesuffix('s') if said not in ('sums', 'lengths') else said[:-1]} {condition.single}"])
    code, said, name = d.one((f"max({m}, key=len)", "longest", "longest"), (f"min({m}, key=len)", "shortest", "shortest"), (f"max({m}, key=sum)", "list with the largest sum", "largest_sum"), (f"min({m}, key=sum)", "list with the smallest sum", "smallest_sum"))
    said = said if "list" in said else f"{said} list"
    return Sketch(names=[f"{name}_list", f"find_{name}", f"{name}_row"], params=[Param(m, "nested1")], bodies=[f"return {code}"], returns="list[int]", what=[f"the {said} in {m}, the first of several"])


def _matrix(d: Draw) -> Sketch:
    m = d.name("matrix matrix grid m rows table a")
    row, i, j, out = d.name("row r line"), d.name("i r2 y"), d.name("j c x"), d.name("result out total")
    k = d.number(2, 9)
    transform = number_transform(d)
    x = d.name("value cell v item")
    condition = number_condition(d, compound=0)
    code, said, names, kind, returns, extra = d.one(
        (f"[[{row}[{j}] for {row} in {m}] for {j} in range(len({m}[0]))]", f"the transpose of {m}: rows become columns", "transposed flip_matrix rows_to_columns", "matrix", "list[list[int]]", [f"return [list(column) for column in zip(*{m})]", f"{out} = []\nfor {j} in range(len({m}[0])):\n    {out}.append([{row}[{j}] for {row} in {m}])\nreturn {out}"]),
        (f"sum({m}[{i}][{i}] for {i} in range(len({m})))", f"the sum of the main diagonal of the square matrix {m}", "trace diagonal_sum", "square", "int", [f"{out} = 0\nfor {i} in range(len({m})):\n    {out} += {m}[{i}][{i}]\nreturn {out}"]), (f"[{m}[{i}][{i}] for {i} in range(len({m}))]", f"the main diagonal of the square matrix {m}", "diagonal main_diagonal", "square", "list[int]", []),
        (f"[{m}[{i}][len({m}) - 1 - {i}] for {i} in range(len({m}))]", f"the diagonal of the square matrix {m} from the top right to the bottom left", "anti_diagonal", "square", "list[int]", []), (f"[sum({row}) for {row} in {m}]", f"the sums of the rows of {m}", "row_sums row_totals", "matrix", "list[int]", [f"{out} = []\nfor {row} in {m}:\n    {out}.append(sum({row}))\nreturn {out}"]),
        (f"[sum({row}[{j}] for {row} in {m}) for {j} in range(len({m}[0]))]", f"the sums of the columns of {m}", "column_sums", "matrix", "list[int]", [f"return [sum(column) for column in zip(*{m})]"]), (f"[max({row}) for {row} in {m}]", f"the largest number of each row of {m}", "row_maxima", "matrix", "list[int]", []), (f"max(max({row}) for {row} in {m})", f"the largest number in {m}", "matrix_max", "matrix", "int", []),
        (f"{m}[::-1]", f"{m} with its rows in reverse order", "flip_vertical", "matrix", "list[list[int]]", []), (f"[{row}[::-1] for {row} in {m}]", f"{m} with each row reversed", "flip_horizontal mirror", "matrix", "list[list[int]]", []), (f"[len({m}), len({m}[0])]", f"the number of rows and of columns of {m} as a list", "shape dimensions", "matrix", "list[int]", []), (f"[{row}[0] for {row} in {m}]", f"the first column of {m}", "first_column", "matrix", "list[int]", []), (f"len({m}) * len({m}[0])", f"the number of cells of the matrix {m}", "count_cells", "matrix", "int", []),
        (f"[{row}[:] for {row} in {m}]", f"a copy of the matrix {m} whose rows are copies too", "copy_matrix", "matrix", "list[list[int]]", []), (f"{m}[0][0] * {m}[-1][-1]", f"the product of the top left and the bottom right number of {m}", "corner_product", "matrix", "int", []), (f"[list({row}) for {row} in zip(*{m}[::-1])]", f"the matrix {m} turned clockwise by a quarter", "rotate_clockwise", "matrix", "list[list[int]]", []),
    )  # fmt: skip
    form = d.number(0, 9)
    if form < 4:
        return Sketch(names=names.split(), params=[Param(m, kind)], bodies=[f"return {code}", f"return {code}", *extra], returns=returns, what=[said])
    if form < 6:
        return Sketch(names=[f"{transform.name}_matrix", f"matrix_{transform.name}"], params=[Param(m, "matrix"), *transform.params], bodies=[f"return [[{transform.of(x)} for {x} in {row}] for {row} in {m}]", f"{out} = []\nfor {row} in {m}:\n    {out}.append([{transform.of(x)} for {x} in {row}])\nreturn {out}"], returns="list[list[int]]", what=[f"a copy of the matrix {m} with each number {transform.past}", f"the matrix {m} with every cell {transform.past}"])
    if form == 6:
        n, w = d.one("n m", "rows columns", "height width", "count size").split()
        fill, what, name = d.one(("0", "zeros", "zeros"), (str(k), f"cells {k}", f"filled_{k}"), (f"{i} + {j}", f"cells {i} + {j} in row {i} and column {j}, counted from 0", "sums_table"), (f"{i} * {j}", f"cells {i} * {j} in row {i} and column {j}, counted from 0", "times_table"), (f"({i} + 1) * ({j} + 1)", f"cells ({i} + 1) * ({j} + 1) in row {i} and column {j}, counted from 0", "multiplication_table"))
        return Sketch(names=[name, f"make_{name}", "new_matrix"], params=[Param(n, "smallpos"), Param(w, "smallpos")], bodies=[f"return [[{fill} for {j} in range({w})] for {i} in range({n})]", f"{out} = []\nfor {i} in range({n}):\n    {out}.append([{fill} for {j} in range({w})])\nreturn {out}"], returns="list[list[int]]", what=[f"a matrix of {n} rows and {w} columns with {what}"], draw=lambda e: (e.number(1, 3), e.number(1, 4)))
    if form == 7:
        n = d.name("n size k")
        return Sketch(names=["unit_matrix", "diagonal_matrix", f"diagonal_{k}"], params=[Param(n, "smallpos")], bodies=[f"return [[{k} if {i} == {j} else 0 for {j} in range({n})] for {i} in range({n})]"], returns="list[list[int]]", what=[f"an {n} by {n} matrix with {k} on the main diagonal and 0 elsewhere"])
    return Sketch(names=[f"count_{condition.name}_cells", f"cells_{condition.name}"], params=[Param(m, "matrix"), *condition.params], bodies=[f"return sum(1 for {row} in {m} for {x} in {row} if {condition.of(x)})", f"{out} = 0\nfor {row} in {m}:\n    for {x} in {row}:\n        if {condition.of(x)}:\n            {out} += 1\nreturn {out}"], what=[f"how many numbers in the matrix {m} {condition.many}", f"the number of cells of {m} that {condition.many}"])


FAMILIES = (
    Family("dictionaries", ((_count_into, 3), (_entries, 4), (_dictionary, 4), (_group, 1))),
    Family("sets", ((_unique, 3), (_two_sets, 2))),
    Family("two_lists", ((_side_by_side, 1),)),
    Family("pairs", ((_pairs, 3), (_named_pairs, 1))),
    Family("nested_lists", ((_flat, 3), (_nested, 2))),
    Family("matrices", ((_matrix, 1),)),
)
