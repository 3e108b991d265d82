"""Distillation: a network learns the next-token distributions of a larger one beside the text (Hinton et al. 2015).

Shapes: B batch, T time, C channels, V vocabulary, N targets that count.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from autonas.errors import UsageError
from autonas.protocols import Tokenizer
from trainer.data.packing import IGNORED

__all__ = ["Distillation", "DistillationConfig", "check_teacher", "distillation_loss"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DistillationConfig:
    """How much the teacher counts.

    Attributes:
        weight: Share of the teacher's part; the plain loss has the rest.
        temperature: Divides the logits of both: above 1 the teacher's small probabilities count more.
    """

    weight: float = 0.5
    temperature: float = 1.0

    def __post_init__(self) -> None:
        if not 0 <= self.weight <= 1:
            raise ValueError(f"distillation.weight must lie in [0, 1], got {self.weight}")
        if not 0 < self.temperature < math.inf:
            raise ValueError(f"distillation.temperature must be above 0, got {self.temperature}")


def check_teacher(teacher: Tokenizer, student: Tokenizer) -> None:
    """Raises UsageError where the teacher's distributions are over other tokens than the student's."""
    hint = "use a teacher that was trained with the student's tokenizer: same corpus, same vocabulary size"
    if teacher.n_vocab != student.n_vocab:
        raise UsageError(
            f"the teacher has a vocabulary of {teacher.n_vocab} tokens, the student of {student.n_vocab}", hint=hint
        )
    for token in range(student.n_vocab):
        theirs, ours = teacher.decode([token]), student.decode([token])
        if theirs != ours:
            raise UsageError(
                f"the teacher's tokenizer is another one: token {token} is {theirs!r}, the student's {ours!r}",
                hint=hint,
            )


def distillation_loss(student: Tensor, teacher: Tensor, targets: Tensor, config: DistillationConfig) -> Tensor:
    """Returns (1 - weight) * cross-entropy + weight * temperature^2 * KL(teacher || student), in nats.

    Both are means over the targets that count. The square keeps the gradient's size at every temperature.

    Args:
        student: Logits (..., V).
        teacher: Logits (..., V); no gradient flows to them.
        targets: Token ids (...), -100 where nothing is to be learnt.
    """
    counted = targets != IGNORED
    student, teacher, targets = _at_least_float(student[counted]), _at_least_float(teacher[counted]), targets[counted]
    loss = student.new_zeros(())
    if config.weight < 1:
        loss = loss + (1 - config.weight) * F.cross_entropy(student, targets)
    if config.weight > 0:
        ours = F.log_softmax(student / config.temperature, dim=-1)  # (N, V)
        theirs = F.log_softmax(teacher.detach() / config.temperature, dim=-1)
        divergence = F.kl_div(ours, theirs, reduction="batchmean", log_target=True)
        loss = loss + config.weight * config.temperature**2 * divergence
    return loss


def _at_least_float(logits: Tensor) -> Tensor:
    return logits.to(torch.promote_types(logits.dtype, torch.float32))


class Distillation:
    """A teacher, and the loss of a student under it.

    Both are decoders: they have `hidden(tokens)` (B, T, C) and an `output` projection, which is computed only where a
    target counts. The teacher is set to evaluation; nothing of it trains.
    """

    def __init__(self, teacher: nn.Module, config: DistillationConfig) -> None:
        self._teacher, self._config = teacher.eval().requires_grad_(False), config

    def loss(self, student: nn.Module, tokens: Tensor, targets: Tensor, *, documents: Tensor | None = None) -> Tensor:
        """Returns `distillation_loss` on tokens (B, T) with targets (B, T).

        Args:
            documents: Numbers (B, T) of what both keep apart, if `hidden` of both takes them.
        """
        counted = targets != IGNORED
        apart = {} if documents is None else {"documents": documents}
        with torch.no_grad():
            theirs = self._teacher.output(self._teacher.hidden(tokens, **apart)[counted])  # (N, V)
        ours = student.output(student.hidden(tokens, **apart)[counted])
        return distillation_loss(ours, theirs, targets[counted], self._config)
