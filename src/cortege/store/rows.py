"""Turns a reading into the rows of the index tables, and a row's columns back into values.

Pure: the same reading always gives the same rows, keys included. That is what lets
`cortege.store.verify` rebuild the index of a record and compare it row by row.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from cortege.contract import value_to
from cortege.nouns.account import Account, Campaign
from cortege.nouns.article import Article
from cortege.nouns.claim import Claim, Holder
from cortege.nouns.reading import Fault, Figure, Person, Quote, Reading
from cortege.store import ids

Row = dict[str, Any]


def article_row(reading: Reading, reading_id: str) -> Row:
    """Give the row of a reading's article, as far as that reading knows it."""
    article = reading.article
    row = _storable(
        id=article.id,
        reading_id=reading_id,
        title=article.title,
        source_id=article.source_id,
        language=article.language,
        outlet=article.outlet,
        byline=article.byline,
        url=article.url,
        published_first=article.published.first,
        published_last=article.published.last,
        published_precision=article.published.precision,
        published_origin=article.published_origin,
        protest=reading.protest.answer,
        protest_score=reading.protest.score,
    )
    # Never altered: a text that UTF-8 cannot carry is refused by the driver.
    return row | {"text": article.text}


def index_rows(reading: Reading) -> dict[str, list[Row]]:
    """Give the rows of every index table, by the table's name, for one reading."""
    article = reading.article
    campaign_ids = {
        c.id: ids.campaign_id(article.id, n) for n, c in enumerate(reading.campaigns, 1)
    }
    rows: dict[str, list[Row]] = {
        "campaigns": [_campaign_row(c, campaign_ids[c.id], article) for c in reading.campaigns],
        "people": _numbered(article, [_person_columns(p) for p in reading.people]),
        "quotes": _numbered(article, [_quote_columns(q) for q in reading.quotes]),
        "figures": _numbered(article, [_figure_columns(f) for f in reading.figures]),
        "faults": _numbered(article, [_fault_columns(f) for f in reading.faults]),
        "accounts": [],
        "account_forms": [],
        "claims": [],
        "evidence": [],
    }
    for campaign in reading.campaigns:
        owner = campaign_ids[campaign.id]
        _add_claims(rows, campaign.claims, {"campaign_id": owner, "account_id": None}, owner)
    for ordinal, account in enumerate(reading.accounts, 1):
        owner = ids.account_id(article.id, ordinal)
        campaign_id = campaign_ids.get(account.campaign) if account.campaign else None
        place = {"article_id": article.id, "ordinal": ordinal, "campaign_id": campaign_id}
        rows["accounts"].append(_account_row(account, owner, place))
        rows["account_forms"] += [
            _storable(account_id=owner, ordinal=n, form=form)
            for n, form in enumerate(account.resolved.forms, 1)
        ]
        owners = {"campaign_id": None, "account_id": owner}
        _add_claims(rows, account.claims, owners, owner, _chosen(account))
    return rows


def fold(text: str) -> str:
    """Give a text as it is compared: without case, accents or compatibility forms.

    >>> fold("Île-de-France")
    'ile-de-france'
    """
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def _add_claims(
    rows: dict[str, list[Row]],
    claims: Iterable[Claim],
    owners: Mapping[str, str | None],
    owner: str,
    chosen: frozenset[str] = frozenset(),
) -> None:
    for ordinal, claim in enumerate(claims, 1):
        key = ids.claim_key(owner, ordinal)
        columns = _claim_columns(claim) | {"chosen": claim.id in chosen}
        rows["claims"].append(_storable(key=key, ordinal=ordinal, **owners, **columns))
        rows["evidence"] += [
            _storable(claim_key=key, ordinal=n, starts=e.start, ends=e.end, exact=e.exact)
            for n, e in enumerate(claim.evidence, 1)
        ]


