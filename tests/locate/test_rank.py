"""The places of one report settle each other, and every answer gives its reasons."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cortege.locate.candidates import PlaceMention, mention_at
from cortege.locate.features import SENTENCES, WEIGHTS
from cortege.locate.gazetteer import open_world
from cortege.locate.stage import Hints, Located, locate

WORLD = open_world()
TOWNS = "Paris London Springfield Córdoba Salem Cambridge Valencia Georgia Santiago".split()


def _located(text: str, names: str, hints: Hints | None = None) -> list[Located]:
    """Locate names, separated by ``|``, at their successive places in a text."""
    mentions, at = [], 0
    for name in names.split("|"):
        at = text.index(name, at)
        mentions.append(mention_at(text, at, at + len(name), gazetteer=WORLD))
        at += len(name)
    return locate(mentions, hints or Hints(language="en"))


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("They marched in Paris.", "Paris", [("FR", "city")]),
        ("They marched in Paris, Texas.", "Paris|Texas", [("US", "city"), ("US", "region")]),
        ("They marched in Salem, Ore.", "Salem", [("US", "city")]),
        ("They marched in Washington.", "Washington", [("US", "city")]),
        ("They marched in New York.", "New York", [("US", "city")]),
        ("They marched in Mexico.", "Mexico", [("MX", "country")]),
        (
            "In Tbilisi, capital of Georgia, and in Batumi.",
            "Tbilisi|Georgia|Batumi",
            [("GE", "city"), ("GE", "country"), ("GE", "city")],
        ),
        (
            "In Atlanta and Savannah, and all over Georgia.",
            "Atlanta|Savannah|Georgia",
            [("US", "city"), ("US", "city"), ("US", "region")],
        ),
        (
            "In Rosario, Buenos Aires and Córdoba they marched.",
            "Rosario|Buenos Aires|Córdoba",
            [("AR", "city"), ("AR", "city"), ("AR", "city")],
        ),
        (
            "In Sevilla, Granada and Córdoba they marched.",
            "Sevilla|Granada|Córdoba",
            [("ES", "city"), ("ES", "city"), ("ES", "city")],
        ),
    ],
)
def test_company_decides(text: str, names: str, expected: list[tuple[str, str]]) -> None:
    """Namesakes are told apart by the words after them and by the other places."""
    found = [(a.row.country, a.row.kind) if a.row else None for a in _located(text, names)]
    assert found == expected


def test_one_name_is_one_place_unless_told_apart() -> None:
    """A later bare name follows the one that was explained; another explanation parts them."""
    text = "In Salem, Ore., and in Salem, Mass., they met. Salem is small. Paris is not."
    oregon, massachusetts, bare = _located(text, "Salem|Salem|Salem")
    assert oregon.place
    assert massachusetts.place
    assert (oregon.place.admin1, massachusetts.place.admin1) == ("Oregon", "Massachusetts")
    assert bare.place == massachusetts.place


def test_precision_is_not_invented() -> None:
    """Regions and countries carry no point; every place carries a radius."""
    paris, bavaria, france = _located("Paris, then Bayern, then France", "Paris|Bayern|France")
    assert [a.place.precision for a in (paris, bavaria, france) if a.place] == [
        "city",
        "region",
        "country",
    ]
    assert paris.place
    assert bavaria.place
    assert (paris.place.lat, paris.place.lon) == (48.85, 2.35)
    assert (bavaria.place.lat, bavaria.place.lon) == (None, None)
    assert bavaria.place.radius_km
    assert bavaria.place.radius_km > 100


def test_the_outlet_s_country_counts() -> None:
    """Where nothing else speaks, an outlet means the namesake of its own country."""
    found = [
        _located("A march in Valencia.", "Valencia", Hints("es", outlet_country=country))[0]
        for country in ("ES", "VE")
    ]
    assert [a.row.country for a in found if a.row] == ["ES", "VE"]


def test_an_unknown_name_stays_unknown() -> None:
    """A name the gazetteer lacks has no place, no score and says so."""
    (answer,) = _located("They met in Qwertzuiop.", "Qwertzuiop")
    assert (answer.place, answer.row, answer.score) == (None, None, 0.0)
    assert answer.reasons == ("the gazetteer has no place of that name",)


def test_reasons_name_what_spoke() -> None:
    """The weightiest reason comes first, and every feature has a sentence."""
    (answer,) = _located("They marched in Salem, Ore.", "Salem")
    assert answer.reasons[0] == "lies where the words after the name say"
    assert set(SENTENCES) == set(WEIGHTS)


@given(st.lists(st.sampled_from(TOWNS), min_size=1, max_size=6), st.randoms())
@settings(max_examples=25, deadline=None)
def test_the_order_of_mentions_does_not_matter(names: list[str], chance: random.Random) -> None:
    """The same mentions in another order get the same places, in their own order."""
    text = " and ".join(names)
    answers = _located(text, "|".join(names))
    mentions: list[PlaceMention] = [a.mention for a in answers]
    chance.shuffle(mentions)
    shuffled = {a.mention.start: a.place for a in locate(mentions, Hints(language="en"))}
    assert shuffled == {a.mention.start: a.place for a in answers}
    by_name = {a.mention.surface: a.place for a in answers}
    assert all(by_name[a.mention.surface] == a.place for a in answers)
