"""Turns a figure and the sources near it into candidates described by named features.

Every source near the figure is a candidate, and so is nobody (``None``). Features say where a
candidate stands, how far off, in what manner it speaks, what lies between, whether another
figure or another source is closer, and how its kind is known. Their weights (``weights``) add up
to the candidate's score.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cortege.extract.rules.amounts import Amount
from cortege.extract.rules.holding.attribution import Attribution
from cortege.extract.rules.holding.nearby import Nearby, says
from cortege.extract.rules.holding.words import Span
from cortege.extract.text import Text

_DISTANCES: Final[tuple[tuple[int, str], ...]] = (
    (1, "touching"),
    (3, "beside it"),
    (6, "near"),
    (12, "a clause away"),
    (24, "far"),
)
_SERVED: Final = 3  # tokens from a source to another figure that it touches
_MANY: Final = 2  # sources counted one by one
_MANY_FIGURES: Final = 3
_HARMS: Final = ("arrests", "injuries", "deaths")
_CLAUSE: Final = frozenset(";:—–()")


class Candidate(NamedTuple):
    """A source that may hold a figure (``None``: nobody), and the features it shows."""

    attribution: Attribution | None
    shown: tuple[str, ...]


def described(
    text: Text,
    amount: Amount,
    attributions: Sequence[Attribution],
    amounts: Sequence[Amount],
) -> list[Candidate]:
    """Describe who may hold a figure; nobody comes first."""
    figure = _Figure(Nearby(text, amount, attributions, amounts))
    found = [Candidate(None, tuple(figure.nobody()))]
    found.extend(Candidate(s, tuple(figure.shown_by(s))) for s in figure.nearby.sources)
    return found


class _Figure:
    """Describes the candidates for one figure."""

    def __init__(self, nearby: Nearby) -> None:
        self.nearby, self.text = nearby, nearby.text
        sentence = self.text.sentences[nearby.sentence]
        stretch = sentence.first, sentence.end
        self._paragraph, self._title = sentence.paragraph, sentence.in_title
        self._harm = any(
            any(self.text.found_within(f"casualty.{kind}", *stretch)) for kind in _HARMS
        )
        self._reported = any(self.text.found_within("holder_cue.reported", *stretch))

    def nobody(self) -> Iterator[str]:
        """Describe the figure itself, as evidence that nobody holds it."""
        amount = self.nearby.amount
        yield "nobody"
        yield f"nobody: {amount.qualifier}"
        yield f"nobody: counts {amount.head_kind}"
        yield f"nobody: {min(len(self.nearby.spoken), _MANY)} sources here"
        if self._harm:
            yield "nobody: harm"
        if self._title:
            yield "nobody: title"
        if self.nearby.speaker is not None:
            yield "nobody: quoted"
        if self._paragraph == self.text.sentences[0].paragraph + 1:
            yield "nobody: lead"

    def shown_by(self, source: Attribution) -> Iterator[str]:
        """Describe one candidate."""
        offset = source.sentence - self.nearby.sentence
        gap = self.nearby.gap(source)
        side = "ahead" if self.nearby.is_ahead(source) else "behind"
        yield f"known by {source.basis}"
        yield source.kind
        if source.relays:
            yield "passes it on"
        yield from self._in_sentence(source, gap, side) if not offset else self._carried(source)
        yield from self._between(source, gap, "carried" if offset else "here")
        yield from self._speech(source, offset)
        if self._harm:
            yield f"harm, {source.manner}"
            yield f"harm, {source.kind}"
            if source.manner == "bare" and not offset:
                yield f"harm, bare {source.kind} {side}"
        if self.nearby.amount.head_kind == "none":
            yield f"bare number, {source.manner} {'carried' if offset else side}"

    # ------------------------------------------------------------------ where it stands

    def _in_sentence(self, source: Attribution, gap: Span, side: str) -> Iterator[str]:
        manner, distance = source.manner, _distance(gap[1] - gap[0])
        ahead = side == "ahead"
        yield f"{manner} {side}"
        yield f"{distance} {side}"
        yield f"{manner} {distance} {side}"
        if source.forward != ahead:
            yield f"{manner} speaks the other way"
        if not ahead and source.end >= self.text.sentences[source.sentence].end - 1:
            yield f"{manner} closes the sentence"
        if source in self.nearby.closest:
            yield f"closest {side}"
        if self.nearby.turns:
            taken = self.nearby.turns.get(self.nearby.amount.core) is source
            yield "its turn" if taken else "another's turn"
        if manner == "bare" and ahead and self._goes_on(source, gap):
            yield "goes on counting"

    def _carried(self, source: Attribution) -> Iterator[str]:
        offset = source.sentence - self.nearby.sentence
        yield f"{source.manner} a sentence {'behind' if offset > 0 else f'{-offset} before'}"
        same = self.text.sentences[source.sentence].paragraph == self._paragraph
        yield "same paragraph" if same else "another paragraph"
        if self._reported:
            yield "carried by reported speech"

    def _goes_on(self, source: Attribution, gap: Span) -> bool:
        """Tell whether a bare source takes its turn after another: "and the union 4,000"."""
        words, lists = self.text.words, self.text.pack.words
        before = source.first - 1
        while before >= 0 and words[before] in lists["function.article"]:
            before -= 1
        if before < 0 or (
            words[before] not in ",;" and words[before] not in lists["function.conjunction"]
        ):
            return False
        between = words[gap[0] : gap[1]]
        aside = len(between) > 1 and between[0] == "," and "," in between[1:]
        if len(between) > _SERVED and between[-1] != "," and not aside:
            return False
        return any(other.end <= source.first for other in self.nearby.spoken)

    # ------------------------------------------------------------------ what lies between

    def _between(self, source: Attribution, gap: Span, where: str) -> Iterator[str]:
        others = sum(
            other is not source
            and other.manner != "bare"
            and gap[0] <= other.first
            and other.end <= gap[1]
            for other in self.nearby.sources
        )
        if others:
            yield f"{min(others, _MANY)} sources between, {where}"
        passed = self.nearby.n_figures(*gap)
        if passed:
            yield f"{min(passed, _MANY_FIGURES)} figures between, {where}"
        if where == "here" and any(self.text.words[at] in _CLAUSE for at in range(*gap)):
            yield "a clause between"
        other = self.nearby.other_figure(source)
        if other is not None:
            away = (
                other.first - source.end
                if source.forward
                else source.first - max(other.end, other.head_end)
            )
            if away <= _SERVED:
                yield f"{source.manner} stands at another figure, {where}"

    def _speech(self, source: Attribution, offset: int) -> Iterator[str]:
        if self.nearby.speaker is None:
            if source.speech and not offset:
                yield "its words are elsewhere"
        elif says(source, self.nearby.amount.core):
            yield "in its own words"
        else:
            yield "in another's words"


def _distance(n_tokens: int) -> str:
    return next((name for bound, name in _DISTANCES if n_tokens <= bound), "very far")
