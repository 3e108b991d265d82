"""The benchmark suites by name. Four are the project's own; HumanEval and MBPP are files of the user's."""

from __future__ import annotations

import ast
import difflib
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from autonas.errors import UsageError
from autonas.mbpp import MBPP_TEST, mbpp_tasks
from autonas.tasks import Task, data_file, parse, read_rows, read_tasks

__all__ = ["SUITES", "available_suites", "load_suite"]

HERE = Path(__file__).parent

_HUMANEVAL_FIELDS = ("task_id", "prompt", "entry_point", "canonical_solution", "test")
_HUMANEVAL_STOP = ("\nclass ", "\ndef ", "\n#", "\nif ", "\nprint(")  # Chen et al. 2021, section 2.2


def load_suite(reference: str) -> tuple[Task, ...]:
    """Returns the tasks of a suite.

    Args:
        reference: A name of `SUITES`, or the path of a JSONL file (it ends in .jsonl or has a separator in it).

    Raises:
        UsageError: No such suite, its data is not on this machine, or a task in it is broken.
    """
    if reference in SUITES:
        return SUITES[reference]()
    if reference.endswith((".jsonl", ".jsonl.gz")) or os.sep in reference:
        return read_tasks(Path(reference))
    close = difflib.get_close_matches(reference, SUITES, n=1)
    guess = f"did you mean {close[0]!r}? " if close else ""
    raise UsageError(
        f"there is no suite {reference!r}", hint=f"{guess}suites: {', '.join(SUITES)}, or the path of a .jsonl file"
    )


def available_suites() -> tuple[dict[str, tuple[Task, ...]], dict[str, str]]:
    """Returns all registered suites whose data is here, and for each of the others why it is not.

    Training text is decontaminated against the first; a report names the second.
    """
    loaded: dict[str, tuple[Task, ...]] = {}
    missing: dict[str, str] = {}
    for name, load in SUITES.items():
        try:
            loaded[name] = load()
        except UsageError as error:
            missing[name] = f"{error.message} ({error.hint})"
    return loaded, missing


def _humaneval() -> tuple[Task, ...]:
    """HumanEval (Chen et al. 2021): 164 functions; ids as published, in lower case."""
    path = data_file("HumanEval.jsonl")
    return tuple(_humaneval_task(row, path, line) for line, row in read_rows(path))


def _humaneval_task(row: Mapping[str, Any], path: Path, line: int) -> Task:
    strings = all(isinstance(row.get(name), str) for name in _HUMANEVAL_FIELDS)
    tree = parse(row["prompt"]) if strings else None
    if tree is None:
        raise UsageError(f"{path}, line {line}: is no task of HumanEval", hint="take HumanEval.jsonl as published")
    # What stands before the function: its tests may call it, and a completion cannot change it there.
    others = [node for node in tree.body if getattr(node, "name", None) != row["entry_point"]]
    return Task(
        id=row["task_id"].lower(),
        prompt=row["prompt"],
        entry_point=row["entry_point"],
        tests=f"{row['test'].strip()}\n\n\ncheck({row['entry_point']})\n",
        solution=row["canonical_solution"],
        setup="".join(f"{ast.unparse(node)}\n" for node in others),
        stop=_HUMANEVAL_STOP,
    )


# The reworded ones have each task three times, in the words of an author who did not know the exercises.
SUITES: Mapping[str, Callable[[], tuple[Task, ...]]] = {
    "mini": lambda: read_tasks(HERE / "mini.jsonl"),
    "aside": lambda: read_tasks(HERE / "aside.jsonl"),
    "mini-reworded": lambda: read_tasks(HERE / "mini-reworded.jsonl"),
    "aside-reworded": lambda: read_tasks(HERE / "aside-reworded.jsonl"),
    "humaneval": _humaneval,
    "mbpp": lambda: mbpp_tasks(MBPP_TEST),
    "mbpp-zero-shot": lambda: mbpp_tasks(MBPP_TEST, shots=False),
}
