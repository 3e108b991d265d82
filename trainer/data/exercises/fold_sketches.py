"""Sketches composed of a source, a condition, a transform and a fold: the larger part of all that can be drawn."""

from __future__ import annotations

from trainer.data.exercises import folds
from trainer.data.exercises.conditions import Condition
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sketch import Sketch
from trainer.data.exercises.sources import Source
from trainer.data.exercises.transforms import Transform

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


def name_of(*parts: str) -> str:
    """Joins what is not empty to a function's name."""
    return "_".join(part for part in parts if part)


def _element(source: Source) -> str:
    """The element as a number: digits come as characters."""
    return f"int({source.element})" if source.stem == "digits" else source.element


def _pieces(
    d: Draw, source: Source, condition: Condition | None, transform: Transform | None
) -> tuple[str, str, str, str]:
    element = _element(source)
    value = transform.of(element) if transform else element
    test = condition.of(element) if condition else ""
    those = "the " + condition.those(d, source.many, source.where) if condition else source.all(d)
    stem = name_of(condition.name if condition else "", source.stem)
    return value, test, those, stem


def _params(source: Source, *others: Condition | Transform | None) -> list:
    params = list(source.params)
    for other in others:
        params += other.params if other else ()
    return params


def count(d: Draw, source: Source) -> Sketch:
    """How many elements fulfil a condition."""
    condition = source.condition(d)
    _, test, those, stem = _pieces(d, source, condition, None)
    those = those.removeprefix("the ")
    return Sketch(
        names=[
            f"count_{stem}",
            f"count_{condition.name}",
            f"number_of_{stem}",
            f"num_{stem}",
            f"{condition.name}_count",
            f"how_many_{stem}",
        ],
        params=_params(source, condition),
        bodies=folds.counted(d, source, test),
        what=[
            f"the number of {those}",
            f"how many {source.many}{source.where} {condition.many}",
            f"the count of {those}",
            f"how many {condition.those(d, source.many, '')} there are{source.where}",
        ],
        do=[f"Count the {those}", f"Count how many {source.many}{source.where} {condition.many}"],
    )


def sum_of(d: Draw, source: Source) -> Sketch:
    """The sum of what is made of the elements that fulfil a condition."""
    condition = source.condition(d) if d.chance(0.7) else None
    transform = source.transform(d) if d.chance(0.5) else None
    value, test, those, stem = _pieces(d, source, condition, transform)
    phrase = transform.phrase(d, those) if transform else those
    return Sketch(
        names=[
            f"sum_{stem}",
            f"total_{stem}",
            f"sum_of_{stem}",
            name_of("sum", transform.name if transform else "", stem),
        ]
        if stem
        else ["sum_all", "total", "add_all"],
        params=_params(source, condition, transform),
        bodies=folds.summed(d, source, value, test),
        what=[f"the sum of {phrase}", f"the sum of {phrase}", f"the total of {phrase}"],
        do=[] if transform else [f"Add up {phrase}", f"Sum {phrase}"],
        edge=d.one("", "", "", "The sum of nothing is 0.", "Return 0 if there are none."),
    )


def product_of(d: Draw, source: Source) -> Sketch:
    """The product of what is made of the elements that fulfil a condition."""
    condition = source.condition(d) if d.chance(0.75) else None
    transform = source.transform(d) if d.chance(0.3) else None
    value, test, those, stem = _pieces(d, source, condition, transform)
    phrase = transform.phrase(d, those) if transform else those
    return Sketch(
        names=[f"product_{stem}", f"multiply_{stem}", f"product_of_{stem}", f"prod_{stem}"]
        if stem
        else ["product", "multiply_all", "multiply_list", "product_of_list"],
        params=_params(source, condition, transform),
        bodies=folds.multiplied(d, source, value, test),
        what=[f"the product of {phrase}"],
        do=[] if transform else [f"Multiply {phrase} together", f"Multiply {phrase}"],
        edge=d.one(
            "The empty product is 1.",
            "Return 1 if there are none.",
            "It is 1 if there are none.",
            "" if source.of == "nat" else "Start from 1.",
        ),
    )


