"""The characters of a string: counted, checked, kept, removed, replaced."""

from __future__ import annotations

from trainer.data.exercises import fold_sketches as fold
from trainer.data.exercises.conditions import char_condition
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Sketch
from trainer.data.exercises.sources import chars

__all__ = ["FAMILIES"]


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
        return Sketch(
            names=[
                f"keep_{condition.name}",
                f"only_{condition.name}",
                f"extract_{condition.name}",
                f"filter_{condition.name}",
            ],
            params=params,
            bodies=[f"return ''.join({c} for {c} in {s} if {test})", loop, loop],
            returns="str",
            what=[f"{s} with only its {those}", f"a string of the {those} in {s}"],
            do=[f"Keep only the {those} of {s}", f"Extract the {those} from {s}"],
        )
    if form == 2:
        against = f"not ({test})" if " and " in test or " or " in test else f"not {test}"
        against = (
            test.replace(" not in ", " in ")
            if " not in " in test
            else test.replace(" in ", " not in ")
            if " in " in test and " and " not in test
            else test.replace("!=", "==")
            if "!=" in test
            else test.replace("==", "!=")
            if "==" in test
            else test[4:]
            if test.startswith("not ")
            else against
        )
        loop = f"{out} = ''\nfor {c} in {s}:\n    if {against}:\n        {out} += {c}\nreturn {out}"
        bodies = [f"return ''.join({c} for {c} in {s} if {against})", loop, loop]
        if test.startswith(f"{c} == "):
            bodies.append(f"return {s}.replace({test.split(' == ')[1]}, '')")
        return Sketch(
            names=[
                f"remove_{condition.name}",
                f"strip_{condition.name}",
                f"without_{condition.name}",
                f"delete_{condition.name}",
            ],
            params=params,
            bodies=bodies,
            returns="str",
            what=[f"{s} without the {those}"],
            do=[
                f"Remove the {those} from {s}",
                f"Remove all {those} from {d.one(s, 'the string')}",
                f"Delete the {those} in {s}",
            ],
        )
    value, said, verb = d.one(
        ("'*'", "'*'", "replace"),
        ("'_'", "'_'", "replace"),
        ("'-'", "'-'", "replace"),
        ("'#'", "'#'", "hide"),
        (f"{c}.upper()", "its upper case", "upper"),
        (f"{c} * 2", "itself twice", "double"),
        ("' '", "a space", "blank"),
        ("'x'", "'x'", "replace"),
        (f"{c}.lower()", "its lower case", "lower"),
    )
    loop = f"{out} = ''\nfor {c} in {s}:\n    if {test}:\n        {out} += {value}\n    else:\n        {out} += {c}\nreturn {out}"  # noqa: E501
    joined = f"return ''.join({value} if {test} else {c} for {c} in {s})"
    each = condition.those(d, "characters", "")
    return Sketch(
        names=[f"{verb}_{condition.name}", f"mask_{condition.name}", f"change_{condition.name}"],
        params=params,
        bodies=[joined, loop],
        returns="str",
        what=[f"{s} with each of the {each} replaced by {said}"],
        do=[f"Replace each of the {each} in {s} by {said}"],
    )


FAMILIES = (
    Family("characters", ((_count_chars, 4), (_check_chars, 2), (_first_char, 1))),
    Family("string_filters", ((_keep_or_remove, 1),)),
)
