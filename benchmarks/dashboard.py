"""What it costs a search to be published for Optuna's dashboard, and to be looked at there while it runs.

    python benchmarks/dashboard.py [--rounds 3] [--trials 12] [--study smoke] [--set budget.tokens=262144] [--every 10]

Each round searches three times with the same seed, in turn: alone; published; published, with a dashboard open that is
asked for the whole study every ten seconds, as a browser asks. Prints the time from the first candidate's start to the
last one's end, and its ratio to that of the search alone. Publishing and the dashboard take seconds to start, whatever
is searched: candidates should not be too fast.
"""

from __future__ import annotations

import argparse
import contextlib
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from autonas.storage import StudyStore

ARMS = ("alone", "published", "watched")


def searched(folder: Path, arm: str, arguments: argparse.Namespace, *, seed: int) -> float:
    """Returns the seconds from the first candidate's start to the last one's end."""
    words = ["--study", arguments.study, "--trials", str(arguments.trials), "--seed", str(seed), "--device", "cpu"]
    words += [word for change in arguments.set for word in ("--set", change)]
    words += ["--no-dashboard" if arm == "alone" else "--dashboard"]
    with subprocess.Popen([sys.executable, "-m", "autonas.cli", "search", *words], cwd=folder, text=True,
                          stdout=subprocess.PIPE) as search:  # fmt: skip
        assert search.stdout is not None
        with contextlib.ExitStack() as stack:
            for line in search.stdout:
                if arm == "watched" and line.startswith("trial"):  # the study is there
                    stack.enter_context(watched(folder, every=arguments.every))
                    arm = "is being watched"
    assert search.returncode == 0
    with StudyStore.open(f"sqlite:///{folder}/autonas.db", arguments.study) as store:
        records = store.records()
    ends = [r.started.timestamp() + (r.seconds or 0.0) for r in records if r.started]
    return max(ends) - min(r.started.timestamp() for r in records if r.started)


@contextlib.contextmanager
def watched(folder: Path, *, every: float) -> Iterator[None]:
    """Serves the dashboard and asks it for the study every so many seconds."""
    command = [sys.executable, "-m", "autonas.cli", "dashboard", "--port", "0"]
    with subprocess.Popen(command, cwd=folder, text=True, stdout=subprocess.PIPE) as server:
        assert server.stdout is not None
        found = re.search(r"http://[^/]+", server.stdout.readline())
        assert found
        ended = threading.Event()

        def ask() -> None:
            while not ended.wait(every):
                urllib.request.urlopen(f"{found[0]}/api/studies/1?after=0", timeout=60).read()

        asking = threading.Thread(target=ask)
        asking.start()
        try:
            yield
        finally:
            ended.set()
            asking.join()
            server.terminate()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--trials", type=int, default=12)
    parser.add_argument("--study", default="smoke")
    parser.add_argument("--set", action="append", default=[], metavar="FIELD=VALUE")
    parser.add_argument("--every", type=float, default=10.0, metavar="SECONDS")
    arguments = parser.parse_args()
    times: dict[str, list[float]] = {arm: [] for arm in ARMS}
    for seed in range(arguments.rounds):
        for i in range(len(ARMS)):
            arm = ARMS[(seed + i) % len(ARMS)]  # each comes first once: a machine may warm up or slow down
            with tempfile.TemporaryDirectory() as folder:
                seconds = searched(Path(folder), arm, arguments, seed=seed)
            times[arm].append(seconds)
            print(f"seed {seed}  {arm:10} {seconds:6.1f} s", flush=True)
    table = Table("", "median", "ratio to alone, median", "of each round", box=None)
    for arm in ARMS:
        ratios = [one / alone for one, alone in zip(times[arm], times["alone"], strict=True)]
        shown = ", ".join(f"{ratio:.3f}" for ratio in ratios)
        table.add_row(arm, f"{statistics.median(times[arm]):.1f} s", f"{statistics.median(ratios):.3f}", shown)
    Console().print(table)


if __name__ == "__main__":
    main()
