"""Says whether a report is about a protest at all: yes, no or unsure, with the reasons."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from cortege.assemble.protests import Protest
from cortege.assemble.scenes import Scene
from cortege.extract.stage import Mentions
from cortege.nouns.reading import Answer, Verdict

_YES: Final = 0.5
_NO: Final = 0.25


def judge(mentions: Mentions, scenes: Sequence[Scene], protests: Sequence[Protest]) -> Verdict:
    """Weigh what speaks for a protest being the report's news."""
    if not protests:
        return Verdict("no", 0.02, ("no words of protest",))
    acting = [scene for scene in scenes if scene.acts]
    share = len(acting) / max(sum(1 for scene in scenes if not scene.title), 1)
    cues = (
        ("a protest in the title", any(s.title and s.triggers for s in scenes), 1.6),
        ("a protest in the lead", any(s.lead and s.acts for s in scenes), 1.5),
        ("a crowd is counted", bool(mentions.crowds), 1.0),
        ("slogans", bool(mentions.slogans), 0.6),
        ("organisers or demands", bool(mentions.actors), 0.6),
        ("police at it", bool(mentions.police), 0.3),
        ("much of the report is about it", share > 0.25, 1.0),
        ("people who protest", any(t.sort == "people" for t in mentions.triggers), 0.8),
        ("nothing but looks back", not any(p.focal for p in protests), -2.5),
    )
    shown = [(name, weight) for name, true, weight in cues if true]
    odds = -2.2 + sum(weight for _, weight in shown)
    value = round(1 / (1 + math.exp(-odds)), 3)
    answer: Answer = "yes" if value >= _YES else "no" if value < _NO else "unsure"
    return Verdict(answer, value, tuple(name for name, _ in shown) or ("only a passing word",))
