"""Says whose words a stretch of a report is, from its quotations and the people it names."""

from __future__ import annotations

from typing import Final

from cortege.extract.stage import Mentions
from cortege.nouns.claim import Holder
from cortege.nouns.reading import Side
from cortege.nouns.values import HolderKind


def speakers(mentions: Mentions) -> dict[int, Holder]:
    """Give, for every token inside a quotation with a known speaker, that speaker as a holder."""
    sides = {person.name: person.side for person in mentions.people}
    held: dict[int, Holder] = {}
    for quotation in mentions.quotations:
        if quotation.speaker is None or quotation.name is None:
            continue
        side = sides.get(quotation.name, "other")
        words = mentions.text.evidence(*quotation.speaker)
        holder = Holder(_HOLDER_OF_SIDE[side], quotation.name, words)
        held.update(dict.fromkeys(range(quotation.first, quotation.end), holder))
    return held


_HOLDER_OF_SIDE: Final[dict[Side, HolderKind]] = {
    "protest": "participant",
    "police": "police",
    "government": "authorities",
    "other": "other",
}
