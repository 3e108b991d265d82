"""Weights and training state on disk, as safetensors and JSON: loading them runs no code.

Beside the tensors' files lies a note with their checksums (see `autonas.checksums`): state.json of a checkpoint,
model.json of a model, weights.json of a candidate. It is checked before anything is loaded.
"""

from __future__ import annotations

import contextlib
import logging
import os
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, load_model, save_file, save_model
from torch import Tensor, nn

from autonas.checksums import read_note, replacing, sum_of, write_note
from autonas.errors import AutonasError
from trainer.optim import Optimizers

__all__ = [
    "load_checkpoint",
    "load_weights",
    "read_weights",
    "readable",
    "save_checkpoint",
    "save_weights",
    "write_tensors",
]

logger = logging.getLogger(__name__)

WEIGHTS, OPTIMIZER, STATE = "weights.safetensors", "optimizer.safetensors", "state.json"


def save_weights(
    network: nn.Module,
    path: Path,
    *,
    note: str = "weights.json",
    about: Mapping[str, Any] | None = None,
    beside: Sequence[str] = (),
) -> None:
    """Writes the weights, shared ones once, and their note; each is whole or not there.

    Args:
        note: The note's name.
        about: What it says besides.
        beside: Names of other files of the folder that it has the sums of.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with write_tensors(path) as partial:
        save_model(network, str(partial))
        sums = {name: sum_of(path.with_name(name)) for name in beside} | {path.name: sum_of(partial)}
        # The note comes first: weights without one would be taken for those of an earlier version.
        write_note(path.with_name(note), about or {}, sums=sums)


def load_weights(network: nn.Module, path: Path) -> None:
    """Reads the weights of a candidate into a network of the same shape.

    Raises:
        AutonasError: They are damaged, or those of another network.
    """
    hint = "put a copy back, or start from scratch"
    note = path.with_name("weights.json")
    if note.is_file():
        read_note(note, hint=hint)
    else:
        logger.warning("%s has no checksum, an earlier version wrote it: it is taken as it is", path)
    read_weights(network, path, hint=hint)


def read_weights(network: nn.Module, path: Path, *, hint: str) -> None:
    """Reads weights that were checked before."""
    with readable(path, hint):
        load_model(network, str(path))


def save_checkpoint(folder: Path, network: nn.Module, optimizers: Optimizers, state: Mapping[str, Any]) -> None:
    """Writes all from which a training goes on as if it had not been stopped.

    Args:
        folder: Replaced as a whole: a process that is killed meanwhile leaves the one before.
        state: What else there is to remember, as JSON.

    Raises:
        OSError: It could not be written, such as on a full disk; the one before stays.
    """
    partial, before = folder.with_suffix(".partial"), folder.with_suffix(".before")
    shutil.rmtree(partial, ignore_errors=True)
    try:
        partial.mkdir(parents=True)
        with write_tensors(partial / WEIGHTS) as path:
            save_model(network, str(path))
        with write_tensors(partial / OPTIMIZER) as path:
            save_file(_contiguous(optimizers.state()) | _random_state(), path)
        write_note(partial / STATE, state, sums={name: sum_of(partial / name) for name in (WEIGHTS, OPTIMIZER)})
        shutil.rmtree(before, ignore_errors=True)
        if folder.is_dir():
            folder.rename(before)
        partial.rename(folder)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    shutil.rmtree(before, ignore_errors=True)


def load_checkpoint(folder: Path, network: nn.Module, optimizers: Optimizers) -> dict[str, Any] | None:
    """Restores a training and returns its `state`; None if there is nothing to go on from.

    Raises:
        AutonasError: The checkpoint is damaged; nothing was loaded.
    """
    before = folder.with_suffix(".before")
    place = folder if folder.is_dir() else before
    if not place.is_dir():
        return None
    hint = f"remove {place} to train from the beginning, or put a copy of it back"
    state = read_note(place / STATE, hint=hint)
    read_weights(network, place / WEIGHTS, hint=hint)
    with readable(place / OPTIMIZER, hint):
        tensors = load_file(place / OPTIMIZER)
        torch.set_rng_state(tensors.pop("random"))
        if "random.cuda" in tensors:
            torch.cuda.set_rng_state(tensors.pop("random.cuda"))
        optimizers.load_state(tensors)
    return state


@contextlib.contextmanager
def write_tensors(path: Path) -> Iterator[Path]:
    """As `autonas.checksums.replacing`, for a file that the safetensors library writes: it has errors of its own."""
    with replacing(path) as partial:
        try:
            yield partial
        except SafetensorError as error:
            number = re.search(r"os error (\d+)", str(error))
            if number is None:
                raise
            raise OSError(int(number[1]), os.strerror(int(number[1])), str(path)) from error


@contextlib.contextmanager
def readable(path: Path, hint: str) -> Iterator[None]:
    """Makes one line of what tensors without checksums, or of another network, end with."""
    try:
        yield
    except (SafetensorError, OSError, RuntimeError, KeyError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise AutonasError(f"{path} cannot be loaded: {reason[:300]}", hint=hint) from error


def _contiguous(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    return {name: tensor.contiguous() for name, tensor in tensors.items()}


def _random_state() -> dict[str, Tensor]:
    """The generators that dropout draws from."""
    state = {"random": torch.get_rng_state()}
    if torch.cuda.is_initialized():
        state["random.cuda"] = torch.cuda.get_rng_state()
    return state
