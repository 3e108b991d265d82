"""What a search tells whoever watches it, and how it ended."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any, Literal

from autonas.protocols import Progress, Shape
from autonas.records import Record

__all__ = ["Events", "SearchOutcome", "Status", "both", "median_seconds", "outcome_of"]

Status = Literal["finished", "already finished", "exhausted", "stable", "interrupted"]


def _nothing(*_: Any) -> None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchOutcome:
    """How a search ended. `message` is one line for people."""

    name: str
    status: Status
    n_complete: int
    n_failed: int
    n_pruned: int
    n_trials: int
    message: str

    @property
    def n_finished(self) -> int:
        """Candidates that will not be run again."""
        return self.n_complete + self.n_failed + self.n_pruned


@dataclass(frozen=True, slots=True, kw_only=True)
class Events:
    """What a search tells whoever watches; the command line draws its progress from them.

    Attributes:
        preparing: A line about what happens before the first candidate.
        opened: (the records of earlier runs, to be finished), when the study is open.
        started: (trial, shape, finished so far, to be finished).
        progress: (number, a step of that candidate's training).
        finished: A candidate's record, complete or failed.
        ended: The outcome; not called if the search ends with an error.
    """

    preparing: Callable[[str], None] = _nothing
    opened: Callable[[Sequence[Record], int], None] = _nothing
    started: Callable[[Record, Shape, int, int], None] = _nothing
    progress: Callable[[int, Progress], None] = _nothing
    finished: Callable[[Record], None] = _nothing
    ended: Callable[[SearchOutcome], None] = _nothing


def both(first: Events, second: Events) -> Events:
    """Returns events that tell two watchers, one after the other."""

    def each(name: str) -> Callable[..., None]:
        one, two = getattr(first, name), getattr(second, name)

        def tell(*said: Any) -> None:
            one(*said)
            two(*said)

        return tell

    return Events(**{field.name: each(field.name) for field in fields(Events)})


def median_seconds(records: Sequence[Record]) -> float | None:
    """Returns the median wall time of the complete candidates, None if there is none."""
    seconds = [r.seconds for r in records if r.state == "complete" and r.seconds is not None]
    return statistics.median(seconds) if seconds else None


def outcome_of(name: str, status: Status, records: Sequence[Record], n_trials: int) -> SearchOutcome:
    """Returns the outcome of a search that ended with these records."""
    n_complete = sum(record.state == "complete" for record in records)
    n_pruned = sum(record.state == "pruned" for record in records)
    n_finished = sum(record.finished for record in records)
    message = {
        "finished": f"{n_finished} {'trial' if n_finished == 1 else 'trials'} finished",
        "already finished": f"{n_finished} of {n_trials} trials are finished; --trials raises the total",
        "exhausted": f"every feasible shape has been tried: {n_finished} trials, not {n_trials}",
        "stable": f"stable after {n_finished} of {n_trials} trials: the front gains too little to go on",
        "interrupted": f"interrupted after {n_finished} of {n_trials} trials; the same command goes on",
    }[status]
    return SearchOutcome(
        name=name,
        status=status,
        n_complete=n_complete,
        n_failed=n_finished - n_complete - n_pruned,
        n_pruned=n_pruned,
        n_trials=n_trials,
        message=message,
    )
