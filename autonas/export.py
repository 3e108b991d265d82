"""`autonas export`: the model of a promotion as a folder for other programs, whole or not there.

The engine knows no formats: the study's space writes them. Here are the folder, and the card that goes with it.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from autonas.checksums import write_whole
from autonas.errors import UsageError
from autonas.finished import open_finished
from autonas.model_card import card_text
from autonas.protocols import Exported, ExportingSpace, ExportRequest
from autonas.resolve import Resolved
from autonas.run_folder import RunFolder

__all__ = ["Export", "export_run"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A finished export: its folder, the bytes of its files, and what the space says of it."""

    folder: Path
    n_bytes: int
    exported: Exported


def export_run(run: Path, *, file_format: str, out: Path | None, cache: Path) -> Export:
    """Writes the latest model of a promotion in a format of the study's space.

    Args:
        out: The folder, which must be empty or not there; export-FORMAT in that of the promotion when None.
        cache: Of prepared data, where the corpus is looked up for the model card.

    Raises:
        UsageError: No promotion or no trained model in it, the folder is in use, or the format cannot hold the model.
        AutonasError: What was written does not compute the same; nothing was kept.
    """
    folder = RunFolder.existing(run)
    place = (out or run / f"export-{file_format}").resolve()
    _check_free(place)
    trained, resolved, _ = open_finished(run, "cpu")
    space = resolved.study.space
    if not isinstance(space, ExportingSpace):
        raise UsageError(
            f"the space of {resolved.reference} cannot export", hint="see ExportingSpace in autonas/protocols.py"
        )
    identity = folder.about["identity"]
    with _made(place) as partial:
        wanted = ExportRequest(
            format=file_format,
            folder=partial,
            name=f"{identity['study']}-{identity['trial']}",
            context=_context(folder, resolved),
        )
        exported = space.export(space.decode(folder.about["genome"]), trained, wanted)
        write_whole(partial / "README.md", card_text(folder, wanted, exported, cache))
    n_bytes = sum(path.stat().st_size for path in place.rglob("*") if path.is_file())
    return Export(folder=place, n_bytes=n_bytes, exported=exported)


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
