"""What of the file system Python needs to import its standard library, and nothing else."""

from __future__ import annotations

import sys
import sysconfig
from pathlib import Path

__all__ = ["HIDDEN", "preload", "readable_paths"]

HIDDEN = frozenset({"site-packages", "dist-packages"})  # other people's code, perhaps the user's own

# Loaded once, before the forks: what programs import most, and what loads shared libraries.
_PRELOADED = [
    "abc",
    "argparse",
    "array",
    "ast",
    "asyncio",
    "base64",
    "bisect",
    "calendar",
    "cmath",
    "collections",
    "collections.abc",
    "concurrent.futures",
    "contextlib",
    "copy",
    "csv",
    "ctypes",
    "dataclasses",
    "datetime",
    "decimal",
    "difflib",
    "enum",
    "fractions",
    "functools",
    "gc",
    "hashlib",
    "heapq",
    "inspect",
    "io",
    "itertools",
    "json",
    "math",
    "numbers",
    "operator",
    "os",
    "pathlib",
    "pprint",
    "queue",
    "random",
    "re",
    "secrets",
    "signal",
    "socket",
    "statistics",
    "string",
    "struct",
    "textwrap",
    "threading",
    "time",
    "traceback",
    "types",
    "typing",
    "unicodedata",
    "unittest",
    "uuid",
    "warnings",
    "weakref",
    "zlib",
    "zoneinfo",
]


def preload() -> None:
    """Imports what most programs need, so that a fork has it at once."""
    for name in _PRELOADED:
        __import__(name)


def readable_paths() -> list[Path]:
    """Returns the standard library's folders, those of the shared libraries in use with their index, and time zones. Linux only."""
    folders = {Path(sysconfig.get_path(name)) for name in ("stdlib", "platstdlib")}
    folders |= {Path(entry) for entry in sys.path if entry and Path(entry).is_dir()}
    with open("/proc/self/maps") as maps:
        fields = [line.split(maxsplit=5) for line in maps]
    mapped = {Path(f[5].strip()) for f in fields if len(f) == 6 and f[5].startswith("/")}
    folders |= {path.parent for path in mapped if ".so" in path.name}
    return [*sorted(folders), Path("/usr/share/zoneinfo"), Path("/etc/ld.so.cache")]
