"""Turns names of squares, streets and buildings into sites: "Tahrir Square", "devant le rectorat".

A site is read behind a word of place ("outside the main court", "place de la Nation"), or from a
noun of the lexicon with a proper name beside it ("Foley Square", "avenue Jean-Jaurès"), or a
numbered road ("Interstate 94"). Each says which word of place led to it and whether it has a name
and a noun for a site; whether a protest stood there is for assembly to weigh.

Worked example: "rallied outside the old post office on Friday" gives "old post office", led to by
"outside". Limits: a building that has neither a noun of the lexicon nor a capital is not seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from cortege.extract.rules.motion import place_at
from cortege.extract.rules.numerals import grammar
from cortege.extract.text import Text
from cortege.languages.phrases import Hit

Cue = Literal["at", "along", "toward", "from", "held", "none"]
_CUES: Final[tuple[Cue, ...]] = ("at", "along", "toward", "from", "held")
_MAX_NAME: Final = 7  # tokens
_PLAIN_WORDS: Final = 3  # tokens: two words and the noun behind them
_SHORT: Final = 2  # letters of a road's class: "A 31", "RN57"
_NAME_JOINTS: Final = frozenset({"'s", "&", "-", "‑", "‐", "."})


@dataclass(frozen=True, slots=True)
class Site:
    """The tokens that name a site, what led to it, and what it is made of.

    ``named`` tells that a proper name is among its words, ``noun`` that a word for a site is.
    """

    first: int
    end: int
    cue: Cue = "none"
    named: bool = True
    noun: bool = True


def find(text: Text) -> list[Site]:
    """Find the sites of a text, in order, none overlapping another."""
    found = [site for hit in text.found("site_cue") if (site := _behind_cue(text, hit))]
    found.extend(site for hit in text.found("site.noun") if (site := _named(text, hit)))
    found.extend(site for hit in text.found("site.road") if (site := _road(text, hit)))
    found.extend(_suffixed(text))
    return _apart(found)


def _apart(found: list[Site]) -> list[Site]:
    """Keep the longest of overlapping sites, with the cue of those it takes in."""
    kept: list[Site] = []
    ranked = sorted(found, key=lambda s: (s.first - s.end, _rank(s), s.first))
    taken: set[int] = set()
    for site in ranked:
        tokens = range(site.first, site.end)
        if not any(token in taken for token in tokens):
            kept.append(site)
            taken.update(tokens)
    return sorted(kept, key=lambda site: site.first)


def _rank(site: Site) -> int:
    return (*_CUES, "none").index(site.cue)


# --------------------------------------------------------------------------- behind a word of place


def _behind_cue(text: Text, hit: Hit) -> Site | None:
    """Read the place behind "outside", "devant", "blocked"; a bare town is none."""
    stop = text.sentence(hit.first).end
    if hit.end >= stop:
        return None
    cue = _cue_of(hit)
    place = place_at(text, hit.end, stop) or (
        _plain(text, hit.end, stop) if cue != "from" else None
    )
    if place is None:
        return None
    first, end = place
    articles = text.pack.words["function.article"]
    while first < end and text.words[first] in articles:
        first += 1
    return _site(text, first, _onward(text, end, stop), cue)


def _plain(text: Text, token: int, stop: int) -> tuple[int, int] | None:
    """Read a noun for a site that is common in the language: "outside the main court"."""
    articles = text.pack.words["function.article"]
    first = token
    while first < stop and text.words[first] in articles:
        first += 1
    for at in range(first, min(stop, first + _PLAIN_WORDS)):
        hit = text.hit_at(at, "site.noun")
        if hit is not None:
            return first, hit.end
        if text.kinds[at] != "w" or text.hit_at(at, "function") is not None:
            return None
    return None


def _cue_of(hit: Hit) -> Cue:
    name = hit.path.rpartition(".")[2]
    return next(cue for cue in _CUES if cue == name)


def _onward(text: Text, end: int, stop: int) -> int:
    """Take in what a noun for a site is of: "headquarters of the Labour Party"."""
    if end >= stop or text.words[end] not in grammar(text.pack.code).of:
        return end
    place = place_at(text, end + 1, stop)
    if place is None or not any(text.caps[at] for at in range(*place)):
        return end
    return place[1] if place[1] - end <= _MAX_NAME else end


def _site(text: Text, first: int, end: int, cue: Cue) -> Site | None:
    tokens = range(first, end)
    noun = any(text.hit_at(at, "site.noun") or text.hit_at(at, "site.area") for at in tokens)
    named = any(text.caps[at] and text.kinds[at] == "w" for at in tokens)
    if first == end or not (noun or named):
        return None
    return Site(first, end, cue, named, noun)


# --------------------------------------------------------------------------- nouns with a name


def _named(text: Text, hit: Hit) -> Site | None:
    """Read a noun for a site with a name before it, or behind it where names stand there."""
    first, end = _name_before(text, hit.first), hit.end
    if first == hit.first:
        end = _name_after(text, hit.first, hit.end)
    if first == hit.first and end == hit.end:
        return None
    return Site(first, end, _cue_before(text, first))


def _name_before(text: Text, token: int) -> int:
    """Give where the capitals right before a noun begin: "U.S. Embassy", "Mayor's Office"."""
    if not text.caps[token] and text.pack.traits.get("postposed"):
        return token
    first, begin = token, max(text.sentence(token).first, token - _MAX_NAME)
    while first > begin and _of_name(text, first - 1, begin):
        first -= 1
    while first < token and not text.caps[first]:
        first += 1
    words = text.pack.words
    while first < token and (
        text.words[first] in words["function.preposition"]
        or text.words[first] in words["function.article"]
    ):
        first += 1
    return first


def _of_name(text: Text, at: int, begin: int) -> bool:
    if text.kinds[at] == "w" and text.caps[at]:
        return text.words[at] not in text.pack.dates["weekdays"]
    return text.words[at] in _NAME_JOINTS and at > begin and text.caps[at - 1]


def _name_after(text: Text, first: int, end: int) -> int:
    if not any(hit.path == "site.before" for hit in text.hits_at.get(first, ())):
        return end
    stop = min(text.sentence(first).end, end + _MAX_NAME)
    rules = grammar(text.pack.code)
    at = last = end
    while at < stop:
        if text.caps[at] and text.kinds[at] == "w":
            last = at + 1
        elif text.kinds[at] == "p" or not (
            text.words[at] in text.pack.words["function.article"] or text.words[at] in rules.of
        ):
            break
        at += 1
    return last


def _cue_before(text: Text, first: int) -> Cue:
    """Name the word of place that ends right before a site, past its article."""
    at = first
    while at > 0 and text.words[at - 1] in text.pack.words["function.article"]:
        at -= 1
    begin = max(text.sentence(first).first, at - _MAX_NAME)
    ending = [hit for hit in text.found_within("site_cue", begin, first) if hit.end in (at, first)]
    best = max(ending, key=lambda hit: hit.end - hit.first, default=None)
    return _cue_of(best) if best else "none"


# --------------------------------------------------------------------------- roads and compounds


def _road(text: Text, hit: Hit) -> Site | None:
    """Read a numbered road: "Interstate 94", "A31", "RN57"."""
    at = hit.end
    if at < len(text) and text.words[at] in _NAME_JOINTS and text.glued(at):
        at += 1
    if at >= len(text) or text.kinds[at] != "n" or not text.caps[hit.first]:
        return None
    short = hit.end - hit.first == 1 and len(text.words[hit.first]) <= _SHORT
    if short and not text.glued(at):
        return None
    return Site(hit.first, at + 1, _cue_before(text, hit.first))


def _suffixed(text: Text) -> list[Site]:
    """Read compounds that end in a noun for a site: "Rathausplatz", "Petrikirche"."""
    endings = tuple(text.pack.words["site.suffix"])
    if not endings:
        return []
    found = []
    for at, word in enumerate(text.words):
        if text.caps[at] and text.kinds[at] == "w" and word.endswith(endings):
            first = at
            while first > 0 and text.caps[first - 1] and text.words[first - 1].endswith("er"):
                first -= 1  # "Salzburger Domplatz"
            found.append(Site(first, at + 1, _cue_before(text, first), named=len(word) > _PLAIN))
    return found


_PLAIN: Final = 8  # letters: a shorter compound is a plain word ("Rathaus", "Bahnhof")
