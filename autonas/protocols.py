"""What the engine asks of a search space, a trainer and an evaluator, and the plain data they exchange.

A shape is any frozen dataclass of JSON-friendly fields: equal shapes are equal architectures. The engine never looks
inside one. Nothing here imports torch: networks and tensors pass through as opaque objects.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol, runtime_checkable

if TYPE_CHECKING:
    from autonas.study import Budget

__all__ = [
    "SAMPLES", "SAMPLES_LINE", "Accelerated", "BuildableSpace", "Context", "Continuable", "DescribingSpace",
    "Evaluator", "Gene", "Genome", "HeldOut", "Part", "Portable", "Progress", "SearchSpace", "Shape", "Stage",
    "Tokenizer", "Trained", "Trainer", "known_fields", "later",
]  # fmt: skip

Genome = Mapping[str, Any]  # gene name -> one of its choices
Shape = Any  # a frozen dataclass
Stage = Literal["shape", "built", "trained"]


def later(default: Any) -> Any:
    """Returns a dataclass field that came after studies with that class were stored.

    At its default it is left out of shapes and studies as they are stored and hashed (`known_fields`), which stay the
    same as before there was such a field.
    """
    return field(default=default, metadata={"later": True})


def known_fields(value: Any) -> tuple[str, ...]:
    """Returns the fields of a dataclass that tell it apart: all but those of `later` that are at their default."""
    at_default = {f.name for f in fields(value) if f.metadata.get("later") and getattr(value, f.name) == f.default}
    return tuple(f.name for f in fields(value) if f.name not in at_default)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gene:
    """One dimension of a search space.

    Attributes:
        choices: The values, in order of size where they have one. JSON scalars.
        ordered: Whether neighbours in `choices` are similar, so that a small mutation step makes sense.
    """

    name: str
    choices: tuple[Any, ...]
    ordered: bool = True

    def __post_init__(self) -> None:
        if not self.choices:
            raise ValueError(f"gene {self.name!r} has no choices")
        if len(set(self.choices)) != len(self.choices):
            raise ValueError(f"gene {self.name!r} has repeated choices: {self.choices}")


@runtime_checkable
class SearchSpace(Protocol):
    """What can be proposed."""

    @property
    def genes(self) -> Sequence[Gene]:
        """The dimensions; the same on every call."""

    def decode(self, genome: Genome) -> Shape:
        """Returns the canonical shape of a genome. Total: what does not fit together is repaired, never refused."""

    def seeds(self) -> Sequence[Genome]:
        """Returns known-good genomes for generation 0; may be empty."""


@runtime_checkable
class BuildableSpace(SearchSpace, Protocol):
    """A space whose shapes can become networks; needed by studies that train."""

    def build(self, shape: Shape, seed: int) -> Any:
        """Returns the untrained network of a shape, its weights drawn from `seed`, on the CPU."""


@runtime_checkable
class Accelerated(SearchSpace, Protocol):
    """A space whose networks compute with the kernels of another package where it is installed. Optional."""

    def kernels(self, device: str) -> Sequence[str]:
        """Returns the packages whose kernels its networks use on a device; part of the study's hash.

        Raises:
            AutonasError: One is installed and cannot be used.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of an architecture, for `autonas show`, in the order in which data flows.

    Attributes:
        detail: Dimensions and choices in a few words.
        parameters: Trainable numbers of one repeat, those of its children not included.
        flops: Training FLOPs of one token in one repeat, those of its children not included; 0 where nobody counts.
        repeats: How many times the part follows on itself, with weights of its own each time.
    """

    name: str
    detail: str = ""
    parameters: int = 0
    flops: float = 0.0
    repeats: int = 1
    children: tuple[Part, ...] = ()

    @property
    def total(self) -> int:
        """All parameters of the part: every repeat, children included."""
        return self.repeats * (self.parameters + sum(child.total for child in self.children))

    @property
    def total_flops(self) -> float:
        """All training FLOPs of one token in the part: every repeat, children included."""
        return self.repeats * (self.flops + sum(child.total_flops for child in self.children))


@runtime_checkable
class DescribingSpace(SearchSpace, Protocol):
    """A space that can draw its shapes. Optional: of any other, the fields of the shape are shown."""

    def summary(self, shape: Shape) -> str:
        """Returns a shape in one short line, as tables show it."""

    def describe(self, shape: Shape, context: int) -> Sequence[Part]:
        """Returns the parts of a shape's network; their totals add up to its parameters, and to its FLOPs.

        Args:
            context: Tokens of a training sequence; 0 if nothing is trained.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """One step of a training, for the progress line. `loss` is in bits per byte, rates in tokens/s.

    `share_of_peak` is that of the FLOP/s which products of matrices reach on the device, where it was measured.
    """

    step: int
    n_steps: int
    loss: float
    tokens_per_second: float
    share_of_peak: float | None = None


# In a candidate's folder: text that an evaluator let it write, for people. A head, and parts that begin with that line.
SAMPLES = "samples.txt"
SAMPLES_LINE = "=" * 80


def _ignore(progress: Progress) -> None:
    del progress


