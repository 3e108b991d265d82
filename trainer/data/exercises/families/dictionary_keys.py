"""One key of a dictionary: looked up, removed, counted; and two dictionaries, put together or compared."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.folds import truth
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["one_key", "two_dictionaries"]


def one_key(d: Draw, m: str, k: str, v: str, key: str, default: str) -> Sketch:
    """What is done with one key of a dictionary."""
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


def two_dictionaries(d: Draw) -> Sketch:
    """What is made of two dictionaries."""
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
