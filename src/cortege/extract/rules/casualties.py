"""Turns "23 arrested", "two people were killed", "aucun blessé" into casualties.

Arrests, injuries and deaths are found by their words; each is bound to the number in its clause
that reads best with it. A number binds to the casualty word that follows it with nothing but its
noun and an auxiliary between ("12 officers were injured"), or that stands right before it
("police arrested 23"). Words of none ("no arrests", "aucun blessé") give zero.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from cortege.extract.rules.amounts import Amount
from cortege.extract.rules.numerals import grammar
from cortege.extract.text import Text
from cortege.languages.phrases import Hit
from cortege.nouns.values import Who

Kind = Literal["arrests", "injuries", "deaths"]
KINDS: Final[tuple[Kind, ...]] = ("arrests", "injuries", "deaths")

_REACH: Final = 12  # tokens between a number and its casualty word
_LEAST_SCORE: Final = 0.3
_SINGLE_REACH: Final = 8  # tokens
_SINGLE_SCORE: Final = 0.6
_YEAR_DIGITS: Final = 4
_YEARS: Final = range(1700, 2101)
_AGES: Final = range(10, 106)
_WHO: Final[tuple[tuple[str, Who], ...]] = (
    ("casualty.who_police", "police"),
    ("casualty.who_protesters", "protesters"),
    ("casualty.who_bystanders", "bystanders"),
)


@dataclass(frozen=True, slots=True)
class CasualtyMention:
    """Some people arrested, injured or killed; ``amount`` is ``None`` for words of none."""

    first: int
    end: int
    kind: Kind
    low: int
    high: int | None
    who: Who
    amount: Amount | None
    score: float


def find(
    text: Text, amounts: Sequence[Amount], taken: Container[int] = ()
) -> list[CasualtyMention]:
    """Find the casualties of a text, in order; amounts at ``taken`` tokens count something else."""
    cues = _cues(text)
    by_sentence: dict[int, list[Hit]] = {}
    for cue in cues:
        by_sentence.setdefault(text.sentence_of[cue.first], []).append(cue)
    found = [_none(text, cue) for cue in cues]
    mentions = [mention for mention in found if mention]
    able = [
        amount
        for amount in amounts
        if amount.core not in taken and not is_age(text, amount) and not is_year(text, amount)
    ]
    bound: list[CasualtyMention] = []
    for amount in reversed(able):
        near = by_sentence.get(text.sentence_of[amount.core], ())
        one = _bound(text, amount, near, amounts) or _coordinated(text, amount, bound)
        if one is not None:
            bound.append(one)
    counted = {cue for one in bound for cue in range(one.first, one.end)}
    mentions.extend(bound)
    mentions.extend(one for cue in cues if cue.first not in counted and (one := _single(text, cue)))
    return sorted(mentions, key=lambda mention: (mention.first, mention.end))


def _coordinated(
    text: Text, amount: Amount, bound: Sequence[CasualtyMention]
) -> CasualtyMention | None:
    """Bind a number like the one it is joined to: "16 protesters and 13 officers were hurt"."""
    if not bound or amount.money or amount.head_kind not in ("people", "group", "police"):
        return None
    other = bound[-1]
    end = max(amount.end, amount.head_end)
    if other.amount is None or not 0 <= other.amount.first - end <= 1 or other.amount.first == end:
        return None
    if text.words[end] not in grammar(text.pack.code).joiners:
        return None
    low = round(amount.low) if amount.low is not None else 0
    high = round(amount.high) if amount.high is not None else None
    who = _who_counted(text, amount)
    return CasualtyMention(amount.first, end, other.kind, low, high, who, amount, other.score * 0.9)


def _who_counted(text: Text, amount: Amount) -> Who:
    for path, who in _WHO:
        if any(text.hit_at(at, path) for at in range(amount.core_end, amount.head_end)):
            return who
    return "unspecified"


def _single(text: Text, cue: Hit) -> CasualtyMention | None:
    """Read one person without a number: "a man was shot dead", "killing a woman"."""
    sentence = text.sentence(cue.first)
    begin = max(cue.first - _SINGLE_REACH, sentence.first)
    end = min(cue.end + 4, sentence.end)
    for hit in text.found_within("casualty.one_person", begin, end):
        gap = range(hit.end, cue.first) if hit.first < cue.first else range(cue.end, hit.first)
        stops = sum(text.kinds[at] == "p" for at in gap)
        if stops or (hit.first >= cue.end and len(gap) > 0):
            continue
        first, last = min(hit.first, cue.first), max(hit.end, cue.end)
        who: Who = next((w for p, w in _WHO if text.hit_at(hit.end - 1, p)), "unspecified")
        return CasualtyMention(first, last, _kind(cue), 1, 1, who, None, _SINGLE_SCORE)
    return None


def is_age(text: Text, amount: Amount) -> bool:
    """Tell whether a number is somebody's age: "Said, 34, and ..."."""
    value = amount.low
    if amount.qualifier != "exact" or value is None or value not in _AGES or amount.core < 2:
        return False
    if amount.first != amount.core or text.words[amount.core - 1] != ",":
        return False
    after = text.words[amount.core_end] if amount.core_end < len(text) else "."
    return text.caps[amount.core - 2] and after in {",", ".", ";", ")"}


