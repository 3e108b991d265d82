"""Letters moved along the alphabet, numbered and counted."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import text_parameter
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]

_CHARS = "c char ch letter x"


def _shifted(d: Draw) -> Sketch:
    """A letter so many places further, or a whole word."""
    c, k = d.name("letter letter char c ch"), d.name("steps k n shift offset")
    low = d.chance(0.75)
    a, z, size = ("a", "z", d.one("small", "lower-case")) if low else ("A", "Z", "capital")
    back = d.chance(0.25)
    fixed = str(d.one(1, 1, 2, 3, 5, 13)) if d.chance(0.35) else ""
    n = fixed or k
    sign, way = ("-", "back") if back else ("+", "forward")
    index = f"(ord({c}) - ord('{a}') {sign} {n}) % 26"
    end = d.one(
        f"starting again at '{z}' before '{a}'" if back else f"starting again at '{a}' after '{z}'",
        "wrapping around at the end of the alphabet",
    )
    places = "one place" if n == "1" else f"{n} places"
    draw = (
        (lambda e: (chr(ord(a) + e.number(0, 25)),))
        if fixed
        else (lambda e: (chr(ord(a) + e.number(0, 25)), e.number(-4, 30)))
    )
    if d.chance(0.3):
        s = d.name("text word s message")
        whole = f"''.join(chr({index.replace(f'ord({c})', 'ord(c)')} + ord('{a}')) for c in {s})"
        return Sketch(
            names=["caesar", "encode", "encrypt", "shift_word", "shift_text", "cipher", "move_letters", "rotate_letters"],  # noqa: E501
            params=[Param(s, "word1")] + ([] if fixed else [Param(k, "small")]),
            bodies=[f"return {whole}", f"result = ''\nfor c in {s}:\n    result += chr({index.replace(f'ord({c})', 'ord(c)')} + ord('{a}'))\nreturn result"],  # noqa: E501
            returns="str",
            do=[f"Move every letter of {s} {places} {way} in the alphabet, {end}"],
            edge=f"There are only {size} letters from '{a}' to '{z}'.",
            draw=lambda e: ("".join(chr(ord(a) + e.number(0, 25)) for _ in range(e.number(1, 5))), *([] if fixed else [e.number(0, 12)])),  # noqa: E501
        )  # fmt: skip
    return Sketch(
        names=["shift_letter", "next_letter" if n == "1" and not back else "move_letter", "shift_char", "advance_letter" if not back else "letter_before", "rotate_letter"],  # noqa: E501
        params=[Param(c, "char")] + ([] if fixed else [Param(k, "int")]),
        bodies=[f"position = {index}\nreturn chr(ord('{a}') + position)", f"return chr({index} + ord('{a}'))", f"letters = '{''.join(chr(ord(a) + i) for i in range(26))}'\nreturn letters[(letters.index({c}) {sign} {n}) % 26]"],  # noqa: E501
        returns="str",
        do=[f"Move the {size} letter {c} {way} in the alphabet by {places}, {end}", f"Shift {c}, a {size} letter, {places} {way}, {end}"],  # noqa: E501
        what=[f"the {size} letter that comes {places} {'before' if back else 'after'} {c}, {end}"],
        draw=draw,
    )  # fmt: skip


def _place(d: Draw) -> Sketch:
    """The place of a letter in the alphabet and the letter at a place."""
    c, n = d.name("letter char c ch"), d.name("n position place number k index")
    start = d.one(1, 1, 0)
    plus = f" + {start}" if start else ""
    first = f"where 'a' is {start}"
    form = d.number(0, 2)
    if form == 0:
        return Sketch(
            names=["letter_position", "place_in_alphabet", "position_of_letter", "letter_number", "alphabet_index"],
            params=[Param(c, "char")],
            bodies=[f"return ord({c}) - ord('a'){plus}", f"return 'abcdefghijklmnopqrstuvwxyz'.index({c}){plus}"],
            what=[f"the position of the small letter {c} in the alphabet, {first}"],
            sentences=[f"At which place of the alphabet does the small letter {c} stand, {first}?"],
            inputs=["'a'", "'z'", "'m'"],
        )
    if form == 1:
        minus = f" - {start}" if start else ""
        return Sketch(
            names=["letter_at", "nth_letter", "number_to_letter", "letter_for"],
            params=[Param(n, "pos")],
            bodies=[f"return chr(ord('a') + {n}{minus})", f"return 'abcdefghijklmnopqrstuvwxyz'[{n}{minus}]"],
            returns="str",
            what=[f"the small letter at position {n} of the alphabet, {first}"],
            draw=lambda e: (e.number(start, 25),),
        )
    s = d.name("word text name s")
    return Sketch(names=["word_value", "letter_sum", "score_word", "sum_of_letters", "alphabet_sum"], params=[Param(s, "word")], bodies=[f"return sum(ord(c) - ord('a'){plus} for c in {s}.lower())", f"total = 0\nfor c in {s}.lower():\n    total += ord(c) - ord('a'){plus}\nreturn total"], what=[f"the sum of the positions of the letters of {s} in the alphabet, ignoring case, {first}"], do=[f"Add up the places in the alphabet of all letters of {s}, {first}, regardless of case"])  # fmt: skip  # noqa: E501


def _digits_in_text(d: Draw) -> Sketch:
    s, name = text_parameter(d)
    c = d.name(_CHARS)
    code, said, do, names, loop = d.one(
        (f"sum(int({c}) for {c} in {s} if {c}.isdigit())", "the sum of the digits in {}", "Add up all the digits that appear in {}", "sum_of_digits digit_sum add_digits sum_digits_in_text", "total = 0\n@        total += int({c})\nreturn total"),  # noqa: E501
        (f"sum(int({c}) for {c} in {s} if {c}.isdigit())", "the total of all digits in {}", "Sum the digits that occur in {}", "sum_digits total_of_digits digits_total", "total = 0\n@        total += int({c})\nreturn total"),  # noqa: E501
        (f"max((int({c}) for {c} in {s} if {c}.isdigit()), default=0)", "the largest digit in {}", "Find the largest digit in {}", "largest_digit max_digit", ""),  # noqa: E501
        (f"[int({c}) for {c} in {s} if {c}.isdigit()]", "the list of the digits in {} as integers", "Collect the digits of {} as a list of integers", "digits_in extract_digits list_digits", "digits = []\n@        digits.append(int({c}))\nreturn digits"),  # noqa: E501
        (f"''.join({c} for {c} in {s} if {c}.isdigit())", "a string of only the digits in {}", "Keep only the digits of {}", "only_digits keep_digits", "result = ''\n@        result += {c}\nreturn result"),  # noqa: E501
    )  # fmt: skip
    bodies = [f"return {code}"] * 2
    if loop:
        bodies.append(loop.replace("@", f"for {c} in {s}:\n    if {c}.isdigit():\n").replace("{c}", c))
    number = code.startswith(("sum", "max"))
    return Sketch(
        names=names.split(),
        params=[Param(s, "text")],
        bodies=bodies,
        returns="int" if number else "list[int]" if code.startswith("[") else "str",
        what=[said.format(name)],
        do=[do.format(name)],
        edge=d.one("Text without digits gives 0.", "If there are none, return 0.", "0 if there are no digits.")
        if number
        else "",
        inputs=["'a1b2'", "'room 101'", "'99'", "'abc'"],
    )


def _tallies(d: Draw) -> Sketch:
    """Two counts of a text at once."""
    s = d.name("word text s sentence string phrase")
    kinds = [
        ("vowels", "{c} in 'aeiouAEIOU'"),
        ("capital letters", "{c}.isupper()"),
        ("small letters", "{c}.islower()"),
        ("digits", "{c}.isdigit()"),
        ("letters", "{c}.isalpha()"),
        ("spaces", "{c} == ' '"),
        ("other letters", "{c}.isalpha() and {c}.lower() not in 'aeiou'"),
    ]
    (a, test_a), (b, test_b) = (kinds[0], kinds[6]) if d.chance(0.35) else d.random.sample(kinds[:6], 2)
    c = d.name(_CHARS)
    test_a, test_b = test_a.format(c=c), test_b.format(c=c)
    one, two = f"sum(1 for {c} in {s} if {test_a})", f"sum(1 for {c} in {s} if {test_b})"
    diff = d.chance(0.2)
    if diff and "other" not in b:
        return Sketch(
            names=[f"more_{a.split()[0]}_than_{b.split()[0]}", "more_of_first", "has_more"],
            params=[Param(s, "text")],
            bodies=[f"return {one} > {two}"],
            returns="bool",
            whether=[f"{s} has more {a} than {b}"],
            inputs=["'Ab 1'", "'AEI 22'", "'ABC'", "'hello you'"],
        )
    x, y = f"{a.split()[0]}", "consonants" if "other" in b else b.split()[0]
    loop = f"{x} = {y} = 0\nfor {c} in {s}:\n    if {test_a}:\n        {x} += 1\n    {'elif' if 'other' in b else 'if'} {test_b if 'other' not in b else f'{c}.isalpha()'}:\n        {y} += 1\nreturn {x}, {y}"  # noqa: E501
    split = f"{x} = {one}\n{y} = {two}\nreturn {x}, {y}"
    letters = f"{x} = {one}\nletters = sum(1 for {c} in {s} if {c}.isalpha())\nreturn {x}, letters - {x}"
    return Sketch(
        names=[f"{x}_and_{y}", f"count_{x}_{y}", f"{x}_{y}_counts", "two_counts", "letter_stats"],
        params=[Param(s, "text")],
        bodies=[letters, loop, letters] if "other" in b else [split, split, loop],
        returns="tuple[int, int]",
        what=[f"a pair: the number of {a} and the number of {b} in {s}", f"the number of {a} and the number of {b} in {s} as a tuple"],  # noqa: E501
        do=[f"Count the {a} and the {b} in {s} and return both numbers as a tuple"],
        inputs=["'hello'", "'AEI'", "'b-c!'", "'Ice 9'"],
    )  # fmt: skip


FAMILIES = (Family("letters", ((_shifted, 3), (_place, 2), (_digits_in_text, 2), (_tallies, 2))),)
