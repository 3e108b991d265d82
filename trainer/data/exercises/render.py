"""Writes a sketch down: signature, docstring, body, and tests computed by running the reference."""

from __future__ import annotations

import builtins
import keyword
import re
import textwrap
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.kinds import KINDS
from trainer.data.exercises.sketch import Sketch
from trainer.data.instructions import Example

__all__ = ["MAX_PROMPT", "Case", "render"]

MAX_PROMPT = 400  # bytes
_MAX_BYTES = 480  # prompt and answer
_WIDTH = 88  # of docstring lines
_OTHER_FORMS = 0.12  # how often a sentence does not begin with "Return", "Check" or what is done
_GIVEN = {
    "int": "an integer", "nat": "a non-negative integer", "pos": "a positive integer", "nat12": "a number",
    "float": "a number", "ints": "a list of integers", "ints1": "a non-empty list of integers", "few": "a list",
    "nats": "a list of numbers", "words": "a list of strings", "words1": "a list of words", "text": "a string",
    "word": "a string", "counts": "a dictionary", "matrix": "a matrix", "nested": "a list of lists",
    "pairs": "a list of pairs",
}  # fmt: skip
_MAX_NAME = 30  # characters
_MAX_CASES = 7
_DEFAULTS = 0.3  # how often a parameter gets a default where it can have one
_DRAWS = 12  # at most so many inputs beside those of the sketch
_MAX_VALUE = 90  # characters of an argument list or a result in a test
_VAGUE = "f func function solve solution helper process run task calculate compute my_function"
_RESERVED = frozenset([*dir(builtins), *keyword.kwlist])  # a body may need them
_NUMERIC = ("int", "float")

Case = tuple[str, Any]  # the arguments as source text, the result


def _text(value: Any) -> str:
    """The value as source text; a set's elements in order, for theirs depends on the hash seed."""
    if isinstance(value, set) and value:
        return "{" + ", ".join(sorted(map(repr, value))) + "}"
    return repr(value)


def render(sketch: Sketch, d: Draw, family: str) -> Example | None:
    """Returns the example, or None where the sketch is too long or its tests could not tell it from a constant."""
    if d.chance(_DEFAULTS):
        sketch = _with_default(sketch, d)
    name = _function_name(sketch, d)
    cases = _cases(sketch, d)
    if len(cases) < 4 or len({_text(result) for _, result in cases}) < 2:
        return None
    typing = "plain" if d.chance(0.5) else "typing" if d.chance(0.15) else "builtin"
    header, signature = _signature(sketch, d, name, typing)
    header = sketch.header + header
    docstring = _docstring(sketch, d, name, cases)
    prompt = (header + "\n\n" if header else "") + signature + textwrap.indent(docstring, "    ") + "\n"
    body = d.one(*sketch.bodies).replace("FN", name)
    if '"' not in body and d.chance(0.6):
        body = body.replace("'", '"')
    answer = textwrap.indent(body, "    ").rstrip() + "\n"
    if len(prompt.encode()) > MAX_PROMPT or len(prompt.encode()) + len(answer.encode()) > _MAX_BYTES:
        return None
    tests = "".join(_assertion(name, arguments, result) for arguments, result in cases)
    return Example(prompt=prompt, answer=answer, source=f"generated/{family}", tests=tests, entry_point=name)


def _with_default(sketch: Sketch, d: Draw) -> Sketch:
    """Gives the last of several parameters a default where it is a plain number or character."""
    *before, last = sketch.params
    if not before or sketch.draw or last.kind not in ("small", "smallpos", "char"):
        return sketch
    return replace(sketch, params=[*before, last._replace(default=repr(KINDS[last.kind].draw(d)))])


def _function_name(sketch: Sketch, d: Draw) -> str:
    if d.chance(0.04):
        return d.word(_VAGUE)
    name = d.one(*sketch.names)
    if len(name) > _MAX_NAME:
        name = "_".join(min(sketch.names, key=len).split("_")[:4])
    if sketch.what and not sketch.do and d.chance(0.15):
        verbs = "get find compute calculate" if sketch.returns in _NUMERIC else "get find"
        if name.split("_")[0] not in ("get", "find", "compute", "calculate", "count", "make", "to"):
            name = f"{d.word(verbs)}_{name}"
    if name in d.taken or name in _RESERVED:
        name += d.word("_of _value _in _for")
    return name


