"""`autonas status --watch`: the studies of a storage as they change."""

from __future__ import annotations

import contextlib
import time
from typing import Any

from rich.console import Console, RenderableType
from rich.live import Live

from autonas.storage import list_studies
from autonas.views.studies import status_json, status_table

__all__ = ["watch_status"]

_SECONDS = 2.0  # between two looks


def watch_status(storage: str, console: Console, *, nothing: str) -> None:
    """Shows the studies until it is interrupted: in place in a terminal, else once more whenever something has changed.

    Args:
        nothing: What is shown as long as there are none.

    Raises:
        UsageError: There is no such storage.
    """
    shown: Any = None
    with contextlib.ExitStack() as stack, contextlib.suppress(KeyboardInterrupt):
        live = stack.enter_context(Live(console=console, auto_refresh=False)) if console.is_terminal else None
        while True:
            summaries = list_studies(storage)
            state = status_json(summaries)
            if state != shown:
                view: RenderableType = status_table(summaries) if summaries else nothing
                if live is not None:
                    live.update(view, refresh=True)
                else:
                    console.print(view)
                shown = state
            time.sleep(_SECONDS)
