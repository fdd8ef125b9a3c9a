"""Turns a language's lists into the words that decide about names, and where a text has them."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from cortege.extract.text import Text
from cortege.languages.pack import load

POSSESSIVES: Final = frozenset({"'", "’", "'s"})
_INSIDE_SENTENCE: Final = frozenset(",-‐‑(;/&'’#@")
_MAX_PARTICLE: Final = 3  # letters before a hyphen: "al-", "el-"
_ACRONYM: Final = 2  # letters


class Words(NamedTuple):
    """A language's words that decide about names.

    ``common`` are words that open sentences and name nobody; ``connectors`` may stand inside the
    name of an organisation, ``particles`` inside any; ``lower`` may follow an organisation's name
    ("the X union"); ``refused`` take a capital and are no name of their own (days, "French").
    """

    common: frozenset[str]
    particles: frozenset[str]
    connectors: frozenset[str]
    organisation: frozenset[str]
    lower: frozenset[str]
    refused: frozenset[str]
    before_place: frozenset[str]
    articles: frozenset[str]
    nouns_too: bool


@cache
def words_of(code: str) -> Words:
    """Give the words of a language that decide about names."""
    pack = load(code)
    common = frozenset[str]().union(
        *(_single(code, path) for path in pack.words if path.startswith("function.")),
        _single(code, "crowd.noun"),
        _single(code, "crowd.group"),
        _single(code, "not_crowd.police"),
    )
    dates = frozenset(pack.dates.get("months", ())) | frozenset(pack.dates.get("weekdays", ()))
    articles = _single(code, "function.article")
    return Words(
        common=common,
        particles=frozenset(pack.traits.get("name_particles", ())),
        connectors=_single(code, "names.connector"),
        organisation=_single(code, "names.organisation"),
        lower=_single(code, "names.lower"),
        refused=dates | articles | _single(code, "names.demonym") | _single(code, "names.not_name"),
        before_place=_single(code, "place.before") or _single(code, "function.preposition"),
        articles=articles,
        nouns_too=bool(pack.traits.get("noun_capitals")),
    )


def _single(code: str, path: str) -> frozenset[str]:
    """Give the entries of a list that are one word, with their alternatives."""
    return frozenset(
        word
        for phrase in load(code).words.get(path, ())
        if " " not in phrase
        for word in phrase.split("|")
    )


class Offices:
    """Where a text has words for offices and titles, and verbs of saying."""

    def __init__(self, text: Text) -> None:
        """Index the offices, titles and verbs of saying of a text."""
        self.roles = _longest(text, "people.role")
        self.says = _longest(text, "cue.say")
        self._offices = dict(self.roles)
        for first, end in _longest(text, "people.title").items():
            self._offices[first] = max(end, self._offices.get(first, 0))

    def end_of(self, token: int, stop: int) -> int:
        """Give the token after the office or title that begins here, or the token itself."""
        end = self._offices.get(token, token)
        return end if end <= stop else token

    def ends_at(self, token: int) -> bool:
        """Tell whether an office or title stands right before a token."""
        return any(
            self._offices.get(token - n_words) == token for n_words in range(1, min(3, token) + 1)
        )


def _longest(text: Text, path: str) -> dict[int, int]:
    ends: dict[int, int] = {}
    for hit in text.found(path):
        ends[hit.first] = max(hit.end, ends.get(hit.first, 0))
    return ends


def is_capital(text: Text, token: int) -> bool:
    """Tell whether a word begins with a capital, be it behind a particle: "al-Hakim"."""
    if text.kinds[token] != "w":
        return False
    if text.caps[token]:
        return True
    hyphen = text.words[token].find("-")
    return 0 < hyphen <= _MAX_PARTICLE and text.exact(token, token + 1)[hyphen + 1 :][:1].isupper()


def opens_sentence(text: Text, token: int) -> bool:
    """Tell whether a word may have its capital from standing first."""
    if token == text.sentence(token).first:
        return True
    before = token - 1
    return text.kinds[before] == "p" and text.words[before] not in _INSIDE_SENTENCE


def is_acronym(text: Text, token: int) -> bool:
    """Tell whether a word is written in capitals."""
    surface = text.exact(token, token + 1)
    return surface.isupper() and sum(letter.isalpha() for letter in surface) >= _ACRONYM
