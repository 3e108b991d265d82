"""`autonas generate`: continuations in the terminal as they are written, of one prompt or of one after the other."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

import click

from autonas.completion import Completion
from autonas.errors import UsageError
from autonas.playground import Model
from autonas.views.numbers import rate

__all__ = ["converse", "given_prompt", "write_continuations"]

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # a terminal would obey them
_HOW = "type the beginning of some Python; an empty line ends a prompt, Ctrl-D or Ctrl-C ends this"


def given_prompt(prompt: str | None, file: TextIO | None) -> str | None:
    """Returns the prompt: the one that was given, that of a file, or what is piped in; None where a person types.

    Raises:
        UsageError: Two were given, or what was given is no text.
    """
    if prompt is not None and file is not None:
        raise UsageError("there are two prompts: --prompt and --file", hint="give one of them")
    if prompt not in (None, "-"):
        return prompt
    if file is None and prompt is None and sys.stdin.isatty():
        return None
    source = file or sys.stdin
    try:
        return source.read()
    except UnicodeDecodeError as error:
        name = getattr(source, "name", "the prompt")
        raise UsageError(f"{name} is no text in {error.encoding}: {error.reason}", hint="give a text file") from None


def write_continuations(model: Model, wanted: Completion) -> None:
    """Prints the prompt and its continuation while that is written; several one after the other, each with the prompt.

    How fast it was goes to standard error.
    """
    clean = _harmless if sys.stdout.isatty() else str
    texts, open_rows = [""] * wanted.n, set(range(wanted.n))
    shown, n_tokens, start = 0, 0, time.monotonic()
    _say(_heading(0, wanted) + clean(wanted.prompt))
    for pieces in model.stream(wanted):
        n_tokens += len(pieces)
        for piece in pieces:
            texts[piece.row] += piece.text
            open_rows -= {piece.row} if piece.finish else set()
        while shown < wanted.n:
            _say(clean(texts[shown]))
            texts[shown] = ""
            if shown in open_rows:
                break
            shown += 1
            _say("\n" if shown == wanted.n else "\n" + _heading(shown, wanted) + clean(wanted.prompt))
    seconds = time.monotonic() - start
    click.echo(f"{n_tokens} tokens in {seconds:.2f} s, {rate(n_tokens / seconds)}", err=True)


def converse(model: Model, wanted: Callable[..., Completion]) -> None:
    """Continues one prompt after the other as a person types them."""
    click.echo(_HOW, err=True)
    try:
        for prompt in _typed(sys.stdin):
            write_continuations(model, wanted(prompt=prompt))
    except KeyboardInterrupt:
        click.echo(err=True)


def _typed(lines: Iterable[str]) -> Iterator[str]:
    """Yields what stands between empty lines."""
    prompt = ""
    click.echo("> ", err=True, nl=False)
    for line in lines:
        if line.strip():
            prompt += line
            continue
        if prompt:
            yield prompt
        prompt = ""
        click.echo("> ", err=True, nl=False)
    click.echo(err=True)
    if prompt:
        yield prompt


def _heading(row: int, wanted: Completion) -> str:
    return f"# {row + 1} of {wanted.n} {'-' * 40}\n" if wanted.n > 1 else ""


def _say(text: str) -> None:
    if text:
        click.echo(text, nl=False)


def _harmless(text: str) -> str:
    return _CONTROLS.sub("\ufffd", text)
