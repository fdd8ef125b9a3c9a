"""Demands: what protesters ask for, item by item, and what they say they do not ask for."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.speech_texts import LANGUAGES, anything, lies_within, text_of

from cortege.extract.rules import demands, names, quotation_marks, triggers
from cortege.extract.rules.actor_mention import ActorMention
from cortege.extract.text import Text


def mentions_of(text: Text) -> list[ActorMention]:
    """Find the demands of a text."""
    spans = quotation_marks.find_spans(text)
    quoted = frozenset(token for span in spans for token in range(span.first, span.end))
    return demands.find(text, names.find(text), triggers.find(text), quoted)


def found(language: str, body: str, stance: str = "asserted") -> list[str]:
    """Give the words of the demands of a text that have a stance."""
    text = text_of(language, body)
    return [
        text.exact(mention.first, mention.end)
        for mention in mentions_of(text)
        if mention.stance == stance
    ]


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("en", "Hundreds rallied in Mold to demand an end to quarry blasting on Friday.",
         ["an end to quarry blasting"]),
        ("en", "Protesters want the harbour master to resign.", ["the harbour master to resign"]),
        ("en", "Protesters demanded that the toll be scrapped, after a week of talks.",
         ["the toll be scrapped"]),
        ("en", "Marchers in Oban are calling for better ferries while talks go on.",
         ["better ferries"]),
        ("fr", "Les manifestants exigent que le péage soit supprimé.", ["le péage soit supprimé"]),
        ("fr", "Ils ont défilé à Sète pour réclamer notamment la réouverture du bac.",
         ["la réouverture du bac"]),
        ("es", "Miles de vecinos marcharon el lunes para exigir la reapertura del ambulatorio.",
         ["la reapertura del ambulatorio"]),
        ("de", "Die Demonstranten forderten unter anderem die Rücknahme der Kürzungen.",
         ["die Rücknahme der Kürzungen"]),
    ],
)  # fmt: skip
def test_a_demand_ends_where_its_clause_does(language: str, body: str, expected: list[str]) -> None:
    """What follows the frame is the demand, without who asks and without adverbials behind it."""
    assert found(language, body) == expected


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("en", ("Bakers marched through Oban on Monday, demanding better flour, a later start and "
         "an end to night shifts."),
         ["better flour", "a later start", "an end to night shifts"]),
        ("en", "Students rallied to demand stricter rules, including a ban on fireworks.",
         ["stricter rules", "a ban on fireworks"]),
        ("en", "Porters marched on Monday demanding staff and basic resources.",
         ["staff and basic resources"]),
        ("fr", ("Des boulangers ont défilé lundi à Sète pour réclamer une farine moins chère, la "
         "fin du travail de nuit et un jour de repos."),
         ["une farine moins chère", "la fin du travail de nuit", "un jour de repos"]),
        ("es", ("Miles de vecinos marcharon para exigir la reapertura del ambulatorio y el fin de "
         "los cortes de agua."),
         ["la reapertura del ambulatorio", "el fin de los cortes de agua"]),
    ],
)  # fmt: skip
def test_lists_are_split_into_their_items(language: str, body: str, expected: list[str]) -> None:
    """A list gives a demand for each item; "staff and resources" is one."""
    assert found(language, body) == expected


@pytest.mark.parametrize(
    ("language", "body", "denied", "asserted"),
    [
        ("en", ("“We are not asking for a bigger boat. We are asking for a crossing on Sundays,” "
         "said Ina Roe, who marched."), ["a bigger boat"], ["a crossing on Sundays"]),
        ("en", "“We don't want flowers. We want the ward reopened,” said Ina Roe at the rally.",
         ["flowers"], ["the ward reopened"]),
        ("fr", ("« Nous ne demandons pas la lune. Nous demandons un bac le dimanche », a dit Ina "
         "Roux pendant la marche."), ["la lune"], ["un bac le dimanche"]),
        ("es", "“No pedimos limosna. Pedimos una barca los domingos”, dijo Ina Ruiz.",
         ["limosna"], ["una barca los domingos"]),
        ("de", "„Wir fordern keine Wunder. Wir fordern eine Fähre am Sonntag“, sagte Ina Roth.",
         ["Wunder"], ["eine Fähre am Sonntag"]),
    ],
)  # fmt: skip
def test_what_is_not_asked_for_is_denied(
    language: str, body: str, denied: list[str], asserted: list[str]
) -> None:
    """Who says what they do not ask for, and what instead, gives one demand of each stance."""
    assert found(language, body, "denied") == denied
    assert found(language, body) == asserted


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Police called for calm."),
        ("en", "The union called for a strike on Monday."),
        ("en", "“I don't want any trouble,” said a shopkeeper."),
        ("fr", "Le préfet a demandé du calme."),
        ("fr", "Le syndicat appelle à une grève lundi."),
    ],
)
def test_calls_for_calm_and_for_protests_are_no_demands(language: str, body: str) -> None:
    """What police and officials ask for is no demand, nor is the protest that is called."""
    assert found(language, body) == []
    assert found(language, body, "denied") == []


def test_a_demand_told_twice_is_one() -> None:
    """Of two ways to put one demand the likelier is kept."""
    body = (
        "Nurses marched on Monday to demand the reopening of the children's ward. They have "
        "called for the reopening of the ward since May."
    )
    assert found("en", body) == ["the reopening of the children's ward"]


def test_a_demand_shows_its_frame() -> None:
    """The cue of a demand is the frame it was found by."""
    text = text_of("en", "Hundreds rallied in Mold to demand an end to quarry blasting.")
    (mention,) = mentions_of(text)
    assert text.exact(*mention.cue) == "to demand"
    assert 0.5 < mention.score < 1


# What frames and lists are made of, in every order a careless page has them.
pieces = st.lists(
    st.sampled_from(
        [
            "demanding", "calling for", "urging", "the mayor", "to", "resign", "that", "an end to",
            ",", "and", "including", "not asking for", "we want", "don't want", "until", "for",
            "marched", "more", "pay", "“", "”", "on Friday", "réclamer", "que", "la fin", "et",
            "ne demandons pas", "nous demandons", "pedimos", "no queremos", "fordern", "die",
            "unter anderem", "dass", ".", "\n", "demands", ":", "(", "we",
        ]
    ),
    max_size=40,
).map(" ".join)  # fmt: skip


@given(st.sampled_from(LANGUAGES), st.one_of(pieces, anything))
def test_no_text_makes_finding_fail(language: str, body: str) -> None:
    """Whatever the text, demands lie within it and those of one stance never overlap."""
    text = text_of(language, body)
    mentions = mentions_of(text)
    assert all(lies_within(text, (one.first, one.end)) for one in mentions)
    for stance in ("asserted", "denied"):
        spans = [(one.first, one.end) for one in mentions if one.stance == stance]
        assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
