"""The matrices of an ONNX graph as integers, by ONNX Runtime's own quantiser of weights.

A product with a matrix becomes a `MatMulNBits`, the look-up of embeddings a `GatherBlockQuantized`: 32 neighbours along
the inputs of a matrix share a scale, symmetric, to the nearest. Activations stay in float32 (accuracy level 1). The
quantiser leaves look-ups of 8 bits out, so they are written here, by its own arithmetic for both widths.

Shapes: R outputs, C inputs, G = ceil(C / 32) blocks.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any

import numpy as np
import onnx
import onnxruntime
import torch
from numpy.typing import NDArray
from onnx import helper, numpy_helper
from torch import Tensor, nn

from search_spaces.decoder.model import Decoder
from search_spaces.decoder.shape import DecoderShape

__all__ = ["BITS", "RunningGraph", "quantized_graph", "quantized_network"]

BITS = {"int8": 8, "int4": 4}
BLOCK = 32
DOMAIN = "com.microsoft"


class RunningGraph(nn.Module):
    """A graph in ONNX Runtime, for what scores and times networks, on as many threads as torch has.

    Attributes:
        network: Which computes the same in torch, for its parameters; None where only times are asked for.
    """

    def __init__(self, graph: bytes, shape: DecoderShape, network: nn.Module | None = None) -> None:
        super().__init__()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = torch.get_num_threads()
        self.session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        self.shape, self.network = shape, network

    def forward(self, tokens: Tensor) -> Tensor:
        """Maps ids (B, T) to logits (B, T, V)."""
        return torch.from_numpy(self.session.run(["logits"], {"input_ids": tokens.numpy()})[0])

    def new_cache(self, *, batch_size: int, max_tokens: int) -> list[Tensor]:
        """Returns where what was read is kept, as the graph itself keeps nothing."""
        del batch_size, max_tokens
        return []

    def next_logits(self, tokens: Tensor, cache: list[Tensor]) -> Tensor:
        """Returns the logits (B, V) after the last of the tokens (B, T): all before them are read again."""
        cache.append(tokens)
        return self(torch.cat(cache, dim=1))[:, -1]


def quantized_network(network: Decoder, bits: int) -> Decoder:
    """Returns a network that computes with what the integers mean; embedding and output are two matrices in it."""
    quantised = Decoder(replace(network.shape, tied=False)).eval()
    quantised.load_state_dict(network.state_dict())
    with torch.no_grad():
        for module in quantised.modules():
            if isinstance(module, nn.Linear | nn.Embedding):
                module.weight.copy_(_multiplied_out(module.weight.numpy(), bits))
    return quantised


def quantized_graph(graph: bytes, bits: int) -> bytes:
    """Returns the graph of a network with its matrices as integers."""
    quantiser = _library()
    model = onnx.load_from_string(graph)
    _fold_transposed(model.graph)
    config = quantiser.DefaultWeightOnlyQuantConfig(block_size=BLOCK, is_symmetric=True, accuracy_level=1, bits=bits)
    work = quantiser.MatMulNBitsQuantizer(model, algo_config=config)
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)  # it tells of each node, and of the opset that it raises; the result is checked
    try:
        work.process()
    finally:
        logging.disable(before)
    model = work.model.model
    _quantize_lookups(model.graph, bits)
    return bytes(model.SerializeToString())


def _fold_transposed(graph: Any) -> None:
    """Gives a shared matrix, which the output reads transposed, a transposed copy: only constants are quantised."""
    matrices = {tensor.name: tensor for tensor in graph.initializer}
    for node in [node for node in graph.node if node.op_type == "Transpose" and node.input[0] in matrices]:
        turned = numpy_helper.to_array(matrices[node.input[0]]).T
        graph.initializer.append(numpy_helper.from_array(np.ascontiguousarray(turned), node.output[0]))
        graph.node.remove(node)


def _quantize_lookups(graph: Any, bits: int) -> None:
    matrices = {tensor.name: tensor for tensor in graph.initializer if len(tensor.dims) == 2}
    for node in [node for node in graph.node if node.op_type == "Gather" and node.input[0] in matrices]:
        matrix = matrices[node.input[0]]
        weight = numpy_helper.to_array(matrix)
        integers, scales = _integers(weight, bits)
        stored = integers.reshape(len(weight), -1)[:, : weight.shape[1] * bits // 8]  # without what fills a block up
        names = [f"{matrix.name}_Q{bits}", f"{matrix.name}_scales"]
        new = [np.ascontiguousarray(stored), scales]
        graph.initializer.extend(numpy_helper.from_array(*pair) for pair in zip(new, names, strict=True))
        lookup = helper.make_node(
            "GatherBlockQuantized",
            inputs=[names[0], node.input[1], names[1]],
            outputs=list(node.output),
            name=f"{node.name}_Q{bits}",
            domain=DOMAIN,
            gather_axis=0,
            quantize_axis=1,
            block_size=BLOCK,
            bits=bits,
        )
        graph.node.insert(list(graph.node).index(node), lookup)
        graph.node.remove(node)
        graph.initializer.remove(matrix)


def _integers(weight: NDArray[np.float32], bits: int) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Returns the packed integers (R, G, bytes of a block) and scales (R, G) of a matrix (R, C)."""
    quantiser = _library()
    config = quantiser.DefaultWeightOnlyQuantConfig(block_size=BLOCK, is_symmetric=True, bits=bits)
    columns = np.ascontiguousarray(weight.T)
    packed, scales, _ = quantiser.DefaultWeightOnlyQuantizer(config).qbits_block_quant(columns)
    return packed, scales


def _multiplied_out(weight: NDArray[np.float32], bits: int) -> Tensor:
    packed, scales = _integers(weight, bits)
    if bits == 4:  # the even one of two in the low half
        packed = np.stack([packed & 0x0F, packed >> 4], axis=-1).reshape(*packed.shape[:2], BLOCK)
    numbers = (packed.astype(np.float32) - 2 ** (bits - 1)) * scales[:, :, None]  # (R, G, 32)
    return torch.from_numpy(numbers.reshape(len(weight), -1)[:, : weight.shape[1]])


def _library() -> Any:
    """Imports the quantiser, which on that occasion tells the whole process how to log."""
    handlers, level = logging.root.handlers[:], logging.root.level
    from onnxruntime.quantization import matmul_nbits_quantizer

    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)
    return matmul_nbits_quantizer
