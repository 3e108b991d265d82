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
    later = "earlier" if back else "later"
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
            do=[
                f"Move every letter of {s} {places} {way} in the alphabet, {end}",
                f"Shift all letters of {s} {way} by {places}, {end}",
                f"Encrypt {s} with a Caesar cipher, each letter going {places} {way}, {end}",
                f"Replace each letter of {s} by the one {places} {later} in the alphabet, {end}",
            ],
            what=[
                f"a copy of {s} with each letter moved {places} {way} in the alphabet, {end}",
                f"{s} as a Caesar cipher: every letter {places} {later}, {end}",
            ],
            sentences=[
                f"What does {s} become when every letter goes {places} {way} in the alphabet, {end}?",
                f"Given {s}, swap each letter for the one that comes {places} {later}, {end}.",
                f"Go through {s} and push each letter {places} {way}, {end}.",
            ],
            edge=f"There are only {size} letters from '{a}' to '{z}'.",
            draw=lambda e: ("".join(chr(ord(a) + e.number(0, 25)) for _ in range(e.number(1, 5))), *([] if fixed else [e.number(0, 12)])),  # noqa: E501
        )  # fmt: skip
    return Sketch(
        names=["shift_letter", "next_letter" if n == "1" and not back else "move_letter", "shift_char", "advance_letter" if not back else "letter_before", "rotate_letter", "shift_back" if back else "shift_forward", "earlier_letter" if back else "later_letter", "caesar_letter"],  # noqa: E501
        params=[Param(c, "char")] + ([] if fixed else [Param(k, "int")]),
        bodies=[f"position = {index}\nreturn chr(ord('{a}') + position)", f"return chr({index} + ord('{a}'))", f"letters = '{''.join(chr(ord(a) + i) for i in range(26))}'\nreturn letters[(letters.index({c}) {sign} {n}) % 26]"],  # noqa: E501
        returns="str",
        do=[f"Move the {size} letter {c} {way} in the alphabet by {places}, {end}", f"Shift {c}, a {size} letter, {places} {way}, {end}", f"Replace the {size} letter {c} by the one {places} {later} in the alphabet, {end}", f"Find the letter {places} {'before' if back else 'after'} {c}, which is a {size} letter, {end}"],  # noqa: E501
        what=[f"the {size} letter that comes {places} {'before' if back else 'after'} {c}, {end}", f"the {size} letter {c} after a Caesar shift {way} by {places}, {end}"],  # noqa: E501
        sentences=[
            f"Which letter stands {places} {'before' if back else 'after'} the {size} letter {c} in the alphabet, {end}?",  # noqa: E501
            f"Given a {size} letter {c}, go {places} {way} in the alphabet, {end}, and return the letter there.",
            f"Count {places} {way} from the {size} letter {c}, {end}. Which letter is that?",
        ],
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
            names=[
                "letter_position",
                "place_in_alphabet",
                "position_of_letter",
                "letter_number",
                "alphabet_index",
                "letter_to_number",
                "alphabet_position",
                "letter_index",
            ],
            params=[Param(c, "char")],
            bodies=[f"return ord({c}) - ord('a'){plus}", f"return 'abcdefghijklmnopqrstuvwxyz'.index({c}){plus}"],
            what=[
                f"the position of the small letter {c} in the alphabet, {first}",
                f"the number of the small letter {c} in the alphabet, {first}",
                f"the alphabet index of {c}, a small letter, {first}",
            ],
            do=[
                f"Find the place of the small letter {c} in the alphabet, {first}",
                f"Work out which number the small letter {c} has in the alphabet, {first}",
                f"Convert {c}, a lower-case letter, to its position in the alphabet, {first}",
            ],
            sentences=[
                f"At which place of the alphabet does the small letter {c} stand, {first}?",
                f"Where in the alphabet is the small letter {c}? 'a' is {start}, 'b' is {start + 1}, and so on.",
                f"Number the letters 'a' to 'z' from {start} on and return the number of {c}.",
                f"Given a small letter {c}, turn it into a number: {start} for 'a', {start + 25} for 'z'.",
            ],
            inputs=["'a'", "'z'", "'m'"],
        )
    if form == 1:
        minus = f" - {start}" if start else ""
        return Sketch(
            names=[
                "letter_at",
                "nth_letter",
                "number_to_letter",
                "letter_for",
                "letter_from_number",
                "alphabet_letter",
                "position_to_letter",
                "get_letter",
            ],
            params=[Param(n, "pos")],
            bodies=[f"return chr(ord('a') + {n}{minus})", f"return 'abcdefghijklmnopqrstuvwxyz'[{n}{minus}]"],
            returns="str",
            what=[
                f"the small letter at position {n} of the alphabet, {first}",
                f"the small letter whose place in the alphabet is {n}, {first}",
                f"the lower-case letter with the number {n}, {first} and 'z' is {start + 25}",
            ],
            do=[
                f"Find the small letter at place {n} of the alphabet, {first}",
                f"Convert the position {n} in the alphabet to a small letter, {first}",
            ],
            sentences=[
                f"Which small letter has the position {n} in the alphabet, {first}?",
                f"Number the small letters 'a' to 'z' from {start} on: which one gets the number {n}?",
                f"Given a number {n}, turn it into a small letter: {start} gives 'a', {start + 1} gives 'b', and so on.",  # noqa: E501
                f"Go through the lower-case alphabet up to position {n}, {first}, and return the letter there.",
            ],
            draw=lambda e: (e.number(start, 25),),
        )
    s = d.name("word text name s")
    return Sketch(
        names=[
            "word_value",
            "letter_sum",
            "score_word",
            "sum_of_letters",
            "alphabet_sum",
            "word_score",
            "sum_letter_positions",
            "letter_values_total",
        ],
        params=[Param(s, "word")],
        bodies=[
            f"return sum(ord(c) - ord('a'){plus} for c in {s}.lower())",
            f"total = 0\nfor c in {s}.lower():\n    total += ord(c) - ord('a'){plus}\nreturn total",
        ],
        what=[
            f"the sum of the positions of the letters of {s} in the alphabet, ignoring case, {first}",
            f"the total of the alphabet positions of all letters of {s} in lower case, {first}",
            f"the value of {s} when each letter counts as its place in the alphabet, in any case, {first}",
        ],
        do=[
            f"Add up the places in the alphabet of all letters of {s}, {first}, regardless of case",
            f"Turn each letter of {s} into its number in the alphabet, {first}, ignoring case, and add them together",
            f"Work out the sum of the alphabet indices of the letters of {s}, {first}, whatever their case",
        ],
        sentences=[
            f"How much do the letters of {s} add up to if 'a' and 'A' are {start}, 'b' and 'B' {start + 1}, and so on?",
            f"Given {s}, sum its letters, {first}, 'b' is {start + 1} and 'z' is {start + 25}. Capital letters count the same.",  # noqa: E501
            f"Each letter of {s} is worth its position in the alphabet, {first}, ignoring case. What is {s} worth?",
        ],
    )


