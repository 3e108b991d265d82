"""From raw completions to a suite's scores. Generates nothing, and runs nothing itself: a sandbox is handed in."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from autonas.errors import AutonasError
from autonas.tasks import Task, parse
from evaluators.benchmark.completion import FAILURES, classify, cut
from evaluators.benchmark.passk import Rate, mean_over_tasks, pass_at_k

if TYPE_CHECKING:
    from autonas.sandbox import Outcome, Program

__all__ = ["Sample", "Sampling", "SuiteScore", "TaskScore", "score_suite"]

KS = (1, 10)
MAX_ERRORS = 0.05  # share of samples: with more, the score would be the sandbox's and not the network's
SHOWN_PASSES = 3
SHOWN_FAILURES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampling:
    """How the samples were drawn. Temperature 0 is greedy; `seed` also draws the bootstrap."""

    temperature: float
    top_p: float = 1.0
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One completion and what came of it.

    Attributes:
        answer: The completion as cut.
        reason: "passed" or one of `FAILURES`.
        detail: One short line of the sandbox; may be empty.
        parses: Whether prompt and answer are Python.
    """

    task: str
    prompt: str
    answer: str
    reason: str
    detail: str = ""
    parses: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskScore:
    """What came of one task's samples; `failures` counts those that did not pass by class."""

    task: str
    n_samples: int
    n_passed: int
    failures: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class SuiteScore:
    """What came of a suite.

    Attributes:
        n_samples: For each task.
        pass_at: k to pass@k with its interval over tasks: 1, and 10 where there are samples enough.
        failures: Class to number of samples, over all tasks; every class is there.
        parse_share: Share of samples that are Python together with their prompt.
        collapsed_share: Share of samples that failed and whose raw text repeats itself.
        examples: Some that passed and some that failed, of different tasks and reasons where there are.
    """

    suite: str
    sampling: Sampling
    n_samples: int
    pass_at: dict[int, Rate]
    tasks: tuple[TaskScore, ...]
    failures: dict[str, int]
    parse_share: Rate
    collapsed_share: Rate
    examples: tuple[Sample, ...]

    def as_json(self) -> dict[str, Any]:
        """Returns the score as it would be read back from JSON: the keys of `pass_at` are strings."""
        data: dict[str, Any] = json.loads(json.dumps(dataclasses.asdict(self)))
        return data


def score_suite(
    tasks: Sequence[Task],
    samples: Sequence[Sequence[str]],
    *,
    run: Callable[[Sequence[Program]], list[Outcome]],
    suite: str,
    sampling: Sampling,
) -> SuiteScore:
    """Judges the samples of every task.

    Args:
        samples: For each task its raw completions, as many for each.
        run: Runs programs and returns their outcomes in order: a sandbox's `run`.
        suite: The suite's name, for the record.

    Raises:
        AutonasError: The sandbox failed on more than 5 % of the samples.
    """
    sizes = {len(raws) for raws in samples}
    if len(samples) != len(tasks) or len(sizes) != 1 or not min(sizes):
        raise ValueError(
            f"{len(tasks)} tasks need as many equal lists of samples, got {len(samples)} of {sorted(sizes)}"
        )
    (n,) = sizes
    judged = _judge(tasks, samples, run)
    scores = tuple(_task_score(task, row) for task, row in zip(tasks, judged, strict=True))
    failures = Counter(dict.fromkeys(FAILURES, 0))
    for score in scores:
        failures.update(score.failures)

    def rate(values: list[float]) -> Rate:
        return mean_over_tasks(values, seed=sampling.seed)

    return SuiteScore(
        suite=suite,
        sampling=sampling,
        n_samples=n,
        pass_at={k: rate([pass_at_k(n, score.n_passed, k) for score in scores]) for k in KS if k <= n},
        tasks=scores,
        failures=dict(failures),
        parse_share=rate([sum(sample.parses for sample in row) / n for row in judged]),
        collapsed_share=rate([score.failures.get("collapsed", 0) / n for score in scores]),
        examples=_examples([sample for row in judged for sample in row]),
    )


def _judge(
    tasks: Sequence[Task], samples: Sequence[Sequence[str]], run: Callable[[Sequence[Program]], list[Outcome]]
) -> list[list[Sample]]:
    """Gives each sample its reason. Of equal answers one is run, and none that does not parse."""
    from autonas.sandbox import Program

    answers = [[cut(task, raw) for raw in raws] for task, raws in zip(tasks, samples, strict=True)]
    programs: dict[tuple[int, str], Program] = {}
    for i, task in enumerate(tasks):
        for answer in dict.fromkeys(answers[i]):
            code = task.prompt + answer
            if parse(code) is not None:
                programs[i, answer] = Program(
                    code=code, entry_point=task.entry_point, tests=task.tests, setup=task.setup
                )
    outcomes = dict(zip(programs, run(list(programs.values())), strict=True))
    judged = [
        [
            _sample(task, answer, raw, outcomes.get((i, answer)))
            for answer, raw in zip(answers[i], samples[i], strict=True)
        ]
        for i, task in enumerate(tasks)
    ]
    _check_errors([sample for row in judged for sample in row])
    return judged


def _check_errors(samples: Sequence[Sample]) -> None:
    errors = [sample for sample in samples if sample.reason == "error"]
    if len(errors) > MAX_ERRORS * len(samples):
        raise AutonasError(
            f"the sandbox failed on {len(errors)} of {len(samples)} samples, such as: {errors[0].detail}",
            hint="autonas sandbox check shows what is wrong with it here; nothing was scored",
        )


def _sample(task: Task, answer: str, raw: str, outcome: Outcome | None) -> Sample:
    reason, detail = (outcome.reason, outcome.detail) if outcome is not None else ("does not parse", "")
    return Sample(
        task=task.id,
        prompt=task.prompt,
        answer=answer,
        reason=classify(reason, raw),
        detail=detail,
        parses=outcome is not None,
    )


def _task_score(task: Task, samples: Sequence[Sample]) -> TaskScore:
    reasons = Counter(sample.reason for sample in samples)
    n_passed = reasons.pop("passed", 0)
    return TaskScore(task=task.id, n_samples=len(samples), n_passed=n_passed, failures=dict(sorted(reasons.items())))


def _examples(samples: Sequence[Sample]) -> tuple[Sample, ...]:
    """Picks passes and failures: those whose task and reason have been shown least come first."""
    return (
        *_spread([sample for sample in samples if sample.reason == "passed"], SHOWN_PASSES),
        *_spread([sample for sample in samples if sample.reason != "passed"], SHOWN_FAILURES),
    )


def _spread(samples: Sequence[Sample], n: int) -> list[Sample]:
    chosen: list[Sample] = []
    shown: Counter[str] = Counter()
    remaining = list(samples)
    while remaining and len(chosen) < n:
        best = min(remaining, key=lambda sample: (shown[sample.reason], shown[sample.task]))
        chosen.append(best)
        shown.update((best.reason, best.task))
        remaining = [sample for sample in remaining if (sample.task, sample.answer) != (best.task, best.answer)]
    return chosen
