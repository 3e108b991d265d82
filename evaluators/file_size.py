"""How large the file of a network's weights is, from the shape alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from autonas.protocols import Context, Stage
from autonas.stored import PRECISIONS, file_bytes, stored_tensors

__all__ = ["CompressedFile", "FileSize"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSize:
    """Exact bytes of the weights' file in bfloat16 and quantised to 8 and 4 bits, before anything is built.

    What is stored says `autonas.stored`; `autonas compress` writes files of these sizes. The shape must have a method
    `tensors()` that returns the sizes of each of the network's tensors by name, shared ones once.
    """

    @property
    def metrics(self) -> Sequence[str]:
        return tuple(f"bytes_{precision}" for precision in PRECISIONS)

    @property
    def stage(self) -> Stage:
        return "shape"

    def evaluate(self, subject: Any, context: Context) -> Mapping[str, float]:
        """Returns the sizes of a shape's files in bytes."""
        del context
        tensors = subject.tensors()
        return {f"bytes_{p}": float(file_bytes(stored_tensors(tensors, p))) for p in PRECISIONS}


@dataclass(frozen=True, slots=True, kw_only=True)
class CompressedFile:
    """Exact bytes of a candidate's own file: of what its genes leave of the network, at its own precision.

    The shape must have `file_bytes`, and `kept`, the shape of the network in the file (see
    `search_spaces.compressed`).
    """

    @property
    def metrics(self) -> Sequence[str]:
        return ("file_bytes", "file_parameters")

    @property
    def stage(self) -> Stage:
        return "shape"

    def evaluate(self, subject: Any, context: Context) -> Mapping[str, float]:
        """Returns the size of a shape's file in bytes, and how many parameters are in it."""
        del context
        return {"file_bytes": float(subject.file_bytes), "file_parameters": float(subject.kept.parameters)}
