"""LoRA: a network learns small updates of its matrices, W + scale * B A, while W stays as it is (Hu et al. 2021).

Every `nn.Linear` and `nn.Embedding` gets an update. Tied matrices get one together: embedding and output share the two
factors as they share the weight, so merging adds the update once and leaves them tied.

The names are those of PEFT 0.18: an adapter written here loads there, and the other way round. A tied output is written
twice in the file, as PEFT (`ensure_weight_tying`) does.

Shapes: R rank, C channels, V vocabulary.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from autonas.checksums import write_whole
from autonas.errors import UsageError
from trainer.checkpoint import write_tensors

__all__ = ["LoraConfig", "add_lora", "load_adapter", "merge", "save_adapter"]

WEIGHTS, CONFIG = "adapter_model.safetensors", "adapter_config.json"
PREFIX = "base_model.model."  # PEFT's wrapper of the network


@dataclass(frozen=True, slots=True, kw_only=True)
class LoraConfig:
    """How large the updates are.

    Attributes:
        rank: Columns of B and rows of A.
        alpha: The update is scaled by alpha / rank, so that another rank needs no other learning rate.
    """

    rank: int = 16
    alpha: float = 32.0

    def __post_init__(self) -> None:
        if self.rank < 1:
            raise ValueError(f"lora.rank must be at least 1, got {self.rank}")
        if not 0 < self.alpha < math.inf:
            raise ValueError(f"lora.alpha must be above 0, got {self.alpha}")

    @property
    def scale(self) -> float:
        return self.alpha / self.rank


class LoraLinear(nn.Linear):
    """A linear layer with the frozen weight of another, plus an update."""

    def __init__(self, base: nn.Linear, config: LoraConfig) -> None:
        super().__init__(base.in_features, base.out_features, bias=False, device="meta")
        self.weight, self.bias, self.scale = base.weight, base.bias, config.scale
        like = {"bias": False, "device": base.weight.device, "dtype": base.weight.dtype}
        self.lora_A = nn.Linear(base.in_features, config.rank, **like)  # (R, in)
        self.lora_B = nn.Linear(config.rank, base.out_features, **like)  # (out, R)

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x) + self.scale * self.lora_B(self.lora_A(x))

    def reset(self, generator: torch.Generator | None) -> None:
        bound = self.in_features**-0.5  # that of PEFT and of the paper's code
        nn.init.uniform_(self.lora_A.weight, -bound, bound, generator=generator)
        nn.init.zeros_(self.lora_B.weight)

    def update(self) -> Tensor:
        return self.scale * (self.lora_B.weight.double() @ self.lora_A.weight.double())

    def plain(self) -> nn.Linear:
        base = nn.Linear(self.in_features, self.out_features, bias=False, device="meta")
        base.weight, base.bias = self.weight, self.bias
        return base


class LoraEmbedding(nn.Embedding):
    """An embedding with the frozen weight of another, plus an update; the names of the factors are PEFT's."""

    def __init__(self, base: nn.Embedding, config: LoraConfig) -> None:
        super().__init__(base.num_embeddings, base.embedding_dim, padding_idx=base.padding_idx, device="meta")
        self.weight, self.scale = base.weight, config.scale
        new = base.weight.detach().new_empty
        self.lora_embedding_A = nn.Parameter(new(config.rank, base.num_embeddings))  # (R, V)
        self.lora_embedding_B = nn.Parameter(new(base.embedding_dim, config.rank))  # (C, R)

    def forward(self, tokens: Tensor) -> Tensor:
        chosen = F.embedding(tokens, self.lora_embedding_A.T)  # (B, T, R)
        return super().forward(tokens) + self.scale * F.linear(chosen, self.lora_embedding_B)

    def reset(self, generator: torch.Generator | None) -> None:
        """As in PEFT but for B's size, which is 1 there: rows of an embedding would jump at a usual learning rate."""
        nn.init.zeros_(self.lora_embedding_A)
        nn.init.normal_(self.lora_embedding_B, std=self.embedding_dim**-0.5, generator=generator)

    def update(self) -> Tensor:
        return self.scale * (self.lora_embedding_B.double() @ self.lora_embedding_A.double()).T

    def plain(self) -> nn.Embedding:
        base = nn.Embedding(self.num_embeddings, self.embedding_dim, padding_idx=self.padding_idx, device="meta")
        base.weight = self.weight
        return base


