"""Packing: every example once an epoch, targets on answers and ends alone, and the ids that generation meets."""

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
from trainer.data.instructions import Example
from trainer.data.packing import IGNORED, PackedBatches, best_fit, prompt_ids
from trainer.data.tokenizer import CodeTokenizer, train_merges

TEXTS = [path.read_text() for path in sorted(Path(re.__file__).parent.glob("*.py"))]
TOKENIZER = CodeTokenizer.of_size(train_merges(TEXTS, largest=600), 600)
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def example(n: int, name: str = "f") -> Example:
    return Example(prompt=f'def {name}(x):\n    """Add {n}."""\n', answer=f"    return x + {'1' * n}\n", source="given")


EXAMPLES = [example(1 + k % 9, f"{a}{b}") for k, (a, b) in enumerate(zip(LETTERS * 3, LETTERS[7:] * 4, strict=False))]


def packed(examples: list[Example] = EXAMPLES, **changes: Any) -> PackedBatches:
    settings = {"batch_size": 3, "context": 64, "seed": 0} | changes
    return PackedBatches(examples, TOKENIZER, **settings)


def taught(tokens: Any, targets: Any) -> Counter[tuple[str, str]]:
    """The prompt and answer of each example in a batch, read back from it."""
    found: Counter[tuple[str, str]] = Counter()
    for row, aims in zip(tokens.tolist(), targets.tolist(), strict=True):
        start = 0
        for end, aim in enumerate(aims):
            if aim == TOKENIZER.end_of_text:
                first = next(k for k in range(start, end + 1) if aims[k] != IGNORED)
                assert aims[first:end] == row[first + 1 : end + 1]  # the answer follows from what is read
                found[TOKENIZER.decode(row[start : first + 1]), TOKENIZER.decode(aims[first:end])] += 1
                start = end + 2  # past the end of text that was the target
        assert set(aims[start:]) <= {IGNORED}
        assert set(row[start:]) <= {TOKENIZER.end_of_text}
    return found


def split(examples: list[Example]) -> Counter[tuple[str, str]]:
    return Counter((e.prompt.rstrip(), "\n" + e.answer) for e in examples)


def test_every_epoch_teaches_every_example_once() -> None:
    batches = packed(batch_size=1)
    for epoch in range(3):
        steps = range(epoch * batches.rows_per_epoch, (epoch + 1) * batches.rows_per_epoch)
        assert sum((taught(*batches.batch(i)) for i in steps), Counter()) == split(EXAMPLES)


def test_targets_are_answers_and_ends_alone_and_no_row_is_without() -> None:
    batches = packed()
    kept = 0
    for i in range(40):
        tokens, targets = batches.batch(i)
        assert tokens.shape == targets.shape == (3, 64)
        assert tokens.dtype == targets.dtype == np.int64
        assert ((targets != IGNORED).sum(axis=1) > 0).all()
        assert (tokens >= 0).all()
        kept += sum(taught(tokens, targets).values())
    assert kept == pytest.approx(40 * 3 * len(EXAMPLES) / batches.rows_per_epoch, rel=0.1)
    one_epoch = [packed(batch_size=1).batch(i)[1] for i in range(batches.rows_per_epoch)]
    assert sum(int((targets != IGNORED).sum()) for targets in one_epoch) == batches.n_targets


def test_a_batch_depends_on_seed_and_number_alone_and_epochs_differ() -> None:
    one = packed(batch_size=1)
    expected = [one.batch(i) for i in range(3 * one.rows_per_epoch)]
    for i in (len(expected) - 1, 0, 5):
        assert all((a == b).all() for a, b in zip(packed(batch_size=1).batch(i), expected[i], strict=True))
    four = packed(batch_size=4)
    assert (four.batch(2)[0] == np.concatenate([expected[i][0] for i in range(8, 12)])).all()
    assert not (packed(batch_size=1, seed=1).batch(0)[0] == expected[0][0]).all()
    first, second = ({e[0].tobytes() for e in expected[k * one.rows_per_epoch :][: one.rows_per_epoch]} for k in (0, 1))
    assert len(first & second) < one.rows_per_epoch / 2


@given(st.lists(st.integers(1, 50), max_size=60), st.integers(50, 120))
def test_best_fit_keeps_all_and_no_two_rows_would_fit_into_one(lengths: list[int], capacity: int) -> None:
    rows = best_fit(lengths, capacity)
    assert sorted(length for row in rows for length in row) == sorted(lengths)
    sums = sorted(sum(row) for row in rows)
    assert all(total <= capacity for total in sums)
    assert len(sums) < 2 or sums[0] + sums[1] > capacity


def test_little_is_wasted() -> None:
    lengths = np.random.default_rng(0).gamma(3.0, 40.0, size=2000).astype(int).clip(10, 257)
    assert lengths.sum() / (len(best_fit(lengths.tolist(), 257)) * 257) > 0.98


def test_what_is_too_long_is_left_out_and_counted() -> None:
    size = len(TOKENIZER.encode(example(9).prompt + example(9).answer)) + 1
    long = example(60)
    exact = packed([example(9), long], context=size - 1, batch_size=1)  # its end of text is a target only
    assert exact.n_left_out == 1
    assert taught(*exact.batch(0)) == split([example(9)])
    assert exact.fill == 1.0
    with pytest.raises(UsageError, match=f"none of 2 examples fits into {size - 2} tokens"):
        packed([example(9), long], context=size - 2)
    with pytest.raises(UsageError, match="must be 1 or more, got 0 and 64"):
        packed(batch_size=0)
    with pytest.raises(IndexError, match="batch -1"):
        packed().batch(-1)


PROMPT_ENDS = st.sampled_from(["\n", "\n\n", "  \n", "\n    \n", "\t\n"])
CODE = st.text(alphabet="ab1 \"'#(:_\n\té", max_size=30).filter(lambda text: text.strip() != "")


@given(prompt=CODE, end=PROMPT_ENDS, indent=st.sampled_from(["    ", "\t", "  "]), answer=CODE)
def test_generation_meets_the_ids_that_were_trained(prompt: str, end: str, indent: str, answer: str) -> None:
    """The row begins with the prompt's ids, goes on with targets, and has no token that the corpus never has."""
    one = Example(prompt=prompt + end, answer=indent + answer + "\n", source="given")
    whole = [*TOKENIZER.encode(one.prompt + one.answer), TOKENIZER.end_of_text]
    tokens, targets = packed([one], batch_size=1, context=len(whole) - 1).batch(0)
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
    tokens, targets = map(torch.from_numpy, packed().batch(0))
    kept = targets != IGNORED
    log = network(tokens).log_softmax(dim=-1)[kept]
    loss = network.loss(tokens, targets)
    torch.testing.assert_close(loss, -log[torch.arange(len(log)), targets[kept]].mean())  # the mean of those kept
