"""The report of a study: what it says follows from the numbers, and what it is given cannot break its page."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from autonas.errors import UsageError
from autonas.fidelity import Agreement
from autonas.importance import choices_at_equal_size, importances
from autonas.markdown import table, to_html
from autonas.records import Record, StudyInfo
from autonas.study import Objective
from autonas.study_report import StudyReport, compared
from autonas.views.front import front_rows
from autonas.views.trust import Trust

OBJECTIVES = (Objective(metric="loss", label="bits per byte"), Objective(metric="parameters"))
EFFECT = 0.2  # of the good norm, on the loss


def candidate(number: int, rng: np.random.Generator, **changes) -> Record:
    """A loss that falls with the size, less with one norm, and does not depend on the colour."""
    layers, norm, colour = int(rng.integers(1, 9)), str(rng.choice(["good", "bad"])), str(rng.choice(["red", "blue"]))
    size = 1000.0 * layers
    loss = 3.0 - 0.3 * np.log(layers) + (EFFECT if norm == "bad" else 0.0) + 0.01 * float(rng.normal())
    fields = {
        "number": number,
        "state": "complete",
        "genome": {"layers": layers, "norm": norm, "colour": colour},
        "shape": {"layers": layers},
        "shape_key": str(number),
        "generation": number // 10,
        "summary": f"{layers} layers, {norm}",
        "values": (loss, size),
        "metrics": {
            "loss": loss, "loss.low": loss - 0.1, "loss.high": loss + 0.1, "parameters": size,
            "collapse_t0.2": 0.5, "training_seconds": 9.0,
        },
        "curve": tuple({"step": float(s), "tokens": 100.0 * s, "loss": loss + 1 / s} for s in range(1, 6)),
        "seconds": 10.0,
    }  # fmt: skip
    return Record(**(fields | changes))


def report_of(records, info=None, objectives=OBJECTIVES, fidelity=None) -> StudyReport:
    info = info or StudyInfo(
        name="trial study", reference="mine.py", device_type="cpu", seed=7, objectives=objectives, constraints=(),
        description={"budget": {"tokens": 500}}, hash="abc123", overrides=(("budget.tokens", "500"),),
        versions={"torch": "2.13.0"}, created="2026-01-01",
    )  # fmt: skip
    trust = Trust(rung=0, records=records, fidelity=fidelity or {}, spread=None, probabilities={})
    return StudyReport(info=info, trust=trust, rows=front_rows(records, info.objectives))


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
    assert "<script>alert(1)" not in re.sub(r"<script.*?</script>", "", page.partition("<table>")[2], flags=re.DOTALL)
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
    text = compared(one, two, as_html=False)
    assert "# trial study and the other" in text
    assert "| budget.tokens | 500 | 700 |" in text
    assert text.count("scored candidates are on the front") == 2
    assert "The fronts" in compared(one, two, as_html=True)
    with pytest.raises(UsageError, match="'the other' has no finished candidate yet"):
        compared(one, replace(two, rows=[], trust=replace(two.trust, records=[])), as_html=False)


def test_cells_cannot_break_a_table():
    lines = list(table(["a"], [["x|y\nz"]]))
    assert lines[2] == "| x\\|y z |"
    assert "<td>x|y z</td>" in to_html("\n".join(lines))
