"""The packages of a pinned list: fetched with pip, checked by their hashes, unpacked; never installed or run.

Only wheels for any platform are taken, so every machine gets the same files. `package_list.py` makes the list.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path, PurePosixPath

from autonas.checksums import damage
from autonas.errors import AutonasError, UsageError
from trainer.data.cache import SUMS, building, check_space, locked
from trainer.data.licences import licence_of, objection
from trainer.data.sources import VENDORED, Excluded, Source, SourceFile

__all__ = ["PACKAGE_LIST", "Pinned", "download", "fetch", "read_list", "unpack"]

Progress = Callable[[str, int, int], None]

PACKAGE_LIST = Path(__file__).with_name("packages.txt")
_LINE = re.compile(
    r"(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)==(?P<version>\S+)\s+--hash=sha256:(?P<sha256>[0-9a-f]{64})"
    r"(?:\s+#.*?(?P<bytes>\d+) bytes.*)?"
)
# What pip may choose from: wheels of pure Python for the oldest Python we run on, whatever runs here.
_UNIVERSAL = ("--implementation", "py", "--abi", "none", "--platform", "any", "--python-version", "3.11")
_FILES, _INDEX = "files", "files.json"
_KEPT = re.compile(r"[^/]+\.dist-info/(METADATA|licen[cs]es/.+|(LICEN[CS]E|COPYING|NOTICE)[^/]*)", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pinned:
    """A line of the list. `n_bytes` is what its Python files take unpacked, 0 where the list does not say."""

    name: str
    version: str
    sha256: str
    n_bytes: int = 0


def read_list(path: Path) -> tuple[Pinned, ...]:
    """Reads a list in pip's format: "name==version --hash=sha256:..." and perhaps "# ... 123 bytes".

    Raises:
        UsageError: A line is something else, or a name comes twice.
    """
    pins: dict[str, Pinned] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").replace("\\\n", " ").splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = _LINE.fullmatch(line.strip())
        if found is None or found["name"] in pins:
            raise UsageError(
                f"{path}, line {number}: {'not a pinned package' if found is None else 'a second'} {line.strip()!r}",
                hint="one line a package: NAME==VERSION --hash=sha256:HASH",
            )
        pins[found["name"]] = Pinned(
            name=found["name"],
            version=found["version"],
            sha256=found["sha256"],
            n_bytes=int(found["bytes"] or 0),
        )
    return tuple(pins.values())


def fetch(
    pins: Sequence[Pinned], cache: Path, *, allow_copyleft: bool, progress: Progress
) -> tuple[list[Source], list[Excluded]]:
    """Lists pinned packages as sources; downloads and unpacks those that are not in the cache yet.

    Killing it loses the package it was at; the next call goes on there. One that is damaged is downloaded again, with a
    line in the log.

    Raises:
        AutonasError: pip is not there or cannot get a file, a hash differs, the disk is full.
    """
    folders = {pin: cache / "packages" / f"{pin.name}-{pin.version}-{pin.sha256[:12]}" for pin in pins}
    missing = [pin for pin in pins if not _is_whole(folders[pin])]
    check_space(cache, int(1.5 * sum(pin.n_bytes for pin in missing)))
    for i, pin in enumerate(missing):
        progress("download", i, len(missing))
        with locked(folders[pin]):
            if not _is_whole(folders[pin]):  # another process may have made it meanwhile
                with building(folders[pin]) as partial:
                    _make(pin, partial, lambda done: progress("unpack", done, len(missing)), i)
        progress("download", i + 1, len(missing))
    sources, excluded = [], []
    for pin in sorted(pins, key=lambda pin: pin.name):
        licence = _licence(folders[pin])
        reason = objection(licence, allow_copyleft=allow_copyleft)
        if reason:
            out = Excluded(name=pin.name, version=pin.version, licence=licence or "unknown", reason=reason)
            excluded.append(out)
        else:
            files = _listed(folders[pin])
            sources.append(Source(name=pin.name, version=pin.version, licence=licence or "", files=files))
    return sources, excluded


def download(requirement: str, folder: Path, *, options: Sequence[str] = ()) -> Path:
    """Downloads the wheel of a requirement with pip, from where the user's pip is told to look.

    Raises:
        AutonasError: There is no pip, no network, no such file, or its hash differs.
    """
    with tempfile.TemporaryDirectory(dir=folder) as scratch:  # a pip that outlives us must not write where we read
        listed = Path(scratch) / "requirement.txt"
        listed.write_text(requirement + "\n")
        command = [sys.executable, "-P", "-m", "pip", "download", "--quiet", "--no-input", "--no-cache-dir"]
        command += ["--no-deps", "--only-binary", ":all:", *_UNIVERSAL, *options]
        command += ["--dest", scratch, "--requirement", str(listed)]
        environment = {**os.environ, "PIP_CONSTRAINT": os.devnull, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
        result = subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        wheels = list(Path(scratch).glob("*.whl"))
        if result.returncode or len(wheels) != 1:
            raise _explained(requirement.split()[0], result.stderr)
        return Path(shutil.move(wheels[0], folder / wheels[0].name))


def unpack(wheel: Path, folder: Path) -> dict[str, int]:
    """Writes a wheel's own Python files and its licences below `folder`; returns the sizes of the former.

    Raises:
        AutonasError: The file is no wheel, or a name in it leads out of the folder.
    """
    sizes: dict[str, int] = {}
    try:
        with zipfile.ZipFile(wheel) as archive:
            for info in archive.infolist():
                path = PurePosixPath(info.filename)
                is_source = info.filename.endswith(".py") and VENDORED.isdisjoint(path.parts[:-1])
                if info.is_dir() or not (is_source or _KEPT.fullmatch(info.filename)):
                    continue
                if path.is_absolute() or ".." in path.parts or re.search(r"[\\:\0]", info.filename):
                    raise AutonasError(
                        f"{wheel.name} holds a file that leads out of its folder: {info.filename!r}",
                        hint="this is no ordinary wheel: take it off the list",
                    )
                target = folder / path
                target.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(info) as packed, target.open("wb") as file:
                    shutil.copyfileobj(packed, file)
                if is_source:
                    sizes[info.filename] = info.file_size
    except (zipfile.BadZipFile, EOFError) as error:
        raise AutonasError(f"{wheel.name} is no wheel: {error}", hint="take it off the list") from error
    return sizes


def _make(pin: Pinned, folder: Path, unpacked: Callable[[int], None], i: int) -> None:
    requirement = f"{pin.name}=={pin.version} --hash=sha256:{pin.sha256}"
    wheel = download(requirement, folder, options=("--require-hashes",))
    unpacked(i)
    sizes = unpack(wheel, folder / _FILES)
    wheel.unlink()
    (folder / _INDEX).write_text(json.dumps(sizes, indent=0, sort_keys=True))
    unpacked(i + 1)


def _licence(folder: Path) -> str | None:
    infos = sorted((folder / _FILES).glob("*.dist-info"))
    return licence_of(metadata.Distribution.at(infos[0]).metadata) if infos else None


def _listed(folder: Path) -> tuple[SourceFile, ...]:
    """The files as they were unpacked. No times: they differ from machine to machine."""
    sizes = _sizes(folder)
    # Tens of thousands of them.
    paths = {name: os.path.join(folder, _FILES, name) for name in sorted(sizes)}  # noqa: PTH118
    return tuple(SourceFile(name=name, path=path, size=sizes[name], mtime_ns=0) for name, path in paths.items())


def _is_whole(folder: Path) -> bool:
    if not folder.is_dir():
        return False
    if (folder / SUMS).is_file():
        return damage(folder / SUMS) is None
    try:  # an earlier version noted sizes alone; they will do, as there may be no network to fetch it again
        return all((folder / _FILES / name).stat().st_size == size for name, size in _sizes(folder).items())
    except (OSError, ValueError, AttributeError):
        return False


def _sizes(folder: Path) -> dict[str, int]:
    sizes: dict[str, int] = json.loads((folder / _INDEX).read_text())
    return sizes


def _explained(what: str, said: str) -> AutonasError:
    """The error for what pip printed."""
    if "No module named pip" in said:
        return AutonasError(
            f"{sys.executable} has no pip to download packages with",
            hint="run: python -m ensurepip",
        )
    if "DO NOT MATCH THE HASHES" in said:
        return AutonasError(
            f"the package index serves another file for {what} than the list names",
            hint="never train on it: see which index pip uses with pip config list",
        )
    if "No space left" in said:
        return AutonasError(
            f"the disk is full: could not download {what}",
            hint="free some space or choose another folder with --cache; nothing incomplete was kept",
        )
    if re.search(r"connection|timed? ?out|name resolution|from versions: none", said, re.I):
        return AutonasError(
            f"pip reaches no package index that has {what}",
            hint='go online and run again (it goes on where it stopped), or use the source "installed"',
        )
    lines = [line for line in said.splitlines() if line.startswith("ERROR:")]
    reason = lines[-1].removeprefix("ERROR:").strip() if lines else "pip gave no wheel for any platform"
    return AutonasError(f"{what} cannot be downloaded: {reason}", hint="see where pip looks with pip config list")
