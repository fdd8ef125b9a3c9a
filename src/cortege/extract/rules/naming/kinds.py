"""Turns the words of a name and those beside it into what it is the name of.

A person has an office or title before the name, an age, an office or "who" behind it, or a verb of
saying beside it. An organisation has a word for one in its name, or is an acronym. What stands
behind a preposition of place is a place. The rest stays ``unknown``: there is no list of given
names here.
"""

from __future__ import annotations

from typing import Final

from cortege.extract.rules.naming.name import NameKind
from cortege.extract.rules.naming.words import Offices, Words, is_acronym
from cortege.extract.text import Text

_MAX_TITLED: Final = 4  # words of a person's name behind a title
_APPOSITION: Final = 7  # tokens behind a comma in which an office begins
_APPOSITION_BEHIND: Final = 9  # tokens before a comma in which an office stands
_AGES: Final = range(10, 110)
_AGE_DIGITS: Final = 3
_AFTER_AGE: Final = frozenset(",.);")
_AFTER_DATELINE: Final = frozenset(",(-–—:/.")


def kind_of(
    text: Text, words: Words, offices: Offices, name: tuple[int, int], *, titled: bool
) -> NameKind:
    """Tell what a run of words is the name of."""
    first, end = name
    if titled and end - first <= _MAX_TITLED:
        return "person"
    if any(text.words[at] in words.organisation for at in range(first, end)):
        return "organisation"
    if end - first == 1 and is_acronym(text, first):
        return "unknown" if _is_dateline(text, first) else "organisation"
    if _has_organisation_beside(text, words, first, end):
        return "organisation"
    if _is_person(text, offices, first, end):
        return "person"
    if first and text.words[first - 1] in words.before_place:
        return "place"
    return "unknown"


def widened(text: Text, words: Words, first: int, end: int) -> tuple[int, int]:
    """Add the plain word for what an organisation is: "the X union", "collectif X"."""
    if end < len(text) and text.words[end] in words.lower and not text.caps[end]:
        return first, end + 1
    if not words.lower and first and _is_plain_organisation(text, words, first - 1):
        return first - 1, end
    return first, end


def _has_organisation_beside(text: Text, words: Words, first: int, end: int) -> bool:
    if end < len(text) and text.words[end] in words.lower:
        return True
    return first > 0 and _is_plain_organisation(text, words, first - 1)


def _is_plain_organisation(text: Text, words: Words, token: int) -> bool:
    """Tell whether a word in small letters is one for an organisation."""
    return text.words[token] in words.organisation and not text.caps[token]


def _is_dateline(text: Text, token: int) -> bool:
    """Tell whether capitals at the head of a paragraph are a place: "PARIS, 3 May"."""
    if token != text.sentence(token).first or token + 1 >= len(text):
        return False
    return text.words[token + 1] in _AFTER_DATELINE


# --------------------------------------------------------------------------- persons


def _is_person(text: Text, offices: Offices, first: int, end: int) -> bool:
    """Tell whether an age, an office beside it, or a verb of saying marks a person."""
    n_tokens = end - first
    if end + 1 < len(text) and text.words[end] in {",", "("}:
        if _is_age(text, end + 1):
            return True
        told = n_tokens > 1 and not _is_placed(text, first)
        if told and _says_or_serves(text, offices, end + 1):
            return True
    if n_tokens == 1 or _hangs(text, first):
        return False
    if first - 1 in offices.says or end in offices.says:
        return True
    return first > 1 and text.words[first - 1] == "," and _serves(text, offices, first - 1)


def _is_placed(text: Text, first: int) -> bool:
    """Tell whether a name stands where towns do, or states behind towns."""
    if first > 1 and text.words[first - 1] == "," and text.caps[first - 2]:
        return True
    return first > 0 and text.words[first - 1] in text.pack.words.get("names.at", ())


def _hangs(text: Text, first: int) -> bool:
    """Tell whether a preposition stands right before a name."""
    return first > 0 and text.words[first - 1] in text.pack.words["function.preposition"]


def _is_age(text: Text, token: int) -> bool:
    surface = text.words[token]
    if not surface.isdecimal() or len(surface) > _AGE_DIGITS or int(surface) not in _AGES:
        return False
    after = text.words[token + 1] if token + 1 < len(text) else "."
    return after in _AFTER_AGE or after in text.pack.words.get("names.years", ())


def _says_or_serves(text: Text, offices: Offices, token: int) -> bool:
    """Tell whether ", who", ", said" or ", the zonal secretary of" begins here."""
    if text.words[token] in text.pack.words.get("names.who", ()) or token in offices.says:
        return True
    stop = min(token + _APPOSITION, len(text))
    return any(at in offices.roles and not text.caps[at] for at in range(token, stop))


def _serves(text: Text, offices: Offices, comma: int) -> bool:
    """Tell whether the words before a comma name an office: "the minister of labour, X"."""
    first = max(text.sentence(comma).first, comma - _APPOSITION_BEHIND)
    for at in range(comma - 1, first - 1, -1):
        if text.kinds[at] == "p":
            return False
        if at in offices.roles:
            return True
    return False
