"""In the sandbox, reference solutions score 100 % on every suite and `return None` scores 0."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from autonas.errors import UsageError
from autonas.tasks import Task
from evaluators.benchmark.score import Sampling, score_suite
from evaluators.benchmark.suites import load_suite

sandbox = pytest.importorskip("autonas.sandbox")


@pytest.fixture(scope="module")
def running() -> Iterator[sandbox.Sandbox]:
    # One reference solution of MBPP, 123, computes for some seconds.
    with sandbox.Sandbox(limits=sandbox.Limits(cpu_seconds=30, wall_seconds=120.0)) as built:
        yield built


def nothing(task: Task) -> str:
    """Returns a completion that defines the function and computes nothing."""
    if f"def {task.entry_point}(" in task.prompt:
        return "    return None\n"
    return f"def {task.entry_point}(*arguments):\n    return None\n"


@pytest.mark.parametrize("name", ["mini", "aside", "mini-reworded", "aside-reworded", "humaneval", "mbpp"])
def test_references_pass_and_return_none_never_does(name, running):
    try:
        tasks = load_suite(name)
    except UsageError as error:
        pytest.skip(error.message)  # a data file that is the user's to get
    for answers, expected in (([task.solution for task in tasks], 1.0), ([nothing(task) for task in tasks], 0.0)):
        samples = [[answer] for answer in answers]
        score = score_suite(tasks, samples, run=running.run, suite=name, sampling=Sampling(temperature=0.0))
        surprises = [(s.task, s.reason, s.detail) for s in score.examples if (s.reason == "passed") != bool(expected)]
        assert surprises == []
        assert score.pass_at[1].value == expected
        assert score.parse_share.value == 1
