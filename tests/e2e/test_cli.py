"""The command line in this process: options, output, and one line with a hint for every bad input."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from autonas.cli import cli
from autonas.defaults import default_cache
from autonas.places import parse_overrides
from autonas.storage import StudyStore
from autonas.watch import SearchOptions

STUDY = """
from dataclasses import dataclass

from autonas.errors import CandidateError
from autonas.protocols import Gene
from autonas.study import Objective, Study


@dataclass(frozen=True)
class Shape:
    layers: int
    width: int


@dataclass(frozen=True)
class Space:
    widths: tuple[int, ...] = (64, 96, 128)
    heads: int = 4

    def __post_init__(self):
        for width in self.widths:
            if width % self.heads:
                raise ValueError(f"width {width} is not a multiple of {self.heads} heads")

    @property
    def genes(self):
        return Gene(name="layers", choices=tuple(range(1, 9))), Gene(name="width", choices=self.widths)

    def decode(self, genome):
        return Shape(**genome)

    def seeds(self):
        return []


class Score:
    metrics = ("loss", "parameters")
    stage = "shape"

    def evaluate(self, shape, context):
        if shape.layers == 3:
            raise CandidateError("three layers never train", reason="not finite")
        loss = 4 * (shape.layers * shape.width) ** -0.1
        return {"loss": loss, "loss.low": loss - 0.1, "loss.high": loss + 0.1,
                "parameters": 12 * shape.layers * shape.width**2}


study = Study(
    name="table",
    space=Space(),
    objectives=(Objective(metric="loss"), Objective(metric="parameters")),
    evaluators=(Score(),),
    n_trials=8,
)
"""


def run(*args: str, code: int = 0):
    """Runs autonas and returns its result; checks the exit code."""
    result = CliRunner().invoke(cli, args, prog_name="autonas", catch_exceptions=False)
    assert result.exit_code == code, result.output
    return result


def refused(*args: str) -> str:
    """Runs autonas with bad input and returns its two lines: an error and a hint."""
    result = run(*args, code=2)
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert len(lines) == 2, result.stderr
    assert lines[0].startswith("error: ")
    assert lines[1].startswith("hint: ")
    return result.stderr


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """An empty working folder with a study file; afterwards `untouched` can look at it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AUTONAS_CACHE", str(tmp_path / "cache"))
    Path("mine.py").write_text(STUDY)
    return tmp_path


@pytest.fixture(scope="module")
def searched(tmp_path_factory) -> Path:
    """A folder in which two searches have been run; for reading."""
    folder = tmp_path_factory.mktemp("searched")
    (folder / "mine.py").write_text(STUDY)
    here = Path.cwd()
    os.chdir(folder)
    try:
        run("search", "--study", "mine.py", "--cache", "cache")
        run("search", "--study", "mine.py", "--cache", "cache", "--seed", "1", "--name", "other")
    finally:
        os.chdir(here)
    return folder


@pytest.fixture
def reading(searched, monkeypatch) -> Path:
    monkeypatch.chdir(searched)
    return searched


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


@pytest.mark.usefixtures("reading")
def test_reading_takes_the_study_used_last_and_says_which():
    result = run("front")
    assert "study 'other' of 2 in sqlite:///autonas.db; --study chooses another" in result.stderr
    assert "other: " in result.stdout
    assert "table: " in run("front", "--study", "table").stdout
    assert "table: " in run("front", "--name", "table").stdout


@pytest.mark.usefixtures("reading")
def test_unknown_study_or_trial_is_refused():
    assert "there is no study 'tabel'" in refused("front", "--study", "tabel")
    assert "did you mean 'table'?" in refused("front", "--study", "tabel")
    assert "study 'table' has no trial 99\nhint: trials there: 0 to 7" in refused("show", "99", "--study", "table")


@pytest.mark.usefixtures("reading")
def test_front_json_agrees_with_the_table():
    data = json.loads(run("front", "--study", "table", "--json").stdout)
    assert data["study"] == "table"
    table = run("front", "--study", "table").stdout
    for candidate in data["front"]:
        shape = candidate["shape"]
        assert f"layers={shape['layers']} width={shape['width']}" in table
    assert sum(candidate["knee"] for candidate in data["front"]) == 1
    few = json.loads(run("front", "--study", "table", "--json", "--few", "2").stdout)
    assert len(few["front"]) == min(2, len(data["front"]))
    assert all(candidate in data["front"] for candidate in few["front"])
    assert "the whole front" in refused("front", "--study", "table", "--few", "2", "--plot")


@pytest.mark.usefixtures("reading")
def test_trials_csv_has_every_column(tmp_path):
    import pandas as pd

    text = run("trials", "--study", "table", "--csv", str(tmp_path / "t.csv")).stdout
    frame = pd.read_csv(tmp_path / "t.csv")
    assert f"wrote 8 trials with {len(frame.columns)} columns" in text
    assert {"trial", "state", "loss", "loss.low", "parameters", "shape.width"} <= set(frame.columns)
    assert run("trials", "--study", "table", "--csv", "-").stdout == (tmp_path / "t.csv").read_text()


