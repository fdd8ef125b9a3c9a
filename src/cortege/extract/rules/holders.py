"""Turns words of attribution into the holders of figures: who counted, who says so.

``find`` gives every way in which a text attributes ("according to X", "X counted", "(police)",
"by her reckoning", and sources merely named); ``attach`` says which of them holds one figure. The
figure is offered to the sources of its sentence, of those around it, and to whoever speaks the
quotation it stands in; each is described by named features whose fitted weights add up
(``holding.features``, ``holding.weights``), and so is nobody. The likeliest wins, and a figure
that nobody claims stays unattributed.

Example: "1 300 d'après la police, le double à en croire les organisateurs" is 1,300 by the
police: the organisers stand further off, and another figure stands between.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from cortege.extract.rules import quotation_marks
from cortege.extract.rules.amounts import Amount
from cortege.extract.rules.holding.attribution import Attribution
from cortege.extract.rules.holding.cues import Cue, cues
from cortege.extract.rules.holding.features import Candidate, described
from cortege.extract.rules.holding.references import References
from cortege.extract.rules.holding.sources import Sources
from cortege.extract.rules.holding.speech import with_speech
from cortege.extract.rules.holding.standing import Standing, by_preference
from cortege.extract.rules.holding.subjects import Attributor
from cortege.extract.rules.holding.weights import WEIGHTS
from cortege.extract.rules.holding.words import NounPhrases, Span
from cortege.extract.rules.quotation_marks import QuotedSpan
from cortege.extract.text import Text
from cortege.nouns.claim import UNATTRIBUTED, Holder

__all__ = ["Attribution", "attach", "attach_words", "find", "holder", "weighed"]


def find(
    text: Text,
    organisers: Sequence[Span] = (),
    quotes: Sequence[QuotedSpan] | None = None,
) -> list[Attribution]:
    """Find every attribution of a text, in order.

    Args:
        text: the text.
        organisers: the tokens that name its organisers, where these are known already.
        quotes: its quotations, if they have been found already.
    """
    spans = quotation_marks.find_spans(text) if quotes is None else quotes
    quoted = _quoted(text, spans)
    phrases = NounPhrases(text)
    sources = Sources(text, phrases, organisers)
    attributor = Attributor(text, phrases, sources)
    found: list[Attribution] = []
    unresolved: list[Cue] = []
    for cue in cues(text, phrases):
        made = attributor.of(cue)
        if made is None:
            unresolved.append(cue)
        else:
            found.append(made)
    standing = Standing(text, phrases, sources, quoted)
    found = by_preference([*found, *standing.find()])
    references = References(text, phrases, quoted)
    resolved = (references.of(cue, attributor, found) for cue in unresolved)
    found = by_preference(
        [
            *found,
            *references.others(found),
            *(made for made in resolved if made is not None),
            *standing.elliptic(found),
        ]
    )
    return with_speech(text, phrases, sources, _relaying(found), spans)


def _quoted(text: Text, spans: Sequence[QuotedSpan]) -> bytearray:
    """Mark the tokens of quotations."""
    quoted = bytearray(len(text))
    for span in spans:
        if span.depth == 0:
            quoted[span.first : span.end] = b"\1" * (span.end - span.first)
    return quoted


def _relaying(found: Sequence[Attribution]) -> list[Attribution]:
    """Mark the media that pass on what another source of their sentence says: "AFP, citing X"."""
    cited = {a.sentence for a in found if a.manner == "according" and a.kind != "media"}
    return [
        replace(attribution, relays=True)
        if attribution.kind == "media" and attribution.sentence in cited
        else attribution
        for attribution in found
    ]


# --------------------------------------------------------------------------- attaching


def attach(
    text: Text, amount: Amount, attributions: Sequence[Attribution], amounts: Sequence[Amount]
) -> tuple[Holder, float]:
    """Say who holds a figure, among the attributions near it; both sequences are in order.

    Returns:
        The holder and its probability; unattributed and 0 when nobody is the likeliest.
    """
    candidates = weighed(text, amount, attributions, amounts)
    best, probability = max(candidates, key=lambda weighed: weighed[1])
    if best.attribution is None:
        return UNATTRIBUTED, 0.0
    return holder(text, best.attribution), probability


def attach_words(
    text: Text, words: Span, attributions: Sequence[Attribution], amounts: Sequence[Amount]
) -> tuple[Holder, float]:
    """Say who holds a statement that has no number phrase: "no arrests were made, police said"."""
    first, end = words
    statement = Amount(
        first, end, first, end, None, None, "exact", end, end, "none", article=False, money=False
    )
    return attach(text, statement, attributions, amounts)


def weighed(
    text: Text, amount: Amount, attributions: Sequence[Attribution], amounts: Sequence[Amount]
) -> list[tuple[Candidate, float]]:
    """Give everyone who may hold a figure, nobody first, with their probabilities."""
    candidates = described(text, amount, attributions, amounts)
    scores = [sum(WEIGHTS.get(name, 0.0) for name in candidate.shown) for candidate in candidates]
    highest = max(scores)
    odds = [math.exp(score - highest) for score in scores]
    total = sum(odds)
    return [(candidate, odd / total) for candidate, odd in zip(candidates, odds, strict=True)]


def holder(text: Text, attribution: Attribution) -> Holder:
    """Give the holder an attribution names, with the words that attribute."""
    return Holder(
        attribution.kind,
        text.exact(*attribution.source),
        text.evidence(*attribution.span),
    )
