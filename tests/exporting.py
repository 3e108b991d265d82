"""Networks with random weights, and what the tests of exports need to be installed."""

from __future__ import annotations

import atexit
import contextlib
import importlib.util
import os
import shutil
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from autonas.promotion_protocols import Exported, ExportRequest
from autonas.protocols import Trained
from search_spaces.decoder.model import Decoder
from search_spaces.decoder.shape import DecoderShape
from search_spaces.decoder.space import DecoderSpace
from trainer.data.tokenizer import CodeTokenizer, train_merges

__all__ = [
    "CONTEXT", "OWN", "PLAIN", "STATES", "TEXT", "export", "greedy", "in_llama_cpp", "name_of", "need", "random_ids",
    "trained",
]  # fmt: skip

REQUIRE = "AUTONAS_REQUIRE_EXPORT"  # if 1, the tests fail rather than being skipped where a package is missing
CONTEXT = 48
TEXT = 'def f(x):\n    """<|endoftext|> é 漢字"""\n\treturn x + 12345\r\n\n\n  '

_SHAPE = DecoderShape(
    n_layers=2, d_model=32, n_heads=4, n_kv_heads=2, d_ff=48, activation="swiglu", norm="rmsnorm",
    position="rope", qk_norm=False, tied=False, dropout=0.0, window=0, vocab_size=400,
)  # fmt: skip
# Exactly a Llama or Qwen3: grouped, multi-head and multi-query; the matrices of embedding and output shared or not.
PLAIN = (
    _SHAPE,
    replace(_SHAPE, tied=True, n_kv_heads=4, dropout=0.1),
    replace(_SHAPE, qk_norm=True, n_kv_heads=1),
    replace(_SHAPE, qk_norm=True, tied=True, n_layers=3),
)
# Each of these has something that neither has; between them, all that a shape can have.
OWN = (
    replace(_SHAPE, token_shift=True, tied=True),
    replace(_SHAPE, norm="layernorm", activation="gelu", position="alibi", token_shift=True, qk_norm=True),
    replace(_SHAPE, position="sinusoidal", activation="relu_squared", n_kv_heads=1, tied=True),
    replace(_SHAPE, position="none", activation="geglu", window=5),
    replace(_SHAPE, activation="silu", window=3, position="alibi", n_kv_heads=4, token_shift=True),
    replace(_SHAPE, position="sinusoidal", norm="layernorm", token_shift=True, window=7, qk_norm=True),
)
# Layers that keep a state: each family alone, and among attention that is the first or the last of its group.
_STATE = replace(_SHAPE, position="none", n_kv_heads=4)
STATES = (
    replace(_STATE, mixer="deltanet", token_shift=True, tied=True),
    replace(_STATE, mixer="mamba2", state_size=16, expansion=2, conv_size=4),
    replace(_STATE, mixer="rwkv7", tied=True, position="sinusoidal"),
    replace(_SHAPE, mixer="deltanet", expansion=2, conv_size=4, attention_every=2, token_shift=True, window=5),
    replace(_SHAPE, mixer="mamba2", state_size=8, attention_every=2, attention_first=True, position="alibi", tied=True),
    replace(_SHAPE, mixer="rwkv7", attention_every=3, n_layers=5, token_shift=True, norm="layernorm", qk_norm=True),
    replace(_STATE, mixer="mamba2", state_size=16, conv_size=4, token_shift=True, tied=True, activation="gelu"),
)


def need(*packages: str) -> None:
    """Skips a test where packages are missing, which $AUTONAS_REQUIRE_EXPORT makes an error."""
    missing = [name for name in packages if importlib.util.find_spec(name) is None]
    if missing and os.environ.get(REQUIRE) == "1":
        pytest.fail(f"no {', '.join(missing)}, and {REQUIRE} is 1")
    if missing:
        pytest.skip(f"no {', '.join(missing)}: pip install 'autonas[export]'")
    if "transformers" in packages:  # it keeps a copy of the code that a model brings, by default among the user's files
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        if "HF_HOME" not in os.environ:
            os.environ["HF_HOME"] = home = tempfile.mkdtemp(prefix="autonas-hf-")
            atexit.register(shutil.rmtree, home, ignore_errors=True)


def name_of(shape: DecoderShape) -> str:
    """The shape as a test's name."""
    return shape.summary().replace(" ", "-")


@cache
def tokenizer() -> CodeTokenizer:
    """One that was trained on this project's own text."""
    texts = [path.read_text() for path in sorted(Path(__file__).parent.glob("*.py"))]
    return CodeTokenizer.of_size(train_merges(texts, largest=_SHAPE.vocab_size), _SHAPE.vocab_size)


def trained(shape: DecoderShape) -> Trained:
    """A network whose weights are random, and large enough for every part to matter."""
    generator = torch.Generator().manual_seed(0)
    network = Decoder(shape, generator=generator).eval()
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.add_(torch.randn(parameter.shape, generator=generator) * 0.2)
    return Trained(network=network, tokenizer=tokenizer(), held_out=None, autocast=contextlib.nullcontext)


def export(folder: Path, subject: Trained, file_format: str, quantize: str | None = None) -> Exported:
    """Writes a network into a folder."""
    wanted = ExportRequest(format=file_format, folder=folder, name="random", context=CONTEXT, quantize=quantize)
    return DecoderSpace().export(subject.network.shape, subject, wanted)


def in_llama_cpp(folder: Path) -> Any:
    """Loads a GGUF export with llama.cpp; built from source that takes long to install, so it is in no extra."""
    llama_cpp = pytest.importorskip("llama_cpp")
    single = llama_cpp.GGML_TYPE_F32  # of the cache, which is in half precision by default
    options = {"n_ctx": 64, "logits_all": True, "type_k": single, "type_v": single, "verbose": False}
    return llama_cpp.Llama(str(folder / "model.gguf"), **options)


def random_ids(batch: int, time: int) -> Tensor:
    """Ids without that of the end of a text."""
    return torch.randint(1, _SHAPE.vocab_size, (batch, time), generator=torch.Generator().manual_seed(1))


@torch.no_grad()
def greedy(network: Decoder, ids: Tensor, n_new: int) -> Tensor:
    """Continues (B, T) with the most likely tokens, one after the other, without a cache."""
    for _ in range(n_new):
        ids = torch.cat([ids, network(ids)[:, -1:].argmax(-1)], dim=1)
    return ids
