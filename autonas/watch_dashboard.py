"""`autonas dashboard`: serves Optuna's dashboard on a storage, with what autonas adds to it."""

from __future__ import annotations

import ipaddress
import logging
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import click

from autonas.database import open_database, quiet_optuna
from autonas.errors import UsageError
from autonas.publishing import ARTIFACTS, Publishing, refuse_without_dashboard
from autonas.storage import StudyStore, list_studies

__all__ = ["serve_dashboard"]

_log = logging.getLogger(__name__)
_App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def serve_dashboard(storage: str, name: str | None, *, host: str, port: int, out: Path) -> None:
    """Serves the dashboard until it is interrupted.

    Args:
        name: The study to open it with; all of the storage's are there.
        port: 0 takes a free one.
        out: Folder of the candidates' files.

    Raises:
        UsageError: No such storage or study, the address cannot be used, or Optuna's dashboard is not installed.
    """
    refuse_without_dashboard()
    import optuna_dashboard

    # A study that is searched is published by its search.
    names = [summary.info.name for summary in list_studies(storage) if not summary.searching]
    page = ""
    if name is not None:
        with StudyStore.open(storage, name) as store:
            page = f"/studies/{store.study_id}"
    local = _is_local(host)
    from optuna.artifacts import FileSystemArtifactStore

    (out / ARTIFACTS).mkdir(parents=True, exist_ok=True)
    database = open_database(storage, create=False)
    with quiet_optuna():
        app = optuna_dashboard.wsgi(database, artifact_store=FileSystemArtifactStore(str(out / ARTIFACTS)))
    try:
        server = make_server(host, port, _only_local(app) if local else app, _Server, _Quiet)
    except OSError as error:
        raise UsageError(
            f"{host}:{port} cannot be served: {error.strerror}", hint="choose another --port, 0 takes a free one"
        ) from error
    if not local:
        click.echo(f"warning: who can reach {host} can read, change and delete studies: there is no login", err=True)
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"http://{shown}:{server.server_port}/dashboard{page}   Ctrl-C ends it")
    with server, Publishing(storage, names, out) as publishing:
        beside = threading.Thread(target=_publish, args=(publishing,))  # what searches have not drawn yet
        beside.start()
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo()
        finally:
            publishing.stop()
            beside.join()
    database.engine.dispose()


def _publish(publishing: Publishing) -> None:
    publishing.finish()
    if problem := publishing.wait():
        click.echo(f"note: {problem}", err=True)


class _Server(ThreadingMixIn, WSGIServer):
    """A thread a request, so that a slow one holds up no other."""

    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    """Logs requests for --debug alone."""

    def log_message(self, format: str, *args: object) -> None:
        _log.debug(format, *args)


def _is_local(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _only_local(app: _App) -> _App:
    """Refuses requests that name another host: those of a web page that has its name point to this machine."""

    def checked(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        if _is_local(_host(environ.get("HTTP_HOST", ""))):
            return app(environ, start)
        start("403 Forbidden", [("Content-Type", "text/plain")])
        return [b"this dashboard is for this machine alone\n"]

    return checked


def _host(header: str) -> str:
    """Returns the host of a header such as localhost:8080 or [::1]:8080."""
    return header[1:].partition("]")[0] if header.startswith("[") else header.partition(":")[0]
