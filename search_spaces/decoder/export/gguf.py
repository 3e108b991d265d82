"""A file for llama.cpp, for the shapes that it knows: plain Llamas and Qwen3s."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import gguf
import numpy as np
from torch import Tensor

from autonas.checksums import replacing
from autonas.errors import UsageError
from autonas.promotion_protocols import Exported, ExportRequest, Quantized
from autonas.protocols import Trained
from search_spaces.decoder.export import gguf_quantized
from search_spaces.decoder.export.gguf_names import interleaved, llama_name
from search_spaces.decoder.export.gguf_serving import serving
from search_spaces.decoder.export.plain import differences, family, plain_tensors
from search_spaces.decoder.export.vocabulary import backend_of, end_of_text, write_tokenizer
from search_spaces.decoder.mixers.attention import ROPE_BASE
from search_spaces.decoder.model import NORM_EPSILON
from search_spaces.decoder.shape import DecoderShape

__all__ = ["write_gguf"]

FILE = "model.gguf"
PRE_TOKENIZER = "qwen2"  # of llama.cpp's fixed list; none cuts text as ours does


def write_gguf(shape: DecoderShape, trained: Trained, wanted: ExportRequest) -> Exported:
    """Writes model.gguf, in float32 or quantised, and the tokenizer beside it.

    Raises:
        UsageError: llama.cpp has no architecture with that property of the shape.
    """
    kind = family(shape)
    if kind is None:
        raise UsageError(
            f"a model with {' and '.join(differences(shape))} cannot be written as gguf: only a Llama or Qwen3 can",
            hint="--format hf and --format onnx can hold it; see docs/export.md for what gguf can",
        )
    tensors = _tensors(shape, trained)
    types = gguf_quantized.types_of(tensors, wanted.quantize)
    path, quantized, notes = wanted.folder / FILE, None, _notes(shape)
    _write(path, shape, trained, wanted, tensors, {})
    if wanted.quantize is not None:
        float32 = path.read_bytes()
        _write(path, shape, trained, wanted, tensors, types)
        network = gguf_quantized.read_back(path, shape)
        quantized = Quantized(
            network=network,
            reference=network,
            serving=serving(float32, path, shape),
            n_bytes=path.stat().st_size,
            n_bytes_float32=len(float32),
        )
        notes = (gguf_quantized.note(types, wanted.quantize), *notes)
    write_tokenizer(wanted.folder, trained.tokenizer, context=wanted.context)
    stored = "float32" if wanted.quantize is None else gguf_quantized.MATRICES[wanted.quantize].name
    return Exported(
        architecture=f"{kind} (GGUF, {stored})",
        parameters=sum(tensor.numel() for tensor in tensors.values()),
        library="gguf",
        example=_EXAMPLE,
        notes=notes,
        quantized=quantized,
    )


def _tensors(shape: DecoderShape, trained: Trained) -> dict[str, Tensor]:
    """Returns the weights under llama.cpp's names, in its order."""
    tensors = {llama_name(name): tensor for name, tensor in plain_tensors(trained.network).items()}
    if family(shape) == "llama":
        tensors = {name: interleaved(name, tensor, shape) for name, tensor in tensors.items()}
    return tensors


def _write(
    path: Path,
    shape: DecoderShape,
    trained: Trained,
    wanted: ExportRequest,
    tensors: Mapping[str, Tensor],
    types: Mapping[str, Any],
) -> None:
    """Writes the file, with each tensor in its type, in float32 where none is given."""
    with replacing(path) as partial:
        writer = gguf.GGUFWriter(partial, family(shape))
        try:
            _add_shape(writer, shape, wanted)
            gguf_quantized.add_file_type(writer, wanted.quantize if types else None)
            _add_tokenizer(writer, backend_of(trained.tokenizer), trained)
            for name, tensor in tensors.items():
                stored = types.get(name, gguf.GGMLQuantizationType.F32)
                writer.add_tensor(name, gguf.quantize(np.ascontiguousarray(tensor.numpy()), stored), raw_dtype=stored)
            writer.write_header_to_file()
            writer.write_kv_data_to_file()
            writer.write_tensors_to_file()
        except OSError as error:
            if error.errno is None:  # numpy tells only how much it has written
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from error
            raise
        finally:
            writer.close()


def _add_shape(writer: Any, shape: DecoderShape, wanted: ExportRequest) -> None:
    writer.add_name(wanted.name)
    writer.add_context_length(wanted.context)
    writer.add_embedding_length(shape.d_model)
    writer.add_block_count(shape.n_layers)
    writer.add_feed_forward_length(shape.d_ff)
    writer.add_head_count(shape.n_heads)
    writer.add_head_count_kv(shape.n_kv_heads)
    writer.add_key_length(shape.head_size)
    writer.add_value_length(shape.head_size)
    writer.add_rope_dimension_count(shape.head_size)
    writer.add_rope_freq_base(ROPE_BASE)
    writer.add_layer_norm_rms_eps(NORM_EPSILON)
    writer.add_vocab_size(shape.vocab_size)


def _add_tokenizer(writer: Any, data: dict[str, Any], trained: Trained) -> None:
    vocabulary: dict[str, int] = data["model"]["vocab"]
    end = end_of_text(data, trained.tokenizer)
    tokens = sorted(vocabulary, key=vocabulary.__getitem__)
    kinds = [gguf.TokenType.CONTROL if token == end else gguf.TokenType.NORMAL for token in tokens]
    writer.add_tokenizer_model("gpt2")  # byte-level BPE
    writer.add_tokenizer_pre(PRE_TOKENIZER)
    writer.add_token_list(tokens)
    writer.add_token_types(kinds)
    writer.add_token_merges([pair if isinstance(pair, str) else " ".join(pair) for pair in data["model"]["merges"]])
    writer.add_eos_token_id(vocabulary[end])
    writer.add_pad_token_id(vocabulary[end])
    writer.add_bos_token_id(vocabulary[end])  # what stands between documents; else llama.cpp assumes another
    writer.add_add_bos_token(False)


def _notes(shape: DecoderShape) -> tuple[str, ...]:
    notes = [
        "llama.cpp cuts text before merging by one of a fixed list of rules, and none of them keeps a line end and the"
        f" indentation after it together, as this tokenizer does (`{PRE_TOKENIZER}` is noted in the file). Text that"
        " llama.cpp itself encodes becomes other tokens than in training, and what the model writes is worse. Encode"
        " with `tokenizer.json` and give llama.cpp the ids, as below. Decoding is exact.",
        "The embeddings, which the network normalises before its first block, are written normalised.",
    ]
    if shape.tied:
        notes.append("Embedding and output, one matrix in training, are two in this file.")
    return tuple(notes)


_EXAMPLE = '''```python
from llama_cpp import Llama
from tokenizers import Tokenizer

tokenizer = Tokenizer.from_file("tokenizer.json")
model = Llama("model.gguf", verbose=False)
prompt = 'def add(a, b):\\n    """Return the sum of a and b."""\\n'
ids = tokenizer.encode(prompt.rstrip()).ids  # it was trained to write the line end itself
print(model.create_completion(ids, max_tokens=192, temperature=0)["choices"][0]["text"])
```'''
