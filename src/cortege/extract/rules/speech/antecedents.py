"""Turns pronouns, surnames, offices and "the statement" into those a report has named.

A pronoun stands for whoever the nearest sentence before it is about: the one who says something
in it, else the first person it names. Whoever has a man's title is not meant by "she". A surname
stands for the fullest name that ends with it, "the minister" for the last person named with that
office. What stays unresolved keeps its own words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, Literal

from cortege.extract.rules.names import Name
from cortege.extract.rules.speech import offices
from cortege.extract.rules.speech.cues import POSSESSIVES, Cues, Stretch
from cortege.extract.rules.speech.offices import Office
from cortege.extract.rules.speech.speakers import spoken
from cortege.extract.text import Text

Gender = Literal["he", "she", ""]

_SENTENCES_BACK: Final = 10
_OFFICE_WORDS: Final = 3  # in "the prime minister"; more words describe somebody else
_OFFICE_REACH: Final = 6  # tokens between a name and the office that belongs to it


class Antecedents:
    """Whom the sentences of a report are about."""

    def __init__(self, text: Text, names: Sequence[Name], cues: Cues) -> None:
        """Index the names of a text."""
        self.text, self.cues = text, cues
        self._fullest: dict[str, Name] = {}
        self._subjects: dict[int, Stretch | None] = {}
        self._first_person: dict[int, Name] = {}
        self._first_unknown: dict[int, Name] = {}
        self._gender: dict[str, Gender] = {}
        self._offices: dict[str, list[Name]] = {}
        self._at = {(name.first, name.end): name for name in names}
        self._mentions: dict[str, list[Name]] = {}
        self._organisations = {
            name.first: name.end for name in names if name.kind == "organisation"
        }
        for name in names:
            self._note(name)

    def _note(self, name: Name) -> None:
        text = self.text
        last = text.words[name.end - 1]
        n_tokens = name.end - name.first
        if name.kind == "person" or (name.kind == "unknown" and n_tokens > 1):
            known = self._fullest.get(last)
            if known is None or n_tokens > known.end - known.first:
                self._fullest[last] = name
        if self.cues.quoted[name.first]:
            return
        if name.kind in {"person", "unknown"}:
            self._mentions.setdefault(last, []).append(name)
        if name.kind != "person":
            if name.kind == "unknown" and n_tokens > 1:
                self._first_unknown.setdefault(text.sentence_of[name.first], name)
            return
        if name.first:
            gender = self.gender_of(text.words[name.first - 1])
            if gender:
                self._gender[last] = gender
        follows = text.words[name.end] if name.end < len(text) else ""
        if follows not in POSSESSIVES and not self._is_aside(name, follows):
            self._first_person.setdefault(text.sentence_of[name.first], name)
        self._note_office(name)

    def _is_aside(self, name: Name, follows: str) -> bool:
        """Tell whether a name stands in a heading in capitals or in a picture's credit."""
        before = self.text.words[name.first - 1] if name.first else ""
        return "/" in {before, follows} or self.text.exact(name.first, name.end).isupper()

    def _note_office(self, name: Name) -> None:
        text = self.text
        first = max(text.sentence(name.first).first, name.first - _OFFICE_REACH)
        stop = min(len(text), name.end + _OFFICE_REACH)
        after = range(name.end + 1, stop) if text.words[name.end : name.end + 1] == [","] else ()
        for at in (*range(first, name.first), *after):
            hit = text.hit_at(at, "people.role")
            if hit is not None:
                self._offices.setdefault(text.words[hit.end - 1], []).append(name)

    # ---------------------------------------------------------------- looking up

    def gender_of(self, word: str) -> Gender:
        """Tell whether a pronoun or title is a man's or a woman's."""
        words = self.text.pack.words
        if word in words.get("quotation.he", ()):
            return "he"
        return "she" if word in words.get("quotation.she", ()) else ""

    def name_of(self, speaker: Stretch) -> str:
        """Give the fullest name for the words that stand for somebody, or those words."""
        found = self._resolved(speaker)
        fullest = self.fullest(*found)
        if fullest is not None:
            found = (fullest.first, fullest.end)
        return self.text.exact(*found)

    def name_at(self, speaker: Stretch) -> Name | None:
        """Give the name that a speaker's words are or stand for."""
        return self._at.get(self._resolved(speaker))

    def office_of(self, name: Name) -> Office | None:
        """Give the office of a person, from whichever mention states it first."""
        for mention in self._mentions.get(self.text.words[name.end - 1], (name,)):
            office = offices.of(self.text, mention)
            if office is not None:
                return self._cut(office)
        return None

    def _cut(self, office: Office) -> Office:
        """End an office behind the organisation it belongs to: "head of the X representing …"."""
        for at in range(office.head[1], office.words[1]):
            end = self._organisations.get(at)
            if end is not None and end <= office.words[1]:
                return office._replace(words=(office.words[0], end))
        return office

    def fullest(self, first: int, end: int) -> Name | None:
        """Give the fullest name that ends with the same word as this one."""
        known = self._fullest.get(self.text.words[end - 1])
        if known is None or end - first > known.end - known.first:
            return None
        return known

    def _resolved(self, speaker: Stretch) -> Stretch:
        text = self.text
        first, end = speaker
        words = text.pack.words
        if end == first + 1:
            pronoun = text.words[first].rpartition("-")[2]
            if pronoun in words.get("quotation.pronoun", ()):
                return self.before(first, pronoun) or speaker
        if any(text.caps[at] for at in range(first + 1, end)):
            return speaker
        if text.words[first] in words["function.article"]:
            if text.words[end - 1] in words.get("quotation.document", ()):
                return self.before(first, "") or speaker
            if end - first <= _OFFICE_WORDS:
                return self._officer(first, end) or speaker
        return speaker

    def _officer(self, first: int, end: int) -> Stretch | None:
        """Give the last person named with an office, for "the minister"."""
        if self.text.words[first] not in self.text.pack.words.get("quotation.the", ()):
            return None
        named = self._offices.get(self.text.words[end - 1], ())
        at = bisect_left(named, first, key=lambda name: name.first) - 1
        return (named[at].first, named[at].end) if at >= 0 else None

    def before(self, token: int, pronoun: str) -> Stretch | None:
        """Give whoever the nearest sentence is about that a pronoun at a token can stand for."""
        gender = self.gender_of(pronoun)
        here = self.text.sentence_of[token]
        for sentence in range(here, max(-1, here - _SENTENCES_BACK), -1):
            subject = self._subject_of(sentence, token if sentence == here else -1)
            if subject is None or subject[0] >= token:
                continue
            last = self.text.words[subject[1] - 1]
            if gender and (self._gender.get(last, gender) != gender or not self._is_one(subject)):
                continue
            return subject
        return None

    def _is_one(self, subject: Stretch) -> bool:
        """Tell whether a subject is one person: a name, or "a woman"."""
        text = self.text
        if text.caps[subject[1] - 1]:
            return True
        return text.words[subject[0]] in text.pack.words.get("quotation.singular", ())

    def _subject_of(self, sentence: int, stop: int) -> Stretch | None:
        """Give whom a sentence is about; ``stop`` cuts the sentence a pronoun stands in."""
        if stop >= 0:
            return self._read(sentence, stop)
        if sentence not in self._subjects:
            self._subjects[sentence] = self._read(sentence, self.text.sentences[sentence].end)
        return self._subjects[sentence]

    def _read(self, sentence: int, stop: int) -> Stretch | None:
        found = self.text.sentences[sentence]
        if found.in_title:
            return None
        said = spoken(self.cues, found.first, stop)
        if said is not None:
            return said
        name = self._first_person.get(sentence) or self._first_unknown.get(sentence)
        return (name.first, name.end) if name is not None and name.first < stop else None
