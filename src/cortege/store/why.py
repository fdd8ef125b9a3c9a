"""Turns one field of an account into the path from its value back to the report.

The path: value → the rule and policy that chose it → the claims that carry it and those that do
not, each with a remark → who says so → the sentence with the words marked → the report. Nothing
is computed anew; what the reading holds is laid out. A field nobody speaks of gives an
explanation without claims, and that is an answer too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cortege.nouns.account import Account, Campaign
from cortege.nouns.article import Article
from cortege.nouns.claim import Claim, Field
from cortege.nouns.reading import Reading
from cortege.nouns.values import Code, Value
from cortege.store.passage import Passage, passages

_SCOPES: Final = {
    "part": "speaks of a part only",
    "wider": "speaks of more than this protest",
    "cumulative": "adds up several days",
}
_STANCES: Final = {"denied": "denied", "planned": "planned", "hedged": "not vouched for"}


@dataclass(frozen=True, slots=True)
class Testimony:
    """A claim as it bears on a value: with a remark where it needs one, and its sentences."""

    claim: Claim
    chosen: bool
    remark: str | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an account's field has the value it has.

    ``rule`` is ``None`` where nothing was chosen: every claim then stands by itself. ``pro`` and
    ``contra`` are this account's claims for and against the values; ``campaign`` holds what the
    report says of the whole campaign, which speaks neither for nor against.
    """

    article: Article
    account: Account
    field: Field
    values: tuple[Value, ...]
    policy: str | None
    rule: str | None
    contested: bool
    pro: tuple[Testimony, ...]
    contra: tuple[Testimony, ...]
    campaign: tuple[Testimony, ...]

    @property
    def said(self) -> bool:
        """Tell whether the report says anything of the field, be it in denial."""
        return bool(self.pro or self.contra)


def explain(reading: Reading, account: Account, field: Field) -> Explanation:
    """Lay out why a field of an account has its value."""
    resolved = account.resolved
    values = _values(account, field)
    chosen = frozenset(resolved.claims.get(field, ()))
    claims = account.about(field)
    is_resolved = field in resolved.claims or field in resolved.rules
    pro = [c for c in claims if c.id in chosen or _carries(c, values, is_resolved=is_resolved)]
    contra = [c for c in claims if c not in pro]
    return Explanation(
        article=reading.article,
        account=account,
        field=field,
        values=values,
        policy=resolved.policy if is_resolved else None,
        rule=resolved.rules.get(field),
        contested=field == "size" and resolved.size_contested,
        pro=tuple(_testimony(reading, c, chosen, values) for c in pro),
        contra=tuple(_testimony(reading, c, chosen, values) for c in contra),
        campaign=tuple(
            _testimony(reading, c, chosen, ())
            for campaign in reading.campaigns
            if _belongs(account, campaign)
            for c in campaign.claims
            if c.field == field
        ),
    )


def _values(account: Account, field: Field) -> tuple[Value, ...]:
    """Give the values the record shows for a field: the resolved ones, or all not denied."""
    resolved = account.resolved
    match field:
        case "date":
            return (resolved.date,) if resolved.date else ()
        case "place":
            return (resolved.place,) if resolved.place else ()
        case "size":
            return (resolved.size,) if resolved.size else ()
        case "form":
            return tuple(Code(form) for form in resolved.forms)
    return tuple(dict.fromkeys(c.value for c in account.about(field) if c.stance != "denied"))


def _carries(claim: Claim, values: tuple[Value, ...], *, is_resolved: bool) -> bool:
    """Tell whether a claim supports the values though it was not the one chosen."""
    speaks_of_it = claim.scope == "event" or not is_resolved
    return claim.value in values and claim.stance != "denied" and speaks_of_it


def _belongs(account: Account, campaign: Campaign) -> bool:
    return account.campaign == campaign.id


def _testimony(
    reading: Reading, claim: Claim, chosen: frozenset[str], values: tuple[Value, ...]
) -> Testimony:
    return Testimony(
        claim=claim,
        chosen=claim.id in chosen,
        remark=_remark(claim, values),
        passages=passages(reading.article, claim.evidence),
    )


def _remark(claim: Claim, values: tuple[Value, ...]) -> str | None:
    """Say in a few words what sets a claim apart, if anything does."""
    stance = _STANCES.get(claim.stance)
    if claim.field == "demand" and claim.stance == "denied":
        stance = "not asked for"
    remarks = [stance, _SCOPES.get(claim.scope)]
    if values and claim.value not in values and claim.stance != "denied":
        remarks.append("another value")
    return "; ".join(remark for remark in remarks if remark) or None
