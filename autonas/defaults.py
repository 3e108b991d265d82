"""Where things are when nothing else is said."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["DEFAULT_OUT", "DEFAULT_STORAGE", "DEFAULT_STUDY", "default_cache"]

DEFAULT_STUDY = "codelm"
DEFAULT_STORAGE = "sqlite:///autonas.db"
DEFAULT_OUT = Path("runs")


def default_cache() -> Path:
    """Returns the folder of prepared data: $AUTONAS_CACHE, else autonas in the user's cache folder."""
    if own := os.environ.get("AUTONAS_CACHE"):
        return Path(own)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "autonas"
