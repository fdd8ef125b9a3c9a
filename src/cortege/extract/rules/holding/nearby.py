"""Turns a figure into its surroundings: the sources near enough to hold it, and who is closest.

A source may hold a figure from the same sentence, from the three before it or the one behind it,
or from anywhere if it speaks the quotation the figure stands in. A source that no cue marks must
open its clause or stand right beside the figure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from cortege.extract.rules.amounts import Amount
from cortege.extract.rules.holding.attribution import Attribution
from cortege.extract.rules.holding.words import Span
from cortege.extract.text import Text

_BACK: Final = 3  # sentences before a figure whose sources may hold it
_AHEAD: Final = 1  # sentences behind it
_MOST: Final = 8  # sources looked at on either side
_BESIDE: Final = 6  # tokens between a figure and a source that is merely named
_PAIRED: Final = 2  # sources and figures that make a list
_BOUND: Final = frozenset({"bracket", "label"})
_COUNTED: Final = frozenset({"people", "group", "police", "none"})
_COUNTING: Final = frozenset({"according", "count", "tally", "label", "bracket"})


class Nearby:
    """What stands near one figure."""

    def __init__(
        self,
        text: Text,
        amount: Amount,
        attributions: Sequence[Attribution],
        amounts: Sequence[Amount],
    ) -> None:
        """Take a figure with the attributions and figures of its text, both in order."""
        self.text, self.amount = text, amount
        self.amounts = amounts
        self.first, self.end = amount.first, max(amount.end, amount.head_end)
        self.sentence = text.sentence_of[amount.core]
        self.sources = tuple(self._reachable(attributions))
        here = [source for source in self.sources if source.sentence == self.sentence]
        self.spoken = [source for source in here if source.manner != "bare"]
        self.speaker = next((s for s in self.sources if says(s, amount.core)), None)
        self.closest = self._closest()
        self.turns = self._turns()

    def _reachable(self, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
        middle = bisect_left(attributions, self.first, key=lambda source: source.first)
        before = range(middle - 1, max(middle - 1 - _MOST, -1), -1)
        behind = range(middle, min(middle + _MOST, len(attributions)))
        for indices in (before, behind):
            for index in indices:
                source = attributions[index]
                offset = source.sentence - self.sentence
                if not -_BACK <= offset <= _AHEAD and not says(source, self.amount.core):
                    break
                if self._can_hold(source, offset):
                    yield source

    def _can_hold(self, source: Attribution, offset: int) -> bool:
        core = self.amount.core
        if source.first <= core < source.end:
            return False
        if source.reach is not None and not source.reach[0] <= core < source.reach[1]:
            return False
        if offset:
            return source.manner not in _BOUND and (source.forward or source.manner != "bare")
        return source.manner != "bare" or source.forward or self._is_beside(source)

    def _is_beside(self, source: Attribution) -> bool:
        behind, ahead = source.first - self.end, self.first - source.end
        return 0 <= behind <= _BESIDE or 0 <= ahead <= _BESIDE

    def _closest(self) -> tuple[Attribution | None, Attribution | None]:
        """Give the sources with a cue that stand closest in the sentence, on either side."""
        ahead = [source for source in self.spoken if source.end <= self.first]
        behind = [source for source in self.spoken if source.first >= self.end]
        return (
            max(ahead, key=lambda source: source.end, default=None),
            min(behind, key=lambda source: source.first, default=None),
        )

    def _turns(self) -> dict[int, Attribution]:
        """Pair the figures of the sentence with its sources, where there are as many of both."""
        counting = [source for source in self.spoken if source.manner in _COUNTING]
        if len(counting) < _PAIRED:
            return {}
        sentence = self.text.sentences[self.sentence]
        low, high = self._between(sentence.first, sentence.end)
        cores = [a.core for a in self.amounts[low:high] if a.head_kind in _COUNTED and not a.money]
        if len(cores) != len(counting):
            return {}
        counting.sort(key=lambda source: source.first)
        return dict(zip(cores, counting, strict=True))

    # ------------------------------------------------------------------ measuring

    def gap(self, source: Attribution) -> Span:
        """Give the tokens between a source and the figure, or the quotation that holds it."""
        first, end = self.first, self.end
        for words in source.speech:
            if words[0] <= self.amount.core < words[1]:
                first, end = words
        return (source.end, first) if self.is_ahead(source) else (end, source.first)

    def is_ahead(self, source: Attribution) -> bool:
        """Tell whether a source stands before the figure."""
        return source.end <= self.first

    def n_figures(self, first: int, end: int) -> int:
        """Count the figures within some tokens."""
        low, high = self._between(first, end)
        return max(high - low, 0)

    def _between(self, first: int, end: int) -> Span:
        return (
            bisect_left(self.amounts, first, key=lambda amount: amount.core),
            bisect_left(self.amounts, end, key=lambda amount: amount.core),
        )

    def other_figure(self, source: Attribution) -> Amount | None:
        """Give the figure next to a source on the side it speaks to, if it is not this one."""
        if source.forward:
            at = bisect_left(self.amounts, source.end, key=lambda amount: amount.core)
        else:
            at = bisect_left(self.amounts, source.first, key=lambda amount: amount.core) - 1
        if not 0 <= at < len(self.amounts) or self.amounts[at].core == self.amount.core:
            return None
        return self.amounts[at]


def says(source: Attribution, core: int) -> bool:
    """Tell whether a token stands in the words of a source."""
    return any(first <= core < end for first, end in source.speech)
