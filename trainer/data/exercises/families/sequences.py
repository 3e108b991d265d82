"""Sequences defined step by step, and recursion."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]

_N = "n n n n k count length x i number"
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
        inner = (f"FN({n} - 1)" if p == 1 else f"{p} * FN({n} - 1)") + (" + " if q > 0 else " - ") + (f"FN({n} - 2)" if abs(q) == 1 else f"{abs(q)} * FN({n} - 2)")
        recursion = f"if {n} == 0:\n    return {s}\nif {n} == 1:\n    return {t}\nreturn {inner}"
        what = [f"the {n}-th number of {sequence}, counting from 0", f"number {n} (from 0) of {sequence}"]
        if (s, t, p, q) == (0, 1, 1, 1):
            what += [f"the {n}-th Fibonacci number, with 0 for 0 and 1 for 1"] * 2
            short = f"if {n} < 2:\n    return {n}\nreturn FN({n} - 1) + FN({n} - 2)"
            return Sketch(names=["fibonacci_number", "nth_fibonacci", "fibo", "fib_number"], params=[Param(n, "nat12")], bodies=[loop, loop, short], what=what)
        if (s, t, p, q) == (2, 1, 1, 1):
            what.append(f"the {n}-th Lucas number (2, 1, 3, 4, 7, ...), counting from 0")
        return Sketch(names=[f"{stem}_{s}_{t}", f"nth_{stem}", "nth_term", f"{stem}"], params=[Param(n, "nat12")], bodies=[loop, loop, recursion], what=what)
    out = d.name("result numbers terms sequence out")
    if form == 3:
        body = f"{out} = []\n{a}, {b} = {s}, {t}\nfor {i} in range({n}):\n    {out}.append({a})\n    {a}, {b} = {b}, {step}\nreturn {out}"
        return Sketch(names=["first_terms", f"{stem}_list", f"{stem}_sequence"], params=[Param(n, "small")], bodies=[body], returns="list[int]", what=[f"the first {n} numbers of {sequence}"])
    body = f"{out} = []\n{a}, {b} = {s}, {t}\nwhile {a} <= {n}:\n    {out}.append({a})\n    {a}, {b} = {b}, {step}\nreturn {out}"
    if q < 0 or step.startswith("-") or s > t:
        body, sequence = body.replace(f"{s}, {t}", "1, 2").replace(step, f"{a} + {b}"), "the sequence that starts with 1, 2 and in which each further number is the sum of the two before it"
    return Sketch(names=["terms_up_to", f"{stem}_up_to"], params=[Param(n, "nat12")], bodies=[body], returns="list[int]", what=[f"all numbers up to {n} of {sequence}"])


def _progression(d: Draw) -> Sketch:
    """Arithmetic and geometric sequences."""
    a, k, n = d.one("start step n", "first difference count", "a d n", "a step length", "x k n").split() if d.chance(0.4) else ("", "", d.name(_N))
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
        loop = f"{out} = []\n{x} = {first}\nfor {i} in range({n}):\n    {out}.append({x})\n    {x} {op}= {by}\nreturn {out}"
        return Sketch(names=[f"{name}_sequence", f"{name}_list", "first_terms", "progression"], params=params, bodies=[f"return [{term} for {i} in range({n})]", loop], returns="list[int]", what=[f"the first {n} numbers of the sequence that {rule}"])
    if form == 1:
        loop = f"{x} = {first}\nfor {i} in range({n}):\n    {x} {op}= {by}\nreturn {x}"
        closed = f"return {term}".replace(f"** {i}", f"** {n}").replace(f"+ {i} *", f"+ {n} *")
        return Sketch(names=[f"{name}_term", "nth_term", "after_steps"], params=params, bodies=[loop, closed], what=[f"what a number that {rule} has become after {n} steps", f"the result of {n} steps of a number that {rule}"])
    return Sketch(names=[f"{name}_sum", "sum_terms", f"sum_of_{name}"], params=params, bodies=[f"return sum({term} for {i} in range({n}))", f"{out} = 0\n{x} = {first}\nfor {i} in range({n}):\n    {out} += {x}\n    {x} {op}= {by}\nreturn {out}"], what=[f"the sum of the first {n} numbers of the sequence that {rule}"])


def _until(d: Draw) -> Sketch:
    """A step repeated until a bound."""
    n = d.name(_N)
    x = d.name("x value current power number")
    k, start = d.number(2, 9), d.number(1, 5)
    cond, word = d.one((f"{x} < {n}", "at least"), (f"{x} <= {n}", "greater than"))
    form = d.number(0, 3)
    grow, said = d.one((f"{x} *= {k}", f"{start}, {start * k}, {start * k * k}, ... (times {k})"), (f"{x} += {k}", f"{start}, {start + k}, {start + 2 * k}, ... (plus {k})"))
    count, out = d.name("count steps"), d.name("result values out")
    if form == 0:
        return Sketch(names=["first_above", "grow_until", "next_in_sequence"], params=[Param(n, "nat")], bodies=[f"{x} = {start}\nwhile {cond}:\n    {grow}\nreturn {x}"], what=[f"the first number of {said} that is {word} {n}"])
    if form == 1:
        return Sketch(names=["steps_to_reach", "count_growth", "steps_until"], params=[Param(n, "nat")], bodies=[f"{x} = {start}\n{count} = 0\nwhile {cond}:\n    {grow}\n    {count} += 1\nreturn {count}"], what=[f"how many steps {said} takes until it is {word} {n}"])
    if form == 2:
        return Sketch(names=["values_up_to", "sequence_below", "list_until"], params=[Param(n, "nat")], bodies=[f"{out} = []\n{x} = {start}\nwhile {cond}:\n    {out}.append({x})\n    {grow}\nreturn {out}"], returns="list[int]", what=[f"the numbers of {said} that are {'less than' if word == 'at least' else 'at most'} {n}"])
    change, rule, names = d.one(
        (f"{n} // 2 if {n} % 2 == 0 else 3 * {n} + 1", "halved if it is even, else tripled and increased by one", "collatz_sequence hailstone"),
        (f"{n} // {k}", f"divided by {k}, rounding down", "shrink halving_list"), (f"{n} - {k} if {n} > {k} else 1", f"reduced by {k}, but not below 1", "descend"),
    )  # fmt: skip
    if "//" in change and "if" not in change:
        body, end = f"{out} = []\nwhile {n} > 0:\n    {out}.append({n})\n    {n} = {change}\nreturn {out}", "while it is positive"
    else:
        body, end = f"{out} = [{n}]\nwhile {n} != 1:\n    {n} = {change}\n    {out}.append({n})\nreturn {out}", "until it is 1"
    return Sketch(names=names.split(), params=[Param(n, "pos")], bodies=[body], returns="list[int]", what=[f"the list of values that {n} takes, itself included, {end}, when it is {rule}"], inputs=["6", "8", "10"])


def _figures(d: Draw) -> Sketch:
    """The n-th figure and lists of them."""
    n, i = d.name(_N), d.name("i k j x")
    k = d.number(2, 6)
    term, word, many = d.one(
        ("@ * (@ + 1) // 2", "triangular number", "triangular_numbers"), ("@ * @", "square number", "squares"), ("@ ** 3", "cube", "cubes"), (f"{k} ** @", f"power of {k}", f"powers_of_{k}"),
        ("2 * @ + 1", "odd number", "odd_numbers"), ("@ * (@ + 1)", "product of a number and the next", "pronic_numbers"), (f"{k} * @", f"multiple of {k}", f"multiples_of_{k}"), (f"@ ** 2 + {k}", f"square plus {k}", f"squares_plus_{k}"),
    )  # fmt: skip
    formula = term.replace("@", n)
    if d.chance(0.4):
        return Sketch(names=[f"nth_{many.removesuffix('s')}", f"{many.removesuffix('s')}", f"{many}_formula"], params=[Param(n, "small")], bodies=[f"return {formula}"], what=[f"the {word} {formula}"])
    low, code = d.one((0, f"range({n})"), (1, f"range(1, {n} + 1)"), (0, f"range({n} + 1)"))
    last = {f"range({n})": f"{n} - 1", f"range(1, {n} + 1)": n, f"range({n} + 1)": n}[code]
    value = term.replace("@", i)
    out = d.name("result out numbers")
    return Sketch(names=[many, f"list_{many}", f"first_{many}"], params=[Param(n, "small")], bodies=[f"return [{value} for {i} in {code}]", f"{out} = []\nfor {i} in {code}:\n    {out}.append({value})\nreturn {out}"], returns="list[int]", what=[f"the list of {value} for {i} from {low} to {last}"])


def _factorials(d: Draw) -> Sketch:
    n, i, out = d.name(_N), d.name("i k j x"), d.name("result product total value")
    k = d.number(2, 4)
    code, what, names = d.one(
        (f"range(1, {n} + 1)", f"the product of the numbers from 1 to {n}", "product_to_n multiply_up_to factorial_of"), (f"range({n}, 0, -{k})", f"the product of {n}, {n} - {k}, {n} - {2 * k}, ... as long as the factors are positive", f"skip_factorial multifactorial_{k}"),
        (f"range(2, {n} + 1, 2)", f"the product of the even numbers from 2 to {n}", "even_product even_factorial"), (f"range(1, {n} + 1, 2)", f"the product of the odd numbers from 1 to {n}", "odd_product odd_factorial"),
        (f"range({n}, {n} + {k})", f"the product of the {k} numbers that start with {n}", f"rising_product_{k}"), (f"range({k}, {n} + 1)", f"the product of the numbers from {k} to {n}", f"product_from_{k}"),
    )  # fmt: skip
    loop = f"{out} = 1\nfor {i} in {code}:\n    {out} *= {i}\nreturn {out}"
    edge = "Return 1 if there are no factors." if f"{n} + {k})" not in code else ""
    bodies = [loop, loop]
    if code == f"range(1, {n} + 1)":
        edge = d.one("Return 1 for 0.", "The empty product is 1.")
        bodies += [f"if {n} == 0:\n    return 1\nreturn {n} * FN({n} - 1)", f"if {n} <= 1:\n    return 1\nreturn {n} * FN({n} - 1)"]
        what = d.one(what, f"{n} factorial", f"the factorial of {n}")
    elif code == f"range({n}, 0, -{k})":
        bodies.append(f"if {n} <= 0:\n    return 1\nreturn {n} * FN({n} - {k})")
    return Sketch(names=names.split(), params=[Param(n, "small")], bodies=bodies, what=[what], edge=edge)


def _number_recursion(d: Draw) -> Sketch:
    """f(n) from f(n - 1), written as a recursion."""
    n = d.name(_N)
    k, c = d.number(2, 5), d.number(0, 4)
    step, said, kind = d.one(
        (f"{n} + FN({n} - 1)", f"the sum of {c} and all numbers from 1 to {n}", "sum"), (f"{n} * {n} + FN({n} - 1)", f"{c} plus the sum of the squares from 1 to {n}", "square_sum"),
        (f"{k} * FN({n} - 1)", f"{c + 1} times {k} to the power of {n}", "power"), (f"FN({n} - 1) + {k}", f"{c} plus {n} times {k}", "steps"),
        (f"{k} * FN({n} - 1) + 1", f"the {n}-th value when the value for 0 is {c} and each further one is {k} times the one before plus 1", "growth"),
        (f"{n} - FN({n} - 1)", f"the {n}-th value when the value for 0 is {c} and the value for n is n minus the one before", "alternate"),
        (f"FN({n} - 1) + 2 * {n}", f"{c} plus the sum of the even numbers from 2 to 2 * {n}", "even_sum"),
    )  # fmt: skip
    start = c + 1 if kind == "power" else c
    return Sketch(
        names=[f"recursive_{kind}", f"{kind}_recursive", f"{kind}_to"], params=[Param(n, "small")],
        bodies=[f"if {n} == 0:\n    return {start}\nreturn {step}", f"if {n} <= 0:\n    return {start}\nreturn {step}", f"return {start} if {n} == 0 else {step}"],
        what=[f"{said}, by recursion", said], do=[f"Compute {said} recursively"],
    )  # fmt: skip


def _list_recursion(d: Draw) -> Sketch:
    xs = d.name("xs numbers values items lst data nums")
    k = d.number(2, 9)
    base, step, said, names, returns = d.one(
        ("0", f"{xs}[0] + FN({xs}[1:])", f"the sum of {xs}", "recursive_sum sum_list_recursive", "int"), ("1", f"{xs}[0] * FN({xs}[1:])", f"the product of {xs}, with 1 for an empty list", "recursive_product", "int"),
        ("0", f"1 + FN({xs}[1:])", f"the length of {xs}", "recursive_length list_length", "int"), ("[]", f"FN({xs}[1:]) + [{xs}[0]]", f"{xs} in reverse order", "recursive_reverse reverse_recursively", "list[int]"),
        ("[]", f"[{xs}[0] * {k}] + FN({xs}[1:])", f"a list with each of {xs} times {k}", "recursive_scale", "list[int]"), ("0", f"({xs}[0] == {k}) + FN({xs}[1:])", f"how often {k} occurs in {xs}", f"count_{k} recursive_count", "int"),
        ("False", f"{xs}[0] == {k} or FN({xs}[1:])", f"whether {k} is in {xs}", f"contains_{k} recursive_contains", "bool"), ("True", f"{xs}[0] > {k} and FN({xs}[1:])", f"whether all of {xs} are greater than {k}", f"all_above_{k}", "bool"),
        ("[]", f"[{xs}[0], {xs}[0]] + FN({xs}[1:])", f"a list with each of {xs} twice in a row", "double_each duplicate", "list[int]"), ("0", f"{xs}[0] - FN({xs}[1:])", f"the first of {xs} minus the second plus the third and so on", "alternating_sum", "int"),
    )  # fmt: skip
    guard = d.one(f"if not {xs}:", f"if not {xs}:", f"if len({xs}) == 0:", f"if {xs} == []:")
    edge = f"Return {base} for an empty list." if base != "1" and d.chance(0.6) else ""
    return Sketch(names=names.split(), params=[Param(xs, "ints")], bodies=[f"{guard}\n    return {base}\nreturn {step}"], returns=returns, what=[f"{said}, by recursion", said], edge=edge, inputs=[f"[{k}, 1, {k}]", f"[1, {k}]", f"[{k + 1}, {k + 2}]"])


def _text_recursion(d: Draw) -> Sketch:
    s = d.name("s s text word string")
    c = d.one(*"aeoltn")
    base, step, said, names, returns = d.one(
        ("''", f"FN({s}[1:]) + {s}[0]", f"{s} reversed", "reverse_recursively backwards", "str"), ("0", f"({s}[0] == '{c}') + FN({s}[1:])", f"how often '{c}' occurs in {s}", f"count_{c}", "int"),
        ("''", f"{s}[0] * 2 + FN({s}[1:])", f"{s} with each character doubled", "double_letters stutter", "str"), ("0", f"1 + FN({s}[1:])", f"the length of {s}", "recursive_length", "int"),
        ("''", f"('' if {s}[0] == '{c}' else {s}[0]) + FN({s}[1:])", f"{s} without every '{c}'", f"remove_{c}", "str"), ("''", f"{s} + FN({s}[1:])", f"{s} followed by {s} without its first character, and so on until nothing is left", "tails", "str"),
    )  # fmt: skip
    if d.chance(0.2):
        return Sketch(names=["palindrome_recursive", "mirror_check", "reads_same"], params=[Param(s, "word")], bodies=[f"if len({s}) < 2:\n    return True\nif {s}[0] != {s}[-1]:\n    return False\nreturn FN({s}[1:-1])", f"if len({s}) <= 1:\n    return True\nreturn {s}[0] == {s}[-1] and FN({s}[1:-1])"], returns="bool", whether=[f"{s} is a palindrome, by recursion", f"{s} reads the same forwards and backwards"], inputs=['"level"', '"hello"', '"abca"'])
    return Sketch(names=names.split(), params=[Param(s, "word")], bodies=[f"if not {s}:\n    return {base}\nreturn {step}", f"if {s} == '':\n    return {base}\nreturn {step}"], returns=returns, what=[f"{said}, by recursion", said], inputs=[f'"{c}{c}b"', f'"x{c}"'])


def _other_recursion(d: Draw) -> Sketch:
    a, b = d.one("a b", "base exponent", "x n", "m n").split()
    k = d.number(2, 9)
    form = d.number(0, 3)
    if form == 0:
        return Sketch(names=["recursive_power", "power_recursive"], params=[Param(a, "smallpos"), Param(b, "smallpos")], bodies=[f"if {b} == 0:\n    return 1\nreturn {a} * FN({a}, {b} - 1)"], what=[f"{a} to the power of {b}, by recursion"])
    if form == 1:
        return Sketch(names=["recursive_multiply", "multiply_by_adding"], params=[Param(a, "int"), Param(b, "small")], bodies=[f"if {b} == 0:\n    return 0\nreturn {a} + FN({a}, {b} - 1)"], what=[f"{a} times {b}, by repeated addition", f"the product of {a} and {b}, by recursion"])
    n = d.name("n number x")
    if form == 2:
        base, step, said = d.one((n, f"{n} % 10 + FN({n} // 10)", "the sum of the digits"), ("1", f"1 + FN({n} // 10)", "the number of digits"), (n, f"max({n} % 10, FN({n} // 10))", "the largest digit"))
        return Sketch(names=["digits_recursive", "recursive_digits"], params=[Param(n, "nat")], bodies=[f"if {n} < 10:\n    return {base}\nreturn {step}"], what=[f"{said} of {n}, by recursion"])
    down = d.chance(0.5)
    body = f"if {n} == 0:\n    return []\nreturn " + (f"[{n} * {k}] + FN({n} - 1)" if down else f"FN({n} - 1) + [{n} * {k}]")
    order = f"from {n} times {k} down to {k}" if down else f"from {k} up to {n} times {k}"
    return Sketch(names=["recursive_multiples", f"multiples_of_{k}"], params=[Param(n, "small")], bodies=[body], returns="list[int]", what=[f"the list of the multiples of {k} {order}, by recursion"])


FAMILIES = (
    Family("sequences", ((_recurrence, 4), (_progression, 3), (_until, 3), (_figures, 2))),
    Family("recursion", ((_factorials, 2), (_number_recursion, 3), (_list_recursion, 3), (_text_recursion, 2), (_other_recursion, 2))),
)
