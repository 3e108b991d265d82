"""Strings: their characters, their words, what they look like."""

from __future__ import annotations

import re

from trainer.data.exercises import fold_sketches as fold
from trainer.data.exercises.conditions import char_condition, word_condition
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.folds import truth
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.sources import Source, chars, words
from trainer.data.exercises.transforms import word_transform

__all__ = ["FAMILIES"]


def _text(d: Draw) -> tuple[str, str]:
    """A parameter for a string, and what it is called in a sentence."""
    s = d.name("text text s s string word sentence st message phrase txt name line input_string")
    return s, d.one(s, s, "the string", "a string", f"the string {s}", "the text", "the given string")


def _count_chars(d: Draw) -> Sketch:
    return fold.count(d, chars(d))


def _check_chars(d: Draw) -> Sketch:
    return d.one(fold.check_all, fold.check_any)(d, chars(d))


def _first_char(d: Draw) -> Sketch:
    source = chars(d)
    if d.chance(0.6):
        return fold.first_of(d, source)
    return fold.collect(d, source, filtered=True, mapped=False)


def _keep_or_remove(d: Draw) -> Sketch:
    """A string with some of the characters, or with some of them changed."""
    source = chars(d)
    s, c = source.code, source.element
    condition = char_condition(d)
    test = condition.of(c)
    out = d.name("result result out new kept answer")
    those = condition.those(d, "characters", "")
    params = [*source.params, *condition.params]
    form = d.number(0, 4)
    if form < 2:
        loop = f"{out} = ''\nfor {c} in {s}:\n    if {test}:\n        {out} += {c}\nreturn {out}"
        return Sketch(names=[f"keep_{condition.name}", f"only_{condition.name}", f"extract_{condition.name}", f"filter_{condition.name}"], params=params, bodies=[f"return ''.join({c} for {c} in {s} if {test})", loop, loop], returns="str", what=[f"{s} with only its {those}", f"a string of the {those} in {s}"], do=[f"Keep only the {those} of {s}", f"Extract the {those} from {s}"])
    if form == 2:
        against = f"not ({test})" if " and " in test or " or " in test else f"not {test}"
        against = test.replace(" not in ", " in ") if " not in " in test else test.replace(" in ", " not in ") if " in " in test and " and " not in test else test.replace("!=", "==") if "!=" in test else test.replace("==", "!=") if "==" in test else test[4:] if test.startswith("not ") else against
        loop = f"{out} = ''\nfor {c} in {s}:\n    if {against}:\n        {out} += {c}\nreturn {out}"
        bodies = [f"return ''.join({c} for {c} in {s} if {against})", loop, loop]
        if test.startswith(f"{c} == "):
            bodies.append(f"return {s}.replace({test.split(' == ')[1]}, '')")
        return Sketch(names=[f"remove_{condition.name}", f"strip_{condition.name}", f"without_{condition.name}", f"delete_{condition.name}"], params=params, bodies=bodies, returns="str", what=[f"{s} without the {those}"], do=[f"Remove the {those} from {s}", f"Remove all {those} from {d.one(s, 'the string')}", f"Delete the {those} in {s}"])
    value, said, verb = d.one(("'*'", "'*'", "replace"), ("'_'", "'_'", "replace"), ("'-'", "'-'", "replace"), ("'#'", "'#'", "hide"), (f"{c}.upper()", "its upper case", "upper"), (f"{c} * 2", "itself twice", "double"), ("' '", "a space", "blank"), ("'x'", "'x'", "replace"), (f"{c}.lower()", "its lower case", "lower"))
    loop = f"{out} = ''\nfor {c} in {s}:\n    if {test}:\n        {out} += {value}\n    else:\n        {out} += {c}\nreturn {out}"
    joined = f"return ''.join({value} if {test} else {c} for {c} in {s})"
    each = condition.those(d, "characters", "").replace("are", "is", 0)
    return Sketch(names=[f"{verb}_{condition.name}", f"mask_{condition.name}", f"change_{condition.name}"], params=params, bodies=[joined, loop], returns="str", what=[f"{s} with each of the {each} replaced by {said}"], do=[f"Replace each of the {each} in {s} by {said}"])


