"""`autonas generate` and `autonas benchmark`: what to do with a model that a promotion has made."""

from __future__ import annotations

import importlib
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from autonas.defaults import default_cache
from autonas.errors import UsageError
from autonas.finished import open_finished
from autonas.preparation import PreparationProgress
from autonas.protocols import Context
from autonas.views.numbers import rate_text

__all__ = ["benchmark_run", "benchmark_view", "generate_texts"]

_PROMPTS = (
    'def count_positive(numbers):\n    """Return how many of the numbers are positive."""\n',
    'def last_word(text):\n    """Return the last word of the text."""\n',
    'def multiply(a, b):\n    """Return the product of a and b."""\n',
)


def generate_texts(
    run: Path,
    prompt: str | None,
    *,
    temperature: float,
    top_p: float,
    tokens: int,
    samples: int,
    seed: int,
    device: str,
) -> Iterator[str]:
    """Yields prompts with their continuations.

    Raises:
        UsageError: No such model, or an empty prompt.
    """
    if prompt is not None and not prompt.strip():
        raise UsageError("the prompt is empty", hint="give the beginning of some Python")
    trained, _, found = open_finished(run, device)
    sample = importlib.import_module("evaluators.benchmark.sampling").sample_completions
    prompts = (prompt,) if prompt is not None else _PROMPTS
    drawn = sample(
        trained, prompts, n=samples, temperature=temperature, top_p=top_p, n_tokens=tokens, seed=seed, device=found
    )
    for text, continuations in zip(prompts, drawn, strict=True):
        for continuation in continuations:
            yield text.rstrip() + continuation


def benchmark_run(
    run: Path,
    *,
    suite: str,
    samples: int | None,
    temperature: float | None,
    device: str,
    cache: Path | None,
    console: Console,
) -> Mapping[str, Any]:
    """Returns the scores of a model on suites.

    Raises:
        UsageError: No such model or suite, a broken task, or a benchmark that is not there.
        SandboxError: Generated code could not be run safely; none was run.
    """
    trained, resolved, found = open_finished(run, device)
    assert resolved.study.promotion is not None
    changes: dict[str, Any] = {"suites": tuple(name.strip() for name in suite.split(","))}
    changes |= {} if samples is None else {"samples": samples}
    changes |= {} if temperature is None else {"temperature": temperature}
    examiner: Any = resolved.study.promotion.benchmark
    known = {field.name for field in fields(examiner)}
    if not changes.keys() <= known:
        raise UsageError(f"the benchmark of {resolved.reference} takes no suites", hint="see docs/benchmarks.md")
    context = Context(seed=0, device=found, cache=cache or default_cache(), folder=run / "benchmark")
    context.folder.mkdir(exist_ok=True)
    with PreparationProgress(console) as progress, _followed(progress):
        scores: Mapping[str, Any] = replace(examiner, **changes).run(trained, context)
    return scores


def benchmark_view(scores: Mapping[str, Any]) -> Table:
    """Returns the scores as a table."""
    table = Table("suite", "tasks", "greedy pass@1", "pass@1", "pass@10", "parse", "collapsed", box=None)
    for name, suite in scores["suites"].items():
        greedy, sampled = suite["greedy"], suite.get("sampled", {"pass_at": {}})
        rates = [greedy["pass_at"]["1"], *(sampled["pass_at"].get(k) for k in ("1", "10"))]
        rates += [greedy["parse_share"], greedy["collapsed_share"]]
        table.add_row(name, str(len(greedy["tasks"])), *map(rate_text, rates))
    return table


@contextmanager
def _followed(progress: PreparationProgress) -> Iterator[None]:
    """Shows meanwhile what the evaluators log at level INFO."""
    handler = logging.Handler()
    handler.emit = lambda record: progress.say(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("evaluators")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False  # else the lines would be printed once more
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.propagate = True
