"""How long a network takes as it is served, and how much memory: measured in a quiet process of its own."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from autonas.protocols import Context, Stage, Trained
from evaluators.gauge import FEWEST_ROUNDS, FromShape, Plan, measure_in_quiet

__all__ = ["Latency", "median_with_interval"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Latency:
    """Serves one sequence with the cache, as generation does: in the precision of the weights.

    The network is built anew from its shape in a process that holds nothing else (`evaluators.gauge`). These are
    measurements of a machine, not of a seed: they differ from run to run, and what else the machine does meanwhile
    enters. How much that was is recorded beside them.

    Attributes:
        context: Tokens of the prompt, which are in the cache when the first new token is computed.
        new_tokens: Tokens computed after it in each round.
        rounds: At most so many rounds are timed; the median over them counts.
        seconds: No further round is begun after so long.
        threads: With which torch computes on the CPU. One gives the steadiest times, and is the fastest way to serve
            networks of a few million parameters one token at a time.
    """

    context: int = 128
    new_tokens: int = 16
    rounds: int = 15
    seconds: float = 3.0
    threads: int = 1

    def __post_init__(self) -> None:
        for name, least in (("context", 1), ("new_tokens", 1), ("rounds", FEWEST_ROUNDS), ("threads", 1)):
            if getattr(self, name) < least:
                raise ValueError(f"{name} must be at least {least}, got {getattr(self, name)}")
        if not self.seconds > 0:
            raise ValueError(f"seconds must be above 0, got {self.seconds}")

    @property
    def metrics(self) -> Sequence[str]:
        return ("prefill_ms", "decode_ms", "serve_memory_mb", "serve_busy_cores")

    @property
    def stage(self) -> Stage:
        return "trained"

    def evaluate(self, subject: Trained, context: Context) -> Mapping[str, float]:
        """Returns milliseconds of reading the prompt and of one token after it, with intervals, and memory in MB.

        Raises:
            AutonasError: Another process cannot build the network.
            CandidateError: "out of memory", or "not measured" with what went wrong.
        """
        return self.measure(FromShape.of(subject.network), context.device)

    def measure(self, build: Callable[[], Any], device: str) -> dict[str, float]:
        """Returns the same of what is built in the other process (`evaluators.gauge.measure_in_quiet`)."""
        plan = Plan(
            device=device,
            context=self.context,
            new_tokens=self.new_tokens,
            rounds=self.rounds,
            seconds=self.seconds,
            threads=self.threads,
        )
        readings = measure_in_quiet(build, plan)
        metrics = {"serve_memory_mb": readings.memory_mb, "serve_busy_cores": readings.busy_cores}
        for name, times in (("prefill_ms", readings.prefill_ms), ("decode_ms", readings.decode_ms)):
            low, middle, high = median_with_interval(times)
            metrics |= {f"{name}.low": low, name: middle, f"{name}.high": high}
        return metrics


def median_with_interval(values: Sequence[float]) -> tuple[float, float, float]:
    """Returns the median of at least 6 values between the ends of its 95 % interval.

    The ends are two of the values: that the median lies below the k-th smallest of n has the binomial probability of
    fewer than k heads in n throws (Conover 1999, section 3.2).
    """
    ordered, n = sorted(values), len(values)
    below, rank = 0.0, 0  # probability that fewer than `rank` values lie below the median
    while below + math.comb(n, rank) / 2**n <= 0.025:
        below += math.comb(n, rank) / 2**n
        rank += 1
    assert rank > 0, "6 values or more"
    return ordered[rank - 1], median(ordered), ordered[n - rank]
