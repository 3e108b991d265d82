"""What transformers loads computes what the network computes: logits, greedy continuations, beams, padding, loss."""

from __future__ import annotations

import json
import random
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from exporting import CONTEXT, OWN, PLAIN, STATES, TEXT, export, greedy, name_of, need, random_ids, trained
from torch import Tensor

from autonas.promotion_protocols import ExportRequest
from autonas.resolve import resolve_study
from search_spaces.decoder.export import hf
from search_spaces.decoder.shape import DecoderShape

TOLERANCE = 1e-4


@pytest.fixture(autouse=True)
def transformers():
    """The real library."""
    need("transformers")
    import transformers

    transformers.logging.disable_progress_bar()
    return transformers


@pytest.fixture
def loaded(transformers, tmp_path: Path):
    """Exports a shape; returns the network and what transformers has made of it. Without remote code where plain."""

    def load(shape: DecoderShape):
        subject = trained(shape)
        export(tmp_path, subject, "hf")
        model, info = transformers.AutoModelForCausalLM.from_pretrained(
            tmp_path, trust_remote_code=shape not in PLAIN, output_loading_info=True
        )
        assert not any(info[kind] for kind in ("missing_keys", "unexpected_keys", "mismatched_keys"))
        return subject.network, model

    return load


def generate(model, ids: Tensor, **options) -> Tensor:
    return model.generate(ids, do_sample=False, eos_token_id=None, pad_token_id=0, **options)


@torch.no_grad()
@pytest.mark.parametrize("shape", [*PLAIN, *OWN, *STATES], ids=name_of)
def test_logits_and_greedy_tokens_are_the_networks(loaded, shape):
    network, model = loaded(shape)
    ids = random_ids(3, CONTEXT)
    logits = network(ids)
    assert logits.std() > 0.5  # else closeness would say nothing
    torch.testing.assert_close(model(ids).logits, logits, atol=TOLERANCE, rtol=0)
    torch.testing.assert_close(model(ids, logits_to_keep=1).logits, logits[:, -1:], atol=TOLERANCE, rtol=0)
    assert torch.equal(generate(model, ids[:, :9], max_new_tokens=10), greedy(network, ids[:, :9], 10))


@torch.no_grad()
def test_every_shape_of_the_default_study_can_be_exported():
    """Drawn at random, small: what differs between such shapes does not depend on their sizes."""
    from search_spaces.decoder.export.configuration_autonas import AutonasConfig
    from search_spaces.decoder.export.modeling_autonas import AutonasForCausalLM

    space = resolve_study("codelm", device="cpu", overrides=()).study.space
    space = replace(space, widths=(32, 48), layers=(1, 2, 3, 5), vocab_sizes=(400,), windows=(0, 6))
    generator, families = random.Random(0), set()
    for _ in range(40):
        shape = space.decode({gene.name: generator.choice(gene.choices) for gene in space.genes})
        subject = trained(shape)
        wanted = ExportRequest(format="hf", folder=Path(), name="random", context=CONTEXT)
        config, tensors = hf._own(shape, subject.network, wanted)
        model = AutonasForCausalLM(AutonasConfig(**config)).eval()
        missing, unexpected = model.load_state_dict(tensors, strict=False)
        assert (missing, unexpected) == (["lm_head.weight"] if shape.tied else [], [])
        model.tie_weights()
        ids = random_ids(2, 40)
        torch.testing.assert_close(model(ids).logits, subject.network(ids), atol=TOLERANCE, rtol=0)
        families |= {shape.mixer}
    assert families == {"attention", "deltanet", "mamba2", "rwkv7"}


@pytest.mark.parametrize("shape", PLAIN, ids=name_of)
def test_plain_shapes_are_transformers_own(loaded, tmp_path, shape):
    _, model = loaded(shape)
    assert type(model).__name__ == ("Qwen3ForCausalLM" if shape.qk_norm else "LlamaForCausalLM")
    assert type(model).__module__.startswith("transformers.models.")
    assert not list(tmp_path.glob("*.py"))
    assert "auto_map" not in json.loads((tmp_path / "config.json").read_text())


