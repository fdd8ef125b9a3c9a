"""Turns a report of our own and a coding by hand into a reading, to show and to test with."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cortege.nouns.account import Account, Campaign, Remainder, Resolved, Status
from cortege.nouns.article import Article, Evidence, canonical, digest
from cortege.nouns.claim import UNATTRIBUTED, Claim, Field, Holder
from cortege.nouns.reading import (
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
    DateValue,
    HolderKind,
    Money,
    Origin,
    Place,
    PlacePrecision,
    Quantity,
    Value,
)

BY_HAND = Origin("tests.by_hand", "1")
YES = Verdict("yes", 0.98, ("“march” in the title", "a crowd size with a place and a day"))


def day(year: int, month: int, number: int) -> DateValue:
    """Give one known day."""
    return DateValue.day(date(year, month, number))


def town(name: str, country: str, point: tuple[float, float], **known: Any) -> Place:
    """Give a town; ``known`` may add its region, a site, a precision, a radius."""
    precision: PlacePrecision = known.get("precision", "city")
    return Place(
        name=name,
        admin1=known.get("admin1"),
        country=country,
        lat=point[0],
        lon=point[1],
        precision=precision,
        radius_km=known.get("radius_km", 5.0),
        geonames_id=None,
        site=known.get("site"),
    )


@dataclass
class Draft:
    """A report and what has been coded of it so far."""

    title: str
    body: str
    published: DateValue
    outlet: str | None = None
    language: str = "en"
    byline: str | None = None
    accounts: list[Account] = field(default_factory=list)
    campaigns: list[Campaign] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    relay: list[Relay] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    verdict: Verdict = YES

    def __post_init__(self) -> None:
        text, title_end = canonical(self.title, self.body)
        self.article = Article(
            id=digest(text),
            text=text,
            title_end=title_end,
            language=self.language,
            outlet=self.outlet,
            byline=self.byline,
            published=self.published,
            published_origin="given",
            n_chars_read=len(text),
        )

    def at(self, pattern: str) -> Evidence:
        """Give the first words that match; the pattern's group 1, where it has one."""
        found = re.search(pattern, self.article.text)
        assert found, f"the report does not say {pattern!r}"
        return self.article.evidence(*found.span(found.re.groups and 1))

    def holder(self, kind: HolderKind, pattern: str = "", name: str | None = None) -> Holder:
        """Give a holder and the words that attribute."""
        return Holder(kind, name, self.at(pattern) if pattern else None)

    def claim(self, about: Field, value: Value, *patterns: str, **known: Any) -> Claim:
        """Give a claim that rests on the words that match; a size takes its words from them."""
        evidence = tuple(self.at(pattern) for pattern in patterns)
        return Claim(self.article, about, value, evidence, BY_HAND, **known)

    def size(
        self,
        bounds: tuple[int | None, int | None],
        qualifier: Any,
        pattern: str,
        **known: Any,
    ) -> Claim:
        """Give a claim about the crowd."""
        words = self.at(pattern).exact
        return self.claim("size", Quantity(*bounds, qualifier, words), pattern, **known)

    def account(self, trigger: str, claims: list[Claim], **known: Any) -> Account:
        """Add a protest; its resolved values are the first claim's of each field."""
        size: Claim | None = known.get("size")
        first = {claim.field: claim for claim in reversed(claims)}
        chosen = first if size is None else {**first, "size": size}
        account = Account(
            id=f"a{len(self.accounts) + 1}",
            focal=known.get("focal", True),
            status=_status(known),
            trigger=known.get("evidence") or self.at(trigger),
            claims=tuple(claims),
            resolved=Resolved(
                policy="attributed",
                date=_of(chosen.get("date"), DateValue),
                place=_of(chosen.get("place"), Place),
                forms=tuple(str(c.value.code) for c in claims if c.field == "form"),  # type: ignore[union-attr]
                size=_of(chosen.get("size"), Quantity),
                size_contested=known.get("contested", False),
                claims={name: (claim.id,) for name, claim in chosen.items()},
                rules={"size": "attributed before unattributed"},
            ),
            campaign=known.get("campaign"),
        )
        self.accounts.append(account)
        return account

    def person(self, name: str, *patterns: str, **known: Any) -> None:
        """Add a person; their name is the first of their words."""
        person = Person(
            name=name,
            role=known.get("role"),
            organisation=known.get("organisation"),
            present=known.get("present"),
            reason=known.get("reason"),
            side=known.get("side", "protest"),
            evidence=tuple(self.at(pattern) for pattern in (name, *patterns)),
        )
        self.people.append(person)

    def speaker(self, name: str, role: str, pattern: str) -> Speaker:
        """Give a speaker and the words that name them."""
        return Speaker(name, role, self.at(pattern))

    def quote(self, speaker: Speaker | None, pattern: str, cue: str = "", **known: Any) -> None:
        """Add a quote, direct unless told otherwise."""
        said_by = self.at(cue) if cue else None
        self.quotes.append(Quote(speaker, known.get("direct", True), said_by, self.at(pattern)))

    def figure(self, what: str, pattern: str, amount: int | Money | None, **known: Any) -> None:
        """Add a figure that is no crowd."""
        counted = amount if isinstance(amount, int) else None
        figure = Figure(
            id=f"f{len(self.figures) + 1}",
            what=what,
            quantity=None
            if counted is None
            else Quantity(counted, counted, "exact", f"{counted:,}"),
            unit=known.get("unit"),
            money=amount if isinstance(amount, Money) else None,
            factor=known.get("factor"),
            since=known.get("since"),
            part_of=known.get("part_of"),
            status=known.get("status", "done"),
            evidence=(self.at(pattern),),
            holder=known.get("holder", UNATTRIBUTED),
        )
        self.figures.append(figure)

    def campaign(self, name: str, stated: int, pattern: str, left: int, *claims: Claim) -> None:
        """Add a campaign that all accounts so far belong to."""
        campaign = Campaign(
            id="c1",
            name=name,
            places_stated=Quantity(stated, stated, "about", self.at(pattern).exact),
            places_stated_words=self.at(pattern),
            places_named=tuple(a.id for a in self.accounts if a.campaign == "c1"),
            places_unidentified=Remainder(left, left, tuple(claim.id for claim in claims)),
            claims=claims,
        )
        self.campaigns.append(campaign)

    def reading(self) -> Reading:
        """Give the reading."""
        return Reading(
            article=self.article,
            protest=self.verdict,
            accounts=tuple(self.accounts),
            campaigns=tuple(self.campaigns),
            people=tuple(self.people),
            quotes=tuple(self.quotes),
            figures=tuple(self.figures),
            relay=tuple(self.relay),
            faults=tuple(self.faults),
            run=Run("0.1.0", "builtin/plover 1", {"rules": "sha256:0"}, 0.03),
        )


def _status(known: dict[str, Any]) -> Status:
    status: Status = known.get("status", "held")
    return status


def _of(claim: Claim | None, kind: type[Any]) -> Any:
    assert claim is None or isinstance(claim.value, kind)
    return claim.value if claim else None
