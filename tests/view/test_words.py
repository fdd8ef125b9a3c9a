"""Values are put in plain words, the same for every view."""

from __future__ import annotations

from datetime import date as Day  # noqa: N812 - beside the word "date"

import pytest

from cortege.nouns.article import Article
from cortege.nouns.claim import Claim, Field, Holder, Scope, Stance
from cortege.nouns.reading import Figure, Person
from cortege.nouns.values import (
    UNKNOWN_DATE,
    Actor,
    Casualties,
    Code,
    DateValue,
    HolderKind,
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
from cortege.view import asides, words

JANUARY = (Day(2026, 1, 1), Day(2026, 1, 31))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Quantity(15000, 20000, "between", "between 15,000 and 20,000"), "15,000 to 20,000"),
        (Quantity(2000, 9999, "vague", "thousands"), "2,000–9,999 (thousands)"),
        (Quantity(2000, 9999, "vague", "  "), "2,000–9,999"),
        (Quantity(500, 500, "exact", "500"), "500"),
        (Quantity(500, 500, "about", "some 500"), "about 500"),
        (Quantity(450, 500, "about", "nearly 500"), "about 450 to 500 (nearly 500)"),
        (Quantity(5000, None, "at_least", "more than 5,000"), "at least 5,000"),
        (Quantity(1000000, None, "vague", "a million"), "at least 1,000,000 (a million)"),
        (Quantity(None, 300, "at_most", "up to 300"), "at most 300"),
        (Quantity(0, 300, "at_most", "up to 300"), "at most 300"),
        (Quantity(0, 0, "exact", "nobody"), "0"),
        (Quantity(1.5, 1.5, "exact", "1.5"), "1.5"),
    ],
)
def test_quantity_says_its_bounds(value: Quantity, said: str) -> None:
    """Numbers are grouped, a range stays a range, and vague words stay beside their bounds."""
    assert words.value(value) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (DateValue.day(Day(2026, 1, 31)), "31 January 2026"),
        (DateValue(*JANUARY, "month"), "January 2026 (month)"),
        (DateValue(Day(2026, 1, 5), Day(2026, 1, 9), "month"), "5 to 9 January 2026 (month)"),
        (DateValue(Day(2026, 3, 2), Day(2026, 3, 8), "week"), "2 to 8 March 2026 (week)"),
        (DateValue(Day(2026, 2, 28), Day(2026, 3, 2), "range"), "28 February to 2 March 2026"),
        (
            DateValue(Day(2025, 12, 30), Day(2026, 1, 2), "range"),
            "30 December 2025 to 2 January 2026",
        ),
        (DateValue(Day(2024, 1, 1), Day(2024, 12, 31), "year"), "2024 (year)"),
        (
            DateValue(Day(2024, 7, 1), Day(2025, 6, 30), "year"),
            "1 July 2024 to 30 June 2025 (year)",
        ),
        (UNKNOWN_DATE, "not stated"),
    ],
)
def test_date_says_how_precisely_it_is_known(value: DateValue, said: str) -> None:
    """A day is a day; anything wider names its precision; the unknown is not stated."""
    assert words.value(value) == said


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Place("Paris", None, "FR", 48.9, 2.4, "city", 5, None, None), "Paris, France"),
        (Place("Lyon", "84", "FR", None, None, "city", None, None, None), "Lyon, France"),
        (
            Place("Leeds", "England", "GB", None, None, "site", None, None, "City Square"),
            "City Square, Leeds, England, United Kingdom",
        ),
        (
            Place("Brittany", "Brittany", "FR", None, None, "region", None, None, None),
            "Brittany, France (region)",
        ),
        (Place("France", None, "FR", None, None, "country", None, None, None), "France"),
        (Place("Atlantis", None, None, None, None, "city", None, None, None), "Atlantis"),
        (Place("Somewhere", None, "QQ", None, None, "city", None, None, None), "Somewhere, QQ"),
    ],
)
def test_place_is_no_more_precise_than_it_is_known(place: Place, said: str) -> None:
    """A place is named from the square to the country; a region says that it is one."""
    assert words.value(place) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Route("the port", "the town hall"), "from the port to the town hall"),
        (Route(None, "the station", ("High Street", "Market")), "to the station via High Street, Market"),
        (Route(None, None), "not stated"),
        (Code("sit_in"), "sit-in"),
        (Code("water_cannon"), "water cannon"),
        (Actor("Dockers United", "union"), "Dockers United (union)"),
        (Actor("Dockers' Union", "union"), "Dockers' Union"),
        (Actor("Homes Now", "ngo"), "Homes Now (NGO)"),
        (Actor("neighbours", "other"), "neighbours"),
        (Issue("x1", "water and land"), "water and land"),
        (Issue("x1", ""), "x1"),
        (Slogan("No more", "banner"), "“No more” (on a banner)"),
        (Slogan("No more", "unknown"), "“No more”"),
        (Text("a rest day"), "a rest day"),
        (Casualties(0, 0, "unspecified"), "none"),
        (Casualties(0, 0, "police"), "no police officers"),
        (Casualties(1, 1, "unspecified"), "1 person"),
        (Casualties(1, 1, "police"), "1 police officer"),
        (Casualties(3, 5, "protesters"), "3 to 5 protesters"),
        (Casualties(30, None, "bystanders"), "at least 30 bystanders"),
    ],
)  # fmt: skip
def test_value_is_put_in_plain_words(value: Value, said: str) -> None:
    """No code, underscore or field name of ours reaches the reader."""
    assert words.value(value) == said


