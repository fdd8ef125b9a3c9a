"""What is put into a record comes out again, in whatever order it went in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.record_factory import invented, numbered, with_fault
from tests.store.strategies import readings

from cortege.nouns.article import Article, Evidence, EvidenceError, digest
from cortege.nouns.reading import Reading
from cortege.store import articles
from cortege.store.codec import all_evidence
from cortege.store.session import open_record
from cortege.store.verify import verify

PATIENT = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    max_examples=40,
)


def content(path: Path, given_in_order: Sequence[Reading]) -> list[str]:
    """Make a record of the readings and give what it holds."""
    with open_record(path, create=True) as record:
        for reading in given_in_order:
            articles.save(record, reading)
        assert verify(record) == []
        return list(articles.content(record))


@PATIENT
@given(reading=readings())
def test_a_reading_comes_back_equal(
    tmp_path_factory: pytest.TempPathFactory, reading: Reading
) -> None:
    """A loaded reading equals the saved one, and its words stand where they stood."""
    with open_record(tmp_path_factory.getbasetemp() / "equal.db", create=True) as record:
        saved = articles.save(record, reading)
        loaded = articles.load_reading(record, saved.reading_id)
    assert loaded == reading
    for evidence in all_evidence(loaded):
        assert loaded.article.text[evidence.start : evidence.end] == evidence.exact


@settings(PATIENT, max_examples=8)
@given(several=st.lists(readings(), max_size=3))
def test_any_record_verifies(
    tmp_path_factory: pytest.TempPathFactory, several: list[Reading]
) -> None:
    """No reading that can be saved makes a record that finds fault with itself."""
    path = tmp_path_factory.mktemp("any") / "record.db"
    content(path, several)


VARIATIONS = [
    invented(title=title, version=version, published=published)
    for title in ("Crews out", "Crews still out")
    for version in ("0.9.0", "0.10.0")
    for published in (None, date(2026, 3, 8))
]


@pytest.fixture(scope="module")
def in_order(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Give what a record holds that was given the variations as they are listed."""
    return content(tmp_path_factory.mktemp("in_order") / "record.db", VARIATIONS)


@settings(PATIENT, max_examples=8)
@given(order=st.permutations(VARIATIONS))
def test_the_order_of_adding_does_not_show(
    tmp_path_factory: pytest.TempPathFactory, in_order: list[str], order: list[Reading]
) -> None:
    """Two records given the same readings in any order hold the same."""
    assert content(tmp_path_factory.mktemp("order") / "record.db", order) == in_order


def test_adding_twice_changes_nothing(tmp_path: Path) -> None:
    """The same report again is known, however long reading it took and wherever it lay."""
    path, reading = tmp_path / "record.db", with_fault(invented())
    once = content(path, [reading])
    moved = replace(reading.faults[0], where="elsewhere/report.txt")
    slower = replace(reading, faults=(moved,), run=replace(reading.run, seconds=9.0))
    with open_record(path) as record:
        assert articles.save(record, slower).status == "known"
    assert content(path, [slower]) == once


@pytest.mark.parametrize(
    ("first", "second", "status", "current"),
    [
        ({"version": "0.9.0"}, {"version": "0.10.0"}, "updated", 1),
        ({"version": "0.10.0"}, {"version": "0.9.0"}, "known", 0),
        ({"published": None}, {}, "updated", 1),
        ({}, {"published": None}, "known", 0),
        ({}, {"published": date(2026, 3, 9)}, "updated", 1),
        ({"outlet": "The Quay Letter"}, {"outlet": None}, "known", 0),
        ({"version": "0.2.0", "published": None}, {"version": "0.1.0"}, "known", 0),
    ],
)
def test_one_reading_of_several_is_current(
    tmp_path: Path,
    first: dict[str, object],
    second: dict[str, object],
    status: str,
    current: int,
) -> None:
    """A newer version, then better knowledge of the source, then the later word decides."""
    both = [invented(**first), invented(**second)]  # type: ignore[arg-type]
    with open_record(tmp_path / "record.db", create=True) as record:
        statuses = [articles.save(record, reading).status for reading in both]
        kept = articles.readings_of(record, both[0].article.id)
        assert articles.load(record, both[0].article.id) == both[current]
        assert [articles.load_reading(record, each.id) for each in kept] == both
        assert verify(record) == []
    assert statuses == ["added", status]
    assert [each.current for each in kept] == [current == 0, current == 1]


def test_a_reading_that_leaves_an_account_out_clears_it(tmp_path: Path) -> None:
    """The index holds the current reading and nothing of the one before it."""
    before = invented(version="0.1.0")
    after = replace(invented(version="0.2.0"), accounts=before.accounts[:1], campaigns=())
    with open_record(tmp_path / "record.db", create=True) as record:
        n_before = len(articles.save(record, before).account_ids)
        n_after = len(articles.save(record, after).account_ids)
        assert verify(record) == []
    assert (n_before, n_after) == (2, 1)


def test_words_that_are_not_there_are_refused(tmp_path: Path) -> None:
    """A person, too, needs words that stand in the text; nothing of the reading is kept."""
    reading = invented()
    made_up = replace(reading.people[0], evidence=(Evidence(3, 8, "never"),))
    with open_record(tmp_path / "record.db", create=True) as record:
        with pytest.raises(EvidenceError, match="never"):
            articles.save(record, replace(reading, people=(made_up,)))
        assert articles.article_ids(record) == ()


@pytest.mark.parametrize(
    "spoilt",
    [
        replace(invented(), article=replace(invented().article, id="sha256:00")),
        replace(invented(), campaigns=invented().campaigns * 2),
    ],
    ids=["another text's id", "two campaigns of one name"],
)
def test_a_reading_at_odds_with_itself_is_refused(tmp_path: Path, spoilt: Reading) -> None:
    """What contradicts itself is refused whole, and the record goes on working."""
    with open_record(tmp_path / "record.db", create=True) as record:
        with pytest.raises(ValueError, match=r"id is not|contradicts"):
            articles.save(record, spoilt)
        assert articles.save(record, numbered(1)).status == "added"
        assert verify(record) == []


def test_what_utf8_cannot_carry_is_kept(tmp_path: Path) -> None:
    """A lone surrogate in an outlet's name comes back, though no SQLite text can hold it."""
    reading = invented(outlet="Quay \ud83d Letter")
    with open_record(tmp_path / "record.db", create=True) as record:
        articles.save(record, reading)
        assert articles.load(record, reading.article.id) == reading
        assert verify(record) == []


def test_a_text_that_utf8_cannot_carry_is_refused(tmp_path: Path) -> None:
    """The text is what offsets refer to: it is kept letter by letter or not at all."""
    text = "Crews \ud83d out"
    reading = replace(
        invented(),
        article=Article(digest(text), text),
        accounts=(), campaigns=(), people=(), quotes=(), figures=(), relay=(),
    )  # fmt: skip
    with open_record(tmp_path / "record.db", create=True) as record:
        with pytest.raises(ValueError, match="surrogates"):
            articles.save(record, reading)
        assert articles.article_ids(record) == ()


def test_an_unknown_article_is_a_key_error(tmp_path: Path) -> None:
    """Asking for what is not there is an error of its own, not an empty reading."""
    with open_record(tmp_path / "record.db", create=True) as record:
        with pytest.raises(KeyError):
            articles.load(record, "sha256:00")
        with pytest.raises(KeyError):
            articles.load_reading(record, "rd_00")
