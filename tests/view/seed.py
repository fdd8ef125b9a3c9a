"""The reading of the report the project was born from, where that report is at hand.

The report itself is not ours to keep, so only its facts are here; its words are found by their
shape in the text that stands beside the checkout.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.view.drafts import Draft, day, town

from cortege.nouns.claim import Claim
from cortege.nouns.reading import Reading, Relay
from cortege.nouns.values import Actor, Code, Money, Route, Slogan, Text

_ROOT = Path(__file__).resolve().parents[2]
PLACES = tuple(base / "shared" / "seed" / "report.txt" for base in (_ROOT, _ROOT.parent))


def report() -> str | None:
    """Give the report's text, if it is at hand."""
    found = next((path for path in PLACES if path.is_file()), None)
    return found.read_text(encoding="utf-8") if found else None


def paris(text: str) -> Reading:
    """Code the report: a march with three counts, four towns, people, quotes, figures."""
    title, _, body = text.partition("\n")
    draft = Draft(title, body.strip(), day(2026, 2, 1), "Caliber.Az", byline="Jeyhun Aghazada")
    draft.relay.append(Relay(draft.at(r"via \w+ media"), "unnamed"))
    _march(draft)
    for name, point in (
        ("Marseille", (43.296, 5.37)),
        ("Nice", (43.7, 7.266)),
        ("Lille", (50.63, 3.06)),
        ("Bordeaux", (44.84, -0.58)),
    ):
        where = draft.claim("place", town(name, "FR", point), name)
        when = draft.claim("date", day(2026, 1, 31), r"January \d+")
        draft.account(r"coordinated \w+", [when, where], campaign="c1")
    name = "nationwide protest for support of the police"
    draft.campaign(name, 20, r"about 20[\w ]+cities", 16)
    _people(draft)
    _figures(draft)
    return draft.reading()


def _march(draft: Draft) -> None:
    organisers = draft.holder("organisers", r"According to \w+ \w+")
    benoit = draft.holder("participant", r"Benoit said", "Cyril Benoit")
    between = r"between 15.*?demonstrators"
    counted = draft.size((15000, 20000), "between", between, holder=organisers, relay=(0,))
    route = Route("Place de la Bastille", "Place de la Nation")
    claims = [
        draft.claim("form", Code("march"), r"Paris (march)", r"procession"),
        draft.claim("date", day(2026, 1, 31), r"January \d+"),
        draft.claim("place", town("Paris", "FR", (48.857, 2.352)), r"gathered in (Paris)"),
        draft.claim("route", route, r"from Place.*?Nation"),
        draft.size((2000, 9999), "vague", r"Thousands"),
        draft.size((20000, 99999), "vague", r"tens of thousands of people"),
        counted,
        draft.claim(
            "organiser", Actor("Alliance Police Nationale", "union"), r"Alliance \w+ \w+ union"
        ),
        draft.claim("participant", Actor("activists", "other"), r"activists concerned.*?officers"),
        _demand(draft, r"stronger backing[\w ]+"),
        _demand(draft, r"improved working conditions"),
        _demand(draft, r"increased resources"),
        _demand(draft, r"staff and basic resources", holder=benoit),
        _demand(draft, r"pay rises", holder=benoit, stance="denied"),
        draft.claim(
            "slogan",
            Slogan(draft.at(r"Citizens .*?impunity").exact, "banner"),
            r"Citizens .*?impunity",
        ),
    ]
    draft.account(r"nationwide protest", claims, size=counted, contested=True, campaign="c1")


def _demand(draft: Draft, pattern: str, **known: Any) -> Claim:
    return draft.claim("demand", Text(draft.at(pattern).exact), pattern, **known)


def _people(draft: Draft) -> None:
    benoit, cardier, nunez = "Cyril Benoit", "Alice Cardier", "Laurent Nunez"
    minister = "French Interior Minister"
    secretary = {"role": "zonal secretary", "organisation": "SNIPAT union"}
    draft.person(benoit, present=True, **secretary)
    reason = draft.at(r"to express[\w ]+").exact
    director = {"role": "director", "organisation": "Nemesis collective"}
    draft.person(cardier, present=True, reason=reason, **director)
    reason = draft.at(r"citing[\w ]+").exact
    draft.person(nunez, role=minister, present=False, reason=reason, side="government")
    speaker = draft.speaker(benoit, "zonal secretary", r"Benoit said")
    draft.quote(speaker, r"We are not here[^”]*", cue=r"Benoit (said)")
    draft.quote(draft.speaker(nunez, minister, r"he stated"), r"Even though[^”]*", cue=r"stated")
    draft.quote(speaker, r"staffing shortages affect[\w ]+", cue=r"highlighting", direct=False)


def _figures(draft: Draft) -> None:
    nunez = draft.holder("authorities", r"Nunez emphasised", "Laurent Nunez")
    later = draft.holder("authorities", r"He also announced", "Laurent Nunez")
    unions = draft.holder("organisers", r"police unions insist")
    money = Money(1e8, "EUR", 1.19e8, "USD")
    investment = "investment in police infrastructure"
    draft.figure("security jobs", r"12,500 [\w ]+2017", 12500, since="2017", holder=nunez)
    draft.figure(investment, r"doubled[\w ]+", None, factor=2.0, holder=nunez)
    draft.figure("new vehicles", r"19,000[\w ]+", 19000, holder=nunez)
    draft.figure("national police budget", r"€100.*?\)", money, holder=nunez)
    planned = {"status": "planned", "holder": later}
    draft.figure("new police positions", r"1,000[\w ]+", 1000, **planned)
    draft.figure("in the judicial branch", r"700[\w ]+", 700, part_of="f5", **planned)
    shortages = r"staffing shortages and[\w ]+"
    draft.figure("staffing shortages", shortages, None, status="ongoing", holder=unions)
