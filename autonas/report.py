"""The report card of a promotion: Markdown for reading anywhere, HTML with the learning curves.

What it says comes from the run's folder alone, so it can be written again at any time.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from autonas.checksums import write_whole
from autonas.markdown import page, table, to_html, with_bar
from autonas.run_folder import RunFolder
from autonas.views.numbers import count, duration, rate_text, value

__all__ = ["LIMITS", "collapse_change", "data_lines", "headline", "score_lines", "suite_lines", "write_report"]

# HumanEval pass@1 in per cent of published models of similar size: Chen et al. 2021, Li et al. 2022, Tunstall et al.
# 2022, Zan et al. 2022, Black et al. 2021.
PUBLISHED = (
    ("Codex 12M", 2.0),
    ("Codex 25M", 3.2),
    ("AlphaCode 29M", 3.4),
    ("Codex 42M", 5.1),
    ("Codex 85M", 8.2),
    ("CodeParrot 110M", 3.8),
    ("PyCodeGPT 110M", 8.3),
    ("GPT-Neo 125M", 0.75),
)

LIMITS = (
    "It is a very small model. It writes short functions of the kinds that it was tuned on, and code that looks"
    " right and is not. It holds no conversation, knows no libraries reliably, and reads no more than a few hundred"
    " tokens. Its training text may have had errors and licences of its own: look before you use what it writes."
)


def write_report(folder: RunFolder) -> None:
    """Writes report.md and report.html into the run's folder."""
    text = "\n".join(_lines(folder)) + "\n"
    write_whole(folder.path / "report.md", text)
    write_whole(folder.path / "report.html", _page(folder, text))


def headline(folder: RunFolder) -> str:
    """Returns the result in a few lines, for the terminal."""
    lines = []
    for name, suite in _result(folder, "benchmark")["suites"].items():
        greedy = suite["greedy"]
        rate = rate_text(greedy["pass_at"]["1"])
        lines.append(f"{name}: {_solved(greedy)} of {len(greedy['tasks'])} greedy, pass@1 {rate}")
    before, after = (_result(folder, stage)["metrics"] for stage in ("pretrain", "tune"))
    if after.get("collapse", 0) > before.get("collapse", math.inf):
        lines.append(collapse_change(before, after))
        if "replay" in folder.about["identity"]["promotion"]["tune"]:
            lines.append("hint: a larger share of text in the tuning forgets less (promotion.tune.replay)")
    return "\n".join(lines)


def _lines(folder: RunFolder) -> Iterator[str]:
    about = folder.about
    identity, proxy = about["identity"], about["proxy"]["metrics"]
    stages = {stage: _result(folder, stage) for stage in ("pretrain", "tune", "benchmark")}
    yield f"# {identity['study']}, trial {identity['trial']}: {about['summary']}"
    yield ""
    yield (
        f"A decoder of {count(proxy.get('parameters', 0))} parameters for Python code. It was found by the study"
        f" {identity['study']} (`{identity['study_hash'][:12]}`), trained on {identity['device']} with seed"
        f" {identity['seed']}. It continues a signature and a docstring with a body."
    )
    yield from score_lines(proxy, stages)
    yield from _collapse(proxy, stages)
    for name, suite in stages["benchmark"]["suites"].items():
        yield from _suite(name, suite)
    yield from (f"\n{note}" for note in stages["benchmark"].get("notes", ()))
    yield from _published(stages["benchmark"]["suites"])
    yield from data_lines(stages)
    yield from _cost(stages)
    yield from _limits()


def score_lines(proxy: Mapping[str, float], stages: Mapping[str, Any]) -> Iterator[str]:
    """Yields the scores of the proxy and of the stages that are finished, with their intervals."""
    yield "\n## Scores\n"
    columns = _columns(proxy, stages)
    rows = {
        "loss": "bits per byte of held-out text",
        "collapse": "collapse",
        "collapse_plain": "collapse, repetition alone",
        "parse_rate": "continuations that parse",
        "copying": "copying, nats",
    }
    yield from table(
        ["", *columns],
        [
            [label, *(with_bar(metrics, name) for metrics in columns.values())]
            for name, label in rows.items()
            if name in proxy
        ],
    )


