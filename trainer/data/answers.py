"""Batches for instruction tuning: one example a row, with the loss on what the model must write.

The boundary between prompt and answer lies before the white space at the prompt's end. The tokenizer keeps a line end
and the indentation after it together, so a cut behind the line end would leave tokens on both sides that the corpus
never has; cut here, the tokens are those of the whole text, and generation starts from exactly `prompt_ids`.

Shapes: B batch, T time.
"""

from __future__ import annotations

import itertools
import math
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

__all__ = ["IGNORED", "AnswerBatches", "prompt_ids"]

IGNORED = -100  # the target that cross-entropy passes over
PIECES = 3  # of a batch; with more a CPU spends more time beside the products
WIDTHS = 8  # widths of rows are multiples of it


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


class AnswerBatches:
    """Pieces of rows with one example each; `batch(i)` depends on the arguments and `i` alone.

    Every example is read from nothing, as a prompt is when the model is used. Rows in which examples follow each other
    teach that what comes before has nothing to do with the task: the loss falls more slowly (docs/log.md).

    Every epoch has every example once. The rows of a piece have one width, so that little is padding, and a width comes
    with the same number of rows, but for what is left over: libraries prepare themselves for every new shape. Which
    examples of a width make a piece, and the order of the pieces, are drawn anew for each epoch.

    Args:
        examples: What is learnt. An example that is to come twice an epoch is given twice.
        tokenizer: Of the network.
        batch_tokens: Tokens of a batch, padding included: at most, and nearly.
        context: The widest row. Examples that are longer with their end of text are left out (`n_left_out`).
        seed: Decides the order.

    Attributes:
        n_examples: Of an epoch.
        n_targets: Of an epoch.
        tokens_per_batch: Mean number, padding included.
        fill: The share of them that is no padding.
        batches_per_epoch: A fraction.

    Raises:
        UsageError: No example is short enough.
    """

    def __init__(
        self, examples: Sequence[Example], tokenizer: CodeTokenizer, *, batch_tokens: int, context: int, seed: int
    ) -> None:
        if context < 1 or batch_tokens < context:
            raise UsageError(
                f"a batch must have a row of 1 token or more, got {batch_tokens} tokens in rows of {context}",
                hint="use 4096 and 256",
            )
        self._padding, self._seed = tokenizer.end_of_text, seed
        table = PieceTable(tokenizer)
        encoded = [_encode(table, example, tokenizer.end_of_text) for example in examples]
        # The end of text is a target only, hence context + 1.
        self._encoded = [(ids, n_prompt) for ids, n_prompt in encoded if len(ids) <= context + 1]
        self.n_left_out = len(encoded) - len(self._encoded)
        if not self._encoded:
            raise UsageError(
                f"none of {len(encoded)} examples fits into {context} tokens",
                hint="use a longer context or shorter examples",
            )
        self._n_pieces = min(PIECES, batch_tokens // context)  # of a batch
        self._of_width: dict[int, list[int]] = defaultdict(list)
        for example, (ids, _) in enumerate(self._encoded):
            self._of_width[min(context, math.ceil((len(ids) - 1) / WIDTHS) * WIDTHS)].append(example)
        self._rows = {width: batch_tokens // self._n_pieces // width for width in self._of_width}  # of a piece
        tokens = sum(len(found) * width for width, found in self._of_width.items())
        self.n_examples = len(self._encoded)
        self.n_targets = sum(len(ids) - n_prompt for ids, n_prompt in self._encoded)
        self._pieces_per_epoch = sum(math.ceil(len(of) / self._rows[width]) for width, of in self._of_width.items())
        self.batches_per_epoch = self._pieces_per_epoch / self._n_pieces
        self.tokens_per_batch = tokens / self.batches_per_epoch
        self.fill = sum(len(ids) - 1 for ids, _ in self._encoded) / tokens
        self._epoch = lru_cache(maxsize=2)(self._arrange)

    def batch(self, i: int) -> list[tuple[Any, Any]]:
        """Returns the pieces of batch `i`: tokens int64 (B, T) and targets int64 (B, T), of another B and T each.

        Targets are the tokens of an answer and the end of text after it, IGNORED elsewhere; no row is without.
        """
        if i < 0:
            raise IndexError(f"batch {i} of a stream that starts at 0")
        return [self._piece(number) for number in range(i * self._n_pieces, (i + 1) * self._n_pieces)]

    def _piece(self, number: int) -> tuple[Any, Any]:
        epoch, place = divmod(number, self._pieces_per_epoch)
        width, chosen = self._epoch(epoch)[place]
        tokens = np.full((len(chosen), width + 1), self._padding, dtype=np.int64)
        targets = np.full((len(chosen), width + 1), IGNORED, dtype=np.int64)
        for row, example in enumerate(chosen):
            ids, n_prompt = self._encoded[example]
            tokens[row, : len(ids)] = ids
            targets[row, n_prompt : len(ids)] = ids[n_prompt:]
        return tokens[:, :-1], targets[:, 1:]

    def _arrange(self, epoch: int) -> list[tuple[int, list[int]]]:
        """Returns the width and the examples of each piece of an epoch.

        The pieces of a batch come from the short, the middle and the long ones, so that batches are more alike.
        """
        random = np.random.default_rng([self._seed, epoch])
        pieces = []
        for width, found in sorted(self._of_width.items()):
            order, rows = random.permutation(found).tolist(), self._rows[width]
            pieces += [(width, order[start : start + rows]) for start in range(0, len(order), rows)]
        kinds = [random.permutation(part).tolist() for part in np.array_split(range(len(pieces)), self._n_pieces)]
        in_turn = itertools.chain.from_iterable(itertools.zip_longest(*kinds))
        return [pieces[k] for k in in_turn if k is not None]
