"""A fault campaign: searches of the toy study are killed at random, and disturbed in other ways, until they are done.

    python tests/chaos.py --kills 200 --seed 0 --seconds 900     # make chaos

After each fault the same command is run again. What must hold then is in `Ledger` and `Campaign.compare`: nothing that
was finished is lost, doubled or changed, no process is left, and the result is that of a search that nothing disturbed.
The other faults are in chaos_faults.py. Ends with exit code 1 and the folder of the study if something does not hold.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import psutil
import pytest

from autonas.database import check_database
from autonas.pareto import non_dominated
from autonas.records import Record
from autonas.storage import StudyStore

CHILD = Path(__file__).with_name("chaos_search.py")
PATIENCE = 120.0  # seconds that a search may take; a hundred times what it takes
LINES = 12  # of a search's output, after any of which it is killed
PARENT = ("kill -9 of the parent", "SIGTERM to the parent", "kill -9 of the parent and its workers")
WORKER = "kill -9 of a worker"


@dataclass(frozen=True, kw_only=True)
class Setup:
    """How the toy study is searched; `chaos_search.py` is given it as JSON.

    Attributes:
        overrides: Of the study: (path, value).
        limit: Seconds that a candidate may take.
        jumps: Whether the clocks jump by hours after each candidate.
        busy_seconds: How long to wait for another's transaction; autonas's own patience if None.
    """

    folder: str
    cache: str = ""
    storage: str = ""
    workers: int = 1
    deterministic: bool = False
    trials: int = 10
    overrides: tuple[tuple[str, str], ...] = (("trainer.seconds", "0.1"),)
    limit: float | None = None
    jumps: bool = False
    busy_seconds: float | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "cache", self.cache or f"{self.folder}/cache")
        object.__setattr__(self, "storage", self.storage or f"sqlite:///{self.folder}/autonas.db")


class Search:
    """A search in a process group of its own, whose output goes to a file of its folder."""

    def __init__(self, setup: Setup) -> None:
        folder = Path(setup.folder)
        folder.mkdir(parents=True, exist_ok=True)
        self._output = folder.parent / f"{folder.name}.log"  # the folder may be a full disk
        with self._output.open("a") as log:
            self._begin = log.tell()
            self.process = subprocess.Popen(
                [sys.executable, str(CHILD), json.dumps(asdict(setup))],
                stdout=log, stderr=subprocess.STDOUT, cwd=folder.parent, start_new_session=True,
            )  # fmt: skip

    @property
    def output(self) -> str:
        return self._output.read_text()[self._begin :]

    @property
    def ended(self) -> bool:
        return self.process.poll() is not None

    def workers(self) -> list[psutil.Process]:
        """Returns the worker processes."""
        with contextlib.suppress(psutil.NoSuchProcess):
            return [p for p in psutil.Process(self.process.pid).children() if "spawn_main" in _command(p)]
        return []

    def wait_for_lines(self, n: int) -> None:
        """Waits until it has printed so much, or has ended."""
        wait_until(lambda: self.ended or self.output.count("\n") >= n)

    def wait(self) -> int:
        """Waits until it has ended, and returns its exit code; nothing of it is left."""
        wait_until(lambda: self.ended)
        assert self.process.returncode is not None
        wait_until(lambda: not _group(self.process.pid), seconds=20)
        return self.process.returncode

    def kill(self) -> None:
        """Ends all of it at once."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@contextlib.contextmanager
def searching(setup: Setup) -> Iterator[Search]:
    """A search, of which nothing is left afterwards."""
    search = Search(setup)
    try:
        yield search
    finally:
        search.kill()


def wait_until(condition: Callable[[], bool], *, seconds: float = PATIENCE) -> None:
    """Waits until something holds, which it must in time."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"not in {seconds:.0f} s"
        time.sleep(0.02)


def _command(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline())
    except psutil.Error:
        return ""


def _group(leader: int) -> list[int]:
    """Returns the processes of a group that still run."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, ProcessLookupError):
            if os.getpgid(process.pid) == leader and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process.pid)
    return found


class Ledger:
    """What was finished of a study: it must be there for ever after, unchanged."""

    def __init__(self, setup: Setup) -> None:
        self._url = setup.storage
        self._finished: dict[int, str] = {}

    def check(self, said: str = "") -> list[Record]:
        """Returns all trials: with the numbers 0, 1, 2, ..., all shapes different, all that was finished as it was.

        Args:
            said: The output of a search: what it called finished must be.
        """
        store = StudyStore.find(self._url, "toy") if check_database(self._url) else None
        if store is None:
            assert not self._finished, "the study is gone"
            assert "finished" not in said
            return []
        with store:
            records = store.records()
        assert [record.number for record in records] == list(range(len(records)))
        assert len({record.shape_key for record in records}) == len(records), "a shape is there twice"
        now = {record.number: repr(record) for record in records if record.finished}
        lost = {number: text for number, text in self._finished.items() if now.get(number) != text}
        assert not lost, f"finished trials have changed: {lost}, now {[now.get(number) for number in lost]}"
        assert {int(number) for number in re.findall(r"^finished (\d+)$", said, re.MULTILINE)} <= now.keys()
        self._finished = now
        return records


def result(records: Sequence[Record]) -> tuple[list[object], set[int]]:
    """Returns what must not depend on what happened to a search: its trials and its front."""
    metrics = [{name: value for name, value in r.metrics.items() if name != "threads"} for r in records]
    trials = [
        (r.number, r.state, dict(r.genome), r.values, r.generation, r.origin, r.reason, list(r.curve), own)
        for r, own in zip(records, metrics, strict=True)
    ]
    complete = [record for record in records if record.values is not None]
    front = {complete[index].number for index in non_dominated([record.values for record in complete])}
    return trials, front


