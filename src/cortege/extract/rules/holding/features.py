"""Turns a figure and the attributions near it into candidates described by named features.

A candidate is an attribution of the figure's sentence, of the two before it or the one behind
it, or one whose own words hold the figure; ``None`` stands for nobody. Each is described by
features with names, whose weights (``weights.py``) add up to its score: where it stands, how far
off, what manner it has, what lies between, and how its kind is known.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cortege.extract.rules.amounts import Amount
from cortege.extract.rules.holding.attributions import Attribution
from cortege.extract.text import Text

_BACK: Final = 3  # sentences before a figure whose sources may hold it
_AHEAD: Final = 1  # sentences behind it
_MOST: Final = 8  # candidates on either side
_DISTANCES: Final[tuple[tuple[int, str], ...]] = (
    (1, "touching"),
    (3, "beside it"),
    (6, "near"),
    (12, "a clause away"),
    (24, "far"),
)
_BESIDE: Final = 6  # tokens between a figure and a source that is merely named
_SERVED: Final = 3  # tokens from a source to another figure that it touches
_CLAUSE: Final = frozenset(";:—–()")


class Candidate(NamedTuple):
    """A source that may hold a figure (``None``: nobody), and the features it shows."""

    attribution: Attribution | None
    shown: tuple[str, ...]


class Surroundings:
    """What one figure's candidates are measured against."""

    def __init__(
        self,
        text: Text,
        amount: Amount,
        attributions: Sequence[Attribution],
        amounts: Sequence[Amount],
    ) -> None:
        """Take a figure with the attributions and figures of its text, both in order."""
        self.text, self.amount = text, amount
        self.attributions, self.amounts = attributions, amounts
        self.first, self.end = amount.first, max(amount.end, amount.head_end)
        self.sentence = text.sentence_of[amount.core]
        sentence = text.sentences[self.sentence]
        self.paragraph, self.title = sentence.paragraph, sentence.in_title
        self.harm = any(text.found_within("casualty", sentence.first, sentence.end))
        self.reported = any(
            text.found_within("holder_cue.reported", sentence.first, sentence.end)
        )
        self.index = bisect_left(amounts, amount.core, key=lambda other: other.core)
        self.near = list(self._near())
        self.speaker = next((c for c in self.near if _says(c, amount.core)), None)
        self.closest = self._closest()
        self.turns = self._turns()

    def _near(self) -> Iterator[Attribution]:
        """Give the attributions that stand near enough to hold the figure."""
        middle = bisect_left(self.attributions, self.first, key=lambda a: a.first)
        for step, edge in ((-1, -1), (1, len(self.attributions))):
            at = middle - 1 if step < 0 else middle
            for _ in range(_MOST):
                if at == edge:
                    break
                attribution = self.attributions[at]
                offset = attribution.sentence - self.sentence
                if not -_BACK <= offset <= _AHEAD and not _says(attribution, self.amount.core):
                    break
                if self._can_hold(attribution):
                    yield attribution
                at += step

    def _can_hold(self, attribution: Attribution) -> bool:
        core = self.amount.core
        if attribution.reach is not None and not (
            attribution.reach[0] <= core < attribution.reach[1]
        ):
            return False
        if attribution.first <= core < attribution.end:
            return False
        if attribution.sentence != self.sentence:
            return attribution.manner not in _BOUND and (
                attribution.forward or attribution.manner != "bare"
            )
        return attribution.manner != "bare" or attribution.forward or self._beside(attribution)

    def _beside(self, attribution: Attribution) -> bool:
        return 0 <= attribution.first - self.end <= _BESIDE or (
            0 <= self.first - attribution.end <= _BESIDE
        )

    def _closest(self) -> tuple[Attribution | None, Attribution | None]:
        """Give the sources with a cue that stand closest in the sentence, on either side."""
        spoken = [c for c in self.near if c.sentence == self.sentence and c.manner != "bare"]
        ahead = [c for c in spoken if c.end <= self.first]
        behind = [c for c in spoken if c.first >= self.end]
        return (
            max(ahead, key=lambda c: c.end, default=None),
            min(behind, key=lambda c: c.first, default=None),
        )

    def _turns(self) -> dict[int, Attribution]:
        """Pair the figures of the sentence with its sources, where there are as many of both."""
        sentence = self.text.sentences[self.sentence]
        low = bisect_left(self.amounts, sentence.first, key=lambda other: other.core)
        high = bisect_left(self.amounts, sentence.end, key=lambda other: other.core)
        spoken = sorted(
            (c for c in self.near if c.sentence == self.sentence and c.manner in _COUNTING),
            key=lambda c: c.first,
        )
        if high - low != len(spoken) or len(spoken) < 2:
            return {}
        return {other.core: c for other, c in zip(self.amounts[low:high], spoken, strict=True)}

    # ------------------------------------------------------------------ candidates

    def nobody(self) -> tuple[str, ...]:
        """Describe the figure itself, as evidence that nobody holds it."""
        amount, text = self.amount, self.text
        shown = ["nobody", f"nobody: {amount.qualifier}", f"nobody: counts {amount.head_kind}"]
        if self.harm:
            shown.append("nobody: harm")
        if self.title:
            shown.append("nobody: title")
        if self.speaker is not None:
            shown.append("nobody: quoted")
        here = sum(c.sentence == self.sentence and c.manner != "bare" for c in self.near)
        shown.append(f"nobody: {min(here, 2)} sources here")
        if text.sentences[self.sentence].paragraph == text.sentences[0].paragraph + 1:
            shown.append("nobody: lead")
        return tuple(shown)

    def of(self, candidate: Attribution) -> tuple[str, ...]:
        """Describe one candidate."""
        ahead = candidate.end <= self.first
        gap = self._gap(candidate, ahead=ahead)
        distance = max(gap[1] - gap[0], 0)
        offset = candidate.sentence - self.sentence
        side = "ahead" if ahead else "behind"
        manner = candidate.manner
        shown = [f"known by {candidate.basis}", f"{candidate.kind}"]
        if offset == 0:
            shown.append(f"{manner} {side}")
            shown.append(f"{_distance(distance)} {side}")
            shown.append(f"{manner} {_distance(distance)} {side}")
            if candidate.forward != ahead:
                shown.append(f"{manner} speaks the other way")
            if not ahead and self._closes_sentence(candidate):
                shown.append(f"{manner} closes the sentence")
            if candidate in self.closest:
                shown.append(f"closest {side}")
            if self.turns:
                taken = self.turns.get(self.amount.core) is candidate
                shown.append("its turn" if taken else "another's turn")
            if manner == "bare" and ahead and self._continues(candidate, gap):
                shown.append("goes on counting")
        else:
            where = "behind" if offset > 0 else f"{-offset} before"
            same = self.text.sentences[candidate.sentence].paragraph == self.paragraph
            shown.append(f"{manner} a sentence {where}")
            shown.append("same paragraph" if same else "another paragraph")
            if self.reported:
                shown.append("carried by reported speech")
        shown.extend(self._between(candidate, gap, offset))
        shown.extend(self._speech(candidate))
        if self.harm:
            shown.append(f"harm, {manner}")
            shown.append(f"harm, {candidate.kind}")
            if manner == "bare" and offset == 0:
                shown.append(f"harm, bare {candidate.kind} {side}")
        if self.amount.head_kind == "none":
            shown.append(f"bare number, {manner} {side if offset == 0 else 'carried'}")
        if candidate.relays:
            shown.append("passes it on")
        return tuple(shown)

    def _gap(self, candidate: Attribution, *, ahead: bool) -> tuple[int, int]:
        """Give the tokens between; a figure in the candidate's words counts from their edge."""
        first, end = self.first, self.end
        for words in candidate.speech:
            if words[0] <= self.amount.core < words[1]:
                first, end = words
        return (candidate.end, first) if ahead else (end, candidate.first)

    def _between(
        self, candidate: Attribution, gap: tuple[int, int], offset: int
    ) -> Iterator[str]:
        text = self.text
        others = sum(
            other is not candidate
            and other.manner != "bare"
            and gap[0] <= other.first
            and other.end <= gap[1]
            for other in self.near
        )
        where = "here" if offset == 0 else "carried"
        if others:
            yield f"{min(others, 2)} sources between, {where}"
        passed = self._figures(*gap)
        if passed:
            yield f"{min(passed, 3)} figures between, {where}"
        if offset == 0 and any(text.words[at] in _CLAUSE for at in range(*gap)):
            yield "a clause between"
        if self._serves_another(candidate):
            yield f"{candidate.manner} stands at another figure, {where}"

    def _figures(self, first: int, end: int) -> int:
        if end <= first:
            return 0
        low = bisect_left(self.amounts, first, key=lambda other: other.core)
        high = bisect_left(self.amounts, end, key=lambda other: other.core)
        return high - low

    def _serves_another(self, candidate: Attribution) -> bool:
        """Tell whether another figure touches a candidate on the side it speaks to."""
        if candidate.forward:
            at = bisect_left(self.amounts, candidate.end, key=lambda other: other.core)
            if at < len(self.amounts) and at != self.index:
                return self.amounts[at].first - candidate.end <= _SERVED
            return False
        at = bisect_left(self.amounts, candidate.first, key=lambda other: other.core) - 1
        if at >= 0 and at != self.index:
            other = self.amounts[at]
            return candidate.first - max(other.end, other.head_end) <= _SERVED
        return False

    def _closes_sentence(self, candidate: Attribution) -> bool:
        """Tell whether nothing but a full stop follows a candidate: "…, police said."."""
        end = self.text.sentences[candidate.sentence].end
        return candidate.end >= end - 1

    def _continues(self, candidate: Attribution, gap: tuple[int, int]) -> bool:
        """Tell whether a bare source takes its turn after another: "and the union 4,000"."""
        words = self.text.words
        before = candidate.first - 1
        while before >= 0 and words[before] in self.text.pack.words["function.article"]:
            before -= 1
        apart = before >= 0 and (
            words[before] in ",;" or words[before] in self.text.pack.words["function.conjunction"]
        )
        if not apart or (gap[1] - gap[0] > _SERVED and words[gap[1] - 1] != ","):
            aside = gap[1] - gap[0] > 1 and words[gap[0]] == "," and "," in words[gap[0] + 1 : gap[1]]
            if not (apart and aside):
                return False
        return any(
            other.end <= candidate.first and other.manner != "bare" and other.sentence == self.sentence
            for other in self.near
        )

    def _speech(self, candidate: Attribution) -> Iterator[str]:
        if self.speaker is None:
            if candidate.speech and candidate.sentence == self.sentence:
                yield "its words are elsewhere"
        elif _says(candidate, self.amount.core):
            yield "in its own words"
        else:
            yield "in another's words"


_BOUND: Final = frozenset({"bracket", "label"})
_COUNTING: Final = frozenset({"according", "count", "tally", "label", "bracket"})


def described(
    text: Text,
    amount: Amount,
    attributions: Sequence[Attribution],
    amounts: Sequence[Amount],
) -> list[Candidate]:
    """Describe who may hold a figure; nobody comes first."""
    around = Surroundings(text, amount, attributions, amounts)
    found = [Candidate(None, around.nobody())]
    found.extend(Candidate(candidate, around.of(candidate)) for candidate in around.near)
    return found


def _says(attribution: Attribution, core: int) -> bool:
    return any(first <= core < end for first, end in attribution.speech)


def _distance(n_tokens: int) -> str:
    return next((name for bound, name in _DISTANCES if n_tokens <= bound), "very far")
