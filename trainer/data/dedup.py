"""Removes exact and near duplicates before the split: a copy on its other side is a leak."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from trainer.data.documents import N_PERMUTATIONS, Document

__all__ = ["THRESHOLD", "Duplicate", "unique"]

THRESHOLD = 0.7  # Jaccard similarity of the sets of five-word runs; that of StarCoder's corpus (Li et al. 2023)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicate:
    """A document that was removed. `similarity` is 1 for exact ones, else MinHash's estimate."""

    document: str
    size: int
    kept: str
    similarity: float
    exact: bool


def unique(documents: Iterable[Document], progress: Callable[[int], None]) -> tuple[list[Document], list[Duplicate]]:
    """Keeps the first of every group of similar documents, in the given order.

    A document goes if it resembles one that is kept, so no two kept ones are found to be similar. MinHash
    with locality-sensitive hashing: a pair at the threshold is found about every second time, one at 0.85
    nearly always.
    """
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=THRESHOLD, num_perm=N_PERMUTATIONS)
    permutations = MinHash(num_perm=N_PERMUTATIONS, scheme="affine32").permutations
    kept: list[Document] = []
    sketches: list[MinHash] = []
    removed: list[Duplicate] = []
    exact: dict[bytes, int] = {}
    for i, document in enumerate(documents):
        progress(i + 1)
        sketch = MinHash(hashvalues=document.signature, permutations=permutations, scheme="affine32")
        twin, similarity = exact.get(document.exact), 1.0
        if is_exact := twin is not None:
            pass
        elif candidates := [(sketch.jaccard(sketches[k]), -k) for k in index.query(sketch)]:
            similarity, best = max(candidates)
            twin = -best if similarity >= THRESHOLD else None
        if twin is None:
            exact[document.exact] = len(kept)
            index.insert(len(kept), sketch)
            kept.append(document)
            sketches.append(sketch)
        else:
            removed.append(_duplicate(document, kept[twin], round(float(similarity), 3), exact=is_exact))
    return kept, removed


def _duplicate(document: Document, kept: Document, similarity: float, *, exact: bool) -> Duplicate:
    return Duplicate(
        document=f"{document.source}:{document.name}",
        size=len(document.data),
        kept=f"{kept.source}:{kept.name}",
        similarity=similarity,
        exact=exact,
    )
