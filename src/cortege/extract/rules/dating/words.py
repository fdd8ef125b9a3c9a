"""Turns a language's ``dates.toml`` into look-ups of date words, by their role.

A role is what a phrase does in a date: ``month``, ``weekday``, ``since``, ``part`` (of a day). The
tables of ``dates.toml`` with values (``months``, ``span`` …) give one role each; the lists of
``[words]`` and ``[frame]`` give a role of their own name. A phrase is found in one dictionary
look-up by its first or its last word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from cortege.extract.text import Text
from cortege.languages.pack import load

_VALUED: Final[Mapping[str, str]] = {
    "months": "month",
    "weekdays": "weekday",
    "relative": "relative",
    "span": "span",
    "named": "named",
    "easter": "easter",
    "seasons": "season",
    "anaphora": "anaphora",
    "nth": "nth",
    "days": "dayword",
}
PHRASE: Final = "phrase"  # the role all whole expressions share; its value names their own role
_WHOLE: Final = frozenset(
    {"relative", "span", "named", "easter", "anaphora", "since_then", "vague"}
)
_UNITS: Final = ("day", "week", "month", "year")
_STARTERS: Final = (
    PHRASE, "month", "weekday", "season", "dayword", "unit", "never",
)  # fmt: skip
_ENCLOSED: Final = frozenset({",", "("})

# role, then first (or last) word, then the word beside it ("" where there is none)
Phrases = dict[str, dict[str, dict[str, list[tuple[tuple[str, ...], Any]]]]]


_NOTHING: Final[dict[str, dict[str, list[tuple[tuple[str, ...], Any]]]]] = {}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The date words of one language.

    ``roles`` gives what a word can begin. ``month_first`` tells whether "May 5" is a date beside
    "5 May", ``capital`` whether months and weekdays are written with a capital.
    """

    starting: Phrases
    ending: Phrases
    roles: Mapping[str, frozenset[str]]
    month_first: bool
    capital: bool
    next_week: frozenset[str]


@cache
def vocabulary(code: str) -> Vocabulary:
    """Prepare a language's date words once per process."""
    dates = load(code).dates
    starting: Phrases = {}
    ending: Phrases = {}
    for role, phrase, value in _entries(dates):
        for spelt in _spellings(phrase):
            second, last_but_one = (spelt[1], spelt[-2]) if len(spelt) > 1 else ("", "")
            _enter(starting, (role, spelt[0], second), spelt, value)
            _enter(ending, (role, spelt[-1], last_but_one), spelt, value)
    frame = dates.get("frame", {})
    return Vocabulary(
        starting,
        ending,
        _roles(starting),
        dates["words"].get("order") == "mdy",
        bool(frame.get("capital")),
        frozenset(_split(frame.get("next_week", ""))),
    )


def _enter(phrases: Phrases, key: tuple[str, str, str], spelt: tuple[str, ...], value: Any) -> None:
    role, word, beside = key
    listed = phrases.setdefault(role, {}).setdefault(word, {}).setdefault(beside, [])
    listed.append((spelt, value))
    listed.sort(key=lambda entry: -len(entry[0]))


def _roles(starting: Phrases) -> dict[str, frozenset[str]]:
    roles: dict[str, set[str]] = {}
    for role in _STARTERS:
        for word in starting.get(role, ()):
            roles.setdefault(word, set()).add(role)
    return {word: frozenset(found) for word, found in roles.items()}


def _entries(dates: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    for table, role in _VALUED.items():
        for phrase, value in dates.get(table, {}).items():
            yield (PHRASE, phrase, (role, value)) if role in _WHOLE else (role, phrase, value)
    for table in ("words", "frame"):
        for name, listed in dates.get(table, {}).items():
            role = "unit" if name in _UNITS else name
            for phrase in _split(listed):
                yield (PHRASE, phrase, (role, name)) if role in _WHOLE else (role, phrase, name)
    for prefix in _split(dates["words"].get("early", "")):
        if prefix.endswith("-"):
            for month, value in dates["months"].items():
                yield "month", prefix + month, value


def _split(listed: str) -> list[str]:
    return [phrase.strip() for phrase in listed.split(",") if phrase.strip()]


def _spellings(phrase: str) -> Iterator[tuple[str, ...]]:
    """Give a phrase's tokens; an apostrophe that stands alone may be a straight or a curly one."""
    words = tuple(word.rstrip(".") or word for word in phrase.split())
    yield words
    if "'" in words:
        yield tuple("’" if word == "'" else word for word in words)


class Lookup:
    """A text's tokens, ready to be asked for date words.

    ``near`` is the publication date where it is known: it decides between two readings of one
    notation (3/4/2020) and never makes a date of its own.
    """

    __slots__ = ("keys", "near", "text", "words")

    def __init__(self, text: Text, near: date | None) -> None:
        """Prepare the tokens: lower case, without the full stop of an abbreviation."""
        self.text, self.near = text, near
        self.words = vocabulary(text.pack.code)
        self.keys = [word.rstrip(".") or word for word in text.words]

    def at(self, role: str, token: int) -> tuple[int, Any] | None:
        """Give the end and the value of the longest phrase of a role that begins at a token."""
        keys = self.keys
        if not 0 <= token < len(keys):
            return None
        entered = self.words.starting.get(role, _NOTHING).get(keys[token])
        if entered is None:
            return None
        second = keys[token + 1] if token + 1 < len(keys) else ""
        for phrase, value in entered.get(second, ()) if second else ():
            end = token + len(phrase)
            if tuple(keys[token:end]) == phrase:
                return end, value
        for _, value in entered.get("", ()):
            return token + 1, value
        return None

    def before(self, role: str, token: int) -> int | None:
        """Give the first token of the longest phrase of a role that ends just before a token."""
        keys = self.keys
        if not 0 < token <= len(keys):
            return None
        entered = self.words.ending.get(role, _NOTHING).get(keys[token - 1])
        if entered is None:
            return None
        for phrase, _ in entered.get(keys[token - 2], ()) if token > 1 else ():
            first = token - len(phrase)
            if first >= 0 and tuple(keys[first:token]) == phrase:
                return first
        return token - 1 if "" in entered else None

    def skip(self, token: int, *roles: str) -> int:
        """Give the first token from here on that begins no phrase of these roles."""
        moved = True
        while moved:
            moved = False
            for role in roles:
                found = self.at(role, token)
                if found is not None:
                    token, moved = found[0], True
        return token

    def linked(self, token: int) -> int:
        """Skip what may stand between a weekday and its date: a comma, "the", a bracket."""
        if token < len(self.keys) and self.keys[token] in _ENCLOSED:
            token += 1
        return self.skip(token, "link")

    def governs(self, end: int) -> bool:
        """Tell whether a phrase ends in a preposition that a noun follows: "after the vote"."""
        if self.before("preposition", end) is None or end >= len(self.keys):
            return False
        text = self.text
        return text.kinds[end] != "p" and text.sentence_of[end] == text.sentence_of[end - 1]
