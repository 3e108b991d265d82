"""PostgreSQL as the storage: the same results as SQLite, one search a study, and connections that are cut."""

from __future__ import annotations

import contextlib
import gc
import json
import os
import re
import shlex
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import quote

import pytest
import sqlalchemy as sa
from click.testing import CliRunner
from postgres import PASSWORD, CuttingProxy

from autonas import lease as lease_module
from autonas import server as server_module
from autonas.cli import cli
from autonas.database import check_database
from autonas.errors import AutonasError, UsageError
from autonas.proposer import Proposal
from autonas.records import study_info
from autonas.resolve import resolve_study
from autonas.runs import Place
from autonas.search import Events, run_search
from autonas.storage import StudyStore, list_studies

TOY = str(Path(__file__).parents[1] / "toy.py")
CHILD = str(Path(__file__).parents[1] / "toy_search.py")
RESOLVED = resolve_study(TOY, overrides=[("trainer.seconds", "0.03")])


@pytest.fixture
def url(postgres):
    return postgres.new_database()


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """What a search finds that nothing disturbs, on SQLite."""
    folder = tmp_path_factory.mktemp("whole")
    storage = f"sqlite:///{folder}/autonas.db"
    run_search(RESOLVED, Place(storage_url=storage, out=folder, cache=folder))
    return essence(storage)


def essence(url: str, name: str = "toy") -> list[tuple[object, ...]]:
    """What must depend neither on the database nor on what happened to it."""
    with StudyStore.open(url, name) as store:
        return [(r.number, r.state, dict(r.genome), r.values, r.generation, r.origin) for r in store.records()]


def create(url: str, name: str = "toy") -> StudyStore:
    return StudyStore.create(url, study_info(RESOLVED, name, 0, RESOLVED.description))


