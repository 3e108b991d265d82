"""`autonas dashboard`, and what searches publish for it."""

from __future__ import annotations

import re
import shutil
import signal
import urllib.error
import urllib.request
from dataclasses import replace
from pathlib import Path

import optuna
import pytest
from dashboards import served, wait_for

TOY = str(Path(__file__).parents[1] / "toy.py")


def fetch(url: str, **headers: str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=60) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


@pytest.fixture(scope="module")
def toy(smoke, tmp_path_factory):
    """A search of the toy study that has published."""
    command = replace(smoke.autonas, folder=tmp_path_factory.mktemp("toy"))
    said = command("search", "--study", TOY, "--trials", "4", "--dashboard")
    assert "note:" not in said
    return command


def attributes(folder: Path, study: str = "toy") -> dict[str, object]:
    storage = optuna.storages.RDBStorage(f"sqlite:///{folder}/autonas.db")
    return storage.get_study_system_attrs(storage.get_study_id_from_name(study))


def test_search_publishes_notes_plots_and_files(toy):
    found = attributes(toy.folder)
    assert "4 of 4 candidates have ended" in str(found["dashboard:note_str:0"])
    assert {f"dashboard:{number}:note_ver" for number in (1, 2, 3, 4)} <= set(found)
    assert any(key.startswith("dashboard:plot_data:autonas-front:") for key in found)
    assert len(list((toy.folder / "runs" / "artifacts").iterdir())) == 8, "a curve as picture and table each"


def test_search_need_not_publish(autonas):
    autonas("search", "--study", TOY, "--trials", "2", "--no-dashboard")
    assert not any(key.startswith("dashboard:") for key in attributes(autonas.folder))
    assert not (autonas.folder / "runs" / "artifacts").exists()


def test_dashboard_serves_and_adds_what_searches_have_not_published(smoke, tmp_path):
    folder = tmp_path / "smoke"
    shutil.copytree(smoke.autonas.folder, folder)
    with served(folder, "dashboard", "--study", "smoke") as (address, process):
        assert address.endswith("/dashboard/studies/1")
        base = address.partition("/dashboard")[0]
        assert fetch(address)[0] == 200
        assert b'"study_name": "smoke"' in fetch(f"{base}/api/studies")[1].replace(b'":"', b'": "')
        artifacts = folder / "runs" / "artifacts"
        wait_for(lambda: len(list(artifacts.iterdir())) == 4 * 6, process)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 0
    assert errors == ""


def test_pages_that_name_another_host_are_refused(toy):
    with served(toy.folder, "dashboard") as (address, _):
        assert fetch(address, Host="evil.example:8080")[0] == 403
        assert fetch(address, Host="localhost:8080")[0] == 200


def test_other_address_is_warned_of(toy):
    with served(toy.folder, "dashboard", "--host", "0.0.0.0") as (_, process):
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert errors.startswith("warning: who can reach 0.0.0.0 can read, change and delete studies: there is no login")


@pytest.mark.parametrize(
    ("args", "line"),
    [
        (["--storage", "sqlite:///none.db"], "none.db"),
        (["--study", "smok"], "there is no study 'smok'"),
        (["--host", "203.0.113.7"], "203.0.113.7:0 cannot be served"),
    ],
)
def test_bad_input_is_one_line(toy, args, line):
    said = toy("dashboard", "--port", "0", *args, code=2)
    assert line in said
    assert "hint" in said


def test_port_in_use(toy):
    with served(toy.folder, "dashboard") as (address, _):
        port = re.search(r":(\d+)/", address)[1]
        said = toy("dashboard", "--port", port, code=2)
    assert f"127.0.0.1:{port} cannot be served" in said
    assert "--port" in said
