"""An attribution: words that say who says something, and how they say it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cortege.extract.rules.holding.sources import Basis
from cortege.extract.rules.holding.words import Span
from cortege.nouns.values import HolderKind

Manner = Literal[
    "according", "say", "voice", "count", "tally", "bracket", "label", "speech", "own", "bare"
]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that say who says something.

    ``first`` to ``end`` are the tokens of cue and source together. ``source`` are those that name
    the source; they stand elsewhere where ``basis`` is ``reference``. ``manner`` is how it is
    said:

    - ``according``: "according to X"; ``tally``: "by the police count", "by her reckoning";
    - ``count``: "X counted", "X put it at"; ``say``: "X said", "told Y";
    - ``voice``: "X demanded", "X condemned", which seldom tells of figures;
    - ``bracket``: "(police)"; ``label``: "police: 3,500";
    - ``speech``: "X, hoarse already: “…”"; ``own``: "we counted", "1,800 of you";
    - ``bare``: a source named without a cue.

    ``forward`` tells that it opens its clause and so speaks of what follows; ``speech`` are the
    quotations it introduces; ``relays`` that it passes on what another source says; ``reach`` the
    only tokens it can speak of, if it is bound to some.
    """

    first: int
    end: int
    source: Span
    kind: HolderKind
    basis: Basis
    manner: Manner
    sentence: int
    forward: bool
    speech: tuple[Span, ...] = ()
    relays: bool = False
    reach: Span | None = None

    @property
    def span(self) -> Span:
        """Give the tokens of cue and source together."""
        return self.first, self.end
