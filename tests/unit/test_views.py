"""What the reading commands print and the JSON they give, from records made by hand."""

from __future__ import annotations

import io
import json
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from autonas.errors import UsageError
from autonas.protocols import Part
from autonas.records import Record, StudyInfo, StudySummary
from autonas.study import Objective
from autonas.views.drawing import candidate_json, candidate_view, parts_table
from autonas.views.front import front_json, front_rows, front_view, most_valuable, shape_text
from autonas.views.numbers import aligned, bytes_text, count, duration, value, with_half
from autonas.views.plots import hypervolume_figure
from autonas.views.studies import compare, comparison_json, comparison_view, status_json, status_table
from autonas.views.trials import trials_frame, trials_json, trials_table
from autonas.views.trust import Trust, trust_remarks

OBJECTIVES = (Objective(metric="loss"), Objective(metric="parameters"))


def record(number: int, loss: float, parameters: float, **changes) -> Record:
    fields = {
        "number": number,
        "state": "complete",
        "genome": {"layers": number},
        "shape": {"layers": number, "width": 64},
        "shape_key": f"{number:012x}",
        "generation": 0,
        "values": (loss, parameters),
        "metrics": {"loss": loss, "parameters": parameters, "loss.low": loss - 0.1, "loss.high": loss + 0.3},
        "seconds": 61.0,
    }
    return Record(**(fields | changes))


def failed(number: int) -> Record:
    return record(
        number,
        0,
        0,
        state="failed",
        values=None,
        metrics={},
        reason="not causal",
        message="position 3 sees 4",
    )


def info(name: str = "study", **changes) -> StudyInfo:
    fields = {
        "name": name,
        "reference": "codelm",
        "device_type": "cpu",
        "seed": 0,
        "objectives": OBJECTIVES,
        "constraints": (),
        "description": {"seed": 0},
        "hash": "ab12",
        "created": "2026-01-01T00:00:00+00:00",
    }
    return StudyInfo(**(fields | changes))


def rendered(view, width: int = 120) -> str:
    console = Console(file=io.StringIO(), width=width, highlight=False)
    console.print(view)
    return console.file.getvalue()


RECORDS = [
    record(0, 2.0, 1000),
    record(1, 1.5, 2000),
    record(2, 1.2, 9000),
    record(3, 1.9, 2500),
    failed(4),
    record(5, 1.0, 500, feasible=False),
]


def test_front_leaves_out_dominated_failed_and_infeasible_candidates():
    rows = front_rows(RECORDS, OBJECTIVES)
    assert [row.trial for row in rows] == [0, 1, 2]
    assert [row.knee for row in rows] == [False, True, False]
    assert rows[0].values == {"loss": 2.0, "parameters": 1000}
    assert rows[0].intervals == {"loss": (1.9, 2.3)}


def test_front_is_ordered_by_the_last_objective():
    rows = front_rows(list(reversed(RECORDS)), OBJECTIVES)
    assert [row.values["parameters"] for row in rows] == [1000, 2000, 9000]


def test_excess_is_the_distance_from_the_curve_through_all_feasible_candidates():
    on_curve = [record(i, 3.0 * size**-0.1, size) for i, size in enumerate((1e3, 2e3, 4e3, 8e3, 16e3))]
    better = record(5, 3.0 * 3e3**-0.1 - 0.2, 3e3)
    rows = {row.trial: row for row in front_rows([*on_curve, better], OBJECTIVES)}
    assert rows[5].excess == pytest.approx(-0.2, abs=0.02)
    assert rows[0].excess == pytest.approx(0, abs=0.02)


def test_front_without_loss_and_parameters_has_no_excess():
    objectives = (Objective(metric="error"), Objective(metric="time"))
    records = [record(i, 2.0 - i, i + 1.0, metrics={"error": 2.0 - i, "time": i + 1.0}) for i in range(3)]
    rows = front_rows(records, objectives)
    assert [row.excess for row in rows] == [None, None, None]
    assert "vs curve" not in rendered(front_view(rows, info(objectives=objectives), records))


def test_maximised_objectives_keep_their_sign_and_say_so():
    objectives = (Objective(metric="accuracy", direction="maximize"), Objective(metric="parameters"))
    records = [record(0, 0.9, 1000), record(1, 0.8, 2000)]
    rows = front_rows(records, objectives)
    assert [row.trial for row in rows] == [0]
    assert "accuracy (max)" in rendered(front_view(rows, info(objectives=objectives), records))


