"""A GGUF file in llama.cpp, timed: where its Python binding, which is in no extra, is installed."""

from __future__ import annotations

import ctypes
import importlib.metadata
import importlib.util
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from autonas.promotion_protocols import Serving
from search_spaces.decoder.shape import DecoderShape

__all__ = ["InLlamaCpp", "serving"]


def serving(float32: bytes, path: Path, shape: DecoderShape) -> Serving | str:
    """Returns how a quantised file is timed beside the same in float32, or why it can't be.

    Args:
        float32: That file, which is not kept.
        path: Of the quantised file.
    """
    if importlib.util.find_spec("llama_cpp") is None:
        return "llama.cpp runs such files, and its Python binding, llama-cpp-python, is not installed"
    return Serving(
        program=f"llama.cpp, by llama-cpp-python {importlib.metadata.version('llama-cpp-python')}",
        original=partial(InLlamaCpp, float32, shape),
        quantized=partial(InLlamaCpp, path, shape),
    )


class InLlamaCpp(nn.Module):
    """A file in llama.cpp on the CPU, on as many threads as torch has; one sequence at a time."""

    def __init__(self, file: bytes | Path, shape: DecoderShape) -> None:
        super().__init__()
        self.file, self.shape = file, shape
        self.model: Any = None  # until it is known how much it shall keep

    def new_cache(self, *, batch_size: int, max_tokens: int) -> None:
        """Empties the model's own cache, for up to so many tokens of one sequence."""
        assert batch_size == 1, "llama.cpp keeps one sequence here"
        if self.model is None:
            self.model = self._opened(max_tokens)
        self.model.reset()

    def next_logits(self, tokens: Tensor, cache: None) -> Tensor:
        """Returns the logits (1, V) after the last of the tokens (1, T)."""
        import llama_cpp

        del cache
        self.model.eval(tokens[0].tolist())
        last = llama_cpp.llama_get_logits_ith(self.model.ctx, -1)
        return torch.from_numpy(np.ctypeslib.as_array(last, (self.shape.vocab_size,)).copy())[None]

    def _opened(self, max_tokens: int) -> Any:
        import llama_cpp
        from llama_cpp import Llama

        self._silence = llama_cpp.llama_log_callback(lambda *_: None)  # verbose=False leaves it some words
        llama_cpp.llama_log_set(self._silence, ctypes.c_void_p())
        threads = torch.get_num_threads()
        options: dict[str, Any] = {"n_ctx": max_tokens, "n_threads": threads, "n_threads_batch": threads}
        if isinstance(self.file, Path):
            return Llama(str(self.file), verbose=False, **options)
        with tempfile.NamedTemporaryFile(suffix=".gguf") as copy:
            copy.write(self.file)
            copy.flush()
            return Llama(copy.name, verbose=False, **options)
