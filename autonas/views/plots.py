"""A study as plotly figures: each says in its title what it shows."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import numpy as np
import plotly.graph_objects as go
from plotly.colors import sample_colorscale

from autonas.curve import LossSizeCurve, fit_curve, size_metric
from autonas.fidelity import Agreement
from autonas.pareto import hypervolume_curve, knee, non_dominated, reference_point
from autonas.records import Record
from autonas.study import Constraint, Objective, settled
from autonas.views.front import scored, shape_text
from autonas.views.numbers import aligned, is_wide, value

__all__ = [
    "agreement_figure", "collapse_figure", "curves_figure", "front_figure", "fronts_figure", "hypervolume_figure",
    "importance_figure", "parallel_figure", "size_figure",
]  # fmt: skip

_FRONT, _OTHER, _LINE, _KNEE = "#d1565a", "#8da5c4", "#5584c9", "#f0a030"  # seen on white and on black
_CAMERA = {"eye": {"x": 1.5, "y": 1.5, "z": 0.7}, "center": {"x": 0, "y": 0, "z": -0.2}}  # the whole cube
_LAYOUT: dict[str, Any] = {
    "template": "plotly_white",
    "margin": {"l": 60, "r": 20, "t": 80, "b": 50},  # at the top for the buttons, then the title
    "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": "#8da5c4", "activecolor": _LINE},
    "legend": {"orientation": "h", "y": -0.16, "yanchor": "top", "x": 0, "xanchor": "left"},  # pages may be narrow
    "height": 460,
}
_BESIDE = {"orientation": "v", "x": 1.02, "xanchor": "left", "y": 1, "yanchor": "top"}  # where a legend has many lines


def front_figure(
    records: Sequence[Record], objectives: Sequence[Objective], constraints: Sequence[Constraint] = ()
) -> go.Figure:
    """Returns the candidates within the constraints by their first three objectives, the front's marked.

    With one objective they stand in the order of their trials.
    """
    finished = scored(records)
    front = _front(finished, objectives)
    values, directions = [list(r.values or ()) for r in front], [o.direction for o in objectives]
    best = knee(values, directions, settled=settled(objectives, constraints))
    knees = [] if best is None else [front[best]]
    members = [r for r in front if r not in knees]
    others = [r for r in finished if r not in front]
    title = "The front: candidates that no other beats in everything"
    series = [("other candidates", _OTHER, 4, others), ("front", _FRONT, 6, members), ("knee", _KNEE, 9, knees)]
    return _points_figure(title, objectives, series)


def fronts_figure(studies: Mapping[str, Sequence[Record]], objectives: Sequence[Objective]) -> go.Figure:
    """Returns the fronts of two studies with the same objectives."""
    series = [
        (name, colour, 5, _front(scored(records), objectives))
        for (name, records), colour in zip(studies.items(), (_FRONT, _LINE), strict=True)
    ]
    return _points_figure("The fronts", objectives, series)


def _front(finished: Sequence[Record], objectives: Sequence[Objective]) -> list[Record]:
    values = [list(r.values or ()) for r in finished]
    return [finished[i] for i in non_dominated(values, [o.direction for o in objectives])]


def _points_figure(
    title: str, objectives: Sequence[Objective], series: Sequence[tuple[str, str, int, Sequence[Record]]]
) -> go.Figure:
    """Returns candidates as points. A series is its name, colour, size of the marks and candidates."""
    figure = _figure(title)
    for name, colour, size, chosen in series:
        columns = list(zip(*(r.values or () for r in chosen), strict=True)) or [()] * len(objectives)
        texts = [_hover(r, objectives) for r in chosen]
        marks = {"mode": "markers", "name": name, "text": texts, "hoverinfo": "text"}
        if len(objectives) >= 3:
            marker = {"size": size, "color": colour}
            figure.add_scatter3d(x=columns[2], y=columns[1], z=columns[0], marker=marker, **marks)
        else:
            across = columns[1] if len(objectives) == 2 else [r.number for r in chosen]
            figure.add_scatter(x=across, y=columns[0], marker={"size": size + 3, "color": colour}, **marks)
    everything = [r.values or () for _, _, _, chosen in series for r in chosen]
    columns = list(zip(*everything, strict=True)) or [()] * len(objectives)
    axes = [_axis(_label(o), column) for o, column in zip(objectives, columns, strict=True)]
    if len(objectives) >= 3:
        scene = {f"{name}axis": axis for name, axis in zip("zyx", axes, strict=False)}
        cube = scene | {"aspectmode": "cube", "camera": _CAMERA}
        figure.update_layout(scene=cube, margin={"l": 0, "r": 0, "t": 40, "b": 0}, legend={"y": 0}, height=620)
    else:
        below = axes[1] if len(objectives) == 2 else _axis("trial", ())
        figure.update_layout(xaxis=below, yaxis=axes[0])
    return figure


def hypervolume_figure(records: Sequence[Record], objectives: Sequence[Objective]) -> go.Figure:
    """Returns how the front's hypervolume grew, over trials and over time, as a share of what it is now."""
    ended = [r for r in records if r.finished]
    values = [list(r.values) if r.state == "complete" and r.feasible and r.values else None for r in ended]
    known = [v for v in values if v is not None]
    figure = _figure("Hypervolume of the front over trials and time")
    if known:
        directions = [o.direction for o in objectives]
        curve = hypervolume_curve(values, reference_point(known, directions), directions)
        shares = [volume / curve[-1] if curve[-1] else 0.0 for volume in curve]
        figure.add_scatter(x=list(range(1, len(shares) + 1)), y=shares, name="over trials", line={"color": _LINE})
        seconds = _seconds_of_training(ended)
        unit, length = ("minutes", 60) if max((s for s in seconds if s), default=0) < 3 * 3600 else ("hours", 3600)
        spent = [None if s is None else s / length for s in seconds]
        figure.add_scatter(x=spent, y=shares, name=f"over {unit}", xaxis="x2", line={"color": _FRONT})
        figure.update_layout(xaxis2={"title": {"text": f"{unit} in which candidates ran"}})
    figure.update_layout(
        xaxis={"title": "trials that have ended"},
        xaxis2={"overlaying": "x", "side": "top", "showgrid": False, "tickmode": "auto"},
        yaxis={"title": "share of today's", "range": [0, 1.05]},
        margin={**_LAYOUT["margin"], "t": 110},
    )
    return figure


