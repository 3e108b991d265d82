"""The ladder: who climbs, under which names, and that it survives. Nothing is trained; see tests/toy.py."""

from __future__ import annotations

import itertools
import shutil
from pathlib import Path

import pytest

from autonas.errors import UsageError
from autonas.events import Events
from autonas.ladder import Ladder, best_of, climbed, front_of, rung_name
from autonas.records import Record
from autonas.resolve import resolve_study
from autonas.runs import Place
from autonas.search import run_search
from autonas.storage import StudyStore
from autonas.study import Objective
from autonas.views.trust import trust_in, trust_remarks

TOY = str(Path(__file__).parents[1] / "toy.py")
DIRECTIONS = ["minimize", "minimize"]

pytestmark = pytest.mark.usefixtures("in_this_process")


def record(number: int, values: tuple[float, ...] | None, **changes) -> Record:
    fields = {
        "number": number,
        "state": "complete",
        "genome": {},
        "shape": {},
        "shape_key": str(number),
        "generation": 0,
    }
    return Record(**(fields | {"values": values} | changes))


def test_the_best_are_the_front_and_then_the_front_without_it():
    values = {0: (1, 5), 1: (2, 2), 2: (5, 1), 3: (3, 3), 4: (6, 2), 5: (7, 7)}
    records = [record(n, v) for n, v in values.items()]
    records += [record(6, (0, 0), feasible=False), record(7, None, state="failed")]
    assert {r.number for r in front_of(records, DIRECTIONS)} == {0, 1, 2}
    numbers = [r.number for r in best_of(records, DIRECTIONS, 99)]
    assert set(numbers[:3]) == {0, 1, 2}
    assert set(numbers[3:5]) == {3, 4}
    assert numbers[5:] == [5]
    assert [r.number for r in best_of(records, DIRECTIONS, 2)] == numbers[:2]
    assert best_of(records[6:], DIRECTIONS, 2) == []


def test_names_of_rungs():
    assert [rung_name("s", *pair) for pair in ((0, 0), (1, 0), (2, 1), (0, 2))] == [
        "s", "s.rung1", "s.rung2.seed1", "s.seed2"
    ]  # fmt: skip


@pytest.fixture(scope="module")
def searched(tmp_path_factory, in_this_process):
    """A toy search of 12 candidates, and how to make its ladder in a copy."""
    del in_this_process
    folder = tmp_path_factory.mktemp("searched")
    search(folder)
    return folder


def search(folder, n_trials=12, overrides=()):
    url = f"sqlite:///{folder}/autonas.db"
    return run_search(
        resolve_study(TOY, n_trials=n_trials, overrides=overrides),
        Place(storage_url=url, out=folder / "runs", cache=folder),
    )


def ladder(folder, **options) -> Ladder:
    url = f"sqlite:///{folder}/autonas.db"
    with StudyStore.open(url, "toy") as store:
        info = store.info
    options = {"resolved": resolve_study(TOY, overrides=options.pop("overrides", ())), **options}
    return Ladder(info=info, place=Place(storage_url=url, out=folder / "runs", cache=folder), **options)


def climb(one: Ladder, events: Events | None = None) -> list[str]:
    statuses = []
    for step in one.steps():
        statuses.append(one.run(step, events or Events()).status)
        if statuses[-1] == "interrupted":
            break
    return statuses