def _whole(d: Draw) -> Sketch:
    """One operation on a whole string."""
    s, name = _text(d)
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
        (f"{s}[::-1]", f"{name} reversed", "reverse_text backwards flip_string reverse_chars mirror_text", [f"{out} = ''\nfor {c} in {s}:\n    {out} = {c} + {out}\nreturn {out}", f"return ''.join(reversed({s}))"]),
        (f"{s}[::-1]", f"{name} with its characters in reverse order", "reverse_order invert_string", [f"{out} = ''\nfor {i} in range(len({s}) - 1, -1, -1):\n    {out} += {s}[{i}]\nreturn {out}"]),
        (f"{s}.upper()", f"{name} in upper case", "to_upper shout make_uppercase", []), (f"{s}.lower()", f"{name} in lower case", "to_lower make_lowercase", []), (f"{s}.capitalize()", f"{name} with its first character in upper case and the rest in lower case", "capitalize_text", []),
        (f"{s}.swapcase()", f"{name} with upper and lower case swapped", "swap_case toggle_case", [f"return ''.join({c}.lower() if {c}.isupper() else {c}.upper() for {c} in {s})"]), (f"{s}.strip()", f"{name} without spaces at its ends", "trim strip_text", []),
        (f"{s}.title()", f"{name} with every word in title case", "title_case", []), (f"len({s})", f"the number of characters of {name}", "text_length count_chars length_of", [f"{out} = 0\nfor {c} in {s}:\n    {out} += 1\nreturn {out}"]),
        (f"{s} * {k}", f"{name} repeated {k} times", "repeat_text repeat", [f"{out} = ''\nfor {i} in range({k}):\n    {out} += {s}\nreturn {out}"]), (f"{s}[:{k}]", f"the first {k} characters of {name}", f"first_{stem}_chars prefix_of", []), (f"{s}[-{k}:]", f"the last {k} characters of {name}", f"last_{stem}_chars suffix_of", []),
        (f"{s}[{k}:]", f"{name} without its first {k} characters", f"drop_{stem}_chars", []), (f"{s}[::{k}]", f"every {k}-th character of {name}, starting with the first", "every_nth_char skip_chars", []), (f"{s}.replace('{a}', '{b}')", f"{name} with every '{a}' replaced by '{b}'", f"replace_{a}_with_{b} replace_{a}", [f"return ''.join('{b}' if {c} == '{a}' else {c} for {c} in {s})", f"{out} = ''\nfor {c} in {s}:\n    if {c} == '{a}':\n        {out} += '{b}'\n    else:\n        {out} += {c}\nreturn {out}"]),
        (f"{s} + '{mark}'", f"{name} followed by '{mark}'", "add_mark append_mark", []), (f"{s}.replace(' ', '{b}')", f"{name} with every space replaced by '{b}'", "replace_spaces fill_spaces", []), (f"{s} + {s}[::-1]", f"{name} followed by its reverse", "make_palindrome mirror", []), (f"''.join({c} * {k} for {c} in {s})", f"{name} with each character repeated {k} times", "stretch repeat_chars multiply_chars", [f"{out} = ''\nfor {c} in {s}:\n    {out} += {c} * {k}\nreturn {out}"]),
        (f"list({s})", f"the list of the characters of {name}", "to_chars split_chars", [f"return [{c} for {c} in {s}]"]), (f"''.join(sorted({s}))", f"{name} with its characters in ascending order", "sort_chars sorted_text", []), (f"{s}[1:-1]", f"{name} without its first and last character", "inner_text trim_ends", []), (f"'-'.join({s})", f"the characters of {name} joined by '-'", "dash_chars", []),
        (f"''.join(sorted({s}, reverse=True))", f"{name} with its characters in descending order", "sort_chars_down", []), (f"[ord({c}) for {c} in {s}]", f"the list of the character codes of {name}", "char_codes ordinals", []), (f"{s}[::-1].upper()", f"{name} reversed and in upper case", "reverse_upper", []), (f"{s}[::-1].lower()", f"{name} reversed and in lower case", "reverse_lower", []),
        (f"''.join(chr(ord({c}) + 1) for {c} in {s})", f"{name} with each character replaced by the one with the next code", "shift_chars next_chars", []), (f"{s}.count(' ')", f"the number of spaces in {name}", "count_blanks", [f"{out} = 0\nfor {c} in {s}:\n    if {c} == ' ':\n        {out} += 1\nreturn {out}"]), (f"{s}[1:] + {s}[:1]", f"{name} with its first character moved to the end", "rotate_text", []),
        (f"''.join({c} for {i}, {c} in enumerate({s}) if {i} % 2 == 0)", f"the characters of {name} at even indices", "even_chars alternate_chars", [f"return {s}[::2]"]), (f"''.join({c} for {c} in {s} if {c} != ' ')", f"{name} without spaces", "remove_blanks squeeze", [f"return {s}.replace(' ', '')"]),
    )  # fmt: skip
    if f"{k}" in code and not k.isdigit():
        used = params
    else:
        used = params[:1]
    if not k.isdigit() and len(used) == 2 and k not in said:
        used = params[:1]
    returns = "int" if code.startswith("len") or ".count(" in code else "list[int]" if "ord(" in code and code.startswith("[") else "list[str]" if code.startswith("list") else "str"
    do = [f"Reverse {name}"] if code.endswith("[::-1]") and "+" not in code else []
    return Sketch(names=names.split(), params=used, bodies=[f"return {code}", *extra], returns=returns, what=[said], do=do)


