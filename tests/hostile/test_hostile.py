"""Whatever a text holds, reading it raises nothing, claims nothing false, and ends in time."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import pytest
from tests.hostile.checks import Clock, evidence_in, wrong
from tests.hostile.texts import FAMILIES, Hostile, giants, hostile

from cortege.contract import reading_to
from cortege.flow import read_paths
from cortege.ingest.stage import Given
from cortege.view.page import page
from cortege.view.terminal import show

ALL = 10_000
FEW = 880
NAMES = sorted(FAMILIES)
KINDS = list(giants(100))
# A line of a million characters must be no worse than its length: these are read at full length.
UNBROKEN = (
    "letters without blanks", "capitals without blanks", "digits", "hyphenated word", "hyphens",
    "brackets", "newlines", "combining marks", "astral letters", "invisible marks", "full stops",
)  # fmt: skip


@pytest.fixture(scope="module")
def clock() -> Clock:
    """Measure sound reports once."""
    return Clock()


# --------------------------------------------------------------------------- small texts


@pytest.mark.parametrize("family", NAMES)
def test_a_text_is_read_whatever_it_holds(family: str) -> None:
    """Nothing is raised, all evidence stands in the text, and the JSON is as good as the reading."""
    assert _complaints(family, FEW, wrong) == {}


@pytest.mark.parametrize("family", NAMES)
def test_a_text_takes_no_longer_than_its_length_allows(family: str, clock: Clock) -> None:
    """No small text stalls the reader."""
    assert _complaints(family, FEW // 2, clock.too_slow) == {}


@pytest.mark.slow
@pytest.mark.parametrize("family", NAMES)
def test_ten_thousand_texts(family: str, clock: Clock) -> None:
    """The same of ten thousand texts."""
    assert _complaints(family, ALL, wrong) == {}
    assert _complaints(family, ALL, clock.too_slow) == {}


def _complaints(
    family: str, n_texts: int, complaint: Callable[[Hostile], str | None]
) -> dict[int, str]:
    """Give the first complaints about the texts of a family, by their numbers."""
    found: dict[int, str] = {}
    for number in range(NAMES.index(family), n_texts, len(NAMES)):
        said = complaint(hostile(number))
        if said is not None:
            found[number] = said
        if len(found) == 3:
            break
    return found


# --------------------------------------------------------------------------- long texts


@pytest.mark.parametrize("kind", KINDS)
def test_a_long_text_of_one_kind_is_no_stall(kind: str, clock: Clock) -> None:
    """One mark, word, phrase or sentence over and over costs what its length allows."""
    giant = giants(8_000)[kind]
    assert clock.too_slow(giant) is None
    assert wrong(giant) is None


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_a_very_long_text_of_one_kind_is_no_stall(kind: str, clock: Clock) -> None:
    """The same at a hundred thousand characters, where what grows with the square would show."""
    giant = giants(100_000)[kind]
    assert clock.too_slow(giant) is None
    assert wrong(giant) is None


@pytest.mark.slow
@pytest.mark.parametrize("kind", UNBROKEN)
def test_a_million_characters_are_no_stall(kind: str, clock: Clock) -> None:
    """A line of a megabyte without a blank, and a megabyte without a word, are read in time."""
    assert clock.too_slow(giants(1_000_000)[kind]) is None


# --------------------------------------------------------------------------- from end to end


def test_hostile_texts_in_files_are_read_and_shown(tmp_path: Path) -> None:
    """Through files, JSON, the terminal's view and the page: every report comes out at the end."""
    from rich.console import Console

    chosen = [hostile(number) for number in range(220)]
    lines = tmp_path / "lines.jsonl"
    lines.write_text(
        "\n".join(json.dumps({"title": one.title, "body": one.text}) for one in chosen)
    )
    readings = [read.reading for read in read_paths([str(lines)], Given(date(2026, 2, 1), "en"))]
    kept = [reading for reading in readings if reading is not None]
    assert len(kept) == len(chosen)
    assert [
        reading for reading in kept if not all(map(reading.article.holds, evidence_in(reading)))
    ] == []
    shown = tmp_path / "shown.txt"
    with shown.open("w", encoding="utf-8") as file:
        for reading in kept:
            show(reading, Console(file=file, width=80))
            json.dumps(reading_to(reading), ensure_ascii=False).encode("utf-8")
    assert "\x1b" not in shown.read_text(encoding="utf-8")
    assert "<script>alert(1)</script>" not in page(kept)


@pytest.mark.parametrize("name", ["x.txt", "x.html", "x.jsonl", "x"])
def test_bytes_of_any_kind_are_an_article_or_a_fault(tmp_path: Path, name: str) -> None:
    """Random bytes, with and without marks of encodings, end in a reading or a fault."""
    rng = Random(name)
    starts = (b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"<html>", b"{", b"[", b'{"body": "')
    for number in range(40):
        path = tmp_path / f"{number}{name}"
        path.write_bytes(
            rng.choice(starts) + rng.randbytes(rng.randrange(400)).replace(b"\x00", b"\x01")
        )
        for read in read_paths([str(path)], Given()):
            assert read.reading is not None or read.faults
            assert [fault for fault in read.faults if fault.code == "READ-FAILED"] == []
