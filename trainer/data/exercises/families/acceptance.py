"""Whether something that was entered is acceptable: passwords, times, addresses, numbers, forms."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.addresses import address
from trainer.data.exercises.families.safe_conversions import safe
from trainer.data.exercises.families.valid_rows import exactly
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]

_WANTED = (
    ("a digit", "has_digit", "c.isdigit()"),
    ("a capital letter", "has_capital", "c.isupper()"),
    ("a small letter", "has_small", "c.islower()"),
    ("a letter", "has_letter", "c.isalpha()"),
    ("one of the signs !?#", "has_sign", "c in '!?#'"),
)


def _password(d: Draw) -> Sketch:
    s, k = d.name("password text code pin word s"), d.number(3, 10)
    rules = d.random.sample((*_WANTED[:3], _WANTED[4]), d.one(1, 2, 2, 2, 3))
    if d.chance(0.3):
        rules = [_WANTED[0], _WANTED[1]]
    spaces = d.chance(0.2)
    limit = d.one(
        (f">= {k}", f"at least {k} characters"),
        (f">= {k}", f"at least {k} characters"),
        (f"> {k}", f"more than {k} characters"),
    )
    parts = "".join(f"{var} = any({test} for c in {s})\n" for _, var, test in rules)
    conditions = [f"len({s}) {limit[0]}", *(var for _, var, _ in rules)] + ([f"' ' not in {s}"] if spaces else [])
    said = (
        ", ".join([limit[1], *(what for what, _, _ in rules)][:-1])
        + " and "
        + rules[-1][0]
        + (", but no space" if spaces else "")
    )
    low, sign = ("<", "<=")[limit[0].startswith("> ")], k
    guard = f"if len({s}) {low} {sign}:\n    return False\n" + (f"if ' ' in {s}:\n    return False\n" if spaces else "")
    checks = guard + "return " + " and ".join(f"any({test} for c in {s})" for _, _, test in rules)
    samples = ["Sunshine7", "sunshine7", "SUNSHINE77", "Sun7", "", "Ab1!", "aB3 cD4 ?x", "pass#word1X"]
    return Sketch(
        names=["is_valid_password", "check_password", "valid_password", "is_strong", "password_ok", "is_safe", "acceptable", "is_secure"],  # noqa: E501
        params=[Param(s, "word")],
        bodies=[parts + "return " + " and ".join(conditions)] * 2 + [checks],
        returns="bool",
        whether=[
            f"{s} has {said}",
            f"{s} is acceptable: it has {said}",
            f"{s} fulfils the rules for a password, which must have {said}",
            f"{s} is a string with {said}",
        ],
        do=[f"Accept {s} only if it has {said}: True if so, else False"],
        sentences=[
            f"A password is valid if it has {said}." if s == "password" else f"True if {s} has {said}.",
            f"Does {s} contain {said}?",
            f"Is {s} good enough? It needs {said}.",
            f"Given a string {s}, tell if it has {said}.",
            f"Nothing is accepted unless it has {said}. Is {s} accepted?",
            f"Check the strength of {s}. It is strong with {said}, otherwise it is weak (False).",
        ],
        inputs=[repr(x) for x in samples],
    )  # fmt: skip


def _clock(d: Draw) -> Sketch:
    """Texts of two numbers with a sign between: times, dates, scores, ratios."""
    s = d.name("text s time entry value")
    sign, form, a, b, top_a, top_b, low, noun, name = d.one(
        (":", "HH:MM", "hours", "minutes", 24, 60, 0, "an existing time of day", "time"),
        (":", "HH:MM", "hours", "minutes", 24, 60, 0, "a time between 00:00 and 23:59", "time"),
        (":", "MM:SS", "minutes", "seconds", 60, 60, 0, "minutes and seconds below 60", "duration"),
        (".", "DD.MM", "day", "month", 32, 13, 1, "a day from 1 to 31 and a month from 1 to 12", "date"),
        ("/", "MM/DD", "month", "day", 13, 32, 1, "a month from 1 to 12 and a day from 1 to 31", "date"),
        ("-", "MM-DD", "month", "day", 13, 32, 1, "a month from 1 to 12 and a day from 1 to 31", "date"),
    )  # fmt: skip
    digits = f"if not ({a}.isdigit() and {b}.isdigit()):\n    return False\n"
    in_range = (
        f"return int({a}) < {top_a} and int({b}) < {top_b}"
        if not low
        else f"return {low} <= int({a}) < {top_a} and {low} <= int({b}) < {top_b}"
    )
    sliced = f"if len({s}) != 5 or {s}[2] != '{sign}':\n    return False\n{a}, {b} = {s}[:2], {s}[3:]\n"
    split = f"parts = {s}.split('{sign}')\nif len(parts) != 2 or len(parts[0]) != 2 or len(parts[1]) != 2:\n    return False\n{a}, {b} = parts\n"  # noqa: E501
    time = noun.startswith(("an existing", "a time"))
    link = "for" if time else "with"
    good, edge_a, edge_b = (f"12{sign}11", f"{top_a:02}{sign}05", f"05{sign}{top_b:02}")
    samples = [
        good,
        edge_a,
        edge_b,
        f"9{sign}30",
        f"ab{sign}cd",
        "12311",
        f"{top_a - 1}{sign}{top_b - 1}",
        f"{low:02}{sign}{low:02}",
    ]
    return Sketch(
        names=[f"{start}_{name}" for start in ("is_valid", "is", "valid", "check", "is_good", "accept", "validate")]
        + [f"{name}_ok"],
        params=[Param(s, "word")],
        bodies=[sliced + digits + in_range] * 2 + [split + digits + in_range],
        returns="bool",
        whether=[
            f"{s} has the form {form}, with two digits each, and stands for {noun}"
            if time
            else f"{s} has the form {form}, with two digits each: {noun}",
            f"{s} is a valid {name} in the format {form}, always with two digits, {link} {noun}",
            f"{s} consists of two digits, '{sign}' and two more digits, and gives {noun}",
        ],
        do=[f"Validate {s} as a {name} in the format {form}, two digits each, {link} {noun}"],
        sentences=[
            f"Does {s} have the form {form}, two digits each, with {noun}?",
            f"Is {s} written as {form}, two digits each, and does it give {noun}?",
            f"Given a string {s}, tell if it is a correct {form} {name}: two digits each, {noun}.",
            f"True for two digits, '{sign}' and two digits in {s} that make up {noun}; else False.",
            f"Can {s} be accepted as a {name}? It must look like {form}, with two digits each, and give {noun}.",
        ],
        inputs=[repr(x) for x in samples[:7]],
    )  # fmt: skip


def _form(d: Draw) -> Sketch:
    """Fields of a form that are there or not."""
    m, required, f = (
        d.name("form data record entry user"),
        d.name("required fields needed names"),
        d.name("field key name f"),
    )
    empty = d.chance(0.6)
    inputs = [
        "{'name': 'Ann', 'city': ''}, ['name', 'city', 'zip']",
        "{}, []",
        "{}, ['a']",
        "{'a': '1'}, ['a']",
        "{'x': '1'}, ['z', 'y', 'x']",
        "{'a': '', 'b': '2'}, ['a', 'b']",
    ]
    lacks = f"not {m}.get({f})" if empty else f"{f} not in {m}"
    has = f"{m}.get({f})" if empty else f"{f} in {m}"
    absent = f"are missing in {m} or have an empty value" if empty else f"are missing in {m}"
    value, nothing = ("value or an empty one", "nothing or an empty value") if empty else ("key", "nothing")
    params = [Param(m, "fields"), Param(required, "words")]
    form = d.number(0, 4)
    if form < 3:
        order = d.one("", f", in the order of {required}")
        return Sketch(
            names=["missing_fields", "find_missing", "absent_fields", "what_is_missing", "unfilled", "missing_keys", "get_missing", "lacking_fields"],  # noqa: E501
            params=params,
            bodies=[f"return [{f} for {f} in {required} if {lacks}]"] * 2
            + [f"missing = []\nfor {f} in {required}:\n    if {lacks}:\n        missing.append({f})\nreturn missing"],
            returns="list[str]",
            what=[
                f"the list of the names in {required} that {absent}{order}",
                f"all names in {required} that have no {value} in {m}, as a list{order}",
            ],
            do=[
                f"List those of {required} that {absent}{order}",
                f"Find all fields in {required} for which {m} has no {value}, as a list{order}",
                f"Pick out of {required} the names for which {m} holds {nothing}{order}",
            ],
            sentences=[
                f"Which of the fields in {required} {absent}? List them{order.replace(', ', ' ')}.".replace(
                    "List them.", "Return a list."
                ),
                f"Given a form {m}, which names in {required} have no {value} there? Return them as a list{order}.",
                f"Go through {required} and keep the names for which {m} has no {value}.",
                f"{m} should have {'a non-empty value' if empty else 'an entry'} for each name in {required}. List those it lacks.",  # noqa: E501
            ],
            inputs=inputs,
        )  # fmt: skip
    if form == 3:
        present = f"are in {m} with a value that is not empty" if empty else f"are keys of {m}"
        entry = "a non-empty value" if empty else "a key"
        return Sketch(
            names=["is_complete", "has_all_fields", "all_filled", "form_ok", "is_filled_in", "is_valid_form", "nothing_missing", "check_form"],  # noqa: E501
            params=params,
            bodies=[
                f"return all({has if not empty else f'{m}.get({f}, {chr(39) * 2}) != {chr(39) * 2}'} for {f} in {required})",  # noqa: E501
                f"for {f} in {required}:\n    if {lacks}:\n        return False\nreturn True",
            ],
            returns="bool",
            whether=[
                f"all names in {required} {present}",
                f"{m} has {entry} for every name in {required}",
                f"no name in {required} is missing in {m}{' or has an empty value' if empty else ''}",
                f"for each field in {required} there is {entry} in {m}",
            ],
            do=[f"Make sure that {m} has {entry} for each of {required}: True if it does, else False"],
            sentences=[
                f"Does {m} have {entry} for all of the names in {required}?",
                f"Is there {entry} in {m} for every field listed in {required}?",
                f"A form {m} is complete if it has {entry} for each name in {required}. Is it?",
                f"Given {m}, return False as soon as a name in {required} has no {value} there, else True.",
            ],
            inputs=inputs,
        )  # fmt: skip
    return Sketch(
        names=["unknown_fields", "extra_fields", "unexpected_keys", "not_allowed", "extra_keys", "unknown_keys", "surplus_fields", "forbidden_fields"],  # noqa: E501
        params=[Param(m, "fields"), Param("allowed", "words")],
        bodies=[f"return [{f} for {f} in {m} if {f} not in allowed]"],
        returns="list[str]",
        what=[
            f"the list of the keys of {m} that are not in allowed",
            f"the list of those keys of {m} that allowed does not contain",
            f"a list of all unexpected keys of {m}, which are those missing from allowed",
        ],
        do=[
            f"List the keys of {m} that do not occur in allowed",
            f"Find every field of {m} whose name is not among those in allowed",
            f"Pick out the keys of {m} that are not allowed",
        ],
        sentences=[
            f"Which keys does {m} have that are not listed in allowed? Keep their order.",
            f"Given a dictionary {m}, return its keys without those in allowed, in their order.",
            f"Only the names in allowed may be keys of {m}. List the other keys that it has.",
        ],
        inputs=inputs,
    )  # fmt: skip


FAMILIES = (Family("acceptance", ((_password, 3), (_clock, 2), (address, 3), (safe, 3), (_form, 2), (exactly, 3))),)
