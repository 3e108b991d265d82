"""Texts and values that must fulfil rules."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.folds import truth
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]


def _listed(parts: list[str]) -> str:
    """The parts as one phrase, with commas and "and"."""
    return ", ".join(parts[:-1]) + (" and " if len(parts) > 1 else "") + parts[-1]


def _valid(d: Draw) -> Sketch:
    """Whether a text or number fulfils several rules."""
    s = d.name("password text code name s username pin token")
    c = d.name("c ch char")
    k, top = d.number(3, 7), d.number(8, 14)
    mark = d.one("@", "-", "_", ".", "#")
    rules = [
        (
            f"len({s}) >= {k}",
            f"len({s}) < {k}",
            [f"has at least {k} characters", f"is at least {k} characters long", f"has {k} or more characters"],
        ),
        (
            f"len({s}) <= {top}",
            f"len({s}) > {top}",
            [f"has at most {top} characters", f"is no longer than {top} characters", f"has {top} characters or fewer"],
        ),
        (
            f"any({c}.isdigit() for {c} in {s})",
            f"not any({c}.isdigit() for {c} in {s})",
            ["contains a digit", "has at least one digit", "includes one or more digits"],
        ),
        (
            f"any({c}.isupper() for {c} in {s})",
            f"not any({c}.isupper() for {c} in {s})",
            ["contains an uppercase letter", "has at least one capital letter", "includes some upper-case letter"],
        ),
        (f"' ' not in {s}", f"' ' in {s}", ["contains no space", "has no spaces in it", "is free of spaces"]),
        (
            f"'{mark}' in {s}",
            f"'{mark}' not in {s}",
            [f"contains '{mark}'", f"has at least one '{mark}' in it", f"includes the character '{mark}'"],
        ),
        (
            f"{s}[:1].isalpha()",
            f"not {s}[:1].isalpha()",
            ["starts with a letter", "begins with a letter", "has a letter as its first character"],
        ),
        (
            f"any({c}.islower() for {c} in {s})",
            f"not any({c}.islower() for {c} in {s})",
            ["contains a lowercase letter", "has at least one small letter", "includes some lower-case letter"],
        ),
        (
            f"not {s}.isdigit()",
            f"{s}.isdigit()",
            ["does not consist of digits only", "is not made up of digits alone", "isn't just a row of digits"],
        ),
        (
            f"{s}.count('{mark}') == 1",
            f"{s}.count('{mark}') != 1",
            [f"contains '{mark}' exactly once", f"has exactly one '{mark}'", f"includes '{mark}' once and only once"],
        ),
    ]
    chosen = d.random.sample(rules, d.number(1, 3))
    test = " and ".join(rule[0] for rule in chosen)
    ladder = "".join(f"if {rule[1]}:\n    return False\n" for rule in chosen) + "return True"
    said, also, more = (_listed([rule[2][way] for rule in chosen]) for way in range(3))
    noun = "string" if s == "s" else s
    return Sketch(
        names=[
            "is_valid",
            f"valid_{s}",
            f"check_{s}",
            f"is_valid_{s}",
            "accept",
            f"validate_{s}",
            f"{s}_is_valid",
            f"is_{s}_ok",
            f"accept_{s}",
            "follows_rules",
        ],
        params=[Param(s, "text")],
        bodies=[f"return {test}", ladder, ladder],
        returns="bool",
        whether=[
            f"{s} {said}",
            f"{s} {also}",
            f"{s} {more}",
            f"{s} is valid, which means that it {said}",
            f"the {noun} {also}",
            f"the given {noun} {more}",
        ],
        sentences=[
            f"Is the {noun} valid? It is if it {said}.",
            f"Accept the {noun} only if it {also}.",
            f"True only for a {noun} that {more}.",
            f"Validate {s}: a {noun} is good if it {said}, else it is rejected.",
            f"A valid {noun} {also}. Tell if {s} is valid.",
            f"Given a {noun}, decide if it {more}.",
        ],
        inputs=[f"'Ab{mark}1'", "'abc def'", f"'hello{mark}World12'", "'Secret123'", "'12345678'"],
    )


def _ranged(d: Draw) -> Sketch:
    values, name = (
        d.one("day month", "row column", "hour minute", "x y", "age height").split(),
        d.name("values numbers data items readings"),
    )
    a, b = values
    limits = [(low := d.number(0, 2), low + d.number(4, 20)) for _ in range(2)]
    form = d.number(0, 3)
    (low, high), (least, most) = limits
    if form == 0:
        test = f"{limits[0][0]} <= {a} <= {limits[0][1]} and {limits[1][0]} <= {b} <= {limits[1][1]}"
        return Sketch(
            names=[
                f"valid_{a}",
                f"is_valid_{a}_{b}",
                f"check_{a}_{b}",
                f"validate_{a}_{b}",
                f"{a}_and_{b}_ok",
                f"{a}_{b}_in_range",
                "both_in_range",
                "within_limits",
            ],
            params=[Param(a, "nat"), Param(b, "nat")],
            bodies=truth(d, test),
            returns="bool",
            whether=[
                f"{a} is from {low} to {high} and {b} is from {least} to {most}",
                f"{a} is between {low} and {high} and {b} between {least} and {most}, ends included",
                f"{a} is at least {low} and at most {high}, and {b} at least {least} and at most {most}",
                f"{a} lies in the range {low} to {high} and {b} in the range {least} to {most} (inclusive)",
                f"neither {a} is outside {low} to {high} nor {b} outside {least} to {most}",
                f"{a} is one of the numbers from {low} to {high} and {b} one of those from {least} to {most}",
            ],
            sentences=[
                f"Are both in range, {a} from {low} to {high} and {b} from {least} to {most}?",
                f"Is {low} <= {a} <= {high} and {least} <= {b} <= {most}?",
                f"Return False if {a} is not from {low} to {high} or {b} is not from {least} to {most}, else True.",
                f"Accept {a} and {b} only if they are within {low} to {high} and {least} to {most}, inclusive.",
                f"Given {a} and {b}, check the limits: {low} to {high} for {a}, {least} to {most} for {b}.",
            ],
            inputs=[
                f"{limits[0][0]}, {limits[1][1]}",
                f"{limits[0][1]}, {limits[1][1]}",
                f"{limits[0][1] + 1}, {limits[1][0]}",
            ],
        )
    if form == 1:
        return Sketch(
            names=[
                "all_in_range",
                "values_valid",
                "check_values",
                "all_within",
                "in_bounds",
                "all_valid",
                f"validate_{name}",
                "none_out_of_range",
            ],
            params=[Param(name, "nats")],
            bodies=[
                f"return all({low} <= v <= {high} for v in {name})",
                f"for v in {name}:\n    if v < {low} or v > {high}:\n        return False\nreturn True",
            ],
            returns="bool",
            whether=[
                f"all {name} are from {low} to {high}",
                f"every number in {name} is between {low} and {high} inclusive",
                f"each element of {name} is at least {low} and at most {high}",
                f"no number in {name} is less than {low} or greater than {high}",
                f"none of the {name} lies outside the range {low} to {high}",
                f"the whole list {name} stays within {low} to {high}, both included",
            ],
            sentences=[
                f"Are all the {name} in the range from {low} to {high}?",
                f"Is every number in {name} >= {low} and <= {high}?",
                f"Return False as soon as a number in {name} is below {low} or above {high}, otherwise True.",
                f"Go through {name} and tell if they all lie from {low} to {high}, ends included.",
                f"Make sure that nothing in {name} is under {low} or over {high}: True if so.",
            ],
            inputs=[f"[{low}, {high}]", f"[{high + 1}]", f"[{low + 1}]"],
        )
    if form == 2:
        open_, close = d.one(("(", ")"), ("[", "]"), ("<", ">"))
        s, depth, c = d.name("text s line"), d.name("depth level open_count"), d.name("c ch")
        balanced = f"{depth} = 0\nfor {c} in {s}:\n    if {c} == '{open_}':\n        {depth} += 1\n    elif {c} == '{close}':\n        {depth} -= 1\n        if {depth} < 0:\n            return False\nreturn {depth} == 0"  # noqa: E501
        deepest = f"{depth} = 0\nbest = 0\nfor {c} in {s}:\n    if {c} == '{open_}':\n        {depth} += 1\n        best = max(best, {depth})\n    elif {c} == '{close}':\n        {depth} -= 1\nreturn best"  # noqa: E501
        samples = [
            repr(text.replace("(", open_).replace(")", close))
            for text in ("", "()", "(()", ")(", "(a(b))", "a)", "()()")
        ]
        return d.one(
            Sketch(
                names=[
                    "is_balanced",
                    "brackets_match",
                    "balanced",
                    "check_brackets",
                    "brackets_balanced",
                    "valid_brackets",
                    "well_nested",
                    "is_well_formed",
                ],
                params=[Param(s, "text")],
                bodies=[balanced],
                returns="bool",
                whether=[
                    f"each '{open_}' in {s} is closed by a later '{close}' and none is closed too early",
                    f"the brackets '{open_}' and '{close}' in {s} are balanced",
                    f"every '{open_}' in {s} has a matching '{close}' after it, and every '{close}' a '{open_}' before",
                    f"the '{open_}' and '{close}' in {s} are properly nested, whatever else it contains",
                    f"{s} has no unmatched '{open_}' or '{close}'",
                    f"{s} is balanced: no '{close}' comes before its '{open_}' and no '{open_}' stays open",
                ],
                sentences=[
                    f"Are the '{open_}' and '{close}' in {s} balanced? Ignore all other characters.",
                    f"Does each '{open_}' in {s} pair up with a '{close}' that comes later, with none left over?",
                    f"Bracket check for {s}: a missing '{close}' or a '{close}' too early or too many gives False.",
                    f"Match each '{close}' in {s} with an earlier '{open_}' and tell if nothing stays unmatched.",
                ],
                inputs=samples,
            ),
            Sketch(
                names=[
                    "max_depth",
                    "nesting_depth",
                    "deepest_nesting",
                    "bracket_depth",
                    "max_open",
                    "depth_of_nesting",
                    "most_open_at_once",
                    "deepest_level",
                ],
                params=[Param(s, "text")],
                bodies=[deepest],
                what=[
                    f"the largest number of '{open_}' in {s} that are open at a time, where '{close}' closes one",
                    f"how deep '{open_}' and '{close}' are nested in {s} at most",
                    f"the maximum nesting depth in {s}, where '{open_}' goes one level deeper and '{close}' one back",
                    f"the deepest level of nesting that the brackets '{open_}' and '{close}' in {s} reach",
                    f"the maximum of the number of '{open_}' minus the number of '{close}' so far, going through {s}",
                    f"the highest level reached in {s} when '{open_}' adds 1 and '{close}' takes 1 away, from 0",
                ],
                sentences=[
                    f"How deep do the brackets '{open_}' and '{close}' go in {s}? No brackets at all give 0.",
                    f"How many '{open_}' are open at once in {s}, at most? Each '{close}' closes one.",
                    f"Go through {s}, one level up at '{open_}' and one down at '{close}'; return the highest level.",
                    f"Work out the depth of the deepest '{open_}' in {s}, with '{close}' ending a level.",
                ],
                inputs=samples,
            ),
            Sketch(
                names=[
                    "same_count",
                    "equal_brackets",
                    "as_many_open_as_closed",
                    "equal_counts",
                    "counts_match",
                    "same_number",
                    "bracket_counts_equal",
                    "equally_many",
                ],
                params=[Param(s, "text")],
                bodies=truth(d, f"{s}.count('{open_}') == {s}.count('{close}')"),
                returns="bool",
                whether=[
                    f"{s} contains as many '{open_}' as '{close}'",
                    f"the number of '{open_}' in {s} equals the number of '{close}'",
                    f"'{open_}' and '{close}' occur equally often in {s}",
                    f"{s} has the same number of '{open_}' and '{close}', in any order",
                    f"'{open_}' appears exactly as many times as '{close}' in {s}",
                    f"there are neither more '{open_}' than '{close}' in {s} nor fewer",
                ],
                sentences=[
                    f"Are there as many '{open_}' as '{close}' in {s}? Their order does not matter.",
                    f"Count '{open_}' and '{close}' in {s} and tell if the counts are equal.",
                    f"Does {s} have equally many '{open_}' and '{close}', wherever they are?",
                    f"True if {s} has one '{close}' for every '{open_}' and no more, no matter where.",
                ],
                inputs=samples,
            ),
        )
    x = d.name("value x item v")
    check, said, inputs = d.one(
        (
            f"{x} is not None and {x} > {low}",
            [
                f"{x} is not None and greater than {low}",
                f"{x} is given (not None) and more than {low}",
                f"{x} is a number above {low} and not None",
                f"{x} is neither None nor {low} or less",
                f"{x} exceeds {low}, where None never does",
                f"there is a value in {x}, not None, and it is larger than {low}",
                f"Is {x} bigger than {low}? None is not.",
                f"None gives False; any other {x} is compared with {low}: True if it is greater.",
                f"Return False for None and for {low} or less, otherwise True.",
            ],
            ["None", str(low), str(low + 1)],
        ),
        (
            f"isinstance({x}, int)",
            [
                f"{x} is an int",
                f"{x} is an integer",
                f"the type of {x} is int (or a subclass)",
                f"{x} is an instance of int",
                f"{x} is of the integer type",
                f"{x} is a whole number, stored as an int",
                f"Is {x} an int?",
                "True for ints, False for values of other types such as str or float.",
                f"Look at the type of {x} and tell if it is an integer.",
            ],
            ["1", "'a'", "1.5", "[]"],
        ),
        (
            f"isinstance({x}, str)",
            [
                f"{x} is a str",
                f"{x} is a string",
                f"the type of {x} is str (or a subclass)",
                f"{x} is an instance of str",
                f"{x} is text, that is, a str",
                f"{x} is a string, empty or not",
                f"Is {x} a string?",
                "True for strings, False for values of all other types.",
                f"Look at the type of {x} and tell if it is str.",
            ],
            ["1", "'a'", "''", "[]"],
        ),
        (
            f"isinstance({x}, str) and {x} != ''",
            [
                f"{x} is a non-empty str",
                f"{x} is a string and not empty",
                f"{x} is a str with at least one character",
                f"{x} is of type str and differs from the empty string",
                f"{x} is an instance of str and has some characters in it",
                f"{x} is a string other than ''",
                f"Is {x} a string that is not empty?",
                "False for the empty string and for everything that is not a string, else True.",
                f"Make sure that {x} is text and that there is something in it: True if so.",
            ],
            ["1", "'a'", "''", "None"],
        ),
        (
            f"{x} is None",
            [
                f"{x} is None",
                f"{x} is the None object",
                f"{x} has been given as None",
                f"{x} is nothing but None (0 and empty values are not)",
                f"nothing is given, that is, {x} is None",
                f"{x} is missing: None and not any other value",
                f"Is {x} None?",
                "True for None only, False for any other value, even 0.",
                f"Tell None apart from all other values: True if {x} is None.",
            ],
            ["None", "0", "1"],
        ),
        (
            f"isinstance({x}, list)",
            [
                f"{x} is a list",
                f"{x} is an instance of list",
                f"the type of {x} is list (or a subclass)",
                f"{x} is a list, empty or not",
                f"{x} is a Python list and not some other kind of value",
                f"{x} is of type list",
                f"Is {x} a list?",
                "True for lists, False for values of all other types.",
                f"Look at the type of {x} and tell if it is list.",
            ],
            ["[]", "1", "'a'", "[1]"],
        ),
    )
    return Sketch(
        names=[
            "is_ok",
            "validate",
            "check_value",
            "is_acceptable",
            "is_valid",
            "is_allowed",
            f"check_{x}",
            "passes_check",
        ],
        params=[Param(x, "any")],
        bodies=truth(d, check),
        returns="bool",
        whether=[text for text in said if text[-1] not in ".?"],
        sentences=[text for text in said if text[-1] in ".?"],
        inputs=inputs,
    )


FAMILIES = (Family("validation", ((_valid, 3), (_ranged, 2))),)
