"""Changes between the neighbours in a list, and lists with some numbers replaced or left out."""

from __future__ import annotations

from trainer.data.exercises.branches import opposite
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.number_conditions import number_condition
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.sources import ints

__all__ = ["FAMILIES"]


_CHANGES = (
    ("{a} * {b} < 0", "two neighbouring non-zero numbers have opposite signs", "sign_changes"),
    ("{a} * {b} < 0", "the sign changes from one number of @ to the next, not counting zeros", "sign_flips"),
    ("{b} > {a}", "a number of @ is larger than the one before it", "rises"), ("{b} < {a}", "a number of @ is smaller than the one before it", "drops"),  # noqa: E501
    ("{a} == {b}", "two neighbours in @ are equal", "equal_neighbours"), ("{a} != {b}", "a number of @ differs from the one before it", "changes"),  # noqa: E501
    ("{a} % 2 != {b} % 2", "an even and an odd number are neighbours in @", "parity_changes"),
    ("abs({a} - {b}) > {k}", "neighbours in @ differ by more than {k}", "jumps"), ("{b} - {a} >= {k}", "a number of @ is at least {k} larger than the one before it", "big_rises"),  # noqa: E501
    ("{a} + {b} == {k}", "two neighbours in @ add up to {k}", "pairs_with_sum"), ("{b} == {a} + 1", "a number of @ is one more than the one before it", "steps_up"),  # noqa: E501
    ("{b} == 2 * {a}", "a number of @ is twice the one before it", "doublings"), ("abs({a} - {b}) == 1", "neighbours in @ differ by exactly one", "single_steps"),  # noqa: E501
)  # fmt: skip


def _changes(d: Draw) -> Sketch:
    """How often something happens between neighbours."""
    test, said, name = d.one(*_CHANGES)
    xs = d.name("numbers nums values xs data temperatures readings prices")
    i, count = d.name("i i j"), d.name("count changes result total")
    k = str(d.number(2, 6))
    if "{k}" in test and d.chance(0.4):
        k = d.name("k limit amount gap")
    said = said.replace("@", xs).replace("{k}", k)
    pair = test.format(a=f"{xs}[{i} - 1]", b=f"{xs}[{i}]", k=k)
    ahead = test.format(a=f"{xs}[{i}]", b=f"{xs}[{i} + 1]", k=k)
    zipped = test.format(a="a", b="b", k=k)
    bodies = [
        f"{count} = 0\nfor {i} in range(1, len({xs})):\n    if {pair}:\n        {count} += 1\nreturn {count}",
        f"{count} = 0\nfor {i} in range(1, len({xs})):\n    if {pair}:\n        {count} += 1\nreturn {count}",
        f"{count} = 0\nfor {i} in range(len({xs}) - 1):\n    if {ahead}:\n        {count} += 1\nreturn {count}",
        f"return sum(1 for a, b in zip({xs}, {xs}[1:]) if {zipped})",
    ]
    return Sketch(
        names=[f"count_{name}", name, f"number_of_{name}", f"how_many_{name}"],
        params=[Param(xs, "ints"), *([] if k.isdigit() or "{k}" not in test else [Param(k, "smallpos")])],
        bodies=bodies,
        what=[f"how often {said}", f"the number of times that {said}"],
        do=[f"Count how often {said}"],
        sentences=[f"How often {_question(said)}?"] if d.chance(0.5) else [f"Number of times that {said}."],
        inputs=["[1, -1, 1]", "[1, 2, 4, 4, 3]", "[0, 1, 0, -1]", "[-2, 3, 0, 5, 8]", "[2, 2, 2]"]
        if k.isdigit() or "{k}" not in test
        else [],
    )


def _question(said: str) -> str:
    """The clause after "how often", as a question."""
    for verb, base in ((" is ", ""), (" are ", ""), (" have ", "do"), (" changes ", "does"), (" differs ", "does"),
                       (" differ ", "do"), (" add ", "do")):  # fmt: skip
        if verb in said:
            subject, rest = said.split(verb, 1)
            plain = {" changes ": "change", " differs ": "differ"}.get(verb, verb.strip())
            return f"{base or plain} {subject} {plain + ' ' if base else ''}{rest}"
    raise ValueError(said)


def _each(d: Draw) -> Sketch:
    """A copy of a list with some numbers replaced, and products without some numbers."""
    source = ints(d)
    xs, x = source.code, source.element
    condition = number_condition(d, compound=0)
    test, out = condition.of(x), d.name("result out new product")
    k = d.one("0", "0", "0", "1", "-1", "None", f"-{x}", f"{x} * 2", f"{x} + 1", f"{x} // 2")
    said = {
        f"-{x}": "with their sign changed",
        f"{x} * 2": "doubled",
        f"{x} + 1": "increased by 1",
        f"{x} // 2": "halved, rounded down",
    }.get(k, f"replaced by {k}")
    turned = said if x in k else f"turned into {k}"
    many = f"{condition.adjective} numbers" if condition.adjective else f"numbers that {condition.many}"
    if d.chance(0.3):
        return Sketch(
            names=[f"product_without_{condition.name}", f"product_except_{condition.name}", f"multiply_all_but_{condition.name}"],  # noqa: E501
            params=[*source.params, *condition.params],
            bodies=[f"{out} = 1\nfor {x} in {xs}:\n    if {opposite(test)}:\n        {out} *= {x}\nreturn {out}",
                    f"{out} = 1\nfor {x} in {xs}:\n    if {test}:\n        continue\n    {out} *= {x}\nreturn {out}"],
            what=[f"the product of all numbers in {xs} except the {many}"],
            do=[f"Multiply together all numbers in {xs} except the {many}"],
            edge="If nothing is left, the result is 1." if d.chance(0.6) else "",
        )  # fmt: skip
    return Sketch(
        names=[
            f"replace_{condition.name}",
            f"change_{condition.name}",
            f"mask_{condition.name}",
            f"adjust_{condition.name}",
        ],
        params=[*source.params, *condition.params],
        bodies=[f"return [{k} if {test} else {x} for {x} in {xs}]"] * 2
        + [
            f"{out} = []\nfor {x} in {xs}:\n    if {test}:\n        {out}.append({k})\n    else:\n        {out}.append({x})\nreturn {out}"  # noqa: E501
        ],
        returns="list[int]" if k != "None" else "list[int | None]",
        what=[f"a copy of {xs} with all {many} {said}"],
        do=[
            f"{'Change' if x in k else 'Replace'} all {many} in {xs}{': they are ' + said if x in k else f' by {k}'}, in a new list"  # noqa: E501
        ],
        sentences=[
            f"A copy of the list {xs} with all {many} {turned}.",
            f"The numbers of {xs} in a new list, all {many} {turned}.",
        ],
    )


FAMILIES = (Family("list_steps", ((_changes, 2), (_each, 2))),)
