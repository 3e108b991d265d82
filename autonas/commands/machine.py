"""Commands on what this machine has: data, devices, the sandbox."""

from __future__ import annotations

from pathlib import Path

import click

from autonas.commands import shared
from autonas.defaults import default_cache
from autonas.terminal import console, print_json

__all__ = ["data", "doctor", "sandbox"]


@click.command()
@shared.reference
@click.option(
    "--source",
    metavar="SOURCE",
    help='Another source: "installed", "packages" (a pinned list, downloaded once), a folder, or a packed corpus.',
)
@click.option("--pack", type=shared.PATH, metavar="FILE", help="Write it to one file, for a machine without network.")
@shared.cache
@shared.overrides
@shared.as_json
def data(
    study: str,
    source: str | None,
    pack: Path | None,
    cache: Path | None,
    overrides: tuple[str, ...],
    as_json: bool,
) -> None:
    """Prepare the corpus of a study and show what it is made of."""
    from autonas.corpus import prepare_corpus
    from autonas.places import parse_overrides
    from autonas.views.corpus import corpus_view

    changes = (*overrides, f"trainer.corpus.source={source}") if source is not None else overrides
    prepared = prepare_corpus(
        study,
        overrides=parse_overrides(changes),
        cache=cache or default_cache(),
        console=console(stderr=True),
        pack=pack,
    )
    if as_json:
        print_json({"folder": prepared.folder, **prepared.manifest})
    else:
        console().print(corpus_view(prepared.manifest, folder=prepared.folder, sample=prepared.sample))
    if pack is not None:
        click.echo(f"packed into {pack}, {prepared.packed / 1e6:,.1f} MB; elsewhere: --source {pack.name}", err=True)


@click.command()
@click.option("--calibrate", metavar="STUDY", help="Measure how many candidates each device trains best at a time.")
@shared.devices
@shared.storage
@shared.cache
@shared.as_json
def doctor(calibrate: str | None, device: str, storage: str, cache: Path | None, as_json: bool) -> None:
    """Say what this machine has: versions, devices and their speed, caches, disk.

    With --calibrate STUDY it trains a seed shape of that study with 1, 2, 4, ... workers on each device, some ten
    seconds each, and remembers the outcome for --workers auto.
    """
    from autonas.doctor import examine, findings_view

    findings = examine(storage=storage, cache=cache or default_cache())
    if calibrate is not None:
        from autonas.watch import watch_calibration

        findings["workers"] = watch_calibration(calibrate, device, cache or default_cache(), console(stderr=as_json))
    if as_json:
        print_json(findings)
    else:
        console().print(findings_view(findings))


@click.group()
def sandbox() -> None:
    """Run generated code that nobody vouches for, contained."""


@sandbox.command("check")
@click.option(
    "--level",
    type=click.Choice(["strong", "reduced", "none"]),
    default="strong",
    show_default=True,
    help="The lowest level that will do; the exit code is 1 below it.",
)
@shared.as_json
@click.pass_context
def sandbox_check(ctx: click.Context, level: str, as_json: bool) -> None:
    """Show the level that the sandbox reaches here, its layers, and what its self check did."""
    from autonas.sandbox.report import report, report_view

    findings = report(level)
    if as_json:
        print_json(findings)
    else:
        console().print(report_view(findings))
    if not findings["ok"]:
        ctx.exit(1)
