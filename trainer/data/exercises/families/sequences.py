"""Sequences defined step by step."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import COUNTS
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]

_INDEX = "i i _ _ k j step"


def _recurrence(d: Draw) -> Sketch:
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
        rule = d.one("the sum of the two before it", "the sum of the previous two")
    else:
        last = "the last one" if p == 1 else f"{p} times the last one"
        before = "the one before" if abs(q) == 1 else f"{abs(q)} times the one before"
        rule = f"{last} {'plus' if q > 0 else 'minus'} {before}"
    sequence = f"the sequence that starts with {s}, {t} and in which each further number is {rule}"
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
        what = [f"the {n}-th number of {sequence}, counting from 0", f"number {n} (from 0) of {sequence}"]
        if (s, t, p, q) == (0, 1, 1, 1):
            what += [f"the {n}-th Fibonacci number, with 0 for 0 and 1 for 1"] * 2
            short = f"if {n} < 2:\n    return {n}\nreturn FN({n} - 1) + FN({n} - 2)"
            return Sketch(
                names=["fibonacci_number", "nth_fibonacci", "fibo", "fib_number"],
                params=[Param(n, "nat12")],
                bodies=[loop, loop, short],
                what=what,
            )
        if (s, t, p, q) == (2, 1, 1, 1):
            what.append(f"the {n}-th Lucas number (2, 1, 3, 4, 7, ...), counting from 0")
        return Sketch(
            names=[f"{stem}_{s}_{t}", f"nth_{stem}", "nth_term", f"{stem}"],
            params=[Param(n, "nat12")],
            bodies=[loop, loop, recursion],
            what=what,
        )
    out = d.name("result numbers terms sequence out")
    if form == 3:
        body = f"{out} = []\n{a}, {b} = {s}, {t}\nfor {i} in range({n}):\n    {out}.append({a})\n    {a}, {b} = {b}, {step}\nreturn {out}"  # noqa: E501
        return Sketch(
            names=["first_terms", f"{stem}_list", f"{stem}_sequence"],
            params=[Param(n, "small")],
            bodies=[body],
            returns="list[int]",
            what=[f"the first {n} numbers of {sequence}"],
        )
    body = f"{out} = []\n{a}, {b} = {s}, {t}\nwhile {a} <= {n}:\n    {out}.append({a})\n    {a}, {b} = {b}, {step}\nreturn {out}"  # noqa: E501
    if q < 0 or step.startswith("-") or s > t:
        body, sequence = (
            body.replace(f"{s}, {t}", "1, 2").replace(step, f"{a} + {b}"),
            "the sequence that starts with 1, 2 and in which each further number is the sum of the two before it",
        )
    return Sketch(
        names=["terms_up_to", f"{stem}_up_to"],
        params=[Param(n, "nat12")],
        bodies=[body],
        returns="list[int]",
        what=[f"all numbers up to {n} of {sequence}"],
    )


def _progression(d: Draw) -> Sketch:
    """Arithmetic and geometric sequences."""
    a, k, n = (
        d.one("start step n", "first difference count", "a d n", "a step length", "x k n").split()
        if d.chance(0.4)
        else ("", "", d.name(COUNTS))
    )
    i = d.name("i i k j index" if k != "k" else "i j index")
    geometric = d.chance(0.4)
    first, by = (a, k) if a else (str(d.number(1, 9)), str(d.number(2, 9)))
    op = "*" if geometric else "+"
    term = f"{first} * {by} ** {i}" if geometric else f"{first} + {i} * {by}"
    if geometric and first == "1":
        term = f"{by} ** {i}"
    params = ([Param(a, "smallpos"), Param(k, "smallpos")] if a else []) + [Param(n, "small")]
    rule = f"starts with {first} and is {'multiplied' if geometric else 'increased'} by {by} in each step"
    name = "geometric" if geometric else "arithmetic"
    form = d.number(0, 2)
    x, out = d.name("x value current term"), d.name("result out terms numbers")
    if form == 0:
        loop = f"{out} = []\n{x} = {first}\nfor {i} in range({n}):\n    {out}.append({x})\n    {x} {op}= {by}\nreturn {out}"  # noqa: E501
        return Sketch(
            names=[f"{name}_sequence", f"{name}_list", "first_terms", "progression"],
            params=params,
            bodies=[f"return [{term} for {i} in range({n})]", loop],
            returns="list[int]",
            what=[f"the first {n} numbers of the sequence that {rule}"],
        )
    if form == 1:
        loop = f"{x} = {first}\nfor {i} in range({n}):\n    {x} {op}= {by}\nreturn {x}"
        closed = f"return {term}".replace(f"** {i}", f"** {n}").replace(f"+ {i} *", f"+ {n} *")
        return Sketch(
            names=[f"{name}_term", "nth_term", "after_steps"],
            params=params,
            bodies=[loop, closed],
            what=[
                f"what a number that {rule} has become after {n} steps",
                f"the result of {n} steps of a number that {rule}",
            ],
        )
    return Sketch(
        names=[f"{name}_sum", "sum_terms", f"sum_of_{name}"],
        params=params,
        bodies=[
            f"return sum({term} for {i} in range({n}))",
            f"{out} = 0\n{x} = {first}\nfor {i} in range({n}):\n    {out} += {x}\n    {x} {op}= {by}\nreturn {out}",
        ],
        what=[f"the sum of the first {n} numbers of the sequence that {rule}"],
    )


def _until(d: Draw) -> Sketch:
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
    if form == 0:
        return Sketch(
            names=["first_above", "grow_until", "next_in_sequence"],
            params=[Param(n, "nat")],
            bodies=[f"{x} = {start}\nwhile {cond}:\n    {grow}\nreturn {x}"],
            what=[f"the first number of {said} that is {word} {n}"],
        )
    if form == 1:
        return Sketch(
            names=["steps_to_reach", "count_growth", "steps_until"],
            params=[Param(n, "nat")],
            bodies=[f"{x} = {start}\n{count} = 0\nwhile {cond}:\n    {grow}\n    {count} += 1\nreturn {count}"],
            what=[f"how many steps {said} takes until it is {word} {n}"],
        )
    if form == 2:
        return Sketch(
            names=["values_up_to", "sequence_below", "list_until"],
            params=[Param(n, "nat")],
            bodies=[f"{out} = []\n{x} = {start}\nwhile {cond}:\n    {out}.append({x})\n    {grow}\nreturn {out}"],
            returns="list[int]",
            what=[f"the numbers of {said} that are {'less than' if word == 'at least' else 'at most'} {n}"],
        )
    change, rule, names = d.one(
        (
            f"{n} // 2 if {n} % 2 == 0 else 3 * {n} + 1",
            "halved if it is even, else tripled and increased by one",
            "collatz_sequence hailstone",
        ),
        (f"{n} // {k}", f"divided by {k}, rounding down", "shrink halving_list"),
        (f"{n} - {k} if {n} > {k} else 1", f"reduced by {k}, but not below 1", "descend"),
    )
    if "//" in change and "if" not in change:
        body, end = (
            f"{out} = []\nwhile {n} > 0:\n    {out}.append({n})\n    {n} = {change}\nreturn {out}",
            "while it is positive",
        )
    else:
        body, end = (
            f"{out} = [{n}]\nwhile {n} != 1:\n    {n} = {change}\n    {out}.append({n})\nreturn {out}",
            "until it is 1",
        )
    return Sketch(
        names=names.split(),
        params=[Param(n, "pos")],
        bodies=[body],
        returns="list[int]",
        what=[f"the list of values that {n} takes, itself included, {end}, when it is {rule}"],
        inputs=["6", "8", "10"],
    )


def _figures(d: Draw) -> Sketch:
    """The n-th figure and lists of them."""
    n, i = d.name(COUNTS), d.name("i k j x")
    k = d.number(2, 6)
    term, word, many = d.one(
        ("@ * (@ + 1) // 2", "triangular number", "triangular_numbers"),
        ("@ * @", "square number", "squares"),
        ("@ ** 3", "cube", "cubes"),
        (f"{k} ** @", f"power of {k}", f"powers_of_{k}"),
        ("2 * @ + 1", "odd number", "odd_numbers"),
        ("@ * (@ + 1)", "product of a number and the next", "pronic_numbers"),
        (f"{k} * @", f"multiple of {k}", f"multiples_of_{k}"),
        (f"@ ** 2 + {k}", f"square plus {k}", f"squares_plus_{k}"),
    )
    formula = term.replace("@", n)
    if d.chance(0.4):
        return Sketch(
            names=[f"nth_{many.removesuffix('s')}", f"{many.removesuffix('s')}", f"{many}_formula"],
            params=[Param(n, "small")],
            bodies=[f"return {formula}"],
            what=[f"the {word} {formula}"],
        )
    low, code = d.one((0, f"range({n})"), (1, f"range(1, {n} + 1)"), (0, f"range({n} + 1)"))
    last = {f"range({n})": f"{n} - 1", f"range(1, {n} + 1)": n, f"range({n} + 1)": n}[code]
    value = term.replace("@", i)
    out = d.name("result out numbers")
    return Sketch(
        names=[many, f"list_{many}", f"first_{many}"],
        params=[Param(n, "small")],
        bodies=[
            f"return [{value} for {i} in {code}]",
            f"{out} = []\nfor {i} in {code}:\n    {out}.append({value})\nreturn {out}",
        ],
        returns="list[int]",
        what=[f"the list of {value} for {i} from {low} to {last}"],
    )


FAMILIES = (Family("sequences", ((_recurrence, 4), (_progression, 3), (_until, 3), (_figures, 2))),)