def _seconds_of_training(records: Sequence[Record]) -> list[float | None]:
    """Returns for how long at least one candidate had run when each ended: a search may rest for a night in between."""
    spans = [(r.started, r.started + timedelta(seconds=r.seconds or 0.0)) if r.started else None for r in records]
    # Of the stretches without a break: when each began, and for how long candidates had run before it.
    starts: list[datetime] = []
    before: list[float] = []
    total, last = 0.0, None
    for started, end in sorted(span for span in spans if span):
        if last is None or started > last:
            starts.append(started)
            before.append(total)
            last = started
        total += max(0.0, (end - last).total_seconds())
        last = max(last, end)

    def spent(end: datetime) -> float:
        stretch = bisect_right(starts, end) - 1
        return before[stretch] + (end - starts[stretch]).total_seconds()

    return [spent(span[1]) if span else None for span in spans]


def curves_figure(records: Iterable[Record], title: str) -> go.Figure:
    """Returns the training losses of some candidates over tokens."""
    figure, shown = _figure(title), [r for r in records if r.curve]
    known = {r.number: [(p["tokens"], p["loss"]) for p in r.curve if "tokens" in p and "loss" in p] for r in shown}
    for (number, points), colour in zip(known.items(), _colours(len(known)), strict=True):
        if points:
            tokens, losses = zip(*points, strict=True)
            figure.add_scatter(x=tokens, y=losses, name=f"trial {number}", mode="lines", line={"color": colour})
    everywhere = [tokens for points in known.values() for tokens, _ in points]
    figure.update_layout(xaxis=_axis("tokens", everywhere, logarithmic=True), legend=_BESIDE)
    figure.update_yaxes(title="training loss, bits per byte")
    return figure


_SIZES = {"parameters": "parameters", "file_bytes": "bytes of the file"}


