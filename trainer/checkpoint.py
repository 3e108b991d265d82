"""Weights and training state on disk, as safetensors and JSON: loading them runs no code."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, load_model, save_file, save_model
from torch import Tensor, nn

from trainer.optim import Optimizers

__all__ = ["load_checkpoint", "load_weights", "save_checkpoint", "save_weights"]


def save_weights(network: nn.Module, path: Path) -> None:
    """Writes the weights, shared ones once; the file is whole or not there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    save_model(network, str(partial))
    partial.replace(path)


def load_weights(network: nn.Module, path: Path) -> None:
    """Reads weights into a network of the same shape."""
    load_model(network, str(path))


def save_checkpoint(folder: Path, network: nn.Module, optimizers: Optimizers, state: Mapping[str, Any]) -> None:
    """Writes all from which a training goes on as if it had not been stopped.

    Args:
        folder: Replaced as a whole: a process that is killed meanwhile leaves the one before.
        state: What else there is to remember, as JSON.
    """
    partial, before = folder.with_suffix(".partial"), folder.with_suffix(".before")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    save_weights(network, partial / "weights.safetensors")
    save_file(_contiguous(optimizers.state()) | _random_state(), partial / "optimizer.safetensors")
    (partial / "state.json").write_text(json.dumps(state))
    shutil.rmtree(before, ignore_errors=True)
    if folder.is_dir():
        folder.rename(before)
    partial.rename(folder)
    shutil.rmtree(before, ignore_errors=True)


def load_checkpoint(folder: Path, network: nn.Module, optimizers: Optimizers) -> dict[str, Any] | None:
    """Restores a training and returns its `state`; None if there is nothing to go on from."""
    before = folder.with_suffix(".before")
    place = folder if folder.is_dir() else before
    if not place.is_dir():
        return None
    load_weights(network, place / "weights.safetensors")
    tensors = load_file(place / "optimizer.safetensors")
    torch.set_rng_state(tensors.pop("random"))
    if "random.cuda" in tensors:
        torch.cuda.set_rng_state(tensors.pop("random.cuda"))
    optimizers.load_state(tensors)
    state: dict[str, Any] = json.loads((place / "state.json").read_text())
    return state


def _contiguous(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    return {name: tensor.contiguous() for name, tensor in tensors.items()}


def _random_state() -> dict[str, Tensor]:
    """The generators that dropout draws from."""
    state = {"random": torch.get_rng_state()}
    if torch.cuda.is_initialized():
        state["random.cuda"] = torch.cuda.get_rng_state()
    return state
