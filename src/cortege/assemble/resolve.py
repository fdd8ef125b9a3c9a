"""Chooses one value per field among an account's claims, by a named policy, and says why.

Policy ``text-order`` takes, for the size, the claims about the protest itself (scope event, not
denied): a figure with a holder before one without, an exact figure before a vague one, then the
first in the text. Ranges are never averaged; that claims differ is flagged, not settled.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cortege.nouns.account import Resolved
from cortege.nouns.claim import Claim, Field
from cortege.nouns.values import Code, DateValue, Place, Quantity

POLICY: Final = "text-order"


def resolve(claims: Sequence[Claim]) -> Resolved:
    """Choose the values of an account."""
    chosen: dict[Field, tuple[str, ...]] = {}
    rules: dict[Field, str] = {}
    date = _first(claims, "date")
    place = _first(claims, "place")
    forms = [claim for claim in claims if claim.field == "form" and claim.stance != "denied"]
    size = _size(claims)
    for field, claim, rule in (
        ("date", date, "the date beside the protest's trigger"),
        ("place", place, "the best-scored place of the protest"),
        ("size", size, "a figure for the whole protest, with a holder before one without"),
    ):
        if claim is not None:
            chosen[field] = (claim.id,)  # type: ignore[index]
            rules[field] = rule  # type: ignore[index]
    if forms:
        chosen["form"] = tuple(claim.id for claim in forms)
        rules["form"] = "every form the text names for it"
    return Resolved(
        policy=POLICY,
        date=date.value if date and isinstance(date.value, DateValue) else None,
        place=place.value if place and isinstance(place.value, Place) else None,
        forms=tuple(dict.fromkeys(c.value.code for c in forms if isinstance(c.value, Code))),
        size=size.value if size and isinstance(size.value, Quantity) else None,
        size_contested=_contested(claims),
        claims=chosen,
        rules=rules,
    )


def _first(claims: Sequence[Claim], field: Field) -> Claim | None:
    return next((claim for claim in claims if claim.field == field), None)


def _sizes(claims: Sequence[Claim]) -> list[Claim]:
    return [
        claim
        for claim in claims
        if claim.field == "size" and claim.scope == "event" and claim.stance != "denied"
    ]


def _size(claims: Sequence[Claim]) -> Claim | None:
    sizes = _sizes(claims)
    if not sizes:
        return None
    return min(
        sizes,
        key=lambda c: (
            c.holder.kind == "unattributed",
            isinstance(c.value, Quantity) and c.value.qualifier == "vague",
            c.evidence[0].start,
        ),
    )


def _contested(claims: Sequence[Claim]) -> bool:
    """Tell whether two figures for the whole protest cannot both be true."""
    ranges = [
        (c.value.low or 0.0, c.value.high if c.value.high is not None else float("inf"))
        for c in _sizes(claims)
        if isinstance(c.value, Quantity)
    ]
    return any(
        one[1] < other[0] or other[1] < one[0]
        for at, one in enumerate(ranges)
        for other in ranges[at + 1 :]
    )
