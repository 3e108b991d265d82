"""Functions that call themselves."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import COUNTS
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _factorials(d: Draw) -> Sketch:
    n, i, out = d.name(COUNTS), d.name("i k j x"), d.name("result product total value")
    k = d.number(2, 4)
    code, what, names = d.one(
        (f"range(1, {n} + 1)", f"the product of the numbers from 1 to {n}", "product_to_n multiply_up_to factorial_of"),
        (
            f"range({n}, 0, -{k})",
            f"the product of {n}, {n} - {k}, {n} - {2 * k}, ... as long as the factors are positive",
            f"skip_factorial multifactorial_{k}",
        ),
        (f"range(2, {n} + 1, 2)", f"the product of the even numbers from 2 to {n}", "even_product even_factorial"),
        (f"range(1, {n} + 1, 2)", f"the product of the odd numbers from 1 to {n}", "odd_product odd_factorial"),
        (f"range({n}, {n} + {k})", f"the product of the {k} numbers that start with {n}", f"rising_product_{k}"),
        (f"range({k}, {n} + 1)", f"the product of the numbers from {k} to {n}", f"product_from_{k}"),
    )
    loop = f"{out} = 1\nfor {i} in {code}:\n    {out} *= {i}\nreturn {out}"
    edge = "Return 1 if there are no factors." if f"{n} + {k})" not in code else ""
    bodies = [loop, loop]
    if code == f"range(1, {n} + 1)":
        edge = d.one("Return 1 for 0.", "The empty product is 1.")
        bodies += [
            f"if {n} == 0:\n    return 1\nreturn {n} * FN({n} - 1)",
            f"if {n} <= 1:\n    return 1\nreturn {n} * FN({n} - 1)",
        ]
        what = d.one(what, f"{n} factorial", f"the factorial of {n}")
    elif code == f"range({n}, 0, -{k})":
        bodies.append(f"if {n} <= 0:\n    return 1\nreturn {n} * FN({n} - {k})")
    return Sketch(names=names.split(), params=[Param(n, "small")], bodies=bodies, what=[what], edge=edge)


def _number_recursion(d: Draw) -> Sketch:
    """f(n) from f(n - 1), written as a recursion."""
    n = d.name(COUNTS)
    k, c = d.number(2, 5), d.number(0, 4)
    step, said, kind = d.one(
        (f"{n} + FN({n} - 1)", f"the sum of {c} and all numbers from 1 to {n}", "sum"),
        (f"{n} * {n} + FN({n} - 1)", f"{c} plus the sum of the squares from 1 to {n}", "square_sum"),
        (f"{k} * FN({n} - 1)", f"{c + 1} times {k} to the power of {n}", "power"),
        (f"FN({n} - 1) + {k}", f"{c} plus {n} times {k}", "steps"),
        (
            f"{k} * FN({n} - 1) + 1",
            f"the {n}-th value when the value for 0 is {c} and each further one is {k} times the one before plus 1",
            "growth",
        ),
        (
            f"{n} - FN({n} - 1)",
            f"the {n}-th value when the value for 0 is {c} and the value for n is n minus the one before",
            "alternate",
        ),
        (f"FN({n} - 1) + 2 * {n}", f"{c} plus the sum of the even numbers from 2 to 2 * {n}", "even_sum"),
    )
    start = c + 1 if kind == "power" else c
    return Sketch(
        names=[f"recursive_{kind}", f"{kind}_recursive", f"{kind}_to"],
        params=[Param(n, "small")],
        bodies=[
            f"if {n} == 0:\n    return {start}\nreturn {step}",
            f"if {n} <= 0:\n    return {start}\nreturn {step}",
            f"return {start} if {n} == 0 else {step}",
        ],
        what=[f"{said}, by recursion", said],
        do=[f"Compute {said} recursively"],
    )


def _list_recursion(d: Draw) -> Sketch:
    xs = d.name("xs numbers values items lst data nums")
    k = d.number(2, 9)
    base, step, said, names, returns = d.one(
        ("0", f"{xs}[0] + FN({xs}[1:])", f"the sum of {xs}", "recursive_sum sum_list_recursive", "int"),
        ("1", f"{xs}[0] * FN({xs}[1:])", f"the product of {xs}, with 1 for an empty list", "recursive_product", "int"),
        ("0", f"1 + FN({xs}[1:])", f"the length of {xs}", "recursive_length list_length", "int"),
        (
            "[]",
            f"FN({xs}[1:]) + [{xs}[0]]",
            f"{xs} in reverse order",
            "recursive_reverse reverse_recursively",
            "list[int]",
        ),
        (
            "[]",
            f"[{xs}[0] * {k}] + FN({xs}[1:])",
            f"a list with each of {xs} times {k}",
            "recursive_scale",
            "list[int]",
        ),
        ("0", f"({xs}[0] == {k}) + FN({xs}[1:])", f"how often {k} occurs in {xs}", f"count_{k} recursive_count", "int"),
        (
            "False",
            f"{xs}[0] == {k} or FN({xs}[1:])",
            f"whether {k} is in {xs}",
            f"contains_{k} recursive_contains",
            "bool",
        ),
        (
            "True",
            f"{xs}[0] > {k} and FN({xs}[1:])",
            f"whether all of {xs} are greater than {k}",
            f"all_above_{k}",
            "bool",
        ),
        (
            "[]",
            f"[{xs}[0], {xs}[0]] + FN({xs}[1:])",
            f"a list with each of {xs} twice in a row",
            "double_each duplicate",
            "list[int]",
        ),
        (
            "0",
            f"{xs}[0] - FN({xs}[1:])",
            f"the first of {xs} minus the second plus the third and so on",
            "alternating_sum",
            "int",
        ),
    )
    guard = d.one(f"if not {xs}:", f"if not {xs}:", f"if len({xs}) == 0:", f"if {xs} == []:")
    edge = f"Return {base} for an empty list." if base != "1" and d.chance(0.6) else ""
    return Sketch(
        names=names.split(),
        params=[Param(xs, "ints")],
        bodies=[f"{guard}\n    return {base}\nreturn {step}"],
        returns=returns,
        what=[f"{said}, by recursion", said],
        edge=edge,
        inputs=[f"[{k}, 1, {k}]", f"[1, {k}]", f"[{k + 1}, {k + 2}]"],
    )


def _text_recursion(d: Draw) -> Sketch:
    s = d.name("s s text word string")
    c = d.one(*"aeoltn")
    base, step, said, names, returns = d.one(
        ("''", f"FN({s}[1:]) + {s}[0]", f"{s} reversed", "reverse_recursively backwards", "str"),
        ("0", f"({s}[0] == '{c}') + FN({s}[1:])", f"how often '{c}' occurs in {s}", f"count_{c}", "int"),
        ("''", f"{s}[0] * 2 + FN({s}[1:])", f"{s} with each character doubled", "double_letters stutter", "str"),
        ("0", f"1 + FN({s}[1:])", f"the length of {s}", "recursive_length", "int"),
        ("''", f"('' if {s}[0] == '{c}' else {s}[0]) + FN({s}[1:])", f"{s} without every '{c}'", f"remove_{c}", "str"),
        (
            "''",
            f"{s} + FN({s}[1:])",
            f"{s} followed by {s} without its first character, and so on until nothing is left",
            "tails",
            "str",
        ),
    )
    if d.chance(0.2):
        return Sketch(
            names=["palindrome_recursive", "mirror_check", "reads_same"],
            params=[Param(s, "word")],
            bodies=[
                f"if len({s}) < 2:\n    return True\nif {s}[0] != {s}[-1]:\n    return False\nreturn FN({s}[1:-1])",
                f"if len({s}) <= 1:\n    return True\nreturn {s}[0] == {s}[-1] and FN({s}[1:-1])",
            ],
            returns="bool",
            whether=[f"{s} is a palindrome, by recursion", f"{s} reads the same forwards and backwards"],
            inputs=['"level"', '"hello"', '"abca"'],
        )
    return Sketch(
        names=names.split(),
        params=[Param(s, "word")],
        bodies=[f"if not {s}:\n    return {base}\nreturn {step}", f"if {s} == '':\n    return {base}\nreturn {step}"],
        returns=returns,
        what=[f"{said}, by recursion", said],
        inputs=[f'"{c}{c}b"', f'"x{c}"'],
    )


def _other_recursion(d: Draw) -> Sketch:
    a, b = d.one("a b", "base exponent", "x n", "m n").split()
    k = d.number(2, 9)
    form = d.number(0, 3)
    if form == 0:
        return Sketch(
            names=["recursive_power", "power_recursive"],
            params=[Param(a, "smallpos"), Param(b, "smallpos")],
            bodies=[f"if {b} == 0:\n    return 1\nreturn {a} * FN({a}, {b} - 1)"],
            what=[f"{a} to the power of {b}, by recursion"],
        )
    if form == 1:
        return Sketch(
            names=["recursive_multiply", "multiply_by_adding"],
            params=[Param(a, "int"), Param(b, "small")],
            bodies=[f"if {b} == 0:\n    return 0\nreturn {a} + FN({a}, {b} - 1)"],
            what=[f"{a} times {b}, by repeated addition", f"the product of {a} and {b}, by recursion"],
        )
    n = d.name("n number x")
    if form == 2:
        base, step, said = d.one(
            (n, f"{n} % 10 + FN({n} // 10)", "the sum of the digits"),
            ("1", f"1 + FN({n} // 10)", "the number of digits"),
            (n, f"max({n} % 10, FN({n} // 10))", "the largest digit"),
        )
        return Sketch(
            names=["digits_recursive", "recursive_digits"],
            params=[Param(n, "nat")],
            bodies=[f"if {n} < 10:\n    return {base}\nreturn {step}"],
            what=[f"{said} of {n}, by recursion"],
        )
    down = d.chance(0.5)
    body = f"if {n} == 0:\n    return []\nreturn " + (
        f"[{n} * {k}] + FN({n} - 1)" if down else f"FN({n} - 1) + [{n} * {k}]"
    )
    order = f"from {n} times {k} down to {k}" if down else f"from {k} up to {n} times {k}"
    return Sketch(
        names=["recursive_multiples", f"multiples_of_{k}"],
        params=[Param(n, "small")],
        bodies=[body],
        returns="list[int]",
        what=[f"the list of the multiples of {k} {order}, by recursion"],
    )


FAMILIES = (
    Family(
        "recursion",
        ((_factorials, 2), (_number_recursion, 3), (_list_recursion, 3), (_text_recursion, 2), (_other_recursion, 2)),
    ),
)
