"""MBPP (Austin et al. 2021) as tasks, in one form for benchmark and training. Torch-free; the data is the user's."""

from __future__ import annotations

import ast
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from autonas.errors import UsageError
from autonas.tasks import Task, data_file, parse, read_rows

__all__ = ["MBPP_SHOTS", "MBPP_TEST", "MBPP_TRAIN", "mbpp_tasks"]

# The split of the paper.
MBPP_SHOTS = range(2, 5)
MBPP_TEST = range(11, 511)
MBPP_TRAIN = range(601, 975)

_FIELDS = {"task_id": int, "text": str, "code": str, "test_list": list, "test_setup_code": str}
# What no reference solution of the test part goes on with, and a model that has written its answer does.
_STOP = ('\n"""', "\nassert", "\nprint(", "\nif __name__")


def mbpp_tasks(ids: Collection[int], *, shots: bool = True) -> tuple[Task, ...]:
    """Returns the tasks with these ids, in the order of the file.

    A prompt is a docstring of the task's text and its first assertion, as in Fried et al. (2022, InCoder); the
    completion is the code. Left out are tasks whose tests build objects of a class that the completion defines
    (id 367 of the test part): such objects do not cross into the sandbox.

    Args:
        ids: Such as `MBPP_TEST`.
        shots: Whether each prompt shows tasks 2 to 4 with their solutions first, as in the paper.

    Raises:
        UsageError: mbpp.jsonl is not there, or is not what it should be.
    """
    path = data_file("mbpp.jsonl")
    rows = {row["task_id"]: row for row in (_checked(row, path, line) for line, row in read_rows(path))}
    missing = [number for number in (*ids, *(MBPP_SHOTS if shots else ())) if number not in rows]
    if missing:
        hint = "take mbpp.jsonl as published, all 974 tasks"
        raise UsageError(f"{path} lacks {len(missing)} tasks, such as {missing[0]}", hint=hint)
    shown = "".join(f"{_prompt(rows[n])}{_code(rows[n])}\n\n" for n in MBPP_SHOTS) if shots else ""
    tasks = (_task(rows[number], shown, path) for number in sorted(ids))
    return tuple(task for task in tasks if task is not None)


def _checked(row: Mapping[str, Any], path: Path, line: int) -> Mapping[str, Any]:
    for name, kind in _FIELDS.items():
        if not isinstance(row.get(name), kind):
            hint = f"a line of MBPP has the fields {', '.join(_FIELDS)}"
            raise UsageError(f"{path}, line {line}: {name} is missing or no {kind.__name__}", hint=hint)
    return row


def _task(row: Mapping[str, Any], shown: str, path: Path) -> Task | None:
    code = _code(row)
    solution, tests = parse(code), parse("\n".join(row["test_list"]))
    entry_point = _entry_point(solution, tests) if solution and tests else None
    if solution is None or tests is None or entry_point is None:
        hint = "take mbpp.jsonl as published"
        raise UsageError(f"task {row['task_id']} of {path} has no code with tests that call it", hint=hint)
    classes = {node.name for node in solution.body if isinstance(node, ast.ClassDef)}
    setup = _plain(row["test_setup_code"])
    if classes & _names(tests) or classes & _names(parse(setup) or tests):
        return None
    return Task(
        id=f"mbpp/{row['task_id']}",
        prompt=shown + _prompt(row),
        entry_point=entry_point,
        tests="\n".join(row["test_list"]) + "\n",
        solution=code,
        setup=setup,
        stop=_STOP,
    )


def _entry_point(solution: ast.Module, tests: ast.Module) -> str | None:
    """Returns the function of the solution that the tests call; other calls in them are helpers such as set()."""
    called = _names(tests)
    defined = [node.name for node in solution.body if isinstance(node, ast.FunctionDef)]
    return next((name for name in reversed(defined) if name in called), None)


def _names(tree: ast.Module) -> set[str]:
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def _prompt(row: Mapping[str, Any]) -> str:
    return f'"""\n{_plain(row["text"]).strip()}\n{_plain(row["test_list"][0]).strip()}\n"""\n'


def _code(row: Mapping[str, Any]) -> str:
    return _plain(row["code"]).rstrip() + "\n"


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n")
