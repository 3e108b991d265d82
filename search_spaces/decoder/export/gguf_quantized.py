"""Which tensors of a GGUF file are integers, and the network that such a file holds.

As llama.cpp's own quantisation chooses (`llama-quantize ... Q8_0` and `Q4_0`):

- matrices in Q8_0 or Q4_0, blocks of 32 neighbours of a row with one float16 scale;
- the output matrix not below Q8_0. llama.cpp takes Q6_K for a Q4_0 file where 256 divides the width, and Q8_0 where it
  does not; the gguf package cannot write Q6_K, so it is Q8_0 for all widths;
- a matrix whose rows are no whole blocks in F16, unless that would be most of the model;
- norms in F32.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import gguf
import torch
from torch import Tensor

from autonas.errors import UsageError
from search_spaces.decoder.export.gguf_names import llama_name, straightened
from search_spaces.decoder.export.plain import family
from search_spaces.decoder.export.readback import decoder_of
from search_spaces.decoder.model import Decoder
from search_spaces.decoder.shape import DecoderShape

__all__ = ["MATRICES", "add_file_type", "note", "read_back", "types_of"]

_Type = gguf.GGMLQuantizationType
MATRICES = {"int8": _Type.Q8_0, "int4": _Type.Q4_0}
_FILE_TYPES = {
    None: gguf.LlamaFileType.ALL_F32,
    "int8": gguf.LlamaFileType.MOSTLY_Q8_0,
    "int4": gguf.LlamaFileType.MOSTLY_Q4_0,
}


def types_of(tensors: Mapping[str, Tensor], quantize: str | None) -> dict[str, Any]:
    """Returns the type of each tensor, by llama.cpp's names; nothing if they stay in float32.

    Raises:
        UsageError: Most numbers could not be integers: such a file would be a quantised one by name alone.
    """
    if quantize is None:
        return {}
    types = {name: _type(name, tensor, quantize) for name, tensor in tensors.items()}
    halves = {name: tensor for name, tensor in tensors.items() if types[name] == _Type.F16}
    share = sum(tensor.numel() for tensor in halves.values()) / sum(tensor.numel() for tensor in tensors.values())
    if share > 0.5:
        name, tensor = next(iter(halves.items()))
        raise UsageError(
            f"{MATRICES[quantize].name} stores 32 neighbours of a row together, and {share:.0%} of the numbers of this"
            f" model stand in rows that 32 does not divide: {name} has rows of {tensor.shape[-1]}",
            hint=f"--format onnx --quantize {quantize} takes any width; --format gguf alone writes float32",
        )
    return types


def _type(name: str, tensor: Tensor, quantize: str) -> Any:
    if tensor.dim() < 2:
        return _Type.F32
    kind = _Type.Q8_0 if name == "output.weight" else MATRICES[quantize]
    block, _ = gguf.GGML_QUANT_SIZES[kind]
    return kind if tensor.shape[-1] % block == 0 else _Type.F16


def add_file_type(writer: Any, quantize: str | None) -> None:
    """Notes what most tensors of a file are, and the version of the integers' layout."""
    writer.add_file_type(_FILE_TYPES[quantize])
    if quantize is not None:
        writer.add_quantization_version(gguf.GGML_QUANT_VERSION)


def note(types: Mapping[str, Any], quantize: str) -> str:
    """Says which tensors are stored as what."""
    main, output = MATRICES[quantize].name, types["output.weight"]
    text = f"Matrices are stored in {main}, norms in F32"
    if output == _Type.Q8_0 and quantize == "int4":
        text += ", the output matrix in Q8_0, as llama.cpp does unless 256 divides the width (then it takes Q6_K)"
    halves = [name for name, kind in types.items() if kind == _Type.F16]
    if halves:
        some = ", ".join(f"`{name}`" for name in sorted({name.split(".")[-2] for name in halves}))
        text += f"; {some} in F16, as llama.cpp does too: rows that are no multiple of 32 numbers, the block of {main}"
    return text + "."


def read_back(path: Path, shape: DecoderShape) -> Decoder:
    """Returns the network that a file holds, every weight multiplied out."""
    read = {
        tensor.name: torch.from_numpy(gguf.dequantize(tensor.data, tensor.tensor_type).copy())
        for tensor in gguf.GGUFReader(path).tensors
    }
    if family(shape) == "llama":
        read = {name: straightened(name, tensor, shape) for name, tensor in read.items()}
    return decoder_of(shape, read, called=llama_name)