def _digits_in_text(d: Draw) -> Sketch:
    s, name = text_parameter(d)
    c = d.name(_CHARS)
    total = {
        "what": [
            f"the sum of the digits in {name}",
            f"the total of all digits in {name}",
            f"the sum of all characters of {name} that are digits, as numbers",
        ],
        "do": [
            f"Add up all the digits that appear in {name}",
            f"Sum the digits that occur in {name}",
            f"Pick out the digits of {name} and add them together",
        ],
        "sentences": [
            f"What do the digits in {s} add up to?",
            f"Go through {s} and add every character that is a digit, ignoring all the others.",
            f"Given {s}, sum up its single digits, so that 'a12' has the sum 3.",
        ],
    }
    code, said, names, loop = d.one(
        (
            f"sum(int({c}) for {c} in {s} if {c}.isdigit())",
            total,
            "sum_of_digits digit_sum add_digits sum_digits_in_text add_up_digits digits_sum sum_all_digits get_digit_sum",  # noqa: E501
            "total = 0\n@        total += int({c})\nreturn total",
        ),
        (
            f"sum(int({c}) for {c} in {s} if {c}.isdigit())",
            total,
            "sum_digits total_of_digits digits_total digit_total sum_of_all_digits sum_digit_chars count_up_digits sum_digits_of_string",  # noqa: E501
            "total = 0\n@        total += int({c})\nreturn total",
        ),
        (
            f"max((int({c}) for {c} in {s} if {c}.isdigit()), default=0)",
            {
                "what": [
                    f"the largest digit in {name}",
                    f"the maximum of the digits that occur in {name}",
                    f"the highest digit among the characters of {name}, as an integer",
                ],
                "do": [
                    f"Find the largest digit in {name}",
                    f"Pick out the greatest of the digits in {name}",
                    f"Look for the digit with the highest value in {name}",
                ],
                "sentences": [
                    f"Which is the largest digit in {s}?",
                    f"Given {s}, take the digits in it and return the biggest one as a number.",
                    f"No digit in {s} is greater than the one returned.",
                ],
            },
            "largest_digit max_digit highest_digit biggest_digit greatest_digit find_max_digit maximum_digit top_digit",
            "",
        ),
        (
            f"[int({c}) for {c} in {s} if {c}.isdigit()]",
            {
                "what": [
                    f"the list of the digits in {name} as integers",
                    f"a list of integers, one for each digit in {name}",
                    f"all digits of {name} as a list of numbers, in order",
                ],
                "do": [
                    f"Collect the digits of {name} as a list of integers",
                    f"Extract the digits from {name} into a list of integers",
                    f"Pick out all digits of {name}, converted to integers, in a list",
                ],
                "sentences": [
                    f"Which digits are in {s}? List them as integers, in order and with repeats.",
                    f"Given {s}, turn each character that is a digit into a number and ignore the rest. Return a list.",
                    f"Go through {s} and put every digit into a list, as an integer.",
                ],
            },
            "digits_in extract_digits list_digits get_digits find_digits digit_list collect_digits digits_of",
            "digits = []\n@        digits.append(int({c}))\nreturn digits",
        ),
        (
            f"''.join({c} for {c} in {s} if {c}.isdigit())",
            {
                "what": [
                    f"a string of only the digits in {name}",
                    f"a copy of {s} without the characters that are not digits",
                    f"what is left of {name} when everything except digits is removed",
                ],
                "do": [
                    f"Keep only the digits of {name}",
                    f"Strip out every character of {name} that is not a digit",
                    f"Remove all non-digit characters from {name}",
                    f"Filter {name} down to its digits, giving a string",
                ],
                "sentences": [
                    f"Which digits does {s} contain? Glue them together to a string, in order.",
                    f"Given {s}, throw away everything but the characters '0' to '9'.",
                    f"The digits of {s} as one string.",
                ],
            },
            "only_digits keep_digits strip_non_digits digits_only remove_non_digits filter_digits just_digits extract_digits",  # noqa: E501
            "result = ''\n@        result += {c}\nreturn result",
        ),
    )
    bodies = [f"return {code}"] * 2
    if loop:
        bodies.append(loop.replace("@", f"for {c} in {s}:\n    if {c}.isdigit():\n").replace("{c}", c))
    number = code.startswith(("sum", "max"))
    return Sketch(
        names=names.split(),
        params=[Param(s, "text")],
        bodies=bodies,
        returns="int" if number else "list[int]" if code.startswith("[") else "str",
        **said,
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
            names=[
                f"more_{a.split()[0]}_than_{b.split()[0]}",
                "more_of_first",
                "has_more",
                f"{a.split()[0]}_over_{b.split()[0]}",
                f"{a.split()[0]}_outnumber",
                f"are_more_{a.split()[0]}",
                f"has_more_{a.split()[0]}",
                f"compare_{a.split()[0]}",
            ],
            params=[Param(s, "text")],
            bodies=[f"return {one} > {two}"],
            returns="bool",
            whether=[
                f"{s} has more {a} than {b}",
                f"there are more {a} than {b} in {s}",
                f"the number of {a} in {s} is greater than the number of {b}",
                f"{a} occur more often than {b} in {s}",
                f"the {a} in {s} outnumber the {b}",
                f"{s} contains fewer {b} than {a}",
            ],
            sentences=[
                f"Are there more {a} than {b} in {s}?",
                f"Count the {a} and the {b} in {s}: True if the first count is larger, False if not.",
                f"Given {s}, find out if it has more {a} than {b}. Equal numbers give False.",
            ],
            inputs=["'Ab 1'", "'AEI 22'", "'ABC'", "'hello you'"],
        )
    x, y = f"{a.split()[0]}", "consonants" if "other" in b else b.split()[0]
    loop = f"{x} = {y} = 0\nfor {c} in {s}:\n    if {test_a}:\n        {x} += 1\n    {'elif' if 'other' in b else 'if'} {test_b if 'other' not in b else f'{c}.isalpha()'}:\n        {y} += 1\nreturn {x}, {y}"  # noqa: E501
    split = f"{x} = {one}\n{y} = {two}\nreturn {x}, {y}"
    letters = f"{x} = {one}\nletters = sum(1 for {c} in {s} if {c}.isalpha())\nreturn {x}, letters - {x}"
    return Sketch(
        names=[f"{x}_and_{y}", f"count_{x}_{y}", f"{x}_{y}_counts", "two_counts", "letter_stats", f"count_{x}_and_{y}", f"tally_{x}_{y}", f"num_{x}_{y}"],  # noqa: E501
        params=[Param(s, "text")],
        bodies=[letters, loop, letters] if "other" in b else [split, split, loop],
        returns="tuple[int, int]",
        what=[f"a pair: the number of {a} and the number of {b} in {s}", f"the number of {a} and the number of {b} in {s} as a tuple", f"two counts as a tuple: how many {a} and how many {b} there are in {s}"],  # noqa: E501
        do=[
            f"Count the {a} and the {b} in {s} and return both numbers as a tuple",
            f"Find out how many {a} and how many {b} {s} has, as a tuple in this order",
            f"Tally the {a} in {s} and also the {b}, returning a pair of counts",
        ],
        sentences=[
            f"How many {a} and how many {b} are there in {s}? Return a tuple of the two numbers.",
            f"Given {s}, return a tuple: first its number of {a}, second its number of {b}.",
            f"Go through {s}, count {a} and {b} separately, and give back the two counts.",
        ],
        inputs=["'hello'", "'AEI'", "'b-c!'", "'Ice 9'"],
    )  # fmt: skip


FAMILIES = (Family("letters", ((_shifted, 3), (_place, 2), (_digits_in_text, 2), (_tallies, 2))),)
