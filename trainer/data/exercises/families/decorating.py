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
    code, form, stem, change = d.one(
        (f"{s}.upper()", "in capitals", "shout", "Turn {} into capitals"),
        (f"{s}.upper()", "in capital letters", "shout", "Write {} in capital letters"),
        (f"{s}.upper()", "in upper case", "yell", "Convert {} to upper case"),
        (f"{s}.lower()", "in lower case", "whisper", "Convert {} to lower case"),
        (f"{s}.capitalize()", "with a capital first letter and the rest in lower case", "sentence", "Make only the first letter of {} a capital"),  # noqa: E501
        (f"{s}.strip()", "without white space at its ends", "tidy", "Trim {} at both ends"),
        (f"{s}.title()", "with every word capitalized", "headline", "Convert {} to title case"),
        (s, "", "end_with", ""),
    )  # fmt: skip
    change = change.format(name)
    look = f"{name} {form}" if form else name
    if d.chance(0.25):
        a, b, both = d.one(*_BRACKETS)
        code = f"'{a}' + {code} + '{b}'"
        do = [
            f"{change} and wrap it in {both}" if form else f"Wrap {name} in {both}",
            f"{change} and put {both} around it" if form else f"Enclose {name} in {both}",
            f"Return {look}, enclosed in {both}",
            f"Return {look}, with '{a}' before it and '{b}' after it",
        ]
        return Sketch(
            names=[
                "wrap",
                f"{stem}_in_{both.split()[-1]}" if both.replace(" ", "").isalpha() else "tagged",
                "enclose",
                "surround",
                "in_brackets",
                f"wrap_{s}",
                "put_around",
                "add_both_sides",
                "embrace",
            ],
            params=[Param(s, "text")],
            bodies=[f"return {code}", f"return f'{a}{{{code[len(a) + 5 : -len(b) - 5]}}}{b}'"],
            returns="str",
            what=[f"{name} {form + ', ' if form else ''}put between {both}"],
            do=[f"Put {both} around {name}" + (f", {form}" if form else ""), *do],
            sentences=[
                f"Given {name.replace('given ', '')}, give it back {form + ', ' if form else ''}between {both}.",
                f"The result is '{a}', then {look}, then '{b}'.",
                f"What do we get when {both} are put around {look}?" if "<" not in both else f"Tag {look}: '{a}' to the left of it, '{b}' to the right.",  # noqa: E501
                f"Take {look} and glue '{a}' to its front and '{b}' to its back.",
            ],
        )  # fmt: skip
    front = d.chance(0.15)
    whole = f"'{mark} ' + {code}" if front else f"{code} + '{mark}'"
    place = "in front, followed by a space" if front else "at the end"
    sign = said.split()[-1]
    if front:
        do = [
            f"{change} and put {said} and a space before it" if form else f"Put {said} and a space before {name}",
            f"Prefix {look} with {said} and a space",
            f"Return {said} and a space, followed by {look}",
        ]
        sentences = [
            f"The result is '{mark}', a space and then {look}.",
            f"What do we get when {said} and a space are put before {look}?",
        ]
    else:
        do = [
            f"{change} and stick {said} on the end" if form else f"Append {said} to {name}",
            f"{change} and append {said}" if form else f"Stick {said} on the end of {name}",
            f"Return {look}, followed by {said}",
        ]
        sentences = [
            f"The result is {look}, and '{mark}' right after that.",
            f"What do we get when {said} {'are' if sign in ('dots', 'marks') else 'is'} stuck on the end of {look}?",
        ]
    if not form.startswith("with"):
        do.append(f"Add {said} to {name} {place}" + (f" and return it {form}" if form else ""))
    return Sketch(
        names=[stem, f"{stem}_text", f"add_{sign}", f"{stem}_it", "emphasize" if "!" in mark else "finish", f"{stem}_out" if stem in ("shout", "yell") else f"make_{stem}", f"with_{sign}", f"put_{sign}"],  # noqa: E501
        params=[Param(s, "text")],
        bodies=[f"return {whole}", f"return {whole}", f"result = {code}\nreturn {whole.replace(code, 'result')}" if form else f"return f'{mark} {{{s}}}'" if front else f"return f'{{{s}}}{mark}'"],  # noqa: E501
        returns="str",
        do=[f"Return {name} {form + ' ' if form else ''}with {said} {place}" if not form.startswith(("with", "without")) else f"Return {name} {form}, and {said} {place}", *do],  # noqa: E501
        sentences=[
            f"Given {name.replace('given ', '')}, give it back {form + ', and ' if form else ''}with {said} {place}.",
            f"Take {look} and add {said} {place}.",
            *sentences,
        ],
    )  # fmt: skip