def test_front_of_nothing_is_empty():
    assert front_rows([], OBJECTIVES) == []
    assert front_rows([failed(0)], OBJECTIVES) == []


def test_front_table_shows_error_bars_knee_and_counts():
    text = rendered(front_view(front_rows(RECORDS, OBJECTIVES), info(), RECORDS))
    assert "study: 3 on the front of 4 candidates, 1 failed, 1 outside the constraints" in text
    assert "1.500 ±0.200" in text
    assert "layers=1 width=64" in text
    knee = next(line for line in text.splitlines() if "1 *" in line)
    assert "2000" in knee


def test_a_few_are_those_that_are_worth_most_together():
    values = [(5.0, 1e3), (2.0, 2e3), (1.99, 2.1e3), (1.9, 9e3)]  # two neighbours in the middle
    records = [record(i, *pair) for i, pair in enumerate(values)]
    rows = front_rows(records, OBJECTIVES)
    assert len(rows) == 4
    few = most_valuable(rows, OBJECTIVES, 1)
    assert [row.trial for row in few] in ([1], [2])
    assert [row.trial for row in most_valuable(rows, OBJECTIVES, 9)] == [0, 1, 2, 3], "in the order of the front"
    text = rendered(front_view(rows, info(), records, few=1))
    assert "4 on the front of 4 candidates" in text
    assert "shown: the one that is worth most by hypervolume" in text
    assert "knee" in text
    assert text.count("layers=") == 1
    assert rendered(front_view(rows, info(), records, few=4)) == rendered(front_view(rows, info(), records))


@pytest.mark.parametrize("width", [60, 80, 120])
def test_tables_fit_the_terminal(width):
    long = "24x1024 16/4h ff4096 v8192 rope rmsnorm swiglu qk-norm untied window 256 dropout 0.1"
    records = [record(i, 3.0 - i / 10, 1e6 * (i + 1), summary=long) for i in range(12)]
    views = [front_view(front_rows(records, OBJECTIVES), info(), records), trials_table(records, info())]
    for view in views:
        lines = rendered(view, width).splitlines()
        assert max(map(len, lines)) <= width
        assert any("24x1024" in line for line in lines)


def test_the_time_of_the_hypervolume_leaves_out_when_nothing_ran():
    morning, night = datetime(2026, 1, 1, 9), timedelta(hours=12)
    after = {0: 0, 1: 0, 2: 60, 3: 100, 4: 0}  # seconds after the morning, the last one a night later
    took = {0: 90, 1: 30, 2: 30, 3: 20, 4: 60}  # 1 and 2 ran within 0; a break of 10 s, then 3
    records = [
        record(i, 3.0 - i / 10, 1e6, started=morning + timedelta(seconds=after[i]) + night * (i == 4), seconds=took[i])
        for i in after
    ]
    shown = hypervolume_figure([*records, record(5, 2.0, 1e6, seconds=None)], OBJECTIVES)
    (line,) = (trace for trace in shown.data if trace.name == "over minutes")
    assert list(line.x[:5]) == pytest.approx([1.5, 0.5, 1.5, 11 / 6, 17 / 6])
    assert line.x[5] is None


def copier(number: int, loss: float, collapse: float, ratio: float, **changes) -> Record:
    metrics = {"loss": loss, "collapse": collapse, "copying_ratio": ratio}
    return record(number, loss, 1.0, values=(loss, collapse), metrics=metrics, **changes)


def test_a_front_with_networks_that_do_not_copy_yet_warns():
    """Only where the front's members are on both sides; what is dominated or failed does not count."""
    objectives = (Objective(metric="loss"), Objective(metric="collapse", label="the collapse"))
    copies, does_not = copier(0, 1.6, 0.4, 0.55), copier(1, 1.9, 0.2, 0.99)
    others = [copier(2, 2.0, 0.3, 1.0), failed(3), copier(4, 1.0, 0.1, 1.0, feasible=False)]

    def said(*records: Record) -> list[str]:
        trust = Trust(rung=0, records=records, fidelity={}, spread=None, probabilities={})
        return [line for line in trust_remarks(trust, objectives) if "copy" in line]

    [line] = said(copies, does_not, *others)
    assert line.startswith("warning: 1 of these 2 have not learnt to copy")
    assert "the collapse" in line
    assert said(copies, *others[1:]) == said(does_not, *others) == said(failed(3)) == []


