"""Duplicates go, whatever resembles nothing stays."""

import random
import re

import pytest

from trainer.data.dedup import THRESHOLD, unique
from trainer.data.documents import examine


def words(seed, n=400):
    rng = random.Random(seed)
    return [f"name_{rng.randrange(10_000)}" for _ in range(n)]


def document(tmp_path, name, names):
    path = tmp_path / name
    path.write_text("".join(f"{word} = {i}\n" for i, word in enumerate(names)))
    (result,) = examine([("source", name, str(path))])
    return result


def jaccard(a, b):
    def shingles(data):
        found = re.findall(rb"\w+", data)
        return {tuple(found[i : i + 5]) for i in range(len(found) - 4)}

    x, y = shingles(a.data), shingles(b.data)
    return len(x & y) / len(x | y)


def changed(names, n, seed=0):
    """The names with `n` of them replaced, spread evenly."""
    result = list(names)
    for i in range(n):
        result[i * len(names) // n] = f"other_{seed}_{i}"
    return result


def test_removes_exact_and_near_duplicates_and_says_of_what(tmp_path):
    base = words(1)
    first = document(tmp_path, "first.py", base)
    other = document(tmp_path, "other.py", words(2))
    near = document(tmp_path, "near.py", changed(base, 4))
    path = tmp_path / "spaced.py"
    path.write_text(first.data.decode().replace("\n", "\n\n"))
    (spaced,) = examine([("source", "spaced.py", str(path))])
    kept, removed = unique([first, other, near, spaced], lambda _: None)
    assert [d.name for d in kept] == ["first.py", "other.py"]
    assert [(r.document, r.kept, r.exact) for r in removed] == [
        ("source:near.py", "source:first.py", False),
        ("source:spaced.py", "source:first.py", True),
    ]
    assert removed[0].similarity == pytest.approx(jaccard(first, near), abs=0.12)
    assert removed[1].similarity == 1


@pytest.mark.parametrize("n_changed", [2, 5, 10, 20, 40, 80, 160])
def test_the_estimate_follows_the_true_similarity(tmp_path, n_changed):
    base = words(3)
    a, b = document(tmp_path, "a.py", base), document(tmp_path, "b.py", changed(base, n_changed))
    estimate = float((a.signature == b.signature).mean())
    truth = jaccard(a, b)
    assert estimate == pytest.approx(truth, abs=0.14)  # three standard deviations of 128 permutations
    kept, _ = unique([a, b], lambda _: None)
    if truth > THRESHOLD + 0.15:
        assert len(kept) == 1
    if truth < THRESHOLD - 0.15:
        assert len(kept) == 2


def test_nothing_that_is_kept_resembles_another(tmp_path):
    base = words(4)
    documents = [document(tmp_path, f"{i}.py", changed(base, 5 * i, seed=i)) for i in range(1, 20)]
    kept, removed = unique(documents, lambda _: None)
    assert len(kept) + len(removed) == 19
    assert removed
    for i, a in enumerate(kept):
        assert all(jaccard(a, b) < THRESHOLD + 0.15 for b in kept[:i])
    assert unique(kept, lambda _: None) == (kept, [])


def test_short_documents_are_compared_too(tmp_path):
    texts = {"a.py": "one = 1\n", "b.py": "one = 1\n\n", "c.py": "two = 2\n"}
    padded = {n: t + " " * 20 + "#" * 100 + "\n" for n, t in texts.items()}
    for name, text in padded.items():
        (tmp_path / name).write_text(text)
    documents = examine([("source", n, str(tmp_path / n)) for n in padded])
    kept, _ = unique(documents, lambda _: None)
    assert [d.name for d in kept] == ["a.py", "c.py"]
