"""Turns the phrases that attribute into cues with their manner: "according to", "said", "counted".

A verb that may or may not give a figure ("expects", "offered", "admits") is a cue only where a
number stands near it. Verbs of saying that seldom state facts ("demanded", "condemned") are told
from those that do.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from cortege.extract.rules.holding.attribution import Manner
from cortege.extract.rules.holding.words import NounPhrases
from cortege.extract.text import Text
from cortege.languages.phrases import Hit

_NUMBER_REACH: Final = 7  # tokens between a verb such as "expects" and the figure
_PATHS: Final[tuple[tuple[str, Manner], ...]] = (
    ("cue.according", "according"),
    ("holder_cue.quoting", "according"),
    ("holder_cue.relayed", "according"),
    ("holder_cue.post", "according"),
    ("cue.count", "count"),
    ("holder_cue.weak", "count"),
    ("holder_cue.states", "say"),
    ("cue.say", "voice"),
)


class Cue(NamedTuple):
    """Words that attribute, with their manner and the list they are from."""

    manner: Manner
    first: int
    end: int
    path: str


def cues(text: Text, phrases: NounPhrases) -> Iterator[Cue]:
    """Give the cues of a text in order, the more telling one where two begin together."""
    best: dict[int, Cue] = {}
    for path, manner in _PATHS:
        for hit in text.found(path):
            known = best.get(hit.first)
            if known is not None and hit.end <= known.end:
                continue
            if path == "holder_cue.weak" and not _counts_soon(phrases, hit.end):
                continue
            states = manner == "voice" and _states(text, hit)
            best[hit.first] = Cue("say" if states else manner, hit.first, hit.end, path)
    taken = 0
    for first in sorted(best):
        if first >= taken:
            yield best[first]
            taken = best[first].end


def _states(text: Text, hit: Hit) -> bool:
    """Tell whether a cue of several words holds a verb of stating: "ha asegurado"."""
    states = text.pack.words["holder_cue.states"]
    return any(text.words[at] in states for at in range(hit.first, hit.end))


def _counts_soon(phrases: NounPhrases, at: int) -> bool:
    """Tell whether a number follows, or stands right before, a verb that may give one."""
    stop = min(phrases.end_of(at - 1), at + _NUMBER_REACH)
    return any(phrases.is_number(token) for token in range(at, stop)) or any(
        phrases.is_number(token) for token in range(max(at - _NUMBER_REACH, 0), at - 1)
    )
