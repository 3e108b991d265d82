"""A corpus in one compressed file: to carry to a machine that has not the packages, or no network.

The file is a tar archive, compressed with xz, of the texts, their split and the merges. The other machine encodes them
again, so tokens, split and fingerprint are those of the corpus that was packed.
"""

from __future__ import annotations

import hashlib
import io
import lzma
import shutil
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, cast

from autonas.errors import AutonasError, UsageError
from trainer.data.build import Progress
from trainer.data.config import CorpusConfig
from trainer.data.manifest import Manifest

__all__ = ["digest_of", "is_packed", "is_unpacked", "pack", "packed_manifest", "unpack"]

MANIFEST = "manifest.json"  # the first in the archive, so that it is read without the rest
FILES = (
    MANIFEST, "merges.json", "duplicates.json",
    "train.offsets.npy", "train.names.json", "train.txt",
    "held_out.offsets.npy", "held_out.names.json", "held_out.txt",
)  # fmt: skip
_NOT_ONE = "{} is no packed corpus"
_HINT = "give a folder of Python files, or a file that autonas data --pack has written"
_DAMAGED = (lzma.LZMAError, tarfile.TarError, EOFError)


def pack(folder: Path, path: Path, *, progress: Progress) -> int:
    """Writes the corpus in `folder` to one file; the same corpus gives the same bytes.

    Args:
        progress: Called with (stage, bytes done, bytes in all).

    Returns:
        The size of the file in bytes.

    Raises:
        UsageError: The file cannot be written. Nothing is left behind.
    """
    partial = path.with_name(path.name + ".partial")
    total = sum((folder / name).stat().st_size for name in FILES)
    done = 0

    def read(count: int) -> None:
        nonlocal done
        done += count
        progress("pack", done, total)

    try:
        with tarfile.open(partial, "w:xz", preset=9) as archive:
            for name in FILES:
                entry = tarfile.TarInfo(name)  # without times and owners
                entry.size = (folder / name).stat().st_size
                with (folder / name).open("rb") as file:
                    archive.addfile(entry, cast("IO[bytes]", _Counted(file, read)))
        partial.replace(path)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}", hint="choose another place or free some") from error
    finally:
        partial.unlink(missing_ok=True)
    return path.stat().st_size


def is_packed(source: str) -> bool:
    """Whether a corpus source is a file, which only a packed corpus can be."""
    return Path(source).expanduser().is_file()


def is_unpacked(source: str) -> bool:
    """Whether a corpus source is the folder of a prepared corpus, which is opened where it lies."""
    return all((Path(source) / name).is_file() for name in FILES)


def digest_of(path: Path) -> str:
    """SHA-256 of the file: what a packed corpus is known by, wherever it lies."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def packed_manifest(path: Path, config: CorpusConfig) -> Manifest:
    """Reads what a packed corpus is made of.

    Raises:
        UsageError: The file is something else, or larger than the configuration allows.
    """
    try:
        with tarfile.open(path, "r:xz") as archive:
            entry = archive.next()
            if entry is None or entry.name != MANIFEST or not entry.isfile():
                raise UsageError(_NOT_ONE.format(path), hint=_HINT)
            manifest = Manifest.from_json(cast("IO[bytes]", archive.extractfile(entry)).read().decode())
    except (*_DAMAGED, ValueError, LookupError, TypeError) as error:
        raise UsageError(f"{_NOT_ONE.format(path)}: {error}", hint=_HINT) from error
    n_bytes = manifest.train.bytes + manifest.held_out.bytes
    if config.max_bytes is not None and n_bytes > config.max_bytes:
        raise UsageError(
            f"{path} holds {n_bytes / 1e6:,.1f} MB of text, more than the study takes (max_bytes = {config.max_bytes})",
            hint="it is not cut again: pack a smaller one, or take all of it with --set ...corpus.max_bytes=none",
        )
    return manifest


def unpack(path: Path, manifest: Manifest, folder: Path, *, progress: Progress) -> None:
    """Writes the texts of a packed corpus into `folder`; nothing else than they can come out of the file.

    Raises:
        AutonasError: The file is damaged or was cut off.
    """
    sizes = {"train.txt": manifest.train.bytes, "held_out.txt": manifest.held_out.bytes}
    total = sum(sizes.values())
    done, missing = 0, set(FILES)
    try:
        with tarfile.open(path, "r:xz") as archive:
            for entry in archive:
                if entry.name not in missing or not entry.isfile() or entry.size > sizes.get(entry.name, total):
                    raise AutonasError(f"{path} is damaged: it holds {entry.name!r}", hint=_HINT)
                missing.remove(entry.name)
                with (folder / entry.name).open("wb") as file:
                    shutil.copyfileobj(cast("IO[bytes]", archive.extractfile(entry)), file)
                done += sizes.get(entry.name, 0)
                progress("unpack", done, total)
            shutil.copyfileobj(cast("IO[bytes]", archive.fileobj), _Nowhere())  # xz has its checksum at the end
    except _DAMAGED as error:
        raise AutonasError(f"{path} is damaged: {error}", hint="copy it again") from error
    if missing or any((folder / name).stat().st_size != size for name, size in sizes.items()):
        raise AutonasError(f"{path} is damaged: it ends too early", hint="copy it again")


class _Nowhere(io.RawIOBase):
    """Takes whatever is written to it."""

    def write(self, data: Any) -> int:
        return len(data)


class _Counted:
    """A file that tells how much is read of it."""

    def __init__(self, file: IO[bytes], told: Callable[[int], None]) -> None:
        self._file, self._told = file, told

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self._told(len(data))
        return data
