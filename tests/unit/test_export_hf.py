"""What transformers loads computes what the network computes: logits, greedy continuations, beams, padding, loss."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from exporting import CONTEXT, OWN, PLAIN, TEXT, export, greedy, name_of, need, random_ids, trained
from torch import Tensor

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
            tmp_path, trust_remote_code=shape in OWN, output_loading_info=True
        )
        assert not any(info[kind] for kind in ("missing_keys", "unexpected_keys", "mismatched_keys"))
        return subject.network, model

    return load


def generate(model, ids: Tensor, **options) -> Tensor:
    return model.generate(ids, do_sample=False, eos_token_id=None, pad_token_id=0, **options)


@torch.no_grad()
@pytest.mark.parametrize("shape", [*PLAIN, *OWN], ids=name_of)
def test_logits_and_greedy_tokens_are_the_networks(loaded, shape):
    network, model = loaded(shape)
    ids = random_ids(3, CONTEXT)
    logits = network(ids)
    assert logits.std() > 0.5  # else closeness would say nothing
    torch.testing.assert_close(model(ids).logits, logits, atol=TOLERANCE, rtol=0)
    torch.testing.assert_close(model(ids, logits_to_keep=1).logits, logits[:, -1:], atol=TOLERANCE, rtol=0)
    assert torch.equal(generate(model, ids[:, :9], max_new_tokens=10), greedy(network, ids[:, :9], 10))


@pytest.mark.parametrize("shape", PLAIN, ids=name_of)
def test_plain_shapes_are_transformers_own(loaded, tmp_path, shape):
    _, model = loaded(shape)
    assert type(model).__name__ == ("Qwen3ForCausalLM" if shape.qk_norm else "LlamaForCausalLM")
    assert type(model).__module__.startswith("transformers.models.")
    assert not list(tmp_path.glob("*.py"))
    assert "auto_map" not in json.loads((tmp_path / "config.json").read_text())


@torch.no_grad()
@pytest.mark.parametrize("shape", [OWN[1], OWN[2], OWN[5]], ids=name_of)
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


def test_it_trains_and_is_saved_again(loaded, transformers, tmp_path):
    network, model = loaded(OWN[0])
    ids = random_ids(2, 20)
    loss = model(ids, labels=ids).loss
    torch.testing.assert_close(loss, network.loss(ids[:, :-1], ids[:, 1:]), atol=TOLERANCE, rtol=0)
    loss.backward()
    assert all(parameter.grad is not None for parameter in model.parameters())
    assert model.lm_head.weight is model.model.embed_tokens.weight
    model.save_pretrained(tmp_path / "again")
    again = transformers.AutoModelForCausalLM.from_pretrained(tmp_path / "again", trust_remote_code=True)
    torch.testing.assert_close(again(ids).logits, model(ids).logits, atol=0, rtol=0)


def test_what_a_token_shift_cannot_do_is_refused(loaded, transformers):
    _, model = loaded(OWN[0])
    ids = random_ids(1, 4)
    name = "cache" if "cache" in model(ids) else "past_key_values"
    with pytest.raises(ValueError, match="needs its own cache"):
        model(ids, **{name: transformers.DynamicCache(config=model.config)})
    with pytest.raises(ValueError, match="assisted generation is not supported with stateful models"):
        generate(model, ids, assistant_model=model, max_new_tokens=4)


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
