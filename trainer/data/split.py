"""What is held out, and what a limit on the size keeps: decided by hashes of names, never by chance."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence

from trainer.data.documents import Document

__all__ = ["COARSE", "FINE", "choose_held_out", "thin"]

FINE = 1 / 3  # of the held-out part may be one distribution: one alone would measure its own style
COARSE = 1.0  # where there are too few small ones


def choose_held_out(
    sizes: Mapping[str, int], *, share: float, seed: int, largest: float = FINE
) -> frozenset[str]:
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
    by_source: dict[str, list[Document]] = {}
    for document in documents:
        by_source.setdefault(document.source, []).append(document)
    kept: set[tuple[str, str]] = set()
    for group in by_source.values():
        kept |= _thin_group(group, limit / total, lambda d: _rank(seed, "limit", f"{d.source}:{d.name}"))
    return [d for d in documents if (d.source, d.name) in kept]


def _thin_group(
    group: Sequence[Document], share: float, rank: Callable[[Document], str]
) -> set[tuple[str, str]]:
    left = share * sum(len(d.data) for d in group)
    kept = set()
    for document in sorted(group, key=rank):
        if len(document.data) <= left:  # else a smaller one may still fit
            left -= len(document.data)
            kept.add((document.source, document.name))
    return kept


def _rank(seed: int, purpose: str, name: str) -> str:
    return hashlib.sha256(f"{seed}\0{purpose}\0{name}".encode()).hexdigest()
