"""The gazetteer that ships finds what the press names, under the names the press uses."""

from __future__ import annotations

import hashlib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cortege.locate.gazetteer
from cortege.locate.fold import fold
from cortege.locate.gazetteer import Gazetteer, open_world

WORLD = open_world()
ROOT = Path(__file__).parents[2]
PACKAGE = Path(cortege.locate.gazetteer.__file__).parent


@pytest.mark.parametrize(
    ("name", "country", "admin1"),
    [
        ("Pékin", "CN", "Beijing Shi"),
        ("Genf", "CH", "Genève"),
        ("La Haya", "NL", "Zuid-Holland"),
        ("Kiev", "UA", "Kyiv"),
        ("Kyiv", "UA", "Kyiv"),
        ("Mailand", "IT", "Lombardia"),
        ("Londres", "GB", "England"),
        ("SAINT-ETIENNE", "FR", "Auvergne-Rhône-Alpes"),
        ("Cottbus", "DE", "Brandenburg"),
        ("Qamishli", "SY", "Al Ḩasakah"),
        ("Nouméa", "NC", "South Province"),
    ],
)
def test_a_town_is_found(name: str, country: str, admin1: str) -> None:
    """The most populous town of a name is found under its names in five languages."""
    towns = [row for row in WORLD.lookup(name) if row.kind == "city"]
    assert (towns[0].country, towns[0].admin1) == (country, admin1)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("U.S.", "US"),
        ("EE.UU.", "US"),
        ("Etats-Unis", "US"),
        ("Britain", "GB"),
        ("Großbritannien", "GB"),
        ("Corée du Sud", "KR"),
        ("Elfenbeinküste", "CI"),
        ("La Réunion", "RE"),
        ("Guadeloupe", "GP"),
        ("Martinique", "MQ"),
        ("Guyane", "GF"),
        ("Mayotte", "YT"),
        ("Nouvelle-Calédonie", "NC"),
        ("Polynésie française", "PF"),
        ("Kosovo", "XK"),
    ],
)
def test_a_country_is_found(name: str, country: str) -> None:
    """Countries and overseas territories answer to what the press calls them."""
    assert country in {row.country for row in WORLD.lookup(name) if row.kind == "country"}


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("French", "FR"),
        ("Frenchmen", "FR"),
        ("françaises", "FR"),
        ("estadounidenses", "US"),
        ("francesa", "FR"),
        ("iraníes", "IR"),
        ("italienischen", "IT"),
        ("Franzosen", "FR"),
        ("Palästinenserinnen", "PS"),
        ("tedeschi", "DE"),
        ("Paris", None),
        ("protesters", None),
    ],
)
def test_a_demonym_names_its_country(word: str, country: str | None) -> None:
    """Inflected words for people and things lead to their country; other words to none."""
    assert WORLD.country_of_demonym(word) == country


@pytest.mark.parametrize(
    ("name", "code", "country"),
    [
        ("Ore.", "OR", "US"),
        ("IN", "IN", "US"),
        ("Man.", "03", "CA"),
        ("Bas-Rhin", "44", "FR"),
        ("Bayern", "02", "DE"),
        ("Cataluña", "56", "ES"),
        ("NSW", "02", "AU"),
    ],
)
def test_a_container_is_found(name: str, code: str, country: str) -> None:
    """Regions are found by name and, after a town, by the press's abbreviations."""
    assert (code, country) in {(row.admin1_code, row.country) for row in WORLD.containers(name)}


def test_an_abbreviation_alone_is_no_name() -> None:
    """Only after a town does "Miss." mean Mississippi."""
    assert all(row.country != "US" or row.kind == "city" for row in WORLD.lookup("Miss."))


def test_districts_and_capitals_are_told_apart() -> None:
    """A part of a town is a district; a national capital says so."""
    assert {row.seat for row in WORLD.lookup("Ouagadougou")} == {"capital"}
    assert "district" in {row.kind for row in WORLD.lookup("Kreuzberg")}


@pytest.mark.parametrize(
    ("words", "n_words", "name"),
    [
        ("clermont ferrand on saturday", 2, "Clermont-Ferrand"),
        ("new york city hall", 3, "New York City"),
        ("santiago de compostela", 3, "Santiago de Compostela"),
        ("zzyzzx", 0, None),
        ("", 0, None),
    ],
)
def test_the_longest_name_wins(words: str, n_words: int, name: str | None) -> None:
    """Of the names that begin at a word, the longest is given, and only whole words count."""
    found, rows = WORLD.longest(words.split(), 0)
    assert found == n_words
    assert (rows[0].name if rows else None) == name


@given(st.lists(st.sampled_from("new york san jose la paz st of santa cruz de".split())))
def test_longest_agrees_with_lookup(words: list[str]) -> None:
    """A run that `longest` gives is one that `lookup` knows, and keeps within its limit."""
    folded = [fold(word) for word in words]
    for start in range(len(folded)):
        n_words, rows = WORLD.longest(folded, start, limit=3)
        assert n_words <= min(3, len(folded) - start)
        assert rows == (WORLD.lookup(" ".join(folded[start : start + n_words])) if n_words else ())


@pytest.mark.parametrize("name", ["Springfield", "San José", "Paris", "Córdoba"])
def test_namesakes_come_most_populous_first(name: str) -> None:
    """Many places share a name; the order is by inhabitants."""
    rows = WORLD.lookup(name)
    assert len(rows) > 1
    assert all(first.population >= second.population for first, second in pairwise(rows))


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    """A damaged or outdated gazetteer says so instead of answering nonsense."""
    for suffix in (".names", ".labels"):
        source = PACKAGE / f"world{suffix}"
        (tmp_path / source.name).write_bytes(source.read_bytes())
    rows = (PACKAGE / "world.rows").read_bytes()
    (tmp_path / "world.rows").write_bytes(b"CORTGAZ0" + rows[8:])
    with pytest.raises(ValueError, match="not a gazetteer of this version"):
        Gazetteer(tmp_path / "world.rows")


def test_the_files_are_those_that_were_built() -> None:
    """What ships has the digests the build wrote down, carries its credits and stays small."""
    for line in (ROOT / "gazetteer/digests.txt").read_text("utf-8").splitlines():
        digest, name = line.split()
        assert hashlib.sha256((PACKAGE / name).read_bytes()).hexdigest() == digest, name
    notice = (PACKAGE / "NOTICE.md").read_text("utf-8")
    assert "GeoNames" in notice
    assert "CC BY 4.0" in notice
    assert "ODbL" in notice
    assert sum(path.stat().st_size for path in PACKAGE.glob("world.*")) <= 10_000_000
