"""Whether one or two numbers fulfil a condition."""

from __future__ import annotations

from trainer.data.exercises.condition import Condition
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.families.parameters import SINGLE, two
from trainer.data.exercises.folds import truth
from trainer.data.exercises.number_conditions import number_condition
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["both", "clauses", "predicate"]


def clauses(condition: Condition) -> list[str]:
    """Other ways to say that one number fulfils a condition, as singular verb phrases."""
    if condition.code == "@ % 2 == 0":
        return ["is divisible by two", "is a multiple of 2", "can be halved without a remainder", "is an even number"]
    if condition.code == "@ % 2 != 0":
        return ["is not divisible by two", "is an odd number", "is no multiple of 2", "has a remainder when halved"]
    match condition.code.split():
        case ["@", "==", "0"]:
            return ["is zero", "equals 0", "is neither positive nor negative"]
        case ["@", ">", k]:
            return [f"is more than {k}", f"exceeds {k}", f"is bigger than {k}", f"lies above {k}"]
        case ["@", "<", k]:
            return [f"is less than {k}", f"is under {k}", f"is lower than {k}", f"lies below {k}"]
        case ["@", ">=", k]:
            return [f"is {k} or more", f"is not less than {k}", f"is {k} or greater", f"is no smaller than {k}"]
        case ["@", "<=", k]:
            return [f"is {k} or less", f"is not more than {k}", f"does not exceed {k}", f"is no larger than {k}"]
        case ["@", "==", k]:
            return [f"equals {k}", f"is the same as {k}", f"is exactly {k}"]
        case ["@", "!=", k]:
            return [f"is not {k}", f"is not equal to {k}", f"is anything but {k}"]
        case ["@", "%", k, "==", "0"]:
            return [
                f"is a multiple of {k}",
                f"can be divided by {k} without a remainder",
                f"is evenly divisible by {k}",
            ]
        case ["@", "%", k, "!=", "0"]:
            return [f"is not a multiple of {k}", f"cannot be divided evenly by {k}", f"has a remainder modulo {k}"]
        case ["@", "%", k, "==", rest]:
            return [f"has remainder {rest} modulo {k}", f"is congruent to {rest} modulo {k}"]
        case [low, "<=", "@", "<=", high]:
            return [f"is at least {low} and at most {high}", f"is in the range from {low} to {high}, ends included"]
    return []


def predicate(d: Draw) -> Sketch:
    """A condition on one number."""
    n = d.name(SINGLE)
    condition = number_condition(d, compound=0.35)
    subject = d.one(n, n, n, "a number", "the number", f"the number {n}", "the given number")
    single = condition.single
    question = f"Does {n} {condition.verb}?" if condition.verb else f"Is {n} {single.removeprefix('is ')}?"
    ways = [single, *clauses(condition)]
    return Sketch(
        names=[
            f"is_{condition.name}",
            f"is_{condition.name}",
            f"check_{condition.name}",
            f"{condition.name}_number",
            f"number_is_{condition.name}",
            f"{n}_is_{condition.name}",
            f"verify_{condition.name}",
            f"is_{condition.name}_number",
            f"{condition.name}_check",
        ],
        params=[Param(n, "int"), *condition.params],
        bodies=truth(d, condition.of(n)),
        returns="bool",
        whether=[f"{subject} {way}" for way in ways] * 2,
        sentences=[
            question,
            question,
            *(
                text
                for way in ways
                for text in (
                    f"True if {n} {way}, else False.",
                    f"Tell me if {subject} {way}.",
                    f"Is it true that {subject} {way}?",
                    f"Find out if {n} {way}.",
                    f"Give back True exactly when {n} {way}.",
                    f"False unless {n} {way}.",
                )
            ),
        ],
    )


def both(d: Draw) -> Sketch:
    """A condition on each, or on at least one, of two numbers."""
    a, b = two(d)
    condition = number_condition(d, compound=0)
    word, name, whether = d.one(
        ("and", "both", f"both {a} and {b} {condition.many}"),
        ("or", "either", f"{a} or {b} {condition.single}"),
        ("and", "are", f"{a} and {b} {condition.many}"),
        ("or", "any", f"at least one of {a} and {b} {condition.single}"),
    )
    ways = [condition.single, *clauses(condition)]
    if word == "and":
        names = [f"both_{condition.name}", f"all_{condition.name}", f"two_{condition.name}", f"each_{condition.name}"]
        whethers = [f"{a} and {b} both {condition.many}", *(f"each of {a} and {b} {way}" for way in ways)]
        sentences = [
            text
            for way in ways
            for text in (
                f"Check both numbers: True if {a} {way} and the same holds for {b}.",
                f"Is it true of {a} as well as of {b} that it {way}?",
                f"Given {a} and {b}, tell if each one {way}.",
                f"True only when neither {a} nor {b} breaks this rule: the number {way}.",
            )
        ]
    else:
        names = [f"any_{condition.name}", f"one_{condition.name}", f"some_{condition.name}", f"has_{condition.name}"]
        whethers = [f"one of {a} and {b}, or each, {way}" for way in ways]
        sentences = [
            text
            for way in ways
            for text in (
                f"Check two numbers: is there at least one of {a} and {b} that {way}?",
                f"True if {a} {way} or the same holds for {b}, or both.",
                f"Given {a} and {b}, tell if one or both of them fit: the number {way}.",
                f"False only when there is none among {a} and {b} that {way}.",
            )
        ]
    return Sketch(
        names=[f"{name}_{condition.name}", f"{name}_are_{condition.name}", f"check_{name}_{condition.name}", *names],
        params=[Param(a, "int"), Param(b, "int"), *condition.params],
        bodies=truth(d, f"{condition.of(a)} {word} {condition.of(b)}"),
        returns="bool",
        whether=[whether, whether, *whethers],
        sentences=sentences,
    )
