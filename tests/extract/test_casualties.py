"""Casualties: people arrested, injured and killed, how many, and on whose side."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.extract.speech_texts import LANGUAGES, anything, lies_within, text_of

from cortege.extract.rules import amounts, casualties
from cortege.extract.text import Text


def found(text: Text) -> list[tuple[str, int, int | None]]:
    """Give the kind and bounds of each casualty mention of a text."""
    mentions = casualties.find(text, amounts.find(text))
    return [(mention.kind, mention.low, mention.high) for mention in mentions]


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("en", "Police arrested 23 people.", [("arrests", 23, 23)]),
        ("en", "In all, 23 people were arrested.", [("arrests", 23, 23)]),
        ("en", "There were 23 arrests.", [("arrests", 23, 23)]),
        ("en", "At least 12 protesters were injured.", [("injuries", 12, None)]),
        ("en", "Some 12 officers were hurt.", [("injuries", 12, 12)]),
        ("en", "Two people were killed.", [("deaths", 2, 2)]),
        ("en", "Dozens were injured.", [("injuries", 24, 99)]),
        ("en", "Two people were killed and 30 injured.", [("deaths", 2, 2), ("injuries", 30, 30)]),
        ("fr", "La police a interpellé 23 personnes.", [("arrests", 23, 23)]),
        ("fr", "Vingt-trois personnes ont été interpellées.", [("arrests", 23, 23)]),
        ("fr", "On compte 23 interpellations.", [("arrests", 23, 23)]),
        ("fr", "Au moins 12 manifestants ont été blessés.", [("injuries", 12, None)]),
        ("fr", "Deux personnes ont été tuées.", [("deaths", 2, 2)]),
        ("fr", "Bilan : deux morts et 30 blessés.", [("deaths", 2, 2), ("injuries", 30, 30)]),
        ("es", "La policía detuvo a 23 personas.", [("arrests", 23, 23)]),
        ("es", "Hubo 12 heridos.", [("injuries", 12, 12)]),
        ("de", "Es gab 23 Festnahmen.", [("arrests", 23, 23)]),
        ("de", "Zwölf Demonstranten wurden verletzt.", [("injuries", 12, 12)]),
    ],
)
def test_numbers_bind_to_their_casualty_word(
    language: str, body: str, expected: list[tuple[str, int, int | None]]
) -> None:
    """A number before or behind a word of arrest or harm counts its victims."""
    assert found(text_of(language, body)) == expected


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("en", "16 protesters and 13 officers were injured.", [16, 13]),
        ("fr", "16 manifestants et 13 policiers ont été blessés.", [16, 13]),
    ],
)
def test_joined_numbers_share_a_word(language: str, body: str, expected: list[int]) -> None:
    """Two counts joined by "and" before one word are both of its kind."""
    assert found(text_of(language, body)) == [("injuries", n, n) for n in expected]


@pytest.mark.parametrize(
    ("language", "body", "kind"),
    [
        ("en", "A man was arrested.", "arrests"),
        ("en", "A protester was shot dead.", "deaths"),
        ("en", "A woman was injured.", "injuries"),
        ("fr", "Un homme a été interpellé.", "arrests"),
        ("fr", "Une manifestante a été blessée.", "injuries"),
        ("fr", "Un jeune homme a été tué.", "deaths"),
    ],
)
def test_a_single_person_is_one(language: str, body: str, kind: str) -> None:
    """The words "a man" beside a casualty word is one person, without any number."""
    assert found(text_of(language, body)) == [(kind, 1, 1)]


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("en", "There were no arrests.", [("arrests", 0, 0)]),
        ("en", "Nobody was injured.", [("injuries", 0, 0)]),
        ("en", "No one was hurt.", [("injuries", 0, 0)]),
        ("fr", "Aucun blessé n’est à déplorer.", [("injuries", 0, 0)]),
        ("fr", "Il n’y a pas eu d’interpellation.", [("arrests", 0, 0)]),
        ("es", "No hubo detenidos.", [("arrests", 0, 0)]),
        ("de", "Es gab keine Festnahmen.", [("arrests", 0, 0)]),
    ],
)
def test_none_is_zero(
    language: str, body: str, expected: list[tuple[str, int, int | None]]
) -> None:
    """A report that says that nobody was harmed says zero, which is not silence."""
    assert found(text_of(language, body)) == expected


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "They marched through Hull on Friday. About 400 came."),
        ("en", "Nora Vance, 43, was injured."),
        ("en", "He was injured in 2019."),
        ("en", "The arrests cost $500."),
        ("en", "It ended 40 minutes after the arrests."),
        ("en", "They mourned the death of Nora Vance."),
        ("fr", "Ils ont défilé vendredi. Ils étaient 400."),
        ("fr", "Il a été blessé en 2019."),
        ("fr", "Les interpellations ont duré 40 minutes."),
    ],
)
def test_other_numbers_are_no_casualties(language: str, body: str) -> None:
    """Ages, years, money and minutes are never casualties, and words alone are no number."""
    assert found(text_of(language, body)) == []


@pytest.mark.parametrize(
    ("language", "body", "who"),
    [
        ("en", "12 officers were injured.", "police"),
        ("en", "12 protesters were injured.", "protesters"),
        ("en", "12 bystanders were injured.", "bystanders"),
        ("en", "12 people were injured.", "unspecified"),
        ("en", "Police arrested 12 protesters.", "protesters"),
        ("en", "Police arrested 12 people.", "unspecified"),
        ("fr", "12 policiers ont été blessés.", "police"),
        ("fr", "12 manifestants ont été blessés.", "protesters"),
        ("fr", "12 passants ont été blessés.", "bystanders"),
        ("fr", "12 personnes ont été blessées.", "unspecified"),
        ("fr", "Les policiers ont interpellé 12 personnes.", "unspecified"),
    ],
)
def test_the_noun_says_whose_casualties_they_are(language: str, body: str, who: str) -> None:
    """The counted noun says who was harmed; police who arrest are not the arrested."""
    text = text_of(language, body)
    (mention,) = casualties.find(text, amounts.find(text))
    assert mention.who == who


def test_numbers_that_count_something_else_are_left_alone() -> None:
    """A number already read as part of a date is never bound."""
    text = text_of("en", "On 12 May protesters were injured.")
    read = amounts.find(text)
    assert casualties.find(text, read, {amount.core for amount in read}) == []


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=40)
@given(body=anything)
def test_casualties_lie_within_the_text(language: str, body: str) -> None:
    """No text breaks the rule; mentions are ordered, within the text, and bounded."""
    text = text_of(language, body)
    mentions = casualties.find(text, amounts.find(text))
    assert mentions == sorted(mentions, key=lambda mention: (mention.first, mention.end))
    for mention in mentions:
        assert lies_within(text, (mention.first, mention.end))
        assert 0 <= mention.low <= (mention.high if mention.high is not None else mention.low)
