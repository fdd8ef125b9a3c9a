"""Participants: which kinds of people a report says took part, each named once and best."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.speech_texts import LANGUAGES, anything, lies_within, text_of

from cortege.extract.rules import amounts, names, participants, triggers
from cortege.extract.rules.actor_mention import ActorMention
from cortege.extract.text import Text

NOBODY = frozenset[int]()


def mentions_of(text: Text, quoted: frozenset[int] = NOBODY) -> list[ActorMention]:
    """Find the participants of a text."""
    return participants.find(
        text, names.find(text), triggers.find(text), amounts.find(text), quoted
    )


def found(language: str, body: str) -> list[str]:
    """Give the words of the participants of a text."""
    text = text_of(language, body)
    return [text.exact(mention.first, mention.end) for mention in mentions_of(text)]


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("en", "Hundreds of ferry workers marched through Oban on Monday.", "ferry workers"),
        ("en", "Supporters of the old lighthouse rallied outside the council on Friday.",
         "Supporters of the old lighthouse"),
        ("en", "Teachers and school cooks walked out on Tuesday in Lahti.",
         "Teachers and school cooks"),
        ("en", "About 300 welders in overalls blocked the yard gate.", "welders"),
        ("en", "The rally in Mold also drew activists worried about noise and dust in the valley.",
         "activists worried about noise and dust in the valley"),
        ("fr", "Des centaines de dockers ont défilé lundi à Sète.", "dockers"),
        ("fr", "Les opposants au projet de carrière ont manifesté samedi devant la mairie.",
         "opposants au projet de carrière"),
        ("es", "Cientos de mariscadoras marcharon el lunes por Cambados.", "mariscadoras"),
        ("es", "Partidarios del alcalde se manifestaron ayer frente al ayuntamiento.",
         "Partidarios del alcalde"),
        ("de", "Hunderte Hebammen demonstrierten am Montag in Kassel.", "Hebammen"),
    ],
)  # fmt: skip
def test_kinds_of_people_who_act_take_part(language: str, body: str, expected: str) -> None:
    """Who marches, rallies or walks out takes part, with the words that say who they are."""
    assert found(language, body) == [expected]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "The choir gave a concert for tourists on Monday."),
        ("en", "Police fired tear gas at the crowd. Three officers were hurt."),
        ("en", "The ministry employs 300 clerks in Oban."),
        ("fr", "La chorale a donné un concert pour des touristes lundi."),
    ],
)
def test_people_who_only_stand_by_do_not(language: str, body: str) -> None:
    """Onlookers, police and staff who are merely counted are no participants."""
    assert found(language, body) == []


def test_a_kind_is_named_once() -> None:
    """A kind mentioned three times is one participant, and so are its near-duplicates."""
    body = (
        "Harbour pilots marched through Oban on Monday. The harbour pilots marched again on "
        "Tuesday. The pilots will march on Friday."
    )
    assert found("en", body) == ["Harbour pilots"]


def test_the_words_are_taken_where_the_people_act() -> None:
    """Of several mentions the one that shows most is the evidence."""
    body = "A note told nurses to stay home. Hundreds of nurses marched through Oban on Monday."
    text = text_of("en", body)
    (nurses,) = mentions_of(text)
    assert text.sentence_of[nurses.first] == 1


def test_scores_are_probabilities() -> None:
    """A clear case scores above a half and below one."""
    text = text_of("en", "Hundreds of ferry workers marched through Oban on Monday.")
    (mention,) = mentions_of(text)
    assert (mention.role, mention.stance) == ("participant", "asserted")
    assert 0.5 < mention.score < 1


@given(st.sampled_from(LANGUAGES), anything)
def test_no_text_makes_finding_fail(language: str, body: str) -> None:
    """Whatever the text, mentions lie within it, in order, and never overlap."""
    text = text_of(language, body)
    mentions = mentions_of(text, frozenset(range(0, len(text), 3)))
    assert all(lies_within(text, (mention.first, mention.end)) for mention in mentions)
    assert all(0 <= mention.score <= 1 for mention in mentions)
    ends = [(mention.first, mention.end) for mention in mentions]
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(ends))


# The pieces that lists, groups and their descriptions are made of, in careless order.
pieces = st.lists(
    st.sampled_from(
        [
            "nurses", "teachers", ",", "and", "supporters", "of", "the", "mayor", "from", "Oban",
            "300", "hundreds of", "marched", "including", "joined by", "who", "angry at", "police",
            "young", "anti-dam", "étudiants", "et", "en colère", "dont", "partisans", "du", "maire",
            "vecinos", "y", "Anhänger", "der", "und", "drew", ".", "\n", "«", "-",
        ]
    ),
    max_size=40,
).map(" ".join)  # fmt: skip


@given(st.sampled_from(LANGUAGES), pieces)
def test_no_heap_of_people_makes_finding_fail(language: str, body: str) -> None:
    """Heaps of nouns, numbers and joiners are read without fault, too."""
    text = text_of(language, body)
    assert all(lies_within(text, (one.first, one.end)) for one in mentions_of(text))
