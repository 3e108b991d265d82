"""A long search that trains nothing: does the engine leak, and what does it add to each candidate?

    python benchmarks/soak.py                      # 500 candidates in 2 workers, then 1,000 in the engine's own process
    python benchmarks/soak.py --candidates 200 --workers 1

Candidates are decoder shapes whose scores are formulas (search_problems.py), so all the time is the engine's:
proposing, recording, and with workers handing over. Memory and open files are the engine's after each candidate.
Other busy processes on the same cores add to the CPU time too: what an idle machine shows is the engine's own.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil
from rich.console import Console
from rich.table import Table

sys.path.insert(0, str(Path(__file__).parent))  # a worker, too, finds the problems
from search_problems import LevelShape, decoder

from autonas import cores
from autonas.protocols import Gene
from autonas.resolve import resolve_study
from autonas.runs import Place
from autonas.search import Events, run_search
from autonas.study import Objective, Study

METRICS = ("loss", "collapse", "parameters")
PROBLEM = decoder()


@dataclass(frozen=True)
class Space:
    """The genes of the decoder problem; a network is its shape."""

    genes: tuple[Gene, ...] = PROBLEM.genes

    def decode(self, genome):
        return PROBLEM.decode(genome)

    def seeds(self):
        return PROBLEM.seeds()

    def build(self, shape: LevelShape, seed: int) -> LevelShape:
        del seed
        return shape


@dataclass(frozen=True)
class Formula:
    """Scores where training and scoring would be."""

    metrics: tuple[str, ...] = METRICS
    stage: str = "built"

    def evaluate(self, shape, context):
        del context
        return dict(zip(METRICS, PROBLEM.values(shape), strict=True))


def study() -> Study:
    return Study(
        name="soak",
        space=Space(),
        objectives=tuple(Objective(metric=name) for name in METRICS),
        evaluators=(Formula(),),
        n_trials=1000,
        population_size=10,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The engine's process after a candidate.

    Attributes:
        wall: Seconds since the search began.
        cpu: Seconds of this process.
        memory: Resident bytes.
        files: Open files.
    """

    wall: float
    cpu: float
    memory: int
    files: int


def soak(n_candidates: int, *, workers: int, folder: Path) -> list[Mark]:
    """Searches in a folder and returns a mark for each candidate.

    Args:
        workers: Worker processes; 1 is none, as nothing is trained.
    """
    process, began, marks = psutil.Process(), time.perf_counter(), []

    def mark(_: object) -> None:
        marks.append(
            Mark(
                wall=time.perf_counter() - began,
                cpu=time.process_time(),
                memory=process.memory_info().rss,
                files=process.num_fds(),
            )
        )

    n_cores = cores.n_cores
    cores.n_cores = lambda: max(workers, n_cores())  # they have next to nothing to do
    try:
        run_search(
            resolve_study(__file__, n_trials=n_candidates),
            Place(storage_url=f"sqlite:///{folder}/soak.db", workers=workers, out=folder, cache=folder),
            events=Events(finished=mark),
        )
    finally:
        cores.n_cores = n_cores
    return marks


def growth(marks: Sequence[Mark]) -> tuple[float, int]:
    """Returns by what share the memory of the last quarter exceeds that of the second, and how many files more.

    The first quarter fills caches. Both are medians, so that one measured in the middle of something decides nothing.
    """
    quarter = len(marks) // 4
    early, late = marks[quarter : 2 * quarter], marks[-quarter:]
    memory = [statistics.median(mark.memory for mark in part) for part in (early, late)]
    files = [max(mark.files for mark in part) for part in (early, late)]
    return memory[1] / memory[0] - 1.0, files[1] - files[0]


def milliseconds(marks: Sequence[Mark]) -> tuple[float, float]:
    """Returns the wall and CPU time of the engine for one candidate."""
    n = len(marks) - 1
    return 1000 * (marks[-1].wall - marks[0].wall) / n, 1000 * (marks[-1].cpu - marks[0].cpu) / n


def show(marks: Sequence[Mark], workers: int) -> Table:
    share, files = growth(marks)
    title = f"{len(marks)} candidates, {workers} worker(s): memory {share:+.1%}, files {files:+d}"
    table = Table("candidates", "ms wall", "ms CPU", "MB", "files", title=title, min_width=len(title))
    step = max(2, len(marks) // 10)
    for first in range(0, len(marks) - 1, step):
        part = marks[first : first + step]
        wall, cpu = milliseconds(part) if len(part) > 1 else (0.0, 0.0)
        size, last = f"{part[-1].memory / 1e6:.0f}", f"{first}-{first + len(part) - 1}"
        table.add_row(last, f"{wall:.1f}", f"{cpu:.1f}", size, str(part[-1].files))
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--candidates", type=int, help="of one search instead of the two")
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args()
    runs = [(options.candidates, options.workers)] if options.candidates else [(500, 2), (1000, 1)]
    for n_candidates, workers in runs:
        with tempfile.TemporaryDirectory() as folder:
            Console().print(show(soak(n_candidates, workers=workers, folder=Path(folder)), workers))


if __name__ == "__main__":
    main()
