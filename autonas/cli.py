"""The command line. Commands are thin and import what they need themselves: `--help` must answer at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from autonas.defaults import DEFAULT_OUT, DEFAULT_STORAGE, DEFAULT_STUDY, default_cache
from autonas.terminal import OneLineErrors, console, print_json

if TYPE_CHECKING:
    from autonas.storage import StudyStore

__all__ = ["cli", "main"]

_PATH = click.Path(path_type=Path)

_storage = click.option(
    "--storage", default=DEFAULT_STORAGE, show_default=True, metavar="URL", help="Where studies are kept."
)
_cache = click.option(
    "--cache",
    type=_PATH,
    metavar="DIR",
    help="Folder of prepared data.  [default: $AUTONAS_CACHE or ~/.cache/autonas]",
)
_out = click.option(
    "--out",
    type=_PATH,
    default=DEFAULT_OUT,
    show_default=True,
    metavar="DIR",
    help="Folder of the files that candidates leave.",
)
_devices = click.option(
    "--device", default="auto", show_default=True, metavar="DEVICES", help="auto, cpu, cuda or cuda:0,cuda:1."
)
_workers = click.option(
    "--workers", default="1", show_default=True, metavar="N", help="Candidates at a time on each device; or auto."
)
_minutes = click.option(
    "--candidate-minutes",
    type=click.FloatRange(0, min_open=True),
    metavar="M",
    help="A candidate that is not finished by then has failed.",
)
_memory = click.option(
    "--candidate-memory",
    type=click.FloatRange(0, min_open=True),
    metavar="GB",
    help="A candidate whose process uses more main memory has failed.",
)
_cluster = click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Run candidates on a Ray cluster: auto, HOST:6379 or ray://HOST:10001.",
)
_set = click.option(
    "--set",
    "overrides",
    multiple=True,
    metavar="FIELD=VALUE",
    help="Change a field of the study, such as budget.tokens=2e6; may be repeated.",
)
_reference = click.option(
    "--study",
    default=DEFAULT_STUDY,
    show_default=True,
    metavar="REF",
    help="NAME of an installed study, file.py, or package.module:attr.",
)
_which = click.option(
    "--study",
    "--name",
    "name",
    metavar="NAME",
    help="A study of the storage.  [default: the one used last]",
)
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON; its keys are stable.")


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"autonas {version('autonas')}")
        ctx.exit()


@click.group(cls=OneLineErrors, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
@click.option("--debug", is_flag=True, help="Show tracebacks, and what the parts log.")
def cli(debug: bool) -> None:
    """Find the best small decoder language model for a body of code under your constraints."""
    import logging

    logging.basicConfig(level=logging.DEBUG if debug else logging.WARNING, format="%(name)s: %(message)s")


@cli.command()
@_reference
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
@_minutes
@_memory
@_devices
@_workers
@_cluster
@click.option(
    "--deterministic",
    is_flag=True,
    help="Propose generation by generation: the same candidates with any number of workers, which wait for each other.",
)
@click.option("--seed", type=int, default=0, show_default=True, metavar="S", help="Of all that is random.")
@_storage
@click.option("--name", metavar="NAME", help="Its name in the storage.  [default: the study's own name]")
@_out
@_cache
@_set
@click.pass_context
def search(ctx: click.Context, /, **options: Any) -> None:
    """Search, or go on with a search that was stopped."""
    from autonas.watch import SearchOptions, watch_search

    outcome = watch_search(SearchOptions(**options), console())
    if outcome.status == "interrupted":
        ctx.exit(130)


@cli.command()
@click.option("--rungs", type=int, default=2, show_default=True, metavar="N", help="Train the best on 3, 9, ... times.")
@click.option(
    "--keep", type=int, metavar="N", help="Candidates on the first rung; a third on each further.  [default: a third]"
)
@click.option(
    "--seeds", type=int, default=2, show_default=True, metavar="N", help="Other seeds for the last rung's front."
)
@_which
@_minutes
@_memory
@_devices
@_workers
@_cluster
@_storage
@_out
@_cache
@click.pass_context
def refine(ctx: click.Context, /, name: str | None, **options: Any) -> None:
    """Train the best of a search longer and with other seeds; or go on with that.

    Each rung has three times the tokens of the one below and goes on from where the shorter training branched
    off. Which candidates: the front's, and the next best, by what they add to the hypervolume. The front of the
    last rung is trained again with other seeds, for the spread. autonas front --rung N shows a rung.
    """
    from autonas.watch_refine import RefineOptions, watch_refinement

    with _open(options["storage"], name) as store:
        finished = watch_refinement(RefineOptions(**options), store, console())
    if not finished:
        ctx.exit(130)


@cli.command()
@click.option(
    "--rung", type=int, default=0, show_default=True, metavar="N", help="0 is the search, see autonas refine."
)
@_which
@_storage
@_json
def front(rung: int, name: str | None, storage: str, as_json: bool) -> None:
    """Show the front: the candidates that no other beats in everything.

    The knee, the front's best compromise, is marked with a star. "vs curve" is the loss above (+) or
    below (-) what is usual at that size, by a curve through all candidates. A number after ± is half of
    the 95 % interval. "on front" is the probability of belonging there, where other seeds were tried.
    """
    from autonas.ladder import climbed
    from autonas.views.front import front_json, front_rows, front_view
    from autonas.views.trust import trust_in, trust_json, trust_remarks

    with _open(storage, name) as store:
        info = store.info
    trust = trust_in(climbed(storage, info.name), rung, info.objectives)
    rows = front_rows(trust.records, info.objectives, trust.probabilities)
    if as_json:
        of_it = {**front_json(rows, info.objectives), **trust_json(trust)}
        print_json({"study": info.name, "storage": _masked(storage), **of_it})
    else:
        remarks = trust_remarks(trust, info.objectives) if info.description.get("trainer") else []
        console().print(front_view(rows, info, trust.records, remarks=remarks, rung=rung))


@cli.command()
@click.option("--csv", metavar="FILE", help="Write all columns to a file; - is standard output.")
@_which
@_storage
@_json
def trials(csv: str | None, name: str | None, storage: str, as_json: bool) -> None:
    """List all trials, the failed ones too."""
    from autonas.views.trials import trials_frame, trials_json, trials_table

    with _open(storage, name) as store:
        records, info = store.records(), store.info
    if as_json or csv is not None:
        frame = trials_frame(records, info.objectives)
        if csv == "-":
            click.echo(frame.to_csv(index=False), nl=False)
        elif csv is not None:
            frame.to_csv(csv, index=False)
            click.echo(f"wrote {len(frame)} trials with {len(frame.columns)} columns to {csv}")
        else:
            print_json({"study": info.name, "storage": _masked(storage), "trials": trials_json(frame)})
    else:
        console().print(trials_table(records, info))


@cli.command()
@click.argument("studies", nargs=-1, metavar="[STUDY [STUDY]]")
@click.option("--out", type=_PATH, default=Path("report.html"), show_default=True, metavar="FILE", help="- prints it.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", "md"]),
    help="Markdown has no figures.  [default: by the file's ending, else html]",
)
@click.option("--rung", type=int, default=0, show_default=True, metavar="N", help="0 is the search.")
@_storage
def report(studies: tuple[str, ...], out: Path, form: str | None, rung: int, storage: str) -> None:
    """Write a report of a study, or of two side by side: one file that can be mailed.

    The answer first, then the front, what the search found out, how it went, cost, failures, data, and how to
    reproduce it. The page needs nothing from the network. Without a name: the study that was used last.
    """
    from autonas.watch_report import write_study_report

    if len(studies) > 2:
        raise click.UsageError("a report is of one study, or of two")
    names = studies
    if not names:
        with _open(storage, None) as store:
            names = (store.info.name,)
    write_study_report(names, storage=storage, out=out, form=form, rung=rung)


@cli.command()
@click.argument("trial", type=int)
@click.option("--png", type=_PATH, metavar="FILE", help="Draw the architecture to a PNG file.")
@click.option("--svg", type=_PATH, metavar="FILE", help="Draw the architecture to an SVG file.")
@_which
@_storage
@_json
def show(trial: int, png: Path | None, svg: Path | None, name: str | None, storage: str, as_json: bool) -> None:
    """Draw one candidate: its parts in order, dimensions, parameters and metrics."""
    from autonas.views.architecture import draw_candidate
    from autonas.views.drawing import candidate_json, candidate_view, parts_of

    with _open(storage, name) as store:
        record, info = store.record(trial), store.info
    parts, why_none = parts_of(record, info)
    for path, suffix in ((png, ".png"), (svg, ".svg")):
        if path is not None:
            draw_candidate(record, info, parts, path.with_suffix(suffix), why_none=why_none)
            click.echo(f"drawn to {path.with_suffix(suffix)}", err=True)
    if as_json:
        print_json({"study": info.name, "storage": _masked(storage), **candidate_json(record, parts)})
    else:
        console().print(candidate_view(record, study=info.name, parts=parts))
    if why_none:
        click.echo(f"note: {why_none}", err=True)


@cli.command()
@click.option("--watch", is_flag=True, help="Go on showing them as they change, until Ctrl-C.")
@_storage
@_json
def status(watch: bool, storage: str, as_json: bool) -> None:
    """List the studies of a storage, the latest first."""
    from autonas.storage import list_studies
    from autonas.views.studies import status_json, status_table

    nothing = f"no studies in {_masked(storage)} yet; autonas search starts one"
    if watch and as_json:
        raise click.UsageError("--watch is for people, --json for programs: give one of them")
    if watch:
        from autonas.watch_status import watch_status

        watch_status(storage, console(), nothing=nothing)
        return
    summaries = list_studies(storage)
    if as_json:
        print_json({"storage": _masked(storage), "studies": status_json(summaries)})
    elif summaries:
        console().print(status_table(summaries))
    else:
        click.echo(nothing)


@cli.command()
@click.argument("first")
@click.argument("second")
@_storage
@_json
def compare(first: str, second: str, storage: str, as_json: bool) -> None:
    """Compare the fronts of two studies of a storage."""
    from autonas.views.studies import compare as compared
    from autonas.views.studies import comparison_json, comparison_view

    with _open(storage, first) as one, _open(storage, second) as two:
        comparison = compared((one.info, one.records()), (two.info, two.records()))
    if as_json:
        print_json({"storage": _masked(storage), **comparison_json(comparison)})
    else:
        console().print(comparison_view(comparison))


@cli.command()
@_reference
@click.option(
    "--source",
    metavar="SOURCE",
    help='Another source: "installed", "packages" (a pinned list, downloaded once), a folder, or a packed corpus.',
)
@click.option("--pack", type=_PATH, metavar="FILE", help="Write it to one file, for a machine without network.")
@_cache
@_set
@_json
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


@cli.command()
@click.argument("trial", type=int, required=False)
@click.option("--best", is_flag=True, help="The knee of the front, of the highest rung if there are any.")
@_which
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
@_storage
@click.option("--out", type=_PATH, default=DEFAULT_OUT, show_default=True, metavar="DIR", help="Folder of runs.")
@_cache
@_set
@click.pass_context
def promote(ctx: click.Context, /, name: str | None, **options: Any) -> None:
    """Train a candidate fully, tune it to instructions, benchmark it; or go on with that.

    The result is a folder: the model, its training's logs, its scores and a report card.
    """
    from autonas.watch_promotion import PromoteOptions, watch_promotion

    with _open(options["storage"], name) as store:
        if watch_promotion(PromoteOptions(**options), store, console()) is None:
            ctx.exit(130)


@cli.command()
@click.argument("run", type=_PATH)
@click.option("--prompt", "-p", metavar="TEXT", help="What to continue; - reads standard input.")
@click.option("--temperature", type=click.FloatRange(0, 2), default=0.0, show_default=True, help="0 is greedy.")
@click.option("--top-p", type=click.FloatRange(0, 1, min_open=True), default=0.95, show_default=True)
@click.option("--tokens", type=click.IntRange(1), default=192, show_default=True, help="At most so many.")
@click.option("--samples", type=click.IntRange(1), default=1, show_default=True, help="How many continuations.")
@click.option("--seed", type=int, default=0, show_default=True)
@click.option("--device", default="auto", show_default=True, metavar="DEVICE")
def generate(run: Path, prompt: str | None, **options: Any) -> None:
    """Let a promoted model write: a signature and a docstring in, a function out.

    Without --prompt it continues a few prompts of its own.
    """
    import sys

    from autonas.playground import generate_texts

    text = sys.stdin.read() if prompt == "-" else prompt
    for shown in generate_texts(run, text, **options):
        click.echo(shown)


@cli.command()
@click.argument("run", type=_PATH)
@click.option("--suite", default="mini", show_default=True, metavar="NAMES", help="Names or files, between commas.")
@click.option("--samples", type=click.IntRange(0), metavar="N", help="Of each task, beside the greedy one.")
@click.option("--temperature", type=click.FloatRange(0, 2, min_open=True), metavar="T", help="Of the samples.")
@click.option("--device", default="auto", show_default=True, metavar="DEVICE")
@_cache
@_json
def benchmark(run: Path, as_json: bool, **options: Any) -> None:
    """Let a promoted model solve executable tasks, in the sandbox.

    Suites: mini, aside, humaneval, mbpp, or a JSONL file of your own.
    """
    from autonas.playground import benchmark_run, benchmark_view

    scores = benchmark_run(run, console=console(stderr=True), **options)
    if as_json:
        print_json(scores)
    else:
        console().print(benchmark_view(scores))


@cli.command()
@click.option("--calibrate", metavar="STUDY", help="Measure how many candidates each device trains best at a time.")
@_devices
@_storage
@_cache
@_json
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


@cli.group()
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
@_json
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


def _open(storage: str, name: str | None) -> StudyStore:
    """Opens the study of that name, or the one that was used last; says which if there was a choice."""
    from autonas.errors import UsageError
    from autonas.storage import StudyStore, list_studies

    if name is not None:
        return StudyStore.open(storage, name)
    summaries = [summary for summary in list_studies(storage) if not summary.info.is_rung]
    if not summaries:
        raise UsageError(f"there are no studies in {_masked(storage)} yet", hint="autonas search starts one")
    latest = max(summaries, key=lambda s: s.updated.timestamp() if s.updated else 0.0).info.name
    if len(summaries) > 1:
        click.echo(f"study {latest!r} of {len(summaries)} in {_masked(storage)}; --study chooses another", err=True)
    return StudyStore.open(storage, latest)


def _masked(storage: str) -> str:
    from autonas.database import masked

    return masked(storage)


def main() -> None:
    """Runs the command line."""
    cli(prog_name="autonas")


if __name__ == "__main__":
    main()
