"""The words of a text, and lists of words."""

from __future__ import annotations

from trainer.data.exercises import fold_sketches as fold
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import text_parameter
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Param, Sketch
from trainer.data.exercises.sources import Source, words

__all__ = ["FAMILIES"]


def _of_words(d: Draw) -> Sketch:
    """What is made of the words of a text."""
    s, _ = text_parameter(d)
    w = d.name("word word w part token")
    source = Source(
        f"{s}.split()",
        w,
        "word",
        "words",
        d.one(f" of {s}", f" in {s}", " of the text"),
        "word",
        "words",
        (Param(s, "text"),),
    )
    rule = d.one(fold.count, fold.count, "list", "filter", fold.check_any, fold.check_all, fold.first_of)
    if rule == "list":
        return fold.collect(d, source, filtered=False, mapped=True)
    if rule == "filter":
        return fold.collect(d, source, filtered=True, mapped=False)
    return rule(d, source)


def _words(d: Draw) -> Sketch:
    s, name = text_parameter(d)
    w, out = d.name("word w part"), d.name("words parts result pieces")
    best = d.name("best longest result")
    code, said, names, returns, extra = d.one(
        (
            f"len({s}.split())",
            f"the number of words in {name}",
            "word_count count_words words_in",
            "int",
            [f"{out} = {s}.split()\nreturn len({out})"],
        ),
        (
            f"' '.join({s}.split()[::-1])",
            f"{name} with its words in reverse order",
            "reverse_words flip_words",
            "str",
            [f"{out} = {s}.split()\n{out}.reverse()\nreturn ' '.join({out})"],
        ),
        (
            f"' '.join({w}[::-1] for {w} in {s}.split())",
            f"{name} with each word reversed, words separated by one space",
            "reverse_each_word",
            "str",
            [],
        ),
        (
            f"''.join({w}[0] for {w} in {s}.split())",
            f"the first letters of the words in {name}",
            "initials first_letters",
            "str",
            [f"{out} = ''\nfor {w} in {s}.split():\n    {out} += {w}[0]\nreturn {out}"],
        ),
        (
            f"''.join({w}[0].upper() for {w} in {s}.split())",
            f"the first letters of the words in {name}, in upper case",
            "acronym abbreviation",
            "str",
            [],
        ),
        (
            f"max({s}.split(), key=len, default='')",
            f"the longest word of {name}, the first of several, '' if there is none",
            "longest_word find_longest",
            "str",
            [
                f"{best} = ''\nfor {w} in {s}.split():\n    if len({w}) > len({best}):\n        {best} = {w}\nreturn {best}"  # noqa: E501
            ],
        ),
        (
            f"min({s}.split(), key=len, default='')",
            f"the shortest word of {name}, the first of several, '' if there is none",
            "shortest_word",
            "str",
            [],
        ),
        (
            f"' '.join({w}.capitalize() for {w} in {s}.split())",
            f"{name} with each word capitalized, words separated by one space",
            "capitalize_words title_words",
            "str",
            [],
        ),
        (
            f"[len({w}) for {w} in {s}.split()]",
            f"the list of the lengths of the words in {name}",
            "word_lengths",
            "list[int]",
            [f"{out} = []\nfor {w} in {s}.split():\n    {out}.append(len({w}))\nreturn {out}"],
        ),
        (
            f"sorted({s}.split())",
            f"the words of {name} in alphabetical order, capital letters first",
            "sorted_words",
            "list[str]",
            [],
        ),
        (
            f"' '.join({s}.split())",
            f"{name} with its words separated by one space each and none at the ends",
            "normalize_spaces squeeze_spaces",
            "str",
            [],
        ),
        (
            f"'-'.join({s}.lower().split())",
            f"the words of {name} in lower case, joined by '-'",
            "slugify to_slug kebab",
            "str",
            [],
        ),
        (
            f"'_'.join({s}.lower().split())",
            f"the words of {name} in lower case, joined by '_'",
            "snake_case to_snake",
            "str",
            [],
        ),
        (
            f"len(set({s}.split()))",
            f"the number of different words in {name}",
            "distinct_words unique_word_count",
            "int",
            [],
        ),
        (
            f"{s}.split()[0] if {s}.split() else ''",
            f"the first word of {name}, '' if there is none",
            "first_word",
            "str",
            [f"{out} = {s}.split()\nif {out}:\n    return {out}[0]\nreturn ''"],
        ),
        (
            f"{s}.split()[-1] if {s}.split() else ''",
            f"the last word of {name}, '' if there is none",
            "last_word",
            "str",
            [f"{out} = {s}.split()\nif not {out}:\n    return ''\nreturn {out}[-1]"],
        ),
        (
            f"sum(len({w}) for {w} in {s}.split())",
            f"the total length of the words in {name}",
            "total_word_length",
            "int",
            [],
        ),
        (f"{s}.split()", f"the list of the words in {name}", "split_words to_words", "list[str]", []),
        (
            f"''.join({w}.capitalize() for {w} in {s}.split())",
            f"the words of {name}, each capitalized, without spaces",
            "camel_case pascal_case",
            "str",
            [],
        ),
        (
            f"' '.join(sorted({s}.split()))",
            f"{name} with its words sorted, capital letters first",
            "sort_words",
            "str",
            [],
        ),
        (
            f"' '.join({w} for {w} in {s}.split() if not {w}.isdigit())",
            f"{name} without the words that are numbers",
            "remove_numbers",
            "str",
            [],
        ),
    )
    return Sketch(
        names=names.split(),
        params=[Param(s, "text")],
        bodies=[f"return {code}", f"return {code}", *extra],
        returns=returns,
        what=[said],
    )


def _most(d: Draw) -> Sketch:
    source = words(d, "words1")
    xs, w = source.code, source.element
    best = d.name("best result longest")
    longest = d.chance(0.6)
    fn, sign, word = ("max", ">", "longest") if longest else ("min", "<", "shortest")
    form = d.number(0, 2)
    walk = (
        f"{best} = {xs}[0]\nfor {w} in {xs}:\n    if len({w}) {sign} len({best}):\n        {best} = {w}\nreturn {best}"
    )
    if form == 0:
        return Sketch(
            names=[f"{word}_{source.one}", f"find_{word}", f"{word}_text"],
            params=source.params,
            bodies=[f"return {fn}({xs}, key=len)", walk, walk],
            returns="str",
            what=[
                f"the {word} of the {source.many}{source.where}, the first one if there are several",
                f"the first of the {word} {source.many}{source.where}",
            ],
        )
    if form == 1:
        return Sketch(
            names=[f"{word}_length", f"{fn}_length"],
            params=source.params,
            bodies=[
                f"return {fn}(len({w}) for {w} in {xs})",
                f"{best} = len({xs}[0])\nfor {w} in {xs}:\n    if len({w}) {sign} {best}:\n        {best} = len({w})\nreturn {best}",  # noqa: E501
            ],
            what=[f"the length of the {word} of the {source.many}{source.where}"],
        )
    return Sketch(
        names=["total_length", "sum_lengths", "count_all_chars"],
        params=source.params,
        bodies=[
            f"return sum(len({w}) for {w} in {xs})",
            f"{best} = 0\nfor {w} in {xs}:\n    {best} += len({w})\nreturn {best}",
        ],
        what=[
            f"the total length of the {source.many}{source.where}",
            f"how many characters all {source.many}{source.where} have together",
        ],
    )


FAMILIES = (Family("words", ((_of_words, 2), (_words, 2), (_most, 1))),)
