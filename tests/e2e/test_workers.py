"""Searches with worker processes: several candidates at a time, of unequal length. No torch; see tests/toy.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from autonas.errors import AutonasError, UsageError
from autonas.events import Events
from autonas.resolve import resolve_study
from autonas.runs import Place
from autonas.search import run_search
from autonas.storage import StudyStore

TOY = str(Path(__file__).parents[1] / "toy.py")
EXAMPLES = Path(__file__).parents[2] / "examples"


def essence(records) -> list[tuple[object, ...]]:
    """What must be the same however a search came to its end."""
    return [(r.number, r.state, dict(r.genome), r.values, r.generation, r.origin, r.reason) for r in records]


@pytest.fixture(autouse=True)
def eight_cores(monkeypatch):
    """More workers than this machine has cores are refused otherwise."""
    monkeypatch.setattr("os.sched_getaffinity", lambda _: set(range(8)), raising=False)
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)


@pytest.fixture
def search(tmp_path):
    """Returns a function that searches the toy study and returns outcome and records."""

    def run(name, *, n_trials=14, workers=1, overrides=(), **options):
        url = f"sqlite:///{tmp_path}/autonas.db"
        resolved = resolve_study(TOY, n_trials=n_trials, overrides=[("trainer.seconds_a_layer", "0.01"), *overrides])
        place = Place(storage_url=url, workers=workers, out=tmp_path, cache=tmp_path)
        outcome = run_search(resolved, place, name=name, **options)
        with StudyStore.open(url, name) as store:
            return outcome, store.records()

    return run


def test_generation_by_generation_the_number_of_workers_changes_nothing(search):
    _, one = search("one", deterministic=True)
    for workers in (2, 3):
        outcome, several = search(f"with{workers}", deterministic=True, workers=workers)
        assert outcome.status == "finished"
        assert essence(several) == essence(one)
    assert {record.generation for record in one} == {0, 1, 2, 3}


def test_stopped_and_gone_on_with_it_is_still_the_same(search):
    _, whole = search("whole", deterministic=True)

    def interrupt(record):
        if record.number == 6:
            raise KeyboardInterrupt

    outcome, stopped = search("parts", deterministic=True, workers=3, events=Events(finished=interrupt))
    assert outcome.status == "interrupted"
    assert "running" not in {record.state for record in stopped}
    with pytest.raises(UsageError, match="with other settings: deterministic true -> nothing"):
        search("parts", workers=3)
    _, parts = search("parts", deterministic=True, workers=2)
    assert essence(parts) == essence(whole)


def test_free_workers_do_not_wait(search):
    running, most = set(), []

    def ended(record):
        running.discard(record.number)

    def started(trial, *_):
        running.add(trial.number)
        most.append(len(running))

    outcome, records = search("free", workers=3, events=Events(started=started, finished=ended))
    assert (outcome.status, outcome.n_complete, max(most)) == ("finished", 14, 3)
    assert most[:3] == [1, 2, 3]
    assert set(most[3:]) == {3}, "a slot that is free gets the next candidate at once"
    assert len({record.shape_key for record in records}) == 14, "what runs is not proposed again"


def test_every_shape_is_tried_once_with_more_workers_than_are_left(search):
    outcome, records = search("small", n_trials=40, workers=4, overrides=[("space.max_layers", "5")])
    assert (outcome.status, len(records)) == ("exhausted", 15)
    assert all(record.finished for record in records)


def test_candidates_that_fail_side_by_side_fail_alone(search):
    overrides = [("trainer.dies_at", "2"), ("evaluators.check.refuses", "5"), ("space.max_layers", "6")]
    outcome, records = search("failing", n_trials=12, workers=3, overrides=overrides)
    assert outcome.n_complete + outcome.n_failed == 12
    for record in records:
        reason = {2: "worker died", 5: "not causal"}.get(record.genome["layers"], "")
        assert record.reason == reason


def test_a_study_that_trains_nothing_has_workers_too(tmp_path):
    example = resolve_study(str(EXAMPLES / "table_lookup.py"), n_trials=6)
    found = []
    for workers in (1, 2):
        url = f"sqlite:///{tmp_path}/{workers}.db"
        run_search(
            example,
            Place(storage_url=url, workers=workers, out=tmp_path, cache=tmp_path),
            deterministic=True,
            name="table",
        )
        with StudyStore.open(url, "table") as store:
            found.append(essence(store.records()))
    assert found[0] == found[1]


def test_a_full_disk_ends_it_for_all(search, tmp_path):
    with pytest.raises(AutonasError, match="no space is left"):
        search("full", workers=2, overrides=[("trainer.full_at", "5")])
    with StudyStore.open(f"sqlite:///{tmp_path}/autonas.db", "full") as store:
        states = [record.state for record in store.records()]
    assert "running" not in states
    outcome, records = search("full", workers=2, overrides=[("trainer.full_at", "5"), ("trainer.space", "true")])
    assert outcome.n_complete == len(records) == 14


def test_one_worker_that_dies_costs_its_candidate(search):
    overrides = [("trainer.dies_at", "2"), ("evaluators.check.refuses", "5"), ("space.max_layers", "6")]
    outcome, found = search("dying", n_trials=6, overrides=overrides)
    assert outcome.n_complete + outcome.n_failed == 6
    assert (found[0].reason, found[1].reason) == ("worker died", "not causal")
    assert {r.reason for r in found if r.genome["layers"] not in (2, 5)} == {""}


def test_who_is_stopped_early_does_not_depend_on_workers(search):
    options = {"n_trials": 24, "overrides": [("early_stop", "0.95"), ("trainer.slow", "0.01")], "deterministic": True}
    _, one = search("one", **options)
    _, three = search("three", workers=3, **options)
    assert essence(one) == essence(three)
    assert [r.message for r in one] == [r.message for r in three]
    assert "pruned" in {r.state for r in one}
