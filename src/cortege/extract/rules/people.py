"""Turns names and what is said around them into the people of a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cortege.extract.rules.names import Name
from cortege.extract.rules.quotations import Quotation, Stretch
from cortege.extract.text import Text
from cortege.nouns.reading import Side


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A named person: role, organisation, whether they were there, why or why not, whose side.

    ``role``, ``organisation`` and ``reason`` are stretches of tokens, ``evidence`` the stretches
    that carry what is said; ``present`` is ``None`` when the report does not say.
    """

    name: str
    role: Stretch | None
    organisation: Stretch | None
    present: bool | None
    reason: Stretch | None
    side: Side
    evidence: tuple[Stretch, ...]


def find(
    text: Text, names: Sequence[Name], quotations: Sequence[Quotation]
) -> list[PersonMention]:
    """Find the people of a report, one entry per person, in the order of their first mention."""
    del text, names, quotations
    return []
