"""Continuations token by token, as text: nothing is given out that the next token could change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

import numpy as np
import torch

from autonas.completion import Completion, Finish, Piece
from autonas.protocols import Tokenizer, Trained
from evaluators.generation import prompt_ids, steps

__all__ = ["Transcript", "stream"]

_NO_CHARACTER = "\ufffd"  # what bytes decode to that are no character, or not yet one


def stream(trained: Trained, wanted: Completion, *, device: str) -> Iterator[list[Piece]]:
    """Yields with each token what it adds to those continuations that go on, one `Piece` each.

    They are those that `evaluators.benchmark.sampling.sample_completions` returns for the prompt alone and the same
    seed: drawn together, and what has ended leaves the batch.
    """
    chances = [np.random.default_rng([wanted.seed, 0, k]).random(wanted.max_tokens) for k in range(wanted.n)]
    drawn = steps(
        trained,
        [prompt_ids(trained.tokenizer, wanted.prompt)] * wanted.n,
        temperatures=np.full(wanted.n, wanted.temperature),
        uniforms=np.stack(chances),
        top_p=wanted.top_p,
        top_k=wanted.top_k,
        device=device,
        may_end=True,
    )
    texts = [Transcript(trained.tokenizer, wanted.stop, wanted.space) for _ in range(wanted.n)]
    finished: torch.Tensor | None = None
    for number in count(1):
        try:
            _, rows, picked = drawn.send(finished)
        except StopIteration:
            return
        places, pieces = rows.tolist(), []
        for row, token in zip(places, picked.tolist(), strict=True):
            if texts[row].finish is None:
                text = texts[row].add(token, last=number == wanted.max_tokens)
                pieces.append(Piece(row, text, texts[row].finish))
        yield pieces
        finished = torch.tensor([texts[row].finish is not None for row in places], device=rows.device)


class Transcript:
    """One continuation as it grows.

    Held back are bytes that are no whole character yet, and what may become a stop text.

    Attributes:
        finish: Why it has ended; None as long as it has not.

    Args:
        tokenizer: What it decodes after a whole character does not depend on what was before.
        stops: It ends before the first of these texts that is complete, however they are cut into tokens.
        space: White space that stands before it: what it repeats of that at its beginning is left out.
    """

    def __init__(self, tokenizer: Tokenizer, stops: Sequence[str] = (), space: str = "") -> None:
        self.finish: Finish | None = None
        self._tokenizer, self._stops, self._space = tokenizer, stops, space
        self._ids: list[int] = []  # since the last whole character
        self._n_taken = 0  # characters of these ids
        self._held = ""  # what may become a stop text

    def add(self, token: int, *, last: bool = False) -> str:
        """Returns what is certain after this token: all of it after the last one, or the end of text."""
        if token == self._tokenizer.end_of_text:
            self.finish = "stop"
        else:
            self._ids.append(token)
            self.finish = "length" if last else None
        return self._unstopped(self._without_space(self._decoded()))

    def _decoded(self) -> str:
        text = self._tokenizer.decode(self._ids)
        whole = text[:-1] if text.endswith(_NO_CHARACTER) and self.finish is None else text
        new, self._n_taken = whole[self._n_taken :], len(whole)
        if whole == text:
            self._ids, self._n_taken = [], 0
        return new

    def _without_space(self, text: str) -> str:
        n_shared = 0
        while n_shared < min(len(self._space), len(text)) and self._space[n_shared] == text[n_shared]:
            n_shared += 1
        self._space = self._space[n_shared:] if n_shared == len(text) else ""
        return text[n_shared:]

    def _unstopped(self, text: str) -> str:
        text = self._held + text
        found = [(start + len(stop), start) for stop in self._stops if (start := text.find(stop)) >= 0]
        if found:
            self.finish, self._held = "stop", ""
            return text[: min(found)[1]]
        n_certain = len(text) if self.finish is not None else self._n_certain(text)
        self._held = text[n_certain:]
        return text[:n_certain]

    def _n_certain(self, text: str) -> int:
        """Returns where the first end of the text begins that a stop text begins with."""
        longest = max((len(stop) - 1 for stop in self._stops), default=0)
        ends = range(max(0, len(text) - longest), len(text))
        return next((i for i in ends if any(stop.startswith(text[i:]) for stop in self._stops)), len(text))
