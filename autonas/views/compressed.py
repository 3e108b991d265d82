"""What a compression cost: both models side by side, as a table and as a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from rich.table import Table

from autonas.markdown import table, with_bar
from autonas.views.numbers import bytes_text, count, rate_text, value
from autonas.views.tables import plain_table

__all__ = ["HEAD", "compression_page", "compression_rows", "compression_view", "cost_head", "cost_notes"]

Row = tuple[str, str, str, str]
HEAD: Row = ("", "original", "compressed", "change")
_METRICS: Sequence[tuple[str, str, Callable[[float], str] | None]] = (
    ("file_bytes", "file of the weights", bytes_text),
    ("parameters", "parameters", count),
    ("loss", "bits per byte of held-out text", None),
    ("collapse", "collapse", None),
    ("parse_rate", "continuations that parse", None),
    ("prefill_ms", "ms to read a prompt", None),
    ("decode_ms", "ms a token", None),
    ("serve_memory_mb", "MB while serving", None),
)
_RELATIVE = {"file_bytes", "parameters", "prefill_ms", "decode_ms", "serve_memory_mb"}


def compression_rows(result: Mapping[str, Any]) -> list[Row]:
    """Returns label, original, compressed and change of each score that both have."""
    before, after = result["original"], result["compressed"]
    rows = [
        (label, _shown(before["metrics"], name, form), _shown(after["metrics"], name, form), _change(result, name))
        for name, label, form in _METRICS
        if name in before["metrics"]
    ]
    return rows + list(_benchmarks(before.get("benchmark", {}), after.get("benchmark", {})))


def cost_head(quantize: str | None) -> Row:
    """Returns the head of the table of a quantised export."""
    return ("", "float32", str(quantize), "change")


def cost_notes(cost: Mapping[str, Any]) -> Iterator[str]:
    """Yields what one should know of that table: what was timed, and what is not in it, for each reason a line."""
    if "times" not in cost["missing"]:
        yield f"times: {cost['program']}, one text on the CPU; meanwhile {_busy(cost)}"
    reasons: dict[str, list[str]] = {}
    for what, why in cost["missing"].items():
        reasons.setdefault(why, []).append(what)
    for why, whats in reasons.items():
        yield f"no {', '.join(whats)}: {why}"


def _busy(result: Mapping[str, Any]) -> str:
    busy = max(result[which]["metrics"].get("serve_busy_cores", 0.0) for which in ("original", "compressed"))
    return f"other processes kept up to {value(busy)} cores of the machine busy"


def _shown(metrics: Mapping[str, float], name: str, form: Callable[[float], str] | None) -> str:
    return with_bar(metrics, name) if form is None else form(metrics[name])


def _change(result: Mapping[str, Any], name: str) -> str:
    before, after = (float(result[which]["metrics"][name]) for which in ("original", "compressed"))
    if name in _RELATIVE:
        return f"{100 * (after / before - 1):+.1f} %" if before else "-"
    return f"{round(after - before, 3) + 0.0:+.3f}"  # nor -0.000


def _benchmarks(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Row]:
    for name, suite in before.get("suites", {}).items():
        for kind in ("greedy", "sampled"):
            if kind in suite:
                rates = [one["pass_at"]["1"] for one in (suite[kind], after["suites"][name][kind])]
                change = f"{100 * (rates[1]['value'] - rates[0]['value']):+.3g} points"
                yield (f"{name}, {kind} pass@1", rate_text(rates[0]), rate_text(rates[1]), change)


def compression_view(result: Mapping[str, Any], head: Row = HEAD) -> Table:
    """Returns the table for the terminal."""
    shown = plain_table()
    for number, name in enumerate(head):
        shown.add_column(name, justify="left" if number == 0 else "right")
    for row in compression_rows(result):
        shown.add_row(*row)
    return shown


def compression_page(about: Mapping[str, Any], result: Mapping[str, Any]) -> str:
    """Returns the Markdown file of a compressed model's folder."""
    return "\n".join(_lines(about, result)) + "\n"


def _lines(about: Mapping[str, Any], result: Mapping[str, Any]) -> Iterator[str]:
    identity, wanted, facts = about["identity"], result["compression"], result["facts"]
    yield f"# {identity['study']}, trial {identity['trial']}: {about['summary']}\n"
    yield f"Made from `{result['made_from']['run']}` (weights `{result['made_from']['weights_sha256'][:12]}`).\n"
    if wanted["prune"] is not None:
        yield f"- pruned: {wanted['prune']['kind']}:{wanted['prune']['amount']:g}"
        if "zeros" in facts:
            yield f"- {count(facts['zeros'])} weights are zero; the file keeps room for them"
    if "recovery" in facts:
        yield f"- then trained on {count(facts['recovery']['tokens'])} tokens"
    if wanted["quantize"] is not None:
        yield f"- stored as {wanted['quantize']} (`autonas/stored.py`), computed in float32 with exactly what is stored"
    yield ""
    yield from table(HEAD, compression_rows(result))
    yield "\n±: half of the 95 % interval. Both were scored on the same text, prompts and random numbers."
    yield f"While times were measured, {_busy(result)}."
