"""Lists cut in two: in the middle, or by a condition."""

from __future__ import annotations

from trainer.data.exercises.condition import Condition
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import item_type, list_parameter
from trainer.data.exercises.number_conditions import number_condition
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.sources import ints

__all__ = ["halves", "parted"]


def halves(d: Draw) -> Sketch:
    """The two halves of a list or a string, or one of them."""
    text = d.chance(0.25)
    source, name, kind = list_parameter(d)
    xs, kind = (d.name("text word s string"), "word") if text else (source.code, kind)
    name = xs if text else name
    unit, units = ("character", "characters") if text else (source.one, source.many)
    item = "str" if text else f"list[{item_type(kind)}]"
    m, first = d.name("middle half mid m cut"), d.chance(0.5)
    index = f"(len({xs}) + 1) // 2" if first else f"len({xs}) // 2"
    owner = "first" if first else "second"
    value, what, names, returns = d.one(
        (f"{xs}[:{m}], {xs}[{m}:]", "the two halves", "split_in_half halves cut_in_two split_middle halve split_in_the_middle front_and_back bisect", f"tuple[{item}, {item}]"),  # noqa: E501
        (f"{xs}[:{m}], {xs}[{m}:]", "the two halves", "split_in_half divide_in_two two_halves break_in_half split_halves split_at_middle chop_in_two", f"tuple[{item}, {item}]"),  # noqa: E501
        (f"[{xs}[:{m}], {xs}[{m}:]]", "a list of the two halves", "split_half list_of_halves halves_list get_halves split_into_halves to_halves make_halves halve", f"list[{item}]"),  # noqa: E501
        (f"{xs}[:{m}]", "the first half", "first_half front_half left_half get_first_half take_first_half lower_half beginning_half first_part", item),  # noqa: E501
        (f"{xs}[{m}:]", "the second half", "second_half back_half right_half get_second_half take_second_half upper_half last_half second_part", item),  # noqa: E501
    )  # fmt: skip
    if "two" in what:
        box = "list" if "list" in what else "tuple"
        more = {
            "what": [f"a {box} of the first and the second half of {name}"],
            "do": [
                f"Split {name} in the middle and return the two parts as a {box}",
                f"Chop {name} in two and give back both pieces as a {box}",
                f"Halve {name}, giving a {box} of the front and the back half",
            ],
            "sentences": [
                f"What are the two halves of {name}? Return them as a {box}.",
                f"Given {xs}, return its front half and its back half, as a {box}.",
                f"The first half and the second half of {name}, in a {box}.",
            ],
        }
    else:
        which, other, side = ("first", "second", "front") if "first" in what else ("second", "first", "back")
        more = {
            "what": [f"the {side} half of {name}", f"what is left of {name} without its {other} half"],
            "do": [
                f"Keep only the {which} half of {name}",
                f"Throw away the {other} half of {name}",
                f"Split {name} in the middle and give back the {which} part",
            ],
            "sentences": [
                f"What is the {which} half of {name}?",
                f"Given {xs}, get rid of its {other} half.",
                f"Only the {side} half of {name} is returned.",
            ],
        }
    return Sketch(
        names=names.split(),
        params=[Param(xs, kind)],
        bodies=[f"{m} = {index}\nreturn {value}"] * 2
        + [
            f"return {value.replace(m, index) if m not in xs else value.replace(f'[:{m}]', f'[:{index}]').replace(f'[{m}:]', f'[{index}:]')}"  # noqa: E501
        ],
        returns=returns,
        what=[f"{what} of {name}" + (" as a tuple" if returns.startswith("tuple") else ""), *more["what"]],
        do=[
            f"Cut {name} into two halves and return {'both' if 'two' in what else what}"
            + (" as a list" if "list" in what else ""),
            *more["do"],
        ],
        sentences=more["sentences"],
        edge=d.one(
            f"With an odd number of {units}, the {owner} half is one longer.",
            f"The middle {unit} of an odd length belongs to the {owner} half.",
            f"If the length is odd, the {owner} half gets the extra {unit}.",
        ),
    )