def collect(d: Draw, source: Source, *, filtered: bool, mapped: bool) -> Sketch:
    """A list of elements that fulfil a condition, or of what is made of them."""
    condition = source.condition(d) if filtered else None
    transform = source.transform(d) if mapped else None
    value, test, those, stem = _pieces(d, source, condition, transform)
    phrase = transform.phrase(d, those) if transform else those
    bare = phrase.removeprefix("the ").removeprefix("all ")
    what = [f"a list of {phrase}", f"the list of {phrase}", f"a new list with {phrase}"]
    do = []
    if transform and transform.do:
        do += [transform.do.replace("@", those)] * 2
    if condition and not transform:
        what += [f"only {phrase}", phrase, f"a list with only {phrase}", f"all {bare}"]
        do += [
            f"Keep only {phrase}",
            f"Filter {source.many}{source.where}, keeping those that {condition.many}",
            f"Select {phrase}",
        ]
        names = [
            f"filter_{stem}",
            f"keep_{stem}",
            f"select_{stem}",
            f"only_{stem}",
            f"{stem}",
            f"get_{stem}",
            f"{condition.name}_only",
        ]
    elif transform:
        names = [
            name_of(transform.name, stem),
            f"{transform.name}_all",
            name_of(transform.name, source.stem),
            f"{transform.name}_each",
        ]
    else:
        names = [f"list_{stem}", f"to_list_{stem}", f"{stem}_list"] if stem else ["as_list", "copy_list"]
    if source.stem == "digits" and not condition and not transform:
        do += [f"Split {source.params[0].name} into a list of its digits"]
    item = transform.returns if transform else "str" if source.of in ("char", "word") else "int"
    return Sketch(
        names=names,
        params=_params(source, condition, transform),
        bodies=folds.collected(d, source, value, test),
        returns=f"list[{item}]",
        what=what,
        do=do,
    )


_NOUN = {"int": "number", "nat": "number", "word": "string", "char": "character"}


def _none(d: Draw, default: str) -> str:
    return d.one(
        f"Return {default} if there is none.",
        f"If there is none, return {default}.",
        f"Return {default} if no such {{}} exists.",
    )


def extreme(d: Draw, source: Source) -> Sketch:
    """The largest or smallest of what is made of the elements."""
    largest = d.chance(0.5)
    condition = source.condition(d) if d.chance(0.6) else None
    transform = source.transform(d) if d.chance(0.25) and source.of != "word" else None
    value, test, those, stem = _pieces(d, source, condition, transform)
    phrase = transform.phrase(d, those) if transform else those
    default = d.one("None", "None", "0", "-1")
    adjective, short = (
        (d.word("largest biggest greatest maximum highest"), "max")
        if largest
        else (d.word("smallest lowest minimum least"), "min")
    )
    edge = d.one(
        f"Return {default} if there is none.",
        f"If there are none, return {default}.",
        f"Return {default} when there is no such {source.one}.",
    )
    if not condition and source.of == "int":
        edge = d.one(
            f"Return {default} if the list is empty.",
            f"Return {default} for an empty list.",
            f"An empty list gives {default}.",
        )
    what = [f"the {adjective} of {phrase}"] * 2
    if condition and condition.adjective and not transform:
        what.append(f"the {adjective} {condition.adjective} {source.one}{source.where}")
    elif not transform and not condition:
        what += [f"the {adjective} {source.one}{source.where}"] * 2
    return Sketch(
        names=[
            name_of(short, stem),
            name_of(adjective, stem),
            name_of("find", short, stem),
            name_of(adjective, condition.name if condition else "", source.one),
        ],
        params=_params(source, condition, transform),
        bodies=folds.utmost(d, source, value, test, largest=largest, default=default),
        returns="int" + (" | None" if default == "None" else ""),
        what=what,
        edge=edge,
    )


