"""Batches: any step can be computed, windows cover the corpus evenly and lie alike in every vocabulary."""

import re

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given

from autonas.errors import UsageError
from trainer.data.batches import DefinitionBatches, TokenBatches, definition_starts
from trainer.data.tokenizer import CodeTokenizer, train_merges

LENGTHS = st.lists(st.integers(1, 300), min_size=1, max_size=40)


def batches(lengths, *, per_byte=1, batch_size=2, context=4, seed=0):
    """A corpus whose token i has the id i; a document has `per_byte` tokens a byte and its end of text."""
    counts = [n * per_byte + 1 for n in lengths]
    starts = np.cumsum([0, *counts])
    tokens = np.arange(starts[-1], dtype=np.uint16)
    n_bytes = np.array(lengths)
    return TokenBatches(tokens, starts, n_bytes=n_bytes, batch_size=batch_size, context=context, seed=seed)


@given(LENGTHS, st.integers(1, 5), st.integers(1, 20), st.integers(0, 3), st.integers(0, 10**6))
def test_rows_are_windows_of_the_tokens(lengths, batch_size, context, seed, step):
    n_tokens = sum(lengths) + len(lengths)
    context = min(context, n_tokens - 1)
    batch = batches(lengths, batch_size=batch_size, context=context, seed=seed).batch(step)
    assert batch.dtype == np.uint16
    assert batch.shape == (batch_size, context + 1)
    assert (np.diff(batch.astype(int), axis=1) == 1).all()
    assert batch.max() < n_tokens


def test_a_step_depends_on_seed_and_number_alone():
    lengths = [500] * 20
    forward = batches(lengths)
    expected = [forward.batch(i) for i in range(50)]
    for i in (49, 0, 7):
        assert (batches(lengths).batch(i) == expected[i]).all()
    assert not (batches(lengths, seed=1).batch(0) == expected[0]).all()
    assert len({tuple(b.ravel()) for b in expected}) == 50


def test_the_rows_of_a_batch_follow_those_of_the_one_before():
    """The order of windows does not depend on how many go into a batch."""
    lengths = [500] * 20
    one, four = batches(lengths, batch_size=1), batches(lengths, batch_size=4)
    assert (four.batch(3) == np.concatenate([one.batch(i) for i in range(12, 16)])).all()


@pytest.mark.parametrize("n", [10, 100, 1000])
def test_any_number_of_windows_covers_the_corpus_evenly(n):
    stream = batches([3000] * 10, batch_size=n, context=1)
    starts = np.sort(stream.batch(0)[:, 0].astype(float)) / 30_010
    gaps = np.diff(starts, append=starts[0] + 1)
    assert gaps.max() < 3 / n  # at random it would be about ln(n) / n
    assert gaps.min() > 0.2 / n


@given(LENGTHS, st.integers(0, 50))
def test_every_vocabulary_starts_at_the_same_places(lengths, step):
    coarse, fine = (batches(lengths, per_byte=k, context=1, batch_size=3) for k in (1, 5))
    ends = np.cumsum(lengths)
    for a, b in zip(coarse.batch(step)[:, 0].tolist(), fine.batch(step)[:, 0].tolist(), strict=True):
        document = [int(np.searchsorted(np.cumsum(np.array(lengths) * k + 1), p, "right")) for k, p in ((1, a), (5, b))]
        assert document[0] == document[1]
        before = int(ends[document[0]]) - lengths[document[0]]
        within = [a - before - document[0], (b - 5 * before - document[1]) / 5]
        assert within[0] == pytest.approx(within[1], abs=2.2)  # in bytes: a token of the coarse one, and the end


def test_too_little_text_is_refused():
    with pytest.raises(UsageError, match="too small for windows of 64 tokens: it has 22"):
        batches([10, 10], context=64)
    with pytest.raises(UsageError, match="must be 1 or more, got 0 and 4"):
        batches([10, 10], batch_size=0)
    with pytest.raises(IndexError, match="batch -1"):
        batches([50, 50]).batch(-1)


DOCUMENTS = (
    "def first(x):\n    def inner():\n        return x\n    return inner\n\n\n"
    "class Second:\n    def method(self):\n        pass\n",
    "import os\r\n\r\ndef third():\r\n    pass\r\nundefined = define = classes = 1\n",
    "# def in a comment\nx = 'def '\nasync def fourth():\n    pass\nclass Fifth: pass",
    "class Sixth: pass\n",
)


def test_definitions_are_found_at_the_margin_and_nowhere_else():
    tokenizer = CodeTokenizer.of_size(train_merges(DOCUMENTS * 3), 300)
    ids, expected = [], []
    for text in DOCUMENTS:
        for match in re.finditer(r"^(def|class)\b", text, re.MULTILINE):
            expected.append(len(ids) + len(tokenizer.encode(text[: match.start()])))
        ids += [*tokenizer.encode(text), tokenizer.end_of_text]
    found = definition_starts(np.array(ids, dtype=np.uint16), tokenizer)
    assert found.tolist() == expected
    assert len(found) == 5
    assert definition_starts(np.array(tokenizer.encode("x = 1\n"), dtype=np.uint16), tokenizer).tolist() == []
    bytes_alone = CodeTokenizer.of_size([], 257)  # it cuts the words
    assert definition_starts(np.array(bytes_alone.encode("def f():"), dtype=np.uint16), bytes_alone).tolist() == []


def test_windows_begin_at_definitions_which_all_have_their_turn():
    tokens, begin = np.arange(1000, dtype=np.uint16), np.arange(5, 900, 15)
    batches = DefinitionBatches(tokens, begin, batch_size=3, context=20, seed=4)
    rows = np.concatenate([batches.batch(i) for i in range(60)])
    assert rows.shape == (180, 21)
    assert (np.diff(rows.astype(int), axis=1) == 1).all()
    assert set(rows[:, 0].tolist()) == set(begin.tolist())
    again = DefinitionBatches(tokens, begin, batch_size=3, context=20, seed=4)
    assert (again.batch(7) == batches.batch(7)).all()
    with pytest.raises(UsageError, match="too small"):
        DefinitionBatches(tokens[:20], begin, batch_size=1, context=20, seed=0)
