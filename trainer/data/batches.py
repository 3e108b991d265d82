"""Training batches: windows of the token stream in an order that the seed decides, addressed by step."""

from __future__ import annotations

import heapq
from functools import lru_cache
from typing import Any

import numpy as np

from autonas.errors import UsageError

__all__ = ["TokenBatches"]


class TokenBatches:
    """Batches of windows; `batch(i)` depends on the arguments and `i` alone, so a resumed training reads on.

    An epoch shuffles the documents and deals them out to `batch_size` rows, always to the row that has the
    fewest bytes so far. Row b of the epoch's batches reads the documents of row b one after the other,
    `context` tokens a step. Neither the shuffle nor the dealing looks at tokens: every vocabulary gets the
    same documents in the same rows in the same order, and only how far a step advances in the text differs.
    What is left of a row when the shortest one ends is skipped; every epoch deals anew.

    Args:
        tokens: uint16 (N,), each document followed by the end of text; memory-mapped or not.
        starts: int64 (D + 1,), where documents start.
        n_bytes: int64 (D,), their size in bytes, the same for every vocabulary.
        batch_size: Rows of a batch.
        context: Tokens a row advances by; a batch has one more, for the targets.
        seed: Decides the order.
    """

    def __init__(
        self, tokens: Any, starts: Any, *, n_bytes: Any, batch_size: int, context: int, seed: int
    ) -> None:
        if batch_size < 1 or context < 1:
            raise UsageError(
                f"batch size and context must be 1 or more, got {batch_size} and {context}",
                hint="use 8 and 256",
            )
        self._tokens, self._starts, self._n_bytes = tokens, np.asarray(starts), np.asarray(n_bytes)
        self.batch_size, self.context, self.seed = batch_size, context, seed
        self._epoch = lru_cache(maxsize=2)(self._deal)
        self._firsts = [0]  # number of the first batch of each epoch
        self._grow()

    def batch(self, i: int) -> Any:
        """Returns batch `i`, uint16 (B, T + 1): inputs are [:, :-1], targets [:, 1:]."""
        if i < 0:
            raise IndexError(f"batch {i} of a stream that starts at 0")
        while self._firsts[-1] <= i:
            self._grow()
        epoch = int(np.searchsorted(self._firsts, i, side="right")) - 1
        step = i - self._firsts[epoch]
        out = np.empty((self.batch_size, self.context + 1), np.uint16)
        for row, (documents, ends) in zip(out, self._epoch(epoch), strict=True):
            self._read(row, documents, ends, step * self.context)
        return out

    def _grow(self) -> None:
        rows = self._epoch(len(self._firsts) - 1)
        shortest = min(int(ends[-1]) if len(ends) else 0 for _, ends in rows)
        n_steps = (shortest - 1) // self.context
        if n_steps < 1:
            raise UsageError(
                f"the corpus is too small for {self.batch_size} rows of {self.context} tokens:"
                f" the shortest row has {shortest}",
                hint="use a larger corpus, a smaller batch or a shorter context",
            )
        self._firsts.append(self._firsts[-1] + n_steps)

    def _deal(self, epoch: int) -> list[tuple[Any, Any]]:
        """Returns for each row its documents and where each of them ends in the row, in tokens."""
        order = np.random.default_rng([self.seed, epoch]).permutation(len(self._n_bytes))
        rows: list[list[int]] = [[] for _ in range(self.batch_size)]
        heap = [(0, b) for b in range(self.batch_size)]
        for document in order.tolist():
            size, b = heap[0]
            rows[b].append(document)
            heapq.heapreplace(heap, (size + int(self._n_bytes[document]), b))
        lengths = np.diff(self._starts)
        return [(np.array(r, np.int64), np.cumsum(lengths[r]) if r else np.empty(0, np.int64)) for r in rows]

    def _read(self, row: Any, documents: Any, ends: Any, position: int) -> None:
        """Fills a row with the tokens from `position` on."""
        k = int(np.searchsorted(ends, position, side="right"))
        filled = 0
        while filled < len(row):
            end = int(self._starts[documents[k] + 1])
            begin = end - (int(ends[k]) - position - filled)
            n = min(end - begin, len(row) - filled)
            row[filled : filled + n] = self._tokens[begin : begin + n]
            filled += n
            k += 1
