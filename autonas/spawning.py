"""Starting Python anew in a folder of the user's, whose files may have the names of modules."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["forget_started_elsewhere", "started_elsewhere"]

_SAFE_PATH, _OURS = "PYTHONSAFEPATH", "autonas"


@contextmanager
def started_elsewhere() -> Iterator[None]:
    """Interpreters that are started within take no modules from the current folder.

    `python -c`, by which `multiprocessing` starts processes, else looks there first: a `signal.py` of the user's would
    be run, and would end them. Afterwards they have the module path of this process in any case.
    """
    if os.environ.get(_SAFE_PATH):
        yield
        return
    os.environ[_SAFE_PATH] = _OURS
    try:
        yield
    finally:
        os.environ.pop(_SAFE_PATH, None)


def forget_started_elsewhere() -> None:
    """Lets what this process starts look for modules where Python does: an evaluator may run programs of the user's."""
    if os.environ.get(_SAFE_PATH) == _OURS:
        del os.environ[_SAFE_PATH]
