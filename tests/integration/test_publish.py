"""What Optuna's dashboard finds of a study: read back with its own functions."""

from __future__ import annotations

import json
from pathlib import Path

import optuna
import pytest
from optuna_dashboard import get_note, save_note
from optuna_dashboard._custom_plot_data import get_plotly_graph_objects
from optuna_dashboard.artifact._backend import list_trial_artifacts

from autonas.proposer import Proposal
from autonas.protocols import SAMPLES
from autonas.publish import publish
from autonas.publishing import ARTIFACTS
from autonas.records import study_info
from autonas.resolve import resolve_study
from autonas.storage import Record, StudyStore

TOY = str(Path(__file__).parents[1] / "toy.py")
RESOLVED = resolve_study(TOY)
DEPTHS = (1, 2, 3, 4, 5)


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """A study of which the first candidates are complete and the last has failed, published."""
    folder = tmp_path_factory.mktemp("published")
    url, out = f"sqlite:///{folder}/autonas.db", folder / "runs"
    info = study_info(RESOLVED, "toy", 0, {**RESOLVED.description, "seed": 0})
    with StudyStore.create(url, info) as store, store.lease():
        store.set_n_trials(8)
        for depth in DEPTHS:
            complete_one(store, depth)
        store.fail(add(store, 6), reason="not finite", message="the loss is nan")
    (out / "toy" / "1").mkdir(parents=True)
    (out / "toy" / "1" / SAMPLES).write_text("12.5% collapsed: a [[repeats]]\n")
    assert publish(url, "toy", out) == 0
    return url, out


def add(store, depth: int) -> Record:
    genome = {"layers": depth, "norm": "after"}
    space = RESOLVED.study.space
    return store.start(store.enqueue(space, Proposal(genome, space.decode(genome), 0, "random")))


def complete_one(store, depth: int) -> None:
    loss = 3.0 - 0.3 * depth
    metrics = {"loss": loss, "loss.low": loss - 0.1, "loss.high": loss + 0.1, "parameters": 100.0 * depth}
    curve = [{"step": float(s), "tokens": 100.0 * s, "loss": loss + 1 / s} for s in range(1, 4)]
    store.complete(add(store, depth), [loss, 100.0 * depth], metrics=metrics, violations={}, curve=curve, seconds=1.0)


def study_of(url: str) -> optuna.Study:
    return optuna.load_study(study_name="toy", storage=url)


def attributes_of(study: optuna.Study) -> dict[str, object]:
    return study._storage.get_study_system_attrs(study._study_id)


def trial_of(study: optuna.Study, number: int) -> optuna.Trial:
    return optuna.Trial(study, study.trials[number]._trial_id)


def artifacts_of(url: str, out: Path, number: int) -> dict[str, bytes]:
    study = study_of(url)
    trial = study.trials[number]
    found = list_trial_artifacts(attributes_of(study), trial.system_attrs, trial)
    return {meta["filename"]: (out / ARTIFACTS / meta["artifact_id"]).read_bytes() for meta in found}


def test_study_says_what_is_searched_and_how_far(published):
    note = get_note(study_of(published[0]))
    assert "6 of 8 candidates have ended (5 complete, 1 failed)" in note
    assert "minimize bits per byte, minimize parameters" in note
    assert "## The front" in note
    assert "autonas report toy" in note


def test_trials_say_where_they_stand_or_why_they_failed(published):
    study = study_of(published[0])
    good, bad = (get_note(trial_of(study, number)) for number in (1, 5))
    assert "| **bits per byte** | 2.400 | 2.300 to 2.500 |" in good
    assert "On the front" in good
    assert "what is usual at its size" in good
    assert "autonas promote 1 --study toy" in good
    assert "Failed (not finite): the loss is nan." in bad
    assert "promote" not in bad


def test_plots_have_fixed_names_and_are_whole(published):
    plots = get_plotly_graph_objects(attributes_of(study_of(published[0])))
    expected = {"front", "hypervolume", "curves-front", "curves-generation", "size"}
    assert set(plots) == {f"autonas-{name}" for name in expected}
    assert all(json.loads(text)["data"] for text in plots.values())


def test_files_of_trials(published):
    found = artifacts_of(*published, 1)
    assert set(found) == {"learning_curve.png", "learning_curve.csv", SAMPLES}, "the toy's space draws no shapes"
    assert found["learning_curve.png"].startswith(b"\x89PNG")
    assert found["learning_curve.csv"].splitlines()[:2] == [b"step,tokens,loss", b"1.0,100.0,3.4"]
    assert found[SAMPLES].startswith(b"12.5% collapsed")
    assert artifacts_of(*published, 5) == {}


def test_nothing_is_written_again_that_has_not_changed(published, monkeypatch):
    writes = []
    original = optuna.storages.RDBStorage.set_study_system_attr
    monkeypatch.setattr(
        optuna.storages.RDBStorage,
        "set_study_system_attr",
        lambda self, study, key, value: (writes.append(key), original(self, study, key, value)),
    )
    before = sorted((published[1] / ARTIFACTS).iterdir())
    publish(published[0], "toy", published[1])
    assert writes == []
    assert sorted((published[1] / ARTIFACTS).iterdir()) == before


def test_shorter_texts_leave_nothing_of_longer_ones(published):
    url, out = published
    study = study_of(url)
    whole = get_note(study)
    chunks = [key for key in attributes_of(study) if key.startswith("dashboard:note_str:")]
    study._storage.set_study_system_attr(study._study_id, f"dashboard:note_str:{len(chunks)}", "left over")
    publish(url, "toy", out)
    assert "left over" in get_note(study_of(url)), "no longer what autonas has written, so it stays"
    study._storage.set_study_system_attr(study._study_id, f"dashboard:note_str:{len(chunks)}", "")
    assert get_note(study_of(url)) == whole


def test_what_a_person_has_written_stays(published):
    url, out = published
    study = study_of(url)
    own = trial_of(study, 2)
    save_note(own, get_note(own) + "\nLooks good to me.")
    publish(url, "toy", out)
    assert get_note(trial_of(study_of(url), 2)).endswith("Looks good to me.")


def test_time_that_is_up_leaves_files_to_the_next_time_and_says_so(published, tmp_path):
    url, _ = published
    with StudyStore.open(url, "toy") as store, store.lease():
        complete_one(store, 7)
    assert publish(url, "toy", tmp_path, seconds=-1) == 1
    assert publish(url, "toy", tmp_path) == 0
    assert "learning_curve.png" in artifacts_of(url, tmp_path, 6)
