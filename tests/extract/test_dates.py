"""Date expressions: which words are one, and what day they mean from where they are read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.speech_texts import LANGUAGES, text_of

from cortege.extract.rules import dates
from cortege.nouns.values import UNKNOWN_DATE, DateValue

PUBLISHED = date(2026, 3, 19)  # a Thursday

# What dates are made of, in every order a careless page has them.
pieces = st.lists(
    st.sampled_from(
        [
            "March", "mars", "May", "3", "31", "32", "1er", "25th", "2019", "1990s", "0000", "-",
            "/", ".", ",", "to", "and", "au", "et", "du", "bis", "al", "Monday", "lundi", "lunes",
            "Montag", "last", "dernier", "next", "since", "depuis", "two", "deux", "days", "jours",
            "ago", "il y a", "for a third", "week", "overnight", "summer", "été", "Easter Monday",
            "²", "Black Friday", "the next day", "le lendemain", "2026-02-31", "29/2/2025", "\n", "will",
        ]
    ),
    max_size=40,
).map(" ".join)  # fmt: skip


def found(language: str, body: str, published: date | None = PUBLISHED) -> list[tuple[str, str]]:
    """Give the words and the days of every date of a text."""
    text = text_of(language, body)
    value = DateValue.day(published) if published else UNKNOWN_DATE
    return [
        (text.exact(mention.first, mention.end), days(mention.value))
        for mention in dates.find(text, value)
    ]


def days(value: DateValue) -> str:
    """Write a date down shortly: one day, two days, or a question mark."""
    if value.first == value.last:
        return str(value.first or "?")
    return f"{value.first}..{value.last} {value.precision}"


@pytest.mark.parametrize(
    ("language", "body", "words", "expected"),
    [
        ("en", "They walked on March 7.", "March 7", "2026-03-07"),
        ("en", "They walked on 7 March.", "7 March", "2026-03-07"),
        ("en", "They walked on Feb. 25-27.", "Feb. 25-27", "2026-02-25..2026-02-27 range"),
        ("en", "They sang from Jan. 30 to Feb. 2.", "Jan. 30 to Feb. 2",
         "2026-01-30..2026-02-02 range"),
        ("en", "They sang between 3 and 5 March.", "3 and 5 March",
         "2026-03-03..2026-03-05 range"),
        ("en", "On Saturday, June 6, 2020, they sang.", "Saturday, June 6, 2020", "2020-06-06"),
        ("en", "It happened on 2025-11-02.", "2025-11-02", "2025-11-02"),
        ("en", "Soup rose in 2019.", "2019", "2019-01-01..2019-12-31 year"),
        ("en", "It began in January.", "January", "2026-01-01..2026-01-31 month"),
        ("en", "It began in December 2018.", "December 2018", "2018-12-01..2018-12-31 month"),
        ("en", "It was April 20 last year.", "April 20 last year", "2025-04-20"),
        ("fr", "Ils ont chanté le 1er mars.", "1er mars", "2026-03-01"),
        ("fr", "Ils ont chanté le 7 mars 2024.", "7 mars 2024", "2024-03-07"),
        ("fr", "Ils ont chanté du 15 au 17 mars.", "15 au 17 mars", "2026-03-15..2026-03-17 range"),
        ("fr", "Grève les 2, 3 et 4 mars.", "2, 3 et 4 mars", "2026-03-02..2026-03-04 range"),
        ("fr", "Grève les 2 et 10 mars.", "2", "2026-03-02"),
        ("fr", "Ils ont chanté samedi 14 mars.", "samedi 14 mars", "2026-03-14"),
        ("es", "Cantaron el 7 de marzo de 2024.", "7 de marzo de 2024", "2024-03-07"),
        ("es", "Cantaron el lunes 16.", "lunes 16", "2026-03-16"),
        ("de", "Sie sangen vom 3. bis 5. März.", "3. bis 5. März", "2026-03-03..2026-03-05 range"),
        ("de", "Sie sangen am Freitag, den 13. März 2026.", "Freitag, den 13. März 2026",
         "2026-03-13"),
        ("de", "Sie sangen am 02.03. lange.", "02.03.", "2026-03-02"),
    ],
)  # fmt: skip
def test_calendar_dates_are_read(language: str, body: str, words: str, expected: str) -> None:
    """A date without a year is the nearest; days that follow one another are one stretch."""
    assert (words, expected) in found(language, body)


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("en", "They marched on Thursday.", "2026-03-19"),
        ("en", "They marched on Saturday afternoon.", "2026-03-14"),
        ("en", "They will march on Saturday.", "2026-03-21"),
        ("en", "On Saturday they will march.", "2026-03-21"),
        ("en", "Police said on Friday that they will march.", "2026-03-13"),
        ("en", "They marched last Friday.", "2026-03-13"),
        ("en", "They will march next Friday.", "2026-03-27"),
        ("en", "They will march this Friday.", "2026-03-20"),
        ("en", "They sang from Friday to Sunday.", "2026-03-13..2026-03-15 range"),
        ("en", "They sang Tuesday and Wednesday.", "2026-03-17..2026-03-18 range"),
        ("en", "They sang Wednesday night into Thursday.", "2026-03-18..2026-03-19 range"),
        ("fr", "Ils ont défilé samedi.", "2026-03-14"),
        ("fr", "Ils défileront samedi.", "2026-03-21"),
        ("fr", "Ils ont défilé samedi dernier.", "2026-03-14"),
        ("fr", "Une marche est prévue samedi prochain.", "2026-03-21"),
        ("fr", "Dans la nuit de mardi à mercredi, ils chantaient.", "2026-03-17..2026-03-18 range"),
        ("es", "Marcharon el pasado viernes.", "2026-03-13"),
        ("es", "Marcharán el próximo viernes.", "2026-03-20"),
        ("de", "Sie zogen am Samstagabend los.", "2026-03-14"),
        ("de", "Weitere Züge sind für Montag geplant.", "2026-03-23"),
    ],
)
def test_weekdays_look_where_their_clause_looks(language: str, body: str, expected: str) -> None:
    """A weekday is the last one gone by, and the next one where the clause tells of plans."""
    assert [value for _, value in found(language, body)] == [expected]


@pytest.mark.parametrize(
    ("language", "body", "words", "expected"),
    [
        ("en", "They left yesterday.", "yesterday", "2026-03-18"),
        ("en", "They left this morning.", "this morning", "2026-03-19"),
        ("en", "They have sat there since Monday.", "since Monday",
         "2026-03-16..2026-03-19 range"),
        ("en", "They have sat there for three days.", "for three days",
         "2026-03-17..2026-03-19 range"),
        ("en", "It came after two days of clashes.", "two days", "2026-03-18..2026-03-19 range"),
        ("en", "They sang for a third day.", "for a third day", "2026-03-17..2026-03-19 range"),
        ("en", "They left two weeks ago.", "two weeks ago", "2026-03-02..2026-03-08 week"),
        ("en", "They left four days ago.", "four days ago", "2026-03-15"),
        ("en", "They left earlier this month.", "earlier this month",
         "2026-03-01..2026-03-19 month"),
        ("en", "They left last week.", "last week", "2026-03-09..2026-03-15 week"),
        ("en", "They left last summer.", "last summer", "2025-06-01..2025-08-31 month"),
        ("en", "They left last November.", "last November", "2025-11-01..2025-11-30 month"),
        ("en", "They sang overnight.", "overnight", "2026-03-18..2026-03-19 range"),
        ("en", "They sang on Easter Monday 2025.", "Easter Monday 2025", "2025-04-21"),
        ("en", "They struck on Black Friday 2012.", "Black Friday 2012", "2012-11-23"),
        ("en", "They sang on March 2. The next day it rained.", "The next day", "2026-03-03"),
        ("en", "They sang on March 2. Two days earlier it rained.", "Two days earlier",
         "2026-02-28"),
        ("en", "They have sung in recent weeks.", "in recent weeks", "?"),
        ("fr", "Ils sont partis il y a deux jours.", "il y a deux jours", "2026-03-17"),
        ("fr", "Ils campent depuis lundi.", "depuis lundi", "2026-03-16..2026-03-19 range"),
        ("fr", "Ils sont partis l’an dernier.", "l’an dernier", "2025-01-01..2025-12-31 year"),
        ("fr", "Aujourd’hui, ils chantent.", "Aujourd’hui", "2026-03-19"),
        ("fr", "Ils ont chanté le 2 mars. Le lendemain, il pleuvait.", "Le lendemain",
         "2026-03-03"),
        ("es", "Se fueron ayer.", "ayer", "2026-03-18"),
        ("de", "Sie singen seit drei Tagen.", "seit drei Tagen", "2026-03-17..2026-03-19 range"),
        ("de", "Am gestrigen Mittwoch sangen sie.", "gestrigen Mittwoch", "2026-03-18"),
    ],
)  # fmt: skip
def test_relative_dates_count_from_the_publication(
    language: str, body: str, words: str, expected: str
) -> None:
    """What is counted in days and weeks is seen from the publication or the date before."""
    assert (words, expected) in found(language, body)


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Theresa May said that it may rain."),
        ("en", "The March on the mill drew March himself."),
        ("en", "They answer 24/7 and won 3-2."),
        ("en", "Bloody Sunday is a song and the Sunday Times a paper."),
        ("en", "They meet every Friday."),
        ("en", "In all 2000 people came, 31 of them aged 19."),
        ("en", "It was the 1990s."),
        ("en", "The first time in 25 years."),
        ("fr", "Sept policiers ont vu Mars, la planète."),
        ("fr", "La marche de 2000 personnes a duré."),
        ("fr", "Chaque samedi, ils chantent."),
        ("es", "El mar por la mañana."),
        ("de", "Jeden Montag singen sie."),
    ],
)
def test_other_words_are_no_dates(language: str, body: str) -> None:
    """Names, ages, scores, crowds and habits are not dates."""
    assert found(language, body) == []


def test_without_publication_nothing_is_made_up() -> None:
    """Of an undated report only a full date is known, or one that the dateline gives the year."""
    body = "They sang on Saturday, on 7 March, last week and in 2019."
    assert [value for _, value in found("en", body, None)] == [
        "?", "?", "?", "2019-01-01..2019-12-31 year",
    ]  # fmt: skip
    dated = "BRNO, 9 March 2024 (CTK) - They sang on 7 March.\nIn the end it rained."
    assert [value for _, value in found("en", dated, None)] == ["2024-03-09", "2024-03-07"]


def test_a_month_of_publication_gives_the_year() -> None:
    """A publication known only by its year still dates a day and month."""
    text = text_of("en", "They sang on 7 March.")
    value = DateValue(date(2024, 1, 1), date(2024, 12, 31), "year")
    assert [days(mention.value) for mention in dates.find(text, value)] == ["2024-03-07"]


@pytest.mark.parametrize(
    ("body", "kind", "direction"),
    [
        ("They sang on 7 March.", "absolute", None),
        ("They marched on Friday.", "weekday", "past"),
        ("They left yesterday.", "relative", "past"),
        ("They have sat there since 7 March.", "duration_start", "past"),
        ("They will march on Friday.", "weekday", "future"),
    ],
)
def test_kind_and_direction_are_told(body: str, kind: str, direction: str | None) -> None:
    """A mention says how it names its day and where its clause looks."""
    text = text_of("en", body)
    (mention,) = dates.find(text, DateValue.day(PUBLISHED))
    assert (mention.kind, mention.direction) == (kind, direction)


@given(st.sampled_from(LANGUAGES), st.one_of(pieces, st.text(max_size=120)), st.booleans())
def test_dates_lie_within_the_text(language: str, body: str, published: bool) -> None:
    """Whatever the text, dates do not overlap, lie within it and are in order."""
    text = text_of(language, body)
    value = DateValue.day(PUBLISHED) if published else UNKNOWN_DATE
    end = 0
    for mention in dates.find(text, value):
        assert end <= mention.first < mention.end <= len(text)
        end = mention.end


@given(st.dates(date(1901, 1, 1), date(2098, 12, 31)), st.integers(-900, 900))
def test_full_dates_do_not_depend_on_the_publication(day: date, distance: int) -> None:
    """A date with its year means one day, whenever the report appeared."""
    written = f"They sang on {day:%B} {day.day}, {day.year}."
    published = date.fromordinal(min(max(day.toordinal() + distance, 700000), 760000))
    assert [value for _, value in found("en", written, published)] == [day.isoformat()]
