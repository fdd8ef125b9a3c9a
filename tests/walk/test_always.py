"""What must hold of every reading, whatever else the reader gets wrong: no gap is allowed here.

The words are where they are said to be; what a report does not say stays unknown, and is neither
zero nor the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from cortege.contract import reading_to
from cortege.evaluate.coding import COUNTED
from cortege.evaluate.walks import load_walk
from cortege.flow import read
from cortege.nouns.reading import Reading
from cortege.nouns.values import Casualties, DateValue, Quantity

HERE = Path(__file__).parent
NAMES = [path.parent.name for path in sorted(HERE.glob("*/expected.json"))]

# Reports that say that people protested, and do not say when.
UNDATED = [
    (
        "en",
        "Hundreds marched through Leeds against the closure of the tram depot, the organisers said.",
    ),
    (
        "en",
        "Nurses rallied outside the hospital in Cork, demanding a pay rise. Police counted 300 people.",
    ),
    ("en", "Protesters blocked the harbour of Hull. “We will be back,” said Ann Tarrow, a docker."),
    ("fr", "Des centaines de lycéens ont défilé à Limoges contre la fermeture de leur internat."),
    ("fr", "Les dockers ont bloqué le port de Lorient. La police a compté 200 manifestants."),
    ("fr", "Plusieurs milliers de personnes ont manifesté à Nantes, selon les organisateurs."),
]
DAYS = ("2026-02-01", "2026-03-15", "2024-12-31")

# Reports that name a protest and give no number of people.
UNCOUNTED = [
    ("en", "Tenants marched through Bristol on Saturday. Nobody had counted them by nightfall."),
    (
        "en",
        "Bakers in Gore rallied on Friday with 40 loaves, 3 vans and a petition of 900 signatures.",
    ),
    ("fr", "Les boulangers de Dole ont manifesté vendredi avec 40 baguettes et 900 signatures."),
    ("fr", "Les locataires ont défilé samedi à Roubaix ; la préfecture n’a donné aucun chiffre."),
]


@pytest.mark.parametrize("name", NAMES)
def test_words_stand_where_they_are_said_to_stand(name: str) -> None:
    """Every piece of evidence, of whatever, is the text between its offsets."""
    reading = walk_read(name)
    evidence = list(_evidence(reading_to(reading)))
    assert [e for e in evidence if reading.article.text[e["start"] : e["end"]] != e["exact"]] == []
    assert all(e["start"] < e["end"] for e in evidence)


@pytest.mark.parametrize("name", NAMES)
def test_a_walk_is_read_whole_and_without_fault(name: str) -> None:
    """No rule fails on a walk, nothing is cut off, and the language is found."""
    reading = walk_read(name)
    assert reading.faults == ()
    assert reading.article.n_chars_read == reading.article.n_chars
    assert reading.article.language == name[:2]


@pytest.mark.parametrize("name", NAMES)
def test_reading_twice_gives_the_same(name: str) -> None:
    """A reading depends on the report and on nothing else but the time it took."""
    once, again = reading_to(walk_read(name)), reading_to(load_walk(HERE / name).read())
    for reading in (once, again):
        del reading["run"]["seconds"]
    assert once == again


@pytest.mark.parametrize("name", NAMES)
def test_a_crowd_nobody_counted_is_unknown_and_not_zero(name: str) -> None:
    """No crowd is of nobody; where no size is claimed, none is resolved."""
    for account in walk_read(name).accounts:
        sizes = [claim.value for claim in account.about("size")]
        assert all(isinstance(size, Quantity) and size.high != 0 for size in sizes)
        if not sizes:
            assert account.resolved.size is None


@pytest.mark.parametrize("name", NAMES)
def test_zero_arrests_are_only_where_the_report_says_so(name: str) -> None:
    """That nobody was arrested, hurt or killed is read only off words that say it."""
    coding = load_walk(HERE / name).coding
    said = {
        kind for p in coding.protests for kind in COUNTED for b in p.counted[kind] if b.high == 0
    }
    for account in walk_read(name).accounts:
        for claim in account.claims:
            if isinstance(claim.value, Casualties) and claim.value.high == 0:
                assert claim.field in said


@pytest.mark.parametrize("name", NAMES)
def test_a_place_is_a_point_or_none(name: str) -> None:
    """Latitude and longitude are both there or neither is, and never nought and nought."""
    for account in walk_read(name).accounts:
        place = account.resolved.place
        if place is not None:
            assert (place.lat is None) == (place.lon is None)
            assert (place.lat, place.lon) != (0, 0)


@pytest.mark.parametrize("name", NAMES)
def test_without_a_publication_date_no_year_is_invented(name: str) -> None:
    """A report that came without its date is dated by what it says: its years are in its text."""
    walk = load_walk(HERE / name)
    undated = read(walk.body, title=walk.title)
    years = set(re.findall(r"(?<!\d)\d{4}(?!\d)", undated.article.text))
    assert {str(year) for year in _years(undated)} <= years


@pytest.mark.parametrize("published", DAYS)
@pytest.mark.parametrize(("language", "body"), UNDATED)
def test_a_protest_is_not_dated_by_its_publication(
    language: str, body: str, published: str
) -> None:
    """A report that does not say when is not dated to the day it was printed, nor to any other."""
    reading = read(body, published=published, language=language)
    assert reading.accounts
    for account in reading.accounts:
        assert account.about("date") == ()
        assert account.resolved.date in {None, DateValue(None, None, "unknown")}


@pytest.mark.parametrize(("language", "body"), UNCOUNTED)
def test_a_protest_is_not_counted_by_other_numbers(language: str, body: str) -> None:
    """Loaves, vans and signatures are no crowd, and the crowd stays unknown."""
    reading = read(body, published="2026-02-01", language=language)
    assert reading.accounts
    for account in reading.accounts:
        assert account.about("size") == ()
        assert account.resolved.size is None


@cache
def walk_read(name: str) -> Reading:
    """Read a walk once for all tests."""
    return load_walk(HERE / name).read()


def _evidence(value: Any) -> Iterator[dict[str, Any]]:
    """Find every object with offsets and words, however deep."""
    if isinstance(value, dict):
        if {"start", "end", "exact"} <= value.keys():
            yield value
        for below in value.values():
            yield from _evidence(below)
    elif isinstance(value, list):
        for below in value:
            yield from _evidence(below)


def _years(reading: Reading) -> Iterator[int]:
    for account in reading.accounts:
        for claim in account.about("date"):
            if isinstance(claim.value, DateValue) and claim.value.first:
                yield claim.value.first.year
