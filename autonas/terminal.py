"""How the command line talks: errors in one line with a hint, tables as wide as the terminal, JSON.

Nothing heavy is imported here: `autonas --help` must answer at once.
"""

from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from autonas.errors import AutonasError

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["OneLineErrors", "console", "os_error", "print_json"]

_PIPED_WIDTH = 200  # columns where nobody looks: tables need not wrap for programs

_OS_HINTS = {
    errno.ENOSPC: "free some space on that disk; the same command goes on where it stopped",
    errno.EDQUOT: "free some of your quota; the same command goes on where it stopped",
    errno.EFBIG: "the limit on the size of files is too low (ulimit -f)",
    errno.EACCES: "check the permissions, or choose another place",
    errno.EPERM: "check the permissions, or choose another place",
    errno.EROFS: "that file system is read-only; choose another place",
    errno.ENOTDIR: "a file stands where a folder should be; choose another place",
    errno.ENOENT: "check the path",
}


def console(*, stderr: bool = False) -> Console:
    """Returns the console of this process: as wide as the terminal, wide where the output is piped."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    piped = not stream.isatty() and "COLUMNS" not in os.environ
    return Console(stderr=stderr, highlight=False, width=_PIPED_WIDTH if piped else None)


def print_json(data: Any) -> None:
    """Prints data as indented JSON; not finite numbers become null, as JSON has none."""
    click.echo(json.dumps(_finite(data), indent=2, ensure_ascii=False))


def _finite(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _finite(value) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [_finite(value) for value in data]
    if isinstance(data, float) and (data != data or data in (float("inf"), float("-inf"))):
        return None
    return data


class OneLineErrors(click.Group):
    """A command group whose errors are one line and a hint; `--debug` shows the traceback as well."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        with _one_line("--debug" in args):
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        with _one_line(bool(ctx.params.get("debug"))):
            return super().invoke(ctx)


# With no command at all Click shows the help, as an exception since version 8.2.
_HELP: tuple[type[Exception], ...] = tuple(
    kind for kind in [getattr(click.exceptions, "NoArgsIsHelpError", None)] if kind is not None
)


class _Failure(click.ClickException):
    """An error as it is shown."""

    def __init__(self, message: str, hint: str, exit_code: int) -> None:
        super().__init__(message)
        self.hint = hint
        self.exit_code = exit_code  # type: ignore[misc]  # as Click's own subclasses have it

    def show(self, file: Any = None) -> None:
        del file
        click.echo(f"error: {self.message}", err=True)
        if self.hint:
            click.echo(f"hint: {self.hint}", err=True)


@contextmanager
def _one_line(debug: bool) -> Iterator[None]:
    try:
        yield
    except (AutonasError, click.UsageError, OSError) as error:
        if isinstance(error, (BrokenPipeError, *_HELP)):
            raise
        if debug:
            import traceback

            traceback.print_exc()
        raise _shown(error) from error
    except KeyboardInterrupt:
        raise click.exceptions.Exit(130) from None


def _shown(error: AutonasError | click.UsageError | OSError) -> _Failure:
    if isinstance(error, OSError):
        error = os_error(error)
    if isinstance(error, AutonasError):
        return _Failure(error.message, error.hint or "--help says what is allowed", error.exit_code)
    return _Failure(*_click_text(error), error.exit_code)


def os_error(error: OSError, *, make: Callable[..., AutonasError] | None = None) -> AutonasError:
    """Returns what the operating system refused, as one line with a hint."""
    from autonas.errors import UsageError

    where = f": {error.filename}" if error.filename else ""
    hint = _OS_HINTS.get(error.errno or 0, "--debug shows where")
    return (make or UsageError)(f"{error.strerror or error}{where}", hint=hint)


def _click_text(error: click.UsageError) -> tuple[str, str]:
    """Returns Click's message as one line and where to read on."""
    likely = getattr(error, "possibilities", None)
    message = " ".join((error.message if likely else error.format_message()).split()).rstrip(".")
    guess = f"did you mean {sorted(likely)[0]}? " if likely else ""
    command = error.ctx.command_path if error.ctx is not None else "autonas"
    return message[:1].lower() + message[1:], f"{guess}{command} --help lists what there is"
