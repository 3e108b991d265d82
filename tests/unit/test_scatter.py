"""The front drawn with characters."""

from __future__ import annotations

import io
import re

import pytest
from rich.console import Console

from autonas.records import Record
from autonas.study import Objective
from autonas.views.front import front_rows
from autonas.views.scatter import front_scatter

NAMES = ("loss", "collapse", "parameters")


def candidate(number: int, *values: float) -> Record:
    return Record(
        number=number, state="complete", genome={}, shape={}, shape_key=str(number), generation=0, values=values
    )


def drawn(records: list[Record], n_objectives: int, *, width: int = 80, colour: bool = False) -> list[str]:
    objectives = tuple(Objective(metric=name) for name in NAMES[:n_objectives])
    console = Console(file=io.StringIO(), width=width, height=24, force_terminal=colour, _environ={"TERM": "xterm"})
    rows = front_rows(records, objectives)
    console.print(front_scatter(rows, records, objectives, width=width, height=16))
    return console.file.getvalue().splitlines()


THREE = [
    candidate(0, 4.0, 0.5, 1e5), candidate(1, 3.0, 0.4, 3e5), candidate(22, 1.0, 0.6, 1e6), candidate(3, 3.9, 0.9, 9e5),
]  # fmt: skip


def place(lines: list[str], mark: str) -> tuple[int, int]:
    (found,) = [(n, line.index(mark)) for n, line in enumerate(lines[:18]) if mark in line[13:]]
    return found


def test_the_first_objective_goes_up_and_the_last_across():
    lines = drawn(THREE, 3)
    assert lines[0] == "loss"
    assert lines[-3].strip() == "parameters (logarithmic)"
    assert lines[-2:] == ["o on the front  * knee  . other candidates", "not drawn: collapse"]
    high, low = place(lines, "o0"), place(lines, "22")
    assert high[0] < low[0], "the larger loss is above"
    assert high[1] < low[1], "the larger network is to the right"
    assert place(lines, "*1")[1] == pytest.approx(13 + 66 * 0.477, abs=2), "where 3e5 is between 1e5 and 1e6"
    assert "." in "".join(line[13:] for line in lines[:18])


def test_axes_say_what_is_where():
    lines = drawn([candidate(0, 5.0, 100.0), candidate(1, 1.0, 200.0)], 2)
    ticks = [float(line[:11]) for line in lines if re.match(r" +[\d.]+ \|", line)]
    assert ticks == sorted(ticks, reverse=True)
    assert 1.0 <= ticks[-1] < ticks[0] <= 5.0
    across = [float(number) for number in lines[-3].split("|")[1].split()]
    assert across[0] == pytest.approx(100, abs=2)
    assert 150 < across[-1] <= 200


@pytest.mark.parametrize("n_objectives", [1, 2, 3])
@pytest.mark.parametrize("width", [40, 60, 77, 80, 300])
def test_it_fits_and_is_plain_where_it_is_piped(n_objectives, width):
    values = [(3.0 - i / 40, 0.5 + i / 90, 1e5 + 3e4 * i) for i in range(60)]
    found = [candidate(i, *each[:n_objectives]) for i, each in enumerate(values)]
    text = "\n".join(drawn(found, n_objectives, width=width))
    assert max(map(len, text.splitlines())) <= width
    assert text.isascii()
    assert "\x1b" not in text


def test_one_objective_is_drawn_over_the_trials():
    lines = drawn([candidate(i, 3.0 - i / 10) for i in range(8)], 1)
    assert lines[-2].strip() == "trial"
    assert "7*" in "".join(lines)
    assert sum(line[13:].count(".") for line in lines[:18]) == 7


def test_a_terminal_has_colours():
    assert "\x1b[32m" in "".join(drawn(THREE, 3, colour=True))


def test_one_candidate_and_none():
    assert any("*" in line[13:] for line in drawn([candidate(0, 2.0, 1e5)], 2)[:18])
    assert drawn([], 2) == ["nothing to draw: no candidate has been scored yet"]
    assert drawn([candidate(0, 0.0, 0.0), candidate(1, 0.0, 0.0)], 2)


def test_numbers_do_not_hide_marks_or_each_other():
    crowd = [candidate(i, 3.0 - i / 1000, 1e5 + i) for i in range(100, 160)]
    lines = drawn([*crowd, candidate(1, 9.0, 9.0)], 2)
    numbers = re.findall(r"\d+", " ".join(line[13:] for line in lines[:18]))
    assert set(map(int, numbers)) <= {1, *range(100, 160)}
