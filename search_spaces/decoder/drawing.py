"""A shape drawn as parts with their dimensions, parameters and costs, for `autonas show`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from autonas.protocols import Part
from search_spaces.decoder.families import CONVOLVING, EXPANDING, LINEAR, MIXER_FLOPS, mixer_parameters
from search_spaces.decoder.shape import DecoderShape

__all__ = ["parts_of"]

POSITION_NAMES = {"rope": "rotary positions", "alibi": "ALiBi", "sinusoidal": "sinusoids added to the input"}


def parts_of(shape: DecoderShape, context: int) -> tuple[Part, ...]:
    """Returns the parts in the order of the data; their totals add up to those of the shape.

    Args:
        context: Tokens of a sequence, on which the cost of attention depends.
    """
    sizes, flops = shape.parameters_by_part(), shape.flops_by_part(context)
    norm_part = _norm(shape)
    embedding = Part(name="embedding", detail=_embedding_detail(shape), parameters=sizes["embedding"])
    shift = (
        Part(
            name="token shift",
            detail=str(shape.d_model),
            parameters=sizes["token_shift"],
            flops=flops["token_shift"],
        ),
    )
    output = "the embedding's matrix" if shape.tied else f"{shape.d_model} -> {shape.vocab_size}"
    return (
        embedding,
        *(shift if shape.token_shift else ()),
        *_blocks(shape, context),
        norm_part,
        Part(name="output", detail=output, parameters=sizes["output"], flops=flops["output"]),
    )


def _blocks(shape: DecoderShape, context: int) -> tuple[Part, ...]:
    """Returns the blocks of equal mixers together, and whole groups of a pattern as one part that repeats."""
    every = shape.attention_every or shape.n_layers
    n_groups = shape.n_layers // every
    whole, rest = shape.mixers[:every], shape.mixers[n_groups * every :]
    groups = _runs(shape, whole, context) if n_groups else ()
    if n_groups > 1:
        groups = (Part(name="group", detail=f"{every} blocks", repeats=n_groups, children=groups),)
    return (*groups, *_runs(shape, rest, context))


def _runs(shape: DecoderShape, mixers: Sequence[str], context: int) -> tuple[Part, ...]:
    runs = ((mixer, len(list(run))) for mixer, run in groupby(mixers))
    return tuple(_block(shape, mixer, n_layers, context) for mixer, n_layers in runs)


def _block(shape: DecoderShape, mixer: str, n_layers: int, context: int) -> Part:
    sizes, flops = shape.parameters_by_part(), shape.flops_by_part(context)
    parameters = mixer_parameters(shape, mixer)
    mixer_part = Part(
        name=mixer,
        detail=_mixer_detail(shape, mixer),
        parameters=parameters,
        flops=6.0 * parameters + MIXER_FLOPS[mixer](shape, context),
    )
    feed_forward = Part(
        name="feed-forward",
        detail=f"{shape.d_model} -> {shape.d_ff} -> {shape.d_model}, {shape.activation}",
        parameters=sizes["feed_forward"] // shape.n_layers,
        flops=flops["feed_forward"] / shape.n_layers,
    )
    norm = _norm(shape)
    return Part(
        name="block",
        detail=f"dropout {shape.dropout:g}" if shape.dropout else "",
        repeats=n_layers,
        children=(norm, mixer_part, norm, feed_forward),
    )


def _norm(shape: DecoderShape) -> Part:
    parameters = shape.parameters_by_part()["norms"] // (2 * shape.n_layers + 1)
    return Part(name=shape.norm, detail=str(shape.d_model), parameters=parameters, flops=6.0 * parameters)


def _embedding_detail(shape: DecoderShape) -> str:
    sinusoids = f", {POSITION_NAMES['sinusoidal']}" if shape.position == "sinusoidal" else ""
    return f"{shape.vocab_size} -> {shape.d_model}, normalised{sinusoids}"


def _mixer_detail(shape: DecoderShape, mixer: str) -> str:
    if mixer in LINEAR:
        return _linear_detail(shape, mixer)
    if shape.n_kv_heads == shape.n_heads:
        kind = "multi-head"
    else:
        kind = "multi-query" if shape.n_kv_heads == 1 else "grouped-query"
    details = [f"{kind}: {_heads(shape)} of {shape.head_size}, {shape.n_kv_heads} of keys and values"]
    if shape.position in ("rope", "alibi"):
        details.append(POSITION_NAMES[shape.position])
    details += ["QK-norm"] if shape.qk_norm else []
    details += ["shifted keys"] if shape.token_shift else []
    details += [f"window of {shape.window}"] if shape.window else []
    return ", ".join(details)


def _linear_detail(shape: DecoderShape, mixer: str) -> str:
    keys = shape.state_size if mixer == "mamba2" else shape.head_size
    values = shape.head_size * (shape.expansion if mixer in EXPANDING else 1)
    details = [f"{_heads(shape)}, each with a state of {keys} x {values}"]
    details += [f"convolution over {shape.conv_size} tokens"] if mixer in CONVOLVING and shape.conv_size else []
    details += ["shifted keys"] if mixer == "deltanet" and shape.token_shift else []
    if mixer == "rwkv7":
        small, large = shape.rwkv7_ranks
        details.append(f"ranks {small} of decay and rate, {large} of the gate")
    return ", ".join(details)


def _heads(shape: DecoderShape) -> str:
    return "1 head" if shape.n_heads == 1 else f"{shape.n_heads} heads"
