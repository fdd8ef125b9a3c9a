"""Holds what the rules for organisers, participants, targets and demands all give: their mention.

The four modules beside this one each find one role; ``actors`` gathers them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cortege.nouns.claim import Stance

Role = Literal["organiser", "participant", "target", "demand"]


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words that name an organiser, a participant, a target or a demand.

    ``score`` is the probability that a coder would name them so; ``cue`` the tokens that say it.
    """

    first: int
    end: int
    role: Role
    stance: Stance
    score: float
    cue: tuple[int, int]
