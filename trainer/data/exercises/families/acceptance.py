"""Whether something that was entered is acceptable: passwords, times, addresses, numbers, forms."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
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
        names=["is_valid_password", "check_password", "valid_password", "is_strong", "password_ok", "is_safe", "acceptable"],  # noqa: E501
        params=[Param(s, "word")],
        bodies=[parts + "return " + " and ".join(conditions)] * 2 + [checks],
        returns="bool",
        whether=[f"{s} has {said}"],
        sentences=[f"A password is valid if it has {said}." if s == "password" else f"True if {s} has {said}.", f"Does {s} contain {said}?"],  # noqa: E501
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
        names=[f"is_valid_{name}", f"is_{name}", f"valid_{name}", f"check_{name}", f"is_good_{name}", f"accept_{name}"],
        params=[Param(s, "word")],
        bodies=[sliced + digits + in_range] * 2 + [split + digits + in_range],
        returns="bool",
        whether=[f"{s} has the form {form}, with two digits each, and stands for {noun}" if noun.startswith(("an existing", "a time")) else f"{s} has the form {form}, with two digits each: {noun}"],  # noqa: E501
        sentences=[f"Does {s} have the form {form}, two digits each, with {noun}?"],
        inputs=[repr(x) for x in samples[:7]],
    )  # fmt: skip


def _address(d: Draw) -> Sketch:
    """E-mail addresses, file names, web addresses."""
    s = d.name("address text email s contact")
    form = d.number(0, 8)
    mails = ["ann@mail.com", "annmail.com", "a@b@c.com", "@mail.com", "ann@mail", "x.y@z", "bob@web.org"]
    inputs = [repr(x) for x in mails]
    if form < 3:
        dot = d.chance(0.7)
        after = "a dot somewhere after it" if dot else "something after it"
        end = "name != '' and '.' in domain" if dot else "name != '' and domain != ''"
        return Sketch(
            names=["looks_like_email", "is_email", "valid_email", "check_address", "is_valid_address", "accept_email"],
            params=[Param(s, "word")],
            bodies=[
                f"if {s}.count('@') != 1:\n    return False\nname, domain = {s}.split('@')\nreturn {end}",
                f"parts = {s}.split('@')\nreturn len(parts) == 2 and parts[0] != '' and {chr(39) + '.' + chr(39) + ' in parts[1]' if dot else 'parts[1] != ' + chr(39) * 2}",  # noqa: E501
            ],
            returns="bool",
            whether=[
                f"{s} contains exactly one '@', with something before it and {after}",
                f"{s} looks like an e-mail address: exactly one '@', something before it and {after}",
            ],
            do=[f"Accept {s} if it contains exactly one '@', with something before it and {after}"],
            inputs=[*inputs, "'ann@'"],
        )
    if form == 3:
        code, said, names = d.one(
            (f"{s}.split('@')[0]", "before the '@'", "user_name local_part name_of"),
            (f"{s}.split('@')[1]", "after the '@'", "domain host mail_server"),
            (f"{s}.split('@')[1].split('.')[0]", "between the '@' and the next dot", "provider company"),
        )
        return Sketch(
            names=names.split(),
            params=[Param(s, "word1")],
            bodies=[f"return {code}"],
            returns="str",
            what=[f"the part of the e-mail address {s} {said}"],
            inputs=[x for x in inputs if x.count("@") == 1 and "'@" not in x] + ["'eve@home.net'", "'tom@uni.edu'"],
        )
    f = d.name("filename path file_name file")
    files = [repr(x) for x in ("notes.txt", "archive.tar.gz", "README", "image.PNG", "strange.", "a.b", ".hidden")]
    if form < 6:
        none, said = d.one(("''", "an empty string"), ("''", "''"), ("None", "None"))
        keep = d.chance(0.2)
        bodies = [
            f"if '.' not in {f}:\n    return {none}\nreturn {chr(39) + '.' + chr(39) + ' + ' if keep else ''}{f}.split('.')[-1]"  # noqa: E501
        ] * 2 + ([] if keep else [f"return {f}.split('.')[-1] if '.' in {f} else {none}"])
        return Sketch(
            names=["file_extension", "extension", "get_extension", "suffix", "file_type", "ending_of"],
            params=[Param(f, "word")],
            bodies=bodies,
            returns="str | None" if none == "None" else "str",
            what=[f"what follows the last dot of {f}{', with the dot' if keep else ''}"],
            do=[
                f"Find the extension of the file name {f}: {'the last dot and what follows it' if keep else 'what follows the last dot'}"  # noqa: E501
            ],
            edge=d.one(f"Return {said} if there is no dot.", f"Without a dot, it is {said}."),
            inputs=files,
        )
    if form == 6:
        return Sketch(
            names=["without_extension", "stem", "base_name", "drop_extension"],
            params=[Param(f, "word")],
            bodies=[
                f"if '.' not in {f}:\n    return {f}\nreturn {f}[:{f}.rindex('.')]",
                f"return {f}.rsplit('.', 1)[0]",
            ],
            returns="str",
            what=[f"the file name {f} without its last dot and what follows it"],
            edge=d.one("", "A name without a dot stays the same."),
            inputs=files,
        )
    ends = d.random.sample(["txt", "csv", "png", "jpg", "py", "md", "html"], d.one(1, 2, 2, 3))
    said = " or ".join(f"'.{e}'" for e in ends)
    low = d.chance(0.4)
    tuple_ = f"'.{ends[0]}'" if len(ends) == 1 else "(" + ", ".join(f"'.{e}'" for e in ends) + ")"
    if form == 7:
        return Sketch(
            names=["is_allowed", "has_good_ending", "is_supported", "accept_file", "right_type"],
            params=[Param(f, "word")],
            bodies=[f"return {f}{'.lower()' if low else ''}.endswith({tuple_})"],
            returns="bool",
            whether=[f"{f} ends in {said}{', in either case' if low else ''}"],
            inputs=[
                f"'a.{ends[0]}'",
                f"'b.{ends[-1].upper()}'",
                f"'{ends[0]}'",
                f"'c.{ends[0]}.zip'",
                f"'d.x.{ends[-1]}'",
                "'notes'",
            ],
        )
    return Sketch(names=["file_part", "file_of_path", "last_part", "base"] if d.chance(0.5) else ["name_of_file", "strip_folders"], params=[Param(f, "word")], bodies=[f"return {f}.split('/')[-1]"], returns="str", what=[f"what follows the last '/' of {f}, or all of it if there is none"], inputs=["'a/b.txt'", "'c'", "'/home/ann/x.py'", "'folder/'", "'one/two/three'"])  # fmt: skip  # noqa: E501


def _safe(d: Draw) -> Sketch:
    """Conversions that may fail."""
    s, default = d.name("text s value entry string"), d.name("default fallback otherwise")
    call, what, samples = d.one(
        ("int", "an integer", ["42", "abc", "", "-7", "3.5", " 8 "]),
        ("int", "an integer", ["12", "x1", "0", "1e3", "+5", "--2"]),
        ("float", "a number", ["2.5", "abc", "", "-1", "1.2.3", "4"]),
    )
    fixed, _said = d.one(("", ""), ("", ""), ("None", "None"), ("0", "0"), ("-1", "-1"))
    value = fixed or default
    body = f"try:\n    return {call}({s})\nexcept ValueError:\n    return {value}"
    form = d.number(0, 5)
    texts = [repr(x) for x in samples]
    if form < 4:
        return Sketch(
            names=[
                f"safe_{call}",
                f"to_{call}",
                f"parse_{call}",
                f"{call}_or_default",
                "convert",
                f"try_{call}",
                "read_number",
                f"{call}_or_none" if fixed == "None" else "number_or_default",
            ],
            params=[Param(s, "word")] + ([] if fixed else [Param(default, "int")]),
            bodies=[
                body,
                body,
                f"try:\n    result = {call}({s})\nexcept ValueError:\n    result = {value}\nreturn result",
            ],
            returns=f"{call} | None" if fixed == "None" else call,
            do=[
                f"Convert {s} to {what}, or return {value} if that is not possible",
                f"Read {s} as {what}; if it is not valid, return {value}",
                f"Return {s} as {what}, or {value} when it is not valid",
            ],
            inputs=texts if fixed else [f"{x}, {d.number(-3, 9)}" for x in texts],
        )
    if form == 4:
        return Sketch(
            names=[f"is_{call}", "is_number", "can_convert", f"is_valid_{call}", "is_numeric_text"],
            params=[Param(s, "word")],
            bodies=[
                f"try:\n    {call}({s})\nexcept ValueError:\n    return False\nreturn True",
                f"try:\n    {call}({s})\n    return True\nexcept ValueError:\n    return False",
            ],
            returns="bool",
            whether=[f"{s} can be converted to {what}"],
            inputs=texts,
        )
    a, b = d.one("a b", "x y", "total count", "top bottom").split()
    op, err = d.one(("/", "ZeroDivisionError"), ("//", "ZeroDivisionError"), ("%", "ZeroDivisionError"))
    how = {
        "/": f"{a} divided by {b}",
        "//": f"{a} divided by {b}, rounded down",
        "%": f"the remainder of {a} divided by {b}",
    }[op]
    none = d.one("None", "0", "-1")
    return Sketch(names=["safe_divide" if op != "%" else "safe_remainder", "divide_or_default", "ratio" if op == "/" else "quotient"], params=[Param(a, "int"), Param(b, "int")], bodies=[f"if {b} == 0:\n    return {none}\nreturn {a} {op} {b}", f"try:\n    return {a} {op} {b}\nexcept {err}:\n    return {none}"], returns="float" if op == "/" else "int", do=[f"Return {how}, or {none} if {b} is 0"], inputs=["6, 3", "7, 2", "5, 0", "0, 4"])  # fmt: skip  # noqa: E501


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
    params = [Param(m, "fields"), Param(required, "words")]
    form = d.number(0, 4)
    if form < 3:
        order = d.one("", f", in the order of {required}")
        return Sketch(
            names=["missing_fields", "find_missing", "absent_fields", "what_is_missing", "unfilled", "missing_keys"],
            params=params,
            bodies=[f"return [{f} for {f} in {required} if {lacks}]"] * 2
            + [f"missing = []\nfor {f} in {required}:\n    if {lacks}:\n        missing.append({f})\nreturn missing"],
            returns="list[str]",
            what=[f"the list of the names in {required} that {absent}{order}"],
            do=[f"List those of {required} that {absent}{order}"],
            sentences=[
                f"Which of the fields in {required} {absent}? List them{order.replace(', ', ' ')}.".replace(
                    "List them.", "Return a list."
                )
            ],
            inputs=inputs,
        )
    if form == 3:
        present = "are in {m} with a value that is not empty" if empty else "are keys of {m}"
        return Sketch(
            names=["is_complete", "has_all_fields", "all_filled", "form_ok", "is_filled_in"],
            params=params,
            bodies=[
                f"return all({has if not empty else f'{m}.get({f}, {chr(39) * 2}) != {chr(39) * 2}'} for {f} in {required})",  # noqa: E501
                f"for {f} in {required}:\n    if {lacks}:\n        return False\nreturn True",
            ],
            returns="bool",
            whether=[f"all names in {required} {present.format(m=m)}"],
            inputs=inputs,
        )
    return Sketch(names=["unknown_fields", "extra_fields", "unexpected_keys", "not_allowed"], params=[Param(m, "fields"), Param("allowed", "words")], bodies=[f"return [{f} for {f} in {m} if {f} not in allowed]"], returns="list[str]", what=[f"the list of the keys of {m} that are not in allowed"], inputs=inputs)  # fmt: skip  # noqa: E501


def _exactly(d: Draw) -> Sketch:
    """Lists that must hold certain numbers exactly once, or be in a range or an order."""
    xs, n = d.name("row numbers values line cards"), d.name("n size k")
    x = "x"
    low = d.one(1, 1, 1, 0)
    k = d.one(9, 9, 4, 5, 6, 3, 10)
    form = d.number(0, 6)
    if form < 4:
        fixed = d.chance(0.7)
        top = str(k) if fixed else n
        span = f"range({low}, {int(top) + 1})" if fixed else f"range({low}, {n} + 1)"
        full = list(range(low, k + 1))
        mixed = d.random.sample(full, len(full))
        samples = [full, full[::-1], [full[0], *full[1:-1], full[0]], full[:-1], [], mixed, [*full, full[-1]]]
        rest = "" if fixed else f", {k}"
        exact = "exactly once"
        return Sketch(
            names=[
                "is_valid_row",
                "is_complete_row",
                "is_permutation",
                "has_each_once",
                "row_ok",
                "valid_line",
                "all_numbers_once",
            ],
            params=[Param(xs, "few")] + ([] if fixed else [Param(n, "nat12")]),
            bodies=[f"return sorted({xs}) == list({span})"] * 2
            + [
                f"for {x} in {span}:\n    if {xs}.count({x}) != 1:\n        return False\nreturn len({xs}) == {top}{' + 1' if not low else ''}"  # noqa: E501
                if not fixed or low
                else f"return len({xs}) == {k + 1} and set({xs}) == set({span})"
            ],
            returns="bool",
            whether=[
                f"{xs} contains each of the numbers {low} to {top} {exact} and nothing else",
                f"{xs} consists of the numbers {low} to {top}, each {exact}, in any order",
            ],
            sentences=[
                f"A row is correct if it contains each of the numbers {low} to {top} {exact}, and nothing else. Is {xs} correct?"  # noqa: E501
            ],
            inputs=[f"{s}{rest}" for s in samples],
        )
    if form == 4:
        a = d.number(0, 3)
        b = a + d.number(2, 9)
        return Sketch(
            names=["all_in_range", "marks_ok", "valid_values", "in_bounds"],
            params=[Param(xs, "ints")],
            bodies=[
                f"return all({a} <= {x} <= {b} for {x} in {xs})",
                f"for {x} in {xs}:\n    if {x} < {a} or {x} > {b}:\n        return False\nreturn True",
            ],
            returns="bool",
            whether=[f"all numbers in {xs} are from {a} to {b}"],
            inputs=[f"[{a}, {b}]", f"[{a - 1}]", f"[{b}, {b + 1}]", f"[{a + 1}, {b - 1}]"],
        )
    if form == 5:
        step = d.one(1, 1, 2, 5)
        return Sketch(
            names=["is_consecutive", "is_run", "no_gaps", "counts_up"],
            params=[Param(xs, "sorted")],
            bodies=[
                f"return all({xs}[i + 1] - {xs}[i] == {step} for i in range(len({xs}) - 1))",
                f"for i in range(1, len({xs})):\n    if {xs}[i] - {xs}[i - 1] != {step}:\n        return False\nreturn True",  # noqa: E501
            ],
            returns="bool",
            whether=[f"each number in {xs} after the first is {step} more than the one before"],
            inputs=[
                f"[3, {3 + step}, {3 + 2 * step}]",
                "[1, 2, 4]",
                f"[0, {step}]",
                "[5]",
                f"[2, {2 + step}, {2 + step}]",
            ],
        )
    s, size = d.name("code pin text number_text s"), d.number(3, 8)
    kind, test = d.one(
        ("digits", "isdigit"),
        ("digits", "isdigit"),
        ("letters", "isalpha"),
        ("capital letters", "isupper"),
        ("small letters", "islower"),
    )
    full_test = f"{s}.{test}()" if test != "isupper" and test != "islower" else f"all(c.{test}() for c in {s})"
    good = {"digits": "12345678", "letters": "aBcdefGh", "capital letters": "ABCDEFGH", "small letters": "abcdefgh"}[
        kind
    ]
    return Sketch(names=["is_valid_pin", "is_valid_code", "check_code", "code_ok", "is_code"], params=[Param(s, "word")], bodies=[f"return len({s}) == {size} and {full_test}", f"if len({s}) != {size}:\n    return False\nreturn {full_test}"], returns="bool", whether=[f"{s} consists of exactly {size} {kind}"], inputs=[repr(t) for t in (good[:size], good[: size - 1], good[: size - 1] + "-", "9" * size, "x" * size, "Q" * size, "")])  # fmt: skip  # noqa: E501


FAMILIES = (Family("acceptance", ((_password, 3), (_clock, 2), (_address, 3), (_safe, 3), (_form, 2), (_exactly, 3))),)
