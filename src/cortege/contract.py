"""Turns readings into the JSON that others program against, and back.

The shape is ``cortege.reading/1``; see ``docs/reference/reading.md``. Writing and reading are
inverse: ``reading_from(reading_to(r)) == r``. Reading builds every claim against the article's
text again, so a changed file cannot smuggle in words that the text does not hold.
"""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from cortege.nouns.account import Account, Campaign, Remainder, Resolved
from cortege.nouns.article import Article, Evidence
from cortege.nouns.claim import UNATTRIBUTED, Claim, Field, Holder
from cortege.nouns.reading import (
    SCHEMA,
    Fault,
    Figure,
    Person,
    Quote,
    Reading,
    Relay,
    Run,
    Speaker,
    Verdict,
)
from cortege.nouns.values import (
    Actor,
    Casualties,
    Code,
    DateValue,
    Issue,
    Money,
    Origin,
    Place,
    Quantity,
    Route,
    Slogan,
    Text,
    Value,
)

Json = dict[str, Any]


class ContractError(ValueError):
    """A JSON object is not a reading of a schema this version knows."""


# --------------------------------------------------------------------------- writing


def reading_to(reading: Reading) -> Json:
    """Give the JSON object of a reading."""
    return {
        "schema": SCHEMA,
        "article": _article_to(reading.article),
        "protest": {
            "answer": reading.protest.answer,
            "score": reading.protest.score,
            "reasons": list(reading.protest.reasons),
        },
        "relay": [{"words": evidence_to(r.words), "kind": r.kind} for r in reading.relay],
        "campaigns": [_campaign_to(c) for c in reading.campaigns],
        "accounts": [account_to(a) for a in reading.accounts],
        "people": [_person_to(p) for p in reading.people],
        "quotes": [_quote_to(q) for q in reading.quotes],
        "figures": [_figure_to(f) for f in reading.figures],
        "faults": [fault_to(f) for f in reading.faults],
        "run": {
            "cortege": reading.run.cortege,
            "codebook": reading.run.codebook,
            "models": dict(reading.run.models),
            "seconds": reading.run.seconds,
        },
    }


def fault_to(fault: Fault) -> Json:
    """Give the JSON object of a fault."""
    return {
        "code": fault.code,
        "where": fault.where,
        "message": fault.message,
        "hint": fault.hint,
    }


def evidence_to(evidence: Evidence) -> Json:
    """Give the JSON object of a stretch of text."""
    return {"start": evidence.start, "end": evidence.end, "exact": evidence.exact}


def claim_to(claim: Claim) -> Json:
    """Give the JSON object of a claim."""
    return {
        "id": claim.id,
        "field": claim.field,
        "value": value_to(claim.value),
        "holder": _holder_to(claim.holder),
        "relay": list(claim.relay),
        "stance": claim.stance,
        "scope": claim.scope,
        "evidence": [evidence_to(e) for e in claim.evidence],
        "origin": {"name": claim.origin.name, "version": claim.origin.version},
        "score": claim.score,
    }


def value_to(value: Value) -> Any:
    """Give the JSON of a claim's value: an object, or a bare code."""
    match value:
        case Code():
            return value.code
        case DateValue():
            return _date_to(value)
        case Place():
            return _place_to(value)
        case Quantity():
            return _quantity_to(value)
        case Route():
            return {"from": value.start, "to": value.end, "via": list(value.via)}
        case Actor():
            return {"name": value.name, "kind": value.kind}
        case Issue():
            return {"code": value.code, "label": value.label}
        case Slogan():
            return {"text": value.text, "carrier": value.carrier}
        case Casualties():
            return {"low": value.low, "high": value.high, "who": value.who}
        case Text():
            return {"text": value.text}


def account_to(account: Account) -> Json:
    """Give the JSON object of an account."""
    resolved = account.resolved
    size = None
    if resolved.size is not None:
        size = {
            **_quantity_to(resolved.size),
            "policy": resolved.policy,
            "contested": resolved.size_contested,
            "claims": list(resolved.claims.get("size", ())),
        }
    return {
        "id": account.id,
        "campaign": account.campaign,
        "focal": account.focal,
        "status": account.status,
        "trigger": evidence_to(account.trigger),
        "claims": [claim_to(c) for c in account.claims],
        "resolved": {
            "policy": resolved.policy,
            "date": _date_to(resolved.date) if resolved.date else None,
            "place": _place_to(resolved.place) if resolved.place else None,
            "forms": list(resolved.forms),
            "size": size,
            "claims": {name: list(ids) for name, ids in resolved.claims.items()},
            "rules": dict(resolved.rules),
        },
    }


def _article_to(article: Article) -> Json:
    return {
        "id": article.id,
        "source_id": article.source_id,
        "title": article.title or None,
        "text": article.text,
        "language": article.language,
        "outlet": article.outlet,
        "byline": article.byline,
        "url": article.url,
        "published": {**_date_to(article.published), "origin": article.published_origin},
        "n_chars": article.n_chars,
        "n_chars_read": article.n_chars_read,
    }


