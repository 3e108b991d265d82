"""The front as data and as a table: objectives with error bars, distance to the loss-size curve, shape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from autonas.curve import distances
from autonas.pareto import knee, most_together, non_dominated
from autonas.records import Record, StudyInfo
from autonas.study import Constraint, Objective, settled
from autonas.views.numbers import aligned
from autonas.views.tables import one_line, plain_table

__all__ = [
    "FrontRow",
    "front_json",
    "front_rows",
    "front_table",
    "front_title",
    "front_view",
    "most_valuable",
    "objective_header",
    "scored",
    "shape_text",
    "signed",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontRow:
    """One candidate of the front.

    Attributes:
        values: The objectives by metric.
        intervals: (low, high) of the objectives that have an interval.
        excess: Loss above the curve fitted through all candidates, in the loss's unit; negative is better
            than usual at that size. None where the study has no loss and parameters, or too few candidates.
        knee: Whether it is the front's best compromise.
        probability: Of being on the front of the means over all seeds; None where it was not trained with others.
    """

    trial: int
    values: dict[str, float]
    intervals: dict[str, tuple[float, float]]
    shape: dict[str, Any]
    excess: float | None
    knee: bool
    probability: float | None = None


def scored(records: Sequence[Record]) -> list[Record]:
    """Returns the candidates that a front may hold: finished and within the constraints."""
    return [r for r in records if r.state == "complete" and r.feasible and r.values is not None]


def front_rows(
    records: Sequence[Record],
    objectives: Sequence[Objective],
    probabilities: Mapping[int, float] | None = None,
    *,
    constraints: Sequence[Constraint] = (),
) -> list[FrontRow]:
    """Returns the non-dominated candidates, ordered by the last objective (of decoders, the size).

    Args:
        probabilities: Of being on the front, by trial, where other seeds were tried.
        constraints: Those of the study: the knee weighs only objectives without a bound.
    """
    finished = scored(records)
    directions = [objective.direction for objective in objectives]
    values = [list(r.values or ()) for r in finished]
    best = knee(values, directions, settled=settled(objectives, constraints))
    excesses = distances(finished)
    rows = [
        FrontRow(
            trial=finished[i].number,
            values={o.metric: v for o, v in zip(objectives, values[i], strict=True)},
            intervals=_intervals(finished[i].metrics, [o.metric for o in objectives]),
            shape=dict(finished[i].shape),
            excess=excesses.get(finished[i].number),
            knee=i == best,
            probability=(probabilities or {}).get(finished[i].number),
        )
        for i in non_dominated(values, directions)
    ]
    return sorted(rows, key=lambda row: (*reversed(row.values.values()), row.trial))


def _intervals(metrics: Mapping[str, float], names: Sequence[str]) -> dict[str, tuple[float, float]]:
    return {
        name: (metrics[f"{name}.low"], metrics[f"{name}.high"])
        for name in names
        if f"{name}.low" in metrics and f"{name}.high" in metrics
    }


def most_valuable(rows: Sequence[FrontRow], objectives: Sequence[Objective], n: int) -> list[FrontRow]:
    """Returns the n members, or all, that together are worth most by hypervolume, in the order of the front."""
    values = [list(row.values.values()) for row in rows]
    return [rows[i] for i in sorted(most_together(values, [o.direction for o in objectives])[:n])]


def front_json(rows: Sequence[FrontRow], objectives: Sequence[Objective]) -> dict[str, Any]:
    """Returns the front as JSON; the keys are stable."""
    return {
        "objectives": [{"metric": o.metric, "direction": o.direction} for o in objectives],
        "front": [
            {
                "trial": row.trial,
                "values": row.values,
                "intervals": {name: list(bounds) for name, bounds in row.intervals.items()},
                "excess_loss": row.excess,
                "knee": row.knee,
                "probability": row.probability,
                "shape": row.shape,
            }
            for row in rows
        ],
    }


def front_table(rows: Sequence[FrontRow], objectives: Sequence[Objective], *, shapes: Mapping[int, str]) -> Table:
    """Returns the front as a table. `shapes` gives each trial's shape in one short line."""
    table = plain_table()
    table.add_column("trial", justify="right", no_wrap=True)
    for objective in objectives:
        table.add_column(objective_header(objective), justify="right", no_wrap=True)
    with_curve = any(row.excess is not None for row in rows)
    if with_curve:
        table.add_column("vs curve", justify="right", no_wrap=True)
    with_seeds = any(row.probability is not None for row in rows)
    if with_seeds:
        table.add_column("on front", justify="right", no_wrap=True)
    table.add_column("shape")
    columns = [_objective_cells(rows, objective) for objective in objectives]
    if with_curve:
        columns.append([signed(row.excess) for row in rows])
    if with_seeds:
        columns.append(["-" if row.probability is None else f"{row.probability:.0%}" for row in rows])
    for row, cells in zip(rows, zip(*columns, strict=True), strict=True):
        mark = f"{row.trial} *" if row.knee else f"{row.trial}  "
        table.add_row(mark, *cells, one_line(shapes[row.trial]), style="bold" if row.knee else "")
    return table


