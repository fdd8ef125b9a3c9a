"""Turns the words for what the police did at a protest into responses, asserted or denied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cortege.extract.text import Text
from cortege.nouns.claim import Stance

_NEGATION_REACH: Final = 4  # tokens before the phrase


@dataclass(frozen=True, slots=True)
class PoliceMention:
    """A police response: its tokens, its code, and whether the text denies or announces it."""

    first: int
    end: int
    code: str
    stance: Stance


def find(text: Text) -> list[PoliceMention]:
    """Find the police responses of a text, in order."""
    mentions = []
    for hit in text.found("police"):
        code = hit.path.rpartition(".")[2]
        mentions.append(PoliceMention(hit.first, hit.end, code, _stance(text, hit.first)))
    return mentions


def _stance(text: Text, first: int) -> Stance:
    begin = max(first - _NEGATION_REACH, text.sentence(first).first)
    negations = text.pack.words["function.negation"] | text.pack.words["casualty.none"]
    for at in range(begin, first):
        if text.words[at] in negations or text.hit_at(at, "cue.deny"):
            return "denied"
    return "asserted"
