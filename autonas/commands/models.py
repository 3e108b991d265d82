"""Commands that use a promoted model."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any, TextIO

import click

from autonas.commands import shared
from autonas.defaults import DEFAULT_OUT, default_cache
from autonas.errors import UsageError
from autonas.terminal import console, print_json

__all__ = ["benchmark", "export", "generate", "serve"]


_model = click.argument("model", metavar="RUN|TRIAL")
_device = click.option("--device", default="auto", show_default=True, metavar="DEVICE")


@click.command()
@_model
@click.option("--prompt", "-p", metavar="TEXT", help="What to continue; - reads standard input.")
@click.option("--file", "-f", type=click.File(encoding="utf-8"), metavar="FILE", help="Continue what is in a file.")
@click.option("--temperature", type=click.FloatRange(0, 2), default=0.0, show_default=True, help="0 is greedy.")
@click.option("--top-p", type=click.FloatRange(0, 1, min_open=True), default=0.95, show_default=True)
@click.option("--top-k", type=click.IntRange(1), metavar="K", help="Draw from the K most likely tokens.")
@click.option("--tokens", "max_tokens", type=click.IntRange(1), default=192, show_default=True, help="At most so many.")
@click.option("--stop", multiple=True, metavar="TEXT", help="End before this text; may be repeated.")
@click.option("--samples", "n", type=click.IntRange(1), default=1, show_default=True, help="How many continuations.")
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True)
@_device
@shared.which
@shared.storage
@shared.out
def generate(
    model: str,
    prompt: str | None,
    file: TextIO | None,
    device: str,
    name: str | None,
    storage: str,
    out: Path,
    **options: Any,
) -> None:
    """Let a promoted model write: a signature and a docstring in, a function out, as it is written.

    RUN is the folder of a promotion, TRIAL the number of a promoted trial. Without a prompt it reads one from standard
    input; in a terminal it continues one prompt after the other as you type them.
    """
    from autonas.completion import Completion
    from autonas.playground import open_playground, promoted_folder
    from autonas.watch_generation import converse, given_prompt, write_continuations

    folder = promoted_folder(model, study=lambda: shared.open_study(storage, name), out=out)
    text = given_prompt(prompt, file)
    wanted = functools.partial(Completion, **options)
    one = None if text is None else wanted(prompt=text)
    opened = open_playground(folder, device)
    if one is not None:
        write_continuations(opened, one)
    else:
        converse(opened, wanted)


@click.command()
@click.argument("run", type=shared.PATH)
@click.option("--suite", default="mini", show_default=True, metavar="NAMES", help="Names or files, between commas.")
@click.option("--samples", type=click.IntRange(0), metavar="N", help="Of each task, beside the greedy one.")
@click.option("--temperature", type=click.FloatRange(0, 2, min_open=True), metavar="T", help="Of the samples.")
@_device
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


@click.command()
@_model
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="HOST", help="Another lets others in.")
@_device
@shared.which
@shared.storage
@shared.out
def serve(model: str, port: int, host: str, device: str, name: str | None, storage: str, out: Path) -> None:
    """Serve a promoted model on this machine: a page to try it, and completions as OpenAI's API has them.

    RUN is the folder of a promotion, TRIAL the number of a promoted trial.
    """
    from autonas.playground import promoted_folder
    from autonas.serving.server import serve as serve_model

    folder = promoted_folder(model, study=lambda: shared.open_study(storage, name), out=out)
    serve_model(folder, device=device, host=host, port=port)


@click.command()
@_model
@click.option(
    "--format",
    "file_format",
    type=click.Choice(["hf", "gguf", "onnx"]),
    required=True,
    help="hf: a folder for transformers; gguf: a file for llama.cpp; onnx: a graph for ONNX Runtime.",
)
@click.option(
    "--quantize",
    type=click.Choice(["int8", "int4"]),
    help="Weights as integers, and what that costs; gguf: Q8_0, Q4_0; hf: int8 alone.  [default: float32]",
)
@click.option("--quick", is_flag=True, help="Of what integers cost, leave out the collapse score and the benchmark.")
@click.option(
    "--out", type=shared.PATH, metavar="DIR", help="A new folder.  [default: export-FORMAT[-QUANTIZE] in that of RUN]"
)
@shared.which
@shared.storage
@click.option(
    "--runs", type=shared.PATH, default=DEFAULT_OUT, show_default=True, metavar="DIR", help="Folder of promotions."
)
@shared.cache
@shared.as_json
def export(
    model: str,
    file_format: str,
    quantize: str | None,
    quick: bool,
    out: Path | None,
    name: str | None,
    storage: str,
    runs: Path,
    cache: Path | None,
    as_json: bool,
) -> None:
    """Write a promoted model as a folder that other programs load, with its tokenizer and a model card.

    RUN is the folder of a promotion or of a compressed model, TRIAL the number of a promoted trial.
    """
    from autonas.export import export_run
    from autonas.playground import promoted_folder
    from autonas.preparation import PreparationProgress, followed
    from autonas.watch_export import export_json, write_export

    folder = promoted_folder(model, study=lambda: shared.open_study(storage, name), out=runs)
    if quick and quantize is None:
        raise UsageError("--quick is about what integers cost", hint="give --quantize too, or leave it out")
    with PreparationProgress(console(stderr=True)) as progress, followed(progress):
        done = export_run(
            folder,
            file_format=file_format,
            quantize=quantize,
            quick=quick,
            out=out,
            cache=cache or default_cache(),
        )
    if as_json:
        print_json(export_json(done))
    else:
        write_export(done)
