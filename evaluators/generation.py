"""Batched sampling with the cache, by given random numbers.

Shapes: R rows, T time, V vocabulary.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from autonas.protocols import Tokenizer, Trained

__all__ = ["generate", "pick", "prompt_ids", "steps"]

N_LIKELY = (16, 128)  # the nucleus is looked for among so many tokens before all are sorted


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
    """Continues each prompt by as many tokens as it is given random numbers; see `steps`."""
    end, n_new = trained.tokenizer.end_of_text, uniforms.shape[1]
    tokens = torch.full((len(prompts), max(map(len, prompts)) + n_new), end, device=device)
    taken = steps(
        trained, prompts, temperatures=temperatures, uniforms=uniforms, top_p=top_p, device=device, may_end=may_end
    )
    for position, rows, picked in taken:
        tokens[rows, position] = picked
    new = [row[len(prompt) : len(prompt) + n_new] for row, prompt in zip(tokens.tolist(), prompts, strict=True)]
    return [row[: row.index(end)] if may_end and end in row else row for row in new]


def prompt_ids(tokenizer: Tokenizer, text: str) -> list[int]:
    """Returns what of a prompt is read, at least one token.

    Not the white space at its end: the tokenizer keeps a line end and the indentation after it together
    (`trainer.data.packing`), so a continuation begins with that.
    """
    return tokenizer.encode(text.rstrip(" \t\r\n")) or [tokenizer.end_of_text]


@torch.no_grad()
def steps(
    trained: Trained,
    prompts: Sequence[Sequence[int]],
    *,
    temperatures: NDArray[np.float64],
    uniforms: NDArray[np.float64],
    top_p: float,
    device: str,
    may_end: bool = False,
    top_k: int | None = None,
) -> Generator[tuple[int, Tensor, Tensor], Tensor | None, None]:
    """Yields a position, the rows (R',) that are in the batch there and their tokens (R',), one position after another.

    All rows advance together: a row whose prompt is longer than others' reads its prompt while these already
    write, and its tokens are then those of its prompt. A row that has ended may stay for a while, and what it writes
    then means nothing: when half of the rows have ended they leave the batch, if the cache can let them go. Computed in
    the precision of the weights: for one token at a time a lower one is no faster.

    With `may_end` the receiver may send a mask (R',) of the rows that shall end here.

    Args:
        prompts: R sequences of token ids, none empty.
        temperatures: (R,); 0 takes the most likely token.
        uniforms: (R, T) numbers in [0, 1), the same for every candidate (common random numbers); as many tokens follow.
        top_p: Share of probability of the nucleus that is drawn from (Holtzman et al. 2020).
        may_end: Whether a row ends at the end of text, which is then not part of it. Otherwise the end of text is
            never drawn, so that no network passes by falling silent.
        top_k: So many of the most likely tokens are drawn from, and the nucleus is that of these; None is all.
    """
    end, n_new = trained.tokenizer.end_of_text, uniforms.shape[1]
    tokens, chances = (padded.to(device) for padded in _padded(prompts, uniforms, end))
    lengths = torch.tensor([len(prompt) for prompt in prompts], device=device)
    shortest, longest = min(map(len, prompts)), max(map(len, prompts))
    heat, greedy = torch.from_numpy(temperatures).to(device, torch.float32), not temperatures.any()
    rows = torch.arange(len(prompts), device=device)  # that go on; what is of them alone shrinks with them
    ended = torch.zeros_like(rows, dtype=torch.bool)
    cache = trained.network.new_cache(batch_size=len(prompts), max_tokens=longest + n_new)
    read = tokens[:, :shortest]
    for position in range(shortest, longest + n_new):
        logits = _next_logits(trained.network, read, cache).float()
        if not may_end:
            logits[:, end] = float("-inf")
        picked = logits.argmax(dim=-1) if greedy else pick(logits, heat, chances[:, position], top_p, top_k)
        ended |= ((position >= lengths) & (picked == end)) | (position + 1 >= lengths + n_new)
        if position < longest:
            picked = torch.where(position < lengths, tokens[rows, position], picked)
        unwanted = yield position, rows, picked
        if unwanted is not None:
            ended |= unwanted
        # Reading from the device waits for it, so not before a row can have ended.
        n_ended = int(ended.sum()) if may_end or position + 1 >= shortest + n_new else 0
        if n_ended == len(rows):
            break
        if 2 * n_ended >= len(rows) and hasattr(cache, "select"):
            going = (~ended).nonzero()[:, 0]
            cache.select(going)
            rows, lengths, chances, heat, picked, ended = (
                part[going] for part in (rows, lengths, chances, heat, picked, ended)
            )
        read = picked[:, None]


def _padded(prompts: Sequence[Sequence[int]], uniforms: NDArray[np.float64], padding: int) -> tuple[Tensor, Tensor]:
    """Returns the prompts (R, longest), padded, and the chances (R, T) of the positions that they decide."""
    longest = max(map(len, prompts))
    tokens = torch.full((len(prompts), longest), padding)
    chances = torch.zeros(len(prompts), longest + uniforms.shape[1])
    for row, prompt in enumerate(prompts):
        tokens[row, : len(prompt)] = torch.tensor(prompt)
        chances[row, len(prompt) : len(prompt) + uniforms.shape[1]] = torch.from_numpy(uniforms[row])
    return tokens, chances


def _next_logits(network: Any, tokens: Tensor, cache: Any) -> Tensor:
    """Returns the logits (R, V) after the last of the tokens (R, T)."""
    if hasattr(network, "next_logits"):
        return network.next_logits(tokens, cache)
    return network(tokens, cache=cache)[:, -1]


def pick(logits: Tensor, temperatures: Tensor, chances: Tensor, top_p: float, top_k: int | None = None) -> Tensor:
    """Returns one token a row (R,) by the inverse of the nucleus' cumulative distribution, most likely first.

    Args:
        logits: (R, V).
        temperatures: (R,); 0 takes the most likely token.
        chances: (R,) numbers in [0, 1).
        top_k: The nucleus is that of so many most likely tokens alone; None is all.
    """
    cold = temperatures == 0
    shares = (logits / torch.where(cold, 1.0, temperatures)[:, None]).softmax(dim=-1)
    if top_k is None:
        likely, ids = _most_likely(shares, torch.where(cold, 0.0, top_p))
    else:
        likely, ids = shares.topk(min(top_k, shares.shape[1]), dim=-1)
        likely = likely / likely.sum(dim=-1, keepdim=True)
    below = likely.cumsum(dim=-1)  # (R, K)
    inside = (below - likely < top_p).sum(dim=-1, keepdim=True).clamp(min=1)  # tokens of the nucleus
    mass = below.gather(1, inside - 1)
    place = torch.searchsorted(below, chances[:, None] * mass, right=True).minimum(inside - 1)
    return ids.gather(1, torch.where(cold[:, None], 0, place))[:, 0]


def _most_likely(shares: Tensor, enough: Tensor) -> tuple[Tensor, Tensor]:
    """Returns (R, K) shares and ids in falling order, in each row so many that they sum to `enough` (R,), then zeros.

    Few are looked for first: sorting all of a row takes longer than all the rest of a step.
    """
    n_vocab = shares.shape[1]
    likely, ids = shares.topk(min(N_LIKELY[0], n_vocab), dim=-1)
    for k in (*N_LIKELY[1:], n_vocab):
        wide = likely.sum(dim=-1) < enough
        n_more = min(k, n_vocab) - likely.shape[1]
        if n_more <= 0 or not bool(wide.any()):
            break
        likely, ids = F.pad(likely, (0, n_more)), F.pad(ids, (0, n_more))
        likely[wide], ids[wide] = shares[wide].topk(likely.shape[1], dim=-1)
    return likely, ids
