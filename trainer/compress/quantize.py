"""Weights as 8-bit or 4-bit integers with scales, as `autonas.stored` lays them out.

The integers are torchao's: symmetric, weight only, rounded to the nearest, with a scale that clips nothing. They are
stored packed, as plain tensors: torchao's own are subclasses that safetensors cannot hold. Reading them takes no
torchao: a weight is its integer times its scale, computed once when the model is opened, so a network that was read
from integers computes in float32 with exactly what these integers mean.

Shapes: R rows, C columns, S columns of one scale, G = C / S groups.
"""

from __future__ import annotations

import contextlib
import logging
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from autonas.checksums import sum_of, write_note, write_whole
from autonas.errors import AutonasError, UsageError
from autonas.stored import SCALE, Precision, group_size
from trainer.checkpoint import readable, write_tensors
from trainer.data.tokenizer import CodeTokenizer

__all__ = ["check_quantizer", "pack", "quantized", "read_quantized", "restored", "save_quantized", "unpack"]

BOUNDS = {"int8": (-128, 127), "int4": (-8, 7)}
PRECISION = "precision"  # key in a model's note


def check_quantizer(precision: Precision) -> None:
    """Raises UsageError if torchao is needed and missing."""
    if precision != "bf16":
        _primitives()


def quantized(network: nn.Module, precision: Precision) -> dict[str, Tensor]:
    """Returns what is stored of a network's parameters, on the CPU; see `autonas.stored`.

    Raises:
        UsageError: torchao is missing.
    """
    stored: dict[str, Tensor] = {}
    for name, parameter in network.named_parameters():  # shared ones once
        weight = parameter.detach().cpu().float()
        if precision == "bf16" or weight.dim() != 2:
            stored[name] = weight.bfloat16()
            continue
        integers, scales = _integers(weight, precision)
        stored[name] = pack(integers) if precision == "int4" else integers
        stored[name + SCALE] = scales
    return stored


def _integers(weight: Tensor, precision: Precision) -> tuple[Tensor, Tensor]:
    """Returns int8 integers (R, C) and bfloat16 scales (R, G)."""
    ao = _primitives()
    low, high = BOUNDS[precision]
    block = (1, group_size(weight.shape[1], precision))
    scales, zeros = ao.choose_qparams_affine(
        weight,
        ao.MappingType.SYMMETRIC_NO_CLIPPING_ERR,
        block,
        torch.int8,
        low,
        high,
        scale_dtype=torch.bfloat16,
        zero_point_dtype=torch.int8,
    )
    # With the scale as it is stored, so that each integer is the nearest to what it is multiplied by.
    integers = ao.quantize_affine(weight, block, scales.float(), zeros, torch.int8, low, high)
    return integers, scales.view(weight.shape[0], -1)


def restored(stored: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Returns float32 weights by name: the stored numbers times their scales."""
    weights = {}
    for name, tensor in stored.items():
        if name.endswith(SCALE):
            continue
        scales = stored.get(name + SCALE)
        if scales is None:
            weights[name] = tensor.float()
            continue
        rows, groups = scales.shape
        integers = unpack(tensor) if tensor.dtype == torch.uint8 else tensor  # (R, C), or one column more if C is odd
        size = integers.shape[1] // groups
        grouped = integers[:, : groups * size].reshape(rows, groups, size).float()
        weights[name] = (grouped * scales.float()[:, :, None]).reshape(rows, groups * size)
    return weights


def pack(integers: Tensor) -> Tensor:
    """Packs (R, C) of -8 .. 7 into uint8 (R, ceil(C / 2)): the even column in the low half of a byte."""
    if integers.shape[1] % 2:
        integers = nn.functional.pad(integers, (0, 1))
    halves = integers.to(torch.uint8) & 0x0F  # two's complement
    return halves[:, ::2] | (halves[:, 1::2] << 4)


def unpack(packed: Tensor) -> Tensor:
    """Returns int8 (R, 2 * columns of `packed`)."""
    halves = torch.stack([packed & 0x0F, packed >> 4], dim=-1).flatten(1).to(torch.int8)
    return torch.where(halves > 7, halves - 16, halves)


def save_quantized(
    folder: Path, stored: Mapping[str, Tensor], precision: Precision, tokenizer: CodeTokenizer, about: Mapping[str, Any]
) -> None:
    """Writes a model as `trainer.model_folder.save_model` does, with its weights as they are stored."""
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / "tokenizer.json", tokenizer.to_json())
    path = folder / "weights.safetensors"
    with write_tensors(path) as partial:
        save_file(dict(stored), partial)
        sums = {"tokenizer.json": sum_of(folder / "tokenizer.json"), path.name: sum_of(partial)}
        write_note(folder / "model.json", {**about, PRECISION: precision}, sums=sums)


def read_quantized(network: nn.Module, path: Path, *, hint: str) -> None:
    """Reads stored weights, which were checked before, into a network of their shape.

    Raises:
        AutonasError: They are those of another network.
    """
    with readable(path, hint):
        weights = restored(load_file(path))
    parameters = dict(network.named_parameters())
    sizes = [{name: tuple(tensor.shape) for name, tensor in some.items()} for some in (weights, parameters)]
    if not all(_fits(sizes[0].get(name), dims) for name, dims in sizes[1].items()) or len(sizes[0]) != len(sizes[1]):
        raise AutonasError(f"{path} holds the weights of another network", hint=hint)
    with torch.no_grad():
        for name, parameter in parameters.items():
            parameter.copy_(weights[name][..., : parameter.shape[-1]])


def _fits(found: tuple[int, ...] | None, dims: tuple[int, ...]) -> bool:
    """A row of 4-bit integers of an odd length has one more column: half a byte that nothing stands in."""
    return found is not None and found[:-1] == dims[:-1] and found[-1] - dims[-1] in (0, dims[-1] % 2)


def _primitives() -> Any:
    """Imports torchao's functions, without what it says of kernels that it cannot load here."""
    try:
        with _quiet():
            from torchao.quantization import quant_primitives
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "torchao":
            raise
        raise UsageError(
            "quantising needs torchao, which is not installed", hint="pip install 'autonas[quantize]'"
        ) from None
    return quant_primitives


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)
