"""What a search shows of its front while it runs: a few members and how the hypervolume has grown, in a few lines."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from autonas.pareto import crowding, knee
from autonas.records import Record
from autonas.stability import GENERATIONS, GrowingFront
from autonas.study import Constraint, Objective, Study, settled
from autonas.views.front import objective_header, shape_text
from autonas.views.numbers import aligned, sparkline
from autonas.views.tables import one_line

__all__ = ["chosen_members", "live_front"]

_SHORTEST, _LONGEST = 8, 40  # characters of a sparkline


def live_front(front: GrowingFront, study: Study, *, height: int, width: int) -> RenderableType:
    """Returns the front in at most `height` lines: how it has grown, above it a table of members where there is room.

    Args:
        study: Whose front it is.
    """
    most = height - 2  # lines for the names and the growth
    chosen, best = chosen_members(front.members, study.objectives, most, study.constraints)
    line = _growth_line(front, len(chosen), generation=study.population_size, width=width)
    return Group(_table(chosen, study.objectives, best), line) if chosen else line


def chosen_members(
    members: Sequence[Record], objectives: Sequence[Objective], most: int, constraints: Sequence[Constraint] = ()
) -> tuple[list[Record], int | None]:
    """Returns some members of a front that stand for all, by the last objective, and the number of the knee.

    The knee, then those whose neighbours are far away: the extremes of each objective first, see `crowding`.
    """
    if not members or most < 1:
        return [], None
    directions = [objective.direction for objective in objectives]
    values = [record.values or () for record in members]
    best = knee(values, directions, settled=settled(objectives, constraints))
    lonely = crowding(values, directions)
    order = sorted(range(len(members)), key=lambda i: (i != best, -lonely[i], i))
    chosen = [members[i] for i in order[:most]]
    chosen.sort(key=lambda record: (*reversed(record.values or ()), record.number))
    return chosen, members[best].number if best is not None else None


def _table(chosen: Sequence[Record], objectives: Sequence[Objective], best: int | None) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("trial", justify="right", no_wrap=True)
    for objective in objectives:
        table.add_column(objective_header(objective), justify="right", no_wrap=True)
    table.add_column("shape")
    columns = [aligned(column) for column in zip(*(record.values or () for record in chosen), strict=True)]
    for record, cells in zip(chosen, zip(*columns, strict=True), strict=True):
        is_best = record.number == best
        shape = one_line(record.summary or shape_text(record.shape))
        table.add_row(f"{record.number} {'*' if is_best else ' '}", *cells, shape, style="bold" if is_best else "")
    return table


def _growth_line(front: GrowingFront, n_shown: int, *, generation: int, width: int) -> Text:
    """One line: how many are on the front, its hypervolume after each candidate, what the last ones have added."""
    label, gain = "  hypervolume ", front.gain()
    members = f"front {len(front.members)} of {front.n_scored}"
    shown = f", {n_shown} shown" if 0 < n_shown < len(front.members) else ""
    gained = "" if gain is None else f"  +{gain:.1%} in the last {GENERATIONS * generation}"
    for left, right in ((members + shown, gained), (members, gained), (members, "")):  # what a narrow terminal holds
        room = min(_LONGEST, width - len(left + label + right) - 1)
        if front.members and room >= min(_SHORTEST, len(front.volumes)):
            bars = sparkline(front.volumes, width=room, least=0.0)
            return Text(left + label + bars + right, no_wrap=True, overflow="ellipsis")
    return Text(members, no_wrap=True, overflow="ellipsis")
