"""Dictionaries: made by counting and grouping, filtered, inverted, looked up."""

from __future__ import annotations

from trainer.data.exercises.conditions import number_condition, word_condition
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.arithmetic import clauses, phrases
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
    place = "in the list" if source.many == xs else f"of {xs}"
    out = d.name("counts result freq tally table out")
    value, said, names = d.one(
        (
            "",
            f"how often each {source.one}{source.where} occurs",
            "count_each frequencies tally occurrences histogram counter count_all frequency_map",
        ),
        (
            "",
            f"the number of occurrences of each {source.one}{source.where}",
            "count_items frequency_table get_counts build_histogram counts_by_item count_occurrences",
        ),
        (
            f"len({x})" if source.of == "word" else f"{x} * 2",
            f"each {source.one}{source.where} to its " + ("length" if source.of == "word" else "double"),
            "lengths_map to_dict map_values build_mapping value_map as_dict make_table",
        ),
        (
            "i",
            f"each {source.one}{source.where} to its last index",
            "last_positions index_map last_index last_seen position_map final_positions where_last",
        ),
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
        those = f"the {source.many} {place}" + (f" that {condition.many}" if condition else "")
        bodies = [f"{out} = {{}}\nfor {x} in {xs}:\n{test}{step}return {out}"] * 2
        if not condition:
            bodies.append(f"return {{{x}: {xs}.count({x}) for {x} in {xs}}}")
        return Sketch(
            names=names.split(),
            params=[*source.params, *(condition.params if condition else ())],
            bodies=bodies,
            returns=f"dict[{kind}, int]",
            what=[
                f"a dictionary that tells {said}{note}"
                if said.startswith("how")
                else f"a dictionary with {said}{note}",
                f"a frequency table of {those}",
                f"a dictionary with {those} as keys and their counts as values",
                f"a dictionary that maps each of {those} to the number of times it occurs",
                f"the counts of {those} as a dictionary",
                f"a histogram of {those}, as a dictionary",
            ],
            do=[
                *([f"Count {said}{note}"] if said.startswith("how") else []),
                f"Count each of {those} and return the counts as a dictionary",
            ],
            sentences=[
                f"How many times does each of {those} occur? Answer with a dictionary.",
                f"Go through {xs} and count {those} in a dictionary, one entry for each different one.",
                f"Given {xs}, build a dictionary from {those} to their frequencies.",
                f"The keys of the result are {those}, the values tell how often each appears.",
                f"Work out the frequency of each of {those}, in a dict.",
                f"Tally {those} in a dictionary.",
            ],
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
    result, image = {
        "word": ("its length", "how many characters it has"),
        "char": ("its code", "the number that ord() gives for it"),
        "int": ("its double", "twice its value"),
    }[source.of]
    if value == "i":
        result, image = "its last index", "the index where it occurs last"
    each = f"each {source.one}{source.where}"
    return Sketch(
        names=names.split(),
        params=source.params,
        bodies=bodies,
        returns=f"dict[{kind}, int]",
        what=[
            f"a dictionary from {said}",
            f"a dictionary that maps {each} to {result}",
            f"a dictionary in which {each} is a key and {result} the value",
            f"a dict with the {source.many} {place} as keys, and for {each} {image}",
            f"a lookup table that gives for {each} {image}",
        ],
        do=[
            f"Map {said}",
            f"Build a dictionary that takes {each} to {image}",
            f"Make a dictionary from {xs}: each {source.one} is stored with {result}",
        ],
        sentences=[
            f"Given {xs}, store for each {source.one} {image}, in a dictionary.",
            f"The keys are the {source.many} {place}; the value of each is {image}.",
            f"Go through {xs} and note {result} for each {source.one} in a dict.",
            f"For every {source.one}, what is {result}? Return the answers as a dictionary.",
        ],
    )


def _group(d: Draw) -> Sketch:
    source = ints(d) if d.chance(0.5) else words(d)
    xs, x = source.code, source.element
    place = "in the list" if source.many == xs else f"of {xs}"
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
    yes_no = said.startswith("whether")
    by = said if yes_no else f"their {said}"
    each = f"each answer (True or False) to '{x} > {k}'" if yes_no else f"each {said}"
    values = f"the answers True and False to '{x} > {k}'" if yes_no else f"the values of the {said}"
    bodies = [
        f"{out} = {{}}\nfor {x} in {xs}:\n    {out}.setdefault({code}, []).append({x})\nreturn {out}",
        f"{out} = {{}}\nfor {x} in {xs}:\n    {key} = {code}\n    if {key} not in {out}:\n        {out}[{key}] = []\n    {out}[{key}].append({x})\nreturn {out}",  # noqa: E501
    ]
    if d.chance(0.35):
        return Sketch(
            names=[
                "count_by",
                "count_groups",
                "group_sizes",
                "tally_by",
                f"count_{source.many}_by",
                "group_counts",
                "size_of_groups",
                "counts_by_key",
            ],
            params=source.params,
            bodies=[
                f"{out} = {{}}\nfor {x} in {xs}:\n    {key} = {code}\n    {out}[{key}] = {out}.get({key}, 0) + 1\nreturn {out}"  # noqa: E501
            ],
            returns=f"dict[{kind}, int]",
            what=[
                f"a dictionary with the number of {source.many}{source.where} by {by}",
                f"a dictionary that maps {each} to the number of {source.many} that have it",
                f"the sizes of the groups that {xs} falls into by {said}, as a dictionary",
                f"a frequency table of {values}",
                f"how many {source.many} there are for {each}, in a dictionary",
            ],
            do=[f"Count the {source.many}{source.where} by {by}"],
            sentences=[
                f"How many {source.many}{source.where} are there for {each}? Answer with a dictionary.",
                f"Group {xs} by {said}, but only tell how large each group is.",
                f"Go through {xs} and tally {values} in a dict.",
                f"The keys are {values}, each value is the number of such {source.many}.",
                f"Given {xs}, count how often each of {values} occurs.",
            ],
        )
    return Sketch(
        names=[
            "group_by",
            f"group_{source.many}",
            "partition_by",
            "bucket",
            "make_groups",
            "sort_into_groups",
            f"bucket_{source.many}",
            "classify",
        ],
        params=source.params,
        bodies=bodies,
        returns=f"dict[{kind}, list[{item}]]",
        what=[
            f"a dictionary with the lists of the {source.many}{source.where} grouped by {by}",
            f"a dictionary that maps {each} to the list of the {source.many} that have it",
            f"a dictionary of lists in which the {source.many} {place} are collected by {by}",
        ],
        do=[
            f"Group the {source.many}{source.where} by {by}",
            f"Sort the {source.many}{source.where} into groups by {by}, as a dictionary of lists",
            f"Bucket the {source.many}{source.where} by {by}",
            f"Divide {xs} into lists by {said}, one for {each}, in a dictionary",
        ],
        sentences=[
            f"Go through {xs} and put each {source.one} into a list by {said}; return the dictionary of lists.",
            f"Which {source.many} belong to {each}? Answer with a dictionary of lists.",
            f"Given {xs}, make a dictionary: the keys are {values}, the values the lists of such {source.many}.",
            f"The {source.many} {place}, put together by {by} in a dictionary of lists.",
            f"Build a dict from {each} to the list of the {source.many} that have it.",
        ],
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
    part = "value" if on_value else "key"
    ways = [condition.single, *(clauses(condition) if on_value else [])]
    by_key = condition.of(f"{m}[{k}]" if on_value else k)
    params += condition.params
    form = d.number(0, 4)
    out = d.name("result out kept total")
    if form == 0:
        return Sketch(
            names=[
                f"filter_{condition.name}",
                f"keep_{condition.name}",
                "select_entries",
                "filter_dict",
                f"only_{condition.name}",
                f"entries_{condition.name}",
                f"filter_by_{part}",
                f"pick_{condition.name}",
            ],
            params=params,
            bodies=[
                f"return {{{k}: {v} for {k}, {v} in {m}.items() if {test}}}",
                f"{out} = {{}}\nfor {k}, {v} in {m}.items():\n    if {test}:\n        {out}[{k}] = {v}\nreturn {out}",
            ],
            returns="dict[str, int]",
            what=[
                f"a dictionary of the entries of {m} {whose}",
                *(f"a new dictionary with only those items of {m} whose {part} {way}" for way in ways),
                *(f"the part of {m} where the {part} {way}, as a dictionary" for way in ways),
                *(f"a filtered copy of {m}: an entry stays only if its {part} {way}" for way in ways),
            ],
            do=[
                f"Keep the entries of {m} {whose}",
                *(f"Filter {m} down to the entries with a {part} that {way}" for way in ways),
            ],
            sentences=[
                text
                for way in ways
                for text in (
                    f"Pick out the entries of {m} whose {part} {way}, as a new dict.",
                    f"Given a dictionary {m}, throw away every entry except where the {part} {way}.",
                    f"Which items of {m} have a {part} that {way}? Return them as a dictionary.",
                    f"Copy {m}, leaving out all entries but those whose {part} {way}.",
                )
            ],
        )
    if form == 1:
        return Sketch(
            names=[
                f"keys_{condition.name}",
                "matching_keys",
                f"find_{condition.name}",
                f"get_keys_{condition.name}",
                f"keys_with_{condition.name}",
                "filter_keys",
                "select_keys",
                f"list_{condition.name}",
            ],
            params=params,
            bodies=[
                f"return [{k} for {k}, {v} in {m}.items() if {test}]",
                f"{out} = []\nfor {k}, {v} in {m}.items():\n    if {test}:\n        {out}.append({k})\nreturn {out}",
                f"{out} = []\nfor {k} in {m}:\n    if {by_key}:\n        {out}.append({k})\nreturn {out}",
            ],
            returns="list[str]",
            what=[
                f"the list of the keys of {m} {whose}".replace("whose key ", "where the key "),
                *(f"a list of the keys of all entries of {m} whose {part} {way}" for way in ways),
                *(
                    f"all keys of {m} {'with a value that' if on_value else 'where the key'} {way}, as a list"
                    for way in ways
                ),
            ],
            do=[f"List the keys of {m} {'with a value that' if on_value else 'where the key'} {way}" for way in ways],
            sentences=[
                text
                for way in ways
                for text in (
                    f"Which keys of {m} have a value that {way}?"
                    if on_value
                    else f"Pick out each key of {m} that {way}.",
                    f"Go through {m} and collect in a list every key {'whose value' if on_value else 'that'} {way}.",
                    f"Look for entries of {m} whose {part} {way}, and give back their keys in a list.",
                    f"Given a dictionary {m}, list the keys of entries whose {part} {way}.",
                )
            ],
        )
    if form == 2:
        return Sketch(
            names=[
                f"count_{condition.name}",
                "count_entries",
                f"number_{condition.name}",
                f"num_{condition.name}",
                f"how_many_{condition.name}",
                f"count_{part}s",
                "count_matching",
                f"{part}s_{condition.name}",
            ],
            params=params,
            bodies=[
                f"return sum(1 for {k}, {v} in {m}.items() if {test})",
                f"{out} = 0\nfor {k}, {v} in {m}.items():\n    if {test}:\n        {out} += 1\nreturn {out}",
            ],
            what=[
                f"the number of entries of {m} {whose}",
                f"how many entries of {m} have a {part} that {condition.single}",
                f"the number of {part}s in {m} that {condition.many}",
                *(f"how often the {part} of an entry in {m} {way}" for way in ways),
            ],
            do=[f"Count the entries of {m} where the {part} {way}" for way in ways],
            sentences=[
                text
                for way in ways
                for text in (
                    f"How many entries of {m} have a {part} that {way}?",
                    f"Go through the {part}s of {m} and count every one that {way}.",
                    f"Given a dictionary {m}, tell how many of its entries fit: the {part} {way}.",
                    f"Figure out for how many items of {m} the {part} {way}.",
                )
            ],
        )
    if form == 3:
        return Sketch(
            names=[
                f"sum_{condition.name}",
                f"total_{condition.name}",
                "sum_matching",
                f"add_{condition.name}",
                f"sum_values_{condition.name}",
                f"sum_if_{condition.name}",
                f"sum_where_{condition.name}",
                "conditional_total",
            ],
            params=params,
            bodies=[
                f"return sum({v} for {k}, {v} in {m}.items() if {test})",
                f"{out} = 0\nfor {k}, {v} in {m}.items():\n    if {test}:\n        {out} += {v}\nreturn {out}",
            ],
            what=[
                f"the sum of the values of the entries of {m} {whose}",
                *(f"the total of the values in {m}, counting only entries where the {part} {way}" for way in ways),
                f"the sum of all values in {m} that {condition.many}"
                if on_value
                else f"the sum of all values in {m} with a key that {condition.single}",
            ],
            do=[f"Add up the values of {m}, but only where the {part} {way}" for way in ways],
            sentences=[
                text
                for way in ways
                for text in (
                    f"What do the values of {m} add up to if an entry counts only when its {part} {way}?",
                    f"Go through {m}. Whenever the {part} {way}, add the value to a total; return that.",
                    f"Given a dictionary {m}, add together the values of entries whose {part} {way}.",
                    f"Sum of the values in {m}, leaving out all entries but those whose {part} {way}.",
                )
            ],
        )
    transform = number_transform(d)
    made = phrases(transform, "the old one")
    return Sketch(
        names=[
            f"{transform.name}_values",
            "change_values",
            f"map_{transform.name}",
            f"{transform.name}_all_values",
            f"{transform.name}_dict",
            "transform_values",
            f"{transform.name}_each_value",
            "map_values",
        ],
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
            f"a new dictionary like {m}, but with every value {transform.past}",
            *(f"a dictionary with the same keys as {m}, each new value being {one}" for one in made),
            f"a dictionary from each key of {m} to its value {transform.past}",
        ],
        do=[transform.do.replace("each of @", "@").replace("@", f"every value of {m}") + ", in a new dictionary"]
        if transform.do
        else [f"Take the absolute value of every value of {m}, in a new dictionary"],
        sentences=[
            f"Copy {m}, but with each value {transform.past}; the keys stay the same.",
            f"Given a dictionary {m}, leave its keys alone; every value is {transform.past}. Return a new dict.",
            *(f"Go through {m} and build a new dict: under each key, the value is {one}." for one in made),
            f"What does {m} become with each value {transform.past}? Do not change {m} itself.",
        ],
    )


def _dictionary(d: Draw) -> Sketch:
    m = d.name(_DICTS)
    k, v = d.one("k v", "key value", "name count", "key val").split()
    key, default, out = d.name("name wanted entry item"), d.one("0", "None", "-1"), d.name("result out total best")
    code, what, sentences, names, returns, kind, extra = d.one(
        (
            f"sum({m}.values())",
            [f"the sum of the values of {m}", f"the total of all values in {m}", f"the values of {m} added together"],
            [
                f"What do the values of {m} add up to?",
                f"Add up all values of {m}.",
                f"Go through {m} and add its values together.",
                f"Given a dictionary {m}, sum its values, whatever the keys are.",
                f"Total of the values in {m}, 0 if it is empty.",
                f"Work out the sum over the values of {m}.",
            ],
            "sum_values total sum_of_values total_value add_values sum_dict grand_total values_sum",
            "int",
            "counts",
            [
                f"{out} = 0\nfor {v} in {m}.values():\n    {out} += {v}\nreturn {out}",
                f"{out} = 0\nfor {k} in {m}:\n    {out} += {m}[{k}]\nreturn {out}",
            ],
        ),
        (
            f"list({m}.keys())",
            [
                f"the list of the keys of {m}",
                f"a list with every key of {m}",
                f"the keys of {m} as a list",
                f"all keys of {m} in a list, in the order of {m}",
            ],
            [
                f"Which keys does {m} have? Return them as a list.",
                f"List all keys of {m}.",
                f"Collect the keys of {m} in a list.",
                f"Given a dictionary {m}, give back a list of its keys without the values.",
                f"Turn the keys of {m} into a list.",
            ],
            "keys_of get_keys list_keys key_list all_keys dict_keys collect_keys names_of_entries",
            "list[str]",
            "counts",
            [f"return list({m})"],
        ),
        (
            f"list({m}.values())",
            [
                f"the list of the values of {m}",
                f"a list with the value of every key of {m}",
                f"the values of {m} as a list",
                f"all values of {m} in a list, in the order of their keys in {m}",
            ],
            [
                f"Which values does {m} hold? Return them as a list, repeated ones included.",
                f"List all values of {m}.",
                f"Collect the values of {m} in a list.",
                f"Given a dictionary {m}, give back a list of its values without the keys.",
                f"Throw away the keys of {m} and return its values as a list.",
            ],
            "values_of get_values list_values value_list all_values dict_values collect_values",
            "list[int]",
            "counts",
            [f"return [{m}[{k}] for {k} in {m}]"],
        ),
        (
            f"sorted({m})",
            [
                f"the sorted list of the keys of {m}",
                f"the keys of {m} in ascending order",
                f"a list of the keys of {m}, sorted alphabetically",
                f"the keys of {m} in alphabetical order, as a list",
            ],
            [
                f"Sort the keys of {m} and return them as a list.",
                f"List the keys of {m} alphabetically.",
                f"Put the keys of {m} in order; the values do not matter.",
                f"Given a dictionary {m}, give back a sorted list of its keys.",
                f"What are the keys of {m}, in ascending order?",
            ],
            "sorted_keys ordered_keys sort_keys keys_in_order alphabetical_keys keys_sorted list_sorted_keys",
            "list[str]",
            "counts",
            [],
        ),
        (
            f"sorted({m}.values())",
            [
                f"the sorted list of the values of {m}",
                f"the values of {m} in ascending order",
                f"a list of the values of {m}, smallest first",
                f"the values of {m} from smallest to largest",
            ],
            [
                f"Sort the values of {m} and return them as a list.",
                f"List the values of {m} from low to high.",
                f"Put the values of {m} in increasing order; the keys do not matter.",
                f"Given a dictionary {m}, give back a sorted list of its values.",
                f"What are the values of {m}, in ascending order?",
            ],
            "sorted_values ordered_values sort_values values_in_order values_sorted ascending_values",
            "list[int]",
            "counts",
            [],
        ),
        (
            f"{{{v}: {k} for {k}, {v} in {m}.items()}}",
            [
                f"a dictionary with the keys and values of {m} swapped; the last key wins",
                f"the inverse of {m}, from values to keys; of several keys with one value, the last is kept",
                f"a dictionary that maps each value of {m} to its key, the last one if there are several",
                f"a reversed mapping of {m}, where later keys overwrite earlier ones",
            ],
            [
                f"Swap keys and values of {m}. If a value occurs twice, its last key is kept.",
                f"Flip {m}: values become keys and keys become values. The last of equal values wins.",
                f"Turn {m} around so that a value leads to its key; with equal values, the last key wins.",
                f"Given a dictionary {m}, invert it; later entries replace earlier ones with the same value.",
                f"Exchange the keys of {m} with its values, in a new dict; the last of several keys stays.",
            ],
            "invert swap_keys_values flip_dict invert_dict reverse_mapping swap_dict values_to_keys reverse_lookup",
            "dict[int, str]",
            "counts",
            [f"{out} = {{}}\nfor {k}, {v} in {m}.items():\n    {out}[{v}] = {k}\nreturn {out}"],
        ),
        (
            f"max({m}, key={m}.get)",
            [
                f"the key of {m} with the largest value, the first of several",
                f"the key whose value in {m} is the highest, the first such key in a tie",
                f"the first key of {m} that has the maximum value",
                f"the key that belongs to the greatest value of {m}, in a tie the earliest one",
            ],
            [
                f"Which key of {m} has the largest value? In a tie, take the first.",
                f"Find the key with the biggest value in {m}; the earliest of equals wins.",
                f"Given a non-empty dictionary {m}, tell whose value is the highest, the first of several.",
                f"Look for the maximum value in {m} and return its key, the first if several share it.",
                f"Who has the most? Return the first key of {m} with the maximum value.",
            ],
            "key_of_max best_key argmax_key max_key top_key key_with_max_value winner highest_key",
            "str",
            "counts1",
            [
                f"{out} = None\nfor {k} in {m}:\n    if {out} is None or {m}[{k}] > {m}[{out}]:\n        {out} = {k}\nreturn {out}"  # noqa: E501
            ],
        ),
        (
            f"min({m}, key={m}.get)",
            [
                f"the key of {m} with the smallest value, the first of several",
                f"the key whose value in {m} is the lowest, the first such key in a tie",
                f"the first key of {m} that has the minimum value",
                f"the key that belongs to the least value of {m}, in a tie the earliest one",
            ],
            [
                f"Which key of {m} has the smallest value? In a tie, take the first.",
                f"Find the key with the lowest value in {m}; the earliest of equals wins.",
                f"Given a non-empty dictionary {m}, tell whose value is the lowest, the first of several.",
                f"Look for the minimum value in {m} and return its key, the first if several share it.",
                f"Who has the least? Return the first key of {m} with the minimum value.",
            ],
            "key_of_min lowest_key argmin_key min_key key_with_min_value smallest_key loser",
            "str",
            "counts1",
            [],
        ),
        (
            f"max({m}.values())",
            [
                f"the largest value of {m}",
                f"the maximum of the values in {m}",
                f"the highest value that any key of {m} has",
                f"the greatest of all values of {m}",
            ],
            [
                f"What is the biggest value in {m}?",
                f"Find the maximum among the values of {m}.",
                f"Given a non-empty dictionary {m}, give back its largest value, not the key.",
                f"Go through the values of {m} and pick the highest.",
                f"Which value of {m} is the largest?",
            ],
            "max_value largest_value highest_value biggest_value top_value maximum_of_values dict_max",
            "int",
            "counts1",
            [],
        ),
        (
            f"min({m}.values())",
            [
                f"the smallest value of {m}",
                f"the minimum of the values in {m}",
                f"the lowest value that any key of {m} has",
                f"the least of all values of {m}",
            ],
            [
                f"What is the smallest value in {m}?",
                f"Find the minimum among the values of {m}.",
                f"Given a non-empty dictionary {m}, give back its smallest value, not the key.",
                f"Go through the values of {m} and pick the lowest.",
                f"Which value of {m} is the smallest?",
            ],
            "min_value smallest_value lowest_value least_value minimum_of_values dict_min bottom_value",
            "int",
            "counts1",
            [],
        ),
        (
            f"list({m}.items())",
            [
                f"the list of the (key, value) pairs of {m}",
                f"the items of {m} as a list of tuples",
                f"a list of tuples, one (key, value) for each entry of {m}",
                f"the entries of {m} as a list of pairs, key first",
            ],
            [
                f"Turn the dictionary {m} into a list of (key, value) tuples.",
                f"List the entries of {m} as pairs of key and value.",
                f"Given {m}, make a tuple of each key and its value and collect them in a list.",
                f"Convert {m} to a list of pairs.",
                f"Unpack {m} into a list: each element is a tuple of a key and its value.",
            ],
            "to_pairs items_list dict_to_list list_items key_value_pairs dict_to_tuples entries_as_pairs pairs_of",
            "list[tuple[str, int]]",
            "counts",
            [f"return [({k}, {v}) for {k}, {v} in {m}.items()]"],
        ),
        (
            f"[{k} for {k}, {v} in sorted({m}.items(), key=lambda x: x[1])]",
            [
                f"the keys of {m} in ascending order of their values",
                f"a list of the keys of {m}, sorted by value, smallest first",
                f"the keys of {m} ordered from the lowest to the highest value",
                f"the keys of {m} in a list, the one with the smallest value first",
            ],
            [
                f"Sort the keys of {m} by their values, from small to large.",
                f"Rank the keys of {m} by value; the lowest comes first.",
                f"List the keys of {m} so that their values go up.",
                f"Given a dictionary {m}, order its keys by what they map to, ascending.",
                f"In which order do the keys of {m} stand when sorted by increasing value?",
            ],
            "keys_by_value sort_by_value keys_sorted_by_value rank_keys order_by_value sorted_by_value",
            "list[str]",
            "counts",
            [f"return sorted({m}, key={m}.get)"],
        ),
        (
            f"{{{k}.upper(): {v} for {k}, {v} in {m}.items()}}",
            [
                f"a copy of {m} with the keys in upper case",
                f"a dictionary like {m}, but with every key in capitals",
                f"a new dictionary with uppercase keys and the values of {m}",
                f"{m} with its keys converted to uppercase, the values unchanged",
            ],
            [
                f"Convert all keys of {m} to upper case, in a new dictionary.",
                f"Make a new dict from {m} whose keys are in capital letters.",
                f"Given a dictionary {m}, uppercase its keys and keep the values.",
                f"Copy {m}, but write each key in capital letters.",
                f"The entries of {m}, each under the upper case form of its key.",
            ],
            "upper_keys uppercase_keys keys_to_upper capital_keys shout_keys convert_keys_upper",
            "dict[str, int]",
            "counts",
            [],
        ),
        (
            f"sum({m}.values()) / len({m})",
            [
                f"the average of the values of {m}",
                f"the mean of all values in {m}",
                f"the arithmetic mean of the values of {m}",
                f"the sum of the values of {m} divided by their number",
            ],
            [
                f"What is the mean value in {m}?",
                f"Add up the values of {m} and divide by how many there are.",
                f"Given a non-empty dictionary {m}, work out the average of its values.",
                f"Average the values of {m}, as a float.",
                f"How large is a value of {m} on average?",
            ],
            "average_value mean_value average_of_values mean_of_values dict_average avg_value",
            "float",
            "counts1",
            [],
        ),
        (
            f"[f'{{{k}}}={{{v}}}' for {k}, {v} in {m}.items()]",
            [
                f"a list with the text key=value for each entry of {m}",
                f"a list of strings of the form 'key=value', one for each entry of {m}",
                f"the entries of {m} as strings, key and value joined by an equals sign",
                f"a list in which every entry of {m} is written as key=value",
            ],
            [
                f"Write each entry of {m} as 'key=value' and return the list of these strings.",
                f"Turn every item of {m} into a string: the key, an equals sign, the value. List them.",
                f"Given a dictionary {m}, make a list of texts such as 'a=1', one for each key.",
                f"Glue each key of {m} and its value together with '=', in a list.",
                f"How do the entries of {m} read as key=value? Return a list of strings.",
            ],
            "format_entries entries_to_text dict_to_strings key_value_strings show_entries format_items",
            "list[str]",
            "counts",
            [],
        ),
        (
            f"len({m})",
            [
                f"the number of entries of {m}",
                f"how many entries {m} has",
                f"how many keys there are in {m}",
                f"the size of the dictionary {m}",
                f"the number of key-value pairs in {m}",
            ],
            [
                f"How many keys does {m} have?",
                f"Count the entries of {m}.",
                f"Given a dictionary {m}, tell how many items it holds.",
                f"The length of {m}, that is, how many pairs of key and value are in it.",
                f"Find out how large the dictionary {m} is.",
            ],
            "size_of count_entries count_keys dict_size number_of_keys num_entries dict_length",
            "int",
            "counts",
            [],
        ),
    )
    if d.chance(0.4):
        both = [Param(m, "counts1"), Param(key, "char")]
        inputs = [f"{{'a': 1, 'b': {d.number(2, 9)}}}, 'a'", "{'a': 1}, 'b'", "{'b': 3, 'o': 4}, 'o'"]
        return d.one(
            Sketch(
                names=[
                    "lookup",
                    "get_value",
                    "value_or_default",
                    "find_value",
                    "look_up",
                    "safe_get",
                    "get_or_default",
                    "value_for",
                ],
                params=both,
                bodies=[
                    f"return {m}.get({key}, {default})",
                    f"if {key} in {m}:\n    return {m}[{key}]\nreturn {default}",
                    f"return {m}[{key}] if {key} in {m} else {default}",
                ],
                returns="int" + (" | None" if default == "None" else ""),
                what=[
                    f"the value of {key} in {m}",
                    f"the value that {m} holds for the key {key}",
                    f"what {m} maps {key} to",
                    f"the value stored under {key} in the dictionary {m}",
                    f"the entry of {m} for {key}",
                ],
                do=[f"Look up {key} in {m}"],
                sentences=[
                    f"What is the value of {key} in {m}?",
                    f"Look in {m} for the key {key} and give back its value.",
                    f"Get the value that belongs to {key} from the dictionary {m}.",
                    f"Given a dictionary {m} and a key {key}, find the value.",
                    f"Fetch what is stored under {key} in {m}.",
                ],
                edge=f"Return {default} if {key} is not a key.",
                inputs=inputs,
            ),
            Sketch(
                names=[
                    "has_key",
                    "contains_key",
                    "is_known",
                    "is_key",
                    "key_exists",
                    "has_entry",
                    "key_in_dict",
                    "knows",
                ],
                params=both,
                bodies=truth(d, f"{key} in {m}"),
                returns="bool",
                whether=[
                    f"{key} is a key of {m}",
                    f"{m} has the key {key}",
                    f"{m} contains an entry for {key}",
                    f"there is a key {key} in the dictionary {m}",
                    f"{key} is among the keys of {m}",
                ],
                sentences=[
                    f"Is {key} a key of {m}?",
                    f"Does {m} have an entry with the key {key}?",
                    f"Find out if the dictionary {m} knows the key {key}.",
                    f"True if {key} can be looked up in {m}, else False.",
                    f"Look for {key} among the keys of {m} and tell if it is there.",
                ],
                inputs=inputs,
            ),
            Sketch(
                names=[
                    "remove_key",
                    "without_key",
                    "drop_key",
                    "delete_key",
                    "discard_key",
                    "omit_key",
                    "copy_without",
                    "exclude_key",
                ],
                params=both,
                bodies=[f"return {{{k}: {v} for {k}, {v} in {m}.items() if {k} != {key}}}"],
                returns="dict[str, int]",
                what=[
                    f"a copy of {m} without the key {key}",
                    f"a new dictionary with all entries of {m} except that of {key}",
                    f"{m} without its entry for {key}, as a new dictionary",
                    f"a dictionary with every key of {m} but {key}",
                ],
                do=[f"Leave {key} out of a copy of {m}"],
                sentences=[
                    f"Copy {m}, leaving out the entry of {key} if there is one.",
                    f"Get rid of the key {key}: return a new dictionary with the other entries of {m}.",
                    f"Remove {key} and its value from a copy of {m}; nothing happens if it is missing.",
                    f"Given a dictionary {m}, keep everything but the key {key}, in a new dict.",
                    f"What remains of {m} without {key}? Do not change {m} itself.",
                ],
                inputs=inputs,
            ),
            Sketch(
                names=[
                    "increment_key",
                    "add_one",
                    "bump",
                    "count_up",
                    "increase_count",
                    "increment",
                    "add_to_count",
                    "count_key",
                ],
                params=both,
                bodies=[
                    f"{m}[{key}] = {m}.get({key}, 0) + 1\nreturn {m}",
                    f"if {key} in {m}:\n    {m}[{key}] += 1\nelse:\n    {m}[{key}] = 1\nreturn {m}",
                ],
                returns="dict[str, int]",
                do=[
                    f"Add one to the value of {key} in {m}, which counts as 0 if missing, and return {m}",
                    f"Increment the count of {key} in {m}, a missing key being set to 1, and return {m}",
                ],
                sentences=[
                    f"Increase the value of {key} in {m} by one, or set it to 1 if it is new. Return {m}.",
                    f"Count one more {key}: raise its value in {m} by 1, starting from 0, and give back {m}.",
                    f"The value of {key} in {m} goes up by 1; if there is none, it becomes 1. Return {m}.",
                    f"Given counts in {m}, record another {key} (a new key gets 1) and return the changed {m}.",
                    f"Bump the counter {key} in {m} and return {m}; a counter that is missing starts at 0.",
                    f"If {m} has {key}, add 1 to its value, else store 1 under it. Return {m}.",
                ],
                inputs=inputs,
            ),
        )
    if d.chance(0.2):
        a, b = d.one("a b", "first second", "d1 d2", "left right", "old new").split()
        op, said = "+", "added"
        return d.one(
            Sketch(
                names=[
                    "merge",
                    "merge_dicts",
                    "combine",
                    "update_dict",
                    "join_dicts",
                    "union_dicts",
                    "combine_dicts",
                    "overlay",
                ],
                params=[Param(a, "counts"), Param(b, "counts")],
                bodies=[
                    f"return {{**{a}, **{b}}}",
                    f"result = dict({a})\nresult.update({b})\nreturn result",
                    f"result = {a}.copy()\nfor key in {b}:\n    result[key] = {b}[key]\nreturn result",
                ],
                returns="dict[str, int]",
                what=[
                    f"a dictionary with the entries of {a} and {b}; those of {b} win",
                    f"the union of {a} and {b}, with the value from {b} for keys in both",
                    f"a copy of {a} extended and overwritten by the entries of {b}",
                ],
                do=[
                    f"Merge {a} and {b}, where values of {b} win",
                    f"Combine two dictionaries into a new one, {b} overriding {a}",
                ],
                sentences=[
                    f"Join {a} and {b} into one dictionary. For a key in both, take the value from {b}.",
                    f"Copy {a} and update the copy with {b}.",
                    f"Put all entries of {a} and {b} in a new dict; {b} overwrites {a}.",
                    f"Given two dictionaries {a} and {b}, return their union; {b} has priority.",
                    f"What do you get when {a} is updated with {b}? Leave {a} unchanged.",
                ],
            ),
            Sketch(
                names=[
                    "add_dicts",
                    "sum_dicts",
                    "merge_counts",
                    "combine_counts",
                    "add_counts",
                    "total_counts",
                    "merge_and_add",
                ],
                params=[Param(a, "counts"), Param(b, "counts")],
                bodies=[
                    f"result = dict({a})\nfor key, value in {b}.items():\n    result[key] = result.get(key, 0) {op} value\nreturn result"  # noqa: E501
                ],
                returns="dict[str, int]",
                what=[
                    f"a dictionary with the keys of {a} and {b}, where values of equal keys are {said}",
                    f"the sum of the dictionaries {a} and {b}, key by key, a missing key counting as 0",
                    f"a dictionary with every key of {a} or {b} and the total of its values in both",
                    f"the counts of {a} and {b} combined, added up for each key",
                ],
                do=[f"Merge {a} and {b} into a new dictionary, adding the values of keys that are in both"],
                sentences=[
                    f"Combine {a} and {b}. A key in both gets the sum of its two values.",
                    "Add two dictionaries: values under the same key are added together, others are kept.",
                    f"Given {a} and {b}, total the values for each key, in a new dict.",
                    f"For each key of {a} or {b}, how much do both hold together? Return a dict.",
                    f"Start from a copy of {a} and add each value of {b} to that of its key, 0 if it is new.",
                ],
            ),
            Sketch(
                names=[
                    "common_keys",
                    "shared_keys",
                    "keys_in_both",
                    "key_intersection",
                    "intersect_keys",
                    "mutual_keys",
                    "overlapping_keys",
                ],
                params=[Param(a, "counts"), Param(b, "counts")],
                bodies=[f"return [key for key in {a} if key in {b}]"],
                returns="list[str]",
                what=[
                    f"the list of the keys of {a} that are also in {b}",
                    f"a list of the keys that {a} and {b} share, in the order of {a}",
                    f"the keys that occur in both dictionaries, as a list ordered as in {a}",
                    f"the intersection of the keys of {a} and {b}, as a list in the order of {a}",
                ],
                do=[f"List the keys of {a} that {b} has too"],
                sentences=[
                    f"Which keys of {a} are keys of {b} as well? Return them as a list.",
                    f"Go through the keys of {a} and keep those found in {b}, in a list.",
                    f"Given two dictionaries, list the keys of {a} that appear in {b} too.",
                    f"Pick out the keys common to {a} and {b}, ordered as in {a}.",
                    f"Collect in a list each key of {a} that has an entry in {b}.",
                ],
            ),
        )
    return Sketch(
        names=names.split(),
        params=[Param(m, kind)],
        bodies=[f"return {code}", *extra],
        returns=returns,
        what=what,
        sentences=sentences,
    )


FAMILIES = (Family("dictionaries", ((_count_into, 3), (_entries, 4), (_dictionary, 4), (_group, 1))),)
