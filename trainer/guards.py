"""What stands round every training: its random numbers, and what happens when the memory is too small."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import torch

from autonas.errors import CandidateError
from autonas.protocols import Context

__all__ = ["out_of_memory_is_a_failure", "seeded"]


@contextmanager
def seeded(context: Context) -> Iterator[None]:
    """Dropout draws the same masks for every candidate, and leaves the random state outside as it was.

    Within, a CUDA device is the current one, which is what a checkpoint keeps the random state of.
    """
    devices = [torch.device(context.device)] if context.device.startswith("cuda") else []
    with torch.random.fork_rng(devices=devices), ExitStack() as stack:
        for device in devices:
            stack.enter_context(torch.cuda.device(device))
        torch.manual_seed(context.seed)
        yield


@contextmanager
def out_of_memory_is_a_failure(network: Any) -> Iterator[None]:
    """Turns a full memory of the device into a candidate's failure, and frees it.

    Raises:
        CandidateError: "out of memory".
    """
    try:
        yield
    except torch.OutOfMemoryError as error:
        network.to("cpu")
        torch.cuda.empty_cache()
        raise CandidateError(
            "the device's memory is too small for this shape and batch",
            reason="out of memory",
            hint="lower the batch's tokens or bound the size with --set constraints.parameters=...",
        ) from error
