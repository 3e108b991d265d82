"""Two dictionaries of amounts compared, and one of them changed."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["compared", "updated"]


def compared(d: Draw) -> Sketch:
    """Two dictionaries: what differs, what is missing, what is enough."""
    a, b = d.one("old new", "first second", "before after", "stock order", "left right", "mine yours").split()
    k = d.one("key", "name", "item", "k")
    inputs = [
        "{'a': 1, 'b': 2}, {'a': 1, 'b': 3}",
        "{'a': 1}, {'b': 1}",
        "{}, {'a': 2}",
        "{'a': 4, 'c': 2}, {'a': 2, 'c': 2}",
    ]
    code, names, returns, loop, said = d.one(
        (f"[{k} for {k} in {b} if {k} not in {a}]", f"new_keys missing_keys added_keys keys_only_in_{b} not_in_{a} find_new_keys extra_keys keys_missing", "list[str]", f"result = []\nfor {k} in {b}:\n    if {k} not in {a}:\n        result.append({k})\nreturn result", {  # noqa: E501
            "what": [f"all keys that are in {b} but not in {a}, as a list"],
            "do": [
                f"List the keys of {b} that are missing in {a}",
                f"Find the keys that {b} has and {a} does not have",
                f"Pick out those keys of {b} that do not occur in {a}",
            ],
            "sentences": [
                f"Which keys of {b} are missing in {a}?",
                f"Given two dictionaries, list the keys of {b} that {a} lacks.",
                f"Go through {b} and collect each key that {a} has no entry for.",
                f"What does {b} have that {a} has not? List the keys.",
            ],
        }),
        (f"[{k} for {k} in {a} if {k} in {b} and {a}[{k}] != {b}[{k}]]", "changed_keys different_values changes differing_keys find_changes keys_that_differ diff_keys conflicts", "list[str]", "", {  # noqa: E501
            "what": [f"all keys that have one value in {a} and another in {b}, as a list"],
            "do": [
                f"List the keys whose values in {a} and {b} differ; they must be in both",
                f"Find the keys that {a} and {b} share, but with different values",
                f"Pick out the common keys of {a} and {b} whose values are not equal",
            ],
            "sentences": [
                f"Which keys are in both {a} and {b}, but with different values?",
                f"Go through {a} and list the keys that {b} has too, but with another value.",
                f"Given {a} and {b}, list the keys that both have with unequal values.",
                f"For which keys of {a} does {b} hold a value that is not the same?",
            ],
        }),
        (f"{{{k}: {b}[{k}] - {a}.get({k}, 0) for {k} in {b} if {b}[{k}] > {a}.get({k}, 0)}}", "shortage to_buy missing_amounts shortfall what_is_missing deficit still_needed lacking", "dict[str, int]", "", {  # noqa: E501
            "what": [
                f"a dictionary of the amounts by which {b} is above {a} (0 if missing), only for keys where it is",
                f"what must be added to {a} to have all of {b}, as a dictionary of amounts above 0",
            ],
            "do": [
                f"Tell for every key of {b} how much {a} falls short of it, leaving out where nothing is missing",
                f"Work out what {a} lacks to reach {b}, as a dictionary of amounts above 0",
            ],
            "sentences": [
                f"How much of each key of {b} is missing in {a}? Leave out keys where nothing is.",
                f"If {b} has more of a key than {a}, map it to the difference. Keys not in {a} count as 0 there.",
                f"Given {a} and {b}, return {b} minus {a} by key, 0 for keys not in {a}; keep only what is positive.",
            ],
        }),
        (f"all({a}.get({k}, 0) >= {b}[{k}] for {k} in {b})", "is_enough can_deliver covers has_enough is_covered can_fulfil at_least_as_much suffices", "bool", f"for {k} in {b}:\n    if {a}.get({k}, 0) < {b}[{k}]:\n        return False\nreturn True", {  # noqa: E501
            "whether": [
                f"{a} has at least as much of everything as {b}; what is not a key of {a} counts as 0",
                f"no value of {b} is larger than that of the same key in {a}, 0 if {a} lacks it",
                f"every key of {b} has at least the same value in {a}, where missing keys count as 0",
                f"{b} can be taken from {a} with nothing falling below 0 (missing keys have 0)",
            ],
            "sentences": [
                f"Is there enough in {a} for all of {b}? A key missing in {a} counts as 0.",
                f"Does {a} have as much as {b} or more of each key of {b}? Missing keys are 0.",
                f"False if some value of {b} is above that in {a} (0 if missing), else True.",
            ],
        }),
        (f"{{{k}: {a}.get({k}, 0) - {b}.get({k}, 0) for {k} in {a}}}", "subtract_dicts remaining take_away subtract_values difference minus reduce_by what_remains", "dict[str, int]", "", {  # noqa: E501
            "what": [f"a dictionary with each value of {a} minus that of the same key in {b}, 0 if {b} lacks it"],
            "do": [
                f"Subtract from each value of {a} the value of the same key in {b}, if there is one",
                f"Take the values of {b} away from those of {a}, key by key, for the keys of {a} only",
                f"Reduce every value of {a} by the one that its key has in {b}, by 0 if it has none",
            ],
            "sentences": [
                f"How much is left of each key of {a} when {b} is subtracted? Keys that {b} lacks lose nothing.",
                f"Each key of {a} gets its value minus the one in {b}, if any. Ignore keys only in {b}.",
                f"Given {a} and {b}, compute {a} minus {b} for the keys of {a}; a key not in {b} counts as 0 there.",
            ],
        }),
        (f"{{{k}: max({a}[{k}], {b}[{k}]) for {k} in {a} if {k} in {b}}}", "larger_values best_of_both max_of_both higher_values common_max key_maxima max_by_key bigger_of_two", "dict[str, int]", "", {  # noqa: E501
            "what": [f"a dictionary of the keys common to {a} and {b}, each with the greater of its values"],
            "do": [
                f"Map each key that {a} and {b} share to the larger of its two values",
                f"Keep the keys that are in both {a} and {b}, each with its higher value",
            ],
            "sentences": [
                f"For each key in both {a} and {b}, which of its values is larger? Return a dictionary.",
                f"Given {a} and {b}, map every common key to the maximum of its two values.",
                f"Each key that both {a} and {b} have gets the bigger of its values; leave out the others.",
                f"Compare {a} and {b} by key: return the higher values as a dictionary of the shared keys.",
            ],
        }),
        (f"sum(1 for {k} in {a} if {k} in {b} and {a}[{k}] == {b}[{k}])", "common_entries count_equal count_same same_entries count_shared equal_values matching_entries num_common", "int", "", {  # noqa: E501
            "what": [
                f"the number of keys that have the same value in {a} and in {b}",
                f"how many entries of {a} are in {b} as well, with an equal value",
            ],
            "do": [
                f"Count the entries, key and value, that {a} and {b} have in common",
                f"Count the keys that are in both {a} and {b} with equal values",
            ],
            "sentences": [
                f"How many keys have the same value in {a} and {b}?",
                f"In how many entries, key and value, do {a} and {b} agree?",
                f"Given two dictionaries, count the keys of {a} for which {b} holds the same value.",
            ],
        }),
    )  # fmt: skip
    return Sketch(
        names=names.split(),
        params=[Param(a, "amounts"), Param(b, "amounts")],
        bodies=[f"return {code}"] + ([loop] if loop else []),
        returns=returns,
        inputs=inputs,
        **said,
    )


def updated(d: Draw) -> Sketch:
    """One entry of a stock changed: added to, taken from, raised by percent."""
    m, key, n = (
        d.name("stock account scores counts inventory"),
        d.name("item name product key"),
        d.name("amount n number points"),
    )
    take = d.chance(0.4)
    sign = "-" if take else "+"
    copy = f"result = dict({m})\n"
    form = d.number(0, 3)
    base = [Param(m, "amounts"), Param(key, "char"), Param(n, "small")]
    inputs = [
        f"{{'a': 5, 'b': 2}}, 'a', {d.number(1, 9)}",
        "{'a': 2}, 'b', 3",
        "{'b': 4}, 'b', 4",
        "{'a': 3}, 'a', 0",
        "{}, 'a', 2",
    ]
    if form == 0:
        verb, prep, more, move, names = (
            ("Subtract", "from", "less", "lower", "take_out remove_amount sell withdraw subtract_from decrease reduce_stock use_up")  # noqa: E501
            if take
            else ("Add", "to", "more", "raise", "add_amount restock put_in add_points deposit increase add_to raise_value")  # noqa: E501
        )  # fmt: skip
        return Sketch(
            names=names.split(),
            params=base,
            bodies=[
                f"{copy}result[{key}] = result.get({key}, 0) {sign} {n}\nreturn result",
                f"{copy}if {key} in result:\n    result[{key}] {sign}= {n}\nelse:\n    result[{key}] = {sign if take else ''}{n}\nreturn result",  # noqa: E501
            ],
            returns="dict[str, int]",
            what=[
                f"a copy of {m} in which the value of {key}, 0 if missing, is {n} {'smaller' if take else 'larger'}",
                f"a new dictionary like {m}, but with {n} {more} for {key}, which has 0 if it is missing",
            ],
            do=[
                f"{verb} {n} {prep} the value of {key} in a copy of {m}, {prep} 0 if there is none",
                f"Copy {m} and {move} the value of {key}, 0 if missing, by {n}",
            ],
            sentences=[
                f"Given {m}, return a copy where {key} has {n} {more} than before. A missing key starts at 0.",
                f"What does {m} look like when {key} gets {n} {more}? Missing keys count as 0. Return a copy.",
                f"{verb} {n} {prep} what {m} holds for {key} and return a new dictionary; begin at 0 if missing.",
            ],
            inputs=inputs,
        )
    if form == 1:
        return Sketch(
            names=[
                "can_take",
                "is_available",
                "enough_of",
                "in_stock",
                "has_amount",
                "has_enough",
                "has_at_least",
                "is_sufficient",
            ],
            params=base,
            bodies=[
                f"return {m}.get({key}, 0) >= {n}",
                f"if {key} not in {m}:\n    return {n} <= 0\nreturn {m}[{key}] >= {n}",
            ],
            returns="bool",
            whether=[
                f"the value of {key} in {m} is at least {n}",
                f"{m} has {n} or more of {key}",
                f"{n} can be taken from {key} in {m} without going below 0",
                f"{m} maps {key} to a number not below {n}",
            ],
            sentences=[
                f"Is there enough of {key} in {m} to take away {n}?",
                f"Does {m} hold at least {n} of {key}?",
                f"False if {m} has less than {n} of {key}, otherwise True.",
            ],
            edge=d.one(
                "A missing key counts as 0.",
                f"If {key} is missing, its value is 0.",
                f"Of what is not in {m}, there is 0.",
            ),
            inputs=inputs,
        )
    p = d.one(10, 20, 25, 50, 100)
    k, v = d.one("key value", "name price", "k v", "item amount").split()
    if {k, v} & {m}:
        k, v = "k", "v"
    if form == 2:
        c, said, stem, change = d.one(
            (f"{v} * 2", "doubled", "double", "Double all values"),
            (f"{v} + {p}", f"increased by {p}", "raise", f"Add {p} to all values"),
            (f"{v} + {v} * {p} // 100", f"increased by {p} percent, rounded down", "raise_percent", f"Raise all values by {p} percent, rounding down,"),  # noqa: E501
            (f"{v} // 2", "halved, rounded down", "halve", "Divide all values by 2, rounding down,"),
            (f"max({v} - 1, 0)", "reduced by 1, but not below 0", "reduce", "Lower all values by 1, but not below 0,"),
            (f"min({v}, {p})", f"limited to {p}", "limit", f"Cap all values at {p}"),
        )  # fmt: skip
        return Sketch(
            names=f"{stem}_all {stem}_{m} {stem}_values {stem}_each {stem}_every_value {stem}_in_dict {stem}_amounts {stem}_everything".split(),  # noqa: E501
            params=[Param(m, "amounts")],
            bodies=[
                f"return {{{k}: {c} for {k}, {v} in {m}.items()}}",
                f"result = {{}}\nfor {k}, {v} in {m}.items():\n    result[{k}] = {c}\nreturn result",
            ],
            returns="dict[str, int]",
            what=[
                f"a copy of {m} with every value {said}",
                f"a dictionary with the keys of {m}, each with its value {said}",
            ],
            do=[f"{change} in a copy of {m}", f"Map every key of {m} to its value {said}"],
            sentences=[
                f"Given {m}, return a new dictionary in which each value is {said}.",
                f"What does {m} look like with all of its values {said}? Return a copy.",
                f"Go through {m} and make a dictionary where a key with value {v} gets {c}.",
                f"All keys of {m} stay, but their values are {said}; the result is a new dictionary.",
            ],
            inputs=[f"{{'a': {p}, 'b': {p + 5}}}"],
        )
    return Sketch(
        names=["swap_values", "exchange_values", "trade", "swap_keys", "switch_values", "swap_entries", "interchange", "swap_two"],  # noqa: E501
        params=[Param(m, "amounts"), Param("a", "char"), Param("b", "char")],
        bodies=[f"{copy}result[a], result[b] = {m}[b], {m}[a]\nreturn result"],
        returns="dict[str, int]",
        what=[
            f"a copy of {m} in which the keys a and b have swapped their values",
            f"a new dictionary like {m}, but with the values of a and b exchanged",
        ],
        do=[
            f"Swap the values of the keys a and b in a copy of {m}",
            f"Copy {m} and let a have the value of b and b that of a",
        ],
        sentences=[
            f"Given {m}, return a copy where the keys a and b trade their values.",
            f"What does {m} look like once the values of a and b have changed places? Return a copy.",
            f"In a copy of {m}, what the key a held goes to b, and the other way round.",
        ],
        inputs=["{'x': 1, 'y': 2}, 'x', 'y'", "{'a': 5, 'b': 7, 'c': 1}, 'c', 'a'", "{'a': 5, 'b': 7}, 'b', 'a'", "{'a': 1}, 'a', 'a'", "{'a': 3, 'o': 4}, 'a', 'o'", "{'k': 0, 'l': 3}, 'l', 'k'", "{'b': 2, 'c': 9}, 'b', 'c'"],  # noqa: E501
    )  # fmt: skip
