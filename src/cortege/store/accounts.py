"""Turns filters into the accounts of a record that pass them.

Answers come from the index tables alone, so listing thousands of accounts opens no reading.
Limits: filters look at the resolved values; an account whose date is unknown passes no filter
on dates, and the answer says how many were left out for that.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.engine import Connection, Row

from cortege.nouns.account import Status
from cortege.nouns.values import DatePrecision, DateValue, Qualifier, Quantity
from cortege.store.rows import fold
from cortege.store.session import Record
from cortege.store.tables import account_forms, accounts, articles


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which accounts to list; whatever is left out does not restrict.

    ``first`` and ``last`` ask for accounts whose date may lie between the two, both included.
    ``min_size`` asks for accounts whose size is at least that, by its lower bound. ``limit``
    cuts the list, not the counts beside it.
    """

    first: date | None = None
    last: date | None = None
    countries: tuple[str, ...] = ()
    place: str | None = None
    forms: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    min_size: float | None = None
    focal_only: bool = True
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """One account as a list shows it."""

    id: str
    article_id: str
    date: DateValue | None
    place: str | None
    admin1: str | None
    country: str | None
    forms: tuple[str, ...]
    size: Quantity | None
    size_contested: bool
    status: Status
    focal: bool
    title: str
    outlet: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """The accounts that pass, and how many pass all but one filter.

    ``n_passing`` counts those that pass, ``listed`` may hold fewer; ``n_undated`` those left out
    only because their date is unknown, ``n_background`` only because they are not focal.
    """

    listed: tuple[Listed, ...]
    n_passing: int
    n_undated: int
    n_background: int


def find(record: Record, wanted: Wanted) -> Found:
    """Give the accounts that pass, newest first; those without a date come last."""
    passing = (
        select(accounts, articles.c.title, articles.c.outlet)
        .join(articles, articles.c.id == accounts.c.article_id)
        .where(*_conditions(wanted))
        .order_by(
            accounts.c.date_first.desc().nulls_last(),
            accounts.c.country,
            accounts.c.place_name,
            accounts.c.id,
        )
        .limit(wanted.limit)
    )
    with record.reading() as connection:
        rows = connection.execute(passing).all()
        forms = _forms(connection, passing)
        return Found(
            listed=tuple(_listed(row, forms.get(row.id, ())) for row in rows),
            n_passing=_count(connection, _conditions(wanted)),
            n_undated=_count_undated(connection, wanted),
            n_background=_count_background(connection, wanted),
        )


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    column = accounts.c
    found: list[ColumnElement[bool]] = []
    if wanted.first:
        found.append(column.date_last >= wanted.first)
    if wanted.last:
        found.append(column.date_first <= wanted.last)
    if wanted.countries:
        found.append(column.country.in_([code.upper() for code in wanted.countries]))
    if wanted.place:
        found.append(column.place_key.contains(fold(wanted.place), autoescape=True))
    if wanted.forms:
        of_form = select(account_forms.c.account_id).where(account_forms.c.form.in_(wanted.forms))
        found.append(column.id.in_(of_form))
    if wanted.statuses:
        found.append(column.status.in_(wanted.statuses))
    if wanted.min_size is not None:
        found.append(column.size_low >= wanted.min_size)
    if wanted.focal_only:
        found.append(column.focal)
    return found


def _count(connection: Connection, conditions: Iterable[ColumnElement[bool]]) -> int:
    counted = select(func.count()).select_from(accounts).where(*conditions)
    return connection.execute(counted).scalar_one()


def _count_undated(connection: Connection, wanted: Wanted) -> int:
    if wanted.first is None and wanted.last is None:
        return 0
    conditions = _conditions(replace(wanted, first=None, last=None))
    return _count(connection, [*conditions, accounts.c.date_first.is_(None)])


def _count_background(connection: Connection, wanted: Wanted) -> int:
    if not wanted.focal_only:
        return 0
    conditions = _conditions(replace(wanted, focal_only=False))
    return _count(connection, [*conditions, ~accounts.c.focal])


def _forms(connection: Connection, passing: Select[Any]) -> dict[str, tuple[str, ...]]:
    chosen = passing.with_only_columns(accounts.c.id).subquery()
    wanted = (
        select(account_forms.c.account_id, account_forms.c.form)
        .where(account_forms.c.account_id.in_(select(chosen.c.id)))
        .order_by(account_forms.c.account_id, account_forms.c.ordinal)
    )
    forms: dict[str, tuple[str, ...]] = {}
    for owner, form in connection.execute(wanted):
        forms[owner] = (*forms.get(owner, ()), form)
    return forms


def _listed(row: Row[Any], forms: tuple[str, ...]) -> Listed:
    date = size = None
    if row.date_precision:
        precision = cast("DatePrecision", row.date_precision)
        date = DateValue(row.date_first, row.date_last, precision)
    if row.size_qualifier:
        qualifier = cast("Qualifier", row.size_qualifier)
        size = Quantity(_whole(row.size_low), _whole(row.size_high), qualifier, row.size_words)
    return Listed(
        id=row.id,
        article_id=row.article_id,
        date=date,
        place=row.place_name,
        admin1=row.admin1,
        country=row.country,
        forms=forms,
        size=size,
        size_contested=row.size_contested,
        status=row.status,
        focal=row.focal,
        title=row.title,
        outlet=row.outlet,
    )


def _whole(bound: float | None) -> float | None:
    """Give a whole number as one: SQLite has made 2400.0 of the 2400 that was counted."""
    return int(bound) if bound is not None and bound.is_integer() else bound
