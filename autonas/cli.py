"""The command line."""

from __future__ import annotations

import signal

import click

from autonas.commands import compressing, machine, models, reading, searching
from autonas.terminal import OneLineErrors

__all__ = ["cli", "main"]


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"autonas {version('autonas')}")
        ctx.exit()


@click.group(cls=OneLineErrors, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
@click.option("--debug", is_flag=True, help="Show tracebacks, and what the parts log.")
def cli(debug: bool) -> None:
    """Find the best small decoder language model for a body of code under your constraints."""
    import logging

    logging.basicConfig(level=logging.DEBUG if debug else logging.WARNING, format="%(name)s: %(message)s")


for _module in (searching, reading, models, compressing, machine):
    for _name in _module.__all__:
        cli.add_command(getattr(_module, _name))


def main() -> None:
    """Runs the command line."""
    try:
        cli(prog_name="autonas")
    finally:
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # all is done: on Python's way out a traceback says nothing


if __name__ == "__main__":
    main()
