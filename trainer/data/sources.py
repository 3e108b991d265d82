"""Where Python text is found: the running interpreter's own libraries, or a folder.

Only files are listed here, with what identifies them; `documents.py` reads them.
"""

from __future__ import annotations

import csv
import json
import os
import platform
import re
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path, PurePosixPath

from autonas.errors import UsageError
from trainer.data.config import INSTALLED, CorpusConfig
from trainer.data.licences import licence_of, objection

__all__ = ["VENDORED", "Excluded", "Source", "SourceFile", "canonical", "find_sources"]

STANDARD_LIBRARY = "python-standard-library"
# Copies of other distributions, under licences that the metadata of the one that carries them does not name.
VENDORED = frozenset({"_vendor", "_vendored", "vendor", "vendored", "third_party", "_distutils_vendor"})
# What reading metadata ends with that is no UTF-8, no JSON, no CSV, or something else than it should be.
_UNREADABLE = (OSError, ValueError, LookupError, TypeError, AttributeError, csv.Error)
_NOT_SOURCE = frozenset({"__pycache__", "node_modules", "site-packages", "dist-packages"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file: its name in the corpus ("json/decoder.py"), where it lies, and what tells that it changed."""

    name: str
    path: str
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One distribution, or one top-level entry of a folder: the unit of the split."""

    name: str
    version: str
    licence: str
    files: tuple[SourceFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Excluded:
    """A distribution that is left out, and why."""

    name: str
    version: str
    licence: str
    reason: str


def find_sources(config: CorpusConfig) -> tuple[list[Source], list[Excluded]]:
    """Lists the sources of a corpus by name, and the distributions that are left out.

    Raises:
        UsageError: The folder is not there or has no Python in it.
    """
    if config.source == INSTALLED:
        return _installed(config.allow_copyleft)
    return _folder(Path(config.source).expanduser()), []


def _installed(allow_copyleft: bool) -> tuple[list[Source], list[Excluded]]:
    sources, excluded = [_standard_library()], []
    for distribution in _distributions():
        try:
            source, out = _examined(distribution, allow_copyleft)
        except _UNREADABLE:
            name, reason = _info_folder(distribution), "its metadata is damaged"
            source, out = None, Excluded(name=name, version="unknown", licence="unknown", reason=reason)
        sources += [source] if source else []
        excluded += [out] if out else []
    return sources, excluded


def _examined(distribution: metadata.Distribution, allow_copyleft: bool) -> tuple[Source | None, Excluded | None]:
    """A distribution as a source, or why it is none; neither if it is compiled code or data alone."""
    name, version = canonical(distribution.metadata["Name"]), distribution.version
    licence = licence_of(distribution.metadata)
    reason = _reason_against(distribution, licence, allow_copyleft)
    if reason:
        return None, Excluded(name=name, version=version, licence=licence or "unknown", reason=reason)
    files = tuple(_listed_files(distribution))
    return Source(name=name, version=version, licence=licence or "", files=files) if files else None, None


def _distributions() -> list[metadata.Distribution]:
    """The installed distributions by name; of several versions the one that an import would find."""
    folders = [p for p in sys.path if Path(p).name in ("site-packages", "dist-packages") and Path(p).is_dir()]
    found: dict[str, metadata.Distribution] = {}
    for distribution in metadata.distributions(path=folders):
        try:
            name = distribution.metadata["Name"]
        except _UNREADABLE:
            name = _info_folder(distribution)  # for the list of what is left out
        if name:
            found.setdefault(canonical(name), distribution)
    return [found[name] for name in sorted(found)]


def _info_folder(distribution: metadata.Distribution) -> str:
    return Path(str(getattr(distribution, "_path", "unknown"))).name


def _reason_against(distribution: metadata.Distribution, licence: str | None, allow_copyleft: bool) -> str:
    if canonical(distribution.metadata["Name"]) == "autonas" or _is_editable(distribution):
        return "editable or the project itself: it would change the corpus from day to day"
    return objection(licence, allow_copyleft=allow_copyleft)


def _is_editable(distribution: metadata.Distribution) -> bool:
    origin = distribution.read_text("direct_url.json")
    return bool(origin and json.loads(origin).get("dir_info", {}).get("editable", False))


def _listed_files(distribution: metadata.Distribution) -> Iterator[SourceFile]:
    record = distribution.read_text("RECORD")
    if record is not None:  # read directly: several times faster than Distribution.files
        names: Iterable[str] = (row[0] for row in csv.reader(record.splitlines()) if row)
    else:
        names = (str(f) for f in distribution.files or ())
    root = Path(str(distribution.locate_file("")))
    for name in sorted({n for n in names if n.endswith(".py")}):
        parts = PurePosixPath(name).parts
        if ".." not in parts and not PurePosixPath(name).is_absolute() and VENDORED.isdisjoint(parts[:-1]):
            yield from _file(root, name)


def _standard_library() -> Source:
    root = Path(sysconfig.get_path("stdlib"))
    files = tuple(_walk(root, skip=_NOT_SOURCE))
    return Source(name=STANDARD_LIBRARY, version=platform.python_version(), licence="PSF-2.0", files=files)


def _folder(root: Path) -> list[Source]:
    if not root.is_dir():
        raise UsageError(
            f"corpus source {str(root)!r} is not there",
            hint=f'give the path of a folder of Python files or of a packed corpus, or "{INSTALLED}"',
        )
    try:
        os.listdir(root)  # noqa: PTH208 - only whether it can be read
    except PermissionError:
        raise UsageError(f"corpus source {str(root)!r} cannot be read", hint="check its permissions") from None
    groups: dict[str, list[SourceFile]] = {}
    for file in _walk(root, skip=_NOT_SOURCE):
        groups.setdefault(PurePosixPath(file.name).parts[0], []).append(file)
    if not groups:
        raise UsageError(f"corpus source {str(root)!r} has no .py file in it", hint="give a folder of Python files")
    return [
        Source(name=name, version="", licence="not checked: the user's own folder", files=tuple(groups[name]))
        for name in sorted(groups)
    ]


def _walk(root: Path, *, skip: frozenset[str]) -> Iterator[SourceFile]:
    """All .py files below `root` by name, but none of hidden folders and virtual environments."""
    names, unlisted = [], []
    for place, children, files in os.walk(root, onerror=lambda error: unlisted.append(Path(str(error.filename)))):
        children[:] = [c for c in children if c not in skip and not c.startswith(".")]
        if "pyvenv.cfg" in files:
            children.clear()
            continue
        names += [(Path(place) / f).relative_to(root).as_posix() for f in files if f.endswith(".py")]
    for name in sorted(names):
        yield from _file(root, name) or (_lost(root, name),)
    for folder in sorted(unlisted):
        yield _lost(root, folder.relative_to(root).as_posix())


def _file(root: Path, name: str) -> Sequence[SourceFile]:
    path = os.path.join(root, name)  # noqa: PTH118 - 14,000 of them: Path would take longer than the rest
    try:
        status = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):  # listed in RECORD but deleted since, or no name at all
        return ()
    return (SourceFile(name=_text(name), path=path, size=status.st_size, mtime_ns=status.st_mtime_ns),)


def _lost(root: Path, name: str) -> SourceFile:
    """What is there but not to be had, such as a dangling link: to read it is tried, refused and counted."""
    return SourceFile(name=_text(name), path=str(root / name), size=0, mtime_ns=0)


def _text(name: str) -> str:
    """A file's name as UTF-8 can write it; Python gives bytes that are none as halves of surrogate pairs."""
    return name.encode("utf-8", "backslashreplace").decode()


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
