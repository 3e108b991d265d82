"""Markdown that reports are made of, and the page that a browser shows: it needs nothing from the network."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence

from autonas.views.numbers import with_half

__all__ = ["page", "table", "to_html", "with_bar"]

_STYLE = (
    ":root{color-scheme:light dark;--paper:#fff;--ink:#1b1d21;--line:#ddd;--box:#f5f5f5}"
    "@media(prefers-color-scheme:dark){:root{--paper:#16181d;--ink:#e3e5e8;--line:#3a3e46;--box:#22252c}}"
    "body{font:16px/1.5 system-ui,sans-serif;max-width:68rem;margin:2rem auto;padding:0 1rem;"
    "background:var(--paper);color:var(--ink)}"
    "table{border-collapse:collapse;margin:.8rem 0;display:block;overflow-x:auto}"
    "td,th{padding:.2rem .8rem .2rem 0;text-align:left;border-bottom:1px solid var(--line)}"
    "pre{background:var(--box);padding:.6rem;overflow-x:auto}"
    ".plot{margin:1rem 0}"
    ".drawings{display:flex;flex-wrap:wrap;gap:1rem}"
    ".drawings svg{width:33rem;max-width:100%;height:auto;background:#fff;border-radius:.4rem}"
)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yields the lines of a table."""
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in row) + " |"


def with_bar(metrics: Mapping[str, float], name: str) -> str:
    """Returns a metric with half of its 95 % interval, if it has one; a dash if it is not there."""
    if name not in metrics:
        return "-"
    return with_half(metrics[name], metrics.get(f"{name}.low"), metrics.get(f"{name}.high"))


def to_html(text: str) -> str:
    """Renders Markdown; HTML in it is shown as text."""
    from markdown_it import MarkdownIt

    rendered: str = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    return rendered


def page(title: str, body: str) -> str:
    """Returns a whole HTML page."""
    head = f'<meta charset="utf-8"><title>{html.escape(title)}</title><style>{_STYLE}</style>'
    return f"<!doctype html>\n<html lang=en><head>{head}</head><body>\n{body}\n</body></html>\n"
