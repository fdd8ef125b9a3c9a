"""Turns words of attribution into the holders of figures: who counted, who says so.

First every attribution of a sentence is found: "according to X", "X said", "X counted", "X put
it at", "(police)". Each has a direction it usually speaks in: "according to police" at the head
of a clause speaks forward, behind a figure it speaks back. Then each figure is offered to all
attributions of its sentence and takes the one that scores best; a figure nobody claims stays
unattributed. Scores fall with distance, with a change of clause, and with every other figure or
attribution in between; each is written down in ``score`` so that it can be explained.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from cortege.extract import phrase
from cortege.extract.rules.amounts import Amount
from cortege.extract.text import Text
from cortege.languages.phrases import Hit
from cortege.nouns.claim import UNATTRIBUTED, Holder
from cortege.nouns.values import HolderKind

Manner = Literal["according", "say", "count", "bracket"]

_LEAST_SCORE: Final = 0.25
_FAR: Final = 30  # tokens
# Where the words of one source name several kinds, the first of these wins: a "police union" is
# a union, a "spokesman for the organisers" speaks for the organisers.
_KINDS: Final[tuple[HolderKind, ...]] = (
    "organisers",
    "police",
    "authorities",
    "witness",
    "media",
    "other",
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that say who says something: the source's tokens, the cue's, and the manner."""

    first: int
    end: int
    source: tuple[int, int]
    kind: HolderKind
    manner: Manner
    sentence: int
    forward: bool

    @property
    def span(self) -> tuple[int, int]:
        """Give the tokens of cue and source together."""
        return min(self.first, self.source[0]), max(self.end, self.source[1])


def find(text: Text) -> list[Attribution]:
    """Find every attribution of a text, in order."""
    found = [
        attribution
        for hit in text.found("cue")
        if (attribution := _attribution(text, hit)) is not None
    ]
    found.extend(_bracketed(text))
    found.sort(key=lambda attribution: (attribution.span[0], -attribution.span[1]))
    kept: list[Attribution] = []
    for attribution in found:
        if kept and attribution.span[0] < kept[-1].span[1]:
            if _rank(attribution) > _rank(kept[-1]):
                kept[-1] = attribution
            continue
        kept.append(attribution)
    return kept


def _rank(attribution: Attribution) -> tuple[bool, bool, int]:
    known = attribution.kind != "other"
    return known, attribution.manner == "according", attribution.span[1] - attribution.span[0]


def _attribution(text: Text, hit: Hit) -> Attribution | None:
    manner = hit.path.partition(".")[2]
    if manner == "according":
        source = phrase.after(text, hit.end)
        return _made(text, hit, source, "according")
    if manner in ("say", "count"):
        source = _subject(text, hit)
        return _made(text, hit, source, "count" if manner == "count" else "say")
    return None


def _subject(text: Text, hit: Hit) -> tuple[int, int]:
    """Give the words of who speaks: before the verb ("police said") or after ("said police")."""
    at = hit.first
    first = text.sentence(at).first
    auxiliaries = text.pack.words["function.auxiliary"] | text.pack.words["function.adverb"]
    pronouns = text.pack.words["function.pronoun"]
    while at > first and (text.words[at - 1] in auxiliaries or text.words[at - 1] in pronouns):
        at -= 1
    source = phrase.before(text, at)
    if source[0] < source[1]:
        return source
    after = phrase.after(text, hit.end)
    inverted = after[0] == hit.end or phrase.is_article(text, hit.end)
    return after if inverted and kind_of(text, after) != "unattributed" else (at, at)


def _made(
    text: Text, hit: Hit, source: tuple[int, int], manner: Manner
) -> Attribution | None:
    if source[0] >= source[1]:
        return None
    kind = kind_of(text, source)
    if kind == "unattributed":
        if manner == "count" or not text.caps[source[0]]:
            return None
        kind = "other"
    first = min(hit.first, source[0])
    return Attribution(
        hit.first, hit.end, source, kind, manner, text.sentence_of[hit.first],
        _speaks_forward(text, first, manner),
    )  # fmt: skip


