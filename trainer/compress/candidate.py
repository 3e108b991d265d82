"""What a candidate's genes make of its network, within its training: pruned on the way, quantised at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from autonas.compression import Compression
from trainer.compress.prune import prune
from trainer.compress.quantize import check_quantizer, quantized, save_quantized
from trainer.data.tokenizer import CodeTokenizer
from trainer.model_folder import load_model

__all__ = ["FILE", "CandidateCompression"]

FILE = "file"  # folder of the compressed model, in that of the candidate
CALIBRATION_ROWS = 64  # of training text, on which importances are measured
CALIBRATION_PIECE = 8  # rows that go through the network at once


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateCompression:
    """Compresses candidates as part of their training. A network says as `compression` what is made of it.

    A pruning is no extra training: the last steps of the same budget train what is left, on the same text and with the
    same falling rate as those of a candidate that is not pruned. So all candidates of a study read the same tokens.
    (Pruning while the rate falls instead of afterwards: Zhu & Gupta 2017; a second rise of the rate would undo what its
    fall has brought.)

    Attributes:
        recovery: Share of the steps that come after the pruning. At most the share over which the rate falls: until
            then a training is also the beginning of the longer ones of the higher rungs, which prune later.
    """

    recovery: float = 0.2

    def __post_init__(self) -> None:
        if not 0 <= self.recovery < 1:
            raise ValueError(f"trainer.compression.recovery must lie in [0, 1), got {self.recovery}")

    def check(self) -> None:
        """Raises UsageError if what it takes to quantise is not installed."""
        check_quantizer("int4")

    def last_whole_step(self, network: Any, n_steps: int, every: int) -> int:
        """Returns after how many of `n_steps` steps the network is pruned; all of them if it is not.

        Args:
            every: Steps between two points of the learning curve: the pruning comes at one.
        """
        if network.compression.prune is None:
            return n_steps
        return min(n_steps, max(every, int((1 - self.recovery) * n_steps) // every * every))

    def prune(self, network: Any, batches: Iterator[tuple[Tensor, Tensor]]) -> Any:
        """Returns the network that is left.

        Args:
            batches: Training text, inputs and targets (B, T), of which the first `CALIBRATION_ROWS` rows are read.
        """
        wanted: Compression = network.compression
        assert wanted.prune is not None
        device = next(network.parameters()).device
        pieces: list[tuple[Tensor, Tensor]] = []
        for inputs, targets in batches:
            parts = (rows.to(device).split(CALIBRATION_PIECE) for rows in (inputs, targets))
            pieces += zip(*parts, strict=True)
            if sum(len(rows) for rows, _ in pieces) >= CALIBRATION_ROWS:
                break
        left, masks = prune(network.eval(), wanted.prune, pieces)
        assert not masks, "no gene of a file: zeros make it no smaller"
        left.compression = wanted
        return left

    def filed(self, network: Any, tokenizer: CodeTokenizer, folder: Path, device: str) -> Any:
        """Writes the candidate's file below its folder, and returns the network that is read back from it.

        What is scored are therefore exactly the weights that the file means, in float32.
        """
        precision = network.compression.quantize
        save_quantized(folder / FILE, quantized(network, precision), precision, tokenizer, {})
        with torch.random.fork_rng(devices=[]):  # weights are drawn before they are read
            empty = type(network)(network.shape)
        return load_model(folder / FILE, empty, device).network