def parted(d: Draw) -> Sketch:
    """The numbers that fulfil a condition, and the others."""
    source = ints(d)
    xs, x = source.code, source.element
    yes, no = d.one("front back", "first rest", "yes no", "before after", "kept others").split()
    if {yes, no} & {xs, x}:
        yes, no = "matching", "remaining"
    condition = number_condition(d, compound=0)
    if d.chance(0.3):
        even = d.chance(0.6)
        condition = Condition(f"@ % 2 {'==' if even else '!='} 0", word := "even" if even else "odd", adjective=word)
    both, last = d.chance(0.3), d.chance(0.4)
    test, rest = condition.of(x), _opposite(condition.of(x))
    parts = f"{yes} = [{x} for {x} in {xs} if {test}]\n{no} = [{x} for {x} in {xs} if {rest}]\n"
    loop = f"{yes} = []\n{no} = []\nfor {x} in {xs}:\n    if {test}:\n        {yes}.append({x})\n    else:\n        {no}.append({x})\n"  # noqa: E501
    end = f"return {yes}, {no}" if both else f"return {no} + {yes}" if last else f"return {yes} + {no}"
    many = source.many
    those = f"the {source.many} that {condition.many}"
    place, side = ("last", "end") if last else ("first", "front")
    short = f"return sorted({xs}, key=lambda {x}: {test if last else rest})"
    return Sketch(
        names=[
            f"partition_{condition.name}",
            f"separate_{condition.name}",
            *(
                [
                    f"split_{condition.name}",
                    "partition",
                    f"split_by_{condition.name}",
                    f"{condition.name}_and_rest",
                    "split_in_two",
                    f"divide_{condition.name}",
                ]
                if both
                else [
                    f"{condition.name}_{place}",
                    f"put_{condition.name}_{place}",
                    f"move_{condition.name}_{place}",
                    f"{condition.name}_to_{side}",
                    f"{condition.name}_at_{side}",
                    f"group_{condition.name}_{place}",
                ]
            ),
        ],
        params=[*source.params, *condition.params],
        bodies=[parts + end, parts + end, loop + end] + ([] if both else [short]),
        returns="tuple[list[int], list[int]]" if both else "list[int]",
        what=[f"two lists as a tuple: {those} in {xs}, and all the others"]
        if both
        else [
            f"a copy of {xs} with {those} at the {side}",
            f"all {many} of {xs}, but {those} {place}",
        ],
        do=[
            f"Split {xs} into two lists, {those} and the others, and return both",
            f"Partition {xs} into the {many} that {condition.many} and the remaining ones, as a pair of lists",
            f"Separate {those} from the rest of {xs} and return the two lists",
            f"Divide {xs} into two lists: first {those}, second everything else",
        ]
        if both
        else [
            f"Rearrange {xs} so that {those} come {place}",
            f"Put {those} {place} in {xs}",
            f"Move {those} to the {side} of {xs}",
            f"Reorder {xs}, with {those} {'after' if last else 'before'} all the others",
        ],
        sentences=[
            f"Which {many} of {xs} {condition.many}? Return a list of them, and a second list of those left over.",
            f"Given {xs}, put {those} in one list and the others in another; return both lists.",
            f"The first list has the {many} of {xs} that {condition.many}, the second one has the rest. Return both.",
        ]
        if both
        else [
            f"Which {many} of {xs} {condition.many}? Let them come {place}, {'after' if last else 'before'} the rest.",
            f"Given {xs}, list {those} {'after' if last else 'before'} all the others.",
            f"All {many} of {xs} that {condition.many} go to the {side}.",
        ],
        edge=""
        if both and d.chance(0.5)
        else d.one("Keep the order within both groups.", "The order within each group stays the same."),
    )


def _opposite(test: str) -> str:
    """The test that holds where this one does not."""
    for sign, other in ((" == ", " != "), (" != ", " == "), (" > ", " <= "), (" < ", " >= "), (" >= ", " < ")):
        if test.count(sign) == 1 and " <= " not in test:
            return test.replace(sign, other)
    return f"not ({test})"
