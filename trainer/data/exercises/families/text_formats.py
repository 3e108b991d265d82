"""Texts that are read by a simple format, and values that are written in one."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.numbers_in_texts import calculation, numbers_of
from trainer.data.exercises.families.written_numbers import roman, written_number
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


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
            names=["to_text", "format_dict", "join_entries", "write_pairs", "to_query", "dict_to_text", "join_pairs", "serialize"],  # noqa: E501
            params=[Param(m, "counts")],
            bodies=[
                f"return '{outer}'.join(f'{{{k}}}{inner}{{{v}}}' for {k}, {v} in {m}.items())",
                f"parts = []\nfor {k}, {v} in {m}.items():\n    parts.append({k} + '{inner}' + str({v}))\nreturn '{outer}'.join(parts)",  # noqa: E501
            ],
            returns="str",
            do=[
                f"Write the entries of {m} as a text like '{shown}'",
                f"Join the entries of {m} to a text of the form '{shown}'",
                f"Turn the dictionary {m} into a string such as '{shown}'",
                f"Glue together the keys and values of {m}, in their order, as in '{shown}'",
            ],
            what=[
                f"one string with all entries of {m}, in the format '{shown}'",
                f"{m} as text: each key, '{inner}' and its value, the entries separated by '{outer}'",
            ],
            sentences=[
                f"Each key of {m} is followed by '{inner}' and its value; put '{outer}' between the entries.",
                f"Given a dictionary {m}, write it on one line that looks like '{shown}'.",
                f"How is {m} written in the form '{shown}'?",
            ],
        )  # fmt: skip
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
    if number:
        do = [
            f"Parse text such as '{shown}' into a dictionary with {kind} as values",
            f"Turn {s}, for example '{shown}', into a dictionary from strings to {kind}",
            f"Split {s} at '{outer}' and each part at '{inner}' to make a dictionary whose values are {kind}",
        ]
    else:
        do = [
            f"Split text such as '{shown}' into a dictionary of {kind}",
            f"Turn {s}, for example '{shown}', into a dictionary",
            f"Split {s} at '{outer}' and each part at '{inner}' to make a dictionary of {kind}",
        ]
    values = "integers" if number else "texts"
    return Sketch(
        names=["parse_key_value", "parse_settings", "read_pairs", "text_to_dict", "parse_pairs", "to_dict", "parse_query", "split_pairs"],  # noqa: E501
        params=[Param(s, "word")],
        bodies=bodies,
        returns="dict[str, int]" if number else "dict[str, str]",
        what=[
            f"a dictionary of the keys and values in {s}, which looks like '{shown}', with {values} as values",
            f"the keys of a string like '{shown}' with their values as {kind}, in a dictionary",
        ],
        do=do,
        sentences=[
            f"{s} has entries separated by '{outer}', each a key, '{inner}' and a value. Make a dict with {kind} as values.",  # noqa: E501
            f"Given a string in the form '{shown}', return a dictionary of its keys and values, the values as {kind}.",
            f"Which {kind} belong to which keys in a text like '{shown}'? Give back a dictionary.",
            f"Read the pairs in {s}, such as '{shown}', and store each value as {'an integer' if number else 'a string'} under its key.",  # noqa: E501
        ],
        edge=d.one("Empty text gives an empty dictionary.", "An empty text means an empty dictionary."),
        inputs=[repr(x.replace("=", inner).replace(";", outer)) for x in samples] + ["''"],
    )  # fmt: skip


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
    end, said_end = (f" ({{{v}}})", ", then a space and the value in parentheses") if number else ("", "")
    line = f"f'{{{k}}}{sep}{{\"{star}\" * {v}}}{end}'"
    if form < 3:
        text = d.chance(0.2)
        call = f"'\\n'.join({line} for {k}, {v} in {m}.items())" if text else f"[{line} for {k}, {v} in {m}.items()]"
        loop = f"lines = []\nfor {k}, {v} in {m}.items():\n    lines.append({k} + '{sep}' + '{star}' * {v}{f' + f{chr(39)}{end}{chr(39)}' if number else ''})\nreturn {chr(39) + chr(92) + 'n' + chr(39) + '.join(lines)' if text else 'lines'}"  # noqa: E501
        return Sketch(
            names=[
                "bar_chart",
                "chart_lines",
                "draw_bars",
                "text_chart",
                "histogram",
                "bars",
                "make_chart",
                "plot_lines",
            ],
            params=[Param(m, "amounts")],
            bodies=[f"return {call}", loop],
            returns="str" if text else "list[str]",
            do=[
                f"Make a line of text for each entry of {m}: the key, {said} and as many {many} as the value says{said_end}"  # noqa: E501
            ]
            + [
                f"Draw a bar chart of {m}, a line per entry: the key, {said} and as many '{star}' as its value{said_end}"  # noqa: E501
            ]
            + (
                []
                if text
                else [f"List a line per entry of {m} with the key, {said} and value times '{star}'{said_end}"]
            ),
            sentences=[
                f"One line of text per entry of {m}: the key, {said} and as many {many} as its value{said_end}.",
                f"Given a dictionary {m}, show every value as a bar. Each line has the key, {said} and that many {many}{said_end}.",  # noqa: E501
                f"How do the entries of {m} look as bars? Write per line: key, {said}, '{star}' repeated value times{said_end}.",  # noqa: E501
                f"For each key of {m}, a line with the key, {said} and one '{star}' for each unit of its value{said_end}.",  # noqa: E501
                f"Go through {m} and put into each line a key, {said} and '{star}' as often as its value{said_end}.",
            ],
            edge="Join the lines with line ends." if text else "",
            inputs=["{'a': 3}", "{}", "{'x': 0}", "{'p': 1, 'q': 2}"],
        )
    xs = d.name("numbers heights sizes")
    width = d.number(4, 9)
    if form == 3:
        return Sketch(
            names=["bars", "draw_numbers", "sign_lines", "number_bars", "draw_bars", "bar_lines", "make_bars", "to_bars"]  # noqa: E501
            + (["star_lines"] if star == "*" else []),
            params=[Param(xs, "nats")],
            bodies=[
                f"return ['{star}' * n for n in {xs}]",
                f"lines = []\nfor n in {xs}:\n    lines.append('{star}' * n)\nreturn lines",
            ],
            returns="list[str]",
            do=[
                f"Make a string of {many} for each of {xs}, as long as the number says",
                f"Turn each number in {xs} into a string of that many {many}",
                f"Draw a bar of {many} for every number of {xs}, and list the bars",
            ],
            what=[
                f"a list of strings of {many}, as long as the numbers in {xs} say",
                f"the list of bars of {many} whose lengths are the numbers in {xs}",
            ],
            sentences=[
                f"For each number n in {xs}, the string '{star}' repeated n times, in a list.",
                f"Given the lengths {xs}, return a list of bars made of '{star}'.",
                f"What do the numbers in {xs} look like as bars of {many}? Return a string for each.",
                f"Replace every number in {xs} by that many {many} in a row.",
            ],
            inputs=["[3, 0, 1]", "[2]", "[5, 4]"],
        )  # fmt: skip
    n = d.name("done n filled")
    return Sketch(
        names=["progress_bar", "progress", "show_progress", "meter", "draw_progress", "bar", "loading_bar", "fill_bar"],
        params=[Param(n, "small")],
        bodies=[
            f"return '[' + '{star}' * {n} + ' ' * ({width} - {n}) + ']'",
            f"bar = '{star}' * {n}\nreturn '[' + bar.ljust({width}) + ']'",
        ],
        returns="str",
        what=[
            f"the text of a progress bar: {n} {many} and spaces up to {width}, between '[' and ']'",
            f"a string of '[', then {n} {many} filled up with spaces to {width}, and ']'",
        ],
        do=[
            f"Draw a bar in square brackets: {n} {many}, filled up with spaces to {width}",
            f"Show {n} of {width} steps as a bar in square brackets, with {many} for those done and spaces for the others",  # noqa: E501
            f"Put {n} {many}, padded with spaces on the right to {width}, between '[' and ']'",
        ],
        sentences=[
            f"Given {n}, return '[', that many {many}, spaces up to {width} characters, and ']'.",
            f"A progress bar of width {width} in square brackets, with {n} {many} at the left and spaces after them.",
            f"What does a bar of {width} places look like in square brackets, if {n} of them are {many} and the rest spaces?",  # noqa: E501
            f"The first {n} of {width} places hold '{star}', the others a space, and '[' and ']' go around them.",
        ],
    )


FAMILIES = (
    Family(
        "text_formats",
        ((_key_values, 3), (numbers_of, 3), (written_number, 4), (calculation, 2), (_charts, 2), (roman, 1)),
    ),
)
