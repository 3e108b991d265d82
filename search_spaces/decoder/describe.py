"""A decoder's parts in the order in which tokens flow through them, for `autonas show`."""

from __future__ import annotations

from autonas.protocols import Part
from search_spaces.decoder.shape import DecoderShape

__all__ = ["describe"]


def describe(shape: DecoderShape) -> tuple[Part, ...]:
    """Returns the parts of a decoder; their totals add up to `shape.parameters`."""
    by_part = shape.parameters_by_part()
    norm = Part(name=shape.norm, detail=f"{shape.d_model:,}", parameters=by_part["norms"] // (2 * shape.n_layers + 1))
    mixer = Part(name=shape.mixer, detail=_mixer_detail(shape), parameters=by_part["mixers"] // shape.n_layers)
    feed_forward = Part(
        name="feed-forward",
        detail=_feed_forward_detail(shape),
        parameters=by_part["feed_forward"] // shape.n_layers,
    )
    block = Part(name="block", repeats=shape.n_layers, children=(norm, mixer, norm, feed_forward))
    output = "shares the embedding's matrix" if shape.tied else f"{shape.d_model:,} -> {shape.vocab_size:,}"
    return (
        Part(name="embedding", detail=_embedding_detail(shape), parameters=by_part["embedding"]),
        block,
        norm,
        Part(name="output", detail=output, parameters=by_part["output"]),
    )


def _embedding_detail(shape: DecoderShape) -> str:
    position = ", sinusoids added" if shape.position == "sinusoidal" else ""
    return f"{shape.vocab_size:,} -> {shape.d_model:,}{position}"


def _mixer_detail(shape: DecoderShape) -> str:
    kinds = {shape.n_heads: "multi-head", 1: "multi-query"}
    kind = kinds.get(shape.n_kv_heads, "grouped-query")
    words = [f"{kind}, {shape.n_heads} heads of {shape.head_size}, {shape.n_kv_heads} for keys and values"]
    words += {"rope": ["rotary positions"], "alibi": ["linear position biases"]}.get(shape.position, [])
    words += ["normalised queries and keys"] if shape.qk_norm else []
    words += [f"window of {shape.window} tokens"] if shape.window else []
    return ", ".join(words)


def _feed_forward_detail(shape: DecoderShape) -> str:
    widths = f"{shape.d_model:,} -> {'2 x ' if shape.gated else ''}{shape.d_ff:,} -> {shape.d_model:,}"
    dropout = f", dropout {shape.dropout:g}" if shape.dropout else ""
    return f"{shape.activation.replace('_', ' ')}, {widths}{dropout}"
