"""The command line in this process: options, output, and one line with a hint for every bad input."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from table_study import STUDY, refused, run

from autonas.defaults import default_cache
from autonas.places import parse_overrides
from autonas.watch import SearchOptions


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """An empty working folder with a study file; afterwards `untouched` can look at it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AUTONAS_CACHE", str(tmp_path / "cache"))
    Path("mine.py").write_text(STUDY)
    return tmp_path


def untouched(folder: Path) -> bool:
    return {path.name for path in folder.iterdir()} <= {"mine.py", "__pycache__"}


def test_help_imports_nothing_heavy():
    code = "import sys, autonas.cli; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert not {"optuna", "numpy", "pandas", "rich", "sqlalchemy", "torch"} & set(loaded)


def test_help_lists_every_command():
    text = run("--help").stdout
    for command in (
        "search",
        "front",
        "trials",
        "show",
        "report",
        "status",
        "compare",
        "data",
        "doctor",
        "refine",
        "promote",
        "generate",
    ):
        assert f"\n  {command}" in text


def test_version():
    assert run("--version").stdout.startswith("autonas 0.")


def test_search_prints_a_line_a_candidate_the_front_and_what_next(folder):
    text = run("search", "--study", "mine.py", "--trials", "4").stdout
    lines = text.splitlines()
    assert sum(line.startswith("trial ") for line in lines) == 4
    assert "4 trials finished" in text
    assert "on the front of" in text
    assert "autonas search --study mine.py --trials 8" in text
    assert "autonas show " in text
    assert (folder / "autonas.db").exists()


@pytest.mark.usefixtures("folder")
def test_search_stops_when_its_front_is_stable():
    search = ("search", "--study", "mine.py", "--set", "population_size=4", "--trials", "24", "--until-stable")
    text = run(*search).stdout
    assert "stable after " in text
    assert "autonas search --study mine.py --trials 48 --set population_size=4" in text, "longer is without the rule"
    study = json.loads(run("status", "--json").stdout)["studies"][0]
    assert 12 <= study["complete"] + study["failed"] < 24
    assert study["recent_gain"] < 0.01
    assert run(*search, "0.5").stdout.count("trial ") == 1, "there is nothing to do"
    assert "--until-stable" in refused("search", "--study", "mine.py", "--until-stable", "2")


@pytest.mark.usefixtures("folder")
def test_a_candidate_beyond_its_time_fails_and_the_search_goes_on():
    toy = str(Path(__file__).parents[1] / "toy.py")
    hangs = ("--set", "trainer.hangs_at=2", "--device", "cpu")  # the first candidate
    text = run("search", "--study", toy, *hangs, "--trials", "2", "--candidate-minutes", "0.1").stdout
    assert "2 trials finished" in text
    trials = json.loads(run("trials", "--json").stdout)["trials"]
    assert [(trial["state"], trial["reason"]) for trial in trials] == [("failed", "timed out"), ("complete", None)]


@pytest.mark.usefixtures("folder")
def test_search_goes_on_to_a_higher_total():
    run("search", "--study", "mine.py", "--trials", "2")
    text = run("search", "--study", "mine.py", "--trials", "3").stdout
    assert "going on after 2 finished candidates" in text
    assert "3 trials finished" in text
    again = run("search", "--study", "mine.py", "--trials", "3").stdout
    assert "--trials raises the total" in again


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--study", "codelmm"], r"unknown study 'codelmm'\nhint: did you mean 'codelm'\?"),
        (["--study", "nowhere.py"], "there is no study file nowhere.py"),
        (
            ["--study", "mine.py", "--set", "space.width=64"],
            "unknown field 'width'\nhint: did you mean 'widths'",
        ),
        (
            ["--study", "mine.py", "--set", "n_trial=3"],
            "unknown field 'n_trial'\nhint: did you mean 'n_trials'",
        ),
        (["--study", "mine.py", "--set", "space.widths"], "--set needs FIELD=VALUE, got 'space.widths'"),
        (["--study", "mine.py", "--set", "space.widths=64,90"], "width 90 is not a multiple of 4 heads"),
        (
            ["--study", "mine.py", "--set", "n_trials=-3"],
            "n_trials must be a whole number of at least 1, got -3",
        ),
        (["--study", "mine.py", "--trials", "-1"], "--trials must be at least 1, got -1"),
        (["--study", "mine.py", "--trials", "0"], "--trials must be at least 1, got 0"),
        (["--study", "mine.py", "--trials", "many"], "'many' is not a valid integer"),
        (["--study", "mine.py", "--seed", "-1"], "seed must be 0 or more, got -1"),
        (["--study", "mine.py", "--name", "a/b"], "a study's name must be"),
        (["--study", "mine.py", "--device", "cuda"], "trains nothing, so it has no use for cuda"),
        (["--study", "mine.py", "--storage", "autonas.db"], "the storage must be a URL, got 'autonas.db'"),
        (
            ["--study", "mine.py", "--storage", "sqlite:///no/such.db"],
            "folder no of sqlite:///no/such.db does not",
        ),
        (["--study", "mine.py", "--storage", "foo:///a.db"], "unknown kind of storage"),
        (["--study", "mine.py", "--storage", "sqlite:///mine.py"], "mine.py cannot be read as a database"),
        (["--study", "mine.py", "--out", "mine.py/runs"], "mine.py/runs cannot be written to"),
        (["--study", "mine.py", "--out", "/proc/runs"], "/proc/runs cannot be written to"),
        (["--study", "mine.py", "--cache", "mine.py/cache"], "mine.py/cache cannot be written to"),
        (["--study", "mine.py", "--candidate-memory", "0"], "0.0 is not in the range x>0"),
        (["--study", "mine.py", "--candidate-minutes", "5"], "trains nothing knows no limits"),
        (["--sed", "3"], "no such option '--sed'\nhint: did you mean --se"),
    ],
)
def test_bad_input_to_search_is_refused_and_touches_nothing(folder, args, message):
    text = refused("search", *args)
    assert re.search(message if "\\" in message else re.escape(message), text), text
    assert untouched(folder)


