"""Sketches of folds to a number: a count, a sum, a product, an extreme or a mean."""

from __future__ import annotations

from trainer.data.exercises import folds
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.fold_phrases import closed, given, name_of, params_of, pieces
from trainer.data.exercises.sketch import Sketch
from trainer.data.exercises.sources import Source

__all__ = ["average_of", "count", "extreme", "product_of", "sum_of"]


def _upper(text: str) -> str:
    return text[0].upper() + text[1:]


def count(d: Draw, source: Source) -> Sketch:
    """How many elements fulfil a condition."""
    condition = source.condition(d)
    _, test, those, stem = pieces(d, source, condition, None)
    those = those.removeprefix("the ")
    many, they, bare = f"{source.many}{source.where}", condition.many, condition.those(d, source.many, "")
    return Sketch(
        names=[
            f"count_{stem}",
            f"count_{condition.name}",
            f"number_of_{stem}",
            f"num_{stem}",
            f"{condition.name}_count",
            f"how_many_{stem}",
            f"tally_{stem}",
            f"count_{condition.name}_{source.many}",
            f"{stem}_total",
        ],
        params=params_of(source, condition),
        bodies=folds.counted(d, source, test),
        what=[
            f"the number of {those}",
            f"how many {many} {they}",
            f"the count of {those}",
            *([] if " that " in bare or " which " in bare else [f"how many {bare} there are{source.where}"]),
            f"how many of the {many} {they}",
            f"the total number of {those}",
        ],
        do=[
            f"Count the {those}",
            f"Count how many {many} {they}",
            f"Work out how many of the {many} {they}",
            f"Go through the {many} and count those that {they}",
            f"Figure out how many {many} {they}",
            f"Tally the {those}",
        ],
        sentences=[
            f"How many {many} {they}?",
            f"How many of the {many} {they}?",
            f"Number of {those}.",
            *given(source, f"count the {many} that {they}"),
        ],
    )


def sum_of(d: Draw, source: Source) -> Sketch:
    """The sum of what is made of the elements that fulfil a condition."""
    condition = source.condition(d) if d.chance(0.7) else None
    transform = source.transform(d) if d.chance(0.5) else None
    value, test, those, stem = pieces(d, source, condition, transform)
    phrase = transform.phrase(d, those) if transform else those
    return Sketch(
        names=[
            f"sum_{stem}",
            f"total_{stem}",
            f"sum_of_{stem}",
            name_of("sum", transform.name if transform else "", stem),
            f"add_{stem}",
            f"add_up_{stem}",
            f"{stem}_sum",
            f"{stem}_total",
        ]
        if stem
        else ["sum_all", "total", "add_all", "add_up", "sum_up", "total_sum", "sum_list", "list_sum"],
        params=params_of(source, condition, transform),
        bodies=folds.summed(d, source, value, test),
        what=[
            f"the sum of {phrase}",
            f"the sum of {phrase}",
            f"the total of {phrase}",
            f"what {closed(phrase)} add up to",
            f"the sum total of {phrase}",
        ],
        do=[f"Work out the sum of {phrase}", f"Take {those}, each {transform.past}, and add them up"]
        if transform
        else [
            f"Add up {phrase}",
            f"Sum {phrase}",
            f"Add together {phrase}",
            f"Sum up {phrase}",
            f"Figure out what {closed(phrase)} add up to",
            f"Go through {phrase} and add them together",
        ],
        sentences=[
            f"What is the sum of {phrase}?",
            f"The sum of {phrase}.",
            f"How much are {closed(phrase)} together?",
            *given(source, f"add up {phrase}"),
        ],
        edge=d.one(
            "",
            "",
            "",
            "",
            "The sum of nothing is 0.",
            "Return 0 if there are none.",
            "If there are none, return 0.",
            "It is 0 if there is nothing to add.",
        ),
    )


def product_of(d: Draw, source: Source) -> Sketch:
    """The product of what is made of the elements that fulfil a condition."""
    condition = source.condition(d) if d.chance(0.75) else None
    transform = source.transform(d) if d.chance(0.3) else None
    value, test, those, stem = pieces(d, source, condition, transform)
    phrase = transform.phrase(d, those) if transform else those
    return Sketch(
        names=[
            f"product_{stem}",
            f"multiply_{stem}",
            f"product_of_{stem}",
            f"prod_{stem}",
            f"{stem}_product",
            f"mul_{stem}",
            f"multiply_all_{stem}",
        ]
        if stem
        else ["product", "multiply_all", "multiply_list", "product_of_list", "list_product", "prod", "total_product"],
        params=params_of(source, condition, transform),
        bodies=folds.multiplied(d, source, value, test),
        what=[
            f"the product of {phrase}",
            f"what {closed(phrase)} give when multiplied together",
            f"the result of multiplying together {phrase}",
        ],
        do=[
            f"Work out the product of {phrase}",
            f"Take {those}, each {transform.past}, and multiply them together",
        ]
        if transform
        else [
            f"Multiply {phrase}" + ("" if " that " in phrase or " which " in phrase else " together"),
            f"Multiply together {phrase}",
            f"Multiply {phrase}",
            f"Go through {phrase} and multiply them with each other",
            f"Figure out the product of {phrase}",
        ],
        sentences=[
            f"What is the product of {phrase}?",
            f"The product of {phrase}.",
            f"{_upper(phrase)}, multiplied together.",
            f"What do {closed(phrase)} give when multiplied together?",
            *given(source, f"multiply together {phrase}"),
        ],
        edge=d.one(
            "The empty product is 1.",
            "Return 1 if there are none.",
            "It is 1 if there are none.",
            "If there is nothing to multiply, return 1.",
            "The product of nothing is 1.",
            "" if source.of == "nat" else "Start from 1.",
        ),
    )


