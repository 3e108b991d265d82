"""Ways in which a file ends up as something else than what was written."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st

__all__ = ["DAMAGES", "FLIPS", "contents", "flip", "mounted"]


def flip(path: Path, position: int, mask: int) -> None:
    """Changes one byte, as a failing disk does."""
    data = bytearray(path.read_bytes())
    data[position] ^= mask
    path.write_bytes(data)


def _flip_in_the_middle(path: Path) -> None:
    flip(path, path.stat().st_size // 2, 0x10)


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


DAMAGES: dict[str, Callable[[Path], None]] = {
    "cut short": _truncate,
    "empty": lambda path: path.write_text("") and None,
    "one byte flipped": _flip_in_the_middle,
    "gone": Path.unlink,
}

# A file of several, a share of its length, and what its byte there is changed by.
FLIPS = st.tuples(st.integers(0, 99), st.floats(0, 1, exclude_max=True), st.integers(1, 255))


def contents(folder: Path) -> dict[str, bytes]:
    """Returns all files below a folder by name."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def mounted(*arguments: str | Path) -> bool:
    """Mounts something where this user may, and says whether it is."""
    return bool(shutil.which("mount")) and not subprocess.run(["mount", *arguments], capture_output=True).returncode
