"""Commands that use a promoted model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from autonas.commands import shared
from autonas.terminal import console, print_json

__all__ = ["benchmark", "generate"]


@click.command()
@click.argument("run", type=shared.PATH)
@click.option("--prompt", "-p", metavar="TEXT", help="What to continue; - reads standard input.")
@click.option("--temperature", type=click.FloatRange(0, 2), default=0.0, show_default=True, help="0 is greedy.")
@click.option("--top-p", type=click.FloatRange(0, 1, min_open=True), default=0.95, show_default=True)
@click.option("--tokens", type=click.IntRange(1), default=192, show_default=True, help="At most so many.")
@click.option("--samples", type=click.IntRange(1), default=1, show_default=True, help="How many continuations.")
@click.option("--seed", type=int, default=0, show_default=True)
@click.option("--device", default="auto", show_default=True, metavar="DEVICE")
def generate(run: Path, prompt: str | None, **options: Any) -> None:
    """Let a promoted model write: a signature and a docstring in, a function out.

    Without --prompt it continues a few prompts of its own.
    """
    import sys

    from autonas.playground import generate_texts

    text = sys.stdin.read() if prompt == "-" else prompt
    for shown in generate_texts(run, text, **options):
        click.echo(shown)


@click.command()
@click.argument("run", type=shared.PATH)
@click.option("--suite", default="mini", show_default=True, metavar="NAMES", help="Names or files, between commas.")
@click.option("--samples", type=click.IntRange(0), metavar="N", help="Of each task, beside the greedy one.")
@click.option("--temperature", type=click.FloatRange(0, 2, min_open=True), metavar="T", help="Of the samples.")
@click.option("--device", default="auto", show_default=True, metavar="DEVICE")
@shared.cache
@shared.as_json
def benchmark(run: Path, as_json: bool, **options: Any) -> None:
    """Let a promoted model solve executable tasks, in the sandbox.

    Suites: mini, aside, humaneval, mbpp, or a JSONL file of your own.
    """
    from autonas.playground import benchmark_run, benchmark_view

    scores = benchmark_run(run, console=console(stderr=True), **options)
    if as_json:
        print_json(scores)
    else:
        console().print(benchmark_view(scores))
