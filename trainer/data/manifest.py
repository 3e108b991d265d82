"""What a corpus is made of, for people to check."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from trainer.data.config import CorpusConfig
from trainer.data.sources import Excluded

__all__ = ["Manifest", "Part", "Removed", "SourceEntry", "Vocabulary", "find_manifest"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """What one distribution contributes. `split` is "train", "held_out" or, when split by file, "both"."""

    name: str
    version: str
    licence: str
    files: int
    bytes: int
    split: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """Files that were left out for one reason."""

    files: int
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One side of the split."""

    documents: int
    bytes: int
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """One tokenisation. `bytes_per_token` is that of the held-out part."""

    n_vocab: int
    train_tokens: int
    held_out_tokens: int
    bytes_per_token: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The corpus at a glance.

    Attributes:
        fingerprint: Hash of the texts, the split and the tokenizer: equal for equal data.
        sources: What is used, by name.
        excluded: Distributions that are not used, and why.
        refused: Files of used distributions that are not used, by reason.
        exact_duplicates, near_duplicates: What was removed before the split.
        notes: What a reader should know about this corpus.
        vocabularies: The tokenisations that are prepared so far, by size.
    """

    fingerprint: str
    config: CorpusConfig
    sources: tuple[SourceEntry, ...]
    excluded: tuple[Excluded, ...]
    refused: Mapping[str, Removed]
    exact_duplicates: Removed
    near_duplicates: Removed
    beyond_limit: Removed
    train: Part
    held_out: Part
    notes: tuple[str, ...]
    vocabularies: Mapping[int, Vocabulary]

    def to_json(self) -> str:
        return json.dumps(asdict(self), indent=1, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Manifest:
        raw: dict[str, Any] = json.loads(text)
        return cls(
            fingerprint=raw["fingerprint"],
            config=CorpusConfig(**raw["config"]),
            sources=tuple(SourceEntry(**s) for s in raw["sources"]),
            excluded=tuple(Excluded(**e) for e in raw["excluded"]),
            refused={reason: Removed(**r) for reason, r in raw["refused"].items()},
            exact_duplicates=Removed(**raw["exact_duplicates"]),
            near_duplicates=Removed(**raw["near_duplicates"]),
            beyond_limit=Removed(**raw["beyond_limit"]),
            train=_part(raw["train"]),
            held_out=_part(raw["held_out"]),
            notes=tuple(raw["notes"]),
            vocabularies={int(n): Vocabulary(**v) for n, v in raw["vocabularies"].items()},
        )


def _part(raw: dict[str, Any]) -> Part:
    return Part(documents=raw["documents"], bytes=raw["bytes"], sources=tuple(raw["sources"]))


def find_manifest(cache: Path, fingerprint: str) -> dict[str, Any] | None:
    """Returns the manifest of a prepared corpus as JSON has it; None where the cache does not hold that corpus."""
    for path in sorted((cache / "corpus").glob("*/manifest.json")):
        try:
            manifest = json.loads(path.read_bytes())
        except (OSError, ValueError):  # of a folder that is being made, or that is damaged: another corpus's business
            continue
        if isinstance(manifest, dict) and manifest.get("fingerprint") == fingerprint:
            return manifest
    return None
