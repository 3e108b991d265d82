"""The benchmark of a finished model: it writes, the sandbox runs what it wrote, and what came of it is counted."""

from __future__ import annotations

import hashlib
import json
import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from autonas.checksums import damage, replacing, sum_of, write_note
from autonas.errors import UsageError
from autonas.protocols import Context, Trained
from autonas.sandbox import Sandbox
from autonas.tasks import Task
from evaluators.benchmark.sampling import sample_completions
from evaluators.benchmark.score import Sampling, score_suite
from evaluators.benchmark.suites import load_suite

__all__ = ["CodeBenchmark"]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeBenchmark:
    """Examines a model on suites: one greedy answer a task, and samples for pass@k.

    Attributes:
        suites: Names or JSONL files, see `load_suite`.
        samples: Of each task beside the greedy answer; 0 for none. pass@10 needs 10.
        temperature: Of the samples.
        top_p: Nucleus of the samples.
        n_tokens: An answer is cut after so many tokens.
        seed: Draws the samples.
    """

    suites: tuple[str, ...] = ("mini",)
    samples: int = 20
    temperature: float = 0.4
    top_p: float = 0.95
    n_tokens: int = 192
    seed: int = 0

    def __post_init__(self) -> None:
        if not self.suites:
            raise UsageError("benchmark.suites is empty", hint="for example mini")
        for name, least in (("samples", 0), ("n_tokens", 1), ("seed", 0)):
            if getattr(self, name) < least:
                raise UsageError(f"benchmark.{name} must be at least {least}, got {getattr(self, name)}")
        if not 0 < self.temperature <= 2:
            raise UsageError(f"benchmark.temperature must lie in (0, 2], got {self.temperature}", hint="use 0.4")
        if not 0 < self.top_p <= 1:
            raise UsageError(f"benchmark.top_p must lie in (0, 1], got {self.top_p}", hint="use 0.95")

    def check(self) -> None:
        """See `autonas.promotion_protocols.Benchmark`."""
        for name in self.suites:
            load_suite(name)

    def run(self, trained: Trained, context: Context) -> Mapping[str, Any]:
        """See `autonas.promotion_protocols.Benchmark`; what is written stands in <suite>-<key>.jsonl of the folder.

        Raises:
            UsageError: No such suite, or a broken task.
            SandboxError: The sandbox cannot be built here; nothing was generated or run.
        """
        loaded = {name: load_suite(name) for name in self.suites}
        result: dict[str, Any] = {"suites": {}}
        with Sandbox() as sandbox:
            result["sandbox"] = sandbox.level
            for name, tasks in loaded.items():
                greedy = Sampling(temperature=0.0, seed=self.seed)
                sampled = Sampling(temperature=self.temperature, top_p=self.top_p, seed=self.seed)
                plans = {"greedy": (greedy, 1)} | ({"sampled": (sampled, self.samples)} if self.samples else {})
                result["suites"][name] = {
                    kind: score_suite(
                        tasks,
                        self._samples(trained, name, tasks, sampling, n, context),
                        run=sandbox.run,
                        suite=name,
                        sampling=sampling,
                    ).as_json()
                    for kind, (sampling, n) in plans.items()
                }
        return result

    def _samples(
        self, trained: Trained, suite: str, tasks: Sequence[Task], sampling: Sampling, n: int, context: Context
    ) -> list[list[str]]:
        """Returns what was generated before, or generates it; also where the file is damaged."""
        stem = re.sub(r"[^A-Za-z0-9._-]", "_", Path(suite).stem)
        identity = [_fingerprint(trained), asdict(sampling), n, self.n_tokens, [task.prompt for task in tasks]]
        path = context.folder / f"{stem}-{hashlib.sha256(json.dumps(identity).encode()).hexdigest()[:12]}.jsonl"
        note = path.with_suffix(".json")
        if path.is_file():
            wrong = damage(note)
            if wrong is None:
                return [json.loads(line)["samples"] for line in path.read_text().splitlines()]
            log.warning("%s: the samples are made again", wrong)
        samples = sample_completions(
            trained,
            [task.prompt for task in tasks],
            n=n,
            temperature=sampling.temperature,
            top_p=sampling.top_p,
            n_tokens=self.n_tokens,
            seed=sampling.seed,
            device=context.device,
            progress=lambda done, total: log.info("%s: %s of %s", suite, f"{done:,}", f"{total:,}"),
        )
        lines = [json.dumps({"task": t.id, "samples": some}) for t, some in zip(tasks, samples, strict=True)]
        with replacing(path) as partial:
            partial.write_text("\n".join(lines) + "\n")
            write_note(note, {}, sums={path.name: sum_of(partial)})
        return samples


def _fingerprint(trained: Trained) -> str:
    digest = hashlib.sha256()
    for parameter in trained.network.parameters():
        digest.update(parameter.detach().cpu().numpy().tobytes())
    return digest.hexdigest()
