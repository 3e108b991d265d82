"""The rows of a tuning: each stream in its order, at its share, however they are cut into batches."""

import math
from itertools import pairwise

import hypothesis.strategies as st
import numpy as np
import torch
from hypothesis import given

from trainer.data.packing import IGNORED
from trainer.tuning_rows import TuningRows

EXAMPLES, WINDOWS, DEFINITIONS = 10_000, 20_000, 30_000
SHARES = st.floats(0, 0.99)


class Numbered:
    """Row i of a text is `base + i` all along; of examples too, with a target in the last place alone."""

    def __init__(self, base, *, targets=False):
        self._base, self._targets = base, targets

    def batch(self, i):
        if not self._targets:
            return np.full((1, 4), self._base + i, dtype=np.uint16)
        return np.full((1, 3), self._base + i), np.array([[IGNORED, IGNORED, self._base + i]])


def tuning_rows(replay, definitions, *, has_definitions=True):
    return TuningRows(
        Numbered(EXAMPLES, targets=True),
        Numbered(WINDOWS),
        Numbered(DEFINITIONS) if has_definitions else None,
        replay=replay,
        definitions_share=definitions,
    )


@given(SHARES, st.floats(0, 1), st.integers(1, 300))
def test_each_stream_has_its_share_and_its_order(replay, definitions, n):
    tokens, targets = tuning_rows(replay, definitions).between(0, n)
    assert tokens.shape == targets.shape == (n, 3)
    assert tokens.dtype == targets.dtype == torch.int64
    numbers = tokens[:, 0].tolist()
    n_texts = math.floor(n * replay)
    n_definitions = math.floor(n_texts * definitions)
    for base, count in ((EXAMPLES, n - n_texts), (WINDOWS, n_texts - n_definitions), (DEFINITIONS, n_definitions)):
        assert [x for x in numbers if base <= x < base + 10_000] == list(range(base, base + count))


@given(SHARES, st.lists(st.integers(1, 9), min_size=1, max_size=20))
def test_how_rows_are_cut_into_batches_does_not_matter(replay, sizes):
    ends = np.cumsum([0, *sizes]).tolist()
    rows = tuning_rows(replay, 0.5)
    whole = rows.between(0, ends[-1])
    pieces = [rows.between(begin, end) for begin, end in reversed(list(pairwise(ends)))]
    for part in range(2):
        assert torch.equal(whole[part], torch.cat([piece[part] for piece in reversed(pieces)]))


def test_a_text_is_learnt_whole_and_an_example_where_it_says():
    tokens, targets = tuning_rows(0.5, 0.5).between(0, 8)
    texts = tokens[:, 0] >= WINDOWS
    assert (targets[texts] == tokens[texts]).all()  # here each token is followed by itself
    assert (targets[~texts, :2] == IGNORED).all()
    assert (targets[~texts, 2] == tokens[~texts, 2]).all()
    assert texts.sum() == 4


def test_without_definitions_all_text_begins_anywhere():
    tokens, _ = tuning_rows(0.25, 1.0, has_definitions=False).between(0, 40)
    assert (tokens[:, 0] < DEFINITIONS).all()
    assert (tokens[:, 0] >= WINDOWS).sum() == 10
