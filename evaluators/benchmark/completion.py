"""Where a completion ends, and why one failed."""

from __future__ import annotations

import ast
import functools
import re

from autonas.tasks import Task, parse
from evaluators.degeneration import is_python_prefix, is_repetitive

__all__ = ["FAILURES", "classify", "cut"]

# Why a sample did not pass. All but the last are a sandbox's reasons; "error" is the sandbox's own failure.
FAILURES = ("does not parse", "raises", "wrong", "timeout", "refused", "unsupported", "error", "collapsed")

_MARGIN = re.compile(r"^[^\s]", flags=re.MULTILINE)  # a line that starts at the margin and is not blank


def cut(task: Task, raw: str, *, end_of_text: str = "<|endoftext|>") -> str:
    """Returns what of a raw completion is the answer.

    It ends before the end-of-text mark, before the first of the task's stop strings, and, where the prompt is
    the beginning of a function, before the first line that leaves its body.

    Args:
        raw: What follows the prompt, as it was generated.
        end_of_text: The mark as text, for generators that do not stop at its id.
    """
    ends = [raw.find(mark) for mark in (end_of_text, *task.stop) if mark]
    text = raw[: min((end for end in ends if end >= 0), default=len(raw))]
    return text[: _end_of_body(task.prompt, text)] if _begins_function(task) else text


def classify(reason: str, raw: str) -> str:
    """Returns the class of a sample: "collapsed" instead of why it failed, if its raw text repeats itself.

    What passed has passed, and the sandbox's own errors stay in sight.
    """
    return "collapsed" if reason not in ("passed", "error") and is_repetitive(raw) else reason


@functools.cache
def _begins_function(task: Task) -> bool:
    """Whether the prompt ends within the function that is asked for: after its header or its docstring."""
    tree = parse(task.prompt) or parse(task.prompt + "\n    pass\n")
    last = tree.body[-1] if tree is not None and tree.body else None
    return isinstance(last, ast.FunctionDef | ast.AsyncFunctionDef) and last.name == task.entry_point


def _end_of_body(prompt: str, text: str) -> int:
    """Returns where the first line at the margin begins that is no part of a bracket or string opened before."""
    for match in _MARGIN.finditer(text):
        start = match.start()
        if start == 0 and not prompt.endswith("\n"):
            continue  # the rest of the prompt's last line
        if parse(prompt + text[:start]) is not None:
            return start
        end = text.find("\n", start)
        through_line = text if end < 0 else text[: end + 1]
        if not is_python_prefix(prompt + through_line):
            return start  # neither in the body nor a continuation of it: broken, however it goes on
    return len(text)
