"""What is read back is exactly what the stored integers mean, and files have the size that was known before."""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path

import pytest
import torch
import torch.nn.functional as F
from hypothesis import given, settings
from hypothesis import strategies as st
from test_decoder import SHAPE, build, random_tokens, shapes
from torch import Tensor

from autonas.errors import AutonasError, UsageError
from autonas.stored import SCALE, Precision, file_bytes, group_size, stored_tensors
from search_spaces.decoder.model import Decoder
from trainer.compress import quantize
from trainer.compress.quantize import check_quantizer, pack, quantized, restored, save_quantized, unpack
from trainer.data.tokenizer import CodeTokenizer
from trainer.model_folder import load_model

QUANTIZED: tuple[Precision, ...] = ("int8", "int4")
BOUNDS = {"int8": (-128, 127), "int4": (-8, 7)}


class PlainRounding:
    """Stands for torchao where it is not installed: the same arithmetic, written out."""

    class MappingType:
        SYMMETRIC_NO_CLIPPING_ERR = None

    @staticmethod
    def choose_qparams_affine(weight: Tensor, _: object, block: tuple[int, int], *bounds: object, **__: object):
        grouped = weight.unflatten(1, (-1, block[1]))
        low, high = bounds[1:]
        scales = torch.maximum(grouped.amin(-1) / low, grouped.amax(-1) / high).clamp(min=1e-7)
        return scales.bfloat16(), torch.zeros_like(scales, dtype=torch.int8)

    @staticmethod
    def quantize_affine(weight: Tensor, block: tuple[int, int], scales: Tensor, *rest: object) -> Tensor:
        low, high = rest[2:]
        grouped = weight.unflatten(1, (-1, block[1])) / scales[..., None]
        return grouped.round().clamp(low, high).flatten(1).to(torch.int8)


@pytest.fixture
def rounding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quantize, "_primitives", lambda: PlainRounding)


@pytest.fixture(scope="module")
def tokenizer() -> CodeTokenizer:
    from tokenizers import Tokenizer, models

    inner = Tokenizer(models.BPE(vocab={"a": 0, "<|endoftext|>": 1}, merges=[]))
    return CodeTokenizer(inner.to_str())


