"""The tokenizer beside an exported model: the same ids as in training, and what ends a text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from autonas.checksums import write_whole
from autonas.errors import AutonasError
from autonas.protocols import Tokenizer

__all__ = ["backend_of", "end_of_text", "write_tokenizer"]


def write_tokenizer(folder: Path, tokenizer: Tokenizer, *, context: int) -> None:
    """Writes tokenizer.json and tokenizer_config.json, which AutoTokenizer reads.

    A text that spells the mark of its end is encoded as those characters, as in training: `split_special_tokens`.
    """
    data = backend_of(tokenizer)
    end = end_of_text(data, tokenizer)
    flags = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
    data["added_tokens"] = [{"id": tokenizer.end_of_text, "content": end, **flags}]
    config = {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "eos_token": end,
        "pad_token": end,
        "padding_side": "left",
        "split_special_tokens": True,
        "clean_up_tokenization_spaces": False,
        "model_max_length": context,
        "model_input_names": ["input_ids", "attention_mask"],
    }
    write_whole(folder / "tokenizer.json", json.dumps(data, ensure_ascii=False, indent=1))
    write_whole(folder / "tokenizer_config.json", json.dumps(config, indent=1))


def backend_of(tokenizer: Tokenizer) -> dict[str, Any]:
    """Returns a tokenizer in the JSON form of the tokenizers library.

    Raises:
        AutonasError: It has none.
    """
    to_json = getattr(tokenizer, "to_json", None)
    if to_json is None:
        raise AutonasError(
            f"a {type(tokenizer).__name__} cannot be exported: it has no to_json",
            hint="models with a tokenizer of the tokenizers library can",
        )
    data: dict[str, Any] = json.loads(to_json())
    return data


def end_of_text(data: dict[str, Any], tokenizer: Tokenizer) -> str:
    """Returns how the end of a text is spelled in the vocabulary."""
    return next(token for token, number in data["model"]["vocab"].items() if number == tokenizer.end_of_text)
