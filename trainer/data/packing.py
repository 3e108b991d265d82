"""Batches for instruction tuning: examples packed into rows, with the loss on what the model must write.

The boundary between prompt and answer lies before the white space at the prompt's end. The tokenizer keeps a line end
and the indentation after it together, so a cut behind the line end would leave tokens on both sides that the corpus
never has; cut here, the tokens are those of the whole text, and generation starts from exactly `prompt_ids`.

Shapes: B batch, T time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from autonas.errors import UsageError
from autonas.protocols import Tokenizer
from trainer.data.encode import PieceTable
from trainer.data.instructions import Example
from trainer.data.tokenizer import CodeTokenizer

__all__ = ["IGNORED", "PackedBatches", "best_fit", "prompt_ids"]

IGNORED = -100  # the target that cross-entropy passes over


def prompt_ids(tokenizer: Tokenizer, prompt: str) -> list[int]:
    """Returns what a model reads before it writes: the prompt without the white space at its end."""
    return list(tokenizer.encode(_stripped(prompt)))


def _stripped(prompt: str) -> str:
    return prompt.rstrip(" \t\r\n")


def _encode(table: PieceTable, example: Example, end_of_text: int) -> tuple[Any, int]:
    """Returns the example's ids, the end of text included, and how many of them are the prompt's."""
    prompt = _stripped(example.prompt)
    ids = table.ids(prompt)
    answer = table.ids(example.prompt[len(prompt) :] + example.answer)
    return np.array([*ids, *answer, end_of_text], dtype=np.int64), len(ids)


def best_fit(lengths: Sequence[int], capacity: int) -> list[list[int]]:
    """Packs lengths into rows, each into the fullest row with room for it, the longest first.

    Best-fit decreasing needs at most 11/9 of the fewest possible rows and a bit (Johnson 1974), and next to no more
    where there are many short examples.

    Args:
        lengths: None above `capacity`.

    Returns:
        The lengths of each row.
    """
    rows: list[list[int]] = []
    with_room: dict[int, list[int]] = defaultdict(list)  # room -> rows
    rooms = 0  # bit r: some row has room r
    for length in sorted(lengths, reverse=True):
        if fitting := rooms >> length:
            room = length + (fitting & -fitting).bit_length() - 1
            row = with_room[room].pop()
            if not with_room[room]:
                rooms ^= 1 << room
        else:
            room, row = capacity, len(rows)
            rows.append([])
        rows[row].append(length)
        with_room[room - length].append(row)
        rooms |= 1 << (room - length)
    return rows


class PackedBatches:
    """Rows of examples back to back; `batch(i)` depends on the arguments and `i` alone.

    Every epoch has every example once. The lengths are packed once; which example of a length takes which place, their
    order within a row and the order of rows are drawn anew for each epoch.

    An end of text stands between the examples of a row, by which a trainer can keep them apart.

    Args:
        examples: What is learnt. An example that is to come twice an epoch is given twice.
        tokenizer: Of the network.
        batch_size: Rows of a batch.
        context: Tokens of a row. Examples that are longer with their end of text are left out (`n_left_out`).
        seed: Decides the order.

    Raises:
        UsageError: No example is short enough.
    """

    def __init__(
        self, examples: Sequence[Example], tokenizer: CodeTokenizer, *, batch_size: int, context: int, seed: int
    ) -> None:
        if batch_size < 1 or context < 1:
            raise UsageError(
                f"batch size and context must be 1 or more, got {batch_size} and {context}", hint="use 8 and 256"
            )
        self.batch_size, self.context = batch_size, context
        self._padding, self._seed = tokenizer.end_of_text, seed
        table = PieceTable(tokenizer)
        encoded = [_encode(table, example, tokenizer.end_of_text) for example in examples]
        # The end of text of a row's last example is a target only, hence context + 1.
        kept = [(ids, n_prompt) for ids, n_prompt in encoded if len(ids) <= context + 1]
        self.n_left_out = len(encoded) - len(kept)
        if not kept:
            raise UsageError(
                f"none of {len(encoded)} examples fits into {context} tokens",
                hint="use a longer context or shorter examples",
            )
        self._ids = [ids for ids, _ in kept]
        self._n_prompt = [n_prompt for _, n_prompt in kept]
        lengths = [len(ids) for ids in self._ids]
        self._places = best_fit(lengths, context + 1)
        self._of_length: dict[int, list[int]] = defaultdict(list)
        for example, length in enumerate(lengths):
            self._of_length[length].append(example)
        self.n_examples = len(kept)
        self.n_targets = sum(lengths) - sum(self._n_prompt)  # of an epoch
        self.rows_per_epoch = len(self._places)
        self.fill = sum(lengths) / (self.rows_per_epoch * (context + 1))  # the share of a row that is no padding
        self._epoch = lru_cache(maxsize=2)(self._arrange)

    def batch(self, i: int) -> tuple[Any, Any]:
        """Returns batch `i`: tokens int64 (B, T) and targets int64 (B, T), IGNORED where nothing is to be learnt.

        Targets are the tokens of answers and the end of text after each; no row is without.
        """
        if i < 0:
            raise IndexError(f"batch {i} of a stream that starts at 0")
        tokens = np.full((self.batch_size, self.context + 1), self._padding, dtype=np.int64)
        targets = np.full((self.batch_size, self.context + 1), IGNORED, dtype=np.int64)
        for b in range(self.batch_size):
            epoch, row = divmod(i * self.batch_size + b, self.rows_per_epoch)
            start = 0
            for example in self._epoch(epoch)[row]:
                ids, n_prompt = self._ids[example], self._n_prompt[example]
                end = start + len(ids)
                tokens[b, start:end] = ids
                targets[b, start + n_prompt : end] = ids[n_prompt:]
                start = end
        return tokens[:, :-1], targets[:, 1:]

    def _arrange(self, epoch: int) -> list[list[int]]:
        """Returns the examples of each row of an epoch."""
        random = np.random.default_rng([self._seed, epoch])
        waiting = {length: random.permutation(found).tolist() for length, found in self._of_length.items()}
        rows = []
        for row in random.permutation(len(self._places)).tolist():
            rows.append([waiting[length].pop() for length in random.permutation(self._places[row]).tolist()])
        return rows
