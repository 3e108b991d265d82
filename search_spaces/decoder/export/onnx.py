"""A graph for ONNX Runtime: token ids (batch, time) to logits (batch, time, vocabulary), without a cache."""

from __future__ import annotations

import contextlib
import functools
import logging
import math
import warnings
from collections.abc import Iterator

import onnxruntime
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from autonas.checksums import replacing
from autonas.errors import AutonasError
from autonas.promotion_protocols import Exported, ExportRequest, Quantized, Serving
from autonas.protocols import Trained
from search_spaces.decoder.export.onnx_quantized import BITS, RunningGraph, quantized_graph, quantized_network
from search_spaces.decoder.export.vocabulary import write_tokenizer
from search_spaces.decoder.mixers.attention import ROPE_BASE
from search_spaces.decoder.model import NORM_EPSILON, Decoder
from search_spaces.decoder.shape import DecoderShape

__all__ = ["TOLERANCE", "Graph", "check_graph", "write_onnx"]

FILE = "model.onnx"
TOLERANCE = 1e-4  # of logits
OPSET = 18


def write_onnx(shape: DecoderShape, trained: Trained, wanted: ExportRequest) -> Exported:
    """Writes model.onnx, once ONNX Runtime has computed the same logits from it, and the tokenizer beside it.

    Quantised, the logits must be those of the network whose weights are what the integers mean.

    Raises:
        AutonasError: It has computed others.
    """
    network: Decoder = trained.network
    graph = float32 = _graph_of(network)
    bits = None if wanted.quantize is None else BITS[wanted.quantize]
    if bits is not None:
        graph, network = quantized_graph(graph, bits), quantized_network(network, bits)
    worst = check_graph(graph, network, wanted.context)
    with replacing(wanted.folder / FILE) as partial:
        partial.write_bytes(graph)
    write_tokenizer(wanted.folder, trained.tokenizer, context=wanted.context)
    what, quantized = f"opset {OPSET}, float32", None
    if bits is not None:
        what = f"weights as {bits}-bit integers"
        quantized = Quantized(
            network=RunningGraph(graph, shape, network),
            reference=network,
            serving=Serving(
                program=f"ONNX Runtime {onnxruntime.__version__}",
                original=functools.partial(RunningGraph, float32, shape),
                quantized=functools.partial(RunningGraph, graph, shape),
            ),
            n_bytes=len(graph),
            n_bytes_float32=len(float32),
        )
    return Exported(
        architecture=f"ONNX graph, {what}",
        parameters=sum(parameter.numel() for parameter in network.parameters()),
        library="onnx",
        example=_EXAMPLE,
        notes=_notes(bits, shape, worst),
        quantized=quantized,
    )


def _notes(bits: int | None, shape: DecoderShape, worst: float) -> tuple[str, ...]:
    whose = "the network" if bits is None else "these weights"
    notes = [
        f"ONNX Runtime {onnxruntime.__version__} computed the logits of {whose} from this file, within {worst:.1g},"
        " before it was kept.",
        "The graph has no cache: each token that is written reads all before it again.",
    ]
    if bits is not None:
        notes.append(
            f"All matrices, the embedding too, are {bits}-bit integers with one float32 scale for 32 neighbours; all"
            " else is in float32. `MatMulNBits` and `GatherBlockQuantized` are operators of ONNX Runtime, which other"
            " runtimes may not have."
        )
    if bits is not None and shape.tied:
        notes.append("Embedding and output, one matrix in training, are two in this file.")
    return tuple(notes)


def _graph_of(network: Decoder) -> bytes:
    tokens = torch.zeros((2, 5), dtype=torch.long)
    sizes = {"input_ids": {0: torch.export.Dim("batch"), 1: torch.export.Dim("time")}}
    with _quietly():
        program = torch.onnx.export(
            Graph(network).eval(),
            (tokens,),
            dynamo=True,
            dynamic_shapes=sizes,
            input_names=["input_ids"],
            output_names=["logits"],
            opset_version=OPSET,
            verbose=False,
        )
    assert program is not None, "the dynamo exporter returns a program"
    model = program.model_proto
    for part in (model, model.graph, *model.graph.node, *model.graph.initializer, *model.graph.value_info):
        part.ClearField("metadata_props")  # where in the code it comes from, with the paths of this machine
    return model.SerializeToString()


@contextlib.contextmanager
def _quietly() -> Iterator[None]:
    """Keeps back what the exporter says of itself and of packages that are not needed; what it writes is checked."""
    logger = logging.getLogger("torch.onnx._internal.exporter._registration")
    before = logger.level
    logger.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(before)


