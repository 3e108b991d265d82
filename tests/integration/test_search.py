"""The search: what it records, refuses and survives. Nothing is trained; see tests/toy.py."""

from __future__ import annotations

import contextlib
import dataclasses
import sqlite3
from pathlib import Path

import pytest

from autonas import executors
from autonas.errors import AutonasError, CandidateError, UsageError
from autonas.executors import InlineExecutor
from autonas.protocols import Gene
from autonas.resolve import Resolved, resolve_study
from autonas.runs import Place
from autonas.search import Events, median_seconds, run_search
from autonas.stability import recent_gain
from autonas.storage import Record, StudyStore
from autonas.study import Constraint, Objective, Study

TOY = str(Path(__file__).parents[1] / "toy.py")


def nothing(*_):
    return None


@dataclasses.dataclass(frozen=True)
class Point:
    x: int
    y: int


@dataclasses.dataclass(frozen=True)
class Grid:
    side: int = 8

    @property
    def genes(self):
        choices = tuple(range(self.side))
        return (Gene(name="x", choices=choices), Gene(name="y", choices=choices, ordered=False))

    def decode(self, genome):
        return Point(genome["x"], genome["y"])

    def seeds(self):
        return [{"x": 3, "y": 3}]


class Unseeded(Grid):
    def seeds(self):
        return []


@dataclasses.dataclass(frozen=True)
class Distances:
    """Two distances to minimise; `evaluate` may be told to do something else first."""

    metrics: tuple[str, ...] = ("left", "right")
    stage: str = "shape"
    first: object = dataclasses.field(default=nothing, compare=False)

    def evaluate(self, point, context):
        del context
        told = self.first(point)
        return told if told is not None else {"left": point.x + 0.1 * point.y, "right": 7.0 - point.x + point.y}


def grid(first=nothing, **fields) -> Resolved:
    study = Study(
        name="grid",
        space=Grid(),
        objectives=(Objective(metric="left"), Objective(metric="right")),
        evaluators=(Distances(first=first),),
        n_trials=7,
        population_size=3,
    )
    study = dataclasses.replace(study, **fields)
    return Resolved(study=study, reference="grid", device_type="cpu", overrides=(), description={"space": "grid"})


def preparing(data):
    """Stands for `executor_for`: candidates run in this process, and the data is what a function says."""

    class Prepared(InlineExecutor):
        def prepare(self, on_message):
            del on_message
            return data()

    return lambda resolved, context, **_: Prepared(resolved.study, context)


@pytest.fixture
def search(tmp_path):
    """Returns a function that searches the grid, changed as told, in this test's storage."""

    def run(first=nothing, **options):
        fields = {key: options.pop(key) for key in ("n_trials", "constraints", "space") if key in options}
        devices = options.pop("devices", ("cpu",))
        folders = {"out": tmp_path / "runs", "cache": tmp_path / "cache"}
        place = Place(storage_url=f"sqlite:///{tmp_path}/autonas.db", devices=devices, **folders)
        return run_search(grid(first, **fields), place, **options)

    return run


