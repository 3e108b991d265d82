"""Which shapes are plain, what no format takes, and the graph that is exported as ONNX, in torch."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass, fields, replace

import pytest
import torch
from exporting import CONTEXT, OWN, PLAIN, STATES, export, name_of, need, random_ids, trained

from autonas.errors import AutonasError, UsageError
from search_spaces.decoder.export import plain
from search_spaces.decoder.export.formats import FORMATS
from search_spaces.decoder.shape import DecoderShape


@dataclass(frozen=True, slots=True, kw_only=True)
class _LaterShape(DecoderShape):
    gate: bool = False


@pytest.mark.parametrize("shape", [*PLAIN, *OWN], ids=name_of)
def test_plain_is_what_differs_in_nothing(shape):
    kind = ("qwen3" if shape.qk_norm else "llama") if shape in PLAIN else None
    assert plain.family(shape) == kind
    assert bool(plain.differences(shape)) == (kind is None)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"norm": "layernorm"}, "layernorm"),
        ({"activation": "geglu"}, "geglu"),
        ({"position": "alibi"}, "alibi positions"),
        ({"position": "none"}, "no positions"),
        ({"token_shift": True}, "token shift"),
        ({"window": 9}, "a window of 9"),
        ({"mixer": "rwkv7"}, "rwkv7 layers"),
        ({"mixer": "deltanet", "attention_every": 2}, "deltanet layers"),
    ],
)
def test_each_difference_is_named(change, named):
    assert plain.differences(replace(PLAIN[0], **change)) == [named]


def test_a_property_of_a_later_version_is_refused_unless_it_has_its_default(tmp_path):
    values = {field.name: getattr(PLAIN[0], field.name) for field in fields(PLAIN[0])}
    assert plain.unknown(_LaterShape(**values)) is None
    assert plain.unknown(_LaterShape(**values, gate=True)) == "gate True"
    assert plain.unknown(replace(PLAIN[0], mixer="recurrence")) == "the mixer recurrence"
    assert plain.unknown(replace(STATES[3], mixer="recurrence")) == "the mixer recurrence"
    subject = trained(PLAIN[0])
    subject.network.shape = _LaterShape(**values, gate=True)
    with pytest.raises(UsageError, match="gate True cannot be exported: no format knows it"):
        export(tmp_path, subject, "hf")


@pytest.mark.parametrize(("file_format", "why"), [("gguf", "has no architecture"), ("onnx", "takes no recurrence")])
def test_layers_that_keep_a_state_are_named(tmp_path, monkeypatch, file_format, why):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: object())  # the refusal needs no package
    for shape, named in ((STATES[3], "deltanet layers"), (STATES[1], "mamba2 layers")):
        with pytest.raises(UsageError, match=f"with {named} cannot be written as {file_format}: .*{why}") as error:
            export(tmp_path, trained(shape), file_format)
        assert error.value.hint == "--format hf can hold it"
    assert not list(tmp_path.iterdir())


def test_unknown_formats_and_missing_packages_are_one_clear_line(tmp_path, monkeypatch):
    with pytest.raises(UsageError, match="there is no format 'pickle'") as error:
        export(tmp_path, trained(PLAIN[0]), "pickle")
    assert error.value.hint == "there are hf, gguf, onnx"
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(UsageError, match="the format gguf needs gguf, not installed here") as error:
        export(tmp_path, trained(PLAIN[0]), "gguf")
    assert error.value.hint == "pip install 'autonas[export]'"
    export(tmp_path, trained(PLAIN[0]), "hf")  # needs none
    assert set(FORMATS) == {"hf", "gguf", "onnx"}


def test_a_tokenizer_of_another_kind_cannot_be_written(tmp_path):
    subject = replace(trained(PLAIN[0]), tokenizer=object())
    with pytest.raises(AutonasError, match="a object cannot be exported: it has no to_json"):
        plain_tokenizer(tmp_path, subject)


def plain_tokenizer(folder, subject):
    from search_spaces.decoder.export.vocabulary import write_tokenizer

    write_tokenizer(folder, subject.tokenizer, context=CONTEXT)


def test_the_written_embedding_is_normalised_and_a_shared_matrix_is_two():
    network = trained(PLAIN[1]).network
    tensors = plain.plain_tensors(network)
    rows = network.embedding.weight.detach()
    scale = (rows.double().square().mean(-1, keepdim=True) + 1e-6).rsqrt()
    torch.testing.assert_close(tensors["model.embed_tokens.weight"], (rows * scale).float(), atol=1e-6, rtol=0)
    assert torch.equal(tensors["lm_head.weight"], rows)


@torch.no_grad()
@pytest.mark.parametrize("shape", [*PLAIN, *OWN], ids=name_of)
@pytest.mark.parametrize("time", [1, 2, 31])
def test_the_graph_for_onnx_computes_the_logits(shape, time):
    need("onnxruntime")
    from search_spaces.decoder.export.onnx import Graph

    network = trained(shape).network
    ids = random_ids(2, time)
    torch.testing.assert_close(Graph(network)(ids), network(ids), atol=1e-5, rtol=0)