def _joining(d: Draw) -> Sketch:
    source = words(d) if d.chance(0.75) else Source(*_int_list(d))
    xs, w = source.code, source.element
    separator, said = d.one(("', '", "', '"), ("' '", "a space"), ("'-'", "'-'"), ("''", ""), ("','", "','"), ("' and '", "' and '"), ("'/'", "'/'"), ("'_'", "'_'"), ("'; '", "'; '"))
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
    those = "the " + condition.those(d, source.many, " of " + xs) if condition else d.one(f"the {source.many} of {xs}", f"the {source.many}{source.where}")
    phrase = transform.phrase(d, those) if transform else those
    by = f"joined by {said}" if said else "joined without a separator"
    parts, out = d.name("parts pieces texts"), d.name("result out")
    bodies = [f"return {separator}.join({each})", f"{parts} = [{each}]\nreturn {separator}.join({parts})" if each != xs else f"return {separator}.join({xs})"]
    if separator == "''":
        bodies.append(f"{out} = ''\nfor {w} in {xs}:\n" + (f"    if {condition.of(w)}:\n        {out} += {value}\n" if condition else f"    {out} += {value}\n") + f"return {out}")
    return Sketch(names=["join_" + source.many, "concat", "join_all", "combine", "join_with", f"{source.many}_to_text"], params=params, bodies=bodies, returns="str", what=[f"{phrase}, {by}", f"a string of {phrase}, {by}"], do=[f"Join {phrase} with {said}" if said else f"Concatenate {phrase}"] if not transform else [])


def _int_list(d: Draw) -> tuple:
    xs = d.name("numbers nums values items")
    return xs, d.name("n x number value"), "number", "numbers", f" of {xs}", "int", "numbers", (Param(xs, "ints"),)


def _checks(d: Draw) -> Sketch:
    s, name = _text(d)
    c = d.one(*"abehlnostw")
    k = d.number(2, 8)
    code, whether, names, inputs = d.one(
        (f"{s} == {s}[::-1]", f"{name} reads the same forwards and backwards", "reads_same is_mirror same_reversed is_symmetric", "'level' 'ab' 'noon'"), (f"{s} == {s}[::-1]", f"{name} is a palindrome", "palindrome_check check_palindrome", "'level' 'ab' 'noon'"),
        (f"{s}.lower() == {s}.lower()[::-1]", f"{name} is a palindrome when case is ignored", "is_palindrome_ignore_case", "'Anna' 'ab'"), (f"{s}.isdigit()", f"{name} is not empty and consists of digits only", "is_number_text all_digits is_numeric", "'123' '12a'"), (f"{s}.isalpha()", f"{name} is not empty and consists of letters only", "is_letters all_letters only_letters", "'abc' 'a1'"),
        (f"{s} == {s}.upper()", f"{name} contains no lowercase letters", "no_lowercase is_shouting", "'ABC' 'AbC'"), (f"{s} == {s}.lower()", f"{name} contains no uppercase letters", "no_uppercase is_quiet", "'abc' 'aBc'"), (f"len({s}) > {k}", f"{name} is longer than {k} characters", f"longer_than_{k} is_long", ""), (f"len({s}) == len(set({s}))", f"no character occurs twice in {name}", "all_unique is_isogram unique_chars", "'abc' 'aba'"),
        (f"{s}.startswith('{c}')", f"{name} starts with '{c}'", f"starts_with_{c}", f"'{c}x' 'x{c}'"), (f"{s}.endswith('{c}')", f"{name} ends with '{c}'", f"ends_with_{c}", f"'{c}x' 'x{c}'"), (f"'{c}' in {s}", f"{name} contains '{c}'", f"contains_{c} has_{c}", f"'x{c}' 'xy'"), (f"{s}[:1] == {s}[-1:]", f"{name} starts and ends with the same character, or is empty", "same_ends", "'aba' 'ab'"),
        (f"{s} == ''", f"{name} is empty", "is_empty empty_text", "'' 'a'"), (f"{s}.strip() == ''", f"{name} is empty or consists of spaces only", "is_blank only_spaces", "'  ' ' a'"), (f"' ' in {s}", f"{name} contains a space", "has_space several_words", "'a b' 'ab'"), (f"len({s}) % 2 == 0", f"{name} has an even number of characters", "even_length", ""), (f"{s}.count('{c}') > 1", f"'{c}' occurs more than once in {name}", f"many_{c}", f"'{c}{c}' '{c}'"),
        (f"{s}[:1].isupper()", f"{name} starts with an uppercase letter", "starts_upper is_capitalized", "'Ab' 'ab'"), (f"{s}[:1] in list('aeiou')", f"{name} starts with a lowercase vowel", "starts_with_vowel vowel_first", "'ab' 'ba'"), (f"{s} == ''.join(sorted({s}))", f"the characters of {name} are in ascending order", "is_sorted_text chars_ascending", "'abc' 'cba'"),
    )  # fmt: skip
    bodies = truth(d, code)
    i = d.name("i j index")
    if code == f"{s} == {s}[::-1]":
        bodies += [f"for {i} in range(len({s}) // 2):\n    if {s}[{i}] != {s}[-1 - {i}]:\n        return False\nreturn True"] * 2
    return Sketch(names=names.split(), params=[Param(s, "text")], bodies=bodies, returns="bool", whether=[whether], inputs=re.findall("'[^']*'", inputs))


