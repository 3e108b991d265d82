"""One candidate's learning curve as a picture and as a table."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

from autonas.records import Record

__all__ = ["curve_csv", "draw_curve", "has_curve"]

_LINE, _TEXT = "#4c72b0", "#222222"


def curve_csv(record: Record) -> str:
    """Returns the points of a candidate's learning curve as CSV, one column for each of their fields."""
    names = list(dict.fromkeys(name for point in record.curve for name in point))
    text = StringIO()
    writer = csv.DictWriter(text, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(record.curve)
    return text.getvalue()


def draw_curve(record: Record, path: Path, *, title: str) -> None:
    """Draws the training loss over tokens to a PNG file; the curve must have both."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(6.4, 3.6))
    axes = figure.add_axes((0.1, 0.14, 0.87, 0.77))  # a layout that is found costs as much as the drawing
    tokens, losses = _points(record)
    axes.plot(tokens, losses, color=_LINE)
    axes.set_xscale("log")
    axes.set_xlabel("tokens", color=_TEXT)
    axes.set_ylabel("training loss, bits per byte", color=_TEXT)
    axes.set_title(title, loc="left", fontsize=10, color=_TEXT)
    axes.annotate(f"{losses[-1]:.3f}", (tokens[-1], losses[-1]), (0, 5), textcoords="offset points", ha="right")
    axes.grid(color="#dddddd", lw=0.6)
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, dpi=110)


def has_curve(record: Record) -> bool:
    """Whether there is anything to draw."""
    return len(_points(record)[0]) > 1


def _points(record: Record) -> tuple[Sequence[float], Sequence[float]]:
    points = [(p["tokens"], p["loss"]) for p in record.curve if "tokens" in p and "loss" in p]
    return [tokens for tokens, _ in points], [loss for _, loss in points]
