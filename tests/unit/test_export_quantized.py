"""Weights of an export as integers: how they lie in the files, and that others compute with what they mean."""

from __future__ import annotations

import importlib.util
import json
import pickle
from dataclasses import replace

import pytest
import torch
from exporting import CONTEXT, OWN, PLAIN, STATES, export, in_llama_cpp, name_of, need, random_ids, trained

from autonas.errors import UsageError
from search_spaces.decoder.shape import DecoderShape

BOTH = ("int8", "int4")


@pytest.fixture
def gguf():
    """The real package."""
    need("gguf")
    import gguf

    return gguf


def read(gguf, folder):
    reader = gguf.GGUFReader(folder / "model.gguf")
    fields = {name: field.contents() for name, field in reader.fields.items()}
    return fields, {tensor.name: tensor for tensor in reader.tensors}


@pytest.mark.parametrize(("quantize", "kind", "file_type"), [("int8", "Q8_0", 7), ("int4", "Q4_0", 2)])
def test_the_reader_finds_blocks_where_llama_cpp_would_make_them(gguf, tmp_path, quantize, kind, file_type):
    exported = export(tmp_path, trained(PLAIN[1]), "gguf", quantize)
    fields, tensors = read(gguf, tmp_path)
    assert fields["general.file_type"] == file_type
    assert fields["general.quantization_version"] == gguf.GGML_QUANT_VERSION
    expected = {"token_embd": kind, "output": "Q8_0", "output_norm": "F32", "attn_norm": "F32", "ffn_norm": "F32"}
    expected |= {"ffn_down": "F16"}  # rows of 48: no whole blocks
    found = {name: tensor.tensor_type.name for name, tensor in tensors.items()}
    assert found == {name: expected.get(name.split(".")[-2], kind) for name in tensors}
    assert tensors["blk.0.attn_q.weight"].shape.tolist() == [32, 32]
    assert tensors["token_embd.weight"].n_bytes == 400 * (2 + {"int8": 32, "int4": 16}[quantize])
    assert exported.architecture == f"llama (GGUF, {kind})"
    assert "`ffn_down` in F16, as llama.cpp does too" in exported.notes[0]
    assert ("the output matrix in Q8_0" in exported.notes[0]) == (quantize == "int4")


@pytest.mark.parametrize("quantize", BOTH)
def test_the_file_is_measured_against_the_same_in_float32(gguf, tmp_path, quantize):
    for name in ("plain", "integers"):
        (tmp_path / name).mkdir()
    plain, integers = tmp_path / "plain", tmp_path / "integers"
    export(plain, trained(PLAIN[0]), "gguf")
    quantized = export(integers, trained(PLAIN[0]), "gguf", quantize).quantized
    assert quantized.n_bytes_float32 == (plain / "model.gguf").stat().st_size
    assert quantized.n_bytes == (integers / "model.gguf").stat().st_size < quantized.n_bytes_float32
    assert read(gguf, plain)[0]["general.file_type"] == gguf.LlamaFileType.ALL_F32
    assert sorted(path.name for path in integers.iterdir()) == ["model.gguf", "tokenizer.json", "tokenizer_config.json"]


@torch.no_grad()
@pytest.mark.parametrize("shape", PLAIN[1:3], ids=name_of)
@pytest.mark.parametrize("quantize", BOTH)
def test_transformers_computes_what_was_read_back(tmp_path, shape, quantize):
    """It multiplies the integers out by itself, and undoes the order of a Llama's queries and keys."""
    need("gguf", "transformers")
    import transformers
    from transformers.modeling_gguf_pytorch_utils import load_gguf_checkpoint

    subject = trained(shape)
    exported = export(tmp_path, subject, "gguf", quantize)
    kind = "Qwen3" if shape.qk_norm else "Llama"
    config = load_gguf_checkpoint(tmp_path / "model.gguf")["config"] | {"head_dim": shape.head_size}
    model = getattr(transformers, f"{kind}ForCausalLM")(getattr(transformers, f"{kind}Config")(**config)).eval()
    tensors = load_gguf_checkpoint(tmp_path / "model.gguf", return_tensors=True, model_to_load=model)["tensors"]
    model.load_state_dict(tensors)
    ids = random_ids(2, CONTEXT)
    found = exported.quantized.network(ids)
    torch.testing.assert_close(model(ids).logits, found, atol=1e-4, rtol=0)
    distance = (found - subject.network(ids)).abs().max()
    assert 1e-3 < distance < {"int8": 0.5, "int4": 4.0}[quantize]  # another network, and not a broken one


@torch.no_grad()
@pytest.mark.parametrize("shape", PLAIN[:3], ids=name_of)
@pytest.mark.parametrize("quantize", BOTH)
def test_llama_cpp_multiplies_with_the_same_integers(tmp_path, shape, quantize):
    """It rounds activations to 8 bits before each product, so its logits are near ours, and no nearer."""
    need("gguf")
    subject = trained(shape)
    exported = export(tmp_path, subject, "gguf", quantize)
    model = in_llama_cpp(tmp_path)
    ids = random_ids(1, 32)
    model.eval(ids[0].tolist())
    found, ours = torch.tensor(model.scores[:32]), exported.quantized.network(ids)[0]
    assert (found - ours).abs().mean() < 0.02
    if quantize == "int4":
        assert (subject.network(ids)[0] - ours).abs().mean() > 0.2  # of the weights before rounding


