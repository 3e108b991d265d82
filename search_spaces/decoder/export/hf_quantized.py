"""A folder for transformers with 8-bit weights of torchao, as transformers itself quantises and saves a model.

torchao's 4-bit weights are refused: those that it packs, two in a byte, need CUDA or the package mslk, and those that a
CPU computes with take a whole byte each.
"""

from __future__ import annotations

import contextlib
import importlib.metadata
import json
import logging
import tempfile
import warnings
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from autonas.checksums import replacing
from autonas.errors import AutonasError, UsageError
from autonas.promotion_protocols import Exported, ExportRequest, Quantized, Serving
from autonas.protocols import Trained
from search_spaces.decoder.export.hf import write_hf
from search_spaces.decoder.export.plain import family, named_tensors
from search_spaces.decoder.export.readback import decoder_of
from search_spaces.decoder.model import Decoder
from search_spaces.decoder.shape import DecoderShape

__all__ = ["TOLERANCE", "write_quantized_hf"]

WEIGHTS = "model.safetensors"
TOLERANCE = 1e-4  # of logits


class Loaded(nn.Module):
    """A model of transformers, for what scores and times networks."""

    def __init__(self, model: Any, shape: DecoderShape) -> None:
        super().__init__()
        self.model, self.shape = model, shape

    def forward(self, tokens: Tensor) -> Tensor:
        """Maps ids (B, T) to logits (B, T, V)."""
        return self.model(tokens, use_cache=False).logits

    def new_cache(self, *, batch_size: int, max_tokens: int) -> dict[str, Any]:
        """Returns where the model's own cache is kept, which it makes at the first tokens."""
        del batch_size, max_tokens
        return {}

    def next_logits(self, tokens: Tensor, cache: dict[str, Any]) -> Tensor:
        """Returns the logits (B, V) after the last of the tokens (B, T)."""
        output = self.model(tokens, use_cache=True, logits_to_keep=1, **cache)
        name = "cache" if "cache" in output else "past_key_values"  # which is what it was called before 5.24
        cache[name] = output[name]
        return output.logits[:, -1]


def write_quantized_hf(shape: DecoderShape, trained: Trained, wanted: ExportRequest) -> Exported:
    """Writes the folder of `write_hf`, then its weights anew as transformers quantises them.

    Raises:
        UsageError: For 4 bits.
        AutonasError: The folder, loaded again, computes other logits than the network does with the same integers.
    """
    if wanted.quantize != "int8":
        raise UsageError(
            "hf cannot hold int4: torchao's 4-bit weights need CUDA, or take a byte each and are no smaller than int8",
            hint="--format hf --quantize int8, --format gguf or onnx --quantize int4, or autonas compress",
        )
    exported = write_hf(shape, trained, wanted)
    path = wanted.folder / WEIGHTS
    before = path.stat().st_size
    with _quietly():
        _requantize(shape, trained.network, wanted.folder)
        model = _class_of(shape).from_pretrained(wanted.folder).eval()
        reference = decoder_of(shape, {name: _multiplied_out(tensor) for name, tensor in _tensors(model).items()})
        worst = _difference(model, reference, wanted.context)
    if not worst <= TOLERANCE:
        raise AutonasError(
            f"transformers computes other logits from the 8-bit folder: they differ by {worst:.3g}, more than"
            f" {TOLERANCE:g}",
            hint="nothing was kept; --format hf without --quantize is float32",
        )
    return replace(
        exported,
        architecture=f"{exported.architecture}, 8-bit weights of torchao",
        notes=(_note(shape, worst), *exported.notes),
        quantized=Quantized(
            network=Loaded(model, shape),
            reference=reference,
            serving=Serving(
                program=f"transformers {importlib.metadata.version('transformers')}",
                original=partial(_in_float32, shape, wanted.folder),
                quantized=partial(_as_written, shape, wanted.folder),
            ),
            n_bytes=path.stat().st_size,
            n_bytes_float32=before,
        ),
    )


def _as_written(shape: DecoderShape, folder: Path) -> Loaded:
    with _quietly():
        return Loaded(_class_of(shape).from_pretrained(folder), shape)


