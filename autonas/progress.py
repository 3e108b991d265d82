"""What a search shows while it runs: bars in a terminal, a plain line now and then where it is piped."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, TextColumn
from rich.progress import Progress as Bars

from autonas.protocols import Progress
from autonas.records import Record
from autonas.study import Objective
from autonas.views.numbers import duration, rate, value

__all__ = ["Clock", "SearchProgress", "finished_line"]

_PLAIN_SECONDS = 5.0  # between two plain lines, at least
_PLAIN_SHARE = 0.1  # of a candidate's steps between two plain lines, at least


class Clock:
    """Estimates the time left, of the candidate that runs and of the whole search.

    Args:
        n_left: Candidates to go, the one that runs included.
    """

    def __init__(self, n_left: int, *, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._n_left = n_left
        self._n_finished = 0
        self._begun = now()
        self._candidate_begun = self._begun
        self._steps_begun: tuple[float, int] | None = None

    def start_candidate(self) -> None:
        self._candidate_begun = self._now()
        self._steps_begun = None

    def finish_candidate(self) -> None:
        self._n_left = max(0, self._n_left - 1)
        self._n_finished += 1

    def candidate_left(self, progress: Progress) -> float | None:
        """Returns the seconds of training left, by the pace since the first report; None at that."""
        now = self._now()
        if self._steps_begun is None or progress.step < self._steps_begun[1]:
            self._steps_begun = (now, progress.step)
        since, first = self._steps_begun
        if progress.step == first:
            return None
        return (now - since) / (progress.step - first) * (progress.n_steps - progress.step)

    def search_left(self, candidate_left: float | None) -> float | None:
        """Returns the seconds of the search left, by the mean time of this run's candidates."""
        spent = self._now() - self._candidate_begun
        if self._n_finished:
            mean = (self._candidate_begun - self._begun) / self._n_finished
            current = candidate_left if candidate_left is not None else max(0.0, mean - spent)
            return max(0, self._n_left - 1) * mean + current
        return None if candidate_left is None else (spent + candidate_left) * self._n_left - spent


def finished_line(record: Record, objectives: Sequence[Objective], *, shape: str) -> str:
    """Returns one line for a candidate that has finished: its objectives, or why it has none."""
    head = f"trial {record.number:>3}  "
    took = "" if record.seconds is None else f"  {duration(record.seconds)}"
    if record.values is None:
        why = record.reason or record.state
        message = f": {record.message}" if record.message else ""
        return f"{head}failed ({why}){message}{took}  {shape}"
    cells = [_scored(o, v, record.metrics) for o, v in zip(objectives, record.values, strict=True)]
    return f"{head}{'  '.join(cells)}{took}  {shape}"


def _scored(objective: Objective, score: float, metrics: Mapping[str, float]) -> str:
    low, high = (metrics.get(f"{objective.metric}.{end}") for end in ("low", "high"))
    bar = "" if low is None or high is None else f" ±{value((high - low) / 2)}"
    return f"{objective.label or objective.metric} {value(score)}{bar}"


class SearchProgress:
    """Shows a search. A context manager: the bars are taken away when it ends.

    Args:
        n_done: Candidates finished before.
        n_total: Candidates that the search shall reach.
    """

    def __init__(
        self, console: Console, *, n_done: int, n_total: int, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._console = console
        self._n_done, self._n_total = n_done, n_total
        self._now = now
        self._clock = Clock(n_total - n_done, now=now)
        self._plain_last = (now(), 0)
        self._candidate = ""
        self._bars: Bars | None = None
        if console.is_terminal:
            columns = (
                TextColumn("{task.description}"),
                BarColumn(bar_width=12 if console.width < 100 else 24),
                TextColumn("{task.fields[facts]}"),
            )
            self._bars = Bars(*columns, console=console, transient=True)
            self._search_bar = self._bars.add_task("search", total=n_total, completed=n_done, facts="")
            self._candidate_bar = self._bars.add_task("", total=None, facts="", visible=False)

    def __enter__(self) -> SearchProgress:
        if self._bars is not None:
            self._bars.start()
            self._show_search(None)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bars is not None:
            self._bars.stop()

    def start(self, number: int, shape: str) -> None:
        """A candidate starts."""
        self._clock.start_candidate()
        self._candidate = f"trial {number}"
        self._plain_last = (self._now(), 0)
        if self._bars is not None:
            self._bars.reset(
                self._candidate_bar,
                description=self._candidate,
                total=None,
                facts=escape(shape),
                visible=True,
            )
            self._show_search(self._clock.search_left(None))

    def report(self, progress: Progress) -> None:
        """The candidate has trained to another step."""
        left = self._clock.candidate_left(progress)
        facts = f"step {progress.step}/{progress.n_steps}  loss {progress.loss:.3f}"
        facts += f"  {rate(progress.tokens_per_second)}"
        if progress.step >= progress.n_steps:
            facts += "  scoring"
        elif left is not None:
            facts += f"  {duration(left)} left"
        if self._bars is not None:
            self._bars.update(
                self._candidate_bar,
                total=progress.n_steps,
                completed=progress.step,
                facts=facts,
                refresh=False,
            )
            self._show_search(self._clock.search_left(left))
        elif self._due(progress):
            search = self._clock.search_left(left)
            whole = "" if search is None else f" (search: {duration(search)})"
            self._print(f"{self._candidate}  {facts}{whole}")

    def finish(self, record: Record, objectives: Sequence[Objective], *, shape: str) -> None:
        """A candidate has finished, well or not."""
        self._clock.finish_candidate()
        self._n_done += 1
        style = "" if record.values is not None else "yellow"
        self._print(finished_line(record, objectives, shape=shape), style=style)
        if self._bars is not None:
            self._bars.update(self._candidate_bar, visible=False)

    def note(self, text: str) -> None:
        """Prints a line above the bars."""
        self._print(text)

    def _show_search(self, left: float | None) -> None:
        assert self._bars is not None
        facts = f"{self._n_done}/{self._n_total} candidates" + ("" if left is None else f"  {duration(left)} left")
        self._bars.update(self._search_bar, completed=self._n_done, facts=facts)

    def _due(self, progress: Progress) -> bool:
        then, step = self._plain_last
        enough = progress.step - step >= _PLAIN_SHARE * progress.n_steps
        if not enough or self._now() - then < _PLAIN_SECONDS:
            return False
        self._plain_last = (self._now(), progress.step)
        return True

    def _print(self, text: str, **style: Any) -> None:
        self._console.print(text, markup=False, highlight=False, soft_wrap=True, **style)
