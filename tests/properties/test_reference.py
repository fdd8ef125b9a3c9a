"""The page on readings names every key and code there is, and its example is true."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from cortege.contract import reading_to
from cortege.flow import read, read_paths
from cortege.ingest.stage import Given
from cortege.languages import pack
from cortege.nouns import account, article, claim, reading, values

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reference" / "reading.md").read_text(encoding="utf-8")
NAMED = frozenset(re.findall(r"`([\w-]+)`", PAGE))


def test_every_key_is_on_the_page() -> None:
    """No key of the examples' readings goes unexplained."""
    found = read_paths([str(ROOT / "examples")], Given(date(2026, 3, 15)))
    keys = {key for one in found if one.reading for key in _keys(reading_to(one.reading))}
    assert keys - NAMED == set()
    assert {"accounts", "implied_rate", "carrier", "who"} <= keys


@pytest.mark.parametrize(
    "codes",
    [
        account.Status, article.PublishedOrigin, claim.Field, claim.Stance, claim.Scope,
        reading.Answer, reading.Side, reading.RelayKind, reading.FigureStatus,
        values.DatePrecision, values.Qualifier, values.PlacePrecision, values.HolderKind,
        values.ActorKind, values.Who, values.Carrier,
    ],
)  # fmt: skip
def test_every_code_is_on_the_page(codes: Any) -> None:
    """Whoever switches over codes finds all of them there."""
    assert set(get_args(codes)) - NAMED == set()


def test_every_language_is_on_the_page() -> None:
    """The page says which languages are read."""
    assert set(pack.AVAILABLE) <= NAMED


def test_the_example_is_true() -> None:
    """What the page shows is what comes out, but for the id, the score and the very words."""
    quoted = [line[2:] for line in PAGE.split("\n") if line.startswith("> ")]
    found = reading_to(read(quoted[1], title=quoted[0], published=date(2026, 3, 15)))
    [told] = found["accounts"]
    size = next(one for one in told["claims"] if one["field"] == "size")
    shown = json.loads(PAGE.partition("```json\n")[2].partition("\n```")[0])
    assert size.keys() == shown.keys()
    stable = size.keys() - {"id", "score", "evidence"}
    assert {key: size[key] for key in stable} == {key: shown[key] for key in stable}
    for words in (*shown["evidence"], shown["holder"]["words"]):
        assert found["article"]["text"][words["start"] : words["end"]] == words["exact"]


def _keys(found: Any, above: str = "") -> set[str]:
    if isinstance(found, list):
        return {key for one in found for key in _keys(one, above)}
    if not isinstance(found, dict) or above == "models":
        return set()
    inner = {key for name, one in found.items() for key in _keys(one, name)}
    return inner | set(found)
