"""`autonas report`: reads one or two studies and writes their report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from autonas.checksums import write_whole
from autonas.comparison_report import compared
from autonas.errors import UsageError
from autonas.storage import StudyStore
from autonas.study_report import read_report
from autonas.views.numbers import bytes_text

__all__ = ["write_study_report"]


def write_study_report(
    names: Sequence[str], *, storage: str, out: Path, form: str | None, rung: int, runs: Path
) -> None:
    """Writes the report of one study, or of two.

    Args:
        out: The file; - is standard output.
        form: "html" or "md"; None goes by the file's ending.
        rung: Of the ladder; 0 is the search.
        runs: Folder of the candidates' files.

    Raises:
        UsageError: No such study or rung, studies that do not compare, or a file that cannot be written.
    """
    reports = []
    for name in names:
        with StudyStore.open(storage, name) as store:
            info = store.info
        reports.append(read_report(storage, info, rung, runs=runs))
    as_html = form != "md" if form else out.suffix != ".md"
    if len(reports) == 2:
        text = compared(*reports, html=as_html)
    else:
        text = reports[0].html() if as_html else reports[0].markdown()
    if str(out) == "-":
        click.echo(text, nl=False)
        return
    try:
        write_whole(out, text)
    except OSError as error:
        raise UsageError(f"{out} cannot be written: {error.strerror}", hint="choose another file with --out") from error
    click.echo(f"wrote {out}, {bytes_text(len(text.encode()))}")
