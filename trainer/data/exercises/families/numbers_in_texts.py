"""Texts that hold integers or floats: a line with separators, a small calculation."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["calculation", "numbers_of"]

_LINES = "line text row s data"


def numbers_of(d: Draw) -> Sketch:
    """A line of numbers between separators."""
    s, f = d.name(_LINES), d.name("field part x piece")
    sep, by = d.one(
        (",", "comma"), (",", "comma"), (";", "semicolon"), ("|", "'|'"), ("/", "slash"), (":", "colon"), ("-", "dash")
    )
    between = {
        "comma": "commas",
        "semicolon": "semicolons",
        "slash": "slashes",
        "colon": "colons",
        "dash": "dashes",
    }.get(by, by)
    kind, call = d.one(("integers", "int"), ("integers", "int"), ("integers", "int"), ("numbers", "float"))
    skip = d.chance(0.65)
    test = f" if {f}.strip()" if skip else ""
    each = f"{call}({f})"
    loop = f"result = []\nfor {f} in {s}.split('{sep}'):\n    {f'if {f}.strip():' + chr(10) + '        ' if skip else ''}result.append({each})\nreturn result"  # noqa: E501
    samples = (
        ["1,2,3", "4, 5", "10", "7,0,12", "6,6"]
        + (["1,,2", "8, ,0", ""] if skip else [])
        + (["-7,3"] if sep != "-" else [])
    )
    inputs = [repr(x.replace(",", sep)) for x in samples]
    edge = (
        d.one("Skip empty fields.", "Empty fields are skipped.", "Fields without a number are left out.")
        if skip
        else ""
    )
    form = d.number(0, 4)
    if form < 3:
        return Sketch(
            names=["numbers_from_csv", "parse_numbers", "to_numbers", "read_row", "split_numbers", "line_to_list", "parse_ints" if call == "int" else "parse_floats", "parse_line"],  # noqa: E501
            params=[Param(s, "word")],
            bodies=[f"return [{each} for {f} in {s}.split('{sep}'){test}]"] * 2 + [loop],
            returns=f"list[{call}]",
            do=[
                f"Convert a line of {kind} separated by {between} to a list",
                f"Split {s} at every {by} and return a list of {kind}",
                f"Parse {s}, in which {kind} have {between} between them, into a list",
                f"Turn a string of {kind} with {between} in between into a list of {call}s",
            ],
            what=[f"a list of the {kind} that stand between the {between} in {s}, in their order"],
            sentences=[
                f"The {kind} in {s}, which are separated by {between}, as a list.",
                f"Given a {by}-separated string {s}, return its fields as {kind}."
                if by != "'|'"
                else f"Given a string {s} with '|' between its fields, return them as {kind}.",
                f"Which {kind} are written in {s} with {between} between them? List them.",
                f"{s} holds {kind} with {between} between them; read them into a list.",
                f"Break {s} up at the {between} and convert each piece to {'an integer' if call == 'int' else 'a float'}.",  # noqa: E501
            ],
            edge=edge,
            inputs=inputs,
        )  # fmt: skip
    fn, said, asked, verb = d.one(
        ("sum", "the sum of", "What do {} add up to", "add up"),
        ("max", "the largest of", "Which is the largest of {}", "find the greatest of"),
        ("len", "the number of", "What is the count of {}", "count"),
    )
    default = ", default=0" if fn == "max" else ""
    inner = (
        f"({each} for {f} in {s}.split('{sep}'){test})"
        if fn == "max"
        else f"{each} for {f} in {s}.split('{sep}'){test}"
    )
    code = f"{fn}({inner}{default})" if fn != "len" else f"len([{inner}])"
    group = f"the {kind} in {s}"
    return Sketch(
        names=[f"{fn}_{end}" for end in ("of_line", "csv", "numbers_in_row", "of_text", "of_fields", "in_line", "from_text")]  # noqa: E501
        + [{"sum": "add_numbers", "max": "largest_number", "len": "count_numbers"}[fn]],
        params=[Param(s, "word")],
        bodies=[f"return {code}"],
        returns=call if fn != "len" else "int",
        what=[f"{said} {group}, which are separated by {between}", f"{said} all {kind} that stand between the {between} in {s}"],  # noqa: E501
        do=[
            f"{verb.capitalize()} {group}, which have {between} between them",
            f"Split {s} at each {by} and {verb} the {kind}",
            f"Work out {said} {group}, where {between} separate them",
        ],
        sentences=[
            f"{asked.format(group)}, which are separated by {between}?",
            f"Given a line of {kind} with {between} between them, {verb} all {kind}.",
            f"{s} holds {kind}, separated by {between}. Return {said} them.",
            f"Read the fields between the {between} in {s} as {kind}, and {verb} the results.",
        ],
        edge=("Skip empty fields; " + ("without numbers, it is 0." if fn == "max" else "they do not count.")) if skip else "",  # noqa: E501
        inputs=inputs,
    )  # fmt: skip


def calculation(d: Draw) -> Sketch:
    """Calculations written as text."""
    s = d.name("expression text calculation s formula")
    a, b = d.one("a b", "x y", "left right", "first second").split()
    op = d.name("sign op operator symbol")
    ops = d.one(["+", "-", "*"], ["+", "-", "*"], ["+", "-"], ["+", "*"], ["*", "+", "-"], ["-", "*"])
    joined, either = (", ".join(ops[:-1]) + f" {word} {ops[-1]}" for word in ("and", "or"))
    start = f"{a}, {op}, {b} = {s}.split()\n"
    cast = f"{a}, {b} = int({a}), int({b})\n"
    steps = "".join(f"if {op} == '{o}':\n    return {a} {o} {b}\n" for o in ops[:-1])
    body = start + cast + steps + f"return {a} {ops[-1]} {b}"
    x, y = d.number(2, 9), d.number(2, 9)
    sign = ops[0]
    form = d.number(0, 4)
    samples = [
        f"'{i} {o} {j}'"
        for i, o, j in (
            (6, ops[0], 7),
            (3, ops[-1], 4),
            (1, ops[0], 10),
            (0, ops[-1], 99),
            (-2, ops[0], -3),
            (8, ops[1], 2),
            (5, ops[-1], 5),
        )
    ]
    if form < 3:
        return Sketch(
            names=["evaluate_simple", "calculate_text", "evaluate", "compute_expression", "solve_text", "calculator", "eval_text", "simple_calculator"],  # noqa: E501
            params=[Param(s, "word")],
            bodies=[body],
            do=[
                f"Compute a calculation like '{x} {sign} {y}': two integers and one of the signs {joined}, separated by spaces",  # noqa: E501
                f"Work out {s}, two integers with one of {joined} between them, separated by spaces",
            ],
            what=[
                f"the result of a calculation such as '{x} {sign} {y}', whose sign is one of {joined}",
                f"the value of {s}, two integers with one of {joined} and spaces between them",
            ],
            sentences=[
                f"The value of a text like '{x} {sign} {y}' with one of the signs {joined} and spaces around it.",
                f"Given a string like '{x} {sign} {y}', work out the result. The operator is {either}.",
                f"What comes out of {s}, two integers with {either} between them and spaces around the sign?",
                f"{s} is a simple expression such as '{x} {sign} {y}'; the sign is {either}. Evaluate it.",
                f"Split {s} at the spaces into integer, operator and integer, and return the result. Operators: {joined}.",  # noqa: E501
            ],
            inputs=samples,
        )  # fmt: skip
    if form == 3:
        many = d.one("+", "*", "+")
        result, chain = "sum" if many == "+" else "product", f"{x}{many}{y}{many}{x + 1}"
        total = f"total = {0 if many == '+' else 1}\nfor part in {s}.split('{many}'):\n    total {many}= int(part)\nreturn total"  # noqa: E501
        bodies = [f"return sum(int(part) for part in {s}.split('+'))", total] if many == "+" else [total]
        return Sketch(
            names=["add_all", "sum_of_text", "evaluate_sum", "sum_expression", "add_up_text", "sum_text", "total_of_text", "evaluate_chain"]  # noqa: E501
            if many == "+"
            else ["multiply_all", "product_of_text", "evaluate_product", "product_expression", "multiply_text", "product_text", "times_chain", "evaluate_chain"],  # noqa: E501
            params=[Param(s, "word")],
            bodies=bodies,
            what=[
                f"the {result} of the integers in {s}, which have '{many}' between them",
                f"the value of an expression like '{chain}', integers joined by '{many}'",
            ],
            do=[
                f"Compute a text like '{chain}', integers with '{many}' between them",
                f"Split {s} at '{many}' and {'add up' if many == '+' else 'multiply'} the integers",
                f"Work out an expression such as '{chain}', in which '{many}' is the only operator",
            ],
            sentences=[
                f"What is the result of {s}, a text of integers with '{many}' between them?",
                f"Given a string like '{chain}', return the {result} of its integers.",
                f"{s} consists of one or more integers separated by '{many}'. Return their {result}.",
                f"{'Add together' if many == '+' else 'Multiply together'} the integers of a text such as '{chain}'.",
            ],
            inputs=[f"'{t}'".replace("+", many) for t in ("1+2", "5", "3+4+5", "10+0", "7+7+7", "2+2+2+2", " 6 + 3")],
        )  # fmt: skip
    return Sketch(
        names=["operator_result", "apply_sign", "combine_by_sign", "calculate", "apply_operator", "operate", "calc", "do_operation"],  # noqa: E501
        params=[Param(a, "int"), Param(op, "char"), Param(b, "int")],
        bodies=[steps + f"return {a} {ops[-1]} {b}"],
        what=[
            f"the result of {a} {op} {b}, where {op} is {either}",
            f"the value of {a} and {b} combined by the operator {op}, which is one of {joined}",
        ],
        do=[
            f"Calculate {a} {op} {b}, where {op} is one of the signs {joined}",
            f"Apply the operator {op}, one of {joined}, to {a} and {b}",
            f"Work out what {a} and {b} give with the sign {op}, which is {either}, between them",
        ],
        sentences=[
            f"What is {a} {op} {b}, if {op} stands for one of the signs {joined}?",
            f"A small calculator: take {a} and {b} and combine them as {op} says, which is {either}.",
            f"Given two integers and an operator {op} ({either}), return {a} {op} {b}.",
            f"{op} is {either}. Use it on {a} and {b}, in this order, and return the result.",
        ],
        draw=lambda e: (e.number(-5, 9), e.one(*ops), e.number(0, 9)),
    )  # fmt: skip
