"""Operations on whole strings, and strings joined."""

from __future__ import annotations

import re

from trainer.data.exercises.conditions import word_condition
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import text_parameter
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.sources import Source, words
from trainer.data.exercises.transforms import word_transform

__all__ = ["FAMILIES"]


def _whole(d: Draw) -> Sketch:
    """One operation on a whole string."""
    s, name = text_parameter(d)
    k = str(d.number(2, 5))
    params = [Param(s, "text")]
    if d.chance(0.4):
        k = d.name("n k times count")
        params.append(Param(k, "smallpos"))
    stem = k if k.isdigit() else "n"
    a, b = d.random.sample("aeiolnrst", 2)
    mark = d.one("!", "?", "...", "-", "*", ".")
    out, c, i = d.name("result out reversed_text new"), d.name("c char ch"), d.name("i j index")
    code, said, names, extra = d.one(
        (
            f"{s}[::-1]",
            f"{name} reversed",
            "reverse_text backwards flip_string reverse_chars mirror_text",
            [f"{out} = ''\nfor {c} in {s}:\n    {out} = {c} + {out}\nreturn {out}", f"return ''.join(reversed({s}))"],
        ),
        (
            f"{s}[::-1]",
            f"{name} with its characters in reverse order",
            "reverse_order invert_string",
            [f"{out} = ''\nfor {i} in range(len({s}) - 1, -1, -1):\n    {out} += {s}[{i}]\nreturn {out}"],
        ),
        (f"{s}.upper()", f"{name} in upper case", "to_upper shout make_uppercase", []),
        (f"{s}.lower()", f"{name} in lower case", "to_lower make_lowercase", []),
        (
            f"{s}.capitalize()",
            f"{name} with its first character in upper case and the rest in lower case",
            "capitalize_text",
            [],
        ),
        (
            f"{s}.swapcase()",
            f"{name} with upper and lower case swapped",
            "swap_case toggle_case",
            [f"return ''.join({c}.lower() if {c}.isupper() else {c}.upper() for {c} in {s})"],
        ),
        (f"{s}.strip()", f"{name} without spaces at its ends", "trim strip_text", []),
        (f"{s}.title()", f"{name} with every word in title case", "title_case", []),
        (
            f"len({s})",
            f"the number of characters of {name}",
            "text_length count_chars length_of",
            [f"{out} = 0\nfor {c} in {s}:\n    {out} += 1\nreturn {out}"],
        ),
        (
            f"{s} * {k}",
            f"{name} repeated {k} times",
            "repeat_text repeat",
            [f"{out} = ''\nfor {i} in range({k}):\n    {out} += {s}\nreturn {out}"],
        ),
        (f"{s}[:{k}]", f"the first {k} characters of {name}", f"first_{stem}_chars prefix_of", []),
        (f"{s}[-{k}:]", f"the last {k} characters of {name}", f"last_{stem}_chars suffix_of", []),
        (f"{s}[{k}:]", f"{name} without its first {k} characters", f"drop_{stem}_chars", []),
        (f"{s}[::{k}]", f"every {k}-th character of {name}, starting with the first", "every_nth_char skip_chars", []),
        (
            f"{s}.replace('{a}', '{b}')",
            f"{name} with every '{a}' replaced by '{b}'",
            f"replace_{a}_with_{b} replace_{a}",
            [
                f"return ''.join('{b}' if {c} == '{a}' else {c} for {c} in {s})",
                f"{out} = ''\nfor {c} in {s}:\n    if {c} == '{a}':\n        {out} += '{b}'\n    else:\n        {out} += {c}\nreturn {out}",  # noqa: E501
            ],
        ),
        (f"{s} + '{mark}'", f"{name} followed by '{mark}'", "add_mark append_mark", []),
        (f"{s}.replace(' ', '{b}')", f"{name} with every space replaced by '{b}'", "replace_spaces fill_spaces", []),
        (f"{s} + {s}[::-1]", f"{name} followed by its reverse", "make_palindrome mirror", []),
        (
            f"''.join({c} * {k} for {c} in {s})",
            f"{name} with each character repeated {k} times",
            "stretch repeat_chars multiply_chars",
            [f"{out} = ''\nfor {c} in {s}:\n    {out} += {c} * {k}\nreturn {out}"],
        ),
        (
            f"list({s})",
            f"the list of the characters of {name}",
            "to_chars split_chars",
            [f"return [{c} for {c} in {s}]"],
        ),
        (f"''.join(sorted({s}))", f"{name} with its characters in ascending order", "sort_chars sorted_text", []),
        (f"{s}[1:-1]", f"{name} without its first and last character", "inner_text trim_ends", []),
        (f"'-'.join({s})", f"the characters of {name} joined by '-'", "dash_chars", []),
        (
            f"''.join(sorted({s}, reverse=True))",
            f"{name} with its characters in descending order",
            "sort_chars_down",
            [],
        ),
        (f"[ord({c}) for {c} in {s}]", f"the list of the character codes of {name}", "char_codes ordinals", []),
        (f"{s}[::-1].upper()", f"{name} reversed and in upper case", "reverse_upper", []),
        (f"{s}[::-1].lower()", f"{name} reversed and in lower case", "reverse_lower", []),
        (
            f"''.join(chr(ord({c}) + 1) for {c} in {s})",
            f"{name} with each character replaced by the one with the next code",
            "shift_chars next_chars",
            [],
        ),
        (
            f"{s}.count(' ')",
            f"the number of spaces in {name}",
            "count_blanks",
            [f"{out} = 0\nfor {c} in {s}:\n    if {c} == ' ':\n        {out} += 1\nreturn {out}"],
        ),
        (f"{s}[1:] + {s}[:1]", f"{name} with its first character moved to the end", "rotate_text", []),
        (
            f"''.join({c} for {i}, {c} in enumerate({s}) if {i} % 2 == 0)",
            f"the characters of {name} at even indices",
            "even_chars alternate_chars",
            [f"return {s}[::2]"],
        ),
        (
            f"''.join({c} for {c} in {s} if {c} != ' ')",
            f"{name} without spaces",
            "remove_blanks squeeze",
            [f"return {s}.replace(' ', '')"],
        ),
    )
    used = params if re.search(rf"(?<![.'])\b{k}\b", code) else params[:1]
    returns = (
        "int"
        if code.startswith("len") or ".count(" in code
        else "list[int]"
        if "ord(" in code and code.startswith("[")
        else "list[str]"
        if code.startswith("list")
        else "str"
    )
    do = [f"Reverse {name}"] if code.endswith("[::-1]") and "+" not in code else []
    return Sketch(
        names=names.split(), params=used, bodies=[f"return {code}", *extra], returns=returns, what=[said], do=do
    )


