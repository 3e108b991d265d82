"""Sampling equals naive sampling, and prompts are the same Python whatever the vocabulary."""

from __future__ import annotations

import ast
import contextlib
from collections import Counter
from collections.abc import Sequence
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from torch import Tensor, nn

from autonas.errors import AutonasError
from autonas.protocols import HeldOut, Trained
from evaluators import generation
from evaluators.generation import generate, pick
from evaluators.prompts import draw_prompts
from search_spaces.decoder.model import Decoder
from search_spaces.decoder.shape import DecoderShape

SHAPE = DecoderShape(
    n_layers=2, d_model=16, n_heads=2, n_kv_heads=1, d_ff=32, activation="swiglu", norm="rmsnorm",
    position="rope", qk_norm=True, tied=True, dropout=0.0, window=0, vocab_size=150,
)  # fmt: skip


def naive_pick(logits: NDArray[np.float64], temperature: float, chance: float, top_p: float) -> int:
    """Nucleus sampling of one token in float64, most likely first."""
    order = np.argsort(-logits, kind="stable")
    if temperature == 0:
        return int(order[0])
    shares = np.exp((logits - logits.max()) / temperature)
    shares = (shares / shares.sum())[order]
    kept = int(np.searchsorted(np.cumsum(shares), top_p)) + 1
    nucleus = np.cumsum(shares[:kept] / shares[:kept].sum())
    return int(order[min(int(np.searchsorted(nucleus, chance, side="right")), kept - 1)])


@settings(deadline=None)
@given(
    seed=st.integers(0, 10_000),
    spread=st.sampled_from([0.1, 1.0, 4.0]),
    n_vocab=st.sampled_from([5, 128, 300]),
    top_p=st.sampled_from([0.5, 0.95, 1.0]),
)
def test_pick_equals_naive_nucleus_sampling(seed: int, spread: float, n_vocab: int, top_p: float) -> None:
    random = np.random.default_rng(seed)
    logits = random.normal(0, spread, (12, n_vocab))
    temperatures = np.tile([0.0, 0.2, 0.8, 1.0], 3)
    chances = random.random(12)
    picked = pick(torch.from_numpy(logits), torch.from_numpy(temperatures), torch.from_numpy(chances), top_p).tolist()
    expected = [naive_pick(*row, top_p) for row in zip(logits, temperatures, chances, strict=True)]
    assert picked == expected


def test_all_chances_together_give_the_nucleus_distribution() -> None:
    logits = torch.tensor([[2.0, 1.0, 0.0, -9.0]], dtype=torch.float64).repeat(4000, 1)
    picked = pick(logits, torch.ones(4000), (torch.arange(4000) + 0.5) / 4000, 0.95)
    shares = torch.tensor([2.0, 1.0, 0.0]).exp() / torch.tensor([2.0, 1.0, 0.0]).exp().sum()
    counts = torch.bincount(picked, minlength=4) / 4000
    torch.testing.assert_close(counts, torch.cat([shares, torch.zeros(1)]), atol=1e-3, rtol=0)


def subject(network: nn.Module) -> Trained:
    return Trained(
        network=network,
        tokenizer=SimpleNamespace(end_of_text=0, n_vocab=150),
        held_out=None,
        autocast=contextlib.nullcontext,
    )


def fresh() -> Decoder:
    network = Decoder(SHAPE, generator=torch.Generator().manual_seed(0)).eval()
    with torch.no_grad():
        network.embedding.weight.mul_(10)
    return network


PROMPTS = [[1, 2, 3], [4, 5, 6, 7, 8, 9], [10], [11, 12, 13]]


def test_rows_equal_uncached_generation_one_at_a_time() -> None:
    network, uniforms = fresh(), np.random.default_rng(0).random((4, 9))
    temperatures = np.array([0.0, 0.5, 1.0, 0.8])
    together = generate(
        subject(network), PROMPTS, temperatures=temperatures, uniforms=uniforms, top_p=0.95, device="cpu"
    )
    for row, prompt in enumerate(PROMPTS):
        tokens = list(prompt)
        for chance in uniforms[row]:
            with torch.no_grad():
                logits = network(torch.tensor([tokens]))[0, -1].double().numpy()
            logits[0] = -np.inf
            tokens.append(naive_pick(logits, temperatures[row], float(np.float32(chance)), 0.95))
        assert together[row] == tokens[len(prompt) :]


