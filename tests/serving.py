"""A model that is served by a process of its own, and requests to it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Served:
    """`autonas serve`, and where it is."""

    process: subprocess.Popen[str]
    port: int
    connections: list[HTTPConnection] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> HTTPResponse:
        """Sends a request and returns the answer, not read yet: JSON where the body is no bytes."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        self.connections.append(connection)
        headers = {"Content-Type": "application/json", **{name.replace("_", "-"): headers[name] for name in headers}}
        data = body if body is None or isinstance(body, bytes | Iterator) else json.dumps(body).encode()
        connection.request(method, path, data, headers, encode_chunked=isinstance(body, Iterator))
        return connection.getresponse()

    def complete(self, **fields: Any) -> HTTPResponse:
        """Asks for a completion."""
        return self.ask("POST", "/v1/completions", fields)

    def hang_up(self) -> None:
        """Goes away from all requests."""
        for connection in self.connections:
            connection.close()
        self.connections.clear()

    def end(self) -> str:
        """Ends it as Ctrl-C does, checks that it ends well, and returns what it wrote to standard error."""
        self.process.send_signal(signal.SIGINT)
        _, errors = self.process.communicate(timeout=30)
        assert self.process.returncode == 0, errors
        return errors


@contextmanager
def serving(run: Path | str, folder: Path) -> Iterator[Served]:
    """Serves a promoted model on a free port; it must end well."""
    command = [sys.executable, "-m", "autonas.cli", "serve", str(run), "--port", "0", "--device", "cpu"]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL) and None,  # ignored in tests in the background
    ) as process:  # fmt: skip
        assert process.stdout is not None
        lines = []
        for line in process.stdout:
            lines.append(line)
            if "http://" in line:
                break
        else:
            raise AssertionError(process.communicate()[1])
        served = Served(process, int(lines[-1].split()[0].rpartition(":")[2]))
        try:
            yield served
            if process.poll() is None:
                assert served.end() == ""
        finally:
            served.hang_up()
            process.kill()
