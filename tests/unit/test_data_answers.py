"""Batches of answers: every example once an epoch and alone, targets on answers and ends, ids that generation meets."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from autonas.errors import UsageError
from search_spaces.decoder.model import Decoder
from search_spaces.decoder.shape import DecoderShape
from trainer.data.answers import IGNORED, AnswerBatches, prompt_ids
from trainer.data.instructions import Example
from trainer.data.tokenizer import CodeTokenizer, train_merges

TEXTS = [path.read_text() for path in sorted(Path(re.__file__).parent.glob("*.py"))]
TOKENIZER = CodeTokenizer.of_size(train_merges(TEXTS, largest=600), 600)
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def example(n: int, name: str = "f") -> Example:
    return Example(prompt=f'def {name}(x):\n    """Add {n}."""\n', answer=f"    return x + {'1' * n}\n", source="given")


EXAMPLES = [example(1 + k % 9, f"{a}{b}") for k, (a, b) in enumerate(zip(LETTERS * 3, LETTERS[7:] * 4, strict=False))]


def batches(examples: list[Example] = EXAMPLES, **changes: Any) -> AnswerBatches:
    settings = {"batch_tokens": 3 * 64, "context": 64, "seed": 0} | changes
    return AnswerBatches(examples, TOKENIZER, **settings)


def taught(tokens: Any, targets: Any) -> Counter[tuple[str, str]]:
    """The prompt and answer of each row of a piece, read back from it."""
    found: Counter[tuple[str, str]] = Counter()
    for row, aims in zip(tokens.tolist(), targets.tolist(), strict=True):
        first = next(k for k, aim in enumerate(aims) if aim != IGNORED)
        end = aims.index(TOKENIZER.end_of_text)
        assert aims[first:end] == row[first + 1 : end + 1]  # the answer follows from what is read
        assert set(aims[end + 1 :]) <= {IGNORED}, "one example a row"
        assert set(row[end + 1 :]) <= {TOKENIZER.end_of_text}
        found[TOKENIZER.decode(row[: first + 1]), TOKENIZER.decode(aims[first:end])] += 1
    return found


def split(examples: list[Example]) -> Counter[tuple[str, str]]:
    return Counter((e.prompt.rstrip(), "\n" + e.answer) for e in examples)


def test_every_epoch_teaches_every_example_once() -> None:
    one = batches(batch_tokens=64)  # a piece a batch
    n = round(one.batches_per_epoch)
    assert n == one.batches_per_epoch
    for epoch in range(3):
        pieces = [piece for i in range(epoch * n, (epoch + 1) * n) for piece in one.batch(i)]
        assert sum((taught(*piece) for piece in pieces), Counter()) == split(EXAMPLES)


def test_targets_are_answers_and_ends_alone_and_no_row_is_without() -> None:
    three = batches()
    n, n_tokens, n_targets, n_read = round(40 * three.batches_per_epoch), 0, 0, 0
    for i in range(n):
        pieces = three.batch(i)
        assert len(pieces) == 3
        for tokens, targets in pieces:
            assert tokens.shape == targets.shape
            assert tokens.dtype == targets.dtype == np.int64
            assert ((targets != IGNORED).sum(axis=1) > 0).all()
            assert (tokens >= 0).all()
            n_tokens += tokens.size
            n_targets += int((targets != IGNORED).sum())
            n_read += sum(taught(tokens, targets).values())
        assert sum(tokens.size for tokens, _ in pieces) <= 3 * 64
    assert n_read == pytest.approx(40 * three.n_examples, rel=0.02)
    assert n_targets == pytest.approx(40 * three.n_targets, rel=0.02)
    assert n_tokens == pytest.approx(n * three.tokens_per_batch, rel=0.02)


def test_a_batch_depends_on_seed_and_number_alone_and_epochs_differ() -> None:
    one = batches(batch_tokens=64)
    n = round(one.batches_per_epoch)
    expected = [one.batch(i)[0] for i in range(3 * n)]
    for i in (len(expected) - 1, 0, 5):
        assert all((a == b).all() for a, b in zip(batches(batch_tokens=64).batch(i)[0], expected[i], strict=True))
    other = [batches(batch_tokens=64, seed=1).batch(i)[0][0].tobytes() for i in range(n)]
    first, second = ([e[0].tobytes() for e in expected[k * n : (k + 1) * n]] for k in (0, 1))
    assert other != first
    assert len({*first} & {*second}) < n / 2


def test_a_batch_has_short_and_long_rows() -> None:
    three = batches()
    for i in range(int(three.batches_per_epoch)):
        widths = [tokens.shape[1] for tokens, _ in three.batch(i)]
        assert widths == sorted(widths)
    assert len({tokens.shape[1] for tokens, _ in three.batch(0)}) > 1


def test_little_is_wasted_and_few_shapes_come() -> None:
    """A library prepares itself for every shape; the last piece of a width may have fewer rows."""
    many = [example(1 + k % 40, f"{a}{b}{k}") for k, (a, b) in enumerate(zip(LETTERS * 60, LETTERS * 60, strict=True))]
    some = batches(many, batch_tokens=1024, context=128)
    assert some.fill > 0.85
    shapes = Counter(tokens.shape for i in range(int(some.batches_per_epoch)) for tokens, _ in some.batch(i))
    widths = {width for _, width in shapes}
    assert all(width % 8 == 0 for width in widths)
    assert len(shapes) <= 2 * len(widths)


def test_what_is_too_long_is_left_out_and_counted() -> None:
    size = len(TOKENIZER.encode(example(9).prompt + example(9).answer)) + 1
    long = example(60)
    exact = batches([example(9), long], context=size - 1, batch_tokens=size - 1)  # its end of text is a target only
    assert exact.n_left_out == 1
    assert taught(*exact.batch(0)[0]) == split([example(9)])
    assert exact.fill == 1.0
    with pytest.raises(UsageError, match=f"none of 2 examples fits into {size - 2} tokens"):
        batches([example(9), long], context=size - 2)
    with pytest.raises(UsageError, match="must have a row of 1 token or more, got 63 tokens in rows of 64"):
        batches(batch_tokens=63)
    with pytest.raises(IndexError, match="batch -1"):
        batches().batch(-1)


PROMPT_ENDS = st.sampled_from(["\n", "\n\n", "  \n", "\n    \n", "\t\n"])
CODE = st.text(alphabet="ab1 \"'#(:_\n\té", max_size=30).filter(lambda text: text.strip() != "")


@given(prompt=CODE, end=PROMPT_ENDS, indent=st.sampled_from(["    ", "\t", "  "]), answer=CODE)
def test_generation_meets_the_ids_that_were_trained(prompt: str, end: str, indent: str, answer: str) -> None:
    """The row begins with the prompt's ids, goes on with targets, and has no token that the corpus never has."""
    one = Example(prompt=prompt + end, answer=indent + answer + "\n", source="given")
    whole = [*TOKENIZER.encode(one.prompt + one.answer), TOKENIZER.end_of_text]
    tokens, targets = batches([one], batch_tokens=len(whole) - 1, context=len(whole) - 1).batch(0)[0]
    start = prompt_ids(TOKENIZER, one.prompt)
    assert start == whole[: len(start)]
    assert TOKENIZER.decode(start) == one.prompt.rstrip()
    assert tokens[0].tolist() == whole[:-1]
    assert targets[0].tolist() == [IGNORED] * (len(start) - 1) + whole[len(start) :]


SHAPE = DecoderShape(
    n_layers=1, d_model=16, n_heads=2, n_kv_heads=1, d_ff=32, activation="swiglu", norm="rmsnorm",
    position="rope", qk_norm=False, tied=False, dropout=0.0, window=0, vocab_size=600,
)  # fmt: skip


def test_the_decoder_ignores_the_targets_of_prompts_and_padding() -> None:
    network = Decoder(SHAPE, generator=torch.Generator().manual_seed(0))
    tokens, targets = map(torch.from_numpy, batches().batch(0)[0])
    logits = network(tokens)
    logits.retain_grad()
    network.forward = lambda *_: logits  # type: ignore[method-assign]
    loss = network.loss(tokens, targets)
    loss.backward()
    kept = targets != IGNORED
    assert logits.grad is not None
    assert (logits.grad[~kept] == 0).all()
    assert (logits.grad[kept].abs().sum(dim=-1) > 0).all()
    log = logits.log_softmax(dim=-1)[kept]
    torch.testing.assert_close(loss, -log[torch.arange(len(log)), targets[kept]].mean())  # the mean of those kept
