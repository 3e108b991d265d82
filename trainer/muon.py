"""Muon with equal matrices taken together, in a precision that the device multiplies in.

`torch.optim.Muon` makes fifteen small products a matrix, one matrix after the other. Networks here have many matrices
of few sizes: stacked, they go through the same products in one call each. It also makes them in bfloat16 everywhere,
which takes twenty times as long as float32 on a processor with AVX2 alone. Tests hold the result equal
to the library's; docs/log.md has what both gain.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from trainer.device import has_bfloat16

__all__ = ["StackedMuon"]

STACKED_ELEMENTS = 64 * 1024  # on the CPU, larger matrices are faster one at a time


class StackedMuon(torch.optim.Muon):
    """`torch.optim.Muon` (Jordan et al. 2024) with `adjust_lr_fn` "original", in fewer and larger products."""

    @torch.no_grad()
    def step(self, closure: Callable[[], Any] | None = None) -> None:
        """Updates the matrices that have gradients."""
        if closure is not None:
            raise ValueError("StackedMuon takes no closure")
        for group in self.param_groups:
            by_size: dict[torch.Size, list[Tensor]] = defaultdict(list)
            for parameter in group["params"]:
                if parameter.grad is not None:
                    by_size[parameter.shape].append(parameter)
            for size, parameters in by_size.items():
                one_by_one = parameters[0].device.type == "cpu" and size.numel() > STACKED_ELEMENTS
                for part in [[p] for p in parameters] if one_by_one else [parameters]:
                    self._step_equal(part, size, group)

    def _step_equal(self, parameters: list[Tensor], size: torch.Size, group: dict[str, Any]) -> None:
        gradients = [parameter.grad for parameter in parameters]
        for parameter in parameters:
            if "momentum_buffer" not in self.state[parameter]:
                self.state[parameter]["momentum_buffer"] = torch.zeros_like(parameter)
        buffers = [self.state[parameter]["momentum_buffer"] for parameter in parameters]
        torch._foreach_lerp_(buffers, gradients, 1 - group["momentum"])
        updates = torch._foreach_lerp(gradients, buffers, group["momentum"]) if group["nesterov"] else buffers
        matrices = torch.stack(updates)
        matrices = matrices.bfloat16() if has_bfloat16(matrices.device.type) else matrices.float()
        stacked = _orthogonalise(matrices, group["ns_coefficients"], group["ns_steps"], group["eps"])
        rate = group["lr"] * max(1.0, size[0] / size[1]) ** 0.5
        torch._foreach_mul_(parameters, 1 - group["lr"] * group["weight_decay"])
        for parameter, update in zip(parameters, stacked.unbind(), strict=True):
            parameter.add_(update, alpha=-rate)


def _orthogonalise(matrices: Tensor, coefficients: tuple[float, float, float], steps: int, epsilon: float) -> Tensor:
    """Newton-Schulz iteration of matrices (N, rows, columns) towards the nearest orthogonal ones."""
    a, b, c = coefficients
    tall = matrices.shape[1] > matrices.shape[2]
    x = matrices.mT if tall else matrices  # (N, m, n), m <= n
    x = x / torch.stack([one.norm() for one in x])[:, None, None].clamp(min=epsilon)
    for _ in range(steps):
        gram = x @ x.mT  # (N, m, m)
        update = torch.baddbmm(gram, gram, gram, beta=b, alpha=c)
        x = torch.baddbmm(x, update, x, beta=a)
    return x.mT if tall else x
