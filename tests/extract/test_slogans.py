"""Slogans: the words on banners and signs and in chants, with and without quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.extract.speech_texts import LANGUAGES, anything, lies_within, text_of

from cortege.extract.rules import slogans
from cortege.extract.rules.quotation_marks import find_spans


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("en", "They marched under a banner reading “Bread first, roses next.",
         [("Bread first, roses next", "banner")]),
        ("en", "Some held signs that read “Bread”, “Roses” and “Soup for all”.",
         [("Bread", "sign"), ("Roses", "sign"), ("Soup for all", "sign")]),
        ("en", "Chanting “Soup for all!”, they crossed the bridge.", [("Soup for all!", "chant")]),
        ("en", "“Soup for all!” they chanted.", [("Soup for all!", "chant")]),
        ("en", "“Soup for all,” read one placard.", [("Soup for all", "sign")]),
        ("en", "A man waved a “Soup for all” sign.", [("Soup for all", "sign")]),
        ("en", "They ran, shouting Down with the soup tax, to the gate.",
         [("Down with the soup tax", "chant")]),
        ("en", "Banner on a balcony: NO SOUP NO PEACE.", [("NO SOUP NO PEACE", "banner")]),
        ("fr", "Sur une banderole : « Du pain d’abord ».", [("Du pain d’abord", "banner")]),
        ("fr", "« Du pain d’abord ! » scandaient-ils.", [("Du pain d’abord !", "chant")]),
        ("es", "Corearon “Pan primero” y “Rosas después”.",
         [("Pan primero", "chant"), ("Rosas después", "chant")]),
        ("de", "Sie skandierten „Brot für alle“ und „Rosen auch“.",
         [("Brot für alle", "chant"), ("Rosen auch", "chant")]),
    ],
)  # fmt: skip
def test_slogans_are_found(language: str, body: str, expected: list[tuple[str, str]]) -> None:
    """A carrier before or behind a stretch makes a slogan of it, and lists go on."""
    text = text_of(language, body)
    found = slogans.find(text, find_spans(text))
    assert [(text.exact(slogan.first, slogan.end), slogan.carrier) for slogan in found] == expected


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "“Put the soup down!” he shouted at the cook."),
        ("en", "“Put the soup down!” shouted Ivo Lanz."),
        ("en", "“The soup is cold,” said one woman under a red umbrella."),
        ("en", "He held a banner. The minister called it “a shame”."),
        ("fr", "« La soupe est froide », soupire une femme. Ni slogan ni banderole."),
    ],
)
def test_speech_is_no_slogan(language: str, body: str) -> None:
    """One person shouting speaks, and a carrier in another sentence carries nothing."""
    text = text_of(language, body)
    assert slogans.find(text, find_spans(text)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=40)
@given(body=anything)
def test_any_text_is_read(language: str, body: str) -> None:
    """No text makes the rule fail, and its slogans lie within the text."""
    text = text_of(language, body)
    for slogan in slogans.find(text, find_spans(text)):
        assert lies_within(text, (slogan.first, slogan.end))
