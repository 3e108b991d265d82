"""What of the file system Python needs to import its standard library, and nothing else."""

from __future__ import annotations

import os
import sys
from pathlib import Path

__all__ = ["HIDDEN", "preload", "readable_paths"]

HIDDEN = frozenset({"site-packages", "dist-packages"})  # other people's code, perhaps the user's own

# Loaded once, before the forks: what programs import most, and what loads shared libraries.
# Every page of memory that they take makes each fork slower: what fewer programs need is imported when it is needed.
_PRELOADED = (
    "bisect", "collections", "collections.abc", "copy", "datetime", "functools", "heapq", "itertools", "math",
    "operator", "random", "re", "string", "time", "typing",
)  # fmt: skip


def preload() -> None:
    """Imports what most programs need, so that a fork has it at once."""
    for name in _PRELOADED:
        __import__(name)


def readable_paths() -> list[Path]:
    """Returns the folders of the standard library and of the shared libraries in use, their index, and time zones."""
    # Without site and user folders (-I -S) the path is the standard library, and nothing else.
    folders = {Path(entry) for entry in sys.path if entry and Path(entry).is_dir()}
    with Path("/proc/self/maps").open() as maps:
        fields = [line.split(maxsplit=5) for line in maps]
    mapped = {Path(f[5].strip()) for f in fields if len(f) == 6 and f[5].startswith("/")}
    folders |= {path.parent for path in mapped if ".so" in path.name}
    return [*sorted(folders), Path("/usr/share/zoneinfo"), Path("/etc/ld.so.cache"), Path(os.devnull)]
