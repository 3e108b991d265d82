"""The tokenizer is lossless, its vocabularies are nested, and the fast encoding is the exact one."""

import pickle
import re
from pathlib import Path

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import example, given

from autonas.errors import UsageError
from autonas.protocols import Tokenizer
from trainer.data.encode import encode_range
from trainer.data.tokenizer import END_OF_TEXT, PATTERN, CodeTokenizer, check_size, train_merges

TEXTS = [path.read_text() for path in sorted(Path(re.__file__).parent.glob("*.py"))]
CODE = st.lists(
    st.sampled_from(
        [
            "\n",
            "\n    ",
            "\r\n",
            "\r",
            " ",
            "\t",
            "def",
            "return x",
            "_private",
            "self.",
            "(",
            "123",
            "…",
            "é",
            END_OF_TEXT,
        ]
    ),
    max_size=40,
).map("".join)
ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


@pytest.fixture(scope="module")
def merges():
    return train_merges(TEXTS, largest=1200)


@pytest.fixture(scope="module")
def tokenizer(merges):
    return CodeTokenizer.of_size(merges, 1000)


@pytest.fixture(scope="module")
def small(merges):
    return CodeTokenizer.of_size(merges, 300)


def test_keeps_the_protocol(tokenizer):
    typed: Tokenizer = tokenizer
    assert typed.n_vocab == 1000
    assert typed.end_of_text == 0
    assert tokenizer.decode([0]) == END_OF_TEXT


@example(END_OF_TEXT)
@example("")
@example("\x00\ufffe\U0010ffff")
@given(CODE | ANYTHING)
def test_is_lossless_and_never_makes_an_end_of_text(tokenizer, text):
    ids = tokenizer.encode(text)
    assert tokenizer.decode(ids) == text
    assert all(0 < i < 1000 for i in ids)


@given(CODE | ANYTHING)
def test_the_pattern_leaves_no_gaps(text):
    assert "".join(re.findall(PATTERN, text)) == text


@given(texts=st.lists(CODE | ANYTHING, min_size=1, max_size=5))
def test_the_fast_encoding_is_the_exact_one(tokenizer, small, tmp_path_factory, texts):
    folder = tmp_path_factory.getbasetemp()
    paths = []
    for exact in (small, tokenizer):
        path = folder / f"tokenizer-{exact.n_vocab}.json"
        if not path.exists():
            path.write_text(exact.to_json())
        paths.append(str(path))
    data = [t.encode() for t in texts]
    (folder / "texts.txt").write_bytes(b"before" + b"".join(data))
    offsets = np.cumsum([6, *map(len, data)]).tolist()
    results = encode_range(paths, str(folder / "texts.txt"), offsets)
    for exact, (ids, lengths) in zip((small, tokenizer), results, strict=True):
        expected = [[*exact.encode(t), 0] for t in texts]
        assert np.frombuffer(ids, np.uint16).tolist() == [i for e in expected for i in e]
        assert lengths == [len(e) for e in expected]


def test_a_shorter_training_gives_the_first_merges(merges):
    assert len(merges) == 1200 - 257
    assert train_merges(TEXTS, largest=600) == merges[: 600 - 257]


def test_training_again_gives_the_same_merges(merges):
    assert train_merges(iter(TEXTS), largest=1200) == merges


def test_larger_vocabularies_extend_smaller_ones(merges):
    text = TEXTS[0]
    lengths = []
    for n in (257, 300, 500, 1000):
        tokenizer = CodeTokenizer.of_size(merges, n)
        assert tokenizer.n_vocab == n
        ids = tokenizer.encode(text)
        assert max(ids) < n
        assert tokenizer.decode(ids) == text
        lengths.append(len(ids))
    assert lengths[0] == len(text.encode())
    assert lengths == sorted(lengths, reverse=True)
    small, large = CodeTokenizer.of_size(merges, 300), CodeTokenizer.of_size(merges, 1000)
    assert all(small.decode([i]) == large.decode([i]) for i in range(300))


def test_a_line_end_keeps_its_indentation():
    pieces = re.findall(PATTERN, "def f(x):\n    return self._x + 12345\n\n\n\ty")
    assert "|".join(pieces) == "def| f|(x|):|\n    |return| self|._|x| +| |12|34|5|\n\n\n\t|y"


def test_survives_pickling(tokenizer):
    copy = pickle.loads(pickle.dumps(tokenizer))
    assert copy.encode(TEXTS[1]) == tokenizer.encode(TEXTS[1])
    assert copy.to_json() == tokenizer.to_json()


def test_sizes_out_of_range_are_refused(merges):
    with pytest.raises(UsageError, match="vocabulary size must be between 257 and 32768, got 100"):
        check_size(100)
    with pytest.raises(UsageError, match="vocabulary size must be between 257 and 32768, got 70000"):
        check_size(70_000)
    with pytest.raises(UsageError, match="must be between 257 and 1200 with this corpus, got 1201"):
        CodeTokenizer.of_size(merges, 1201)
