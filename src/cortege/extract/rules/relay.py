"""Turns the words that credit other media into the sources a report says it draws on.

A source is an agency or outlet the lexicon knows ("Reuters", "BBC"), a name that says what it is
("the Oakland Tribune", "Radio Ndeke Luka"), a name behind such a word ("the newspaper El Watan"),
or media without a name ("foreign media", "state television"). It counts where the words beside
it credit it: "according to", "told", "via" before it, "reports", "contributed" behind it. Photo
credits ("AP Photo", "Reuters/…") and the report's own outlet are no sources.

Each source is given once, where it is first credited.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cortege.extract.text import Text
from cortege.languages.phrases import Hit
from cortege.nouns.reading import RelayKind

_BEFORE: Final = 3  # words between a credit and the name behind it
_BEHIND: Final = 3  # words between a name and "reports"
_MAX_NAME: Final = 6  # tokens of a name
_REACH: Final = 8  # tokens before a name in which its credit may begin
_ACRONYM: Final = 3  # letters: a shorter name is an acronym and stands in capitals
_ADJECTIVES: Final = 2  # words between "agency" and its name
_SHORTEST: Final = 3  # letters of a station's name
_LONGEST: Final = 6
_LISTED: Final[tuple[RelayKind, ...]] = ("agency", "outlet")
_QUOTES: Final = frozenset("\"'“”‘’„«»‚‹›")
_SLASHES: Final = frozenset("/|")
_BRACKETS: Final = frozenset("()")
_DASHES: Final = frozenset({"—", "–", "-"})
_LINKS: Final = frozenset({"-", "‐", "‑", "'", "’", "'s", "’s"})


@dataclass(frozen=True, slots=True)
class RelayMention:
    """A source the report itself says it takes facts from: its tokens and its kind.

    ``first`` to ``end`` are the words of the credit that a record keeps: the source's name, for
    media without a name with the preposition before it ("via foreign media"). ``name`` to
    ``name_end`` name the source.
    """

    first: int
    end: int
    name: int
    name_end: int
    kind: RelayKind


def find(text: Text) -> list[RelayMention]:
    """Find every source a report credits, in the order of the text, each once."""
    own = _plain(text.article.outlet or "")
    known: set[str] = {own} if own else set()
    mentions: list[RelayMention] = []
    free = 0
    for first, end, kind in sorted(_named(text), key=lambda found: (found[0], -found[1], found[2])):
        if first < free or not _credited(text, first, end, kind):
            continue
        name = _identity(text, first, end)
        free = end
        if name in known or (own and name in own):
            continue
        known.add(name)
        opened = _opened(text, first) if kind == "unnamed" else first
        mentions.append(RelayMention(opened, end, first, end, kind))
    return mentions


def _identity(text: Text, first: int, end: int) -> str:
    """Give one word for a source, whichever of its names is used."""
    for hit in text.found_within("relay.same", first, end):
        return hit.path.rpartition(".")[2]
    while first < end - 1 and text.words[first] in text.pack.words["function.article"]:
        first += 1
    return _plain(text.exact(first, end))


def _plain(name: str) -> str:
    return name.casefold().replace(" ", "").replace("-", "")


# --------------------------------------------------------------------------- names


def _named(text: Text) -> Iterator[tuple[int, int, RelayKind]]:
    for hit in text.found("relay.unnamed"):
        yield hit.first, hit.end, "unnamed"
    for kind in _LISTED:
        for hit in text.found(f"relay.{kind}"):
            if _is_name(text, hit):
                yield from _known(text, hit, kind)
    yield from _by_its_words(text)


def _by_its_words(text: Text) -> Iterator[tuple[int, int, RelayKind]]:
    """Give the names that say themselves, or with the word beside them, what they are."""
    suffixes = tuple(text.pack.words.get("relay.suffix", ()))
    for token, word in enumerate(text.words):
        if "-" in word and suffixes and word.endswith(suffixes) and text.caps[token]:
            yield token, token + 1, "outlet"
    for hit in text.found("relay.told"):
        token = hit.end
        while token < len(text) and text.words[token] in text.pack.words["function.article"]:
            token += 1
        if _is_acronym(text, token):
            yield token, token + 1, "outlet"
    for hit in text.found("relay.of_kind"):
        named = _name_behind(text, hit.end)
        if named is not None:
            yield *named, _kind(text, hit.first, hit.end)
    for hit in text.found("relay.press"):
        first = _name_before(text, hit.first)
        if text.caps[hit.first] and first < hit.first:
            yield first, hit.end, _kind(text, first, hit.end)
    for hit in text.found("relay.front"):
        named = _name_behind(text, hit.end)
        if text.caps[hit.first] and named is not None:
            yield hit.first, named[1], "outlet"


def _is_name(text: Text, hit: Hit) -> bool:
    """Tell whether a known name is written as one: with a capital, an acronym in capitals."""
    if hit.end - hit.first > 1:
        return text.caps[hit.first]
    if text.words[hit.first] in text.pack.words.get("relay.lower", ()):
        return True
    surface = text.exact(hit.first, hit.end)
    return surface[0].isupper() and (len(surface) > _ACRONYM or surface.isupper())


def _is_acronym(text: Text, token: int) -> bool:
    """Tell whether a token is a word in capitals, as the names of stations are: "KPTV"."""
    if token >= len(text) or text.kinds[token] != "w":
        return False
    surface = text.exact(token, token + 1)
    return surface.isupper() and _SHORTEST <= len(surface) <= _LONGEST


def _known(text: Text, hit: Hit, kind: RelayKind) -> Iterator[tuple[int, int, RelayKind]]:
    """Take in the word for what it is behind a known name: "PAP news agency".

    "CNN affiliate WUSA" is not CNN, so a name behind such a word stands for itself.
    """
    behind = text.hit_at(hit.end, "relay.of_kind")
    if behind is None:
        yield hit.first, hit.end, kind
    elif _name_behind(text, behind.end) is None:
        yield hit.first, behind.end, kind


def _kind(text: Text, first: int, end: int) -> RelayKind:
    words = text.pack.words.get("relay.agency_word", frozenset())
    spoken = {text.words[token] for token in range(first, end)}
    return "agency" if spoken & words else "outlet"


def _name_behind(text: Text, token: int) -> tuple[int, int] | None:
    """Read the name behind a word for a medium: "the newspaper El Watan", in quotes or not."""
    stop = min(text.sentence(token - 1).end, token + _MAX_NAME)
    if token < stop and text.words[token] in _QUOTES:
        token += 1
    end = token
    while end < stop and (text.caps[end] or (end > token and text.words[end] in _LINKS)):
        if text.kinds[end] == "p" and text.words[end] not in _LINKS:
            break
        end += 1
    return (token, end) if end > token else None


def _name_before(text: Text, token: int) -> int:
    """Give the first token of the name that ends in a word such as "Tribune" or "News"."""
    first, begin = token, max(text.sentence(token).first, token - _MAX_NAME)
    inside = text.pack.words.get("relay.inside", frozenset())
    while first > begin:
        before = first - 1
        linked = text.words[before] in _LINKS or text.words[before] in inside
        if not text.caps[before] and not (linked and before > begin and text.caps[before - 1]):
            break
        if text.kinds[before] == "p" and text.words[before] not in _LINKS:
            break
        first = before
    opening = first == text.sentence(token).first and first < token
    if opening and any(
        text.words[first] in text.pack.words[path]
        for path in ("function.preposition", "function.conjunction", "function.pronoun")
    ):
        first += 1
    while first < token and text.words[first] in text.pack.words["function.article"]:
        first += 1
    return first


# --------------------------------------------------------------------------- credits


def _credited(text: Text, first: int, end: int, kind: RelayKind) -> bool:
    if _is_photo(text, first, end):
        return False
    opened = _opening(text, first)
    if _speaks(text, opened, end) or _cued(text, opened, "relay.cue"):
        return True
    if kind == "unnamed":
        return False
    if kind == "agency" and _cued(text, opened, "relay.at_agency"):
        return True
    called = end - first > 1 and text.hit_at(end - 1, "relay.of_kind") is not None
    return called or _signed(text, opened, end, kind) or _cued(text, opened, "relay.told")


def _opening(text: Text, first: int) -> int:
    """Give the first token of a name with the word for what it is, and with its article."""
    for token in range(first - 1, max(text.sentence(first).first, first - _REACH) - 1, -1):
        hit = text.hit_at(token, "relay.of_kind")
        if hit is not None and hit.end <= first and first - hit.end <= _ADJECTIVES:
            first = token
            break
    while first > 0 and text.words[first - 1] in text.pack.words["function.article"]:
        first -= 1
    return first


def _is_photo(text: Text, first: int, end: int) -> bool:
    """Tell whether a name stands in a picture's credit."""
    if end < len(text) and (
        text.words[end] in _SLASHES or text.hit_at(end, "relay.photo") is not None
    ):
        return True
    return first > 0 and text.words[first - 1] in _SLASHES


