"""Files that are there whole or not at all, whoever else writes them and whenever a process is killed."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from autonas.errors import AutonasError, UsageError

__all__ = ["building", "check_space", "locked"]


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Holds the lock of `folder`, which need not exist; the system releases it however the process ends.

    Raises:
        UsageError: The parent folder cannot be written.
    """
    path = folder.with_name(folder.name + ".lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a")
    except OSError as error:
        raise _error(error, path) from error
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def building(folder: Path) -> Iterator[Path]:
    """Gives an empty folder that becomes `folder` on success and vanishes on failure. Needs the lock."""
    partial = folder.with_name(folder.name + ".partial")
    try:
        if partial.exists():  # left by a process that was killed
            shutil.rmtree(partial)
        partial.mkdir(parents=True)
        yield partial
        for path in partial.iterdir():
            _flush(path)
        partial.rename(folder)
    except OSError as error:
        raise _error(error, folder) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def check_space(folder: Path, needed: int) -> None:
    """Refuses to start what the disk cannot hold.

    Raises:
        UsageError: Too little is free.
    """
    existing = next(p for p in (folder, *folder.parents) if p.exists())
    free = shutil.disk_usage(existing).free
    if free < needed:
        raise UsageError(
            f"the corpus needs about {needed / 1e6:,.0f} MB in {folder}, {free / 1e6:,.0f} MB are free",
            hint="free some space, choose another folder with --cache, or set a smaller max_bytes",
        )


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)  # else a power cut could leave the name without the content
    finally:
        os.close(descriptor)


def _error(error: OSError, path: Path) -> AutonasError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return AutonasError(
            f"the disk is full: could not write {path}",
            hint="free some space or choose another folder with --cache; nothing incomplete was kept",
        )
    return UsageError(f"cannot write {path}: {error.strerror}", hint="choose a folder that can be written with --cache")
