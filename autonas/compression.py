"""What is to be made of a finished model: fewer bits, fewer parts, or both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from autonas.errors import UsageError
from autonas.stored import PRECISIONS, Precision

__all__ = ["Compression", "Pruning"]

Kind = Literal["ffn", "layers", "magnitude"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pruning:
    """What goes.

    Attributes:
        kind: "ffn", feed-forward channels; "layers", whole layers; "magnitude", the smallest weights of each matrix.
        amount: A share of the channels or weights in (0, 1), or how many layers.
    """

    kind: Kind
    amount: float

    def __post_init__(self) -> None:
        if self.kind not in get_args(Kind):
            raise UsageError(f"pruning must be of {', '.join(get_args(Kind))}, got {self.kind!r}", hint=_EXAMPLES)
        if self.kind == "layers":
            if not (1 <= self.amount < 10_000) or self.amount != int(self.amount):
                raise UsageError(f"layers:{self.amount:g} must name a number of layers", hint="for example layers:1")
        elif not 0 < self.amount < 1:
            raise UsageError(f"{self.kind}:{self.amount:g} must name a share between 0 and 1", hint=_EXAMPLES)

    @classmethod
    def parse(cls, text: str) -> Pruning:
        """Reads KIND:AMOUNT, such as ffn:0.25.

        Raises:
            UsageError: It is none.
        """
        kind, _, amount = text.partition(":")
        try:
            number = float(amount)
        except ValueError:
            raise UsageError(f"pruning must be KIND:AMOUNT, got {text!r}", hint=_EXAMPLES) from None
        return cls(kind=kind, amount=number)  # type: ignore[arg-type]

    def __str__(self) -> str:
        return f"{self.kind}:{self.amount:g}"


_EXAMPLES = "for example ffn:0.25, layers:1 or magnitude:0.5"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compression:
    """How a model becomes smaller: first it is pruned, then trained on, then quantised.

    Attributes:
        quantize: Precision of its file; None leaves it in float32.
        recover_tokens: Of the training after the pruning; 0 is none.
    """

    quantize: Precision | None = None
    prune: Pruning | None = None
    recover_tokens: int = 0

    def __post_init__(self) -> None:
        if self.quantize is None and self.prune is None:
            raise UsageError(
                "nothing is to be compressed", hint=f"give --quantize {'|'.join(PRECISIONS)}, --prune or both"
            )
        if self.quantize is not None and self.quantize not in PRECISIONS:
            raise UsageError(f"precision must be one of {', '.join(PRECISIONS)}, got {self.quantize!r}")
        if self.recover_tokens < 0:
            raise UsageError(f"recover_tokens must be at least 0, got {self.recover_tokens}", hint="0 trains nothing")
        if self.recover_tokens and self.prune is None:
            raise UsageError("there is nothing to recover from without --prune", hint="leave --recover-tokens out")

    @property
    def label(self) -> str:
        """What a folder is called by: letters, digits, points and dashes."""
        parts = [str(self.prune).replace(":", "") if self.prune else "", self.quantize or ""]
        return "-".join(part for part in parts if part)
