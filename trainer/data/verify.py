"""Runs examples in the sandbox before anything learns from them, many at a time."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence

from autonas.errors import AutonasError
from autonas.sandbox import Outcome, Program
from trainer.data.instructions import Example

__all__ = ["verified"]

TOGETHER = 50  # examples of a program: processes are started for each program
CHUNK = 40  # programs between two reports

Run = Callable[[Sequence[Program]], Sequence[Outcome]]

_HARNESS = """
import json
def failing():
    found = []
    for number, (code, tests) in enumerate(json.loads(EXAMPLES)):
        names = {"__name__": "example"}
        try:
            exec(code, names)
            exec(tests, names)
        except BaseException:
            found.append(number)
    return found
"""


def _ignore(done: int, total: int) -> None:
    del done, total


def verified(
    examples: Sequence[Example], run: Run, *, progress: Callable[[int, int], None] = _ignore
) -> tuple[list[Example], Counter[str]]:
    """Runs examples, whatever their source, and keeps those that pass.

    Each is compiled, its definitions are executed, and its tests are run where there are any. Examples go in groups; a
    group that does not pass as a whole is run again one by one, so that none suffers from its neighbours.

    Args:
        run: `Sandbox.run`, or what gives the outcomes of programs in their order.

    Returns:
        The examples that pass, and how many others had which outcome.

    Raises:
        AutonasError: The sandbox failed on a program; that says nothing about the example.
    """
    groups = [list(examples[i : i + TOGETHER]) for i in range(0, len(examples), TOGETHER)]
    kept: list[Example] = []
    left_out, done = Counter[str](), 0
    for i in range(0, len(groups), CHUNK):
        part = groups[i : i + CHUNK]
        for group, outcome in zip(part, run([_together(group) for group in part]), strict=True):
            outcomes = [outcome] * len(group) if outcome.passed else run([_alone(example) for example in group])
            for example, single in zip(group, outcomes, strict=True):
                if single.reason == "error":
                    raise AutonasError(
                        f"the sandbox failed on {example.entry_point}: {single.detail}",
                        hint="run autonas sandbox check",
                    )
                if single.passed:
                    kept.append(example)
                else:
                    left_out[single.reason] += 1
        done += sum(map(len, part))
        progress(done, len(examples))
    return kept, left_out


def _together(group: Sequence[Example]) -> Program:
    texts = json.dumps([(example.prompt + example.answer, example.tests) for example in group])
    return Program(code=f"EXAMPLES = {texts!r}\n{_HARNESS}", entry_point="failing", tests="assert failing() == []\n")


def _alone(example: Example) -> Program:
    return Program(code=example.prompt + example.answer, entry_point=example.entry_point, tests=example.tests)
