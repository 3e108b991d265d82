"""Lets through the examples that pass their own tests in the sandbox."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from autonas.errors import AutonasError
from trainer.data.instructions import Example

if TYPE_CHECKING:
    from autonas.sandbox import Outcome, Program

__all__ = ["checked"]

BATCH = 1000  # examples for each call of `run`

log = logging.getLogger(__name__)


def checked(
    examples: Iterable[Example], run: Callable[[Sequence[Program]], list[Outcome]], *, batch: int = BATCH
) -> Iterator[Example]:
    """Runs each example's tests and yields those that pass, in order. What fails is logged and left out.

    Args:
        examples: Examples with tests and entry point.
        run: Runs programs and returns their outcomes in order; a sandbox's `run`.
        batch: How many examples are handed over at a time.

    Raises:
        AutonasError: The sandbox failed, or an example has no tests.
    """
    from autonas.sandbox import Program

    remaining = iter(examples)
    while chunk := list(islice(remaining, batch)):
        for example in chunk:
            if not example.tests or not example.entry_point:
                raise AutonasError(
                    f"an example of {example.source!r} has no tests", hint="check only examples with tests"
                )
        programs = [Program(code=e.prompt + e.answer, entry_point=e.entry_point, tests=e.tests) for e in chunk]
        for example, outcome in zip(chunk, run(programs), strict=True):
            if outcome.reason == "error":
                raise AutonasError(f"the sandbox failed: {outcome.detail}", hint="run `autonas sandbox check`")
            if outcome.reason == "passed":
                yield example
            else:
                log.warning("left out %s of %s: %s", example.entry_point, example.source, outcome.reason)
