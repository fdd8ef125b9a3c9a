"""Turns two phrases into how alike they are, and two lists of phrases into pairs.

Phrases are alike when they share most of their words that carry meaning: case, accents, articles
and prepositions do not count. Pairs are taken best first and each phrase goes into one pair at
most; ties go to the phrase that stands first, so that no order of sets can change the outcome.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Final

from cortege.locate.fold import fold

# Half of the words in common: what the project's score tool asks for, too.
ALIKE: Final = 0.5

_EMPTY: Final = frozenset(
    "a an and at by for from her his in its of on or s t that the their to was were with "
    "au aux c d dans de des du elle en est et il ils l la le les leur leurs n on ou par pour qu "
    "que qui s sa se ses son sur un une "
    "das dem den der die ein eine einen einer fur im in und von zu zum zur "
    "al con del e el las los para por una uno y".split()
)


def words_of(phrase: str | None) -> list[str]:
    """Give the words of a phrase that carry meaning, folded; all of them if none does.

    >>> words_of("the Place de l’Étoile")
    ['place', 'etoile']
    """
    folded = fold(phrase or "").split()
    return [word for word in folded if word not in _EMPTY] or folded


def overlap(one: str | None, other: str | None) -> float:
    """Give the share of words two phrases have in common, from 0 to 1 (the F1 of their words).

    >>> overlap("a freeze on rents", "a rent freeze"), overlap("higher pay", "Higher pay!")
    (0.5, 1.0)
    """
    mine, theirs = words_of(one), words_of(other)
    common = sum((Counter(mine) & Counter(theirs)).values())
    return 2 * common / (len(mine) + len(theirs)) if common else 0.0


def alike(one: str | None, other: str | None) -> bool:
    """Tell whether two phrases say the same in about the same words."""
    return overlap(one, other) >= ALIKE


def within(one: str | None, other: str | None) -> bool:
    """Tell whether all words of one phrase stand in the other, whichever is the longer."""
    mine, theirs = Counter(words_of(one)), Counter(words_of(other))
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def best_pairs(
    likeness: Callable[[int, int], float], rows: int, columns: int, least: float
) -> list[tuple[int, int]]:
    """Pair rows with columns, the likeliest pair first, each used once.

    Returns:
        Pairs of indices whose likeness is at least ``least``, in the order of the rows.

    >>> best_pairs(lambda row, column: [[0.9, 0.8], [0.7, 0.0]][row][column], 2, 2, 0.5)
    [(0, 0)]
    """
    ranked = sorted(
        (-likeness(row, column), row, column) for row in range(rows) for column in range(columns)
    )
    pairs: dict[int, int] = {}
    for negative, row, column in ranked:
        if -negative >= least and row not in pairs and column not in pairs.values():
            pairs[row] = column
    return sorted(pairs.items())
