"""The words of a text, and lists of words."""

from __future__ import annotations

from trainer.data.exercises import fold_sketches as fold
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import text_parameter
from trainer.data.exercises.families.word_facts import extremes, how_many, lists_of_words, parts
from trainer.data.exercises.families.word_texts import joined, reversals, rewritten, titles
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
        d.one(
            f" of {s}",
            f" in {s}",
            " of the text",
            " in the text",
            " in the given string",
            " of the given text",
            " of the string",
        ),
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
    code, names, returns, what, do, sentences, extra = d.one(
        *how_many(s, name, out),
        *reversals(s, name, w, out),
        *extremes(s, name, w, best),
        *titles(s, name, w),
        *lists_of_words(s, name, w, out),
        *joined(s, name),
        *parts(s, name, w, out),
        *rewritten(s, name, w),
    )
    return Sketch(
        names=names.split(),
        params=[Param(s, "text")],
        bodies=[f"return {code}", f"return {code}", *extra],
        returns=returns,
        what=what,
        do=do,
        sentences=sentences,
    )


def _most(d: Draw) -> Sketch:
    source = words(d, "words1")
    xs, w, one, many, where = source.code, source.element, source.one, source.many, source.where
    best = d.name("best result longest")
    longest = d.chance(0.6)
    fn, sign, word, amount = ("max", ">", "longest", "most") if longest else ("min", "<", "shortest", "fewest")
    form = d.number(0, 2)
    walk = (
        f"{best} = {xs}[0]\nfor {w} in {xs}:\n    if len({w}) {sign} len({best}):\n        {best} = {w}\nreturn {best}"
    )
    if form == 0:
        return Sketch(
            names=[
                f"{word}_{one}",
                f"find_{word}",
                f"{word}_text",
                f"get_{word}",
                f"pick_{word}",
                f"{fn}_by_length",
                f"{word}_of",
                f"first_{word}",
                f"{word}_string",
            ],
            params=source.params,
            bodies=[f"return {fn}({xs}, key=len)", walk, walk],
            returns="str",
            what=[
                f"the {word} of the {many}{where}, the first one if there are several",
                f"the first of the {word} {many}{where}",
                f"the {one}{where} with the {amount} characters, the earliest on a tie",
                f"the {word} {one}{where} (in a tie, the one that comes first)",
            ],
            do=[
                f"Find the {word} {one}{where}; on a tie take the first",
                f"Pick out the {one}{where} that has the {amount} characters, the first of several",
                f"Look for the {word} {one}{where}, the earliest one if several are equally long",
            ],
            sentences=[
                f"Which of the {many}{where} is the {word}? If several are, the first of them.",
                f"Compare the {many}{where} by length and give back the {word}. The first one wins a tie.",
                f"The {word} {one}{where}. Ties go to the one that comes first.",
            ],
        )
    if form == 1:
        return Sketch(
            names=[
                f"{word}_length",
                f"{fn}_length",
                f"length_of_{word}",
                f"{fn}_len",
                f"{word}_len",
                f"{fn}_size",
                f"get_{fn}_length",
                f"find_{fn}_length",
            ],
            params=source.params,
            bodies=[
                f"return {fn}(len({w}) for {w} in {xs})",
                f"{best} = len({xs}[0])\nfor {w} in {xs}:\n    if len({w}) {sign} {best}:\n        {best} = len({w})\nreturn {best}",  # noqa: E501
            ],
            what=[
                f"the length of the {word} of the {many}{where}",
                f"the length of the {word} {one}{where}",
                f"the {fn}imum length of the {many}{where}",
                f"how many characters the {word} {one}{where} has",
            ],
            do=[
                f"Work out how long the {word} {one}{where} is",
                f"Find the {'greatest' if longest else 'smallest'} length among the {many}{where}",
                f"Count the characters of the {word} {one}{where}",
            ],
            sentences=[
                f"How long is the {word} of the {many}{where}?",
                f"{fn.capitalize()}imum number of characters in one of the {many}{where}.",
                f"Measure all {many}{where} and give back the {'largest' if longest else 'smallest'} length.",
            ],
        )
    return Sketch(
        names=[
            "total_length",
            "sum_lengths",
            "count_all_chars",
            "total_chars",
            "combined_length",
            "sum_of_lengths",
            "length_of_all",
            "total_characters",
            "add_lengths",
        ],
        params=source.params,
        bodies=[
            f"return sum(len({w}) for {w} in {xs})",
            f"{best} = 0\nfor {w} in {xs}:\n    {best} += len({w})\nreturn {best}",
        ],
        what=[
            f"the total length of the {many}{where}",
            f"how many characters all {many}{where} have together",
            f"the sum of the lengths of the {many}{where}",
            f"the number of characters in all {many}{where} combined",
        ],
        do=[
            f"Add up the lengths of the {many}{where}",
            f"Count the characters of all {many}{where} together",
            f"Work out how long the {many}{where} are in total",
        ],
        sentences=[
            f"How many characters do the {many}{where} have altogether?",
            f"How long would the {many}{where} be if you glued them all together?",
            f"Combined length of all {many}{where}.",
        ],
    )


FAMILIES = (Family("words", ((_of_words, 2), (_words, 2), (_most, 1))),)
