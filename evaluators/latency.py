"""How long generation takes with the cache, on the device where the candidate ran.

Shapes: B batch, T time.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

import torch

from autonas.protocols import Context, Stage, Trained

__all__ = ["Latency"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Latency:
    """Times one sequence: reading a prompt, and each token after it.

    These are measurements of a machine, not of a seed: they differ from run to run.

    Attributes:
        prompt_tokens: Tokens of the prompt.
        new_tokens: Tokens generated after it, the first few of them untimed.
        repeats: Prompts read; the median counts.
    """

    prompt_tokens: int = 128
    new_tokens: int = 32
    repeats: int = 5

    def __post_init__(self) -> None:
        for name in ("prompt_tokens", "repeats"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be at least 1, got {getattr(self, name)}")
        if self.new_tokens < 8:
            raise ValueError(f"new_tokens must be at least 8, got {self.new_tokens}")

    @property
    def metrics(self) -> Sequence[str]:
        return ("prefill_ms", "decode_ms")

    @property
    def stage(self) -> Stage:
        return "trained"

    @torch.no_grad()
    def evaluate(self, subject: Trained, context: Context) -> Mapping[str, float]:
        """Returns the median milliseconds of reading the prompt and of one token after it (B = 1)."""
        network, device = subject.network, context.device
        prompt = torch.arange(self.prompt_tokens, device=device)[None] % subject.tokenizer.n_vocab  # (1, T)
        prefill = []
        with subject.autocast():
            for _ in range(self.repeats + 1):
                cache = network.new_cache(batch_size=1, max_tokens=self.prompt_tokens + self.new_tokens)
                prefill.append(_milliseconds(lambda cache=cache: network(prompt, cache=cache), device))
            token = prompt[:, :1]
            decode = [
                _milliseconds(lambda cache=cache: network(token, cache=cache), device) for _ in range(self.new_tokens)
            ]
        return {"prefill_ms": median(prefill[1:]), "decode_ms": median(decode[4:])}  # the first ones warm up


def _milliseconds(call: Callable[[], object], device: str) -> float:
    _wait(device)
    started = time.perf_counter()
    call()
    _wait(device)
    return 1000 * (time.perf_counter() - started)


def _wait(device: str) -> None:
    if device.startswith("cuda"):
        torch.cuda.synchronize(device)
