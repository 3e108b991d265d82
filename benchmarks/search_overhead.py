"""How much of a search's wall time is not training.

    python benchmarks/search_overhead.py                              # runs the study smoke in a temporary folder
    python benchmarks/search_overhead.py --study codelm -- --trials 4 # another one; what follows -- goes to the search
    python benchmarks/search_overhead.py --storage sqlite:///autonas.db --study codelm    # a search that has been run

The parts: *training*; *scoring*, the rest of each candidate's time: building, the check of causality, the evaluators,
weights on disk; *between*, from the end of a candidate to the start of the next: recording and proposing; and, for
a search that is run here, *start-up* and *end*: loading torch and the data, closing.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from rich.console import Console
from rich.table import Table

from autonas.defaults import DEFAULT_STUDY
from autonas.errors import AutonasError
from autonas.records import Record
from autonas.storage import StudyStore

PAUSE_SECONDS = 30.0  # a longer gap between candidates is a search that was stopped and started again


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """Where the wall time of a search went, in seconds."""

    training: float
    scoring: float
    between: float
    start_up: float = 0.0
    end: float = 0.0

    @property
    def total(self) -> float:
        return self.training + self.scoring + self.between + self.start_up + self.end


def split(records: Sequence[Record], *, began: datetime | None = None, ended: datetime | None = None) -> Split:
    """Splits the time of a search's scored candidates; with its begin and end, all of its time.

    Raises:
        AutonasError: No candidate was trained.
    """
    done = [r for r in records if r.started is not None and r.seconds is not None and "training_seconds" in r.metrics]
    done.sort(key=lambda record: record.started)
    if not done:
        raise AutonasError("the study has no candidate that was trained", hint="run its search first")
    training = sum(record.metrics["training_seconds"] for record in done)
    ends = [record.started + timedelta(seconds=record.seconds) for record in done]
    gaps = [(b.started - end).total_seconds() for end, b in zip(ends, done[1:], strict=False)]
    return Split(
        training=training,
        scoring=sum(record.seconds for record in done) - training,
        between=sum(max(0.0, gap) for gap in gaps if gap < PAUSE_SECONDS),
        start_up=(done[0].started - began).total_seconds() if began else 0.0,
        end=(ended - ends[-1]).total_seconds() if ended else 0.0,
    )


def run(study: str, arguments: Sequence[str]) -> tuple[list[Record], datetime, datetime]:
    """Runs a search in a temporary folder; returns its candidates, its begin and its end."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'autonas.db'}"
        command = [sys.executable, "-m", "autonas.cli", "search", "--study", study, "--storage", url]
        began = datetime.now()  # local and naive, as Optuna stores the start of a trial
        subprocess.run([*command, "--name", "overhead", "--out", folder, *arguments], check=True)
        ended = datetime.now()
        with StudyStore.open(url, "overhead") as store:
            return store.records(), began, ended


def show(parts: Split, n_candidates: int) -> Table:
    table = Table("part", "seconds", "a candidate", "share", title=f"{n_candidates} candidates, {parts.total:.1f} s")
    for name in ("training", "scoring", "between", "start_up", "end"):
        seconds = getattr(parts, name)
        table.add_row(
            name.replace("_", "-"), f"{seconds:.1f}", f"{seconds / n_candidates:.2f}", f"{seconds / parts.total:.1%}"
        )
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--study", help=f"default: smoke, or {DEFAULT_STUDY} of a --storage")
    parser.add_argument("--storage", help="read a search that has been run")
    parser.add_argument("arguments", nargs="*", help="of `autonas search`, after --")
    options = parser.parse_args()
    console = Console()
    try:
        if options.storage:
            with StudyStore.open(options.storage, options.study or DEFAULT_STUDY) as store:
                records, began, ended = store.records(), None, None
        else:
            records, began, ended = run(options.study or "smoke", options.arguments)
        trained = sum("training_seconds" in record.metrics for record in records)
        console.print(show(split(records, began=began, ended=ended), trained))
    except AutonasError as error:
        parser.exit(error.exit_code, f"error: {error.message}\nhint: {error.hint}\n")


if __name__ == "__main__":
    main()