def test_front_json_has_the_documented_keys():
    data = json.loads(json.dumps(front_json(front_rows(RECORDS, OBJECTIVES), OBJECTIVES)))
    assert set(data) == {"objectives", "front"}
    assert data["objectives"][0] == {"metric": "loss", "direction": "minimize"}
    keys = {"trial", "values", "intervals", "excess_loss", "knee", "probability", "shape"}
    assert all(set(candidate) == keys for candidate in data["front"])


def test_trials_frame_has_a_row_a_trial_and_typed_columns():
    frame = trials_frame(RECORDS, OBJECTIVES)
    assert list(frame["trial"]) == [0, 1, 2, 3, 4, 5]
    assert list(frame.columns[:7]) == ["trial", "state", "reason", "seconds", "started", "loss", "parameters"]
    assert frame["loss"].isna().tolist() == [False, False, False, False, True, False]
    assert frame["shape.width"].tolist() == [64] * 6
    assert frame["reason"][4] == "not causal"


def test_trials_json_has_null_for_what_is_missing():
    rows = trials_json(trials_frame(RECORDS, OBJECTIVES))
    text = json.dumps(rows, allow_nan=False)
    assert json.loads(text)[4]["loss"] is None
    assert json.loads(text)[0]["reason"] is None


def test_trials_frame_of_nothing_is_empty():
    assert trials_frame([], OBJECTIVES).empty
    assert trials_json(trials_frame([], OBJECTIVES)) == []


def test_trials_table_names_the_reason_of_a_failure():
    assert "failed: not causal" in rendered(trials_table(RECORDS, info()))


PARTS = (
    Part(name="embedding", detail="100 -> 8", parameters=800),
    Part(
        name="block",
        repeats=3,
        children=(
            Part(name="norm", parameters=8),
            Part(name="pair", repeats=2, parameters=1, children=(Part(name="deep", parameters=10),)),
        ),
    ),
    Part(name="output", detail="shares", parameters=0),
)


def test_totals_of_parts_multiply_their_repeats():
    assert [part.total for part in PARTS] == [800, 3 * (8 + 2 * (1 + 10)), 0]


def test_drawing_shows_parts_in_order_with_totals_and_shares():
    text = rendered(parts_table(PARTS))
    names = [line.split()[0] for line in text.splitlines() if line.strip() and "─ " not in line]
    assert names[1:3] == ["embedding", "block"]
    lines = {line.strip(" │├└─").split("  ")[0]: line for line in text.splitlines()}
    assert "890" in lines["total"]
    assert "block x 3" in text
    assert "89.9%" in lines["embedding"]
    assert lines["deep"].split()[-2:] == ["60", "6.7%"]
    assert "      deep" not in text
    assert "└─ deep" in text


def test_a_candidate_without_parts_shows_its_fields_and_metrics():
    text = rendered(candidate_view(RECORDS[1], study="study", parts=()))
    assert "trial 1 of study (complete, 1 min 01 s)" in text
    assert "width" in text
    assert "1.400 to 1.800" in text
    assert "loss.low" not in text


def test_a_failed_candidate_says_why():
    text = rendered(candidate_view(failed(4), study="study", parts=()))
    assert "trial 4 of study (failed: not causal" in text
    assert "position 3 sees 4" in text


def test_learning_curve_is_drawn_from_first_to_last():
    curve = [{"step": float(i), "tokens": 10.0 * i, "loss": 5.0 - i / 20} for i in range(80)]
    text = rendered(candidate_view(record(0, 1.0, 1000, curve=curve), study="study", parts=()))
    line = next(line for line in text.splitlines() if line.startswith("training loss"))
    assert line.startswith("training loss  5.000 █")
    assert line.rstrip().endswith("▁ 1.050")
    assert len(line) < 80


def test_candidate_json_nests_the_parts():
    data = json.loads(json.dumps(candidate_json(RECORDS[1], PARTS)))
    assert data["parts"][1]["parts"][1]["parameters"] == 22
    assert data["trial"] == 1
    assert data["reason"] is None


