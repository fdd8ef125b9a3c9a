"""Turns mentions and resolved places into accounts, campaigns and a verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cortege.assemble import campaigns, claims, focus, protests, relevance, resolve, scenes
from cortege.assemble.protests import Protest
from cortege.assemble.scenes import Spot
from cortege.extract.rules import sites
from cortege.extract.stage import Mentions
from cortege.nouns.account import Account, Campaign
from cortege.nouns.reading import Verdict


@dataclass(frozen=True, slots=True)
class Assembled:
    """What assembly makes of one report."""

    accounts: tuple[Account, ...]
    campaigns: tuple[Campaign, ...]
    protest: Verdict


def assemble(mentions: Mentions, spots: Sequence[Spot]) -> Assembled:
    """Find a report's protests and share out its mentions among them."""
    told = scenes.find(mentions, spots)
    found = protests.find(mentions, told)
    focus.judge(found, told, mentions.text.article.published)
    verdict = relevance.judge(mentions, told, found)
    if verdict.answer == "no":
        found = []
    gathered = claims.Claims(mentions, found, told)
    if found:
        gathered.gather(sites.find(mentions.text))
    order = in_order(found)
    ids = [f"a{number}" for number, _ in enumerate(order, start=1)]
    joint = campaigns.find(mentions, order, ids, told) if found else []
    members = {account: c.id for c in joint for account in c.places_named}
    accounts = tuple(
        _account(mentions, protest, gathered, ids[at], members.get(ids[at]))
        for at, protest in enumerate(order)
    )
    return Assembled(accounts, tuple(joint), verdict)


def in_order(found: Sequence[Protest]) -> list[Protest]:
    """Give protests in the order of their accounts: the report's news first, the surest first."""
    return sorted(found, key=lambda p: (not p.focal, -p.score, p.trigger.first))


def _account(
    mentions: Mentions, protest: Protest, gathered: claims.Claims, name: str, campaign: str | None
) -> Account:
    own = gathered.of(protest)
    return Account(
        id=name,
        focal=protest.focal,
        status=protest.status,
        trigger=mentions.text.evidence(protest.trigger.first, protest.trigger.end),
        claims=own,
        resolved=resolve.resolve(own),
        campaign=campaign,
    )
