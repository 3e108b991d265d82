"""Dictionaries made of lists: keys with values, with one value for all, with numbers, or of pairs."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["made_of_lists"]


def made_of_lists(d: Draw) -> Sketch:
    """A dictionary of keys and values, the values given, missing, counted or the same."""
    ks, vs = d.one(
        "keys values", "names scores", "words numbers", "labels amounts", "names ages", "products prices", "a b"
    ).split()
    k, v, out = "key", "value", d.name("result out pairs d")
    form = d.number(0, 5)
    params = [Param(ks, "words"), Param(vs, "ints")]
    inputs = ["['a', 'b'], [1, 2]", "['a', 'b'], [1]", "['x'], []", "['k'], [1, 2]", "[], []"]
    make = d.one("Make", "Build", "Create")
    matched = [
        f"{make} a dictionary with {ks} as keys and {vs} as values, matched by position",
        f"Pair up {ks} and {vs} in a dictionary, index by index",
        f"Turn the two lists {ks} and {vs} into one dictionary from the former to the latter",
    ]
    asked = [
        f"Given {ks} and {vs}, map each key to the value at the same place.",
        f"Each of {ks} becomes a key, and what stands at the same index of {vs} its value.",
        f"Which dictionary has {ks} as its keys and {vs}, in the same order, as its values?",
    ]
    if form < 2:
        fill, said = d.one(("None", "None"), ("None", "None"), ("0", "0"), ("-1", "-1"))
        loop = f"{out} = {{}}\nfor i, {k} in enumerate({ks}):\n    {out}[{k}] = {vs}[i] if i < len({vs}) else {fill}\nreturn {out}"  # noqa: E501
        return Sketch(
            names=[
                "pair_up",
                "dict_from_lists",
                "to_dict",
                "fill_dict",
                "zip_with_default",
                "match_up",
                "combine_lists",
                "keys_with_values",
            ],
            params=params,
            bodies=[loop, loop, f"return {{{k}: {vs}[i] if i < len({vs}) else {fill} for i, {k} in enumerate({ks})}}"],
            returns="dict[str, int | None]" if fill == "None" else "dict[str, int]",
            do=[
                f"{make} a dictionary out of the keys {ks} and the values {vs}",
                f"{make} a dictionary that maps each of {ks} to the one of {vs} at the same index",
                *matched,
            ],
            sentences=asked,
            edge=d.one(
                f"Keys without a value get {said}.",
                f"If there are too few {vs}, use {said}.",
                f"Where {vs} is too short, the value is {said}.",
                f"Every key is used; those with no partner in {vs} have the value {said}.",
            ),
            inputs=inputs,
        )
    if form == 2:
        return Sketch(
            names=[
                "pair_up",
                "make_dict",
                "zip_to_dict",
                "dict_from_lists",
                "combine",
                "lists_to_dict",
                "merge_lists",
                "build_mapping",
            ],
            params=params,
            bodies=[f"return dict(zip({ks}, {vs}))"] * 2
            + [f"{out} = {{}}\nfor {k}, {v} in zip({ks}, {vs}):\n    {out}[{k}] = {v}\nreturn {out}"],
            returns="dict[str, int]",
            do=[
                f"{make} a dictionary with the keys {ks} and the values {vs}",
                f"Map each of {ks} to the one of {vs} at the same index",
                f"Zip {ks} and {vs} into a dictionary",
                *matched,
            ],
            sentences=asked,
            edge=d.one(
                "What is left over in the longer list is ignored.",
                "Stop with the shorter list.",
                "Surplus elements of the longer list are dropped.",
                "If one list is shorter, the rest of the other is left out.",
            ),
            inputs=inputs,
        )
    if form == 3:
        start = d.one("0", "0", "1", "[]", "None", "False")
        held, filled = (f"the value {start}", start)
        if start == "[]":
            held, filled = "an empty list of its own", "a new empty list"
        return Sketch(
            names=[
                "all_zero" if start == "0" else "same_for_all",
                "start_values",
                "init_dict",
                "default_dict",
                "blank_scores",
                "dict_from_keys",
                "initial_dict",
                f"start_{ks}",
            ],
            params=[Param(ks, "words")],
            bodies=[
                f"return {{{k}: {start} for {k} in {ks}}}",
                f"{out} = {{}}\nfor {k} in {ks}:\n    {out}[{k}] = {start}\nreturn {out}",
            ],
            returns="dict",
            do=[
                f"{make} a dictionary in which each of {ks} has {held}",
                f"Map every element of {ks} to {filled}",
                f"Give each of {ks} {held} in a new dictionary",
                f"Turn the list {ks} into a dictionary with {filled} for each key",
            ],
            what=[f"a dictionary whose keys are {ks}, each with {held}"],
            sentences=[
                f"Given {ks}, return a dictionary that gives each of them {held}.",
                f"Each of {ks} becomes a key of the dictionary, with {held}.",
                f"Which dictionary has {ks} as keys and, for every one of them, {filled}?",
            ],
        )
    if form == 4:
        one = d.one(1, 1, 0, 10)
        plus = f", {one}" if one else ""
        return Sketch(
            names=f"number_keys numbered assign_numbers give_ids index_by_name number_{ks} to_ids enumerate_to_dict".split(),  # noqa: E501
            params=[Param(ks, "words")],
            bodies=[
                f"return {{{k}: i for i, {k} in enumerate({ks}{plus})}}",
                f"{out} = {{}}\nfor i, {k} in enumerate({ks}{plus}):\n    {out}[{k}] = i\nreturn {out}",
            ],
            returns="dict[str, int]",
            do=[
                f"{make} a dictionary that numbers {ks} from {one} on",
                f"Give each of {ks} a number, counting from {one}, as a dictionary",
                f"Map each of {ks} to its number, the first one to {one}",
                f"Turn {ks} into the keys of a dictionary, with consecutive numbers from {one} on as values",
            ],
            what=[
                f"a dictionary from each of {ks} to its place in the list, where the first place is {one}",
                f"a dictionary with {ks} as keys, numbered from {one} upwards in their order",
            ],
            sentences=[
                f"Given {ks}, number them in order, starting at {one}, and return a dictionary.",
                f"Which number does each of {ks} get if we count from {one}? Return a dictionary.",
                f"The first of {ks} is mapped to {one}, the next to {one + 1}, and so on.",
            ],
        )
    p = d.name("pairs entries rows")
    first = d.chance(0.5)
    body = (
        f"{out} = {{}}\nfor {k}, {v} in {p}:\n    {f'if {k} not in {out}:' if first else f'{out}[{k}] = {v}'}\n"
        + (f"        {out}[{k}] = {v}\n" if first else "")
        + f"return {out}"
    )
    which = "first" if first else "last"
    return Sketch(
        names=["pairs_to_dict", "dict_from_pairs", "to_dict", "collect_pairs", "as_dict", f"{p}_to_dict", "make_dict", "build_dict"],  # noqa: E501
        params=[Param(p, "named")],
        bodies=[body] if first else [f"return dict({p})", body],
        returns="dict[str, int]",
        do=[
            f"{make} a dictionary out of the (key, value) pairs in {p}",
            f"Turn {p}, a list of (key, value) pairs, into a dictionary",
            f"Put the keys and values that {p} has as pairs into a dictionary",
        ],
        what=[f"a dictionary with an entry for each (key, value) pair in {p}", f"the pairs in {p} as a dictionary"],
        sentences=[
            f"Given a list {p} of (key, value) pairs, give them back as a dictionary.",
            f"Each pair in {p} holds a key and a value; collect them in a dictionary.",
            f"Which dictionary do the (key, value) pairs in {p} make up?",
        ],
        edge=d.one(
            f"If a key comes twice, its {which} value counts.",
            f"For a repeated key, the {which} value wins.",
            f"Of several values for the same key, take the {which}.",
        ),
    )  # fmt: skip
