"""One candidate in full: its architecture drawn as text, its metrics and its learning curve."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from autonas.errors import AutonasError
from autonas.protocols import DescribingSpace, Part
from autonas.records import Record, StudyInfo
from autonas.resolve import resolve_study
from autonas.views.front import shape_text
from autonas.views.numbers import aligned, duration, sparkline, value
from autonas.views.tables import plain_table

__all__ = ["candidate_json", "candidate_view", "describer", "parts_of", "parts_table"]


def candidate_json(record: Record, parts: Sequence[Part]) -> dict[str, Any]:
    """Returns a candidate as JSON; the keys are stable."""
    return {
        "trial": record.number,
        "state": record.state,
        "reason": record.reason or None,
        "message": record.message or None,
        "shape": dict(record.shape),
        "shape_key": record.shape_key,
        "genome": dict(record.genome),
        "values": list(record.values) if record.values is not None else None,
        "metrics": dict(record.metrics),
        "curve": [dict(point) for point in record.curve],
        "seconds": record.seconds,
        "parts": [_part_json(part) for part in parts],
    }


def parts_of(record: Record, info: StudyInfo) -> tuple[Sequence[Part], str]:
    """Returns the parts of a candidate's network as its space draws them; if it cannot, none and why."""
    try:
        return describer(info)(record), ""
    except AutonasError as error:  # the study's file has gone or has changed
        return (), f"no drawing, because the study cannot be loaded: {error.message}"


def describer(info: StudyInfo) -> Callable[[Record], Sequence[Part]]:
    """Returns what gives the parts of a candidate's network; none if the study's space draws no shapes.

    Raises:
        AutonasError: The study cannot be loaded.
    """
    study = resolve_study(info.reference, device=info.device_type, overrides=info.overrides).study
    space, context = study.space, study.budget.context if study.budget is not None else 0
    if not isinstance(space, DescribingSpace):
        return lambda _: ()
    return lambda record: space.describe(space.decode(record.genome), context)


def _part_json(part: Part) -> dict[str, Any]:
    return {
        "name": part.name,
        "detail": part.detail,
        "repeats": part.repeats,
        "parameters": part.total,
        "flops": part.total_flops,
        "parts": [_part_json(child) for child in part.children],
    }


def candidate_view(record: Record, *, study: str, parts: Sequence[Part]) -> RenderableType:
    """Returns what `autonas show` prints."""
    state = record.state + (f": {record.reason}" if record.reason else "")
    took = f", {duration(record.seconds)}" if record.seconds is not None else ""
    lines: list[RenderableType] = [
        Text(f"trial {record.number} of {study} ({state}{took})", style="bold"),
        Text(record.summary or shape_text(record.shape)),
    ]
    if record.message:
        lines.append(Text(record.message, style="red"))
    lines += [Text(), parts_table(parts) if parts else _fields_table(record.shape or record.genome)]
    if record.metrics:
        lines += [metrics_table(record.metrics)]
    if record.curve:
        lines += [curve_text(record.curve)]
    return Group(*lines)


def parts_table(parts: Sequence[Part]) -> Table:
    """Returns an architecture as a table: parts in the order of the flow, dimensions, parameters, shares."""
    total, flops = sum(part.total for part in parts), sum(part.total_flops for part in parts)
    table = plain_table(footer=True)
    table.add_column("part", no_wrap=True, footer="total")
    table.add_column("dimensions", overflow="fold")
    table.add_column("parameters", justify="right", no_wrap=True, footer=f"{total:,}")
    table.add_column("share", justify="right", no_wrap=True)
    if flops:
        table.add_column("of FLOPs", justify="right", no_wrap=True)
    for branch, part, repeats in _flatten(parts):
        times = f" x {part.repeats}" if part.repeats > 1 else ""
        parameters = repeats * part.total
        shares = [f"{parameters / total:.1%}" if parameters else ""]
        shares += [f"{repeats * part.total_flops / flops:.1%}" if part.total_flops else ""] if flops else []
        table.add_row(f"{branch}{part.name}{times}", part.detail, f"{parameters:,}", *shares)
    return table


def _flatten(
    parts: Sequence[Part], indent: str = "", repeats: int = 1, *, nested: bool = False
) -> Iterator[tuple[str, Part, int]]:
    """Yields each part with the branch drawn before its name and how often what it stands in is repeated."""
    for position, part in enumerate(parts):
        last = position == len(parts) - 1
        yield indent + (("└─ " if last else "├─ ") if nested else ""), part, repeats
        below = indent + (("   " if last else "│  ") if nested else "")
        yield from _flatten(part.children, below, repeats * part.repeats, nested=True)


def _fields_table(shape: Mapping[str, Any]) -> Table:
    table = plain_table()
    table.add_column("field", no_wrap=True)
    table.add_column("value", overflow="fold")
    for name, content in shape.items():
        table.add_row(name, str(content))
    return table


def metrics_table(metrics: Mapping[str, float]) -> Table:
    """Returns all metrics, each with its interval where it has one."""
    table = plain_table()
    table.add_column("metric", no_wrap=True)
    table.add_column("value", justify="right", no_wrap=True)
    table.add_column("95 % interval", no_wrap=True)
    for name in sorted(metrics):
        if name.endswith((".low", ".high")) and name.rpartition(".")[0] in metrics:
            continue
        low, high = metrics.get(f"{name}.low"), metrics.get(f"{name}.high")
        interval = f"{value(low)} to {value(high)}" if low is not None and high is not None else ""
        table.add_row(name, value(metrics[name]), interval)
    return table


def curve_text(curve: Sequence[Mapping[str, float]], *, width: int = 40) -> Text:
    """Returns the learning curve in one line of bars, its first and last loss beside it."""
    losses = [point["loss"] for point in curve if "loss" in point]
    if not losses:
        return Text()
    first, last = aligned([losses[0], losses[-1]])
    return Text(f"training loss  {first} {sparkline(losses, width=width)} {last}")
