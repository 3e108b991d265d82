"""Decoders and what is made of them: genes of a file beside those of a network. Torch-free until one is built."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from autonas.compression import Compression, Pruning
from autonas.errors import UsageError
from autonas.promotion_protocols import Exported, ExportRequest
from autonas.protocols import Gene, Genome, Part, Trained
from autonas.stored import PRECISIONS, Precision, file_bytes, stored_tensors
from search_spaces.decoder.shape import DecoderShape
from search_spaces.decoder.space import FEED_FORWARD_STEP, DecoderSpace

__all__ = ["CompressedShape", "CompressedSpace"]

MOST_PRUNED = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class CompressedShape(DecoderShape):
    """A decoder as it is trained, and how it becomes the network of its file.

    All that it inherits is that of the trained network, which is built, checked and drawn as any other.

    Attributes:
        precision: Of the file's weights, see `autonas.stored`.
        ffn_pruned: Share of each layer's feed-forward channels that is pruned, in [0, 1); exactly what goes, so that
            equal shapes are equal files.
    """

    precision: Precision
    ffn_pruned: float

    def __post_init__(self) -> None:
        DecoderShape.__post_init__(self)
        if self.precision not in PRECISIONS:
            raise ValueError(f"precision must be one of {', '.join(PRECISIONS)}, got {self.precision!r}")
        if not 0 <= self.ffn_pruned < 1:
            raise ValueError(f"ffn_pruned must lie in [0, 1), got {self.ffn_pruned}")

    @property
    def compression(self) -> Compression:
        """What is made of the trained network."""
        pruning = Pruning(kind="ffn", amount=self.ffn_pruned) if self.ffn_pruned else None
        return Compression(quantize=self.precision, prune=pruning)

    @property
    def trained(self) -> DecoderShape:
        """The network that is trained, and nothing of its file."""
        return DecoderShape(**{f.name: getattr(self, f.name) for f in fields(DecoderShape)})

    @property
    def kept(self) -> DecoderShape:
        """The network in the file."""
        own = {f.name: getattr(self, f.name) for f in fields(DecoderShape)}
        return DecoderShape(**{**own, "d_ff": round((1 - self.ffn_pruned) * self.d_ff)})

    @property
    def file_bytes(self) -> int:
        """Exact size of the file."""
        return file_bytes(stored_tensors(self.kept.tensors(), self.precision))

    def summary(self) -> str:
        """Returns the shape in one short line, as tables show it."""
        pruned = f" ff{self.d_ff}->{self.kept.d_ff}" if self.ffn_pruned else ""
        return f"{self.precision}{pruned} {self.trained.summary()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CompressedSpace:
    """A decoder space with genes for what is made of each trained network.

    Attributes:
        decoder: The networks that are trained.
        precisions: Of the files, smallest first.
        ffn_pruned: Shares of the feed-forward channels that are pruned. What is left is a multiple of 16 channels.

    Weights that are set to zero one by one are no gene: a file keeps room for them and becomes no smaller.
    """

    decoder: DecoderSpace = field(default_factory=DecoderSpace)
    precisions: tuple[Precision, ...] = ("int4", "int8", "bf16")
    ffn_pruned: tuple[float, ...] = (0.0, 0.25, 0.5)

    def __post_init__(self) -> None:
        wrong = [p for p in self.precisions if p not in PRECISIONS]
        if wrong or not self.precisions:
            given = repr(wrong[0]) if wrong else "nothing"
            raise UsageError(f"space.precisions must be among {', '.join(PRECISIONS)}, got {given}")
        if not self.ffn_pruned or not all(0 <= share <= MOST_PRUNED for share in self.ffn_pruned):
            given = ",".join(map(str, self.ffn_pruned)) or "nothing"
            raise UsageError(
                f"space.ffn_pruned must be shares from 0 to {MOST_PRUNED}, got {given}",
                hint="for example space.ffn_pruned=0,0.25,0.5",
            )

    @property
    def genes(self) -> Sequence[Gene]:
        """Those of the decoder, then precision and pruning."""
        return (
            *self.decoder.genes,
            Gene(name="precision", choices=self.precisions),
            Gene(name="ffn_pruned", choices=self.ffn_pruned),
        )

    def decode(self, genome: Genome) -> CompressedShape:
        """Returns the shape; where too few channels are there to be pruned, the nearest share that can be."""
        shape = self.decoder.decode(genome)
        steps = shape.d_ff // FEED_FORWARD_STEP
        kept = min(steps, max(1, round((1 - genome["ffn_pruned"]) * steps)))
        own = {f.name: getattr(shape, f.name) for f in fields(shape)}
        return CompressedShape(**own, precision=genome["precision"], ffn_pruned=1 - kept / steps)

    def seeds(self) -> Sequence[Genome]:
        """Returns the decoder's, each with one of some compressions that cost little for what they save."""
        seeds = []
        for number, genome in enumerate(self.decoder.seeds()):
            precision, share = _SEEDS[number % len(_SEEDS)]
            seeds.append(
                {
                    **genome,
                    "precision": precision if precision in self.precisions else self.precisions[0],
                    "ffn_pruned": min(self.ffn_pruned, key=lambda choice, share=share: abs(choice - share)),
                }
            )
        return seeds

    def build(self, shape: CompressedShape, seed: int) -> Any:
        """Returns the network that is trained, on the CPU, its weights drawn from `seed`.

        It says as `compression` what its trainer shall make of it.
        """
        network = self.decoder.build(shape.trained, seed)
        network.compression = shape.compression
        return network

    def kernels(self, device: str) -> Sequence[str]:
        """Returns the packages whose kernels the networks use on a device."""
        return self.decoder.kernels(device)

    def compression(self, shape: CompressedShape) -> Compression:
        """Returns what is made of a trained network of a shape."""
        return shape.compression

    def summary(self, shape: DecoderShape) -> str:
        """Returns the shape in one line; that of a network in a file, too."""
        return shape.summary()

    def describe(self, shape: CompressedShape, context: int) -> Sequence[Part]:
        """Returns the parts of the network that is trained, and its file, for `autonas show`."""
        pruned = f", feed-forward {shape.d_ff} -> {shape.kept.d_ff}" if shape.ffn_pruned else ""
        detail = f"{shape.precision}{pruned}, {shape.kept.parameters:,} parameters in {shape.file_bytes:,} bytes"
        return (*self.decoder.describe(shape.trained, context), Part(name="file", detail=detail))

    def export(self, shape: CompressedShape, trained: Trained, wanted: ExportRequest) -> Exported:
        """Writes a trained network for other programs; see `search_spaces.decoder.export`."""
        return self.decoder.export(shape.trained, trained, wanted)


# Eight bits lose hardly anything, four a little: see docs/log.md.
_SEEDS: tuple[tuple[Precision, float], ...] = (("int8", 0.0), ("int4", 0.0), ("int4", 0.25), ("int8", 0.25))
