"""Batched sampling with the cache, by given random numbers.

Shapes: R rows, T time, V vocabulary.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from autonas.protocols import Trained

__all__ = ["generate", "pick"]

N_LIKELY = 128  # the nucleus is looked for among that many tokens before all are sorted


@torch.no_grad()
def generate(
    trained: Trained,
    prompts: Sequence[Sequence[int]],
    *,
    temperatures: NDArray[np.float64],
    uniforms: NDArray[np.float64],
    top_p: float,
    device: str,
    may_end: bool = False,
) -> list[list[int]]:
    """Continues each prompt by as many tokens as it is given random numbers.

    All rows advance together: a row whose prompt is longer than others' reads its prompt while these already
    write. Computed in the precision of the weights: for one token at a time a lower one is no faster.

    Args:
        prompts: R sequences of token ids, none empty.
        temperatures: (R,); 0 takes the most likely token.
        uniforms: (R, T) numbers in [0, 1), the same for every candidate (common random numbers).
        top_p: Share of probability of the nucleus that is drawn from (Holtzman et al. 2020).
        may_end: Whether a row ends at the end of text, which is then not part of it. Otherwise the end of text is
            never drawn, so that no network passes by falling silent.
    """
    end = trained.tokenizer.end_of_text
    lengths = torch.tensor([len(prompt) for prompt in prompts])
    shortest, n_new = int(lengths.min()), uniforms.shape[1]
    total = int(lengths.max()) + n_new
    tokens = torch.full((len(prompts), total), end)
    for row, prompt in enumerate(prompts):
        tokens[row, : len(prompt)] = torch.tensor(prompt)
    lengths, tokens = lengths.to(device), tokens.to(device)
    heat = torch.from_numpy(temperatures).to(device, torch.float32)
    chances = torch.from_numpy(uniforms).to(device, torch.float32)
    cache = trained.network.new_cache(batch_size=len(prompts), max_tokens=total)
    logits = trained.network(tokens[:, :shortest], cache=cache)[:, -1]  # (R, V)
    ended = torch.zeros(len(prompts), dtype=torch.bool, device=device)
    for position in range(shortest, total):
        if not may_end:
            logits[:, end] = float("-inf")
        number = (position - lengths).clamp(0, n_new - 1)  # which of its new tokens a row is at
        chance = chances.gather(1, number[:, None])[:, 0]
        picked = pick(logits.float(), heat, chance, top_p)
        writing = position >= lengths
        ended |= writing & ((picked == end) | (position + 1 >= lengths + n_new))
        tokens[:, position] = torch.where(writing, picked, tokens[:, position])
        if may_end and bool(ended.all()):
            break
        if position + 1 < total:
            logits = trained.network(tokens[:, position : position + 1], cache=cache)[:, -1]
    rows = zip(tokens.tolist(), lengths.tolist(), strict=True)
    new = [row[length : length + n_new] for row, length in rows]
    return [row[: row.index(end)] if may_end and end in row else row for row in new]


def pick(logits: Tensor, temperatures: Tensor, chances: Tensor, top_p: float) -> Tensor:
    """Returns one token a row (R,) by the inverse of the nucleus' cumulative distribution, most likely first.

    Args:
        logits: (R, V).
        temperatures: (R,); 0 takes the most likely token.
        chances: (R,) numbers in [0, 1).
    """
    cold = temperatures == 0
    shares = (logits / torch.where(cold, 1.0, temperatures)[:, None]).softmax(dim=-1)
    likely, ids = shares.topk(min(N_LIKELY, shares.shape[1]), dim=-1)
    wide = (likely.sum(dim=-1) < top_p) & ~cold  # rows whose nucleus holds more tokens
    if bool(wide.any()):
        likely, ids = _extended(likely, ids, shares, wide)
    below = likely.cumsum(dim=-1)  # (R, K)
    inside = (below - likely < top_p).sum(dim=-1, keepdim=True).clamp(min=1)  # tokens of the nucleus
    mass = below.gather(1, inside - 1)
    place = torch.searchsorted(below, chances[:, None] * mass, right=True).minimum(inside - 1)
    return ids.gather(1, torch.where(cold[:, None], 0, place))[:, 0]


def _extended(likely: Tensor, ids: Tensor, shares: Tensor, wide: Tensor) -> tuple[Tensor, Tensor]:
    """Returns (R, V) shares and ids in falling order: all of `wide` rows, zeros after the likely."""
    full_shares, full_ids = torch.zeros_like(shares), torch.zeros_like(shares, dtype=torch.int64)
    full_shares[:, : likely.shape[1]], full_ids[:, : ids.shape[1]] = likely, ids
    full_shares[wide], full_ids[wide] = shares[wide].sort(dim=-1, descending=True)
    return full_shares, full_ids
