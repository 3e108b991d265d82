"""A GGUF file holds the network: read back by the gguf package, and loaded by transformers, which knows the format."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
import torch
from exporting import CONTEXT, OWN, PLAIN, TEXT, export, greedy, in_llama_cpp, name_of, need, random_ids, trained

from autonas.errors import UsageError


@pytest.fixture(autouse=True)
def gguf():
    """The real package."""
    need("gguf")
    import gguf

    return gguf


@torch.no_grad()
@pytest.mark.parametrize("shape", PLAIN, ids=name_of)
def test_transformers_computes_the_same_from_the_file(tmp_path, shape):
    """It undoes the order of a Llama's queries and keys by itself, so a wrong order would show."""
    need("transformers")
    import transformers
    from transformers.modeling_gguf_pytorch_utils import load_gguf_checkpoint

    subject = trained(shape)
    export(tmp_path, subject, "gguf")
    kind = "Qwen3" if shape.qk_norm else "Llama"
    config = load_gguf_checkpoint(tmp_path / "model.gguf")["config"]
    config |= {"head_dim": shape.head_size}  # it reads no key_length of a Qwen3, and takes 128
    model = getattr(transformers, f"{kind}ForCausalLM")(getattr(transformers, f"{kind}Config")(**config)).eval()
    tensors = load_gguf_checkpoint(tmp_path / "model.gguf", return_tensors=True, model_to_load=model)["tensors"]
    model.load_state_dict(tensors)  # strict: all of them, and no others
    ids = random_ids(2, CONTEXT)
    torch.testing.assert_close(model(ids).logits, subject.network(ids), atol=1e-4, rtol=0)


@pytest.mark.parametrize("shape", PLAIN, ids=name_of)
def test_llama_cpp_computes_the_same(tmp_path, shape):
    subject = trained(shape)
    export(tmp_path, subject, "gguf")
    model = in_llama_cpp(tmp_path)
    ids = random_ids(1, 32)
    model.eval(ids[0].tolist())
    with torch.no_grad():
        expected = subject.network(ids)[0]
    torch.testing.assert_close(torch.tensor(model.scores[:32]), expected, atol=1e-4, rtol=0)
    model.reset()
    written = itertools.islice(model.generate(ids[0, :9].tolist(), temp=0.0, repeat_penalty=1.0), 16)
    assert list(written) == greedy(subject.network, ids[:, :9], 16)[0, 9:].tolist()
    assert model.detokenize(subject.tokenizer.encode(TEXT)).decode() == TEXT
    assert model.token_eos() == subject.tokenizer.end_of_text


@pytest.mark.parametrize("shape", PLAIN[1:3], ids=name_of)
def test_the_reader_finds_what_llama_cpp_asks_for(gguf, tmp_path, shape):
    subject = trained(shape)
    exported = export(tmp_path, subject, "gguf")
    reader = gguf.GGUFReader(tmp_path / "model.gguf")
    kind = reader.fields["general.architecture"].contents()
    found = {name: field.contents() for name, field in reader.fields.items()}
    assert kind == ("qwen3" if shape.qk_norm else "llama")
    assert found[f"{kind}.block_count"] == shape.n_layers
    assert found[f"{kind}.attention.head_count_kv"] == shape.n_kv_heads
    assert found[f"{kind}.rope.dimension_count"] == shape.head_size
    assert found[f"{kind}.attention.layer_norm_rms_epsilon"] == pytest.approx(1e-6)
    assert found[f"{kind}.context_length"] == CONTEXT
    expected = {name for name in gguf.MODEL_TENSORS[gguf.MODEL_ARCH[kind.upper()]] if "ROPE" not in name.name}
    blocks = {gguf.TENSOR_NAMES[name].format(bid=0) for name in expected if "EXP" not in name.name}
    blocks -= {gguf.TENSOR_NAMES[gguf.MODEL_TENSOR[name]].format(bid=0) for name in ("FFN_GATE_INP", "ATTN_ROT_EMBD")}
    names = {tensor.name for tensor in reader.tensors}
    assert {f"{name}.weight" for name in blocks} == {n for n in names if "blk." not in n or "blk.0." in n}
    assert sum(int(tensor.n_elements) for tensor in reader.tensors) == exported.parameters
    assert {tensor.tensor_type for tensor in reader.tensors} == {gguf.GGMLQuantizationType.F32}


def test_queries_and_keys_of_a_llama_are_interleaved_and_those_of_a_qwen3_are_not(gguf, tmp_path):
    """llama.cpp turns rows 2i and 2i + 1 of a Llama's head together: halves i and D/2 + i of ours."""
    for shape in (PLAIN[0], PLAIN[2]):
        folder = tmp_path / shape.summary().replace("/", "-")
        folder.mkdir()
        subject = trained(shape)
        export(folder, subject, "gguf")
        written = {t.name: torch.tensor(t.data) for t in gguf.GGUFReader(folder / "model.gguf").tensors}
        mixer, half = subject.network.blocks[1].mixer, shape.head_size // 2
        for name, weight, heads in (
            ("attn_q", mixer.query.weight, shape.n_heads),
            ("attn_k", mixer.key.weight, shape.n_kv_heads),
        ):
            found, ours = (x.view(heads, shape.head_size, -1) for x in (written[f"blk.1.{name}.weight"], weight.data))
            if shape.qk_norm:
                assert torch.equal(found, ours)
            else:
                assert torch.equal(found[:, 0::2], ours[:, :half])
                assert torch.equal(found[:, 1::2], ours[:, half:])
        assert torch.equal(written["blk.1.attn_v.weight"], mixer.value.weight.data)


def test_the_vocabulary_is_that_of_the_tokenizer(gguf, tmp_path):
    subject = trained(PLAIN[0])
    export(tmp_path, subject, "gguf")
    fields = {n: f.contents() for n, f in gguf.GGUFReader(tmp_path / "model.gguf").fields.items() if "tokenizer" in n}
    backend = subject.tokenizer.backend
    tokens = fields["tokenizer.ggml.tokens"]
    assert [backend.token_to_id(token) for token in tokens] == list(range(subject.tokenizer.n_vocab))
    assert fields["tokenizer.ggml.token_type"] == [gguf.TokenType.CONTROL] + [gguf.TokenType.NORMAL] * 399
    assert len(fields["tokenizer.ggml.merges"]) == 400 - 257
    assert all(left + right in tokens for left, right in (m.split(" ") for m in fields["tokenizer.ggml.merges"]))
    assert fields["tokenizer.ggml.eos_token_id"] == 0
    assert fields["tokenizer.ggml.add_bos_token"] is False


@pytest.mark.parametrize(
    ("shape", "named"),
    [
        (OWN[0], "a model with token shift cannot"),
        (OWN[1], "a model with layernorm and gelu and alibi positions and token shift cannot"),
        (OWN[3], "a model with geglu and no positions and a window of 5 cannot"),
        (replace(PLAIN[0], position="sinusoidal"), "a model with sinusoidal positions cannot"),
    ],
    ids=lambda value: name_of(value) if not isinstance(value, str) else "",
)
def test_what_llama_cpp_has_no_place_for_is_named(tmp_path, shape, named):
    with pytest.raises(UsageError, match=named) as error:
        export(tmp_path, trained(shape), "gguf")
    assert "--format hf" in error.value.hint
    assert not list(tmp_path.iterdir())
