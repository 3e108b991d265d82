"""The commands that read a finished search: their tables, their JSON as documented, and one line for bad input."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from table_study import STUDY, refused, run

from autonas.storage import StudyStore


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
