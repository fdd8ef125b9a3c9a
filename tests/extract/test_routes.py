"""Paths of marches: where they began, where they ended, what they passed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.speech_texts import LANGUAGES, lies_within, text_of

from cortege.extract.rules import routes
from cortege.extract.text import Text

# What paths are made of, in every order a careless page has them.
pieces = st.lists(
    st.sampled_from(
        [
            "marched", "from", "to", "the", "Soup Square", "City Hall", "station", "of", "'s",
            "before", "gathered at", "ended at", "set off from", "via", ",", ".", "\n", "(", "de",
            "la gare", "à", "jusqu'à", "a défilé", "place", "marcharon", "desde", "hasta", "la",
            "plaza Mayor", "zogen", "vom", "Rathaus", "zum", "Bahnhof", "Monday", "10", "-", "3rd",
        ]
    ),
    max_size=40,
).map(" ".join)  # fmt: skip


def words(text: Text, stretch: tuple[int, int] | None) -> str | None:
    """Give the words of a stretch, if there is one."""
    return text.exact(*stretch) if stretch else None


@pytest.mark.parametrize(
    ("language", "body", "start", "goal"),
    [
        ("en", "They marched from Soup Square to the Ladle Museum.",
         "Soup Square", "the Ladle Museum"),
        ("en", "They marched to the Ladle Museum from Soup Square.",
         "Soup Square", "the Ladle Museum"),
        ("en", "The procession stretched from Spoon Street to Fork Bridge under an onion.",
         "Spoon Street", "Fork Bridge"),
        ("en", "They marched towards the governor's office.", None, "the governor's office"),
        ("en", "They gathered at Soup Square before marching to City Hall.",
         "Soup Square", "City Hall"),
        ("en", "The march set off from Soup Square at noon.\n\nIt ended at the old station.",
         "Soup Square", "the old station"),
        ("fr", "Ils ont défilé de la place du Potage à la place des Louches.",
         "la place du Potage", "la place des Louches"),
        ("fr", "Le cortège est parti de la gare et a rejoint la préfecture.",
         "la gare", "la préfecture"),
        ("fr", "Ils ont marché jusqu’à la mairie.", None, "la mairie"),
        ("fr", "Partie du parc Verdier, la foule a gagné la place Neuve.",
         "parc Verdier", "la place Neuve"),
        ("es", "La marcha partió de la plaza Mayor y terminó en la catedral Vieja.",
         "la plaza Mayor", "la catedral Vieja"),
        ("de", "Sie zogen vom Hauptbahnhof zum Rathaus.", "Hauptbahnhof", "Rathaus"),
    ],
)  # fmt: skip
def test_paths_are_read(language: str, body: str, start: str | None, goal: str | None) -> None:
    """A path has a start, a goal, or both, in the words of the text."""
    text = text_of(language, body)
    (route,) = routes.find(text)
    assert (words(text, route.start), words(text, route.goal)) == (start, goal)


@pytest.mark.parametrize(
    ("language", "body", "via"),
    [
        ("en", "They marched from Soup Square via Spoon Street to City Hall.", ["Spoon Street"]),
        ("fr", "Ils ont défilé de la gare à la mairie en passant par le pont Vieux.",
         ["le pont Vieux"]),
        ("en", "They marched from Soup Square to City Hall and to the Ladle Museum.",
         ["City Hall"]),
    ],
)  # fmt: skip
def test_places_between_are_kept(language: str, body: str, via: list[str]) -> None:
    """What a march passed, or where it went on from, lies between its ends."""
    text = text_of(language, body)
    (route,) = routes.find(text)
    assert [text.exact(*stretch) for stretch in route.via] == via


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "They marched from Monday to Friday."),
        ("en", "The crowd grew from 10 to 20."),
        ("en", "They came from all over to march."),
        ("en", "They marched to demand soup."),
        ("en", "They walked into the street."),
        ("en", "Protesters from Brno came to the Soup Fair."),
        ("fr", "Ils ont défilé de lundi à vendredi."),
        ("fr", "La marche a réuni des gens de Metz."),
        ("es", "Salieron a las calles."),
        ("de", "Sie zogen von Montag bis Freitag durch die Stadt."),
    ],
)
def test_other_stretches_are_no_paths(language: str, body: str) -> None:
    """Times, numbers, purposes and plain streets are not the ends of a path."""
    assert routes.find(text_of(language, body)) == []


@given(st.sampled_from(LANGUAGES), st.one_of(pieces, st.text(max_size=120)))
def test_paths_lie_within_the_text(language: str, body: str) -> None:
    """Whatever the text, a path has an end of its own within the text."""
    text = text_of(language, body)
    for route in routes.find(text):
        assert route.start or route.goal
        assert lies_within(text, (route.first, route.end))
        for stretch in (route.start, route.goal, *route.via):
            assert stretch is None or lies_within(text, stretch)
