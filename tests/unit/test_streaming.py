"""A continuation piece by piece is the one that is written at once, and no piece is ever taken back."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from autonas.completion import Completion
from autonas.errors import UsageError
from autonas.protocols import Trained
from evaluators.benchmark.sampling import sample_completions
from evaluators.generation import generate, pick, steps
from evaluators.streaming import Transcript, stream
from search_spaces.decoder.model import Decoder
from search_spaces.decoder.shape import DecoderShape
from trainer.data.tokenizer import CodeTokenizer

MERGES = [("r", "e"), ("t", "u"), ("re", "tu"), ("Ġ", "Ġ"), ("Ċ", "ĠĠ"), ("Ã", "©")]
TOKENIZER = CodeTokenizer.of_size(MERGES, 257 + len(MERGES))
SHAPE = DecoderShape(
    n_layers=2, d_model=16, n_heads=2, n_kv_heads=1, d_ff=32, activation="swiglu", norm="rmsnorm", position="rope",
    qk_norm=True, tied=True, dropout=0.0, window=0, vocab_size=TOKENIZER.n_vocab,
)  # fmt: skip


@pytest.fixture(scope="module")
def trained() -> Trained:
    network = Decoder(SHAPE, generator=torch.Generator().manual_seed(0)).eval()
    with torch.no_grad():
        network.embedding.weight.mul_(10)
    return Trained(network=network, tokenizer=TOKENIZER, held_out=None, autocast=contextlib.nullcontext)


def streamed(trained: Trained, wanted: Completion) -> list[tuple[str, str]]:
    """Returns each continuation and why it ended."""
    texts, finishes = [""] * wanted.n, [""] * wanted.n
    for pieces in stream(trained, wanted, device="cpu"):
        for piece in pieces:
            assert not finishes[piece.row], "nothing comes after the end"
            texts[piece.row] += piece.text
            finishes[piece.row] = piece.finish or ""
    assert all(finishes)
    return list(zip(texts, finishes, strict=True))


def at_once(trained: Trained, wanted: Completion) -> list[str]:
    (texts,) = sample_completions(
        trained, [wanted.prompt], n=wanted.n, temperature=wanted.temperature, top_p=wanted.top_p,
        n_tokens=wanted.max_tokens, seed=wanted.seed, device="cpu",
    )  # fmt: skip
    return texts


@pytest.mark.parametrize("temperature", [0.0, 0.8, 1.5])
def test_streaming_equals_not_streaming(trained, temperature):
    wanted = Completion(prompt="def f(x):", n=5, temperature=temperature, max_tokens=80, seed=3)
    found = streamed(trained, wanted)
    assert [text for text, _ in found] == at_once(trained, wanted)
    assert len({text for text, _ in found}) == (1 if temperature == 0 else 5)


def test_with_stop_texts_it_ends_before_the_first(trained):
    wanted = Completion(prompt="x =", n=8, temperature=1.5, max_tokens=40)
    whole = at_once(trained, wanted)
    stops = (whole[0][10:13], whole[3][20:23])
    found = streamed(trained, replace(wanted, stop=stops))
    expected = [cut_at_once(text, stops) for text in whole]
    assert [text for text, _ in found] == expected
    assert len(expected[0]) <= 10
    assert len(expected[3]) <= 20
    assert any(text == uncut for text, uncut in zip(expected, whole, strict=True))


def cut_at_once(text: str, stops: Sequence[str]) -> str:
    """What is before the stop text that is complete first, found letter by letter."""
    for end in range(len(text) + 1):
        starts = [end - len(stop) for stop in stops if text[:end].endswith(stop)]
        if starts:
            return text[: min(starts)]
    return text


def told(tokens: Sequence[bytes], *, stops: Sequence[str] = (), space: str = "") -> tuple[list[str], str | None]:
    """Gives a transcript tokens of these bytes, the last as the last, and returns its pieces."""
    transcript, pieces = Transcript(Bytes(tokens), stops, space), []
    for number in range(1, len(tokens) + 1):
        pieces.append(transcript.add(number, last=number == len(tokens)))
        if transcript.finish:
            break
    return pieces, transcript.finish


class Bytes:
    """A tokenizer whose token i has the i-th of the given bytes."""

    end_of_text, n_vocab = 0, 2**16

    def __init__(self, tokens: Sequence[bytes]) -> None:
        self.tokens = tokens

    def encode(self, text: str) -> list[int]:
        raise NotImplementedError

    def decode(self, ids: Sequence[int]) -> str:
        return b"".join(self.tokens[i - 1] for i in ids).decode("utf-8", "replace")


def test_a_character_comes_when_it_is_whole():
    parts = [bytes([byte]) for byte in "aé€🙂b".encode()]
    pieces, finish = told(parts)
    assert pieces == ["a", "", "é", "", "", "€", "", "", "", "🙂", "b"]
    assert finish == "length"
    assert told(parts[:-2])[0][-1] == "\ufffd"  # cut within a character


ANY = st.text(alphabet="ab\n é€🙂\ufffd", max_size=12)


@settings(max_examples=300)
@given(data=st.data(), text=st.one_of(ANY.map(str.encode), st.binary(max_size=12)), stops=st.lists(ANY, max_size=3))
def test_pieces_make_the_text_however_it_is_cut_into_tokens(data, text, stops):
    stops = [stop for stop in stops if stop]
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)) | {0, len(text)})
    tokens = [text[a:b] for a, b in pairwise(cuts)] or [b""]
    pieces, finish = told(tokens, stops=stops)
    whole = text.decode("utf-8", "replace")
    assert "".join(pieces) == cut_at_once(whole, stops)
    assert (finish == "stop") == any(stop in whole for stop in stops)


def test_a_stop_text_across_tokens_is_never_shown_in_part():
    assert told([b"a\n", b"\nd", b"ef x"], stops=["\n\ndef"]) == (["a", "", ""], "stop")
    assert told([b"a\n", b"\nd", b"og x"], stops=["\n\ndef"]) == (["a", "", "\n\ndog x"], "length")
    assert told([b"abc"], stops=["abc", "b"]) == (["a"], "stop")  # as letter by letter


@pytest.mark.parametrize(
    ("space", "tokens", "expected"),
    [
        ("\n", [b"\n    return"], "    return"),
        ("\n    ", [b"\n", b"    ", b"return"], "return"),
        ("\n  ", [b"\n    return"], "  return"),
        (" ", [b"(a)"], "(a)"),
        ("\n\n", [b"\n  x", b"\n\ny"], "  x\n\ny"),
    ],
)
def test_white_space_that_the_prompt_has_is_not_written_twice(space, tokens, expected):
    assert "".join(told(tokens, space=space)[0]) == expected


def test_a_stop_text_does_not_stop_at_the_white_space_of_the_prompt():
    assert told([b"\n", b"return x", b"\nprint"], stops=["\n"], space="\n") == (["", "return x", ""], "stop")


def test_rows_that_the_receiver_ends_leave_the_batch(trained):
    prompts, uniforms = [[5], [6], [7]], np.random.default_rng(0).random((3, 20))
    options = {"temperatures": np.full(3, 1.0), "uniforms": uniforms, "top_p": 0.95, "device": "cpu", "may_end": True}
    expected = generate(trained, prompts, **options)
    drawn, found, sent, sizes = steps(trained, prompts, **options), [], None, []
    while True:
        try:
            _, rows, picked = drawn.send(sent)
        except StopIteration:
            break
        sizes.append(len(rows))
        found += [token for row, token in zip(rows.tolist(), picked.tolist(), strict=True) if row == 1]
        sent = rows != 1
    assert found[: len(expected[1])] == expected[1]
    assert sizes[:2] == [3, 1]


def test_top_k_is_the_nucleus_of_the_most_likely():
    logits = torch.tensor([[3.0, 2.0, 1.0, 0.0]]).repeat(4000, 1)
    chances = (torch.arange(4000) + 0.5) / 4000
    picked = pick(logits, torch.ones(4000), chances, 1.0, top_k=2)
    shares = torch.tensor([3.0, 2.0]).softmax(0)
    torch.testing.assert_close(torch.bincount(picked, minlength=4)[:2] / 4000, shares, atol=1e-3, rtol=0)
    assert set(picked.tolist()) == {0, 1}
    assert set(pick(logits, torch.ones(4000), chances, 0.5, top_k=2).tolist()) == {0}  # 0.73 of the two
    assert torch.equal(pick(logits, torch.ones(4000), chances, 0.9, 99), pick(logits, torch.ones(4000), chances, 0.9))
    assert set(pick(logits, torch.zeros(4000), chances, 0.9, top_k=3).tolist()) == {0}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"prompt": " \n"}, "the prompt is empty"),
        ({"n": 0}, "n must be at least 1, got 0"),
        ({"max_tokens": -1}, "max_tokens must be at least 1, got -1"),
        ({"temperature": 2.5}, r"temperature must lie in \[0, 2\], got 2.5"),
        ({"temperature": float("nan")}, "temperature must lie"),
        ({"top_p": 0.0}, "top_p must be above 0 and at most 1, got 0.0"),
        ({"top_k": 0}, "top_k must be at least 1, got 0"),
        ({"stop": ("a", "")}, "a stop text is empty"),
        ({"seed": -1}, "seed must be at least 0, got -1"),
    ],
)
def test_what_cannot_be_asked_for_is_refused(changes, message):
    with pytest.raises(UsageError, match=message) as error:
        Completion(**{"prompt": "x", **changes})
    assert error.value.hint
