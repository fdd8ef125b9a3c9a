"""Protests: one for each town and occasion a report tells of, and none where nobody protests."""

from __future__ import annotations

from datetime import date

import pytest
from tests.assemble.reports import QUIET, TWO_TOWNS, by_town, only, reading_of

from cortege.nouns.values import DateValue


@pytest.mark.parametrize(("language", "title", "body", "counts"), TWO_TOWNS)
def test_two_towns_are_two_protests(
    language: str, title: str, body: str, counts: dict[str, int]
) -> None:
    """Each town that the report tells of is an account of its own, on the day they share."""
    reading = reading_of(language, title, body)
    assert len(reading.accounts) == len(counts)
    assert set(by_town(reading)) == set(counts)
    saturday = DateValue.day(date(2026, 5, 2))
    assert [account.resolved.date for account in reading.accounts] == [saturday, saturday]


@pytest.mark.parametrize(
    ("language", "title", "body"),
    [
        ("en", "Bakers march in Leeds", "About 400 bakers marched through Leeds on Saturday."),
        ("fr", "Les boulangers défilent à Dijon",
         "Environ 400 boulangers ont défilé samedi à Dijon."),
    ],
)  # fmt: skip
def test_one_march_told_twice_is_one_protest(language: str, title: str, body: str) -> None:
    """Title and body speak of the same march, which is one account with its form once."""
    assert only(reading_of(language, title, body)).resolved.forms == ("march",)


def test_two_days_apart_in_one_town_are_two_protests() -> None:
    """A town with two clearly separate days has an account for each, with its own figure."""
    reading = reading_of(
        "en",
        "Bakers march in Leeds",
        "In Leeds, about 400 bakers marched on 1 May. In Leeds, about 200 bakers marched again on 3 May.",
    )
    found = {
        account.resolved.date.first: account.resolved.size.low
        for account in reading.accounts
        if account.resolved.date and account.resolved.size
    }
    assert found == {date(2026, 5, 1): 400, date(2026, 5, 3): 200}


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Bakers march against the bread tax. About 400 of them took part in the march."),
        ("fr", "Les boulangers ont défilé contre la taxe. Ils étaient 400 manifestants."),
    ],
)
def test_a_protest_without_a_place_has_none(language: str, body: str) -> None:
    """Where the report names no place the protest has none, and nothing is filled in."""
    account = only(reading_of(language, "", body))
    assert account.resolved.place is None
    assert account.about("place") == ()


@pytest.mark.parametrize(("language", "title", "body"), QUIET)
def test_a_report_without_protest_has_no_account(language: str, title: str, body: str) -> None:
    """Without any words of protest the answer is no, and there is nothing to account for."""
    reading = reading_of(language, title, body)
    assert reading.protest.answer == "no"
    assert reading.accounts == ()
    assert reading.campaigns == ()


# --------------------------------------------------------------------------- days

UNDATED = [
    ("en", "Bakers march in Leeds", "About 400 bakers marched in Leeds against the bread tax."),
    ("fr", "Les boulangers défilent à Dijon",
     "Environ 400 boulangers ont défilé à Dijon contre la taxe sur le pain."),
]  # fmt: skip
WEEKDAY = [
    ("en", "Bakers march in Leeds", "About 400 bakers marched in Leeds on Saturday."),
    ("fr", "Les boulangers défilent à Dijon",
     "Environ 400 boulangers ont défilé samedi à Dijon."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "body"), WEEKDAY)
def test_a_weekday_is_unknown_without_a_publication_date(
    language: str, title: str, body: str
) -> None:
    """The words "on Saturday" are a day only against a day of publication."""
    dated = only(reading_of(language, title, body)).resolved.date
    assert dated == DateValue.day(date(2026, 5, 2))
    undated = only(reading_of(language, title, body, published=None)).resolved.date
    assert undated is None or undated.first is None


@pytest.mark.parametrize("published", ["2026-05-04", "2025-12-31", "2024-02-29"])
@pytest.mark.parametrize(("language", "title", "body"), UNDATED)
def test_the_publication_date_is_never_put_in_place_of_an_unstated_one(
    language: str, title: str, body: str, published: str
) -> None:
    """A report that does not say when leaves the day unknown, whenever it was published."""
    account = only(reading_of(language, title, body, published))
    assert account.resolved.date is None or account.resolved.date.first is None
    assert all(claim.value.first is None for claim in account.about("date"))  # type: ignore[union-attr]
