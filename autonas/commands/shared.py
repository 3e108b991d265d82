"""What several commands share: options, and opening a study. Nothing heavy is imported before it is needed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from autonas.defaults import DEFAULT_OUT, DEFAULT_STORAGE, DEFAULT_STUDY

if TYPE_CHECKING:
    from autonas.storage import StudyStore

__all__ = [
    "PATH", "as_json", "cache", "cluster", "dashboard", "devices", "masked_url", "memory", "minutes", "open_study",
    "out", "overrides", "reference", "storage", "which", "workers",
]  # fmt: skip

PATH = click.Path(path_type=Path)

storage = click.option(
    "--storage", default=DEFAULT_STORAGE, show_default=True, metavar="URL", help="Where studies are kept."
)
cache = click.option(
    "--cache",
    type=PATH,
    metavar="DIR",
    help="Folder of prepared data.  [default: $AUTONAS_CACHE or ~/.cache/autonas]",
)
out = click.option(
    "--out",
    type=PATH,
    default=DEFAULT_OUT,
    show_default=True,
    metavar="DIR",
    help="Folder of the files that candidates leave.",
)
devices = click.option(
    "--device", default="auto", show_default=True, metavar="DEVICES", help="auto, cpu, cuda or cuda:0,cuda:1."
)
workers = click.option(
    "--workers", default="1", show_default=True, metavar="N", help="Candidates at a time on each device; or auto."
)
minutes = click.option(
    "--candidate-minutes",
    type=click.FloatRange(0, min_open=True),
    metavar="M",
    help="A candidate that is not finished by then has failed.",
)
memory = click.option(
    "--candidate-memory",
    type=click.FloatRange(0, min_open=True),
    metavar="GB",
    help="A candidate whose process uses more main memory has failed.",
)
cluster = click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Run candidates on a Ray cluster: auto, HOST:6379 or ray://HOST:10001.",
)
dashboard = click.option(
    "--dashboard/--no-dashboard",
    default=None,
    help="Keep notes, drawings and plots for Optuna's dashboard.  [default: if it is installed]",
)
overrides = click.option(
    "--set",
    "overrides",
    multiple=True,
    metavar="FIELD=VALUE",
    help="Change a field of the study, such as budget.tokens=2e6; may be repeated.",
)
reference = click.option(
    "--study",
    default=DEFAULT_STUDY,
    show_default=True,
    metavar="REF",
    help="NAME of an installed study, file.py, or package.module:attr.",
)
which = click.option(
    "--study",
    "--name",
    "name",
    metavar="NAME",
    help="A study of the storage.  [default: the one used last]",
)
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON; its keys are stable.")


def open_study(storage: str, name: str | None) -> StudyStore:
    """Opens the study of that name, or the one that was used last; says which if there was a choice."""
    from autonas.errors import UsageError
    from autonas.storage import StudyStore, list_studies

    if name is not None:
        return StudyStore.open(storage, name)
    summaries = [summary for summary in list_studies(storage) if not summary.info.is_rung]
    if not summaries:
        raise UsageError(f"there are no studies in {masked_url(storage)} yet", hint="autonas search starts one")
    latest = max(summaries, key=lambda s: s.updated.timestamp() if s.updated else 0.0).info.name
    if len(summaries) > 1:
        click.echo(f"study {latest!r} of {len(summaries)} in {masked_url(storage)}; --study chooses another", err=True)
    return StudyStore.open(storage, latest)


def masked_url(storage: str) -> str:
    """Returns a storage's URL without its password."""
    from autonas.database import masked

    return masked(storage)
