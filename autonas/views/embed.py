"""Plotly figures within a page: drawn as they come into view, in the reader's colours, without the network.

And as cards of a dashboard, which draws them itself.
"""

from __future__ import annotations

import json
from typing import Any

import plotly.graph_objects as go
import plotly.io
from plotly.offline import get_plotlyjs

__all__ = ["card", "figure_html", "figures_script"]

_CLEAR = "rgba(0,0,0,0)"
_GREY, _GRID = "#7f8791", "rgba(128,136,148,0.25)"  # legible on white and on black
# A plot is drawn when it is less than a screen away: all at once take seconds where a machine draws in three dimensions
# without a GPU.
_DRAW = """
(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const template = () => templates[dark.matches ? "dark" : "light"];
  const plots = [...document.querySelectorAll(".plot")];
  const waiting = new Set(plots);
  const draw = plot => {
    if (!waiting.delete(plot)) return;
    const figure = JSON.parse(plot.firstElementChild.textContent);
    figure.layout.template = template();
    plot.replaceChildren();
    Plotly.newPlot(plot, figure.data, figure.layout, {responsive: true, displaylogo: false});
  };
  const watch = new IntersectionObserver(
    seen => seen.forEach(one => one.isIntersecting && draw(one.target)), {rootMargin: "100% 0px"});
  plots.forEach(plot => watch.observe(plot));
  addEventListener("beforeprint", () => plots.forEach(draw));
  dark.addEventListener("change", () => plots.forEach(
    plot => waiting.has(plot) || Plotly.relayout(plot, {template: template()})));
})();
"""


def card(figure: go.Figure) -> go.Figure:
    """Returns a figure as a card of Optuna's dashboard: of its size, in colours that are seen on white and on black."""
    shown = go.Figure(figure)
    shown.layout.template = _template("plotly_white")
    shown.update_layout(height=450, font={"color": _GREY}, title={"font": {"size": 14}})
    shown.update_xaxes(gridcolor=_GRID, zerolinecolor=_GRID, linecolor=_GRID)
    shown.update_yaxes(gridcolor=_GRID, zerolinecolor=_GRID, linecolor=_GRID)
    axis = {"gridcolor": _GRID, "zerolinecolor": _GRID, "linecolor": _GRID}
    shown.update_scenes(xaxis=axis, yaxis=axis, zaxis=axis)
    return shown


def figure_html(figure: go.Figure) -> str:
    """Returns a figure as it stands in a page; `figures_script` draws it."""
    shown = go.Figure(figure)
    shown.layout.template = None
    text = str(shown.to_json()).replace("<", "\\u003c")  # data must not end the element
    height = shown.layout.height or 450
    return f'<div class="plot" style="height:{height}px"><script type="application/json">{text}</script></div>'


def figures_script() -> str:
    """Returns what draws the figures of a page; it stands at the end, so that the text is there first."""
    templates = {"light": _template("plotly_white"), "dark": _template("plotly_dark")}
    drawing = f"const templates = {json.dumps(templates)};{_DRAW}"
    return f"<script>{get_plotlyjs()}</script>\n<script>{drawing}</script>"


def _template(name: str) -> dict[str, Any]:
    """Returns one of plotly's templates, with the page's own background."""
    layout: dict[str, Any] = plotly.io.templates[name].layout.to_plotly_json()
    layout |= {"paper_bgcolor": _CLEAR, "plot_bgcolor": _CLEAR}
    for axis in layout["scene"].values():
        axis["backgroundcolor"] = _CLEAR
    return {"layout": layout}
