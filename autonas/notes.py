"""What Optuna's dashboard says of a study and of its trials: notes in Markdown."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from autonas.curve import distances
from autonas.markdown import table
from autonas.records import Record, StudyInfo
from autonas.study_report import StudyReport, data_sentence
from autonas.views.front import scored, shape_text
from autonas.views.numbers import count, duration, value

__all__ = ["study_note", "trial_notes"]


def study_note(report: StudyReport, *, n_trials: int) -> str:
    """Returns what is searched for, how far it is, the front, and how to go on.

    Args:
        n_trials: Candidates that the search shall reach.
    """
    return "\n".join(_study_lines(report, n_trials)) + "\n"


def _study_lines(report: StudyReport, n_trials: int) -> Iterator[str]:
    info = report.info
    wanted = [f"{o.direction} {o.label or o.metric}" for o in info.objectives]
    bounds = [f"{c.metric} at most {value(c.upper)}" for c in info.constraints]
    yield f"**{info.reference}**: {', '.join(wanted)}" + (f"; with {', '.join(bounds)}" if bounds else "") + ".\n"
    budget: Mapping[str, Any] = info.description.get("budget") or {}
    if budget.get("tokens"):
        yield f"Each candidate is trained on {count(budget['tokens'])} tokens on {info.device_type}, seed {info.seed}."
    if said := data_sentence(info):
        yield said
    states = Counter(record.state for record in report.records)
    done = sum(record.finished for record in report.records)
    parts = [f"{states[state]} {state}" for state in ("complete", "failed", "pruned", "running") if states[state]]
    yield f"\n{done} of {n_trials} candidates have ended ({', '.join(parts) or 'none yet'}).\n"
    for section in report.front_sections():
        yield from (line for line in section.lines if not line.startswith("# "))  # the page has the name as its title
    yield "\n## How to go on\n"
    yield from table(["command", "what it does"], [[f"`{c}`", what] for c, what in _commands(report).items()])
    yield "\nThe plots that this study carries are among its user-defined ones; they are renewed while it is searched."


def _commands(report: StudyReport) -> dict[str, str]:
    info = report.info
    where = f" --study {shlex.quote(info.name)}"
    commands = {}
    if report.rows:
        best = next(row.trial for row in report.rows if row.knee)
        commands[f"autonas show {best}{where}"] = "draws the knee"
        if info.description.get("trainer") and not info.is_rung:
            commands[f"autonas refine{where}"] = "trains the best longer"
            commands[f"autonas promote {best}{where}"] = "trains the knee fully"
    commands[f"autonas report {shlex.quote(info.name)}"] = "writes all of it into one file"
    return commands


def trial_notes(report: StudyReport) -> dict[int, str]:
    """Returns a note for each trial that has ended: its shape, its scores, where it stands, and how to go on."""
    rows = {row.trial: row for row in report.rows}
    apart = distances(scored(report.records))
    return {
        record.number: "\n".join(
            _trial_lines(record, report.info, apart.get(record.number), record.number in rows, _is_knee(rows, record))
        )
        + "\n"
        for record in report.records
        if record.finished
    }


def _is_knee(rows: Mapping[int, Any], record: Record) -> bool:
    return record.number in rows and rows[record.number].knee


def _trial_lines(record: Record, info: StudyInfo, apart: float | None, on_front: bool, is_knee: bool) -> Iterator[str]:
    yield f"**{record.summary or shape_text(record.shape)}**\n"
    if record.state == "complete":
        if is_knee:
            yield "On the front, and its best compromise by a fixed rule (the knee)."
        elif on_front:
            yield "On the front: no other candidate beats it in everything."
        elif not record.feasible:
            yield "Outside the constraints."
        else:
            yield "Not on the front: another candidate is at least as good in everything, and better in something."
        if apart is not None:
            side = "below" if apart < 0 else "above"
            yield f"Its loss lies {abs(apart):.3f} {side} what is usual at its size (a curve through all candidates)."
        yield ""
        yield from _scores(record, info)
    else:
        word = "Stopped early" if record.state == "pruned" else "Failed"
        yield f"{word} ({record.reason}): {record.message or 'nothing more is known'}."
    where = f"--study {shlex.quote(info.name)}"
    yield f"\nGeneration {record.generation}, {record.origin}" + (
        f", took {duration(record.seconds)}.\n" if record.seconds is not None else ".\n"
    )
    yield f"- `autonas show {record.number} {where}` draws it."
    if record.state == "complete" and info.description.get("trainer") and not info.is_rung:
        yield f"- `autonas promote {record.number} {where}` trains it fully."


def _scores(record: Record, info: StudyInfo) -> Iterator[str]:
    labels = {o.metric: o.label or o.metric for o in info.objectives}
    names = [*labels, *sorted(name for name in record.metrics if name not in labels)]
    rows = []
    for name in names:
        if name not in record.metrics or name.endswith((".low", ".high")):
            continue
        low, high = (record.metrics.get(f"{name}.{end}") for end in ("low", "high"))
        shown = labels.get(name, name.replace("_", " "))
        interval = "" if low is None or high is None else f"{value(low)} to {value(high)}"
        rows.append([f"**{shown}**" if name in labels else shown, value(record.metrics[name]), interval])
    yield from table(["metric", "value", "95 % interval"], rows)