def _signature(sketch: Sketch, d: Draw, name: str, typing: str) -> tuple[str, str]:
    annotations = [KINDS[param.kind].annotation for param in sketch.params]
    returns = sketch.returns
    imports = ""
    if typing == "typing":
        text = " ".join([*annotations, returns])
        used = [word for word in ("Dict", "List", "Optional", "Set", "Tuple") if word in _capital(text)]
        imports = f"from typing import {', '.join(used)}\n" if used else ""
        annotations, returns = [_capital(a) for a in annotations], _capital(returns)
    elif d.chance(0.15):  # bare containers
        annotations = [re.sub(r"\[.*\]", "", a) for a in annotations]
        returns = re.sub(r"\[.*\]", "", returns)
    parts = []
    for param, annotation in zip(sketch.params, annotations, strict=True):
        if typing == "plain":
            parts.append(f"{param.name}={param.default}" if param.default else param.name)
        else:
            parts.append(f"{param.name}: {annotation}" + (f" = {param.default}" if param.default else ""))
    arrow = "" if typing == "plain" else f" -> {returns}"
    return imports, f"def {name}({', '.join(parts)}){arrow}:\n"


def _capital(annotation: str) -> str:
    text = re.sub(r"\b(list|dict|tuple|set)\[", lambda match: match[1].capitalize() + "[", annotation)
    return re.sub(r"^(.*) \| None$", r"Optional[\1]", text)


def _sentence(sketch: Sketch, d: Draw) -> str:
    choices = [("what", text) for text in sketch.what]
    choices += [("whether", text) for text in sketch.whether] + [("do", text) for text in sketch.do]
    choices += [("sentence", text) for text in sketch.sentences]
    form, text = d.one(*choices)
    if form == "sentence":
        return f"{text} {sketch.edge}".strip()
    if d.chance(_OTHER_FORMS):
        return f"{_other_form(sketch, d, form, text)} {sketch.edge}".strip()
    if form == "what":
        if text.startswith("how many"):
            verb = d.one("Return", "Return", "Returns", "Find", "Compute")
        elif sketch.returns in _NUMERIC:
            verb = d.one("Return", "Return", "Return", "Return", "Returns", "Compute", "Calculate", "Find", "Get")
        else:
            verb = d.one("Return", "Return", "Return", "Return", "Returns", "Get", "Give")
        sentence = f"{verb} {text}."
    elif form == "whether":
        sentence = d.one(
            "Return True if {}, False otherwise.",
            "Return True if {}, otherwise False.",
            "Return True if {}.",
            "Check if {}.",
            "Return whether {}.",
            "Check whether {}.",
            "Returns True if {} and False otherwise.",
            "Determine whether {}.",
            "Return True if {}, else False.",
            "Tell whether {}.",
            "Test if {}.",
        ).format(text)
    else:
        verb, _, rest = text.partition(" ")
        if d.chance(0.12) and verb.isalpha() and " and " not in rest:  # whose second verb would stay as it is
            verb = _third_person(verb)
        sentence = f"{verb} {rest}."
    return f"{sentence} {sketch.edge}".strip()