def _speaks_forward(text: Text, first: int, manner: Manner) -> bool:
    """Tell whether an attribution opens its clause and so speaks of what follows."""
    sentence = text.sentence(first)
    at = first
    while at > sentence.first and phrase.is_article(text, at - 1):
        at -= 1
    if at == sentence.first:
        return True
    before = text.words[at - 1]
    if before in {";", ":", "—", "–"} or before in text.pack.words["function.conjunction"]:
        return True
    if before == "," and manner == "count":
        return True
    return before == "," and at - 1 - sentence.first <= 4


def kind_of(text: Text, span: tuple[int, int]) -> HolderKind:
    """Say what kind of source a noun phrase names; ``unattributed`` when none is known."""
    kinds = {hit.path.rpartition(".")[2] for hit in text.found_within("holder", *span)}
    for kind in _KINDS:
        if kind in kinds:
            return kind
    return "unattributed"


def _bracketed(text: Text) -> list[Attribution]:
    """Find sources that stand alone in brackets: "12,000 (police)", "3 500 (préfecture)"."""
    found = []
    for hit in text.found("holder"):
        opened = hit.first > 0 and text.words[hit.first - 1] == "("
        closed = hit.end < len(text) and text.words[hit.end] == ")"
        if opened and closed:
            kind = kind_of(text, (hit.first, hit.end))
            found.append(
                Attribution(
                    hit.first, hit.end, (hit.first, hit.end), kind, "bracket",
                    text.sentence_of[hit.first], False,
                )  # fmt: skip
            )
    return found


# --------------------------------------------------------------------------- attaching


def attach(
    text: Text, amount: Amount, attributions: Sequence[Attribution], amounts: Sequence[Amount]
) -> tuple[Holder, float]:
    """Say who holds a figure, among the attributions of its sentence.

    Returns:
        The holder and the score of the attachment; unattributed and 0 when nothing scores.
    """
    here = text.sentence_of[amount.core]
    best, best_score = None, _LEAST_SCORE
    for attribution in attributions:
        if attribution.sentence != here:
            continue
        score = _score(text, amount, attribution, attributions, amounts)
        if score > best_score:
            best, best_score = attribution, score
    if best is None:
        return UNATTRIBUTED, 0.0
    return holder(text, best), min(best_score, 1.0)


def holder(text: Text, attribution: Attribution) -> Holder:
    """Give the holder an attribution names, with the words that attribute."""
    return Holder(
        attribution.kind,
        text.exact(*attribution.source),
        text.evidence(*attribution.span),
    )


def _score(
    text: Text,
    amount: Amount,
    attribution: Attribution,
    attributions: Sequence[Attribution],
    amounts: Sequence[Amount],
) -> float:
    """Score an attribution as the holder of a figure."""
    span = attribution.span
    if span[0] >= amount.core_end:
        gap, forward = (max(amount.end, amount.head_end), span[0]), False
    elif span[1] <= amount.core:
        gap, forward = (span[1], amount.first), True
    else:
        return 0.0
    distance = max(gap[1] - gap[0], 0)
    if distance > _FAR:
        return 0.0
    score = 1.0 if forward == attribution.forward else 0.4
    if attribution.manner == "bracket" and (forward or distance > 2):
        return 0.0
    if attribution.manner == "count" and forward and distance <= 4:
        score = 1.2
    score *= 0.97**distance
    score *= 0.35 ** sum(1 for at in range(*gap) if text.words[at] in {";", "—", ")"})
    between = [
        other
        for other in attributions
        if other is not attribution and gap[0] <= other.span[0] and other.span[1] <= gap[1]
    ]
    passed = sum(1 for other in amounts if gap[0] <= other.core < gap[1] and other.head_kind in _CROWD)
    passed_factor = 0.9 if forward else 0.75
    return float(score * 0.25 ** len(between) * passed_factor**passed)


_CROWD: Final = frozenset({"people", "group", "none"})
