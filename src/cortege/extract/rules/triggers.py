"""Turns phrases that name or describe protest action into triggers with their form.

A trigger is the noun ("march", "sit-in", "grève") or the verb ("rallied", "ont défilé") that says
that people protest and how. Phrases that only look like one - a military strike, a bull-market
rally, March the month - are decoys: the lexicon lists them, and a trigger inside one is dropped.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from cortege.extract.text import Text
from cortege.languages.phrases import Hit

Sort = Literal["noun", "verb", "people"]

_MONTH_DAYS: Final = 31


@dataclass(frozen=True, slots=True)
class Trigger:
    """A phrase that names a protest: its tokens, the form it implies, noun or verb."""

    first: int
    end: int
    form: str
    sort: Sort


def find(text: Text) -> list[Trigger]:
    """Find the triggers of a text, in order; where phrases overlap, the longest is kept."""
    decoys = _decoyed(text)
    best: dict[int, Hit] = {}
    for hit in text.found("form"):
        if any(token in decoys for token in range(hit.first, hit.end)):
            continue
        for token in range(hit.first, hit.end):
            if token not in best or _length(hit) > _length(best[token]):
                best[token] = hit
    kept = {hit for hit in best.values() if best.get(hit.first) == hit}
    return [_trigger(text, hit) for hit in sorted(kept, key=lambda hit: hit.first)]


def _length(hit: Hit) -> int:
    return hit.end - hit.first


def _trigger(text: Text, hit: Hit) -> Trigger:
    _, form, sort = hit.path.split(".")
    people = _length(hit) == 1 and text.words[hit.first] in text.pack.words["crowd.noun"]
    if people:
        return Trigger(hit.first, hit.end, form, "people")
    return Trigger(hit.first, _core_end(text, hit), form, "verb" if sort == "verb" else "noun")


def _core_end(text: Text, hit: Hit) -> int:
    """Leave off the prepositions that a phrase is told by but that name nothing: "march in"."""
    end = hit.end
    while end - 1 > hit.first and text.words[end - 1] in text.pack.words["function.preposition"]:
        end -= 1
    return end


def _decoyed(text: Text) -> set[int]:
    """Give the tokens that stand inside a decoy."""
    tokens: set[int] = set()
    for hit in text.found("form_decoy"):
        if not hit.path.endswith(".month") or _is_month(text, hit):
            tokens.update(range(hit.first, hit.end))
    return tokens


def _is_month(text: Text, hit: Hit) -> bool:
    """Tell whether "March" is the month: capitalised, and no number beside it over 31."""
    for token in range(hit.first, hit.end):
        word = text.words[token]
        if text.kinds[token] == "n":
            digits = word.replace(",", "")
            if not digits.isdigit() or not (
                int(digits) <= _MONTH_DAYS or 1900 <= int(digits) <= 2100
            ):
                return False
        elif word in text.pack.dates["months"] and not text.caps[token]:
            return False
    return True
