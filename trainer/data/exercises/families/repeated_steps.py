"""A step repeated until a bound: what is reached, how many steps it takes, the values on the way."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import COUNTS
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["until"]


def until(d: Draw) -> Sketch:
    """A step repeated until a bound."""
    n = d.name(COUNTS)
    x = d.name("x value current power number")
    k, start = d.number(2, 9), d.number(1, 5)
    cond, word = d.one((f"{x} < {n}", "at least"), (f"{x} <= {n}", "greater than"))
    form = d.number(0, 3)
    grow, said = d.one(
        (f"{x} *= {k}", f"{start}, {start * k}, {start * k * k}, ... (times {k})"),
        (f"{x} += {k}", f"{start}, {start + k}, {start + 2 * k}, ... (plus {k})"),
    )
    count, out = d.name("count steps"), d.name("result values out")
    act = f"multiply by {k}" if "*" in grow else f"add {k}"
    keep = f"{'less than' if word == 'at least' else 'at most'} {n}"
    reached = f"{'not less than' if word == 'at least' else 'larger than'} {n}"
    if form == 0:
        return Sketch(
            names=[
                "first_above",
                "grow_until",
                "next_in_sequence",
                "first_reaching",
                "grow_past",
                "smallest_term",
                "first_term_beyond",
                "find_first",
            ],
            params=[Param(n, "nat")],
            bodies=[f"{x} = {start}\nwhile {cond}:\n    {grow}\nreturn {x}"],
            what=[
                f"the first number of {said} that is {word} {n}",
                f"the smallest number in the sequence {said} that is {reached}",
                f"what {start} has become when, with steps that {act}, it is {word} {n} for the first time",
                f"the first term of the sequence {said} that is no longer {keep}",
            ],
            do=[
                f"Start with {start} and {act} until the number is {word} {n}",
                f"Find the first number in {said} that is {reached}",
                f"Begin at {start} and, as long as the number is {keep}, {act}",
            ],
            sentences=[
                f"Which is the first number of {said} to be {word} {n}?",
                f"Take {start}. While it is {keep}, {act}. Return what comes out.",
                f"In the sequence {said}, look for the first number that is {reached}.",
            ],
        )
    if form == 1:
        return Sketch(
            names=[
                "steps_to_reach",
                "count_growth",
                "steps_until",
                "count_steps",
                "steps_needed",
                "how_many_steps",
                "rounds_to_reach",
                "growth_steps",
            ],
            params=[Param(n, "nat")],
            bodies=[f"{x} = {start}\n{count} = 0\nwhile {cond}:\n    {grow}\n    {count} += 1\nreturn {count}"],
            what=[
                f"how many steps {said} takes until it is {word} {n}",
                f"how many times one has to {act}, starting from {start}, to get a number {word} {n}",
                f"the number of steps that {said} needs to become {word} {n}",
                f"the index, counting from 0, of the first number of {said} that is {word} {n}",
                f"how many numbers of {said} are {keep}",
            ],
            do=[
                f"Start with {start}, {act} until the number is {word} {n}, and return the number of steps",
                f"Count the steps that {said} takes until it is {reached}",
            ],
            sentences=[
                f"Take {start}. While it is {keep}, {act}. How many times did you do that?",
                f"How often must you {act}, from {start} on, until the number is {word} {n}?",
                f"The count of steps from {start} to the first number {word} {n} in {said}.",
            ],
        )
    if form == 2:
        return Sketch(
            names=[
                "values_up_to",
                "sequence_below",
                "list_until",
                "terms_within",
                "numbers_until",
                "collect_until",
                "terms_to_limit",
                "generate_until",
            ],
            params=[Param(n, "nat")],
            bodies=[f"{out} = []\n{x} = {start}\nwhile {cond}:\n    {out}.append({x})\n    {grow}\nreturn {out}"],
            returns="list[int]",
            what=[
                f"the numbers of {said} that are {keep}",
                f"a list of all terms of {said} that are {keep}",
                f"the sequence {said} as a list, cut off before the first number that is {reached}",
                f"the beginning of {said}, as long as the numbers are {keep}",
            ],
            do=[
                f"List the numbers of {said} that are {keep}",
                f"Start with {start}, {act} again and again, and collect the numbers while they are {keep}",
                f"Gather the terms of {said}, stopping at the first that is {reached}, without that one",
            ],
            sentences=[
                f"Which numbers of {said} are {keep}?",
                f"The first number is {start}; to get the next one, {act}. List all that are {keep}.",
                f"All numbers of {said} that are not {word} {n}.",
            ],
        )
    change, rule, names = d.one(
        (
            f"{n} // 2 if {n} % 2 == 0 else 3 * {n} + 1",
            "halved if it is even, else tripled and increased by one",
            "collatz_sequence hailstone collatz collatz_path hailstone_sequence collatz_steps_list three_n_plus_one",
        ),
        (
            f"{n} // {k}",
            f"divided by {k}, rounding down",
            "shrink halving_list divide_down repeated_division division_chain shrinking_values quotients",
        ),
        (
            f"{n} - {k} if {n} > {k} else 1",
            f"reduced by {k}, but not below 1",
            "descend count_down_by steps_down descending_values down_to_one subtract_down reduce_to_one",
        ),
    )
    if "//" in change and "if" not in change:
        body, end = (
            f"{out} = []\nwhile {n} > 0:\n    {out}.append({n})\n    {n} = {change}\nreturn {out}",
            "while it is positive",
        )
        stop = "before it reaches 0"
    else:
        body, end = (
            f"{out} = [{n}]\nwhile {n} != 1:\n    {n} = {change}\n    {out}.append({n})\nreturn {out}",
            "until it is 1",
        )
        stop = "with the first 1"
    return Sketch(
        names=names.split(),
        params=[Param(n, "pos")],
        bodies=[body],
        returns="list[int]",
        what=[
            f"the list of values that {n} takes, itself included, {end}, when it is {rule}",
            f"all values of {n}, from the given one on, when it is again and again {rule}, ending {stop}",
            f"the chain of numbers from {n} on in which each is the one before {rule}, ending {stop}"
            if "if it is even" not in rule
            else f"the Collatz sequence from {n} on (halve even numbers, triple odd ones and add 1), ending {stop}",
            *(
                [f"the Collatz (hailstone) sequence that starts with {n} and ends {stop}, as a list"]
                if "if it is even" in rule
                else []
            ),
        ],
        do=[
            f"List every value of {n}, the first one included, as it is {rule}, over and over, ending {stop}",
            f"Record {n} and what it becomes each time it is {rule}, {end}",
        ],
        sentences=[
            f"Start with {n}. In each step it is {rule}. List all its values, ending {stop}.",
            f"Which values does {n} run through, itself included, when in each step it is {rule}? End {stop}.",
            f"Given {n}, list it and all that follow when the number is {rule} in each step, ending {stop}.",
        ],
        inputs=["6", "8", "10"],
    )