def _joining(d: Draw) -> Sketch:
    source = words(d) if d.chance(0.75) else Source(*_int_list(d))
    xs, w = source.code, source.element
    separator, said = d.one(
        ("', '", "', '"),
        ("' '", "a space"),
        ("'-'", "'-'"),
        ("''", ""),
        ("','", "','"),
        ("' and '", "' and '"),
        ("'/'", "'/'"),
        ("'_'", "'_'"),
        ("'; '", "'; '"),
    )
    params = list(source.params)
    if d.chance(0.35):
        separator = said = d.name("separator sep delimiter glue joiner")
        params.append(Param(separator, "char"))
    transform = word_transform(d) if source.of == "word" and d.chance(0.4) else None
    condition = word_condition(d) if source.of == "word" and d.chance(0.3) else None
    if transform and transform.returns != "str":
        transform = None
    value = transform.of(w) if transform else w if source.of == "word" else f"str({w})"
    params += (list(transform.params) if transform else []) + (list(condition.params) if condition else [])
    test = f" if {condition.of(w)}" if condition else ""
    each = f"{value} for {w} in {xs}{test}" if value != w or test else xs
    those = (
        "the " + condition.those(d, source.many, " of " + xs)
        if condition
        else d.one(f"the {source.many} of {xs}", f"the {source.many}{source.where}")
    )
    phrase = transform.phrase(d, those) if transform else those
    by = f"joined by {said}" if said else "joined without a separator"
    parts, out = d.name("parts pieces texts"), d.name("result out")
    bodies = [
        f"return {separator}.join({each})",
        f"{parts} = [{each}]\nreturn {separator}.join({parts})" if each != xs else f"return {separator}.join({xs})",
    ]
    if separator == "''":
        bodies.append(
            f"{out} = ''\nfor {w} in {xs}:\n"
            + (f"    if {condition.of(w)}:\n        {out} += {value}\n" if condition else f"    {out} += {value}\n")
            + f"return {out}"
        )
    return Sketch(
        names=["join_" + source.many, "concat", "join_all", "combine", "join_with", f"{source.many}_to_text"],
        params=params,
        bodies=bodies,
        returns="str",
        what=[f"{phrase}, {by}", f"a string of {phrase}, {by}"],
        do=[f"Join {phrase} with {said}" if said else f"Concatenate {phrase}"] if not transform else [],
    )


def _int_list(d: Draw) -> tuple:
    xs = d.name("numbers nums values items")
    return xs, d.name("n x number value"), "number", "numbers", f" of {xs}", "int", "numbers", (Param(xs, "ints"),)


FAMILIES = (
    Family("strings", ((_whole, 1),)),
    Family("joining", ((_joining, 1),)),
)
