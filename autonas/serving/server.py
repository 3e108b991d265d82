"""`autonas serve`: the application on a socket, from the model's loading to a clean end."""

from __future__ import annotations

import contextlib
import importlib.util
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import click

from autonas.errors import UsageError
from autonas.playground import open_playground

__all__ = ["LOCAL", "check_extra", "serve"]

LOCAL = ("127.0.0.1", "localhost", "::1")
_N_WAITING, _SECONDS = 8, 60.0
_CONNECTIONS = 64


def check_extra() -> None:
    """Raises UsageError where the packages are missing that serve."""
    missing = [name for name in ("starlette", "uvicorn") if importlib.util.find_spec(name) is None]
    if missing:
        raise UsageError(
            f"autonas serve needs {' and '.join(missing)}, not installed here", hint="pip install 'autonas[serve]'"
        )


def serve(run: Path, *, device: str, host: str, port: int) -> None:
    """Serves a promoted model until Ctrl-C or SIGTERM.

    Args:
        port: 0 takes one that is free.

    Raises:
        UsageError: There is no such model, or the address cannot be had.
    """
    check_extra()
    import uvicorn

    from autonas.serving.app import make_app
    from autonas.serving.desk import Desk

    with contextlib.closing(_bound(host, port)) as place:
        model = open_playground(run, device)
        desk = Desk(model.stream, n_waiting=_N_WAITING, seconds=_SECONDS)
        app = make_app(model, desk, hosts=(*LOCAL, "[::1]") if host in LOCAL else None)
        config = uvicorn.Config(
            app, http="h11", ws="none", loop="asyncio", log_config=None, access_log=False, server_header=False,
            proxy_headers=False, limit_concurrency=_CONNECTIONS, timeout_graceful_shutdown=5,
        )  # fmt: skip
        server = uvicorn.Server(config)
        stop = server.handle_exit

        def end(number: int, frame: FrameType | None) -> None:
            desk.cancel()  # else it would wait for what is being written
            stop(number, frame)

        server.handle_exit = end
        shown = f"[{host}]" if ":" in host else host
        if host not in LOCAL:
            click.echo(f"warning: whoever reaches {host} can use it; there is no authentication", err=True)
        with _signals(lambda *_: setattr(server, "should_exit", True)):
            place.listen()
            address = f"http://{shown}:{place.getsockname()[1]}"
            click.echo(f"{model.about}\n{address} has a page and /v1/completions; Ctrl-C ends")
            server.run(sockets=[place])


def _bound(host: str, port: int) -> socket.socket:
    """Returns a socket with the address, not listening yet: a model takes seconds to load."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except socket.gaierror as error:
        raise UsageError(
            f"there is no host {host!r}: {error.strerror}", hint="leave --host out to serve here"
        ) from None
    place = socket.socket(family, kind, protocol)
    place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        place.bind(address)
    except OSError as error:
        place.close()
        raise UsageError(
            f"cannot serve at {host}:{port}: {error.strerror}", hint="choose another --port; 0 takes a free one"
        ) from None
    return place


@contextlib.contextmanager
def _signals(handler: Callable[..., None]) -> Iterator[None]:
    """Handles Ctrl-C and SIGTERM where the server does not: before it begins, and when it passes them on at its end."""
    before = {number: signal.signal(number, handler) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, old in before.items():
            signal.signal(number, old)
