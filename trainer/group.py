"""Several processes that train one network, each on its share of every batch."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import torch
import torch.distributed as dist
from torch import Tensor, nn

__all__ = ["Group", "joined_group"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The processes of a training; one by default.

    Every process reads the whole batch and takes its rows of it, so that what a step trains on does not depend on how
    many there are. Gradients are added once a step, which is all that small networks need.

    Attributes:
        rank: Which of them this one is.
        size: How many there are.
    """

    rank: int = 0
    size: int = 1

    def share(self, rows: Tensor) -> Tensor:
        """Returns this process's rows of (B, ...)."""
        return rows if self.size == 1 else rows[self.rank :: self.size]

    def add_gradients(self, network: nn.Module) -> None:
        """Makes every process's gradients the sum of all."""
        if self.size == 1:
            return
        parameters = [p for p in network.parameters() if p.requires_grad]
        gradients = [p.grad if p.grad is not None else torch.zeros_like(p) for p in parameters]
        flat = torch.cat([gradient.flatten() for gradient in gradients])
        dist.all_reduce(flat)
        for parameter, summed in zip(parameters, flat.split([p.numel() for p in parameters]), strict=True):
            parameter.grad = summed.view_as(parameter)

    def add(self, value: Tensor) -> Tensor:
        """Returns the sum of a number over all processes."""
        if self.size > 1:
            dist.all_reduce(value)
        return value

    def agreed(self, number: int) -> int:
        """Returns the first process's number to all."""
        if self.size == 1:
            return number
        numbers = [number]
        dist.broadcast_object_list(numbers)
        return numbers[0]

    @property
    def writes(self) -> bool:
        """Whether this process is the one that writes files and shows progress."""
        return self.rank == 0


@contextmanager
def joined_group(device: str) -> Iterator[Group]:
    """Joins the processes that `torchrun` has started, NCCL on CUDA and gloo elsewhere; alone without `torchrun`."""
    size = int(os.environ.get("WORLD_SIZE", "1"))
    if size == 1:
        yield Group()
        return
    if device.startswith("cuda"):
        torch.cuda.set_device(device)  # for what NCCL sends without being given a tensor
    dist.init_process_group("nccl" if device.startswith("cuda") else "gloo")
    try:
        yield Group(rank=dist.get_rank(), size=size)
    finally:
        dist.destroy_process_group()
