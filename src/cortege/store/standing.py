"""Turns several readings of one article into the one that is current.

A newer version of Cortège comes before an older one, whenever it was added. Within a version,
the reading that knows more of its source comes first: a folder added again without ``--published``
must not take the date away. Among equals the later one wins, so that a person's correction holds.

>>> version_key("0.10.0") > version_key("0.9.2") > version_key("0.9.2rc1")
True
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from cortege.nouns.article import Article

_PUBLISHED_RANK: Final = {"unknown": 0, "dateline": 1, "metadata": 2, "given": 3}
_ABOVE_ALL_OTHERS: Final = 8
"""The date of publication outweighs the other facts together: dates of protests hang on it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides whether a reading is current: its version, what it knows, when it came."""

    reading_id: str
    cortege: str
    known: int
    ordinal: int


def current(readings: Iterable[Standing]) -> Standing:
    """Choose the current one among an article's readings."""
    return max(readings, key=lambda r: (version_key(r.cortege), r.known, r.ordinal))


def known(article: Article) -> int:
    """Measure how much of its source a reading knows."""
    rank = _PUBLISHED_RANK[article.published_origin]
    others = (article.outlet, article.byline, article.url, article.source_id)
    return rank * _ABOVE_ALL_OTHERS + sum(other is not None for other in others)


def version_key(version: str) -> tuple[tuple[int, ...], bool, str]:
    """Give a key that sorts versions; a release comes after its own release candidates."""
    found = re.match(r"[0-9]+(?:\.[0-9]+)*", version)
    if not found:
        return (), False, version
    numbers = tuple(int(number) for number in found[0].split("."))
    rest = version[found.end() :]
    return numbers, not rest, rest
