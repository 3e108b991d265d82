"""Commands that search, train the best longer, and promote."""

from __future__ import annotations

from typing import Any

import click

from autonas.commands import shared
from autonas.defaults import DEFAULT_OUT
from autonas.terminal import console

__all__ = ["promote", "refine", "search"]


@click.command()
@shared.reference
@click.option(
    "--trials",
    type=int,
    metavar="N",
    help="Candidates the study shall reach in total.  [default: the study's own number]",
)
@click.option(
    "--until-stable",
    type=click.FloatRange(0, 1, min_open=True),
    is_flag=False,
    flag_value=0.01,
    metavar="[SHARE]",
    help="Stop earlier, when two generations add less than SHARE of the front's hypervolume.  [0.01 if not given]",
)
@shared.minutes
@shared.memory
@shared.devices
@shared.workers
@shared.cluster
@click.option(
    "--deterministic",
    is_flag=True,
    help="Propose generation by generation: the same candidates with any number of workers, which wait for each other"
    " and on the CPU compute with one thread each.",
)
@click.option("--seed", type=int, default=0, show_default=True, metavar="S", help="Of all that is random.")
@shared.storage
@click.option("--name", metavar="NAME", help="Its name in the storage.  [default: the study's own name]")
@shared.out
@shared.cache
@shared.dashboard
@shared.overrides
@click.pass_context
def search(ctx: click.Context, /, **options: Any) -> None:
    """Search, or go on with a search that was stopped."""
    from autonas.watch import SearchOptions, watch_search

    outcome = watch_search(SearchOptions(**options), console())
    if outcome.status == "interrupted":
        ctx.exit(130)


@click.command()
@click.option("--rungs", type=int, default=2, show_default=True, metavar="N", help="Train the best on 3, 9, ... times.")
@click.option(
    "--keep", type=int, metavar="N", help="Candidates on the first rung; a third on each further.  [default: a third]"
)
@click.option(
    "--seeds", type=int, default=2, show_default=True, metavar="N", help="Other seeds for the last rung's front."
)
@shared.which
@shared.minutes
@shared.memory
@shared.devices
@shared.workers
@shared.cluster
@shared.storage
@shared.out
@shared.cache
@shared.dashboard
@click.pass_context
def refine(ctx: click.Context, /, name: str | None, **options: Any) -> None:
    """Train the best of a search longer and with other seeds; or go on with that.

    Each rung has three times the tokens of the one below and goes on from where the shorter training branched
    off. Which candidates: the front's, and the next best, by what they add to the hypervolume. The front of the
    last rung is trained again with other seeds, for the spread. autonas front --rung N shows a rung.
    """
    from autonas.watch_refine import RefineOptions, watch_refinement

    with shared.open_study(options["storage"], name) as store:
        finished = watch_refinement(RefineOptions(**options), store, console())
    if not finished:
        ctx.exit(130)


@click.command()
@click.argument("trial", type=int, required=False)
@click.option("--best", is_flag=True, help="The knee of the front, of the highest rung if there are any.")
@shared.which
@click.option("--hours", type=float, metavar="H", help="For both trainings together.  [default: the study's own]")
@click.option("--tokens", metavar="N", help="Pretrain on so many tokens, whatever the time.")
@click.option(
    "--from",
    "start",
    type=click.Choice(["scratch", "proxy"]),
    help="Begin with fresh weights or with those of the search.  [default: the study's own]",
)
@click.option("--corpus", metavar="SOURCE", help="Another corpus: installed, packages, a folder, or a packed corpus.")
@click.option("--lora", type=int, metavar="RANK", help="Tune with adapters of that rank instead of all weights.")
@click.option("--teacher", metavar="RUN", help="Tune towards a larger promoted model with the same tokenizer.")
@click.option("--device", default="auto", show_default=True, metavar="DEVICE", help="auto, cpu, cuda or cuda:1.")
@shared.storage
@click.option("--out", type=shared.PATH, default=DEFAULT_OUT, show_default=True, metavar="DIR", help="Folder of runs.")
@shared.cache
@shared.overrides
@click.pass_context
def promote(ctx: click.Context, /, name: str | None, **options: Any) -> None:
    """Train a candidate fully, tune it to instructions, benchmark it; or go on with that.

    The result is a folder: the model, its training's logs, its scores and a report card.
    """
    from autonas.watch_promotion import PromoteOptions, watch_promotion

    with shared.open_study(options["storage"], name) as store:
        if watch_promotion(PromoteOptions(**options), store, console()) is None:
            ctx.exit(130)