def _two_texts(d: Draw) -> Sketch:
    a, b = d.one("a b", "s t", "first second", "text other", "word1 word2", "s1 s2", "left right", "x y", "str1 str2").split()
    c, count = d.name("c char ch"), d.name("count result n")
    i = d.name("i k index")
    form = d.number(0, 1)
    if form == 0:
        code, whether, names = d.one(
            (f"sorted({a}) == sorted({b})", f"{a} and {b} consist of the same characters, each as often", "are_anagrams is_anagram same_letters"), (f"{a}.lower() == {b}.lower()", f"{a} equals {b} when case is ignored", "equal_ignore_case same_text"), (f"{a} in {b}", f"{a} occurs in {b}", "is_part occurs_in"), (f"{a} == {b}[::-1]", f"{a} is {b} reversed", "is_reverse are_mirrored"),
            (f"len({a}) == len({b})", f"{a} and {b} are equally long", "same_length"), (f"len({a}) > len({b})", f"{a} is longer than {b}", "is_longer"), (f"set({a}) == set({b})", f"{a} and {b} consist of the same characters, no matter how often", "same_alphabet"), (f"all({c} in {b} for {c} in {a})", f"every character of {a} occurs in {b}", "made_from letters_within"),
            (f"any({c} in {b} for {c} in {a})", f"{a} and {b} have a character in common", "share_letter common_letter"), (f"{a}[:1] == {b}[:1]", f"{a} and {b} start with the same character, or both are empty", "same_start"), (f"{a}.startswith({b})", f"{a} starts with {b}", "has_prefix"), (f"{a}.endswith({b})", f"{a} ends with {b}", "has_suffix"), (f"len({a}) == len({b}) and {a} in {b} + {b}", f"{a} can be made by rotating {b}", "is_rotation"),
        )  # fmt: skip
        return Sketch(names=names.split(), params=[Param(a, "word"), Param(b, "word")], bodies=truth(d, code), returns="bool", whether=[whether], inputs=["'abc', 'cab'", "'ab', 'AB'", "'ab', 'abc'", "'abc', 'cba'", "'ab', 'xy'", "'abc', 'ab'", "'cab', 'ab'"])
    code, said, names, returns, extra = d.one(
        (f"{a} + {b}", f"{a} followed by {b}", "concat join_two glue", "str", []), (f"{b} + {a}", f"{b} followed by {a}", "prepend put_before", "str", []), (f"{a} + ' ' + {b}", f"{a} and {b} with a space between", "full_name join_words", "str", [f"return f'{{{a}}} {{{b}}}'"]), (f"len({a}) + len({b})", f"the total length of {a} and {b}", "total_length", "int", []),
        (f"sum(1 for {c} in {a} if {c} in {b})", f"how many characters of {a} occur in {b}", "count_common count_shared", "int", [f"{count} = 0\nfor {c} in {a}:\n    if {c} in {b}:\n        {count} += 1\nreturn {count}"]), (f"''.join({c} for {c} in {a} if {c} not in {b})", f"{a} without the characters that occur in {b}", "remove_chars subtract_text", "str", []), (f"''.join({c} for {c} in {a} if {c} in {b})", f"the characters of {a} that occur in {b}", "common_chars keep_common", "str", []),
        (f"sum(1 for {i} in range(min(len({a}), len({b}))) if {a}[{i}] != {b}[{i}])", f"at how many places {a} and {b} differ, up to the length of the shorter one", "hamming count_differences", "int", [f"{count} = 0\nfor x, y in zip({a}, {b}):\n    if x != y:\n        {count} += 1\nreturn {count}"]),
        (f"{a} if len({a}) >= len({b}) else {b}", f"the longer of {a} and {b}, {a} if they are equally long", "longer longer_text", "str", [f"if len({a}) >= len({b}):\n    return {a}\nreturn {b}"]), (f"{a} if len({a}) <= len({b}) else {b}", f"the shorter of {a} and {b}, {a} if they are equally long", "shorter", "str", [f"if len({b}) < len({a}):\n    return {b}\nreturn {a}"]),
        (f"{a}.count({b})", f"how often {b} occurs in {a}, without overlaps", "occurrences count_part", "int", []), (f"{a}.find({b})", f"the index of the first occurrence of {b} in {a}, -1 if there is none", "find_part index_of_text", "int", []), (f"{a} + {b}[::-1]", f"{a} followed by {b} reversed", "add_reversed", "str", []), (f"({a} + {b}).upper()", f"{a} followed by {b}, all in upper case", "shout_both", "str", []),
        (f"''.join(x + y for x, y in zip({a}, {b}))", f"the characters of {a} and {b} in turn, up to the length of the shorter one", "interleave_text weave", "str", [f"out = ''\nfor {i} in range(min(len({a}), len({b}))):\n    out += {a}[{i}] + {b}[{i}]\nreturn out"]),
    )  # fmt: skip
    kind = "char" if ".count(" in code or ".find(" in code else "word"
    return Sketch(names=names.split(), params=[Param(a, "word"), Param(b, kind)], bodies=[f"return {code}", *extra], returns=returns, what=[said])


