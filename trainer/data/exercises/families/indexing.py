"""Single elements of a list: at a fixed place, at a given index, at both ends."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import ORDINALS, item_type, list_parameter
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["at", "index"]


def at(d: Draw) -> Sketch:
    """The element at a fixed place, or a default in a list that is too short."""
    source, name, kind = list_parameter(d)
    xs, item = source.code, item_type(kind)
    default, k = (
        d.one("None", "None", "-1" if item == "int" else "''", "0" if item == "int" else "None"),
        d.number(0, 3),
    )
    place, word, need = d.one(
        (str(k), ORDINALS[k], k + 1),
        (f"-{k + 1}", ("last", "second to last", "third to last", "fourth to last")[k], k + 1),
        (f"len({xs}) // 2", "middle", 1),
        ("0", "first", 1),
        ("-1", "last", 1),
    )
    if need == 1:
        edge = d.one(
            f"Return {default} if the list is empty.",
            f"Return {default} if the list is empty.",
            f"If the list is empty, return {default}.",
            f"An empty list gives {default}.",
            f"For an empty list the result is {default}.",
        )
    else:
        edge = d.one(
            f"Return {default} if there are fewer than {need}.",
            f"Return {default} if there are fewer than {need}.",
            f"If the list has fewer than {need} elements, return {default}.",
            f"A list with fewer than {need} elements gives {default}.",
            f"If the list is too short for that, return {default}.",
        )
    edge = edge.replace("''", "an empty string")
    guards = (
        [f"if len({xs}) < {need}:\n    return {default}\n"]
        if need > 1
        else [f"if not {xs}:\n    return {default}\n", f"if len({xs}) == 0:\n    return {default}\n"]
    )
    bodies = [guard + f"return {xs}[{place}]" for guard in guards] + [
        f"return {xs}[{place}] if len({xs}) >= {need} else {default}"
        if need > 1
        else f"return {xs}[{place}] if {xs} else {default}"
    ]
    extra = " (the one at index len // 2)" if word == "middle" else ""
    stem = word.replace(" ", "_")
    one = source.one
    more = {
        "first": [
            f"the {one} that {name} starts with",
            f"the {one} at the front of {name}",
            f"the head of {name}, which is its first {one}",
        ],
        "second": [f"the {one} right after the first one in {name}", f"the {one} of {name} with just one before it"],
        "third": [f"the {one} of {name} with exactly two before it", f"the {one} that follows the first two of {name}"],
        "fourth": [
            f"the {one} of {name} with exactly three before it",
            f"the {one} that follows the first three of {name}",
        ],
        "last": [
            f"the {one} that {name} ends with",
            f"the {one} at the very end of {name}",
            f"the final {one} of {name}",
        ],
        "second to last": [
            f"the next to last {one} of {name}",
            f"the penultimate {one} of {name}",
            f"the {one} just before the last one in {name}",
            f"the second {one} of {name} from the end",
        ],
        "third to last": [
            f"the third {one} of {name} from the end",
            f"the {one} of {name} that has exactly two after it",
        ],
        "fourth to last": [
            f"the fourth {one} of {name} from the end",
            f"the {one} of {name} that has exactly three after it",
        ],
        "middle": [f"the {one} in the middle of {name}{extra}", f"the {one} halfway through {name}{extra}"],
    }[word]
    return Sketch(
        names=[
            f"{stem}_element",
            f"{stem}_item",
            f"{stem}_of",
            f"get_{stem}",
            f"{stem}_{source.one}",
            f"{stem}_or_default",
            f"find_{stem}",
            f"pick_{stem}",
            f"{stem}_value",
        ],
        params=[Param(xs, kind)],
        bodies=bodies,
        returns=item + (" | None" if default == "None" else ""),
        what=[
            f"the {word} element of {name}{extra}",
            f"the {word} {one} of {name}{extra}",
            f"the {word} item in {name}{extra}",
            f"the element of {name} at index {place}",
            f"{xs}[{place}], the {word} {one}",
            *more,
        ],
        do=[f"Pick out the {word} {one} of {name}{extra}", f"Look up the {word} {one} in {name}{extra}"],
        sentences=[
            f"What is the {word} {one} of {name}{extra}?",
            f"Which {one} is at index {place} of {name}?",
            f"Given {name}, give back its {word} {one}{extra}.",
            f"The {word} {one} of {name}{extra}.",
        ],
        edge=edge,
    )


def index(d: Draw) -> Sketch:
    """The element at a given index, and both ends of a list: as a list, combined or swapped."""
    source, name, kind = list_parameter(d, "1")
    xs = source.code
    i = d.name("i index k position n place")
    item = item_type(kind)
    one, form = source.one, d.number(0, 3)
    if form == 0:
        default = d.one("None", "None", "0" if item == "int" else "''")
        return Sketch(
            names=[
                "get_at",
                "element_at",
                "safe_get",
                "get_or_default",
                "item_at",
                "value_at",
                "lookup",
                "get_safely",
                f"{one}_at",
            ],
            params=[Param(xs, kind), Param(i, "small")],
            bodies=[
                f"if {i} < len({xs}):\n    return {xs}[{i}]\nreturn {default}",
                f"return {xs}[{i}] if {i} < len({xs}) else {default}",
                f"if {i} >= len({xs}):\n    return {default}\nreturn {xs}[{i}]",
            ],
            returns=item + (" | None" if default == "None" else ""),
            what=[
                f"the element of {name} at index {i}",
                f"the {one} of {name} with index {i}",
                f"the {one} at position {i} (counting from 0) of {name}",
                f"{xs}[{i}], but without an error if {i} is too large",
                f"the {one} that stands at index {i} in {name}",
            ],
            do=[
                f"Look up the {one} at index {i} in {name}",
                f"Get the item of {name} at index {i}",
                f"Pick the {one} at index {i} out of {name}",
            ],
            sentences=[
                f"Which {one} of {name} is at index {i}?",
                f"Given {name} and an index {i}, give back the {one} there.",
                f"The {one} at index {i} of {name}, counting from 0.",
            ],
            edge=d.one(
                f"Return {default} if {i} is not below the length.",
                f"Return {default} if {i} is not below the length.",
                f"If {i} is beyond the end, return {default}.",
                f"If there is no such index, return {default}.",
                f"Return {default} when {i} is out of range (at least the length).",
            ).replace("''", "an empty string"),
        )
    if form == 1:
        return Sketch(
            names=[
                "ends",
                "first_and_last",
                "outer_elements",
                "both_ends",
                "get_ends",
                "edge_elements",
                "endpoints",
                "list_ends",
            ],
            params=[Param(xs, kind)],
            bodies=[f"return [{xs}[0], {xs}[-1]]"],
            returns=f"list[{item}]",
            what=[
                f"a list of the first and the last element of {name}",
                f"the first and last of {xs} as a list",
                f"a new list with just the first and the last {one} of {name}",
                f"both ends of {name}, the first {one} and then the last, as a list",
                f"a list of two: {xs}[0] and {xs}[-1]",
                f"a two-element list: what {name} starts with and what it ends with",
            ],
            do=[
                f"Put the first and the last {one} of {name} into a list of two",
                f"Pick out the first and the last {one} of {name} and give them back as a list",
                f"Make a list of the two ends of {name}, first {one} first",
            ],
            sentences=[
                f"Given {name}, give back a list that holds its first and its last {one}.",
                f"What are the first and the last {one} of {name}? Return them in a list, in this order.",
                "A list of two elements: the first one and the last one. They are the same if there is only one.",
            ],
        )
    if form == 2:
        op, said = (
            d.one(("+", "sum"), ("-", "difference"), ("*", "product")) if item == "int" else ("+", "concatenation")
        )
        a, b, words_ = d.one(("0", "-1", "first and the last element"), ("-1", "0", "last and the first element"))
        first, _, _, last, _ = words_.split()
        word = {"sum": "plus", "difference": "minus", "product": "times", "concatenation": "followed by"}[said]
        do = {
            "sum": [
                f"Add together the {words_} of {name}",
                f"Add the {last} {one} of {name} to the {first} one",
                f"Add up the two ends of {name}",
            ],
            "difference": [
                f"Subtract the {last} {one} of {name} from the {first} one",
                f"Take the {last} {one} of {name} away from the {first} one",
                f"Work out how much larger the {first} {one} of {name} is than the {last} one (maybe negative)",
            ],
            "product": [
                f"Work out the {first} {one} of {name} times the {last} one",
                f"Take the {words_} of {name} and multiply them",
                f"Figure out what the two ends of {name} give when multiplied",
            ],
            "concatenation": [
                f"Join the {words_} of {name} into one string",
                f"Glue the {first} {one} of {name} and the {last} one together, in this order",
                f"Append the {last} {one} of {name} to the {first} one",
            ],
        }[said]
        return Sketch(
            names=[
                f"{said}_of_ends",
                f"ends_{said}",
                f"{said}_first_last",
                f"{said}_of_first_and_last",
                f"{said}_ends",
                f"end_{said}",
                f"get_{said}_of_ends",
                f"{first}_and_{last}_{said}",
            ],
            params=[Param(xs, kind)],
            bodies=[f"return {xs}[{a}] {op} {xs}[{b}]"],
            returns=item,
            what=[
                f"the {said} of the {words_} of {name}",
                f"the result of {xs}[{a}] {op} {xs}[{b}]",
                f"the {said} {xs}[{a}] {op} {xs}[{b}]",
                f"the {said} of {xs}[{a}] and {xs}[{b}]",
            ],
            do=do,
            sentences=[
                f"What is the {said} of the {words_} of {name}?",
                f"Given {name}, give back its {first} {one} {word} its {last} one.",
                f"The {first} {one} of {name} {word} the {last} one.",
            ],
        )
    out = d.name("result copy out new_list")
    return Sketch(
        names=[
            "swap_ends",
            "swap_first_last",
            "exchange_ends",
            "swap_first_and_last",
            "switch_ends",
            "flip_ends",
            "interchange_ends",
            "swap_outer",
        ],
        params=[Param(xs, kind)],
        bodies=[
            f"{out} = list({xs})\n{out}[0], {out}[-1] = {out}[-1], {out}[0]\nreturn {out}",
            f"{xs}[0], {xs}[-1] = {xs}[-1], {xs}[0]\nreturn {xs}",
        ],
        returns=f"list[{item}]",
        what=[
            f"{xs} with its first and last element swapped",
            f"{name} with its two ends exchanged and everything between as it was",
            f"{name} with the last {one} first and the first {one} last, the rest unchanged",
        ],
        do=[
            f"Swap the first and last element of {name} and return the list",
            f"Exchange the first and the last {one} of {name} and give back the list",
            f"Switch the two ends of {name}, leave the rest alone, and return the list",
            f"Interchange the first and the last {one} in {name} and return it",
            f"Let the first and the last {one} of {name} trade places, and return the list",
        ],
        sentences=[
            f"Given {name}, give it back with the first and the last {one} swapped.",
            "The first element becomes the last and the last one the first; nothing else moves. Return the list.",
            f"What does {name} look like once its first and its last {one} have changed places?",
        ],
    )
