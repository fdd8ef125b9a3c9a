"""A record opens when it is ours and free, and is refused untouched when it is not."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from tests.store.record_factory import BODY, invented, numbered

from cortege.errors import UserError
from cortege.store import articles, session
from cortege.store.migrations.run import downgrade, upgrade
from cortege.store.session import APPLICATION_ID, SCHEMA, Record, open_record
from cortege.store.tables import metadata
from cortege.store.verify import verify


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the path of a record that holds one article."""
    path = tmp_path / "record.db"
    with open_record(path, create=True) as record:
        articles.save(record, invented())
    return path


def _text(path: Path) -> None:
    path.write_text("Ferry crews fill the quays.\n" * 60)


def _other_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")


def _other_identity(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 1196444487")
        connection.execute("CREATE TABLE features (name TEXT)")


@pytest.mark.parametrize("make", [_text, _other_program, _other_identity])
@pytest.mark.parametrize("create", [False, True])
def test_a_file_of_another_kind_is_refused_untouched(
    tmp_path: Path, make: Callable[[Path], None], create: bool
) -> None:
    """What is not a record is not turned into one, not even by `cortege add`."""
    path = tmp_path / "record.db"
    make(path)
    before = path.read_bytes()
    with pytest.raises(UserError) as refusal, open_record(path, create=create):
        pass
    assert refusal.value.code == "RECORD-FORMAT"
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_newer_record_is_refused_untouched(path: Path) -> None:
    """A record of a schema we do not know is left to the version that made it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    before = path.read_bytes()
    with pytest.raises(UserError, match=f"schema {SCHEMA + 1}") as refusal, open_record(path):
        pass
    assert refusal.value.code == "RECORD-FORMAT"
    assert path.read_bytes() == before


def test_a_damaged_record_is_refused(path: Path) -> None:
    """A record whose pages have been overwritten is said to be damaged."""
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(UserError) as refusal, open_record(path) as record:
        verify(record)
    assert refusal.value.code == "RECORD-FORMAT"


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize("name", ["", "nowhere/record.db"])
def test_a_record_needs_a_folder_and_a_name(tmp_path: Path, name: str, create: bool) -> None:
    """A folder is no record, and no folder is made by the way."""
    with pytest.raises(UserError) as refusal, open_record(tmp_path / name, create=create):
        pass
    assert refusal.value.code == "RECORD-MISSING"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("is_there", [False, True])
def test_only_adding_begins_a_record(tmp_path: Path, is_there: bool) -> None:
    """Reading commands create nothing; adding begins a record, also in an empty file."""
    path = tmp_path / "record.db"
    if is_there:
        path.touch()
    with pytest.raises(UserError) as refusal, open_record(path):
        pass
    assert refusal.value.code == "RECORD-MISSING"
    assert path.exists() == is_there
    with open_record(path, create=True) as record:
        assert articles.article_ids(record) == ()


def test_a_busy_record_says_so_and_can_still_be_read(path: Path) -> None:
    """A second writer waits, then says what to do; readers see the last saved state."""
    with open_record(path) as first, open_record(path, timeout_s=0.05) as second:
        with first.writing():
            with pytest.raises(UserError, match="another process") as refusal:
                articles.save(second, numbered(1))
            assert articles.load(second, invented().article.id) == invented()
        assert refusal.value.code == "RECORD-BUSY"
        assert articles.save(second, numbered(1)).status == "added"


def test_a_writer_waits_for_its_turn(path: Path) -> None:
    """Two writers save one after the other, though the second came while the first wrote."""
    with open_record(path) as first, open_record(path, timeout_s=30) as second:
        save = threading.Thread(target=articles.save, args=(second, numbered(1)))
        with first.writing() as connection:
            save.start()
            save.join(timeout=0.2)
            assert save.is_alive()
            # A transaction of the second that had begun by reading could now never write.
            connection.exec_driver_sql("UPDATE articles SET byline = byline")
        save.join(timeout=30)
        assert numbered(1).article.id in articles.article_ids(first)


def test_two_may_begin_one_record_at_once(tmp_path: Path) -> None:
    """Whoever comes second finds the tables made and adds to them."""
    path = tmp_path / "record.db"
    barrier = threading.Barrier(2)

    def begin(number: int) -> None:
        barrier.wait()
        with open_record(path, create=True, timeout_s=30) as record:
            articles.save(record, numbered(number))

    writers = [threading.Thread(target=begin, args=(number,)) for number in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with open_record(path) as record:
        assert len(articles.article_ids(record)) == 2
        assert verify(record) == []


def test_a_full_disk_says_so(path: Path) -> None:
    """Where nothing more can be written, nothing is half-written, and the message says why."""
    with open_record(path) as record:
        with record.writing() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")
        with pytest.raises(UserError, match="full"):
            articles.save(record, invented(body="Crews out. " * 10_000 + BODY))
        assert verify(record) == []


def test_a_failed_transaction_leaves_nothing(path: Path) -> None:
    """What goes wrong half-way is undone."""
    with open_record(path) as record:
        with pytest.raises(RuntimeError):
            _delete_and_fail(record)
        assert len(articles.article_ids(record)) == 1


def _delete_and_fail(record: Record) -> None:
    with record.writing() as connection:
        connection.exec_driver_sql("DELETE FROM articles")
        raise RuntimeError


def test_the_file_says_what_it_is(path: Path) -> None:
    """Other tools see an identity, a schema and the write-ahead log; one file is left."""
    with closing(sqlite3.connect(path)) as connection:
        pragmas = ("application_id", "user_version", "journal_mode")
        found = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas]
    assert found == [APPLICATION_ID, SCHEMA, "wal"]
    assert list(path.parent.iterdir()) == [path]


def test_connections_keep_the_promises(path: Path) -> None:
    """Every connection checks foreign keys, waits for locks and syncs each commit."""
    with open_record(path, timeout_s=1.5) as record, record.reading() as connection:
        pragmas = ("foreign_keys", "busy_timeout", "synchronous")
        found = [connection.exec_driver_sql(f"PRAGMA {p}").scalar_one() for p in pragmas]
    assert found == [1, 1500, 2]


def test_a_path_may_hold_any_sign(tmp_path: Path) -> None:
    """Signs that mean something in an address are part of the name here."""
    path = tmp_path / "what? 100%#é.db"
    with open_record(path, create=True) as record:
        articles.save(record, invented())
    assert list(tmp_path.iterdir()) == [path]


def test_migrations_make_the_tables_that_the_code_expects(path: Path) -> None:
    """The schema after all steps is that of `cortege.store.tables`."""
    with open_record(path) as record, record.reading() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, metadata) == []


def test_every_constraint_has_a_name(path: Path) -> None:
    """SQLite can only alter constraints that have names, so all of them do."""
    with closing(sqlite3.connect(path)) as connection:
        statements = connection.execute("SELECT sql FROM sqlite_master WHERE type = 'table'")
        tables = [sql for (sql,) in statements if "alembic_version" not in sql]
    assert len(tables) == len(metadata.tables)
    for sql in tables:
        for line in sql.splitlines():
            kinds = ("PRIMARY KEY", "FOREIGN KEY", "UNIQUE", "CHECK")
            assert not line.strip().startswith(kinds), line


def test_the_first_step_can_be_undone(path: Path) -> None:
    """Going back empties the file, articles and all, and going forward again works."""
    with open_record(path) as record:
        with record.writing() as connection:
            downgrade(connection, "base")
        with record.reading() as connection:
            left = connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all()
        with record.writing() as connection:
            upgrade(connection)
        assert articles.save(record, invented()).status == "added"
    assert [name for name in left if "alembic" not in name] == []


def test_an_older_record_is_brought_forward(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record of an older schema is migrated when it is opened, once, with what it holds."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 1")
    monkeypatch.setattr(session, "SCHEMA", 2)
    steps = []
    monkeypatch.setattr("cortege.store.migrations.run.upgrade", lambda _: steps.append("step"))
    for _ in range(2):
        with open_record(path) as record:
            assert articles.load(record, invented().article.id) == invented()
    assert steps == ["step"]


def test_a_copy_is_a_record(path: Path, tmp_path: Path) -> None:
    """A record that nobody has open is one file, and its copy is the same record."""
    shutil.copy(path, tmp_path / "copy.db")
    with open_record(tmp_path / "copy.db") as copy, open_record(path) as record:
        assert list(articles.content(copy)) == list(articles.content(record))