def objective_header(objective: Objective) -> str:
    """Returns a short column header; what is maximised says so."""
    return (objective.label or objective.metric) + (" (max)" if objective.direction == "maximize" else "")


def _objective_cells(rows: Sequence[FrontRow], objective: Objective) -> list[str]:
    """One column: values in one form, each with half its interval's length where it has one."""
    name = objective.metric
    widths = [row.intervals.get(name) for row in rows]
    cells = aligned([row.values[name] for row in rows] + [None if w is None else (w[1] - w[0]) / 2 for w in widths])
    values, halves = cells[: len(rows)], cells[len(rows) :]
    return [f"{v} ±{h}" if h != "-" else v for v, h in zip(values, halves, strict=True)]


def signed(number: float | None) -> str:
    """Returns a difference with its sign; None is a dash."""
    return "-" if number is None else f"{round(number, 3) + 0.0:+.3f}"  # no negative zero


def shape_text(shape: Mapping[str, Any]) -> str:
    """Returns a shape's fields in one line, for spaces whose shapes have no summary of their own."""
    return " ".join(f"{name}={value}" for name, value in shape.items())


def front_title(rows: Sequence[FrontRow], info: StudyInfo, records: Sequence[Record], *, rung: int = 0) -> Text:
    """Returns how many of how many candidates are on the front, and what became of the others."""
    n_failed = sum(record.state == "failed" for record in records)
    n_out = sum(record.state == "complete" and not record.feasible for record in records)
    n_stopped = sum(record.state == "pruned" for record in records)
    failed = (f", {n_failed} failed" if n_failed else "") + (f", {n_stopped} stopped early" if n_stopped else "")
    out = f", {n_out} outside the constraints" if n_out else ""
    name = info.name + (f", rung {rung}" if rung else "")
    title = f"{name}: {len(rows)} on the front of {len(scored(records))} candidates{failed}{out}"
    return Text(title, style="bold")


def _knee_note(info: StudyInfo) -> str:
    bounded = [info.objectives[i] for i in settled(info.objectives, info.constraints)]
    if not bounded:
        return "* knee: the front's best compromise"
    names = " and ".join(o.label or o.metric for o in bounded)
    left = len(info.objectives) - len(bounded)
    best = "the best" if left == 1 else "the best compromise"
    return f"* knee: {best} of those whose {names} keep{'s' if len(bounded) == 1 else ''} the bound"


def front_view(
    rows: Sequence[FrontRow],
    info: StudyInfo,
    records: Sequence[Record],
    *,
    remarks: Sequence[str] = (),
    rung: int = 0,
    few: int | None = None,
) -> RenderableType:
    """Returns what `autonas front` prints: the table, how to read it, and what else is to be said of it.

    Args:
        few: Only so many of the rows are shown.
    """
    title = front_title(rows, info, records, rung=rung)
    notes = []
    if few is not None and few < len(rows):
        rows = most_valuable(rows, info.objectives, few)
        worth = "the one that is" if few == 1 else f"the {few} that together are"
        notes.append(f"shown: {worth} worth most by hypervolume")
    if any(row.knee for row in rows):
        notes.append(_knee_note(info))
    if any(row.intervals for row in rows):
        notes.append("±: half of the 95 % interval")
    if any(row.excess is not None for row in rows):
        notes.append("vs curve: loss above (+) or below (-) what is usual at that size")
    if any(row.probability is not None for row in rows):
        notes.append("on front: probability that it belongs there, by its spread over seeds")
    shapes = {record.number: record.summary or shape_text(record.shape) for record in records}
    table = front_table(rows, info.objectives, shapes=shapes)
    lines = [*(Text(note, style="dim") for note in notes), *(Text(remark) for remark in remarks)]
    return Group(title, table, *lines)
