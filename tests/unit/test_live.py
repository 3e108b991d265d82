"""The live view of a search: it fits its terminal, and shows the front as it is."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, replace

import pytest
import toy
from rich.console import Console

from autonas.live import LiveView
from autonas.pareto import knee
from autonas.protocols import Progress
from autonas.records import Record
from autonas.study import Objective, Study
from autonas.views.live import chosen_members
from autonas.views.numbers import sparkline

SUMMARY = "24x1024 16/4h ff4096 v8192 rope rmsnorm swiglu qk-norm untied window 256 dropout 0.1"
NAMES = ("loss", "collapse", "parameters", "latency")


def study_of(n_objectives: int) -> Study:
    objectives = tuple(Objective(metric=name) for name in NAMES[:n_objectives])
    return replace(toy.study("cpu"), objectives=objectives, evaluators=(Scores(),))


@dataclass(frozen=True)
class Scores:
    metrics: tuple[str, ...] = NAMES
    stage: str = "built"

    def evaluate(self, shape, context):
        raise NotImplementedError


def candidate(number: int, *values: float) -> Record:
    state = "complete" if values else "failed"
    return Record(
        number=number, state=state, genome={}, shape={}, shape_key=str(number), generation=0, summary=SUMMARY,
        values=values or None,
    )  # fmt: skip


def members(n: int, n_objectives: int = 3) -> list[Record]:
    """No one of them beats another, if there are two objectives or more; the best come last."""
    order = sorted(range(n), key=lambda i: abs(i - n / 2), reverse=True)
    values = [(4.0 - i / n, 0.3 + 0.5 * (i / n) ** 2, 1e5 * (1 + i / n) ** 3, 1.0 + i) for i in order]
    return [candidate(number, *each[:n_objectives]) for number, each in enumerate(values)]


def screen(found: list[Record], *, width: int, height: int, n_running: int = 1) -> list[str]:
    """The lines of the view after these candidates, in a terminal of that size."""
    n_objectives = max((len(record.values) for record in found if record.values), default=1)
    console = Console(
        file=io.StringIO(), width=width, height=height, force_terminal=True, color_system=None, _environ={}
    )
    view = LiveView(console, study=study_of(n_objectives), earlier=found, n_total=40)
    view.searched(len(found), f"{len(found)}/40 candidates  3 min 05 s left")
    for number in range(len(found), len(found) + n_running):
        view.start(number, SUMMARY)
        step = Progress(step=5, n_steps=10, loss=1.5, tokens_per_second=1000.0)
        view.report(number, step, "step 5/10  loss 1.500  4 s left")
    console.print(view)
    return console.file.getvalue().splitlines()


@pytest.mark.parametrize(("width", "height"), [(60, 24), (80, 24), (80, 10), (200, 60), (60, 6)])
@pytest.mark.parametrize("n_running", [0, 1, 20])
@pytest.mark.parametrize("n_objectives", [1, 3, 4])
def test_it_takes_no_more_than_half_of_the_terminal(width, height, n_running, n_objectives):
    lines = screen(members(30, n_objectives), width=width, height=height, n_running=n_running)
    assert len(lines) <= height / 2 + 1
    assert max(map(len, lines)) <= width
    assert "30/40 candidates  3 min 05 s left" in lines[-1]
    if n_running:
        assert any("step 5/10  loss 1.500  4 s left" in line for line in lines)


def test_a_usual_terminal_shows_the_front_the_knee_and_its_growth():
    found = members(30)
    lines = screen(found, width=80, height=24)
    rows = [line for line in lines if re.match(r" *\d+  ? ", line) or re.match(r" *\d+ \*", line)]
    assert 5 <= len(rows) <= 8
    (starred,) = [line for line in rows if " * " in line]
    best = knee([record.values for record in found])
    assert starred.split()[0] == str(found[best].number)
    (growth,) = [line for line in lines if line.startswith("front 30 of 30, ")]
    assert re.search(r"hypervolume [▁▂▃▄▅▆▇█]+█  \+\d+\.\d% in the last 8$", growth)


def test_a_narrow_terminal_keeps_the_bars_of_the_hypervolume():
    lines = screen(members(30), width=60, height=16)
    assert re.search(r"^front 30 of 30.*  hypervolume [▁▂▃▄▅▆▇█]{8,}", "\n".join(lines), re.MULTILINE)


def test_a_search_that_has_scored_nothing_says_so():
    lines = screen([candidate(0), candidate(1)], width=80, height=24)
    assert "front 0 of 0" in lines
    assert "front" not in "".join(screen([], width=80, height=24))


def test_those_who_run_and_have_no_room_are_counted():
    lines = screen(members(3), width=80, height=24, n_running=9)
    assert sum("step 5/10" in line for line in lines) == 4
    assert "and 5 more that run" in lines


def test_the_front_is_computed_once_for_each_candidate(monkeypatch):
    calls = []
    monkeypatch.setattr("autonas.views.live.chosen_members", lambda *_: calls.append(1) or ([], None))
    console = Console(file=io.StringIO(), width=80, height=24, force_terminal=True, _environ={})
    view = LiveView(console, study=study_of(1), earlier=[candidate(0, 1.0)], n_total=3)
    for _ in range(3):
        console.print(view)
    assert len(calls) == 1
    view.start(1, "")
    view.finish(candidate(1, 0.5))
    console.print(view)
    assert len(calls) == 2


def test_members_that_stand_for_the_front_are_the_knee_and_the_extremes():
    found = members(30)
    objectives = tuple(Objective(metric=name) for name in NAMES[:3])
    chosen, best = chosen_members(found, objectives, 4)
    assert len(chosen) == 4
    ends = sorted(found, key=lambda record: record.values[-1])
    assert {best, ends[0].number, ends[-1].number} <= {record.number for record in chosen}
    assert [record.values[-1] for record in chosen] == sorted(record.values[-1] for record in chosen)
    assert chosen_members(found, objectives, 0) == ([], None)
    assert len(chosen_members(found, objectives, 99)[0]) == 30


def test_a_sparkline_goes_from_the_least_to_the_largest():
    assert sparkline([1.0, 2.0, 3.0, 8.0], width=9) == "▁▂▃█"
    assert sparkline([1.0, 1.0, 8.0, 8.0], width=2) == "▁█"
    assert sparkline([4.0, 8.0], width=9, least=0.0) == "▅█"
    assert sparkline([3.0, 3.0], width=9) == "▁▁"
    assert sparkline([], width=9) == ""
    assert len(sparkline([float(i) for i in range(101)], width=20)) <= 20
