"""Storages on a database server: its connections are cut now and then, and two searches may create them at once."""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine.interfaces import ExceptionContext

__all__ = ["ConnectionLostError", "creating", "retried", "server_options", "table_names", "watch"]

RETRY_SECONDS = 60.0  # for so long an operation is tried again: longer than a server takes to restart
_FIRST_PAUSE, _LONGEST_PAUSE = 0.1, 5.0  # seconds between two attempts
_IDLE, _LOCKED = (
    "20s",
    "30s",
)  # after which the server ends a transaction of ours that does nothing, or waits for a lock
_CREATION_LOCK = 0x6175746F6E6173  # "autonas": who holds it in PostgreSQL creates tables and studies
_LIBPQ = {  # a dead network is noticed in half a minute instead of hours
    "connect_timeout": 10,  # seconds
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,  # milliseconds
}
_log = logging.getLogger(__name__)
_T = TypeVar("_T")


class ConnectionLostError(Exception):
    """The server has gone or cannot be reached; whether a transaction that was being committed took place is unknown.

    No error of SQLAlchemy: Optuna repeats those by itself when it adds a trial, and so may add it twice.
    """


def server_options(url: sa.URL) -> dict[str, Any]:
    """Returns what `sqlalchemy.create_engine` shall be told about a server."""
    options: dict[str, Any] = {"pool_pre_ping": True}  # what was cut while a candidate trained is not even noticed
    if url.get_backend_name() == "postgresql":
        options["isolation_level"] = "READ COMMITTED"  # whatever the server's default: a lock shows what others did
        if url.get_driver_name() in ("psycopg", "psycopg2"):
            options["connect_args"] = {key: value for key, value in _LIBPQ.items() if key not in url.query}
    return options


def watch(engine: sa.Engine) -> None:
    """Makes lost connections of an engine a `ConnectionLostError`, and lets no transaction block others for long."""
    sa.event.listen(engine, "handle_error", _raise_if_lost)
    if engine.dialect.name == "postgresql":
        sa.event.listen(engine, "connect", _bound_transactions)
        # Many rows in one statement: psycopg would send them one by one in a pipeline, and a server that waits for the
        # rest of one that was cut does not call that idle, so it would keep the locks.
        engine.dialect.use_insertmanyvalues_wo_returning = True
    engine.dispose()  # of the connections that were opened before


def _raise_if_lost(context: ExceptionContext) -> None:
    unreachable = context.connection is None and isinstance(context.sqlalchemy_exception, sa.exc.OperationalError)
    if not context.is_pre_ping and (context.is_disconnect or unreachable):
        raise ConnectionLostError(" ".join(str(context.original_exception).split()))


def _bound_transactions(connection: Any, _: Any) -> None:
    """A transaction whose client has vanished without a word would keep its locks until the server notices."""
    with contextlib.closing(connection.cursor()) as cursor:
        cursor.execute(f"SET idle_in_transaction_session_timeout = '{_IDLE}'")
        cursor.execute(f"SET lock_timeout = '{_LOCKED}'")
    connection.commit()


def retried(operation: Callable[[bool], _T], *, seconds: float = RETRY_SECONDS) -> _T:
    """Runs an operation again while the connection gets lost.

    Args:
        operation: It is told whether an attempt was made before, of which nobody knows whether it had its effect.
        seconds: From the first attempt, after which no other is begun.

    Raises:
        ConnectionLostError: The connection did not come back in time.
    """
    end = time.monotonic() + seconds
    pause, again = _FIRST_PAUSE, False
    while True:
        try:
            return operation(again)
        except ConnectionLostError as error:
            if time.monotonic() + pause > end:
                raise
            if not again:
                _log.warning("lost the connection to the storage: %s; trying again for up to %.0f s", error, seconds)
        again = True
        time.sleep(pause)
        pause = min(2 * pause, _LONGEST_PAUSE)


def table_names(url: sa.URL) -> set[str]:
    """Returns the tables of a server's database; needs a connection and creates nothing."""
    engine = sa.create_engine(url, **server_options(url), poolclass=sa.NullPool)
    with engine.connect() as connection:
        return set(sa.inspect(connection).get_table_names())


@contextlib.contextmanager
def creating(url: sa.URL) -> Iterator[None]:
    """Lets one process at a time create tables and studies, where the database is PostgreSQL.

    Elsewhere it does nothing. In PostgreSQL "create if it does not exist" fails in one of two that do it at once.
    """
    if url.get_backend_name() != "postgresql":
        yield
        return
    engine = sa.create_engine(url, **server_options(url), poolclass=sa.NullPool)
    with engine.begin() as connection:  # the end of the transaction gives the lock free, however it ends
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_CREATION_LOCK)))
        yield
