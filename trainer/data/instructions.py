"""Instruction data: a prompt that a model is given, and the answer that it should write.

Prompts are plain Python, the form in which a benchmark asks: what the function needs, its signature, its docstring.
"""

from __future__ import annotations

import ast
import json
import warnings
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from autonas.errors import UsageError
from autonas.mbpp import MBPP_TRAIN
from trainer.data.docstrings import write_docstring

__all__ = ["Example", "mbpp_examples", "read_given", "write_head"]

KEYS = ("prompt", "solution", "tests")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One thing to learn. `prompt + answer` is a Python file.

    Attributes:
        prompt: Imports and helpers if any, `def f(...):` and docstring, ending in a newline.
        answer: The function's body, indented, ending in a newline. The end of text follows it in training.
        source: "mined", "generated/<family>", "given" or "mbpp".
        tests: Statements that call `entry_point` and raise when it is wrong.
        entry_point: The function's name.
    """

    prompt: str
    answer: str
    source: str
    tests: str = ""
    entry_point: str = ""

    def __post_init__(self) -> None:
        for name in ("prompt", "answer"):
            if not getattr(self, name).strip() or not getattr(self, name).endswith("\n"):
                raise ValueError(f"{name} must be text that ends in a newline, got {getattr(self, name)[-40:]!r}")


def read_given(path: Path) -> list[Example]:
    """Reads a user's examples: JSON lines of `prompt`, `solution` and optional `tests`.

    Line ends become "\\n", and one is added to a prompt or solution that has none at its end.

    Raises:
        UsageError: The file cannot be read, or a line is not what it should be.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise UsageError(
            f"{path} cannot be read: {error.strerror}", hint="give a file with one JSON object a line"
        ) from error
    except UnicodeDecodeError as error:
        n = path.read_bytes()[: error.start].count(b"\n") + 1
        raise UsageError(f"{path}, line {n}: not UTF-8", hint="save the file in UTF-8") from error
    examples = []
    for n, line in enumerate(lines, 1):
        if line.strip():
            try:
                examples.append(_given(line))
            except _LineError as error:
                raise UsageError(f"{path}, line {n}: {error}", hint=error.hint) from error.__cause__
    if not examples:
        raise UsageError(
            f"{path} has no examples", hint='write lines such as {"prompt": "def f(x):\\n", "solution": "    ..."}'
        )
    return examples


