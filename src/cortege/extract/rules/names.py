"""Turns runs of capitalised words into proper names of persons, organisations and places.

A name is a run of capitalised words, joined by particles ("de", "al") and, in the names of
organisations, by little words ("Observatory for Human Rights"). The capital that opens a sentence
counts only when the word is not known to be a common one. A title or an office before a run
("Police Chief") is no part of it and makes it a person; a number of years behind it does too, and
so does a verb of saying beside it. Whatever is neither that nor holds a word for an organisation
stays ``unknown``: there is no list of given names here.

In headlines with capitals throughout only names known from the rest of the report are found.
Where all nouns take capitals (German), a run needs two words and no article before it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal, NamedTuple

from cortege.extract.text import Text
from cortege.languages.pack import Pack

NameKind = Literal["person", "organisation", "place", "unknown"]

_MAX_NAME: Final = 12  # tokens
_MAX_LINK: Final = 3  # little words between two capitalised ones
_MAX_PARTICLE: Final = 3  # letters before a hyphen: "al-", "el-"
_APPOSITION: Final = 7  # tokens behind a comma in which an office begins
_APPOSITION_BEHIND: Final = 9  # tokens before a comma in which an office stands
_HEADLINE_SHARE: Final = 0.8  # of the longer words that take a capital
_TITLE_SHARE: Final = 0.6  # the same, in a title
_HEADLINE_LEAST: Final = 4  # words from which a share means something
_ACRONYM: Final = 2  # letters
_AGES: Final = range(10, 110)
_AFTER_AGE: Final = frozenset(",.);")
_INSIDE_SENTENCE: Final = frozenset(",-‐‑(;/&'’#@")
_POSSESSIVES: Final = frozenset({"'", "’", "'s"})


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: its tokens ``first`` to ``end`` and what it seems to be the name of."""

    first: int
    end: int
    kind: NameKind


class _Words(NamedTuple):
    """A language's words that decide about names."""

    common: frozenset[str]
    particles: frozenset[str]
    connectors: frozenset[str]
    organisation: frozenset[str]
    lower: frozenset[str]
    refused: frozenset[str]
    before_place: frozenset[str]
    articles: frozenset[str]


def find(text: Text) -> list[Name]:
    """Find the proper names of a text, in order, none overlapping another."""
    words = _words_of(text.pack)
    reader = _Reader(text, words)
    headlines = {
        number: True for number in range(len(text.sentences)) if _is_headline(text, number)
    }
    names: list[Name] = []
    for number, sentence in enumerate(text.sentences):
        if number not in headlines:
            names.extend(reader.read(sentence.first, sentence.end))
    names = _agreed(text, names)
    if headlines:
        names += _repeated(text, names, headlines)
        names.sort(key=lambda name: name.first)
    return names


def surname(text: Text, name: Name) -> str:
    """Give the last word of a name in lower case."""
    return text.words[name.end - 1]


# --------------------------------------------------------------------------- runs


