"""Turns what a person types for an account or an article into the one that is meant.

An id is typed as far as it is unique, as with commits. An article's id may stand for its account
where it has only one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from sqlalchemy import ColumnElement, select

from cortege.errors import UserError
from cortege.nouns.account import Account
from cortege.nouns.reading import Reading
from cortege.store import ids
from cortege.store.articles import load
from cortege.store.session import Record
from cortege.store.tables import accounts, articles

_MANY: Final = 5


@dataclass(frozen=True, slots=True)
class Named:
    """What an id or its beginning stands for: an article, or an account with its ordinal."""

    kind: Literal["account", "article"]
    id: str
    article_id: str
    ordinal: int | None


@dataclass(frozen=True, slots=True)
class Placed:
    """An account with its id in the record and the reading it stands in."""

    id: str
    reading: Reading
    account: Account


def account_named(record: Record, name: str) -> Placed:
    """Give the account that is meant, with its reading.

    Raises:
        UserError: RECORD-NOTFOUND when nothing is called so, RECORD-AMBIGUOUS when the name fits
            several, or fits an article that does not have exactly one account.
    """
    found = named(record, name)
    reading = load(record, found.article_id)
    if found.ordinal is None and len(reading.accounts) != 1:
        raise _not_one(record, found, reading)
    ordinal = found.ordinal or 1
    identity = ids.account_id(found.article_id, ordinal)
    return Placed(identity, reading, reading.accounts[ordinal - 1])


def named(record: Record, name: str) -> Named:
    """Give the account or article of which ``name`` is the id or its unique beginning.

    Raises:
        UserError: RECORD-NOTFOUND when nothing is called so, RECORD-AMBIGUOUS when several are.
    """
    found = _candidates(record, name.strip().lower())
    if not found:
        hint = "`cortege list` shows the ids; any unique beginning of one will do"
        message = f"no account or article is called {name!r}"
        raise UserError("RECORD-NOTFOUND", str(record.path), message, hint)
    if len(found) > 1:
        shown = ", ".join(f"{c.kind} {_longer(c.id, name)}" for c in found[:_MANY])
        more = " and more" if len(found) > _MANY else ""
        message = f"{name!r} is the beginning of several ids: {shown}{more}"
        raise UserError("RECORD-AMBIGUOUS", str(record.path), message, "type more of the id")
    return found[0]


def _candidates(record: Record, name: str) -> tuple[Named, ...]:
    beginning = name.removeprefix("sha256:")
    if not re.fullmatch("[0-9a-f]{1,64}", beginning):
        return ()
    as_article = select(articles.c.id).where(*_begins(articles.c.id, "sha256:" + beginning))
    as_account = select(accounts.c.id, accounts.c.article_id, accounts.c.ordinal).where(
        *_begins(accounts.c.id, beginning)
    )
    with record.reading() as connection:
        found = [
            Named("article", id_, id_, None)
            for id_ in connection.scalars(as_article.limit(_MANY + 1))
        ]
        if beginning == name:
            rows = connection.execute(as_account.limit(_MANY + 1))
            found = [*(Named("account", *row) for row in rows), *found]
    return tuple(found)


def _begins(column: ColumnElement[str], beginning: str) -> Iterable[ColumnElement[bool]]:
    # A range, unlike LIKE, is answered from the primary key's index; "g" follows every digit.
    return (column >= beginning, column < beginning + "g")


def _longer(identity: str, typed: str) -> str:
    n_shown = max(ids.SHORT, len(ids.bare(typed)) + 4)
    return ids.bare(identity)[:n_shown]


def _not_one(record: Record, found: Named, reading: Reading) -> UserError:
    count = len(reading.accounts)
    shown = [ids.short(ids.account_id(found.article_id, n + 1)) for n in range(count)]
    message = "this is an article, and it tells of no protest"
    if shown:
        message = f"this is an article with {count} accounts: {', '.join(shown)}"
    hint = "name one of its accounts; `cortege list --all` shows them"
    return UserError("RECORD-AMBIGUOUS", str(record.path), message, hint)