@pytest.fixture
def records(tmp_path):
    def read(name: str = "grid") -> list[Record]:
        with StudyStore.open(f"sqlite:///{tmp_path}/autonas.db", name) as store:
            return store.records()

    return read


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The essence of a search that was never interrupted."""
    folder = tmp_path_factory.mktemp("whole")
    run_search(grid(), Place(storage_url=f"sqlite:///{folder}/autonas.db", out=folder, cache=folder))
    with StudyStore.open(f"sqlite:///{folder}/autonas.db", "grid") as store:
        return essence(store.records())


def essence(records) -> list[tuple[object, ...]]:
    """What must be the same however often a search was interrupted."""
    return [(r.number, r.state, dict(r.genome), r.values, r.generation, r.origin, r.reason) for r in records]


class TestFlow:
    def test_from_proposals_to_records(self, search, records, tmp_path):
        outcome = search()
        assert (outcome.status, outcome.n_complete, outcome.n_failed) == ("finished", 7, 0)
        found = records()
        assert [record.number for record in found] == list(range(7))
        assert {record.state for record in found} == {"complete"}
        assert found[0].genome == {"x": 3, "y": 3}, "seeds come first"
        assert found[0].values == (3.3, 7.0)
        assert found[0].metrics == {"left": 3.3, "right": 7.0}
        assert len({record.shape_key for record in found}) == 7, "nothing is tried twice"
        assert [record.generation for record in found] == [0, 0, 0, 1, 1, 1, 2]
        assert "child" in {record.origin for record in found}
        assert median_seconds(found) > 0
        assert list((tmp_path / "runs" / "grid").iterdir()) == [], "no folder for candidates that leave nothing"

    def test_it_stops_when_its_front_is_stable(self, search, records):
        outcome = search(n_trials=64, until_stable=0.05)
        assert outcome.status == "stable"
        found = records()
        stopped = len(found)
        assert 9 <= stopped < 64, "three generations are the least that can tell"
        assert recent_gain(found, ["minimize"] * 2, 3) < 0.05
        for n in range(9, stopped):
            assert recent_gain(found[:n], ["minimize"] * 2, 3) >= 0.05, "it stops at the first chance"

        assert search(n_trials=64, until_stable=0.05).status == "stable"
        assert len(records()) == stopped, "the same command has nothing to do"
        assert search(n_trials=stopped + 2).status == "finished", "without the rule it goes on"

    def test_same_seed_same_search(self, search, records):
        for name, seed in (("one", 5), ("two", 5), ("three", 6)):
            search(name=name, seed=seed)
        assert essence(records("one")) == essence(records("two"))
        assert essence(records("one")) != essence(records("three"))

    def test_whoever_watches_is_told(self, search):
        told = []
        events = Events(
            opened=lambda records, n: told.append(("opened", len(records), n)),
            started=lambda trial, shape, done, total: told.append((trial.number, shape, done, total)),
            finished=lambda record: told.append(("finished", record.number)),
            ended=lambda outcome: told.append(outcome.status),
        )
        search(n_trials=2, events=events)
        assert told == [
            ("opened", 0, 2), (0, Point(3, 3), 0, 2), ("finished", 0),
            (1, told[3][1], 1, 2), ("finished", 1), "finished",
        ]  # fmt: skip

    def test_more_trials_go_on_where_fewer_ended(self, search, records, whole):
        search(n_trials=5)
        search()
        assert essence(records()) == whole

    def test_nothing_is_done_twice(self, search):
        search(n_trials=4)
        told = []
        events = Events(started=lambda *args: told.append(args), opened=lambda *args: told.append(args))
        outcome = search(n_trials=3, events=events)
        assert (outcome.status, outcome.n_complete, told) == ("already finished", 4, [])
        assert outcome.message == "4 of 3 trials are finished; --trials raises the total"

    def test_it_ends_when_every_shape_was_tried(self, search):
        outcome = search(space=Unseeded(side=2))
        assert (outcome.status, outcome.n_complete) == ("exhausted", 4)
        assert outcome.message == "every feasible shape has been tried: 4 trials, not 7"


class TestConstraints:
    def test_bounds_known_from_the_shape_are_kept_before_anything_runs(self, search, records):
        search(constraints=(Constraint(metric="left", upper=2.0),))
        assert len(records()) == 7
        assert all(record.metrics["left"] <= 2.0 and record.feasible for record in records())

    def test_shapes_that_an_evaluator_refuses_are_not_proposed(self, search, records):
        def refuse(point):
            if point.x == 3:
                raise CandidateError("three is not allowed", reason="not allowed")

        search(refuse, constraints=(Constraint(metric="left", upper=100.0),))
        assert {record.genome["x"] for record in records()} & {3} == set()
        assert {record.state for record in records()} == {"complete"}

    @pytest.mark.usefixtures("in_this_process")
    def test_bounds_of_later_metrics_mark_candidates(self, tmp_path):
        url = f"sqlite:///{tmp_path}/autonas.db"
        resolved = resolve_study(TOY, overrides=[("constraints.loss", "0.5")])
        run_search(resolved, Place(storage_url=url, out=tmp_path, cache=tmp_path))
        with StudyStore.open(url, "toy") as store:
            found = store.records()
        assert {record.feasible for record in found} == {True, False}
        assert all(record.feasible == (record.metrics["loss"] <= 0.5) for record in found)


class TestFailures:
    @pytest.mark.parametrize(
        ("told", "reason", "message"),
        [
            ({"left": float("nan"), "right": 1.0}, "not finite", "left is nan"),
            ({"left": 1.0, "right": float("inf")}, "not finite", "right is inf"),
            ({"left": 1.0}, "missing metric", "no evaluator reported 'right'"),
            (
                {"left": "many", "right": 1.0},
                "error",
                "ValueError: could not convert string to float: 'many'",
            ),
        ],
    )
    def test_a_candidate_fails_alone(self, search, records, told, reason, message):
        outcome = search(lambda point: told if point == Point(3, 3) else None, n_trials=3)
        assert (outcome.n_complete, outcome.n_failed) == (2, 1)
        failed = records()[0]
        assert (failed.state, failed.reason, failed.message) == ("failed", reason, message)
        assert failed.values is None
        assert failed.shape == {"x": 3, "y": 3}

    def test_metrics_that_are_no_objectives_need_not_be_finite(self, search, records):
        search(lambda point: {"left": 1.0 * point.x, "right": 1.0, "other": float("nan")}, n_trials=1)
        assert records()[0].metrics == {"left": 3.0, "right": 1.0}

    def test_a_defect_leaves_its_traceback(self, search, tmp_path):
        def defect(point):
            if point == Point(3, 3):
                raise ZeroDivisionError("by zero")

        search(defect, n_trials=2)
        text = (tmp_path / "runs" / "grid" / "0" / "error.txt").read_text()
        assert "ZeroDivisionError: by zero" in text
        assert "Traceback" in text

    def test_all_failed_is_an_error_that_names_the_commonest_reason(self, search, records):
        def refuse(point):
            reason = "not causal" if point.x % 4 else "implausible"
            raise CandidateError(f"at {point.x}", reason=reason)

        with pytest.raises(AutonasError, match=r"all 7 candidates failed, \d+ of them: not causal \(at \d\)"):
            search(refuse)
        assert len(records()) == 7

    def test_a_defective_study_is_given_up_early(self, search, records):
        def defect(_):
            raise KeyError("width")

        message = r"the first 5 candidates all failed: error \(KeyError: 'width'\)"
        with pytest.raises(AutonasError, match=message) as caught:
            search(defect)
        assert caught.value.exit_code == 1
        assert len(records()) == 5
        assert search().n_complete == 2, "once it is mended, the same command goes on"

    def test_refused_candidates_do_not_end_a_search(self, search):
        def refuse(point):
            if len(seen) < 6:
                seen.append(point)
                raise CandidateError("no", reason="not causal")

        seen: list[Point] = []
        outcome = search(refuse)
        assert (outcome.n_complete, outcome.n_failed) == (1, 6)

    def test_a_full_disk_is_nobodys_fault(self, search, records):
        def full(point):
            if point != Point(3, 3):
                raise OSError(28, "No space left on device", "samples.txt")

        with pytest.raises(AutonasError, match=r"no space is left: .*samples\.txt"):
            search(full)
        assert [record.state for record in records()] == ["complete", "waiting"]


class TestRefusals:
    @pytest.mark.usefixtures("in_this_process")
    def test_another_identity(self, tmp_path):
        def search(device="cpu", seed=0, n_trials=2, **overrides):
            pairs = [(path.replace("__", "."), value) for path, value in overrides.items()]
            resolved = resolve_study(TOY, overrides=pairs, n_trials=n_trials, device=device)
            url = f"sqlite:///{tmp_path}/autonas.db"
            return run_search(
                resolved, Place(storage_url=url, out=tmp_path, cache=tmp_path, devices=[device]), seed=seed
            )

        search()
        for options, difference in (
            ({"budget__tokens": "2000"}, "budget.tokens 1000 -> 2000"),
            ({"space__max_layers": "4"}, r"space.max_layers 9 -> 4$"),
            ({"trainer__corpus": "other"}, 'trainer.corpus "words" -> "other"'),
            ({"population_size": "5"}, "population_size 4 -> 5"),
            ({"constraints__loss": "3"}, r"constraints \[\] -> "),
            ({"seed": 1}, "seed 0 -> 1"),
            ({"device": "cuda"}, 'budget.tokens 1000 -> 8000; device "cpu" -> "cuda"'),
        ):
            with pytest.raises(UsageError, match=f"'toy' was started with other settings: {difference}"):
                search(**options)
        assert search(n_trials=3, trainer__note="another").n_complete == 3

    def test_other_data(self, tmp_path, monkeypatch):
        """The data is only known once it is prepared, by the worker."""
        example = resolve_study(TOY, n_trials=2)
        place = Place(storage_url=f"sqlite:///{tmp_path}/autonas.db", out=tmp_path, cache=tmp_path)
        monkeypatch.setattr("autonas.runs.executor_for", preparing(lambda: {"fingerprint": "words"}))
        run_search(example, place)
        monkeypatch.setattr("autonas.runs.executor_for", preparing(lambda: {"fingerprint": "other words"}))
        with pytest.raises(UsageError, match=r'data\.fingerprint "words" -> "other words"'):
            run_search(dataclasses.replace(example, study=resolve_study(TOY).study), place)

    def test_bad_input_touches_nothing(self, search, tmp_path, monkeypatch):
        for options, message in (
            ({"seed": -1}, "seed must be 0 or more, got -1"),
            ({"name": "a/b"}, "a study's name must be"),
            ({"devices": ["cuda:0"]}, "the study was resolved for cpu, but is to run on cuda:0"),
        ):
            with pytest.raises(UsageError, match=message):
                search(**options)

        def refuse():
            raise UsageError("no text in the corpus", hint="name another one")

        monkeypatch.setattr("autonas.runs.executor_for", preparing(refuse))
        with pytest.raises(UsageError, match="no text in the corpus"):
            search()
        assert not (tmp_path / "autonas.db").exists()

    def test_folders_that_cannot_be_made(self, search, tmp_path):
        (tmp_path / "runs").write_text("a file")
        with pytest.raises(UsageError, match="runs/grid cannot be written to: Not a directory"):
            search()
        assert not (tmp_path / "autonas.db").exists()

    def test_a_second_search(self, search):
        def nested(point):
            if point != Point(3, 3):
                return
            with pytest.raises(UsageError, match="study 'grid' is being searched by process") as caught:
                search()
            seen.append(caught.value.message)

        seen: list[str] = []
        search(nested, n_trials=2)
        assert len(seen) == 1


class TestInterruption:
    def test_ctrl_c_puts_the_candidate_back(self, search, records, whole):
        def interrupt(point):
            if len(seen) == 5:
                seen.clear()
                raise KeyboardInterrupt
            seen.append(point)

        seen: list[Point] = []
        outcome = search(interrupt)
        assert (outcome.status, outcome.n_complete) == ("interrupted", 5)
        assert outcome.message == "interrupted after 5 of 7 trials; the same command goes on"
        assert [record.state for record in records()] == ["complete"] * 5 + ["waiting"]
        search()
        assert essence(records()) == whole

    def test_ctrl_c_while_preparing(self, search, monkeypatch):
        def interrupt(*_):
            raise KeyboardInterrupt

        monkeypatch.setattr(executors.InlineExecutor, "prepare", interrupt)
        assert search().status == "interrupted"

    @pytest.mark.parametrize("method", ["enqueue", "start", "complete", "recover"])
    def test_killed_between_any_two_steps(self, search, records, whole, monkeypatch, method):
        """As kill -9 leaves it: after the step nothing more happens, no cleaning up either."""

        class Killed(BaseException):
            pass

        original = getattr(StudyStore, method)
        calls = []

        def dies(self, *args, **options):
            result = original(self, *args, **options)
            calls.append(method)
            if len(calls) == 4 or method == "recover":
                raise Killed
            return result

        monkeypatch.setattr(StudyStore, method, dies)
        monkeypatch.setattr("autonas.engine.Engine._put_back", nothing)
        with pytest.raises(Killed):
            search()
        monkeypatch.undo()
        assert search().status == "finished"
        assert essence(records()) == whole


def test_versions_that_changed_are_noted(search, tmp_path):
    search(n_trials=1)
    with contextlib.closing(sqlite3.connect(tmp_path / "autonas.db")) as connection:
        older = """replace(value_json, '"numpy": "', '"numpy": "0.')"""
        connection.execute(f"UPDATE study_user_attributes SET value_json = {older}")
        connection.commit()
    notes = []
    search(n_trials=2, events=Events(preparing=notes.append))
    assert len(notes) == 1
    assert notes[0].startswith("note: scores may differ from earlier ones: numpy 0.")
