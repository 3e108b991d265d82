"""What to do with a model that a promotion has made: let it write, let it solve tasks."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from autonas.completion import Completion, Piece
from autonas.defaults import default_cache
from autonas.errors import UsageError
from autonas.finished import open_finished
from autonas.preparation import PreparationProgress, followed
from autonas.protocols import Context, Trained
from autonas.run_folder import RunFolder
from autonas.storage import StudyStore
from autonas.views.numbers import rate_text

__all__ = ["Model", "benchmark_run", "benchmark_view", "open_playground", "promoted_folder"]


@dataclass(frozen=True, slots=True)
class Model:
    """A promoted model that writes.

    Attributes:
        name: Study and trial, such as codelm-14.
        about: The same for people, with its architecture.
    """

    name: str
    about: str
    _trained: Trained
    _device: str

    def stream(self, wanted: Completion) -> Iterator[list[Piece]]:
        """Yields with each token what it adds to the continuations that go on."""
        pieces: Iterator[list[Piece]] = importlib.import_module("evaluators.streaming").stream(
            self._trained, wanted, device=self._device
        )
        return pieces

    def n_read(self, prompt: str) -> int:
        """Returns how many tokens of a prompt are read."""
        return len(importlib.import_module("evaluators.generation").prompt_ids(self._trained.tokenizer, prompt))


def open_playground(run: Path, device: str) -> Model:
    """Opens the latest model of a promotion.

    Raises:
        UsageError: No promotion, no trained model in it yet, or no such device.
    """
    trained, _, found = open_finished(run, device)
    about = RunFolder.existing(run).about
    study, trial = about["identity"]["study"], about["identity"]["trial"]
    return Model(f"{study}-{trial}", f"trial {trial} of {study}: {about['summary']}, on {found}", trained, found)


def promoted_folder(model: str, *, study: Callable[[], StudyStore], out: Path) -> Path:
    """Returns the folder that RUN or TRIAL means: digits are a trial, anything else is a folder.

    Args:
        study: Opens the study of the trial.

    Raises:
        UsageError: There is no such trial, or it was never promoted.
    """
    if not model.isdecimal():
        return Path(model)
    with study() as store:
        name, number = store.info.name, store.record(int(model)).number
    folder = out / name / str(number)
    if not (folder / "run.json").is_file():
        raise UsageError(
            f"trial {number} of {name} was never promoted: {folder} has no run.json",
            hint=f"autonas promote {number} --study {name} trains it fully; --out says where promotions are",
        )
    return folder


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
    with PreparationProgress(console) as progress, followed(progress):
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
