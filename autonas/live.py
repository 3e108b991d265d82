"""The live part of a terminal below the lines of a search: its front, the search, and the candidates that run."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from types import TracebackType
from typing import Any

from rich.console import Console, ConsoleOptions, RenderResult
from rich.live import Live
from rich.markup import escape
from rich.progress import BarColumn, TaskID, TextColumn
from rich.progress import Progress as Bars
from rich.rule import Rule
from rich.segment import Segment
from rich.text import Text

from autonas.interrupts import uninterrupted
from autonas.protocols import Progress
from autonas.records import Record
from autonas.stability import GrowingFront
from autonas.study import Study
from autonas.views.live import live_front

__all__ = ["LiveView"]

_PER_SECOND = 4  # refreshments
_SHARE = 0.5  # of the terminal's height that it may fill: the lines above are to be read
_HIGHEST = 16  # lines, however high the terminal is
_NARROW = 72  # columns below which bars are short


class LiveView:
    """A context manager: what it shows is taken away when it ends, whatever ends it.

    What is drawn of the front is made once for each finished candidate and each size of the terminal.

    Args:
        study: Whose objectives are shown.
        earlier: What has finished before, by number.
        n_total: Candidates that the search shall reach.
    """

    def __init__(self, console: Console, *, study: Study, earlier: Sequence[Record], n_total: int) -> None:
        self._console = console
        self._study = study
        self._front = GrowingFront(study.directions, study.population_size)
        for record in earlier:
            self._front.add(record)
        bar_width = 6 if console.width < _NARROW else 12 if console.width < 100 else 24
        columns = (
            TextColumn("{task.description:8}"),
            BarColumn(bar_width=bar_width),
            TextColumn("{task.fields[facts]}"),
        )
        self._bars = Bars(*columns, console=console, auto_refresh=False)  # drawn by this, never started
        self._search = self._bars.add_task("search", total=n_total, completed=len(earlier), facts="")
        self._running: dict[int, TaskID] = {}
        self._drawn: tuple[tuple[int, ...], Sequence[Segment]] = ((), ())
        self._live = Live(self, console=console, auto_refresh=False, transient=True)
        self._lock = threading.RLock()  # a redraw takes away as many lines as the last one left
        self._over = threading.Event()
        self._refreshing = threading.Thread(target=self._refresh, daemon=True)

    def __enter__(self) -> LiveView:
        self._live.start(refresh=True)
        self._refreshing.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._refreshing.join()
        self._live.stop()

    def _refresh(self) -> None:
        while not self._over.wait(1 / _PER_SECOND):
            with self._lock:
                self._live.refresh()

    def print(self, text: str, **style: Any) -> None:
        """Prints a line above."""
        with uninterrupted(), self._lock:
            self._console.print(text, **style)

    def start(self, number: int, shape: str) -> None:
        """A candidate starts."""
        self._running[number] = self._bars.add_task(f"trial {number}", total=None, facts=escape(shape))

    def report(self, number: int, progress: Progress, facts: str) -> None:
        """A candidate has trained to another step."""
        self._bars.update(self._running[number], total=progress.n_steps, completed=progress.step, facts=facts)

    def finish(self, record: Record) -> None:
        """A candidate has finished, well or not."""
        self._bars.remove_task(self._running.pop(record.number))
        self._front.add(record)

    def searched(self, n_done: int, facts: str) -> None:
        """So far has the search come."""
        self._bars.update(self._search, completed=n_done, facts=facts)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yields what is shown now, for the size that the terminal has now."""
        height = max(3, min(_HIGHEST, int(_SHARE * console.height)))
        tasks = [task for task in self._bars.tasks if task.id != self._search]
        shown = tasks[: max(1, height // 3)]
        height -= len(shown) + 2  # a rule, the search
        more = len(tasks) - len(shown)
        yield Rule(style="dim")
        if self._front.volumes and height > 0:
            yield from self._front_in(height - (more > 0), console, options)
        if more:
            yield Text(f"and {more} more that run", style="dim")
        search = next(task for task in self._bars.tasks if task.id == self._search)
        yield self._bars.make_tasks_table([*shown, search])

    def _front_in(self, height: int, console: Console, options: ConsoleOptions) -> Sequence[Segment]:
        key = (len(self._front.volumes), height, options.max_width)
        if self._drawn[0] != key:
            front = live_front(self._front, self._study, height=height, width=options.max_width)
            self._drawn = (key, list(console.render(front, options)))
        return self._drawn[1]
