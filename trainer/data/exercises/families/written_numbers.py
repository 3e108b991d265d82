"""Numbers written as text, with separators, zeros, units and signs, and Roman numerals."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["roman", "written_number"]


def written_number(d: Draw) -> Sketch:
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
        quote = '"' if sep == "'" else "'"
        shown = quote + ("$" if unit == "$" else "") + f"1{sep}234{sep}567" + (unit if unit != "$" else "") + quote
        return Sketch(
            names=["format_thousands", "with_separators", "group_digits", "format_number", "thousands", "readable_number", "format_amount", "separate_thousands"],  # noqa: E501
            params=[Param(n, "int")],
            bodies=[f"return {code}"],
            returns="str",
            do=[
                f"Write {n} with {said} between groups of three digits{more}",
                f"Format the integer {n} with {said} as thousands separator{more}",
                f"Group the digits of {n} by threes from the right, with {said} between the groups{more}",
                f"Make {n} easier to read: {said} between its groups of three digits{more}",
            ],
            what=[
                f"the integer {n} as text, with {said} between the thousands{more}",
                f"a string of {n} whose digits are grouped by three, with {said} in between{more}",
            ],
            sentences=[
                f"1234567 is written as {shown}. Write {n} like that.",
                f"How is {n} written with {said} as the thousands separator{more}?",
                f"Given an integer {n}, return it as text in the style of {shown}.",
                f"Separate the thousands of {n} by {said}, as in {shown}.",
            ],
            inputs=["1234567", "999", "0", "-1000", "50000"],
        )  # fmt: skip
    if form < 4:
        fill, name = d.one(
            ("0", "zeros"), ("0", "zeros"), ("0", "zeros"), (" ", "spaces"), ("*", "stars"), (".", "dots")
        )
        right = d.chance(0.2) and fill != "0"
        fixed = str(k) if d.chance(0.3) else ""
        ww = fixed or w
        just = "ljust" if right else "rjust"
        side, place = ("right", "after") if right else ("left", "before")
        bodies = [f"return str({n}).{just}({ww}, '{fill}')"]
        if fill == "0":
            bodies += [f"return str({n}).zfill({ww})"] + ([f"return f'{{{n}:0{k}}}'"] if fixed else [])
        bodies.append(
            f"text = str({n})\nwhile len(text) < {ww}:\n    text = {f'text + {chr(39)}{fill}{chr(39)}' if right else f'{chr(39)}{fill}{chr(39)} + text'}\nreturn text"  # noqa: E501
        )
        return Sketch(
            names=["pad_number", "zero_pad" if fill == "0" else "pad", "with_leading_zeros" if fill == "0" else "padded", "fill_up", "to_width", "fixed_width", "pad_left" if not right else "pad_right", "pad_digits"],  # noqa: E501
            params=[Param(n, "nat")] + ([] if fixed else [Param(w, "small")]),
            bodies=bodies,
            returns="str",
            do=[
                f"Return {n} as text, filled up with {name} on the {side} to {ww} characters",
                f"Pad {n} with {name} on the {side} until it is {ww} characters long",
                f"Convert {n} to a string of at least {ww} characters by adding {name} on the {side} if needed",
                f"Put as many {name} {place} {n} as it takes to get {ww} characters, as a string",
            ],
            what=[
                f"the digits of {n}, with {name} {place} them to make up {ww} characters",
                f"a string of {n}, padded on the {side} with {name} to a width of {ww}",
            ],
            sentences=[
                f"Given a number {n}, add {name} at its {side} end until the text has {ww} characters.",
                f"What does {n} look like as text of {ww} characters, with {name} {place} it?",
                f"Write {n} so that it takes up {ww} characters; fill the {side} side with {name}.",
                f"{n} as a string that is {'left' if right else 'right'}-aligned in a field of {ww}, with {name} for padding.",  # noqa: E501
            ],
            edge=d.one("", "", "Longer numbers stay as they are."),
        )  # fmt: skip
    code, do, said, names, kind = d.one(
        (f"f'{{{n}:+d}}'", f"Write {n} with its sign, + or -, in front", f"the integer {n} with its sign, and '+' for 0 and above", "with_sign signed_text show_sign signed format_signed plus_minus sign_and_number to_signed", "int"),  # noqa: E501
        (f"f'{{{n}:.2f}}'", f"Write {n} with two digits after the point", f"{n} rounded to two decimal places, always with both digits", "two_decimals money_text format_price to_two_places cents_text format_2 fixed_two with_cents", "float"),  # noqa: E501
        (f"f'{{{n}:.1f}}'", f"Write {n} with one digit after the point", f"{n} rounded to one decimal place, always with that digit", "one_decimal short_number to_one_place format_1 one_place fixed_one one_digit tenths_text", "float"),  # noqa: E501
        (f"f'{{{n}}}%'", f"Write {n} followed by a percent sign", f"{n} with '%' right after it", "percent_text as_percent to_percent percentage format_percent with_percent percent_string add_percent_sign", "int"),  # noqa: E501
        (f"f'#{{{n}:0{k}d}}'", f"Write {n} as '#' and {k} digits with leading zeros", f"a '#' sign and then {n}, padded with zeros to {k} digits", "ticket_number label_number number_tag order_number hash_number tag format_id padded_id", "nat"),  # noqa: E501
        (f"f'{{{n}:b}}'", f"Write {n} in binary digits", f"{n} in base 2, without a prefix", "binary_text to_binary binary in_binary binary_string base_two int_to_binary to_bits", "nat"),  # noqa: E501
        (f"f'{{{n}:x}}'", f"Write {n} as a hexadecimal number with small letters", f"{n} in base 16, in lower case and without a prefix", "hex_text to_hex hexadecimal in_hex hex_string base_sixteen int_to_hex to_base_16", "nat"),  # noqa: E501
        (f"f'({{-{n}}})' if {n} < 0 else str({n})", f"Write {n} as text, a negative one without its sign in parentheses", f"{n}, or its absolute value in parentheses if it is negative", "accounting_text bracket_negative accounting format_balance negative_in_brackets in_parentheses ledger_text money_style", "int"),  # noqa: E501
        (f"f'{{{n}}} {d.one('item', 'day', 'point', 'apple')}' + ('' if {n} == 1 else 's')", "", "", "plural count_text pluralize with_unit count_phrase number_and_noun how_many_text say_count", "nat"),  # noqa: E501
    )  # fmt: skip
    if not do:
        noun = code.split("}} " if "}} " in code else "} ")[1].split("'")[0]
        do = f"Write {n} followed by '{noun}', or by '{noun}s' unless {n} is 1"
        said = f"{n}, a space and '{noun}', with an 's' at the end unless {n} is 1"
    unit = (
        d.one("", "", " EUR", " cm", " kg", " points", " degrees")
        if kind in ("float", "int") and "%" not in code and "(" not in code
        else ""
    )
    if unit:
        code, do, said = f"{code} + '{unit}'", f"{do} and '{unit}' after it", f"{said}, then '{unit}'"
    given = {"int": "an integer", "float": "a number", "nat": "a non-negative integer"}[kind]
    how = do.removeprefix(f"Write {n} ")
    return Sketch(
        names=names.split(),
        params=[Param(n, kind)],
        bodies=[f"return {code}"],
        returns="str",
        do=[
            do,
            f"Format {n} as a string: {said}",
            f"Convert {n} to this text: {said}",
            f"Make a text of {n}, written {how}",
        ],
        sentences=[
            f"A string made of {said}.",
            f"Given {given} {n}, return a string: {said}.",
            f"What does {n} look like when written {how}?",
            f"Return a string with {n} written {how}.",
            f"Write down {said}, as a string.",
        ],
        inputs=["1", "2"] if not code.startswith("f'({") else [],
    )


def roman(d: Draw) -> Sketch:
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
            names=["from_roman", "roman_to_int", "roman_value", "parse_roman", "read_roman", "roman_to_number", "decode_roman", "roman_to_decimal"],  # noqa: E501
            params=[Param(s, "word1")],
            bodies=[body, back],
            what=[f"the value of the Roman numeral {s}", f"the integer that {s} stands for in Roman numerals"],
            do=[
                f"Convert the Roman numeral {s} to an integer",
                f"Read {s}, a Roman numeral, as a number",
                f"Work out which number the Roman numeral {s} means",
                f"Translate {s} from Roman numerals to an ordinary integer",
            ],
            sentences=[
                f"Which number is written as {s} in Roman numerals?",
                f"Given a Roman numeral {s}, such as 'XIV' for 14, return its value.",
                f"{s} is a number in Roman letters, from I for 1 to M for 1000. Return it as an integer.",
            ],
            edge=d.one("", "A smaller sign before a larger one is subtracted."),
            inputs=samples,
        )  # fmt: skip
    if form == 2:
        n = d.name("n number x")
        return Sketch(
            names=["to_roman", "int_to_roman", "roman_numeral", "write_roman", "number_to_roman", "as_roman", "encode_roman", "roman"],  # noqa: E501
            params=[Param(n, "pos")],
            bodies=[
                f"result = ''\nfor value, sign in [(10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I')]:\n    while {n} >= value:\n        result += sign\n        {n} -= value\nreturn result"  # noqa: E501
            ],
            returns="str",
            what=[
                f"the Roman numeral for {n}, a number from 1 to 39",
                f"the integer {n}, which is below 40, in Roman letters",
            ],
            do=[
                f"Write {n}, a number below 40, as a Roman numeral",
                f"Convert {n}, an integer from 1 to 39, to a Roman numeral",
                f"Turn {n}, which is below 40, into the letters X, V and I that stand for it in Roman numerals",
            ],
            sentences=[
                f"How is {n} written in Roman numerals? It is less than 40.",
                f"Given an integer {n} from 1 to 39, return the Roman numeral, such as 'XIV' for 14.",
                f"Express {n} with the Roman signs I, V and X, with IV for 4 and IX for 9. It is at most 39.",
            ],
            draw=lambda e: (e.number(1, 39),),
        )  # fmt: skip
    values = dict(zip(d.random.sample("abcgpsxyz", 3), d.random.sample([1, 2, 3, 5, 10, 20, 50], 3), strict=True))
    said = ", ".join(f"'{k}' for {e}" for k, e in values.items())
    worth = ", ".join(f"'{k}' is {e}" for k, e in values.items())
    other = d.one(0, 0, 1)
    return Sketch(
        names=["sign_total", "value_of_text", "add_values", "count_value", "read_signs", "letter_values", "total_value", "score_text"],  # noqa: E501
        params=[Param(s, "word")],
        bodies=[
            f"values = {values}\nreturn sum(values.get({c}, {other}) for {c} in {s})",
            f"values = {values}\n{t} = 0\nfor {c} in {s}:\n    {t} += values.get({c}, {other})\nreturn {t}",
        ],
        what=[
            f"the total value of {s}, in which {worth} and any other character is {other}",
            f"the sum of what the characters of {s} are worth ({worth}, all others {other})",
        ],
        do=[
            f"Add up the values of the characters of {s}: {said}, and {other} for any other",
            f"Go through {s} and total the worth of its characters: {worth}, any other {other}",
            f"Work out the score of {s}, if {worth} and every other character is {other}",
        ],
        sentences=[
            f"What are the characters of {s} worth in total, if {worth} and every other one is {other}?",
            f"Given {s}, sum the points of its characters: {said}, {other} for all others.",
            f"In {s}, {worth}; all other characters are {other}. Return the total.",
            f"The points are {said}, and {other} for any other character. How many does {s} make?",
        ],
        inputs=[f"'{''.join(values)}'", f"'{next(iter(values)) * 3}'"],
    )  # fmt: skip
