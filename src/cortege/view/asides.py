"""Turns what a report says beside its protests into words: people, figures, money.

As in `words`, nothing is escaped here and what is unknown is said to be so.
"""

from __future__ import annotations

from typing import Final

from cortege.nouns.reading import Figure, Person
from cortege.nouns.values import Money
from cortege.view.words import number, quantity

_STATUSES: Final = {"done": "", "ongoing": "under way"}
_PRESENCE: Final = {True: "was there", False: "was not there", None: "not said whether there"}
_SIDES: Final = {"protest": "with the protest", "government": "government", "police": "police"}


def person(known: Person) -> str:
    """Say who a person is, whether they were there, on which side they stand, and why."""
    parts = (
        ", ".join(part for part in (known.role, known.organisation) if part) or "role not stated",
        _PRESENCE[known.present],
        _SIDES.get(known.side, ""),
        f"reason given: {known.reason}" if known.reason else "",
    )
    return "; ".join(part for part in parts if part)


def figure(stated: Figure) -> str:
    """Put the amount of a figure in words, without what it counts."""
    counted = quantity(stated.quantity) if stated.quantity and not stated.money else ""
    unit = stated.unit if counted and stated.unit else ""
    parts = (
        f"{counted}%" if unit == "percent" else f"{counted} {unit}".strip(),
        money(stated.money) if stated.money else "",
        f"× {number(stated.factor)}" if stated.factor is not None else "",
    )
    amount = ", ".join(part for part in parts if part) or "amount not stated"
    return f"{amount} since {stated.since}" if stated.since else amount


def figure_notes(stated: Figure) -> tuple[str, ...]:
    """Say what is not plain about a figure: planned, denied, still going on."""
    status = _STATUSES.get(stated.status, stated.status)
    return (status,) if status else ()


def money(sum_: Money) -> str:
    """Put an amount in words, with the conversion that the report itself makes.

    >>> money(Money(100e6, "EUR", 119e6, "USD"))
    'EUR 100,000,000 (USD 119,000,000 as the report converts it, at 1.19)'
    """
    first = f"{sum_.currency or 'currency not stated,'} {number(sum_.amount)}"
    if sum_.equivalent_amount is None:
        return first
    second = f"{sum_.equivalent_currency or ''} {number(sum_.equivalent_amount)}".strip()
    rate = sum_.implied_rate
    at = f", at {number(round(rate, 4))}" if rate is not None else ""
    return f"{first} ({second} as the report converts it{at})"
