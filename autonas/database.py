"""Opening a storage by its URL, and turning what databases say into one line with a hint."""

from __future__ import annotations

import contextlib
import logging
import os
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import optuna
import sqlalchemy as sa
from optuna.exceptions import StorageInternalError
from optuna.storages import RDBStorage

from autonas.errors import AutonasError, UsageError
from autonas.server import ConnectionLostError, server_options, table_names, watch

__all__ = ["check_database", "check_optuna_tables", "database_errors", "masked", "open_database", "quiet_optuna"]

_BUSY_SECONDS = 60  # how long to wait for another process's transaction
_OPTUNA_TABLES = {"studies", "trials", "version_info"}
_EXAMPLE = "for example sqlite:///autonas.db or postgresql+psycopg://user@host/database"


def check_database(url: str) -> bool:
    """Returns whether the storage exists. Nothing is created.

    Raises:
        UsageError: It cannot be opened or created: not a URL, no folder, no permission, another format, no such server.
    """
    path = _sqlite_path(url)
    if path is None:
        return _server_has_tables(url)
    if path.exists():
        return check_optuna_tables(path)
    folder = path.parent
    if not folder.is_dir():
        raise UsageError(f"the folder {folder} of {url} does not exist", hint="create it, or use another --storage")
    if not os.access(folder, os.W_OK):
        raise UsageError(f"the folder {folder} of {url} is not writable", hint="use another --storage")
    return False


def open_database(url: str, *, create: bool) -> RDBStorage:
    """Opens the storage.

    Args:
        url: SQLAlchemy's form, such as sqlite:///autonas.db or postgresql+psycopg://user@host/database.
        create: Whether it may be created.

    Raises:
        UsageError: It does not exist and may not be created, or cannot be opened.
    """
    exists = check_database(url)
    path = _sqlite_path(url)
    if not exists and not create:
        hint = "start a search, or name its storage with --storage"
        raise UsageError(f"there is no storage {masked(url)}", hint=hint)
    with database_errors(url):
        if path is not None and create:
            _use_write_ahead_log(path)
        with quiet_optuna():
            busy = {"connect_args": {"timeout": _BUSY_SECONDS}}
            storage = RDBStorage(url, engine_kwargs=server_options(sa.make_url(url)) if path is None else busy)
        if path is None:
            watch(storage.engine)
        else:
            sa.event.listen(storage.engine, "connect", _commit_without_sync)
            storage.engine.dispose()  # of the connections that were opened before
        return storage


def masked(url: str) -> str:
    """Returns a URL without its password, to be shown."""
    text = re.sub(r"(://[^:/@]*:).*@", r"\1***@", url)  # up to the last @: one may be part of the password
    return re.sub(r"([?&][^=&]*password=)[^&]*", r"\1***", text, flags=re.IGNORECASE)


@contextlib.contextmanager
def database_errors(url: str) -> Iterator[None]:
    """Turns a database's error into an AutonasError of one line with a hint."""
    try:
        yield
    except ConnectionLostError as error:
        raise AutonasError(
            f"lost the connection to {masked(url)}: {error}",
            hint="nothing that was finished is lost; when the server is back, the same command goes on",
        ) from error
    except (StorageInternalError, sa.exc.SQLAlchemyError, sqlite3.Error) as error:
        text = _text(error)
        raise AutonasError(f"the storage {masked(url)} failed: {text}", hint=_hint(text)) from error
    except ImportError as error:
        hint = "pip install its package"
        if sa.make_url(url).get_backend_name() == "postgresql":
            hint = "pip install 'autonas[postgres]', and let the URL begin with postgresql+psycopg://"
        raise UsageError(f"the driver for {masked(url)} is not installed", hint=hint) from error
    except RuntimeError as error:  # Optuna: written by another version
        if "version" not in str(error):
            raise
        raise UsageError(
            f"{masked(url)} was written by another version of Optuna", hint=" ".join(str(error).split())
        ) from error


def _server_has_tables(url: str) -> bool:
    with database_errors(url):
        try:
            return table_names(sa.make_url(url)) >= _OPTUNA_TABLES  # a killed search may have left only some
        except sa.exc.SQLAlchemyError as error:
            text = _text(error)
            raise UsageError(f"the storage {masked(url)} cannot be opened: {text}", hint=_hint(text)) from error


