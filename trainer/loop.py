"""The training loop: the same steps for every network, until the budget is spent.

Shapes: B batch, T time.
"""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from autonas.errors import CandidateError
from autonas.protocols import Progress
from trainer.group import Group
from trainer.optim import Optimizers
from trainer.schedule import Schedule

__all__ = ["CurvePoint", "Loop", "documents_of", "interval", "next_tokens", "own_loss"]

CurvePoint = dict[str, float]
CURVE_POINTS = 40  # of a learning curve
REPORTS_PER_SECOND = 5.0


def next_tokens(windows: Any) -> tuple[Tensor, Tensor]:
    """Splits windows, uint16 (B, T + 1), into inputs and what follows each of them, int64 (B, T)."""
    tokens = torch.from_numpy(windows.astype(np.int64))
    return tokens[:, :-1], tokens[:, 1:]


def interval(n_steps: int) -> int:
    """Returns how many steps lie between two points of a learning curve."""
    return max(1, math.ceil(n_steps / CURVE_POINTS))


def own_loss(network: Any, inputs: Tensor, targets: Tensor, **options: Tensor) -> Tensor:
    """Returns the network's own loss, the mean negative log-likelihood in nats."""
    loss: Tensor = network.loss(inputs, targets, **options)
    return loss


def documents_of(tokens: Tensor, end_of_text: int) -> Tensor:
    """Numbers the documents of each row of tokens (B, T); ends of text belong to what they end, padding too."""
    ends = tokens == end_of_text
    begins = ~ends[:, 1:] & ends[:, :-1]
    return F.pad(begins, (1, 0)).cumsum(dim=1)


@dataclass(kw_only=True)
class Loop:
    """Trains a network on batches.

    Attributes:
        batch: Returns batch `step` as inputs and targets, int64 (B, T) each; a target below zero counts for nothing.
        bytes_per_token: Of the text that is predicted, to express the loss in bits per byte.
        autocast: Returns the context manager of the precision.
        report: Called some times a second.
        loss: Returns the mean negative log-likelihood in nats; the network's own by default.
        micro_rows: Rows that go through the network at once; the gradients of a batch add up. All by default.
        peak_tokens_per_second: What one process's device could reach at most.
        group: Shares the rows of each batch with other processes; alone by default.
    """

    batch: Callable[[int], tuple[Tensor, Tensor]]
    bytes_per_token: float
    device: str
    autocast: Callable[[], Any]
    report: Callable[[Progress], None]
    loss: Callable[[Any, Tensor, Tensor], Tensor] = own_loss
    micro_rows: int | None = None
    peak_tokens_per_second: float | None = None
    group: Group = field(default_factory=Group)

    def points(
        self,
        network: nn.Module,
        optimizers: Optimizers,
        schedule: Schedule,
        n_steps: int,
        *,
        every: int,
        start: int = 0,
    ) -> Iterator[CurvePoint]:
        """Trains from step `start`, and yields the mean training loss of the last `every` steps after so many each.

        The last point comes when the training ends, so it shares steps with the one before if fewer are left.
        While the caller looks at a point all is at rest: it may save, and go on from there later.

        Raises:
            CandidateError: The loss was "not finite".
        """
        network.train()
        losses: deque[Tensor] = deque(maxlen=every)  # on the device: a GPU is not waited for
        begun = reported = time.perf_counter()
        n_tokens = 0
        for step in range(start, n_steps):
            inputs, targets = self.batch(step)
            losses.append(self._backward(network, inputs, targets))
            self.group.add_gradients(network)
            optimizers.step(schedule.factor(step, n_steps))
            n_tokens += inputs.numel()
            is_last = step == n_steps - 1
            at_point = is_last or (step + 1) % every == 0
            loss = self._bits_per_byte(losses, step) if at_point else math.nan
            now = time.perf_counter()
            if is_last or now - reported > 1 / REPORTS_PER_SECOND:
                latest = loss if at_point else self._bits_per_byte(losses, step, of_all=False)
                self._report(step + 1, n_steps, latest, n_tokens / (now - begun))
                reported = now
            if at_point:
                yield {"step": step + 1, "tokens": (step + 1) * inputs.numel(), "loss": loss}
        network.eval()

    def share_of_peak(self, tokens_per_second: float) -> float | None:
        """Returns which share of what the devices could reach a pace is, if that is known."""
        if self.peak_tokens_per_second is None:
            return None
        return tokens_per_second / (self.group.size * self.peak_tokens_per_second)

    def _report(self, step: int, n_steps: int, loss: float, rate: float) -> None:
        share = self.share_of_peak(rate)
        self.report(Progress(step=step, n_steps=n_steps, loss=loss, tokens_per_second=rate, share_of_peak=share))

    def _backward(self, network: nn.Module, inputs: Tensor, targets: Tensor) -> Tensor:
        """Adds the gradients of this process's rows, and returns their share of the batch's loss in nats."""
        n_targets = int((targets >= 0).sum())
        inputs, targets = self.group.share(inputs), self.group.share(targets)
        rows = self.micro_rows or max(1, len(inputs))
        total = torch.zeros((), device=self.device)
        for some, wanted in zip(inputs.split(rows), targets.split(rows), strict=True):
            share = int((wanted >= 0).sum()) / n_targets
            if not share:
                continue
            some, wanted = (x.to(self.device, non_blocking=True) for x in (some, wanted))
            with self.autocast():
                nats = self.loss(network, some, wanted) * share
            nats.backward()
            total += nats.detach()
        return total

    def _bits_per_byte(self, losses: Iterable[Tensor], step: int, *, of_all: bool = True) -> float:
        """Returns the mean loss; without `of_all` that of this process's rows: each clock decides when to report."""
        mean = torch.stack(list(losses)).mean()
        nats = float(self.group.add(mean) if of_all else mean * self.group.size)
        if not math.isfinite(nats):
            raise CandidateError(
                f"the training loss is {nats} at step {step + 1}",
                reason="not finite",
                hint="lower the learning rate",
            )
        return nats / math.log(2) / self.bytes_per_token
