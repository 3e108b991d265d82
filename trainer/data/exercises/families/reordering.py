"""Lists in another order: turned round, swapped, parted, halved, with something put between."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.list_moves import move, swap
from trainer.data.exercises.families.parameters import item_type, list_parameter
from trainer.data.exercises.families.parting import halves, parted
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]

_COUNTS = "k n k n steps count places amount"


def _rotate(d: Draw) -> Sketch:
    source, name, kind = list_parameter(d)
    xs, k = source.code, d.name(_COUNTS)
    left = d.chance(0.6)
    way = "left" if left else "right"
    many, one = source.many, source.one
    sign = "" if left else "-"
    moved = f"Move the first {k} {source.many} of {name} to its end" if left else ""
    moved = moved or f"Move the last {k} {source.many} of {name} to its front"
    modulo = f"{k} = {k} % len({xs})"
    tail = f"{xs}[{sign}{k}:] + {xs}[:{sign}{k}]"
    bodies = [f"if not {xs}:\n    return []\n{modulo}\nreturn {tail}"] * 2
    bodies.append(
        f"if len({xs}) == 0:\n    return {xs}\nshift = {sign}{k} % len({xs})\nreturn {xs}[shift:] + {xs}[:shift]"
    )
    return Sketch(
        names=[
            f"rotate_{way}",
            "rotate",
            f"shift_{way}",
            f"turn_{way}",
            f"rotate_list_{way}",
            f"cycle_{way}",
            f"rotated_{way}",
            f"circular_shift_{way}",
        ],
        params=[Param(xs, kind), Param(k, "small")],
        bodies=bodies,
        returns=f"list[{item_type(kind)}]",
        do=[
            f"Rotate {name} by {k} places to the {way}",
            moved,
            f"Shift the {source.many} of {name} {k} places to the {way}",
            f"Circularly shift {name} to the {way} by {k} positions",
            f"Cycle the {many} of {name} round, {k} positions to the {way}",
            f"Cut the first {k} {many} off {name} and stick them on at its end"
            if left
            else f"Cut the last {k} {many} off {name} and stick them on at its front",
        ],
        what=[f"a copy of {name} rotated by {k} positions to the {way}", f"the {way} rotation of {name} by {k}"],
        sentences=[
            f"Rotated by {k} to the {way}: what falls off one end of {name} comes back at the other.",
            f"What does {name} look like after {k} rotations to the {way}, each by one place?",
            f"Every {one} of {name} goes {k} places to the {way}, and starts again at the other end if need be.",
            f"Do this {k} times: take the first {one} off {name} and add it at the end."
            if left
            else f"Do this {k} times: take the last {one} off {name} and add it at the front.",
        ],
        edge=d.one(f"{k} may be larger than the length.", "An empty list stays empty.", f"{k} may exceed the length."),
    )


def _end_reversed(d: Draw) -> Sketch:
    source, name, kind = list_parameter(d)
    xs, n, out = source.code, d.name("n k count amount"), d.name("result out part")
    fixed = d.chance(0.3)
    amount = str(d.number(2, 5)) if fixed else n
    many = source.many
    code, said, names = d.one(
        (
            f"{xs}[::-1][:{amount}]",
            "last",
            "last_reversed last_backwards from_the_end reversed_tail last_in_reverse tail_reversed take_from_end backwards",  # noqa: E501
        ),
        (
            f"{xs}[:{amount}][::-1]",
            "first",
            "first_reversed first_backwards start_reversed reversed_head head_reversed first_in_reverse reversed_prefix take_and_reverse",  # noqa: E501
        ),
        (
            f"{xs}[{amount}:][::-1]",
            "",
            "skip_and_reverse rest_reversed drop_then_reverse drop_and_reverse reversed_rest rest_backwards skip_then_flip reverse_remaining",  # noqa: E501
        ),
        (
            f"{xs}[:{amount}][::-1] + {xs}[{amount}:]",
            "turn",
            "reverse_start flip_first reverse_prefix reverse_first flip_start reverse_beginning partial_reverse flip_prefix",  # noqa: E501
        ),
    )
    steps = {
        "last": f"{out} = {xs}[::-1]\nreturn {out}[:{amount}]",
        "first": f"{out} = {xs}[:{amount}]\nreturn {out}[::-1]",
    }
    if said == "turn":
        what = [f"a copy of {name} in which only the first {amount} {many} are in reverse order"]
        do = [
            f"Reverse only the first {amount} {many} of {name}",
            f"Turn round the first {amount} {many} of {name} and leave the rest",
            f"Flip the first {amount} {many} of {name} and keep all others where they are",
            f"Reverse the prefix of length {amount} of {name}, without touching the rest",
        ]
        sentences = [
            f"The first {amount} {many} of {name} backwards, followed by the others as they are.",
            f"Turn the start of {name}, its first {amount} {many}, back to front. What comes after stays the same.",
            f"Given {xs}, reverse its first {amount} {many}; do not change the order of the remaining ones.",
            f"What does {name} look like when just its first {amount} {many} are reversed?",
        ]
    elif said == "last":
        what = [f"a reversed copy of the last {amount} {many} of {name}"]
        do = [
            f"Return the last {amount} {many} of {name}, the very last one first",
            f"Take the last {amount} {many} of {name}, the very last one first",
            f"Reverse {name} and keep only the first {amount} {many} of the result",
            f"List the last {amount} {many} of {name} backwards",
            f"Read off {amount} {many} of {name}, from its end towards its start",
        ]
        sentences = [
            f"The last {amount} {many} of {name}, from back to front.",
            f"Which {amount} {many} come last in {name}? Give them back in reverse order.",
            f"Given {xs}, walk through it from the end and stop after {amount} {many}.",
            f"Only the last {amount} {many} of {name} are returned, in the opposite order.",
        ]
    elif said == "first":
        what = [f"a reversed copy of the first {amount} {many} of {name}"]
        do = [
            f"Return the first {amount} {many} of {name}, in reverse order",
            f"Take the first {amount} {many} of {name}, in reverse order",
            f"List the first {amount} {many} of {name} backwards",
            f"Cut {name} down to its first {amount} {many} and reverse them",
            f"Pick the first {amount} {many} of {name} and flip their order",
        ]
        sentences = [
            f"The first {amount} {many} of {name}, from back to front.",
            f"What are the first {amount} {many} of {name} in reverse order?",
            f"Given {xs}, return only its first {amount} {many}, but backwards.",
            f"Throw away all but the first {amount} {many} of {name}, then turn these round.",
        ]
    else:
        what = [f"a reversed copy of what follows the first {amount} {many} of {name}"]
        do = [
            f"Return {name} without its first {amount} {many}, in reverse order",
            f"Drop the first {amount} {many} of {name} and reverse the rest",
            f"Throw away the first {amount} {many} of {name} and flip what remains",
            f"Skip the first {amount} {many} of {name} and list the others backwards",
            f"Reverse {name} and cut the last {amount} {many} off the result",
        ]
        sentences = [
            f"Everything in {name} after the first {amount} {many}, from back to front.",
            f"Given {xs}, ignore its first {amount} {many} and return the remaining ones in reverse order.",
            f"Which {many} come after the first {amount} in {name}? List them backwards.",
            f"Go through {name} from the end to the start, but leave out its first {amount} {many}.",
        ]
    return Sketch(
        names=names.split(),
        params=[Param(xs, kind)] if fixed else [Param(xs, kind), Param(n, "small")],
        bodies=[f"return {code}"] * 2 + [steps.get(said, f"{out} = {code}\nreturn {out}")],
        returns=f"list[{item_type(kind)}]",
        what=what,
        do=do,
        sentences=sentences,
    )


def _between(d: Draw) -> Sketch:
    source, name, kind = list_parameter(d)
    xs, x, out = source.code, source.element, d.name("result out")
    many, one = source.many, source.one
    i = "i" if x != "i" else "k"
    sep = d.name("separator sep filler y extra divider item")
    if sep == x:
        sep = "separator"
    fixed = d.chance(0.35)
    value = (str(d.number(0, 9)) if item_type(kind) == "int" else f"'{d.one(*'-+*,.')}'") if fixed else sep
    where, names = d.one(
        (
            "between",
            "intersperse put_between insert_between place_between add_between fill_gaps interleave_with separate_by",
        ),
        (
            "between",
            "intersperse add_separators join_lists_with insert_separators with_separators separated put_in_gaps separate_items",  # noqa: E501
        ),
        (
            "after",
            "append_after_each insert_after put_after_each add_after_every follow_each suffix_each insert_after_each add_after",  # noqa: E501
        ),
        (
            "before",
            "insert_before prefix_each put_before_each add_before_every precede_each insert_before_each add_before",
        ),
    )
    head = f"{out} = []\nfor {x} in {xs}:\n"
    if where == "between":
        bodies = [
            f"{out} = []\nfor {i}, {x} in enumerate({xs}):\n    if {i} > 0:\n        {out}.append({value})\n    {out}.append({x})\nreturn {out}",  # noqa: E501
            f"{head}    {out}.append({x})\n    {out}.append({value})\nreturn {out}[:-1]",
            f"{head}    if {out}:\n        {out}.append({value})\n    {out}.append({x})\nreturn {out}",
        ]
        do = [
            f"Put {value} between every two neighbouring {source.many} of {name}",
            f"Insert {value} between the {source.many} of {name}, but not at the ends",
            f"Separate the {many} of {name} from each other by {value}",
            f"Place {value} in every gap between two adjacent {many} of {name}",
            f"Intersperse the {many} of {name} with {value}",
        ]
        what = [f"a copy of {name} with {value} between adjacent {many}"]
        sentences = [
            f"Wherever two {many} of {name} stand next to each other, {value} goes between them.",
            f"Given {xs}, add {value} after every {one} except the last.",
            f"What is {name} with {value} as a separator between its {many}?",
            f"The {many} of {name}, with {value} in between.",
        ]
    else:
        order = [x, value] if where == "after" else [value, x]
        bodies = [
            head + "".join(f"    {out}.append({y})\n" for y in order) + f"return {out}",
            f"{head}    {out} += [{', '.join(order)}]\nreturn {out}",
        ]
        do = [
            f"Insert {value} {where} every {source.one} of {name}",
            f"Put {value} {where} each {source.one} of {name}",
            f"Add {value} {where} each one of the {many} of {name}",
            f"Stick {value} {'behind' if where == 'after' else 'in front of'} every {one} of {name}",
            f"Make {value} {'follow' if where == 'after' else 'precede'} each {one} of {name}",
        ]
        what = [f"a copy of {name} with {value} {where} every {one}"]
        sentences = [
            f"All {many} of {name}, each one {'followed' if where == 'after' else 'preceded'} by {value}.",
            f"Given {xs}, insert {value} {where} each {one}, also {where} the {'last' if where == 'after' else 'first'}.",  # noqa: E501
            f"What is {name} when {value} is put {where} each of its {many}?",
            f"Go through {name} and add {value} {where} each {one}, so that the list gets twice as long.",
        ]
    return Sketch(
        names=names.split(),
        params=[Param(xs, kind)] + ([] if fixed else [Param(sep, "int" if item_type(kind) == "int" else "char")]),
        bodies=bodies,
        returns=f"list[{item_type(kind)}]",
        what=what,
        do=do,
        sentences=sentences,
    )


FAMILIES = (
    Family(
        "reordering",
        ((_rotate, 2), (_end_reversed, 2), (swap, 2), (move, 2), (halves, 2), (parted, 2), (_between, 2)),
    ),
)
