"""Turns a path into an open record: a SQLite file that is ours, of a schema we know.

The file says what it is in two numbers of its header: ``application_id`` (ours, always) and
``user_version`` (the schema). They are read before anything is written, so a file of another
program is refused untouched. Older schemas are migrated; newer ones are refused.

Every writer begins with ``BEGIN IMMEDIATE``: a transaction that reads first and writes later
fails at once when another writer has come between, whatever the timeout; one that takes its
place in the queue at the beginning waits for its turn. The file is in WAL mode, so readers never
wait, and ``synchronous=FULL`` makes each commit survive a power cut. Limit: WAL needs shared
memory, so a record must not lie on a network file system.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import create_engine, event
from sqlalchemy.engine import URL, Connection, Engine
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from cortege.errors import UserError

APPLICATION_ID: Final = 0x436F7274
"""The four letters Cort, as SQLite keeps them in byte 68 of the file."""

SCHEMA: Final = 1
"""The newest schema this version knows: the number of the last migration."""

BUSY_TIMEOUT_S: Final = 10.0
"""How long a writer waits for its turn. One article takes milliseconds, so this is generous."""

_UNWRITABLE: Final = "RECORD-WRITE"
"""The code of a disk that is full or failing, until the list of codes has one of its own."""


@dataclass(frozen=True, slots=True)
class Record:
    """An open record. Use `open_record`."""

    path: Path
    engine: Engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the record, whatever others write."""
        with _explained(self.path), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose changes are saved together at the end, or not at all."""
        writer = self.engine.execution_options(cortege_begin="IMMEDIATE")
        with _explained(self.path), writer.begin() as connection:
            yield connection


@contextmanager
def open_record(
    path: Path, *, create: bool = False, timeout_s: float | None = None
) -> Iterator[Record]:
    """Open the record at a path, bringing it to the newest schema first.

    Args:
        path: where the record lies.
        create: begin a record where there is none.
        timeout_s: how long to wait for another writer, ``BUSY_TIMEOUT_S`` unless given.

    Raises:
        UserError: RECORD-MISSING when there is none and ``create`` is false, RECORD-FORMAT when
            the file is not a record or is newer than this version, RECORD-BUSY when another
            process keeps it locked for too long.
    """
    _check_path(path, create=create)
    record = Record(path, _engine(path, BUSY_TIMEOUT_S if timeout_s is None else timeout_s))
    try:
        _prepare(record, create=create)
        yield record
    finally:
        # The last connection to close folds the WAL into the file: one file to copy.
        record.engine.dispose()


def _check_path(path: Path, *, create: bool) -> None:
    if not create and not path.exists():
        raise _missing(path, "there is no record here")
    if path.is_dir():
        raise _missing(path, "this is a folder, not a record")
    if not path.absolute().parent.is_dir():
        raise _missing(path, "the folder does not exist")


def _missing(path: Path, message: str) -> UserError:
    hint = "name the record with --record FILE; `cortege add` creates one in a folder that exists"
    return UserError("RECORD-MISSING", str(path), message, hint)


def _engine(path: Path, timeout_s: float) -> Engine:
    # An isolation level of None leaves transactions to us; the driver would begin them deferred.
    engine = create_engine(
        URL.create("sqlite", database=str(path.absolute())),
        connect_args={"isolation_level": None, "timeout": timeout_s},
    )

    def set_up(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {int(timeout_s * 1000)}")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.close()

    event.listen(engine, "connect", set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    kind = connection.get_execution_options().get("cortege_begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {kind}")


def _prepare(record: Record, *, create: bool) -> None:
    schema = _schema_of(record)
    if schema == SCHEMA:
        return
    if schema == 0 and not create:
        raise _missing(record.path, "the file is empty: no record has been begun")
    _set_wal(record)
    with record.writing() as connection:
        # Another process may have migrated the file while this one waited for its turn.
        if _known_schema(connection, record.path) < SCHEMA:
            from cortege.store.migrations.run import upgrade

            upgrade(connection)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")


def _set_wal(record: Record) -> None:
    # The mode is a property of the file and cannot be changed within a transaction, so the
    # driver's own connection is asked, before SQLAlchemy begins one.
    with _explained(record.path), closing(record.engine.raw_connection()) as connection:
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode = WAL")
        mode = cursor.fetchone()
    if mode != ("wal",):
        message = f"write-ahead logging cannot be switched on here: {mode}"
        hint = "keep the record on a local disk: a network file system will not do"
        raise UserError(_UNWRITABLE, str(record.path), message, hint)


def _schema_of(record: Record) -> int:
    with record.reading() as connection:
        return _known_schema(connection, record.path)


def _known_schema(connection: Connection, path: Path) -> int:
    """Give the schema's number, 0 for a file in which nothing has been written.

    Raises:
        UserError: RECORD-FORMAT for a file of another program or of a newer version.
    """
    owner = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    schema: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    n_tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    if (owner, schema, n_tables) == (0, 0, 0):
        return 0
    if owner != APPLICATION_ID:
        message = "this is a SQLite file of another program, not a record"
        raise _not_ours(path, message, "name another file with --record; this one is unchanged")
    if schema > SCHEMA:
        message = f"the record has schema {schema}; this version knows up to {SCHEMA}"
        raise _not_ours(path, message, "upgrade Cortège, or name another record with --record")
    return schema


def _not_ours(path: Path, message: str, hint: str) -> UserError:
    return UserError("RECORD-FORMAT", str(path), message, hint)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn what SQLite says into what the person can do."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as trouble:
        cause = trouble.orig if isinstance(trouble, DBAPIError) else trouble
        number = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        explanation = _explanation(number, path, str(cause))
        if explanation is None:
            raise
        raise explanation from trouble


def _explanation(number: int, path: Path, said: str) -> UserError | None:
    where = str(path)
    match number:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            hint = "wait until the other process has finished, then run the same command again"
            return UserError("RECORD-BUSY", where, "another process is writing to it", hint)
        case sqlite3.SQLITE_NOTADB:
            hint = "name another file with --record; this one is unchanged"
            return _not_ours(path, "this is not a SQLite file, so it is no record", hint)
        case sqlite3.SQLITE_CORRUPT:
            hint = "keep the file, and restore a backup or add the reports to a new record"
            return _not_ours(path, f"the file is damaged: {said}", hint)
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            hint = "check that the file and its folder may be read and written"
            return UserError("RECORD-MISSING", where, f"it cannot be opened: {said}", hint)
        case sqlite3.SQLITE_FULL | sqlite3.SQLITE_IOERR | sqlite3.SQLITE_READONLY:
            hint = "free some space or permit writing, then run the same command again"
            return UserError(_UNWRITABLE, where, f"it cannot be written: {said}", hint)
    return None
