"""Files that are there whole or not at all, with checksums that tell when they are no longer what was written.

A note is a JSON file that has the SHA-256 of files beside it, and its own:

    {"step": 400, "sums": {"weights.safetensors": "9f86d0..."}, "sha256": "2c26b4..."}

Both keys are always there, so that one changed byte cannot make a note look like one of an earlier version, which had
neither.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from autonas.errors import AutonasError

__all__ = ["damage", "flush", "read_note", "replacing", "sum_of", "write_note", "write_whole"]

logger = logging.getLogger(__name__)

_SUMS, _OWN = "sums", "sha256"


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Gives a temporary name that becomes `path`; a failure or a kill leaves what was there before.

    Raises:
        OSError: It could not be written, such as on a full disk; nothing is left of it.
    """
    partial = path.with_name(path.name + ".partial")
    try:
        yield partial
        flush(partial)
        partial.replace(path)
    except OSError as error:
        if error.filename in (None, str(partial)):  # a failed write names no file
            raise OSError(error.errno, error.strerror or str(error), str(path)) from error
        raise
    finally:
        partial.unlink(missing_ok=True)


def write_whole(path: Path, text: str) -> None:
    """Writes a text; see `replacing`."""
    with replacing(path) as partial:
        partial.write_text(text, encoding="utf-8")


def flush(path: Path) -> None:
    """Waits until a file is on the disk: else a power cut could leave the name without the content."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sum_of(path: Path) -> str:
    """Returns the checksum of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_note(path: Path, data: Mapping[str, Any], *, sums: Mapping[str, str] | None = None) -> None:
    """Writes JSON with its checksum, and those of files beside it; see `replacing`.

    Args:
        sums: Of files of the note's folder, by name; from `sum_of`.
    """
    data = {**data, _SUMS: dict(sums or {})}
    write_whole(path, json.dumps({**data, _OWN: _own_sum(data)}, indent=1))


def read_note(path: Path, *, hint: str) -> dict[str, Any]:
    """Returns what was given to `write_note`, after it and all files that it has the sums of were checked.

    A note of an earlier version, without sums, is taken with a line in the log: what it belongs to is the work of
    hours, and no worse than it was.

    Args:
        hint: What to do if it is damaged.

    Raises:
        AutonasError: The note or a file is missing, cut short or changed.
    """
    try:
        data, sums = _checked(path)
    except _DamagedError as error:
        raise AutonasError(str(error), hint=hint) from None
    if sums is None:
        logger.warning("%s has no checksums, an earlier version wrote it: it is taken as it is", path)
    return data


def damage(path: Path) -> str | None:
    """Returns what is wrong with a note or a file that it has the sum of; None if all is as it was written.

    A note without sums is not believed: this is for what can be made again.
    """
    if not path.exists():
        return f"{path.parent} has no {path.name}, an earlier version made it"
    try:
        _, sums = _checked(path)
    except _DamagedError as error:
        return str(error)
    return f"{path} has no checksums, an earlier version wrote it" if sums is None else None


class _DamagedError(Exception):
    """A file is not what was written."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} is damaged: {reason}")


def _checked(path: Path) -> tuple[dict[str, Any], dict[str, str] | None]:
    """Returns the data of a note and its sums, None where an earlier version wrote it."""
    try:
        data = json.loads(path.read_bytes())
    except OSError as error:
        raise _unreadable(path, error) from None
    except (ValueError, RecursionError):
        raise _DamagedError(path, "it is no JSON") from None
    if not isinstance(data, dict):
        raise _DamagedError(path, "it is no JSON object")
    if _SUMS not in data and _OWN not in data:
        return data, None
    own = data.pop(_OWN, None)
    if own != _own_sum(data):
        raise _DamagedError(path, "it differs from its checksum")
    sums: dict[str, str] = data.pop(_SUMS)
    for name, expected in sums.items():
        _check(path.parent / name, expected)
    return data, sums


def _check(path: Path, expected: str) -> None:
    try:
        found = sum_of(path)
    except OSError as error:
        raise _unreadable(path, error) from None
    if found != expected:
        raise _DamagedError(path, "it differs from its checksum")


def _own_sum(data: Mapping[str, Any]) -> str:
    """The sum of the data as it comes back from JSON, however it is laid out."""
    return hashlib.sha256(json.dumps(json.loads(json.dumps(data)), sort_keys=True).encode()).hexdigest()


def _unreadable(path: Path, error: OSError) -> _DamagedError:
    missing = isinstance(error, FileNotFoundError)
    return _DamagedError(path, "it is not there" if missing else f"it cannot be read ({error.strerror})")
