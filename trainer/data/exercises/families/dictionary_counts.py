"""Dictionaries made from a list or text: by counting, mapping and grouping."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sketch import Sketch
from trainer.data.exercises.sources import chars, ints, words

__all__ = ["count_into", "group"]


def count_into(d: Draw) -> Sketch:
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


def group(d: Draw) -> Sketch:
    """A dictionary of the groups that a list falls into, or of their sizes."""
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
