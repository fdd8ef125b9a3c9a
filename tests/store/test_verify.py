"""A record that was tampered with, or damaged, says where."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.store.record_factory import invented

from cortege.errors import UserError
from cortege.store import articles
from cortege.store.session import open_record
from cortege.store.standing import Standing, current
from cortege.store.verify import verify


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the path of a record with one article, read by two versions."""
    path = tmp_path / "record.db"
    with open_record(path, create=True) as record:
        articles.save(record, invented(version="0.1.0"))
        articles.save(record, invented(version="0.2.0"))
        assert verify(record) == []
    return path


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("UPDATE articles SET text = replace(text, '2,400', '9,400')", "the text is not the one"),
        ("UPDATE articles SET text = replace(text, '2,400', '9,400')", "does not say '2,400"),
        ("UPDATE articles SET title = 'Calm in Brest'", "what articles says"),
        ("UPDATE readings SET body = zeroblob(9) WHERE ordinal = 1", "the reading is damaged"),
        ("UPDATE readings SET cortege = '9.9'", "9.9 is kept where 0.1.0 was read"),
        ("UPDATE readings SET known = 99 WHERE ordinal = 1", "99 is kept"),
        (
            "UPDATE articles SET reading_id = (SELECT id FROM readings WHERE ordinal = 1)",
            "the current reading is not the one",
        ),
        (
            "UPDATE readings SET body = (SELECT body FROM readings WHERE ordinal = 1)",
            "is kept where",
        ),
        ("UPDATE accounts SET size_high = 9400", "what accounts says"),
        ("UPDATE evidence SET exact = 'nobody'", "what evidence says"),
        ("UPDATE claims SET holder_kind = 'police'", "what claims says"),
        ("UPDATE account_forms SET form = 'riot'", "what account_forms says"),
        ("DELETE FROM people", "what people says"),
        ("DELETE FROM quotes", "what quotes says"),
        ("UPDATE figures SET amount = 1", "what figures says"),
        ("UPDATE campaigns SET name = ''", "what campaigns says"),
        ("INSERT INTO faults SELECT id, 1, 'X', 'x', 'x', 'x' FROM articles", "what faults says"),
        ("DELETE FROM accounts WHERE ordinal = 1", "that is not there"),
        ("DROP INDEX ix_people_name", None),
    ],
)
def test_what_was_changed_is_found(path: Path, statement: str, message: str | None) -> None:
    """Each change to what a record says is reported; one to how it is stored is not."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(statement)
    with open_record(path) as record:
        problems = [problem.message for problem in verify(record)]
    if message is None:
        assert problems == []
    else:
        assert [one for one in problems if message in one], problems


def test_a_damaged_reading_is_not_shown(path: Path) -> None:
    """Loading what cannot be trusted fails with what to do, not with half a reading."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE readings SET body = zeroblob(9)")
    with open_record(path) as record, pytest.raises(UserError) as refusal:
        articles.load(record, invented().article.id)
    assert refusal.value.code == "RECORD-FORMAT"


@pytest.mark.parametrize(
    ("versions", "newest"),
    [
        (["0.9.2", "0.10.0"], 1),
        (["1.0.0", "1.0.0rc1"], 0),
        (["1.0.0rc1", "1.0.0rc2"], 1),
        (["dev", "0.0.1"], 1),
        (["0.1", "0.1.1"], 1),
    ],
)
def test_versions_sort_as_people_expect(versions: list[str], newest: int) -> None:
    """Numbers are compared as numbers, and a release follows its candidates."""
    standings = [Standing(version, version, 0, 1) for version in versions]
    assert current(standings).cortege == versions[newest]
