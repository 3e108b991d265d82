"""Sequences in which each number comes from the two before it, such as the Fibonacci numbers."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["recurrence"]

_INDEX = "i i _ _ k j step"


def recurrence(d: Draw) -> Sketch:
    """Two starting values, each further one from the two before it."""
    n = d.name("n n n k count length")
    a, b = d.one("a b", "a b", "x y", "previous current", "first second", "prev curr").split()
    i = d.name(_INDEX)
    s, t = d.one((0, 1), (0, 1), (1, 1), (2, 1), (1, 2), (0, 2), (1, 3), (3, 4), (2, 5), (1, 4))
    p, q = d.one((1, 1), (1, 1), (1, 1), (1, 2), (2, 1), (1, -1), (3, 1), (1, 3))
    left = b if p == 1 else f"{p} * {b}"
    right = a if abs(q) == 1 else f"{abs(q)} * {a}"
    step = f"{left} + {right}" if q > 0 else f"{left} - {right}"
    if (p, q) == (1, 1):
        step = d.one(f"{a} + {b}", step)
    sequence, rule, formula = _described(d, s, t, p, q)
    stem = "fib_like" if (p, q) == (1, 1) else "recurrence"
    form = d.number(0, 4)
    if form < 3:
        loop = f"{a}, {b} = {s}, {t}\nfor {i} in range({n}):\n    {a}, {b} = {b}, {step}\nreturn {a}"
        inner = (
            (f"FN({n} - 1)" if p == 1 else f"{p} * FN({n} - 1)")
            + (" + " if q > 0 else " - ")
            + (f"FN({n} - 2)" if abs(q) == 1 else f"{abs(q)} * FN({n} - 2)")
        )
        recursion = f"if {n} == 0:\n    return {s}\nif {n} == 1:\n    return {t}\nreturn {inner}"
        what = [
            f"the {n}-th number of {sequence}, counting from 0",
            f"number {n} (from 0) of {sequence}",
            f"the term with index {n} of {sequence} (the first has index 0)",
            f"f({n}), where f(0) = {s}, f(1) = {t} and f(i) = {formula} for larger i",
        ]
        do = [
            f"Return the number at index {n} of {sequence}",
            f"Find the {n}-th term, counting from 0, of {sequence}",
            f"Start with {s} and {t}, let each next number be {rule}, and return number {n}, counting from 0",
        ]
        sentences = [
            f"Which number has index {n} in {sequence}?",
            f"Let f(0) = {s}, f(1) = {t} and f(i) = {formula}. What is f({n})?",
            f"The first two numbers are {s} and {t}; each later one is {rule}. Return number {n}, counting from 0.",
        ]
        if (s, t, p, q) == (0, 1, 1, 1):
            what += [f"the {n}-th Fibonacci number, with 0 for 0 and 1 for 1"] * 2
            what += [
                f"the {n}-th Fibonacci number (0, 1, 1, 2, 3, 5, ...), counting from 0",
                f"F({n}) of the Fibonacci sequence, which starts with F(0) = 0 and F(1) = 1",
            ]
            do += [
                f"Compute the {n}-th Fibonacci number, where F(0) = 0 and F(1) = 1",
                f"Find the Fibonacci number with index {n}, where the numbers with index 0 and 1 are 0 and 1",
                f"Return the number at index {n} of the sequence 0, 1, 1, 2, 3, 5, ... of Fibonacci numbers",
            ]
            sentences += [
                f"What is the {n}-th Fibonacci number? Number 0 is 0 and number 1 is 1.",
                f"Fibonacci numbers: 0, 1, then always the sum of the last two. Return number {n}, counting from 0.",
            ]
            short = f"if {n} < 2:\n    return {n}\nreturn FN({n} - 1) + FN({n} - 2)"
            return Sketch(
                names=[
                    "fibonacci_number",
                    "nth_fibonacci",
                    "fibo",
                    "fib_number",
                    "fibonacci",
                    "get_fibonacci",
                    "fib",
                    "compute_fibonacci",
                ],
                params=[Param(n, "nat12")],
                bodies=[loop, loop, short],
                what=what,
                do=do,
                sentences=sentences,
            )
        if (s, t, p, q) == (2, 1, 1, 1):
            what += [
                f"the {n}-th Lucas number (2, 1, 3, 4, 7, ...), counting from 0",
                f"L({n}) of the Lucas numbers, with L(0) = 2, L(1) = 1 and each further one the sum of the last two",
            ]
            do.append(f"Find the Lucas number with index {n}, where the numbers with index 0 and 1 are 2 and 1")
            sentences.append(f"What is the {n}-th Lucas number? Number 0 is 2 and number 1 is 1.")
        return Sketch(
            names=[
                f"{stem}_{s}_{t}",
                f"nth_{stem}",
                "nth_term",
                f"{stem}",
                "term_at",
                "sequence_term",
                "nth_number",
                "sequence_value",
            ],
            params=[Param(n, "nat12")],
            bodies=[loop, loop, recursion],
            what=what,
            do=do,
            sentences=sentences,
        )
    out = d.name("result numbers terms sequence out")
    if form == 3:
        body = f"{out} = []\n{a}, {b} = {s}, {t}\nfor {i} in range({n}):\n    {out}.append({a})\n    {a}, {b} = {b}, {step}\nreturn {out}"  # noqa: E501
        return Sketch(
            names=[
                "first_terms",
                f"{stem}_list",
                f"{stem}_sequence",
                "generate_sequence",
                "sequence_start",
                f"first_{stem}",
                "list_terms",
                f"{stem}_numbers",
            ],
            params=[Param(n, "small")],
            bodies=[body],
            returns="list[int]",
            what=[
                f"the first {n} numbers of {sequence}",
                f"a list of the first {n} terms of {sequence}",
                f"the beginning of {sequence}, as a list of length {n}",
                f"f(0), f(1), ..., f({n} - 1) as a list, where f(0) = {s}, f(1) = {t} and f(i) = {formula}",
            ],
            do=[
                f"List the first {n} numbers of {sequence}",
                f"Start with {s} and {t}, let each next number be {rule}, and list the first {n} of them all",
                f"Generate {n} terms of {sequence}",
            ],
            sentences=[
                f"What are the first {n} numbers of {sequence}?",
                f"The first two numbers are {s} and {t}; each later one is {rule}. Return a list of the first {n}.",
                f"Let f(0) = {s}, f(1) = {t} and f(i) = {formula}. List f(0), f(1), ...: {n} values in all.",
            ],
        )
    body = f"{out} = []\n{a}, {b} = {s}, {t}\nwhile {a} <= {n}:\n    {out}.append({a})\n    {a}, {b} = {b}, {step}\nreturn {out}"  # noqa: E501
    if q < 0 or step.startswith("-") or s > t:
        body = body.replace(f"{s}, {t}", "1, 2").replace(step, f"{a} + {b}")
        s, t = 1, 2
        sequence, rule, _ = _described(d, s, t, 1, 1)
    return Sketch(
        names=[
            "terms_up_to",
            f"{stem}_up_to",
            "sequence_up_to",
            "numbers_up_to",
            "terms_until",
            "list_up_to",
            "sequence_to_limit",
            "generate_up_to",
        ],
        params=[Param(n, "nat12")],
        bodies=[body],
        returns="list[int]",
        what=[
            f"all numbers up to {n} of {sequence}",
            f"a list of all terms up to and including {n} of {sequence}",
            f"the numbers of {sequence} as long as they are at most {n}",
            f"the beginning of {sequence}: every number up to and including {n}",
        ],
        do=[
            f"List all numbers that do not exceed {n} of {sequence}",
            f"Start with {s} and {t}, let each next number be {rule}, and stop before the first one above {n}",
            f"Collect the terms of {sequence} until one is larger than {n}",
        ],
        sentences=[
            f"Which numbers of {sequence} are less than or equal to {n}?",
            f"The first two numbers are {s} and {t}; each one after them is {rule}. List all up to {n}, included.",
        ],
    )


def _described(d: Draw, s: int, t: int, p: int, q: int) -> tuple[str, str, str]:
    """The sequence that starts with s, t, the words for what each further number is, and the formula for it."""
    if (p, q) == (1, 1):
        rule = d.one(
            "the sum of the two before it",
            "the sum of the previous two",
            "the sum of its two predecessors",
            "the two before it added together",
        )
    else:
        last, before = d.one(("the last one", "the one before"), ("its predecessor", "the one before that"))
        last = last if p == 1 else f"{p} times {last}"
        before = before if abs(q) == 1 else f"{abs(q)} times {before}"
        rule = f"{last} {'plus' if q > 0 else 'minus'} {before}"
    terms = [s, t]
    for _ in range(3):
        terms.append(p * terms[-1] + q * terms[-2])
    shown = ", ".join(map(str, terms))
    sequence = d.one(
        f"the sequence that starts with {s}, {t} and in which each further number is {rule}",
        f"the sequence {shown}, ..., where each number from the third on is {rule}",
        f"the sequence with {s} and {t} as its first numbers, each further one being {rule}",
        f"the series that begins with {s}, {t} and where every later number is {rule}",
    )
    left = "f(i - 1)" if p == 1 else f"{p} * f(i - 1)"
    right = "f(i - 2)" if abs(q) == 1 else f"{abs(q)} * f(i - 2)"
    return sequence, rule, f"{left} {'+' if q > 0 else '-'} {right}"