class TestLadder:
    @pytest.fixture
    def folder(self, searched, tmp_path):
        shutil.copytree(searched, tmp_path, dirs_exist_ok=True)
        return tmp_path

    def test_each_rung_has_a_third_and_three_times_the_tokens(self, folder):
        told = []
        events = Events(finished=lambda r: told.append((r.number, r.curve[-1]["tokens"])))
        assert climb(ladder(folder), events) == ["finished"] * 4
        found = climbed(f"sqlite:///{folder}/autonas.db", "toy")
        assert [len(found.rungs[r]) for r in (0, 1, 2)] == [12, 4, 2]
        assert found.top == 2
        assert [len(run) for run in found.replicas[2]] == [len(front_of(found.rungs[2], DIRECTIONS))] * 2
        tokens = [(number, tokens) for number, tokens in told]
        assert [t for _, t in tokens[:4]] == [3000.0] * 4
        assert {t for _, t in tokens[4:]} == {9000.0}
        by_number = {r.number: r for r in found.rungs[0]}
        for rung, seed in itertools.product((1, 2), (0, 1, 2)):
            records = found.rungs[rung] if not seed else found.replicas.get(rung, [[], []])[seed - 1]
            for climber in records:
                assert climber.shape_key == by_number[climber.number].shape_key, "under the number of the search"
                assert climber.origin == "rung"
        assert {n for n, _ in tokens[:4]} == {r.number for r in best_of(found.rungs[0], DIRECTIONS, 4)}

    def test_only_the_same_seed_goes_on_from_a_shorter_training(self, folder):
        climb(ladder(folder, rungs=1, seeds=1))
        url = f"sqlite:///{folder}/autonas.db"
        starts = {}
        for name in ("toy.rung1", "toy.rung1.seed1"):
            with StudyStore.open(url, name) as store:
                starts[name] = {r.parent: r.metrics["started_from"] for r in store.records()}
        assert all(started == parent for parent, started in starts["toy.rung1"].items()), "the folder of its own trial"
        assert set(starts["toy.rung1.seed1"].values()) == {-1.0}

    def test_from_what_it_goes_on_is_kept_for_the_best_alone(self, folder):
        found = climbed(f"sqlite:///{folder}/autonas.db", "toy").rungs[0]
        kept = {int(path.parent.name) for path in (folder / "runs" / "toy").glob("*/state")}
        assert {r.number for r in best_of(found, DIRECTIONS, 4)} <= kept
        fronts = [[r.number for r in front_of(found, DIRECTIONS)]]
        while sum(map(len, fronts)) < 4:
            left = [r for r in found if r.number not in itertools.chain(*fronts)]
            fronts.append([r.number for r in front_of(left, DIRECTIONS)])
        assert kept == set(itertools.chain(*fronts)), "of whole fronts: who is on them changes while it searches"
        climb(ladder(folder, keep=12, rungs=1, seeds=0))
        starts = {
            r.number: r.metrics["started_from"] for r in climbed(f"sqlite:///{folder}/autonas.db", "toy").rungs[1]
        }
        assert {n for n, start in starts.items() if start == n} == kept
        assert {start for n, start in starts.items() if n not in kept} == {-1.0}, "the others begin from scratch"

    def test_stopped_anywhere_it_goes_on(self, folder, searched, tmp_path_factory):
        whole = tmp_path_factory.mktemp("whole")
        shutil.copytree(searched, whole, dirs_exist_ok=True)
        few = {"keep": 2, "rungs": 1, "seeds": 1}
        climb(ladder(whole, **few))

        def interrupt(_):
            raise KeyboardInterrupt

        rounds = 0
        while "interrupted" in climb(ladder(folder, **few), Events(finished=interrupt)):
            rounds += 1
        assert rounds >= 3
        first, second = (climbed(f"sqlite:///{place}/autonas.db", "toy") for place in (folder, whole))
        assert essence(first) == essence(second)
        assert set(climb(ladder(folder, **few))) == {"already finished"}

    def test_a_longer_search_sends_more(self, folder):
        climb(ladder(folder, rungs=1, seeds=0))
        search(folder, n_trials=18)
        climb(ladder(folder, rungs=1, seeds=0))
        found = climbed(f"sqlite:///{folder}/autonas.db", "toy")
        best = {r.number for r in best_of(found.rungs[0], DIRECTIONS, 6)}
        assert best <= {r.number for r in found.rungs[1]}

    def test_bad_input(self, folder, tmp_path):
        for options, message in (
            ({"rungs": -1}, "--rungs must be at least 0, got -1"),
            ({"keep": 0}, "--keep must be at least 1, got 0"),
            ({"rungs": 0, "seeds": 0}, "nothing to do"),
        ):
            with pytest.raises(UsageError, match=message):
                ladder(folder, **options)
        with pytest.raises(UsageError, match=r"started with other settings: budget.tokens 1000 -> 2000"):
            climb(ladder(folder, overrides=[("budget.tokens", "2000")]))
        (tmp_path / "empty").mkdir()
        with StudyStore.open(f"sqlite:///{folder}/autonas.db", "toy") as store:
            info = store.info
        with StudyStore.create(f"sqlite:///{tmp_path}/empty/autonas.db", info):
            pass
        with pytest.raises(UsageError, match="'toy' has no finished candidates yet"):
            climb(ladder(tmp_path / "empty"))

    def test_a_search_that_knew_no_early_stopping_climbs_too(self, tmp_path):
        search(tmp_path, n_trials=3, overrides=[("early_stop", "none")])
        assert climb(ladder(tmp_path, keep=1, rungs=1, seeds=0)) == ["finished"]

    def test_a_rung_is_not_refined_itself(self, folder):
        climb(ladder(folder, rungs=1, seeds=0))
        url = f"sqlite:///{folder}/autonas.db"
        with StudyStore.open(url, "toy.rung1") as store:
            info = store.info
        with pytest.raises(UsageError, match=r"'toy.rung1' is a rung itself"):
            Ladder(info=info, resolved=resolve_study(TOY), place=Place(storage_url=url))

    def test_what_is_said_of_it(self, folder):
        url, objectives = f"sqlite:///{folder}/autonas.db", (Objective(metric="loss"), Objective(metric="parameters"))
        before = trust_remarks(trust_in(climbed(url, "toy"), 0, objectives), objectives)
        assert before == ["rank correlation with longer training: not measured; autonas refine trains the best longer"]
        climb(ladder(folder, keep=6, seeds=1))
        found = climbed(url, "toy")
        said = trust_remarks(trust_in(found, 0, objectives), objectives)
        assert any("rank correlation with 3 times the tokens, 6 candidates: loss " in line for line in said)
        top = trust_in(found, 2, objectives)
        assert set(top.probabilities) == {r.number for r in found.replicas[2][0]}
        assert any("standard deviation over seeds" in line for line in trust_remarks(top, objectives))
        with pytest.raises(UsageError, match="there is no rung 3; the highest is 2"):
            trust_in(found, 3, objectives)


def essence(found):
    runs = [*found.rungs.values(), *(run for runs in found.replicas.values() for run in runs)]
    return [[(r.number, r.state, r.shape_key, r.values, r.origin) for r in run] for run in runs]
