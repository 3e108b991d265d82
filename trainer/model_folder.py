"""A model on disk: weights, tokenizer, and what it was made of. Loading it runs no code.

weights.safetensors    of a compressed model with integers, see `trainer.compress.quantize`
tokenizer.json         of the tokenizers library
model.json             what the one who saved it has to say, and the checksums of the others (JSON)
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from torch import nn

from autonas.checksums import read_note, write_whole
from autonas.errors import UsageError
from autonas.protocols import Tokenizer, Trained
from trainer.checkpoint import read_weights, save_weights
from trainer.compress.quantize import read_quantized
from trainer.data.tokenizer import CodeTokenizer
from trainer.device import autocast

__all__ = ["load_model", "load_network", "load_tokenizer", "save_model"]

WEIGHTS, TOKENIZER, ABOUT = "weights.safetensors", "tokenizer.json", "model.json"
_HINT = "put a copy back, or remove the folder and its stage's .json: the command that made the model makes it again"


def save_model(folder: Path, network: nn.Module, tokenizer: CodeTokenizer, about: Mapping[str, Any]) -> None:
    """Writes a model; the weights come last, so that a folder with weights is whole."""
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / TOKENIZER, tokenizer.to_json())
    save_weights(network, folder / WEIGHTS, note=ABOUT, about=about, beside=[TOKENIZER])


def load_model(folder: Path, network: nn.Module, device: str) -> Trained:
    """Reads a model into a network of its shape, for generation.

    Raises:
        UsageError: There is no model.
        AutonasError: It is damaged, or of another shape.
    """
    if not (folder / WEIGHTS).is_file():
        raise UsageError(f"{folder} holds no model", hint="let autonas promote finish its training first")
    load_network(folder, network)
    tokenizer = load_tokenizer(folder)
    return Trained(network=network.to(device).eval(), tokenizer=tokenizer, held_out=None, autocast=autocast(device))


def load_network(folder: Path, network: nn.Module) -> None:
    """Reads the weights of a model into a network of its shape.

    Raises:
        AutonasError: The model is damaged, or of another shape.
    """
    about = read_note(folder / ABOUT, hint=_HINT)
    if "precision" in about:
        read_quantized(network, folder / WEIGHTS, hint=_HINT)
    else:
        read_weights(network, folder / WEIGHTS, hint=_HINT)


def load_tokenizer(folder: Path) -> Tokenizer:
    """Reads the tokenizer of a model.

    Raises:
        AutonasError: The model is damaged.
    """
    read_note(folder / ABOUT, hint=_HINT)
    return CodeTokenizer((folder / TOKENIZER).read_text())