def _date_to(value: DateValue) -> Json:
    return {
        "first": value.first.isoformat() if value.first else None,
        "last": value.last.isoformat() if value.last else None,
        "precision": value.precision,
    }


def _place_to(place: Place) -> Json:
    return {
        "name": place.name,
        "admin1": place.admin1,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
        "radius_km": place.radius_km,
        "geonames_id": place.geonames_id,
        "site": place.site,
    }


def _quantity_to(quantity: Quantity) -> Json:
    return {
        "low": quantity.low,
        "high": quantity.high,
        "qualifier": quantity.qualifier,
        "words": quantity.words,
    }


def _holder_to(holder: Holder) -> Json:
    words = evidence_to(holder.words) if holder.words else None
    return {"kind": holder.kind, "name": holder.name, "words": words}


def _campaign_to(campaign: Campaign) -> Json:
    left = campaign.places_unidentified
    return {
        "id": campaign.id,
        "name": campaign.name,
        "places_stated": (_quantity_to(campaign.places_stated) if campaign.places_stated else None),
        "places_stated_words": (
            evidence_to(campaign.places_stated_words) if campaign.places_stated_words else None
        ),
        "places_named": list(campaign.places_named),
        "places_unidentified": (
            {"low": left.low, "high": left.high, "derived_from": list(left.derived_from)}
            if left
            else None
        ),
        "claims": [claim_to(c) for c in campaign.claims],
    }


def _person_to(person: Person) -> Json:
    return {
        "name": person.name,
        "role": person.role,
        "organisation": person.organisation,
        "present": person.present,
        "reason": person.reason,
        "side": person.side,
        "evidence": [evidence_to(e) for e in person.evidence],
    }


def _quote_to(quote: Quote) -> Json:
    speaker = quote.speaker
    return {
        "speaker": (
            {"name": speaker.name, "role": speaker.role, "words": evidence_to(speaker.words)}
            if speaker
            else None
        ),
        "direct": quote.direct,
        "cue": evidence_to(quote.cue) if quote.cue else None,
        "content": evidence_to(quote.content),
    }


def _figure_to(figure: Figure) -> Json:
    return {
        "id": figure.id,
        "quantity": _quantity_to(figure.quantity) if figure.quantity else None,
        "what": figure.what,
        "unit": figure.unit,
        "money": _money_to(figure.money) if figure.money else None,
        "factor": figure.factor,
        "since": figure.since,
        "part_of": figure.part_of,
        "status": figure.status,
        "holder": _holder_to(figure.holder),
        "evidence": [evidence_to(e) for e in figure.evidence],
    }


def _money_to(money: Money) -> Json:
    rate = money.implied_rate
    stated = money.equivalent_amount is not None or money.equivalent_currency is not None
    return {
        "amount": money.amount,
        "currency": money.currency,
        "equivalent": (
            {
                "amount": money.equivalent_amount,
                "currency": money.equivalent_currency,
                "implied_rate": round(rate, 6) if rate is not None else None,
            }
            if stated
            else None
        ),
    }


# --------------------------------------------------------------------------- reading


def reading_from(found: Json) -> Reading:
    """Build the reading that a JSON object describes.

    Raises:
        ContractError: the object has another schema, or lacks something the schema requires.
        EvidenceError: words are claimed to stand where the article's text has others.
    """
    if found.get("schema") != SCHEMA:
        raise ContractError(f"expected schema {SCHEMA}, found {found.get('schema')!r}")
    try:
        return _reading_from(found)
    except (KeyError, TypeError) as lack:
        raise ContractError(f"not a {SCHEMA} object: {lack!r}") from lack


def _reading_from(found: Json) -> Reading:
    article = _article_from(found["article"])
    protest, run = found["protest"], found["run"]
    return Reading(
        article=article,
        protest=Verdict(protest["answer"], protest["score"], tuple(protest["reasons"])),
        accounts=tuple(_account_from(a, article) for a in found["accounts"]),
        campaigns=tuple(_campaign_from(c, article) for c in found["campaigns"]),
        people=tuple(_person_from(p) for p in found["people"]),
        quotes=tuple(_quote_from(q) for q in found["quotes"]),
        figures=tuple(_figure_from(f) for f in found["figures"]),
        relay=tuple(Relay(_evidence_from(r["words"]), r["kind"]) for r in found["relay"]),
        faults=tuple(Fault(**f) for f in found["faults"]),
        run=Run(run["cortege"], run["codebook"], dict(run["models"]), run["seconds"]),
    )


