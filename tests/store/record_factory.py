"""Turns a report of our own invention into a reading, as the reader would make it.

Everything is built by hand against the text, so the record can be tested without the reader.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from cortege.nouns.account import Account, Campaign, Remainder, Resolved
from cortege.nouns.article import Article, Evidence, canonical, digest
from cortege.nouns.claim import UNATTRIBUTED, Claim, Holder
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
    Actor,
    Casualties,
    Code,
    DateValue,
    Money,
    Origin,
    Place,
    Quantity,
    Text,
)

if TYPE_CHECKING:
    from cortege.nouns.claim import Field, Scope, Stance
    from cortege.nouns.values import Value

TITLE = "Ferry crews fill the quays of Brest"
BODY = """The harbour bell rang at noon on Saturday, and Brest's ferry crews were already walking.
Several hundred people crossed the Recouvrance bridge behind a brass band, according to police.
The crews' union Marée Haute counted 2,400 marchers. “We ask for winter timetables, not for higher \
wages,” said Nolwenn Le Goff, who speaks for the union.

Crews also gathered in Saint-Malo and in two other ports, the union said. Three people were \
arrested in Brest after a flare was thrown, the prefecture told the Breton Wire.
The company has set aside €4 million for new boats. 🚢 Last year's march drew “fifty souls”."""


def words(article: Article, exact: str) -> Evidence:
    """Give the first place at which the words stand."""
    start = article.text.index(exact)
    return article.evidence(start, start + len(exact))


def invented(
    *,
    title: str = TITLE,
    body: str = BODY,
    version: str = "0.1.0",
    published: date | None = date(2026, 3, 8),
    outlet: str | None = "The Quay Letter",
    seconds: float = 0.02,
) -> Reading:
    """Give the reading of the invented report, or of a variation of it."""
    text, title_end = canonical(title, body)
    article = Article(
        id=digest(text),
        text=text,
        title_end=title_end,
        language="en",
        outlet=outlet,
        published=DateValue.day(published) if published else DateValue(None, None, "unknown"),
        published_origin="given" if published else "unknown",
        n_chars_read=len(text),
    )
    accounts = (_brest(article), _saint_malo(article))
    return Reading(
        article=article,
        protest=Verdict("yes", 0.97, ("a march is reported",)),
        accounts=accounts,
        campaigns=(_campaign(article),),
        people=_people(article),
        quotes=_quotes(article),
        figures=_figures(article),
        relay=(Relay(words(article, "the Breton Wire"), "agency"),),
        faults=(),
        run=Run(version, "cortege-1", {}, seconds),
    )


def numbered(number: int) -> Reading:
    """Give one of many readings that differ only in their title."""
    return invented(title=f"{TITLE}, edition {number}")


def with_fault(reading: Reading) -> Reading:
    """Give the reading with one fault set beside it."""
    trouble = Fault("DATE-UNSTATED", "report.txt", "no date of publication", "give --published")
    return replace(reading, faults=(trouble,))


def _claim(
    article: Article,
    field: Field,
    value: Value,
    exact: str,
    holder: Holder = UNATTRIBUTED,
    *,
    stance: Stance = "asserted",
    scope: Scope = "event",
) -> Claim:
    evidence = (words(article, exact),)
    origin = Origin(f"rules.{field}", "1")
    return Claim(article, field, value, evidence, origin, holder, stance, scope, (), 0.9)


def _union(article: Article) -> Holder:
    return Holder("organisers", "Marée Haute", words(article, "The crews' union Marée Haute"))


def _brest(article: Article) -> Account:
    police = Holder("police", None, words(article, "according to police"))
    speaker = Holder("organisers", "Nolwenn Le Goff", words(article, "said Nolwenn Le Goff"))
    prefecture = Holder("authorities", None, words(article, "the prefecture told"))
    day = DateValue.day(date(2026, 3, 7))
    brest = Place("Brest", "Bretagne", "FR", 48.39, -4.486, "city", 8.0, 3030300, None)
    counted = Quantity(2400, 2400, "exact", "2,400 marchers")
    vague = Quantity(200, 999, "vague", "Several hundred people")
    claims = (
        _claim(article, "date", day, "Saturday"),
        _claim(article, "place", brest, "Brest"),
        _claim(article, "form", Code("march"), "walking"),
        _claim(article, "size", vague, "Several hundred people", police),
        _claim(article, "size", counted, "2,400 marchers", _union(article)),
        _claim(article, "organiser", Actor("Marée Haute", "union"), "Marée Haute"),
        _claim(article, "demand", Text("winter timetables"), "winter timetables", speaker),
        _claim(article, "demand", Text("higher wages"), "higher wages", speaker, stance="denied"),
        _claim(article, "police_response", Code("arrests"), "arrested", prefecture),
        _claim(
            article,
            "arrests",
            Casualties(3, 3, "protesters"),
            "Three people",
            prefecture,
            scope="part",
        ),
    )
    return Account(
        id="a1",
        focal=True,
        status="held",
        trigger=words(article, "walking"),
        claims=claims,
        resolved=Resolved(
            policy="prefer-counts",
            date=day,
            place=brest,
            forms=("march",),
            size=counted,
            size_contested=True,
            claims={
                "date": (claims[0].id,),
                "place": (claims[1].id,),
                "form": (claims[2].id,),
                "size": (claims[4].id,),
            },
            rules={"date": "weekday before publication", "size": "a count before vague words"},
        ),
        campaign="c1",
    )


def _saint_malo(article: Article) -> Account:
    saint_malo = Place("Saint-Malo", "Bretagne", "FR", 48.65, -2.0, "city", 5.0, None, None)
    claims = (
        _claim(article, "place", saint_malo, "Saint-Malo", _union(article)),
        _claim(article, "form", Code("rally"), "gathered", _union(article)),
    )
    return Account(
        id="a2",
        focal=False,
        status="held",
        trigger=words(article, "gathered"),
        claims=claims,
        resolved=Resolved(
            policy="prefer-counts",
            date=None,
            place=saint_malo,
            forms=("rally",),
            size=None,
            size_contested=False,
            claims={"place": (claims[0].id,), "form": (claims[1].id,)},
            rules={},
        ),
        campaign="c1",
    )


def _campaign(article: Article) -> Campaign:
    organiser = _claim(article, "organiser", Actor("Marée Haute", "union"), "the union said")
    return Campaign(
        id="c1",
        name="ferry crews' day",
        places_stated=Quantity(2, 2, "exact", "two other ports"),
        places_stated_words=words(article, "two other ports"),
        places_named=("a1", "a2"),
        places_unidentified=Remainder(2, 2, (organiser.id,)),
        claims=(organiser,),
    )


def _people(article: Article) -> tuple[Person, ...]:
    name = "Nolwenn Le Goff"
    evidence = (words(article, name), words(article, "who speaks for the union"))
    return (Person(name, "speaker", "Marée Haute", None, None, "protest", evidence),)


def _quotes(article: Article) -> tuple[Quote, ...]:
    said = words(article, "We ask for winter timetables, not for higher wages,")
    speaker = Speaker("Nolwenn Le Goff", None, words(article, "Nolwenn Le Goff"))
    return (Quote(speaker, direct=True, cue=words(article, "said"), content=said),)


def _figures(article: Article) -> tuple[Figure, ...]:
    return (
        Figure(
            id="f1",
            what="new boats",
            quantity=None,
            unit=None,
            money=Money(4_000_000, "EUR", 4_600_000, "USD"),
            factor=None,
            since=None,
            part_of=None,
            status="planned",
            evidence=(words(article, "€4 million"),),
            holder=Holder("other", "the company"),
        ),
    )
