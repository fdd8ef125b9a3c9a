"""Turns a stretch of text that names a place into a mention with the places it could be.

The reader knows where a name stands; this module looks at its neighbourhood. What a report puts
right after a town's name to say where it lies, ", Ore.", "(Bas-Rhin)", "in Frankreich", becomes
the mention's containers; a name that opens a report before a dash is its dateline. A name the
gazetteer lacks is tried again without what merely surrounds it: "northern Iraq", "Greater
Manchester area", "the Bronx".

Limits: an apposition is read only when it follows at once; a container that stands before the
town ("Oregon's Portland") is not seen here, though it still counts as company in `rank`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from cortege.locate.gazetteer import Gazetteer, Row

Standing = Literal["dateline", "title", "body"]

_REACH: Final = 60  # characters after a name in which its apposition must begin and end
_DATELINE_REACH: Final = 40  # characters that may stand before the town of a dateline
_MOST_WORDS: Final = 5
_FAMOUS_FROM: Final = 500_000  # inhabitants
_JOINT: Final = re.compile(
    r"""\s*[,(/]\s*(?:in\s+|en\s+|au\s+)?
      | \s+(?:in|en|au|aux|im|nel|nella|dans)\s+""",
    re.VERBOSE,
)
_ARTICLE: Final = re.compile(
    r"(?:the|le|la|les|l['’]|el|los|las|der|die|den|dem|il|lo)\b\s*", re.IGNORECASE
)
_WORD: Final = re.compile(r"[^\s,;:()/]+")
# What follows the town of a dateline: region or date, agency in brackets, a dash.
_DATELINE: Final = re.compile(r"(?:,[^–—\n]{1,40}?)?(?:\s*\([^)\n]{1,30}\))?\s*(?:[–—]|--|-\s)")
_BEFORE: Final = re.compile(
    r"^(?:the|le|la|les|el|los|las|der|die|das|den|il|lo|greater|downtown|central|city of|"
    r"(?:north|south|east|west)(?:ern)?(?:east|west)?(?:ern)?|"
    r"(?:nord|süd|ost|west)\w*|upper|lower|metropolitan|metro|ville de|ciudad de)[ -]+",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    r"(?:['’]s?|[ -](?:area|region|province|city|state|county|district|prefecture|"
    r"governorate|metropolitan area|based|stadt|provinz))$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A name of a place in a report, before it is known which place.

    ``rows`` are the places that bear the name; ``containers`` the regions and countries that
    the words right after it can mean.
    """

    start: int
    end: int
    surface: str
    rows: tuple[Row, ...]
    containers: tuple[Row, ...] = ()
    standing: Standing = "body"


def mention_at(
    text: str, start: int, end: int, *, gazetteer: Gazetteer, title_end: int = 0
) -> PlaceMention:
    """Build the mention of the name that stands at ``text[start:end]``."""
    surface = text[start:end]
    return PlaceMention(
        start=start,
        end=end,
        surface=surface,
        rows=rows_of(surface, gazetteer),
        containers=containers_after(text, end, gazetteer),
        standing=_standing(text, start, end, title_end),
    )


def rows_of(surface: str, gazetteer: Gazetteer) -> tuple[Row, ...]:
    """Give the places that bear a name, if need be without the words around its core."""
    rows = gazetteer.lookup(surface)
    if surface.endswith(".") or (not rows and surface.isupper()):
        famous = tuple(row for row in rows if row.population >= _FAMOUS_FROM)
        # "Pa." is no town in Burkina Faso, but "L.A." is not Louisiana either.
        short = () if famous and surface.count(".") > 1 else gazetteer.abbreviated(surface)
        rows = short or rows
    while not rows:
        core = _AFTER.sub("", _BEFORE.sub("", surface, count=1), count=1).strip()
        if core == surface or not core:
            return ()
        surface, rows = core, gazetteer.lookup(core)
    return rows


def containers_after(text: str, end: int, gazetteer: Gazetteer) -> tuple[Row, ...]:
    """Give the regions and countries that the words right after a name put it in."""
    joint = _JOINT.match(text, end, end + _REACH)
    if joint is None:
        return ()
    article = _ARTICLE.match(text, joint.end(), end + _REACH)
    begin = article.end() if article else joint.end()
    stop = min(len(text), end + _REACH)
    words: list[re.Match[str]] = []
    for word in _WORD.finditer(text, begin, stop):
        if words and text[words[-1].end() : word.start()].strip():
            break  # a comma or a bracket ends the apposition
        words.append(word)
        if len(words) == _MOST_WORDS:
            break
    for n_words in range(len(words), 0, -1):
        name = text[begin : words[n_words - 1].end()]
        if not name[:1].isupper():
            break
        if (rows := gazetteer.containers(name)) or gazetteer.lookup(name):
            return rows  # none when the longest name is a town's: "Miami, Oklahoma City"
    return ()


def _standing(text: str, start: int, end: int, title_end: int) -> Standing:
    if end <= title_end:
        return "title"
    opening = text[title_end:start].lstrip()
    if len(opening) <= _DATELINE_REACH and "\n" not in opening and _DATELINE.match(text, end):
        return "dateline"
    return "body"
