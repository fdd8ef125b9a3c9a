"""Turns the words of motion in a sentence into marks, each with the place behind it.

"from Place de la Bastille" is a mark with the role ``from`` and a place. A place begins with an
article or not, has a proper name or a noun for a site, and ends before the first word that cannot
belong to it: a verb, a preposition, a day of the week.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cortege.extract.text import Sentence, Text

Span = tuple[int, int]
_ROLES: Final = (
    "start", "finish", "meet", "march", "walk", "from", "toward", "to", "via", "at", "then", "move",
)  # fmt: skip
_PLACED: Final = frozenset({"start", "finish", "meet", "from", "toward", "to", "via", "at"})
_OPEN: Final = frozenset({"to", "toward", "from", "at", "via"})
_SITES: Final = ("site.noun", "route.site")
_MAX_NAME: Final = 10  # tokens of a place
_PLAIN: Final = 3  # words without a capital at the head of a place
_SHOUT: Final = 3  # letters: a longer word in capitals is no name
_STOPS: Final = (
    "function.preposition", "function.conjunction", "function.auxiliary", "function.pronoun",
    "function.relative", "function.adverb", "function.verb_common",
)  # fmt: skip
_POSSESSIVE: Final = frozenset({"'s", "’s"})
_HYPHENS: Final = frozenset({"-", "‐", "‑", "'", "’", "·"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A word of motion: its role, its tokens, the place behind it.

    ``certain`` tells whether more than a bare preposition says so ("set off from", "jusqu'à"),
    ``site`` whether the place is a square or a building with a name, rather than a town.
    """

    role: str
    first: int
    end: int
    place: Span | None
    certain: bool
    site: bool

    @property
    def stop(self) -> int:
        """Give the token after the mark and its place."""
        return self.place[1] if self.place else self.end


def marks_in(text: Text, sentence: Sentence) -> list[Mark]:
    """Give the marks of a sentence, none overlapping another; of two readings the longer."""
    best: dict[int, tuple[int, str]] = {}
    for role in _ROLES:
        for hit in text.found_within(f"route.{role}", sentence.first, sentence.end):
            if hit.first not in best or hit.end > best[hit.first][0]:
                best[hit.first] = hit.end, role
    marks: list[Mark] = []
    free = sentence.first
    for first in sorted(best):
        end, role = best[first]
        if first < free:
            continue
        place = place_at(text, end, sentence.end) if role in _PLACED else None
        if place is not None and role in _OPEN and _verb(text, place):
            place = None
        site = place is not None and _named_site(text, place)
        marks.append(Mark(role, first, end, place, end - first > 1, site))
        free = end
    return marks


def _named_site(text: Text, place: Span) -> bool:
    tokens = range(*place)
    return any(_site_at(text, at) for at in tokens) and any(_is_name(text, at) for at in tokens)


def place_at(text: Text, token: int, stop: int) -> Span | None:
    """Read the place that begins at a token: a proper name, or a noun for a site."""
    articles = text.pack.words["function.article"]
    first = token
    while token < stop and text.words[token] in articles:
        token += 1
    end = _name_end(text, token, min(stop, token + _MAX_NAME))
    if end == token or text.kinds[token] == "n" or _among(text, token, "route.no_place"):
        return None
    named = any(_is_name(text, at) for at in range(token, end))
    site = any(_site_at(text, at) for at in range(token, end))
    if not named and (not site or _among(text, end - 1, "route.not_place")):
        return None
    return first, end


def _among(text: Text, token: int, path: str) -> bool:
    """Tell whether a word is of those too common to name a place: "the streets of", "a road"."""
    return text.words[token] in text.pack.words.get(path, frozenset())


def _verb(text: Text, place: Span) -> bool:
    """Tell whether a place is a verb with its object: "to protest the pipeline"."""
    first = place[0]
    if text.caps[first] or _site_at(text, first):
        return False
    return text.words[first] not in text.pack.words["function.article"]


def _is_name(text: Text, token: int) -> bool:
    if text.kinds[token] != "w" or not text.caps[token] or _is_time(text, token):
        return False
    surface = text.exact(token, token + 1)
    return not (surface.isupper() and len(surface) > _SHOUT)


def _name_end(text: Text, token: int, stop: int) -> int:
    """Give the end of the place: the first word that cannot belong to its name."""
    named = site_found = False
    plain, end = 0, token
    while token < stop:
        site = _site_at(text, token)
        link = 0 if site else _link(text, token, stop) or (not named and _within(text, token, stop))
        if site:
            named = named or any(text.caps[at] for at in range(token, site))
            site_found, token = True, min(site, stop)
        elif link:
            token += link
            if not text.caps[token]:
                named = site_found = False
            continue
        elif _stops(text, token) or (
            not _proper(text, token) and (named or site_found or plain >= _PLAIN)
        ):
            break
        else:
            named = named or text.caps[token]
            plain += 1
            token += 1
        end = token
    return end


def _proper(text: Text, token: int) -> bool:
    """Tell whether a token can go on a name: a capital, a number behind one, or what is glued."""
    if text.caps[token]:
        return True
    return text.caps[token - 1] and (text.kinds[token] == "n" or text.glued(token))


def _site_at(text: Text, token: int) -> int:
    ends = [hit.end for path in _SITES if (hit := text.hit_at(token, path)) is not None]
    return max(ends, default=0)


def _link(text: Text, token: int, stop: int) -> int:
    """Give the number of tokens that tie two parts of a name: "of the", "de la", "-", "'s"."""
    words = text.pack.words
    word = text.words[token]
    if word in _POSSESSIVE or (word in _HYPHENS and text.glued(token)):
        return 1 if token + 1 < stop else 0
    if word not in words.get("route.of", frozenset()):
        return 0
    at = token + 1
    while at < stop and text.words[at] in words["function.article"]:
        at += 1
    return at - token if at < stop and text.kinds[at] == "w" else 0


def _within(text: Text, token: int, stop: int) -> int:
    """Give 1 where "in" leads from a nameless site to a name: "a square in central Delhi"."""
    if not _among(text, token, "route.inside"):
        return 0
    return int(any(_is_name(text, at) for at in range(token + 1, min(stop, token + 3))))


def _stops(text: Text, token: int) -> bool:
    if text.kinds[token] == "p" or _is_time(text, token):
        return True
    words, word = text.pack.words, text.words[token]
    if text.caps[token] and word not in words["function.preposition"]:
        return False
    return any(word in words[path] for path in _STOPS)


def _is_time(text: Text, token: int) -> bool:
    dates, word = text.pack.dates, text.words[token].rstrip(".")
    return word in dates["months"] or word in dates["weekdays"] or word in dates["relative"]
