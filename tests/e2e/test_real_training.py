"""Real trainings: a leaking block family is refused, and neither chance nor kill -9 changes a score."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from autonas.storage import StudyStore

PEEK = Path(__file__).parents[1] / "peek.py"
SMALL = ("search", "--study", "smoke", "--device", "cpu", "--trials", "3", "--set", "budget.tokens=16384")


def results(folder: Path, name: str = "smoke"):
    """What must be equal in two searches of one seed."""
    with StudyStore.open(f"sqlite:///{folder}/autonas.db", name) as store:
        records = store.records()
    curves = [[(point["step"], point["loss"]) for point in record.curve] for record in records]
    return [(r.number, r.state, r.genome, r.values) for r in records], curves


def test_a_peeking_mixer_is_refused_by_name_and_the_search_goes_on(autonas):
    text = autonas("search", "--study", str(PEEK), "--device", "cpu", "--trials", "6")
    with StudyStore.open(f"sqlite:///{autonas.folder}/autonas.db", "peek") as store:
        records = store.records()
    peeking = [record for record in records if record.shape["mixer"] == "peek"]
    honest = [record for record in records if record.shape["mixer"] == "attention"]
    assert peeking
    assert honest
    for record in peeking:
        assert (record.state, record.reason) == ("failed", "not causal")
        assert "PeekingAttention" in record.message or "peek" in record.message
        assert not record.curve  # it never trained
    assert all(record.state == "complete" for record in honest)
    assert "not causal" in text
    assert "on the front of" in text


def test_a_killed_search_ends_with_the_scores_of_an_uninterrupted_one(tmp_path):
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    for folder in (whole, killed):
        folder.mkdir()
    command = [sys.executable, "-m", "autonas.cli", *SMALL]
    subprocess.run(command, cwd=whole, check=True, capture_output=True, timeout=600)
    search = subprocess.Popen(command, cwd=killed, stdout=subprocess.PIPE, text=True)
    assert search.stdout is not None
    for line in search.stdout:  # the first candidate has finished, the second one trains
        if line.startswith("trial   0 "):
            break
    time.sleep(1)
    os.kill(search.pid, signal.SIGKILL)
    search.communicate(timeout=60)
    subprocess.run(command, cwd=killed, check=True, capture_output=True, timeout=600)
    assert results(killed) == results(whole)
    assert {state for _, state, _, _ in results(killed)[0]} == {"complete"}


def test_going_on_from_a_shorter_training_gives_what_one_from_scratch_gives(autonas):
    """The first rung goes on from the search's state before its rate fell; without that state it begins anew."""
    autonas(*SMALL)
    autonas("refine", "--device", "cpu", "--rungs", "1", "--seeds", "0", "--keep", "1")
    rung, runs = "smoke.rung1", autonas.folder / "runs"
    with StudyStore.open(f"sqlite:///{autonas.folder}/autonas.db", rung) as store:
        (went_on,) = store.records()
    branch = runs / "smoke" / str(went_on.parent) / "branch"
    assert branch.is_dir()
    elsewhere = replace(autonas, folder=autonas.folder / "elsewhere")
    shutil.copytree(runs, elsewhere.folder / "runs", ignore=shutil.ignore_patterns("branch", "smoke.rung1"))
    shutil.copy(autonas.folder / "autonas.db", elsewhere.folder)
    with sqlite3.connect(elsewhere.folder / "autonas.db") as connection:
        connection.execute("UPDATE studies SET study_name = 'other' WHERE study_name = ?", (rung,))
    elsewhere("refine", "--device", "cpu", "--rungs", "1", "--seeds", "0", "--keep", "1")
    with StudyStore.open(f"sqlite:///{elsewhere.folder}/autonas.db", rung) as store:
        (from_scratch,) = store.records()
    assert (went_on.parent, went_on.values) == (from_scratch.parent, from_scratch.values)
    assert went_on.curve[-1] == from_scratch.curve[-1]
    trained = [r.metrics["training_tokens_per_second"] * r.metrics["training_seconds"] for r in (went_on, from_scratch)]
    assert trained == pytest.approx([5 / 6 * 3 * 16384, 3 * 16384]), "half of the search's tokens were there already"
    front = autonas.here("front", "--rung", "1")
    assert f"\n{went_on.parent:>4} *" in front
    assert "smoke, rung 1: 1 on the front of 1 candidates" in front
    assert "there is no rung 2; the highest is 1" in autonas.here("front", "--rung", "2", code=2)
    assert "study 'smoke'" not in autonas.here("front"), "rungs are no choice of their own"