def average_of(d: Draw, source: Source) -> Sketch:
    """The mean of the elements that fulfil a condition."""
    condition = source.condition(d) if d.chance(0.65) else None
    transform = source.transform(d) if d.chance(0.3) else None
    value, test, those, stem = _pieces(d, source, condition, transform)
    phrase = transform.phrase(d, those) if transform else those
    default = d.one("0", "0", "0", "None", "0.0")
    mean = d.word("average mean")
    return Sketch(
        names=[name_of(mean, stem), name_of(mean, "of", stem or "list"), name_of("avg", stem)],
        params=_params(source, condition, transform),
        bodies=folds.averaged(d, source, value, test, default),
        returns="float" + (" | None" if default == "None" else ""),
        what=[f"the {mean} of {phrase}", f"the arithmetic mean of {phrase}"],
        edge=d.one(
            f"Return {default} if there are none.",
            f"Return {default} if there is nothing to average.",
            f"If there are none, return {default}.",
        ),
    )


def check_all(d: Draw, source: Source) -> Sketch:
    """Whether all elements fulfil a condition."""
    condition = source.condition(d)
    _, test, _, _ = _pieces(d, source, condition, None)
    return Sketch(
        names=[
            f"all_{condition.name}",
            f"are_all_{condition.name}",
            f"all_{source.many}_{condition.name}",
            f"only_{condition.name}",
        ],
        params=_params(source, condition),
        bodies=folds.every(source, test),
        returns="bool",
        whether=[
            f"all {source.many}{source.where} {condition.many}",
            f"every {source.one}{source.where} {condition.single}",
        ],
        edge=d.one("", "", "True if there are none."),
    )


def check_any(d: Draw, source: Source) -> Sketch:
    """Whether some element fulfils a condition, or none does."""
    condition = source.condition(d)
    _, test, _, _ = _pieces(d, source, condition, None)
    if d.chance(0.25):
        against = f"not any({test} for {source.element} in {source.code})"
        loop = f"for {source.element} in {source.code}:\n    if {test}:\n        return False\nreturn True"
        return Sketch(
            names=[f"none_{condition.name}", f"no_{condition.name}", f"has_no_{condition.name}"],
            params=_params(source, condition),
            bodies=[f"return {against}", loop],
            returns="bool",
            whether=[
                f"none of the {source.many}{source.where} {condition.single}",
                f"no {source.one}{source.where} {condition.single}",
            ],
        )
    return Sketch(
        names=[
            f"any_{condition.name}",
            f"has_{condition.name}",
            f"contains_{condition.name}",
            f"has_{condition.name}_{source.one}",
        ],
        params=_params(source, condition),
        bodies=folds.some(source, test),
        returns="bool",
        whether=[
            f"any {source.one}{source.where} {condition.single}",
            f"at least one {source.one}{source.where} {condition.single}",
            f"some {source.one}{source.where} {condition.single}",
            f"there is a {source.one}{source.where} that {condition.single}",
        ],
    )


def first_of(d: Draw, source: Source) -> Sketch:
    """The first element that fulfils a condition."""
    condition = source.condition(d)
    value, test, _, stem = _pieces(d, source, condition, None)
    default = "None" if source.of in ("char", "word") or d.chance(0.6) else d.one("-1", "0")
    if source.of in ("char", "word") and d.chance(0.4):
        default = "''"
    said = "an empty string" if default == "''" else default
    item = "str" if source.of in ("char", "word") else "int"
    return Sketch(
        names=[f"first_{stem}", f"find_first_{condition.name}", f"first_{condition.name}", f"find_{condition.name}"],
        params=_params(source, condition),
        bodies=folds.first(source, value, test, default),
        returns=item + (" | None" if default == "None" else ""),
        what=[
            f"the first {source.one}{source.where} that {condition.single}",
            f"the first of the {source.many}{source.where} that {condition.single}",
        ],
        do=[f"Find the first {source.one}{source.where} that {condition.single}"],
        edge=d.one(
            f"Return {said} if there is none.",
            f"If there is none, return {said}.",
            f"Return {said} if no {source.one} does.",
            f"Otherwise return {said}.",
        ),
    )
