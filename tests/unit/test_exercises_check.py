"""Only examples that pass their tests get through; a sandbox that fails is an error."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from autonas.errors import AutonasError
from trainer.data.exercises import checked, exercises

types = pytest.importorskip("autonas.sandbox.types")


def _run(programs: Sequence[types.Program]) -> list[types.Outcome]:
    outcomes = []
    for program in programs:
        try:
            exec(program.code + program.tests, {})
        except Exception:
            outcomes.append(types.Outcome(reason="wrong"))
        else:
            outcomes.append(types.Outcome(reason="passed"))
    return outcomes


def test_right_examples_pass_and_wrong_ones_are_left_out(caplog: pytest.LogCaptureFixture) -> None:
    examples = list(exercises(90, seed=1))
    wrong = replace(examples[3], answer="    return None\n")
    assert list(checked([*examples[:5], wrong, *examples[5:]], _run, batch=7)) == examples
    assert [record.getMessage() for record in caplog.records] == [
        f"left out {wrong.entry_point} of {wrong.source}: wrong"
    ]


def test_failing_sandbox_is_an_error() -> None:
    def broken(programs: Sequence[types.Program]) -> list[types.Outcome]:
        return [types.Outcome(reason="error", detail="no workers") for _ in programs]

    with pytest.raises(AutonasError, match="the sandbox failed: no workers"):
        list(checked(exercises(2, seed=1), broken))


def test_example_without_tests_is_an_error() -> None:
    example = replace(next(exercises(1, seed=1)), tests="")
    with pytest.raises(AutonasError, match="has no tests"):
        list(checked([example], _run))
