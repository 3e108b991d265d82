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
    if a:
        shown = f"{first}, {first} {op} {by}, {first} {op} {by} {op} {by}, ..."
    else:
        u, v = int(first), int(by)
        shown = f"{u}, {u * v}, {u * v * v}, ..." if geometric else f"{u}, {u + v}, {u + 2 * v}, ..."
    sequence = (
        d.one(
            f"the geometric sequence with first term {first} and common ratio {by}",
            f"the progression {shown} with common ratio {by}",
            f"the sequence {shown}, where each number is {by} times the one before",
        )
        if geometric
        else d.one(
            f"the arithmetic sequence with first term {first} and common difference {by}",
            f"the progression {shown} with common difference {by}",
            f"the sequence {shown}, where each number is {by} more than the one before",
        )
    )
    grow = f"multiply by {by}" if geometric else f"add {by}"
    name = "geometric" if geometric else "arithmetic"
    form = d.number(0, 2)
    x, out = d.name("x value current term"), d.name("result out terms numbers")
    if form == 0:
        loop = f"{out} = []\n{x} = {first}\nfor {i} in range({n}):\n    {out}.append({x})\n    {x} {op}= {by}\nreturn {out}"  # noqa: E501
        return Sketch(
            names=[
                f"{name}_sequence",
                f"{name}_list",
                "first_terms",
                "progression",
                f"{name}_progression",
                f"{name}_terms",
                "list_terms",
                f"make_{name}_sequence",
            ],
            params=params,
            bodies=[f"return [{term} for {i} in range({n})]", loop],
            returns="list[int]",
            what=[
                f"the first {n} numbers of the sequence that {rule}",
                f"a list of the first {n} terms of {sequence}",
                f"a list of length {n} that begins like {sequence}",
                f"a list of {first} {op} {by} {'**' if geometric else '*'} i for i from 0 to {n} - 1",
            ],
            do=[
                f"List the first {n} numbers of {sequence}",
                f"Generate {n} terms of {sequence}",
                f"Start with {first}, {grow} again and again, and list the first {n} numbers, {first} included",
            ],
            sentences=[
                f"What are the first {n} terms of {sequence}?",
                f"The first number is {first}; to get the next one, {grow}. Return the first {n} numbers as a list.",
                f"{n} numbers, the first one {first}, each further one {'the last times' if geometric else 'the last plus'} {by}.",  # noqa: E501
            ],
        )
    if form == 1:
        loop = f"{x} = {first}\nfor {i} in range({n}):\n    {x} {op}= {by}\nreturn {x}"
        closed = f"return {term}".replace(f"** {i}", f"** {n}").replace(f"+ {i} *", f"+ {n} *")
        return Sketch(
            names=[
                f"{name}_term",
                "nth_term",
                "after_steps",
                f"nth_{name}",
                "value_after",
                "final_value",
                "repeat_step",
                f"{name}_value",
            ],
            params=params,
            bodies=[loop, closed],
            what=[
                f"what a number that {rule} has become after {n} steps",
                f"the result of {n} steps of a number that {rule}",
                f"{first} {'times' if geometric else 'plus'} {by}{' to the power of' if geometric else ' times'} {n}",
            ],
            do=[
                f"Return the number that comes {n} places after {first} in {sequence}",
                f"Return the term with index {n}, counting from 0, of {sequence}",
                f"Start with {first} and {grow}, {n} times over",
                f"Find term {n} of {sequence}, where the first one is term 0",
            ],
            sentences=[
                f"Which number has index {n} in {sequence}? The first has index 0.",
                f"Take {first} and {grow}, do that {n} times in all, and return the result.",
                f"What comes out when you start with {first} and {grow} exactly {n} times?",
            ],
        )
    return Sketch(
        names=[
            f"{name}_sum",
            "sum_terms",
            f"sum_of_{name}",
            f"{name}_series",
            "series_sum",
            "sum_first_terms",
            f"total_{name}",
            "partial_sum",
        ],
        params=params,
        bodies=[
            f"return sum({term} for {i} in range({n}))",
            f"{out} = 0\n{x} = {first}\nfor {i} in range({n}):\n    {out} += {x}\n    {x} {op}= {by}\nreturn {out}",
        ],
        what=[
            f"the sum of the first {n} numbers of the sequence that {rule}",
        ],
        do=[
            f"Return the partial sum over {n} terms of {sequence}",
            f"Return the total of {n} numbers: the beginning of {sequence}",
            f"Return the sum of the first {n} terms of {sequence}",
            f"Add up the first {n} numbers of {sequence}",
            f"Start with {first}, {grow} again and again, and sum the first {n} numbers, {first} included",
            f"Add together {n} terms of {sequence}, from the first one on",
        ],
        sentences=[
            f"What do the first {n} terms of {sequence} add up to?",
            f"The first number is {first}; to get the next one, {grow}. Return the sum of the first {n}.",
            f"How much is the sum of {n} terms of {sequence}, the first one included?",
        ],
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


def _figures(d: Draw) -> Sketch:
    """The n-th figure and lists of them."""
    n, i = d.name(COUNTS), d.name("i k j x")
    k = d.number(2, 6)
    term, word, many, named, plural, change = d.one(
        (
            "@ * (@ + 1) // 2",
            "triangular number",
            "triangular_numbers",
            "the sum of all whole numbers from 1 to @",
            "half the product of each number and the next one, for the numbers",
            "multiplied by the number after it and halved",
        ),
        ("@ * @", "square number", "squares", "the square of @", "the squares of the numbers", "squared"),
        ("@ ** 3", "cube", "cubes", "@ to the third power", "the cubes of the numbers", "raised to the third power"),
        (
            f"{k} ** @",
            f"power of {k}",
            f"powers_of_{k}",
            f"{k} to the power of @",
            f"the powers of {k} with the exponents",
            f"taken as an exponent of {k}",
        ),
        (
            "2 * @ + 1",
            "odd number",
            "odd_numbers",
            "one more than twice @",
            "the odd numbers 2 * y + 1 for y",
            "doubled and increased by one",
        ),
        (
            "@ * (@ + 1)",
            "product of a number and the next",
            "pronic_numbers",
            "@ times the number after it",
            "the product of each number and the next one, for the numbers",
            "multiplied by the number after it",
        ),
        (f"{k} * @", f"multiple of {k}", f"multiples_of_{k}", f"{k} times @", f"{k} times the numbers", f"times {k}"),
        (
            f"@ ** 2 + {k}",
            f"square plus {k}",
            f"squares_plus_{k}",
            f"{k} more than the square of @",
            f"{k} plus the square of each of the numbers",
            f"squared and then increased by {k}",
        ),
    )
    single = many.replace("s_", "_", 1).removesuffix("s")
    formula, named = term.replace("@", n), named.replace("@", n)
    if d.chance(0.4):
        return Sketch(
            names=[
                f"nth_{single}",
                f"{single}",
                f"{many}_formula",
                f"get_{single}",
                f"compute_{single}",
                f"{single}_at",
                f"{single}_for",
                f"{many}_value",
            ],
            params=[Param(n, "small")],
            bodies=[f"return {formula}"],
            what=[
                f"the {word} {formula}",
                named,
                f"the {word} that belongs to {n}: {formula}",
                f"the value of {formula}",
                f"{named}, the {word} for {n}",
            ],
            do=[
                f"Work out {named}",
                f"Evaluate {formula}, the {word} for {n}",
                f"Figure out {formula} for a given {n}",
            ],
            sentences=[
                f"What is {named}?",
                f"Given {n}, give back {named}.",
                f"Which {word} belongs to {n}, when the formula is {formula}?",
            ],
        )
    low, code = d.one((0, f"range({n})"), (1, f"range(1, {n} + 1)"), (0, f"range({n} + 1)"))
    last = {f"range({n})": f"{n} - 1", f"range(1, {n} + 1)": n, f"range({n} + 1)": n}[code]
    value = term.replace("@", i)
    out = d.name("result out numbers")
    return Sketch(
        names=[
            many,
            f"list_{many}",
            f"first_{many}",
            f"make_{many}",
            f"all_{many}",
            f"{many}_list",
            f"generate_{many}",
            f"get_{many}",
        ],
        params=[Param(n, "small")],
        bodies=[
            f"return [{value} for {i} in {code}]",
            f"{out} = []\nfor {i} in {code}:\n    {out}.append({value})\nreturn {out}",
        ],
        returns="list[int]",
        what=[
            f"the list of {value} for {i} from {low} to {last}",
            f"a list of {plural} from {low} to {last}",
            f"the numbers from {low} to {last}, each {change}, as a list",
            f"a list with the value of {value} for each {i} from {low} to {last}, both included",
        ],
        do=[
            f"List {plural} from {low} to {last}",
            f"Make a list of the numbers from {low} to {last}, each {change}",
            f"Take each whole number from {low} up to and including {last} and list what {value} is for it as {i}",
        ],
        sentences=[
            f"What is {value} for {i} = {low}, ..., {last}? Give the answers as a list.",
            f"Given {n}, list the values of {value} where {i} runs from {low} to {last}.",
            f"A list of each {word} {value}, with {i} going from {low} through {last}.",
        ],
    )


FAMILIES = (Family("sequences", ((_recurrence, 4), (_progression, 3), (_until, 3), (_figures, 2))),)
