"""Changes between the neighbours in a list, and lists with some numbers replaced or left out."""

from __future__ import annotations

from trainer.data.exercises.branches import opposite
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.number_conditions import number_condition
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.sources import ints

__all__ = ["FAMILIES"]


_CHANGES = (  # the test, what may happen, what is counted, a name
    ("{a} * {b} < 0", "two neighbouring non-zero numbers have opposite signs",
     "pairs of neighbours in @ with one positive and one negative number|places in @ where a positive number stands next to a negative one|changes of sign between direct neighbours in @ (zero has no sign)", "sign_changes"),  # noqa: E501
    ("{a} * {b} < 0", "the sign changes from one number of @ to the next, not counting zeros",
     "adjacent pairs in @ with a negative product|pairs of neighbours in @ whose signs are opposite (neither is zero)|direct steps from plus to minus or back in @", "sign_flips"),  # noqa: E501
    ("{b} > {a}", "a number of @ is larger than the one before it",
     "numbers in @ that are greater than their predecessor|increases from one number of @ to the next|adjacent pairs in @ that go up", "rises"),  # noqa: E501
    ("{b} < {a}", "a number of @ is smaller than the one before it",
     "numbers in @ that are less than their predecessor|decreases from one number of @ to the next|adjacent pairs in @ that go down", "drops"),  # noqa: E501
    ("{a} == {b}", "two neighbours in @ are equal",
     "pairs of equal neighbours in @|numbers in @ that repeat the one just before|adjacent pairs of identical numbers in @", "equal_neighbours"),  # noqa: E501
    ("{a} != {b}", "a number of @ differs from the one before it",
     "numbers in @ that are not equal to their predecessor|pairs of different neighbours in @|changes of value from one number of @ to the next", "changes"),  # noqa: E501
    ("{a} % 2 != {b} % 2", "an even and an odd number are neighbours in @",
     "adjacent pairs in @ with one even and one odd number|changes between even and odd from one number of @ to the next|pairs of neighbours in @ of which only one is divisible by two", "parity_changes"),  # noqa: E501
    ("abs({a} - {b}) > {k}", "neighbours in @ differ by more than {k}",
     "pairs of neighbours in @ that are more than {k} apart|adjacent pairs in @ whose absolute difference exceeds {k}|jumps up or down by more than {k} between neighbours in @", "jumps"),  # noqa: E501
    ("{b} - {a} >= {k}", "a number of @ is at least {k} larger than the one before it",
     "increases by {k} or more from one number of @ to the next|numbers in @ that exceed their predecessor by at least {k}|adjacent pairs in @ where the second minus the first is {k} or more", "big_rises"),  # noqa: E501
    ("{a} + {b} == {k}", "two neighbours in @ add up to {k}",
     "pairs of neighbours in @ with the sum {k}|adjacent pairs in @ that make {k} together|numbers in @ that give {k} when added to the next one", "pairs_with_sum"),  # noqa: E501
    ("{b} == {a} + 1", "a number of @ is one more than the one before it",
     "numbers in @ that are exactly one larger than their predecessor|increases by exactly 1 from one number of @ to the next|adjacent pairs of the form n, n + 1 in @", "steps_up"),  # noqa: E501
    ("{b} == 2 * {a}", "a number of @ is twice the one before it",
     "numbers in @ that are the double of their predecessor|pairs of neighbours in @ where the second is two times the first|doublings from one number of @ to the next", "doublings"),  # noqa: E501
    ("abs({a} - {b}) == 1", "neighbours in @ differ by exactly one",
     "pairs of neighbours in @ that are one apart|steps up or down by exactly 1 between neighbours in @|adjacent pairs in @ whose absolute difference is 1", "single_steps"),  # noqa: E501
)  # fmt: skip


