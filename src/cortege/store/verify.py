"""Turns a record into the list of what is wrong with it; empty means that it can be trusted.

Four things are compared: the file with SQLite's own checks, every text with its digest, every
reading with its digest and every piece of its evidence with the text, and the index tables with
rows built again from the current readings. Nothing is repaired. Limit: whoever can write the file
can change a reading and its digest together; digests guard against accidents, not forgers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, Table, or_, select
from sqlalchemy.engine import Connection

from cortege.nouns.article import digest
from cortege.nouns.reading import Reading
from cortege.store import codec, tables
from cortege.store.rows import Row, article_row, index_rows
from cortege.store.session import Record
from cortege.store.standing import Standing, current, known


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: with which article, reading or table, and what."""

    subject: str
    message: str


def verify(record: Record) -> list[Problem]:
    """Check a record from end to end; give what is wrong, an empty list when nothing is."""
    with record.reading() as connection:
        problems = list(_file_problems(connection))
        ids = connection.scalars(select(tables.articles.c.id).order_by("id")).all()
        for article_id in ids:
            problems += _article_problems(connection, article_id)
        return problems


def _file_problems(connection: Connection) -> Iterator[Problem]:
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if said != "ok":
            yield Problem("file", said)
    for table, row, owner, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Problem(table, f"row {row} refers to a row of {owner} that is not there")


def _article_problems(connection: Connection, article_id: str) -> Iterator[Problem]:
    articles = tables.articles
    found = connection.execute(select(articles).where(articles.c.id == article_id))
    article = found.mappings().one()
    if digest(article["text"]) != article_id:
        yield Problem(article_id, "the text is not the one the id was made from")
    standings, now = [], None
    for row in connection.execute(_of_article(tables.readings, article_id)):
        reading, wrong = _reading(row, article["text"])
        yield from (Problem(row.id, message) for message in wrong)
        standings.append(Standing(row.id, row.cortege, row.known, row.ordinal))
        if row.id == article["reading_id"]:
            now = reading
    if standings and current(standings).reading_id != article["reading_id"]:
        yield Problem(article_id, "the current reading is not the one that should be")
    if now:
        yield from _index_problems(connection, now, dict(article))


def _reading(row: Any, text: str) -> tuple[Reading | None, list[str]]:
    """Load a reading and say what is wrong with it."""
    try:
        reading = codec.unpack(row.body, text)
    except ValueError as trouble:
        return None, [str(trouble)]
    kept = (row.id, row.article_id, row.cortege, row.codebook, row.known)
    found = (
        codec.reading_id(reading),
        reading.article.id,
        reading.run.cortege,
        reading.run.codebook,
        known(reading.article),
    )
    wrong = [f"{a} is kept where {b} was read" for a, b in zip(kept, found, strict=True) if a != b]
    return reading, wrong


def _index_problems(connection: Connection, reading: Reading, article: Row) -> Iterator[Problem]:
    if article != article_row(reading, article["reading_id"]):
        yield Problem(reading.article.id, "what articles says is not what was read")
    for name, rows in index_rows(reading).items():
        table = tables.metadata.tables[name]
        found = connection.execute(_of_article(table, reading.article.id))
        kept = [dict(row) for row in found.mappings()]
        if _in_order(table, kept) != _in_order(table, rows):
            yield Problem(reading.article.id, f"what {name} says is not what was read")


def _in_order(table: Table, rows: list[Row]) -> list[Row]:
    key = [column.name for column in table.primary_key]
    return sorted(rows, key=lambda row: [row[name] for name in key])


def _of_article(table: Table, article_id: str) -> Select[Any]:
    """Select an article's rows of a table, through their owners where need be."""
    accounts, campaigns, claims = tables.accounts.c, tables.campaigns.c, tables.claims.c
    account_ids = select(accounts.id).where(accounts.article_id == article_id)
    campaign_ids = select(campaigns.id).where(campaigns.article_id == article_id)
    owned = or_(claims.account_id.in_(account_ids), claims.campaign_id.in_(campaign_ids))
    match table.name:
        case "account_forms":
            return select(table).where(table.c.account_id.in_(account_ids))
        case "claims":
            return select(table).where(owned)
        case "evidence":
            return select(table).where(table.c.claim_key.in_(select(claims.key).where(owned)))
    return select(table).where(table.c.article_id == article_id)