def _columns(proxy: Mapping[str, float], stages: Mapping[str, Any]) -> dict[str, Mapping[str, float]]:
    labels = {"pretrain": "pretrained", "tune": "tuned"}
    return {"proxy": proxy} | {labels[name]: stages[name]["metrics"] for name in labels if name in stages}


def _collapse(proxy: Mapping[str, float], stages: Mapping[str, Any]) -> Iterator[str]:
    columns = _columns(proxy, stages)
    names = [name for name in columns["tuned"] if name.startswith("collapse_") and name != "collapse_plain"]
    names = [name for name in names if all(name in metrics for metrics in columns.values())]
    if names:
        yield "\nCollapse by kind of prompt and by temperature:\n"
        rows = [
            [name.removeprefix("collapse_"), *(value(metrics[name]) for metrics in columns.values())] for name in names
        ]
        yield from table(["", *columns], rows)
    if all("collapse" in metrics for metrics in columns.values()):
        yield f"\n{collapse_change(columns['pretrained'], columns['tuned'])}."


def collapse_change(pretrained: Mapping[str, float], tuned: Mapping[str, float]) -> str:
    """Says what the tuning did to the collapse score, and whether that may be chance.

    Args:
        pretrained, tuned: Metrics of the two with "collapse", and the ends of its 95 % interval if it has one.
    """
    before, after = pretrained["collapse"], tuned["collapse"]
    if before == after:
        return f"The tuning left the collapse score at {value(before)}"
    change = (
        f"The tuning {'raised' if after > before else 'lowered'} the collapse score from {value(before)} to"
        f" {value(after)}"
    )
    low, high = sorted((pretrained, tuned), key=lambda metrics: metrics["collapse"])
    if "collapse.high" not in low or "collapse.low" not in high:
        return change
    apart = low["collapse.high"] < high["collapse.low"]
    return f"{change}; the 95 % intervals {'do not overlap' if apart else 'overlap, so it may be chance'}"


def suite_lines(name: str, suite: Mapping[str, Any]) -> Iterator[str]:
    """Yields the rates of a benchmark's suite, with their intervals."""
    greedy, sampled = suite["greedy"], suite.get("sampled")
    yield f"\n## Benchmark {name}\n"
    yield f"Greedy: {_solved(greedy)} of {len(greedy['tasks'])} tasks, pass@1 {rate_text(greedy['pass_at']['1'])}."
    if sampled is not None:
        how = sampled["sampling"]
        rates = ", ".join(f"pass@{k} {rate_text(rate)}" for k, rate in sampled["pass_at"].items())
        yield (
            f"With {sampled['n_samples']} samples a task at temperature {how['temperature']}, nucleus {how['top_p']}:"
            f" {rates}."
        )


def _suite(name: str, suite: Mapping[str, Any]) -> Iterator[str]:
    greedy, sampled = suite["greedy"], suite.get("sampled")
    yield from suite_lines(name, suite)
    yield (
        f"Of the greedy answers {rate_text(greedy['parse_share'])} parse, {rate_text(greedy['collapsed_share'])} have"
        " collapsed. What became of those that did not pass:\n"
    )
    kinds = [("greedy", greedy)] + ([("sampled", sampled)] if sampled is not None else [])
    reasons = [reason for reason in greedy["failures"] if any(score["failures"][reason] for _, score in kinds)]
    rows = [[reason, *(str(score["failures"][reason]) for _, score in kinds)] for reason in reasons]
    yield from table(["reason", *(kind for kind, _ in kinds)], rows)
    for example in greedy["examples"]:
        verdict = "passed" if example["reason"] == "passed" else f"failed ({example['reason']})"
        detail = f": {example['detail']}" if example["detail"] else ""
        yield f"\n`{example['task']}` {verdict}{detail}\n"
        yield f"```python\n{(example['prompt'] + example['answer'].lstrip(chr(10))).strip()}\n```"