class _LineError(Exception):
    """What is wrong with a line; `read_given` knows which line."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def _given(line: str) -> Example:
    fields = _fields(line)
    prompt, answer = _text(fields["prompt"]), _text(fields["solution"])
    tests = _text(fields["tests"]) if fields.get("tests") else ""
    entry_point = _function_at(prompt, answer)
    if tests:
        names = {node.id for node in ast.walk(_parse(tests, "tests")) if isinstance(node, ast.Name)}
        if entry_point not in names:
            raise _LineError(f"tests never use {entry_point}", f"call {entry_point}: it is what the prompt asks for")
    return Example(prompt=prompt, answer=answer, source="given", tests=tests, entry_point=entry_point)


def _fields(line: str) -> dict[str, str]:
    form = 'write {"prompt": "...", "solution": "...", "tests": "..."}; tests may be left out'
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _LineError(f"not JSON: {error}", f"one object a line: {form}") from error
    if not isinstance(fields, dict):
        raise _LineError(f"a JSON object is needed, got {type(fields).__name__}", form)
    for key in fields:
        if key not in KEYS:
            meant = get_close_matches(key, KEYS, n=1)
            raise _LineError(f"unknown key {key!r}", f"did you mean {meant[0]!r}?" if meant else form)
    for key in KEYS:
        value = fields.get(key, "" if key == "tests" else None)
        if value is None:
            raise _LineError(f"{key!r} is missing", form)
        if not isinstance(value, str) or (key != "tests" and not value.strip()):
            raise _LineError(f"{key!r} must be text that is not empty, got {json.dumps(value)[:40]}", form)
        if not value.isprintable() and any("\ud800" <= c <= "\udfff" for c in value):
            raise _LineError(f"{key!r} has half of a surrogate pair", "write characters beyond U+FFFF in full")
    return fields


def _text(value: str) -> str:
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.endswith("\n") else text + "\n"


def _parse(code: str, what: str) -> ast.Module:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # such as invalid escape sequences
            return ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        place = f" (line {error.lineno} of it)" if isinstance(error, SyntaxError) else ""
        raise _LineError(
            f"{what} is not Python: {getattr(error, 'msg', error)}{place}",
            "the solution continues the prompt: the function's body with its indentation, no new `def`",
        ) from error


def _function_at(prompt: str, answer: str) -> str:
    """Returns the name of the function that begins in the prompt and ends in the answer."""
    last = prompt.count("\n")
    for node in _parse(prompt + answer, "prompt + solution").body:
        if isinstance(node, ast.FunctionDef) and node.lineno <= last < (node.end_lineno or 0):
            return node.name
    raise _LineError(
        "the solution does not continue a function of the prompt",
        "end the prompt with `def f(...):` or its docstring and indent the solution",
    )


def mbpp_examples(rows: Iterable[Mapping[str, Any]]) -> tuple[list[Example], Counter[str]]:
    """Turns the rows of MBPP's training split (Austin et al. 2021) into examples; others are passed over.

    The code is laid out anew, as its indentation varies; what it has beside the tested function comes before it. The
    docstring is the task's text and its first test.

    Returns:
        The examples, and how many rows of the split were left out for which reason.

    Raises:
        UsageError: A row lacks what MBPP's rows have.
    """
    examples, left_out = [], Counter[str]()
    for n, row in enumerate(rows, 1):
        try:
            if row["task_id"] in MBPP_TRAIN:
                examples.append(_mbpp_example(row))
        except (KeyError, TypeError) as error:
            raise UsageError(
                f"row {n} is not one of MBPP's: {error}", hint="use the file mbpp.jsonl as published"
            ) from error
        except _LineError as error:
            left_out[str(error)] += 1
    return examples, left_out


def _mbpp_example(row: Mapping[str, Any]) -> Example:
    if row["test_setup_code"].strip():
        raise _LineError("its tests need a set-up", "")
    code, tests = _text(row["code"]), [_text(test) for test in row["test_list"]]
    module = _parse(code, "code")
    called = {node.func.id for node in ast.walk(_parse(tests[0], "tests")) if _is_plain_call(node)}
    named = [node for node in module.body if isinstance(node, ast.FunctionDef) and node.name in called]
    if len(named) != 1:
        raise _LineError("the tests call no function of the code, or several", "")
    [function] = named
    others = [node for node in module.body if node is not function]
    if not all(isinstance(node, ast.Import | ast.ImportFrom | ast.Assign | ast.FunctionDef) for node in others):
        raise _LineError("more than imports, constants and helper functions", "")
    lines = [*row["text"].split("\n"), "", ast.unparse(ast.parse(tests[0]))]
    return Example(
        prompt=write_head(others) + ast.unparse(_signature(function)) + "\n" + write_docstring(lines),
        answer="".join(f"    {line}\n" if line else "\n" for line in _body(function).split("\n")),
        source="mbpp",
        tests="".join(tests),
        entry_point=function.name,
    )


def _is_plain_call(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name)


def _signature(function: ast.FunctionDef) -> ast.FunctionDef:
    return ast.FunctionDef(
        name=function.name, args=function.args, returns=function.returns, body=[], decorator_list=[], lineno=1
    )


def _body(function: ast.FunctionDef) -> str:
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    if not body:
        raise _LineError("no body", "")
    return ast.unparse(ast.Module(body=body, type_ignores=[]))


def write_head(statements: Sequence[ast.stmt]) -> str:
    """Returns what stands before a function: imports and constants together, functions apart, as PEP 8 has it."""
    text = ""
    for node in statements:
        text += f"\n\n{ast.unparse(node)}\n\n\n" if isinstance(node, ast.FunctionDef) else f"{ast.unparse(node)}\n"
    return f"{text.strip()}\n\n\n" if text else ""
