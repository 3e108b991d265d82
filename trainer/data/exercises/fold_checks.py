"""Sketches of folds to a truth: whether all, some or none of the elements fulfil a condition."""

from __future__ import annotations

from trainer.data.exercises import folds
from trainer.data.exercises.condition import Condition, with_article
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.fold_phrases import given, params_of, pieces
from trainer.data.exercises.sketch import Sketch
from trainer.data.exercises.sources import Source

__all__ = ["check_all", "check_any"]


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


def check_all(d: Draw, source: Source) -> Sketch:
    """Whether all elements fulfil a condition."""
    condition = source.condition(d)
    _, test, _, _ = pieces(d, source, condition, None)
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
        params=params_of(source, condition),
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
    _, test, those, _ = pieces(d, source, condition, None)
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
            params=params_of(source, condition),
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
                *given(source, f"check that not a single {one} {condition.single}"),
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
        params=params_of(source, condition),
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
            *given(source, f"look for {a} that {condition.single} and tell whether there is one"),
        ],
    )