def size_figure(records: Sequence[Record], objectives: Sequence[Objective]) -> go.Figure:
    """Returns loss against size, with the curve of what is usual at a size; empty where a study has neither."""
    size = size_metric(records) or ""
    known = [r for r in scored(records) if "loss" in r.metrics and size in r.metrics]
    figure = _figure("Loss against size; below the line is better than usual at that size")
    if not known:
        return figure
    sizes, losses = ([r.metrics[name] for r in known] for name in (size, "loss"))
    ends = [[r.metrics.get(f"loss.{end}", r.metrics["loss"]) for r in known] for end in ("low", "high")]
    figure.add_scatter(
        x=sizes,
        y=losses,
        error_y={
            "type": "data",
            "array": [high - loss for high, loss in zip(ends[1], losses, strict=True)],
            "arrayminus": [loss - low for low, loss in zip(ends[0], losses, strict=True)],
            "color": "rgba(130,145,170,0.5)",
            "thickness": 1,
        },
        mode="markers",
        name="candidates, 95 % interval",
        text=[_hover(r, objectives) for r in known],
        hoverinfo="text",
        marker={"color": _LINE, "size": 7},
    )
    curve = fit_curve(sizes, losses)
    if curve is not None:
        across = np.geomspace(min(sizes), max(sizes), 100)
        usual = [curve.predict(at) for at in across]
        figure.add_scatter(x=across, y=usual, mode="lines", name=_formula(curve), line={"color": _FRONT})
    figure.update_layout(xaxis=_axis(_SIZES[size], sizes, logarithmic=True))
    figure.update_yaxes(title="loss, bits per byte")
    return figure


def collapse_figure(records: Sequence[Record], prefix: str = "collapse_") -> go.Figure:
    """Returns the collapse score of some candidates by temperature and by kind of prompt."""
    names = sorted({name for r in records for name in r.metrics if name.startswith(prefix)}, key=_by_kind)
    shares = [[r.metrics.get(name) for name in names] for r in records]
    figure = _figure("Collapse by temperature and by kind of prompt: the share that degenerates")
    figure.add_heatmap(
        x=[name.removeprefix(prefix).replace("_", " ") for name in names],
        y=[f"trial {r.number}" for r in records],
        z=shares,
        text=[["" if share is None else f"{share:.2f}" for share in row] for row in shares],
        texttemplate="%{text}",
        hoverinfo="x+y+z",
        colorscale="OrRd",
        zmin=0.0,
        xgap=2,
        ygap=2,
        showscale=False,
    )
    figure.update_layout(height=130 + 26 * len(records), margin={**_LAYOUT["margin"], "l": 80, "t": 80})
    figure.update_xaxes(side="top", showgrid=False)
    figure.update_yaxes(autorange="reversed", showgrid=False)
    return figure


def parallel_figure(records: Sequence[Record], objectives: Sequence[Objective]) -> go.Figure:
    """Returns each candidate as a line through its genes and objectives, coloured by the first objective."""
    finished = scored(records)
    figure = _figure("Every candidate: its genes and its objectives")
    if not finished:
        return figure
    dimensions = [_gene_axis(name, [r.genome.get(name) for r in finished]) for name in finished[0].genome]
    columns = np.array([r.values for r in finished], dtype=float)
    dimensions += [_objective_axis(_label(o), column) for o, column in zip(objectives, columns.T, strict=True)]
    line = {"color": columns[:, 0].tolist(), "colorscale": "Portland", "showscale": True}
    ends = {"size": 1, "color": "rgba(0,0,0,0)"}  # plotly's numbers at the ends of an axis would hide the labels
    shown = [d for d in dimensions if d]
    figure.add_parcoords(dimensions=shown, line=line, labelangle=-30, labelside="bottom", rangefont=ends)
    figure.update_layout(margin={"l": 60, "r": 60, "t": 60, "b": 110}, height=520)
    return figure


def importance_figure(importances: Mapping[str, Mapping[str, float]]) -> go.Figure:
    """Returns the shares of the genes in each objective, see `importances`; the most important gene is at the top."""
    figure = _figure("What decides: importance of the genes (PED-ANOVA)")
    genes = list(dict.fromkeys(gene for shares in importances.values() for gene in shares))
    means = {g: np.mean([shares.get(g, 0.0) for shares in importances.values()]) for g in genes}
    order = sorted(genes, key=lambda gene: means[gene])
    for target, shares in importances.items():
        names = [gene.replace("_", " ") for gene in order]
        figure.add_bar(x=[shares.get(gene, 0.0) for gene in order], y=names, name=target, orientation="h")
    figure.update_xaxes(title="share", tickformat=".0%")
    figure.update_yaxes(dtick=1, tickfont={"size": 10})  # each gene, however low the figure
    figure.update_layout(barmode="group", bargap=0.15, legend={**_BESIDE, "traceorder": "reversed"})
    return figure


