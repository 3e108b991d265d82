"""Studies side by side: all of a storage in one line each, and two compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from autonas.errors import UsageError
from autonas.pareto import dominates, hypervolume, non_dominated, reference_point
from autonas.records import Record, StudyInfo, StudySummary
from autonas.resolve import differences
from autonas.views.front import objective_header, scored
from autonas.views.numbers import aligned, value
from autonas.views.tables import plain_table

__all__ = ["Comparison", "compare", "comparison_json", "comparison_view", "status_json", "status_table"]


def status_json(summaries: Sequence[StudySummary]) -> list[dict[str, Any]]:
    """Returns the studies of a storage as JSON; the keys are stable."""
    return [
        {
            "name": s.info.name,
            "study": s.info.reference,
            "device": s.info.device_type,
            "seed": s.info.seed,
            "target": s.n_trials,
            "complete": s.n_complete,
            "failed": s.n_failed,
            "pruned": s.n_pruned,
            "running": s.n_running,
            "waiting": s.n_waiting,
            "recent_gain": s.gain,
            "searching": s.searching,
            "created": s.info.created,
            "updated": s.updated.isoformat() if s.updated is not None else None,
            "hash": s.info.hash,
        }
        for s in summaries
    ]


def status_table(summaries: Sequence[StudySummary]) -> Table:
    """Returns one line a study. "gain" is what the last two generations have added to the hypervolume."""
    table = plain_table()
    table.add_column("name", overflow="fold", min_width=8)
    table.add_column("study", overflow="fold", min_width=8)
    table.add_column("device", no_wrap=True)
    for name in ("seed", "finished", "gain"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("state", no_wrap=True)
    table.add_column("last change", no_wrap=True)
    for s in summaries:
        parts = [f"{n} {what}" for n, what in ((s.n_failed, "failed"), (s.n_pruned, "stopped early")) if n]
        finished = f"{_n_finished(s)} of {s.n_trials}" + (f" ({', '.join(parts)})" if parts else "")
        updated = s.updated.strftime("%m-%d %H:%M") if s.updated is not None else "-"
        gain = f"{s.gain:.1%}" if s.gain is not None else "-"
        cells = (s.info.device_type, str(s.info.seed), finished, gain, _state(s), updated)
        table.add_row(s.info.name, s.info.reference, *cells)
    return table


def _state(summary: StudySummary) -> str:
    if summary.searching:
        return "searching"
    return "finished" if _n_finished(summary) >= summary.n_trials else "stopped"


def _n_finished(summary: StudySummary) -> int:
    return summary.n_complete + summary.n_failed + summary.n_pruned


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two fronts under one reference point.

    Attributes:
        fronts: Each study's front: trial numbers, by study.
        hypervolumes: What each front dominates, bounded by `reference`, by study.
        shares: The same, as shares of the box between the best values of both fronts and `reference`.
        dominated: The share of each study's front that some candidate of the other dominates.
        best: The best value of each objective, by study.
        differences: (field, first, second) of all in which the studies' definitions differ.
    """

    names: tuple[str, str]
    objectives: tuple[str, ...]
    reference: tuple[float, ...]
    fronts: Mapping[str, list[int]]
    hypervolumes: Mapping[str, float]
    shares: Mapping[str, float]
    dominated: Mapping[str, float]
    best: Mapping[str, list[float]]
    differences: Sequence[tuple[str, Any, Any]]


