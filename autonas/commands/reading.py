"""Commands that show what a storage holds."""

from __future__ import annotations

from pathlib import Path

import click

from autonas.commands import shared
from autonas.defaults import DEFAULT_OUT
from autonas.terminal import console, print_json

__all__ = ["compare", "dashboard", "front", "report", "show", "status", "trials"]


@click.command()
@click.option(
    "--rung", type=int, default=0, show_default=True, metavar="N", help="0 is the search, see autonas refine."
)
@click.option("--few", type=click.IntRange(min=1), metavar="N", help="Only the N that together are worth most.")
@click.option("--plot", is_flag=True, help="Draw it: the first objective upwards, the last across.")
@shared.which
@shared.storage
@shared.as_json
def front(rung: int, few: int | None, plot: bool, name: str | None, storage: str, as_json: bool) -> None:
    """Show the front: the candidates that no other beats in everything.

    The knee, the front's best compromise, is marked with a star. "vs curve" is the loss above (+) or
    below (-) what is usual at that size, by a curve through all candidates. A number after ± is half of
    the 95 % interval. "on front" is the probability of belonging there, where other seeds were tried.
    """
    from autonas.ladder import climbed
    from autonas.views.front import front_json, front_rows, front_title, front_view, most_valuable
    from autonas.views.trust import trust_in, trust_json, trust_remarks

    if plot and as_json:
        raise click.UsageError("--plot is for people, --json for programs: give one of them")
    if plot and few is not None:
        raise click.UsageError("--plot draws the whole front, --few is for the table and --json: give one of them")
    with shared.open_study(storage, name) as store:
        info = store.info
    trust = trust_in(climbed(storage, info.name), rung, info.objectives)
    rows = front_rows(trust.records, info.objectives, trust.probabilities, constraints=info.constraints)
    if as_json:
        shown = rows if few is None else most_valuable(rows, info.objectives, few)
        of_it = {**front_json(shown, info.objectives), **trust_json(trust)}
        print_json({"study": info.name, "storage": shared.masked_url(storage), **of_it})
    elif plot:
        from autonas.views.scatter import front_scatter

        terminal = console()
        size = {"width": terminal.width, "height": max(8, min(24, terminal.height - 8))}
        terminal.print(front_title(rows, info, trust.records, rung=rung))
        terminal.print(front_scatter(rows, trust.records, info.objectives, **size))
    else:
        remarks = trust_remarks(trust, info.objectives) if info.description.get("trainer") else []
        console().print(front_view(rows, info, trust.records, remarks=remarks, rung=rung, few=few))


@click.command()
@click.option("--csv", metavar="FILE", help="Write all columns to a file; - is standard output.")
@shared.which
@shared.storage
@shared.as_json
def trials(csv: str | None, name: str | None, storage: str, as_json: bool) -> None:
    """List all trials, the failed ones too."""
    from autonas.views.trials import trials_frame, trials_json, trials_table

    with shared.open_study(storage, name) as store:
        records, info = store.records(), store.info
    if as_json or csv is not None:
        frame = trials_frame(records, info.objectives)
        if csv == "-":
            click.echo(frame.to_csv(index=False), nl=False)
        elif csv is not None:
            frame.to_csv(csv, index=False)
            click.echo(f"wrote {len(frame)} trials with {len(frame.columns)} columns to {csv}")
        else:
            print_json({"study": info.name, "storage": shared.masked_url(storage), "trials": trials_json(frame)})
    else:
        console().print(trials_table(records, info))


