"""Turns a hostile text into what is wrong with its reading, and into the time it took."""

from __future__ import annotations

import dataclasses
import json
import time
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from tests.hostile.texts import Hostile, reports

from cortege.contract import reading_from, reading_to
from cortege.flow import read
from cortege.languages import pack
from cortege.nouns.article import Evidence
from cortege.nouns.reading import Reading

PATIENCE: Final = 40  # times as long as a sound report of the same length
_FEW: Final = 3  # measurements of what seems slow, so that a busy machine is not blamed on us


def wrong(hostile: Hostile) -> str | None:
    """Say what is wrong with the reading of a text, if anything is."""
    try:
        reading = _read(hostile)
        return _wrong(reading)
    except Exception as problem:  # noqa: BLE001 - that anything is raised is what we look for
        return f"{type(problem).__name__}: {problem}"


def _wrong(reading: Reading) -> str | None:
    failed = [fault.message for fault in reading.faults if fault.code == "READ-FAILED"]
    if failed:
        return failed[0]
    for evidence in evidence_in(reading):
        if not reading.article.holds(evidence):
            return f"the text does not say {evidence.exact!r} at {evidence.start}"
    written = json.dumps(reading_to(reading), ensure_ascii=False, allow_nan=False)
    written.encode("utf-8")
    if reading_from(json.loads(written)) != reading:
        return "written and read again, it is another reading"
    return None


def evidence_in(value: Any) -> Iterator[Evidence]:
    """Give every piece of evidence in a noun, at any depth."""
    if isinstance(value, Evidence):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from evidence_in(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from evidence_in(one)


class Clock:
    """Tells whether a text takes unduly long, by sound reports read on the same machine just now.

    Seconds are those the processor spent on us, so that other work on the machine counts little.
    """

    def __init__(self) -> None:
        """Warm up every language and measure sound reports, short and long."""
        for code in pack.AVAILABLE:
            seconds(Hostile("plain", "", None, code, None))
            seconds(Hostile("plain", reports()[0], None, code, date(2026, 2, 1)))
        short = Hostile("plain", reports()[0][:200], None, "en", date(2026, 2, 1))
        together = "\n".join(reports())
        long = Hostile("plain", together, None, "en", date(2026, 2, 1))
        self._once = min(seconds(short) for _ in range(_FEW))
        self._per_char = min(seconds(long) for _ in range(_FEW)) / len(together)

    def plain(self, n_chars: int) -> float:
        """Give the seconds that a sound report of this length would take."""
        return self._once + self._per_char * n_chars

    def too_slow(self, hostile: Hostile) -> str | None:
        """Say by how much a text is too slow, if it is."""
        n_chars = len(hostile.text) + len(hostile.title or "")
        allowed = PATIENCE * self.plain(n_chars)
        spent = min(_until(allowed, hostile))
        if spent <= allowed:
            return None
        times = spent / self.plain(n_chars)
        return f"{spent:.2f} s for {n_chars} characters, {times:.0f} times a sound report"


def _until(allowed: float, hostile: Hostile) -> Iterator[float]:
    """Measure until a measurement is within what is allowed, a few times at most."""
    for _ in range(_FEW):
        spent = seconds(hostile)
        yield spent
        if spent <= allowed:
            return


def seconds(hostile: Hostile) -> float:
    """Give the processor's seconds for reading a text."""
    began = time.process_time()
    _read(hostile)
    return time.process_time() - began


def _read(hostile: Hostile) -> Reading:
    return read(
        hostile.text,
        title=hostile.title,
        published=hostile.published,
        language=hostile.language,
    )