def compare(first: tuple[StudyInfo, Sequence[Record]], second: tuple[StudyInfo, Sequence[Record]]) -> Comparison:
    """Compares the fronts of two studies that have the same objectives.

    Raises:
        UsageError: The objectives differ, or a study has no finished candidate.
    """
    infos = (first[0], second[0])
    objectives = infos[0].objectives
    if [(o.metric, o.direction) for o in objectives] != [(o.metric, o.direction) for o in infos[1].objectives]:
        described = [", ".join(objective_header(o) for o in info.objectives) for info in infos]
        raise UsageError(
            f"objectives differ: {infos[0].name!r} has {described[0]}; {infos[1].name!r} has {described[1]}",
            hint="compare studies with the same objectives in the same order",
        )
    directions = [o.direction for o in objectives]
    names = (infos[0].name, infos[1].name)
    fronts: dict[str, list[tuple[int, tuple[float, ...]]]] = {}
    for info, records in (first, second):
        points = [(r.number, r.values or ()) for r in scored(records)]
        if not points:
            raise UsageError(f"study {info.name!r} has no finished candidate yet", hint="run its search first")
        fronts[info.name] = [points[i] for i in non_dominated([v for _, v in points], directions)]
    values = {name: [v for _, v in front] for name, front in fronts.items()}
    reference = reference_point([*values[names[0]], *values[names[1]]], directions)
    volumes = {name: hypervolume(values[name], reference, directions) for name in names}
    box_volume = hypervolume([_best([p for v in values.values() for p in v], directions)], reference, directions)
    others = dict(zip(names, reversed(names), strict=True))
    return Comparison(
        names=names,
        objectives=tuple(objective_header(o) for o in objectives),
        reference=tuple(reference),
        fronts={name: [number for number, _ in front] for name, front in fronts.items()},
        hypervolumes=volumes,
        shares={name: volume / box_volume for name, volume in volumes.items()},
        dominated={name: _dominated_share(values[name], values[others[name]], directions) for name in names},
        best={name: _best(values[name], directions) for name in names},
        differences=differences(infos[0].description, infos[1].description),
    )


def _dominated_share(
    front: Sequence[tuple[float, ...]], other: Sequence[tuple[float, ...]], directions: Sequence[str]
) -> float:
    """The share of `front` that a point of `other` dominates."""
    beaten = [any(dominates(rival, point, directions) for rival in other) for point in front]
    return sum(beaten) / len(beaten)


def _best(front: Sequence[tuple[float, ...]], directions: Sequence[str]) -> list[float]:
    columns = zip(*front, strict=True)
    return [min(c) if d == "minimize" else max(c) for c, d in zip(columns, directions, strict=True)]


def comparison_json(comparison: Comparison) -> dict[str, Any]:
    """Returns the comparison as JSON; the keys are stable."""
    return {
        "studies": [
            {
                "name": name,
                "front": comparison.fronts[name],
                "hypervolume": comparison.hypervolumes[name],
                "hypervolume_share": comparison.shares[name],
                "dominated_share": comparison.dominated[name],
                "best": dict(zip(comparison.objectives, comparison.best[name], strict=True)),
            }
            for name in comparison.names
        ],
        "reference": list(comparison.reference),
        "differences": [{"field": f, "first": a, "second": b} for f, a, b in comparison.differences],
    }


def comparison_view(comparison: Comparison) -> RenderableType:
    """Returns what `autonas compare` prints."""
    table = plain_table()
    table.add_column("study", overflow="fold")
    for header in ("front", "hypervolume", "dominated"):
        table.add_column(header, justify="right", no_wrap=True)
    for name in comparison.objectives:
        table.add_column(f"best {name}", justify="right")
    columns = zip(*(comparison.best[name] for name in comparison.names), strict=True)
    best = list(zip(*(aligned(column) for column in columns), strict=True))
    for name, cells in zip(comparison.names, best, strict=True):
        shares = f"{comparison.shares[name]:.4f}", f"{100 * comparison.dominated[name]:.0f} %"
        table.add_row(name, str(len(comparison.fronts[name])), *shares, *cells)
    reference = ", ".join(value(r) for r in comparison.reference)
    lines: list[RenderableType] = [
        table,
        Text(f"hypervolume: share of the box from the best values of both to the reference ({reference})"),
        Text("dominated: share of the front that candidates of the other study dominate"),
    ]
    if comparison.differences:
        lines.append(Text("the studies differ in:"))
        lines += [Text(f"  {field}: {_short(a)} -> {_short(b)}") for field, a, b in comparison.differences[:12]]
        if len(comparison.differences) > 12:
            lines.append(Text(f"  and {len(comparison.differences) - 12} more (--json lists all)"))
    return Group(*lines)


def _short(content: Any) -> str:
    text = str(content)
    return text if len(text) <= 40 else f"{text[:37]}..."
