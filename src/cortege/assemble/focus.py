"""Says of each protest whether it is the report's news, and whether it took place.

Focality is scored by named features: how sure its place and day are, how its day stands to the
publication, whether the title or the lead tells of it, whether its sentences look back. What does
not pass is kept as background when something is known of it beside its place. The status comes
from the day and from the words of its sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cortege.assemble import days
from cortege.assemble.protests import Protest
from cortege.assemble.scenes import Scene
from cortege.assemble.weights import FOCUS_BIAS, FOCUS_WEIGHTS
from cortege.nouns.account import Status
from cortege.nouns.values import DateValue

_CANCELLED_SHARE: Final = 0.34  # of a protest's sentences
_PLANNED_SHARE: Final = 0.6
_ONGOING_SHARE: Final = 0.5
_STEPS: Final = (-1.0, 0.0, 1.0, 2.0, 3.0)  # log-odds at which a feature is split


def judge(protests: Sequence[Protest], scenes: Sequence[Scene], published: DateValue) -> None:
    """Settle the status and the focality of every protest of a report."""
    for protest in protests:
        protest.status = _status(protest, [scenes[at] for at in protest.scenes], published)
    for protest in protests:
        shown = features(protest, protests, scenes, published)
        protest.focus = FOCUS_BIAS + sum(FOCUS_WEIGHTS.get(name, 0.0) for name in shown)
        protest.focal = protest.focus > 0 or protest.of_the_call
    if protests and not any(protest.focal for protest in protests):
        best = max(protests, key=lambda protest: protest.focus)
        best.focal = best.focus > _LEAST_FOCUS


_LEAST_FOCUS: Final = -2.0  # log-odds at which the best protest is still the report's news


def features(
    protest: Protest, protests: Sequence[Protest], scenes: Sequence[Scene], published: DateValue
) -> list[str]:
    """Name what speaks for and against a protest being the report's news."""
    told = [scenes[at] for at in protest.scenes]
    best = max(other.score for other in protests)
    towns = len({other.key for other in protests})
    acting = sum(scene.acts for scene in scenes)
    share = sum(scene.acts for scene in told) / max(acting, 1)
    says = {
        "the main one": protest.main,
        "a further day": protest.further_day,
        "sole": len(protests) == 1,
        "one of few": 1 < towns <= 3,
        "one of many": towns > 6,
        "further day of one of few": protest.further_day and towns <= 3,
        "title": any(scene.title for scene in told),
        "title with trigger": any(scene.title and scene.triggers for scene in told),
        "lead": any(scene.lead for scene in told),
        "lead with trigger": any(scene.lead and scene.acts for scene in told),
        "a crowd": any(scene.crowds for scene in told),
        "background": any(scene.background for scene in told),
        "all background": all(scene.background for scene in told),
        "all quoted": all(scene.quoted > 0.5 for scene in told),
        "no trigger of its own": not any(scene.triggers for scene in told),
        "only people": not any(scene.acts for scene in told),
        "no town": protest.place is None or protest.place.precision in ("region", "country"),
        "nowhere": protest.place is None,
        "no day": protest.date.first is None,
        f"a {protest.date.precision}": True,
        days.age(protest.date, published): True,
        f"{protest.status}": True,
        "far below the best": best - protest.score > 2,
        "a tenth of the action": share < 0.1,
        "half of the action": share > 0.5,
        "little action": acting < 3,
        "one sentence": len(told) == 1,
    }
    shown = [name for name, true in says.items() if true]
    shown.extend(f"place over {step}" for step in _STEPS if protest.score > step)
    if protest.day_odds is not None:
        shown.extend(f"day over {step}" for step in _STEPS if protest.day_odds > step)
    return shown


def _status(protest: Protest, told: list[Scene], published: DateValue) -> Status:
    share = max(len(told), 1)
    if sum(s.cancelled for s in told) / share > _CANCELLED_SHARE:
        return "cancelled"
    undated = protest.date.first is None
    planned = sum(s.planned for s in told) / share > _PLANNED_SHARE
    if _after(protest.date, published) or (undated and planned):
        return "planned"
    if sum(s.ongoing for s in told) / share > _ONGOING_SHARE:
        return "ongoing"
    return "held"


def _after(value: DateValue, published: DateValue) -> bool:
    if value.first is None or published.last is None:
        return False
    return value.first > published.last
