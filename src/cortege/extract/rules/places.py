"""Turns capitalised words that the gazetteer knows into place mentions.

Longest names first. A name that is also an ordinary word or a person's ("Reading", "Nice",
"Tours") needs a place word before it ("in", "à") or a region after it. Names inside longer
proper names that are no places ("Paris Saint-Germain", "Washington Post") are left out when the
lexicon says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from cortege.extract.rules.names import Name
from cortege.extract.rules.numerals import grammar
from cortege.extract.text import Text
from cortege.locate.candidates import PlaceMention, mention_at
from cortege.locate.fold import fold
from cortege.locate.gazetteer import open_world

if TYPE_CHECKING:
    from cortege.locate.gazetteer import Gazetteer, Row

_MAX_WORDS: Final = 5
_WELL_KNOWN: Final = 100_000  # inhabitants from which a name is the town's before anything else's


@dataclass(frozen=True, slots=True)
class Named:
    """A place named at some tokens; ``demonym`` when a people's name stands for its country."""

    first: int
    end: int
    mention: PlaceMention
    demonym: bool
    located_in: bool


def find(text: Text, names: Sequence[Name]) -> list[Named]:
    """Find the places a text names, in order; what ``names`` holds for a person is none."""
    gazetteer = open_world()
    persons, surnames = _persons(text, names)
    found: list[Named] = []
    at = 0
    while at < len(text):
        skip = at in persons or (text.words[at] in surnames and not _place_word(text, at))
        named = None if skip or text.kinds[at] != "w" else _named(text, at, gazetteer)
        if named is None:
            at += 1
            continue
        found.append(named)
        at = named.end
    return _with_listed(text, found, gazetteer)


def _with_listed(text: Text, found: list[Named], gazetteer: Gazetteer) -> list[Named]:
    """Add names that are ordinary words elsewhere, in a list of places: "Lille, Nice and"."""
    starts = {named.first for named in found}
    ends = {named.end for named in found}
    joints = {",", *grammar(text.pack.code).joiners}
    added = []
    for at in range(1, len(text) - 2):
        joined = at - 1 in ends and text.words[at - 1] == "," and text.caps[at]
        if not joined or at in starts or text.words[at + 1] not in joints:
            continue
        after = at + 2 + (text.words[at + 2] in joints)
        if after in starts and (named := _named(text, at, gazetteer, listed=True)):
            added.append(named)
            ends.add(named.end)
            starts.add(at)
    return sorted([*found, *added], key=lambda named: named.first) if added else found


def _persons(text: Text, names: Sequence[Name]) -> tuple[set[int], set[str]]:
    """Give the tokens of persons' names, and their surnames, which name them later on."""
    tokens: set[int] = set()
    surnames: set[str] = set()
    for name in names:
        if name.kind == "person":
            tokens.update(range(name.first, name.end))
            surnames.add(text.words[name.end - 1])
    return tokens, surnames


def _named(text: Text, at: int, gazetteer: Gazetteer, *, listed: bool = False) -> Named | None:
    """Read the longest place name that begins at a token."""
    if not text.caps[at]:
        return None
    sentence = text.sentence(at)
    n_words, rows = _longest(text, at, sentence.end, gazetteer)
    if not n_words:
        return None
    end = at + n_words
    demonym = rows[0].kind == "demonym"
    place_word = _place_word(text, at)
    within = _place_word(text, at, "place.within")
    start, stop = text.starts[at], text.ends[end - 1]
    mention = mention_at(
        text.article.text, start, stop, gazetteer=gazetteer, title_end=text.article.title_end
    )
    if not mention.rows or not (listed or _is_place(text, at, end, mention, located=place_word)):
        return None
    return Named(at, end, mention, demonym, within)


def _longest(text: Text, at: int, stop: int, gazetteer: Gazetteer) -> tuple[int, tuple[Row, ...]]:
    words: list[str] = []
    owners: list[int] = []
    for token in range(at, min(stop, at + _MAX_WORDS)):
        if text.kinds[token] == "p" and text.words[token] not in {"'", "’"}:
            break
        parts = _folded(text.words[token])
        words.extend(parts)
        owners.extend([token] * len(parts))
    n_words, rows = gazetteer.longest(words, 0)
    while n_words:
        end = owners[n_words - 1] + 1
        whole = n_words == len(owners) or owners[n_words] != owners[n_words - 1]
        if whole and text.caps[end - 1]:
            return end - at, rows
        n_words, rows = gazetteer.longest(words[: n_words - 1], 0)
    return 0, ()


@lru_cache(maxsize=16_384)
def _folded(word: str) -> tuple[str, ...]:
    """Give the words that a token is for the gazetteer."""
    return tuple(fold(word).split())


def _place_word(text: Text, at: int, path: str = "place.before") -> bool:
    """Tell whether a word such as "in" or "à" stands before the name."""
    before = at - 1
    words = text.pack.words[path]
    while before >= 0 and text.words[before] in text.pack.words["function.article"]:
        if text.words[before] in words:
            return True
        before -= 1
    return before >= text.sentence(at).first and text.words[before] in words


def _is_place(text: Text, at: int, end: int, mention: PlaceMention, *, located: bool) -> bool:
    """Tell whether a name that the gazetteer knows means the place here."""
    from cortege.locate.guard import needs_context

    inside_name = _inside_name(text, at, end)
    if _is_common_word(text, at, end) and not mention.containers:
        return False
    if mention.containers or mention.standing == "dateline":
        return True
    if inside_name or _opens_longer_name(text, end, mention, located=located):
        return False
    if needs_context(text.article.text[mention.start : mention.end], text.pack.code):
        return located
    return True


def _is_common_word(text: Text, at: int, end: int) -> bool:
    """Tell whether a single word is a month, a weekday or a kind of site before it is a town."""
    word = text.words[at]
    return end - at == 1 and (
        word in text.pack.dates["months"]
        or word in text.pack.dates["weekdays"]
        or word in text.pack.words["site.noun"]
    )


def _opens_longer_name(text: Text, end: int, mention: PlaceMention, *, located: bool) -> bool:
    """Tell whether a small town's name goes on in capitals: "Grand Central Terminal"."""
    if end >= len(text) or not text.caps[end] or text.starts[end] - text.ends[end - 1] != 1:
        return False
    return not located and max(row.population for row in mention.rows) < _WELL_KNOWN


def _inside_name(text: Text, at: int, end: int) -> bool:
    """Tell whether the name is part of a longer one: a person's, a paper's, a club's."""
    beside = end < len(text) and text.starts[end] - text.ends[end - 1] <= 1
    if beside and text.hit_at(end, "place.not_after"):
        return True
    before = at - 1
    if before > text.sentence(at).first and text.caps[before] and text.kinds[before] == "w":
        return not _may_precede(text, before)
    return False


def _may_precede(text: Text, token: int) -> bool:
    """Tell whether a capitalised word is no part of the place name after it: an office, "In"."""
    word = text.words[token]
    return (
        word in text.pack.words["function.preposition"]
        or word in text.pack.words["place.before"]
        or text.hit_at(token, "site.noun") is not None
        or word in text.pack.dates["weekdays"]
    )
