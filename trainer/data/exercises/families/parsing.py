"""Texts that stand for numbers, pairs and dictionaries."""

from __future__ import annotations

from trainer.data.exercises.conditions import number_condition
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _numbers_in(d: Draw) -> Sketch:
    """Numbers parsed from a text with separators."""
    s, x = d.name("text s line string data row"), d.name("x part p token item field")
    separator, said = d.one(
        (",", "commas"), (" ", "spaces"), (";", "semicolons"), ("-", "hyphens"), ("|", "bars"), ("/", "slashes")
    )
    split = f"{s}.split('{separator}')"
    condition = number_condition(d, compound=0, natural=True) if d.chance(0.5) else None
    out = d.name("result out total numbers")
    if condition and condition.params:
        condition = None
    test = f" if {condition.of(f'int({x})')}" if condition else ""
    those = f"the {condition.those(d, 'numbers', '')}" if condition else "the numbers"
    stem = f"_{condition.name}" if condition else ""
    where = f"in {s}, a text of whole numbers separated by {said}"
    fold, what, names, returns, start = d.one(
        ("sum(@)", f"the sum of {those} {where}", "sum_text add_numbers_in", "int", "0"),
        ("[@]", f"the list of {those} {where}", "parse_numbers to_ints read_list", "list[int]", "[]"),
        ("max(@)", f"the largest of {those} {where}", "max_in_text", "int", ""),
        ("len([@])", f"the number of {those.removeprefix('the ')} {where}", "count_numbers_in", "int", "c"),
    )
    if fold.startswith("max"):
        test, what, stem = "", what.replace(those, "the numbers"), ""
    bodies = [f"return {fold.replace('@', f'int({x}) for {x} in {split}{test}')}"]
    if start in ("0", "[]", "c"):
        step = {"0": f"{out} += int({x})", "[]": f"{out}.append(int({x}))", "c": f"{out} += 1"}[start]
        inner = f"    {step}\n" if not test else f"   {test}:\n        {step}\n"
        bodies.append(f"{out} = {'0' if start == 'c' else start}\nfor {x} in {split}:\n{inner}return {out}")
    if fold == "[@]" and not test:
        bodies.append(f"return list(map(int, {split}))")
    return Sketch(
        names=[name + stem for name in names.split()],
        params=[Param(s, "word")],
        bodies=bodies,
        returns=returns,
        what=[what],
        draw=lambda e: (separator.join(str(e.number(0, 20)) for _ in range(e.number(1, 5))),),
        inputs=[f"'1{separator}2{separator}3'", "'7'"],
    )


def _parse(d: Draw) -> Sketch:
    s, out = d.name("text s line string entry"), d.name("result out parts")
    x = d.name("p part pair item")
    k = d.one("=", ":", "->")
    e1 = d.one(",", ";", "&", " ")
    form = d.number(0, 4)
    if form == 0:
        loop = f"{out} = {{}}\nfor {x} in {s}.split('{e1}'):\n    key, value = {x}.split('{k}')\n    {out}[key] = value\nreturn {out}"  # noqa: E501
        number = d.chance(0.5)
        if number:
            loop = loop.replace("= value\n", "= int(value)\n")
        return Sketch(
            names=["parse_pairs", "read_settings", "text_to_dict", "parse_query"],
            params=[Param(s, "text")],
            bodies=[loop],
            returns="dict[str, int]" if number else "dict[str, str]",
            what=[
                f"a dictionary from a text like 'a{k}1{e1}b{k}2'"
                + (" with whole numbers as values" if number else " with texts as values")
            ],
            draw=lambda e: (
                e1.join(
                    f"{c}{k}{e.number(0, 30)}" for c in e.random.sample(("a", "b", "x", "key", "n"), e.number(1, 3))
                ),
            ),
        )
    if form == 1:
        part, place = d.one(("before", 0), ("after", 1))
        return Sketch(
            names=[f"{part}_sign", "get_key" if place == 0 else "get_value", f"part_{part}"],
            params=[Param(s, "text")],
            bodies=[
                f"return {s}.split('{k}')[{place}]",
                f"left, right = {s}.split('{k}')\nreturn {'right' if place else 'left'}",
            ],
            returns="str",
            what=[f"the part of {s} {part} '{k}', which occurs once"],
            draw=lambda e: (f"{e.word('name age x key')}{k}{e.word('Tom 3 red abc')}",),
            inputs=[f"'a{k}b'", f"'x{k}12'"],
        )
    if form == 2:
        base, word = d.one((2, "binary"), (16, "hexadecimal"), (8, "octal"))
        n = d.name("n number value")
        digits = {2: "b", 16: "x", 8: "o"}[base]
        value = d.name("value total number result")
        loop = f"{value} = 0\nfor c in {s}:\n    {value} = {value} * {base} + int(c)\nreturn {value}"
        divide = f"{out} = ''\nwhile {n} > 0:\n    {out} = str({n} % {base}) + {out}\n    {n} //= {base}\nreturn {out}"
        if d.chance(0.5):
            return Sketch(
                names=[f"parse_{word}", f"from_{word}", f"{word}_to_int"],
                params=[Param(s, "word")],
                bodies=[f"return int({s}, {base})"] + ([loop] if base != 16 else []),
                what=[f"the number that the {word} digits {s} stand for"],
                draw=lambda e: (format(e.number(0, 80), digits),),
                inputs=["'101'", "'10'"],
            )
        return Sketch(
            names=[f"to_{word}", f"{word}_text", f"int_to_{word}"],
            params=[Param(n, "pos")],
            bodies=[f"return format({n}, '{digits}')"] + ([divide] if base != 16 else [f"return hex({n})[2:]"]),
            returns="str",
            what=[f"the {word} digits of the positive number {n} as a string"],
        )
    if form == 3:
        default = d.one("None", "0", "-1")
        return Sketch(
            names=["to_number", "parse_int", "int_or_default", "safe_int"],
            params=[Param(s, "text")],
            bodies=[
                f"if {s}.isdigit():\n    return int({s})\nreturn {default}",
                f"return int({s}) if {s}.isdigit() else {default}",
            ],
            returns="int" + (" | None" if default == "None" else ""),
            what=[f"the number in {s} if it consists of digits only"],
            edge=f"Otherwise return {default}.",
            inputs=["'12'", "'x1'", "'7'", "''"],
            draw=lambda e: (e.one("12", "abc", "3x", "007", "45", "-3", "9 9"),),
        )
    sign = d.one("+", "-", "*")
    op = {"+": "+", "-": "-", "*": "*"}[sign]
    return Sketch(
        names=["evaluate", "calculate_text", "eval_simple"],
        params=[Param(s, "word")],
        bodies=[
            f"a, b = {s}.split('{sign}')\nreturn int(a) {op} int(b)",
            f"parts = {s}.split('{sign}')\nreturn int(parts[0]) {op} int(parts[1])",
        ],
        what=[f"the value of a text like '3{sign}4'"],
        draw=lambda e: (f"{e.number(0, 30)}{sign}{e.number(0, 20)}",),
    )


FAMILIES = (Family("parsing", ((_numbers_in, 3), (_parse, 3))),)
