"""Turns words on banners, on signs and in chants into slogans.

A stretch between quotation marks is a slogan when a word for its carrier leads up to it
("chanting", "signs that read"), stands right behind it ("… read one placard", "… they shouted"),
or when it continues a list of slogans. A few are clear without marks: those behind a colon or a
"reading" that belongs to a banner or sign, and capitalised words right behind "chanting".

Does not say whose slogan it is. One person shouting speaks; only crowds chant here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cortege.extract.rules.quotation_marks import QuotedSpan
from cortege.extract.text import Text
from cortege.languages.phrases import Hit
from cortege.nouns.values import Carrier

_LEAD: Final = 16  # tokens looked at before a stretch
_TAIL: Final = 9  # tokens looked at behind it
_CHANT_LEAD: Final = 7  # tokens between a word for chanting and the words chanted
_CHANT_TAIL: Final = 5
_NEAR: Final = 3  # tokens between a stretch and the sign it is on: "another sign"
_BARE_LEAST: Final = 3  # words of a slogan without marks
_BARE_MOST: Final = 14
_JOINERS: Final = 3  # tokens between two slogans of a list
_MAX_SLOGAN: Final = 40  # tokens
_TERMINAL: Final = frozenset(".!?…;")
_OPENING: Final = frozenset('“«"„')
_TRIMMED: Final = frozenset(".,;:")
_CARRIERS: Final[tuple[Carrier, ...]] = ("banner", "sign", "chant")


@dataclass(frozen=True, slots=True)
class SloganMention:
    """The words of a slogan, ``first`` to ``end``, and what carried them."""

    first: int
    end: int
    carrier: Carrier


def find(text: Text, spans: Sequence[QuotedSpan]) -> list[SloganMention]:
    """Find the slogans of a text, in order."""
    slogans = [
        SloganMention(span.first, _trimmed(text, span.first, span.end), carrier)
        for span, carrier in marked(text, spans)
    ]
    slogans.extend(_bare(text, spans))
    slogans.sort(key=lambda slogan: slogan.first)
    return slogans


def marked(text: Text, spans: Sequence[QuotedSpan]) -> Iterator[tuple[QuotedSpan, Carrier]]:
    """Give the stretches between quotation marks that are slogans, with their carriers."""
    before: QuotedSpan | None = None
    carried: Carrier | None = None
    for span in spans:
        if span.end - span.first > _MAX_SLOGAN:
            before, carried = span, None
            continue
        carrier = None
        if before is not None and carried is not None:
            carrier = _continued(text, before, span, carried)
        if carrier is None:
            carrier = _from_lead(text, before, span) or _from_tail(text, span, carried)
        if carrier is not None:
            yield span, carrier
        before, carried = span, carrier


# --------------------------------------------------------------------------- the words around


def _continued(
    text: Text, before: QuotedSpan, span: QuotedSpan, carried: Carrier
) -> Carrier | None:
    """Tell whether a stretch stands in a list with the slogan before it."""
    between = range(before.stop, span.start)
    if len(between) > _JOINERS or not before.closed:
        return None
    if not between:
        return carried if text.words[before.end - 1] == "," else None
    joiners = text.pack.words.get("quotation.list", frozenset())
    words = [text.words[at] for at in between]
    if "(" in words:
        return None
    if all(word in joiners for word in words) or text.exact(*_ends(between)).lower() in joiners:
        return carried
    return None


def _ends(between: range) -> tuple[int, int]:
    return (between.start, between.stop)


def _from_lead(text: Text, before: QuotedSpan | None, span: QuotedSpan) -> Carrier | None:
    """Find the carrier in the words that lead up to a stretch."""
    first = max(0, span.start - _LEAD)
    if before is not None and before.stop <= span.start:
        first = max(first, before.stop)
    at = span.start
    while at > first and text.words[at - 1] not in _TERMINAL:
        at -= 1
    return _carrier_within(text, at, span.start)


def _carrier_within(text: Text, first: int, end: int) -> Carrier | None:
    """Find the last word for a carrier between two tokens that leads up to the second."""
    best: tuple[int, Carrier] | None = None
    for carrier in _CARRIERS:
        for hit in text.found_within(f"slogan.{carrier}", first, end):
            near = _LEAD if carrier != "chant" or text.words[end - 1] == ":" else _CHANT_LEAD
            if end - hit.end > near or (carrier == "chant" and _alone(text, hit.first)):
                continue
            if carrier != "chant" and not _reads(text, hit.end, end):
                continue
            if best is None or hit.end > best[0]:
                best = (hit.end, carrier)
    return best[1] if best is not None else None


def _reads(text: Text, first: int, end: int) -> bool:
    """Tell whether the words between a carrier and a stretch say that the one bears the other."""
    if end - first <= 1 or text.words[end - 1] == ":":
        return True
    return any(True for _ in text.found_within("slogan.carry", first, end))


def _alone(text: Text, token: int) -> bool:
    """Tell whether one person does the shouting: "he shouted", "one woman yelled", "Ali cried".

    Only crowds chant, whoever stands before the word.
    """
    words = text.pack.words
    if text.words[token] not in words.get("quotation.shout", ()):
        return False
    before = text.words[token - 1] if token else ""
    if before in words.get("quotation.one", ()):
        return True
    single = words.get("quotation.single", ())
    if token + 1 < len(text) and text.words[token + 1] in single:
        return True
    first = max(text.sentence(token).first, token - 3)
    if token - 1 > first and text.caps[token - 1]:
        return True
    return any(text.words[at] in single for at in range(first, token))


def _from_tail(text: Text, span: QuotedSpan, carried: Carrier | None) -> Carrier | None:
    """Find the carrier in the words behind a stretch."""
    at = _tail_end(text, span)
    for hit in text.found_within("slogan.chant", span.stop, min(at, span.stop + _CHANT_TAIL)):
        alone = _alone(text, hit.first) or _is_named(text, hit)
        return None if alone else "chant"
    for carrier in _CARRIERS[:2]:
        for hit in text.found_within(f"slogan.{carrier}", span.stop, at):
            if hit.first <= span.stop + _NEAR or _bears(text, span.stop):
                return carrier
    if carried is not None and _is_another(text, span.stop, at):
        return carried
    return None


def _bears(text: Text, token: int) -> bool:
    """Tell whether "read" or "said" begins the words behind a stretch, past its comma."""
    token += token < len(text) and text.words[token] == ","
    return text.hit_at(token, "slogan.carry") is not None


def _is_another(text: Text, first: int, end: int) -> bool:
    """Tell whether "read another" stands there, of a sign and not of a speaker."""
    for hit in text.found_within("slogan.another", first, end):
        if hit.end >= len(text) or text.kinds[hit.end] == "p":
            return True
        if any(text.hit_at(hit.end, f"slogan.{carrier}") for carrier in _CARRIERS):
            return True
    return False


def _tail_end(text: Text, span: QuotedSpan) -> int:
    """Give where the words end that may say what carried a stretch."""
    at = span.stop
    end = min(len(text), at + _TAIL)
    if at >= end or (text.words[span.end - 1] in _TERMINAL and text.caps[at]):
        return at
    while at < end and text.words[at] not in _TERMINAL and text.words[at] not in _OPENING:
        if text.sentence(at).paragraph != span.paragraph:
            break
        at += 1
    return at


def _is_named(text: Text, hit: Hit) -> bool:
    """Tell whether a name stands right behind a verb: "shouted Robert"."""
    if text.words[hit.first] not in text.pack.words.get("quotation.shout", ()):
        return False
    return hit.end < len(text) and text.caps[hit.end] and text.kinds[hit.end] == "w"


# --------------------------------------------------------------------------- without marks


def _bare(text: Text, spans: Sequence[QuotedSpan]) -> Iterator[SloganMention]:
    """Find the slogans that no quotation marks enclose."""
    marks = {span.start for span in spans}
    for carrier in _CARRIERS:
        for hit in text.found(f"slogan.{carrier}"):
            first = _bare_first(text, hit.end, carrier)
            if first is None or first in marks:
                continue
            end = _bare_end(text, first)
            if end - first >= _BARE_LEAST or text.words[first] == "#":
                yield SloganMention(first, end, carrier)


def _bare_end(text: Text, first: int) -> int:
    """Give where a slogan without marks ends: at the next mark, or with its hashtag."""
    if text.words[first] == "#":
        return min(len(text), first + 2)
    end = first
    stop = min(text.sentence(first).end, first + _BARE_MOST)
    while end < stop and text.kinds[end] != "p":
        end += 1
    return end


def _bare_first(text: Text, token: int, carrier: Carrier) -> int | None:
    """Give where the words of a slogan without marks would begin, behind its carrier."""
    if carrier == "chant":
        first = token
    else:
        first = _behind_reading(text, token)
        if first < 0:
            return None
    if first < len(text) and text.words[first] in {":", ","}:
        first += 1
    elif carrier == "chant" and text.words[token - 1 : token] == [":"]:
        return None
    if first >= len(text):
        return None
    if text.words[first] != "#" and not (text.caps[first] and text.kinds[first] == "w"):
        return None
    return first if text.sentence_of[first] == text.sentence_of[token - 1] else None


def _behind_reading(text: Text, token: int) -> int:
    stop = min(len(text), token + _CHANT_LEAD)
    for at in range(token, stop):
        hit = text.hit_at(at, "slogan.inscribed")
        if hit is not None:
            return hit.end
        if text.words[at] == ":":
            return at
        if text.kinds[at] == "p":
            return -1
    return -1


def _trimmed(text: Text, first: int, end: int) -> int:
    """Leave out the full stop or comma that closes the sentence rather than the slogan."""
    while end - 1 > first and text.words[end - 1] in _TRIMMED:
        end -= 1
    return end
