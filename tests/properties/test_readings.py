"""A reading is the same however often, wherever and in whatever company it is made, and kept."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.hostile.checks import evidence_in

from cortege.contract import reading_from, reading_to
from cortege.flow import read, read_paths
from cortege.ingest.stage import Given
from cortege.nouns.reading import Reading

ROOT: Final = Path(__file__).parents[2]
EXAMPLES: Final = ROOT / "examples"
DAY: Final = date(2026, 3, 15)

_SUBJECTS: Final = (
    "Hundreds of nurses",
    "Some 4,000 people",
    "Between 200 and 300 farmers",
    "12 000 manifestants",
    "Cientos de vecinos",
    "Rund 500 Menschen",
    "Ann Lee, head of the Dockers' Union,",
    "The police",
)
_VERBS: Final = (
    " marched in ",
    " rallied outside the town hall of ",
    " ont défilé à ",
    " marcharon por ",
    " demonstrierten in ",
    " counted 900 people in ",
    " arrested 14 protesters in ",
)
_PLACES: Final = ("Leeds", "Saint-Étienne", "Málaga", "Köln", "Nice", "São Paulo", "Ghent")
_ENDS: Final = (" on Saturday.", ", police said.", ' behind a banner reading "No more".', " samedi.", " el domingo.", " am Montag.", " to demand higher wages.", " — 🏳️‍🌈 e\u0301 ﬁ \U00010400.", " against the law, “we will be back,” she said.")  # fmt: skip

sentences = st.tuples(
    st.sampled_from(_SUBJECTS),
    st.sampled_from(_VERBS),
    st.sampled_from(_PLACES),
    st.sampled_from(_ENDS),
).map("".join)
bodies = st.lists(sentences, min_size=1, max_size=6).map(" ".join)
languages = st.sampled_from(["en", "fr", "es", "de"])


@given(bodies, bodies, languages)
@settings(deadline=None, max_examples=60)
def test_a_reading_survives_being_written_and_read(title: str, body: str, language: str) -> None:
    """Through JSON and UTF-8 and back: the same values, and every span where its words are."""
    reading = read(body, title=title, published=DAY, language=language)
    written = json.dumps(reading_to(reading), ensure_ascii=False, allow_nan=False).encode("utf-8")
    again = reading_from(json.loads(written))
    assert again == reading
    assert [words for words in evidence_in(again) if not again.article.holds(words)] == []


def test_spans_survive_a_file(tmp_path: Path) -> None:
    """Saved in a file and loaded from it, every span of the examples still has its words."""
    kept = tmp_path / "readings.jsonl"
    readings = _readings([str(EXAMPLES)])
    lines = (json.dumps(reading_to(reading), ensure_ascii=False) for reading in readings)
    kept.write_text("\n".join(lines), encoding="utf-8")
    again = [
        reading_from(json.loads(line)) for line in kept.read_text(encoding="utf-8").split("\n")
    ]
    assert again == readings
    spans = [(reading, words) for reading in again for words in evidence_in(reading)]
    assert len(spans) > 100
    assert [words for reading, words in spans if not reading.article.holds(words)] == []


@given(bodies, languages)
@settings(deadline=None, max_examples=40)
def test_a_reading_does_not_depend_on_how_letters_are_composed(body: str, language: str) -> None:
    """The same text in NFD and with other newlines is the same article, read the same."""
    plain = read(body, published=DAY, language=language)
    odd = unicodedata.normalize("NFD", body).replace("\n", "\r\n")
    assert _lasting(read(odd, published=DAY, language=language)) == _lasting(plain)


@given(bodies, bodies, languages)
@settings(deadline=None, max_examples=40)
def test_a_reading_does_not_depend_on_what_was_read_before(
    one: str, other: str, language: str
) -> None:
    """No rule remembers a report: read alone, twice, or after others, it gives the same."""
    first = _lasting(read(one, published=DAY, language=language))
    read(other, published=date(2020, 2, 29), language=language)
    assert _lasting(read(one, published=DAY, language=language)) == first


def test_the_order_of_files_does_not_matter() -> None:
    """Each of the examples is read the same in whatever order they come."""
    paths = [str(path) for path in sorted(EXAMPLES.iterdir())]
    forth = {reading.article.id: _lasting(reading) for reading in _readings(paths)}
    back = {reading.article.id: _lasting(reading) for reading in _readings(paths[::-1])}
    assert forth == back
    assert len(forth) == 8


@pytest.mark.parametrize("seed", ["1", "4711"])
def test_other_hash_seeds_give_the_same_bytes(seed: str, plain_output: list[str]) -> None:
    """Nothing hangs on the order of a set: another process prints the same, seconds aside."""
    assert _printed(seed) == plain_output


@pytest.fixture(scope="module")
def plain_output() -> list[str]:
    """Give what a process with hash seed 0 prints of the examples."""
    return _printed("0")


def _printed(seed: str) -> list[str]:
    ended = subprocess.run(
        [sys.executable, "-m", "cortege", "read", str(EXAMPLES), "--published", "2026-03-15", "--json"],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": seed},
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    objects: list[dict[str, Any]] = [json.loads(line) for line in ended.stdout.splitlines()]
    for one in objects:
        assert one["run"].pop("seconds") >= 0
    return [json.dumps(one, ensure_ascii=False) for one in objects]


def _readings(paths: list[str]) -> list[Reading]:
    found = [read.reading for read in read_paths(paths, Given(DAY))]
    return [reading for reading in found if reading is not None]


def _lasting(reading: Reading) -> Reading:
    """Give a reading without what differs from run to run by its nature."""
    return replace(reading, run=replace(reading.run, seconds=0.0))
