"""Weights on disk, as safetensors: loading them runs no code."""

from __future__ import annotations

from pathlib import Path

from safetensors.torch import load_model, save_model
from torch import nn

__all__ = ["load_weights", "save_weights"]


def save_weights(network: nn.Module, path: Path) -> None:
    """Writes the weights, shared ones once; the file is whole or not there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    save_model(network, str(partial))
    partial.replace(path)


def load_weights(network: nn.Module, path: Path) -> None:
    """Reads weights into a network of the same shape."""
    load_model(network, str(path))