def agreement_figure(fidelity: Mapping[tuple[int, int], Sequence[Agreement]]) -> go.Figure:
    """Returns how two rungs rank the same candidates: Spearman's coefficient with its 95 % interval."""
    figure = _figure("Rank correlation between rungs")
    for (low, high), agreements in fidelity.items():
        finite = [a for a in agreements if np.isfinite(a.value)]
        figure.add_bar(
            x=[a.metric for a in finite],
            y=[a.value for a in finite],
            error_y={
                "type": "data",
                "array": [a.high - a.value if np.isfinite(a.high) else 0.0 for a in finite],
                "arrayminus": [a.value - a.low if np.isfinite(a.low) else 0.0 for a in finite],
            },
            name=f"rungs {low} and {high}",
            text=[f"n = {a.n}" for a in finite],
        )
    figure.update_yaxes(title="Spearman's coefficient", range=[-1.05, 1.05])
    return figure


def _figure(title: str) -> go.Figure:
    return go.Figure(layout={**_LAYOUT, "title": {"text": title, "x": 0.01, "font": {"size": 15}}})


def _colours(n: int) -> list[str]:
    """Returns colours that follow each other, for what is in an order."""
    return list(sample_colorscale("Turbo", [0.12 + 0.76 * i / max(1, n - 1) for i in range(n)]))


def _label(objective: Objective) -> str:
    return objective.label or objective.metric


def _hover(record: Record, objectives: Sequence[Objective]) -> str:
    values = (f"{_label(o)} {value(v)}" for o, v in zip(objectives, record.values or (), strict=True))
    return "<br>".join([f"trial {record.number}", record.summary or shape_text(record.shape), *values])


def _axis(title: str, numbers: Sequence[float], *, logarithmic: bool | None = None) -> dict[str, Any]:
    """Returns an axis; one that is logarithmic has its numbers written out: plotly's own are digits without a scale.

    Args:
        logarithmic: By default if that suits the numbers.
    """
    axis: dict[str, Any] = {"title": {"text": title}}
    if not numbers or not (is_wide(numbers) if logarithmic is None else logarithmic) or min(numbers) <= 0:
        return axis
    low, high = math.log10(min(numbers)), math.log10(max(numbers))
    steps = (1, 2, 3, 5, 7) if high - low < 1.5 else (1, 2, 5) if high - low < 3 else (1,)
    ticks = [step * 10.0**decade for decade in range(math.floor(low), math.ceil(high) + 1) for step in steps]
    return axis | {"type": "log", "tickvals": ticks, "ticktext": [value(tick) for tick in ticks]}


def _formula(curve: LossSizeCurve) -> str:
    return (
        f"usual at a size: {curve.floor:.2f} + {curve.scale:.2f} (N / {value(round(curve.unit))})^-{curve.exponent:.2f}"
    )


def _by_kind(name: str) -> tuple[bool, str]:
    """Temperatures first."""
    return "_t" not in name[:11], name


def _objective_axis(label: str, column: Sequence[float]) -> dict[str, Any]:
    """Returns an axis of parallel coordinates with a few numbers."""
    ticks = np.linspace(min(column), max(column), 6)
    texts = aligned([round(tick) if abs(tick) >= 1000 else float(tick) for tick in ticks])
    return {"label": label, "values": list(column), "tickvals": ticks.tolist(), "ticktext": texts}


def _gene_axis(name: str, choices: Sequence[Any]) -> dict[str, Any]:
    """Returns an axis of parallel coordinates; none for a gene that does not vary."""
    kinds = sorted(set(choices), key=lambda choice: (str(type(choice)), choice))
    if len(kinds) < 2:
        return {}
    places = [kinds.index(choice) for choice in choices]
    return {
        "label": name.replace("_", " "),
        "values": places,
        "tickvals": list(range(len(kinds))),
        "ticktext": [str(kind) for kind in kinds],
    }