def _third_person(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _other_form(sketch: Sketch, d: Draw, form: str, text: str) -> str:
    """A sentence that begins with what is given, or with what is to be written."""
    plain = text[0].lower() + text[1:] if form == "do" else text
    given = _GIVEN.get(sketch.params[0].kind)
    if given and d.chance(0.6):
        verb = {"what": "return ", "whether": d.one("return whether ", "check if ", "determine whether "), "do": ""}[
            form
        ]
        subject = d.one(f"{given} {sketch.params[0].name}", f"{given} `{sketch.params[0].name}`")
        return f"{d.one('Given', 'Given', 'For')} {subject}, {verb}{plain}."
    verb = {"what": d.one("return ", "find ", "get "), "whether": d.one("check whether ", "check if "), "do": ""}[form]
    return f"{d.one('Write a function to', 'Write a function to', 'Function to', 'A function to')} {verb}{plain}."


def _docstring(sketch: Sketch, d: Draw, name: str, cases: list[Case]) -> str:
    sentence = _sentence(sketch, d)
    quotes = "'''" if d.chance(0.04) else '"""'
    example = _example(d, name, cases) if d.chance(0.3) else ""
    lines = textwrap.wrap(sentence, _WIDTH, break_on_hyphens=False)
    if len(lines) == 1 and not example and len(sentence) < _WIDTH - 4 and d.chance(0.85):
        return f"{quotes}{sentence}{quotes}"
    text = "\n".join(lines)
    if example:
        text += ("\n\n" if d.chance(0.3) else "\n") + example
    lead = d.one("", "", "", " ", "\n")
    return f"{quotes}{lead}{text}\n{quotes}"


def _example(d: Draw, name: str, cases: list[Case]) -> str:
    shown = [
        (arguments, _text(result))
        for arguments, result in cases
        if result is not None
        and len(arguments) + len(_text(result)) < 60
        and "[]" not in arguments
        and "''" not in arguments
    ]
    if not shown:
        return ""
    arguments, result = d.one(*shown)
    form = d.number(0, 9)
    if form < 6:
        text = f">>> {name}({arguments})\n{result}"
        if len(shown) > 1 and form < 1:
            other, value = (
                next(case for case in shown if case != (arguments, result)) if len(set(shown)) > 1 else shown[0]
            )
            text += f"\n>>> {name}({other})\n{value}"
        return text
    return d.one(
        "Example: {0}({1}) returns {2}", "{0}({1}) => {2}", "{0}({1}) == {2}", "For example, {0}({1}) gives {2}."
    ).format(name, arguments, result)


def _cases(sketch: Sketch, d: Draw) -> list[Case]:
    """Runs the reference on edge cases and drawn inputs, until there are seven that do not all give the same."""
    names = ", ".join(param.name + (f"={param.default}" if param.default else "") for param in sketch.params)
    scope: dict[str, Any] = {}
    exec(f"{sketch.header}def FN({names}):\n" + textwrap.indent(sketch.bodies[0], " "), scope)
    function = scope["FN"]
    cases: dict[str, Any] = {}
    results: set[str] = set()
    for i in range(len(sketch.inputs) + _DRAWS):
        if i < len(sketch.inputs):
            arguments, values = sketch.inputs[i], _thunk(sketch.inputs[i] + ",")()
        else:
            arguments, values = _arguments(sketch, d, i - len(sketch.inputs))
        if arguments in cases or len(arguments) > _MAX_VALUE:
            continue
        try:
            result = function(*values)
        except (ArithmeticError, LookupError, ValueError, TypeError):  # outside of the function's domain
            continue
        text = _text(result)
        if len(text) > _MAX_VALUE:
            continue
        cases[arguments] = result
        results.add(text)
        if len(cases) >= _MAX_CASES and len(results) > 1:
            break
    return list(cases.items())[-_MAX_CASES:]


def _arguments(sketch: Sketch, d: Draw, i: int) -> tuple[str, tuple[Any, ...]]:
    """Draws arguments: as source text, and as values."""
    if sketch.draw is not None:
        values = sketch.draw(d)
        return ", ".join(map(repr, values)), values
    texts, values = [], ()
    for place, param in enumerate(sketch.params):
        kind = KINDS[param.kind]
        if param.default and (i == 0 or d.chance(0.4)):
            break
        if i < len(kind.edges) if place == 0 else d.chance(0.1):
            text = kind.edges[i] if place == 0 else d.one(*kind.edges)
            value = _thunk(text)()
        else:
            value = kind.draw(d)
            text = repr(value)
        texts.append(text)
        values += (value,)
    return ", ".join(texts), values


@cache
def _thunk(text: str) -> Callable[[], Any]:
    """What gives the text's value, a new one each time."""
    return eval(f"lambda: ({text})")


def _assertion(name: str, arguments: str, result: Any) -> str:
    call = f"{name}({arguments})"
    if isinstance(result, bool) or result is None:
        return f"assert {call} is {result}\n"
    if isinstance(result, float):
        return f"assert abs({call} - {result!r}) < 1e-6\n"
    return f"assert {call} == {_text(result)}\n"
