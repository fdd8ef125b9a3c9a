"""Turns the folder beside the checkout into the report the project was born from and its facts.

Neither the report nor its words are ours to keep, so both are read where they stand, when they
stand there: ``../shared/seed``, seen from the root of the repository.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

SEED = Path(__file__).resolve().parents[3] / "shared" / "seed"
REPORT = SEED / "report.txt"

ABSENT = "the report the project was born from is not at hand"


def report() -> str | None:
    """Give the report, if it is at hand."""
    return REPORT.read_text(encoding="utf-8") if REPORT.is_file() else None


@cache
def facts() -> dict[str, Any]:
    """Give what a careful reader takes from the report; nothing where it is not at hand."""
    path = SEED / "facts.yaml"
    if not path.is_file():
        return {}
    yaml = pytest.importorskip("ruamel.yaml").YAML(typ="safe", pure=True)
    found: dict[str, Any] = yaml.load(path)
    return found


def rows(*path: str) -> list[dict[str, Any]]:
    """Give the rows of one list of facts, ``rows("paris", "sizes")``; none where not at hand."""
    found: Any = facts()
    for key in path:
        found = found.get(key, {}) if found else {}
    return list(found)


def named(row: dict[str, Any]) -> str:
    """Name a row in a test's output by what of it is shortest."""
    return str(row.get("id") or row.get("name") or row.get("words"))[:40]
