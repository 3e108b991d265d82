"""The command that makes a promoted model smaller."""

from __future__ import annotations

from pathlib import Path

import click

from autonas.commands import shared
from autonas.terminal import console, print_json

__all__ = ["compress"]


@click.command()
@click.argument("model", metavar="RUN|TRIAL")
@click.option("--quantize", type=click.Choice(["bf16", "int8", "int4"]), help="Precision of the weights' file.")
@click.option("--prune", metavar="KIND:AMOUNT", help="ffn:0.25 (share), layers:1 (number) or magnitude:0.5 (share).")
@click.option(
    "--recover-tokens",
    type=click.IntRange(0),
    default=0,
    show_default=True,
    metavar="N",
    help="Train on after pruning.",
)
@click.option("--into", type=shared.PATH, metavar="DIR", help="Folder of the new model.  [default: beside the run]")
@click.option("--device", default="auto", show_default=True, metavar="DEVICE")
@shared.which
@shared.storage
@shared.out
@shared.cache
@shared.as_json
def compress(
    model: str,
    quantize: str | None,
    prune: str | None,
    recover_tokens: int,
    into: Path | None,
    device: str,
    name: str | None,
    storage: str,
    out: Path,
    cache: Path | None,
    as_json: bool,
) -> None:
    """Make a promoted model smaller, and show what that cost.

    RUN is the folder of a promotion or of a compressed model, TRIAL the number of a promoted trial. What is left is a
    folder that generates, benchmarks and serves as a promotion's does.
    """
    from autonas.compress import compress_run
    from autonas.compression import Compression, Pruning
    from autonas.playground import promoted_folder
    from autonas.views.compressed import compression_view

    wanted = Compression(
        quantize=quantize,  # type: ignore[arg-type]
        prune=None if prune is None else Pruning.parse(prune),
        recover_tokens=recover_tokens,
    )
    run = promoted_folder(model, study=lambda: shared.open_study(storage, name), out=out)
    folder, result = compress_run(run, wanted, out=into, device=device, cache=cache, console=console(stderr=True))
    if as_json:
        print_json({"folder": str(folder), **result})
        return
    console().print(compression_view(result))
    click.echo(f"report:  {folder / 'compression.md'}\ntry it:  autonas generate {folder}")
