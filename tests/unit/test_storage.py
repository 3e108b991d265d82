"""Storage: states, recovery, leases, what reading commands may touch, and what databases complain about."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import optuna
import pytest
import sqlalchemy as sa
from optuna.trial import TrialState

from autonas import lease as lease_module
from autonas.database import check_database, database_errors, masked
from autonas.errors import AutonasError, UsageError
from autonas.lease import Holder, held_lease, holder
from autonas.proposer import Proposal, distributions, to_params
from autonas.records import record_of, study_info
from autonas.resolve import resolve_study
from autonas.storage import Record, StudyInfo, StudyStore, list_studies

TOY = str(Path(__file__).parents[1] / "toy.py")
RESOLVED = resolve_study(TOY, overrides=[("constraints.loss", "2")])
SPACE = RESOLVED.study.space


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path}/autonas.db"


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """A fresh storage; copying it is much faster than creating one."""
    path = tmp_path_factory.mktemp("template") / "autonas.db"
    StudyStore.create(f"sqlite:///{path}", info()).close()
    return path


@pytest.fixture
def store(template, tmp_path, url):
    shutil.copy(template, tmp_path)
    with StudyStore.open(url, "toy") as store:
        yield store


def info(name: str = "toy", **description: object) -> StudyInfo:
    return study_info(RESOLVED, name, 0, {**RESOLVED.description, "seed": 0, **description})


def proposal(layers: int = 2, norm: str = "after", generation: int = 0) -> Proposal:
    genome = {"layers": layers, "norm": norm}
    return Proposal(genome, SPACE.decode(genome), generation, "random")


def trial_of(store: StudyStore, layers: int = 2):
    return store.start(store.enqueue(SPACE, proposal(layers)))


def as_optuna_has_it(store: StudyStore, waiting: Record) -> optuna.trial.FrozenTrial:
    """A trial with the parameters of the genome itself, not with what was read of them."""
    return optuna.trial.create_trial(
        state=TrialState.WAITING,
        params=to_params(SPACE, waiting.genome),
        distributions=distributions(SPACE),
        system_attrs=store._storage.get_trial(store._trial_id(waiting.number)).system_attrs,
    )


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """What a database holds, table by table, without the keys of rows; of times only whether there is one."""
    found = {}
    with contextlib.closing(sqlite3.connect(path)) as connection:
        for table in ("trials", "trial_params", "trial_values", "trial_system_attributes", "study_user_attributes"):
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")][1:]
            shown = [f"{c} IS NULL" if c.startswith("datetime") else c for c in columns]
            found[table] = sorted(connection.execute(f"SELECT {', '.join(shown)} FROM {table}").fetchall())
    return found


class TestTrials:
    def test_from_waiting_to_complete(self, store):
        waiting = store.enqueue(SPACE, proposal(3, "none", generation=1))
        assert (waiting.number, waiting.state, waiting.finished) == (0, "waiting", False)
        assert waiting.genome == {"layers": 3, "norm": "none"}
        assert waiting.shape == {"layers": 3, "norm": "none"}
        assert len(waiting.shape_key) == 12
        assert (waiting.generation, waiting.origin) == (1, "random")

        assert waiting == store.record(0)
        running = store.start(waiting)
        assert running == store.record(0)
        assert (running.state, running.values) == ("running", None)
        assert abs((datetime.now() - running.started).total_seconds()) < 600, "as Optuna says it, in local time"

        record = store.complete(
            running, (1.5, 300),
            metrics={"loss": 1.5, "parameters": 300}, violations={"loss": -0.5},
            curve=({"step": 1.0, "loss": 2.0},), seconds=4.5,
        )  # fmt: skip
        assert record == store.record(0), "what is stored is returned without reading it"
        assert (record.state, record.finished, record.feasible) == ("complete", True, True)
        assert record.values == (1.5, 300.0)
        assert record.metrics == {"loss": 1.5, "parameters": 300.0}
        assert record.curve == ({"step": 1.0, "loss": 2.0},)
        assert record.seconds == 4.5
        assert store.records() == [record]

    def test_a_failed_trial_has_a_reason(self, store):
        record = store.fail(trial_of(store), reason="not causal", message="3 sees 4", seconds=0.1)
        assert (record.state, record.finished, record.values) == ("failed", True, None)
        assert (record.reason, record.message) == ("not causal", "3 sees 4")
        assert record == store.record(0)

    def test_a_stopped_trial_has_a_reason_and_a_curve(self, store):
        curve = ({"step": 1.0, "loss": float("inf")},)
        record = store.prune(trial_of(store), reason="dominated", message="by 0", curve=curve, seconds=0.1)
        assert (record.state, record.values, record.curve) == ("pruned", None, curve)
        assert record == store.record(0)

    def test_a_violated_constraint_makes_it_infeasible_for_optuna_too(self, store, url):
        for layers, violation in ((2, 0.0), (3, 0.5)):
            trial = trial_of(store, layers)
            record = store.complete(trial, [2.0 - layers, 1.0], metrics={}, violations={"loss": violation})
            assert record == store.record(trial.number)
        assert [record.feasible for record in store.records()] == [True, False]
        study = optuna.load_study(study_name="toy", storage=url)
        assert [trial.number for trial in study.best_trials] == [0]

    def test_dashboards_see_names_parameters_and_generations(self, store, url):
        trial_of(store)
        study = optuna.load_study(study_name="toy", storage=url)
        assert study.metric_names == ["bits per byte", "parameters"]
        assert study.trials[0].params == {"layers": 1, "norm": "after"}, "ordered genes are stored as index"
        assert study.trials[0].system_attrs["NSGAIISampler:generation"] == 0
        assert study.trials[0].user_attrs == {}, "a dashboard shows them on one line, however wide"

    def test_what_is_written_is_what_optuna_writes(self, store, template, tmp_path):
        outcomes = {
            "complete": ([1.5, float("inf")], {"metrics": {"loss": 1.5}}),
            "failed": (None, {"reason": "error", "message": "no"}),
            "pruned": (None, {"reason": "dominated", "message": "by 0"}),
        }
        states = {"complete": TrialState.COMPLETE, "failed": TrialState.FAIL, "pruned": TrialState.PRUNED}
        theirs = tmp_path / "optuna.db"
        storage = optuna.storages.RDBStorage(f"sqlite:///{shutil.copy(template, theirs)}")
        store.set_n_trials(3)
        store.set_n_trials(4)
        storage.set_study_user_attr(store.study_id, "autonas_n_trials", 4)
        for layers, (state, (values, outcome)) in enumerate(outcomes.items(), start=2):
            waiting = store.enqueue(SPACE, proposal(layers))
            trial_id = storage.create_new_trial(store.study_id, as_optuna_has_it(store, waiting))
            running = store.start(waiting)
            storage.set_trial_state_values(trial_id, TrialState.RUNNING)
            storage.set_trial_system_attr(trial_id, "autonas:outcome", outcome)
            if state == "complete":
                store.complete(running, values, violations={"loss": -0.5}, **outcome)
                storage.set_trial_system_attr(trial_id, "constraints:loss", -0.5)
            else:
                (store.fail if state == "failed" else store.prune)(running, **outcome)
            storage.set_trial_state_values(trial_id, states[state], values)
        waiting = store.enqueue(SPACE, proposal(5))
        storage.create_new_trial(store.study_id, as_optuna_has_it(store, waiting))
        written = rows(tmp_path / "autonas.db")
        assert written == rows(theirs)
        assert (len(written["trials"]), len(written["trial_params"])) == (4, 4 * len(SPACE.genes))
        assert len(written["trial_values"]) == 2

    def test_ctrl_c_waits_until_a_write_is_whole(self, store):
        """Half a transaction may keep the database locked for what cleans up, a minute for each write."""
        running = store.start(store.enqueue(SPACE, proposal()))
        presses = iter([signal.SIGINT])

        @sa.event.listens_for(store._storage.engine, "after_cursor_execute")
        def press(*_: object) -> None:
            for number in presses:
                signal.raise_signal(number)

        before = signal.signal(signal.SIGINT, signal.default_int_handler)  # tests in the background have it ignored
        try:
            with pytest.raises(KeyboardInterrupt):
                store.complete(running, [1.5, 3.0], metrics={}, violations={})
        finally:
            signal.signal(signal.SIGINT, before)
        assert [record.state for record in store.records()] == ["complete"]

    def test_an_outcome_that_an_earlier_version_left_half_written_is_written_over(self, store):
        trial = trial_of(store)
        store._storage.set_trial_system_attr(store._trial_id(0), "autonas:outcome", {"metrics": {"loss": 9.0}})
        store.recover()
        store.complete(store.start(trial), [1.0, 2.0], metrics={"loss": 1.0}, violations={})
        assert store.record(0).metrics == {"loss": 1.0}

    def test_what_has_ended_is_not_ended_again(self, store):
        trial = trial_of(store)
        store.fail(trial, reason="error", message="")
        with pytest.raises(AssertionError, match="not running"):
            store.complete(trial, [1.0, 2.0], metrics={}, violations={})
        assert store.record(0).state == "failed"

    def test_attributes_of_earlier_versions(self):
        attrs = {
            "genome": {"layers": 2},
            "shape_key": "abc",
            "origin": "child",
            "metrics": {"loss": 1.5},
            "seconds": 3.0,
        }
        halves = {"candidate": {"genome": {"layers": 2}, "origin": "child"}, "outcome": {"metrics": {"loss": 1.5}}}
        for kept in (attrs, {**attrs, **halves}):
            done = optuna.trial.TrialState.COMPLETE
            old = record_of(optuna.trial.create_trial(state=done, value=1.5, user_attrs=kept))
            assert {name: getattr(old, name) for name in attrs} == attrs

    def test_no_such_trial(self, store):
        with pytest.raises(UsageError, match="study 'toy' has no trial 0") as caught:
            store.record(0)
        assert caught.value.hint == "it has no trials yet"
        trial_of(store)
        with pytest.raises(UsageError, match="study 'toy' has no trial 7") as caught:
            store.record(7)
        assert caught.value.hint == "trials there: 0 to 0"


class TestStudies:
    def test_info_survives(self, store, url):
        store.set_n_trials(50)
        with StudyStore.open(url, "toy") as again:
            assert again.info == store.info
            assert again.info.objectives == RESOLVED.study.objectives
            assert again.info.objectives[0].label == "bits per byte"
            assert again.info.constraints == RESOLVED.study.constraints
            assert again.n_trials == 50
            assert set(again.info.versions) == {"autonas", "torch", "optuna", "numpy", "python"}

    def test_creating_again_keeps_the_first(self, store, url):
        with StudyStore.create(url, info(data={"fingerprint": "new"})) as again:
            assert again.info == store.info

    def test_differences_are_named(self, store):
        store.refuse_if_different({**RESOLVED.description, "seed": 0})
        with pytest.raises(UsageError, match=r"'toy' was started with other settings: seed 0 -> 1$") as caught:
            store.refuse_if_different({**RESOLVED.description, "seed": 1})
        assert "--name" in caught.value.hint
        with pytest.raises(UsageError, match='seed 0 -> 1; data nothing -> "x"'):
            store.refuse_if_different({**RESOLVED.description, "seed": 1, "data": "x"})
        with pytest.raises(UsageError, match=r"and 1 more$"):
            store.refuse_if_different({**RESOLVED.description, "seed": 1, **dict.fromkeys("abcd", 1)})

    def test_summaries(self, store, url):
        store.set_n_trials(9)
        trial_of(store)
        store.fail(trial_of(store), reason="error", message="")
        store.enqueue(SPACE, proposal(4))
        optuna.create_study(storage=url, study_name="foreign")
        (summary,) = list_studies(url)
        assert summary.info.name == "toy"
        counts = (
            summary.n_trials,
            summary.n_complete,
            summary.n_failed,
            summary.n_running,
            summary.n_waiting,
        )
        assert counts == (9, 0, 1, 1, 1)
        assert summary.updated is not None
        assert not summary.searching
        with store.lease():
            assert list_studies(url)[0].searching

    @pytest.mark.usefixtures("store")
    def test_unknown_names_and_foreign_studies(self, url):
        with pytest.raises(UsageError, match="there is no study 'toi' in sqlite") as caught:
            StudyStore.open(url, "toi")
        assert caught.value.hint == "did you mean 'toy'? studies there: toy"
        study = optuna.create_study(storage=url, study_name="foreign")
        study.enqueue_trial({})
        with pytest.raises(UsageError, match="study 'foreign' is another program's"):
            StudyStore.open(url, "foreign")
        with pytest.raises(UsageError, match="study 'foreign' is another program's"):
            StudyStore.create(url, info("foreign"))

    def test_a_search_killed_while_it_created_the_study_just_creates_it(self, url):
        directions = ["minimize", "minimize"]
        optuna.create_study(storage=url, study_name="toy", directions=directions)
        with StudyStore.create(url, info()) as store:
            assert store.info.description == info().description
            assert store.records() == []

    def test_a_search_killed_while_it_created_the_tables_just_creates_them(self, tmp_path, url):
        with contextlib.closing(sqlite3.connect(tmp_path / "autonas.db")) as connection:
            connection.execute("CREATE TABLE studies (study_id INTEGER PRIMARY KEY, study_name VARCHAR(512))")
        assert check_database(url) is False
        with StudyStore.create(url, info()) as store:
            assert store.records() == []


class TestLease:
    def test_a_second_search_is_refused(self, store, url):
        with store.lease(), StudyStore.open(url, "toy") as other:
            message = rf"study 'toy' is being searched by process {os.getpid()} on \S+ since \d\d:\d\d \(just now\)$"
            with pytest.raises(UsageError, match=message) as caught, other.lease():
                pass
            assert "--name" in caught.value.hint
            with pytest.raises(UsageError, match=message):
                other.refuse_if_searching()
        store.refuse_if_searching()
        with store.lease():
            pass

    def test_two_studies_of_one_storage_can_be_searched(self, store, url):
        with StudyStore.create(url, info("other")) as other, store.lease(), other.lease():
            for name in ("toy", "other"):
                assert holder(store._storage.engine, name).alive

    def test_running_trials_of_a_dead_search_go_back_in_place(self, store):
        store.fail(trial_of(store, 1), reason="error", message="")
        running = trial_of(store, 2)
        store.enqueue(SPACE, proposal(3))
        with store.lease():
            assert [record.state for record in store.records()] == ["failed", "waiting", "waiting"]
            again = store.start(store.record(1))
        assert (again.number, again.genome) == (running.number, running.genome)

    def test_a_killed_process_holds_nothing(self, store, url):
        script = (
            "import sys, time\nfrom autonas.storage import StudyStore\n"
            f"with StudyStore.open({url!r}, 'toy') as store, store.lease():\n"
            "    print('held', flush=True)\n    time.sleep(600)\n"
        )
        with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as other:
            assert other.stdout.readline() == "held\n"
            with pytest.raises(UsageError, match=f"searched by process {other.pid}"), store.lease():
                pass
            other.kill()
        with store.lease():
            pass

    def test_a_pid_that_was_given_to_another_process_holds_nothing(self, store):
        engine = sa.create_engine(store._url)
        with held_lease(engine, "toy"):
            with engine.begin() as connection:
                connection.execute(sa.text("UPDATE autonas_leases SET process_start = 'earlier'"))
            assert not holder(engine, "toy").alive
            with store.lease():
                pass
        engine.dispose()

    def test_another_machine_is_believed_while_it_gives_signs_of_life(self, store):
        engine = sa.create_engine(store._url)
        with held_lease(engine, "toy"):
            set_lease = "UPDATE autonas_leases SET machine = 'far away', heartbeat = :time"
            with engine.begin() as connection:
                connection.execute(sa.text(set_lease), {"time": time.time() - 30})
            with pytest.raises(UsageError, match=r"being searched by process .* on far"):
                store.refuse_if_searching()
            with engine.begin() as connection:
                connection.execute(sa.text(set_lease), {"time": time.time() - 90})
            store.refuse_if_searching()
        engine.dispose()

    @pytest.mark.usefixtures("store")
    @pytest.mark.parametrize("jump", [-18_000, 18_000])
    def test_a_clock_that_jumps_takes_no_live_lease_and_keeps_no_dead_one(self, url, monkeypatch, jump):
        for name, seconds in (("_HEARTBEAT_SECONDS", 0.05), ("_WATCH_SECONDS", 0.5), ("_LOOK_SECONDS", 0.02)):
            monkeypatch.setattr(lease_module, name, seconds)
        engine = sa.create_engine(url)
        with held_lease(engine, "toy") as mine, StudyStore.open(url, "toy") as other:
            with engine.begin() as connection:
                connection.execute(sa.text("UPDATE autonas_leases SET machine = 'far away'"))
            now = time.time
            monkeypatch.setattr(lease_module.time, "time", lambda: now() + jump)
            with pytest.raises(UsageError, match="on far since"), other.lease():
                pass
            mine._stop.set()  # it dies without a word, and the clock jumps back
            mine._thread.join()
            monkeypatch.setattr(lease_module.time, "time", now)
            with engine.begin() as connection:
                connection.execute(sa.text(f"UPDATE autonas_leases SET heartbeat = {now() + abs(jump)}"))
            with other.lease(), pytest.raises(AutonasError, match="was taken over by another search"):
                mine.confirm()
        engine.dispose()

    @pytest.mark.parametrize(
        ("seconds", "said"),
        [
            (-7200, "just now"), (59, "just now"), (60, "1 minute ago"), (185, "3 minutes ago"), (7300, "2 hours ago"),
            (90_000, "1 day ago"), (200_000, "2 days ago"),
        ],
    )  # fmt: skip
    def test_since_when_is_said(self, seconds, said):
        since = time.mktime((2026, 1, 15, 12, 5, 0, 0, 0, -1))
        held = Holder(token="", machine="far", pid=7, process_start="", heartbeat=0.0, since=since, now=since + seconds)
        moment = "2026-01-15 12:05" if seconds > 80_000 else "12:05"
        assert str(held.refusal("toy")).endswith(f"by process 7 on far since {moment} ({said})")

    def test_a_table_of_before_times_were_kept(self, store, url):
        """Its holder is respected, and the table gets what it lacks."""
        engine = sa.create_engine(url)
        with held_lease(engine, "toy"), StudyStore.open(url, "toy") as other:
            with engine.begin() as connection:
                connection.execute(sa.text("ALTER TABLE autonas_leases DROP COLUMN since"))
            with pytest.raises(UsageError, match=r"searched by process \d+ on [^ ]+$"):
                other.refuse_if_searching()
            assert list_studies(url)[0].searching
            with pytest.raises(UsageError, match=r"searched by process \d+ on [^ ]+$"), other.lease():
                pass
        with store.lease(), pytest.raises(UsageError, match="since"):
            store.refuse_if_searching()
        engine.dispose()

    def test_what_could_not_be_given_free_does_not_lock_this_process_out(self, store, monkeypatch):
        monkeypatch.setattr(lease_module.Lease, "release", lambda lease: lease._stop.set())
        with store.lease():
            pass
        assert holder(store._storage.engine, "toy") is not None
        with store.lease():
            pass

    def test_who_was_taken_over_stops(self, store, monkeypatch):
        monkeypatch.setattr(lease_module, "_HEARTBEAT_SECONDS", 0.02)
        engine = sa.create_engine(store._url)
        with held_lease(engine, "toy") as mine:
            mine.check()
            with engine.begin() as connection:
                connection.execute(sa.text("UPDATE autonas_leases SET token = 'other'"))
            assert mine._lost.wait(20)
            with pytest.raises(AutonasError, match="study 'toy' was taken over by another search"):
                mine.check()
        assert holder(engine, "toy").token == "other", "its lease is left alone"
        engine.dispose()


class TestDatabases:
    def test_it_is_in_wal_mode_and_waits_for_others(self, store, tmp_path):
        with contextlib.closing(sqlite3.connect(tmp_path / "autonas.db")) as connection:
            assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        with store._storage.engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 60_000

    @pytest.mark.parametrize("read", [list_studies, lambda url: StudyStore.open(url, "toy")])
    def test_reading_creates_nothing(self, tmp_path, url, read):
        with pytest.raises(UsageError, match=r"there is no storage sqlite:///.*autonas\.db") as caught:
            read(url)
        assert "--storage" in caught.value.hint
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize(
        ("url", "message"),
        [
            ("autonas.db", "the storage must be a URL, got 'autonas.db'"),
            ("", "the storage must be a URL, got ''"),
            ("oracel://x/y", "unknown kind of storage in 'oracel://x/y'"),
            ("sqlite://", "'sqlite://' keeps nothing: a search needs a file"),
            ("sqlite:///:memory:", "keeps nothing"),
            ("sqlite:////absent/folder/a.db", "the folder /absent/folder of .* does not exist"),
            ("sqlite:////tmp", "/tmp is a folder, not a database"),
        ],
    )
    def test_bad_urls(self, url, message):
        with pytest.raises(UsageError, match=message) as caught:
            StudyStore.create(url, info())
        assert caught.value.hint

    @pytest.mark.parametrize(
        ("url", "shown"),
        [
            ("postgresql://me:secret@host/x", "postgresql://me:***@host/x"),
            ("postgresql://me:se:cr/et@host/x", "postgresql://me:***@host/x"),
            ("postgresql://me:sec@ret@host/x", "postgresql://me:***@host/x"),
            ("postgresql://:secret@host/x", "postgresql://:***@host/x"),
            ("postgresql:///x?host=h&Password=secret&user=me", "postgresql:///x?host=h&Password=***&user=me"),
            ("postgresql://me@host:5432/x", "postgresql://me@host:5432/x"),
            ("sqlite:///a:b/c@d.db", "sqlite:///a:b/c@d.db"),
        ],
    )
    def test_passwords_are_not_shown(self, url, shown):
        assert masked(url) == shown

    def test_a_missing_driver(self):
        with pytest.raises(UsageError, match=r"the driver for mysql.* is not installed"):
            StudyStore.create("mysql+mysqldb://nobody@localhost/x", info())

    def test_other_files_are_refused_untouched(self, tmp_path, url):
        file = tmp_path / "autonas.db"
        file.write_text("no database, but quite a long text " * 9)
        with pytest.raises(UsageError, match="cannot be read as a database: file is not a database"):
            StudyStore.create(url, info())
        assert file.read_text().startswith("no database")
        file.unlink()
        with contextlib.closing(sqlite3.connect(file)) as connection:
            connection.execute("CREATE TABLE bookmarks (url TEXT)")
        before = file.read_bytes()
        for attempt in (lambda: StudyStore.create(url, info()), lambda: list_studies(url)):
            with pytest.raises(UsageError, match="is the database of another program"):
                attempt()
        assert file.read_bytes() == before

    def test_an_empty_file_may_become_a_storage(self, tmp_path, url):
        (tmp_path / "autonas.db").touch()
        with pytest.raises(UsageError, match="there is no storage"):
            list_studies(url)
        with StudyStore.create(url, info()) as store:
            assert store.records() == []

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
    def test_a_folder_that_is_not_writable(self, tmp_path, url):
        tmp_path.chmod(0o500)
        try:
            with pytest.raises(UsageError, match=r"the folder .* is not writable"):
                StudyStore.create(url, info())
        finally:
            tmp_path.chmod(0o700)

    def test_a_full_disk_is_one_line_with_a_hint_and_loses_nothing(self, store, url):
        store.fail(trial_of(store), reason="error", message="")
        trial = trial_of(store)

        def fill(connection, _):
            connection.execute("PRAGMA max_page_count = 1")

        sa.event.listen(store._storage.engine, "connect", fill)
        store._storage.engine.dispose()
        with pytest.raises(AutonasError, match=r"failed: database or disk is full$") as caught:
            store.fail(trial, reason="error", message="long " * 100_000)
        assert caught.value.hint == "free some space; the same command goes on where it stopped"
        assert caught.value.exit_code == 1
        store.close()
        with StudyStore.open(url, "toy") as again:
            assert [record.state for record in again.records()] == ["failed", "running"]

    def test_every_complaint_has_a_hint(self):
        for text, hint in (("attempt to write a readonly database", "writable"), ("odd", "check the URL")):
            with pytest.raises(AutonasError, match=text) as caught, database_errors("sqlite:///x"):
                raise sqlite3.OperationalError(text)
            assert hint in caught.value.hint