@torch.no_grad()
@pytest.mark.parametrize("shape", [OWN[1], OWN[2], OWN[5], *STATES[1:4], STATES[5]], ids=name_of)
def test_padding_beams_and_steps_change_nothing(loaded, shape):
    network, model = loaded(shape)
    ids, cut = random_ids(2, 12), 5
    alone = greedy(network, ids[1:, cut:], 6)
    mask = torch.ones_like(ids)
    padded = ids.clone()
    padded[1, :cut], mask[1, :cut] = 0, 0
    both = generate(model, padded, attention_mask=mask, max_new_tokens=6)
    assert torch.equal(both[1:, cut:], alone)
    assert torch.equal(both[:1], greedy(network, ids[:1], 6))
    beams = [generate(model, ids, max_new_tokens=4, num_beams=2, use_cache=use) for use in (True, False)]
    assert torch.equal(*beams)
    first = model(ids[:, :7], use_cache=True)
    name = "cache" if "cache" in first else "past_key_values"
    rest = model(ids[:, 7:], **{name: first[name]})
    torch.testing.assert_close(rest.logits, network(ids)[:, 7:], atol=TOLERANCE, rtol=0)


@pytest.mark.parametrize("shape", [OWN[0], *STATES[2:5]], ids=name_of)
def test_it_trains_and_is_saved_again(loaded, transformers, tmp_path, shape):
    network, model = loaded(shape)
    ids = random_ids(2, 20)
    loss = model(ids, labels=ids).loss
    torch.testing.assert_close(loss, network.loss(ids[:, :-1], ids[:, 1:]), atol=TOLERANCE, rtol=0)
    loss.backward()
    assert all(parameter.grad is not None for parameter in model.parameters())
    assert (model.lm_head.weight is model.model.embed_tokens.weight) == shape.tied
    model.save_pretrained(tmp_path / "again")
    again = transformers.AutoModelForCausalLM.from_pretrained(tmp_path / "again", trust_remote_code=True)
    torch.testing.assert_close(again(ids).logits, model(ids).logits, atol=0, rtol=0)


@pytest.mark.parametrize(
    ("shape", "why"),
    [(OWN[0], "remembers one token"), (STATES[1], "holds all tokens"), (STATES[5], "holds all tokens")],
)
def test_what_cannot_be_undone_or_skipped_is_refused(loaded, transformers, shape, why):
    _, model = loaded(shape)
    ids = random_ids(1, 4)
    first = model(ids)
    name = "cache" if "cache" in first else "past_key_values"
    for cache in (transformers.DynamicCache(config=model.config), transformers.DynamicCache()):
        with pytest.raises(ValueError, match="needs its own cache"):
            model(ids, **{name: cache})
    with pytest.raises(ValueError, match="assisted generation is not supported with stateful models"):
        generate(model, ids, assistant_model=model, max_new_tokens=4)
    with pytest.raises(NotImplementedError, match=f"cannot go back: .* {why}"):
        first[name].crop(-1)
    with pytest.raises(ValueError, match="takes no padding between tokens: pad on the left"):
        model(ids, attention_mask=torch.tensor([[1, 0, 1, 1]]))
    right = model(ids, attention_mask=torch.tensor([[1, 1, 1, 0]]))  # what comes after it is another matter
    with pytest.raises(ValueError, match="takes no padding between tokens: pad on the left"):
        model(ids[:, :1], attention_mask=torch.tensor([[1, 1, 1, 0, 1]]), **{name: right[name]})


