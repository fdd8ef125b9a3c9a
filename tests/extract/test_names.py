"""Proper names: where they begin and end, and what they are the names of."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.extract.speech_texts import LANGUAGES, anything, lies_within, text_of

from cortege.extract.rules import names


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("en", "They met Mayor Tim Ode there.", [("Tim Ode", "person")]),
        ("en", "They met Rosa Petrov, 44, there.", [("Rosa Petrov", "person")]),
        ("en", "They met Rosa Petrov, a cook, there.", [("Rosa Petrov", "person")]),
        ("en", "Then Qais al-Hakim said no.", [("Qais al-Hakim", "person")]),
        ("en", "Chicago Soup Union President Rosa Petrov came.",
         [("Chicago Soup Union", "organisation"), ("Rosa Petrov", "person")]),
        ("en", "It was the Observatory for Soup Rights.",
         [("Observatory for Soup Rights", "organisation")]),
        ("en", "It was the Cooks' Federation of Brno.",
         [("Cooks' Federation of Brno", "organisation")]),
        ("en", "It was the Soupe Verte collective.", [("Soupe Verte collective", "organisation")]),
        ("en", "It was the SNIPO union.", [("SNIPO union", "organisation")]),
        ("en", "They slept in Brno.", [("Brno", "place")]),
        ("en", "Protesters slept. Nobody woke.", []),
        ("en", "On Monday French cooks slept.", []),
        ("fr", "Le maire Tim Ode est venu.", [("Tim Ode", "person")]),
        ("fr", "C’est le collectif Soupe Verte.", [("collectif Soupe Verte", "organisation")]),
        ("fr", "C’est l’Union syndicale Soupière.", [("Union syndicale Soupière", "organisation")]),
        ("es", "Vino el alcalde Tim Ode.", [("Tim Ode", "person")]),
        ("de", "Dort sprach Bürgermeister Tim Ode.", [("Tim Ode", "person")]),
        ("de", "Die Suppe stand auf dem Tisch im Garten.", []),
    ],
)  # fmt: skip
def test_names_are_found(language: str, body: str, expected: list[tuple[str, str]]) -> None:
    """Runs of capitals are names, offices and days are not, and neighbours tell the kind."""
    text = text_of(language, body)
    assert [(text.exact(name.first, name.end), name.kind) for name in names.find(text)] == expected


def test_mentions_agree_on_a_kind() -> None:
    """A surname is a person where the full name is one; a town that "says" something is none."""
    text = text_of("en", "Ivo Lanz said no. They saw Lanz in Brno, near Brno. “No,” Brno said.")
    kinds = {text.exact(name.first, name.end): name.kind for name in names.find(text)}
    assert kinds == {"Ivo Lanz": "person", "Lanz": "person", "Brno": "place"}


def test_headlines_hold_only_known_names() -> None:
    """Where every word has a capital, only names from the report itself are names."""
    text = text_of("en", "Ivo Lanz, 51, stayed.", "Angry Cooks Follow Lanz Across Frozen River")
    found = [text.exact(name.first, name.end) for name in names.find(text)]
    assert found == ["Lanz", "Ivo Lanz"]


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=40)
@given(body=anything)
def test_any_text_is_read(language: str, body: str) -> None:
    """No text makes the rule fail; names lie within it, in order, none in another."""
    text = text_of(language, body, "A Title With Capitals In It")
    end = 0
    for name in names.find(text):
        assert lies_within(text, (name.first, name.end))
        assert name.first >= end
        end = name.end