def _hidden(d: Draw) -> Sketch:
    s, name = text_parameter(d)
    cover, said = d.one(*_COVERS)
    k = d.number(1, 5)
    last = f"the last {k} characters" if k > 1 else "the last character"
    first = f"the first {k} characters" if k > 1 else "the first character"
    mid = f"{s}[0] + '{cover}' * (len({s}) - 2) + {s}[-1]"
    code, shown, names, least = d.one(
        (mid, "the first and the last", "hide_middle mask_middle cover_middle censor_middle show_ends blank_middle obscure_middle redact_inside", 2),  # noqa: E501
        (mid, "the first and the last", "mask_word hide_inner keep_ends hide_inside only_ends mask_inside cover_inner mask_between", 2),  # noqa: E501
        (f"'{cover}' * (len({s}) - {k}) + {s}[-{k}:]", last, f"hide_all_but_last mask_card keep_last_{k} mask_number show_last_{k} mask_start hide_start only_last_{k}", k),  # noqa: E501
        (f"{s}[:{k}] + '{cover}' * (len({s}) - {k})", first, f"hide_all_but_first keep_first_{k} censor_rest mask_end show_first_{k} hide_rest mask_rest only_first_{k}", k),  # noqa: E501
        (f"'{cover}' * len({s})", "", "hide_all mask_all cover redact mask_text hide_everything blank_out conceal", 0),
        (f"''.join('{cover}' if c in 'aeiou' else c for c in {s})", "vowels", "hide_vowels mask_vowels cover_vowels replace_vowels censor_vowels blank_vowels obscure_vowels redact_vowels", 0),  # noqa: E501
        (f"''.join('{cover}' if c.isdigit() else c for c in {s})", "digits", "hide_digits mask_digits cover_numbers replace_digits censor_digits blank_digits redact_digits cover_digits", 0),  # noqa: E501
    )  # fmt: skip
    if shown in ("vowels", "digits"):
        kind = "small vowels" if shown == "vowels" else shown
        test = "c in 'aeiou'" if shown == "vowels" else "c.isdigit()"
        loop = f"result = ''\nfor c in {s}:\n    if {test}:\n        result += '{cover}'\n    else:\n        result += c\nreturn result"  # noqa: E501
        said = "the letter x" if cover == "x" else f"'{cover}'"
        one = "small vowel" if shown == "vowels" else "digit"
        listed = "letters a, e, i, o and u" if shown == "vowels" else "characters from 0 to 9"
        return Sketch(
            names=names.split(),
            params=[Param(s, "text")],
            bodies=[f"return {code}", f"return {code}", loop],
            returns="str",
            do=[
                f"Replace each of the {kind} in {name} by {said}",
                f"Swap every {one} of {name} for {said}",
                f"Put {said} in place of each of the {listed} in {name}",
                f"Mask the {kind} of {name}, writing {said} for each",
            ],
            what=[
                f"{name} with {said} in place of every {one}",
                f"a copy of {name} in which every {one} has become {said}",
            ],
            sentences=[
                f"Given {name.replace('given ', '')}, turn every {one} into {said} and leave all else as it is.",
                f"What does {name} look like when {said} covers each {one}?",
                f"Each {one} of {name} becomes {said}; the other characters stay.",
                f"Go through {name} and write {said} wherever there is a {one}.",
            ],
        )
    if not shown:
        return Sketch(
            names=names.split(),
            params=[Param(s, "text")],
            bodies=[f"return {code}"],
            returns="str",
            do=[
                f"Replace every character of {name} by '{cover}'",
                f"Repeat '{cover}' once for each character of {name}",
                f"Hide {name} completely behind '{cover}' signs, one per character",
                f"Write '{cover}' as often as {name} has characters",
            ],
            what=[
                f"as many '{cover}' signs as {name} has characters",
                f"a string of nothing but '{cover}', as long as {name}",
                f"'{cover}' repeated len({s}) times",
            ],
            sentences=[
                f"Given {name.replace('given ', '')}, return a text of the same length that consists only of '{cover}'.",  # noqa: E501
                f"Each character of {name} turns into '{cover}', even the spaces.",
                f"What is left to see of {name} when every character is covered with '{cover}'?",
            ],
        )
    full = f"{shown} character" if "first and" in shown else shown
    are = "are" if k > 1 or "first and" in shown else "is"
    guard = f"if len({s}) <= {least}:\n    return {s}\n"
    few = {1: "at most one character"}.get(least, f"at most {least} characters")
    return Sketch(
        names=names.split(),
        params=[Param(s, "word" if d.chance(0.7) else "text")],
        bodies=[f"{guard}return {code}"] * 2 + [f"if len({s}) > {least}:\n    return {code}\nreturn {s}"],
        returns="str",
        do=[
            f"Replace all characters of {name} except {shown} by {said}",
            f"Hide {name} behind {said}, but show {full}",
            f"Mask {name} with '{cover}', leaving only {full} visible",
            f"Keep {full} of {name} and turn each of the others into '{cover}'",
            f"Censor {name} so that only {full} can be read, with '{cover}' for each of the others",
        ],
        what=[
            f"{name} with '{cover}' in place of every character but {shown}",
            f"a copy of {name} in which only {full} {are} left and each other one is '{cover}'",
        ],
        sentences=[
            f"Given {name.replace('given ', '')}, write '{cover}' for each character except {shown}.",
            f"Only {full} of {name} {are} shown, each of the others becomes '{cover}'.",
            f"What does {name} look like when '{cover}' covers each character but {shown}?",
        ],
        edge=d.one(
            f"A text of {few} stays the same.",
            f"Return texts of {few} unchanged.",
            f"If there {'is' if least == 1 else 'are'} {few}, nothing is hidden.",
            f"With {few}, the text is not changed.",
        ),
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
    if inside:
        do = [
            f"Cut {name} to {n} characters in all, the last three of them dots",
            f"Truncate {name} to a total length of {n}, '...' at the end included",
            f"Keep the first {n} - 3 characters of {name} and append '...'",
        ]
        what = [
            f"the first {n} - 3 characters of {name}, followed by three dots",
            f"{name} cut so that it has {n} characters together with '...' at the end",
        ]
        sentences = [
            f"Given {name.replace('given ', '')}, shorten it to {n} characters; the '...' at the end counts.",
            f"If {name} is longer than {n}, give back {n} - 3 of its characters and three dots.",
            f"How can {name} be cut so that it ends in '...' and is {n} characters long?",
        ]
    else:
        do = [
            f"Shorten {name} to {n} characters and append {said}",
            f"Cut {name} after {n} characters and add {said}",
            f"Limit {name} to its first {n} characters, followed by {said}",
            f"Truncate {name} to {n} characters, with {said} put after them",
            f"Chop off all but the first {n} characters of {name} and write {said} instead",
        ]
        what = [
            f"the first {n} characters of {name} with {said} after them",
            f"{name} cut off after {n} characters, plus {said}",
        ]
        sentences = [
            f"Given {name.replace('given ', '')}, return its first {n} characters and then {said} if there are more than {n}.",  # noqa: E501
            f"If {name} has more than {n} characters, throw the rest away and put {said} in its place.",
            f"What is left of {name} when it is cut after {n} characters and {said} added?",
            f"A preview of {name}: its first {n} characters, then {said}.",
        ]
    return Sketch(
        names=["cut_off", "shorten", "truncate", "abbreviate", "preview", "clip_text", "limit_text", "trim_to", "ellipsis"],  # noqa: E501
        params=[Param(s, "text")] + ([] if fixed else [Param(n, "int")]),
        bodies=[f"if len({s}) <= {n}:\n    return {s}\nreturn {cut} + '{dots}'"] * 2
        + [f"if len({s}) > {n}:\n    return {cut} + '{dots}'\nreturn {s}", f"return {s} if len({s}) <= {n} else {cut} + '{dots}'"],  # noqa: E501
        returns="str",
        do=do,
        what=what,
        sentences=sentences,
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
    q = last[1:-1]
    like = f"'a{sep}b{q}c'" + (f" or 'a{q}b'" if comma else "")
    return Sketch(
        names=[f"join_with_{word}" if word.isalpha() else "join_names", "enumerate_words", "list_to_text", "natural_list", "join_list", "to_sentence", "say_list", f"join_{xs}", f"enumerate_{xs}"],  # noqa: E501
        params=[Param(xs, "words")],
        bodies=bodies,
        returns="str",
        do=[
            f"Join {xs} with {by}, but put {last} before the last one".replace("'", '"') if d.chance(0.5) else f"Join {xs} with {by} and put '{q}' before the last one",  # noqa: E501
            f"Glue {xs} together with '{sep}', only before the last one with '{q}'",
            f"Turn {xs} into a text like {like}",
        ],
        what=[
            f"a string that lists {xs}, with '{sep}' between them but '{q}' before the last",
            f"{xs} as an enumeration such as {like}",
        ],
        sentences=[
            f"Write {xs} as one text, separated by {by}, with '{q}' before the last.",
            f"Given a list of {xs}, return a phrase like {like}.",
            f"How would one list all of {xs} in a text like {like}?",
            f"Between two of {xs} comes '{sep}', but '{q}' before the last one.",
        ],
        edge=d.one(
            f"A single one is returned alone, no {xs} give {none}.",
            f"One alone is returned as it is; for none, return {none}.",
            f"If there is only one, return just that, and {none} if there are none.",
            f"With one element, that is the result; with an empty list, {none} is.",
        ),
        inputs=["['Ann', 'Bob', 'Eve']", "['Ann', 'Bob']", "['Ann']", "[]", "['a', 'b', 'c', 'd']"],
    )  # fmt: skip


def _renamed(d: Draw) -> Sketch:
    """Identifiers between snake_case, camelCase and kebab-case."""
    s = d.name("name identifier key word text s variable")
    p, out = d.name("parts words pieces"), d.name("result out")
    up = f"''.join(w.capitalize() for w in {p}[1:])"
    back = f"{out} = ''\nfor c in {s}:\n    if c.isupper():\n        {out} += '%s' + c.lower()\n    else:\n        {out} += c\nreturn {out}"  # noqa: E501
    inner = "''.join('%s' + c.lower() if c.isupper() else c for c in {s})"
    bodies, a, b, names, camel, style, other, how = d.one(
        ([f"{p} = {s}.split('_')\nreturn {p}[0] + {up}"] * 2 + [f"first, *rest = {s}.split('_')\nreturn first + ''.join(w.capitalize() for w in rest)"], "total_price", "totalPrice", "snake_to_camel to_camel camel_case underscore_to_camel camelize make_camel_case snake_case_to_camel from_snake", False, "snake_case", "camelCase", "Drop the underscores of {} and capitalize every word but the first"),  # noqa: E501
        ([f"{p} = {s}.split('_')\nreturn {p}[0] + {up}"], "number_of_items", "numberOfItems", "snake_to_camel camelize to_camel_case python_to_java join_as_camel as_camel_case lower_camel snake2camel", False, "snake_case", "camelCase", "Join the parts between the underscores of {}, all but the first capitalized"),  # noqa: E501
        ([f"{p} = {s}.split('-')\nreturn {p}[0] + {up}"], "line-width", "lineWidth", "kebab_to_camel css_to_js dashes_to_camel camelize to_camel_case property_name from_kebab hyphens_to_camel", False, "kebab-case", "camelCase", "Drop the dashes of {} and capitalize every word but the first"),  # noqa: E501
        ([f"return ''.join(w.capitalize() for w in {s}.split('_'))", f"{out} = ''\nfor w in {s}.split('_'):\n    {out} += w.capitalize()\nreturn {out}"], "user_name", "UserName", "snake_to_pascal class_name to_pascal pascal_case to_class_name upper_camel underscore_to_pascal make_class_name", False, "snake_case", "PascalCase", "Drop the underscores of {} and capitalize every word"),  # noqa: E501
        ([back % "_", f"return {inner.format(s=s) % '_'}"], "totalPrice", "total_price", "camel_to_snake to_snake underscore snake_case to_snake_case camel_to_underscore from_camel decamelize", True, "camelCase", "snake_case", "Put an underscore before every capital letter of {} and make it small"),  # noqa: E501
        ([back % "-", f"return {inner.format(s=s) % '-'}"], "lineWidth", "line-width", "camel_to_kebab to_kebab kebab_case js_to_css camel_to_dashes to_kebab_case hyphenate from_camel", True, "camelCase", "kebab-case", "Put a dash before every capital letter of {} and make it small"),  # noqa: E501
        ([back % " ", f"return {inner.format(s=s) % ' '}"], "totalPrice", "total price", "split_camel camel_to_words to_words split_camel_case humanize spaced_out words_of_name separate_words", True, "camelCase", "small words with spaces between", "Put a space before every capital letter of {} and make it small"),  # noqa: E501
        ([f"return {s}.replace('_', '-')", f"return '-'.join({s}.split('_'))"], "user_name", "user-name", "snake_to_kebab dashes to_kebab_case underscores_to_dashes kebab_case hyphenate slug with_dashes", False, "snake_case", "kebab-case", "Replace all underscores of {} by dashes"),  # noqa: E501
        ([f"return {s}.replace('_', ' ').capitalize()"], "first_name", "First name", "to_label field_label readable humanize make_label label_of caption sentence_case", False, "snake_case", "words with spaces and one capital at the start", "Replace the underscores of {} by spaces and capitalize only the very first letter"),  # noqa: E501
        ([f"return {s}.replace('_', ' ').title()"], "first_name", "First Name", "to_title heading title_case make_title to_heading snake_to_title column_title pretty_name", False, "snake_case", "capitalized words with spaces between", "Replace the underscores of {} by spaces and capitalize each word"),  # noqa: E501
        ([f"return {s}.strip().lower().replace(' ', '_')"], "First Name", "first_name", "to_identifier column_name snake_case to_snake_case title_to_snake make_identifier field_name slugify", False, "capitalized words with spaces", "snake_case", "Strip the ends of {}, make it lower case and put underscores for the spaces"),  # noqa: E501
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
        do=[
            f"Convert a name such as '{a}' to the form '{b}'",
            f"Turn {s}, for example '{a}', into the style of '{b}'",
            f"Change the style of {s} from '{a}' to '{b}'",
            f"Convert {s} from {style} to {other}",
            how.format(s),
        ],
        what=[f"{s}, which is in {style}, rewritten as {other}", f"{s} in the style of '{b}' instead of '{a}'"],
        sentences=[
            f"A name like '{a}' becomes '{b}'.",
            f"Given {s} in {style}, such as '{a}', return it as {other}, such as '{b}'.",
            f"How is a name like '{a}' written in the style of '{b}'?",
            f"What does {s} look like when it is changed from {style} to {other}?",
        ],
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
        names=[
            "initials",
            "get_initials",
            "name_initials",
            "abbreviate",
            "monogram",
            "short_name",
            "first_letters",
            "to_initials",
        ],
        params=[Param(s, "text")],
        bodies=[f"return '{between}'.join({letter} for {w} in {s}.split())"] * 2 + ([loop] if not between else []),
        returns="str",
        do=[
            f"Return the first letters of all {many} of {s}, {form}",
            f"Write the initials of {s}, {form}",
            f"Shorten {s} to its initials, {form}",
            f"Pick out the letters that the {many} of {s} start with, {form}",
            f"Split {s} at white space and join the first letters of the {many}, {form}",
        ],
        what=[
            f"all initials of {s} as one string, {form}",
            f"a string of the first letters of the {many} of {s}, {form}",
        ],
        sentences=[
            f"The first letters of the {many} of {s}, {form}.",
            f"What are the initials of {s}? Give them {form}.",
            f"Given {s}, keep nothing but the first letters of its {many}, {form}.",
            f"Which letters do the {many} of {s} begin with? Put them together, {form}.",
        ],
        inputs=["'ada king lovelace'", "'Bob'", "''", "'Mary Ann'", "'  tom   jones '"],
    )


FAMILIES = (
    Family("decorating", ((_marked, 3), (_hidden, 3), (_shortened, 2), (_joined, 2), (_renamed, 2), (_initials, 2))),
)