@pytest.mark.parametrize("quantize", BOTH)
def test_a_model_that_would_hardly_be_integers_is_no_quantised_gguf(tmp_path, quantize):
    need("gguf")
    subject = trained(replace(PLAIN[0], d_model=40))
    with pytest.raises(UsageError, match=r"100% of the numbers .* token_embd.weight has rows of 40") as error:
        export(tmp_path, subject, "gguf", quantize)
    assert error.value.hint.startswith(f"--format onnx --quantize {quantize}")
    assert not list(tmp_path.iterdir())


@torch.no_grad()
@pytest.mark.parametrize("quantize", BOTH)
@pytest.mark.parametrize("width", [32, 48])
def test_a_graph_computes_with_what_the_integers_mean(quantize, width):
    """A shared matrix, looked up and multiplied with; rows of 48 fill no blocks."""
    need("onnx", "onnxruntime")
    from onnx import TensorProto, helper, numpy_helper

    from search_spaces.decoder.export import onnx_quantized

    bits = onnx_quantized.BITS[quantize]
    weight = torch.randn(70, width, generator=torch.Generator().manual_seed(0))
    nodes = [
        helper.make_node("Gather", ["w", "input_ids"], ["x"], name="lookup"),
        helper.make_node("Transpose", ["w"], ["t"], perm=[1, 0]),
        helper.make_node("MatMul", ["x", "t"], ["logits"], name="product"),
    ]
    graph = helper.make_graph(
        nodes,
        "tied",
        [helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["b", "t"])],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["b", "t", 70])],
        [numpy_helper.from_array(weight.numpy(), "w")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=10)
    written = onnx_quantized.quantized_graph(model.SerializeToString(), bits)
    meant = onnx_quantized._multiplied_out(weight.numpy(), bits)
    ids = torch.arange(70).view(2, 35)
    found = onnx_quantized.RunningGraph(written, PLAIN[0])(ids)
    torch.testing.assert_close(found, meant[ids] @ meant.T, atol=1e-4, rtol=0)
    steps = weight.abs().amax(dim=1, keepdim=True) / 2 ** (bits - 1)  # a block's is that or smaller
    assert ((meant - weight).abs() <= 1.01 * steps).all()
    assert (meant != weight).any()
    assert len(written) < {"int8": 0.8, "int4": 0.6}[quantize] * len(model.SerializeToString()) + 2000


@pytest.mark.parametrize("shape", [PLAIN[1], OWN[0]], ids=name_of)
def test_transformers_loads_bytes_and_computes_what_they_mean(tmp_path, shape):
    need("transformers", "torchao")
    import transformers
    from safetensors import safe_open

    subject = trained(shape)
    exported = export(tmp_path, subject, "hf", "int8")
    with safe_open(tmp_path / "model.safetensors", "pt") as file:
        tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 - no mapping
    integers = {name for name, tensor in tensors.items() if tensor.dtype == torch.int8 and name.endswith("qdata")}
    assert len(integers) == 2 * 7 + 2 * (shape in PLAIN)  # and embedding and output where they are two
    assert tensors["model.layers.0.mlp.up_proj._weight_qdata"].shape == (48, 32)
    assert tensors["model.layers.0.mlp.up_proj._weight_scale"].shape == (48, 1)
    assert {name for name, tensor in tensors.items() if tensor.dtype == torch.float32 and tensor.dim() == 2} == {
        *(name for name in tensors if name.endswith("_scale")),
        *({"model.embed_tokens.weight"} if shape in OWN else ()),
    }
    about = json.loads((tmp_path / "config.json").read_text())
    assert about["quantization_config"]["quant_method"] == "torchao"
    assert exported.quantized.n_bytes == (tmp_path / "model.safetensors").stat().st_size
    assert exported.quantized.n_bytes < exported.quantized.n_bytes_float32
    model = transformers.AutoModelForCausalLM.from_pretrained(tmp_path, trust_remote_code=shape in OWN)
    ids = random_ids(2, CONTEXT)
    with torch.no_grad():
        found, network = exported.quantized.network(ids), subject.network(ids)
        torch.testing.assert_close(model(ids).logits, found, atol=1e-5, rtol=0)
    assert 1e-3 < (found - network).abs().max() < 0.5
    assert not [path for path in tmp_path.iterdir() if path.is_dir() or path.suffix == ".partial"]


