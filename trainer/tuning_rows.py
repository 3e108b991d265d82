"""The rows of an instruction tuning: examples, and among them text of the corpus at a fixed share.

Shapes: B batch, T time.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor

from trainer.data.batches import DefinitionBatches, TokenBatches
from trainer.data.packing import PackedBatches
from trainer.loop import next_tokens

__all__ = ["TuningRows"]


class TuningRows:
    """One sequence of rows, from which batches of any size are cut; a row depends on its number alone.

    The shares hold in the mean, so a batch may be smaller than the text's share has rows.

    Args:
        examples: In batches of one row.
        windows: Of the text, in batches of one row.
        definitions: Likewise, beginning at a function or class; None if there are none.
        replay: Share of the rows that is text.
        definitions_share: Share of these that begins at a definition.
    """

    def __init__(
        self,
        examples: PackedBatches,
        windows: TokenBatches,
        definitions: DefinitionBatches | None,
        *,
        replay: float,
        definitions_share: float,
    ) -> None:
        self._examples, self._windows, self._definitions = examples, windows, definitions
        self._replay = replay
        self._definitions_share = definitions_share if definitions else 0.0

    def between(self, begin: int, end: int) -> tuple[Tensor, Tensor]:
        """Returns the tokens and targets of the rows from `begin` to before `end`, int64 (B, T) each."""
        rows = [self._row(number) for number in range(begin, end)]
        tokens, targets = (torch.cat([row[i] for row in rows]) for i in range(2))
        return tokens, targets

    def _row(self, number: int) -> tuple[Tensor, Tensor]:
        n_texts = math.floor(number * self._replay)
        if math.floor((number + 1) * self._replay) == n_texts:
            tokens, targets = self._examples.batch(number - n_texts)
            return torch.from_numpy(tokens), torch.from_numpy(targets)
        n_definitions = math.floor(n_texts * self._definitions_share)
        if self._definitions and math.floor((n_texts + 1) * self._definitions_share) > n_definitions:
            return next_tokens(self._definitions.batch(n_definitions))
        return next_tokens(self._windows.batch(n_texts - n_definitions))
