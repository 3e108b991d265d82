"""Lists in another order: turned round, swapped, parted, halved, with something put between."""

from __future__ import annotations

from trainer.data.exercises.condition import Condition
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import item_type, list_parameter
from trainer.data.exercises.family import Family
from trainer.data.exercises.number_conditions import number_condition
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.sources import ints

__all__ = ["FAMILIES"]

_COUNTS = "k n k n steps count places amount"


def _rotate(d: Draw) -> Sketch:
    source, name, kind = list_parameter(d)
    xs, k = source.code, d.name(_COUNTS)
    left = d.chance(0.6)
    way = "left" if left else "right"
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
        names=[f"rotate_{way}", "rotate", f"shift_{way}", f"turn_{way}", f"rotate_list_{way}", f"cycle_{way}"],
        params=[Param(xs, kind), Param(k, "small")],
        bodies=bodies,
        returns=f"list[{item_type(kind)}]",
        do=[
            f"Rotate {name} by {k} places to the {way}",
            moved,
            f"Shift the {source.many} of {name} {k} places to the {way}",
        ],
        sentences=[f"Rotated by {k} to the {way}: what falls off one end of {name} comes back at the other."],
        edge=d.one(f"{k} may be larger than the length.", "An empty list stays empty.", f"{k} may exceed the length."),
    )


def _end_reversed(d: Draw) -> Sketch:
    source, name, kind = list_parameter(d)
    xs, n, out = source.code, d.name("n k count amount"), d.name("result out part")
    fixed = d.chance(0.3)
    amount = str(d.number(2, 5)) if fixed else n
    code, said, order, names = d.one(
        (f"{xs}[::-1][:{amount}]", "last", "the very last one first", "last_reversed last_backwards from_the_end"),
        (f"{xs}[:{amount}][::-1]", "first", "in reverse order", "first_reversed first_backwards start_reversed"),
        (f"{xs}[{amount}:][::-1]", "", "in reverse order", "skip_and_reverse rest_reversed drop_then_reverse"),
        (f"{xs}[:{amount}][::-1] + {xs}[{amount}:]", "turn", "", "reverse_start flip_first reverse_prefix"),
    )
    steps = {
        "last": f"{out} = {xs}[::-1]\nreturn {out}[:{amount}]",
        "first": f"{out} = {xs}[:{amount}]\nreturn {out}[::-1]",
    }
    if said == "turn":
        do = [
            f"Reverse only the first {amount} {source.many} of {name}",
            f"Turn round the first {amount} {source.many} of {name} and leave the rest",
        ]
        what = []
    elif said:
        what = [f"Return the {said} {amount} {source.many} of {name}, {order}"]
        do = [f"Take the {said} {amount} {source.many} of {name}, {order}"]
    else:
        what = [f"Return {name} without its first {amount} {source.many}, {order}"]
        do = [f"Drop the first {amount} {source.many} of {name} and reverse the rest"]
    return Sketch(
        names=names.split(),
        params=[Param(xs, kind)] if fixed else [Param(xs, kind), Param(n, "small")],
        bodies=[f"return {code}"] * 2 + [steps.get(said, f"{out} = {code}\nreturn {out}")],
        returns=f"list[{item_type(kind)}]",
        do=[*what, *do],
    )


