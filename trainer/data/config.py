"""What a corpus is made of."""

from __future__ import annotations

from dataclasses import dataclass

from autonas.errors import UsageError

__all__ = ["INSTALLED", "PACKAGES", "CorpusConfig"]

INSTALLED = "installed"
PACKAGES = "packages"


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusConfig:
    """Where the text comes from and how it is divided.

    Attributes:
        source: "installed" (the standard library and the installed distributions of the running
            interpreter), "packages" (the pinned list packages.txt, downloaded with pip and unpacked), the
            path of a folder of Python files, or that of a corpus that is prepared (its folder in a cache) or
            packed, which is taken as it was made.
        max_bytes: Upper limit of the text that is kept, in bytes; None keeps all. Every distribution keeps
            the same share, except that the held-out part is not thinned below 1 MB (or a quarter of it all).
        held_out_share: Share of the bytes that is held out.
        allow_copyleft: Whether distributions under a copyleft licence (GPL, LGPL, MPL, ...) are used too.
        seed: Chooses what is held out and what a limit of `max_bytes` keeps.
    """

    source: str = INSTALLED
    max_bytes: int | None = None
    held_out_share: float = 0.06
    allow_copyleft: bool = False
    seed: int = 0

    def __post_init__(self) -> None:
        if not self.source:
            raise UsageError("corpus source is empty", hint=f'use "{INSTALLED}", "{PACKAGES}" or a folder')
        if not 0.005 <= self.held_out_share <= 0.5:
            raise UsageError(
                f"held_out_share must be between 0.005 and 0.5, got {self.held_out_share}",
                hint="0.06 is usual",
            )
        if self.max_bytes is not None and self.max_bytes < 200_000:
            raise UsageError(
                f"max_bytes must be at least 200000, got {self.max_bytes}",
                hint="leave it out to use all the text",
            )
        if self.seed < 0:
            raise UsageError(f"corpus seed must be 0 or more, got {self.seed}", hint="use 0")
