"""Turns frames such as "demanding X" and "urging the mayor to X" into candidates for demands.

A frame is a phrase of ``[demand]`` in the lexicon; what is asked for stands behind it (see
``clauses``). Behind "not asking for" stands what is denied. What protesters merely refuse ("we
don't want X") counts as denied only where they say right after what they want instead: "we don't
want bread, we want the bakery".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from cortege.extract.rules.asking.clauses import Candidate, Clauses
from cortege.extract.rules.triggers import Trigger
from cortege.extract.text import Text
from cortege.languages.phrases import Hit

_FRAMES: Final = (
    "asking", "strong", "soft", "want", "wish", "urge", "noun", "listed", "support", "aim",
    "until", "claim", "plea",
)  # fmt: skip
_SAID: Final = frozenset({"plea", "claim", "asking", "strong", "soft", "want"})
_PLEA: Final = frozenset({"plea"})
_FOR: Final = 7  # tokens from a protest to "for"
_CONTRAST: Final = 24  # tokens between what is denied and what is asked for instead


def find(text: Text, triggers: Sequence[Trigger], quoted: frozenset[int]) -> list[Candidate]:
    """Give every candidate; they may overlap."""
    clauses = Clauses(text, quoted)
    denials = [*text.found("demand.denied"), *text.found("demand.refused")]
    denied = {hit: _denied(clauses, hit) for hit in denials}
    taken = {
        token
        for hit, items in denied.items()
        for token in range(hit.first, max(hit.end, *(item.end for item in items), 0))
    }
    asserted = [
        item
        for opened in _opened(text, triggers)
        if opened.cue[0] not in taken
        for item in clauses.behind(opened)
    ]
    return _contrasted(text, denied, asserted)


def _denied(clauses: Clauses, hit: Hit) -> list[Candidate]:
    opened = Candidate(hit.end, hit.end, _PLEA, (hit.first, hit.end), stance="denied")
    return list(clauses.behind(opened))


# --------------------------------------------------------------------------- frames


def _opened(text: Text, triggers: Sequence[Trigger]) -> Iterator[Candidate]:
    """Give an empty candidate for each token at which a demand may begin."""
    begun: dict[int, tuple[set[str], tuple[int, int]]] = {}
    for frame, hit in _framed(text):
        start = _verb(text, hit.first) if frame == "aim" else hit.end
        frames, cue = begun.setdefault(start, (set(), (hit.first, hit.end)))
        frames.add(frame)
        begun[start] = (frames, min(cue, (hit.first, hit.end)))
    for trigger in triggers:
        named = _behind_for(text, trigger)
        if named is not None and named not in begun:
            begun[named] = ({"for"}, (named - 1, named))
    for start, (frames, cue) in sorted(begun.items()):
        yield Candidate(start, start, frozenset(frames), cue)


def _behind_for(text: Text, trigger: Trigger) -> int | None:
    """Give the token after "for" in "a march for X", "marched through the town for better X"."""
    if trigger.sort == "people":
        return None
    for at in range(trigger.end, min(trigger.end + _FOR, text.sentence(trigger.first).end)):
        if text.kinds[at] == "p":
            return None
        if text.words[at] in text.pack.words["demand.for"]:
            near = at == trigger.end or text.hit_at(at + 1, "demand.remedy") is not None
            return at + 1 if near else None
    return None


def _framed(text: Text) -> Iterator[tuple[str, Hit]]:
    """Give the frames found, of those that begin at one token only the longest."""
    found = [(frame, hit) for frame in _FRAMES for hit in text.found(f"demand.{frame}")]
    longest: dict[int, int] = {}
    for _, hit in found:
        longest[hit.first] = max(longest.get(hit.first, 0), hit.end)
    for frame, hit in found:
        if frame == "aim" or hit.end == longest[hit.first]:
            yield frame, hit


def _verb(text: Text, token: int) -> int:
    """Give the verb of "to end the siege": the demand begins with it."""
    words = text.pack.words
    opening = words["demand.to"] | words["demand.for"] | words["function.preposition"]
    return token + 1 if text.words[token] in opening else token


# --------------------------------------------------------------------------- not X but Y


def _contrasted(
    text: Text, denied: dict[Hit, list[Candidate]], asserted: Sequence[Candidate]
) -> list[Candidate]:
    """Mark what is asked for right after a denial, and drop refusals that nothing follows."""
    spoken = sorted({item.cue[0] for item in asserted if item.frames & _SAID})
    instead: set[int] = set()
    kept: list[Candidate] = []
    for hit, items in denied.items():
        at = bisect_left(spoken, hit.end)
        follows = at < len(spoken) and _answers(text, hit, spoken[at])
        if follows:
            instead.add(spoken[at])
        if follows or hit.path.endswith(".denied"):
            kept.extend(items)
    kept.extend(
        replace(item, instead=True) if item.cue[0] in instead and item.frames & _SAID else item
        for item in asserted
    )
    return kept


def _answers(text: Text, hit: Hit, cue: int) -> bool:
    """Tell whether a frame follows a denial closely and in the same paragraph."""
    near = cue - hit.end <= _CONTRAST
    return near and text.sentence(cue).paragraph == text.sentence(hit.first).paragraph
