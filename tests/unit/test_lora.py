"""LoRA: nothing changes at the start, merging keeps the function, the files are PEFT's."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
import torch.nn.functional as F
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from autonas.errors import UsageError
from search_spaces.decoder.model import Decoder
from search_spaces.decoder.shape import DecoderShape
from trainer.checkpoint import load_weights, save_weights
from trainer.lora import LoraConfig, add_lora, load_adapter, merge, save_adapter
from trainer.optim import OptimizerConfig, Optimizers

SHAPE = DecoderShape(
    n_layers=2, d_model=24, n_heads=4, n_kv_heads=2, d_ff=32, activation="swiglu", norm="rmsnorm",
    position="rope", qk_norm=True, tied=True, dropout=0.0, window=0, vocab_size=40, token_shift=True,
)  # fmt: skip
CONFIG = LoraConfig(rank=3, alpha=5.0)
TOKENS = torch.randint(40, (2, 15), generator=torch.Generator().manual_seed(1))
BOTH = pytest.mark.parametrize("tied", [True, False])


def build(*, tied: bool) -> Decoder:
    generator = torch.Generator().manual_seed(0)
    network = Decoder(replace(SHAPE, tied=tied), generator=generator).eval()
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.add_(torch.randn(parameter.shape, generator=generator) * 0.2)
    return network


def adapted(*, tied: bool, seed: int = 2) -> Decoder:
    """A network whose updates are not zero."""
    network = build(tied=tied)
    generator = torch.Generator().manual_seed(seed)
    add_lora(network, CONFIG, generator=generator)
    with torch.no_grad():
        for parameter in network.parameters():
            if parameter.requires_grad:
                parameter.copy_(torch.randn(parameter.shape, generator=generator) * 0.2)
    return network


def close(one: Tensor, other: Tensor) -> None:
    torch.testing.assert_close(one, other, rtol=1e-4, atol=1e-4)


@BOTH
def test_the_function_is_unchanged_at_first_and_so_are_the_names(tied: bool) -> None:
    network = build(tied=tied)
    names, before = list(network.state_dict()), network(TOKENS)
    add_lora(network, CONFIG)
    assert torch.equal(network(TOKENS), before)
    assert [name for name in network.state_dict() if "lora_" not in name] == names
    assert (network.output.weight is network.embedding.weight) == tied


@BOTH
def test_merging_keeps_the_logits(tied: bool) -> None:
    network, plain = adapted(tied=tied), build(tied=tied)
    before = network(TOKENS)
    assert (before - plain(TOKENS)).abs().max() > 0.1
    merge(network)
    close(network(TOKENS), before)
    assert list(network.state_dict()) == list(plain.state_dict())
    assert {type(m) for m in network.modules()} == {type(m) for m in plain.modules()}
    assert all(parameter.requires_grad for parameter in network.parameters())
    assert (network.output.weight is network.embedding.weight) == tied
    assert network.shape.parameters == sum(p.numel() for p in network.parameters())


def test_a_merged_network_is_saved_and_loaded_like_any(tmp_path: Path) -> None:
    network, other = adapted(tied=True), build(tied=True)
    merge(network)
    save_weights(network, tmp_path / "weights.safetensors")
    load_weights(other, tmp_path / "weights.safetensors")
    assert torch.equal(network(TOKENS), other(TOKENS))


@BOTH
def test_the_update_is_that_of_the_paper(tied: bool) -> None:
    """Each merged weight is W + alpha / rank * B A, and a tied one is updated once."""
    network, plain = adapted(tied=tied), build(tied=tied)
    key, embedding = network.blocks[1].mixer.key, network.embedding
    expected = plain.blocks[1].mixer.key.weight + 5 / 3 * key.lora_B.weight @ key.lora_A.weight
    rows = plain.embedding.weight + 5 / 3 * (embedding.lora_embedding_B @ embedding.lora_embedding_A).T
    merge(network)
    close(network.blocks[1].mixer.key.weight, expected)
    close(network.embedding.weight, rows)


@BOTH
def test_the_updates_alone_train_and_all_of_them(tied: bool) -> None:
    network, plain = adapted(tied=tied), build(tied=tied)
    optimizers = Optimizers(network, OptimizerConfig())
    before = copy.deepcopy(network.state_dict())
    network.loss(TOKENS[:, :-1], TOKENS[:, 1:]).backward()
    optimizers.step(1.0)
    changed = {name for name, value in network.state_dict().items() if not torch.equal(value, before[name])}
    assert changed == {name for name in before if "lora_" in name}
    matrices = [m for m in plain.modules() if isinstance(m, nn.Linear | nn.Embedding)]
    assert len(matrices) == 2 + 2 * 7
    assert sum(p.requires_grad for p in network.parameters()) == 2 * (len(matrices) - tied)


@BOTH
def test_adamw_trains_the_updates(tied: bool) -> None:
    optimizers = Optimizers(adapted(tied=tied), OptimizerConfig())
    assert [type(o) for o in optimizers._optimizers] == [torch.optim.AdamW]
    groups = [id(p) for group in optimizers._optimizers[0].param_groups for p in group["params"]]
    assert sorted(groups) == sorted(id(p) for p in optimizers.parameters)


@BOTH
def test_the_gradient_is_that_of_the_merged_weight(tied: bool) -> None:
    """dL/dB = scale dL/dW A^T: so the layers compute what merging says, in both places of a tied matrix."""
    network = adapted(tied=tied)
    merged = copy.deepcopy(network)
    merge(merged)
    for one in (network, merged):
        one.loss(TOKENS[:, :-1], TOKENS[:, 1:]).backward()
    key, embedding = network.blocks[0].mixer.key, network.embedding
    weight = merged.blocks[0].mixer.key.weight.grad
    close(key.lora_B.weight.grad, 5 / 3 * weight @ key.lora_A.weight.T)
    close(key.lora_A.weight.grad, 5 / 3 * key.lora_B.weight.T @ weight)
    close(embedding.lora_embedding_A.grad, 5 / 3 * (merged.embedding.weight.grad @ embedding.lora_embedding_B).T)


@BOTH
def test_the_loss_and_the_cached_form_see_the_updates(tied: bool) -> None:
    network = adapted(tied=tied)
    logits = network(TOKENS)
    close(network.loss(TOKENS[:, :-1], TOKENS[:, 1:]), F.cross_entropy(logits[:, :-1].mT, TOKENS[:, 1:]))
    cache = network.new_cache(batch_size=2, max_tokens=15)
    with torch.no_grad():
        close(torch.cat([network(TOKENS[:, t : t + 1], cache) for t in range(15)], dim=1), logits)


@BOTH
def test_an_adapter_survives_the_disk(tied: bool, tmp_path: Path) -> None:
    network, other = adapted(tied=tied), build(tied=tied)
    save_adapter(network, tmp_path / "adapter")
    load_adapter(other, tmp_path / "adapter")
    assert torch.equal(network(TOKENS), other(TOKENS))
    assert not any(p.requires_grad for name, p in other.named_parameters() if "lora_" not in name)
    merge(other)
    close(other(TOKENS), network(TOKENS))
    names = {path.name for path in (tmp_path / "adapter").iterdir()}
    assert names == {"adapter_config.json", "adapter_model.safetensors"}


@BOTH
def test_names_and_sizes_are_those_of_peft(tied: bool, tmp_path: Path) -> None:
    save_adapter(adapted(tied=tied), tmp_path)
    saved = load_file(tmp_path / "adapter_model.safetensors")
    sizes = {name.removeprefix("base_model.model."): tuple(value.shape) for name, value in saved.items()}
    assert all(name.startswith("base_model.model.") for name in saved)
    assert sizes["blocks.0.mixer.key.lora_A.weight"] == (3, 24)
    assert sizes["blocks.0.mixer.key.lora_B.weight"] == (12, 3)
    assert sizes["embedding.lora_embedding_A"] == (3, 40)
    assert sizes["embedding.lora_embedding_B"] == (24, 3)
    assert sizes["output.lora_A.weight"] == (3, 24)
    assert sizes["output.lora_B.weight"] == (40, 3)
    assert len(sizes) == 2 * (2 + 2 * 7)
    config = json.loads((tmp_path / "adapter_config.json").read_text())
    assert (config["peft_type"], config["r"], config["lora_alpha"]) == ("LORA", 3, 5.0)
    assert {"embedding", "output", "blocks.1.feed_forward.down"} < set(config["target_modules"])
    assert config.get("ensure_weight_tying", False) == tied
    a, b = saved["base_model.model.output.lora_A.weight"], saved["base_model.model.output.lora_B.weight"]
    embedding = [saved[f"base_model.model.embedding.lora_embedding_{x}"] for x in "BA"]
    assert torch.equal(b @ a, embedding[1].T @ embedding[0].T) == tied


def edit_config(folder: Path, **changes: Any) -> None:
    path = folder / "adapter_config.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))


def edit_weights(folder: Path, change: Callable[[dict[str, Tensor]], Any]) -> None:
    saved = load_file(folder / "adapter_model.safetensors")
    change(saved)
    save_file(saved, folder / "adapter_model.safetensors")


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda f: (f / "adapter_config.json").unlink(), "adapter_config.json cannot be read: No such file"),
        (lambda f: (f / "adapter_model.safetensors").unlink(), "adapter_model.safetensors cannot be read"),
        (lambda f: (f / "adapter_model.safetensors").write_bytes(b"x" * 9), "adapter_model.safetensors cannot be read"),
        (lambda f: (f / "adapter_config.json").write_text("{}"), "is no adapter's configuration: 'r'"),
        (lambda f: (f / "adapter_config.json").write_text("["), "is no adapter's configuration"),
        (lambda f: edit_config(f, r=0), "lora.rank must be at least 1, got 0"),
        (lambda f: edit_config(f, use_dora=True), "has use_dora = True, not supported"),
        (lambda f: edit_config(f, peft_type="IA3"), "has peft_type = 'IA3', not supported"),
        (
            lambda f: edit_config(f, r=4),
            r"embedding.lora_embedding_A in .* is \(3, 40\), .* needs \(4, 40\)",
        ),
        (lambda f: edit_weights(f, lambda w: w.pop("base_model.model.output.lora_A.weight")), "lacks .*output.lora_A"),
        (lambda f: edit_weights(f, lambda w: w.update(x=torch.ones(1))), "has an unknown x"),
        (
            lambda f: edit_weights(f, lambda w: w["base_model.model.output.lora_B.weight"].add_(1)),
            "updates the tied .* unlike the embedding",
        ),
    ],
)
def test_an_adapter_that_does_not_fit_is_refused_and_the_network_stays(
    tmp_path: Path, spoil: Callable[[Path], Any], message: str
) -> None:
    save_adapter(adapted(tied=True), tmp_path)
    spoil(tmp_path)
    network = build(tied=True)
    before = network(TOKENS)
    with pytest.raises(UsageError, match=message):
        load_adapter(network, tmp_path)
    assert torch.equal(network(TOKENS), before)
    assert all(parameter.requires_grad for parameter in network.parameters())


def test_what_makes_no_sense_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"lora\.rank must be at least 1, got 0"):
        LoraConfig(rank=0)
    with pytest.raises(ValueError, match=r"lora\.alpha must be above 0, got nan"):
        LoraConfig(alpha=float("nan"))
    with pytest.raises(ValueError, match="has LoRA updates already"):
        add_lora(adapted(tied=True), CONFIG)
    with pytest.raises(ValueError, match="no linear layer or embedding"):
        add_lora(nn.LayerNorm(3), CONFIG)
    with pytest.raises(ValueError, match="no LoRA updates to save"):
        save_adapter(build(tied=True), tmp_path)
