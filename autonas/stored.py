"""What of a network lies in a file at a precision: known from the sizes of its tensors alone, without torch.

bf16    every tensor in bfloat16: 2 bytes a number
int8    each matrix as 8-bit integers with one bfloat16 scale a row
int4    each matrix as 4-bit integers, two in a byte, with one bfloat16 scale for each group of a row

A matrix is a tensor of two dimensions, embeddings included; all others (norms, token shifts) stay in bfloat16. A number
is its integer times the scale of its group. A matrix that two parts of the network share is stored once.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Literal

__all__ = ["PRECISIONS", "SCALE", "Dims", "Precision", "file_bytes", "group_size", "stored_tensors"]

Precision = Literal["bf16", "int8", "int4"]
PRECISIONS: tuple[Precision, ...] = ("bf16", "int8", "int4")
Dims = tuple[int, ...]

SCALE = ".scale"  # after the name of a matrix, for its scales
GROUPS = (32, 16, 8)  # of 4-bit integers: the first that divides a row
_BYTES = {"BF16": 2, "I8": 1, "U8": 1}


def group_size(columns: int, precision: Precision) -> int:
    """Returns how many neighbours in a row share a scale: the whole row for 8 bits, or where no group divides it."""
    fitting = [size for size in GROUPS if columns % size == 0] if precision == "int4" else []
    return fitting[0] if fitting else columns


def stored_tensors(tensors: Mapping[str, Dims], precision: Precision) -> dict[str, tuple[str, Dims]]:
    """Returns name, type (as safetensors calls it) and sizes of all that is stored for a network's tensors."""
    stored: dict[str, tuple[str, Dims]] = {}
    for name, dims in tensors.items():
        if precision == "bf16" or len(dims) != 2:
            stored[name] = ("BF16", dims)
            continue
        rows, columns = dims
        stored[name] = ("I8", dims) if precision == "int8" else ("U8", (rows, math.ceil(columns / 2)))
        stored[name + SCALE] = ("BF16", (rows, columns // group_size(columns, precision)))
    return stored


def file_bytes(stored: Mapping[str, tuple[str, Dims]]) -> int:
    """Returns the exact size of the safetensors file that holds these tensors, its header included.

    The format: 8 bytes, a JSON header filled up with spaces to a multiple of 8, the data. The library puts wider types
    first, and names in order; the header's length depends on that through its offsets.
    """
    header, end = {}, 0
    for name, (kind, dims) in sorted(stored.items(), key=lambda item: (-_BYTES[item[1][0]], item[0])):
        begin, end = end, end + math.prod(dims) * _BYTES[kind]
        header[name] = {"dtype": kind, "shape": list(dims), "data_offsets": [begin, end]}
    length = len(json.dumps(header, separators=(",", ":")).encode())
    return 8 + math.ceil(length / 8) * 8 + end
