"""The size of a file is known from the shape alone, to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.torch import save_file
from test_decoder import SHAPE, shapes

from autonas.protocols import Context
from autonas.stored import PRECISIONS, Precision, file_bytes, group_size, stored_tensors
from autonas.testing import EvaluatorConformance
from evaluators.file_size import FileSize
from search_spaces.decoder.model import Decoder
from search_spaces.decoder.shape import DecoderShape

TYPES = {"BF16": torch.bfloat16, "I8": torch.int8, "U8": torch.uint8}


class TestFileSize(EvaluatorConformance):
    @pytest.fixture
    def evaluator(self) -> FileSize:
        return FileSize()

    @pytest.fixture
    def subject(self) -> DecoderShape:
        return SHAPE


@settings(deadline=None, max_examples=40)
@given(shape=shapes())
def test_tensors_are_those_of_the_built_network(shape: DecoderShape) -> None:
    built = {name: tuple(tensor.shape) for name, tensor in Decoder(shape).state_dict().items()}
    if shape.tied:
        del built["output.weight"]
    assert shape.tensors() == built


@settings(deadline=None, max_examples=40)
@given(shape=shapes(), precision=st.sampled_from(PRECISIONS))
def test_size_equals_the_file(shape: DecoderShape, precision: Precision, tmp_path_factory: object) -> None:
    stored = stored_tensors(shape.tensors(), precision)
    path = tmp_path_factory.mktemp("file") / "weights.safetensors"  # type: ignore[attr-defined]
    save_file({name: torch.zeros(dims, dtype=TYPES[kind]) for name, (kind, dims) in stored.items()}, path)
    assert path.stat().st_size == file_bytes(stored)


def test_fewer_bits_are_fewer_bytes(tmp_path: Path) -> None:
    context = Context(seed=0, device="cpu", cache=tmp_path, folder=tmp_path)
    sizes = FileSize().evaluate(SHAPE, context)
    assert sizes["bytes_int4"] < sizes["bytes_int8"] < sizes["bytes_bf16"]
    header = 3000
    assert 2 * SHAPE.parameters < sizes["bytes_bf16"] < 2 * SHAPE.parameters + header


@pytest.mark.parametrize(("columns", "size"), [(64, 32), (48, 16), (24, 8), (20, 20), (7, 7)])
def test_groups_divide_a_row(columns: int, size: int) -> None:
    assert group_size(columns, "int4") == size
    assert group_size(columns, "int8") == columns
    assert columns % size == 0
