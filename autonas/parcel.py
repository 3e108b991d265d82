"""A folder of prepared data on its way to machines that lack it: packed once, unpacked once on each."""

from __future__ import annotations

import fcntl
import shutil
import tarfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, cast

__all__ = ["pack", "unpack"]

_CHUNK = 1 << 25  # bytes
_PIECE = 1 << 16  # bytes that tarfile gathers: it copies all of them again with each of its writes, of 16 KiB
_NOT_CARRIED = (".lock", ".partial")


def pack(folder: Path, keep: Callable[[bytes], object]) -> None:
    """Gives the files of a folder to `keep`, in chunks of a tar archive."""

    def wanted(entry: tarfile.TarInfo) -> tarfile.TarInfo | None:
        return None if entry.name.endswith(_NOT_CARRIED) else entry

    pieces = _Pieces(keep)
    with tarfile.open(fileobj=_stream(write=pieces.add), mode="w|", bufsize=_PIECE) as archive:
        archive.add(folder, arcname=".", filter=wanted)
    pieces.hand_over()


def unpack(chunks: Iterable[bytes], folder: Path) -> None:
    """Makes the folder of what `pack` gave, whole or not at all; of several processes one does, the others wait.

    Raises:
        OSError: The disk is full, or the place cannot be written to.
    """
    with _locked(folder):
        if folder.is_dir():
            return
        partial = folder.with_name(folder.name + ".partial")
        shutil.rmtree(partial, ignore_errors=True)  # left by a process that was killed
        try:
            with tarfile.open(fileobj=_stream(read=_reader(chunks)), mode="r|") as archive:
                archive.extractall(partial, filter="data")
            partial.rename(folder)
        finally:
            shutil.rmtree(partial, ignore_errors=True)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Holds the lock of a folder, the same that whoever prepares data there holds."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_name(folder.name + ".lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


class _Pieces:
    """Makes chunks of an archive's pieces."""

    def __init__(self, keep: Callable[[bytes], object]) -> None:
        self._keep, self._pieces, self._size = keep, list[bytes](), 0

    def add(self, piece: bytes) -> None:
        self._pieces.append(piece)
        self._size += len(piece)
        if self._size >= _CHUNK:
            self.hand_over()

    def hand_over(self) -> None:
        """Gives what was gathered to whoever keeps chunks."""
        if self._pieces:
            self._keep(b"".join(self._pieces))
        self._pieces, self._size = [], 0


class _Stream:
    """What tarfile needs of a file that is only written, or only read, from its begin to its end."""

    def __init__(self, write: Callable[[bytes], object] | None, read: Callable[[int], bytes] | None) -> None:
        self.write, self.read = write, read


def _stream(*, write: Callable[[bytes], object] | None = None, read: Callable[[int], bytes] | None = None) -> IO[bytes]:
    return cast("IO[bytes]", _Stream(write, read))


def _reader(chunks: Iterable[bytes]) -> Callable[[int], bytes]:
    """Returns a function that reads so many bytes on, of one chunk after the other."""
    left: Any = iter(chunks)
    rest = memoryview(b"")

    def read(count: int) -> bytes:
        nonlocal rest
        parts = []
        while count:
            if not rest:
                rest = memoryview(next(left, b""))
                if not rest:
                    break
            part, rest = rest[:count], rest[count:]
            parts.append(part)
            count -= len(part)
        return b"".join(parts)

    return read
