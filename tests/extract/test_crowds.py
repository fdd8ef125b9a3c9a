"""Crowds: which numbers count protesters, which count anything else, and how far they reach."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.extract.speech_texts import LANGUAGES, anything, text_of

from cortege.extract.rules.crowds import CrowdMention
from cortege.extract.stage import extract


def crowds_of(language: str, body: str) -> list[tuple[str, CrowdMention]]:
    """Find the crowd sizes of a report, each with its words."""
    text = text_of(language, body)
    found = extract(text).crowds
    return [(text.exact(m.amount.first, m.amount.end), m) for m in found]


@pytest.mark.parametrize(
    ("language", "body", "words"),
    [
        ("en", "About 400 people marched through Hull.", ["About 400"]),
        ("en", "Hundreds of bakers rallied outside the mill in Hull.", ["Hundreds"]),
        ("en", "The march in Hull drew more than 2,000 demonstrators.", ["more than 2,000"]),
        ("en", "Police said 900 protesters joined the march; organisers spoke of 3,000.",
         ["900", "3,000"]),
        ("en", "A crowd of several hundred gathered outside the mill to protest.",
         ["several hundred"]),
        ("en", "Between 15,000 and 20,000 people took part in the demonstration.",
         ["Between 15,000 and 20,000"]),
        ("fr", "Environ 400 personnes ont défilé à Dole.", ["Environ 400"]),
        ("fr", "Des centaines de boulangers se sont rassemblés à Dole.", ["Des centaines"]),
        ("fr", "Ils étaient 2 000 manifestants selon la police, 5 000 selon les syndicats.",
         ["2 000", "5 000"]),
        ("fr", "La manifestation a réuni plus d’un millier de personnes.", ["plus d’un millier"]),
        ("es", "Unas 400 personas marcharon en Lugo.", ["Unas 400"]),
        ("de", "Etwa 400 Menschen demonstrierten in Celle.", ["Etwa 400"]),
    ],
)  # fmt: skip
def test_people_who_protest_are_a_crowd(language: str, body: str, words: list[str]) -> None:
    """A number of people beside words of protest is a size, with its modifiers."""
    assert [found for found, _ in crowds_of(language, body)] == words


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Some 300 police officers were deployed around the march."),
        ("en", "The march was called by the bakers' union, which has 4,000 members."),
        ("en", "“We are cold,” said Nora Vance, 43, at the rally."),
        ("en", "They have marched every spring since 2009."),
        ("en", "The march demanded a bonus of $500."),
        ("en", "The march closed the bakery's 40 ovens."),
        ("en", "A convoy of 120 tractors led the protest."),
        ("en", "The march lasted 40 minutes and covered 12 kilometres."),
        ("en", "The marchers want 15 percent more."),
        ("en", "The march began at 20:30 in Hull."),
        ("en", "Police arrested 23 protesters at the march."),
        ("en", "The march passed and one man waved."),
        ("fr", "Quelque 300 policiers étaient déployés autour de la marche."),
        ("fr", "Le syndicat, qui compte 4 000 adhérents, appelle à manifester."),
        ("fr", "« On a froid », dit Nora Vance, 43 ans, dans le cortège."),
        ("fr", "Ils manifestent chaque printemps depuis 2009."),
        ("fr", "Les manifestants réclament une prime de 500 euros."),
        ("fr", "Une centaine de tracteurs ouvraient la manifestation."),
        ("fr", "La marche a duré 40 minutes."),
        ("fr", "La manifestation partira à 20h30 de la gare."),
        ("fr", "La police a interpellé 23 manifestants."),
    ],
)
def test_other_numbers_are_no_crowd(language: str, body: str) -> None:
    """Police, members, ages, years, money, things, times and arrests count no protesters."""
    assert [found for found, _ in crowds_of(language, body)] == []


@pytest.mark.parametrize(
    ("language", "body", "past"),
    [
        ("en", "Last year, 900 people marched through Hull.", [True]),
        ("en", "On Friday, 900 people marched through Hull.", [False]),
        ("fr", "L’an dernier, 900 personnes avaient défilé à Dole.", [True]),
        ("fr", "Vendredi, 900 personnes ont défilé à Dole.", [False]),
    ],
)
def test_an_earlier_crowd_is_marked_as_past(language: str, body: str, past: list[bool]) -> None:
    """A crowd of last year's march is a crowd, and known to be of another time."""
    assert [mention.past for _, mention in crowds_of(language, body)] == past


@pytest.mark.parametrize(
    ("language", "body", "scope"),
    [
        ("en", "About 400 people marched through Hull.", "event"),
        ("en", "Some 90,000 people marched across the country.", "wider"),
        ("en", "Some 90,000 people joined the nationwide protest in Hull.", "event"),
        ("en", "A group of 60 protesters marched on to the mill.", "part"),
        ("fr", "Environ 400 personnes ont défilé à Dole.", "event"),
        ("fr", "Quelque 90 000 personnes ont défilé à travers le pays.", "wider"),
        ("fr", "Un groupe de 60 manifestants a marché vers le moulin.", "part"),
    ],
)
def test_a_crowd_says_how_far_it_reaches(language: str, body: str, scope: str) -> None:
    """A size is the protest's, a part's, or that of several towns."""
    assert [mention.scope for _, mention in crowds_of(language, body)] == [scope]


def test_a_crowd_says_why_it_is_one() -> None:
    """The cues that spoke for a size are kept, and their sum is above zero."""
    ((_, mention),) = crowds_of("en", "About 400 people marched through Hull.")
    assert "counts people" in mention.reasons
    assert mention.score > 0


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=25, deadline=None)
@given(body=anything)
def test_crowds_are_found_whatever_the_text(language: str, body: str) -> None:
    """No text breaks the rule; every crowd is one of the text's amounts, counted once."""
    mentions = extract(text_of(language, body))
    cores = [mention.amount.core for mention in mentions.crowds]
    assert cores == sorted(set(cores))
    assert set(cores) <= {amount.core for amount in mentions.amounts}
