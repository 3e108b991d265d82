"""Byte-level BPE whose vocabularies are prefixes of one list of merges.

Ids: 0 is the end of a text, 1 to 256 are the bytes, then one id a merge. Merges are learnt greedily, so the
first k merges of a long training are those of a short one: one training gives every vocabulary size.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from autonas.errors import UsageError

if TYPE_CHECKING:
    from tokenizers import Tokenizer as Backend

__all__ = [
    "END_OF_TEXT",
    "LARGEST_VOCABULARY",
    "PATTERN",
    "SMALLEST_VOCABULARY",
    "CodeTokenizer",
    "check_size",
    "train_merges",
]

END_OF_TEXT = "<|endoftext|>"
SMALLEST_VOCABULARY = 257  # the bytes and the end of text
LARGEST_VOCABULARY = 32768

# How text is cut before merging: line ends keep the indentation that follows them, a word keeps one mark or
# space before it, digits go in pairs. Everything beyond ASCII counts as a letter, so that the pattern means
# the same to Python's `re` (see encode.py) and to the tokenizers library. It matches any text without gaps.
PATTERN = (
    r"(?:[ \t]*\r?\n)+[ \t]*"
    r"|[^A-Za-z0-9\x80-\U0010FFFF\r\n]?[A-Za-z\x80-\U0010FFFF]+"
    r"|[0-9]{1,2}"
    r"| ?[^A-Za-z0-9\x80-\U0010FFFF \t\r\n]+"
    r"|[ \t]+|\r"
)


class CodeTokenizer:
    """Implements `autonas.protocols.Tokenizer`; lossless on any text, cheap to pickle and to load.

    The end-of-text id never comes from text: "<|endoftext|>" in a document is encoded as those characters.
    """

    def __init__(self, serialized: str) -> None:
        """Loads the JSON form of the tokenizers library."""
        from tokenizers import Tokenizer as Backend

        self._serialized = serialized
        self.backend = Backend.from_str(serialized)

    @property
    def n_vocab(self) -> int:
        return int(self.backend.get_vocab_size())

    @property
    def end_of_text(self) -> int:
        return 0

    def encode(self, text: str) -> list[int]:
        return list(self.backend.encode(text, add_special_tokens=False).ids)

    def decode(self, ids: Sequence[int]) -> str:
        """Text of any ids; bytes that are no UTF-8 become U+FFFD."""
        return str(self.backend.decode([int(i) for i in ids], skip_special_tokens=False))

    def to_json(self) -> str:
        return self._serialized

    def __reduce__(self) -> tuple[Any, ...]:
        return CodeTokenizer, (self._serialized,)

    @classmethod
    def of_size(cls, merges: Sequence[Sequence[str]], n_vocab: int) -> CodeTokenizer:
        """Builds the tokenizer of a vocabulary size from the list of merges.

        Raises:
            UsageError: The size is outside of what the merges allow.
        """
        check_size(n_vocab, min(LARGEST_VOCABULARY, SMALLEST_VOCABULARY + len(merges)))
        used = [tuple(m) for m in merges[: n_vocab - SMALLEST_VOCABULARY]]
        vocabulary = {END_OF_TEXT: 0}
        for token in [*_alphabet(), *(a + b for a, b in used)]:
            vocabulary[token] = len(vocabulary)
        return cls(_backend(vocabulary, used).to_str())


def check_size(n_vocab: int, largest: int = LARGEST_VOCABULARY) -> None:
    """Raises UsageError for a vocabulary size out of range."""
    if not SMALLEST_VOCABULARY <= n_vocab <= largest:
        raise UsageError(
            f"vocabulary size must be between {SMALLEST_VOCABULARY} and {largest}"
            f"{'' if largest == LARGEST_VOCABULARY else ' with this corpus'}, got {n_vocab}",
            hint="choose a vocabulary size in this range, or a larger corpus for a larger one",
        )


def train_merges(texts: Iterable[str], *, largest: int = LARGEST_VOCABULARY) -> list[tuple[str, str]]:
    """Learns the merges of byte-level BPE (Sennrich et al. 2016), most frequent first."""
    from tokenizers import trainers

    backend = _backend({}, [])
    trainer = trainers.BpeTrainer(
        vocab_size=largest,
        min_frequency=2,
        special_tokens=[END_OF_TEXT],
        initial_alphabet=_alphabet(),
        show_progress=False,
    )
    backend.train_from_iterator(texts, trainer)
    return [(str(a), str(b)) for a, b in json.loads(backend.to_str())["model"]["merges"]]


def _alphabet() -> list[str]:
    """The characters that stand for the 256 bytes, in a fixed order."""
    from tokenizers import pre_tokenizers

    return sorted(pre_tokenizers.ByteLevel.alphabet())


def _backend(vocabulary: dict[str, int], merges: list[Any]) -> Backend:
    from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers

    backend = Tokenizer(models.BPE(vocab=vocabulary, merges=merges))
    backend.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(_oniguruma(PATTERN)), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    backend.decoder = decoders.ByteLevel()
    return backend


def _oniguruma(pattern: str) -> str:
    """The same pattern in the syntax of the library's regular expressions."""
    return pattern.replace(r"\x80-\U0010FFFF", r"\x{80}-\x{10FFFF}")