class TiedLoraLinear(nn.Linear):
    """An output projection that shares weight and update with an embedding."""

    def __init__(self, base: nn.Linear, embedding: LoraEmbedding) -> None:
        super().__init__(base.in_features, base.out_features, bias=False, device="meta")
        self.weight, self.bias, self.scale = embedding.weight, base.bias, embedding.scale
        self.lora_embedding_A, self.lora_embedding_B = embedding.lora_embedding_A, embedding.lora_embedding_B

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x) + self.scale * F.linear(x @ self.lora_embedding_B, self.lora_embedding_A.T)

    plain = LoraLinear.plain


def add_lora(network: nn.Module, config: LoraConfig, *, generator: torch.Generator | None = None) -> None:
    """Gives every linear layer and embedding an update that starts at zero; nothing else trains afterwards.

    Args:
        network: Changed in place. Names of its weights stay as they are.
        generator: Draws the factors that do not start at zero; the global generator when None.

    Raises:
        ValueError: The network has updates already, or no matrix.
    """
    if _adapted(network):
        raise ValueError("the network has LoRA updates already; merge them first")
    found = [(name, m) for name, m in network.named_modules() if isinstance(m, nn.Linear | nn.Embedding)]
    if not found:
        raise ValueError("the network has no linear layer or embedding")
    network.requires_grad_(False)
    embeddings: dict[int, LoraEmbedding] = {}
    for name, module in sorted(found, key=lambda item: isinstance(item[1], nn.Linear)):  # embeddings come first
        new: nn.Module
        if isinstance(module, nn.Embedding):
            new = embeddings[id(module.weight)] = LoraEmbedding(module, config)
            new.reset(generator)
        elif id(module.weight) in embeddings:
            new = TiedLoraLinear(module, embeddings[id(module.weight)])
        else:
            new = LoraLinear(module, config)
            new.reset(generator)
        _replace(network, name, new)


@torch.no_grad()
def merge(network: nn.Module) -> None:
    """Adds the updates to the weights and puts the plain layers back, in place; all parameters train again.

    The logits stay what they were up to the rounding of the weights.
    """
    for name, module in _adapted(network):
        if not isinstance(module, TiedLoraLinear):  # its weight is the embedding's, which has the update by now
            module.weight.copy_(module.weight.double() + module.update())
        _replace(network, name, module.plain())
    network.requires_grad_(True)


def _adapted(network: nn.Module) -> list[tuple[str, LoraLinear | LoraEmbedding | TiedLoraLinear]]:
    kinds = LoraLinear | LoraEmbedding | TiedLoraLinear
    return [(name, module) for name, module in network.named_modules() if isinstance(module, kinds)]


def _replace(network: nn.Module, name: str, new: nn.Module) -> None:
    parent, _, last = name.rpartition(".")
    owner = network.get_submodule(parent)
    new.train(owner.training)
    setattr(owner, last, new)


def _factors(network: nn.Module) -> dict[str, Tensor]:
    """The factors by their names in PEFT's file; those of a tied output are views of the embedding's."""
    factors: dict[str, Tensor] = {}
    for name, module in _adapted(network):
        if isinstance(module, LoraEmbedding):
            factors[f"{PREFIX}{name}.lora_embedding_A"] = module.lora_embedding_A
            factors[f"{PREFIX}{name}.lora_embedding_B"] = module.lora_embedding_B
        elif isinstance(module, LoraLinear):
            factors[f"{PREFIX}{name}.lora_A.weight"] = module.lora_A.weight
            factors[f"{PREFIX}{name}.lora_B.weight"] = module.lora_B.weight
        else:
            factors[f"{PREFIX}{name}.lora_A.weight"] = module.lora_embedding_B.T
            factors[f"{PREFIX}{name}.lora_B.weight"] = module.lora_embedding_A.T
    return factors