def is_year(text: Text, amount: Amount) -> bool:
    """Tell whether a number looks like a year and counts nobody."""
    plain = text.ends[amount.core] - text.starts[amount.core] == _YEAR_DIGITS
    value = amount.low
    counts = amount.head_kind in ("people", "group", "police") and amount.head == amount.core_end
    return bool(plain and not counts and value == amount.high and value in _YEARS)


def _cues(text: Text) -> list[Hit]:
    """Give the casualty words, the longest where they overlap."""
    cues: list[Hit] = []
    for hit in text.found("casualty"):
        if hit.path.rpartition(".")[2] not in KINDS:
            continue
        if cues and hit.first < cues[-1].end:
            if hit.end - hit.first > cues[-1].end - cues[-1].first:
                cues[-1] = hit
            continue
        cues.append(hit)
    return cues


def _bound(
    text: Text, amount: Amount, cues: Sequence[Hit], amounts: Sequence[Amount]
) -> CasualtyMention | None:
    counts_cue = any(cue.first == amount.head for cue in cues)  # "23 interpellations"
    if amount.money or (amount.head_kind in ("unit", "thing") and not counts_cue):
        return None
    nobody = text.pack.words["casualty.none"]
    if amount.article and amount.first and text.words[amount.first - 1] in nobody:
        return None  # "no one was hurt"
    scored = [(_score(text, amount, cue, amounts), -cue.first, cue) for cue in cues]
    if not scored:
        return None
    score, _, cue = max(scored)
    if score < _LEAST_SCORE:
        return None
    low = round(amount.low) if amount.low is not None else 0
    high = round(amount.high) if amount.high is not None else None
    first, end = min(amount.first, cue.first), max(amount.head_end, amount.end, cue.end)
    if end - first > _REACH + 4:
        first, end = amount.first, max(amount.head_end, amount.end)
    return CasualtyMention(
        first, end, _kind(cue), low, high, _who(text, amount, cue), amount, score
    )


def _kind(cue: Hit) -> Kind:
    name = cue.path.rpartition(".")[2]
    return next(kind for kind in KINDS if kind == name)


def _score(text: Text, amount: Amount, cue: Hit, amounts: Sequence[Amount]) -> float:
    """Score how well a number reads with a casualty word, from 0 to 1."""
    if cue.first >= amount.core_end:
        between = (max(amount.end, amount.head_end), cue.first)
        base = 1.0
    elif cue.end <= amount.first:
        between = (cue.end, amount.first)
        base = 0.9
    else:
        return 0.0
    gap = max(between[1] - between[0], 0)
    if gap > _REACH:
        return 0.0
    passed = sum(1 for other in amounts if between[0] <= other.core < between[1])
    marks = sum(1 for at in range(*between) if text.kinds[at] == "p" and text.words[at] != "-")
    words = text.pack.words
    conjunctions = sum(
        1 for at in range(*between) if text.words[at] in words["function.conjunction"]
    )
    verbs = sum(
        1
        for at in range(*between)
        if text.words[at] in words["function.verb_common"] and not text.hit_at(at, "casualty")
    )
    if between == (cue.end, amount.first):  # the number behind its word: "arrested 23"
        gap *= 2
    if _names_a_person(text, cue):
        base = 0.0
    return float(base * 0.93**gap * 0.3**passed * 0.5**marks * 0.5**conjunctions * 0.5**verbs)


def _names_a_person(text: Text, cue: Hit) -> bool:
    """Tell whether a death is somebody's by name or a curse: "the death of Ann", "Death to"."""
    if cue.end >= len(text) or not cue.path.endswith("deaths"):
        return False
    after = cue.end + 1 if text.words[cue.end] in grammar(text.pack.code).of else cue.end
    noun = text.words[cue.first] in text.pack.words["casualty.death_noun"]
    named = after < len(text) and text.caps[after] and text.kinds[after] == "w"
    return (noun and after > cue.end and named) or (noun and text.words[cue.end] == "to")


def _who(text: Text, amount: Amount, cue: Hit) -> Who:
    """Say whose casualties they are, by the noun that is counted or the one in between."""
    first, end = min(amount.first, cue.first), max(amount.head_end, amount.end, cue.end)
    near = range(amount.core_end, min(amount.core_end + 6, len(text)))
    here = text.sentence_of[first]
    for path, who in _WHO:
        for token in (*near, *range(first, end)):
            hit = text.hit_at(token, path)
            if hit is None or hit.end > end + 3 or text.sentence_of[token] != here:
                continue
            if who == "police" and _acts(hit, cue):
                continue
            return who
    return "unspecified"


def _acts(hit: Hit, cue: Hit) -> bool:
    """Tell whether the police are those who arrest or kill, not those who suffer it."""
    arrests = cue.path.endswith("arrests")
    return arrests or (hit.end == cue.first and cue.path.endswith("deaths"))


def _none(text: Text, cue: Hit) -> CasualtyMention | None:
    nobody = text.pack.words["casualty.none"]
    for at in range(max(cue.first - 4, text.sentence(cue.first).first), cue.first):
        if text.words[at] in nobody and not _other_between(text, at, cue):
            return CasualtyMention(at, cue.end, _kind(cue), 0, 0, "unspecified", None, 0.8)
    return None


def _other_between(text: Text, at: int, cue: Hit) -> bool:
    between = range(at + 1, cue.first)
    return any(text.kinds[token] == "p" or text.kinds[token] == "n" for token in between)
