"""Turns figures that several people give for one thing into lines on one scale.

Crowd sizes, arrests, injuries and deaths are what reports disagree about. Figures are rivals
when they are given for the same field of one protest and for the whole of it; a figure for a
part, for several towns, or one that is denied or only planned is no rival. Nothing is averaged
here and none is preferred: the lines only show how the figures lie to one another.

Example: 2,000–9,999, 15,000 to 20,000 and 20,000–99,999 differ, since the first two share no
number; "thousands" and "about 5,000" do not.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, inf, isfinite, log10
from typing import Final

from cortege.nouns.account import Account
from cortege.nouns.claim import Claim, Field
from cortege.nouns.values import Casualties, Quantity
from cortege.view import words

RIVAL_FIELDS: Final[tuple[Field, ...]] = ("size", "arrests", "injuries", "deaths")
_MOST_DECADES: Final = 12  # a scale up to a million million; beyond that all is at its end

_MOST_TICKS: Final = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One figure: who gives it, in words, and where it lies on the scale, from 0 to 1.

    ``open_end`` says that the report leaves the figure open above.
    """

    who: str
    amount: str
    left: float
    right: float
    open_end: bool
    taken: bool
    claim: Claim


@dataclass(frozen=True, slots=True)
class Rivalry:
    """The rival figures of one field; ``ticks`` are evenly spaced powers of ten on its scale."""

    field: Field
    lines: tuple[Line, ...]
    differ: bool
    verdict: str
    ticks: tuple[float, ...]


def rivalries(account: Account) -> tuple[Rivalry, ...]:
    """Give the fields of an account for which more than one figure is given."""
    return tuple(
        _rivalry(account, field, rivals)
        for field in RIVAL_FIELDS
        if len(rivals := [c for c in account.about(field) if _rival(c)]) > 1
    )


def _rival(claim: Claim) -> bool:
    return claim.stance in {"asserted", "hedged"} and claim.scope == "event"


def _rivalry(account: Account, field: Field, rivals: list[Claim]) -> Rivalry:
    contested = field == "size" and account.resolved.size_contested
    differ = contested or _differ(rivals)
    low, high = _scale([_bounds(claim) for claim in rivals])
    taken = account.resolved.claims.get(field, ())
    lines = tuple(_line(claim, low, high, taken=claim.id in taken) for claim in rivals)
    verdict = _verdict(account, field, lines, differ=differ)
    return Rivalry(field, lines, differ, verdict, _ticks(low, high))


def _bounds(claim: Claim) -> tuple[float, float]:
    match claim.value:
        case Quantity(low, high):
            return low or 0, inf if high is None else high
        case Casualties(low, high):
            return low, inf if high is None else high
    return 0, inf


def _differ(rivals: list[Claim]) -> bool:
    """Tell whether any two figures that may count the same people share no number."""
    sides = {_side(claim) for claim in rivals}
    pools = ([_bounds(c) for c in rivals if _side(c) in {side, "unspecified"}] for side in sides)
    return any(max(low for low, _ in pool) > min(high for _, high in pool) for pool in pools)


def _side(claim: Claim) -> str:
    return claim.value.who if isinstance(claim.value, Casualties) else "unspecified"


def _scale(bounds: list[tuple[float, float]]) -> tuple[float, float]:
    """Give whole powers of ten that hold all figures."""
    ends = [end for pair in bounds for end in pair if 1 <= end < inf] or [1]
    low = floor(log10(min(ends)))
    high = min(max(ceil(log10(max(ends))), low + 1), low + _MOST_DECADES)
    return 10.0**low, 10.0**high


def _ticks(low: float, high: float) -> tuple[float, ...]:
    decades = round(log10(high / low))
    if decades >= _MOST_TICKS:
        return low, high
    return tuple(low * 10.0**n for n in range(decades + 1))


def _line(claim: Claim, low: float, high: float, *, taken: bool) -> Line:
    least, most = _bounds(claim)
    return Line(
        who=words.holder(claim.holder),
        amount=words.value(claim.value),
        left=_position(least, low, high),
        right=_position(most, low, high),
        open_end=not isfinite(most),
        taken=taken,
        claim=claim,
    )


def _position(figure: float, low: float, high: float) -> float:
    if figure <= low:
        return 0.0
    if figure >= high:
        return 1.0
    return log10(figure / low) / log10(high / low)


def _verdict(account: Account, field: Field, lines: tuple[Line, ...], *, differ: bool) -> str:
    """Say in one sentence whether the figures differ and what the record takes."""
    many = f"{len(lines)} figures"
    first = f"{many}, and they differ" if differ else f"{many} that can stand together"
    taken = [_held(line) for line in lines if line.taken]
    resolved = account.resolved
    rule = resolved.rules.get(field, resolved.policy)
    if not taken:
        return f"{first}; all are kept."
    return f"{first}; all are kept. By the rule “{rule}”, the record takes {' and '.join(taken)}."


def _held(line: Line) -> str:
    held = words.held_by(line.claim.holder)
    return line.amount if held == words.UNATTRIBUTED else f"{line.amount}, {held}"
