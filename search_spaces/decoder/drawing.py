"""A shape drawn as parts with their dimensions, parameters and costs, for `autonas show`."""

from __future__ import annotations

from autonas.protocols import Part
from search_spaces.decoder.shape import MIXER_PARAMETERS, DecoderShape

__all__ = ["parts_of"]

POSITION_NAMES = {"rope": "rotary positions", "alibi": "ALiBi", "sinusoidal": "sinusoids added to the input"}


def parts_of(shape: DecoderShape, context: int) -> tuple[Part, ...]:
    """Returns the parts in the order of the data; their totals add up to those of the shape.

    Args:
        context: Tokens of a sequence, on which the cost of attention depends.
    """
    sizes, flops = shape.parameters_by_part(), shape.flops_by_part(context)
    n_norms = 2 * shape.n_layers + 1
    mixer = Part(
        name=shape.mixer,
        detail=_mixer_detail(shape),
        parameters=MIXER_PARAMETERS[shape.mixer](shape),
        flops=flops["mixers"] / shape.n_layers,
    )
    feed_forward = Part(
        name="feed-forward",
        detail=f"{shape.d_model} -> {shape.d_ff} -> {shape.d_model}, {shape.activation}",
        parameters=sizes["feed_forward"] // shape.n_layers,
        flops=flops["feed_forward"] / shape.n_layers,
    )
    norm_part = Part(
        name=shape.norm,
        detail=str(shape.d_model),
        parameters=sizes["norms"] // n_norms,
        flops=flops["norms"] / n_norms,
    )
    dropout = f"dropout {shape.dropout:g}" if shape.dropout else ""
    block = Part(
        name="block",
        detail=dropout,
        repeats=shape.n_layers,
        children=(norm_part, mixer, norm_part, feed_forward),
    )
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
        block,
        norm_part,
        Part(name="output", detail=output, parameters=sizes["output"], flops=flops["output"]),
    )


def _embedding_detail(shape: DecoderShape) -> str:
    sinusoids = f", {POSITION_NAMES['sinusoidal']}" if shape.position == "sinusoidal" else ""
    return f"{shape.vocab_size} -> {shape.d_model}, normalised{sinusoids}"


def _mixer_detail(shape: DecoderShape) -> str:
    if shape.n_kv_heads == shape.n_heads:
        kind = "multi-head"
    else:
        kind = "multi-query" if shape.n_kv_heads == 1 else "grouped-query"
    heads = "1 head" if shape.n_heads == 1 else f"{shape.n_heads} heads"
    details = [f"{kind}: {heads} of {shape.head_size}, {shape.n_kv_heads} of keys and values"]
    if shape.position in ("rope", "alibi"):
        details.append(POSITION_NAMES[shape.position])
    details += ["QK-norm"] if shape.qk_norm else []
    details += ["shifted keys"] if shape.token_shift else []
    details += [f"window of {shape.window}"] if shape.window else []
    return ", ".join(details)