def test_a_row_does_not_depend_on_its_neighbours() -> None:
    uniforms = np.random.default_rng(0).random((4, 7))
    settings_ = {"top_p": 0.95, "device": "cpu"}
    whole = generate(subject(fresh()), PROMPTS, temperatures=np.full(4, 0.8), uniforms=uniforms, **settings_)
    alone = generate(subject(fresh()), PROMPTS[2:3], temperatures=np.full(1, 0.8), uniforms=uniforms[2:3], **settings_)
    assert alone == whole[2:3]


def test_end_of_text_is_never_drawn() -> None:
    class Silent(nn.Module):
        def new_cache(self, *, batch_size: int, max_tokens: int) -> None:
            del batch_size, max_tokens

        def forward(self, tokens: Tensor, cache: None = None) -> Tensor:
            del cache
            return torch.tensor([9.0, 1.0, 0.0]).expand(*tokens.shape, 3).clone()

    rows = generate(
        subject(Silent()),
        [[1], [1]],
        temperatures=np.array([0.0, 0.8]),
        uniforms=np.random.default_rng(0).random((2, 30)),
        top_p=0.95,
        device="cpu",
    )
    assert rows[0] == [1] * 30
    assert set(rows[1]) == {1, 2}


@pytest.mark.parametrize("n_likely", [(4,), (2, 16, 64), (149,)])
def test_few_likely_tokens_and_all_tokens_agree(n_likely: tuple[int, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    logits = torch.randn(64, 150, generator=torch.Generator().manual_seed(0)) * torch.linspace(0.1, 8, 64)[:, None]
    heat, chances = torch.full((64,), 0.7), torch.rand(64, generator=torch.Generator().manual_seed(1))
    monkeypatch.setattr(generation, "N_LIKELY", n_likely)
    few = pick(logits, heat, chances, 0.95)
    monkeypatch.setattr(generation, "N_LIKELY", (150,))
    assert torch.equal(few, pick(logits, heat, chances, 0.95))


class Countdown(nn.Module):
    """Writes one less than the token before, and remembers how many rows it was given each time."""

    def __init__(self, *, lets_go: bool = True) -> None:
        super().__init__()
        self.lets_go, self.sizes = lets_go, []

    def new_cache(self, *, batch_size: int, max_tokens: int) -> object:
        del batch_size, max_tokens
        return SimpleNamespace(select=list) if self.lets_go else None

    def forward(self, tokens: Tensor, cache: object) -> Tensor:
        del cache
        self.sizes.append(len(tokens))
        return nn.functional.one_hot((tokens - 1).clamp(min=0), 12).float()


def count_down(network: Countdown, starts: Sequence[int], n_new: int, *, may_end: bool = True) -> list[list[int]]:
    return generate(
        subject(network),
        [[start] for start in starts],
        temperatures=np.zeros(len(starts)),
        uniforms=np.zeros((len(starts), n_new)),
        top_p=0.95,
        device="cpu",
        may_end=may_end,
    )


def test_rows_that_have_ended_leave_the_batch_and_generation_stops_with_the_last() -> None:
    network = Countdown()
    assert count_down(network, [1, 8, 3, 2], 11) == [[], [7, 6, 5, 4, 3, 2, 1], [2, 1], [1]]
    assert network.sizes == [4, 4, 2, 1, 1, 1, 1, 1]  # half of the rows have ended after two tokens


def test_a_row_is_as_long_as_asked_for_where_it_does_not_end() -> None:
    assert count_down(Countdown(), [9, 3], 4) == [[8, 7, 6, 5], [2, 1]]
    assert all(len(row) == 4 and 0 not in row for row in count_down(Countdown(), [9, 3], 4, may_end=False))


def test_a_cache_that_cannot_let_go_of_rows_keeps_them() -> None:
    network = Countdown(lets_go=False)
    assert count_down(network, [1, 4, 2], 9) == [[], [3, 2, 1], [1]]
    assert network.sizes == [3, 3, 3, 3]


def test_rows_that_end_equal_uncached_generation_one_at_a_time() -> None:
    network, uniforms = fresh(), np.random.default_rng(1).random((12, 30))
    temperatures = np.tile([0.0, 0.8, 1.0, 1.2], 3)
    random = np.random.default_rng(2)
    prompts = [random.integers(1, 150, length).tolist() for length in random.integers(1, 7, 12)]
    expected = []
    for prompt, temperature, row in zip(prompts, temperatures, uniforms, strict=True):
        tokens = list(prompt)
        for chance in row:
            with torch.no_grad():
                logits = network(torch.tensor([tokens]))[0, -1].double().numpy()
            tokens.append(naive_pick(logits, temperature, float(np.float32(chance)), 0.95))
        expected.append(tokens[len(prompt) :])
    end = Counter(token for row in expected for token in set(row)).most_common(1)[0][0]  # of text: many rows draw it
    cut = [row[: row.index(end)] if end in row else row for row in expected]
    assert len({len(row) for row in cut}) > 3
    trained = subject(network)
    trained.tokenizer.end_of_text = end
    found = generate(
        trained, prompts, temperatures=temperatures, uniforms=uniforms, top_p=0.95, device="cpu", may_end=True
    )
    assert found == cut


class Characters:
    """A tokenizer of characters, or of pairs of characters."""

    end_of_text, n_vocab = 0, 2**17

    def __init__(self, pair: int) -> None:
        self.pair = pair

    def encode(self, text: str) -> list[int]:
        return [
            1 + sum(ord(c) << (8 * k) for k, c in enumerate(text[i : i + self.pair]))
            for i in range(0, len(text), self.pair)
        ]

    def decode(self, ids: Sequence[int]) -> str:
        return "".join(chr(part) for i in ids for part in [(i - 1) & 255, (i - 1) >> 8][: self.pair] if part)


SOURCE = '''"""Module."""
import os


def first{n}(a, b):
    if a > b:
        return os.path.join(a, b)
    total = 0
    for item in range(a):
        total += item * b
    return total


class Second{n}:
    def area(self):
        return self.width * self.height

    def name(self):
        return "second"

    def rest(self):
        values = [self.area() for _ in range(10)]
        return sorted(values)[0]


def third{n}(a):
    """Prose."""
    return a
'''


def corpus(n_documents: int, pair: int) -> HeldOut:
    texts = [SOURCE.replace("{n}", f"_{n}") for n in range(n_documents)]
    documents = [[*Characters(pair).encode(text), 0] for text in texts]
    return HeldOut(
        tokens=np.array([token for document in documents for token in document]),
        starts=np.cumsum([0, *map(len, documents)]),
        n_bytes=np.array([len(text) for text in texts]),
    )


def test_prompts_are_the_same_text_in_every_vocabulary() -> None:
    one = draw_prompts(corpus(20, 1), Characters(1), per_kind=16, real_bytes=100, shown_bytes=240, seed=0)
    two = draw_prompts(corpus(20, 2), Characters(2), per_kind=16, real_bytes=100, shown_bytes=240, seed=0)
    assert one == two
    assert [prompt.kind for prompt in one] == ["short"] * 16 + ["few_shot"] * 16
    assert one != draw_prompts(corpus(20, 1), Characters(1), per_kind=16, real_bytes=100, shown_bytes=240, seed=1)


def test_prompts_and_what_follows_them_are_python() -> None:
    prompts = draw_prompts(corpus(20, 1), Characters(1), per_kind=16, real_bytes=100, shown_bytes=240, seed=0)
    for prompt in prompts:
        ast.parse(prompt.text + prompt.real)
        assert len(prompt.real) >= 100
        assert prompt.text.endswith(":")
        assert prompt.real.startswith("\n    ")
        assert "Prose" not in prompt.text
        assert prompt.text.endswith(prompt.head)
        assert (prompt.text == prompt.head) == (prompt.kind == "short")
        assert prompt.kind == "short" or 190 <= len(prompt.text) - len(prompt.head) < 190 + 102


def test_too_little_held_out_text_is_an_error_with_a_hint() -> None:
    with pytest.raises(AutonasError, match="has 6 functions and classes to continue, at least 16 are needed") as error:
        draw_prompts(corpus(3, 1), Characters(1), per_kind=16, real_bytes=100, shown_bytes=240, seed=0)
    assert "add Python source" in error.value.hint
