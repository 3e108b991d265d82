"""The report of a study in a browser: its plots are drawn, in light and dark, and it asks nobody for anything."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from reports import OBJECTIVES, candidate, report_of

from autonas.comparison_report import compared
from autonas.study import Objective

THREE = (OBJECTIVES[0], Objective(metric="collapse"), OBJECTIVES[1])
PLOTS = "[...document.querySelectorAll('.plot')]"
MARKS = ".trace, .hm, .gl-container canvas, .parcoords"
TITLES = f"{PLOTS}.map(plot => plot.querySelector('.gtitle').textContent)"
INK = "getComputedStyle(document.querySelector('.gtitle')).fill"
PAPER = "getComputedStyle(document.body).backgroundColor"


def made_up(n: int, seed: int) -> list:
    """Candidates with three objectives; one in twenty has failed."""
    rng = np.random.default_rng(seed)
    lost = {"state": "failed", "values": None, "reason": "not finite", "message": "loss is nan", "curve": ()}
    found = [candidate(number, rng, **(lost if number % 20 == 19 else {})) for number in range(n)]
    collapses = rng.random(n)
    return [
        replace(r, values=(r.values[0], collapse, r.values[1]), metrics={**r.metrics, "collapse": collapse})
        if r.values
        else r
        for r, collapse in zip(found, collapses.tolist(), strict=True)
    ]


@pytest.fixture
def opened(look, tmp_path):
    """Opens a page that was mailed, and reads it to the end: each plot is drawn when it comes near."""

    def open_it(text: str, **options):
        path = tmp_path / "report.html"
        path.write_text(text)
        seen = look(path.as_uri(), **options)
        for plot in seen.page.locator(".plot").all():
            plot.scroll_into_view_if_needed()
            plot.locator(MARKS).first.wait_for(state="attached")
        return seen

    return open_it


def test_a_report_is_drawn_in_light_and_dark(smoke, opened):
    page = smoke.autonas("report", "--out", "-")
    seen = opened(page)
    assert seen.page.evaluate(PAPER) == "rgb(255, 255, 255)"
    dark_ink = seen.page.evaluate(INK)
    titles = seen.page.evaluate(TITLES)
    assert titles[0].startswith("The front")
    for about in ("Loss against size", "Hypervolume", "Learning curves", "Collapse", "Every candidate"):
        assert any(title.startswith(about) for title in titles), about
    assert seen.page.locator(".drawings svg").count() >= 1
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 1366, "nothing stands out"
    seen.shoot("report", full_page=True)
    seen.page.emulate_media(color_scheme="dark")  # as at sunset, with the page open
    seen.page.wait_for_function(f"{INK} != '{dark_ink}'")
    assert seen.page.evaluate(PAPER) == "rgb(22, 24, 29)"
    seen.page.locator(".plot").nth(1).scroll_into_view_if_needed()
    seen.shoot("report-dark")
    assert seen.errors == []
    assert seen.beyond("file:") == []


def test_a_report_of_a_thousand_candidates_is_small_and_opens_before_it_is_drawn(opened):
    page = report_of(made_up(1000, 0), objectives=THREE).html()
    assert len(page.encode()) < 10e6
    script = "addEventListener('load', () => { window.early = document.querySelectorAll('.main-svg').length })"
    seen = opened(page.replace("<head>", f"<head><script>{script}</script>", 1), dark=True)
    assert seen.page.evaluate("window.early") == 0, "the text is there before any plot"
    assert seen.page.evaluate(f"{PLOTS}.length") >= 6
    seen.page.locator(".plot").first.scroll_into_view_if_needed()
    seen.shoot("report-thousand-dark")
    assert seen.errors == []
    assert seen.beyond("file:") == []


def test_two_studies_on_one_page(opened):
    one, two = (report_of([candidate(n, rng) for n in range(40)]) for rng in map(np.random.default_rng, (1, 2)))
    two = replace(two, info=replace(two.info, name="the other"))
    seen = opened(compared(one, two, html=True))
    assert seen.page.evaluate(TITLES)[0] == "The fronts"
    seen.page.locator(".plot").first.scroll_into_view_if_needed()
    seen.shoot("report-two")
    assert seen.errors == []
    assert seen.beyond("file:") == []