class _Reader:
    """Reads the names of one text, sentence by sentence."""

    def __init__(self, text: Text, words: _Words) -> None:
        self.text, self.words = text, words
        self.plain: set[str] = set()
        self.proper: set[str] = set()
        for at, (word, kind) in enumerate(zip(text.words, text.kinds, strict=True)):
            if kind == "w":
                if not text.caps[at]:
                    self.plain.add(word)
                elif not _opens_sentence(text, at):
                    self.proper.add(word)

    def read(self, first: int, stop: int) -> list[Name]:
        """Give the names between two tokens."""
        names: list[Name] = []
        at = first
        while at < stop:
            if not _is_capital(self.text, at):
                at += 1
                continue
            end = self._run_end(at, stop)
            names.extend(self._split(at, end))
            at = end
        return names

    def _run_end(self, first: int, stop: int) -> int:
        """Give the token after a run of capitalised words with what joins them."""
        text, words = self.text, self.words
        at = max(first + 1, _office(text, first, stop))
        stop = min(stop, first + _MAX_NAME)
        while at < stop:
            if _is_capital(text, at):
                at += 1
            elif at + 1 < stop and _is_capital(text, at + 1) and self._links(at):
                at += 2
            elif (joined := self._joined(first, at, stop)) > at:
                at = joined
            else:
                break
        return at if text.words[at - 1] not in words.articles else max(first + 1, at - 1)

    def _links(self, at: int) -> bool:
        """Tell whether "&", or the apostrophe of "the Workers' Union", joins its neighbours."""
        word = self.text.words[at]
        if word == "&":
            return True
        return (
            word in _POSSESSIVES
            and self.text.glued(at)
            and self.text.words[at + 1] in self.words.organisation
        )

    def _joined(self, first: int, at: int, stop: int) -> int:
        """Give the next capitalised word behind particles or an organisation's little words."""
        ahead = self._past(self.words.particles, at, min(stop, at + _MAX_LINK))
        if at < ahead < stop and _is_capital(self.text, ahead):
            return ahead + 1
        if not self._holds_organisation(first, at):
            return at
        ahead = self._past(self.words.connectors, at, min(stop, at + _MAX_LINK))
        if at < ahead < stop and _is_capital(self.text, ahead) and not self._is_office(ahead):
            return ahead + 1
        return at

    def _past(self, among: frozenset[str], at: int, stop: int) -> int:
        while at < stop and self.text.words[at] in among:
            at += 1
        return at

    def _holds_organisation(self, first: int, end: int) -> bool:
        return any(self.text.words[at] in self.words.organisation for at in range(first, end))

    def _is_office(self, token: int) -> bool:
        """Tell whether an office stands here: "… and President X" is another name."""
        return self.text.hit_at(token, "people.role") is not None

    def _split(self, first: int, end: int) -> list[Name]:
        """Take offices, titles and common words out of a run; what is left are names."""
        names: list[Name] = []
        at = begun = self._after_opening(first, end)
        titled = _titled(self.text, begun)
        while at < end:
            office = _office(self.text, at, end)
            if office > at:
                names.extend(self._named(begun, at, titled=titled, before_office=True))
                at = begun = office
                titled = True
            else:
                at += 1
        names.extend(self._named(begun, end, titled=titled, before_office=False))
        return names

    def _after_opening(self, first: int, end: int) -> int:
        """Skip what takes its capital only from the sentence's beginning, and refused words."""
        text, words = self.text, self.words
        if _opens_sentence(text, first):
            word = text.words[first].partition("'")[0]
            unheard = end == first + 1 and word not in self.proper
            known = word in self.plain or unheard or word in words.common
            if known and not (_is_acronym(text, first) or _office(text, first, end) > first):
                first += 1
        while first < end and text.words[first] in words.refused:
            first += 1
        return first

    def _named(self, first: int, end: int, *, titled: bool, before_office: bool) -> list[Name]:
        """Make a name of a run, unless nothing in it can be one."""
        text, words = self.text, self.words
        while first < end and text.words[end - 1] in words.connectors | words.articles:
            end -= 1
        while first < end and text.words[first] in words.articles:
            first += 1
        if first >= end or all(text.words[at] in words.refused for at in range(first, end)):
            return []
        if end - first == 1 and text.words[first] in words.common:
            return []
        if text.pack.traits.get("noun_capitals") and not self._stands_out(
            first, end, titled=titled
        ):
            return []
        kind = _kind(text, words, first, end, titled=titled)
        if before_office and kind not in {"organisation", "place"}:
            return []
        if kind == "organisation":
            first, end = _widened(text, words, first, end)
        return [Name(first, end, kind)]

    def _stands_out(self, first: int, end: int, *, titled: bool) -> bool:
        """Tell a name from a noun where both take capitals."""
        text, words = self.text, self.words
        if titled or _is_acronym(text, first):
            return True
        before = text.words[first - 1] if first else ""
        n_common = sum(text.words[at] in words.common for at in range(first, end))
        return end - first > 1 and before not in words.articles and not n_common


def _is_capital(text: Text, token: int) -> bool:
    """Tell whether a word begins with a capital, be it behind a particle: "al-Hakim"."""
    if text.kinds[token] != "w":
        return False
    if text.caps[token]:
        return True
    word = text.words[token]
    hyphen = word.find("-")
    return 0 < hyphen <= _MAX_PARTICLE and text.exact(token, token + 1)[hyphen + 1 :][:1].isupper()


def _opens_sentence(text: Text, token: int) -> bool:
    before = token - 1
    if token == text.sentence(token).first:
        return True
    return text.kinds[before] == "p" and text.words[before] not in _INSIDE_SENTENCE


