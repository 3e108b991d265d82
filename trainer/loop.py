"""The training loop: the same steps for every network, until the budget is spent.

Shapes: B batch, T time.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import nn

from autonas.errors import CandidateError
from autonas.protocols import Progress
from trainer.optim import Optimizers
from trainer.schedule import Schedule

__all__ = ["CurvePoint", "Loop"]

CurvePoint = dict[str, float]
CURVE_POINTS = 40  # of a learning curve
REPORTS_PER_SECOND = 5.0


@dataclass(kw_only=True)
class Loop:
    """Trains a network on batches.

    Attributes:
        batch: Returns batch `step`, uint16 (B, T + 1).
        bytes_per_token: Of the training text, to express the loss in bits per byte.
        autocast: Returns the context manager of the precision.
        report: Called some times a second.
    """

    batch: Callable[[int], Any]
    bytes_per_token: float
    device: str
    autocast: Callable[[], Any]
    report: Callable[[Progress], None]

    def run(self, network: nn.Module, optimizers: Optimizers, schedule: Schedule, n_steps: int) -> list[CurvePoint]:
        """Trains for `n_steps` steps and returns the learning curve: mean training loss between its points.

        Raises:
            CandidateError: The loss was "not finite".
        """
        network.train()
        curve: list[CurvePoint] = []
        losses: list[torch.Tensor] = []  # since the last point, on the device: a GPU is not waited for
        every = max(1, math.ceil(n_steps / CURVE_POINTS))
        start = reported = time.perf_counter()
        n_tokens, loss = 0, math.nan
        for step in range(n_steps):
            tokens = torch.from_numpy(self.batch(step).astype(np.int64)).to(
                self.device, non_blocking=True
            )  # (B, T + 1)
            with self.autocast():
                nats = network.loss(tokens[:, :-1], tokens[:, 1:])
            nats.backward()
            optimizers.step(schedule.factor(step, n_steps))
            losses.append(nats.detach())
            n_tokens += tokens.shape[0] * (tokens.shape[1] - 1)
            now = time.perf_counter()
            if len(losses) == every or step == n_steps - 1:
                loss = self._bits_per_byte(losses, step)
                curve.append({"step": step + 1, "tokens": n_tokens, "loss": loss})
                losses = []
            if now - reported > 1 / REPORTS_PER_SECOND or step == n_steps - 1:
                latest = self._bits_per_byte(losses, step) if losses else loss
                rate = n_tokens / (now - start)
                self.report(Progress(step=step + 1, n_steps=n_steps, loss=latest, tokens_per_second=rate))
                reported = now
        network.eval()
        return curve

    def _bits_per_byte(self, losses: list[torch.Tensor], step: int) -> float:
        nats = float(torch.stack(losses).mean())
        if not math.isfinite(nats):
            raise CandidateError(
                f"the training loss is {nats} at step {step + 1}",
                reason="not finite",
                hint="lower the learning rate",
            )
        return nats / math.log(2) / self.bytes_per_token
