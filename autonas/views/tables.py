"""The one form of table that all commands print."""

from __future__ import annotations

from rich import box
from rich.table import Table
from rich.text import Text

__all__ = ["one_line", "plain_table"]


def plain_table(*, footer: bool = False) -> Table:
    """Returns an empty table: a rule below the head, two spaces between columns."""
    return Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_footer=footer)


def one_line(text: str) -> Text:
    """Returns a cell that is cut rather than wrapped: its column gives way where the terminal is narrow."""
    return Text(text, no_wrap=True, overflow="ellipsis")
