"""Sketches composed of a source, a condition, a transform and a fold: the larger part of all that can be drawn."""

from __future__ import annotations

from trainer.data.exercises import folds
from trainer.data.exercises.conditions import Condition, with_article
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sketch import Sketch
from trainer.data.exercises.sources import Source
from trainer.data.exercises.transforms import Transform, each_of

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


def _given(source: Source, text: str) -> list[str]:
    """A sentence that begins with what is given, unless the text does not name that."""
    if source.where.startswith((" in a ", " in the given ", " in the input ")):
        return []
    return [f"Given {' and '.join(param.name for param in source.params)}, {text}."]


def _holder(d: Draw, source: Source) -> str:
    """What the elements are in: "the list", "the string s", "n"; nothing for a range."""
    name = source.params[0].name
    if source.code == name:
        kind = "string" if source.of == "char" else "list"
        return d.one(f"the {kind}", f"the {kind} {name}")
    return name if source.stem == "digits" else ""


def _ask_all(subject: str, condition: Condition) -> list[str]:
    """The question whether several fulfil a condition, where it can be asked clearly."""
    verb, _, rest = condition.many.partition(" ")
    if rest.startswith(("not ", "none ", "no ", "anything ", "one of ")) or verb == "cannot":
        return []
    return [f"{verb.capitalize()} {subject} {rest}?" if verb in ("are", "can") else f"Do {subject} {condition.many}?"]


def _ask_one(subject: str, condition: Condition) -> list[str]:
    """The question whether one fulfils a condition, where it can be asked clearly."""
    verb, _, rest = condition.single.partition(" ")
    if rest.startswith(("not ", "none ", "no ", "anything ")) or verb == "cannot":
        return []
    if verb in ("is", "can"):
        return [f"{verb.capitalize()} {subject} {rest}?"]
    return [f"Does {subject} {condition.many.partition(' ')[0]} {rest}?"]


def _closed(phrase: str) -> str:
    """The phrase with a comma after what it has between commas."""
    return f"{phrase}," if ", each " in phrase else phrase


def _upper(text: str) -> str:
    return text[0].upper() + text[1:]


