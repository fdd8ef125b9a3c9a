"""Turns a call for several places into a campaign: the number stated, the places named, the rest.

"About 20 other cities, including Marseille, Nice, Lille and Bordeaux" names four and leaves
sixteen; the sixteen are a derived figure and never become accounts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cortege.assemble.campaign_places import Stated, stated_places
from cortege.assemble.protests import Protest
from cortege.assemble.scenes import Scene
from cortege.extract.rules.amounts import words_of
from cortege.extract.stage import Mentions
from cortege.nouns.account import Campaign, Remainder
from cortege.nouns.article import Evidence
from cortege.nouns.values import Quantity

_LEAST_TOWNS: Final = 2


def find(
    mentions: Mentions, protests: Sequence[Protest], ids: Sequence[str], scenes: Sequence[Scene]
) -> list[Campaign]:
    """Make the campaign of a report, if it tells of one.

    Args:
        mentions: the report's mentions.
        protests: its protests.
        ids: the account ids of the protests, in the same order.
        scenes: its scenes.
    """
    stated = stated_places(mentions, scenes)
    joined = [
        at for at, protest in enumerate(protests) if protest.focal and protest.place is not None
        and protest.place.precision in ("site", "city", "district")
    ]  # fmt: skip
    if stated is None or (len(joined) < _LEAST_TOWNS and (stated.amount.low or 0) < _LEAST_TOWNS):
        return []
    quantity = stated.amount.quantity(mentions.text)
    words = mentions.text.evidence(*words_of(stated.amount))
    named = tuple(ids[at] for at in joined)
    return [
        Campaign(
            id="c1",
            name=_name(mentions, protests),
            places_stated=quantity,
            places_stated_words=words,
            places_named=named,
            places_unidentified=_remainder(quantity, words, protests, joined, stated),
        )
    ]


def _name(mentions: Mentions, protests: Sequence[Protest]) -> str:
    trigger = protests[0].trigger
    return mentions.text.exact(trigger.first, trigger.end)


def _remainder(
    quantity: Quantity,
    words: Evidence,
    protests: Sequence[Protest],
    joined: Sequence[int],
    stated: Stated,
) -> Remainder | None:
    """Give how many places stay unnamed; "other" places leave the main one out of the count."""
    if quantity.low is None:
        return None
    n_named = sum(1 for at in joined if not (stated.others and protests[at].main))
    low = max(int(quantity.low) - n_named, 0)
    high = None if quantity.high is None else max(int(quantity.high) - n_named, 0)
    return Remainder(low, high, (f"places_stated@{words.start}:{words.end}",))
