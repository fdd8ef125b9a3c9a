"""Tells crowd sizes from every other number: police deployed, members, ages, money, last year.

Each number phrase is described by named cues - the noun it counts, a verb of gathering beside it,
who is said to have counted, a trigger in its sentence - and the cues' weights add up to log-odds.
What passes is a size; its scope says whether it is the protest's, a part of it, of several towns,
or over several days. The cues that spoke for it are kept in ``reasons``.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Final

from cortege.extract.rules import holders
from cortege.extract.rules.amounts import Amount
from cortege.extract.rules.casualties import CasualtyMention, is_age, is_year
from cortege.extract.rules.crowd_weights import CROWD_BIAS, CROWD_WEIGHTS
from cortege.extract.rules.holders import Attribution
from cortege.extract.rules.triggers import Trigger
from cortege.extract.text import Text
from cortege.nouns.claim import Scope

_VERB_REACH: Final = 7  # tokens from a number to the verb of gathering
_MAGNITUDES: Final[tuple[tuple[float, str], ...]] = (
    (10, "under ten"),
    (30, "under thirty"),
    (100, "under a hundred"),
    (1_000, "hundreds"),
    (100_000, "thousands"),
    (1_000_000, "hundreds of thousands"),
    (float("inf"), "millions"),
)


@dataclass(frozen=True, slots=True)
class CrowdMention:
    """A number that counts a crowd, how sure that is (log-odds), and the cues that said so."""

    amount: Amount
    scope: Scope
    past: bool
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What else the text holds that helps to tell what a number counts."""

    casualties: Sequence[CasualtyMention]
    triggers: Sequence[Trigger]
    attributions: Sequence[Attribution]
    taken: Container[int] = frozenset()
    quoted: Container[int] = frozenset()


def find(text: Text, amounts: Sequence[Amount], around: Surroundings) -> list[CrowdMention]:
    """Find the crowd sizes of a text, in order."""
    found = []
    for amount, shown in described(text, amounts, around):
        score = CROWD_BIAS + sum(CROWD_WEIGHTS.get(name, 0.0) for name in shown)
        if score > 0:
            reasons = tuple(name for name in shown if CROWD_WEIGHTS.get(name, 0.0) > 0)
            past = "an earlier time" in shown
            found.append(CrowdMention(amount, _scope(text, amount), past, score, reasons))
    return found


def described(
    text: Text, amounts: Sequence[Amount], around: Surroundings
) -> list[tuple[Amount, list[str]]]:
    """Describe every number that may count a crowd by its cues."""
    bound = {mention.amount.core for mention in around.casualties if mention.amount}
    acted: dict[int, set[str]] = {}
    for trigger in around.triggers:
        acted.setdefault(text.sentence_of[trigger.first], set()).add(trigger.sort)
    verbs = {t.first for t in around.triggers if t.sort == "verb"}
    counted = {text.sentence_of[a.core] for a in amounts if a.head_kind == "people"}
    held = {attribution.sentence for attribution in around.attributions}
    found = []
    for amount in amounts:
        if amount.core in bound or amount.core in around.taken or _never(text, amount):
            continue
        sentence = text.sentence_of[amount.core]
        shown = [
            f"counts {amount.head_kind}",
            _magnitude(amount),
            f"{amount.qualifier}",
            *_verbs(text, amount, verbs),
            *_neighbours(text, amount),
        ]
        sorts = sorted(acted.get(sentence, ()))
        shown.extend(f"a protest {sort} in the sentence" for sort in sorts)
        if sentence and acted.get(sentence - 1):
            shown.append("a protest in the sentence before")
        if sentence in counted and amount.head_kind != "people":
            shown.append("people counted in the sentence")
        if sentence and sentence - 1 in counted:
            shown.append("people counted in the sentence before")
        if sentence in held:
            holder, _ = holders.attach(text, amount, around.attributions, amounts)
            if holder.kind != "unattributed":
                shown.append(f"by the count of {holder.kind}")
        if amount.core in around.quoted:
            shown.append("quoted")
        shown.extend(f"{name}, counts nothing named" for name in shown[1:] if _bare(amount))
        found.append((amount, shown))
    return found


