"""Encodes many documents in worker processes.

The pattern cuts a text into pieces and BPE works within a piece. Source code repeats its pieces, so each is
encoded once by the tokenizers library and looked up afterwards: the ids of `CodeTokenizer.encode`, much
faster.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import numpy as np

from trainer.data.tokenizer import PATTERN, CodeTokenizer

__all__ = ["PieceTable", "encode_range"]

_PIECES = re.compile(PATTERN)


def encode_range(tokenizers: Sequence[str], text_file: str, offsets: Sequence[int]) -> list[tuple[bytes, list[int]]]:
    """Encodes consecutive documents of a file; runs in a worker process.

    Args:
        tokenizers: Paths of tokenizer files, one a vocabulary.
        text_file: All documents one after the other in UTF-8.
        offsets: Where each begins, and where the last ends.

    Returns:
        For each vocabulary the ids of all documents, each followed by the end of text, as uint16 bytes, and
        how many ids each document has, the end of text included.
    """
    with open(text_file, "rb") as file:  # noqa: PTH123
        file.seek(offsets[0])
        data = file.read(offsets[-1] - offsets[0])
    first = offsets[0]
    texts = [data[a - first : b - first].decode() for a, b in pairwise(offsets)]
    pieces = [_PIECES.findall(text) for text in texts]
    result = []
    for path in tokenizers:
        table = _table(path)
        table.add({piece for document in pieces for piece in document})
        encoded = [table.encode(document) for document in pieces]
        result.append((b"".join(encoded), [len(e) // 2 for e in encoded]))
    return result


class PieceTable:
    """The ids of the pieces seen so far, as uint16 bytes."""

    def __init__(self, tokenizer: CodeTokenizer) -> None:
        self._tokenizer = tokenizer
        self._ids: dict[str, bytes] = {}
        self._end = np.uint16(self._tokenizer.end_of_text).tobytes()

    def add(self, pieces: set[str]) -> None:
        new = sorted(pieces.difference(self._ids))
        encodings = self._tokenizer.backend.encode_batch_fast(new, add_special_tokens=False)
        for piece, encoding in zip(new, encodings, strict=True):
            self._ids[piece] = np.array(encoding.ids, np.uint16).tobytes()

    def encode(self, pieces: list[str]) -> bytes:
        return b"".join(map(self._ids.__getitem__, pieces)) + self._end

    def ids(self, text: str) -> list[int]:
        """Returns the ids of one text, without the end of text."""
        pieces = _PIECES.findall(text)
        self.add(set(pieces))
        return np.frombuffer(self.encode(pieces), np.uint16)[:-1].tolist()


@cache
def _table(path: str) -> PieceTable:
    with open(path, encoding="utf-8") as file:  # noqa: PTH123
        return PieceTable(CodeTokenizer(file.read()))
