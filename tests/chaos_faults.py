"""The faults of a campaign that are no kills: full disks, locked storages, cut connections, clocks, hung workers.

Each disturbs a search, and holds if the same command finishes the study as `chaos.py` says. What no study without
torch can show is tested elsewhere: damaged checkpoints, branches and models in tests/unit/test_checkpoint.py, damaged
caches in tests/unit/test_data_cache.py and tests/e2e/test_data_damage.py, unreadable files of a corpus and a disk that
fills up while it is prepared in tests/e2e/test_data_folder.py.
"""

from __future__ import annotations

import contextlib
import re
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from chaos import Campaign, Ledger, Search, Setup, searching
from damage import mounted
from postgres import running_server

from autonas.records import Record

__all__ = ["FAULTS"]

SECONDS = ("trainer.seconds", "0.1")
LIMIT = 6.0  # seconds of a candidate: a worker that must start first is part of it, also on a busy machine


def full_disk(campaign: Campaign) -> None:
    """The disk of storage and runs is filled up in the middle of a search."""
    setup = campaign.setup("full-disk")
    with _disk(Path(setup.folder), "size=2m") as place:
        ledger = Ledger(setup)
        with searching(setup) as search:
            search.wait_for_lines(6)
            with (place / "filler").open("wb", buffering=0) as file, contextlib.suppress(OSError):
                while file.write(b"0" * 4096):
                    pass
            _ends_with_one_line(search, "disk is full|disk I/O error|No space left on device")
        (place / "filler").unlink()
        assert any(record.finished for record in ledger.check())
        campaign.compare(setup, campaign.finish(setup, ledger))


def read_only_cache(campaign: Campaign) -> None:
    """A cache that cannot be written is used; one that would have to be made there is refused."""
    setup = campaign.setup("read-only-cache")
    with _disk(Path(setup.folder) / "cache", "size=64k,ro") as place:
        lacking = replace(setup, cache=str(place / "lacking"))
        with searching(lacking) as search:
            _ends_with_one_line(search, "lacking cannot be written to: Read-only file system", code=2)
        assert Ledger(setup).check() == []
        campaign.compare(setup, campaign.finish(setup, Ledger(setup)))


def locked_for_a_while(campaign: Campaign) -> None:
    """Another process's transaction holds the SQLite storage for two seconds: the search waits."""
    setup = campaign.setup("locked-for-a-while")
    with searching(setup) as search:
        search.wait_for_lines(6)
        with _locked(setup):
            time.sleep(2)
            assert not search.ended
        assert search.wait() == 0, search.output
    campaign.compare(setup, campaign.finish(setup, Ledger(setup)))


def locked_for_too_long(campaign: Campaign) -> None:
    """It holds the storage for longer than the search waits."""
    setup = campaign.setup("locked-for-too-long", busy_seconds=0.5)
    ledger = Ledger(setup)
    with searching(setup) as search:
        search.wait_for_lines(6)
        with _locked(setup):
            _ends_with_one_line(search, "database is locked")
    assert any(record.finished for record in ledger.check())
    campaign.compare(setup, campaign.finish(setup, ledger))


def cut_connections(campaign: Campaign) -> None:
    """The server ends all connections again and again, then the search is killed as well."""
    with running_server() as server:
        url = server.new_database()
        setup = campaign.setup("cut-connections", storage=url)
        ledger, cuts = Ledger(setup), 0
        with searching(setup) as search:
            search.wait_for_lines(3)
            while cuts < 4 and not search.ended:
                cuts += server.cut(url.rpartition("/")[2])
                time.sleep(0.1)
            assert cuts, "it ended before a connection could be cut"
            search.process.kill()
            assert search.wait() in (0, -signal.SIGKILL), search.output
        ledger.check()
        campaign.compare(setup, campaign.finish(setup, ledger))


