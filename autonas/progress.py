"""What a search shows while it runs: a live view in a terminal, a plain line now and then where it is piped."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Any

from rich.console import Console

from autonas.live import LiveView
from autonas.protocols import Progress
from autonas.records import Record
from autonas.study import Objective, Study
from autonas.views.numbers import duration, rate, with_half

__all__ = ["Clock", "Pace", "SearchProgress", "finished_line"]

_PLAIN_SECONDS = 5.0  # between two plain lines, at least
_PLAIN_SHARE = 0.1  # of a candidate's steps between two plain lines, at least
_NARROW = 72  # columns below which the rate is left out


class Pace:
    """Estimates the time left of one training, by its pace since the first report."""

    def __init__(self, *, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._first: tuple[float, int] | None = None
        self.left: float | None = None

    def at(self, progress: Progress) -> float | None:
        """Returns the seconds left; None at the first report."""
        now = self._now()
        if self._first is None or progress.step < self._first[1]:  # it may begin anew
            self._first = (now, progress.step)
        since, first = self._first
        if progress.step > first:
            self.left = (now - since) / (progress.step - first) * (progress.n_steps - progress.step)
        else:
            self.left = None
        return self.left


class Clock:
    """Estimates the time left, of each candidate that runs and of the whole search.

    Args:
        n_left: Candidates to go, those that run included.
    """

    def __init__(self, n_left: int, *, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._n_left = n_left
        self._took: list[float] = []  # seconds of the candidates that have ended
        self._running: dict[int, tuple[float, Pace]] = {}  # since when

    def start(self, number: int) -> None:
        """A candidate starts."""
        self._running[number] = (self._now(), Pace(now=self._now))

    def finish(self, number: int) -> None:
        """A candidate has ended."""
        self._n_left = max(0, self._n_left - 1)
        begun, _ = self._running.pop(number)
        self._took.append(self._now() - begun)

    def candidate_left(self, number: int, progress: Progress) -> float | None:
        """Returns the seconds of training left; None at the first report."""
        return self._running[number][1].at(progress)

    def search_left(self) -> float | None:
        """Returns the seconds of the search left: the mean of the candidates so far, as many at a time as run now."""
        now = self._now()
        running = [(now - begun, pace.left) for begun, pace in self._running.values()]
        lengths = self._took or [spent + left for spent, left in running if left is not None]
        if not lengths:
            return None
        mean = sum(lengths) / len(lengths)
        lefts = [max(0.0, mean - spent) if left is None else left for spent, left in running]
        waiting = max(0, self._n_left - len(lefts)) * mean
        return max((waiting + sum(lefts)) / max(1, len(lefts)), *lefts, 0.0)


def finished_line(record: Record, objectives: Sequence[Objective], *, shape: str) -> str:
    """Returns one line for a candidate that has finished: its objectives, or why it has none."""
    head = f"trial {record.number:>3}  "
    took = "" if record.seconds is None else f"  {duration(record.seconds)}"
    if record.values is None:
        why = record.reason or record.state
        message = f": {record.message}" if record.message else ""
        return f"{head}{'stopped' if record.state == 'pruned' else 'failed'} ({why}){message}{took}  {shape}"
    cells = [_scored(o, v, record.metrics) for o, v in zip(objectives, record.values, strict=True)]
    return f"{head}{'  '.join(cells)}{took}  {shape}"


def _scored(objective: Objective, score: float, metrics: Mapping[str, float]) -> str:
    low, high = (metrics.get(f"{objective.metric}.{end}") for end in ("low", "high"))
    return f"{objective.label or objective.metric} {with_half(score, low, high)}"


class SearchProgress:
    """Shows a search. A context manager: the live view is taken away when it ends.

    Args:
        study: What is searched.
        earlier: The records of candidates that have finished before, by number.
        n_total: Candidates that the search shall reach.
    """

    def __init__(
        self,
        console: Console,
        *,
        study: Study,
        earlier: Sequence[Record],
        n_total: int,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._console = console
        self._objectives = study.objectives
        self._n_done, self._n_total = len(earlier), n_total
        self._now = now
        self._clock = Clock(n_total - len(earlier), now=now)
        self._plain_last: dict[int, tuple[float, int]] = {}
        self._view = LiveView(console, study=study, earlier=earlier, n_total=n_total) if console.is_terminal else None

    def __enter__(self) -> SearchProgress:
        if self._view is not None:
            self._show_search(self._view)
            self._view.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._view is not None:
            self._view.__exit__(kind, error, trace)

    def start(self, number: int, shape: str) -> None:
        """A candidate starts."""
        self._clock.start(number)
        self._plain_last[number] = (self._now(), 0)
        if self._view is not None:
            self._view.start(number, shape)
            self._show_search(self._view)

    def report(self, number: int, progress: Progress) -> None:
        """A candidate has trained to another step."""
        left = self._clock.candidate_left(number, progress)
        if self._view is not None:
            facts = _facts(progress, left, with_rate=self._console.width >= _NARROW)
            self._view.report(number, progress, facts)
            self._show_search(self._view)
        elif self._due(number, progress):
            search = self._clock.search_left()
            whole = "" if search is None else f" (search: {duration(search)})"
            self._print(f"trial {number}  {_facts(progress, left)}{whole}")

    def finish(self, record: Record, *, shape: str) -> None:
        """A candidate has finished, well or not."""
        self._clock.finish(record.number)
        self._n_done += 1
        if self._view is not None:
            self._view.finish(record)
            self._show_search(self._view)
        style = "" if record.values is not None else "yellow"
        self._print(finished_line(record, self._objectives, shape=shape), style=style)

    def _show_search(self, view: LiveView) -> None:
        left = self._clock.search_left()
        facts = f"{self._n_done}/{self._n_total} candidates" + ("" if left is None else f"  {duration(left)} left")
        view.searched(self._n_done, facts)

    def _due(self, number: int, progress: Progress) -> bool:
        then, step = self._plain_last[number]
        enough = progress.step - step >= _PLAIN_SHARE * progress.n_steps
        if not enough or self._now() - then < _PLAIN_SECONDS:
            return False
        self._plain_last[number] = (self._now(), progress.step)
        return True

    def _print(self, text: str, **style: Any) -> None:
        shown = self._console if self._view is None else self._view
        shown.print(text, markup=False, highlight=False, soft_wrap=True, **style)


def _facts(progress: Progress, left: float | None, *, with_rate: bool = True) -> str:
    facts = f"step {progress.step}/{progress.n_steps}  loss {progress.loss:.3f}"
    facts += f"  {rate(progress.tokens_per_second)}" if with_rate else ""
    if progress.step >= progress.n_steps:
        return facts + "  scoring"
    return facts if left is None else f"{facts}  {duration(left)} left"
