"""Whether a network has learnt to copy from its context.

Small decoders learn this (induction, Olsson et al. 2022) in a sudden transition, and their loss falls with
it. Scores taken on both sides of it don't compare, so each candidate records on which side it was.

Shapes: B batch, T time, V vocabulary.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
import torch.nn.functional as F

from autonas.errors import CandidateError
from autonas.protocols import Context, Stage, Trained

__all__ = ["Copying"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Copying:
    """Scores random tokens that are then repeated: only a network that copies predicts the second half.

    The first half is a proof of its own. Random tokens cannot be predicted, so a loss below ln V on them
    means that the trained network sees what it predicts; that fails the candidate.

    Attributes:
        length: Tokens before the repetition; twice as many are read.
        rows: Sequences.
        seed: Draws the tokens.
    """

    length: int = 64
    rows: int = 16
    seed: int = 0

    def __post_init__(self) -> None:
        if self.length < 2:
            raise ValueError(f"length must be at least 2 tokens, got {self.length}")
        if self.rows < 1:
            raise ValueError(f"rows must be at least 1, got {self.rows}")

    @property
    def metrics(self) -> Sequence[str]:
        return ("copying", "copying_ratio")

    @property
    def stage(self) -> Stage:
        return "trained"

    @torch.no_grad()
    def evaluate(self, subject: Trained, context: Context) -> Mapping[str, float]:
        """Returns `copying`, nats per token of the second half, and `copying_ratio`, that over the first
        half's.

        About ln V or more, and a ratio of 1, before the transition; far less after it.

        Raises:
            CandidateError: Random tokens were predicted ("implausible").
        """
        n_vocab = subject.tokenizer.n_vocab
        generator = torch.Generator().manual_seed(self.seed)
        half = torch.randint(n_vocab, (self.rows, self.length), generator=generator)
        start = torch.full((self.rows, 1), subject.tokenizer.end_of_text)
        tokens = torch.cat([start, half, half], dim=1).to(context.device)  # (B, 1 + 2 length)
        with subject.autocast():
            logits = subject.network(tokens[:, :-1])  # (B, T, V)
        nats = F.cross_entropy(logits.float().flatten(0, 1), tokens[:, 1:].flatten(), reduction="none")
        first, second = nats.view(self.rows, 2, self.length).mean(dim=(0, 2)).tolist()
        if first < 0.9 * math.log(n_vocab):
            raise CandidateError(
                f"random tokens were predicted: {first:.3f} nats each, chance is {math.log(n_vocab):.3f}",
                reason="implausible",
                hint="it sees what it predicts; look for a leak that the causality check does not reach",
            )
        return {"copying": second, "copying_ratio": second / first}
