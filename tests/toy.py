"""A study that trains without torch, for tests of the engine: a network is its shape, and training sleeps.

Its trainer misbehaves on request: `--set trainer.dies_at=3` and the like, at candidates with 3 layers.
"""

from __future__ import annotations

import errno
import logging
import os
import signal
import time
from dataclasses import dataclass, field

from autonas.errors import CandidateError, UsageError
from autonas.protocols import Context, Gene, Progress, Trained
from autonas.study import Budget, Objective, Study


@dataclass(frozen=True)
class Shape:
    layers: int
    norm: str


@dataclass(frozen=True)
class Space:
    max_layers: int = 9

    @property
    def genes(self):
        return (
            Gene(name="layers", choices=tuple(range(1, self.max_layers + 1))),
            Gene(name="norm", choices=("before", "after", "none"), ordered=False),
        )

    def decode(self, genome):
        return Shape(genome["layers"], genome["norm"])

    def seeds(self):
        return [{"layers": 2, "norm": "before"}, {"layers": 5, "norm": "after"}]

    def build(self, shape, seed):
        return {"shape": shape, "noise": (seed * 7919 + shape.layers * 31) % 97 / 1000}


@dataclass(frozen=True)
class Size:
    metrics: tuple[str, ...] = ("parameters",)
    stage: str = "shape"

    def evaluate(self, shape, context):
        del context
        return {"parameters": 100.0 * shape.layers + len(shape.norm)}


@dataclass(frozen=True)
class Check:
    """Refuses one depth, as causality would."""

    refuses: int = 0
    metrics: tuple[str, ...] = ()
    stage: str = "built"

    def evaluate(self, network, context):
        del context
        if network["shape"].layers == self.refuses:
            raise CandidateError("position 3 sees position 4", reason="not causal")
        return {}


@dataclass(frozen=True)
class Loss:
    metrics: tuple[str, ...] = ("loss",)
    stage: str = "trained"

    def evaluate(self, trained, context):
        del context
        loss = trained.network["loss"]
        return {} if loss is None else {"loss": loss, "loss.low": loss - 0.1, "loss.high": loss + 0.1}


@dataclass(frozen=True, kw_only=True)
class Trainer:
    seconds: float = field(default=0.0, compare=False)  # a search that was slow, to be stopped, may go on fast
    seconds_a_layer: float = 0.0
    corpus: str = "words"
    dies_at: int = 0
    refuses_at: int = 0
    raises_at: int = 0
    infinite_at: int = 0
    nan_at: int = 0
    silent_at: int = 0
    hangs_at: int = 0
    hoards_at: int = 0
    meets: int = 0  # candidates that must train at the same time
    needs_parts_at: int = 0
    needs_parts: int = 1
    full_at: int = 0
    slow: float = 1.0
    space: bool = field(default=False, compare=False)
    note: str = field(default="", compare=False)

    def prepare(self, context):
        if self.corpus == "none":
            raise UsageError("no text in the corpus", hint="name another one")
        if self.corpus == "broken":
            raise ValueError("cannot read")
        if self.corpus == "deadly":
            os.kill(os.getpid(), signal.SIGKILL)
        logging.getLogger("toy").info("reading %s", self.corpus)
        assert context.cache.is_dir()
        return {"fingerprint": self.corpus}

    def train(self, network, budget, context: Context) -> Trained:
        layers = network["shape"].layers
        if layers == self.needs_parts_at:
            if context.micro_batches < self.needs_parts:
                raise CandidateError(f"{self.needs_parts} parts are needed", reason="out of memory")
            others = [path for path in context.folder.parent.glob("*/training") if path.read_text() == context.device]
            (context.folder.parent / "alone").write_text(str(len(others)))
        note = context.folder / "training"
        note.write_text(context.device)
        self._meet(context)
        for step in range(1, 4):
            time.sleep((self.seconds + layers * self.seconds_a_layer) / 3)
            context.report(Progress(step=step, n_steps=3, loss=8.0 / step, tokens_per_second=100.0))
        note.unlink()
        (context.folder / "state").write_text(context.folder.name)
        loss = 1 / layers / budget.growth + network["noise"] + (0.2 if network["shape"].norm == "none" else 0.0)
        curve = [
            {"step": float(i), "tokens": i * budget.tokens / 12, "loss": loss + self.slow / i} for i in range(1, 13)
        ]
        for point in curve:
            context.at_point(point)
        if layers == self.dies_at:
            os.kill(os.getpid(), signal.SIGSEGV)
        if layers == self.hangs_at:
            time.sleep(600)
        if layers == self.hoards_at:
            hoard = os.urandom(1 << 20) * 400
            time.sleep(600 + len(hoard))
        if layers == self.refuses_at:
            raise CandidateError("loss is nan at step 2", reason="not finite")
        if layers == self.full_at and not self.space:
            raise OSError(errno.ENOSPC, "No space left on device", "weights.safetensors")
        if layers == self.raises_at:
            raise ValueError("a defect")
        loss = float("inf") if layers == self.infinite_at else None if layers == self.silent_at else loss
        loss = float("nan") if layers == self.nan_at else loss
        print("a library prints")
        return Trained(
            network={**network, "loss": loss},
            tokenizer=None,
            held_out=None,
            autocast=None,
            curve=curve,
            metrics={
                "training_seconds": self.seconds,
                "started_from": self._started_from(context),
                "threads": float(os.environ.get("OMP_NUM_THREADS") or 0),
            },
        )

    def forget(self, folder):
        (folder / "state").unlink(missing_ok=True)

    @staticmethod
    def _started_from(context):
        """The number of the trial that left the state with which this one began; -1 if it began afresh."""
        state = context.start / "state" if context.start else None
        return float(state.read_text()) if state is not None and state.exists() else -1.0

    def _meet(self, context):
        """Waits until so many candidates train; they leave again after a moment, by their last step."""
        deadline = time.monotonic() + 30
        while len(list(context.folder.parent.glob("*/training"))) < self.meets and time.monotonic() < deadline:
            time.sleep(0.01)
        assert time.monotonic() < deadline, "the others did not come"
        time.sleep(0.1 if self.meets else 0.0)


def study(device: str) -> Study:
    return Study(
        name="toy",
        space=Space(),
        objectives=(Objective(metric="loss", label="bits per byte"), Objective(metric="parameters")),
        evaluators=(Size(), Check(), Loss()),
        trainer=Trainer(),
        budget=Budget(tokens=1000 if device == "cpu" else 8000, batch_tokens=100, context=10),
        n_trials=6,
        population_size=4,
    )
