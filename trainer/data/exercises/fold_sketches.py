"""Sketches composed of a source, a condition, a transform and a fold: the larger part of all that can be drawn."""

from __future__ import annotations

from trainer.data.exercises import folds
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.fold_checks import check_all, check_any
from trainer.data.exercises.fold_numbers import average_of, count, extreme, product_of, sum_of
from trainer.data.exercises.fold_phrases import closed, given, name_of, params_of, pieces
from trainer.data.exercises.sketch import Sketch
from trainer.data.exercises.sources import Source
from trainer.data.exercises.transforms import each_of

__all__ = [
    "average_of",
    "check_all",
    "check_any",
    "collect",
    "count",
    "extreme",
    "first_of",
    "name_of",
    "product_of",
    "sum_of",
]


def collect(d: Draw, source: Source, *, filtered: bool, mapped: bool) -> Sketch:
    """A list of elements that fulfil a condition, or of what is made of them."""
    condition = source.condition(d) if filtered else None
    transform = source.transform(d) if mapped else None
    value, test, those, stem = pieces(d, source, condition, transform)
    phrase = transform.phrase(d, those) if transform else those
    bare = phrase.removeprefix("the ").removeprefix("all ")
    many, each = f"{source.many}{source.where}", each_of(those)
    what = [f"a list of {phrase}", f"the list of {phrase}", f"a new list with {phrase}"]
    sentences = [f"A list of {phrase}.", f"A new list that holds {phrase}."]
    sentences += given(source, f"return a list of {phrase}") + given(source, f"build a list of {phrase}")
    do = []
    if transform:
        rest = d.one(", leaving out the others", ", dropping the rest", ", omitting all others") if condition else ""
        if transform.do:
            do += [transform.do.replace("@", each) + rest] * 3
        do += [
            f"Go through {those} and collect each one {transform.past}",
            f"Build a list of {phrase}",
            f"Put {closed(phrase)} in a new list",
        ]
        if transform.plural:
            do += [f"{verb} {transform.plural}{rest}" for verb in (f"Map {those} to their", f"Turn {those} into their")]
        what.append(f"a list with {those}, each {transform.past}")
        names = [
            name_of(transform.name, stem),
            f"{transform.name}_all",
            name_of(transform.name, source.stem),
            f"{transform.name}_each",
            f"map_{transform.name}",
            f"{transform.name}_every",
        ]
    elif condition:
        listed = ", as a list" if source.of in ("char", "nat") else ""
        what += [
            f"only {phrase}{listed}",
            f"{phrase}{listed}",
            f"a list with only {phrase}",
            f"all {bare}{listed}",
            f"every {source.one}{source.where} that {condition.single}{listed}",
            f"a list with just {phrase}",
            f"{phrase}, in their original order{listed}",
        ]
        do += [
            f"Keep only {phrase}{listed}",
            f"Filter {many}, keeping those that {condition.many}{listed}",
            f"Select {phrase}{listed}",
            f"Pick out {phrase}{listed}",
            f"Go through the {many} and collect those that {condition.many}{listed}",
            f"Throw away every {source.one}{source.where} unless it {condition.single}{listed}",
            f"Make a list of {phrase}",
            f"Extract {phrase}{listed}",
        ]
        sentences += [f"Which {many} {condition.many}? Return them in a list."]
        names = [
            f"filter_{stem}",
            f"keep_{stem}",
            f"select_{stem}",
            f"only_{stem}",
            f"{stem}",
            f"get_{stem}",
            f"{condition.name}_only",
            f"pick_{stem}",
            f"extract_{stem}",
            f"collect_{stem}",
        ]
    else:
        do += [f"List {phrase}", f"Put {closed(phrase)} in a list", f"Collect {closed(phrase)} in a list"]
        names = (
            [f"list_{stem}", f"to_list_{stem}", f"{stem}_list", f"list_of_{stem}", f"collect_{stem}", f"get_{stem}"]
            if stem
            else ["as_list", "copy_list"]
        )
    if source.stem == "digits" and not condition and not transform:
        n = source.params[0].name
        do += [
            f"Split {n} into a list of its digits",
            f"Break {n} up into its digits, as a list",
            f"Turn {n} into a list of its digits",
            f"Take {n} apart digit by digit and return the digits in a list",
        ]
    item = transform.returns if transform else "str" if source.of in ("char", "word") else "int"
    return Sketch(
        names=names,
        params=params_of(source, condition, transform),
        bodies=folds.collected(d, source, value, test),
        returns=f"list[{item}]",
        what=what,
        do=do,
        sentences=sentences,
    )


def first_of(d: Draw, source: Source) -> Sketch:
    """The first element that fulfils a condition."""
    condition = source.condition(d)
    value, test, _, stem = pieces(d, source, condition, None)
    many, one = f"{source.many}{source.where}", f"{source.one}{source.where}"
    default = "None" if source.of in ("char", "word") or d.chance(0.6) else d.one("-1", "0")
    if source.of in ("char", "word") and d.chance(0.4):
        default = "''"
    said = "an empty string" if default == "''" else default
    item = "str" if source.of in ("char", "word") else "int"
    return Sketch(
        names=[
            f"first_{stem}",
            f"find_first_{condition.name}",
            f"first_{condition.name}",
            f"find_{condition.name}",
            f"get_first_{condition.name}",
            f"first_{source.one}_{condition.name}",
            f"earliest_{condition.name}",
            f"pick_first_{condition.name}",
        ],
        params=params_of(source, condition),
        bodies=folds.first(source, value, test, default),
        returns=item + (" | None" if default == "None" else ""),
        what=[
            f"the first {one} that {condition.single}",
            f"the first of the {many} that {condition.single}",
            f"the earliest {one} that {condition.single}",
            f"the first one of the {many} that {condition.single}",
        ],
        do=[
            f"Find the first {one} that {condition.single}",
            f"Look for the first {one} that {condition.single}",
            f"Go through the {many} and give back the first one that {condition.single}",
            f"Pick the first of the {many} that {condition.single}",
        ],
        sentences=[
            f"What is the first {one} that {condition.single}?",
            f"Which of the {many} is the first that {condition.single}?",
            f"The first {one} that {condition.single}.",
            *given(source, f"find the first {one} that {condition.single}"),
        ],
        edge=d.one(
            f"Return {said} if there is none.",
            f"If there is none, return {said}.",
            f"Return {said} if there is no such {source.one}.",
            f"Otherwise return {said}.",
            f"Give back {said} if none is found.",
            f"If nothing is found, the result is {said}.",
        ),
    )
