"""Places: which capitalised words name one, and which are words, persons or peoples."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.extract.speech_texts import LANGUAGES, anything, lies_within, text_of

from cortege.extract.rules import names, places


def found(language: str, body: str) -> list[tuple[str, bool]]:
    """Give the places a text names, and whether a people's name stands for each."""
    text = text_of(language, body)
    named = places.find(text, names.find(text))
    return [(text.exact(place.first, place.end), place.demonym) for place in named]


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("en", "Bakers marched in Hull.", ["Hull"]),
        ("en", "Bakers marched in Reading.", ["Reading"]),
        ("en", "Bakers marched in New York.", ["New York"]),
        ("en", "Bakers marched in Lille, Nice and Bordeaux.", ["Lille", "Nice", "Bordeaux"]),
        ("fr", "Ils ont défilé à Dole.", ["Dole"]),
        ("fr", "Ils ont défilé à Tours.", ["Tours"]),
        ("fr", "Ils ont défilé à Lille, Nice et Bordeaux.", ["Lille", "Nice", "Bordeaux"]),
        ("fr", "Ils ont défilé à Saint-Étienne.", ["Saint-Étienne"]),
        ("es", "Marcharon en Sevilla.", ["Sevilla"]),
        ("de", "Sie demonstrierten in Köln.", ["Köln"]),
    ],
)
def test_towns_are_found(language: str, body: str, expected: list[str]) -> None:
    """A known name is a place; one that is an ordinary word needs "in", or a list of places."""
    assert found(language, body) == [(name, False) for name in expected]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Reading is hard, they said."),
        ("en", "Nice weather helped them."),
        ("en", "March was cold."),
        ("en", "Nora Jackson spoke. Jackson said no."),
        ("en", "A baker spoke."),
        ("fr", "Nous sommes là."),
        ("fr", "Tours de chant et soupe."),
        ("fr", "« On a froid », dit Nora Vienne. Vienne a dit non."),
    ],
)
def test_words_and_persons_are_no_places(language: str, body: str) -> None:
    """A guarded name alone, a month, and a person's surname name no place."""
    assert found(language, body) == []


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("en", "French bakers marched.", [("French", True)]),
        ("en", "French bakers marched in Lyon.", [("French", True), ("Lyon", False)]),
    ],
)
def test_a_people_is_no_town(language: str, body: str, expected: list[tuple[str, bool]]) -> None:
    """A people's name stands for its country, and is marked as standing for it."""
    assert found(language, body) == expected


@pytest.mark.parametrize(
    ("language", "body", "within"),
    [("en", "They marched in Hull.", True), ("en", "Hull bakers marched.", False)],
)
def test_a_place_knows_whether_things_happen_in_it(language: str, body: str, within: bool) -> None:
    """A place after "in" is where something happens; a bare name may only qualify."""
    text = text_of(language, body)
    assert [place.located_in for place in places.find(text, names.find(text))] == [within]


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=40, deadline=None)
@given(body=anything)
def test_places_do_not_overlap(language: str, body: str) -> None:
    """No text breaks the rule; places are ordered, apart, and within the text."""
    text = text_of(language, body)
    free = 0
    for place in places.find(text, names.find(text)):
        assert lies_within(text, (place.first, place.end))
        assert place.first >= free
        free = place.end