def test_what_is_absent_is_not_stated() -> None:
    """Nothing known is said as such, never as nothing, zero or None."""
    assert {words.date(None), words.quantity(None), words.place(None)} == {"not stated"}


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        ("organisers", None, "held by organisers"),
        ("participant", "Ana Ruiz", "held by Ana Ruiz (participant)"),
        ("police", "Lyon police", "held by Lyon police"),
        ("other", "Ana Ruiz", "held by Ana Ruiz"),
        ("other", None, "held by somebody else"),
        ("unattributed", None, "not attributed"),
    ],
)
def test_holder_is_named_once(kind: HolderKind, name: str | None, said: str) -> None:
    """A holder is named with its kind, unless the name says it already."""
    assert words.held_by(Holder(kind, name)) == said


@pytest.mark.parametrize(
    ("field", "stance", "scope", "score", "notes"),
    [
        ("demand", "asserted", "event", 1.0, ()),
        ("demand", "denied", "event", 1.0, ("not asked for",)),
        ("size", "denied", "event", 1.0, ("denied",)),
        ("size", "hedged", "part", 1.0, ("hedged", "part of the crowd only")),
        ("size", "planned", "wider", 0.3, ("planned", "wider than this protest", "low score 0.30")),
        ("size", "asserted", "cumulative", 0.5, ("over several days",)),
    ],
)
def test_notes_say_what_is_not_plain(
    field: Field, stance: Stance, scope: Scope, score: float, notes: tuple[str, ...]
) -> None:
    """Whatever keeps a claim from being a plain statement of this protest is noted."""
    article = Article("sha256:0", "They want bread.")
    claim = Claim(
        article,
        field,
        Text("bread"),
        (article.evidence(10, 15),),
        Origin("tests", "1"),
        stance=stance,
        scope=scope,
        score=score,
    )
    assert words.notes(claim) == notes


@pytest.mark.parametrize(
    ("money", "said"),
    [
        (
            Money(1e8, "EUR", 1.19e8, "USD"),
            "EUR 100,000,000 (USD 119,000,000 as the report converts it, at 1.19)",
        ),
        (Money(40.5, "GBP"), "GBP 40.5"),
        (Money(300, None), "currency not stated, 300"),
        (Money(0, "EUR", 0, "USD"), "EUR 0 (USD 0 as the report converts it)"),
    ],
)
def test_money_keeps_the_conversion_of_the_report(money: Money, said: str) -> None:
    """An equivalent is the report's own and is said to be."""
    assert asides.money(money) == said


@pytest.mark.parametrize(
    ("known", "said", "notes"),
    [
        ({"quantity": Quantity(31, 31, "exact", "31"), "unit": "percent"}, "31%", ()),
        ({"quantity": Quantity(3, 3, "exact", "3"), "unit": "km"}, "3 km", ()),
        ({"factor": 2.0, "since": "2017"}, "× 2 since 2017", ()),
        ({"money": Money(5, "EUR"), "status": "planned"}, "EUR 5", ("planned",)),
        ({"status": "ongoing"}, "amount not stated", ("under way",)),
        ({"status": "denied"}, "amount not stated", ("denied",)),
    ],
)
def test_figure_says_its_amount(
    known: dict[str, object], said: str, notes: tuple[str, ...]
) -> None:
    """A figure without a number says so; plans and denials are noted."""
    blank = dict.fromkeys(("quantity", "unit", "money", "factor", "since", "part_of"))
    figure = Figure(**{"id": "f1", "what": "homes", "status": "done", "evidence": (), **blank, **known})  # type: ignore[arg-type]  # fmt: skip
    assert (asides.figure(figure), asides.figure_notes(figure)) == (said, notes)


@pytest.mark.parametrize(
    ("person", "said"),
    [
        (
            Person("A", "clerk", "Town Hall", False, "a cold", "government", ()),
            "clerk, Town Hall; was not there; government; reason given: a cold",
        ),
        (
            Person("A", None, None, None, None, "other", ()),
            "role not stated; not said whether there",
        ),
    ],
)
def test_person_says_whether_they_were_there(person: Person, said: str) -> None:
    """Absence, presence and silence about it are three things."""
    assert asides.person(person) == said


def test_number_survives_what_no_report_says() -> None:
    """Numbers beyond all counting are still shown."""
    assert [words.number(n) for n in (float("inf"), float("nan"), 1e18)] == [
        "not a number",
        "not a number",
        "1e+18",
    ]
