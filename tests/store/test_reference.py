"""The reference says what there is, and its example runs."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.store.record_factory import invented

from cortege.store import articles
from cortege.store.session import open_record
from cortege.store.tables import metadata

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "record.md"


def test_the_reference_lists_every_table() -> None:
    """Whoever opens a record with another tool finds each table explained."""
    text = REFERENCE.read_text(encoding="utf-8").partition("## Tables")[2]
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    assert set(re.findall(r"`(\w+)`", " ".join(rows))) == set(metadata.tables)


def test_the_example_runs(tmp_path: Path) -> None:
    """The query of the reference gives crowd sizes by who states them, with the words."""
    (query,) = re.findall("```sql\n(.*?)```", REFERENCE.read_text(encoding="utf-8"), re.DOTALL)
    with open_record(tmp_path / "record.db", create=True) as record:
        articles.save(record, invented())
    with closing(sqlite3.connect(tmp_path / "record.db")) as connection:
        rows = set(connection.execute(query))
    assert rows == {
        ("2026-03-07", "Brest", "police", 200, "Several hundred people"),
        ("2026-03-07", "Brest", "organisers", 2400, "2,400 marchers"),
    }
