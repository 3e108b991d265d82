"""A study as plotly figures: each says in its title what it shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any

import numpy as np
import plotly.graph_objects as go

from autonas.curve import LossSizeCurve, fit_curve
from autonas.fidelity import Agreement
from autonas.pareto import hypervolume_curve, non_dominated, reference_point
from autonas.records import Record
from autonas.study import Objective
from autonas.views.front import scored, shape_text
from autonas.views.numbers import value

__all__ = [
    "agreement_figure", "collapse_figure", "curves_figure", "front_figure", "fronts_figure", "hypervolume_figure",
    "parallel_figure", "size_figure",
]  # fmt: skip

_FRONT, _OTHER, _LINE = "#c44e52", "#8da5c4", "#4c72b0"
_LAYOUT: dict[str, Any] = {
    "template": "plotly_white",
    "margin": {"l": 60, "r": 20, "t": 50, "b": 50},
    "legend": {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 1, "xanchor": "right"},
    "height": 460,
}
_BESIDE = {"orientation": "v", "x": 1.02, "xanchor": "left", "y": 1, "yanchor": "top"}  # where a legend has many lines


def front_figure(records: Sequence[Record], objectives: Sequence[Objective]) -> go.Figure:
    """Returns the candidates within the constraints by their first three objectives, the front's marked.

    With one objective they stand in the order of their trials.
    """
    finished = scored(records)
    front = _front(finished, objectives)
    on_front = {r.number for r in front}
    others = [r for r in finished if r.number not in on_front]
    title = "The front: candidates that no other beats in everything"
    return _points_figure(title, objectives, [("other candidates", _OTHER, 4, others), ("front", _FRONT, 6, front)])


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
    labels = [_label(o) for o in objectives]
    everything = [r.values or () for _, _, _, chosen in series for r in chosen]
    logarithmic = [_is_wide(column) for column in zip(*everything, strict=True)] or [False] * len(objectives)
    if len(objectives) >= 3:
        axes = zip("zyx", labels, logarithmic, strict=False)
        figure.update_layout(
            scene={f"{axis}axis": {"title": label, "type": _scale(wide)} for axis, label, wide in axes}, height=620
        )
    else:
        figure.update_yaxes(title=labels[0], type=_scale(logarithmic[0]))
        two = len(objectives) == 2
        figure.update_xaxes(title=labels[1] if two else "trial", type=_scale(two and logarithmic[1]))
    return figure


def hypervolume_figure(records: Sequence[Record], objectives: Sequence[Objective]) -> go.Figure:
    """Returns how the front's hypervolume grew, over trials and over hours, as a share of what it is now."""
    ended = [r for r in records if r.finished]
    values = [list(r.values) if r.state == "complete" and r.feasible and r.values else None for r in ended]
    known = [v for v in values if v is not None]
    figure = _figure("Hypervolume of the front, as a share of today's")
    if known:
        directions = [o.direction for o in objectives]
        curve = hypervolume_curve(values, reference_point(known, directions), directions)
        shares = [volume / curve[-1] if curve[-1] else 0.0 for volume in curve]
        figure.add_scatter(x=list(range(1, len(shares) + 1)), y=shares, name="over trials", line={"color": _LINE})
        times = [r.started + timedelta(seconds=r.seconds or 0.0) if r.started else None for r in ended]
        begun = min((r.started for r in ended if r.started), default=None)
        hours = [(t - begun).total_seconds() / 3600 if t and begun else None for t in times]
        figure.add_scatter(x=hours, y=shares, name="over hours", xaxis="x2", line={"color": _FRONT})
    figure.update_layout(
        xaxis={"title": "trials that have ended"},
        xaxis2={"title": "hours", "overlaying": "x", "side": "top", "showgrid": False},
        yaxis={"title": "share", "range": [0, 1.05]},
        margin={**_LAYOUT["margin"], "t": 110},
        legend={**_LAYOUT["legend"], "y": 1.18},
    )
    return figure


