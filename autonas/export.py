"""`autonas export`: the model of a promotion as a folder for other programs, whole or not there.

The engine knows no formats: the study's space writes them. Here are the folder, and the card that goes with it.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from autonas.checksums import write_whole
from autonas.errors import UsageError
from autonas.export_cost import export_cost
from autonas.finished import open_finished
from autonas.model_card import card_text
from autonas.promotion_protocols import Exported, ExportingSpace, ExportRequest
from autonas.resolve import Resolved
from autonas.run_folder import RunFolder

__all__ = ["Export", "export_run"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A finished export.

    Attributes:
        n_bytes: Of all its files.
        exported: What the space says of it.
        cost: If it was quantised, what that cost: see `autonas.export_cost`.
    """

    folder: Path
    file_format: str
    quantize: str | None
    n_bytes: int
    exported: Exported
    cost: Mapping[str, Any] | None


def export_run(
    run: Path, *, file_format: str, quantize: str | None = None, quick: bool = False, out: Path | None, cache: Path
) -> Export:
    """Writes the latest model of a promotion, or a compressed one, in a format of the study's space.

    Args:
        quantize: "int8" or "int4", as which the weights are stored; float32 when None.
        quick: Leaves out what takes longest of what integers cost, the collapse score and the benchmark.
        out: The folder, which must be empty or not there; export-FORMAT or export-FORMAT-QUANTIZE in that of the run
            when None.
        cache: Of prepared data, where the corpus is looked up for the model card and for what the integers cost.

    Raises:
        UsageError: No promotion or no trained model in it, the folder is in use, or the format cannot hold the model.
        AutonasError: What was written does not compute the same; nothing was kept.
    """
    folder = RunFolder.existing(run)
    label = "-".join(filter(None, ("export", file_format, quantize)))
    place = (out or run / label).resolve()
    _check_free(place)
    trained, resolved, _ = open_finished(run, "cpu")
    space = resolved.study.space
    if not isinstance(space, ExportingSpace):
        raise UsageError(
            f"the space of {resolved.reference} cannot export",
            hint="see ExportingSpace in autonas/promotion_protocols.py",
        )
    about, cost = folder.about, None
    shape = replace(space.decode(about["genome"]), **about.get("changes", {}))  # a pruned one has some
    with _made(place) as partial:
        wanted = ExportRequest(
            format=file_format,
            folder=partial,
            name="{study}-{trial}".format(**about["identity"]),
            context=_context(folder, resolved),
            quantize=quantize,
        )
        exported = space.export(shape, trained, wanted)
        if quantize is not None and exported.quantized is None:
            raise UsageError(
                f"the space of {resolved.reference} writes no {quantize}", hint="leave --quantize out for float32"
            )
        if exported.quantized is not None:
            benchmarks = None if quick else run / "benchmark"
            cost = export_cost(trained, resolved.study, exported.quantized, cache=cache, benchmarks=benchmarks)
        write_whole(partial / "README.md", card_text(folder, wanted, exported, cost, cache))
    n_bytes = sum(path.stat().st_size for path in place.rglob("*") if path.is_file())
    return Export(
        folder=place, file_format=file_format, quantize=quantize, n_bytes=n_bytes, exported=exported, cost=cost
    )


def _check_free(place: Path) -> None:
    if place.is_dir() and not any(place.iterdir()):
        return
    if place.exists():
        kind = "is not empty" if place.is_dir() else "is a file"
        raise UsageError(f"{place} {kind}", hint="remove it, or choose another folder with --out")


@contextlib.contextmanager
def _made(place: Path) -> Iterator[Path]:
    """Gives a folder that becomes `place` when all is in it; a kill leaves a .partial that the next export removes."""
    partial = place.with_name(place.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    try:
        yield partial
        partial.rename(place)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _context(folder: RunFolder, resolved: Resolved) -> int:
    """Returns how many tokens the model has seen at a time: in the promotion, else in the search."""
    trained = folder.about["identity"]["promotion"]["pretrain"]
    budget = resolved.study.budget
    return int(trained.get("context") or (budget.context if budget is not None else 0))