def child(url: str, folder: Path, name: str = "toy", *, seconds: float = 0.03) -> subprocess.Popen[str]:
    """Starts a search in a process of its own."""
    command = [sys.executable, CHILD, TOY, str(folder), url, name, str(seconds)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def run(*args: str, code: int = 0):
    """Runs autonas in this process, which is faster than another, and returns its result."""
    result = CliRunner().invoke(cli, args, prog_name="autonas")
    assert result.exit_code == code, result.output
    return result


def refused(*args: str) -> str:
    """Runs autonas with bad input and returns its error and its hint."""
    result = run(*args, code=2)
    assert len(result.stderr.splitlines()) == 2, result.stderr
    assert result.stdout == ""
    return result.stderr


class TestCommands:
    def test_every_command_takes_it_and_results_are_those_of_sqlite(self, postgres, whole, tmp_path, monkeypatch):
        """As a user with a password, which nothing shows."""
        monkeypatch.chdir(tmp_path)
        database = postgres.new_database()
        url = database.replace("autonas@", f"guarded:{quote(PASSWORD, safe='')}@")
        shown = database.replace("autonas@", "guarded:***@")
        storage = ("--storage", url)
        search = ("search", "--study", TOY, "--device", "cpu", *storage)
        said = run(*search).output
        assert f"autonas dashboard --study toy --storage '{shown}'" in said
        assert f"--storage '{shown}'" in said
        assert essence(url) == whole
        outputs = [said, run("--debug", *search, "--trials", "7").output]
        for command in ("status", "front", "trials", "show 0", "compare toy toy", "doctor"):
            outputs.append(run(*command.split(), *storage).output)
            as_json = run(*command.split(), *storage, "--json").stdout
            outputs.append(as_json)
            assert json.loads(as_json)["storage"] in (shown, {"url": shown, "studies": 1, "error": None})
        outputs.append(run("promote", "0", *storage, code=2).output)
        assert "does not say how to promote" in outputs[-1], "it has found the trial; the study has no promotion"
        outputs.append(refused("show", "7", *storage, "--study", "toi"))
        assert f"there is no study 'toi' in {shown}" in outputs[-1]
        for output in outputs:
            assert PASSWORD not in output
            assert quote(PASSWORD, safe="") not in output

    def test_commands_of_the_documentation(self, url, tmp_path, monkeypatch):
        """With the toy study in place of the one that is shown."""
        monkeypatch.chdir(tmp_path)
        text = (Path(__file__).parents[2] / "docs" / "storage.md").read_text()
        (block,) = re.findall(r"^```sh\n(.*?)^```", text, flags=re.DOTALL | re.MULTILINE)
        commands = [shlex.split(line) for line in block.splitlines()]
        assert [words[1] for words in commands] == ["search", "status", "front"]
        for program, *words in commands:
            assert program == "autonas"
            assert words[-1].startswith("postgresql+psycopg://")
            assert "toy" in run(*[TOY if word == "smoke" else word for word in words[:-1]], url).output

    def test_reading_creates_nothing(self, postgres, url):
        assert check_database(url) is False
        assert "there is no storage postgresql" in refused("status", "--storage", url)
        assert postgres.execute("SELECT * FROM pg_tables WHERE schemaname = 'public'", url.rpartition("/")[2]) == []


class TestRefusals:
    """Bad URLs and servers: one line, one hint, no password."""

    def test_what_the_server_says_no_to(self, postgres):
        with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as other:
            free = other.getsockname()[1]
        good = postgres.url("postgres", user="guarded")
        for url, message, hint in (
            (f"postgresql+psycopg://me:secret@127.0.0.1:{free}/x", r"cannot be opened: .*refused", "start the server"),
            (good.replace("guarded", "guarded:secret"), "password authentication failed", r"~/\.pgpass"),
            (good, "no password supplied", r"\$PGPASSWORD"),
            (postgres.url("absent"), 'database "absent" does not exist', "createdb"),
            (postgres.url("postgres", user="nobody"), 'role "nobody" does not exist', "createuser"),
        ):
            for command in (("status",), ("search", "--study", TOY)):
                said = refused(*command, "--storage", url)
                assert re.search(message, said), said
                assert re.search(f"\nhint: .*{hint}", said), said
                assert "secret" not in said
            debugged = CliRunner().invoke(cli, ("--debug", "status", "--storage", url))
            assert "Traceback" in debugged.output
            assert "secret" not in debugged.output

    def test_a_missing_driver(self, monkeypatch):
        install = r"hint: pip install 'autonas\[postgres\]', and let the URL begin with postgresql\+psycopg://"
        monkeypatch.setitem(sys.modules, "psycopg", None)
        monkeypatch.setitem(sys.modules, "psycopg2", None)
        for scheme in ("postgresql", "postgresql+psycopg", "postgresql+psycopg2"):
            said = refused("status", "--storage", f"{scheme}://me:secret@127.0.0.1/x")
            assert re.search(rf"the driver for {re.escape(scheme)}://me:\*\*\*@127.0.0.1/x is not installed", said)
            assert re.search(install, said)

    @pytest.mark.parametrize(
        ("url", "message"),
        [
            ("postgres://me:secret@h/x", r"unknown kind of storage in 'postgres://me:\*\*\*@h/x'"),
            ("postgresql+odd://me:secret@h/x", r"unknown kind of storage in 'postgresql\+odd://me:\*\*\*@h/x'"),
            ("postgresql://me:secret@h:port/x", r"must be a URL, got 'postgresql://me:\*\*\*@h:port/x'"),
            ("postgresql://me:sec@ret@h/x", r"the password in 'postgresql://me:\*\*\*@h/x' has an @"),
        ],
    )
    def test_malformed(self, url, message):
        said = refused("status", "--storage", url)
        assert re.search(message, said), said
        assert "sec" not in said
        assert "ret" not in said

    @pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
    def test_a_user_who_may_not_create_tables(self, postgres, url):
        postgres.execute("CREATE ROLE reader LOGIN")
        with pytest.raises(AutonasError, match="permission denied for schema public") as caught:
            create(url.replace("autonas@", "reader@"))
        assert "GRANT CREATE" in caught.value.hint
        del caught
        gc.collect()  # of the connection that Optuna left open


class TestLease:
    def test_of_searches_that_start_together_on_an_empty_database_one_goes_on(self, url, tmp_path):
        children = [child(url, tmp_path / str(number), seconds=20) for number in range(4)]
        try:
            wait_until(lambda: sum(process.poll() is not None for process in children) == 3, seconds=90)
            (winner,) = [process for process in children if process.poll() is None]
            assert [(number, state) for number, state, *_ in essence(url)] == [(0, "running")]
        finally:
            for process in children:
                process.kill()
            outputs = [process.communicate()[0] for process in children]
        who = rf"UsageError: study 'toy' is being searched by process {winner.pid} on \S+ since \d\d:\d\d \(just now\)"
        assert sum(bool(re.search(who, output)) for output in outputs) == 3, outputs

    def test_different_settings_that_start_together_do_not_mix(self, url):
        """Only one description of a study is ever stored, and whoever has another is told."""

        def make(seed):
            with StudyStore.create(url, study_info(RESOLVED, "toy", seed, {"seed": seed})) as store:
                found.append((seed, store.info.seed))

        found: list[tuple[int, int]] = []
        threads = [threading.Thread(target=make, args=(seed,)) for seed in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(found) == 4
        assert len({stored for _, stored in found}) == 1

    @pytest.mark.parametrize("hours", [-5, 5])
    def test_a_jump_of_the_servers_clock_takes_no_live_lease_and_keeps_no_dead_one(self, url, monkeypatch, hours):
        monkeypatch.setattr(lease_module, "_HEARTBEAT_SECONDS", 0.1)
        monkeypatch.setattr(lease_module, "_WATCH_SECONDS", 1.0)
        monkeypatch.setattr(lease_module, "_LOOK_SECONDS", 0.1)
        far = "UPDATE autonas_leases SET machine = 'far away'"
        jumped = sa.cast(sa.extract("epoch", sa.func.clock_timestamp()) + 3600 * hours, sa.Double)
        with create(url) as store, create(url) as other, store.lease() as mine:
            engine = store._storage.engine
            with engine.begin() as connection:
                connection.execute(sa.text(far))
            monkeypatch.setattr(lease_module, "_now", lambda _: jumped)  # heartbeats, too, once they come
            with pytest.raises(UsageError, match=r"searched by process .* on far since"), other.lease():
                pass
            mine.confirm()
            mine._stop.set()  # it dies without a word
            mine._thread.join()
            monkeypatch.undo()  # the clock jumps back
            monkeypatch.setattr(lease_module, "_WATCH_SECONDS", 1.0)
            monkeypatch.setattr(lease_module, "_LOOK_SECONDS", 0.1)
            with other.lease() as theirs:
                theirs.confirm()
                with pytest.raises(AutonasError, match="was taken over by another search"):
                    mine.confirm()

    def test_who_was_taken_over_writes_nothing_more(self, url):
        with create(url) as store, store.lease():
            waiting = propose(store, 0)
            with store._storage.engine.begin() as connection:
                connection.execute(sa.text("UPDATE autonas_leases SET token = 'other'"))
            for write in (lambda: store.start(waiting), lambda: propose(store, 1), store.recover):
                with pytest.raises(AutonasError, match="study 'toy' was taken over by another search"):
                    write()
            assert [record.state for record in store.records()] == ["waiting"]


def propose(store: StudyStore, number: int):
    space = RESOLVED.study.space
    genome = {"layers": 1 + number % 9, "norm": "none"}
    return store.enqueue(space, Proposal(genome, space.decode(genome), 0, "random"))


class TestCuts:
    @pytest.mark.parametrize("how", ["undelivered", "unanswered", "unnoticed"])
    def test_at_any_commit(self, postgres, url, how, monkeypatch, caplog):
        """Whether the server has heard of the commit or only its answer is lost: nothing is lost or doubled."""
        monkeypatch.setattr(server_module, "_FIRST_PAUSE", 0.01)
        if how == "unnoticed":
            monkeypatch.setattr(server_module, "_IDLE", "500ms")
        proxy = CuttingProxy(postgres.port)
        proxy.how = how
        with create(url.replace(f":{postgres.port}/", f":{proxy.port}/")) as store, store.lease():
            number = cuts = 0
            while True:  # one trial after the other, each cut one commit later
                before = proxy.commits
                proxy.cut_at = before + number + 1
                waiting = propose(store, number)
                assert waiting.number == number
                values = {"metrics": {"loss": 1.0}, "violations": {"loss": -1.0}, "seconds": 1.0}
                record = store.complete(store.start(waiting), [1.0, 2.0], **values)
                assert (record.state, record.values, record.metrics) == ("complete", (1.0, 2.0), {"loss": 1.0})
                if proxy.commits < proxy.cut_at:
                    proxy.cut_at = 0
                    break
                number, cuts = number + 1, cuts + 1
            assert cuts >= 3, "add, start and the end"
            assert [(r.number, r.state) for r in store.records()] == [(n, "complete") for n in range(number + 1)]
        proxy.close()
        assert len([r for r in caplog.records if "lost the connection" in r.message]) >= cuts

    def test_again_and_again_during_a_search(self, postgres, url, tmp_path, whole):
        def cut():
            while not done.wait(0.2):
                counts.append(postgres.cut(url.rpartition("/")[2]))

        counts: list[int] = []
        done = threading.Event()
        cutter = threading.Thread(target=cut)

        process = child(url, tmp_path, seconds=0.3)
        assert process.stdout is not None
        output = [next(process.stdout)]
        cutter.start()
        output += process.communicate(timeout=120)[0].splitlines()
        done.set()
        cutter.join()
        assert process.returncode == 0, output
        assert sum(counts) > 3
        assert essence(url) == whole

    def test_the_server_restarts_during_a_search(self, postgres, url, tmp_path, whole):
        process = child(url, tmp_path)
        assert process.stdout is not None
        before = [next(process.stdout) for _ in range(5)]
        postgres.stop()
        time.sleep(2)
        postgres.start()
        output = "".join(before) + process.communicate(timeout=120)[0]
        assert process.returncode == 0, output
        assert output.count("lost the connection to the storage") == 1, output
        assert essence(url) == whole

    def test_a_server_that_stays_away_ends_the_search_with_one_line(self, postgres, tmp_path, monkeypatch, whole):
        url = postgres.new_database().replace("autonas@", "autonas:secret@")
        place = Place(storage_url=url, out=tmp_path, cache=tmp_path)
        monkeypatch.setattr("autonas.storage.RETRY_SECONDS", 1.0)
        stopped = []

        def stop(*_):
            if not stopped:
                postgres.stop()
                stopped.append(time.monotonic())

        events = Events(finished=stop)
        try:
            with pytest.raises(AutonasError, match=r"^lost the connection to postgresql\S+:\*\*\*@\S+: .*") as caught:
                run_search(RESOLVED, place, events=events)
            assert time.monotonic() - stopped[0] < 10, "cleaning up does not wait once more"
            assert "the same command goes on" in caught.value.hint
            assert caught.value.exit_code == 1
        finally:
            postgres.start()
        assert essence(url)[0][1] == "complete"
        run_search(RESOLVED, place)
        assert essence(url) == whole

    def test_kill_9_leaves_nothing_running(self, url, tmp_path, whole):
        process = child(url, tmp_path)
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith("progress 3"):
                break
        process.kill()
        process.communicate()
        assert "running" in {state for _, state, *_ in essence(url)}
        assert [(s.searching, s.n_running) for s in list_studies(url)] == [(False, 1)]
        again = child(url, tmp_path)
        assert "ended finished" in again.communicate(timeout=120)[0]
        assert essence(url) == whole


def test_two_studies_and_a_dashboard_at_once(url, tmp_path, whole):
    """Both searches and Optuna's dashboard, each a process, on one database."""
    create(url, "empty").close()
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    pytest.importorskip("optuna_dashboard", reason="optuna-dashboard is not installed")
    serve = [sys.executable, "-c", "from optuna_dashboard._cli import main; main()", url]
    dashboard = subprocess.Popen(
        [*serve, "--host", "127.0.0.1", "--port", str(port)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "PYTHONWARNINGS": "ignore"},
    )  # fmt: skip
    try:
        wait_until(lambda: names_shown(port) == {"empty"}, seconds=60)
        searches = [child(url, tmp_path, name) for name in ("first", "second")]
        wait_until(lambda: names_shown(port) == {"empty", "first", "second"}, seconds=60)
        while any(process.poll() is None for process in searches):
            assert names_shown(port) == {"empty", "first", "second"}
            time.sleep(0.05)
        for process in searches:
            assert process.wait() == 0, process.stdout.read()
            process.stdout.close()
        assert names_shown(port) == {"empty", "first", "second"}
    finally:
        dashboard.terminate()
        dashboard.wait(timeout=60)
    assert essence(url, "first") == essence(url, "second") == whole
    with StudyStore.open(url, "first") as store:
        assert {record.state for record in store.records()} == {"complete"}


def names_shown(port: int) -> set[str]:
    """Returns the studies that a dashboard shows."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/studies", timeout=30) as answer:
            return {study["study_name"] for study in json.load(answer)["study_summaries"]}
    except urllib.error.URLError:
        return set()


def wait_until(condition, *, seconds: float) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.1)