@torch.no_grad()
@pytest.mark.parametrize("shape", STATES[:4], ids=name_of)
def test_layers_that_keep_a_state_become_integers_too(tmp_path, shape):
    """What is written was compared with our network before it was kept, so it is enough that bytes stand there."""
    need("transformers", "torchao")
    from safetensors import safe_open

    exported = export(tmp_path, trained(shape), "hf", "int8")
    with safe_open(tmp_path / "model.safetensors", "pt") as file:
        kinds = {name: file.get_tensor(name).dtype for name in file.keys()}  # noqa: SIM118 - no mapping
    assert {kinds[name] for name in kinds if ".mixer." in name and name.endswith("qdata")} == {torch.int8}
    assert exported.quantized.n_bytes < 0.75 * exported.quantized.n_bytes_float32


@torch.no_grad()
@pytest.mark.parametrize(
    ("file_format", "quantize", "shape"),
    [("gguf", "int4", PLAIN[1]), ("gguf", "int8", PLAIN[2]), ("hf", "int8", PLAIN[0]), ("hf", "int8", STATES[3])],
    ids=lambda value: name_of(value) if isinstance(value, DecoderShape) else value,
)
def test_what_is_examined_in_its_place_computes_the_same_and_has_a_cache(tmp_path, file_format, quantize, shape):
    need("gguf", "transformers", "torchao")
    quantized = export(tmp_path, trained(shape), file_format, quantize).quantized
    ids = random_ids(2, 24)
    expected = quantized.network(ids)
    torch.testing.assert_close(quantized.reference(ids), expected, atol=1e-4, rtol=0)
    cache = quantized.reference.new_cache(batch_size=2, max_tokens=24)
    stepped = [quantized.reference(part, cache=cache) for part in ids.split([20, 1, 3], dim=1)]
    torch.testing.assert_close(torch.cat(stepped, dim=1), expected, atol=1e-4, rtol=0)


@torch.no_grad()
@pytest.mark.parametrize("shape", [PLAIN[2], OWN[0], STATES[3]], ids=name_of)
def test_what_is_timed_in_transformers_continues_with_its_cache(tmp_path, shape):
    """As integers and, with random weights, in float32."""
    need("transformers", "torchao")
    quantized = export(tmp_path, trained(shape), "hf", "int8").quantized
    ids = random_ids(1, 12)
    for build in (quantized.serving.quantized, quantized.serving.original):
        model = pickle.loads(pickle.dumps(build))().eval()
        assert model.shape == shape
        cache = model.new_cache(batch_size=1, max_tokens=12)
        for part, length in zip(ids.split([8, 1, 3], dim=1), (8, 9, 12), strict=True):
            torch.testing.assert_close(model.next_logits(part, cache), model(ids[:, :length])[:, -1], atol=1e-4, rtol=0)
    assert {parameter.dtype for parameter in quantized.serving.original().parameters()} == {torch.float32}
    torch.testing.assert_close(quantized.serving.quantized()(ids), quantized.network(ids), atol=1e-5, rtol=0)


@torch.no_grad()
def test_what_is_timed_in_llama_cpp_is_each_file(tmp_path):
    need("gguf")
    subject = trained(PLAIN[0])
    quantized = export(tmp_path, subject, "gguf", "int8").quantized
    if importlib.util.find_spec("llama_cpp") is None:
        assert "llama-cpp-python, is not installed" in quantized.serving
        return
    ids = random_ids(1, 12)
    for build, network in (
        (quantized.serving.original, subject.network),
        (quantized.serving.quantized, quantized.network),
    ):
        model = pickle.loads(pickle.dumps(build))()
        for _ in range(2):  # a new cache forgets
            cache = model.new_cache(batch_size=1, max_tokens=12)
            for part, length in zip(ids.split([8, 1, 3], dim=1), (8, 9, 12), strict=True):
                found, expected = model.next_logits(part, cache), network(ids[:, :length])[:, -1]
                assert (found - expected).abs().mean() < 0.05  # its cache is in half precision
    assert quantized.serving.program.startswith("llama.cpp, by llama-cpp-python ")


@torch.no_grad()
def test_what_transformers_computes_otherwise_is_refused(tmp_path, monkeypatch):
    need("transformers", "torchao")
    from autonas.errors import AutonasError
    from search_spaces.decoder.export import hf_quantized

    right = hf_quantized._multiplied_out
    monkeypatch.setattr(hf_quantized, "_multiplied_out", lambda tensor: right(tensor) * 1.01)
    with pytest.raises(AutonasError, match="computes other logits from the 8-bit folder: they differ by"):
        export(tmp_path, trained(PLAIN[0]), "hf", "int8")


def test_four_bits_for_transformers_and_unknown_precisions_are_one_clear_line(tmp_path):
    need("transformers", "torchao")
    with pytest.raises(UsageError, match="hf cannot hold int4: torchao's 4-bit weights need CUDA") as error:
        export(tmp_path, trained(PLAIN[0]), "hf", "int4")
    assert "--format gguf or onnx --quantize int4" in error.value.hint
    with pytest.raises(UsageError, match="there is no precision 'int2'") as error:
        export(tmp_path, trained(PLAIN[0]), "gguf", "int2")
    assert error.value.hint == "there are int8, int4"
    assert not list(tmp_path.iterdir())