@torch.no_grad()
@pytest.mark.parametrize("shape", STATES[:3], ids=name_of)
def test_a_state_does_not_grow_and_is_handled_like_any_cache(loaded, shape):
    network, model = loaded(shape)
    ids = random_ids(2, 30)
    first = model(ids[:, :9])
    name = "cache" if "cache" in first else "past_key_values"
    cache = first[name]

    def size() -> int:
        return sum(layer.kept.state.numel() + sum(x.numel() for x in layer.recent.values()) for layer in cache.layers)

    before = size()
    model(ids[:, 9:29], **{name: cache})
    assert (size(), cache.get_seq_length()) == (before, 29)
    cache.batch_repeat_interleave(2)
    cache.batch_select_indices(torch.tensor([3, 0]))
    rest = model(ids[:, 29:].flip(0), **{name: cache}).logits
    torch.testing.assert_close(rest, network(ids)[:, 29:].flip(0), atol=TOLERANCE, rtol=0)
    cache.reset()
    assert cache.get_seq_length() == 0
    torch.testing.assert_close(model(ids, **{name: cache}).logits, network(ids), atol=TOLERANCE, rtol=0)


@torch.no_grad()
@pytest.mark.parametrize("shape", STATES[2:4], ids=name_of)
def test_half_precision_leaves_the_recurrence_in_float32(loaded, transformers, tmp_path, shape):
    network, _ = loaded(shape)
    half = transformers.AutoModelForCausalLM.from_pretrained(tmp_path, trust_remote_code=True, dtype=torch.bfloat16)
    assert half.model.layers[0].mixer.query.weight.dtype == torch.bfloat16
    ids = random_ids(2, 12)
    expected = network(ids)
    found = half(ids)
    assert (found.logits.float() - expected).norm() < 0.15 * expected.norm()
    assert generate(half, ids, max_new_tokens=3).shape == (2, 15)
    assert found["cache" if "cache" in found else "past_key_values"].layers[0].kept.state.dtype == torch.float32


@pytest.mark.parametrize(
    ("shape", "families"),
    [(OWN[3], set()), (STATES[2], {"rwkv7"}), (STATES[3], {"deltanet"}), (STATES[4], {"mamba2"})],
    ids=["attention", "rwkv7", "deltanet", "mamba2"],
)
def test_the_code_that_travels_needs_nothing_of_this_project(loaded, tmp_path, shape, families):
    loaded(shape)
    from transformers.dynamic_module_utils import get_imports

    files = {path.stem: path for path in tmp_path.glob("*.py")}
    assert set(files) & {"deltanet", "mamba2", "rwkv7"} == families
    assert ("recurrent" in files) == bool(families)
    used = {name for path in files.values() for name in get_imports(path)}
    assert used - sys.stdlib_module_names == {"torch", "transformers"}


@pytest.mark.parametrize("shape", [PLAIN[1], PLAIN[2], OWN[0]], ids=name_of)
def test_the_tokenizer_gives_the_ids_of_the_training(transformers, tmp_path, shape):
    subject = trained(shape)
    export(tmp_path, subject, "hf")
    tokenizer = transformers.AutoTokenizer.from_pretrained(tmp_path, trust_remote_code=shape in OWN)
    ids = subject.tokenizer.encode(TEXT)
    assert tokenizer(TEXT)["input_ids"] == ids
    assert tokenizer.decode(ids) == TEXT
    assert subject.tokenizer.end_of_text not in ids  # spelled in a text, it is no end
    assert (tokenizer.eos_token_id, tokenizer.pad_token_id) == (0, 0)
    assert tokenizer.decode([*ids, 0], skip_special_tokens=True) == TEXT
    batch = tokenizer([TEXT, "x"], padding=True)
    assert batch["attention_mask"][1] == [0] * (len(ids) - 1) + [1]
    assert tokenizer.model_max_length == CONTEXT


def test_generation_ends_at_the_end_of_a_text(loaded):
    _, model = loaded(PLAIN[0])
    assert model.generation_config.eos_token_id == 0
    with torch.no_grad():
        model.lm_head.weight.zero_()  # all tokens alike: the first of them is the most likely one
    assert model.generate(random_ids(1, 4), attention_mask=torch.ones(1, 4)).shape == (1, 5)