def _claim_columns(claim: Claim) -> Row:
    return {
        "claim_id": claim.id,
        "field": claim.field,
        "value": json.dumps(value_to(claim.value), ensure_ascii=False, sort_keys=True),
        "stance": claim.stance,
        "scope": claim.scope,
        **_holder_columns(claim.holder),
        "holder_words": claim.holder.words.exact if claim.holder.words else None,
        "origin_name": claim.origin.name,
        "origin_version": claim.origin.version,
        "score": claim.score,
    }


def _holder_columns(holder: Holder) -> Row:
    return {"holder_kind": holder.kind, "holder_name": holder.name}


def _chosen(account: Account) -> frozenset[str]:
    return frozenset(one for those in account.resolved.claims.values() for one in those)


def _account_row(account: Account, identity: str, place: Row) -> Row:
    return _storable(
        id=identity,
        local_id=account.id,
        focal=account.focal,
        status=account.status,
        policy=account.resolved.policy,
        **place,
        **_date_columns(account),
        **_place_columns(account),
        **_size_columns(account),
    )


def _date_columns(account: Account) -> Row:
    found = account.resolved.date
    return {
        "date_first": found.first if found else None,
        "date_last": found.last if found else None,
        "date_precision": found.precision if found else None,
    }


def _place_columns(account: Account) -> Row:
    found = account.resolved.place
    names = (found.name, found.site, found.admin1) if found else ()
    return {
        "place_name": found.name if found else None,
        "admin1": found.admin1 if found else None,
        "country": found.country if found else None,
        "lat": found.lat if found else None,
        "lon": found.lon if found else None,
        "place_precision": found.precision if found else None,
        "site": found.site if found else None,
        "place_key": fold("\n".join(name for name in names if name)) or None,
    }


def _size_columns(account: Account) -> Row:
    found = account.resolved.size
    return {
        "size_low": found.low if found else None,
        "size_high": found.high if found else None,
        "size_qualifier": found.qualifier if found else None,
        "size_words": found.words if found else None,
        "size_contested": account.resolved.size_contested,
    }


def _campaign_row(campaign: Campaign, identity: str, article: Article) -> Row:
    stated, left = campaign.places_stated, campaign.places_unidentified
    return _storable(
        id=identity,
        article_id=article.id,
        local_id=campaign.id,
        name=campaign.name,
        places_low=stated.low if stated else None,
        places_high=stated.high if stated else None,
        unidentified_low=left.low if left else None,
        unidentified_high=left.high if left else None,
    )


def _person_columns(person: Person) -> Row:
    return {
        "name": person.name,
        "role": person.role,
        "organisation": person.organisation,
        "present": person.present,
        "reason": person.reason,
        "side": person.side,
    }


def _quote_columns(quote: Quote) -> Row:
    return {
        "speaker_name": quote.speaker.name if quote.speaker else None,
        "speaker_role": quote.speaker.role if quote.speaker else None,
        "direct": quote.direct,
        "starts": quote.content.start,
        "ends": quote.content.end,
        "exact": quote.content.exact,
    }


def _figure_columns(figure: Figure) -> Row:
    return {
        "local_id": figure.id,
        "what": figure.what,
        "low": figure.quantity.low if figure.quantity else None,
        "high": figure.quantity.high if figure.quantity else None,
        "unit": figure.unit,
        "amount": figure.money.amount if figure.money else None,
        "currency": figure.money.currency if figure.money else None,
        "factor": figure.factor,
        "since": figure.since,
        "part_of": figure.part_of,
        "status": figure.status,
        **_holder_columns(figure.holder),
    }


def _fault_columns(fault: Fault) -> Row:
    return {
        "code": fault.code,
        "location": fault.where,
        "message": fault.message,
        "hint": fault.hint,
    }


def _numbered(article: Article, columns: Iterable[Row]) -> list[Row]:
    return [
        _storable(article_id=article.id, ordinal=n, **each) for n, each in enumerate(columns, 1)
    ]


def _storable(**columns: Any) -> Row:
    """Make every text one that UTF-8 can carry; the reading's body keeps the original."""
    return {
        name: value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
        for name, value in columns.items()
    }
