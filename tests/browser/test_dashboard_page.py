"""Optuna's dashboard on a finished search, as people see it."""

from __future__ import annotations

import shutil

import pytest
from dashboards import served, wait_for

PLOTS = ("front", "hypervolume", "curves-front", "curves-generation", "size")


@pytest.fixture(scope="module")
def address(smoke, tmp_path_factory):
    """A dashboard with everything that autonas adds to it."""
    folder = tmp_path_factory.mktemp("browser") / "smoke"
    shutil.copytree(smoke.autonas.folder, folder)
    with served(folder, "dashboard", "--study", "smoke") as (address, process):
        artifacts = folder / "runs" / "artifacts"
        wait_for(lambda: len(list(artifacts.iterdir())) == 4 * 6, process)
        yield address


def test_study_shows_its_plots_and_named_objectives(look, address):
    seen = look(address, dark=True, viewport={"width": 1366, "height": 4200})
    for name in PLOTS:
        seen.page.locator(f"[id='user-defined-plot:autonas-{name}'] .main-svg").first.wait_for(timeout=60_000)
    text = seen.page.inner_text("body")
    for objective in ("bits per byte", "collapse", "parameters"):
        assert objective in text
    seen.shoot("dashboard-study-dark")
    assert seen.errors == []
    assert seen.beyond(address.partition("/dashboard")[0]) == []


def test_note_of_the_study(look, address):
    seen = look(f"{address}/note")
    seen.page.get_by_text("candidates have ended").wait_for(timeout=60_000)
    assert "How to go on" in seen.page.inner_text("body")
    assert "[//]" not in seen.page.inner_text("body"), "the signature is not for people"
    seen.shoot("dashboard-note")
    assert seen.errors == []


def test_trial_shows_its_note_and_files(look, address):
    tall = {"width": 1366, "height": 2400}  # the page scrolls within itself
    seen = look(f"{address}/trials?numbers=3", viewport=tall)
    seen.page.get_by_text("95 % interval").first.wait_for(timeout=60_000)
    for name in ("architecture.png", "learning_curve.png", "learning_curve.csv", "samples.txt"):
        seen.page.get_by_text(name).first.wait_for(timeout=60_000)
    assert "autonas promote 3 --study smoke" in seen.page.inner_text("body")
    wide = seen.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= seen.page.viewport_size["width"], "nothing makes the page wider than the screen"
    seen.shoot("dashboard-trial")
    assert seen.errors == []
