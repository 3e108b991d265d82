"""Sections of a report: Markdown, with figures and drawings that only a page can show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from autonas.markdown import page, to_html
from autonas.views.embed import figure_html, figures_script

__all__ = ["Section", "as_html", "as_markdown", "fenced", "separate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Some Markdown, and what stands below it; the heading is of what Markdown cannot show."""

    heading: str = ""
    lines: Sequence[str] = ()
    figures: Sequence[go.Figure] = ()
    drawings: Sequence[str] = ()


def as_markdown(sections: Iterable[Section]) -> str:
    """Returns the sections as Markdown, without what that cannot show."""
    return "\n".join(line for section in sections for line in section.lines) + "\n"


def as_html(title: str, sections: Iterable[Section]) -> str:
    """Returns the sections as a page with interactive figures; it needs nothing from the network."""
    parts = []
    for section in sections:
        heading = f"\n## {section.heading}\n" if section.heading else ""
        parts.append(to_html("\n".join([heading, *section.lines])))
        parts += [figure_html(figure) for figure in section.figures]
        if section.drawings:
            parts.append('<div class="drawings">' + "\n".join(section.drawings) + "</div>")
    return page(title, "\n".join([*parts, figures_script()]))


def fenced(text: str) -> Iterator[str]:
    """Yields the lines of a block of code that holds any text."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    yield f"{fence}text\n{text.rstrip()}\n{fence}"


def separate(svg: str, number: int) -> str:
    """Keeps the names within one drawing apart from those of others on the same page."""
    for attribute in ('id="', 'href="#', "url(#"):
        svg = svg.replace(attribute, f"{attribute}t{number}-")
    return svg
