"""Turns names and what is said around them into the people of a report.

All mentions of one person are one entry: "Ahmed Ali, head of the union" and "Ali". Whether
somebody came is read from words such as "was among the participants" or "did not attend" whose
subject the person is, and the reason from the words behind them ("citing …", "to express …").
The side is that of the office: a union's, a government's, the police's; somebody without one who
came to the protest is on its side.

A byline names nobody of the report. Names that only stand in quotations are left out too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from cortege.extract.rules import offices
from cortege.extract.rules.names import Name
from cortege.extract.rules.offices import Office
from cortege.extract.rules.quotations import Quotation, Stretch
from cortege.extract.text import Text
from cortege.languages.phrases import Hit
from cortege.nouns.reading import Side

_TERMINAL: Final = frozenset(".!?…;")
_BEHIND_PRONOUN: Final = 4  # tokens between a pronoun and the verb that says it came
_SENTENCES_BACK: Final = 2  # in which a pronoun's person is named
_AFTER_VERB: Final = 4  # tokens between "among them was" and the name
_SIDES: Final[tuple[Side, ...]] = ("protest", "police", "government")


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A named person: role, organisation, whether they were there, why or why not, whose side.

    ``role``, ``organisation`` and ``reason`` are stretches of tokens, ``evidence`` the stretches
    that carry what is said; ``present`` is ``None`` when the report does not say.
    """

    name: str
    role: Stretch | None
    organisation: Stretch | None
    present: bool | None
    reason: Stretch | None
    side: Side
    evidence: tuple[Stretch, ...]


def find(
    text: Text, names: Sequence[Name], quotations: Sequence[Quotation]
) -> list[PersonMention]:
    """Find the people of a report, one entry per person, in the order of their first mention."""
    people = _grouped(text, names, quotations)
    attendance = _Attendance(text, people, quotations)
    organisations = {name.first: name for name in names if name.kind == "organisation"}
    return [_entry(text, person, attendance, organisations) for person in people]


# --------------------------------------------------------------------------- who is one person?


@dataclass(slots=True)
class _Person:
    fullest: Name
    mentions: list[Name] = field(default_factory=list)


def _grouped(
    text: Text, names: Sequence[Name], quotations: Sequence[Quotation]
) -> list[_Person]:
    """Put the mentions of each person together."""
    speakers = {quotation.speaker for quotation in quotations if quotation.direct}
    quoted = _Quoted(quotations)
    by_name: dict[str, _Person] = {}
    by_surname: dict[str, _Person] = {}
    for name in names:
        speaks = (name.first, name.end) in speakers
        if name.kind != "person" and not (name.kind == "unknown" and speaks):
            continue
        if quoted.holds(name.first) or _is_byline(text, name):
            continue
        full = text.exact(name.first, name.end)
        surname = text.words[name.end - 1]
        person = by_name.get(full) or (by_surname.get(surname) if _is_short(name) else None)
        if person is None:
            person = by_name[full] = _Person(name)
        person.mentions.append(name)
        if name.end - name.first > 1:
            by_surname[surname] = person
    return _merged(text, list(by_name.values()))


def _merged(text: Text, people: Sequence[_Person]) -> list[_Person]:
    """Join a surname that came first, as in a title, with the full name that came later."""
    full = {
        text.words[person.fullest.end - 1]: person
        for person in people
        if not _is_short(person.fullest)
    }
    kept: list[_Person] = []
    for person in people:
        other = full.get(text.words[person.fullest.end - 1])
        if _is_short(person.fullest) and other is not None:
            other.mentions = person.mentions + other.mentions
        else:
            kept.append(person)
    return kept


def _is_short(name: Name) -> bool:
    return name.end - name.first == 1


def _is_byline(text: Text, name: Name) -> bool:
    """Tell whether a paragraph is nothing but a name, with or without "by"."""
    here = text.sentence_of[name.first]
    sentence = text.sentences[here]
    alone = sentence.end - name.end <= 1 and name.first - sentence.first <= 1
    if not alone or sentence.in_title:
        return False
    before = text.sentences[here - 1].paragraph if here else -1
    after = text.sentences[here + 1].paragraph if here + 1 < len(text.sentences) else -1
    return sentence.paragraph not in {before, after}


