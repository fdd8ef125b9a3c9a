"""Chooses the day of a protest among the dates a report mentions, by scored features.

Every date that stands in one of the protest's own sentences, or in a sentence that speaks of
protest, is a candidate. What counts for it is how it stands to its protest (own sentence, beside
a trigger, first), how it stands to the publication (the day before is likely, last year is not),
and the light of its sentence. A date that no feature makes likely is not taken: the day of the
protest then stays unknown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cortege.assemble.scenes import Scene
from cortege.assemble.weights import DAY_BIAS, DAY_WEIGHTS
from cortege.extract.rules.dates import DateMention
from cortege.nouns.values import DateValue

_NEAR: Final = 5  # tokens
_CLOSE: Final = 12  # tokens
_MOST: Final = 40  # candidates that are looked at

# Days from publication, negative before it, and what a date that far off is called.
_AGES: Final[tuple[tuple[int, int, str], ...]] = (
    (0, 0, "on the day of publication"),
    (-1, -1, "the day before"),
    (-7, -2, "in the week before"),
    (-30, -8, "in the month before"),
    (-(10**9), -31, "long before"),
    (1, 14, "in the two weeks to come"),
    (15, 10**9, "long to come"),
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date that may be the protest's, the scene it stands in, and how likely it is (log-odds)."""

    mention: DateMention
    scene: Scene
    odds: float
    reasons: tuple[str, ...]


def candidates(
    own: Sequence[Scene], acting: Sequence[Scene], published: DateValue
) -> list[Candidate]:
    """Give the dates that may be a protest's, the likeliest first.

    Args:
        own: the scenes that name the protest's place.
        acting: all scenes that speak of protest.
        published: the publication date.
    """
    own_at = {scene.index for scene in own}
    scenes = {scene.index: scene for scene in (*own, *acting)}
    dated = [
        (mention, scenes[index])
        for index in sorted(scenes)
        for mention in scenes[index].dates
        if mention.value.first is not None
    ]
    found = []
    for rank, (mention, scene) in enumerate(dated[:_MOST]):
        shown = features(mention, scene, published, own=scene.index in own_at, rank=rank)
        odds = DAY_BIAS + sum(DAY_WEIGHTS.get(name, 0.0) for name in shown)
        found.append(Candidate(mention, scene, odds, tuple(shown)))
    found.sort(key=lambda candidate: (-candidate.odds, candidate.mention.first))
    return found


def features(
    mention: DateMention, scene: Scene, published: DateValue, *, own: bool, rank: int
) -> list[str]:
    """Name what there is to say for and against a date being the protest's."""
    shown = [f"a {mention.value.precision}", f"{mention.kind}", age(mention.value, published)]
    gap = min(
        (max(mention.first - t.end, t.first - mention.end, 0) for t in scene.triggers),
        default=99,
    )
    says = {
        "own sentence": own,
        "own sentence with trigger": own and bool(scene.triggers),
        "beside a trigger": gap <= _NEAR,
        "close to a trigger": gap <= _CLOSE,
        "title": scene.title,
        "lead": scene.lead,
        "background": scene.background,
        "quoted": scene.quoted > 0.5,
        "planned": scene.planned,
        "a crowd in the sentence": bool(scene.crowds),
        "first date": rank == 0,
        "looks ahead": mention.direction == "future",
        "looks back": mention.direction == "past",
        "several dates": len(scene.dates) > 1,
    }
    shown.extend(name for name, true in says.items() if true)
    return shown


def age(value: DateValue, published: DateValue) -> str:
    """Say how far a date lies from the publication."""
    if published.first is None or value.first is None or value.last is None:
        return "of a report without a date"
    if value.first <= published.first <= value.last:
        offset = 0
    elif value.last < published.first:
        offset = (value.last - published.first).days
    else:
        offset = (value.first - published.first).days
    return next(name for low, high, name in _AGES if low <= offset <= high)
