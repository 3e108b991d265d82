"""The loss is the plain negative log-likelihood, each token once, of the same text for every vocabulary."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor, nn

from autonas.errors import CandidateError
from autonas.protocols import Context, HeldOut, Trained
from evaluators.copying import Copying
from evaluators.loss import Loss, _windows, choose_documents, document_nats, plausible_floor
from evaluators.size import Size
from search_spaces.decoder.model import Decoder
from search_spaces.decoder.shape import DecoderShape

SHAPE = DecoderShape(
    n_layers=1, d_model=16, n_heads=2, n_kv_heads=1, d_ff=32, activation="swiglu", norm="rmsnorm",
    position="rope", qk_norm=True, tied=True, dropout=0.0, window=0, vocab_size=257,
)  # fmt: skip


class Bytes:
    """A tokenizer of single bytes, or of pairs of them."""

    end_of_text = 256
    n_vocab = 257

    def encode(self, text: str) -> list[int]:
        return list(text.encode())

    def decode(self, ids: Sequence[int]) -> str:
        return bytes(ids).decode(errors="replace")


def held_out(texts: Sequence[str]) -> HeldOut:
    documents = [[*text.encode(), 256] for text in texts]
    starts = np.cumsum([0, *map(len, documents)])
    tokens = np.array([token for document in documents for token in document], dtype=np.uint16)
    return HeldOut(tokens=tokens, starts=starts, n_bytes=np.array([len(text.encode()) for text in texts]))


def trained(network: nn.Module, texts: Sequence[str] = ("",), **changes: object) -> Trained:
    subject = Trained(network=network, tokenizer=Bytes(), held_out=held_out(texts), autocast=contextlib.nullcontext)
    return replace(subject, **changes)


def decoder() -> Decoder:
    return Decoder(SHAPE, generator=torch.Generator().manual_seed(0)).eval()


@pytest.fixture
def context(tmp_path: Path) -> Context:
    return Context(seed=0, device="cpu", cache=tmp_path, folder=tmp_path)


TEXTS = ["def f(x):\n    return x\n" * n for n in (1, 3, 7, 2, 5, 30)]


@given(length=st.integers(1, 60), window=st.integers(8, 24))
def test_each_token_is_scored_once_with_a_quarter_of_the_window_behind_it(length: int, window: int) -> None:
    document = np.arange(100, 100 + length)
    scored: list[int] = []
    for number, (read, wanted) in enumerate(_windows(document, window, 7)):
        assert len(read) == len(wanted) <= window
        places = np.flatnonzero(wanted >= 0)
        assert len(places)
        assert number == 0 or places[0] >= window // 4
        for place in places:
            assert read[place] == (7 if wanted[place] == 100 else wanted[place] - 1)
        scored += wanted[places].tolist()
    assert scored == document.tolist()


def test_document_in_one_window_equals_naive_likelihood() -> None:
    network, subject = decoder(), trained(decoder(), TEXTS)
    nats = document_nats(subject, np.array([0, 2]), window=256, device="cpu")
    for index, value in zip((0, 2), nats, strict=True):
        tokens = torch.tensor([[256, *TEXTS[index].encode(), 256]])
        expected = F.cross_entropy(network(tokens[:, :-1])[0], tokens[0, 1:], reduction="sum")
        assert value == pytest.approx(expected.item(), rel=1e-5)


def test_uniform_network_scores_exactly_eight_bits(context: Context) -> None:
    network = decoder()
    nn.init.zeros_(network.norm.weight)  # all logits are zero, so each byte costs log2(257) bits
    scores = Loss(context=32, max_bytes=40_000).evaluate(trained(network, TEXTS), context)
    n_bytes = sum(map(len, TEXTS))
    expected = math.log2(257) * (n_bytes + len(TEXTS)) / n_bytes
    assert scores["loss"] == pytest.approx(expected, rel=1e-6)
    assert scores["loss.low"] <= scores["loss"] <= scores["loss.high"]


def test_scores_repeat_exactly_and_batches_do_not_matter(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    evaluator, subject = Loss(context=32, max_bytes=40_000), trained(decoder(), TEXTS)
    first = evaluator.evaluate(subject, context)
    assert evaluator.evaluate(subject, context) == first
    monkeypatch.setattr("evaluators.loss.BATCH_TOKENS", 1)
    assert evaluator.evaluate(subject, context)["loss"] == pytest.approx(first["loss"], rel=1e-5)


@given(sizes=st.lists(st.integers(0, 400), min_size=1, max_size=60), seed=st.integers(0, 5))
def test_chosen_documents_fit_and_are_never_empty(sizes: list[int], seed: int) -> None:
    if not any(0 < size <= 200 for size in sizes):
        with pytest.raises(CandidateError, match="no held-out document has between 1 and 200 bytes"):
            choose_documents(sizes, max_bytes=1600, seed=seed)
        return
    chosen = choose_documents(sizes, max_bytes=1600, seed=seed)
    taken = np.array(sizes)[chosen]
    assert len(chosen) == len(set(chosen.tolist()))
    assert (taken > 0).all()
    assert (taken <= 200).all()
    assert taken.sum() <= 1600
    assert taken.sum() >= min(1600 - 200, sum(size for size in sizes if 0 < size <= 200))


class Oracle(nn.Module):
    """Knows the text that comes: what a leak amounts to."""

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(1000))
        self.streams = [torch.tensor([256, *text.encode(), 256, 256]) for text in texts]

    def forward(self, tokens: Tensor) -> Tensor:
        logits = torch.zeros(*tokens.shape, 257)
        for row, read in enumerate(tokens):
            stream = next(s for s in self.streams if torch.equal(s[: min(len(s), 8)], read[: min(len(s), 8)]))
            targets = F.pad(stream[1:], (0, max(0, len(read) - len(stream) + 1)))[: len(read)]
            logits[row, torch.arange(len(read)), targets] = 15.0
        return logits


def test_loss_too_good_to_be_true_is_an_alarm(context: Context) -> None:
    texts = ["a unique beginning of text one", "not the same as the beginning above"]
    subject = trained(Oracle(texts), texts, curve=[{"step": 1, "tokens": 1e6, "loss": 1.0}])
    with pytest.raises(CandidateError, match=r"loss of 0\.\d+ bits per byte is below .* 1\.00M tokens") as error:
        Loss(context=64).evaluate(subject, context)
    assert error.value.reason == "implausible"
    assert Loss(context=64, alarm=False).evaluate(subject, context)["loss"] < 0.1


@given(parameters=st.floats(1e4, 1e9), tokens=st.floats(1e4, 1e12))
def test_floor_falls_with_size_and_training_and_never_to_zero(parameters: float, tokens: float) -> None:
    floor = plausible_floor(parameters=parameters, tokens=tokens)
    assert floor > plausible_floor(parameters=2 * parameters, tokens=tokens) > 0.35
    assert floor > plausible_floor(parameters=parameters, tokens=2 * tokens) > 0.35


def test_floor_lies_far_below_what_is_reached() -> None:
    assert plausible_floor(parameters=3e6, tokens=6.6e6) < 0.6 * 1.20
    assert plausible_floor(parameters=3e6, tokens=math.inf) > 0.5


def test_loss_that_is_not_finite_fails_the_candidate(context: Context) -> None:
    network = decoder()
    nn.init.constant_(network.norm.weight, float("nan"))
    with pytest.raises(CandidateError, match="held-out loss is nan") as error:
        Loss().evaluate(trained(network, TEXTS), context)
    assert error.value.reason == "not finite"


def test_network_can_train_on_after_it_was_scored(context: Context) -> None:
    """What a network keeps between calls, such as its angles, must not be made unfit for gradients."""
    network = Decoder(replace(SHAPE, d_model=20))
    for evaluator in (Loss(context=31), Copying(length=13)):
        evaluator.evaluate(trained(network, TEXTS), context)
    for length in (31, 26, 33, 41):
        tokens = torch.zeros(1, length, dtype=torch.int64)
        network.loss(tokens, tokens).backward()
        assert network.embedding.weight.grad is not None


class Copier(nn.Module):
    """Predicts what followed the last occurrence of a token."""

    def forward(self, tokens: Tensor) -> Tensor:
        logits = torch.zeros(*tokens.shape, 257)
        for row in range(len(tokens)):
            follower: dict[int, int] = {}
            for place, token in enumerate(tokens[row].tolist()):
                if place:
                    follower[int(tokens[row, place - 1])] = token
                if token in follower:
                    logits[row, place, follower[token]] = 8.0
        return logits


def test_copying_tells_a_copier_from_a_fresh_network(context: Context) -> None:
    evaluator = Copying(length=16, rows=8)
    copier = evaluator.evaluate(trained(Copier()), context)
    fresh = evaluator.evaluate(trained(decoder()), context)
    assert copier["copying"] < 2.5
    assert copier["copying_ratio"] < 0.5
    assert fresh["copying"] == pytest.approx(math.log(257), abs=0.5)
    assert fresh["copying_ratio"] == pytest.approx(1, abs=0.1)


def test_predicting_random_tokens_is_an_alarm(context: Context) -> None:
    class Leak(nn.Module):
        def forward(self, tokens: Tensor) -> Tensor:
            return 6.0 * F.one_hot(F.pad(tokens[:, 1:], (0, 1)), 257)

    with pytest.raises(CandidateError, match=r"random tokens were predicted: .* chance is 5\.549") as error:
        Copying(length=16).evaluate(trained(Leak()), context)
    assert error.value.reason == "implausible"


def test_size_is_the_shape_s_own_count(context: Context) -> None:
    sizes = Size(context=128).evaluate(SHAPE, context)
    assert sizes == {
        "parameters": sum(p.numel() for p in decoder().parameters()),
        "parameters_non_embedding": SHAPE.parameters - 257 * 16,
        "flops_per_token": SHAPE.flops_per_token(128),
    }
    assert Size().stage == "shape"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Loss(context=4), "context must be at least 8 tokens, got 4"),
        (lambda: Loss(max_bytes=10), "max_bytes must be at least 1024, got 10"),
        (lambda: Copying(length=1), "length must be at least 2 tokens, got 1"),
        (lambda: Copying(rows=0), "rows must be at least 1, got 0"),
        (lambda: Size(context=0), "context must be at least 1 token, got 0"),
    ],
)
def test_bad_fields_are_refused(make: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        make()
