"""Turns a text into the organisers, participants, targets and demands it names.

Each role has its module; this one only gathers them, in the order of the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from cortege.extract.rules import (
    actor_candidates,
    demands,
    organisers,
    participants,
    targets,
)
from cortege.extract.rules import names as proper_names
from cortege.extract.rules.actor_mention import ActorMention, Role
from cortege.extract.rules.amounts import Amount
from cortege.extract.rules.names import Name
from cortege.extract.rules.triggers import Trigger
from cortege.extract.text import Text

__all__ = ["ActorMention", "Role", "find"]


def find(
    text: Text,
    triggers: Sequence[Trigger],
    amounts: Sequence[Amount],
    quoted: frozenset[int],
    names: Sequence[Name] | None = None,
) -> list[ActorMention]:
    """Find organisers, participants, targets and demands, in order.

    ``quoted`` holds the tokens of quotations, where frames are the speaker's words; ``names`` the
    proper names of the text, found here when not given.
    """
    named = proper_names.find(text) if names is None else names
    entities = actor_candidates.find(text, named, triggers, quoted)
    mentions = [
        *organisers.find(text, entities, triggers, quoted),
        *demands.find(text, named, triggers, quoted),
        *targets.find(entities),
        *participants.find(text, named, triggers, amounts, quoted),
    ]
    return sorted(mentions, key=lambda mention: mention.first)
