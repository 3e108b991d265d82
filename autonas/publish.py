"""What Optuna's dashboard shows of a study beside its trials: notes, drawings and plots, kept in the study's storage.

All follows from the trials: it can be written again at any time by anyone, and only what has changed is. Where the
dashboard looks for it is known to `board.py` alone.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import plotly.graph_objects as go

from autonas.board import Board
from autonas.errors import AutonasError
from autonas.importance import importances
from autonas.notes import study_note, trial_notes
from autonas.protocols import SAMPLES, Part
from autonas.publishing import ARTIFACTS
from autonas.records import Record
from autonas.storage import StudyStore
from autonas.study_report import StudyReport, read_report
from autonas.views.architecture import draw_candidate
from autonas.views.drawing import describer
from autonas.views.embed import card
from autonas.views.front import scored
from autonas.views.learning import curve_csv, draw_curve, has_curve
from autonas.views.plots import agreement_figure, front_figure, importance_figure, size_figure

__all__ = ["publish"]

_Describe = Callable[[Record], Sequence[Part]]


def publish(url: str, name: str, out: Path, *, seconds: float = float("inf")) -> int:
    """Brings all that the dashboard shows of a study up to date.

    Args:
        url: Of its storage.
        name: Its name there.
        out: Folder of the candidates' files: out/name/number/.
        seconds: For the trials' files, which take the most time; the front's come first.

    Returns:
        Of how many trials the files are left to the next time.

    Raises:
        UsageError: There is no such study.
        AutonasError: The storage cannot be read or written.
    """
    deadline = time.monotonic() + seconds
    with StudyStore.open(url, name) as store:
        info, n_trials = store.info, store.n_trials
    report = read_report(url, info)
    with Board.open(url, info, out / ARTIFACTS) as board:
        board.put_note(None, study_note(report, n_trials=n_trials))
        for number, text in trial_notes(report).items():
            board.put_note(number, text)
        for key, figure in _figures(report):
            board.put_plot(f"autonas-{key}", card(figure))
        return _put_files(board, report, out / name, deadline)


def _put_files(board: Board, report: StudyReport, folder: Path, deadline: float) -> int:
    on_front = {row.trial for row in report.rows}
    ended = [record for record in report.records if record.finished]
    ended.sort(key=lambda record: (record.number not in on_front, -record.number))
    left = [r for r in ended if not board.has_files(r.number)]
    describe = _describer(report) if left else None
    for i, record in enumerate(left):
        if time.monotonic() > deadline:
            return len(left) - i
        assert describe is not None
        board.put_files(record.number, dict(_files(record, report, folder / str(record.number), describe)))
    return 0


def _files(record: Record, report: StudyReport, folder: Path, describe: _Describe) -> Iterator[tuple[str, bytes]]:
    """Yields what there is to see of a trial."""
    with tempfile.TemporaryDirectory() as drawn:
        path = Path(drawn) / "drawing.png"
        if parts := describe(record):
            draw_candidate(record, report.info, parts, path)
            yield "architecture.png", path.read_bytes()
        if has_curve(record):
            draw_curve(record, path, title=f"trial {record.number} of {report.info.name}")
            yield "learning_curve.png", path.read_bytes()
    if record.curve:
        yield "learning_curve.csv", curve_csv(record).encode()
    if (folder / SAMPLES).is_file():
        yield SAMPLES, (folder / SAMPLES).read_bytes()


def _describer(report: StudyReport) -> _Describe:
    try:
        return describer(report.info)
    except AutonasError:  # the study's file has gone or has changed: its notes and plots need none
        return lambda _: ()


def _figures(report: StudyReport) -> Iterator[tuple[str, go.Figure]]:
    records, objectives = report.records, report.info.objectives
    if not report.rows:
        return
    yield "front", front_figure(records, objectives, report.info.constraints)
    yield from report.course().items()
    if any("loss" in r.metrics and "parameters" in r.metrics for r in report.front()):
        yield "size", size_figure(records, objectives)
    if shares := importances(scored(records), objectives):
        yield "importance", importance_figure(shares)
    if report.trust.fidelity:
        yield "rungs", agreement_figure(report.trust.fidelity)
