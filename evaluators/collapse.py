"""How often continuations degenerate.

Two things end a continuation: it runs into repetition, or it stops being Python. Repetition alone would
reward networks that have learnt too little to repeat anything (docs/scores.md shows by how much), so what is
optimised counts both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from autonas.protocols import SAMPLES, SAMPLES_LINE, Context, HeldOut, Stage, Tokenizer, Trained
from evaluators.degeneration import is_python_prefix, is_repetitive
from evaluators.generation import generate
from evaluators.prompts import KINDS, Prompt, draw_prompts

__all__ = ["Collapse"]

N_RESAMPLES = 1000
MOST_SHOWN = 240  # bytes of examples before a few-shot header
HEADER = 40  # bytes kept free for it
REPEATS, BROKEN = "[[repeats]]", "[[no Python]]"  # marks in the samples


@dataclass(frozen=True, slots=True, kw_only=True)
class Collapse:
    """Lets the network continue held-out headers and counts what degenerates.

    A continuation is judged at several lengths: the score is the share of all (continuation, length) pairs at
    which it has run into repetition or can no longer be the beginning of Python. Sooner is worse, which a
    single length would not see.

    Attributes:
        per_kind: Prompts of each kind ("short", "few_shot").
        temperatures: Each prompt is continued at each of them.
        top_p: Nucleus that is drawn from.
        n_tokens: Tokens of a continuation.
        lengths: Bytes of the continuation at which it is judged; all of it where it is shorter.
        context: Prompt and continuation together have no more tokens: the training context.
        seed: Draws the prompts and the random numbers, the same for every candidate.
    """

    per_kind: int = 48
    temperatures: tuple[float, ...] = (0.2, 0.4, 0.6, 0.8)
    top_p: float = 0.95
    n_tokens: int = 64
    lengths: tuple[int, ...] = (32, 64, 96, 128)
    context: int = 128
    seed: int = 0

    def __post_init__(self) -> None:
        if self.per_kind < 8:
            raise ValueError(f"per_kind must be at least 8 prompts, got {self.per_kind}")
        if not self.temperatures or min(self.temperatures) < 0 or max(self.temperatures) > 2:
            raise ValueError(f"temperatures must lie in [0, 2], got {self.temperatures}")
        if not 0 < self.top_p <= 1:
            raise ValueError(f"top_p must lie in (0, 1], got {self.top_p}")
        if not 8 <= self.n_tokens < self.context:
            raise ValueError(f"n_tokens must lie in 8 .. context - 1 = {self.context - 1}, got {self.n_tokens}")
        if not self.lengths or min(self.lengths) < 8 or max(self.lengths) > 1024:
            raise ValueError(f"lengths must lie in 8 .. 1024 bytes, got {self.lengths}")

    @property
    def metrics(self) -> Sequence[str]:
        by_temperature = [f"collapse_t{temperature:g}" for temperature in self.temperatures]
        return (
            "collapse",
            "collapse_plain",
            "parse_rate",
            *(f"collapse_{kind}" for kind in KINDS),
            *by_temperature,
        )

    @property
    def stage(self) -> Stage:
        return "trained"

    def evaluate(self, subject: Trained, context: Context) -> Mapping[str, float]:
        """Returns the score and what it is made of; `collapse_plain` is repetition alone, at the full length.

        What was written, and where it degenerates, goes to samples.txt in the candidate's folder.

        Raises:
            AutonasError: The held-out text has too few functions and classes.
        """
        prompts = self.prompts(subject.held_out, subject.tokenizer)
        texts = self.continuations(subject, prompts, context.device)  # P prompts, K temperatures
        repetitive, broken = self.judge(prompts, texts)  # (P, K, L)
        degenerate = repetitive | broken
        (context.folder / SAMPLES).write_text(self.marked(prompts, texts, repetitive, broken), encoding="utf-8")
        scores = {
            "collapse": float(degenerate.mean()),
            "collapse_plain": float(repetitive[:, :, -1].mean()),
            "parse_rate": float(1 - broken[:, :, -1].mean()),
        }
        scores["collapse.low"], scores["collapse.high"] = _bootstrap(degenerate.mean(axis=(1, 2)), self.seed)
        for kind in KINDS:
            scores[f"collapse_{kind}"] = float(degenerate[[prompt.kind == kind for prompt in prompts]].mean())
        for column, temperature in enumerate(self.temperatures):
            scores[f"collapse_t{temperature:g}"] = float(degenerate[:, column].mean())
        return scores

    def prompts(self, held_out: HeldOut, tokenizer: Tokenizer) -> list[Prompt]:
        """Returns the prompts, of a size that leaves room for `n_tokens`; two bytes a token are reckoned with."""
        return draw_prompts(
            held_out,
            tokenizer,
            per_kind=self.per_kind,
            real_bytes=max(self.lengths),
            shown_bytes=min(MOST_SHOWN, 2 * (self.context - self.n_tokens) - HEADER),
            seed=self.seed,
        )

    def continuations(self, trained: Trained, prompts: Sequence[Prompt], device: str) -> list[list[str]]:
        """Returns one text for each prompt and temperature."""
        random = np.random.default_rng(self.seed + 1)
        uniforms = random.random((len(prompts), self.n_tokens))
        texts: list[list[str]] = [[] for _ in prompts]
        for kind in KINDS:  # prompts of one kind have similar lengths
            rows = [index for index, prompt in enumerate(prompts) if prompt.kind == kind]
            read = [self._tokens(trained, prompts[index].text) for index in rows]
            tokens = generate(
                trained,
                [ids for ids in read for _ in self.temperatures],
                temperatures=np.tile(self.temperatures, len(rows)).astype(np.float64),
                uniforms=uniforms[rows].repeat(len(self.temperatures), axis=0),
                top_p=self.top_p,
                device=device,
            )
            for number, ids in enumerate(tokens):
                texts[rows[number // len(self.temperatures)]].append(trained.tokenizer.decode(ids))
        return texts

    def _tokens(self, trained: Trained, text: str) -> list[int]:
        """Encodes a prompt; one too long loses its beginning."""
        return trained.tokenizer.encode(text)[-(self.context - self.n_tokens) :]

    def judge(
        self, prompts: Sequence[Prompt], texts: Sequence[Sequence[str]]
    ) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Returns which continuations repeat, and which are no Python, at each length: (P, K, L) each."""
        size = (len(prompts), len(texts[0]), len(self.lengths))
        repetitive, broken = np.zeros(size, dtype=bool), np.zeros(size, dtype=bool)
        for p, (prompt, row) in enumerate(zip(prompts, texts, strict=True)):
            for k, text in enumerate(row):
                for number, length in enumerate(self.lengths):
                    begun = text.encode()[:length].decode(errors="ignore")
                    repetitive[p, k, number] = is_repetitive(begun)
                    # What has stopped being Python does not become Python again.
                    earlier = number > 0 and broken[p, k, number - 1]
                    broken[p, k, number] = earlier or not is_python_prefix(prompt.head + begun)
        return repetitive, broken

    def marked(
        self,
        prompts: Sequence[Prompt],
        texts: Sequence[Sequence[str]],
        repetitive: NDArray[np.bool_],
        broken: NDArray[np.bool_],
    ) -> str:
        """Returns the continuations for people, with a mark after the length at which each is first found degenerate.

        Args:
            repetitive, broken: See `judge`.
        """
        degenerate = repetitive | broken
        lines = [
            f"{degenerate.mean():.1%} collapsed: {degenerate.sum()} of {degenerate.size} judgements, of"
            f" {len(prompts)} prompts at {len(self.temperatures)} temperatures and {len(self.lengths)} lengths",
            f"{REPEATS} or {BROKEN}: up to here it has run into repetition, or can no longer be Python",
        ]
        for p, (prompt, row) in enumerate(zip(prompts, texts, strict=True)):
            lines += [
                "",
                SAMPLES_LINE,
                f"prompt {p + 1}, {prompt.kind.replace('_', '-')}",
                "",
                prompt.text.rstrip("\n"),
            ]
            for k, (temperature, text) in enumerate(zip(self.temperatures, row, strict=True)):
                lines += ["", f"--- temperature {temperature:g} " + "-" * 60]
                lines.append(self._marked(text, repetitive[p, k], broken[p, k]))
        return "\n".join(lines) + "\n"

    def _marked(self, text: str, repetitive: NDArray[np.bool_], broken: NDArray[np.bool_]) -> str:
        whole, at = text.encode(), 0
        parts = []
        for length, mark in sorted(
            (self.lengths[int(found.argmax())], mark)
            for found, mark in ((repetitive, REPEATS), (broken, BROKEN))
            if found.any()
        ):
            parts += [whole[at:length].decode(errors="ignore"), mark]
            at = length
        return "".join([*parts, whole[at:].decode(errors="ignore")]).strip("\n")


def _bootstrap(values: NDArray[np.float64], seed: int) -> tuple[float, float]:
    """Returns the 95 % interval of the mean over resampled prompts."""
    draws = np.random.default_rng(seed).integers(len(values), size=(N_RESAMPLES, len(values)))
    low, high = np.quantile(values[draws].mean(axis=1), [0.025, 0.975])
    return float(low), float(high)