def _article_from(found: Json) -> Article:
    published = found["published"]
    return Article(
        id=found["id"],
        text=found["text"],
        title_end=len(found["title"] or ""),
        source_id=found["source_id"],
        language=found["language"],
        outlet=found["outlet"],
        byline=found["byline"],
        url=found["url"],
        published=_date_from(published),
        published_origin=published["origin"],
        n_chars_read=found["n_chars_read"],
    )


def _evidence_from(found: Json) -> Evidence:
    return Evidence(found["start"], found["end"], found["exact"])


def _optional_evidence(found: Json | None) -> Evidence | None:
    return _evidence_from(found) if found else None


def _holder_from(found: Json) -> Holder:
    holder = Holder(found["kind"], found["name"], _optional_evidence(found["words"]))
    return UNATTRIBUTED if holder == UNATTRIBUTED else holder


def _claim_from(found: Json, article: Article) -> Claim:
    return Claim(
        article=article,
        field=found["field"],
        value=_value_from(found["field"], found["value"]),
        evidence=tuple(_evidence_from(e) for e in found["evidence"]),
        origin=Origin(found["origin"]["name"], found["origin"]["version"]),
        holder=_holder_from(found["holder"]),
        stance=found["stance"],
        scope=found["scope"],
        relay=tuple(found["relay"]),
        score=found["score"],
    )


def _value_from(field: Field, found: Any) -> Value:
    match field:
        case "date":
            return _date_from(found)
        case "place":
            return Place(**found)
        case "route":
            return Route(found["from"], found["to"], tuple(found["via"]))
        case "form" | "police_response":
            return Code(found)
        case "size":
            return _quantity_from(found)
        case "organiser" | "participant" | "target":
            return Actor(found["name"], found["kind"])
        case "issue":
            return Issue(found["code"], found["label"])
        case "slogan":
            return Slogan(found["text"], found["carrier"])
        case "arrests" | "injuries" | "deaths":
            return Casualties(found["low"], found["high"], found["who"])
        case "demand" | "damage":
            return Text(found["text"])


def _date_from(found: Json) -> DateValue:
    first, last = found["first"], found["last"]
    return DateValue(
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
        found["precision"],
    )


def _quantity_from(found: Json) -> Quantity:
    return Quantity(found["low"], found["high"], found["qualifier"], found["words"])


def _optional_quantity(found: Json | None) -> Quantity | None:
    return _quantity_from(found) if found else None


def _account_from(found: Json, article: Article) -> Account:
    chosen = found["resolved"]
    size = chosen["size"]
    return Account(
        id=found["id"],
        focal=found["focal"],
        status=found["status"],
        trigger=_evidence_from(found["trigger"]),
        claims=tuple(_claim_from(c, article) for c in found["claims"]),
        resolved=Resolved(
            policy=chosen["policy"],
            date=_date_from(chosen["date"]) if chosen["date"] else None,
            place=Place(**chosen["place"]) if chosen["place"] else None,
            forms=tuple(chosen["forms"]),
            size=_optional_quantity(size),
            size_contested=bool(size and size["contested"]),
            claims={name: tuple(ids) for name, ids in chosen["claims"].items()},
            rules=cast("dict[Field, str]", dict(chosen["rules"])),
        ),
        campaign=found["campaign"],
    )


def _campaign_from(found: Json, article: Article) -> Campaign:
    left = found["places_unidentified"]
    return Campaign(
        id=found["id"],
        name=found["name"],
        places_stated=_optional_quantity(found["places_stated"]),
        places_stated_words=_optional_evidence(found["places_stated_words"]),
        places_named=tuple(found["places_named"]),
        places_unidentified=(
            Remainder(left["low"], left["high"], tuple(left["derived_from"])) if left else None
        ),
        claims=tuple(_claim_from(c, article) for c in found["claims"]),
    )


def _person_from(found: Json) -> Person:
    evidence = tuple(_evidence_from(e) for e in found["evidence"])
    return Person(**{**found, "evidence": evidence})


def _quote_from(found: Json) -> Quote:
    speaker = found["speaker"]
    return Quote(
        speaker=(
            Speaker(speaker["name"], speaker["role"], _evidence_from(speaker["words"]))
            if speaker
            else None
        ),
        direct=found["direct"],
        cue=_optional_evidence(found["cue"]),
        content=_evidence_from(found["content"]),
    )


def _figure_from(found: Json) -> Figure:
    return Figure(
        id=found["id"],
        what=found["what"],
        quantity=_optional_quantity(found["quantity"]),
        unit=found["unit"],
        money=_money_from(found["money"]) if found["money"] else None,
        factor=found["factor"],
        since=found["since"],
        part_of=found["part_of"],
        status=found["status"],
        evidence=tuple(_evidence_from(e) for e in found["evidence"]),
        holder=_holder_from(found["holder"]),
    )


def _money_from(found: Json) -> Money:
    other = found["equivalent"]
    return Money(
        found["amount"],
        found["currency"],
        other["amount"] if other else None,
        other["currency"] if other else None,
    )