def _of_words(d: Draw) -> Sketch:
    """What is made of the words of a text."""
    s, name = _text(d)
    w = d.name("word word w part token")
    source = Source(f"{s}.split()", w, "word", "words", d.one(f" of {s}", f" in {s}", " of the text"), "word", "words", (Param(s, "text"),))
    rule = d.one(fold.count, fold.count, "list", "filter", fold.check_any, fold.check_all, fold.first_of)
    if rule == "list":
        return fold.collect(d, source, filtered=False, mapped=True)
    if rule == "filter":
        return fold.collect(d, source, filtered=True, mapped=False)
    return rule(d, source)


def _words(d: Draw) -> Sketch:
    s, name = _text(d)
    w, out = d.name("word w part"), d.name("words parts result pieces")
    best = d.name("best longest result")
    code, said, names, returns, extra = d.one(
        (f"len({s}.split())", f"the number of words in {name}", "word_count count_words words_in", "int", [f"{out} = {s}.split()\nreturn len({out})"]), (f"' '.join({s}.split()[::-1])", f"{name} with its words in reverse order", "reverse_words flip_words", "str", [f"{out} = {s}.split()\n{out}.reverse()\nreturn ' '.join({out})"]),
        (f"' '.join({w}[::-1] for {w} in {s}.split())", f"{name} with each word reversed, words separated by one space", "reverse_each_word", "str", []), (f"''.join({w}[0] for {w} in {s}.split())", f"the first letters of the words in {name}", "initials first_letters", "str", [f"{out} = ''\nfor {w} in {s}.split():\n    {out} += {w}[0]\nreturn {out}"]), (f"''.join({w}[0].upper() for {w} in {s}.split())", f"the first letters of the words in {name}, in upper case", "acronym abbreviation", "str", []),
        (f"max({s}.split(), key=len, default='')", f"the longest word of {name}, the first of several, '' if there is none", "longest_word find_longest", "str", [f"{best} = ''\nfor {w} in {s}.split():\n    if len({w}) > len({best}):\n        {best} = {w}\nreturn {best}"]), (f"min({s}.split(), key=len, default='')", f"the shortest word of {name}, the first of several, '' if there is none", "shortest_word", "str", []),
        (f"' '.join({w}.capitalize() for {w} in {s}.split())", f"{name} with each word capitalized, words separated by one space", "capitalize_words title_words", "str", []), (f"[len({w}) for {w} in {s}.split()]", f"the list of the lengths of the words in {name}", "word_lengths", "list[int]", [f"{out} = []\nfor {w} in {s}.split():\n    {out}.append(len({w}))\nreturn {out}"]), (f"sorted({s}.split())", f"the words of {name} in alphabetical order, capital letters first", "sorted_words", "list[str]", []),
        (f"' '.join({s}.split())", f"{name} with its words separated by one space each and none at the ends", "normalize_spaces squeeze_spaces", "str", []), (f"'-'.join({s}.lower().split())", f"the words of {name} in lower case, joined by '-'", "slugify to_slug kebab", "str", []), (f"'_'.join({s}.lower().split())", f"the words of {name} in lower case, joined by '_'", "snake_case to_snake", "str", []), (f"len(set({s}.split()))", f"the number of different words in {name}", "distinct_words unique_word_count", "int", []),
        (f"{s}.split()[0] if {s}.split() else ''", f"the first word of {name}, '' if there is none", "first_word", "str", [f"{out} = {s}.split()\nif {out}:\n    return {out}[0]\nreturn ''"]), (f"{s}.split()[-1] if {s}.split() else ''", f"the last word of {name}, '' if there is none", "last_word", "str", [f"{out} = {s}.split()\nif not {out}:\n    return ''\nreturn {out}[-1]"]), (f"sum(len({w}) for {w} in {s}.split())", f"the total length of the words in {name}", "total_word_length", "int", []),
        (f"{s}.split()", f"the list of the words in {name}", "split_words to_words", "list[str]", []), (f"''.join({w}.capitalize() for {w} in {s}.split())", f"the words of {name}, each capitalized, without spaces", "camel_case pascal_case", "str", []), (f"' '.join(sorted({s}.split()))", f"{name} with its words sorted, capital letters first", "sort_words", "str", []), (f"' '.join({w} for {w} in {s}.split() if not {w}.isdigit())", f"{name} without the words that are numbers", "remove_numbers", "str", []),
    )  # fmt: skip
    return Sketch(names=names.split(), params=[Param(s, "text")], bodies=[f"return {code}", f"return {code}", *extra], returns=returns, what=[said])


