"""Turns a call for several places into a campaign: the number stated, the places named, the rest.

"About 20 other cities, including Marseille, Nice, Lille and Bordeaux" names four and leaves
sixteen; the sixteen are a derived figure and never become accounts. A report whose news are
protests in several towns tells of a campaign even where it states no number.

Limits: a report has one campaign at most, and all its news in towns belong to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cortege.assemble.campaign_places import Stated, stated_places
from cortege.assemble.protests import Protest
from cortege.assemble.scenes import Scene
from cortege.extract.stage import Mentions
from cortege.nouns.account import Campaign, Remainder
from cortege.nouns.article import Evidence
from cortege.nouns.values import Quantity

# Towns from which a report without a number tells of a campaign. Tuned on gold-train without
# Italian (312 reports): with 2 a third of such reports do, with 3 more than half, from 4 on 85 %.
_TOWNS_OF_ITSELF: Final = 3


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
    joined = [at for at, protest in enumerate(protests) if protest.focal and _in_town(protest)]
    n_towns = len({protests[at].key for at in joined})
    if not protests or (stated is None and n_towns < _TOWNS_OF_ITSELF):
        return []
    named = tuple(ids[at] for at in joined)
    name = _name(mentions, [protests[at] for at in joined] or protests)
    if stated is None:
        return [Campaign("c1", name, None, None, named, None)]
    quantity = stated.amount.quantity(mentions.text)
    words = mentions.text.evidence(*stated.words())
    left = _remainder(quantity, words, [protests[at] for at in joined], stated)
    return [Campaign("c1", name, quantity, words, named, left)]


def _in_town(protest: Protest) -> bool:
    return protest.place is not None and protest.place.precision in ("site", "city", "district")


def _name(mentions: Mentions, protests: Sequence[Protest]) -> str:
    """Give the words that name the protests best: a noun before a verb, the surest first."""
    trigger = min(protests, key=lambda protest: protest.trigger.sort != "noun").trigger
    return mentions.text.exact(trigger.first, trigger.end)


def _remainder(
    quantity: Quantity, words: Evidence, joined: Sequence[Protest], stated: Stated
) -> Remainder | None:
    """Give how many places stay unnamed; "other" places leave the main one out of the count."""
    if quantity.low is None:
        return None
    counted = {p.key for p in joined} - {p.key for p in joined if stated.others and p.main}
    low = max(int(quantity.low) - len(counted), 0)
    high = None if quantity.high is None else max(int(quantity.high) - len(counted), 0)
    return Remainder(low, high, (f"places_stated@{words.start}:{words.end}",))
