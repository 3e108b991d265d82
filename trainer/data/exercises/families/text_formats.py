"""Texts that are read by a simple format, and values that are written in one."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]

_LINES = "line text row s data"


def _key_values(d: Draw) -> Sketch:
    """Text of keys and values as a dictionary, and back."""
    s, out = d.name("text s line settings query"), d.name("result pairs d")
    part = d.name("part entry field piece")
    k, v = d.one("key value", "key value", "name value", "k v").split()
    outer, inner = d.one((";", "="), (";", "="), (",", ":"), ("&", "="), (",", "="), (" ", "="), ("|", ":"), (";", ":"))
    shown = outer.join(
        f"{a}{inner}{b}"
        for a, b in (
            d.one(("name", "Ann"), ("x", "1"), ("color", "red")),
            d.one(("age", "7"), ("y", "2"), ("size", "L")),
        )
    )
    if d.chance(0.3):
        m = d.name("settings values d options")
        return Sketch(
            names=["to_text", "format_dict", "join_entries", "write_pairs", "to_query"],
            params=[Param(m, "counts")],
            bodies=[
                f"return '{outer}'.join(f'{{{k}}}{inner}{{{v}}}' for {k}, {v} in {m}.items())",
                f"parts = []\nfor {k}, {v} in {m}.items():\n    parts.append({k} + '{inner}' + str({v}))\nreturn '{outer}'.join(parts)",  # noqa: E501
            ],
            returns="str",
            do=[
                f"Write the entries of {m} as a text like '{shown}'",
                f"Join the entries of {m} to a text of the form '{shown}'",
            ],
        )
    number = d.chance(0.25)
    if number:
        shown = outer.join(f"{a}{inner}{b}" for a, b in (("a", 3), ("b", 12)))
    value = f"int({v})" if number else v
    body = f"{out} = {{}}\nif {s}:\n    for {part} in {s}.split('{outer}'):\n        {k}, {v} = {part}.split('{inner}')\n        {out}[{k}] = {value}\nreturn {out}"  # noqa: E501
    early = f"if not {s}:\n    return {{}}\n{out} = {{}}\nfor {part} in {s}.split('{outer}'):\n    {k}, {v} = {part}.split('{inner}')\n    {out}[{k}] = {value}\nreturn {out}"  # noqa: E501
    bodies = (
        [body, early]
        if number
        else [
            body,
            body,
            early,
            f"if not {s}:\n    return {{}}\nreturn dict({part}.split('{inner}') for {part} in {s}.split('{outer}'))",
        ]
    )
    kind = "integers" if number else "strings"
    samples = ["a=1;b=2", "x=5", "k=1;k=2", "n=7;m=0;z=12"] + ([] if number else ["a=;b=2", "name=Ann;city=Rome"])
    return Sketch(names=["parse_key_value", "parse_settings", "read_pairs", "text_to_dict", "parse_pairs", "to_dict", "parse_query"], params=[Param(s, "word")], bodies=bodies, returns="dict[str, int]" if number else "dict[str, str]", do=[f"Split text such as '{shown}' into a dictionary of {kind}" if not number else f"Parse text such as '{shown}' into a dictionary with {kind} as values", f"Turn {s}, for example '{shown}', into a dictionary"] if not number else [f"Parse text such as '{shown}' into a dictionary with {kind} as values"], edge=d.one("Empty text gives an empty dictionary.", "An empty text means an empty dictionary."), inputs=[repr(x.replace("=", inner).replace(";", outer)) for x in samples] + ["''"])  # fmt: skip  # noqa: E501


def _numbers_of(d: Draw) -> Sketch:
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
            names=[
                "numbers_from_csv",
                "parse_numbers",
                "to_numbers",
                "read_row",
                "split_numbers",
                "line_to_list",
                "parse_ints" if call == "int" else "parse_floats",
            ],
            params=[Param(s, "word")],
            bodies=[f"return [{each} for {f} in {s}.split('{sep}'){test}]"] * 2 + [loop],
            returns=f"list[{call}]",
            do=[
                f"Convert a line of {kind} separated by {between} to a list",
                f"Split {s} at every {by} and return a list of {kind}",
            ],
            sentences=[f"The {kind} in {s}, which are separated by {between}, as a list."],
            edge=edge,
            inputs=inputs,
        )
    fn, said = d.one(("sum", "the sum of"), ("max", "the largest of"), ("len", "the number of"))
    default = ", default=0" if fn == "max" else ""
    inner = (
        f"({each} for {f} in {s}.split('{sep}'){test})"
        if fn == "max"
        else f"{each} for {f} in {s}.split('{sep}'){test}"
    )
    code = f"{fn}({inner}{default})" if fn != "len" else f"len([{inner}])"
    return Sketch(names=[f"{fn}_of_line", f"{fn}_csv", f"{fn}_numbers_in_row"], params=[Param(s, "word")], bodies=[f"return {code}"], returns=call if fn != "len" else "int", what=[f"{said} the {kind} in {s}, which are separated by {between}"], edge=("Skip empty fields; " + ("without numbers, it is 0." if fn == "max" else "they do not count.")) if skip else "", inputs=inputs)  # fmt: skip  # noqa: E501


def _written_number(d: Draw) -> Sketch:
    """Numbers with separators, zeros, units and signs."""
    n, w = d.name("n number value x amount"), d.name("width length size digits")
    form = d.number(0, 7)
    k = d.number(2, 8)
    if form < 2:
        sep, said = d.one(
            (",", "a comma"),
            (",", "a comma"),
            (",", "a comma"),
            ("_", "an underscore"),
            (" ", "a space"),
            (".", "a dot"),
            ("'", "an apostrophe"),
        )
        code = f"f'{{{n}:,}}'" + ("" if sep == "," else f'.replace(",", "{sep}")')
        unit, more = d.one(
            ("", ""),
            ("", ""),
            (" EUR", " and ' EUR' after it"),
            (" km", " and ' km' after it"),
            ("$", " and '$' before it"),
        )
        if unit:
            code = f"'$' + {code}" if unit == "$" else f"{code} + '{unit}'"
        return Sketch(
            names=[
                "format_thousands",
                "with_separators",
                "group_digits",
                "format_number",
                "thousands",
                "readable_number",
                "format_amount",
            ],
            params=[Param(n, "int")],
            bodies=[f"return {code}"],
            returns="str",
            do=[
                f"Write {n} with {said} between groups of three digits{more}",
                f"Format the integer {n} with {said} as thousands separator{more}",
            ],
            inputs=["1234567", "999", "0", "-1000", "50000"],
        )
    if form < 4:
        fill, name = d.one(
            ("0", "zeros"), ("0", "zeros"), ("0", "zeros"), (" ", "spaces"), ("*", "stars"), (".", "dots")
        )
        right = d.chance(0.2) and fill != "0"
        fixed = str(k) if d.chance(0.3) else ""
        ww = fixed or w
        just = "ljust" if right else "rjust"
        side = "right" if right else "left"
        bodies = [f"return str({n}).{just}({ww}, '{fill}')"]
        if fill == "0":
            bodies += [f"return str({n}).zfill({ww})"] + ([f"return f'{{{n}:0{k}}}'"] if fixed else [])
        bodies.append(
            f"text = str({n})\nwhile len(text) < {ww}:\n    text = {f'text + {chr(39)}{fill}{chr(39)}' if right else f'{chr(39)}{fill}{chr(39)} + text'}\nreturn text"  # noqa: E501
        )
        return Sketch(
            names=[
                "pad_number",
                "zero_pad" if fill == "0" else "pad",
                "with_leading_zeros" if fill == "0" else "padded",
                "fill_up",
                "to_width",
                "fixed_width",
                "pad_left" if not right else "pad_right",
            ],
            params=[Param(n, "nat")] + ([] if fixed else [Param(w, "small")]),
            bodies=bodies,
            returns="str",
            do=[
                f"Return {n} as text, filled up with {name} on the {side} to {ww} characters",
                f"Pad {n} with {name} on the {side} until it is {ww} characters long",
            ],
            edge=d.one("", "", "Longer numbers stay as they are."),
        )
    code, do, names, kind = d.one(
        (f"f'{{{n}:+d}}'", f"Write {n} with its sign, + or -, in front", "with_sign signed_text", "int"),
        (f"f'{{{n}:.2f}}'", f"Write {n} with two digits after the point", "two_decimals money_text", "float"),
        (f"f'{{{n}:.1f}}'", f"Write {n} with one digit after the point", "one_decimal short_number", "float"),
        (f"f'{{{n}}}%'", f"Write {n} followed by a percent sign", "percent_text as_percent", "int"),
        (f"f'#{{{n}:0{k}d}}'", f"Write {n} as '#' and {k} digits with leading zeros", "ticket_number label_number", "nat"),  # noqa: E501
        (f"f'{{{n}:b}}'", f"Write {n} in binary digits", "binary_text to_binary", "nat"),
        (f"f'{{{n}:x}}'", f"Write {n} as a hexadecimal number with small letters", "hex_text to_hex", "nat"),
        (f"f'({{-{n}}})' if {n} < 0 else str({n})", f"Write {n} as text, a negative one without its sign in parentheses", "accounting_text bracket_negative", "int"),  # noqa: E501
        (f"f'{{{n}}} {d.one('item', 'day', 'point', 'apple')}' + ('' if {n} == 1 else 's')", "", "plural count_text", "nat"),  # noqa: E501
    )  # fmt: skip
    if not do:
        noun = code.split("}} " if "}} " in code else "} ")[1].split("'")[0]
        do = f"Write {n} followed by '{noun}', or by '{noun}s' unless {n} is 1"
    unit = (
        d.one("", "", " EUR", " cm", " kg", " points", " degrees")
        if kind in ("float", "int") and "%" not in code and "(" not in code
        else ""
    )
    code, do = (f"{code} + '{unit}'", f"{do} and '{unit}' after it") if unit else (code, do)
    return Sketch(names=names.split(), params=[Param(n, kind)], bodies=[f"return {code}"], returns="str", do=[do], inputs=["1", "2"] if not code.startswith("f'({") else [])  # fmt: skip  # noqa: E501


def _calculation(d: Draw) -> Sketch:
    """Calculations written as text."""
    s = d.name("expression text calculation s formula")
    a, b = d.one("a b", "x y", "left right", "first second").split()
    op = d.name("sign op operator symbol")
    ops = d.one(["+", "-", "*"], ["+", "-", "*"], ["+", "-"], ["+", "*"], ["*", "+", "-"], ["-", "*"])
    joined = ", ".join(ops[:-1]) + " and " + ops[-1]
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
            names=[
                "evaluate_simple",
                "calculate_text",
                "evaluate",
                "compute_expression",
                "solve_text",
                "calculator",
                "eval_text",
            ],
            params=[Param(s, "word")],
            bodies=[body],
            do=[
                f"Compute a calculation like '{x} {sign} {y}': two integers and one of the signs {joined}, separated by spaces",  # noqa: E501
                f"Work out {s}, two integers with one of {joined} between them, separated by spaces",
            ],
            sentences=[
                f"The value of a text like '{x} {sign} {y}' with one of the signs {joined} and spaces around it."
            ],
            inputs=samples,
        )
    if form == 3:
        many = d.one("+", "*", "+")
        total = f"total = {0 if many == '+' else 1}\nfor part in {s}.split('{many}'):\n    total {many}= int(part)\nreturn total"  # noqa: E501
        bodies = [f"return sum(int(part) for part in {s}.split('+'))", total] if many == "+" else [total]
        return Sketch(
            names=[
                "add_all" if many == "+" else "multiply_all",
                "sum_of_text" if many == "+" else "product_of_text",
                "evaluate_chain",
            ],
            params=[Param(s, "word")],
            bodies=bodies,
            do=[f"Compute a text like '{x}{many}{y}{many}{x + 1}', integers with '{many}' between them"],
            inputs=[f"'{t}'".replace("+", many) for t in ("1+2", "5", "3+4+5", "10+0", "7+7+7", "2+2+2+2", " 6 + 3")],
        )
    return Sketch(names=["operator_result", "apply_sign", "combine_by_sign", "calculate"], params=[Param(a, "int"), Param(op, "char"), Param(b, "int")], bodies=[steps + f"return {a} {ops[-1]} {b}"], do=[f"Calculate {a} {op} {b}, where {op} is one of the signs {joined}"], draw=lambda e: (e.number(-5, 9), e.one(*ops), e.number(0, 9)))  # fmt: skip  # noqa: E501


def _charts(d: Draw) -> Sketch:
    """Lines of text for the entries of a dictionary or list."""
    m = d.name("values data counts votes scores")
    k, v = d.one("label value", "name count", "key value", "k v").split()
    star, many = d.one(
        ("*", "stars"), ("*", "stars"), ("#", "'#' signs"), ("|", "strokes '|'"), ("=", "'=' signs"), ("o", "o's")
    )
    sep, said = d.one(
        (": ", "a colon, a space"), (": ", "a colon, a space"), (" ", "a space"), (" | ", "' | '"), (" - ", "' - '")
    )
    form = d.number(0, 4)
    number = d.chance(0.15)
    end, said_end = (f" ({{{v}}})", ", then the value in parentheses") if number else ("", "")
    line = f"f'{{{k}}}{sep}{{\"{star}\" * {v}}}{end}'"
    if form < 3:
        text = d.chance(0.2)
        call = f"'\\n'.join({line} for {k}, {v} in {m}.items())" if text else f"[{line} for {k}, {v} in {m}.items()]"
        loop = f"lines = []\nfor {k}, {v} in {m}.items():\n    lines.append({k} + '{sep}' + '{star}' * {v}{f' + f{chr(39)}{end}{chr(39)}' if number else ''})\nreturn {chr(39) + chr(92) + 'n' + chr(39) + '.join(lines)' if text else 'lines'}"  # noqa: E501
        return Sketch(
            names=["bar_chart", "chart_lines", "draw_bars", "text_chart", "histogram", "bars"],
            params=[Param(m, "amounts")],
            bodies=[f"return {call}", loop],
            returns="str" if text else "list[str]",
            do=[
                f"Make a line of text for each entry of {m}: the key, {said} and as many {many} as the value says{said_end}"  # noqa: E501
            ]
            + ([] if text else [f"List a line per entry of {m} with the key, {said} and {v} times '{star}'{said_end}"]),
            sentences=[
                f"One line of text per entry of {m}: the key, {said} and as many {many} as its value{said_end}."
            ],
            edge="Join the lines with line ends." if text else "",
            inputs=["{'a': 3}", "{}", "{'x': 0}", "{'p': 1, 'q': 2}"],
        )
    xs = d.name("numbers heights sizes")
    width = d.number(4, 9)
    if form == 3:
        return Sketch(
            names=["bars", "draw_numbers", "star_lines", "number_bars"],
            params=[Param(xs, "nats")],
            bodies=[
                f"return ['{star}' * n for n in {xs}]",
                f"lines = []\nfor n in {xs}:\n    lines.append('{star}' * n)\nreturn lines",
            ],
            returns="list[str]",
            do=[f"Make a string of {many} for each of {xs}, as long as the number says"],
            inputs=["[3, 0, 1]", "[2]", "[5, 4]"],
        )
    return Sketch(names=["progress_bar", "progress", "show_progress", "meter"], params=[Param(n := d.name("done n filled"), "small")], bodies=[f"return '[' + '{star}' * {n} + ' ' * ({width} - {n}) + ']'", f"bar = '{star}' * {n}\nreturn '[' + bar.ljust({width}) + ']'"], returns="str", do=[f"Draw a bar in square brackets: {n} {many}, filled up with spaces to {width}"])  # fmt: skip  # noqa: E501


def _roman(d: Draw) -> Sketch:
    """Roman numerals, and other signs with values."""
    s = d.name("numeral roman s text")
    form = d.number(0, 3)
    full = "{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100, 'D': 500, 'M': 1000}"
    c, t = d.name("sign c letter"), d.name("total result value")
    samples = ["'III'", "'IV'", "'XLII'", "'MCMXC'", "'D'", "'VIII'", "'XIX'"]
    if form < 2:
        i = d.one("i", "k")
        body = f"values = {full}\n{t} = 0\nfor {i}, {c} in enumerate({s}):\n    if {i} + 1 < len({s}) and values[{c}] < values[{s}[{i} + 1]]:\n        {t} -= values[{c}]\n    else:\n        {t} += values[{c}]\nreturn {t}"  # noqa: E501
        back = f"values = {full}\n{t} = last = 0\nfor {c} in {s}[::-1]:\n    v = values[{c}]\n    {t} += v if v >= last else -v\n    last = v\nreturn {t}"  # noqa: E501
        return Sketch(
            names=["from_roman", "roman_to_int", "roman_value", "parse_roman", "read_roman"],
            params=[Param(s, "word1")],
            bodies=[body, back],
            do=[f"Convert the Roman numeral {s} to an integer", f"Read {s}, a Roman numeral, as a number"],
            edge=d.one("", "A smaller sign before a larger one is subtracted."),
            inputs=samples,
        )
    if form == 2:
        n = d.name("n number x")
        return Sketch(
            names=["to_roman", "int_to_roman", "roman_numeral", "write_roman"],
            params=[Param(n, "pos")],
            bodies=[
                f"result = ''\nfor value, sign in [(10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I')]:\n    while {n} >= value:\n        result += sign\n        {n} -= value\nreturn result"  # noqa: E501
            ],
            returns="str",
            do=[f"Write {n}, a number below 40, as a Roman numeral"],
            draw=lambda e: (e.number(1, 39),),
        )
    values = dict(zip(d.random.sample("abcgpsxyz", 3), d.random.sample([1, 2, 3, 5, 10, 20, 50], 3), strict=True))
    said = ", ".join(f"'{k}' for {e}" for k, e in values.items())
    other = d.one(0, 0, 1)
    return Sketch(names=["sign_total", "value_of_text", "add_values", "count_value", "read_signs"], params=[Param(s, "word")], bodies=[f"values = {values}\nreturn sum(values.get({c}, {other}) for {c} in {s})", f"values = {values}\n{t} = 0\nfor {c} in {s}:\n    {t} += values.get({c}, {other})\nreturn {t}"], do=[f"Add up the values of the characters of {s}: {said}, and {other} for any other"], inputs=[f"'{''.join(values)}'", f"'{next(iter(values)) * 3}'"])  # fmt: skip  # noqa: E501


FAMILIES = (
    Family(
        "text_formats",
        ((_key_values, 3), (_numbers_of, 3), (_written_number, 4), (_calculation, 2), (_charts, 2), (_roman, 1)),
    ),
)