def _office(text: Text, token: int, end: int) -> int:
    """Give the token after the office or title that begins here, or the token itself."""
    best = token
    for path in ("people.role", "people.title"):
        hit = text.hit_at(token, path)
        if hit is not None and best < hit.end <= end:
            best = hit.end
    return best


def _titled(text: Text, first: int) -> bool:
    """Tell whether an office or title in small letters stands right before a token."""
    return any(
        _office(text, first - n_words, first) == first for n_words in range(1, min(3, first) + 1)
    )


# --------------------------------------------------------------------------- kinds


def _kind(text: Text, words: _Words, first: int, end: int, *, titled: bool) -> NameKind:
    head = [text.words[at] for at in range(first, end)]
    if titled and end - first <= 4:  # noqa: PLR2004
        return "person"
    if any(word in words.organisation for word in head):
        return "organisation"
    if end - first == 1 and _is_acronym(text, first):
        return "unknown" if _is_dateline(text, first) else "organisation"
    if end < len(text) and text.words[end] in words.lower:
        return "organisation"
    if first and text.words[first - 1] in words.organisation and not text.caps[first - 1]:
        return "organisation"
    if _is_person(text, first, end):
        return "person"
    if first and text.words[first - 1] in words.before_place:
        return "place"
    return "unknown"


def _is_person(text: Text, first: int, end: int) -> bool:
    """Tell whether an age, an office beside it, or a verb of saying marks a person."""
    if end < len(text) and text.words[end] in {",", "("} and end + 1 < len(text):
        if _is_age(text, end + 1):
            return True
        if end - first > 1 and not _is_placed(text, first) and _says_or_serves(text, end + 1):
            return True
    if end - first == 1 or _hangs(text, first):
        return False
    if first and text.hit_at(first - 1, "cue.say") is not None:
        return True
    if first > 1 and text.words[first - 1] == "," and _office_behind(text, first - 1):
        return True
    return end < len(text) and text.hit_at(end, "cue.say") is not None


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
    if text.kinds[token] != "n" or not surface.isdecimal() or int(surface) not in _AGES:
        return False
    after = text.words[token + 1] if token + 1 < len(text) else "."
    return after in _AFTER_AGE or after in text.pack.words.get("names.years", ())


def _says_or_serves(text: Text, token: int) -> bool:
    """Tell whether ", who", ", said" or ", the zonal secretary of" begins here."""
    if text.words[token] in text.pack.words.get("names.who", ()):
        return True
    if text.hit_at(token, "cue.say") is not None:
        return True
    return any(
        text.hit_at(at, "people.role") is not None
        for at in range(token, min(token + _APPOSITION, len(text)))
        if not text.caps[at]
    )


def _office_behind(text: Text, comma: int) -> bool:
    """Tell whether the words before a comma name an office: "the minister of labour, X"."""
    first = max(text.sentence(comma).first, comma - _APPOSITION_BEHIND)
    for at in range(comma - 1, first - 1, -1):
        if text.kinds[at] == "p":
            return False
        if text.hit_at(at, "people.role") is not None:
            return True
    return False


def _widened(text: Text, words: _Words, first: int, end: int) -> tuple[int, int]:
    """Add the plain word for what an organisation is: "the X union", "collectif X"."""
    if end < len(text) and text.words[end] in words.lower and not text.caps[end]:
        return first, end + 1
    if (
        first
        and not words.lower
        and text.words[first - 1] in words.organisation
        and not text.caps[first - 1]
        and text.kinds[first - 1] == "w"
    ):
        return first - 1, end
    return first, end


def _is_dateline(text: Text, token: int) -> bool:
    """Tell whether capitals at the head of a paragraph are a place: "PARIS, 3 May"."""
    if token != text.sentence(token).first or token + 1 >= len(text):
        return False
    return text.words[token + 1] in {",", "(", "-", "–", "—", ":", "/", "."}


def _is_acronym(text: Text, token: int) -> bool:
    surface = text.exact(token, token + 1)
    letters = [letter for letter in surface if letter.isalpha()]
    return len(letters) >= _ACRONYM and surface.isupper()


# --------------------------------------------------------------------------- the report as a whole


