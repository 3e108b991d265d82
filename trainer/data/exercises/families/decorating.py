"""Texts that are marked, hidden, shortened, joined and renamed."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import text_parameter
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["FAMILIES"]

_MARKS = (("!", "an exclamation mark"), ("?", "a question mark"), (".", "a full stop"), ("...", "three dots"), ("!!!", "three exclamation marks"), (":", "a colon"))  # fmt: skip  # noqa: E501
_COVERS = (("*", "stars"), ("*", "asterisks"), ("#", "'#' signs"), ("-", "dashes"), ("x", "the letter x"), (".", "dots"), ("_", "underscores"))  # fmt: skip  # noqa: E501
_BRACKETS = (("(", ")", "parentheses"), ("[", "]", "square brackets"), ("<", ">", "angle brackets"), ("*", "*", "stars"), ("<b>", "</b>", "<b> and </b>"), ("-", "-", "dashes"), ("/", "/", "slashes"))  # fmt: skip  # noqa: E501


def _marked(d: Draw) -> Sketch:
    s, name = text_parameter(d)
    mark, said = d.one(*_MARKS) if d.chance(0.6) else _MARKS[0]
    code, form, stem = d.one(
        (f"{s}.upper()", "in capitals", "shout"),
        (f"{s}.upper()", "in capital letters", "shout"),
        (f"{s}.upper()", "in upper case", "yell"),
        (f"{s}.lower()", "in lower case", "whisper"),
        (f"{s}.capitalize()", "with a capital first letter and the rest in lower case", "sentence"),
        (f"{s}.strip()", "without white space at its ends", "tidy"),
        (f"{s}.title()", "with every word capitalized", "headline"),
        (s, "", "end_with"),
    )
    if d.chance(0.25):
        a, b, both = d.one(*_BRACKETS)
        code = f"'{a}' + {code} + '{b}'"
        return Sketch(
            names=[
                "wrap",
                f"{stem}_in_{both.split()[-1]}" if both.replace(" ", "").isalpha() else "tagged",
                "enclose",
                "surround",
                "in_brackets",
            ],
            params=[Param(s, "text")],
            bodies=[f"return {code}", f"return f'{a}{{{code[len(a) + 5 : -len(b) - 5]}}}{b}'"],
            returns="str",
            what=[f"{name} {form + ', ' if form else ''}put between {both}"],
            do=[f"Put {both} around {name}" + (f", {form}" if form else "")],
        )
    front = d.chance(0.15)
    whole = f"'{mark} ' + {code}" if front else f"{code} + '{mark}'"
    place = "in front, followed by a space" if front else "at the end"
    return Sketch(
        names=[stem, f"{stem}_text", f"add_{said.split()[-1]}", f"{stem}_it", "emphasize" if "!" in mark else "finish", f"{stem}_out" if stem in ("shout", "yell") else f"make_{stem}"],  # noqa: E501
        params=[Param(s, "text")],
        bodies=[f"return {whole}", f"return {whole}", f"result = {code}\nreturn {whole.replace(code, 'result')}" if form else f"return f'{mark} {{{s}}}'" if front else f"return f'{{{s}}}{mark}'"],  # noqa: E501
        returns="str",
        do=[f"Return {name} {form + ' ' if form else ''}with {said} {place}" if not form.startswith(("with", "without")) else f"Return {name} {form}, and {said} {place}", f"Add {said} to {name} {place}" + (f" and return it {form}" if form else "")],  # noqa: E501
    )  # fmt: skip


def _hidden(d: Draw) -> Sketch:
    s, name = text_parameter(d)
    cover, said = d.one(*_COVERS)
    k = d.number(1, 5)
    last = f"the last {k} characters" if k > 1 else "the last character"
    first = f"the first {k} characters" if k > 1 else "the first character"
    mid = f"{s}[0] + '{cover}' * (len({s}) - 2) + {s}[-1]"
    code, shown, names, least = d.one(
        (mid, "the first and the last", "hide_middle mask_middle cover_middle", 2),
        (mid, "the first and the last", "mask_word hide_inner keep_ends", 2),
        (f"'{cover}' * (len({s}) - {k}) + {s}[-{k}:]", last, f"hide_all_but_last mask_card keep_last_{k} mask_number", k),  # noqa: E501
        (f"{s}[:{k}] + '{cover}' * (len({s}) - {k})", first, f"hide_all_but_first keep_first_{k} censor_rest mask_end", k),  # noqa: E501
        (f"'{cover}' * len({s})", "", "hide_all mask_all cover redact", 0),
        (f"''.join('{cover}' if c in 'aeiou' else c for c in {s})", "vowels", "hide_vowels mask_vowels cover_vowels", 0),  # noqa: E501
        (f"''.join('{cover}' if c.isdigit() else c for c in {s})", "digits", "hide_digits mask_digits cover_numbers", 0),  # noqa: E501
    )  # fmt: skip
    if shown in ("vowels", "digits"):
        kind = "small vowels" if shown == "vowels" else shown
        test = "c in 'aeiou'" if shown == "vowels" else "c.isdigit()"
        loop = f"result = ''\nfor c in {s}:\n    if {test}:\n        result += '{cover}'\n    else:\n        result += c\nreturn result"  # noqa: E501
        said = "the letter x" if cover == "x" else f"'{cover}'"
        return Sketch(
            names=names.split(),
            params=[Param(s, "text")],
            bodies=[f"return {code}", f"return {code}", loop],
            returns="str",
            do=[f"Replace each of the {kind} in {name} by {said}"],
            what=[f"{name} with {said} in place of every {kind.replace('vowels', 'vowel').replace('digits', 'digit')}"],
        )
    if not shown:
        return Sketch(
            names=names.split(),
            params=[Param(s, "text")],
            bodies=[f"return {code}"],
            returns="str",
            do=[f"Replace every character of {name} by '{cover}'"],
            what=[f"as many '{cover}' signs as {name} has characters"],
        )
    guard = f"if len({s}) <= {least}:\n    return {s}\n"
    few = {1: "at most one character"}.get(least, f"at most {least} characters")
    return Sketch(
        names=names.split(),
        params=[Param(s, "word" if d.chance(0.7) else "text")],
        bodies=[f"{guard}return {code}"] * 2 + [f"if len({s}) > {least}:\n    return {code}\nreturn {s}"],
        returns="str",
        do=[f"Replace all characters of {name} except {shown} by {said}", f"Hide {name} behind {said}, but show {shown}{' character' if 'first and' in shown else ''}"],  # noqa: E501
        edge=d.one(f"A text of {few} stays the same.", f"Return texts of {few} unchanged."),
    )  # fmt: skip


def _shortened(d: Draw) -> Sketch:
    s, name = text_parameter(d)
    n = d.name("width n limit length size max_length")
    dots, said = d.one(("...", "'...'"), ("...", "three dots"), ("~", "'~'"), ("-", "a dash"), (" [more]", "' [more]'"))
    fixed = str(d.number(3, 12)) if d.chance(0.3) else ""
    n = fixed or n
    inside = dots == "..." and not fixed and d.chance(0.2)
    cut = f"{s}[:{n}]"
    if inside:
        cut = f"{s}[:{n} - 3]"
    ends = d.one("is returned unchanged", "stays the same", "is not changed")
    return Sketch(
        names=["cut_off", "shorten", "truncate", "abbreviate", "preview", "clip_text", "limit_text", "trim_to", "ellipsis"],  # noqa: E501
        params=[Param(s, "text")] + ([] if fixed else [Param(n, "int")]),
        bodies=[f"if len({s}) <= {n}:\n    return {s}\nreturn {cut} + '{dots}'"] * 2
        + [f"if len({s}) > {n}:\n    return {cut} + '{dots}'\nreturn {s}", f"return {s} if len({s}) <= {n} else {cut} + '{dots}'"],  # noqa: E501
        returns="str",
        do=[f"Cut {name} to {n} characters in all, the last three of them dots"] if inside else [f"Shorten {name} to {n} characters and append {said}", f"Cut {name} after {n} characters and add {said}", f"Limit {name} to its first {n} characters, followed by {said}"],  # noqa: E501
        edge=f"A text of at most {n} characters {ends}." if inside else d.one(f"A text that fits {ends}.", f"A text of at most {n} characters {ends}.", f"If it is not longer than {n}, it {ends}."),  # noqa: E501
        draw=None if fixed else lambda e: (e.one("programming", "hello world", "a b c d", "Python", "summer is here"), e.number(3, 12)),  # noqa: E501
        inputs=["'the quick brown fox'", "'code'", "'never odd or even'", "'ab'"] if fixed else [],
    )  # fmt: skip


def _joined(d: Draw) -> Sketch:
    xs = d.name("names words items parts guests cities fruits")
    word, sep = d.one("and", "and", "and", "or", "&", "plus"), d.one(", ", ", ", ", ", "; ", " ")
    comma = d.chance(0.12) and sep == ", "
    empty = d.one("''", "''", "'nobody'", "'none'")
    last = f"'{',' if comma else ''} {word} '"
    main = f"return '{sep}'.join({xs}[:-1]) + {last} + {xs}[-1]"
    if empty == "''":
        bodies = [
            f"if len({xs}) < 2:\n    return ''.join({xs})\n{main}",
            f"if not {xs}:\n    return ''\nif len({xs}) == 1:\n    return {xs}[0]\n{main}",
        ]
    else:
        bodies = [f"if not {xs}:\n    return {empty}\nif len({xs}) == 1:\n    return {xs}[0]\n{main}"]
    by = {", ": "commas", "; ": "semicolons", " ": "spaces"}[sep]
    none = "an empty string" if empty == "''" else empty
    return Sketch(
        names=[f"join_with_{word}" if word.isalpha() else "join_names", "enumerate_words", "list_to_text", "natural_list", "join_list", "to_sentence", "say_list", f"join_{xs}"],  # noqa: E501
        params=[Param(xs, "words")],
        bodies=bodies,
        returns="str",
        do=[f"Join {xs} with {by}, but put {last} before the last one".replace("'", '"') if d.chance(0.5) else f"Join {xs} with {by} and put '{last[1:-1]}' before the last one"],  # noqa: E501
        sentences=[f"Write {xs} as one text, separated by {by}, with '{last[1:-1]}' before the last."],
        edge=d.one(f"A single one is returned alone, no {xs} give {none}.", f"One alone is returned as it is; for none, return {none}."),  # noqa: E501
        inputs=["['Ann', 'Bob', 'Eve']", "['Ann', 'Bob']", "['Ann']", "[]", "['a', 'b', 'c', 'd']"],
    )  # fmt: skip


def _renamed(d: Draw) -> Sketch:
    """Identifiers between snake_case, camelCase and kebab-case."""
    s = d.name("name identifier key word text s variable")
    p, out = d.name("parts words pieces"), d.name("result out")
    up = f"''.join(w.capitalize() for w in {p}[1:])"
    back = f"{out} = ''\nfor c in {s}:\n    if c.isupper():\n        {out} += '%s' + c.lower()\n    else:\n        {out} += c\nreturn {out}"  # noqa: E501
    inner = "''.join('%s' + c.lower() if c.isupper() else c for c in {s})"
    bodies, a, b, names, camel = d.one(
        ([f"{p} = {s}.split('_')\nreturn {p}[0] + {up}"] * 2 + [f"first, *rest = {s}.split('_')\nreturn first + ''.join(w.capitalize() for w in rest)"], "total_price", "totalPrice", "snake_to_camel to_camel camel_case underscore_to_camel", False),  # noqa: E501
        ([f"{p} = {s}.split('_')\nreturn {p}[0] + {up}"], "number_of_items", "numberOfItems", "snake_to_camel camelize to_camel_case", False),  # noqa: E501
        ([f"{p} = {s}.split('-')\nreturn {p}[0] + {up}"], "line-width", "lineWidth", "kebab_to_camel css_to_js", False),
        ([f"return ''.join(w.capitalize() for w in {s}.split('_'))", f"{out} = ''\nfor w in {s}.split('_'):\n    {out} += w.capitalize()\nreturn {out}"], "user_name", "UserName", "snake_to_pascal class_name to_pascal", False),  # noqa: E501
        ([back % "_", f"return {inner.format(s=s) % '_'}"], "totalPrice", "total_price", "camel_to_snake to_snake underscore", True),  # noqa: E501
        ([back % "-", f"return {inner.format(s=s) % '-'}"], "lineWidth", "line-width", "camel_to_kebab to_kebab", True),
        ([back % " ", f"return {inner.format(s=s) % ' '}"], "totalPrice", "total price", "split_camel camel_to_words", True),  # noqa: E501
        ([f"return {s}.replace('_', '-')", f"return '-'.join({s}.split('_'))"], "user_name", "user-name", "snake_to_kebab dashes", False),  # noqa: E501
        ([f"return {s}.replace('_', ' ').capitalize()"], "first_name", "First name", "to_label field_label readable", False),  # noqa: E501
        ([f"return {s}.replace('_', ' ').title()"], "first_name", "First Name", "to_title heading", False),
        ([f"return {s}.strip().lower().replace(' ', '_')"], "First Name", "first_name", "to_identifier column_name", False),  # noqa: E501
    )  # fmt: skip
    sign = next((c for c in a if c in "_- "), "_")
    samples = (
        ["'numberOfItems'", "'x'", "'aB'", "'myLongName'", "'name'"]
        if camel
        else [
            f"'{t}'".replace("_", sign) for t in ("number_of_items", "name", "a_b_c", "x_1", "my_long_name", "user_id")
        ]
    )
    return Sketch(
        names=names.split(),
        params=[Param(s, "word1")],
        bodies=bodies,
        returns="str",
        do=[f"Convert a name such as '{a}' to the form '{b}'", f"Turn {s}, for example '{a}', into the style of '{b}'", f"Change the style of {s} from '{a}' to '{b}'"],  # noqa: E501
        sentences=[f"A name like '{a}' becomes '{b}'."],
        inputs=[*samples, f"'{a}'"],
    )  # fmt: skip


def _initials(d: Draw) -> Sketch:
    s = d.name("name full_name person text author phrase")
    end, between, said = d.one((".", "", "each followed by a dot"), (".", "", "each followed by a full stop"), (".", "", "with a dot after each"), ("", ".", "separated by dots"), ("", " ", "separated by spaces"), (".", " ", "each followed by a dot, with spaces between"), ("", "-", "joined by '-'"), ("", "", "without anything between"))  # fmt: skip  # noqa: E501
    up, cap = d.one(
        (".upper()", "as capitals"), (".upper()", "in upper case"), (".lower()", "as small letters"), ("", "")
    )
    w = d.name("part word w p")
    letter = f"{w}[0]{up}" + (f" + '{end}'" if end else "")
    many = d.one("parts", "words")
    loop = f"result = ''\nfor {w} in {s}.split():\n    result += {letter}\nreturn result"
    form = f"{cap}, {said}" if cap else said
    return Sketch(
        names=["initials", "get_initials", "name_initials", "abbreviate", "monogram", "short_name", "first_letters"],
        params=[Param(s, "text")],
        bodies=[f"return '{between}'.join({letter} for {w} in {s}.split())"] * 2 + ([loop] if not between else []),
        returns="str",
        do=[f"Return the first letters of all {many} of {s}, {form}", f"Write the initials of {s}, {form}"],
        sentences=[f"The first letters of the {many} of {s}, {form}."],
        inputs=["'ada king lovelace'", "'Bob'", "''", "'Mary Ann'", "'  tom   jones '"],
    )


FAMILIES = (
    Family("decorating", ((_marked, 3), (_hidden, 3), (_shortened, 2), (_joined, 2), (_renamed, 2), (_initials, 2))),
)
