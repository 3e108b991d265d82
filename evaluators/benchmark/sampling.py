"""Continuations of prompts until the model ends them, many at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from autonas.protocols import Trained
from evaluators.generation import generate, prompt_ids

__all__ = ["sample_completions"]

ROWS = 64  # at once; the slowest of them decides, so prompts of similar length go together


def _ignore(done: int, total: int) -> None:
    del done, total


def sample_completions(
    trained: Trained,
    prompts: Sequence[str],
    *,
    n: int,
    temperature: float,
    top_p: float,
    n_tokens: int,
    seed: int,
    device: str,
    progress: Callable[[int, int], None] = _ignore,
) -> list[list[str]]:
    """Returns `n` continuations of each prompt, of up to `n_tokens` tokens.

    A model reads a prompt without the white space at its end, so a continuation begins with that (`prompt_ids`). The
    random numbers of a continuation depend on `seed`, its prompt's place and its number alone.

    Args:
        temperature: 0 takes the most likely token.
    """
    tokenizer = trained.tokenizer
    read = [prompt_ids(tokenizer, prompt) for prompt in prompts]
    jobs = sorted(((p, k) for p in range(len(prompts)) for k in range(n)), key=lambda job: (len(read[job[0]]), job))
    texts = [[""] * n for _ in prompts]
    for start in range(0, len(jobs), ROWS):
        some = jobs[start : start + ROWS]
        continuations = generate(
            trained,
            [read[p] for p, _ in some],
            temperatures=np.full(len(some), temperature),
            uniforms=np.stack([np.random.default_rng([seed, p, k]).random(n_tokens) for p, k in some]),
            top_p=top_p,
            device=device,
            may_end=True,
        )
        for (p, k), ids in zip(some, continuations, strict=True):
            texts[p][k] = tokenizer.decode(ids)
        progress(start + len(some), len(jobs))
    return texts
