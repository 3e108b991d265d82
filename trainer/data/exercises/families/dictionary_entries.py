"""Entries of a dictionary: those that fulfil a condition, and values transformed."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.arithmetic import clauses, phrases
from trainer.data.exercises.number_conditions import number_condition
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.transforms import number_transform
from trainer.data.exercises.word_conditions import word_condition

__all__ = ["DICTS", "entries"]

DICTS = "d counts data scores prices mapping table stock ages inventory dictionary points record lookup"


def entries(d: Draw) -> Sketch:
    """What is made of the entries that fulfil a condition."""
    m = d.name(DICTS)
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
