"""The characters of a string: counted, checked, kept, removed, replaced."""

from __future__ import annotations

from trainer.data.exercises import fold_sketches as fold
from trainer.data.exercises.character_conditions import char_condition
from trainer.data.exercises.draw import Draw
from trainer.data.exercises.family import Family
from trainer.data.exercises.sketch import Sketch
from trainer.data.exercises.sources import chars

__all__ = ["FAMILIES"]


_PLAIN = {
    "vowels": "letters a, e, i, o and u (in either case)",
    "lowercase vowels": "small letters a, e, i, o and u",
    "uppercase vowels": "capital letters A, E, I, O and U",
    "consonants": "letters that are not a, e, i, o or u (in either case)",
    "digits": "characters from '0' to '9'",
    "letters": "letters of the alphabet",
    "letters and digits": "alphanumeric characters",
    "uppercase letters": "capitals",
    "lowercase letters": "small letters",
    "capital letters": "letters in upper case",
    "spaces": "blanks (' ')",
    "alphanumeric characters": "letters and digits",
    "punctuation marks (.,!?)": "marks '.,!?'",
}  # the same characters in other words


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
    plain = _PLAIN.get(those, those)
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
                f"select_{condition.name}",
                f"get_{condition.name}",
                f"{condition.name}_only",
                f"retain_{condition.name}",
            ],
            params=params,
            bodies=[f"return ''.join({c} for {c} in {s} if {test})", loop, loop],
            returns="str",
            what=[
                f"{s} with only its {those}",
                f"a string of the {those} in {s}",
                f"a string made of the {plain} in {s}",
            ],
            do=[
                f"Keep only the {those} of {s}",
                f"Extract the {those} from {s}",
                f"Drop every character from {s} unless it {condition.single}",
                f"Filter {s} so that only the {those} remain",
                f"Build a string from the {plain} in {s}",
            ],
            sentences=[
                f"Given {s}, return only the {plain}, in the same order.",
                f"Go through {s} and keep each character that {condition.single}.",
                f"Pick out the {plain} from {s} and string them together.",
                f"Throw away all characters of {s} but the {those}.",
                f"All the {plain} in {s} as one string, in their order.",
                f"What remains of {s} if only the {those} stay?",
            ],
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
                f"drop_{condition.name}",
                f"discard_{condition.name}",
                f"no_{condition.name}",
                f"exclude_{condition.name}",
            ],
            params=params,
            bodies=bodies,
            returns="str",
            what=[
                f"{s} without the {those}",
                f"{s} with the {plain} removed",
                f"a copy of {s} that has no {plain}",
            ],
            do=[
                f"Remove the {those} from {s}",
                f"Remove all {those} from {d.one(s, 'the string')}",
                f"Delete the {those} in {s}",
                f"Strip out the {plain} from {s}",
                f"Drop every character of {s} that {condition.single}",
                f"Get rid of the {plain} in {s}",
                f"Take the {those} out of {s}",
            ],
            sentences=[
                f"Given {s}, throw away the {plain} and return the rest.",
                f"Go through {s} and skip each character that {condition.single}.",
                f"What is left of {s} once the {plain} are gone?",
                f"All characters of {s} except the {those}, as one string.",
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
    plain = _PLAIN.get(each, each)
    constant = verb in ("replace", "hide", "blank")
    if constant:
        do = [
            f"Put {said} in place of each of the {plain} in {s}",
            f"Substitute {said} for each of the {each} in {s}",
            f"Turn each of the {plain} in {s} into {said}",
            f"Overwrite every character of {s} that {condition.single} with {said}",
        ]
        sentences = [f"Mask {s}: {said} takes the place of each of the {plain}."]
    elif verb == "double":
        do = [
            f"Double each of the {plain} in {s}",
            f"Write each of the {each} in {s} twice",
            f"Repeat every character of {s} that {condition.single}, so that it stands there twice",
        ]
        sentences = [f"In {s}, each of the {plain} comes twice in a row, and all other characters once."]
    else:
        case = "upper" if verb == "upper" else "lower"
        do = [
            f"Convert the {each} in {s} to {case} case",
            f"Change every character of {s} that {condition.single} to {case} case",
        ]
        sentences = [
            f"In {s}, put the {plain} in {case} case. Everything else stays as it is.",
            f"Make the {plain} in {s} {case}case and leave the other characters alone.",
        ]
    return Sketch(
        names=[
            f"{verb}_{condition.name}",
            f"change_{condition.name}",
            f"mask_{condition.name}" if constant else f"make_{verb}_{condition.name}",
            f"substitute_{condition.name}" if constant else f"{verb}_the_{condition.name}",
            f"convert_{condition.name}",
            f"transform_{condition.name}",
            f"modify_{condition.name}",
        ],
        params=params,
        bodies=[joined, loop],
        returns="str",
        what=[
            f"{s} with each of the {each} replaced by {said}",
            f"a copy of {s} where each of the {plain} has become {said}",
        ]
        + ([f"{s} with {said} for every character that {condition.single}"] if constant else []),
        do=[f"Replace each of the {each} in {s} by {said}", *do],
        sentences=[
            *sentences,
            f"Given {s}, replace every character that {condition.single} by {said}.",
            f"Go through {s}: a character that {condition.single} becomes {said}, the others stay.",
        ],
    )


FAMILIES = (
    Family("characters", ((_count_chars, 4), (_check_chars, 2), (_first_char, 1))),
    Family("string_filters", ((_keep_or_remove, 1),)),
)
