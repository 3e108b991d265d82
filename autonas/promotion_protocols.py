"""What a promotion and what follows it ask: of a stage of training, a benchmark, and a space that writes other formats.

The counterpart of `autonas.protocols`, which has what a search asks. Nothing here imports torch either.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from autonas.protocols import Context, SearchSpace, Shape, Trained

if TYPE_CHECKING:
    from autonas.compression import Compression

__all__ = [
    "Benchmark", "CompressingSpace", "ExportRequest", "Exported", "ExportingSpace", "Quantized", "Serving", "Subject",
    "TrainingStage",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A candidate that is promoted, as a stage of its promotion sees it.

    Attributes:
        network: Freshly built, its weights drawn from the study's seed.
        start: Folder of the model to begin with: the proxy's weights, or what the stage before has made; None begins
            from scratch.
        seconds: How long the stage may take, if it is not told how much to do; infinite without a limit.
        data: What identified the data of the search: `Trainer.prepare` has returned it.
    """

    network: Any
    start: Path | None
    seconds: float
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRequest:
    """What is to be written of a finished model.

    Attributes:
        format: "hf", "gguf" or "onnx".
        folder: Where, an empty folder. README.md is the engine's.
        name: Of the model.
        context: Tokens of the sequences that it was trained on.
        quantize: "int8" or "int4", as which the weights are stored; None leaves them in float32.
    """

    format: str
    folder: Path
    name: str
    context: int
    quantize: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """An export and the same in float32, as the program runs them that it is for.

    Each is called in another process, so it is plain data, and returns what `evaluators.gauge` can time: a module with
    `shape`, `new_cache` and `next_logits`, as a decoder has them.

    Attributes:
        program: Its name and version.
    """

    program: str
    original: Callable[[], Any]
    quantized: Callable[[], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantized:
    """What became of the weights of an export with integers.

    Attributes:
        network: What was written, read back, on the CPU: maps (B, T) ids to (B, T, V) logits, so that it can be scored.
            It has the `parameters()` of the network.
        reference: A network of the space with the same integers multiplied out, which computes the same logits within
            the format's tolerance. It has a cache, so it writes and can be examined.
        serving: How it is timed, or why it can't be here.
        n_bytes: Of the file that holds the weights.
        n_bytes_float32: Of the same file with the weights in float32.
    """

    network: Any
    reference: Any
    serving: Serving | str
    n_bytes: int
    n_bytes_float32: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was written, for the model card.

    Attributes:
        architecture: What the model is called in that format.
        parameters: Numbers in the file; more than in the network where a shared matrix had to be written twice.
        library: What loads it, as model hubs name it.
        example: How it is loaded, in Markdown.
        notes: What one who uses it should know, a sentence or two each.
        quantized: If the weights were to be stored as integers.
    """

    architecture: str
    parameters: int
    library: str
    example: str
    notes: tuple[str, ...] = ()
    quantized: Quantized | None = None


@runtime_checkable
class ExportingSpace(SearchSpace, Protocol):
    """A space whose trained networks can be written for other programs. Optional."""

    def export(self, shape: Shape, trained: Trained, wanted: ExportRequest) -> Exported:
        """Writes a network, on the CPU, with its tokenizer.

        Raises:
            UsageError: The format has no place for a property of the shape, which the message names, or for integers.
            AutonasError: What was written does not compute the same.
        """


@runtime_checkable
class CompressingSpace(SearchSpace, Protocol):
    """A space whose shapes say what is made of a trained network. Optional: a promotion then ends with that."""

    def compression(self, shape: Shape) -> Compression:
        """Returns what a shape asks for, without the training after a pruning: how much says the promotion."""


class TrainingStage(Protocol):
    """A stage of a promotion that trains: pretraining, instruction tuning.

    Its folder is `context.folder`. What it leaves there lets it go on after a kill at any point; what is finished is
    not done again.
    """

    def check(self, network: Any) -> None:
        """Looks at what the stage will need, before any stage trains.

        Args:
            network: The untrained network of the candidate.

        Raises:
            UsageError: A file is not there, or not what it should be, or the network can't be trained so.
        """

    def train(self, subject: Subject, context: Context) -> Trained:
        """Trains, or goes on, or opens what is finished, and leaves the model in `context.folder / "model"`.

        Raises:
            CandidateError: The training failed ("not finite", "out of memory").
        """

    def facts(self, folder: Path) -> Mapping[str, Any]:
        """Returns what a report says of a finished stage (JSON)."""


class Benchmark(Protocol):
    """How a finished model is examined."""

    def check(self) -> None:
        """Looks at the files that the stage will need, before any stage trains.

        Raises:
            UsageError: One is not there, or not what it should be.
        """

    def run(self, trained: Trained, context: Context) -> Mapping[str, Any]:
        """Returns the scores (JSON); keeps in `context.folder` what it has generated, and goes on from it."""
