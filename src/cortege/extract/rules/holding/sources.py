"""Turns the words for a source into its kind: organisers, police, authorities, media, witness.

The kind is read from the words of the phrase itself ("the interior ministry"), from what the
report says elsewhere of the same name ("Chief Kerr Putney … Putney said"; "Clean Tide, which
called the march"), from the word that heads a name ("the Farmers' League"), and, failing these,
from an office ("Sergeant …"). A name that none of these explains is ``other``.

Where a phrase holds words of several kinds, a word inside a longer one does not count ("human
rights activist" is no activist), and of the rest the first kind of ``_KINDS`` wins: a police union
is a union.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from cortege.extract.rules.holding.words import NounPhrases, Span
from cortege.extract.text import Text
from cortege.languages.phrases import Hit
from cortege.nouns.values import HolderKind

Basis = Literal["word", "organiser", "elsewhere", "office", "name", "subject", "reference"]

_KINDS: Final[tuple[HolderKind, ...]] = (
    "organisers",
    "police",
    "authorities",
    "media",
    "witness",
    "other",
)
_TITLE: Final = 6  # tokens of title before a name
_TRIED: Final = 4  # places where a name is looked up
_SHORTEST: Final = 3  # letters of a word that can stand for a name


class Kind(NamedTuple):
    """What kind of source a phrase names and how that is known."""

    kind: HolderKind
    basis: Basis


class Sources:
    """Tells the kinds of the sources of one text, and remembers names."""

    def __init__(self, text: Text, phrases: NounPhrases, organisers: Sequence[Span] = ()) -> None:
        """Take a text and, where they are known, the spans that name its organisers."""
        self._text, self._phrases = text, phrases
        self._proper = not text.pack.traits.get("noun_capitals")
        self._organisers: set[str] = set()
        self._known: dict[str, HolderKind | None] = {}
        self._places: dict[str, list[int]] | None = None
        for first, end in organisers:
            self._organisers.update(self._names(first, end))
        self._declared()

    def kind(self, first: int, end: int, stop: int | None = None) -> Kind | None:
        """Say what kind of source the tokens name; tokens up to ``stop`` may explain them.

        Returns:
            The kind, ``other`` for an unknown name, ``None`` where no source is named.
        """
        found = word_kind(self._text, first, end)
        if found:
            return Kind(found, "word")
        names = self._names(first, end)
        if self._organisers and not self._organisers.isdisjoint(names):
            return Kind("organisers", "organiser")
        office = office_kind(self._text, first, end)
        if names and office not in (None, "witness", "other"):
            return Kind(office, "office")
        found = _titled(self._text, end, stop) if stop is not None and stop > end else None
        found = found or (self._elsewhere(names[-1]) if names else None)
        if found:
            return Kind(found, "elsewhere")
        if office:
            return Kind(office, "office")
        return Kind("other", "name") if names and self._proper else None

    def learn(self, first: int, end: int, kind: Kind) -> None:
        """Remember the kind of the name that a phrase ends with."""
        names = self._names(first, end)
        if names and (kind.basis != "name" or kind.kind == "witness"):
            self._known.setdefault(names[-1], kind.kind)
            if kind == ("organisers", "office") and len(names[-1]) > _SHORTEST:
                self._organisers.add(names[-1])

    def named_organisers(self) -> list[Span]:
        """Give where the names stand of the bodies that the report says organise."""
        tokens = sorted(at for name in self._organisers for at in self._standing(name))
        spans: list[Span] = []
        for at in tokens:
            if spans and spans[-1][1] == at:
                spans[-1] = spans[-1][0], at + 1
            else:
                spans.append((at, at + 1))
        return spans

    # ------------------------------------------------------------------ names

    def _names(self, first: int, end: int) -> list[str]:
        """Give the words with capitals that can stand for a name."""
        text = self._text
        if first < end and first == text.sentence(first).first and self._only_opens(first, end):
            first += 1
        return [
            text.words[at]
            for at in range(first, end)
            if text.caps[at] and text.kinds[at] == "w" and len(text.words[at]) >= _SHORTEST
        ]

    def _only_opens(self, first: int, end: int) -> bool:
        """Tell whether a word may owe its capital to opening a sentence: "Almost everything"."""
        text = self._text
        words, word = text.pack.words, text.words[first]
        return (
            word in words["function.adverb"]
            or word in words["function.pronoun"]
            or word in words["function.preposition"]
            or word in words["function.conjunction"]
            or (first + 1 < end and text.kinds[first + 1] == "w" and not text.caps[first + 1])
        )

    def _declared(self) -> None:
        """Take the names that the report itself says organise: "Clean Tide, which called …"."""
        text = self._text
        for hit in text.found("holder_cue.organised_by"):
            self._organise(*self._phrases.after(hit.end))
        for hit in text.found("holder_cue.organises"):
            at = hit.first
            while at > text.sentence(hit.first).first and text.kinds[at - 1] == "p":
                at -= 1
            self._organise(*self._phrases.before(at))

    def _organise(self, first: int, end: int) -> None:
        text = self._text
        kind = word_kind(text, first, end)
        if kind in (None, "organisers", "other"):
            known = {hit.first for hit in text.found_within("holder", first, end)}
            self._organisers.update(
                text.words[at]
                for at in range(first, end)
                if at not in known and text.caps[at] and len(text.words[at]) > _SHORTEST
            )

    def _elsewhere(self, name: str) -> HolderKind | None:
        """Look up what the report says beside the other places where a name stands."""
        if name not in self._known:
            self._known[name] = None
            for at in self._standing(name)[:_TRIED]:
                found = self._beside(at)
                if found:
                    self._known[name] = found
                    break
        return self._known[name]

    def _standing(self, name: str) -> list[int]:
        if self._places is None:
            self._places = {}
            text = self._text
            for at, cap in enumerate(text.caps):
                if cap and text.kinds[at] == "w":
                    self._places.setdefault(text.words[at], []).append(at)
        return self._places.get(name, [])

    def _beside(self, at: int) -> HolderKind | None:
        """Read the title before a name and the aside behind it."""
        text = self._text
        sentence = text.sentence(at)
        if at > sentence.first and text.words[at - 1] == "(":
            return _titled(text, *self._phrases.before(at - 1))
        first = at
        while first > max(sentence.first, at - _TITLE) and not _parts(text, first - 1):
            first -= 1
        found = _titled(text, first, at)
        if found:
            return found
        end = self._phrases.aside_end(at + 1)
        found = _titled(text, at + 1, end) if end > at + 1 else None
        return None if found == "witness" else found


def _parts(text: Text, at: int) -> bool:
    """Tell whether a token parts a title from the words before it."""
    words = text.pack.words
    word = text.words[at]
    return (
        text.kinds[at] != "w"
        or word in words["cue.say"]
        or word in words["cue.according"]
        or word in words["function.verb_common"]
        or word in words["function.conjunction"]
        or word in words["function.relative"]
    )


def _titled(text: Text, first: int, end: int) -> HolderKind | None:
    """Say what kind of source the words beside a name make it."""
    office = office_kind(text, first, end)
    if office == "organisers":
        return office
    return word_kind(text, first, end) or office


def word_kind(text: Text, first: int, end: int) -> HolderKind | None:
    """Say what kind of source the words of a phrase name; ``None`` when none is known."""
    hits = list(text.found_within("holder", first, end))
    if not hits:
        return None
    kinds = {hit.path.rpartition(".")[2] for hit in hits if not _nested(hit, hits)}
    for kind in _KINDS:
        if kind in kinds:
            return kind
    return None


def office_kind(text: Text, first: int, end: int) -> HolderKind | None:
    """Say what kind of source an office or the head of a name tells of."""
    kinds = {
        hit.path.rpartition(".")[2] for hit in text.found_within("holder_cue.office", first, end)
    }
    for kind in _OFFICES:
        if kind in kinds:
            return kind
    paper = text.pack.words["holder_cue.paper"]
    if any(text.caps[at] and text.words[at] in paper for at in range(first, end)):
        return "media"
    return None


_OFFICES: Final[tuple[HolderKind, ...]] = (
    "organisers",
    "media",
    "police",
    "authorities",
    "other",
    "witness",
)


def _nested(hit: Hit, hits: Sequence[Hit]) -> bool:
    """Tell whether a hit lies within a longer one of another kind."""
    return any(
        other.first <= hit.first
        and hit.end <= other.end
        and other.end - other.first > hit.end - hit.first
        and other.path != hit.path
        for other in hits
    )