@pytest.mark.usefixtures("reading")
def test_trials_csv_to_a_place_that_is_none_is_refused():
    assert "hint: " in refused("trials", "--study", "table", "--csv", "no/such/t.csv")


@pytest.mark.usefixtures("reading")
def test_trials_show_failures():
    text = run("trials", "--study", "table").stdout
    data = json.loads(run("trials", "--study", "table", "--json").stdout)["trials"]
    failures = [trial for trial in data if trial["state"] == "failed"]
    assert text.count("failed: not finite") == len(failures) > 0


@pytest.mark.usefixtures("reading")
def test_show_draws_one_candidate():
    text = run("show", "2", "--study", "table").stdout
    data = json.loads(run("show", "2", "--study", "table", "--json").stdout)
    assert "trial 2 of table" in text
    assert re.search(rf"width +{data['shape']['width']}", text)
    assert data["parts"] == []
    assert "trial 2 cannot be drawn: the space of 'table' draws no shapes" in refused(
        "show", "2", "--study", "table", "--png", "a.png"
    )
    assert not Path("a.png").exists()


def test_status_is_watched_until_ctrl_c(searched, tmp_path):
    shutil.copy(searched / "autonas.db", tmp_path)
    with subprocess.Popen(
        [sys.executable, "-m", "autonas.cli", "status", "--watch"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as watching:
        assert watching.stdout is not None
        assert next(line for line in watching.stdout if "8 of 8" in line)
        with StudyStore.open(f"sqlite:///{tmp_path}/autonas.db", "table") as store:
            store.set_n_trials(12)
        assert next(line for line in watching.stdout if "8 of 12" in line)
        watching.send_signal(signal.SIGINT)
        _, errors = watching.communicate(timeout=60)
    assert (watching.returncode, errors) == (0, "")


@pytest.mark.usefixtures("reading")
def test_watching_is_for_people():
    assert "--watch is for people" in refused("status", "--watch", "--json")
    assert "--plot is for people" in refused("front", "--plot", "--json")


@pytest.mark.usefixtures("reading")
def test_report_of_one_study_or_of_two(tmp_path):
    page, both = tmp_path / "report.html", tmp_path / "both.md"
    assert re.match(r"wrote .*report.html, \d\.\d MB", run("report", "table", "--out", str(page)).stdout)
    assert page.read_text().startswith("<!doctype html>")
    run("report", "table", "other", "--out", str(both))
    assert both.read_text().startswith("# table and other")
    assert "there is no study 'none'" in refused("report", "none")
    assert "there is no rung 2; the highest is 0" in refused("report", "table", "--rung", "2")
    assert "none/a.html cannot be written: No such file" in refused("report", "table", "--out", "none/a.html")
    assert "a report is of one study, or of two" in refused("report", "a", "b", "c")


@pytest.mark.usefixtures("reading")
def test_compare_two_studies():
    text = run("compare", "table", "other").stdout
    assert "hypervolume" in text
    assert "seed: 0 -> 1" in text
    data = json.loads(run("compare", "table", "other", "--json").stdout)
    assert [study["name"] for study in data["studies"]] == ["table", "other"]
    assert all(0 < study["hypervolume_share"] <= 1 for study in data["studies"])


@pytest.mark.usefixtures("reading")
def test_status_lists_both():
    data = json.loads(run("status", "--json").stdout)["studies"]
    assert [study["name"] for study in data] == ["other", "table"]
    assert "8 of 8" in run("status").stdout


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


def documented(command: str) -> set[str]:
    """Returns the words in code of a command's paragraph on JSON in docs/cli.md."""
    text = (Path(__file__).parents[2] / "docs" / "cli.md").read_text()
    section = text.partition("## JSON")[2]
    paragraph = next(p for p in section.split("\n\n") if p.startswith(f"`autonas {command}"))
    return set(re.findall(r"`([\w.]+)`", paragraph))


@pytest.mark.usefixtures("reading")
@pytest.mark.parametrize(
    ("command", "nested"),
    [
        (["front", "--study", "table"], ["objectives", "front"]),
        (["show", "0", "--study", "table"], []),
        (["status"], ["studies"]),
        (["compare", "table", "other"], ["studies", "differences"]),
        (["doctor"], []),
    ],
)
def test_json_keys_are_those_of_the_documentation(command, nested):
    data = json.loads(run(*command, "--json").stdout)
    keys = set(data) | {key for name in nested for item in data[name] for key in item}
    if command[0] == "show":
        keys |= {"name", "detail", "repeats", "parameters", "flops"}  # of parts, which this space has none of
    if command[0] == "doctor":
        keys |= {"workers", "tokens_per_second"}  # of a calibration, which takes longer
    if command[0] == "front":
        keys |= {
            "rungs",
            "metric",
            "n",
            "value",
            "low",
            "high",
            "deviations",
        }  # of a ladder, which this study has none of
    assert keys == documented(command[0])


@pytest.mark.usefixtures("reading")
def test_json_of_trials_is_as_documented():
    data = json.loads(run("trials", "--study", "table", "--json").stdout)
    fixed = {"trial", "state", "reason", "seconds", "started", "shape_key"}
    assert fixed <= set(data["trials"][0])
    assert documented("trials") == set(data) | fixed | {"shape.FIELD"}
