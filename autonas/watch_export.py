"""What `autonas export` says when it is done."""

from __future__ import annotations

from typing import Any

import click

from autonas.export import Export
from autonas.terminal import console
from autonas.views.compressed import compression_view, cost_head, cost_notes
from autonas.views.numbers import bytes_text

__all__ = ["export_json", "write_export"]


def write_export(done: Export) -> None:
    """Prints where the export is, what it is, what integers cost, and what one who uses it should know."""
    click.echo(f"{done.folder}: {done.exported.architecture}, {bytes_text(done.n_bytes)}")
    if done.cost is not None:
        console().print(compression_view(done.cost, cost_head(done.quantize)))
        for line in cost_notes(done.cost):
            click.echo(line)
    for note in done.exported.notes:
        click.echo(f"- {note}")
    click.echo("README.md there says how to load it")


def export_json(done: Export) -> dict[str, Any]:
    """Returns the same for programs."""
    return {
        "folder": str(done.folder),
        "format": done.file_format,
        "quantize": done.quantize,
        "architecture": done.exported.architecture,
        "parameters": done.exported.parameters,
        "bytes": done.n_bytes,
        "notes": list(done.exported.notes),
        "cost": done.cost,
    }
