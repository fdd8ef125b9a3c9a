"""Triggers: the words that say that people protest, their form, and words that only look so."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.extract.speech_texts import LANGUAGES, anything, lies_within, text_of

from cortege.extract.rules import triggers


def found(language: str, body: str) -> list[tuple[str, str]]:
    """Give the form and the sort of each trigger of a text."""
    return [(trigger.form, trigger.sort) for trigger in triggers.find(text_of(language, body))]


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("en", "Bakers marched through Hull.", [("march", "verb")]),
        ("en", "A march began.", [("march", "noun")]),
        ("en", "The bakers held a rally.", [("rally", "noun")]),
        ("en", "A candlelight vigil began.", [("vigil", "noun")]),
        ("en", "Their sit-in went on.", [("sit_in", "noun")]),
        ("en", "A picket line stood there.", [("picket", "noun")]),
        ("en", "The bakers' strike went on.", [("strike", "noun")]),
        ("en", "A blockade of the mill began.", [("blockade", "noun")]),
        ("en", "A hunger strike began.", [("hunger_strike", "noun")]),
        ("en", "A riot began.", [("riot", "noun")]),
        ("en", "A boycott began.", [("boycott", "noun")]),
        ("en", "A counter-protest formed.", [("counter_protest", "noun")]),
        ("fr", "Ils ont défilé.", [("march", "verb")]),
        ("fr", "Un rassemblement a eu lieu.", [("rally", "noun")]),
        ("fr", "Une veillée a eu lieu.", [("vigil", "noun")]),
        ("fr", "Un sit-in a eu lieu.", [("sit_in", "noun")]),
        ("fr", "Une grève a eu lieu.", [("strike", "noun")]),
        ("fr", "Une grève de la faim a eu lieu.", [("hunger_strike", "noun")]),
        ("fr", "Un barrage filtrant est en place.", [("blockade", "noun")]),
        ("fr", "Une contre-manifestation a eu lieu.", [("counter_protest", "noun")]),
        ("es", "Hubo una huelga.", [("strike", "noun")]),
        ("es", "Hubo una huelga de hambre.", [("hunger_strike", "noun")]),
        ("de", "Es gab eine Mahnwache.", [("vigil", "noun")]),
        ("de", "Es gab einen Hungerstreik.", [("hunger_strike", "noun")]),
    ],
)
def test_forms_are_read(language: str, body: str, expected: list[tuple[str, str]]) -> None:
    """Nouns and verbs of protest give their form, the longest phrase before the shorter."""
    assert found(language, body) == expected


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "The mill opens in March."),
        ("en", "It closed on March 3 and reopened on 12 March."),
        ("en", "An air strike hit the mill."),
        ("en", "A military strike hit the mill."),
        ("en", "A stock market rally lifted the mill."),
        ("en", "Bull market rallies lifted the mill."),
        ("en", "A product demonstration drew cooks."),
        ("en", "They struck a balance."),
        ("en", "A Protestant baker opened the mill."),
        ("en", "Riot police had lunch."),
        ("fr", "Un rallye a traversé Dole."),
        ("fr", "Le maire fait marche arrière."),
        ("fr", "Une démonstration de cuisine a plu."),
        ("fr", "Une frappe aérienne a touché le moulin."),
        ("fr", "Le moulin ouvre en mars."),
    ],
)
def test_decoys_are_no_triggers(language: str, body: str) -> None:
    """Months, air strikes, rising markets and cars in a rally are no protest."""
    assert found(language, body) == []


@pytest.mark.parametrize(
    ("body", "forms"),
    [
        ("The march of 5,000 passed the mill.", ["march"]),
        ("They met in March for a march.", ["march"]),
        ("An air strike ended the bakers' strike.", ["strike"]),
    ],
)
def test_a_decoy_hides_only_itself(body: str, forms: list[str]) -> None:
    """The same word elsewhere in the sentence still counts, and so does a march of thousands."""
    assert [form for form, _ in found("en", body)] == forms


@pytest.mark.parametrize(
    ("language", "body"), [("en", "Protesters came."), ("fr", "Des manifestants.")]
)
def test_people_are_weaker_than_acts(language: str, body: str) -> None:
    """Words such as "protesters" name people rather than a protest, and are marked so."""
    assert found(language, body) == [("other", "people")]


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=40)
@given(body=anything)
def test_triggers_do_not_overlap(language: str, body: str) -> None:
    """No text breaks the rule; triggers are ordered, apart, and within the text."""
    text = text_of(language, body)
    free = 0
    for trigger in triggers.find(text):
        assert lies_within(text, (trigger.first, trigger.end))
        assert trigger.first >= free
        free = trigger.end