def _most(d: Draw) -> Sketch:
    source = words(d, "words1")
    xs, w = source.code, source.element
    best = d.name("best result longest")
    longest = d.chance(0.6)
    fn, sign, word = ("max", ">", "longest") if longest else ("min", "<", "shortest")
    form = d.number(0, 2)
    walk = f"{best} = {xs}[0]\nfor {w} in {xs}:\n    if len({w}) {sign} len({best}):\n        {best} = {w}\nreturn {best}"
    if form == 0:
        return Sketch(names=[f"{word}_{source.one}", f"find_{word}", f"{word}_text"], params=source.params, bodies=[f"return {fn}({xs}, key=len)", walk, walk], returns="str", what=[f"the {word} of the {source.many}{source.where}, the first one if there are several", f"the first of the {word} {source.many}{source.where}"])
    if form == 1:
        return Sketch(names=[f"{word}_length", f"{fn}_length"], params=source.params, bodies=[f"return {fn}(len({w}) for {w} in {xs})", f"{best} = len({xs}[0])\nfor {w} in {xs}:\n    if len({w}) {sign} {best}:\n        {best} = len({w})\nreturn {best}"], what=[f"the length of the {word} of the {source.many}{source.where}"])
    return Sketch(names=["total_length", "sum_lengths", "count_all_chars"], params=source.params, bodies=[f"return sum(len({w}) for {w} in {xs})", f"{best} = 0\nfor {w} in {xs}:\n    {best} += len({w})\nreturn {best}"], what=[f"the total length of the {source.many}{source.where}", f"how many characters all {source.many}{source.where} have together"])


FAMILIES = (
    Family("characters", ((_count_chars, 4), (_check_chars, 2), (_first_char, 1))),
    Family("string_filters", ((_keep_or_remove, 1),)),
    Family("strings", ((_whole, 1),)),
    Family("joining", ((_joining, 1),)),
    Family("string_checks", ((_checks, 3), (_two_texts, 4))),
    Family("words", ((_of_words, 2), (_words, 2), (_most, 1))),
)