def jumping_clock(campaign: Campaign) -> None:
    """The clock jumps by five hours after each candidate, back and forth, and the search is killed in between."""
    setup = campaign.setup("jumping-clock", jumps=True)
    ledger = Ledger(setup)
    for _ in range(2):
        with searching(setup) as search:
            search.wait_for_lines(8)
            search.process.kill()
            search.wait()
        ledger.check()
    campaign.compare(setup, campaign.finish(setup, ledger))


def hanging_candidates(campaign: Campaign) -> None:
    """Candidates of one depth never end: each fails alone, and no other."""
    overrides = (SECONDS, ("trainer.hangs_at", "5"))
    setup = campaign.setup("hanging", overrides=overrides, limit=LIMIT, workers=2, trials=6)
    ledger = Ledger(setup)
    with searching(setup) as search:
        search.wait_for_lines(7)
        search.process.kill()
        search.wait()  # also for workers that hang
    _only_depth_fails(campaign.finish(setup, ledger), 5, "timed out")


def stopped_worker(campaign: Campaign) -> None:
    """A worker is stopped while it trains: its candidate fails when its time is over."""
    setup = campaign.setup("stopped-worker", overrides=(("trainer.seconds", "0.2"),), limit=LIMIT, trials=6)
    with searching(setup) as search:
        search.wait_for_lines(5)
        (worker,) = search.workers()
        worker.suspend()
        assert search.wait() == 0, search.output
    failed = [record for record in campaign.finish(setup, Ledger(setup)) if record.state == "failed"]
    assert [record.reason for record in failed] == ["timed out"]


def losses_that_are_not_numbers(campaign: Campaign) -> None:
    """The loss of one depth is NaN: its candidates fail, and no other."""
    setup = campaign.setup("nan", overrides=(SECONDS, ("trainer.nan_at", "5")))
    records = campaign.finish(setup, Ledger(setup))
    _only_depth_fails(records, 5, "not finite")
    assert "loss is nan" in {record.message for record in records}


def suspended_search(campaign: Campaign) -> None:
    """A search is stopped, as a laptop is closed; another that starts meanwhile is refused, and the first goes on."""
    setup = campaign.setup("suspended")
    with searching(setup) as search:
        search.wait_for_lines(6)
        search.process.send_signal(signal.SIGSTOP)
        time.sleep(0.1)
        with searching(setup) as other:
            _ends_with_one_line(other, "study 'toy' is being searched by process", code=2)
        search.process.send_signal(signal.SIGCONT)
        assert search.wait() == 0, search.output
    campaign.compare(setup, campaign.finish(setup, Ledger(setup)))


FAULTS: tuple[Callable[[Campaign], None], ...] = (
    full_disk, read_only_cache, locked_for_a_while, locked_for_too_long, cut_connections, jumping_clock,
    hanging_candidates, stopped_worker, losses_that_are_not_numbers, suspended_search,
)  # fmt: skip


@contextlib.contextmanager
def _disk(place: Path, options: str) -> Iterator[Path]:
    """A file system in memory, where this user may make one."""
    place.mkdir(parents=True)
    if not mounted("-t", "tmpfs", "-o", options, "tmpfs", place):
        pytest.skip("mounting needs root")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", place], check=True)


@contextlib.contextmanager
def _locked(setup: Setup) -> Iterator[None]:
    """Holds the SQLite storage as another program that writes would."""
    path = setup.storage.removeprefix("sqlite:///")
    with contextlib.closing(sqlite3.connect(path, timeout=30, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield
        connection.execute("ROLLBACK")


def _ends_with_one_line(search: Search, message: str, *, code: int = 1) -> None:
    assert search.wait() == code, search.output
    assert re.search(f"^error .*(?:{message})", search.output, re.MULTILINE), search.output
    assert "Traceback" not in search.output


def _only_depth_fails(records: list[Record], layers: int, reason: str) -> None:
    """Candidates fail exactly where they must, and for that reason."""
    assert any(record.genome["layers"] == layers for record in records), "none of that depth was tried"
    for record in records:
        wrong = record.genome["layers"] == layers
        assert (record.state, record.reason) == (("failed", reason) if wrong else ("complete", "")), record
