"""What a promotion does with a candidate: pretraining, instruction tuning, benchmark."""

from __future__ import annotations

import math
from dataclasses import dataclass

from autonas.errors import UsageError
from autonas.promotion_protocols import Benchmark, TrainingStage
from autonas.protocols import later

__all__ = ["Promotion"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Promotion:
    """The stages of a promotion and how the time is shared among them.

    Attributes:
        pretrain: Full training on the corpus.
        tune: Instruction tuning of what was pretrained.
        benchmark: Examination of what was tuned.
        start: "scratch", or "proxy" to pretrain from the weights of the search.
        hours: For both trainings together, where they are not given numbers of tokens; None is no limit.
        tune_share: The tuning's share of that time.
        recover: Tokens of the training after a pruning that a candidate's genes ask for, as a share of the tuning's.
    """

    pretrain: TrainingStage
    tune: TrainingStage
    benchmark: Benchmark
    start: str = "scratch"
    hours: float | None = 0.75
    tune_share: float = 0.6
    recover: float = later(0.2)

    def __post_init__(self) -> None:
        if self.start not in ("scratch", "proxy"):
            raise UsageError(f"promotion.start must be scratch or proxy, got {self.start!r}", hint="use --from scratch")
        if self.hours is not None and not (math.isfinite(self.hours) and self.hours > 0):
            raise UsageError(f"promotion.hours must be above 0, got {self.hours}", hint="for example --hours 0.75")
        if not 0 < self.tune_share < 1:
            raise UsageError(f"promotion.tune_share must lie between 0 and 1, got {self.tune_share}", hint="use 0.6")
        if not 0 <= self.recover <= 1:
            raise UsageError(f"promotion.recover must lie in [0, 1], got {self.recover}", hint="use 0.2")

    def seconds(self, stage: str) -> float:
        """Returns the time of the stage "pretrain" or "tune"; infinite without a limit."""
        if self.hours is None:
            return math.inf
        share = {"pretrain": 1 - self.tune_share, "tune": self.tune_share}[stage]
        return 3600 * self.hours * share
