"""Single elements of a list and parts of it."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import ORDINALS, item_type, list_parameter
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _at(d: Draw) -> Sketch:
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
    edge = (
        f"Return {default} if the list is empty." if need == 1 else f"Return {default} if there are fewer than {need}."
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
    return Sketch(
        names=[
            f"{stem}_element",
            f"{stem}_item",
            f"{stem}_of",
            f"get_{stem}",
            f"{stem}_{source.one}",
            f"{stem}_or_default",
        ],
        params=[Param(xs, kind)],
        bodies=bodies,
        returns=item + (" | None" if default == "None" else ""),
        what=[f"the {word} element of {name}{extra}", f"the {word} {source.one} of {name}{extra}"],
        edge=edge,
    )


def _index(d: Draw) -> Sketch:
    source, name, kind = list_parameter(d, "1")
    xs = source.code
    i = d.name("i index k position n place")
    item = item_type(kind)
    form = d.number(0, 3)
    if form == 0:
        default = d.one("None", "None", "0" if item == "int" else "''")
        return Sketch(
            names=["get_at", "element_at", "safe_get", "get_or_default", "item_at"],
            params=[Param(xs, kind), Param(i, "small")],
            bodies=[
                f"if {i} < len({xs}):\n    return {xs}[{i}]\nreturn {default}",
                f"return {xs}[{i}] if {i} < len({xs}) else {default}",
                f"if {i} >= len({xs}):\n    return {default}\nreturn {xs}[{i}]",
            ],
            returns=item + (" | None" if default == "None" else ""),
            what=[f"the element of {name} at index {i}"],
            edge=f"Return {default} if {i} is not below the length.".replace("''", "an empty string"),
        )
    if form == 1:
        return Sketch(
            names=["ends", "first_and_last", "outer_elements"],
            params=[Param(xs, kind)],
            bodies=[f"return [{xs}[0], {xs}[-1]]"],
            returns=f"list[{item}]",
            what=[f"a list of the first and the last element of {name}", f"the first and last of {xs} as a list"],
        )
    if form == 2:
        op, said = (
            d.one(("+", "sum"), ("-", "difference"), ("*", "product")) if item == "int" else ("+", "concatenation")
        )
        a, b, words_ = d.one(("0", "-1", "first and the last element"), ("-1", "0", "last and the first element"))
        return Sketch(
            names=[f"{said}_of_ends", f"ends_{said}", f"{said}_first_last"],
            params=[Param(xs, kind)],
            bodies=[f"return {xs}[{a}] {op} {xs}[{b}]"],
            returns=item,
            what=[f"the {said} of the {words_} of {name}"],
        )
    out = d.name("result copy out new_list")
    return Sketch(
        names=["swap_ends", "swap_first_last", "exchange_ends"],
        params=[Param(xs, kind)],
        bodies=[
            f"{out} = list({xs})\n{out}[0], {out}[-1] = {out}[-1], {out}[0]\nreturn {out}",
            f"{xs}[0], {xs}[-1] = {xs}[-1], {xs}[0]\nreturn {xs}",
        ],
        returns=f"list[{item}]",
        what=[f"{xs} with its first and last element swapped"],
        do=[f"Swap the first and last element of {name} and return the list"],
    )


def _slice(d: Draw) -> Sketch:
    source, name, kind = list_parameter(d)
    xs, item = source.code, item_type(kind)
    many = d.one(source.many, "elements", "items")
    params = [Param(xs, kind)]
    if d.chance(0.55):
        k = d.name("n k count amount size")
        params.append(Param(k, "smallpos"))
    else:
        k = str(d.number(1, 4))
    stem = "n" if not k.isdigit() else k
    i, out, x = d.name("i j index"), d.name("result out part"), source.element
    code, said, names, loop = d.one(
        (f"{xs}[:{k}]", f"the first {k} {many} of {name}", f"first_{stem} take take_first head", ""),
        (f"{xs}[-{k}:]", f"the last {k} {many} of {name}", f"last_{stem} take_last tail", ""),
        (f"{xs}[{k}:]", f"{name} without its first {k} {many}", f"drop_{stem} drop_first skip", ""),
        (f"{xs}[:-{k}]", f"{name} without its last {k} {many}", f"drop_last_{stem} drop_last remove_last", ""),
        (
            f"{xs}[::{k}]",
            f"every {k}-th of the {many} of {name}, starting with the first",
            f"every_{stem} every_nth",
            f"{out} = []\nfor {i} in range(0, len({xs}), {k}):\n    {out}.append({xs}[{i}])\nreturn {out}",
        ),
        (f"{xs}[{k}:] + {xs}[:{k}]", f"{name} rotated to the left by {k}", f"rotate_left rotate_by_{stem} rotate", ""),
        (
            f"{xs}[-{k}:] + {xs}[:-{k}]",
            f"{name} with its last {k} {many} moved to the front",
            "rotate_right move_to_front",
            "",
        ),
        (f"{xs}[:{k}][::-1]", f"the first {k} {many} of {name} in reverse order", f"reversed_first_{stem}", ""),
        (f"{xs}[{k}:{k} + 3]", f"at most three {many} of {name}, starting at index {k}", "three_from window", ""),
        (
            f"[{xs}[{i}:{i} + {k}] for {i} in range(0, len({xs}), {k})]",
            f"{name} cut into lists of {k} {many}; the last may be shorter",
            f"chunks split_into_{stem} chunk_list",
            f"{out} = []\nfor {i} in range(0, len({xs}), {k}):\n    {out}.append({xs}[{i}:{i} + {k}])\nreturn {out}",
        ),
        (f"{xs} * {k}", f"{name} repeated {k} times", "repeat_list repeated", ""),
        (
            f"[{x} for {x} in {xs} for _ in range({k})]",
            f"a list with each of the {many} of {name} {k} times in a row",
            "repeat_each stretch",
            "",
        ),
    )
    returns = f"list[list[{item}]]" if code.startswith("[" + xs) else f"list[{item}]"
    return Sketch(
        names=names.split(),
        params=params,
        bodies=[f"return {code}"] + ([loop] if loop else [f"{out} = {code}\nreturn {out}"]),
        returns=returns,
        what=[said],
    )


def _part(d: Draw) -> Sketch:
    source, name, kind = list_parameter(d)
    xs, x, item = source.code, source.element, item_type(kind)
    out = d.name("result out reversed_list new_list")
    i = d.name("i j index")
    code, said, names, extra = d.one(
        (
            f"{xs}[::-1]",
            f"{name} in reverse order",
            "reverse reversed_list backwards flip reverse_items",
            [
                f"{out} = []\nfor {x} in {xs}:\n    {out}.insert(0, {x})\nreturn {out}",
                f"return list(reversed({xs}))",
                f"{out} = []\nfor {i} in range(len({xs}) - 1, -1, -1):\n    {out}.append({xs}[{i}])\nreturn {out}",
            ],
        ),
        (f"{xs}[1:]", f"{name} without its first element", "rest tail drop_first", []),
        (f"{xs}[:-1]", f"{name} without its last element", "all_but_last drop_last", []),
        (f"{xs}[1:-1]", f"{name} without its first and last element", "inner middle_part trim_ends", []),
        (
            f"{xs}[::2]",
            f"the elements of {name} at even indices",
            "even_positions every_other",
            [f"return [{xs}[{i}] for {i} in range(0, len({xs}), 2)]"],
        ),
        (
            f"{xs}[1::2]",
            f"the elements of {name} at odd indices",
            "odd_positions every_second",
            [f"return [{xs}[{i}] for {i} in range(len({xs})) if {i} % 2 == 1]"],
        ),
        (
            f"{xs}[:len({xs}) // 2]",
            f"the first half of {name}, without the middle element if the length is odd",
            "first_half",
            [],
        ),
        (
            f"{xs}[len({xs}) // 2:]",
            f"the second half of {name}, with the middle element if the length is odd",
            "second_half",
            [],
        ),
        (f"{xs} + {xs}[::-1]", f"{name} followed by its reverse", "mirror there_and_back", []),
        (f"{xs}[1:] + {xs}[:1]", f"{name} with its first element moved to the end", "rotate_once first_to_end", []),
        (f"{xs}[-1:] + {xs}[:-1]", f"{name} with its last element moved to the front", "last_to_front rotate_back", []),
        (f"{xs} + {xs}", f"{name} twice in a row", "double_list twice", []),
        (
            f"[{x} for {x} in {xs} if {x} != {xs}[0]]",
            f"the elements of {name} that differ from its first one",
            "without_first_value",
            [],
        ),
        (f"{xs}[::-2]", f"every second element of {name}, from the last one backwards", "every_other_backwards", []),
    )
    do = (
        [f"Reverse {name}", f"Reverse the order of the {source.many} in {name}"]
        if code.endswith("[::-1]") and "+" not in code
        else []
    )
    return Sketch(
        names=names.split(),
        params=[Param(xs, kind)],
        bodies=[f"return {code}", *extra],
        returns=f"list[{item}]",
        what=[said],
        do=do,
    )


FAMILIES = (
    Family("indexing", ((_at, 3), (_index, 2))),
    Family("slicing", ((_slice, 3), (_part, 3))),
)