def curves_figure(records: Iterable[Record], title: str) -> go.Figure:
    """Returns the training losses of some candidates over tokens."""
    figure = _figure(title)
    for record in records:
        points = [(p["tokens"], p["loss"]) for p in record.curve if "tokens" in p and "loss" in p]
        if points:
            tokens, losses = zip(*points, strict=True)
            figure.add_scatter(x=tokens, y=losses, name=f"trial {record.number}", mode="lines")
    figure.update_xaxes(title="tokens", type="log")
    figure.update_yaxes(title="training loss, bits per byte")
    figure.update_layout(legend=_BESIDE)
    return figure


def size_figure(records: Sequence[Record], objectives: Sequence[Objective]) -> go.Figure:
    """Returns loss against parameters, with the curve of what is usual at a size; empty where a study has neither."""
    known = [r for r in scored(records) if "loss" in r.metrics and "parameters" in r.metrics]
    figure = _figure("Loss against size; below the line is better than usual at that size")
    if not known:
        return figure
    sizes, losses = ([r.metrics[name] for r in known] for name in ("parameters", "loss"))
    ends = [[r.metrics.get(f"loss.{end}", r.metrics["loss"]) for r in known] for end in ("low", "high")]
    figure.add_scatter(
        x=sizes,
        y=losses,
        error_y={
            "type": "data",
            "array": [high - loss for high, loss in zip(ends[1], losses, strict=True)],
            "arrayminus": [loss - low for low, loss in zip(ends[0], losses, strict=True)],
            "color": "#c9d3e2",
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
        usual = [curve.predict(size) for size in across]
        figure.add_scatter(x=across, y=usual, mode="lines", name=_formula(curve), line={"color": _FRONT})
    figure.update_xaxes(title="parameters", type="log")
    figure.update_yaxes(title="loss, bits per byte")
    return figure


def collapse_figure(records: Sequence[Record], prefix: str = "collapse_") -> go.Figure:
    """Returns the collapse score of some candidates by temperature and by kind of prompt."""
    names = sorted({name for r in records for name in r.metrics if name.startswith(prefix)}, key=_by_kind)
    figure = _figure("Collapse by temperature and by kind of prompt")
    for record in records:
        shown = [name for name in names if name in record.metrics]
        figure.add_bar(
            x=[name.removeprefix(prefix).replace("_", " ") for name in shown],
            y=[record.metrics[name] for name in shown],
            name=f"trial {record.number}",
        )
    figure.update_yaxes(title="share that degenerates")
    figure.update_layout(barmode="group", legend=_BESIDE)
    return figure


def parallel_figure(records: Sequence[Record], objectives: Sequence[Objective]) -> go.Figure:
    """Returns each candidate as a line through its genes and objectives, coloured by the first objective."""
    finished = scored(records)
    figure = _figure("Every candidate: its genes and its objectives")
    if not finished:
        return figure
    dimensions = [_gene_axis(name, [r.genome.get(name) for r in finished]) for name in finished[0].genome]
    columns = np.array([r.values for r in finished], dtype=float)
    dimensions += [
        {"label": _label(o), "values": column.tolist()} for o, column in zip(objectives, columns.T, strict=True)
    ]
    line = {"color": columns[:, 0].tolist(), "colorscale": "Viridis", "showscale": True}
    figure.add_parcoords(dimensions=[d for d in dimensions if d], line=line, labelangle=-20, labelside="bottom")
    figure.update_layout(margin={"l": 60, "r": 60, "t": 60, "b": 110}, height=520)
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


def _label(objective: Objective) -> str:
    return objective.label or objective.metric


def _hover(record: Record, objectives: Sequence[Objective]) -> str:
    values = (f"{_label(o)} {value(v)}" for o, v in zip(objectives, record.values or (), strict=True))
    return "<br>".join([f"trial {record.number}", record.summary or shape_text(record.shape), *values])


def _is_wide(column: Sequence[float]) -> bool:
    """Whether a logarithmic axis suits the values."""
    return min(column) > 0 and max(column) / min(column) > 8


def _scale(logarithmic: bool) -> str:
    return "log" if logarithmic else "linear"


def _formula(curve: LossSizeCurve) -> str:
    return f"usual at a size: {curve.floor:.2f} + {curve.scale:.2f} (N / {value(curve.unit)})^-{curve.exponent:.2f}"


def _by_kind(name: str) -> tuple[bool, str]:
    """Temperatures first."""
    return "_t" not in name[:11], name


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