def _swap(d: Draw) -> Sketch:
    source, name, kind = list_parameter(d)
    xs, out = source.code, d.name("result copy out")
    many = source.many
    code, least, i, j, said, names = d.one(
        (
            f"[{xs}[-1]] + {xs}[1:-1] + [{xs}[0]]",
            2,
            "0",
            "-1",
            "the first and the last",
            "swap_ends exchange_ends swap_first_last",
        ),
        (
            f"[{xs}[-1]] + {xs}[1:-1] + [{xs}[0]]",
            2,
            "0",
            "-1",
            "the first and the last",
            "swap_ends exchange_first_and_last",
        ),
        (f"[{xs}[1], {xs}[0]] + {xs}[2:]", 2, "0", "1", "the first two", "swap_first_two exchange_start"),
        (f"{xs}[:-2] + [{xs}[-1], {xs}[-2]]", 2, "-1", "-2", "the last two", "swap_last_two exchange_last"),
        (f"[{xs}[2], {xs}[1], {xs}[0]] + {xs}[3:]", 3, "0", "2", "the first and the third", "swap_first_third"),
    )
    few = {2: "fewer than two", 3: "fewer than three"}[least]
    guard = f"if len({xs}) < {least}:\n    return {xs}\n"
    change = f"{out} = list({xs})\n{out}[{i}], {out}[{j}] = {out}[{j}], {out}[{i}]\nreturn {out}"
    kept = d.one("", ", leaving the given list unchanged", " in a new list")
    return Sketch(
        names=names.split(),
        params=[Param(xs, kind)],
        bodies=[f"{guard}return {code}", f"{guard}return {code}", f"{guard}{change}"],
        returns=f"list[{item_type(kind)}]",
        do=[
            f"Swap {said} of the {many} of {name}{kept}",
            f"Exchange {said} element{kept}".replace("two element", "two elements").replace(
                "last element", "last element"
            ),
        ],
        what=[
            f"a copy of {name} in which {said} {many} have changed places".replace(
                "first and the last " + many, "first and the last element"
            )
        ],
        edge=d.one(f"A list with {few} elements stays as it is.", f"Lists with {few} elements are returned unchanged."),
    )


def _move(d: Draw) -> Sketch:
    source, name, kind = list_parameter(d)
    xs, one, out = source.code, source.one, d.name("result out copy")
    code, said, also, names = d.one(
        (f"{xs}[1:] + {xs}[:1]", f"Move the first {one} of {name} to the end", "the first element put last", "first_to_end move_first_to_back"),  # noqa: E501
        (f"{xs}[-1:] + {xs}[:-1]", f"Move the last {one} of {name} to the front", "the last element put first", "last_to_front move_last_to_start"),  # noqa: E501
        (f"{xs}[len({xs}) // 2:] + {xs}[:len({xs}) // 2]", f"Swap the halves of {name}", "the second half first; of an odd number of elements, the middle one belongs to the second half", "swap_halves exchange_halves"),  # noqa: E501
        (f"{xs}[::2] + {xs}[1::2]", f"Put the {source.many} of {name} at even indices before those at odd indices", "the elements at even indices first", "even_places_first unweave"),  # noqa: E501
        (f"{xs} + {xs}[::-1]", f"Append the reversed list to {name}", "its mirror image appended", "mirror add_mirrored"),  # noqa: E501
        (f"{xs}[1:-1]", f"Remove the first and the last {one} of {name}", "both ends removed", "drop_ends without_ends"),  # noqa: E501
        (f"{xs}[:1] + {xs}[1:][::-1]", f"Keep the first {one} of {name} in place and reverse the others", "all but the first element reversed", "reverse_tail reverse_rest"),  # noqa: E501
    )  # fmt: skip
    half = "Swap" in said
    return Sketch(
        names=names.split(),
        params=[Param(xs, kind)],
        bodies=[f"return {code}", f"{out} = {code}\nreturn {out}"]
        if not half
        else [f"middle = len({xs}) // 2\nreturn {xs}[middle:] + {xs}[:middle]", f"return {code}"],
        returns=f"list[{item_type(kind)}]",
        do=[said] if not half else [said + ", where the second one gets the middle element if there is one"],
        sentences=[f"A copy of {name} with {also}."],
    )


