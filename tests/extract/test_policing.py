"""Police responses: which they are, and whether the report asserts or denies them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.extract.speech_texts import LANGUAGES, anything, lies_within, text_of

from cortege.extract.rules import policing


def found(language: str, body: str) -> list[tuple[str, str]]:
    """Give the code and the stance of each police response of a text."""
    return [(mention.code, mention.stance) for mention in policing.find(text_of(language, body))]


@pytest.mark.parametrize(
    ("language", "body", "code"),
    [
        ("en", "Police fired tear gas.", "tear_gas"),
        ("en", "Police used a water cannon.", "water_cannon"),
        ("en", "Police fired rubber bullets.", "rubber_bullets"),
        ("en", "Officers swung batons.", "baton"),
        ("en", "Officers used pepper spray.", "pepper_spray"),
        ("en", "Troops used live ammunition.", "live_fire"),
        ("en", "They were kettled for hours.", "kettling"),
        ("en", "A curfew was declared.", "curfew"),
        ("en", "The mayor banned the march.", "ban"),
        ("fr", "La police a tiré des gaz lacrymogènes.", "tear_gas"),
        ("fr", "Un canon à eau est arrivé.", "water_cannon"),
        ("fr", "Ils ont reçu des coups de matraque.", "baton"),
        ("fr", "Un couvre-feu est en place.", "curfew"),
        ("fr", "Ils ont été nassés.", "kettling"),
        ("es", "La policía lanzó gases lacrimógenos.", "tear_gas"),
        ("de", "Die Polizei setzte Tränengas ein.", "tear_gas"),
        ("de", "Die Polizei setzte Wasserwerfer ein.", "water_cannon"),
    ],
)
def test_responses_are_coded(language: str, body: str, code: str) -> None:
    """The words for what the police did give its code, asserted."""
    assert (code, "asserted") in found(language, body)


@pytest.mark.parametrize(
    ("language", "body", "code"),
    [
        ("en", "Police did not use tear gas.", "tear_gas"),
        ("en", "Police denied using tear gas.", "tear_gas"),
        ("en", "No tear gas was fired.", "tear_gas"),
        ("fr", "La police n’a pas utilisé de gaz lacrymogène.", "tear_gas"),
        ("fr", "Aucun couvre-feu n’est prévu.", "curfew"),
    ],
)
def test_denied_responses_are_denied(language: str, body: str, code: str) -> None:
    """A negation or a denial shortly before the words turns the stance."""
    assert set(found(language, body)) == {(code, "denied")}


@pytest.mark.xfail(reason="the phrase within the phrase is found once more")
def test_one_phrase_is_one_response() -> None:
    """The words "gaz lacrymogène" name one response, though "lacrymogène" alone would name it too."""
    assert found("fr", "Ils ont reçu du gaz lacrymogène.") == [("tear_gas", "asserted")]


def test_a_negation_in_the_sentence_before_denies_nothing() -> None:
    """A denial reaches no further than its own sentence."""
    assert found("en", "They said no. Tear gas followed.") == [("tear_gas", "asserted")]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "The bakers marched through Hull and went home."),
        ("fr", "Les boulangers ont défilé à Dole puis sont rentrés."),
    ],
)
def test_a_quiet_march_has_no_response(language: str, body: str) -> None:
    """Where the police are not named, nothing is said of them."""
    assert found(language, body) == []


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=40)
@given(body=anything)
def test_responses_lie_within_the_text(language: str, body: str) -> None:
    """No text breaks the rule, and responses are ordered and within the text."""
    text = text_of(language, body)
    mentions = policing.find(text)
    assert [m.first for m in mentions] == sorted(m.first for m in mentions)
    assert all(lies_within(text, (mention.first, mention.end)) for mention in mentions)