def _cued(text: Text, first: int, path: str) -> bool:
    """Tell whether a credit stands before a name, with no more than a few words between."""
    sentence = text.sentence(first)
    for hit in text.found_within(path, max(sentence.first, first - _REACH), first):
        between = [
            token
            for token in range(hit.end, first)
            if text.kinds[token] != "p"
            and text.words[token] not in text.pack.words["function.article"]
        ]
        if any(text.words[token] in {",", ";"} for token in range(hit.end, first)):
            continue
        weak = hit.end - hit.first == 1 and _weak(text, hit.first)
        if not between or (not weak and len(between) <= _BEFORE):
            return True
    return False


def _weak(text: Text, token: int) -> bool:
    """Tell whether a credit is a bare preposition, which must stand right before the name."""
    return text.words[token] in text.pack.words["function.preposition"]


def _speaks(text: Text, first: int, end: int) -> bool:
    """Tell whether a verb of reporting stands right behind a name, or right before it."""
    for token in range(end, min(end + _BEHIND, len(text))):
        if text.hit_at(token, "relay.said") is not None:
            return True
        if text.kinds[token] == "p" and text.words[token] not in _QUOTES and token > end:
            break
    before = first - 1
    return before >= 0 and text.hit_at(before, "relay.said") is not None


def _signed(text: Text, first: int, end: int, kind: RelayKind) -> bool:
    """Tell whether an agency signs the report: "(AFP)", "(with Belga)", "— Avec l'AFP"."""
    led = first > 0 and text.hit_at(first - 1, "relay.leading") is not None
    opened = first - 1 if led else first
    mark = text.words[opened - 1] if opened else ""
    closed = end < len(text) and text.words[end] in _BRACKETS
    if led:
        return mark in _BRACKETS | _DASHES or opened == text.sentence(opened).first
    return kind == "agency" and mark in _BRACKETS and closed


def _opened(text: Text, first: int) -> int:
    """Take in the preposition before media without a name: "via foreign media"."""
    before = first - 1
    if before >= 0 and text.words[before] in text.pack.words["function.preposition"]:
        return before
    return first
