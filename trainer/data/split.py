"""What is held out, and what a limit on the size keeps: decided by hashes of names, never by chance."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from trainer.data.documents import Document
from trainer.data.sources import Source

__all__ = ["COARSE", "FINE", "choose_held_out", "thin", "thin_files"]

FINE = 1 / 3  # of the held-out part may be one distribution: one alone would measure its own style
COARSE = 1.0  # where there are too few small ones


def choose_held_out(sizes: Mapping[str, int], *, share: float, seed: int, largest: float = FINE) -> frozenset[str]:
    """Chooses the groups (distributions) that are held out, about `share` of the bytes.

    Groups are taken in the order of a hash of their names until the share is reached. One that alone would
    be more than `largest` of it is not taken: so several are, and the big ones (the standard library, torch)
    stay in the training part. A new distribution finds its place in that order and moves the others only at
    its end.

    Returns:
        The names, at least two; empty if no choice comes to at least half the share.
    """
    target = share * sum(sizes.values())
    chosen: set[str] = set()
    total = 0
    for name in sorted(sizes, key=lambda n: _rank(seed, "held out", n)):
        if total >= target:
            break
        if sizes[name] <= largest * target:
            chosen.add(name)
            total += sizes[name]
    return frozenset(chosen) if len(chosen) > 1 and total >= target / 2 else frozenset()


def thin(documents: Sequence[Document], limit: int, *, seed: int) -> list[Document]:
    """Keeps about `limit` bytes, the same share of every source, in the given order."""
    total = sum(len(d.data) for d in documents)
    if total <= limit:
        return list(documents)
    by_source: dict[str, dict[str, int]] = {}
    for d in documents:
        by_source.setdefault(d.source, {})[d.name] = len(d.data)
    kept = {name: _thin(name, sizes, limit / total, seed) for name, sizes in by_source.items()}
    return [d for d in documents if d.name in kept[d.source]]


def thin_files(sources: Sequence[Source], limit: int, *, seed: int) -> list[Source]:
    """Keeps about `limit` bytes of files, the same share of every source."""
    total = sum(f.size for s in sources for f in s.files)
    if total <= limit:
        return list(sources)
    result = []
    for source in sources:
        kept = _thin(source.name, {f.name: f.size for f in source.files}, limit / total, seed)
        result.append(replace(source, files=tuple(f for f in source.files if f.name in kept)))
    return result


def _thin(source: str, sizes: Mapping[str, int], share: float, seed: int) -> set[str]:
    left = share * sum(sizes.values())
    kept = set()
    for name in sorted(sizes, key=lambda n: _rank(seed, "limit", f"{source}:{n}")):
        if sizes[name] <= left:  # else a smaller one may still fit
            left -= sizes[name]
            kept.add(name)
    return kept


def _rank(seed: int, purpose: str, name: str) -> str:
    return hashlib.sha256(f"{seed}\0{purpose}\0{name}".encode()).hexdigest()