class _Quoted:
    """The stretches that are somebody's words."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        direct = [quotation for quotation in quotations if quotation.direct]
        self._firsts = [quotation.first for quotation in direct]
        self._ends = [quotation.end for quotation in direct]

    def holds(self, token: int) -> bool:
        at = bisect_right(self._firsts, token) - 1
        return at >= 0 and token < self._ends[at]


# --------------------------------------------------------------------------- did they come?


class _Presence(NamedTuple):
    present: bool
    words: Stretch
    reason: Stretch | None


class _Attendance:
    """Who came and who stayed away, by what the sentences about them say."""

    def __init__(
        self, text: Text, people: Sequence[_Person], quotations: Sequence[Quotation]
    ) -> None:
        self.text = text
        self._mentions = sorted(
            ((mention.first, mention.end, number))
            for number, person in enumerate(people)
            for mention in person.mentions
        )
        self._firsts = [mention[0] for mention in self._mentions]
        self._quoted = _Quoted(quotations)
        self._found: dict[int, _Presence] = {}
        for path, present in (("people.absent", False), ("people.attend", True)):
            for hit in text.found(path):
                self._read(hit, present=present)
        self._numbers = {id(person): number for number, person in enumerate(people)}

    def of(self, person: _Person) -> _Presence | None:
        return self._found.get(self._numbers[id(person)])

    def _read(self, hit: Hit, *, present: bool) -> None:
        if self._quoted.holds(hit.first):
            return
        subject = self._subject(hit)
        if subject is None:
            return
        first, number = subject
        if number not in self._found:
            reason = self._reason(first, hit, present=present)
            words = (min(first, hit.first), max(first + 1, hit.end))
            self._found[number] = _Presence(present, words, reason)

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
        return not any(
            True
            for path in ("crowd.noun", "crowd.group", "not_crowd.police")
            for _ in text.found_within(path, first, token)
        )

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
        for found in text.found_within("people.reason", hit.end, sentence.end):
            return found.first, self._clause_end(found.first, sentence.end)
        if present:
            return None
        for found in text.found_within("people.reason", name, hit.first):
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
        return max(end, first + 1)


# --------------------------------------------------------------------------- what are they?


def _entry(
    text: Text,
    person: _Person,
    attendance: _Attendance,
    organisations: dict[int, Name],
) -> PersonMention:
    name, office = _office(text, person)
    presence = attendance.of(person)
    organisation = _organisation(text, name, office, organisations)
    present = presence.present if presence is not None else None
    evidence: list[Stretch] = [_with_office(name, office)]
    if presence is not None:
        evidence.append(presence.words)
        if presence.reason is not None:
            evidence.append(presence.reason)
    return PersonMention(
        text.exact(person.fullest.first, person.fullest.end),
        office.head if office is not None else None,
        organisation,
        present,
        presence.reason if presence is not None else None,
        _side(text, office, organisation, present=present),
        tuple(evidence),
    )


def _office(text: Text, person: _Person) -> tuple[Name, Office | None]:
    """Give the first mention that states an office, else the first."""
    for mention in person.mentions[:12]:
        office = offices.of(text, mention)
        if office is not None:
            return mention, office
    return person.mentions[0], None


def _with_office(name: Name, office: Office | None) -> Stretch:
    if office is None:
        return name.first, name.end
    return min(name.first, office.words[0]), max(name.end, office.words[1])


def _organisation(
    text: Text, name: Name, office: Office | None, organisations: dict[int, Name]
) -> Stretch | None:
    """Give the organisation of which somebody is an officer, or "of" which they are."""
    if office is not None:
        for at in range(*office.words):
            found = organisations.get(at)
            if found is not None and found.first != name.first:
                return found.first, found.end
        found_common = _common_organisation(text, office)
        if found_common is not None:
            return found_common
    prepositions = text.pack.words["function.preposition"]
    for at in _small_words(text, name.end):
        found = organisations.get(at)
        if found is not None and text.words[name.end] in prepositions | {","}:
            return found.first, found.end
    return None


def _small_words(text: Text, first: int) -> Iterator[int]:
    """Give the tokens behind a name up to the first that an organisation's name may begin with."""
    for at in range(first, min(len(text), first + 4)):
        yield at
        if text.caps[at]:
            return


def _common_organisation(text: Text, office: Office) -> Stretch | None:
    """Give "the growers' union" behind "secretary of"."""
    first, end = office.head[1], office.words[1]
    if first >= end:
        return None
    known = text.pack.words.get("names.organisation", frozenset())
    prepositions = text.pack.words["function.preposition"]
    begun = first
    while begun < end and (
        text.words[begun] in prepositions or text.words[begun] in text.pack.words["function.article"]
    ):
        begun += 1
    for at in range(begun, end):
        if text.words[at] in known:
            return begun, at + 1
    return None


def _side(
    text: Text, office: Office | None, organisation: Stretch | None, *, present: bool | None
) -> Side:
    stretches = [stretch for stretch in (office and office.words, organisation) if stretch]
    for side in _SIDES:
        for first, end in stretches:
            if any(True for _ in text.found_within(f"people.{side}", first, end)):
                return side
    return "protest" if present else "other"
