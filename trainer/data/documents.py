"""Reads files into documents: what is no Python text is refused with a reason, the rest is hashed."""

from __future__ import annotations

import ast
import errno
import gc
import hashlib
import io
import os
import re
import stat
import tokenize
import warnings
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

__all__ = ["N_PERMUTATIONS", "Document", "Refused", "examine"]

MAX_BYTES = 1_000_000
MIN_BYTES = 100
MAX_LINE = 1_000
MAX_MEAN_LINE = 100
N_PERMUTATIONS = 128
SHINGLE_WORDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text that can enter the corpus.

    Attributes:
        data: The text in UTF-8, with "\\n" line ends and no byte order mark.
        digest: SHA-256 of `data`.
        exact: Hash of the text without blank lines and white space at line ends; equal for exact duplicates.
        signature: MinHash values (N_PERMUTATIONS,) of its shingles.
    """

    source: str
    name: str
    data: bytes
    digest: str
    exact: bytes
    signature: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A file that is not used."""

    source: str
    name: str
    size: int
    reason: str


def examine(files: Sequence[tuple[str, str, str]]) -> list[Document | Refused]:
    """Reads (source, name, path) files; runs in a worker process."""
    was_enabled = gc.isenabled()
    gc.disable()  # syntax trees have no cycles; the collector doubles the time of parsing
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # invalid escapes in other people's code
            return [_examine(*file) for file in files]
    finally:
        if was_enabled:
            gc.enable()


def _examine(source: str, name: str, path: str) -> Document | Refused:
    try:
        raw, size = _read(path)
    except OSError as error:
        return Refused(source=source, name=name, size=0, reason=f"cannot be read: {error.strerror}")
    text, reason = _text(raw)
    if reason:
        return Refused(source=source, name=name, size=size, reason=reason)
    data = text.encode()
    return Document(
        source=source,
        name=name,
        data=data,
        digest=hashlib.sha256(data).hexdigest(),
        exact=_exact(text),
        signature=_signature(data),
    )


def _read(path: str) -> tuple[bytes, int]:
    """Returns the content, only its beginning if it is too large, and the size."""
    mode = os.stat(path).st_mode  # noqa: PTH116
    if stat.S_ISDIR(mode):
        raise OSError(errno.EACCES, "a folder that cannot be listed")
    if not stat.S_ISREG(mode):  # reading a pipe or a device may never end
        raise OSError(errno.EINVAL, "not a regular file")
    with open(path, "rb") as file:  # noqa: PTH123
        raw = file.read(MAX_BYTES + 1)
        return raw, max(len(raw), os.fstat(file.fileno()).st_size)


def _text(raw: bytes) -> tuple[str, str]:
    """Returns the text, or "" and why there is none."""
    if len(raw) > MAX_BYTES:
        return "", f"larger than {MAX_BYTES} bytes"
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(raw).readline)  # PEP 263
        if encoding not in ("utf-8", "utf-8-sig", "ascii"):
            return "", "not in UTF-8"
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except (SyntaxError, UnicodeDecodeError):
        return "", "not in UTF-8"
    if len(text) < MIN_BYTES:
        return "", f"shorter than {MIN_BYTES} characters"
    lines = text.split("\n")
    if max(map(len, lines)) > MAX_LINE or len(text) > MAX_MEAN_LINE * len(lines):
        return "", "lines too long: generated or data"
    try:
        ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return "", "not valid syntax of this Python"
    return text, ""


def _exact(text: str) -> bytes:
    lines = (line.rstrip() for line in text.split("\n"))
    return hashlib.sha256("\n".join(line for line in lines if line).encode()).digest()


def _signature(data: bytes) -> Any:
    """MinHash of the set of all runs of five words, after datasketch (Broder 1997; MinHashLSH)."""
    from datasketch import MinHash

    words = re.findall(rb"\w+", data)
    hashes = np.fromiter(map(zlib.crc32, words), np.uint64, len(words))
    n = max(1, len(hashes) - SHINGLE_WORDS + 1)
    runs = np.zeros(n, np.uint64)
    for k in range(min(SHINGLE_WORDS, len(hashes))):
        runs = runs * np.uint64(0x9E3779B97F4A7C15) + hashes[k : k + n]
    shingles = np.unique(runs >> np.uint64(32))  # the high half is the well-mixed one
    sketch = MinHash(num_perm=N_PERMUTATIONS, hashfunc=int, scheme="affine32")
    sketch.update_batch(shingles.tolist())
    return sketch.hashvalues