def count(d: Draw, source: Source) -> Sketch:
    """How many elements fulfil a condition."""
    condition = source.condition(d)
    _, test, those, stem = _pieces(d, source, condition, None)
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
        params=_params(source, condition),
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
            *_given(source, f"count the {many} that {they}"),
        ],
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
            f"add_{stem}",
            f"add_up_{stem}",
            f"{stem}_sum",
            f"{stem}_total",
        ]
        if stem
        else ["sum_all", "total", "add_all", "add_up", "sum_up", "total_sum", "sum_list", "list_sum"],
        params=_params(source, condition, transform),
        bodies=folds.summed(d, source, value, test),
        what=[
            f"the sum of {phrase}",
            f"the sum of {phrase}",
            f"the total of {phrase}",
            f"what {_closed(phrase)} add up to",
            f"the sum total of {phrase}",
        ],
        do=[f"Work out the sum of {phrase}", f"Take {those}, each {transform.past}, and add them up"]
        if transform
        else [
            f"Add up {phrase}",
            f"Sum {phrase}",
            f"Add together {phrase}",
            f"Sum up {phrase}",
            f"Figure out what {_closed(phrase)} add up to",
            f"Go through {phrase} and add them together",
        ],
        sentences=[
            f"What is the sum of {phrase}?",
            f"The sum of {phrase}.",
            f"How much are {_closed(phrase)} together?",
            *_given(source, f"add up {phrase}"),
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
    value, test, those, stem = _pieces(d, source, condition, transform)
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
        params=_params(source, condition, transform),
        bodies=folds.multiplied(d, source, value, test),
        what=[
            f"the product of {phrase}",
            f"what {_closed(phrase)} give when multiplied together",
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
            f"What do {_closed(phrase)} give when multiplied together?",
            *_given(source, f"multiply together {phrase}"),
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


def collect(d: Draw, source: Source, *, filtered: bool, mapped: bool) -> Sketch:
    """A list of elements that fulfil a condition, or of what is made of them."""
    condition = source.condition(d) if filtered else None
    transform = source.transform(d) if mapped else None
    value, test, those, stem = _pieces(d, source, condition, transform)
    phrase = transform.phrase(d, those) if transform else those
    bare = phrase.removeprefix("the ").removeprefix("all ")
    many, each = f"{source.many}{source.where}", each_of(those)
    what = [f"a list of {phrase}", f"the list of {phrase}", f"a new list with {phrase}"]
    sentences = [f"A list of {phrase}.", f"A new list that holds {phrase}."]
    sentences += _given(source, f"return a list of {phrase}") + _given(source, f"build a list of {phrase}")
    do = []
    if transform:
        rest = d.one(", leaving out the others", ", dropping the rest", ", omitting all others") if condition else ""
        if transform.do:
            do += [transform.do.replace("@", each) + rest] * 3
        do += [
            f"Go through {those} and collect each one {transform.past}",
            f"Build a list of {phrase}",
            f"Put {_closed(phrase)} in a new list",
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
        do += [f"List {phrase}", f"Put {_closed(phrase)} in a list", f"Collect {_closed(phrase)} in a list"]
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
        params=_params(source, condition, transform),
        bodies=folds.collected(d, source, value, test),
        returns=f"list[{item}]",
        what=what,
        do=do,
        sentences=sentences,
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
        params=_params(source, condition, transform),
        bodies=folds.utmost(d, source, value, test, largest=largest, default=default),
        returns="int" + (" | None" if default == "None" else ""),
        what=what,
        do=[f"Find {one}", f"Look for {one}", f"Work out which of {_closed(phrase)} is the {adjective}"],
        sentences=[
            f"What is {one}?",
            f"Which of {_closed(phrase)} is the {adjective}?",
            f"{_upper(one)}.",
            *_given(source, f"find {one}"),
        ],
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
        names=[
            name_of(mean, stem),
            name_of(mean, "of", stem or "list"),
            name_of("avg", stem),
            name_of(stem or "list", mean),
            name_of(mean, "value", stem),
            name_of("get", mean, stem),
            name_of("arithmetic_mean", stem),
        ],
        params=_params(source, condition, transform),
        bodies=folds.averaged(d, source, value, test, default),
        returns="float" + (" | None" if default == "None" else ""),
        what=[
            f"the {mean} of {phrase}",
            f"the arithmetic mean of {phrase}",
            f"the average value of {phrase}",
            f"the sum of {_closed(phrase)} divided by how many there are",
        ],
        do=[
            f"Average {phrase}",
            f"Work out the {mean} of {phrase}",
            f"Take the {mean} of {phrase}",
            f"Add up {_closed(phrase)} and divide the sum by how many there are",
        ],
        sentences=[
            f"What is the {mean} of {phrase}?",
            f"How large are {_closed(phrase)} on average?",
            f"The {mean} of {phrase}.",
            *_given(source, f"work out the {mean} of {phrase}"),
        ],
        edge=d.one(
            f"Return {default} if there are none.",
            f"Return {default} if there is nothing to average.",
            f"If there are none, return {default}.",
            f"Without any, the result is {default}.",
            f"Give back {default} if there are none.",
        ),
    )


def check_all(d: Draw, source: Source) -> Sketch:
    """Whether all elements fulfil a condition."""
    condition = source.condition(d)
    _, test, _, _ = _pieces(d, source, condition, None)
    many, holder, those = f"{source.many}{source.where}", _holder(d, source), condition.those(d, source.many, "")
    return Sketch(
        names=[
            f"all_{condition.name}",
            f"are_all_{condition.name}",
            f"all_{source.many}_{condition.name}",
            f"only_{condition.name}",
            f"every_{condition.name}",
            f"check_all_{condition.name}",
            f"each_{condition.name}",
            f"has_only_{condition.name}",
        ],
        params=_params(source, condition),
        bodies=folds.every(source, test),
        returns="bool",
        whether=[
            f"all {many} {condition.many}",
            f"every {source.one}{source.where} {condition.single}",
            f"each {source.one}{source.where} {condition.single}",
            f"all of the {many} {condition.many}",
            f"each of the {many} {condition.single}",
            f"every single {source.one}{source.where} {condition.single}",
            *([f"{holder} consists only of {those}", f"{holder} contains nothing but {those}"] if holder else []),
        ],
        sentences=[
            *_ask_all(f"all {many}", condition),
            *_ask_all(f"all of the {many}", condition),
            *_ask_one(f"every {source.one}{source.where}", condition),
            f"True only if every {source.one}{source.where} {condition.single}.",
            f"Say True if every {source.one}{source.where} {condition.single}, and False in all other cases.",
        ],
        edge=d.one("", "", "", "True if there are none.", "If there are none, return True."),
    )


def check_any(d: Draw, source: Source) -> Sketch:
    """Whether some element fulfils a condition, or none does."""
    condition = source.condition(d)
    _, test, those, _ = _pieces(d, source, condition, None)
    those = those.removeprefix("the ")
    many, one, holder = f"{source.many}{source.where}", f"{source.one}{source.where}", _holder(d, source)
    bare, a = condition.those(d, source.many, ""), with_article(source.one)
    if d.chance(0.25):
        against = f"not any({test} for {source.element} in {source.code})"
        loop = f"for {source.element} in {source.code}:\n    if {test}:\n        return False\nreturn True"
        return Sketch(
            names=[
                f"none_{condition.name}",
                f"no_{condition.name}",
                f"has_no_{condition.name}",
                f"without_{condition.name}",
                f"lacks_{condition.name}",
                f"contains_no_{condition.name}",
                f"free_of_{condition.name}",
                f"no_{condition.name}_{source.many}",
            ],
            params=_params(source, condition),
            bodies=[f"return {against}", loop],
            returns="bool",
            whether=[
                f"none of the {many} {condition.single}",
                f"no {one} {condition.single}",
                f"not a single {one} {condition.single}",
                f"there is no {one} that {condition.single}",
                f"there are no {those}",
                *([f"{holder} has no {bare}", f"{holder} contains no {bare}"] if holder else []),
            ],
            sentences=[
                f"Are there no {those}?",
                f"True only if no {one} {condition.single}.",
                f"False if there is {a}{source.where} that {condition.single}, otherwise True.",
                *_given(source, f"check that not a single {one} {condition.single}"),
            ],
        )
    return Sketch(
        names=[
            f"any_{condition.name}",
            f"has_{condition.name}",
            f"contains_{condition.name}",
            f"has_{condition.name}_{source.one}",
            f"exists_{condition.name}",
            f"some_{condition.name}",
            f"has_any_{condition.name}",
            f"any_{source.one}_{condition.name}",
        ],
        params=_params(source, condition),
        bodies=folds.some(source, test),
        returns="bool",
        whether=[
            f"any {one} {condition.single}",
            f"at least one {one} {condition.single}",
            f"some {one} {condition.single}",
            f"there is {a}{source.where} that {condition.single}",
            f"at least one of the {many} {condition.single}",
            f"one or more of the {many} {condition.many}",
            f"there is at least one {one} that {condition.single}",
            *([f"{holder} has {a} that {condition.single}", f"{holder} contains any {bare}"] if holder else []),
        ],
        sentences=[
            f"Is there {a}{source.where} that {condition.single}?",
            f"Are there any {those}?",
            *_ask_one(f"any {one}", condition),
            *_ask_one(f"at least one {one}", condition),
            *_given(source, f"look for {a} that {condition.single} and tell whether there is one"),
        ],
    )


def first_of(d: Draw, source: Source) -> Sketch:
    """The first element that fulfils a condition."""
    condition = source.condition(d)
    value, test, _, stem = _pieces(d, source, condition, None)
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
        params=_params(source, condition),
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
            *_given(source, f"find the first {one} that {condition.single}"),
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
