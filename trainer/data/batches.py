"""Training batches: windows of the training text in an order that the seed decides, addressed by step."""

from __future__ import annotations

from typing import Any

import numpy as np

from autonas.errors import UsageError

__all__ = ["TokenBatches"]

GOLDEN_RATIO = (5**0.5 - 1) / 2


class TokenBatches:
    """Batches of windows spread over the corpus; `batch(i)` depends on the arguments and `i` alone.

    Window k starts at the share frac(offset + k * golden ratio) of the corpus's bytes, the offset drawn
    from the seed. This sequence fills the interval evenly at every length (Kronecker), so each batch is a
    sample of the whole corpus and text repeats only when the corpus has been read through. Neighbouring
    windows of one file in one batch or in consecutive ones, as reading documents in sequence gives, cost
    0.3 bits per byte after 400 steps (docs/log.md).

    A start is a document and a share of its bytes, so every vocabulary reads the same text in the same
    order up to the length of a token; how far a window of `context` tokens reaches in the text differs.

    Args:
        tokens: uint16 (N,), each document followed by the end of text; memory-mapped or not.
        starts: int64 (D + 1,), where documents start.
        n_bytes: int64 (D,), their size in bytes, the same for every vocabulary.
        batch_size: Rows of a batch.
        context: Tokens of a row; a batch has one more, for the targets.
        seed: Decides the order.
    """

    def __init__(self, tokens: Any, starts: Any, *, n_bytes: Any, batch_size: int, context: int, seed: int) -> None:
        if batch_size < 1 or context < 1:
            raise UsageError(
                f"batch size and context must be 1 or more, got {batch_size} and {context}",
                hint="use 8 and 256",
            )
        if len(tokens) < context + 1:
            raise UsageError(
                f"the corpus is too small for windows of {context} tokens: it has {len(tokens)}",
                hint="use a larger corpus or a shorter context",
            )
        self._tokens, self._starts = tokens, np.asarray(starts)
        self._ends = np.cumsum(np.asarray(n_bytes, dtype=np.int64))  # of the documents, in bytes
        self._offset = float(np.random.default_rng(seed).random())
        self.batch_size, self.context = batch_size, context

    def batch(self, i: int) -> Any:
        """Returns batch `i`, uint16 (B, T + 1): inputs are [:, :-1], targets [:, 1:]."""
        if i < 0:
            raise IndexError(f"batch {i} of a stream that starts at 0")
        windows = np.arange(i * self.batch_size, (i + 1) * self.batch_size)
        positions = self._start_of(np.mod(self._offset + windows * GOLDEN_RATIO, 1.0))  # (B,)
        return np.asarray(self._tokens[positions[:, None] + np.arange(self.context + 1)])

    def _start_of(self, shares: Any) -> Any:
        """Returns the token at each share of the corpus's bytes, early enough for a whole window."""
        position = shares * self._ends[-1]
        document = np.minimum(np.searchsorted(self._ends, position, side="right"), len(self._ends) - 1)
        n_bytes = np.diff(self._ends, prepend=0)[document]
        within = (position - (self._ends[document] - n_bytes)) / np.maximum(n_bytes, 1)  # in [0, 1)
        lengths = np.diff(self._starts)[document]
        start = self._starts[document] + np.floor(within * lengths).astype(np.int64)
        return np.minimum(start, len(self._tokens) - self.context - 1)