def summary(name: str = "study", **changes) -> StudySummary:
    counts = {
        "n_trials": 6,
        "n_complete": 3,
        "n_failed": 1,
        "n_pruned": 0,
        "n_running": 0,
        "n_waiting": 0,
        "gain": 0.034,
    }
    return StudySummary(**({"info": info(name), "searching": False, "updated": None, **counts} | changes))


@pytest.mark.parametrize(
    ("changes", "state"),
    [({}, "stopped"), ({"searching": True}, "searching"), ({"n_complete": 5}, "finished")],
)
def test_status_says_how_a_study_stands(changes, state):
    text = rendered(status_table([summary(**changes)]))
    assert state in text
    assert "3.4%" in text
    assert status_json([summary(**changes)])[0]["target"] == 6


def test_compare_uses_one_reference_and_counts_dominated_members():
    worse = [record(0, 2.5, 1500), record(1, 1.4, 2500)]
    comparison = compare((info("a"), RECORDS), (info("b", description={"seed": 1}), worse))
    assert comparison.dominated == {"a": 0.0, "b": 0.5}  # (2.5, 1500) is beaten by (2.0, 1000)
    assert comparison.shares["a"] > comparison.shares["b"] > 0
    assert all(r > max(x) for r, x in zip(comparison.reference, [(2.5,), (9000,)], strict=True))
    assert comparison.differences == [("seed", 0, 1)]
    text = rendered(comparison_view(comparison))
    assert "50 %" in text
    assert "seed: 0 -> 1" in text


def test_compare_with_itself_is_even():
    comparison = compare((info("a"), RECORDS), (info("b"), RECORDS))
    assert comparison.shares["a"] == comparison.shares["b"]
    assert set(comparison.dominated.values()) == {0.0}
    assert json.loads(json.dumps(comparison_json(comparison)))["differences"] == []


def test_compare_refuses_other_objectives():
    other = info("b", objectives=(Objective(metric="loss"), Objective(metric="time")))
    with pytest.raises(UsageError, match=r"objectives differ: 'a' has loss, parameters; 'b' has loss, time"):
        compare((info("a"), RECORDS), (other, RECORDS))


def test_compare_refuses_other_directions():
    other = info("b", objectives=(Objective(metric="loss"), Objective(metric="parameters", direction="maximize")))
    with pytest.raises(UsageError, match=r"objectives differ: .* has loss, parameters \(max\)"):
        compare((info("a"), RECORDS), (other, RECORDS))


def test_compare_needs_finished_candidates():
    with pytest.raises(UsageError, match="study 'b' has no finished candidate yet"):
        compare((info("a"), RECORDS), (info("b"), [failed(0)]))


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (950, "950"), (9994, "9994"), (9996, "10.0k"), (12_345, "12.3k"), (999_600, "1.00M")],
)
def test_count(number, text):
    assert count(number) == text


@given(st.floats(1, 1e14))
def test_count_is_short_and_near(number):
    text = count(number)
    scale = {"k": 1e3, "M": 1e6, "G": 1e9, "T": 1e12}.get(text[-1], 1)
    assert len(text) <= 6
    assert float(text.rstrip("kMGT")) * scale == pytest.approx(number, rel=0.006, abs=0.5)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.2, "<1 s"),
        (8.4, "8 s"),
        (59.7, "1 min 00 s"),
        (125, "2 min 05 s"),
        (3600, "1 h 00 min"),
        (3 * 86_400 + 4 * 3600, "3 d 4 h"),
        (float("inf"), "?"),
    ],
)
def test_duration(seconds, text):
    assert duration(seconds) == text


def test_columns_share_one_form():
    assert aligned([1.0, 0.25, None]) == ["1.000", "0.250", "-"]
    assert aligned([1000.0, 2_000_000.0]) == ["1000", "2.00M"]
    assert aligned([0.0, 0.0001]) == ["0", "0.0001"]
    assert aligned([]) == []
    assert value(123.45) == "123.5"
    assert aligned([float("nan")]) == ["nan"]
    assert with_half(0.0783, 0.07766, 0.078936) == "0.078 ±0.001"
    assert with_half(1.603, None, None) == "1.603"


def test_bytes_and_shapes():
    assert bytes_text(190e6) == "190 MB"
    assert bytes_text(999) == "999 B"
    assert shape_text({"a": 1, "b": "x"}) == "a=1 b=x"
