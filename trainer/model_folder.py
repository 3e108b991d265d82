"""A model on disk: weights, tokenizer, and what it was made of. Loading it runs no code.

weights.safetensors
tokenizer.json         of the tokenizers library
model.json             what the one who saved it has to say (JSON)
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from torch import nn

from autonas.errors import UsageError
from autonas.protocols import Tokenizer, Trained
from trainer.checkpoint import load_weights, save_weights
from trainer.data.tokenizer import CodeTokenizer
from trainer.device import autocast

__all__ = ["load_model", "load_tokenizer", "save_model"]

WEIGHTS, TOKENIZER, ABOUT = "weights.safetensors", "tokenizer.json", "model.json"


def save_model(folder: Path, network: nn.Module, tokenizer: CodeTokenizer, about: Mapping[str, Any]) -> None:
    """Writes a model; the weights come last, so that a folder with weights is whole."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / TOKENIZER).write_text(tokenizer.to_json())
    (folder / ABOUT).write_text(json.dumps(about, indent=1))
    save_weights(network, folder / WEIGHTS)


def load_model(folder: Path, network: nn.Module, device: str) -> Trained:
    """Reads a model into a network of its shape, for generation.

    Raises:
        UsageError: There is no model.
    """
    if not (folder / WEIGHTS).is_file():
        raise UsageError(f"{folder} holds no model", hint="let autonas promote finish its training first")
    load_weights(network, folder / WEIGHTS)
    tokenizer = load_tokenizer(folder)
    return Trained(network=network.to(device).eval(), tokenizer=tokenizer, held_out=None, autocast=autocast(device))


def load_tokenizer(folder: Path) -> Tokenizer:
    """Reads the tokenizer of a model."""
    return CodeTokenizer((folder / TOKENIZER).read_text())