def _solved(greedy: Mapping[str, Any]) -> int:
    return sum(task["n_passed"] > 0 for task in greedy["tasks"])


def _published(suites: Mapping[str, Any]) -> Iterator[str]:
    if "humaneval" not in suites:
        return
    greedy = suites["humaneval"]["greedy"]
    yield "\n## Beside published small models\n"
    yield "HumanEval pass@1 in per cent, as their authors report it; protocols differ (samples, temperature).\n"
    ours = ("this model, greedy", 100 * greedy["pass_at"]["1"]["value"])
    rows = sorted([*PUBLISHED, ours], key=lambda row: row[1])
    yield from table(["model", "pass@1"], [[name, f"{rate:.3g}"] for name, rate in rows])


def data_lines(stages: Mapping[str, Any]) -> Iterator[str]:
    """Yields what was removed from the training text, and what the tuning was made of, of finished stages."""
    yield "\n## Data\n"
    removed = stages["pretrain"]["facts"].get("removed")
    if removed:
        reasons = ", ".join(f"{count(n)} by {reason}" for reason, n in removed["by_reason"].items()) or "nothing"
        yield (
            f"Decontamination of the corpus against the benchmarks whose data was on the machine: {reasons};"
            f" {count(removed['bytes'])} of {count(removed['of'])} bytes were removed."
        )
    mix = stages["tune"]["facts"].get("mix") if "tune" in stages else None
    if mix:
        yield "\nExamples of the tuning:\n"
        rows = [[source, count(n), count(mix["kept"].get(source, 0))] for source, n in mix["offered"].items()]
        yield from table(["source", "offered", "kept"], rows)
        lost = ", ".join(f"{count(n)} by {reason}" for reason, n in mix["contaminated"].items()) or "none"
        failed = ", ".join(f"{count(n)} {reason}" for reason, n in mix["failed"].items()) or "none"
        yield f"\nLeft out as contaminated: {lost}; as they failed when they were run: {failed}."
        yield from (f"\n{note}." for note in mix["notes"])


def _cost(stages: Mapping[str, Any]) -> Iterator[str]:
    yield "\n## Cost\n"
    rows = []
    for name, stage in stages.items():
        metrics, curve = stage.get("metrics", {}), stage.get("facts", {}).get("curve", ())
        tokens = count(curve[-1]["tokens"]) if curve else "-"
        rate = metrics.get("training_tokens_per_second")
        shares = [point["share_of_peak"] for point in curve if "share_of_peak" in point]
        share = f"{sum(shares) / len(shares):.0%}" if shares else "-"
        rows.append([name, duration(stage["seconds"]), tokens, count(rate) if rate else "-", share])
    yield from table(["stage", "time", "tokens", "tokens/s", "of peak"], rows)
    yield "\nThe peak is what products of matrices reach on the device in the precision of training, as measured."
    kernels = {name for stage in stages.values() for name in stage.get("facts", {}).get("kernels", ())}
    if kernels:
        yield f"\nTrained with the kernels of {', '.join(sorted(kernels))}."


def _limits() -> Iterator[str]:
    yield "\n## What it can't do\n"
    yield LIMITS


def _result(folder: RunFolder, stage: str) -> dict[str, Any]:
    result = folder.result(stage)
    assert result is not None, "reports are written when all stages are finished"
    return result


def _page(folder: RunFolder, text: str) -> str:
    return page(text.splitlines()[0].lstrip("# "), f"{to_html(text)}\n{_curves(folder)}")


def _curves(folder: RunFolder) -> str:
    """Returns the learning curves of both trainings; the page needs nothing from the network."""
    import plotly.graph_objects as go

    from autonas.views.embed import figure_html, figures_script

    figure = go.Figure()
    for stage in ("pretrain", "tune"):
        curve = folder.log(stage)
        figure.add_scatter(x=[p["tokens"] for p in curve], y=[p["loss"] for p in curve], name=stage, mode="lines")
    figure.update_layout(title="Training loss", xaxis_title="tokens", yaxis_title="bits per byte", height=420)
    return f"{figure_html(figure)}\n{figures_script()}"