def _in_float32(shape: DecoderShape, folder: Path) -> Loaded:
    """Returns the model of a folder before its weights became integers; random ones change no time."""
    with _quietly():
        kind = _class_of(shape)
        config = kind.config_class.from_pretrained(folder)
        del config.quantization_config
        return Loaded(kind(config), shape)


def _requantize(shape: DecoderShape, network: nn.Module, folder: Path) -> None:
    """Replaces the weights of a folder by 8-bit ones, and says so in its config.json."""
    model = _class_of(shape).from_pretrained(folder, quantization_config=_config(shape, network))
    with tempfile.TemporaryDirectory(dir=folder) as made:
        model.save_pretrained(made)
        saved = json.loads((Path(made) / "config.json").read_text())
        about = json.loads((folder / "config.json").read_text())
        about["quantization_config"] = saved["quantization_config"]
        with replacing(folder / "config.json") as partial:
            partial.write_text(json.dumps(about, indent=1) + "\n")
        (Path(made) / WEIGHTS).replace(folder / WEIGHTS)


def _config(shape: DecoderShape, network: nn.Module) -> Any:
    """Returns what becomes integers: all matrices, but not one that embedding and output share.

    torchao multiplies with one kind of 8-bit tensors and looks rows up in another.
    """
    from torchao.quantization import FqnToConfig, Int8WeightOnlyConfig, IntxWeightOnlyConfig
    from torchao.quantization.granularity import PerAxis
    from transformers import TorchAoConfig

    matrices = {name.split(".")[-2] for name, tensor in named_tensors(network).items() if tensor.dim() == 2}
    matrices.remove("embed_tokens")
    chosen: dict[str, Any] = {}
    if _shared(shape):
        matrices.remove("lm_head")
    else:
        chosen["model.embed_tokens"] = IntxWeightOnlyConfig(weight_dtype=torch.int8, granularity=PerAxis(0))
    chosen[rf"re:(.*\.)?({'|'.join(sorted(matrices))})"] = Int8WeightOnlyConfig()
    return TorchAoConfig(FqnToConfig(OrderedDict(chosen)), modules_to_not_convert=[])


def _shared(shape: DecoderShape) -> bool:
    """Whether embedding and output are one matrix in the folder, too."""
    return shape.tied and family(shape) is None


def _class_of(shape: DecoderShape) -> Any:
    import transformers

    kind = family(shape)
    if kind is not None:
        return {"llama": transformers.LlamaForCausalLM, "qwen3": transformers.Qwen3ForCausalLM}[kind]
    from search_spaces.decoder.export.modeling_autonas import AutonasForCausalLM

    return AutonasForCausalLM


@torch.no_grad()
def _difference(model: Any, reference: Decoder, context: int) -> float:
    """Returns the largest difference to the logits of our network with the same integers, on random tokens."""
    tokens = torch.randint(reference.shape.vocab_size, (2, context), generator=torch.Generator().manual_seed(0))
    return float((model(tokens, use_cache=False).logits - reference(tokens)).abs().max())


def _tensors(model: Any) -> dict[str, Tensor]:
    return dict(model.named_parameters(remove_duplicate=False))


def _multiplied_out(tensor: Tensor) -> Tensor:
    return tensor.dequantize() if hasattr(tensor, "qdata") else tensor.detach()


def _note(shape: DecoderShape, worst: float) -> str:
    but = ", but for the embedding, which the output shares," if _shared(shape) else ""
    return (
        f"Matrices{but} are 8-bit integers with one float32 scale a row, of torchao's making; all else is in float32."
        f" Loading needs `torchao`. Loaded again, it computed the logits of these weights within {worst:.1g} before it"
        " was kept. It is smaller, not faster: on a CPU small matrices are slower so."
    )


@contextlib.contextmanager
def _quietly() -> Iterator[None]:
    """Keeps back bars, and what the libraries say of kernels that they cannot load here."""
    from transformers.utils import logging as theirs

    bars, before = theirs.is_progress_bar_enabled(), logging.root.manager.disable
    theirs.disable_progress_bar()
    logging.disable(logging.WARNING)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)
        if bars:
            theirs.enable_progress_bar()
