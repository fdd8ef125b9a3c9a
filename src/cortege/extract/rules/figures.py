"""Turns statements of quantity that are not crowds into figures.

A figure is money, a share in percent, a counted thing ("12,500 security jobs since 2017"), or a
factor ("doubled investment in police infrastructure"). Amounts that others have read - crowds,
casualties, dates - come in as ``taken`` and are left out; so are times, ages, addresses and
distances. A figure that the text gives as a part of the one before it points to it.

Limits: whether a counted thing is worth a record is guessed from its noun, its size and the verb
beside it. Who says so is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from cortege.extract.rules import money
from cortege.extract.rules.amounts import Amount
from cortege.extract.rules.measuring.measures import (
    Measure,
    counted,
    factored,
    monetary,
    percentage,
)
from cortege.extract.rules.measuring.standing import status_of
from cortege.extract.rules.money import MoneySpan
from cortege.extract.text import Text
from cortege.nouns.reading import FigureStatus
from cortege.nouns.values import Money, Quantity

_SINCE_REACH: Final = 4  # tokens between a figure and its "since"
_SINCE_TOKENS: Final = 3  # tokens of the time behind "since"
_PART_REACH: Final = 12  # tokens between a figure and its part


@dataclass(frozen=True, slots=True)
class FigureMention:
    """A quantity that is not a crowd, with the noun phrase it measures.

    ``first`` to ``end`` are the evidence's tokens; ``part_of`` is the index of another mention in
    the same list. ``quantity`` is ``None`` for exact money and for factors.
    """

    first: int
    end: int
    what: str
    quantity: Quantity | None
    unit: str | None
    money: Money | None
    factor: float | None
    since: str | None
    part_of: int | None
    status: FigureStatus


def find(
    text: Text, amounts: Sequence[Amount], taken: Sequence[tuple[int, int]]
) -> list[FigureMention]:
    """Find every figure of a text, in order; ``taken`` tokens are skipped."""
    used = _tokens(taken)
    moneys = {span.amounts[0]: span for span in money.find(text, amounts)}
    equivalents = {amount for span in moneys.values() for amount in span.amounts[1:]}
    measures = [
        measure
        for amount in amounts
        if amount not in equivalents and not used.intersection(range(amount.core, amount.core_end))
        if (measure := _measured(text, amount, moneys.get(amount))) is not None
    ]
    measures += factored(text, used)
    measures.sort(key=lambda measure: (measure.first, -measure.end))
    return _linked(text, _apart(measures))


def _tokens(taken: Sequence[tuple[int, int]]) -> frozenset[int]:
    return frozenset(token for first, end in taken for token in range(first, end))


def _measured(text: Text, amount: Amount, span: MoneySpan | None) -> Measure | None:
    if span is not None:
        return monetary(text, amount, span)
    return percentage(text, amount) or counted(text, amount)


def _apart(measures: Sequence[Measure]) -> list[Measure]:
    """Leave out what lies within the measure before it."""
    kept: list[Measure] = []
    for measure in measures:
        if not kept or measure.first >= kept[-1].end:
            kept.append(measure)
    return kept


def _mention(text: Text, measure: Measure) -> FigureMention:
    end, since = _since(text, measure.end)
    return FigureMention(
        first=measure.first,
        end=end,
        what=measure.what,
        quantity=measure.quantity,
        unit=measure.unit,
        money=measure.money,
        factor=measure.factor,
        since=since,
        part_of=None,
        status=status_of(text, measure.first, end),
    )


def _since(text: Text, end: int) -> tuple[int, str | None]:
    """Read "since 2017" behind a figure, and give where the figure then ends."""
    stop = min(end + _SINCE_REACH + 1, text.sentence(end - 1).end)
    for token in range(end, stop):
        if text.kinds[token] == "p":
            break
        hit = text.hit_at(token, "figure.since")
        if hit is None:
            continue
        last = hit.end
        while last < min(hit.end + _SINCE_TOKENS, stop + _SINCE_TOKENS, len(text)):
            if not _is_time(text, last):
                break
            last += 1
        if last > hit.end:
            return last, text.exact(hit.end, last)
    return end, None


def _is_time(text: Text, token: int) -> bool:
    dates, word = text.pack.dates, text.words[token].rstrip(".")
    return text.kinds[token] == "n" or word in dates["months"] or word in dates["weekdays"]


def _linked(text: Text, measures: Sequence[Measure]) -> list[FigureMention]:
    """Point each part to the figure it is a part of; a part of nothing known is no figure."""
    linked: list[FigureMention] = []
    whole: int | None = None
    for measure in measures:
        mention = _mention(text, measure)
        if measure.part and whole is not None and _near(text, linked[whole], mention):
            linked.append(replace(mention, part_of=whole, status=linked[whole].status))
        elif measure.sure:
            whole = len(linked)
            linked.append(mention)
    return linked


def _near(text: Text, whole: FigureMention, part: FigureMention) -> bool:
    return (
        text.sentence_of[whole.first] == text.sentence_of[part.first]
        and part.first - whole.end <= _PART_REACH
    )
