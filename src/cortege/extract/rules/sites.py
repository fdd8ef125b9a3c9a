"""Turns names of squares, streets and buildings into sites: "Tahrir Square", "place de la Nation".

A site is a noun of the lexicon with a proper name before it ("Foley Square", "the U.S. Embassy")
or after it ("Place de la Bastille", "avenue Jean-Jaurès"). Whether a protest stood there is for
assembly to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cortege.extract.text import Text

_MAX_NAME: Final = 6  # tokens


@dataclass(frozen=True, slots=True)
class Site:
    """The tokens that name a site."""

    first: int
    end: int


def find(text: Text) -> list[Site]:
    """Find the named sites of a text, in order."""
    found: list[Site] = []
    for hit in text.found("site"):
        first, end = hit.first, hit.end
        if hit.path.endswith(".noun"):
            first = _name_before(text, hit.first)
        if first == hit.first:
            end = _name_after(text, hit.first, hit.end)
        named = first < hit.first or end > hit.end
        if named and (not found or first >= found[-1].end):
            found.append(Site(first, end))
    return found


def _name_before(text: Text, token: int) -> int:
    first = token
    begin = max(text.sentence(token).first, token - _MAX_NAME)
    if not text.caps[token]:
        return token
    while first > begin and text.kinds[first - 1] == "w" and text.caps[first - 1]:
        first -= 1
    while first < token and text.words[first] in text.pack.words["function.preposition"]:
        first += 1
    if first < token and text.words[first] in text.pack.words["function.article"]:
        first += 1
    return first


def _name_after(text: Text, first: int, end: int) -> int:
    if not any(hit.path == "site.before" for hit in text.hits_at.get(first, ())):
        return end
    stop = min(text.sentence(first).end, end + _MAX_NAME)
    links = text.pack.words["function.article"] | {"de", "d'", "of", "del", "du", "des"}
    at, last = end, end
    while at < stop and text.kinds[at] == "w":
        if text.caps[at]:
            last = at + 1
        elif text.words[at] not in links:
            break
        at += 1
    return last