@torch.no_grad()
def check_graph(graph: bytes, network: Decoder, context: int) -> float:
    """Compares a graph with its network on random tokens of several sizes, and returns the largest difference.

    Raises:
        AutonasError: It is more than `TOLERANCE`.
    """
    session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])
    generator, worst = torch.Generator().manual_seed(0), 0.0
    for batch, time in ((1, 1), (1, context), (3, max(2, context // 3))):
        tokens = torch.randint(network.shape.vocab_size, (batch, time), generator=generator)
        found = torch.from_numpy(session.run(["logits"], {"input_ids": tokens.numpy()})[0])
        difference = (found - network(tokens)).abs().max().item()
        worst = math.inf if math.isnan(difference) else max(worst, difference)
    if worst > TOLERANCE:
        raise AutonasError(
            f"ONNX Runtime computes other logits from the graph: they differ by {worst:.3g}, more than {TOLERANCE:g}",
            hint="nothing was kept; --format hf needs no graph",
        )
    return worst


class Graph(nn.Module):
    """The network's forward pass with nothing that depends on the sizes but the tensors: no tables, no fused forms."""

    def __init__(self, network: Decoder) -> None:
        super().__init__()
        self.network = network

    def forward(self, input_ids: Tensor) -> Tensor:
        """Maps ids (B, T) to logits (B, T, V)."""
        network, shape = self.network, self.network.shape
        x = F.rms_norm(network.embedding(input_ids), (shape.d_model,), eps=NORM_EPSILON)
        if network.shift is not None:
            x = network.shift(x)
        positions = torch.arange(input_ids.shape[1], device=x.device)
        if shape.position == "sinusoidal":
            x = x + _sinusoids(positions, shape.d_model)
        rotation = _rotation(positions, shape.head_size) if shape.position == "rope" else None
        bias = _bias(positions, shape)
        for block in network.blocks:
            x = x + _attend(block.mixer, block.mixer_norm(x), rotation, bias)
            x = x + block.feed_forward(block.feed_forward_norm(x))
        return network.output(network.norm(x))


def _attend(mixer: nn.Module, x: Tensor, rotation: tuple[Tensor, Tensor] | None, bias: Tensor) -> Tensor:
    shape, (batch, time, width) = mixer.shape, x.shape
    source = mixer.key_shift(x) if shape.token_shift else x
    query = mixer.query(x).view(batch, time, shape.n_heads, shape.head_size).transpose(1, 2)  # (B, H, T, D)
    key = mixer.key(source).view(batch, time, shape.n_kv_heads, shape.head_size).transpose(1, 2)  # (B, G, T, D)
    value = mixer.value(x).view(batch, time, shape.n_kv_heads, shape.head_size).transpose(1, 2)
    if shape.qk_norm:
        query, key = mixer.query_norm(query), mixer.key_norm(key)
    if rotation is not None:
        query, key = _rotate(query, *rotation), _rotate(key, *rotation)
    groups = shape.n_heads // shape.n_kv_heads
    if groups > 1:
        key, value = key.repeat_interleave(groups, dim=1), value.repeat_interleave(groups, dim=1)
    scores = query @ key.transpose(-1, -2) * shape.head_size**-0.5 + bias  # (B, H, T, T)
    mixed = torch.softmax(scores, dim=-1) @ value
    return mixer.output(mixed.transpose(1, 2).reshape(batch, time, width))


def _rotation(positions: Tensor, head_size: int) -> tuple[Tensor, Tensor]:
    """Returns cosines and sines, (T, D): the two halves of a head form the pairs."""
    rates = ROPE_BASE ** (-torch.arange(0, head_size, 2, dtype=torch.float32) / head_size)
    angles = positions[:, None].float() * rates
    angles = torch.cat([angles, angles], dim=-1)
    return angles.cos(), angles.sin()


def _rotate(x: Tensor, cosine: Tensor, sine: Tensor) -> Tensor:
    low, high = x.chunk(2, dim=-1)
    return x * cosine + torch.cat([-high, low], dim=-1) * sine


def _bias(positions: Tensor, shape: DecoderShape) -> Tensor:
    """Returns what is added to the scores, (1 or H, T, T)."""
    distance = positions[:, None] - positions[None]
    hidden = distance < 0
    if shape.window:
        hidden = hidden | (distance >= shape.window)
    if shape.position == "alibi":
        slopes = 2.0 ** (-8.0 * torch.arange(1, shape.n_heads + 1, dtype=torch.float32) / shape.n_heads)
    else:
        slopes = torch.zeros(1)
    bias = -slopes[:, None, None] * distance.clamp(min=0).float()
    return bias.masked_fill(hidden, float("-inf"))


def _sinusoids(positions: Tensor, width: int) -> Tensor:
    """Returns (T, C) sinusoids of the embeddings' size."""
    rates = 10_000.0 ** (-torch.arange(0, width, 2, dtype=torch.float32) / width)
    angles = positions[:, None].float() * rates
    return torch.cat([angles.sin(), angles.cos()], dim=-1)[:, :width] * math.sqrt(2)


_EXAMPLE = '''```python
import numpy as np
import onnxruntime
from tokenizers import Tokenizer

tokenizer = Tokenizer.from_file("tokenizer.json")
session = onnxruntime.InferenceSession("model.onnx")
prompt = 'def add(a, b):\\n    """Return the sum of a and b."""\\n'
ids = tokenizer.encode(prompt.rstrip()).ids  # it was trained to write the line end itself
for _ in range(64):
    logits = session.run(["logits"], {"input_ids": np.array([ids])})[0]
    ids.append(int(logits[0, -1].argmax()))
    if ids[-1] == 0:  # the end of the text
        break
print(tokenizer.decode(ids, skip_special_tokens=True))
```'''