def _bare(amount: Amount) -> bool:
    return amount.head_kind == "none"


def _never(text: Text, amount: Amount) -> bool:
    """Tell whether a number is none of people on its face: money, an age, a year, a fraction."""
    value = amount.high if amount.high is not None else amount.low
    return (
        amount.money
        or amount.article
        or is_age(text, amount)
        or is_year(text, amount)
        or value is None
        or value < _LEAST
        or value != int(value)
        or amount.head_kind in ("unit", "thing", "police")
    )


_LEAST: Final = 2


def _magnitude(amount: Amount) -> str:
    value = amount.low if amount.low is not None else amount.high or 0.0
    return next((name for bound, name in _MAGNITUDES if value < bound), "millions")


def _verbs(text: Text, amount: Amount, trigger_verbs: Container[int]) -> list[str]:
    """Say how near the next verb of gathering stands, on either side."""
    sentence = text.sentence(amount.core)
    behind = max(amount.end, amount.head_end)
    shown = []
    for distance in range(_VERB_REACH):
        at = behind + distance
        if at >= sentence.end:
            break
        if at in trigger_verbs:
            shown.append("a verb of protest follows")
            break
        if text.hit_at(at, "crowd.verb"):
            shown.append("a verb of gathering follows" + (" at once" if distance < 2 else ""))
            break
        if text.kinds[at] == "p":
            break
    for distance in range(4):
        at = amount.first - 1 - distance
        if at < sentence.first:
            break
        if text.hit_at(at, "crowd.turnout"):
            shown.append("a verb of turnout stands before")
            break
        if text.hit_at(at, "crowd.verb"):
            shown.append("a verb of gathering stands before")
            break
    return shown


def _neighbours(text: Text, amount: Amount) -> list[str]:
    """Say what else stands near a number."""
    sentence = text.sentence(amount.core)
    behind = max(amount.end, amount.head_end)
    after = text.words[behind] if behind < sentence.end else ""
    before = text.words[amount.first - 1] if amount.first > sentence.first else ""
    words = text.pack.words
    near = (max(amount.first - 5, sentence.first), min(behind + 5, sentence.end))
    others = [
        hit for hit in text.found_within("not_crowd.membership", *near) if hit.first != amount.head
    ]
    says = {
        "at the end": not after or after in {".", ",", ";", ")", "”", '"', "»"},
        "a place word follows": after in words["place.within"],
        "of them": bool(text.hit_at(behind, "crowd.of_them")) if behind < len(text) else False,
        "definite": before in words["crowd.definite"],
        "a word for attendance": any(
            text.found_within("crowd.size_cue", sentence.first, sentence.end)
        ),
        "a word for a crowd before": any(
            text.found_within(
                "crowd.collective", max(amount.first - 4, sentence.first), amount.core
            )
        ),
        "membership or the like": bool(others),
        "an earlier time": any(text.found_within("not_crowd.past", sentence.first, sentence.end)),
        "police near": any(text.found_within("not_crowd.police", *near)),
        "a unit or thing near": any(
            text.found_within("not_crowd.thing", behind, min(behind + 3, sentence.end))
        ),
        "title": sentence.in_title,
        "harm in the sentence": any(text.found_within("casualty", sentence.first, sentence.end)),
    }
    return [name for name, true in says.items() if true]


def _scope(text: Text, amount: Amount) -> Scope:
    sentence = text.sentence(amount.core)
    for hit in text.found_within("scope.wider", sentence.first, sentence.end):
        if hit.end >= len(text) or text.hit_at(hit.end, "form") is None:
            return "wider"  # but "a nationwide protest in Paris" counts Paris
    before = range(max(amount.first - 4, sentence.first), amount.first + 1)
    if any(text.hit_at(at, "scope.part") for at in before):
        return "part"
    if any(text.found_within("scope.cumulative", sentence.first, sentence.end)):
        return "cumulative"
    return "event"
