"""Batches: any step can be computed, documents come in the same order for every vocabulary."""

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given, settings

from autonas.errors import UsageError
from trainer.data.batches import TokenBatches


def corpus(lengths, scale=1):
    """Documents whose tokens are their number, `scale` times as many, each with its end of text (0)."""
    parts = [[d + 1] * (n * scale) + [0] for d, n in enumerate(lengths)]
    starts = np.cumsum([0, *map(len, parts)])
    return np.concatenate(parts).astype(np.uint16), starts, np.array(lengths)


def batches(lengths, *, scale=1, batch_size=2, context=4, seed=0):
    tokens, starts, n_bytes = corpus(lengths, scale)
    return TokenBatches(tokens, starts, n_bytes=n_bytes, batch_size=batch_size, context=context, seed=seed)


def documents_of(stream):
    """The documents of a row of tokens in their order."""
    changes = [t for t, before in zip(stream, [None, *stream], strict=False) if t != before]
    return [t for t in changes if t != 0]


LENGTHS = st.lists(st.integers(1, 30), min_size=12, max_size=40)


@given(LENGTHS, st.integers(1, 3), st.integers(1, 8), st.integers(0, 3))
def test_rows_read_whole_documents_one_after_the_other(lengths, batch_size, context, seed):
    stream = batches(lengths, batch_size=batch_size, context=context, seed=seed)
    n_steps = stream._firsts[1]
    rows = np.stack([stream.batch(i) for i in range(n_steps)])  # (steps, B, T + 1)
    assert rows.dtype == np.uint16
    assert rows.shape == (n_steps, batch_size, context + 1)
    assert (rows[:-1, :, -1] == rows[1:, :, 0]).all()  # the last target is the next input
    seen = []
    for b in range(batch_size):
        read = [*rows[:, b, :-1].ravel().tolist(), int(rows[-1, b, -1])]
        order = documents_of(read)
        expected = [t for d in order for t in [d] * lengths[d - 1] + [0]]
        assert read == expected[: len(read)]
        seen += order
    assert len(seen) == len(set(seen))  # no document twice in an epoch


def test_any_step_can_be_computed():
    lengths = np.random.default_rng(0).integers(1, 50, 60).tolist()
    forward = batches(lengths)
    n = forward._firsts[1] * 3 + 2  # into the fourth epoch
    expected = [forward.batch(i) for i in range(n)]
    for i in (n - 1, 0, n // 2, 5):
        assert (batches(lengths).batch(i) == expected[i]).all()


def test_epochs_and_seeds_shuffle_anew():
    lengths = np.random.default_rng(1).integers(5, 50, 60).tolist()
    stream = batches(lengths, batch_size=1)
    second = stream._firsts[1]
    first_epoch = documents_of(np.concatenate([stream.batch(i)[0, :-1] for i in range(second)]).tolist())
    stream.batch(second)
    second_epoch = documents_of(
        np.concatenate([stream.batch(i)[0, :-1] for i in range(second, stream._firsts[2])]).tolist()
    )
    assert first_epoch != second_epoch
    assert len(set(first_epoch)) >= 59  # all but what the last, incomplete step holds
    assert not (batches(lengths, seed=1).batch(0) == batches(lengths, seed=0).batch(0)).all()


@settings(max_examples=30)
@given(LENGTHS)
def test_every_vocabulary_gets_the_same_documents_in_the_same_rows(lengths):
    coarse, fine = batches(lengths, context=2), batches(lengths, context=2, scale=3)
    for b in range(2):
        orders = []
        for stream in (coarse, fine):
            read = np.concatenate([stream.batch(i)[b] for i in range(stream._firsts[1])])
            orders.append(documents_of(read.tolist()))
        common = min(map(len, orders))
        assert common
        assert orders[0][:common] == orders[1][:common]


def test_too_little_text_is_refused():
    with pytest.raises(UsageError, match="too small for 8 rows of 64 tokens: the shortest row has 0"):
        batches([100, 100], batch_size=8, context=64)
    with pytest.raises(UsageError, match="too small for 2 rows of 64 tokens: the shortest row has 11"):
        batches([10, 10], context=64)
    with pytest.raises(UsageError, match="must be 1 or more, got 0 and 4"):
        batches([10, 10], batch_size=0)
    with pytest.raises(IndexError, match="batch -1"):
        batches([50, 50]).batch(-1)
