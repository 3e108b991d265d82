"""What is shown while data is prepared: a bar for each stage, or plain lines where it is piped."""

from __future__ import annotations

import contextlib
import logging
import re
import time
from collections.abc import Callable, Iterator
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn, TimeRemainingColumn

__all__ = ["PreparationProgress", "followed"]

_PLAIN_SECONDS = 5.0  # between two plain lines, at least
_STEP = re.compile(r"(?P<stage>.+?):? (?P<done>\d[\d,]*) of (?P<total>\d[\d,]*)")


class PreparationProgress:
    """Shows the stages of a preparation. A context manager: the bars are taken away when it ends."""

    def __init__(self, console: Console, *, now: Callable[[], float] = time.monotonic) -> None:
        self._console = console
        self._now = now
        self._last_plain = now()
        self._tasks: dict[str, TaskID] = {}
        columns = (
            TextColumn("{task.description:16}"),
            BarColumn(),
            TaskProgressColumn(),
            TimeRemainingColumn(),
        )
        self._bars = Progress(*columns, console=console, transient=True) if console.is_terminal else None

    def __enter__(self) -> PreparationProgress:
        if self._bars is not None:
            self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bars is not None:
            self._bars.stop()

    def say(self, text: str) -> None:
        """Shows a line. One like "reading 120 of 14,000", as comes from another process, is a step."""
        if found := _STEP.fullmatch(text):
            done, total = (int(found[name].replace(",", "")) for name in ("done", "total"))
            self.step(found["stage"], done, total)
        else:
            self._console.print(text, markup=False, highlight=False, soft_wrap=True)

    def step(self, stage: str, done: int, total: int) -> None:
        """Shows how far a stage has come."""
        if self._bars is not None:
            if stage not in self._tasks:
                self._tasks[stage] = self._bars.add_task(stage, total=total)
            self._bars.update(self._tasks[stage], completed=done, total=total)
        elif self._now() - self._last_plain >= _PLAIN_SECONDS:
            self._last_plain = self._now()
            self._console.print(f"{stage}: {done:,} of {total:,}", markup=False, highlight=False)


@contextlib.contextmanager
def followed(progress: PreparationProgress) -> Iterator[None]:
    """Shows meanwhile what the trainer and the evaluators log at level INFO, in this process."""
    handler = logging.Handler()
    handler.emit = lambda record: progress.say(record.getMessage())  # type: ignore[method-assign]
    loggers = [logging.getLogger(name) for name in ("evaluators", "trainer")]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
        logger.propagate = False  # else the lines would be printed once more
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeHandler(handler)
            logger.propagate = True