def save_adapter(network: nn.Module, folder: Path) -> None:
    """Writes the updates alone, as PEFT does: adapter_model.safetensors and adapter_config.json.

    Raises:
        ValueError: The network has no updates.
    """
    adapted = _adapted(network)
    if not adapted:
        raise ValueError("the network has no LoRA updates to save")
    scale = adapted[0][1].scale
    rank = next(iter(_factors(network).values())).shape[0]
    config = {
        "peft_type": "LORA",
        "task_type": "CAUSAL_LM",
        "base_model_name_or_path": None,
        "r": rank,
        "lora_alpha": scale * rank,
        "lora_dropout": 0.0,
        "bias": "none",
        "fan_in_fan_out": False,
        "use_rslora": False,
        "use_dora": False,
        "inference_mode": True,
        "target_modules": sorted(name for name, _ in adapted),
    }
    if any(isinstance(module, TiedLoraLinear) for _, module in adapted):
        config["ensure_weight_tying"] = True
    folder.mkdir(parents=True, exist_ok=True)
    with write_tensors(folder / WEIGHTS) as partial:
        save_file({name: f.detach().clone().contiguous() for name, f in _factors(network).items()}, partial)
    write_whole(folder / CONFIG, json.dumps(config, indent=2) + "\n")


def load_adapter(network: nn.Module, folder: Path) -> None:
    """Adds the updates of an adapter in PEFT's format to a network without any, in place.

    Raises:
        UsageError: The folder holds no such adapter, one of a kind that is not supported, or one of another network.
    """
    config = _read_config(folder)
    try:
        saved = load_file(folder / WEIGHTS)
    except (OSError, SafetensorError) as error:
        raise UsageError(f"{folder / WEIGHTS} cannot be read: {error}", hint="save the adapter again") from error
    add_lora(network, config)
    try:
        _fill(network, saved, folder)
    except UsageError:
        _remove(network)
        raise


def _read_config(folder: Path) -> LoraConfig:
    hint = "give a folder with adapter_config.json and adapter_model.safetensors of a plain LoRA adapter"
    try:
        fields: dict[str, Any] = json.loads((folder / CONFIG).read_text())
        config = LoraConfig(rank=int(fields["r"]), alpha=float(fields["lora_alpha"]))
    except OSError as error:
        raise UsageError(f"{folder / CONFIG} cannot be read: {error.strerror}", hint=hint) from error
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{folder / CONFIG} is no adapter's configuration: {error}", hint=hint) from error
    plain = {"peft_type": "LORA", "bias": "none"}
    for name in ("use_rslora", "use_dora", "fan_in_fan_out", "rank_pattern", "alpha_pattern", "modules_to_save"):
        plain[name] = ""
    for name, only in plain.items():
        if (fields.get(name) or "") != only:
            raise UsageError(f"the adapter in {folder} has {name} = {fields.get(name)!r}, not supported", hint=hint)
    return config


@torch.no_grad()
def _fill(network: nn.Module, saved: dict[str, Tensor], folder: Path) -> None:
    factors = _factors(network)
    for name in sorted(saved.keys() ^ factors.keys()):
        what = "lacks" if name in factors else "has an unknown"
        raise UsageError(f"the adapter in {folder} {what} {name}", hint="use it with the network it was made for")
    for name, factor in factors.items():
        if saved[name].shape != factor.shape:
            raise UsageError(
                f"{name} in {folder} is {tuple(saved[name].shape)}, the network needs {tuple(factor.shape)}",
                hint="use it with the network it was made for",
            )
        factor.copy_(saved[name])
    for name, factor in factors.items():  # those of a tied pair were written to one place
        if not torch.equal(factor, saved[name].to(factor)):
            raise UsageError(
                f"the adapter in {folder} updates the tied {name.removeprefix(PREFIX)} unlike the embedding",
                hint="train it with ensure_weight_tying, or use a network that is not tied",
            )


def _remove(network: nn.Module) -> None:
    for name, module in _adapted(network):
        _replace(network, name, module.plain())
    network.requires_grad_(True)
