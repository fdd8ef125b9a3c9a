"""Turns what a report says of its people into who came, who stayed away, and why.

A phrase such as "was among the participants" or "did not attend" is true of the person named last
before it in its sentence, unless a crowd comes between; of the person a pronoun goes back to; or
of the one named right behind ("among them was X"). The reason is what follows with "citing",
"because", "to express"; for somebody who stayed away also an aside before the verb and the words
behind a semicolon. What people say of themselves in quotations is not read.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from cortege.extract.text import Text
from cortege.languages.phrases import Hit

Stretch = tuple[int, int]

_BEHIND_PRONOUN: Final = 4  # tokens between a pronoun and the verb that says it came
_SENTENCES_BACK: Final = 2  # in which a pronoun's person is named
_AFTER_VERB: Final = 4  # tokens between "among them was" and the name
_TERMINAL: Final = frozenset(".!?…;")
_CLOSING: Final = frozenset("”»\"’'")
_CROWDS: Final = ("crowd.noun", "crowd.group", "not_crowd.police")


class Mention(NamedTuple):
    """A person's name in the text: its tokens, and the person's number."""

    first: int
    end: int
    person: int


class Presence(NamedTuple):
    """Whether somebody came, the words that say so, and those that say why."""

    present: bool
    words: Stretch
    reason: Stretch | None


class Attendance:
    """Who came and who stayed away, by what the sentences about them say."""

    def __init__(self, text: Text, mentions: Sequence[Mention], quoted: bytearray) -> None:
        """Read the attendance of the people mentioned; ``quoted`` marks tokens in quotations."""
        self.text = text
        self._mentions = sorted(mentions)
        self._firsts = [mention.first for mention in self._mentions]
        self._found: dict[int, Presence] = {}
        for path, present in (("frame.absent", False), ("frame.attend", True)):
            for hit in text.found(path):
                if not quoted[hit.first]:
                    self._read(hit, present=present)

    def of(self, person: int) -> Presence | None:
        """Give what is said of a person, ``None`` when nothing is."""
        return self._found.get(person)

    def _read(self, hit: Hit, *, present: bool) -> None:
        subject = self._subject(hit)
        if subject is None:
            return
        first, number = subject
        if number not in self._found:
            reason = self._reason(first, hit, present=present)
            words = (min(first, hit.first), max(first + 1, hit.end))
            self._found[number] = Presence(present, words, reason)

    def _subject(self, hit: Hit) -> tuple[int, int] | None:
        """Give the person who is the subject of a phrase, and the first token of the name."""
        text = self.text
        sentence = text.sentence(hit.first)
        at = bisect_right(self._firsts, hit.first) - 1
        if at >= 0 and self._firsts[at] >= sentence.first:
            first, end, number = self._mentions[at]
            return (first, number) if self._reaches(end, hit.first) else None
        if at + 1 < len(self._firsts):
            first, _, number = self._mentions[at + 1]
            if hit.end <= first <= hit.end + _AFTER_VERB and first < sentence.end:
                return first, number
        if at >= 0 and self._is_pronoun_before(hit.first):
            here, there = text.sentence_of[hit.first], text.sentence_of[self._firsts[at]]
            if here - there <= _SENTENCES_BACK:
                return hit.first, self._mentions[at][2]
        return None

    def _reaches(self, end: int, token: int) -> bool:
        """Tell whether nobody else comes between a name and a verb."""
        text = self.text
        comma = token
        while comma > end and text.words[comma - 1] != ",":
            comma -= 1
        first = max(end, comma)
        return not any(True for path in _CROWDS for _ in text.found_within(path, first, token))

    def _is_pronoun_before(self, token: int) -> bool:
        words = self.text.pack.words
        first = max(self.text.sentence(token).first, token - _BEHIND_PRONOUN)
        return any(
            self.text.words[at] in words.get("quotation.he", ())
            or self.text.words[at] in words.get("quotation.she", ())
            for at in range(first, token)
        )

    def _reason(self, name: int, hit: Hit, *, present: bool) -> Stretch | None:
        """Give the words that say why somebody came or did not."""
        text = self.text
        sentence = text.sentence(hit.first)
        for found in text.found_within("frame.reason", hit.end, sentence.end):
            return found.first, self._clause_end(found.first, sentence.end)
        if present:
            return None
        for found in text.found_within("frame.reason", name, hit.first):
            end = found.end
            while end < hit.first and text.words[end] != ",":
                end += 1
            return found.first, end
        for at in range(hit.end, sentence.end - 2):
            if text.words[at] in {";", ":"}:
                return at + 1, self._clause_end(at + 1, sentence.end)
        return None

    def _clause_end(self, first: int, stop: int) -> int:
        end = first
        while end < stop and self.text.words[end] not in _TERMINAL:
            end += 1
        while end > first and self.text.words[end - 1] in _CLOSING:
            end -= 1
        return max(end, first + 1)
