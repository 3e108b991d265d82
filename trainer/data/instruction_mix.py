"""The examples of an instruction tuning: gathered from all sources, decontaminated, run, and written down once."""

from __future__ import annotations

import json
import logging
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from autonas.checksums import read_note, replacing, sum_of, write_note
from autonas.errors import AutonasError, UsageError
from autonas.sandbox import Sandbox
from autonas.tasks import Task, data_file, read_rows
from trainer.data.build import Progress
from trainer.data.corpus import Corpus
from trainer.data.decontaminate import Decontaminator
from trainer.data.exercises import BASIC, FAMILIES, exercises
from trainer.data.instructions import Example, mbpp_examples, read_given
from trainer.data.mined import mine
from trainer.data.verify import verified

__all__ = ["InstructionMix", "mix_facts", "mixed_examples"]

logger = logging.getLogger(__name__)

MBPP = "mbpp.jsonl"
EXAMPLES, FACTS = "examples.jsonl", "examples.json"
_FAMILIES = {"basic": BASIC, "all": FAMILIES}
STEP = 1000  # examples between two reports


@dataclass(frozen=True, slots=True, kw_only=True)
class InstructionMix:
    """How many examples come from which source.

    Attributes:
        generated: Exercises that the generator makes.
        families: Which families of exercises: "basic", which small networks learn best, or "all".
        mined: At most so many functions of the corpus.
        given: A user's file of examples; none if empty.
        mbpp: Whether MBPP's training split is used where its file is present.
        times: How often an example of `given` or `mbpp` comes in one pass: there are few of them.
    """

    generated: int = 60_000
    families: str = "basic"
    mined: int = 10_000
    given: str = ""
    mbpp: bool = True
    times: int = 1

    def __post_init__(self) -> None:
        for name, least in (("generated", 0), ("mined", 0), ("times", 1)):
            if getattr(self, name) < least:
                raise UsageError(f"mix.{name} must be at least {least}, got {getattr(self, name)}")
        if self.families not in _FAMILIES:
            raise UsageError(f"mix.families must be one of {', '.join(_FAMILIES)}, got {self.families!r}")
        if not (self.generated or self.mined or self.given or self.mbpp):
            raise UsageError("the mix has no examples", hint="raise mix.generated or give a file")


def mixed_examples(
    mix: InstructionMix, corpus: Corpus, tasks: Sequence[Task], folder: Path, *, seed: int, progress: Progress
) -> list[Example]:
    """Returns the examples that are fit for training; made once, and read from `folder` afterwards.

    Where they are damaged they are made again, with a line in the log.

    Raises:
        UsageError: The given file is not what it should be, or nothing was left.
        SandboxError: Examples could not be run safely; nothing was run.
    """
    written = _written(folder)
    if written is not None:
        return written
    offered, facts = _offered(mix, corpus, seed, progress)
    clean, hits = _decontaminated(offered, tasks, progress)
    with Sandbox() as sandbox:
        good, bad = verified(clean, sandbox.run, progress=lambda done, total: progress("run examples", done, total))
        level = sandbox.level
    if not good:
        raise UsageError("no example is fit for tuning", hint="raise mix.generated, or look at the given file")
    facts |= {"contaminated": dict(hits), "failed": dict(bad), "kept": _by_source(good), "sandbox": level}
    folder.mkdir(parents=True, exist_ok=True)
    repeated = [e for e in good for _ in range(mix.times if e.source in ("given", "mbpp") else 1)]
    with replacing(folder / EXAMPLES) as partial:
        partial.write_text("".join(json.dumps(asdict(example)) + "\n" for example in repeated))
        write_note(folder / FACTS, facts, sums={EXAMPLES: sum_of(partial)})
    return repeated


def mix_facts(folder: Path) -> dict[str, Any]:
    """Returns how many examples each source has offered and how many were kept."""
    return read_note(folder / FACTS, hint="the same command makes it again")


def _written(folder: Path) -> list[Example] | None:
    path = folder / EXAMPLES
    if not path.is_file():
        return None
    try:
        # Those of an earlier version are taken: a training that was begun with them goes on with them.
        read_note(folder / FACTS, hint="")
        return [Example(**json.loads(line)) for line in path.read_text().splitlines()]
    except (AutonasError, ValueError, TypeError) as error:
        logger.warning("%s: the examples are made again", error)
        return None


def _offered(
    mix: InstructionMix, corpus: Corpus, seed: int, progress: Progress
) -> tuple[list[Example], dict[str, Any]]:
    examples: list[Example] = []
    notes = []
    if mix.given:
        examples += read_given(Path(mix.given))
    if mix.mbpp:
        try:
            rows = [row for _, row in read_rows(data_file(MBPP))]
            examples += mbpp_examples(rows)[0]
        except UsageError as error:
            notes.append(f"without MBPP's training split: {error.message}")
    drawn = exercises(mix.generated, seed=seed, families=_FAMILIES[mix.families]) if mix.generated else iter(())
    while part := list(islice(drawn, STEP)):
        examples += part
        progress("generate exercises", sum(e.source.startswith("generated") for e in examples), mix.generated)
    if mix.mined:
        mined, _ = mine(corpus, progress=lambda done, total: progress("mine functions", done, total))
        examples += random.Random(seed).sample(mined, min(mix.mined, len(mined)))
    return examples, {"offered": _by_source(examples), "notes": notes}


def _decontaminated(
    examples: Sequence[Example], tasks: Sequence[Task], progress: Progress
) -> tuple[list[Example], Counter[str]]:
    decontaminator, clean, hits = Decontaminator(tasks), [], Counter[str]()
    for number, example in enumerate(examples, start=1):
        if reason := decontaminator.hit(example.prompt + example.answer):
            hits[reason] += 1
        else:
            clean.append(example)
        if number % STEP == 0 or number == len(examples):
            progress("decontaminate", number, len(examples))
    return clean, hits


def _by_source(examples: Sequence[Example]) -> dict[str, int]:
    return dict(sorted(Counter(example.source.partition("/")[0] for example in examples).items()))
