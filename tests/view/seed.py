"""Turns the facts of the report the project was born from into a reading to show.

The report is not ours to keep and neither are its words: both are taken from beside the checkout
when the tests run (``tests/seed/beside.py``).
"""

from __future__ import annotations

import re
from typing import Any

from tests.seed.beside import facts, report, rows
from tests.view.drafts import Draft, day, town

from cortege.nouns.claim import Claim, Holder
from cortege.nouns.reading import Reading, Relay
from cortege.nouns.values import Actor, Code, Money, Route, Slogan, Text

__all__ = ["paris", "report", "unasked"]

# Where the towns lie is no fact of the report.
_POINTS = ((43.296, 5.37), (43.7, 7.266), (50.63, 3.06), (44.84, -0.58))


def paris(text: str) -> Reading:
    """Code the report by its facts: a march with three counts, four towns, people, figures."""
    told, called = facts()["report"], facts()["campaign"]
    title, _, body = text.partition("\n")
    draft = Draft(title, body.strip(), day(2026, 2, 1), told["outlet"], byline=told["byline"])
    draft.relay.append(Relay(_at(draft, facts()["relay"]), "unnamed"))
    _march(draft)
    for name, point in zip(called["places_named"], _POINTS, strict=True):
        where = draft.claim("place", town(name, "FR", point), name)
        draft.account(name, [_day(draft), where], campaign="c1")
    left = called["places_unidentified"]["derived"]
    draft.campaign(called["name"], 20, _pattern(called["places_stated"]), left)
    _people(draft)
    _figures(draft)
    return draft.reading()


def unasked() -> str:
    """Give the words of what the report says is not asked for."""
    words: str = next(row["words"] for row in rows("paris", "demands") if row["stance"] == "denied")
    return words


def _march(draft: Draft) -> None:
    told = facts()["paris"]
    sizes = [_size(draft, row) for row in told["sizes"]]
    route, slogan = told["route"], told["slogan"]
    first, *others = told["form"]["words"]
    organiser = facts()["campaign"]["organiser"]
    claims = [
        draft.claim("form", Code(told["form"]["value"]), first, *others),
        _day(draft),
        draft.claim(
            "place", town(told["place"]["city"], "FR", (48.857, 2.352)), told["place"]["city"]
        ),
        draft.claim("route", Route(route["from"], route["to"]), f"{route['from']}.*?{route['to']}"),
        *sizes,
        draft.claim("organiser", Actor(organiser["name"], "union"), _pattern(organiser)),
        *(
            draft.claim("participant", Actor(row["words"], "other"), _pattern(row))
            for row in told["participants"]
        ),
        *(_demand(draft, row) for row in told["demands"]),
        draft.claim("slogan", Slogan(slogan["words"], slogan["carrier"]), _pattern(slogan)),
    ]
    draft.account(first, claims, size=sizes[-1], contested=True, campaign="c1")


def _day(draft: Draft) -> Claim:
    return draft.claim("date", day(2026, 1, 31), _pattern(facts()["campaign"]["date"]))


def _size(draft: Draft, row: dict[str, Any]) -> Claim:
    known: dict[str, Any] = {}
    if "holder_words" in row:
        words = re.escape(row["holder_words"])
        known = {"holder": draft.holder(row["holder"], words), "relay": (0,)}
    qualifier = "between" if known else "vague"
    return draft.size((row["low"], row["high"]), qualifier, _pattern(row), **known)


def _demand(draft: Draft, row: dict[str, Any]) -> Claim:
    known: dict[str, Any] = {"stance": row["stance"]}
    if "holder" in row:
        known["holder"] = Holder("participant", row["holder"], _at(draft, {"words": row["holder"]}))
    return draft.claim("demand", Text(row["words"]), _pattern(row), **known)


def _people(draft: Draft) -> None:
    roles = {}
    for row in rows("people"):
        known = {
            key: row[key]
            for key in ("role", "organisation", "present", "reason", "side")
            if key in row
        }
        draft.person(row["name"], **known)
        roles[row["name"]] = row["role"]
    for row in rows("quotes"):
        speaker = draft.speaker(row["speaker"], roles[row["speaker"]], row["speaker"])
        draft.quote(speaker, _pattern(row), direct=row["direct"])


def _figures(draft: Draft) -> None:
    for row in rows("figures"):
        amount: int | Money | None = row.get("quantity")
        if "amount" in row:
            same = row["equivalent"]
            amount = Money(row["amount"], row["currency"], same["amount"], same["currency"])
        known = {key: row[key] for key in ("part_of", "status", "factor") if key in row}
        known["since"] = str(row["since"]) if "since" in row else None
        kind = "authorities" if "status" in row else "organisers"
        known["holder"] = draft.holder(kind, name=row["holder"])
        draft.figure(row.get("what", row["words"]), _pattern(row), amount, **known)


def _pattern(row: dict[str, Any]) -> str:
    return re.escape(row["words"])


def _at(draft: Draft, row: dict[str, Any]) -> Any:
    return draft.at(_pattern(row))
