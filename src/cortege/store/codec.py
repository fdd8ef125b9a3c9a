"""Turns readings into the bytes a record keeps, and back.

A reading is kept as its JSON (`cortege.contract`), without the article's text, compressed. The
text is kept once per article, however often the article is read, and every reading is built
against that text again when it is loaded. Limit: to see a body in another tool, inflate it with
zlib; the tables beside it hold what queries need.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from cortege.contract import Json, reading_from, reading_to
from cortege.nouns.article import Article, Evidence, EvidenceError
from cortege.nouns.reading import Reading


def pack(reading: Reading) -> bytes:
    """Give the bytes a record keeps of a reading."""
    found = reading_to(reading)
    del found["article"]["text"]
    return zlib.compress(_plain(found))


def unpack(body: bytes, text: str) -> Reading:
    """Build the reading that was packed, against the text of its article.

    Raises:
        ValueError: the bytes are damaged, or speak of words that the text does not hold.
    """
    try:
        found = json.loads(zlib.decompress(body))
        found["article"]["text"] = text
    except (zlib.error, KeyError, TypeError) as damage:
        raise ValueError(f"the reading is damaged: {damage}") from damage
    reading = reading_from(found)
    check_evidence(reading)
    return reading


def reading_id(reading: Reading) -> str:
    """Give the identity of a reading: a digest of all that was read and of what read it."""
    return "rd_" + hashlib.sha256(_plain(essence(reading))).hexdigest()


def essence(reading: Reading) -> Json:
    """Give the reading's JSON without what may differ between two equal readings.

    That is how long it took, and where the file lay that a fault speaks of.
    """
    found = reading_to(reading)
    del found["run"]["seconds"]
    for trouble in found["faults"]:
        del trouble["where"]
    return found


def check_evidence(reading: Reading) -> None:
    """Compare all evidence of a reading with its text, word for word.

    Claims have been compared when they were built; people, quotes, figures, triggers and relays
    have not.

    Raises:
        EvidenceError: the text has other words at some evidence's offsets.
    """
    for evidence in all_evidence(reading):
        if not reading.article.holds(evidence):
            raise EvidenceError(f"the text does not say {evidence.exact!r} at {evidence.start}")


def all_evidence(part: Any) -> Iterator[Evidence]:
    """Give every evidence within a noun, whatever field it stands in.

    The walk follows the nouns' own fields, so a field added later is compared as well.
    """
    if isinstance(part, Evidence):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from all_evidence(each)
    elif is_dataclass(part) and not isinstance(part, Article):
        for field in fields(part):
            yield from all_evidence(getattr(part, field.name))


def plain_line(found: Json) -> str:
    """Write a JSON object on one line, always in the same bytes."""
    return _plain(found).decode("ascii")


def _plain(found: Json) -> bytes:
    # ASCII escapes also carry what UTF-8 cannot: a lone surrogate in an outlet's name.
    return json.dumps(found, sort_keys=True, separators=(",", ":")).encode("ascii")
