"""Turns a reading into the shape of a coding by hand, so that the two can be compared.

The two vocabularies differ in a few words: a picket is coded as a rally, a protest that was
banned (and not held) as cancelled, a participant who counts as a witness. Denied claims are what
the report says is *not* so; they are kept apart from what it asserts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cortege.evaluate.coding import (
    COUNTED,
    WORDED,
    Bounds,
    Coding,
    Days,
    Named,
    Protest,
    Said,
    Size,
    Stated,
    Town,
    amount_in,
)
from cortege.nouns.account import Account
from cortege.nouns.claim import Claim, Field
from cortege.nouns.reading import Figure, Quote, Reading
from cortege.nouns.values import (
    Actor,
    Casualties,
    Code,
    Place,
    Quantity,
    Route,
    Slogan,
    Text,
)

_STATUSES: Final = {"banned": "cancelled"}
_FORMS: Final = {"picket": "rally"}
_HOLDERS: Final = {"participant": "witness"}
_IN_TOWN: Final = ("site", "city", "district")


def coding_of(reading: Reading) -> Coding:
    """Give a reading as a coding.

    A report is relevant when the reader does not answer "no" and finds a protest that is its news.
    """
    focal = any(account.focal for account in reading.accounts)
    stated = [c.places_stated for c in reading.campaigns if c.places_stated]
    return Coding(
        relevant=reading.protest.answer != "no" and focal,
        protests=tuple(_protest(account) for account in reading.accounts),
        places=tuple(_bounds(quantity) for quantity in stated),
        quotes=tuple(_said(quote) for quote in reading.quotes if quote.direct),
        relay=tuple(relay.words.exact for relay in reading.relay),
        people=tuple(Named(p.name, p.role, p.present, p.side) for p in reading.people),
        figures=tuple(_stated(figure) for figure in reading.figures),
        denied=tuple(_denied(reading)),
        traps=None,
    )


def crowd_spans(reading: Reading) -> list[tuple[int, int]]:
    """Give where the crowd figures of the protests that are the report's news stand."""
    return [
        (evidence.start, evidence.end)
        for account in reading.accounts
        if account.focal
        for claim in _asserted(account, "size")
        for evidence in claim.evidence[:1]
    ]


def _protest(account: Account) -> Protest:
    status: str = account.status
    forms = account.resolved.forms or tuple(_codes(account, "form"))
    return Protest(
        key=account.id,
        focal=account.focal,
        status=_STATUSES.get(status, status),
        campaign=account.campaign,
        trigger=account.trigger.exact,
        town=_town(account),
        days=_days(account),
        forms=tuple(sorted({_FORMS.get(form, form) for form in forms})),
        sizes=tuple(_sizes(account)),
        route=_route(account),
        police=tuple(sorted(set(_codes(account, "police_response")) - {"other"})),
        worded={name: _worded(account, name) for name in WORDED},
        counted={name: tuple(_counts(account, name)) for name in COUNTED},
    )


def _town(account: Account) -> Town:
    place = account.resolved.place
    for claim in _asserted(account, "place"):
        place = place or (claim.value if isinstance(claim.value, Place) else None)
    if place is None:
        return Town(None, None, None, None)
    if place.precision not in _IN_TOWN:
        return Town(None, place.country, None, place.admin1 or place.name)
    point = (place.lat, place.lon) if place.lat is not None and place.lon is not None else None
    return Town(place.name, place.country, point, place.admin1)


def _days(account: Account) -> Days:
    date = account.resolved.date
    if date is None or date.first is None or date.last is None:
        return None, None
    return date.first.isoformat(), date.last.isoformat()


def _sizes(account: Account) -> Iterator[Size]:
    for claim in _asserted(account, "size"):
        if isinstance(claim.value, Quantity):
            holder: str = claim.holder.kind
            words = claim.evidence[0].exact
            yield Size(_bounds(claim.value), _HOLDERS.get(holder, holder), words)


def _route(account: Account) -> tuple[str | None, str | None] | None:
    for claim in _asserted(account, "route"):
        if isinstance(claim.value, Route):
            return claim.value.start, claim.value.end
    return None


def _worded(account: Account, name: str) -> tuple[str, ...]:
    """Give the phrases of a field: names where the reader cuts one, else the words themselves."""
    phrases = []
    for claim in account.claims:
        if claim.field == name and claim.stance != "denied":
            words = claim.evidence[0].exact
            match claim.value:
                case Actor(name=called) if name != "participant":
                    phrases.append(called)
                case Slogan(text=text):
                    phrases.append(text)
                case _:
                    phrases.append(words)
    return tuple(phrases)


def _counts(account: Account, name: str) -> Iterator[Bounds]:
    for claim in account.claims:
        if claim.field == name and claim.stance != "denied" and isinstance(claim.value, Casualties):
            yield Bounds(claim.value.low, claim.value.high)


def _codes(account: Account, field: Field) -> Iterator[str]:
    for claim in _asserted(account, field):
        if isinstance(claim.value, Code):
            yield claim.value.code


def _asserted(account: Account, field: Field) -> list[Claim]:
    return [claim for claim in account.about(field) if claim.stance != "denied"]


def _denied(reading: Reading) -> Iterator[str]:
    """Give the words of all that the report denies or says is not asked for, each once."""
    claims = [claim for account in reading.accounts for claim in account.claims]
    claims += [claim for campaign in reading.campaigns for claim in campaign.claims]
    phrases = [
        claim.value.text if isinstance(claim.value, Text) else claim.evidence[0].exact
        for claim in claims
        if claim.stance == "denied"
    ]
    phrases += [f.evidence[0].exact for f in reading.figures if f.status == "denied"]
    yield from dict.fromkeys(phrases)


def _said(quote: Quote) -> Said:
    speaker = quote.speaker
    return Said(quote.content.exact, (speaker.name or speaker.words.exact) if speaker else "")


def _stated(figure: Figure) -> Stated:
    words = figure.evidence[0].exact
    if figure.money is not None:
        money = figure.money
        same = None
        if money.equivalent_amount is not None:
            same = amount_in(money.equivalent_amount, money.equivalent_currency)
        return Stated(amount_in(money.amount, money.currency), same, words)
    if figure.quantity is None:
        return Stated("no number", None, words)
    counted = str(_bounds(figure.quantity))
    return Stated(f"{counted} percent" if figure.unit == "percent" else counted, None, words)


def _bounds(quantity: Quantity) -> Bounds:
    return Bounds(quantity.low or 0, quantity.high)
