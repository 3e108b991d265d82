"""A throw-away PostgreSQL server on the loopback address, for tests that need a real one."""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

try:
    import psycopg
except ImportError:  # the other tests of the folder need none
    psycopg = None

PASSWORD = "p@ss/w:rd"  # of the user "guarded"; what must be quoted in a URL
_ACCESS = "host all guarded 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\n"
_FAST = ("fsync=off", "full_page_writes=off", "unix_socket_directories=", "listen_addresses=127.0.0.1")
_STARTS_WITHIN = 60.0  # seconds


class Server:
    """A cluster in a folder of its own; `stop` and `start` keep its data and its port."""

    def __init__(self, binaries: Path, folder: Path) -> None:
        self._binaries = binaries
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._numbers = itertools.count()
        with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as free:
            self.port = free.getsockname()[1]
        self._run("initdb", "--username=autonas", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C")
        (folder / "data" / "pg_hba.conf").write_text(_ACCESS)
        self.start()
        self.execute("CREATE ROLE guarded LOGIN SUPERUSER PASSWORD 'p@ss/w:rd'")

    def url(self, database: str, user: str = "autonas") -> str:
        """Returns the URL of a database."""
        return f"postgresql+psycopg://{user}@127.0.0.1:{self.port}/{database}"

    def new_database(self) -> str:
        """Creates an empty database and returns its URL."""
        name = f"test{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name}")
        return self.url(name)

    def execute(self, statement: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """Runs one statement and returns its rows."""
        target = f"host=127.0.0.1 port={self.port} user=autonas dbname={database}"
        with psycopg.connect(target, autocommit=True) as connection:
            cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []

    def cut(self, database: str) -> int:
        """Ends all connections to a database, and returns how many."""
        ends = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "
        return len(self.execute(f"{ends}'{database}'"))

    def start(self) -> None:
        """Starts the server and waits until it answers."""
        options = [word for setting in _FAST for word in ("-c", setting)]
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [self._binaries / "postgres", "-D", self._folder / "data", "-p", str(self.port), *options],
                cwd=self._folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True, **_user(),
            )  # fmt: skip
        end = time.monotonic() + _STARTS_WITHIN
        while True:
            try:
                self.execute("SELECT 1")
                return
            except psycopg.OperationalError:
                log_text = (self._folder / "log").read_text()
                assert self._process.poll() is None, f"PostgreSQL did not start:\n{log_text}"
                assert time.monotonic() < end, f"PostgreSQL does not answer:\n{log_text}"
                time.sleep(0.05)

    def stop(self) -> None:
        """Ends the server at once and with it all connections, as a crash does."""
        assert self._process is not None
        self._process.send_signal(3)  # SIGQUIT: an immediate shutdown
        self._process.wait(timeout=60)

    def _run(self, program: str, *arguments: str) -> None:
        command = [self._binaries / program, "-D", self._folder / "data", *arguments]
        done = subprocess.run(command, cwd=self._folder, capture_output=True, text=True, **_user())
        assert done.returncode == 0, done.stderr


class CuttingProxy:
    """Stands between a client and the server, and cuts one connection at one of its commits.

    Attributes:
        commits: How many commits have come by.
        cut_at: At which to cut; 0 is at none.
        how: "undelivered": the server does not get that commit; "unanswered": it does, and only its answer is lost;
            "unnoticed": it does not, and to the server the client is still there.
    """

    def __init__(self, port: int) -> None:
        self._server = ("127.0.0.1", port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.commits = self.cut_at = 0
        self.how = "undelivered"
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Accepts no more connections."""
        self._listener.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(self._server)
                threading.Thread(target=self._to_server, args=(client, server), daemon=True).start()
                threading.Thread(target=self._to_client, args=(server, client), daemon=True).start()

    def _to_server(self, client: socket.socket, server: socket.socket) -> None:
        with contextlib.suppress(OSError), client, server:
            while data := client.recv(65536):
                if b"COMMIT" in data:
                    self.commits += 1
                    if self.commits == self.cut_at:
                        client.shutdown(socket.SHUT_RDWR)  # first: its answer must not get through
                        if self.how == "unanswered":
                            server.sendall(data)
                            time.sleep(0.1)  # a server that finds nobody there does not do it
                        if self.how != "unnoticed":
                            server.shutdown(socket.SHUT_RDWR)
                        return
                server.sendall(data)
            server.shutdown(socket.SHUT_RDWR)

    @staticmethod
    def _to_client(server: socket.socket, client: socket.socket) -> None:
        with contextlib.suppress(OSError), client, server:
            while data := server.recv(65536):
                client.sendall(data)


def _user() -> dict[str, str]:
    """The server refuses to run as root."""
    return {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}


def _binaries() -> Path | None:
    """The newest server's programs, where Debian or the search path has them."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


@contextlib.contextmanager
def running_server() -> Iterator[Server]:
    """A server; skips the test if none is installed, which $AUTONAS_REQUIRE_POSTGRES makes an error."""
    binaries = _binaries()
    if binaries is None or psycopg is None:
        absent = "its driver is not installed (psycopg)" if binaries else "it is not installed (apt install postgresql)"
        assert not os.environ.get("AUTONAS_REQUIRE_POSTGRES"), f"PostgreSQL is required: {absent}"
        pytest.skip(f"no PostgreSQL: {absent}")
    folder = Path(tempfile.mkdtemp(prefix="autonas-postgres-"))  # pytest's own folders are closed to other users
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        server = Server(binaries, folder)
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder)