def _ignore_point(point: Mapping[str, float]) -> None:
    del point


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a candidate's trainer and evaluators are told about where they run.

    Attributes:
        seed: The study's seed: the same for all its candidates, so that nothing but the shape differs.
        device: Resolved device, "cpu" or "cuda:0".
        cache: Folder of prepared data, shared by studies.
        folder: The candidate's own folder for files to keep (samples, checkpoints); exists.
        report: Called with the progress of training; may raise to stop a candidate whose search has gone.
        micro_batches: In how many parts a batch goes through the network, their gradients added up. Above 1 where the
            memory was too small: another number must change nothing but that.
        at_point: To be called with each point of the learning curve, the same for all candidates; raises
            CandidateStopped where the training is not worth going on with.
        start: Folder that the same shape's training on fewer tokens has left, for a trainer that can go on from it.
    """

    seed: int
    device: str
    cache: Path
    folder: Path
    report: Callable[[Progress], None] = _ignore
    micro_batches: int = 1
    start: Path | None = None
    at_point: Callable[[Mapping[str, float]], None] = _ignore_point


class Trainer(Protocol):
    """How a network is trained."""

    def prepare(self, context: Context) -> Mapping[str, Any]:
        """Prepares the data, once for each cache, and returns what identifies it (JSON); part of the study's hash.

        It runs in the worker process; what it logs at level INFO is shown meanwhile.
        """

    def train(self, network: Any, budget: Budget, context: Context) -> Trained:
        """Trains within the budget.

        Raises:
            CandidateError: The training failed ("not finite", "out of memory").
            CandidateStopped: `context.at_point` has ended it.
        """


@runtime_checkable
class Portable(Protocol):
    """A trainer whose prepared data can be carried to other machines. Optional: any other prepares it on each of them.

    What `prepare` returns there must be equal to what it returns here.
    """

    def locate(self, context: Context, report: Callable[[str, int, int], None]) -> Path:
        """Prepares the data and returns the folder, below `context.cache`, that holds all of it.

        `report` is called with (stage, done, total). The device of the context need not be on this machine.
        """

    def at(self, folder: Path) -> Trainer:
        """Returns the same trainer, which takes its prepared data from that folder."""


@runtime_checkable
class Continuable(Protocol):
    """A trainer that leaves in a candidate's folder from what a longer training goes on. Optional.

    A longer training must give the same without it.
    """

    def forget(self, folder: Path) -> None:
        """Removes that from a candidate's folder; nothing happens if it is not there."""


class Evaluator(Protocol):
    """How a candidate is scored. `metrics` names what it reports, `stage` what it needs to be given.

    Stage "shape" is given the shape alone, before anything is built: constraints on its metrics are enforced before
    training. Stage "built" is given the untrained network and may refuse it. Stage "trained" is given a `Trained`.
    """

    @property
    def metrics(self) -> Sequence[str]:
        """The names of the metrics that it reports."""

    @property
    def stage(self) -> Stage:
        """What `evaluate` is given."""

    def evaluate(self, subject: Any, context: Context) -> Mapping[str, float]:
        """Returns the metrics. A confidence interval of metric `m` goes under the keys `m.low` and `m.high`.

        Raises:
            CandidateError: The candidate must not be used ("not causal", "implausible").
        """


class Tokenizer(Protocol):
    """Text to token ids and back. Lossless on any UTF-8 text."""

    @property
    def n_vocab(self) -> int: ...

    @property
    def end_of_text(self) -> int:
        """The id that separates documents."""

    def encode(self, text: str) -> list[int]: ...

    def decode(self, ids: Sequence[int]) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldOut:
    """The held-out documents in one tokenisation.

    Attributes:
        tokens: uint16 or uint32 array (N,); documents one after the other, each followed by the end-of-text id.
        starts: int64 array (D + 1,); document i is tokens[starts[i]:starts[i + 1]], its end-of-text id included.
        n_bytes: int64 array (D,); UTF-8 bytes of each document's text.
    """

    tokens: Any
    starts: Any
    n_bytes: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained:
    """A network after its training, with what it takes to score it.

    Attributes:
        network: The network in evaluation mode on `context.device`. `network(tokens)` maps (B, T) int64 ids to
            (B, T, V) logits; `network.new_cache(batch_size=, max_tokens=)` and `network(tokens, cache=cache)` generate.
            Faster where it also has `network.next_logits(tokens, cache)`, the last position's (B, V), and where its
            cache has `select(rows)`, which keeps the sequences of these indices, in that order.
        tokenizer: The tokenizer it was trained with.
        held_out: Text it has not seen, split by distribution; None where it is not at hand.
        autocast: Returns the context manager of the precision it was trained in.
        curve: Learning curve: {"step", "tokens", "loss" (bits per byte, training text)} a point.
        metrics: What the training itself measured (training_tokens_per_second, training_seconds, peak_memory_mb).
    """

    network: Any
    tokenizer: Tokenizer
    held_out: HeldOut | None
    autocast: Callable[[], Any]
    curve: Sequence[Mapping[str, float]] = ()
    metrics: Mapping[str, float] = field(default_factory=dict)