@pytest.mark.usefixtures("folder")
def test_another_seed_is_refused_naming_it_and_the_way_out():
    run("search", "--study", "mine.py", "--trials", "3")
    text = refused("search", "--study", "mine.py", "--trials", "3", "--seed", "7")
    assert "seed 0 -> 7" in text
    assert "--name" in text


@pytest.mark.usefixtures("folder")
def test_a_broken_study_file_is_one_line():
    Path("broken.py").write_text("study = 1 / 0\n")
    assert "broken.py could not be loaded: ZeroDivisionError: division by zero (broken.py:1)" in refused(
        "search", "--study", "broken.py"
    )
    Path("broken.py").write_text("study = 3\n")
    assert "broken.py must be a Study or a function that returns one, got int" in refused(
        "search", "--study", "broken.py"
    )


@pytest.mark.usefixtures("folder")
def test_a_full_disk_is_one_line(monkeypatch):
    import errno

    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device", "runs")

    monkeypatch.setattr("tempfile.TemporaryFile", full)
    assert "No space left on device" in refused("search", "--study", "mine.py")


def test_too_little_space_is_one_line(monkeypatch, folder):
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=1_500_000))
    text = refused("search", "--study", "mine.py")
    assert "only 1.5 MB are free for " in text
    assert "hint: free some space" in text
    assert untouched(folder)


def test_unknown_command_offers_the_nearest():
    assert "did you mean search?" in refused("serach")


@pytest.mark.usefixtures("folder")
def test_debug_shows_the_traceback():
    result = run("--debug", "search", "--study", "nowhere.py", code=2)
    assert "Traceback" in result.stderr
    assert "error: there is no study file nowhere.py" in result.stderr


@pytest.mark.parametrize("command", [["front"], ["trials"], ["show", "0"], ["status"], ["compare", "a", "b"]])
def test_reading_without_a_storage_is_refused_and_creates_none(folder, command):
    assert "there is no storage sqlite:///autonas.db" in refused(*command)
    assert untouched(folder)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("command", [["front"], ["trials"], ["show", "0"]])
def test_reading_an_empty_storage_is_refused(command):
    from autonas.database import open_database

    open_database("sqlite:///autonas.db", create=True).engine.dispose()
    assert "there are no studies in sqlite:///autonas.db yet\nhint: autonas search starts one" in refused(*command)


@pytest.mark.usefixtures("folder")
def test_status_of_an_empty_storage_says_so():
    from autonas.database import open_database

    open_database("sqlite:///autonas.db", create=True).engine.dispose()
    assert "no studies in sqlite:///autonas.db yet" in run("status").stdout
    assert json.loads(run("status", "--json").stdout)["studies"] == []


@pytest.mark.usefixtures("folder")
def test_no_finished_candidate():
    args = ("search", "--study", "mine.py", "--set", "constraints.parameters=1")
    assert "error: " in run(*args, code=1).stderr


@pytest.mark.usefixtures("folder")
def test_data_of_a_study_without_a_corpus_is_refused():
    assert "the trainer of study 'mine.py' names no corpus" in refused("data", "--study", "mine.py")


def test_doctor_finds_an_unusable_cache(folder):
    data = json.loads(run("doctor", "--cache", "mine.py/cache", "--json").stdout)
    assert {"versions", "machine", "devices", "kernels", "studies", "storage", "cache", "disk", "problems"} == set(data)
    assert any("mine.py/cache is not writable" in problem for problem in data["problems"])
    assert untouched(folder)


def test_cache_folder_follows_the_environment(monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", "/x")
    monkeypatch.delenv("AUTONAS_CACHE", raising=False)
    assert default_cache() == Path("/x/autonas")
    monkeypatch.setenv("AUTONAS_CACHE", "/y")
    assert default_cache() == Path("/y")
    monkeypatch.delenv("AUTONAS_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "/home/someone")
    assert default_cache() == Path("/home/someone/.cache/autonas")


def test_overrides_may_hold_equal_signs():
    assert parse_overrides(["a.b=c=d", " n = 3 "]) == (("a.b", "c=d"), ("n", "3"))


def test_command_repeats_only_what_was_given():
    options = SearchOptions(
        study="my study.py",
        trials=None,
        device="auto",
        seed=3,
        storage="sqlite:///autonas.db",
        name=None,
        out=Path("runs"),
        cache=None,
        overrides=("budget.tokens=2e6",),
        workers="2",
        deterministic=True,
    )
    expected = "autonas search --study 'my study.py' --seed 3 --workers 2 --deterministic --set budget.tokens=2e6"
    assert options.command() == expected
