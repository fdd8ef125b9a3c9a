"""A weekday means a day near the publication, and the side of it that its sentence looks to."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cortege.extract.rules import dates
from cortege.extract.text import Text
from cortege.languages import pack
from cortege.nouns.article import Article
from cortege.nouns.values import DateValue

WEEK: Final = 7
DAYS: Final = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche".split(),
    "es": "lunes martes miércoles jueves viernes sábado domingo".split(),
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split(),
}
PAST: Final = {
    "en": ("They marched on {}.", "On {}, hundreds marched.", "{}'s march was peaceful.", "Police said on {} that 40 came."),
    "fr": ("Ils ont défilé {}.", "{}, des centaines de personnes ont défilé.", "La marche de {} a été calme."),
    "es": ("El {} marcharon.", "Marcharon el {} por el centro.", "La marcha del {} fue tranquila."),
    "de": ("Am {} zogen sie durch die Stadt.", "Sie demonstrierten am {}."),
}  # fmt: skip
FUTURE: Final = {
    "en": ("They will march on {}.", "A march is planned for {}.", "They plan to march on {}."),
    "fr": ("Ils défileront {}.", "Une marche est prévue {}."),
    "es": ("El {} marcharán.", "Está prevista una marcha para el {}."),
    "de": ("Am {} werden sie durch die Stadt ziehen.", "Für {} ist eine Demonstration geplant."),
}
DISTANT: Final = {
    "en": ("They marched last {}.", "They will march next {}."),
    "fr": ("Ils ont défilé {} dernier.", "Ils défileront {} prochain."),
    "es": ("Marcharon el {} pasado.", "Marcharán el próximo {}."),
    "de": ("Sie demonstrierten am vergangenen {}.", "Sie demonstrieren am kommenden {}."),
}

published_days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
languages = st.sampled_from(sorted(DAYS))
weekdays = st.integers(0, 6)


@given(languages, weekdays, published_days, st.data())
@settings(deadline=None, max_examples=300)
def test_a_weekday_looking_back_lies_in_the_week_before(
    language: str, weekday: int, published: date, choice: st.DataObject
) -> None:
    """What is told as past happened within seven days, the day of publication included."""
    sentence = choice.draw(st.sampled_from(PAST[language]))
    found = _day(sentence, language, weekday, published)
    assert found.weekday() == weekday
    assert -WEEK <= (found - published).days <= 0


@given(languages, weekdays, published_days, st.data())
@settings(deadline=None, max_examples=300)
def test_a_weekday_looking_ahead_lies_in_the_week_after(
    language: str, weekday: int, published: date, choice: st.DataObject
) -> None:
    """What is planned happens within seven days, the day of publication included."""
    sentence = choice.draw(st.sampled_from(FUTURE[language]))
    found = _day(sentence, language, weekday, published)
    assert found.weekday() == weekday
    assert 0 <= (found - published).days <= WEEK


@given(languages, weekdays, published_days, st.data())
@settings(deadline=None, max_examples=200)
def test_last_and_next_stay_within_a_fortnight(
    language: str, weekday: int, published: date, choice: st.DataObject
) -> None:
    """Words for last and next may skip a week, never two, and keep to their side."""
    at = choice.draw(st.integers(0, 1))
    found = _day(DISTANT[language][at], language, weekday, published)
    assert found.weekday() == weekday
    gap = (found - published).days
    assert (-2 * WEEK <= gap < 0) if at == 0 else (0 < gap <= 2 * WEEK)


@given(languages, weekdays, st.text(alphabet="abcdé ,.", max_size=40))
@settings(deadline=None)
def test_without_a_publication_no_day_is_made_up(language: str, weekday: int, rest: str) -> None:
    """A weekday alone is a weekday, not a date."""
    for sentences in (PAST, FUTURE, DISTANT):
        body = sentences[language][0].format(DAYS[language][weekday])
        text = Text(_article(f"{body} {rest}"), pack.load(language))
        for mention in dates.find(text, DateValue(None, None, "unknown")):
            assert (mention.value.first, mention.value.precision) == (None, "unknown")


@given(
    languages, weekdays, st.sampled_from([date.min, date.min + timedelta(3), date.max]), st.data()
)
@example("en", 0, date.min, None)
@settings(deadline=None)
def test_the_ends_of_the_calendar_raise_nothing(
    language: str, weekday: int, published: date, choice: st.DataObject | None
) -> None:
    """A wrong clock may give any date; what lies beyond the calendar is unknown."""
    every = [*PAST[language], *FUTURE[language], *DISTANT[language]]
    sentence = choice.draw(st.sampled_from(every)) if choice else every[0]
    body = sentence.format(DAYS[language][weekday])
    for mention in dates.find(Text(_article(body), pack.load(language)), DateValue.day(published)):
        assert mention.value.first is None or mention.value.first.weekday() == weekday


@pytest.mark.parametrize("language", sorted(DAYS))
def test_every_sentence_of_the_tables_holds_one_date(language: str) -> None:
    """The tables above mean what they should: one weekday each, and nothing else dated."""
    for sentences in (PAST, FUTURE, DISTANT):
        for sentence in sentences[language]:
            _day(sentence, language, 2, date(2026, 3, 15))


def _day(sentence: str, language: str, weekday: int, published: date) -> date:
    body = sentence.format(DAYS[language][weekday])
    found = dates.find(Text(_article(body), pack.load(language)), DateValue.day(published))
    assert [mention.value.precision for mention in found] == ["day"], body
    day = found[0].value.first
    assert day is not None
    return day


def _article(body: str) -> Article:
    return Article("a", body, n_chars_read=len(body))
