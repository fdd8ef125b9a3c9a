"""Whatever was told as saved survives a killed process, and the record opens and verifies."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.store.record_factory import numbered

from cortege.store import articles
from cortege.store.session import open_record
from cortege.store.verify import verify

ROOT = Path(__file__).parents[2]
ADD = """
import sys
from pathlib import Path
from cortege.cli.add import add_readings
from cortege.flow import Read
from tests.store.record_factory import numbered

readings = (numbered(number) for number in range(int(sys.argv[2])))
found = (Read("report.txt", reading, ()) for reading in readings)
sys.exit(add_readings(found, Path(sys.argv[1]), as_json=True))
"""


@pytest.mark.parametrize(
    ("n_kills", "n_reports"), [(3, 60), pytest.param(25, 300, marks=pytest.mark.slow)]
)
def test_nothing_told_as_saved_is_lost(tmp_path: Path, n_kills: int, n_reports: int) -> None:
    """Killed at random moments, from start-up to the middle of a commit, a record keeps all."""
    path, chance = tmp_path / "record.db", random.Random(20260308)
    told: set[str] = set()
    for _ in range(n_kills):
        told |= _told(_killed(path, n_reports, chance))
        if path.exists():
            _check(path, told)
    assert told, "every run was killed before it had saved anything"
    assert _told(_finished(path, n_reports)) == {numbered(n).article.id for n in range(n_reports)}
    _check(path, {numbered(n).article.id for n in range(n_reports)})


def _killed(path: Path, n_reports: int, chance: random.Random) -> bytes:
    """Start adding, kill it, and give what it had told until then."""
    child = subprocess.Popen(_command(path, n_reports), env=_environment(), stdout=subprocess.PIPE)
    assert child.stdout is not None
    lines = []
    if chance.random() < 0.8:  # else kill it while it starts, or makes the tables
        lines = [child.stdout.readline() for _ in range(chance.randint(1, n_reports // 3))]
    time.sleep(chance.uniform(0, 0.02 if lines else 1.0))
    child.kill()
    rest, _ = child.communicate()
    return b"".join(lines) + rest


def _finished(path: Path, n_reports: int) -> bytes:
    command = _command(path, n_reports)
    return subprocess.run(command, env=_environment(), capture_output=True, check=True).stdout


def _command(path: Path, n_reports: int) -> list[str]:
    return [sys.executable, "-c", ADD, str(path), str(n_reports)]


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}


def _told(output: bytes) -> set[str]:
    """Give the articles told as saved; a line that was cut off has told nothing."""
    lines = [line for line in output.splitlines(keepends=True) if line.endswith(b"\n")]
    found = [json.loads(line) for line in lines]
    assert {line["status"] for line in found} <= {"added", "known"}
    return {line["article"] for line in found}


def _check(path: Path, told: set[str]) -> None:
    with open_record(path, create=True) as record:
        assert verify(record) == []
        kept = set(articles.article_ids(record))
        assert told <= kept
        for number in range(len(kept)):
            assert articles.load(record, numbered(number).article.id) == numbered(number)
