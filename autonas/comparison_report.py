"""The report on two studies: how their fronts compare, then the answer and the front of each."""

from __future__ import annotations

from autonas.markdown import table
from autonas.sections import Section, as_html, as_markdown
from autonas.study_report import StudyReport
from autonas.views.numbers import value
from autonas.views.plots import fronts_figure
from autonas.views.studies import compare

__all__ = ["compared"]


def compared(one: StudyReport, two: StudyReport, *, html: bool) -> str:
    """Returns a report that compares two studies and then gives the answer and front of each.

    Raises:
        UsageError: Their objectives differ, or one has no finished candidate.
    """
    comparison = compare((one.info, one.records), (two.info, two.records))
    names = comparison.names
    lines = [f"# {names[0]} and {names[1]}\n"]
    rows = [
        [
            name,
            str(len(comparison.fronts[name])),
            f"{comparison.shares[name]:.4f}",
            f"{comparison.dominated[name]:.0%}",
            *map(value, comparison.best[name]),
        ]
        for name in names
    ]
    lines += table(["study", "front", "hypervolume", "dominated", *(f"best {o}" for o in comparison.objectives)], rows)
    lines.append(
        "\n*hypervolume*: share of the box from the best values of both to"
        f" {', '.join(map(value, comparison.reference))}. *dominated*: share of the front that candidates of the other"
        " study dominate.\n"
    )
    if comparison.differences:
        lines.append("What differs in their definitions:\n")
        lines += table(["field", *names], [[f, str(a)[:60], str(b)[:60]] for f, a, b in comparison.differences[:20]])
    figure = fronts_figure({one.info.name: one.records, two.info.name: two.records}, one.info.objectives)
    sections = [Section(lines=lines, figures=[figure]), *one.front_sections(), *two.front_sections()]
    return as_html(f"{names[0]} and {names[1]}", sections) if html else as_markdown(sections)
