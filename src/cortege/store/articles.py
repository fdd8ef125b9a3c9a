"""Turns readings into articles of a record, and articles of a record into readings.

One reading is one transaction: it is in the record entirely or not at all, and `save` returns
only after SQLite has committed. A reading that is there already changes nothing. Readings are
never changed; the index tables are those of the current one (`cortege.store.standing`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import delete, insert, select, update
from sqlalchemy.engine import Connection, Row
from sqlalchemy.exc import IntegrityError

from cortege.errors import UserError
from cortege.nouns.article import digest
from cortege.nouns.reading import Reading
from cortege.store import codec, tables
from cortege.store.rows import article_row, index_rows
from cortege.store.session import Record
from cortege.store.standing import Standing, current, known

SavedStatus = Literal["added", "known", "updated"]


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a reading that was given to a record.

    ``status`` tells what changed for the article: it is new (``added``), its current reading is
    now this one (``updated``), or its current reading stays as it was (``known``).
    ``account_ids`` are those of the current reading.
    """

    article_id: str
    status: SavedStatus
    reading_id: str
    account_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """One reading that a record keeps: what made it, when it came, whether it is current."""

    id: str
    cortege: str
    codebook: str
    added_at: str
    current: bool


def save(record: Record, reading: Reading) -> Saved:
    """Put a reading into the record and return once it is safe on disk.

    Raises:
        EvidenceError: the reading speaks of words that its text does not hold.
        ValueError: the reading contradicts itself, or its id is not the digest of its text.
        UserError: the record is busy or cannot be written.
    """
    codec.check_evidence(reading)
    if digest(reading.article.text) != reading.article.id:
        raise ValueError("the article's id is not the digest of its text")
    identity, article_id = codec.reading_id(reading), reading.article.id
    with record.reading() as connection:
        # Most reports of a folder that is added again are there: no need to wait for a writer.
        if identity in {other.reading_id for other in _standings(connection, article_id)}:
            return Saved(article_id, "known", identity, _account_ids(connection, article_id))
    body = codec.pack(reading)
    try:
        with record.writing() as connection:
            status = _put(connection, reading, identity, body)
            account_ids = _account_ids(connection, article_id)
    except IntegrityError as contradiction:
        raise ValueError(f"the reading contradicts itself: {contradiction.orig}") from contradiction
    return Saved(article_id, status, identity, account_ids)


def load(record: Record, article_id: str) -> Reading:
    """Give the current reading of an article.

    Raises:
        KeyError: the record has no such article.
        UserError: RECORD-FORMAT when the reading is damaged.
    """
    articles, readings = tables.articles, tables.readings
    wanted = (
        select(readings.c.id, readings.c.body, articles.c.text)
        .join(articles, articles.c.reading_id == readings.c.id)
        .where(articles.c.id == article_id)
    )
    with record.reading() as connection:
        found = connection.execute(wanted).one_or_none()
    if found is None:
        raise KeyError(article_id)
    return _unpacked(record, found)


def load_reading(record: Record, reading_id: str) -> Reading:
    """Give one reading by its own id, current or not.

    Raises:
        KeyError: the record has no such reading.
        UserError: RECORD-FORMAT when the reading is damaged.
    """
    articles, readings = tables.articles, tables.readings
    wanted = (
        select(readings.c.id, readings.c.body, articles.c.text)
        .join(articles, articles.c.id == readings.c.article_id)
        .where(readings.c.id == reading_id)
    )
    with record.reading() as connection:
        found = connection.execute(wanted).one_or_none()
    if found is None:
        raise KeyError(reading_id)
    return _unpacked(record, found)


def readings_of(record: Record, article_id: str) -> tuple[Kept, ...]:
    """Give all readings of an article that the record keeps, in the order they came."""
    articles, readings = tables.articles, tables.readings
    wanted = (
        select(
            readings.c.id,
            readings.c.cortege,
            readings.c.codebook,
            readings.c.added_at,
            (readings.c.id == articles.c.reading_id).label("current"),
        )
        .join(articles, articles.c.id == readings.c.article_id)
        .where(readings.c.article_id == article_id)
        .order_by(readings.c.ordinal)
    )
    with record.reading() as connection:
        return tuple(Kept(*row) for row in connection.execute(wanted))


def article_ids(record: Record) -> tuple[str, ...]:
    """Give the ids of all articles, sorted."""
    with record.reading() as connection:
        return tuple(connection.scalars(select(tables.articles.c.id).order_by("id")))


def content(record: Record) -> Iterator[str]:
    """Give what the record holds as JSON Lines, one article each, sorted by id.

    Two records that were given the same readings give the same bytes: neither the order of
    adding, nor the time, nor the speed of reading shows.
    """
    for article_id in article_ids(record):
        kept = readings_of(record, article_id)
        texts = {k.id: codec.essence(load_reading(record, k.id)) for k in kept}
        yield codec.plain_line(
            {
                "article": article_id,
                "current": next(k.id for k in kept if k.current),
                "readings": [{"id": one, "reading": texts[one]} for one in sorted(texts)],
            }
        )


def _unpacked(record: Record, found: Row[*tuple[Any, ...]]) -> Reading:
    try:
        return codec.unpack(found.body, found.text)
    except ValueError as damage:
        message = f"the reading {found.id} cannot be trusted: {damage}"
        hint = "restore a backup of the record, or add the report to a new one"
        raise UserError("RECORD-FORMAT", str(record.path), message, hint) from damage


def _put(connection: Connection, reading: Reading, identity: str, body: bytes) -> SavedStatus:
    article = reading.article
    others = _standings(connection, article.id)
    if any(other.reading_id == identity for other in others):
        return "known"
    mine = Standing(identity, reading.run.cortege, known(article), len(others) + 1)
    if not others:
        connection.execute(insert(tables.articles), article_row(reading, identity))
    _insert_reading(connection, reading, mine, body)
    if current((*others, mine)) != mine:
        return "known"
    if others:
        _clear_index(connection, article.id)
        row = article_row(reading, identity)
        connection.execute(update(tables.articles).where(tables.articles.c.id == article.id), row)
    _insert_index(connection, reading)
    return "updated" if others else "added"


def _standings(connection: Connection, article_id: str) -> tuple[Standing, ...]:
    readings = tables.readings.c
    columns = (readings.id, readings.cortege, readings.known, readings.ordinal)
    wanted = select(*columns).where(readings.article_id == article_id)
    return tuple(Standing(*row) for row in connection.execute(wanted))


def _insert_reading(
    connection: Connection, reading: Reading, standing: Standing, body: bytes
) -> None:
    row = {
        "id": standing.reading_id,
        "article_id": reading.article.id,
        "ordinal": standing.ordinal,
        "cortege": standing.cortege,
        "codebook": reading.run.codebook,
        "known": standing.known,
        "added_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "body": body,
    }
    connection.execute(insert(tables.readings), row)


def _clear_index(connection: Connection, article_id: str) -> None:
    for table in tables.INDEX:
        if "article_id" in table.c:
            # Forms, claims and evidence go with the account or campaign that owns them.
            connection.execute(delete(table).where(table.c.article_id == article_id))


def _insert_index(connection: Connection, reading: Reading) -> None:
    rows = index_rows(reading)
    for table in tables.INDEX:
        if rows[table.name]:
            connection.execute(insert(table), rows[table.name])


def _account_ids(connection: Connection, article_id: str) -> tuple[str, ...]:
    accounts = tables.accounts.c
    wanted = select(accounts.id).where(accounts.article_id == article_id)
    return tuple(connection.scalars(wanted.order_by(accounts.ordinal)))
