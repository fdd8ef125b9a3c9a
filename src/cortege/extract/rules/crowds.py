"""Tells crowd sizes from every other number: police deployed, members, ages, money, last year.

Each number phrase is scored by named cues: the noun it counts, a verb of gathering beside it,
a trigger in its sentence, and against it a casualty, a membership, a unit. What passes is a size;
its scope says whether it is the protest's, a part of it, of several towns, or over several days.
The weights are set by hand; what each cue gave is kept in ``reasons``.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Final

from cortege.extract.rules.amounts import Amount
from cortege.extract.rules.casualties import CasualtyMention, is_age, is_year
from cortege.extract.rules.triggers import Trigger
from cortege.extract.text import Text
from cortege.nouns.claim import Scope

_LEAST_SCORE: Final = 2.0
_VERB_REACH: Final = 7  # tokens from a number to the verb of gathering
_FEW: Final = 10


@dataclass(frozen=True, slots=True)
class CrowdMention:
    """A number that counts a crowd, with the cues that said so."""

    amount: Amount
    scope: Scope
    past: bool
    score: float
    reasons: tuple[str, ...]


def find(
    text: Text,
    amounts: Sequence[Amount],
    casualties: Sequence[CasualtyMention],
    triggers: Sequence[Trigger],
    taken: Container[int] = (),
) -> list[CrowdMention]:
    """Find the crowd sizes of a text, in order."""
    bound = {mention.amount.core for mention in casualties if mention.amount}
    acted = {text.sentence_of[trigger.first] for trigger in triggers}
    found = []
    for amount in amounts:
        if amount.core in bound or amount.core in taken or amount.money or amount.article:
            continue
        if is_age(text, amount) or is_year(text, amount):
            continue
        cues = _cues(text, amount, acted)
        score = sum(weight for _, weight in cues)
        if score >= _LEAST_SCORE:
            reasons = tuple(name for name, _ in cues)
            past = "an earlier time" in reasons
            found.append(CrowdMention(amount, _scope(text, amount), past, score, reasons))
    return found


def _cues(text: Text, amount: Amount, acted: set[int]) -> list[tuple[str, float]]:
    """Name what speaks for and against a number being a crowd, each with its weight."""
    sentence = text.sentence(amount.core)
    cues: list[tuple[str, float]] = []
    if amount.head_kind == "people":
        cues.append(("counts people", 1.6))
    elif amount.head_kind == "group":
        cues.append(("counts a group of people", 1.2))
    elif amount.head_kind in ("police", "unit", "thing"):
        cues.append((f"counts {amount.head_kind}", -6.0))
    verb = _verb_distance(text, amount)
    if verb is not None:
        cues.append(("a verb of gathering", 1.4 - 0.1 * verb))
    if text.sentence_of[amount.core] in acted:
        cues.append(("a protest in the sentence", 0.8))
    if amount.qualifier == "vague" and amount.head_kind in ("people", "none"):
        cues.append(("a vague number", 0.5))
    few = (amount.low or 0) < _FEW and (amount.high is None or amount.high < _FEW)
    if few and (verb is None or verb > 2 or amount.head_kind == "group"):
        cues.append(("too few to be a crowd here", -2.0))
    if amount.head_kind == "none":
        cues.append(("counts nothing named", -0.6))
        if (amount.high or amount.low or 0) < 10:
            cues.append(("small and bare", -2.0))
        if any(text.found_within("crowd.size_cue", sentence.first, sentence.end)):
            cues.append(("a word for attendance", 0.9))
        if any(text.found_within("cue.count", max(amount.first - 4, sentence.first), amount.first)):
            cues.append(("a verb of counting", 1.2))
    if _near(text, "not_crowd.membership", amount, 4):
        cues.append(("membership or the like", -1.6))
    if any(text.found_within("not_crowd.past", sentence.first, sentence.end)):
        cues.append(("an earlier time", 0.0))
    return cues


def _verb_distance(text: Text, amount: Amount) -> int | None:
    """Give the tokens to the nearest verb of gathering, within reach on either side."""
    sentence = text.sentence(amount.core)
    behind = max(amount.end, amount.head_end)
    for distance in range(_VERB_REACH):
        after, before = behind + distance, amount.first - 1 - distance
        if after < sentence.end and text.hit_at(after, "crowd.verb"):
            return distance
        if distance < 5 and before >= sentence.first and text.hit_at(before, "crowd.verb"):
            return distance
    return None


def _near(text: Text, path: str, amount: Amount, reach: int) -> bool:
    sentence = text.sentence(amount.core)
    begin = max(amount.first - reach, sentence.first)
    end = min(max(amount.end, amount.head_end) + reach, sentence.end)
    return any(
        hit.first != amount.head for hit in text.found_within(path, begin, end)
    )


def _scope(text: Text, amount: Amount) -> Scope:
    sentence = text.sentence(amount.core)
    if any(text.found_within("scope.wider", sentence.first, sentence.end)):
        return "wider"
    before = range(max(amount.first - 4, sentence.first), amount.first + 1)
    if any(text.hit_at(at, "scope.part") for at in before):
        return "part"
    if any(text.found_within("scope.cumulative", sentence.first, sentence.end)):
        return "cumulative"
    return "event"