@given(rows=st.integers(1, 4), columns=st.integers(1, 9), seed=st.integers(0, 9))
def test_packing_loses_nothing(rows: int, columns: int, seed: int) -> None:
    integers = torch.randint(-8, 8, (rows, columns), generator=torch.Generator().manual_seed(seed), dtype=torch.int8)
    packed = pack(integers)
    assert packed.dtype == torch.uint8
    assert packed.shape == (rows, -(-columns // 2))
    assert torch.equal(unpack(packed)[:, :columns], integers)


@pytest.mark.parametrize("precision", ["bf16", *QUANTIZED])
@settings(deadline=None, max_examples=15)
@given(shape=shapes())
def test_what_is_stored_is_what_was_counted(precision: Precision, shape) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quantize, "_primitives", lambda: PlainRounding)
        stored = quantized(Decoder(shape), precision)
    names = {torch.bfloat16: "BF16", torch.int8: "I8", torch.uint8: "U8"}
    found = {name: (names[tensor.dtype], tuple(tensor.shape)) for name, tensor in stored.items()}
    assert found == stored_tensors(shape.tensors(), precision)


@pytest.mark.parametrize("precision", QUANTIZED)
@pytest.mark.usefixtures("rounding")
def test_each_weight_is_the_nearest_multiple_of_its_scale(precision: Precision) -> None:
    network = build(SHAPE)
    stored = quantized(network, precision)
    weights = restored(stored)
    for name, parameter in network.named_parameters():
        if parameter.dim() == 2:
            size = group_size(parameter.shape[1], precision)
            scales = stored[name + SCALE].float().repeat_interleave(size, dim=1)
            # Half a step, and where the largest was cut off what bfloat16 has rounded its scale by.
            largest = scales * (0.5 + 2**-8 * -BOUNDS[precision][0])
            assert ((weights[name] - parameter.detach()).abs() <= largest).all()


@pytest.mark.parametrize("precision", ["bf16", *QUANTIZED])
@pytest.mark.usefixtures("rounding")
def test_a_model_is_read_back_as_it_was_stored(precision: Precision, tokenizer: CodeTokenizer, tmp_path: Path) -> None:
    shape = dataclasses.replace(SHAPE, d_ff=13)  # rows of an odd length, which four bits do not fill
    stored = quantized(build(shape), precision)
    save_quantized(tmp_path, stored, precision, tokenizer, {})
    assert (tmp_path / "weights.safetensors").stat().st_size == file_bytes(stored_tensors(shape.tensors(), precision))
    network = load_model(tmp_path, Decoder(shape), "cpu").network
    expected = restored(stored)
    for name, parameter in network.named_parameters():
        assert torch.equal(parameter, expected[name][..., : parameter.shape[-1]]), name
    assert network.output.weight is network.embedding.weight


@pytest.mark.parametrize("precision", QUANTIZED)
@pytest.mark.usefixtures("rounding")
def test_forward_equals_the_integers_times_their_scales(
    precision: Precision, tokenizer: CodeTokenizer, tmp_path: Path
) -> None:
    """One projection, computed from the integers of the file in float64."""
    stored = quantized(build(SHAPE), precision)
    save_quantized(tmp_path, stored, precision, tokenizer, {})
    network = load_model(tmp_path, Decoder(SHAPE), "cpu").network
    name = "blocks.0.feed_forward.up.weight"
    integers = stored[name] if precision == "int8" else unpack(stored[name])
    scales = stored[name + SCALE].double().repeat_interleave(SHAPE.d_model // stored[name + SCALE].shape[1], dim=1)
    x = torch.randn(3, SHAPE.d_model, generator=torch.Generator().manual_seed(0))
    expected = F.linear(x.double(), integers.double() * scales)
    assert torch.allclose(network.blocks[0].feed_forward.up(x).double(), expected, atol=1e-5)


@pytest.mark.usefixtures("rounding")
def test_eight_bits_change_little() -> None:
    network, tokens = build(SHAPE), random_tokens(SHAPE, 2, 16)
    before = network(tokens)
    errors = []
    for precision in QUANTIZED:
        other = build(SHAPE)
        weights = restored(quantized(network, precision))
        other.load_state_dict(weights, strict=False)
        errors.append(float((other(tokens) - before).std().detach() / before.std().detach()))
    assert errors[0] < 0.03
    assert errors[0] < errors[1] < 0.5


@pytest.mark.usefixtures("rounding")
def test_a_damaged_file_is_refused(tokenizer: CodeTokenizer, tmp_path: Path) -> None:
    save_quantized(tmp_path, quantized(build(SHAPE), "int4"), "int4", tokenizer, {})
    path = tmp_path / "weights.safetensors"
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    with pytest.raises(AutonasError, match="is damaged: it differs from its checksum"):
        load_model(tmp_path, Decoder(SHAPE), "cpu")


@pytest.mark.usefixtures("rounding")
def test_weights_of_another_network_are_refused(tokenizer: CodeTokenizer, tmp_path: Path) -> None:
    save_quantized(tmp_path, quantized(build(SHAPE), "int8"), "int8", tokenizer, {})
    for other in (dataclasses.replace(SHAPE, d_ff=48), dataclasses.replace(SHAPE, n_layers=1)):
        with pytest.raises(AutonasError, match="holds the weights of another network"):
            load_model(tmp_path, Decoder(other), "cpu")


def test_missing_torchao_is_said_before_anything_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torchao", None)
    monkeypatch.setitem(sys.modules, "torchao.quantization", None)
    check_quantizer("bf16")
    with pytest.raises(UsageError, match="quantising needs torchao") as error:
        check_quantizer("int8")
    assert "autonas[quantize]" in error.value.hint


@pytest.mark.parametrize("precision", QUANTIZED)
def test_integers_are_those_of_torchao(precision: Precision) -> None:
    pytest.importorskip("torchao.quantization.quant_primitives", exc_type=ImportError)
    from torchao.quantization.quant_primitives import dequantize_affine

    weight = torch.randn(24, 64, generator=torch.Generator().manual_seed(0))
    layer = torch.nn.Linear(64, 24, bias=False)
    layer.weight.data.copy_(weight)
    stored = quantized(layer, precision)
    size = group_size(64, precision)
    integers = stored["weight"] if precision == "int8" else unpack(stored["weight"])
    scales = stored["weight" + SCALE]
    zeros = torch.zeros_like(scales, dtype=torch.int8)
    expected = dequantize_affine(
        integers, (1, size), scales.float(), zeros, torch.int8, *BOUNDS[precision], output_dtype=torch.float32
    )
    assert torch.equal(restored(stored)["weight"], expected)
    plain, _ = PlainRounding.choose_qparams_affine(weight, None, (1, size), torch.int8, *BOUNDS[precision])
    assert torch.allclose(plain.float(), scales.float(), rtol=2**-8)