def extreme(d: Draw, source: Source) -> Sketch:
    """The largest or smallest of what is made of the elements."""
    largest = d.chance(0.5)
    condition = source.condition(d) if d.chance(0.6) else None
    transform = source.transform(d) if d.chance(0.25) and source.of != "word" else None
    value, test, those, stem = pieces(d, source, condition, transform)
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
        f"Give back {default} if there are none.",
        f"Should there be none, the result is {default}.",
    )
    if not condition and source.of == "int":
        edge = d.one(
            f"Return {default} if the list is empty.",
            f"Return {default} for an empty list.",
            f"An empty list gives {default}.",
            f"If the list has no elements, return {default}.",
            f"For an empty list the result is {default}.",
        )
    what = [f"the {adjective} of {phrase}"] * 2 + [f"the {adjective} value among {phrase}", f"the {short} of {phrase}"]
    one = ""
    if condition and condition.adjective and not transform:
        one = f"the {adjective} {condition.adjective} {source.one}{source.where}"
        what.append(one)
    elif not transform and not condition:
        one = f"the {adjective} {source.one}{source.where}"
        what += [one] * 2
    elif condition and not transform:
        one = f"the {adjective} {source.one}{source.where} that {condition.single}"
        what.append(one)
    one = one or f"the {adjective} of {phrase}"
    return Sketch(
        names=[
            name_of(short, stem),
            name_of(adjective, stem),
            name_of("find", short, stem),
            name_of(adjective, condition.name if condition else "", source.one),
            name_of("get", short, stem),
            name_of("find", adjective, stem),
            name_of(adjective, "of", stem or "list"),
            name_of(stem or "list", short),
        ],
        params=params_of(source, condition, transform),
        bodies=folds.utmost(d, source, value, test, largest=largest, default=default),
        returns="int" + (" | None" if default == "None" else ""),
        what=what,
        do=[f"Find {one}", f"Look for {one}", f"Work out which of {closed(phrase)} is the {adjective}"],
        sentences=[
            f"What is {one}?",
            f"Which of {closed(phrase)} is the {adjective}?",
            f"{_upper(one)}.",
            *given(source, f"find {one}"),
        ],
        edge=edge,
    )


def average_of(d: Draw, source: Source) -> Sketch:
    """The mean of the elements that fulfil a condition."""
    condition = source.condition(d) if d.chance(0.65) else None
    transform = source.transform(d) if d.chance(0.3) else None
    value, test, those, stem = pieces(d, source, condition, transform)
    phrase = transform.phrase(d, those) if transform else those
    default = d.one("0", "0", "0", "None", "0.0")
    mean = d.word("average mean")
    return Sketch(
        names=[
            name_of(mean, stem),
            name_of(mean, "of", stem or "list"),
            name_of("avg", stem),
            name_of(stem or "list", mean),
            name_of(mean, "value", stem),
            name_of("get", mean, stem),
            name_of("arithmetic_mean", stem),
        ],
        params=params_of(source, condition, transform),
        bodies=folds.averaged(d, source, value, test, default),
        returns="float" + (" | None" if default == "None" else ""),
        what=[
            f"the {mean} of {phrase}",
            f"the arithmetic mean of {phrase}",
            f"the average value of {phrase}",
            f"the sum of {closed(phrase)} divided by how many there are",
        ],
        do=[
            f"Average {phrase}",
            f"Work out the {mean} of {phrase}",
            f"Take the {mean} of {phrase}",
            f"Add up {closed(phrase)} and divide the sum by how many there are",
        ],
        sentences=[
            f"What is the {mean} of {phrase}?",
            f"How large are {closed(phrase)} on average?",
            f"The {mean} of {phrase}.",
            *given(source, f"work out the {mean} of {phrase}"),
        ],
        edge=d.one(
            f"Return {default} if there are none.",
            f"Return {default} if there is nothing to average.",
            f"If there are none, return {default}.",
            f"Without any, the result is {default}.",
            f"Give back {default} if there are none.",
        ),
    )
