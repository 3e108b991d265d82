"""The report of a study: what it says follows from the numbers, and what it is given cannot break its page."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest
from reports import EFFECT, OBJECTIVES, candidate, report_of

from autonas.comparison_report import compared
from autonas.errors import UsageError
from autonas.fidelity import Agreement
from autonas.importance import choices_at_equal_size, importances
from autonas.markdown import table, to_html
from autonas.protocols import SAMPLES_LINE
from autonas.study import Objective
from autonas.views.plots import front_figure, size_figure


@pytest.fixture(scope="module")
def records():
    rng = np.random.default_rng(0)
    failed = {"state": "failed", "values": None, "reason": "not finite", "message": "loss is <nan>", "curve": ()}
    return [*(candidate(n, rng) for n in range(60)), candidate(60, rng, **failed)]


def test_what_goes_with_good_candidates_at_equal_size_is_found(records):
    choices = choices_at_equal_size(records[:60])
    clear = [c for c in choices if c.low > 0 or c.high < 0]
    assert (clear[0].gene, clear[0].choice) == ("norm", "good"), "the better one of two"
    assert clear[0].low < -EFFECT < clear[0].high
    assert not [c for c in clear if c.gene == "colour"]
    shares = importances(records, OBJECTIVES)
    assert set(shares) == {"loss", "parameters", "loss at equal size"}
    assert max(shares["loss at equal size"], key=shares["loss at equal size"].get) == "norm"
    assert max(shares["parameters"], key=shares["parameters"].get) == "layers"
    assert sum(shares["loss"].values()) == pytest.approx(1.0)


def test_genes_of_equal_importance_keep_their_order(records):
    twins = [replace(r, genome={**r.genome, **dict.fromkeys("zyxwvu", r.genome["norm"])}) for r in records[:60]]
    shares = importances(twins, OBJECTIVES)["loss at equal size"]
    assert len({round(shares[gene], 9) for gene in ("norm", *"zyxwvu")}) == 1
    assert [gene for gene in shares if gene in {"norm", *"zyxwvu"}] == ["norm", *"zyxwvu"]


def test_little_is_said_of_few(records):
    assert choices_at_equal_size(records[:9]) == []
    assert importances(records[:9], OBJECTIVES) == {}
    assert "Too few candidates" in report_of(records[:9]).markdown()


def test_the_answer_comes_first_and_all_follows_from_the_numbers(records):
    report = report_of(records)
    text = report.markdown()
    rows = report.rows
    assert text.splitlines()[2].startswith(f"**{len(rows)} of 60 scored candidates are on the front**")
    knee = next(row.trial for row in rows if row.knee)
    assert f"(the knee) is **trial {knee}**" in text
    least = min(records[:60], key=lambda r: r.values[0])
    assert f"- Least bits per byte: {least.values[0]:.3f}, trial {least.number}" in text
    assert "norm = good: 0." in text
    assert "| 60 | failed | not finite | loss is <nan> |" in text
    assert "| share of that time not spent on training | 10% |" in text
    assert "| tokens trained | 30.0k |" in text
    assert "autonas search --study mine.py --seed 7 --device cpu --set budget.tokens=500" in text
    assert "abc123" in text
    for heading in re.findall(r"^## .*", text, flags=re.MULTILINE):
        after = text.partition(heading)[2].strip()
        assert after, heading
        assert not after.startswith("#"), f"nothing stands below {heading}"


def test_the_page_needs_no_network_and_shows_what_it_is_given_as_text(records):
    evil = [replace(r, summary="<script>alert(1)</script>|", message="<b>") for r in records]
    agreement = {(0, 1): [Agreement(metric="loss", n=5, value=0.9, low=0.2, high=1.0)]}
    page = report_of(evil, fidelity=agreement).html()
    assert "<script>alert" not in page
    assert page.count("</script>") == page.count("<script"), "no data ends the element that it stands in"
    assert not re.search(r'<(script|link|img)[^>]+(src|href)="?http', page)
    for title in (
        "The front: candidates",
        "Hypervolume",
        "Learning curves",
        "Rank correlation",
        "Collapse by",
        "genes",
    ):
        assert title in page
    assert 3e6 < len(page) < 10e6, "with plotly, once"


def test_numbers_on_a_logarithmic_axis_are_written_out(records):
    axis = size_figure(records, OBJECTIVES).layout.xaxis
    shown = dict(zip(axis.tickvals, axis.ticktext, strict=True))
    assert axis.type == "log"
    assert shown[2000.0] == "2000"
    assert min(shown) <= 1000
    assert max(shown) >= 8000
    assert front_figure(records, OBJECTIVES).layout.xaxis.type is None, "no factor of 10 between 1000 and 8000"


def test_the_knee_stands_out(records):
    rows = report_of(records).rows
    (knee,) = next(t for t in front_figure(records, OBJECTIVES).data if t.name == "knee").text
    assert knee.startswith(f"trial {next(row.trial for row in rows if row.knee)}<br>")


def test_a_large_front_is_shown_by_members_that_stand_for_it(records):
    spread = [replace(r, values=(4.0 - r.number / 20, 1000.0 + r.number)) for r in records[:60]]
    report = report_of(spread)
    assert len(report.rows) == 60
    assert report.markdown().count("layers, ") >= 60, "the table has all"
    for heading, most in (("Collapse", 24), ("How it went", 16)):
        section = next(s for s in report._sections() if s.heading == heading)
        figure = section.figures[-1] if heading == "Collapse" else section.figures[1]
        shown = figure.data[0].y if heading == "Collapse" else [trace.name for trace in figure.data]
        assert len(shown) == most
        assert {"trial 0", "trial 59"} <= set(shown)


def test_samples_of_the_knee_and_of_the_best_are_shown_in_part(records):
    report = report_of(records)
    knee = next(row.trial for row in report.rows if row.knee)
    parts = [f"prompt {n}, short\n\ndef f{n}():\n\n    ```<b>{n}</b>[[repeats]]\n" for n in range(40)]
    text = f"{SAMPLES_LINE}\n".join(["25.0% collapsed\n\n", *parts])
    with_samples = replace(report, samples={knee: text})
    shown = with_samples.markdown()
    assert f"Trial {knee}, the knee:\n\n````text\n25.0% collapsed\n6 of 40 prompts:" in shown, "a fence that holds it"
    assert shown.count("[[repeats]]") == 6
    page = with_samples.html()
    assert "&lt;b&gt;0&lt;/b&gt;" in page
    assert "<b>0</b>" not in page
    assert "What they write" not in report.markdown()


def test_a_study_in_which_all_failed():
    rng = np.random.default_rng(1)
    lost = [candidate(n, rng, state="failed", values=None, reason="error", message="") for n in range(3)]
    text = report_of(lost).markdown()
    assert "No candidate has been scored yet; 3 of 3 failed." in text
    assert "## Failed and stopped" in text
    assert "<table>" in report_of(lost).html()
    assert "No candidate has been scored yet; 0 of 0" in report_of([]).markdown()


@pytest.mark.parametrize("n", [1, 2, 3])
def test_any_number_of_objectives(records, n):
    objectives = (*OBJECTIVES, Objective(metric="speed", direction="maximize"))[:n]
    several = [replace(r, values=(*r.values, 5.0 + r.number)[:n] if r.values else None) for r in records]
    text = report_of(several, objectives=objectives).markdown()
    assert ("Most speed: 64" in text) == (n == 3)
    assert report_of(several, objectives=objectives).html()


def test_two_studies_on_one_page(records):
    one, two = report_of(records[:30]), report_of(records[30:])
    two = replace(two, info=replace(two.info, name="the other", description={"budget": {"tokens": 700}}))
    text = compared(one, two, html=False)
    assert "# trial study and the other" in text
    assert "| budget.tokens | 500 | 700 |" in text
    assert text.count("scored candidates are on the front") == 2
    assert "The fronts" in compared(one, two, html=True)
    with pytest.raises(UsageError, match="'the other' has no finished candidate yet"):
        compared(one, replace(two, rows=[], trust=replace(two.trust, records=[])), html=False)


def test_cells_cannot_break_a_table():
    lines = list(table(["a"], [["x|y\nz"]]))
    assert lines[2] == "| x\\|y z |"
    assert "<td>x|y z</td>" in to_html("\n".join(lines))