def _agreed(text: Text, names: Sequence[Name]) -> list[Name]:
    """Give every name the kind that most of its mentions have, and surnames that of the full name.

    A town is sometimes said to say something, and a person stands behind a preposition; what the
    rest of the report says decides.
    """
    votes: dict[tuple[str, ...], Counter[NameKind]] = {}
    for name in names:
        votes.setdefault(_key(text, name), Counter())[name.kind] += 1
    kinds = {key: _winner(counted) for key, counted in votes.items()}
    surnames = {key[-1] for key, kind in kinds.items() if kind == "person" and len(key) > 1}
    agreed: list[Name] = []
    for name in names:
        key = _key(text, name)
        kind = kinds[key]
        if len(key) == 1 and kind in {"unknown", "place"} and key[0] in surnames:
            kind = "person"
        agreed.append(name if name.kind == kind else replace(name, kind=kind))
    return agreed


def _key(text: Text, name: Name) -> tuple[str, ...]:
    return tuple(text.words[name.first : name.end])


def _winner(counted: Counter[NameKind]) -> NameKind:
    """Give the kind with most votes; ``unknown`` only when nothing else was said."""
    order: tuple[NameKind, ...] = ("person", "organisation", "place")
    return max(order, key=lambda kind: counted[kind]) if any(counted[k] for k in order) else "unknown"


def _is_headline(text: Text, number: int) -> bool:
    """Tell whether a sentence writes its words with capitals throughout."""
    sentence = text.sentences[number]
    n_words = n_capitals = 0
    for at in range(sentence.first, sentence.end):
        if text.kinds[at] == "w" and len(text.words[at]) > 3:  # noqa: PLR2004
            n_words += 1
            n_capitals += text.caps[at]
    if n_words < _HEADLINE_LEAST or text.pack.traits.get("noun_capitals"):
        return False
    share = _TITLE_SHARE if sentence.in_title else _HEADLINE_SHARE
    return n_capitals >= share * n_words and sentence.end - sentence.first > n_words + 1


def _repeated(text: Text, names: Sequence[Name], headlines: Iterable[int]) -> list[Name]:
    """Find, in headlines, the names the rest of the report has."""
    known: dict[tuple[str, ...], NameKind] = {}
    for name in names:
        key = _key(text, name)
        known[key] = name.kind
        if name.kind == "person":
            known.setdefault(key[-1:], name.kind)
    found: list[Name] = []
    for number in headlines:
        at, stop = text.sentences[number].first, text.sentences[number].end
        while at < stop:
            end = _known_end(text, known, at, stop) if _is_capital(text, at) else at
            if end > at:
                found.append(Name(at, end, known[tuple(text.words[at:end])]))
            at = max(end, at + 1)
    return found


def _known_end(
    text: Text, known: Mapping[tuple[str, ...], NameKind], first: int, stop: int
) -> int:
    """Give the token after the longest known name that begins at a token, or the token itself."""
    for end in range(min(stop, first + _MAX_NAME), first, -1):
        if tuple(text.words[first:end]) in known:
            return end
    return first


# --------------------------------------------------------------------------- words


def _words_of(pack: Pack) -> _Words:
    return _prepared(pack.code, _Held(pack))


class _Held:
    """A pack that counts as equal to any other of its language, for the cache."""

    __slots__ = ("pack",)

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    def __hash__(self) -> int:
        return hash(self.pack.code)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and self.pack.code == other.pack.code


@cache
def _prepared(code: str, held: _Held) -> _Words:
    del code
    pack = held.pack
    lists = pack.words

    def single(path: str) -> frozenset[str]:
        return frozenset(
            part
            for phrase in lists.get(path, ())
            for part in phrase.split(" ")[0].split("|")
            if " " not in phrase
        )

    common = frozenset[str]().union(
        *(single(path) for path in lists if path.startswith("function.")),
        single("crowd.noun"),
        single("crowd.group"),
        single("not_crowd.police"),
    )
    dates = frozenset(pack.dates.get("months", ())) | frozenset(pack.dates.get("weekdays", ()))
    return _Words(
        common=common,
        particles=frozenset(pack.traits.get("name_particles", ())),
        connectors=single("names.connector"),
        organisation=single("names.organisation"),
        lower=single("names.lower"),
        refused=dates | single("function.article") | single("names.demonym") | single("names.not_name"),
        before_place=single("place.before") or single("function.preposition"),
        articles=single("function.article"),
    )