def _text(error: Exception) -> str:
    cause = error.__cause__ if isinstance(error, StorageInternalError) and error.__cause__ else error
    return " ".join(str(getattr(cause, "orig", None) or cause).split())


def _hint(text: str) -> str:
    hints = {
        "disk is full": "free some space; the same command goes on where it stopped",
        "disk I/O": "check the disk's space and health; the same command goes on where it stopped",
        "readonly": "make the file and its folder writable, or use another --storage",
        "locked": "another program holds the database; close it and run the same command again",
        "unable to open": "check the path and its permissions, or use another --storage",
        "malformed": "the file is damaged; restore a copy or use another --storage",
        "password": "check user and password; the password may stand in ~/.pgpass or $PGPASSWORD instead of the URL",
        "refused": "start the server, or check host and port of the URL",
        "starting up": "wait until the server has started",
        "resolve host": "check the host of the URL",
        "translate host": "check the host of the URL",
        "timeout": "check host and port of the URL, and that no firewall is between",
        "pg_hba.conf": "let the server accept this user and host in its pg_hba.conf",
        "too many": "close other programs that use the server, or raise its max_connections",
        "permission denied": "give the user the right: GRANT CREATE, USAGE ON SCHEMA public TO user",
        "No space left": "free some space on the server; the same command goes on where it stopped",
    }
    if re.search(r'database ".*" does not exist', text):
        return "create it with createdb, or name another one in the URL"
    if re.search(r'role ".*" does not exist', text):
        return "create the user with createuser, or name another one in the URL"
    return next((hint for key, hint in hints.items() if key in text), "check the URL and the database")


def _sqlite_path(url: str) -> Path | None:
    """Returns the file of an SQLite URL, None for another database."""
    try:
        parsed = sa.make_url(url)
        parsed.get_dialect()
    except sa.exc.NoSuchModuleError:
        raise UsageError(f"unknown kind of storage in {masked(url)!r}", hint=_EXAMPLE) from None
    except (sa.exc.ArgumentError, ValueError):  # ValueError: the port is no number
        raise UsageError(f"the storage must be a URL, got {masked(url)!r}", hint=_EXAMPLE) from None
    if "@" in (parsed.host or ""):  # the rest of a password, which the driver would show as the host
        raise UsageError(f"the password in {masked(url)!r} has an @", hint="write %40 for it")
    if parsed.get_backend_name() != "sqlite":
        return None
    if parsed.database in (None, "", ":memory:"):
        raise UsageError(f"{url!r} keeps nothing: a search needs a file", hint=_EXAMPLE)
    return Path(str(parsed.database))


def check_optuna_tables(path: Path) -> bool:
    """Returns whether a file holds all of Optuna's tables; False for an empty file.

    Raises:
        UsageError: It is unreadable, no SQLite database, or one of another program.
    """
    if path.is_dir():
        raise UsageError(f"{path} is a folder, not a database", hint=_EXAMPLE)
    if not os.access(path, os.R_OK):
        raise UsageError(f"{path} is not readable", hint="check its permissions, or use another --storage")
    try:
        connection = sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True, timeout=_BUSY_SECONDS)
        with contextlib.closing(connection):
            tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.DatabaseError as error:
        raise UsageError(f"{path} cannot be read as a database: {error}", hint="use another --storage") from error
    if tables and not tables & _OPTUNA_TABLES:
        raise UsageError(f"{path} is the database of another program", hint="use another --storage")
    return tables >= _OPTUNA_TABLES  # a search killed while it created them leaves only some


def _use_write_ahead_log(path: Path) -> None:
    """Lets others read while the search writes. The mode is a property of the file."""
    with contextlib.closing(sqlite3.connect(path, timeout=_BUSY_SECONDS)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")


def _commit_without_sync(connection: Any, _: Any) -> None:
    """A killed process loses nothing; a power cut may take the last moments, which are then run again."""
    connection.execute("PRAGMA synchronous = NORMAL")


@contextlib.contextmanager
def quiet_optuna() -> Iterator[None]:
    """Keeps Optuna's warnings but not its chatter, for as long as the context lasts."""
    level = optuna.logging.get_verbosity()
    optuna.logging.set_verbosity(logging.WARNING)
    try:
        yield
    finally:
        optuna.logging.set_verbosity(level)
