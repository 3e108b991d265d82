"""The front drawn with characters: its members with their numbers, the knee, and the candidates behind them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import plotille
from rich.console import Group, RenderableType
from rich.text import Text

from autonas.records import Record
from autonas.study import Objective
from autonas.views.front import FrontRow, objective_header, scored
from autonas.views.numbers import is_wide, value

__all__ = ["front_scatter"]

_MARGIN = 13  # columns left of the plot: plotille's, for the numbers of the vertical axis
_TICK = 10  # columns from one number of the horizontal axis to the next: plotille's
_NUMBER = 6  # columns that such a number takes
_ROWS = 4  # lines from one number of the vertical axis to the next
_WIDEST = 110
_OTHER, _MEMBER, _KNEE = (".", "dim"), ("o", "green"), ("*", "bold magenta")  # mark, style
_EMPTY = "\u2800"  # of which plotille's canvas is made: a blank that is no ASCII

Cell = tuple[int, int]  # column and line, from the lower left


@dataclass(frozen=True, slots=True, kw_only=True)
class _Axis:
    """Values on a number of cells."""

    low: float
    high: float
    logarithmic: bool
    n: int

    @classmethod
    def through(cls, values: Sequence[float], n: int) -> _Axis:
        """Returns an axis on which all values have room."""
        logarithmic = is_wide(values)
        low, high = (math.log10(end) if logarithmic else end for end in (min(values), max(values)))
        if low == high:
            half = abs(low) / 2 or 0.5
            low, high = low - half, high + half
        return cls(low=low, high=high, logarithmic=logarithmic, n=n)

    def cell(self, number: float) -> int:
        """Returns where a value stands."""
        place = math.log10(number) if self.logarithmic else number
        return min(self.n - 1, int((place - self.low) / (self.high - self.low) * self.n))

    def text(self, cell: float) -> str:
        """Returns the value in the middle of a cell."""
        place = self.low + (cell + 0.5) / self.n * (self.high - self.low)
        number = 10**place if self.logarithmic else place
        return value(round(number) if abs(number) >= 1000 else number)


def front_scatter(
    rows: Sequence[FrontRow], records: Sequence[Record], objectives: Sequence[Objective], *, width: int, height: int
) -> RenderableType:
    """Returns the candidates by two objectives, the first upwards and the last across; one alone over the trials.

    Trial numbers stand beside the front's members where there is room. All but names is plain ASCII.

    Args:
        rows: The front.
        width: Columns of the whole drawing.
        height: Lines of the canvas.
    """
    found = scored(records)
    if not found:
        return Text("nothing to draw: no candidate has been scored yet")
    width = min(width, _WIDEST) - _MARGIN - 1
    width -= width % _TICK + 1 if width % _TICK < _NUMBER else 0  # or the last number would not fit
    heights = {r.number: (r.values or ())[0] for r in found}
    across = {r.number: (r.values or ())[-1] if len(objectives) > 1 else float(r.number) for r in found}
    x, y = _Axis.through([*across.values()], max(_TICK, width)), _Axis.through([*heights.values()], height)
    cells = {number: (x.cell(across[number]), y.cell(heights[number])) for number in across}
    figure, styles = _figure(x, y), dict[Cell, str]()
    knees = [row.trial for row in rows if row.knee]
    members = [row.trial for row in rows if not row.knee]
    for numbers, (mark, style) in ((across, _OTHER), (members, _MEMBER), (knees, _KNEE)):
        chosen = [cells[number] for number in numbers]
        figure.scatter([c + 0.5 for c, _ in chosen], [r + 0.5 for _, r in chosen], marker=mark)
        styles |= dict.fromkeys(chosen, style)
    for (column, line), text in _labels([*knees, *members], cells, x.n).items():
        figure.text([column + 0.5], [line + 0.5], [text])
    drawn = [Text(line) for line in figure.show().replace(_EMPTY, " ").split("\n")]
    for (column, line), style in styles.items():
        drawn[1 + height - line].stylize(style, _MARGIN + column, _MARGIN + column + 1)
    return Group(*_named(drawn, objectives, x, y))


def _figure(x: _Axis, y: _Axis) -> plotille.Figure:
    """Returns an empty figure whose coordinates are cells."""
    figure = plotille.Figure()
    figure.width, figure.height, figure.origin, figure.linesep = x.n, y.n, False, "\n"
    figure.with_colors = False  # it would ask the process's own output whether it is a terminal
    figure.set_x_limits(0, x.n)
    figure.set_y_limits(0, y.n)
    figure.x_ticks_fkt = lambda cell, _: x.text(cell)
    figure.y_ticks_fkt = lambda cell, _: y.text(cell) if round(cell) % _ROWS == 0 and cell < y.n else ""
    return figure


def _labels(trials: Sequence[int], cells: dict[int, Cell], width: int) -> dict[Cell, str]:
    """Returns where the trial numbers stand: right or left of their marks, none where both would hide another."""
    taken = {cells[trial] for trial in trials}
    labels = {}
    for trial in trials:
        (column, line), text = cells[trial], str(trial)
        for begin in (column + 1, column - len(text)):
            room = {(begin + i, line) for i in range(-1, len(text) + 1)} - {(column, line)}  # a gap on both sides
            if begin >= 0 and begin + len(text) <= width and not room & taken:
                labels[begin, line] = text
                taken |= room
                break
    return labels


def _named(drawing: Sequence[Text], objectives: Sequence[Objective], x: _Axis, y: _Axis) -> list[Text]:
    """Returns the drawing with the axes' names where there is room for them, and what the marks are."""
    _, *drawn, ruler, numbers = drawing
    for line in (*drawn, numbers):
        line.rstrip()
    up = objective_header(objectives[0]) + _scale(y)
    across = objective_header(objectives[-1]) + _scale(x) if len(objectives) > 1 else "trial"
    legend = f"{_MEMBER[0]} on the front  {_KNEE[0]} knee  {_OTHER[0]} other candidates"
    hidden = ", ".join(objective_header(o) for o in objectives[1:-1])
    lines = [Text(up), *drawn, Text(ruler.plain.partition("->")[0]), numbers, Text(across.rjust(_MARGIN + x.n))]
    notes = [legend, *([f"not drawn: {hidden}"] if hidden else [])]
    return [*lines, *(Text(note, style="dim") for note in notes)]


def _scale(axis: _Axis) -> str:
    return " (logarithmic)" if axis.logarithmic else ""
