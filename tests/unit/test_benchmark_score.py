"""Scores count what the sandbox says, class by class. See tests/e2e/test_references.py for the sandbox itself."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest

from autonas.errors import AutonasError
from autonas.tasks import Task
from evaluators.benchmark.completion import FAILURES
from evaluators.benchmark.score import Sampling, SuiteScore, score_suite

GREEDY = Sampling(temperature=0.0)
WARM = Sampling(temperature=0.8, top_p=0.95, seed=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    code: str
    entry_point: str
    tests: str
    setup: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    reason: str
    detail: str = ""
    seconds: float = 0.0


@pytest.fixture(autouse=True)
def plain_types(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is tested is the counting: plain types instead of the sandbox's."""
    monkeypatch.setitem(sys.modules, "autonas.sandbox", SimpleNamespace(Program=Program))


class Oracle:
    """Stands in for a sandbox: the reason is what the answer's last comment says."""

    def __init__(self) -> None:
        self.programs: list[Program] = []

    def __call__(self, programs: Sequence[Program]) -> list[Outcome]:
        self.programs += programs
        reasons = [program.code.rpartition("# ")[2].strip() for program in programs]
        return [Outcome(reason=reason, detail=f"line {i}") for i, reason in enumerate(reasons)]


def task(name: str) -> Task:
    return Task(
        id=f"t/{name}",
        prompt=f'def {name}(x):\n    """Return x."""\n',
        entry_point=name,
        tests=f"assert {name}(1) == 1\n",
        solution="    return x\n",
        setup="import math\n",
    )


def answer(reason: str, variant: int = 0) -> str:
    return f"    return x + {variant}  # {reason}\n"


def score(samples: list[list[str]], run: Any = None, sampling: Sampling = GREEDY) -> SuiteScore:
    tasks = [task(f"f{i}") for i in range(len(samples))]
    return score_suite(tasks, samples, run=run or Oracle(), suite="t", sampling=sampling)


def test_greedy_passes_are_counted():
    result = score([[answer("passed")], [answer("wrong")], [answer("raises")], [answer("passed")]])
    assert result.n_samples == 1
    assert list(result.pass_at) == [1]
    rate = result.pass_at[1]
    assert rate.value == 0.5
    assert rate.low < 0.5 < rate.high
    assert [row.n_passed for row in result.tasks] == [1, 0, 0, 1]
    assert result.tasks[1].failures == {"wrong": 1}


def test_pass_at_10_needs_10_samples():
    row = [answer("passed")] + [answer("wrong", i) for i in range(9)]
    result = score([row, [answer("wrong")] * 10], sampling=WARM)
    assert {k: rate.value for k, rate in result.pass_at.items()} == {1: pytest.approx(0.05), 10: pytest.approx(0.5)}
    assert list(score([[answer("passed")] * 9]).pass_at) == [1]


def test_every_failure_has_its_class():
    run = ["raises", "wrong", "timeout", "refused", "unsupported"]
    looping = "    return (x, " + "x, " * 60
    looping_on = answer("wrong", 7) + "x = 1\n" * 40
    rows = [*[[answer(reason)] for reason in run], ["    return (\n"], [looping], [looping_on]]
    rows += [[answer("passed")]] * 30
    result = score(rows)
    counts = dict.fromkeys((*run, "does not parse"), 1)
    assert result.failures == {**counts, "error": 0, "collapsed": 2}
    assert list(result.failures) == list(FAILURES)
    assert result.parse_share.value == pytest.approx(36 / 38)
    assert result.collapsed_share.value == pytest.approx(2 / 38)


def test_answers_are_cut_joined_to_their_prompt_and_run_once():
    oracle = Oracle()
    raw = answer("passed") + "def other():\n    pass\n"
    score([[raw, answer("passed"), "    return (\n"], [raw, raw, raw]], oracle)
    assert [program.entry_point for program in oracle.programs] == ["f0", "f1"]
    first = oracle.programs[0]
    assert first.code == task("f0").prompt + answer("passed")
    assert (first.tests, first.setup) == (task("f0").tests, "import math\n")


def test_examples_show_different_tasks_and_reasons():
    rows = [[answer("passed", 1), answer("passed", 2)], [answer("passed"), answer("wrong")]]
    rows += [[answer("wrong", 1), answer("wrong", 2)], [answer("raises"), answer("wrong")]]
    shown = score(rows, sampling=WARM).examples
    assert [sample.task for sample in shown if sample.reason == "passed"] == ["t/f0", "t/f1", "t/f0"]
    failed = [sample for sample in shown if sample.reason != "passed"]
    assert [sample.reason for sample in failed[:2]] == ["wrong", "raises"]
    assert len(failed) == 5
    assert len({(sample.task, sample.answer) for sample in shown}) == len(shown)


def test_a_score_is_json_and_repeatable():
    rows = [[answer("passed")] * 10, [answer("wrong")] * 10, [answer("timeout")] * 10]
    first, second = score(rows, sampling=WARM).as_json(), score(rows, sampling=WARM).as_json()
    assert first == second == json.loads(json.dumps(first))
    assert first["sampling"] == {"temperature": 0.8, "top_p": 0.95, "seed": 3}
    assert set(first["pass_at"]) == {"1", "10"}


def test_a_sandbox_that_fails_gives_no_score():
    few = [[answer("error")], *[[answer("passed")]] * 30]
    assert score(few).failures["error"] == 1
    with pytest.raises(AutonasError, match="the sandbox failed on 2 of 3 samples, such as: line 0"):
        score([[answer("error")], [answer("error", 1)], [answer("passed")]])


@pytest.mark.parametrize("samples", [[[]], [["a"], ["a", "b"]]])
def test_uneven_samples_are_refused(samples):
    with pytest.raises(ValueError, match="equal lists of samples"):
        score(samples)
