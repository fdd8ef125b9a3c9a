"""Turns names and what is said around them into the people of a report.

All mentions of one person are one entry: "Ahmed Ali, head of the union" and "Ali". Whether
somebody came is read from words such as "was among the participants" or "did not attend" whose
subject the person is, and the reason from the words behind them ("citing …", "to express …").
The side is that of the office: a union's, a government's, the police's. Anybody else who came or
is quoted is taken for a protester, unless the office is a bystander's ("lawyer", "resident").

A byline names nobody of the report. Names that only stand in quotations are left out too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Final

from cortege.extract.rules.attendance import Attendance, Mention, Presence
from cortege.extract.rules.names import Name
from cortege.extract.rules.quotations import Quotation, Stretch
from cortege.extract.rules.speech import offices
from cortege.extract.rules.speech.offices import Office
from cortege.extract.text import Text
from cortege.nouns.reading import Side

_MENTIONS_READ: Final = 12  # of one person, for an office
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


def find(text: Text, names: Sequence[Name], quotations: Sequence[Quotation]) -> list[PersonMention]:
    """Find the people of a report, one entry per person, in the order of their first mention."""
    quoted = bytearray(len(text))
    for quotation in quotations:
        if quotation.direct:
            quoted[quotation.first : quotation.end] = b"\1" * (quotation.end - quotation.first)
    speakers = {quotation.name for quotation in quotations if quotation.direct}
    people = _grouped(text, [name for name in names if not quoted[name.first]], speakers)
    mentions = [
        Mention(mention.first, mention.end, number)
        for number, person in enumerate(people)
        for mention in person.mentions
    ]
    attendance = Attendance(text, mentions, quoted)
    organisations = _Organisations(text, names)
    return [
        _entry(text, person, attendance.of(number), organisations)
        for number, person in enumerate(people)
    ]


# --------------------------------------------------------------------------- who is one person?


@dataclass(slots=True)
class _Person:
    fullest: Name
    mentions: list[Name] = field(default_factory=list)
    speaks: bool = False


def _grouped(text: Text, names: Sequence[Name], speakers: AbstractSet[str | None]) -> list[_Person]:
    """Put the mentions of each person together."""
    by_name: dict[str, _Person] = {}
    by_surname: dict[str, _Person] = {}
    for name in names:
        speaks = text.exact(name.first, name.end) in speakers
        if name.kind != "person" and not (name.kind == "unknown" and speaks):
            continue
        if _is_byline(text, name):
            continue
        full = text.exact(name.first, name.end)
        surname = text.words[name.end - 1]
        person = by_name.get(full) or (by_surname.get(surname) if _is_short(name) else None)
        if person is None:
            person = by_name[full] = _Person(name)
        person.mentions.append(name)
        person.speaks = person.speaks or speaks
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
            other.speaks = person.speaks or other.speaks
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


# --------------------------------------------------------------------------- what are they?


def _entry(
    text: Text,
    person: _Person,
    presence: Presence | None,
    organisations: _Organisations,
) -> PersonMention:
    name, office = _office(text, person)
    organisation = organisations.of(person, office)
    present = presence.present if presence is not None else None
    evidence: list[Stretch] = [_with_office(name, office)]
    if presence is not None:
        evidence.append(presence.words)
        if presence.reason is not None:
            evidence.append(presence.reason)
    return PersonMention(
        text.exact(person.fullest.first, person.fullest.end),
        _role(office, organisation),
        organisation,
        present,
        presence.reason if presence is not None else None,
        _side(text, office, organisation, speaks_or_came=person.speaks or bool(present)),
        tuple(evidence),
    )


def _office(text: Text, person: _Person) -> tuple[Name, Office | None]:
    """Give the first mention that states an office, else the first."""
    for mention in person.mentions[:_MENTIONS_READ]:
        office = offices.of(text, mention)
        if office is not None:
            return mention, office
    return person.mentions[0], None


def _role(office: Office | None, organisation: Stretch | None) -> Stretch | None:
    """Give the words for an office, without those for an organisation that is named apart."""
    if office is None:
        return None
    if organisation is not None and office.head[1] <= organisation[0] < office.words[1]:
        return office.head
    return office.words


def _with_office(name: Name, office: Office | None) -> Stretch:
    if office is None:
        return name.first, name.end
    return min(name.first, office.words[0]), max(name.end, office.words[1])


class _Organisations:
    """The organisations a report names, by the tokens they begin and end at."""

    def __init__(self, text: Text, names: Sequence[Name]) -> None:
        self.text = text
        self._from = {name.first: name for name in names if name.kind == "organisation"}
        self._to = {name.end: name for name in names if name.kind in {"organisation", "unknown"}}

    def of(self, person: _Person, office: Office | None) -> Stretch | None:
        """Give the organisation of which somebody is an officer, or "of" which they are."""
        if office is not None:
            for at in range(*office.words):
                found = self._from.get(at)
                if found is not None:
                    return found.first, min(found.end, office.words[1])
            common = _common_organisation(self.text, office)
            if common is not None:
                return common
        for mention in person.mentions[:_MENTIONS_READ]:
            found = self._beside(mention)
            if found is not None:
                return found.first, found.end
        return None

    def _beside(self, name: Name) -> Name | None:
        """Read "the X's Ahmed Ali" and "Ahmed Ali of the X"."""
        text = self.text
        before = name.first - 1
        if before > 0 and text.words[before] in {"'s", "’s"} and before in self._to:
            return self._to[before]
        if name.end >= len(text):
            return None
        if text.words[name.end] not in text.pack.words["function.preposition"] | {","}:
            return None
        for at in _small_words(text, name.end + 1):
            if at in self._from:
                return self._from[at]
        return None


def _small_words(text: Text, first: int) -> Iterator[int]:
    """Give the tokens of little words and the one behind them, where a name may begin."""
    words = text.pack.words
    for at in range(first, min(len(text), first + 4)):
        yield at
        if (
            text.words[at] not in words["function.article"]
            and text.words[at] not in words["function.preposition"]
        ):
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
        text.words[begun] in prepositions
        or text.words[begun] in text.pack.words["function.article"]
    ):
        begun += 1
    for at in range(begun, end):
        if text.words[at] in known:
            return begun, at + 1
    return None


def _side(
    text: Text, office: Office | None, organisation: Stretch | None, *, speaks_or_came: bool
) -> Side:
    """Give the side of an office; anybody else who came or speaks is taken for a protester."""
    stretches = [stretch for stretch in (office and office.words, organisation) if stretch]
    civic = any(_holds(text, "names.civic", stretch) for stretch in stretches)
    for side in _SIDES:
        for first, end in stretches:
            for hit in text.found_within(f"people.{side}", first, end):
                presides = text.hit_at(hit.first, "names.presides")
                if not (side == "government" and civic and presides is not None):
                    return side
    outside = office is not None and _holds(text, "names.outside", office.words)
    return "protest" if civic or (speaks_or_came and not outside) else "other"


def _holds(text: Text, path: str, stretch: Stretch) -> bool:
    return any(True for _ in text.found_within(path, *stretch))
