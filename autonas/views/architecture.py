"""An architecture as a picture: its parts from the input to the output, and where its parameters and FLOPs are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from autonas.errors import UsageError
from autonas.protocols import Part
from autonas.records import Record, StudyInfo
from autonas.views.numbers import count

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["draw_architecture", "draw_candidate"]

_FORMATS = (".png", ".svg")

_ROW, _GAP, _PAD = 0.46, 0.14, 0.12  # inches: a box, between two boxes, around the boxes of a group
_WIDTH = 8.2
_BOX = (0.25, 4.4)  # inches: left edge and width of a box
_BARS = ((4.95, 1.25), (6.65, 1.25))  # left edge and width of the bars of parameters and of FLOPs
_COLOURS = {
    "norm": "#e4e4e4",
    "attention": "#cfe0f5",
    "feed-forward": "#d9ecd0",
    "embedding": "#f7e3c3",
    "output": "#f7e3c3",
}
_OTHER = "#eceaf4"
_BAR, _FRAME, _TEXT = "#4c72b0", "#777777", "#222222"


@dataclass(frozen=True, slots=True)
class _Row:
    """A part as a box; `depth` is that of the groups around it, `repeats` how often these repeat it."""

    part: Part
    top: float
    depth: int
    repeats: int


@dataclass(frozen=True, slots=True)
class _Group:
    """A frame around the children of a part."""

    part: Part
    top: float
    bottom: float
    depth: int


def draw_architecture(parts: Sequence[Part], path: Path, *, title: str, subtitle: str = "") -> None:
    """Draws an architecture to a file, by matplotlib.

    Args:
        path: Its ending, .png or .svg, says in which form.

    Raises:
        UsageError: Another ending, or the file cannot be written.
    """
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    if path.suffix not in _FORMATS:
        raise UsageError(f"a drawing is a {' or '.join(_FORMATS)}, got {path.name!r}", hint="for example model.svg")
    rows, groups, height = _laid_out(parts)
    head = 0.75
    figure = Figure(figsize=(_WIDTH, head + height + 0.15))
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set(xlim=(0, _WIDTH), ylim=(height + 0.15, -head))
    axes.axis("off")
    axes.text(_BOX[0], -head + 0.12, title, fontsize=12, fontweight="bold", color=_TEXT, va="top")
    axes.text(_BOX[0], -head + 0.37, subtitle, fontsize=8.5, color=_FRAME, va="top")
    for group in groups:
        _draw_group(axes, group)
    for row, after in zip(rows, [*rows[1:], None], strict=True):
        _draw_row(axes, row)
        if after is not None:
            _arrow(axes, row.top + _ROW, after.top)
    _draw_bars(axes, rows, parts, -0.08)
    try:
        with rc_context({"svg.hashsalt": "autonas"}):  # the same drawing is the same file
            figure.savefig(path, dpi=150, metadata={"Date": None} if path.suffix == ".svg" else None)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}", hint="choose another file") from error


def draw_candidate(record: Record, info: StudyInfo, parts: Sequence[Part], path: Path, *, why_none: str = "") -> None:
    """Draws a candidate's architecture to a file.

    Args:
        parts: Those of its network; without them `why_none` says why.

    Raises:
        UsageError: There are no parts, or the file cannot be written.
    """
    if not parts:
        why = why_none.removeprefix("no drawing, because ") or f"the space of {info.name!r} draws no shapes"
        raise UsageError(f"trial {record.number} cannot be drawn: {why}")
    draw_architecture(parts, path, title=f"trial {record.number} of {info.name}", subtitle=record.summary)


def _laid_out(parts: Sequence[Part]) -> tuple[list[_Row], list[_Group], float]:
    """Returns boxes and frames from top to bottom, and the height of all, in inches."""
    rows: list[_Row] = []
    groups: list[_Group] = []

    def place(part: Part, top: float, depth: int, repeats: int) -> float:
        """Places a part and returns where the next begins."""
        if not part.children:
            rows.append(_Row(part, top, depth, repeats * part.repeats))
            return top + _ROW + _GAP
        below = top + _PAD + 0.2  # below the frame's caption
        for child in part.children:
            below = place(child, below, depth + 1, repeats * part.repeats)
        groups.append(_Group(part, top, below - _GAP + _PAD, depth))
        return below - _GAP + _PAD + _GAP

    top = 0.0
    for part in parts:
        top = place(part, top, 0, 1)
    return rows, groups, top - _GAP


def _draw_row(axes: Axes, row: _Row) -> None:
    from matplotlib.patches import FancyBboxPatch

    inset = _PAD * row.depth
    left, width = _BOX[0] + inset, _BOX[1] - 2 * inset
    style = "round,pad=0,rounding_size=0.06"
    box = FancyBboxPatch(
        (left, row.top), width, _ROW, boxstyle=style, facecolor=_colour(row.part), edgecolor=_FRAME, lw=0.7
    )
    axes.add_patch(box)
    times = f" x {row.part.repeats}" if row.part.repeats > 1 else ""
    lines = _wrapped(row.part.detail)
    name_at = row.top + (_ROW * 0.5 if not lines else _ROW * (0.3 if len(lines) == 1 else 0.22))
    axes.text(left + width / 2, name_at, row.part.name + times, fontsize=9.5, ha="center", va="center", color=_TEXT)
    for i, line in enumerate(lines):
        at = row.top + _ROW * (0.72 if len(lines) == 1 else 0.55 + 0.27 * i)
        axes.text(left + width / 2, at, line, fontsize=7.2, ha="center", va="center", color=_TEXT)


def _draw_group(axes: Axes, group: _Group) -> None:
    from matplotlib.patches import FancyBboxPatch

    inset = _PAD * group.depth
    left, width = _BOX[0] + inset, _BOX[1] - 2 * inset
    size = (width, group.bottom - group.top)
    style = "round,pad=0,rounding_size=0.08"
    frame = FancyBboxPatch(
        (left, group.top), *size, boxstyle=style, facecolor="#fbfbfb", edgecolor=_FRAME, lw=0.9, ls="--"
    )
    axes.add_patch(frame)
    text = f"{group.part.name} x {group.part.repeats}" if group.part.repeats > 1 else group.part.name
    text += f", {group.part.detail}" if group.part.detail else ""
    axes.text(left + 0.1, group.top + 0.06, text, fontsize=8.5, fontweight="bold", va="top", color=_TEXT)


def _arrow(axes: Axes, start: float, end: float) -> None:
    middle = _BOX[0] + _BOX[1] / 2
    style = {"arrowstyle": "-|>", "color": _FRAME, "lw": 0.9, "shrinkA": 0, "shrinkB": 0, "mutation_scale": 7}
    axes.annotate("", (middle, end), (middle, start), arrowprops=style)


def _draw_bars(axes: Axes, rows: Sequence[_Row], parts: Sequence[Part], top: float) -> None:
    """Draws what each box has of all parameters and FLOPs, its repeats included; the largest bar fills its column."""
    parameters = [float(row.repeats * row.part.parameters) for row in rows]
    columns = [("parameters", parameters, float(sum(part.total for part in parts)))]
    flops = sum(part.total_flops for part in parts)
    if flops:
        columns.append(("FLOPs of a token", [row.repeats * row.part.flops for row in rows], flops))
    for (left, width), (caption, values, total) in zip(_BARS, columns, strict=False):
        axes.text(left, top - 0.22, f"{count(total)} {caption}", fontsize=8.5, va="bottom", color=_TEXT)
        for row, own in zip(rows, values, strict=True):
            if not own:
                continue
            size = width * own / max(values)
            axes.barh(row.top + _ROW * 0.35, size, height=_ROW * 0.38, left=left, color=_BAR, lw=0)
            shown = f"{count(own)}, {own / total:.0%}" if own / total >= 0.01 else f"{count(own)}, <1%"
            axes.text(left, row.top + _ROW * 0.78, shown, fontsize=7.2, va="center", color=_TEXT)


def _colour(part: Part) -> str:
    return next((colour for word, colour in _COLOURS.items() if word in part.name), _OTHER)


def _wrapped(detail: str, limit: int = 64) -> list[str]:
    """Cuts at commas into two lines at most, if it is too long for one."""
    if len(detail) <= limit or ", " not in detail:
        return [detail] if detail else []
    pieces: Iterator[str] = iter(detail.split(", "))
    first = next(pieces)
    rest: list[str] = []
    for piece in pieces:
        if not rest and len(first) + len(piece) + 2 <= limit:
            first += f", {piece}"
        else:
            rest.append(piece)
    return [first + ",", ", ".join(rest)] if rest else [first]
