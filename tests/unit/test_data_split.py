"""The split and the limit: shares, stability, determinism."""

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given, settings

from trainer.data.documents import Document
from trainer.data.sources import Source, SourceFile
from trainer.data.split import COARSE, FINE, choose_held_out, thin, thin_files

GROUPS = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=6), st.integers(1, 10**7), max_size=60)
MANY = {f"package{i}": 50_000 + 1_000 * i for i in range(100)}


@given(GROUPS, st.floats(0.01, 0.5), st.integers(0, 5), st.sampled_from([FINE, COARSE]))
def test_the_held_out_part_is_about_its_share_and_made_of_several(sizes, share, seed, largest):
    chosen = choose_held_out(sizes, share=share, seed=seed, largest=largest)
    target = share * sum(sizes.values())
    assert chosen <= set(sizes)
    if chosen:
        assert len(chosen) >= 2
        assert target / 2 <= sum(sizes[n] for n in chosen) <= target * (1 + largest)
        assert max(sizes[n] for n in chosen) <= target * largest
    elif largest == FINE:  # even all that are small enough would not do
        assert sum(s for s in sizes.values() if s <= target / 3) < target / 2 or not sizes


def test_big_ones_are_never_held_out():
    sizes = {**MANY, "standard-library": 30_000_000}
    assert all("standard-library" not in choose_held_out(sizes, share=0.06, seed=s) for s in range(50))


@pytest.mark.parametrize("seed", range(5))
def test_another_distribution_does_not_reshuffle_the_others(seed):
    before = choose_held_out(MANY, share=0.1, seed=seed)
    for new in ("requests", "attrs", "zope"):
        after = choose_held_out({**MANY, new: 60_000}, share=0.1, seed=seed)
        assert len(before ^ (after - {new})) <= 1


def test_the_seed_chooses():
    assert len({choose_held_out(MANY, share=0.1, seed=s) for s in range(5)}) == 5
    assert choose_held_out(MANY, share=0.1, seed=3) == choose_held_out(dict(reversed(MANY.items())), share=0.1, seed=3)


def documents(sizes):
    return [
        Document(
            source=source,
            name=str(i),
            data=b"x" * size,
            digest="",
            exact=b"",
            signature=np.zeros(1, np.uint32),
        )
        for source, group in sizes.items()
        for i, size in enumerate(group)
    ]


@settings(max_examples=50)
@given(
    st.dictionaries(st.sampled_from("abcd"), st.lists(st.integers(1, 2000), max_size=30), min_size=1),
    st.integers(1, 20_000),
)
def test_a_limit_is_kept_in_every_source(sizes, limit):
    every = documents(sizes)
    total = sum(len(d.data) for d in every)
    kept = thin(every, limit, seed=0)
    assert sum(len(d.data) for d in kept) <= max(limit, 0) or total <= limit
    assert [id(d) for d in kept] == [id(d) for d in every if any(d is k for k in kept)]  # in order
    if total <= limit:
        assert kept == every
    else:
        for source, group in sizes.items():
            n = sum(len(d.data) for d in kept if d.source == source)
            allowed = limit / total * sum(group)
            assert n <= allowed
            left_out = [len(d.data) for d in every if d.source == source and not any(d is k for k in kept)]
            assert not left_out or n + min(left_out) > allowed  # nothing that is left out would have fitted


def test_a_limit_on_files_keeps_the_same_share_of_every_source():
    def source(name, n):
        files = [SourceFile(name=f"{i}.py", path="", size=1000 + i, mtime_ns=0) for i in range(n)]
        return Source(name=name, version="1", licence="MIT", files=tuple(files))

    sources = [source("a", 100), source("b", 300)]
    assert thin_files(sources, 10**9, seed=0) == sources
    kept = thin_files(sources, sum(f.size for s in sources for f in s.files) // 10, seed=0)
    assert [s.name for s in kept] == ["a", "b"]
    assert 8 <= len(kept[0].files) <= 10
    assert 26 <= len(kept[1].files) <= 30
    assert set(kept[0].files) < set(sources[0].files)
    assert kept != thin_files(sources, sum(f.size for s in sources for f in s.files) // 10, seed=1)