@click.command()
@click.argument("studies", nargs=-1, metavar="[STUDY [STUDY]]")
@click.option(
    "--out", type=shared.PATH, default=Path("report.html"), show_default=True, metavar="FILE", help="- prints it."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", "md"]),
    help="Markdown has no figures.  [default: by the file's ending, else html]",
)
@click.option("--rung", type=int, default=0, show_default=True, metavar="N", help="0 is the search.")
@click.option(
    "--runs",
    type=shared.PATH,
    default=DEFAULT_OUT,
    show_default=True,
    metavar="DIR",
    help="Where candidates' files are.",
)
@shared.storage
def report(studies: tuple[str, ...], out: Path, form: str | None, rung: int, runs: Path, storage: str) -> None:
    """Write a report of a study, or of two side by side: one file that can be mailed.

    The answer first, then the front, what the search found out, how it went, cost, failures, data, and how to
    reproduce it. The page needs nothing from the network. Without a name: the study that was used last.
    """
    from autonas.watch_report import write_study_report

    if len(studies) > 2:
        raise click.UsageError("a report is of one study, or of two")
    names = studies
    if not names:
        with shared.open_study(storage, None) as store:
            names = (store.info.name,)
    write_study_report(names, storage=storage, out=out, form=form, rung=rung, runs=runs)


@click.command()
@click.argument("trial", type=int)
@click.option("--png", type=shared.PATH, metavar="FILE", help="Draw the architecture to a PNG file.")
@click.option("--svg", type=shared.PATH, metavar="FILE", help="Draw the architecture to an SVG file.")
@shared.which
@shared.storage
@shared.as_json
def show(trial: int, png: Path | None, svg: Path | None, name: str | None, storage: str, as_json: bool) -> None:
    """Draw one candidate: its parts in order, dimensions, parameters and metrics."""
    from autonas.views.architecture import draw_candidate
    from autonas.views.drawing import candidate_json, candidate_view, parts_of

    with shared.open_study(storage, name) as store:
        record, info = store.record(trial), store.info
    parts, why_none = parts_of(record, info)
    for path, suffix in ((png, ".png"), (svg, ".svg")):
        if path is not None:
            draw_candidate(record, info, parts, path.with_suffix(suffix), why_none=why_none)
            click.echo(f"drawn to {path.with_suffix(suffix)}", err=True)
    if as_json:
        print_json({"study": info.name, "storage": shared.masked_url(storage), **candidate_json(record, parts)})
    else:
        console().print(candidate_view(record, study=info.name, parts=parts))
    if why_none:
        click.echo(f"note: {why_none}", err=True)


@click.command()
@click.option("--watch", is_flag=True, help="Go on showing them as they change, until Ctrl-C.")
@shared.storage
@shared.as_json
def status(watch: bool, storage: str, as_json: bool) -> None:
    """List the studies of a storage, the latest first."""
    from autonas.storage import list_studies
    from autonas.views.studies import status_json, status_table

    nothing = f"no studies in {shared.masked_url(storage)} yet; autonas search starts one"
    if watch and as_json:
        raise click.UsageError("--watch is for people, --json for programs: give one of them")
    if watch:
        from autonas.watch_status import watch_status

        watch_status(storage, console(), nothing=nothing)
        return
    summaries = list_studies(storage)
    if as_json:
        print_json({"storage": shared.masked_url(storage), "studies": status_json(summaries)})
    elif summaries:
        console().print(status_table(summaries))
    else:
        click.echo(nothing)


@click.command()
@click.argument("first")
@click.argument("second")
@shared.storage
@shared.as_json
def compare(first: str, second: str, storage: str, as_json: bool) -> None:
    """Compare the fronts of two studies of a storage."""
    from autonas.views.studies import compare as compared
    from autonas.views.studies import comparison_json, comparison_view

    with shared.open_study(storage, first) as one, shared.open_study(storage, second) as two:
        comparison = compared((one.info, one.records()), (two.info, two.records()))
    if as_json:
        print_json({"storage": shared.masked_url(storage), **comparison_json(comparison)})
    else:
        console().print(comparison_view(comparison))


@click.command()
@shared.which
@click.option("--port", type=click.IntRange(0, 65535), default=8080, show_default=True, help="0 takes a free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Another address lets other machines in.")
@shared.storage
@shared.out
def dashboard(name: str | None, port: int, host: str, storage: str, out: Path) -> None:
    """Serve Optuna's dashboard, with notes, drawings, samples and plots, until Ctrl-C."""
    from autonas.watch_dashboard import serve_dashboard

    serve_dashboard(storage, name, host=host, port=port, out=out)
