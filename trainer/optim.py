"""The optimizer: Muon for the matrices inside the blocks, AdamW for embeddings, output projection, norms and LoRA."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from trainer.muon import StackedMuon

__all__ = ["OptimizerConfig", "Optimizers"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OptimizerConfig:
    """Learning rates that suit every width and depth, so that a proxy compares nothing but shapes.

    Muon (Jordan et al. 2024) makes each update of a matrix orthogonal and scales it by sqrt(max(1, rows / columns)),
    so that it changes activations by the same share at every width; embeddings, whose rows are used one at a time, keep
    one Adam rate at every width (Yang et al. 2022).

    Attributes:
        matrices: "muon", or "adamw" for a comparison.
        matrix_lr: Rate of the matrices inside the blocks.
        other_lr: AdamW's rate of everything else.
        weight_decay: Decoupled decay of the matrices.
        clip: Largest norm of the gradient of one step.
    """

    matrices: str = "muon"
    matrix_lr: float = 0.01
    other_lr: float = 0.005
    weight_decay: float = 0.0
    clip: float = 1.0

    def __post_init__(self) -> None:
        if self.matrices not in ("muon", "adamw"):
            raise ValueError(f"optimizer.matrices must be muon or adamw, got {self.matrices!r}")
        for name in ("matrix_lr", "other_lr", "clip"):
            if getattr(self, name) <= 0:
                raise ValueError(f"optimizer.{name} must be above 0, got {getattr(self, name)}")
        if self.weight_decay < 0:
            raise ValueError(f"optimizer.weight_decay must be at least 0, got {self.weight_decay}")


class Optimizers:
    """The optimizers of a network as one: each parameter belongs to exactly one."""

    def __init__(self, network: nn.Module, config: OptimizerConfig) -> None:
        self.config = config
        self.parameters = [p for p in network.parameters() if p.requires_grad]
        for_adamw = {id(p) for m in network.modules() if isinstance(m, nn.Embedding) for p in m.parameters()}
        for_adamw |= {id(p) for name, p in network.named_parameters() if name.startswith("output.")}
        # Muon would give both factors of an update steps of full rank and one size; what counts is their product.
        for_adamw |= {id(p) for name, p in network.named_parameters() if "lora_" in name}
        matrices = [p for p in self.parameters if p.ndim == 2 and id(p) not in for_adamw]
        matrix_ids = {id(p) for p in matrices}
        others = [p for p in self.parameters if id(p) not in matrix_ids]
        self._optimizers: list[torch.optim.Optimizer] = [
            torch.optim.AdamW(others, lr=config.other_lr, betas=(0.9, 0.95), weight_decay=0.0, fused=True)
        ]
        if matrices and config.matrices == "muon":
            self._optimizers.append(
                StackedMuon(matrices, lr=config.matrix_lr, weight_decay=config.weight_decay, adjust_lr_fn="original")
            )
        elif matrices:
            self._optimizers.append(
                torch.optim.AdamW(
                    matrices,
                    lr=config.matrix_lr,
                    betas=(0.9, 0.95),
                    weight_decay=config.weight_decay,
                    fused=True,
                )
            )
        self._rates = [optimizer.param_groups[0]["lr"] for optimizer in self._optimizers]

    def step(self, factor: float) -> None:
        """Clips the gradients, updates the parameters at `factor` times the full rates and clears the gradients."""
        nn.utils.clip_grad_norm_(self.parameters, self.config.clip)
        for optimizer, rate in zip(self._optimizers, self._rates, strict=True):
            optimizer.param_groups[0]["lr"] = rate * factor
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)

    def state(self) -> dict[str, Tensor]:
        """Returns what the optimizers remember between steps, under names that `load_state` knows."""
        return {
            f"{number}.{index}.{name}": value
            for number, optimizer in enumerate(self._optimizers)
            for index, values in optimizer.state_dict()["state"].items()
            for name, value in values.items()
        }

    def take_over(self, before: Optimizers) -> None:
        """Goes on from the state of the optimizers of a network with as many parameters, some of which were larger.

        Those begin anew. To begin all anew would cost more than a pruning: Adam's first steps are its largest.
        """
        state = before.state()
        sizes = [[p.shape for group in o.param_groups for p in group["params"]] for o in self._optimizers]
        changed = set()
        for key, value in state.items():
            number, index, _ = key.split(".", 2)
            if value.dim() and value.shape != sizes[int(number)][int(index)]:
                changed.add((number, index))
        self.load_state({key: value for key, value in state.items() if tuple(key.split(".")[:2]) not in changed})

    def load_state(self, state: Mapping[str, Tensor]) -> None:
        """Takes over what `state` of the same network's optimizers has returned."""
        per_optimizer: list[dict[int, dict[str, Tensor]]] = [{} for _ in self._optimizers]
        for key, value in state.items():
            number, index, name = key.split(".", 2)
            per_optimizer[int(number)].setdefault(int(index), {})[name] = value
        for optimizer, values in zip(self._optimizers, per_optimizer, strict=True):
            optimizer.load_state_dict({"state": values, "param_groups": optimizer.state_dict()["param_groups"]})
