"""Training batches: windows of the training text in an order that the seed decides, addressed by step."""

from __future__ import annotations

from typing import Any

import numpy as np

from autonas.errors import UsageError
from autonas.protocols import Tokenizer

__all__ = ["DefinitionBatches", "TokenBatches", "definition_starts"]

GOLDEN_RATIO = (5**0.5 - 1) / 2
DEFINITIONS = ("def", "class")


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
        _check_windows(tokens, batch_size, context)
        self._tokens, self._starts = tokens, np.asarray(starts)
        self._ends = np.cumsum(np.asarray(n_bytes, dtype=np.int64))  # of the documents, in bytes
        self._offset = _offset(seed)
        self.batch_size, self.context = batch_size, context

    def batch(self, i: int) -> Any:
        """Returns batch `i`, uint16 (B, T + 1): inputs are [:, :-1], targets [:, 1:]."""
        positions = self._start_of(_shares(self._offset, i, self.batch_size))  # (B,)
        return _windows(self._tokens, positions, self.context)

    def _start_of(self, shares: Any) -> Any:
        """Returns the token at each share of the corpus's bytes, early enough for a whole window."""
        position = shares * self._ends[-1]
        document = np.minimum(np.searchsorted(self._ends, position, side="right"), len(self._ends) - 1)
        n_bytes = np.diff(self._ends, prepend=0)[document]
        within = (position - (self._ends[document] - n_bytes)) / np.maximum(n_bytes, 1)  # in [0, 1)
        lengths = np.diff(self._starts)[document]
        start = self._starts[document] + np.floor(within * lengths).astype(np.int64)
        return np.minimum(start, len(self._tokens) - self.context - 1)


class DefinitionBatches:
    """Batches of windows that begin where a function or class begins, at the margin of its file.

    Windows from anywhere hardly ever begin there, but what people give a model to continue does, and so do the
    exercises of instruction tuning. The order is that of `TokenBatches`, over the definitions.

    Args:
        tokens: uint16 (N,), each document followed by the end of text; memory-mapped or not.
        begin: int64 (D,), where definitions begin, see `definition_starts`; at least one, none in the last `context`.
        batch_size: Rows of a batch.
        context: Tokens of a row; a batch has one more, for the targets.
        seed: Decides the order.
    """

    def __init__(self, tokens: Any, begin: Any, *, batch_size: int, context: int, seed: int) -> None:
        _check_windows(tokens, batch_size, context)
        self._tokens, self._begin = tokens, begin
        self._offset = _offset(seed)
        self.batch_size, self.context = batch_size, context

    def batch(self, i: int) -> Any:
        """Returns batch `i`, uint16 (B, T + 1): inputs are [:, :-1], targets [:, 1:]."""
        chosen = np.floor(_shares(self._offset, i, self.batch_size) * len(self._begin)).astype(np.int64)  # (B,)
        return _windows(self._tokens, self._begin[chosen], self.context)


def definition_starts(tokens: Any, tokenizer: Tokenizer) -> Any:
    """Returns where `def` and `class` stand at the beginning of a line, int64 (D,), ascending.

    A tokenizer that cuts one of the words finds none of that word.

    Args:
        tokens: uint16 (N,), each document followed by the end of text.
    """
    encoded = (tokenizer.encode(word) for word in DEFINITIONS)
    words = [ids[0] for ids in encoded if len(ids) == 1]
    ends_line = np.array([tokenizer.decode([token]).endswith("\n") for token in range(tokenizer.n_vocab)])
    ends_line[tokenizer.end_of_text] = True
    found = np.flatnonzero(np.isin(tokens[1:], words) & ends_line[tokens[:-1]]) + 1
    at_once = len(tokens) > 0 and tokens[0] in words
    return np.concatenate([[0], found]).astype(np.int64) if at_once else found.astype(np.int64)


def _check_windows(tokens: Any, batch_size: int, context: int) -> None:
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


def _offset(seed: int) -> float:
    return float(np.random.default_rng(seed).random())


def _shares(offset: float, i: int, batch_size: int) -> Any:
    """Returns where batch `i` stands in the sequence: float (B,) in [0, 1)."""
    if i < 0:
        raise IndexError(f"batch {i} of a stream that starts at 0")
    return np.mod(offset + np.arange(i * batch_size, (i + 1) * batch_size) * GOLDEN_RATIO, 1.0)


def _windows(tokens: Any, positions: Any, context: int) -> Any:
    return np.asarray(tokens[positions[:, None] + np.arange(context + 1)])