@dataclass
class Campaign:
    """Disturbs searches and keeps count.

    Attributes:
        folder: Of all studies.
        counts: What was done to them, by its name.
    """

    folder: Path
    seed: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    _undisturbed: dict[tuple[object, ...], tuple[list[object], set[int]]] = field(default_factory=dict)

    def setup(self, name: str, **settings: object) -> Setup:
        """Returns a study of its own."""
        self.counts["studies"] += 1
        folder = self.folder / f"{self.counts['studies']}-{name}"
        return Setup(folder=str(folder), **settings)  # type: ignore[arg-type]

    def finish(self, setup: Setup, ledger: Ledger) -> list[Record]:
        """Runs the same command until its end, and returns all trials: every one has ended."""
        with searching(setup) as search:
            code = search.wait()
            assert code == 0, search.output
        records = ledger.check(search.output)
        assert len(records) == setup.trials
        assert all(record.finished for record in records), [record.state for record in records]
        return records

    def compare(self, setup: Setup, records: Sequence[Record]) -> None:
        """The trials and the front are those of a search that nothing disturbed, with one worker."""
        key = (setup.trials, setup.overrides, setup.deterministic)
        if key not in self._undisturbed:
            calm = self.setup("calm", trials=setup.trials, overrides=setup.overrides, deterministic=setup.deterministic)
            self._undisturbed[key] = result(self.finish(calm, Ledger(calm)))
        assert result(records) == self._undisturbed[key]

    def kill(self, setup: Setup, kinds: Sequence[str], rng: random.Random, n_kills: int) -> int:
        """Kills searches of one study until it is finished or enough are killed; returns how many kills there were."""
        ledger, struck, unfinished = Ledger(setup), Counter[str](), True
        while struck.total() < n_kills and unfinished:
            with searching(setup) as search:
                while struck.total() < n_kills and not search.ended:
                    kind = rng.choice(kinds)
                    struck[kind] += strike(search, kind, rng)
                assert search.wait() in (0, -signal.SIGKILL, -signal.SIGTERM) or _gave_up(search), search.output
            records = ledger.check(search.output)
            unfinished = sum(record.finished for record in records) < setup.trials
        self.counts += struck
        records = self.finish(setup, ledger)
        failed = [record for record in records if record.state == "failed"]
        assert {record.reason for record in failed} <= {"worker died"}, [record.message for record in failed]
        assert len(failed) <= struck[WORKER]
        if not struck[WORKER]:
            self.compare(setup, records)
        return struck.total()


def strike(search: Search, kind: str, rng: random.Random) -> bool:
    """Kills something of a search at a random moment, unless it has ended before; returns whether it did."""
    n_lines = rng.randrange(LINES)
    search.wait_for_lines(search.output.count("\n") + n_lines)
    time.sleep(rng.uniform(0.0, 0.05 if n_lines else 1.0))
    if search.ended:
        return False
    if kind == WORKER:
        victims = search.workers()
        if victims:
            rng.choice(victims).kill()
        return bool(victims)
    if kind.startswith("SIGTERM"):
        search.process.terminate()
    elif kind.endswith("workers"):
        os.killpg(search.process.pid, signal.SIGKILL)
    else:
        search.process.kill()
    search.process.wait()
    return True


def _gave_up(search: Search) -> bool:
    """Whether it ended because too many workers died at its beginning."""
    known = ("candidates all failed: worker died", "the worker died while it prepared the data")
    return search.process.returncode == 1 and any(text in search.output for text in known)


SCENES = {  # of kills: settings of the search, and what is killed
    "one": ({}, PARENT),
    "one-and-workers": ({}, (*PARENT, WORKER, WORKER)),
    "three-deterministic": ({"workers": 3, "deterministic": True}, PARENT),
    "three-and-workers": ({"workers": 3}, (*PARENT, WORKER, WORKER, WORKER)),
}


def strike_all(campaign: Campaign, n_kills: int, seconds: float) -> None:
    """Kills, study after study, until there were enough or the time is over."""
    end, kills, rng = time.monotonic() + seconds, 0, random.Random(campaign.seed)
    while kills < n_kills and time.monotonic() < end:
        for name, (settings, kinds) in SCENES.items():
            kills += campaign.kill(campaign.setup(name, **settings), kinds, rng, n_kills - kills)
            print(f"{kills:4d} of {n_kills} kills, {end - time.monotonic():.0f} s left: {name}", flush=True)
            if kills >= n_kills or time.monotonic() >= end:
                break


def disturb(campaign: Campaign) -> None:
    """Every fault that is no kill; one that this machine cannot have is skipped."""
    from chaos_faults import FAULTS  # which imports this

    for fault in FAULTS:
        began = time.monotonic()
        try:
            fault(campaign)
        except pytest.skip.Exception as reason:
            print(f"{fault.__name__}: skipped, {reason}", flush=True)
            continue
        campaign.counts[fault.__name__] += 1
        print(f"{fault.__name__}: {time.monotonic() - began:.0f} s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=900, help="after which no other study is begun to be killed")
    options = parser.parse_args()
    folder, began = Path(tempfile.mkdtemp(prefix="autonas-chaos-")), time.monotonic()
    print(f"seed {options.seed}; what is left of a failure is in {folder}", flush=True)
    campaign = Campaign(folder, options.seed)
    disturb(campaign)
    strike_all(campaign, options.kills, options.seconds)
    for name, count in sorted(campaign.counts.items()):
        print(f"{count:5d}  {name}")
    print(f"all held after {time.monotonic() - began:.0f} s")
    shutil.rmtree(folder)


if __name__ == "__main__":
    sys.modules["chaos"] = sys.modules["__main__"]  # for chaos_faults.py
    main()
