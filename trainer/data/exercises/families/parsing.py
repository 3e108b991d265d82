"""Texts that stand for numbers, pairs and dictionaries."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.number_conditions import number_condition
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _numbers_in(d: Draw) -> Sketch:
    """Numbers parsed from a text with separators."""
    s, x = d.name("text s line string data row"), d.name("x part p token item field")
    separator, said, adjective = d.one(
        (",", "commas", "comma"),
        (" ", "spaces", "space"),
        (";", "semicolons", "semicolon"),
        ("-", "hyphens", "hyphen"),
        ("|", "bars", "bar"),
        ("/", "slashes", "slash"),
    )
    split = f"{s}.split('{separator}')"
    condition = number_condition(d, compound=0, natural=True) if d.chance(0.5) else None
    out = d.name("result out total numbers")
    if condition and condition.params:
        condition = None
    test = f" if {condition.of(f'int({x})')}" if condition else ""
    those = f"the {condition.those(d, 'numbers', '')}" if condition else "the numbers"
    stem = f"_{condition.name}" if condition else ""
    fold, heads, acts, question, names, returns, start = d.one(
        (
            "sum(@)",
            [f"the sum of {those}", f"the total of {those}", f"what you get by adding up {those}"],
            [f"add up {those}", f"sum {those}"],
            f"What do {those} {{}} add up to?",
            "sum_text add_numbers_in sum_numbers_in parse_and_sum sum_parsed total_of_text sum_string add_up_text",
            "int",
            "0",
        ),
        (
            "[@]",
            [f"the list of {those}", f"a list of integers: {those}"],
            [f"turn {those} into a list of integers", f"list {those} as integers"],
            f"What are {those} {{}}? Return a list of integers.",
            "parse_numbers to_ints read_list parse_ints text_to_ints extract_numbers string_to_list ints_from_text",
            "list[int]",
            "[]",
        ),
        (
            "max(@)",
            ["the largest of the numbers", "the greatest number", "the maximum of the numbers", "the biggest number"],
            ["find the largest of the numbers", "return the biggest number"],
            "Which is the largest of the numbers {}?",
            "max_in_text largest_in_text parse_max max_of_string greatest_in_line biggest_number max_parsed",
            "int",
            "",
        ),
        (
            "len([@])",
            [f"the number of {those.removeprefix('the ')}", f"how many {those.removeprefix('the ')} there are"],
            [f"count {those}", f"return how many {those.removeprefix('the ')} it holds"],
            f"How many {those.removeprefix('the ')} are there {{}}?",
            "count_numbers_in count_parsed how_many_numbers count_in_text number_count count_values count_fields_in",
            "int",
            "c",
        ),
    )
    places = [
        f"in {s}, a text of whole numbers separated by {said}",
        f"in {s}, which holds whole numbers with '{separator}' between them",
        f"in the {adjective}-separated string {s}, which consists of whole numbers",
        f"in {s}, a string of whole numbers such as '1{separator}2{separator}3'",
        f"that you get by splitting {s} at the {said} and converting the parts to integers",
    ]
    what = [f"{head} {place}" for head in heads for place in places[:4]]
    if not condition or fold.startswith("max"):
        what += [f"{heads[0]} {places[4]}"] * 2
    sentences = [question.format(place) for place in places[:3]]
    sentences += [
        part
        for act in acts
        for part in (
            f"The string {s} holds whole numbers separated by {said}. {act.capitalize()}.",
            f"Given a string like '1{separator}2{separator}3', {act} in it.".replace(" it holds in it", " it holds"),
        )
    ]
    do = [f"Split {s} at the {said}, turn the parts into integers, and {act}" for act in acts]
    if fold.startswith("max"):
        test, stem = "", ""
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
        what=what,
        do=do,
        sentences=sentences,
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
        one, two = ("1", "2") if number else ("'1'", "'2'")
        kept = "the values are integers" if number else "the values are strings"
        return Sketch(
            names=[
                "parse_pairs",
                "read_settings",
                "text_to_dict",
                "parse_query",
                "string_to_dict",
                "parse_key_values",
                "parse_settings",
                "to_dictionary",
            ],
            params=[Param(s, "text")],
            bodies=[loop],
            returns="dict[str, int]" if number else "dict[str, str]",
            what=[
                f"a dictionary from a text like 'a{k}1{e1}b{k}2'"
                + (" with whole numbers as values" if number else " with texts as values"),
                f"a dict of the pairs in {s}, which look like 'a{k}1' and are separated by '{e1}'; {kept}",
                f"the key-value pairs of {s}, such as 'a{k}1{e1}b{k}2', as a dictionary; {kept}",
                f"{{'a': {one}, 'b': {two}}} for 'a{k}1{e1}b{k}2', and so on for any such text",
            ],
            do=[
                f"Turn a string like 'a{k}1{e1}b{k}2' into the dictionary {{'a': {one}, 'b': {two}}}",
                f"Parse {s}, which has key{k}value pairs separated by '{e1}', into a dict; {kept}",
                f"Split {s} at '{e1}' and each part at '{k}', and build a dictionary from it; {kept}",
            ],
            sentences=[
                f"The string {s} lists pairs such as 'a{k}1', with '{e1}' between them. Make a dict of them; {kept}.",
                f"Given a text like 'a{k}1{e1}b{k}2', map what is before each '{k}' to what is after it; {kept}.",
                f"Read the settings in {s} ('a{k}1{e1}b{k}2') into a dictionary. In it, {kept}.",
            ],
            draw=lambda e: (
                e1.join(
                    f"{c}{k}{e.number(0, 30)}" for c in e.random.sample(("a", "b", "x", "key", "n"), e.number(1, 3))
                ),
            ),
        )
    if form == 1:
        part, place, side = d.one(("before", 0, "left"), ("after", 1, "right"))
        which, other = ("first", "after") if place == 0 else ("second", "before")
        return Sketch(
            names=[
                f"{part}_sign",
                "get_key" if place == 0 else "get_value",
                f"part_{part}",
                f"text_{part}",
                f"get_{part}",
                f"take_{part}",
                f"{part}_separator",
                f"{side}_part",
                f"{side}_of_sign",
            ],
            params=[Param(s, "text")],
            bodies=[
                f"return {s}.split('{k}')[{place}]",
                f"left, right = {s}.split('{k}')\nreturn {'right' if place else 'left'}",
            ],
            returns="str",
            what=[
                f"the part of {s} {part} '{k}', which occurs once",
                f"what stands to the {side} of the only '{k}' in {s}",
                f"the {which} of the two parts that '{k}' divides {s} into",
                f"the {'key' if place == 0 else 'value'} in {s}, which has the form 'key{k}value'",
            ],
            do=[
                f"Return the text {part} the '{k}' in {s}; there is exactly one",
                f"Split {s} at its only '{k}' and return the {which} part",
                f"Pick out what comes {part} the one '{k}' in {s}",
                f"Cut off the '{k}' in {s} and all that is {other} it; '{k}' occurs once",
            ],
            sentences=[
                f"The string {s} contains '{k}' exactly once. Which text is {part} it?",
                f"Given a string like 'a{k}b', give back the '{'a' if place == 0 else 'b'}' part.",
                f"All characters of {s} {part} the single '{k}'.",
            ],
            draw=lambda e: (f"{e.word('name age x key')}{k}{e.word('Tom 3 red abc')}",),
            inputs=[f"'a{k}b'", f"'x{k}12'"],
        )
    if form == 2:
        base, word = d.one((2, "binary"), (16, "hexadecimal"), (8, "octal"))
        n = d.name("n number value")
        digits = {2: "b", 16: "x", 8: "o"}[base]
        short = {2: "bin", 16: "hex", 8: "oct"}[base]
        article = "an" if base == 8 else "a"
        value = d.name("value total number result")
        loop = f"{value} = 0\nfor c in {s}:\n    {value} = {value} * {base} + int(c)\nreturn {value}"
        divide = f"{out} = ''\nwhile {n} > 0:\n    {out} = str({n} % {base}) + {out}\n    {n} //= {base}\nreturn {out}"
        if d.chance(0.5):
            return Sketch(
                names=[
                    f"parse_{word}",
                    f"from_{word}",
                    f"{word}_to_int",
                    f"{word}_to_decimal",
                    f"read_{word}",
                    f"decode_{word}",
                    f"{word}_value",
                    f"{short}_to_int",
                ],
                params=[Param(s, "word")],
                bodies=[f"return int({s}, {base})"] + ([loop] if base != 16 else []),
                what=[
                    f"the number that the {word} digits {s} stand for",
                    f"the value of the {word} number {s} as an integer",
                    f"the integer that {s} represents in base {base}",
                    f"the decimal value of {s}, a string of {word} digits",
                    f"{s}, read as a number in base {base}, as an int",
                ],
                do=[
                    f"Convert {article} {word} string to an integer",
                    f"Turn the base {base} number in {s} into an ordinary integer",
                    f"Parse {s} as {article} {word} number",
                    f"Decode the {word} digits in {s} into an int",
                ],
                sentences=[
                    f"Which number do you get when {s} is read in base {base}?",
                    f"Given a string of {word} digits, work out its value.",
                    f"From base {base}, written in {s}, to an int.",
                ],
                draw=lambda e: (format(e.number(0, 80), digits),),
                inputs=["'101'", "'10'"],
            )
        return Sketch(
            names=[
                f"to_{word}",
                f"{word}_text",
                f"int_to_{word}",
                f"{word}_string",
                f"{word}_digits",
                f"decimal_to_{word}",
                f"in_{word}",
                f"to_{short}_string",
            ],
            params=[Param(n, "pos")],
            bodies=[f"return format({n}, '{digits}')"] + ([divide] if base != 16 else [f"return hex({n})[2:]"]),
            returns="str",
            what=[
                f"the {word} digits of the positive number {n} as a string",
                f"{n}, which is positive, written in base {base}, as a string without a prefix",
                f"the {word} representation of the positive integer {n}, without a prefix",
                f"a string with the base {base} digits of {n}, where {n} is at least 1",
                f"how the positive number {n} is written in {word}, with no '0{digits}' in front",
            ],
            do=[
                f"Convert the positive integer {n} to {article} {word} string without a prefix",
                f"Write the positive number {n} in base {base}, as a string of digits",
                f"Turn a positive number into the string of its {word} digits",
            ],
            sentences=[
                f"What does the positive number {n} look like in {word}? Return just the digits, as a string.",
                f"Given a positive integer, give back its digits in base {base} as a string.",
                f"From an int of at least 1 to a string in base {base}, without '0{digits}' at the start.",
            ],
        )
    if form == 3:
        default = d.one("None", "0", "-1")
        return Sketch(
            names=[
                "to_number",
                "parse_int",
                "int_or_default",
                "safe_int",
                "try_parse_int",
                "read_number",
                "digits_to_int",
                "parse_number",
                "text_to_int",
            ],
            params=[Param(s, "text")],
            bodies=[
                f"if {s}.isdigit():\n    return int({s})\nreturn {default}",
                f"return int({s}) if {s}.isdigit() else {default}",
            ],
            returns="int" + (" | None" if default == "None" else ""),
            what=[
                f"the number in {s} if it consists of digits only",
                f"{s} as an integer if all its characters are digits",
                f"the integer that {s} stands for, provided that it has digits and nothing else",
                f"the value of {s} as an int when it is made up of digits alone",
            ],
            do=[
                f"Convert {s} to an integer if it has digits and no other characters",
                f"Parse {s} as a whole number when every character is a digit and it is not empty",
                "Turn a string into an int if it is made of digits only",
            ],
            sentences=[
                f"If {s} consists of digits only, return the number it stands for.",
                f"Is {s} all digits? Then give back its value as an int.",
                "Given a string of digits only, give back the integer that it spells.",
            ],
            edge=d.one(
                f"Otherwise return {default}.",
                f"Otherwise return {default}.",
                f"If not, return {default}.",
                f"Any other string, even an empty one or one with a minus sign, gives {default}.",
                f"In all other cases the result is {default}.",
            ),
            inputs=["'12'", "'x1'", "'7'", "''"],
            draw=lambda e: (e.one("12", "abc", "3x", "007", "45", "-3", "9 9"),),
        )
    sign = d.one("+", "-", "*")
    op = {"+": "+", "-": "-", "*": "*"}[sign]
    result, act = {
        "+": ("sum", f"add the numbers before and after the '{sign}'"),
        "-": ("difference", f"subtract the number after the '{sign}' from the one before it"),
        "*": ("product", f"multiply the numbers before and after the '{sign}'"),
    }[sign]
    return Sketch(
        names=[
            "evaluate",
            "calculate_text",
            "eval_simple",
            f"evaluate_{result}",
            "evaluate_expression",
            f"{result}_of_text",
            f"parse_{result}",
            "calculate_expression",
            f"text_{result}",
        ],
        params=[Param(s, "word")],
        bodies=[
            f"a, b = {s}.split('{sign}')\nreturn int(a) {op} int(b)",
            f"parts = {s}.split('{sign}')\nreturn int(parts[0]) {op} int(parts[1])",
        ],
        what=[
            f"the value of a text like '3{sign}4'",
            f"the {result} of the two whole numbers in {s}, which looks like '3{sign}4'",
            f"the {result} that is written in {s} as, for example, '12{sign}5'",
            f"what an expression such as '3{sign}4' comes to, as an int",
        ],
        do=[
            f"Return the result of the calculation in {s}, two whole numbers with '{sign}' between them",
            f"Evaluate {s}, an expression of the form 'a{sign}b' with whole numbers a and b",
            f"Work out the {result} in a string like '12{sign}5'",
            f"Split {s} at the only '{sign}' and return the {result} of the two whole numbers",
        ],
        sentences=[
            f"What is the result of an expression like '3{sign}4', given as a string?",
            f"Given a string such as '3{sign}4', {act}.",
            f"The string {s} holds a whole number, '{sign}', and another whole number. {act.capitalize()}.",
        ],
        draw=lambda e: (f"{e.number(0, 30)}{sign}{e.number(0, 20)}",),
    )


FAMILIES = (Family("parsing", ((_numbers_in, 3), (_parse, 3))),)
