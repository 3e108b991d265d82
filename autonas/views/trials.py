"""All trials of a study as a pandas DataFrame, and the short table of it that fits a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
from rich.console import Group, RenderableType
from rich.text import Text

from autonas.records import Record, StudyInfo
from autonas.study import Objective
from autonas.views.front import objective_header, shape_text
from autonas.views.numbers import aligned
from autonas.views.tables import one_line, plain_table

__all__ = ["trials_frame", "trials_json", "trials_table"]


def trials_frame(records: Sequence[Record], objectives: Sequence[Objective]) -> pd.DataFrame:
    """Returns one row a trial.

    Columns: trial, state, reason, seconds, started; the objectives by metric; then the other metrics, and
    the shape's fields as `shape.FIELD`.
    """
    rows = [_row(record, objectives) for record in records]
    first = ["trial", "state", "reason", "seconds", "started", *(o.metric for o in objectives)]
    others = dict.fromkeys(name for row in rows for name in row if name not in first)
    metrics = sorted(name for name in others if not name.startswith("shape"))
    shape = [name for name in others if name.startswith("shape")]
    return pd.DataFrame(rows, columns=[*first, *metrics, *shape])


def _row(record: Record, objectives: Sequence[Objective]) -> dict[str, Any]:
    row: dict[str, Any] = {
        "trial": record.number,
        "state": record.state,
        "reason": record.reason or None,
        "seconds": record.seconds,
        "started": record.started,
    }
    row |= record.metrics
    if record.values is not None:
        row |= {o.metric: value for o, value in zip(objectives, record.values, strict=True)}
    row["shape_key"] = record.shape_key
    return row | {f"shape.{name}": content for name, content in record.shape.items()}


def trials_json(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Returns the frame as a list of rows; what a trial lacks is null."""
    plain = frame.astype(object).where(frame.notna(), None)
    rows: list[dict[str, Any]] = plain.to_dict(orient="records")
    for row in rows:
        row["started"] = row["started"].isoformat() if row["started"] is not None else None
    return rows


def trials_table(records: Sequence[Record], info: StudyInfo) -> RenderableType:
    """Returns what `autonas trials` prints: state, objectives, time and shape."""
    objectives = info.objectives
    table = plain_table()
    table.add_column("trial", justify="right", no_wrap=True)
    table.add_column("state", no_wrap=True)
    for objective in objectives:
        table.add_column(objective_header(objective), justify="right", no_wrap=True)
    table.add_column("seconds", justify="right", no_wrap=True)
    table.add_column("shape")
    columns = [aligned([None if r.values is None else r.values[i] for r in records]) for i in range(len(objectives))]
    for index, record in enumerate(records):
        state = record.state + (f": {record.reason}" if record.reason else "")
        took = "-" if record.seconds is None else f"{record.seconds:.0f}"
        cells = (column[index] for column in columns)
        style = "" if record.state == "complete" else "dim"
        table.add_row(
            str(record.number), state, *cells, took, one_line(record.summary or shape_text(record.shape)), style=style
        )
    title = Text(f"{info.name}: {len(records)} trials", style="bold")
    return Group(title, table, Text("all columns: --csv FILE", style="dim"))