def _changes(d: Draw) -> Sketch:
    """How often something happens between neighbours."""
    test, said, counted, name = d.one(*_CHANGES)
    xs = d.name("numbers nums values xs data temperatures readings prices")
    i, count = d.name("i i j"), d.name("count changes result total")
    k = str(d.number(2, 6))
    if "{k}" in test and d.chance(0.4):
        k = d.name("k limit amount gap")
    said, counted = (text.replace("@", xs).replace("{k}", k) for text in (said, counted))
    things = counted.split("|")
    thing = d.one(*things)
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
        names=[
            f"count_{name}",
            name,
            f"number_of_{name}",
            f"how_many_{name}",
            f"{name}_count",
            f"num_{name}",
            f"total_{name}",
            f"tally_{name}",
        ],
        params=[Param(xs, "ints"), *([] if k.isdigit() or "{k}" not in test else [Param(k, "smallpos")])],
        bodies=bodies,
        what=[
            f"how often {said}",
            f"the number of times that {said}",
            f"the number of {thing}",
            f"a count of the {thing}",
        ],
        do=[f"Count how often {said}", f"Count the {thing}", f"Work out the number of {thing}"],
        sentences=[
            f"How often {_question(said)}?" if d.chance(0.5) else f"Number of times that {said}.",
            f"What is the number of {thing}?",
            f"Given a list of numbers, count the {d.one(*things)}.",
            f"Compare each number with the one before it, and tell how often {said}.",
            f"Go through the list to find and count the {d.one(*things)}.",
        ],
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
    expression = x in k and k != "None"
    said = {
        f"-{x}": d.one("multiplied by -1", "negated"),
        f"{x} * 2": "doubled",
        f"{x} + 1": "increased by 1",
        f"{x} // 2": "halved, rounded down",
    }.get(k, f"replaced by {k}")
    turned = said if expression else f"turned into {k}"
    those = f"{condition.adjective} numbers in {xs}"
    if not condition.adjective:
        those = f"numbers in {xs} that {condition.many}"
    many = f"{condition.adjective} numbers" if condition.adjective else f"numbers that {condition.many}"
    if d.chance(0.3):
        return Sketch(
            names=[f"product_without_{condition.name}", f"product_except_{condition.name}", f"multiply_all_but_{condition.name}",  # noqa: E501
                   f"multiply_without_{condition.name}", f"product_skipping_{condition.name}", f"prod_not_{condition.name}",  # noqa: E501
                   f"skip_{condition.name}_and_multiply", "multiply_rest", "product_of_rest"],
            params=[*source.params, *condition.params],
            bodies=[f"{out} = 1\nfor {x} in {xs}:\n    if {opposite(test)}:\n        {out} *= {x}\nreturn {out}",
                    f"{out} = 1\nfor {x} in {xs}:\n    if {test}:\n        continue\n    {out} *= {x}\nreturn {out}"],
            what=[
                f"the product of all numbers in {xs} except the {many}",
                f"the product of what is left of {xs} without the {many}",
                f"the result of multiplying all numbers of {xs} but the {many}",
            ],
            do=[
                f"Multiply together all numbers in {xs} except the {many}",
                f"Skip the {those} and multiply all the others together",
                f"Work out the product of {xs}, leaving out all {many}",
            ],
            sentences=[
                f"What is the product of {xs} if the {many} are not counted?",
                f"Throw away the {those}, then multiply the rest together.",
                f"Given {xs}, multiply everything in it but the {many}.",
                f"Every number of {xs} that {condition.single} is ignored. Return the product of the others.",
            ],
            edge="If nothing is left, the result is 1." if d.chance(0.6) else "",
        )  # fmt: skip
    acts, fate = {
        f"-{x}": (("Flip the sign of", "Multiply by -1"), "gets the opposite sign"),
        f"{x} * 2": (("Double", "Multiply by two"), "is multiplied by 2"),
        f"{x} + 1": (("Add 1 to", "Increment by one"), "grows by 1"),
        f"{x} // 2": (("Halve and round down", "Floor-divide by 2"), "becomes half as large, rounded down"),
    }.get(k, ((f"Put {k} in the place of", f"Substitute {k} for"), f"becomes {k}"))
    return Sketch(
        names=[
            f"replace_{condition.name}",
            f"change_{condition.name}",
            f"mask_{condition.name}",
            f"adjust_{condition.name}",
            f"update_{condition.name}",
            f"{condition.name}_changed" if expression else f"{condition.name}_replaced",
            f"map_{condition.name}",
            f"modify_{condition.name}" if expression else f"substitute_{condition.name}",
        ],
        params=[*source.params, *condition.params],
        bodies=[f"return [{k} if {test} else {x} for {x} in {xs}]"] * 2
        + [
            f"{out} = []\nfor {x} in {xs}:\n    if {test}:\n        {out}.append({k})\n    else:\n        {out}.append({x})\nreturn {out}"  # noqa: E501
        ],
        returns="list[int]" if k != "None" else "list[int | None]",
        what=[
            f"a copy of {xs} with all {many} {said}",
            f"a new list, which is {xs} with its {many} {said} and the rest unchanged",
        ],
        do=[
            f"{'Change' if expression else 'Replace'} all {many} in {xs}{': they are ' + said if expression else f' by {k}'}, in a new list",  # noqa: E501
            f"{acts[0]} all {those}, and return the new list",
            f"{acts[1]} all {those}, in a copy of the list, and leave the others alone",
        ],
        sentences=[
            f"A copy of the list {xs} with all {many} {turned}.",
            f"The numbers of {xs} in a new list, all {many} {turned}.",
            f"Every number of {xs} that {condition.single} {fate}; the others stay as they are. Return a new list.",
            f"Given {xs}, return a list of the same length with the {many} {said}.",
            f"What does {xs} look like if every number that {condition.single} {fate}? Return a new list.",
            f"{acts[0]} each number of {xs} that {condition.single}, keep the rest, and return all in a new list.",
        ],
    )


FAMILIES = (Family("list_steps", ((_changes, 2), (_each, 2))),)