def _halves(d: Draw) -> Sketch:
    text = d.chance(0.25)
    source, name, kind = list_parameter(d)
    xs, kind = (d.name("text word s string"), "word") if text else (source.code, kind)
    name = xs if text else name
    unit, item = ("character", "str") if text else (source.one, f"list[{item_type(kind)}]")
    m, first = d.name("middle half mid m cut"), d.chance(0.5)
    index = f"(len({xs}) + 1) // 2" if first else f"len({xs}) // 2"
    owner = "first" if first else "second"
    value, what, names, returns = d.one(
        (f"{xs}[:{m}], {xs}[{m}:]", "the two halves", "split_in_half halves cut_in_two split_middle", f"tuple[{item}, {item}]"),  # noqa: E501
        (f"{xs}[:{m}], {xs}[{m}:]", "the two halves", "split_in_half divide_in_two two_halves", f"tuple[{item}, {item}]"),  # noqa: E501
        (f"[{xs}[:{m}], {xs}[{m}:]]", "a list of the two halves", "split_half list_of_halves", f"list[{item}]"),
        (f"{xs}[:{m}]", "the first half", "first_half front_half", item),
        (f"{xs}[{m}:]", "the second half", "second_half back_half", item),
    )  # fmt: skip
    return Sketch(
        names=names.split(),
        params=[Param(xs, kind)],
        bodies=[f"{m} = {index}\nreturn {value}"] * 2
        + [
            f"return {value.replace(m, index) if m not in xs else value.replace(f'[:{m}]', f'[:{index}]').replace(f'[{m}:]', f'[{index}:]')}"  # noqa: E501
        ],
        returns=returns,
        what=[f"{what} of {name}" + (" as a tuple" if returns.startswith("tuple") else "")],
        do=[
            f"Cut {name} into two halves and return {'both' if 'two' in what else what}"
            + (" as a list" if "list" in what else "")
        ],
        edge=d.one(
            f"With an odd number of {unit}s, the {owner} half is one longer.",
            f"The middle {unit} of an odd length belongs to the {owner} half.",
            f"If the length is odd, the {owner} half gets the extra {unit}.",
        ),
    )


def _parted(d: Draw) -> Sketch:
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
    those = f"the {source.many} that {condition.many}"
    place = "last" if last else "first"
    short = f"return sorted({xs}, key=lambda {x}: {test if last else rest})"
    return Sketch(
        names=[f"partition_{condition.name}", f"separate_{condition.name}"]
        + (
            [f"split_{condition.name}", "partition"]
            if both
            else [f"{condition.name}_{place}", f"put_{condition.name}_{place}"]
        ),
        params=[*source.params, *condition.params],
        bodies=[parts + end, parts + end, loop + end] + ([] if both else [short]),
        returns="tuple[list[int], list[int]]" if both else "list[int]",
        do=[f"Split {xs} into two lists, {those} and the others, and return both"]
        if both
        else [f"Rearrange {xs} so that {those} come {place}", f"Put {those} {place} in {xs}"],
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


def _between(d: Draw) -> Sketch:
    source, name, kind = list_parameter(d)
    xs, x, out = source.code, source.element, d.name("result out")
    i = "i" if x != "i" else "k"
    sep = d.name("separator sep filler y extra divider item")
    if sep == x:
        sep = "separator"
    fixed = d.chance(0.35)
    value = (str(d.number(0, 9)) if item_type(kind) == "int" else f"'{d.one(*'-+*,.')}'") if fixed else sep
    where, names = d.one(
        ("between", "intersperse put_between insert_between"),
        ("between", "intersperse add_separators join_lists_with"),
        ("after", "append_after_each insert_after"),
        ("before", "insert_before prefix_each"),
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
        ]
    return Sketch(
        names=names.split(),
        params=[Param(xs, kind)] + ([] if fixed else [Param(sep, "int" if item_type(kind) == "int" else "char")]),
        bodies=bodies,
        returns=f"list[{item_type(kind)}]",
        do=do,
    )


FAMILIES = (
    Family(
        "reordering",
        ((_rotate, 2), (_end_reversed, 2), (_swap, 2), (_move, 2), (_halves, 2), (_parted, 2), (_between, 2)),
    ),
)
