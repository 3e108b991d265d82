"""One step more: an operation on what a function returns makes another function."""

from __future__ import annotations

import re
from dataclasses import replace

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.number_conditions import number_condition
from trainer.data.exercises.sketch import Sketch
from trainer.data.exercises.transforms import Transform, number_transform

__all__ = ["extended"]

_LABELS = (
    ("'yes'", "'no'"), ("'yes'", "'no'"), ("'YES'", "'NO'"), ("'ok'", "'bad'"), ("'valid'", "'invalid'"), ("1", "0"),
    ("'pass'", "'fail'"), ("'true'", "'false'"), ("'good'", "'bad'"), ("'right'", "'wrong'"), ("0", "1"), ("1", "-1"),
    ("'Yes'", "'No'"), ("'accepted'", "'refused'"), ("'on'", "'off'"), ("'found'", "'missing'"), ("'y'", "'n'"),
)  # fmt: skip
_ATOM = re.compile(r"[\w.]+(\([^()]*\))?|\[[^\[\]]*\]")


def extended(d: Draw, sketch: Sketch) -> Sketch:
    """Adds an operation on the result, where the wording and the bodies allow it; else returns the sketch."""
    if sketch.returns == "bool" and sketch.whether:
        return _labelled(d, sketch)
    what = [text for text in sketch.what if text.startswith(("the ", "a list ", "one flat ", "a single "))]
    bodies = [body for body in sketch.bodies if body.count("return ") == 1 and "FN" not in body and "yield" not in body]
    if (
        not what
        or sketch.edge
        or sketch.bodies[0] not in bodies
        or sum(len(param.name) for param in sketch.params) > 20
    ):
        return sketch
    if sketch.returns == "int" and d.chance(0.35):
        return _tested(d, replace(sketch, what=what, bodies=bodies))
    if sketch.returns == "int":
        transform = number_transform(d)
    elif sketch.returns in _AFTER:
        transform = d.one(*_AFTER[sketch.returns])
    else:
        return sketch
    if {param.name for param in transform.params} & {param.name for param in sketch.params}:
        return sketch
    result = d.name("result value total out answer found")
    said = [f"{text}, {transform.past}" if transform.past else f"{transform.plural} {text}" for text in what]
    bodies = [new for body in bodies for new in _after(body, transform.code, result)]
    if not bodies:
        return sketch
    predicate = transform.returns == "bool"
    return replace(
        sketch,
        names=[f"{name}_{transform.name}" for name in sketch.names]
        + [f"{transform.name}_{name}" for name in sketch.names],
        params=[*sketch.params, *transform.params],
        bodies=bodies,
        returns=sketch.returns if transform.returns == "list" else transform.returns,
        what=() if predicate else said,
        whether=said if predicate else (),
        do=(),
        sentences=(),
    )


def _tested(d: Draw, sketch: Sketch) -> Sketch:
    """Whether the result fulfils a condition."""
    condition = number_condition(d, compound=0)
    if {param.name for param in condition.params} & {param.name for param in sketch.params}:
        return sketch
    result = d.name("result value total out answer found")
    bodies = [new for body in sketch.bodies for new in _after(body, condition.code, result)]
    if not bodies:
        return sketch
    return replace(
        sketch,
        names=[f"is_{name}_{condition.name}" for name in sketch.names],
        params=[*sketch.params, *condition.params],
        bodies=bodies,
        returns="bool",
        what=(),
        whether=[f"{text}{',' if ', ' in text else ''} {condition.single}" for text in sketch.what],
        do=(),
        sentences=(),
    )


def _labelled(d: Draw, sketch: Sketch) -> Sketch:
    """One of two values instead of True and False."""
    yes, no = d.one(*_LABELS)
    bodies = []
    for body in sketch.bodies:
        returned = re.findall(r"return (.*)", body)
        if set(returned) <= {"True", "False"}:
            bodies.append(body.replace("return True", f"return {yes}").replace("return False", f"return {no}"))
        elif len(returned) == 1 and "\n" not in body:
            bodies += [f"if {returned[0]}:\n    return {yes}\nreturn {no}", f"return {yes} if {returned[0]} else {no}"]
    if not bodies or sketch.edge:
        return sketch
    return replace(
        sketch,
        names=[
            re.sub("^(is|has|are|check|all|any)_", f"{d.word('label tell rate say mark')}_", name)
            for name in sketch.names
        ],
        bodies=bodies,
        returns="str" if "'" in yes else "int",
        whether=(),
        sentences=(),
        do=[
            form
            for text in sketch.whether
            for form in (f"Return {yes} if {text}, otherwise {no}", f"Return {yes} if {text}, else {no}")
        ],
    )


def _after(body: str, code: str, result: str) -> list[str]:
    """The body with an operation on what it returns, in one expression or in two steps."""
    before, _, value = body.rpartition("return ")
    if "\n" in value:
        return []
    once = code.count("@") == 1
    inner = value if _ATOM.fullmatch(value) or code.endswith("(@)") else f"({value})"
    new = [f"{before}return {code.replace('@', inner)}"] if once or value.isidentifier() else []
    indent = before.rpartition("\n")[2]
    if not value.isidentifier() and not indent.strip():
        new.append(f"{before}{result} = {value}\n{indent}return {code.replace('@', result)}")
    return new


_LIST = (
    Transform("len(@)", "size", "", "the length of"),
    Transform("@[::-1]", "reversed", "in reverse order", returns="list"),
    Transform("@[:1]", "first", "cut to at most one element", returns="list"),
    Transform("@[1:]", "rest", "without the first element", returns="list"),
    Transform("@[::2]", "every_other", "but only every second element, starting with the first", returns="list"),
    Transform("len(@) > 0", "any", "", "there is an element in", returns="bool"),
    Transform("len(@) == 0", "none", "", "there is no element in", returns="bool"),
)
_INTS = (
    *_LIST,
    Transform("sum(@)", "sum", "", "the sum of"),
    Transform("max(@, default=0)", "max", "", "the largest element, 0 if there is none, of"),
    Transform("min(@, default=0)", "min", "", "the smallest element, 0 if there is none, of"),
    Transform("sorted(@)", "sorted", "sorted in ascending order", returns="list"),
    Transform("sorted(@, reverse=True)", "descending", "sorted in descending order", returns="list"),
    Transform("sorted(set(@))", "distinct", "sorted and without duplicates", returns="list"),
)
_STRINGS = (
    *_LIST,
    Transform("' '.join(@)", "joined", "joined by spaces", returns="str"),
    Transform("','.join(@)", "comma", "joined by ','", returns="str"),
    Transform("sorted(@)", "sorted", "sorted", returns="list"),
)
_TEXT = (
    Transform("len(@)", "length", "", "the length of"),
    Transform("@.upper()", "upper", "in upper case", returns="str"),
    Transform("@.lower()", "lower", "in lower case", returns="str"),
    Transform("@[::-1]", "reversed", "reversed", returns="str"),
    Transform("@ + '!'", "shout", "followed by '!'", returns="str"),
    Transform("@[:3]", "short", "cut to three characters", returns="str"),
    Transform("@ * 2", "twice", "twice in a row", returns="str"),
    Transform("@.count('a')", "count_a", "", "how often 'a' occurs in"),
    Transform("@ == ''", "is_empty", "", "nothing is left of", returns="bool"),
)
_AFTER = {"list[int]": _INTS, "list[str]": _STRINGS, "str": _TEXT}
