"""Turns scenes into protests: the places and days on which the report says people acted.

Every town the report names is scored as a place of protest by named features of the sentences it
stands in: a trigger beside it, a crowd counted there, the title, the dateline, the lead; against
it a quotation, a person's office ("the mayor of"), a look back. Towns that pass are protests; for
each the day is chosen the same way among the dates of its own sentences, then of the report.
A town with two clearly separate days is two protests. When no town passes, the best region or
country is taken, without a point; when nothing is placed, a trigger alone is a protest whose
place is unknown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from cortege.assemble import campaign_places as campaigns
from cortege.assemble import days, towns
from cortege.assemble.forms import Naming
from cortege.assemble.scenes import Scene, Spot
from cortege.assemble.weights import DAY_LEAST, PLACE_WEIGHTS
from cortege.extract.rules.dates import DateMention
from cortege.extract.rules.triggers import Trigger
from cortege.extract.stage import Mentions
from cortege.nouns.account import Status
from cortege.nouns.values import UNKNOWN_DATE, DateValue, Place

_WIDE: Final = frozenset({"region", "country"})


@dataclass(slots=True)
class Protest:
    """A protest under assembly: where, when, and which scenes tell of it."""

    place: Place | None
    spots: list[Spot]
    date: DateValue
    date_mention: DateMention | None
    trigger: Trigger
    scenes: list[int]
    score: float
    reasons: tuple[str, ...]
    focal: bool = True
    status: Status = "held"
    main: bool = False
    day_odds: float | None = None
    focus: float = 0.0
    further_day: bool = False
    of_the_call: bool = False
    naming: Naming = field(default_factory=Naming)

    @property
    def key(self) -> str:
        """Give what tells the place from others in the report."""
        return self.spots[0].key if self.spots else ""


def find(mentions: Mentions, scenes: Sequence[Scene]) -> list[Protest]:
    """Find the protests a report tells of; the one it is mostly about comes first."""
    acting = [scene for scene in scenes if scene.acts]
    if not acting:
        acting = [scene for scene in scenes if scene.triggers and scene.quoted < 0.6]
    if not acting:
        return []
    found = _placed(mentions, scenes, acting)
    if not found:
        found = [_unplaced(scenes, acting, mentions.text.article.published)]
    found.sort(key=lambda protest: -protest.score)
    found[0].main = True
    return found


def _placed(mentions: Mentions, scenes: Sequence[Scene], acting: list[Scene]) -> list[Protest]:
    scored = []
    named = towns.towns(scenes)
    called = campaigns.towns_of_the_call(mentions, scenes)
    counts = [len(places) for places in named.values()]
    for key, places in named.items():
        shown = towns.features(places, scenes, counts)
        value = towns.score(shown)
        if key in called:
            value = max(value, _CALLED)
        scored.append((value, key, places, shown))
    scored.sort(key=lambda entry: -entry[0])
    passing = [entry for entry in scored if entry[0] > 0.0]
    if not passing and scored and scored[0][0] > _FALLBACK:
        passing = scored[:1]
    protests: list[Protest] = []
    for value, _, places, described in passing:
        reasons = tuple(name for name in described if PLACE_WEIGHTS.get(name, 0.0) > 0)
        made = _by_day(mentions, acting, places, (value, reasons))
        made[0].of_the_call = made[0].key in called
        protests.extend(made)
    protests.extend(_abroad(mentions, scenes, acting, protests))
    return protests


def _abroad(
    mentions: Mentions, scenes: Sequence[Scene], acting: list[Scene], found: Sequence[Protest]
) -> list[Protest]:
    """Make protests of countries and regions where a crowd is counted and no town is named."""
    if not found:
        return []
    known = {protest.place.country for protest in found if protest.place}
    made: list[Protest] = []
    for scene in scenes:
        if not scene.triggers or not scene.crowds or scene.quoted > 0.5:
            continue
        for spot in scene.spots:
            away = spot.place.country not in known and spot.place.precision in _WIDE
            if away and spot.located_in and not spot.demonym:
                known.add(spot.place.country)
                likely = days.candidates([scene], acting, mentions.text.article.published)
                day = likely[0] if likely and likely[0].odds > DAY_LEAST else None
                reasons = ("a crowd counted in a country with no town named",)
                made.append(_protest(acting, [scene], [spot], day, (0.0, reasons)))
    return made


_APART_LEAST: Final = -1.5  # log-odds a further day of a town must have
_CALLED: Final = 0.5  # log-odds of a town named beside the number of towns of a call
_FALLBACK: Final = -1.2  # log-odds at which the best town is taken though none passed


def _unplaced(scenes: Sequence[Scene], acting: list[Scene], published: DateValue) -> Protest:
    """Make one protest of a report that names no town for it."""
    spots = [spot for scene in acting for spot in scene.spots] or [
        spot for scene in scenes for spot in scene.spots
    ]
    regions = [s for s in spots if s.place.precision in ("region", "country")]
    named = [s for s in regions if not s.demonym] or regions
    spot = named[0] if named else None
    likely = days.candidates([], acting, published)
    mention = likely[0].mention if likely and likely[0].odds > DAY_LEAST else None
    return Protest(
        place=spot.place if spot else None,
        spots=[spot] if spot else [],
        date=mention.value if mention else UNKNOWN_DATE,
        date_mention=mention,
        trigger=_best_trigger(acting),
        scenes=[scene.index for scene in acting],
        score=0.0,
        reasons=("no town is named for it",),
    )


# --------------------------------------------------------------------------- days


def _by_day(
    mentions: Mentions,
    acting: list[Scene],
    places: list[tuple[Spot, Scene]],
    scored: tuple[float, tuple[str, ...]],
) -> list[Protest]:
    """Make the protests of one town: one for its likeliest day, one for each day kept apart."""
    own = list({scene.index: scene for _, scene in places}.values())
    spots = [spot for spot, _ in places]
    published = mentions.text.article.published
    found = days.candidates(own, acting, published)
    best = found[0] if found and found[0].odds > DAY_LEAST else None
    apart = _days_apart(found, best, own)
    away = {candidate.scene.index for candidate in apart}
    rest = [scene for scene in own if scene.index not in away] or own
    made = [_protest(acting, rest, spots, best, scored)]
    for number, candidate in enumerate(apart, start=1):
        value = (scored[0] - 0.01 * number, scored[1])
        further = _protest(acting, [candidate.scene], spots, candidate, value)
        further.further_day = True
        made.append(further)
    return made


def _protest(
    acting: list[Scene],
    told: list[Scene],
    spots: list[Spot],
    day: days.Candidate | None,
    scored: tuple[float, tuple[str, ...]],
) -> Protest:
    acted = [scene for scene in told if scene.triggers]
    return Protest(
        place=spots[0].place,
        spots=spots,
        date=day.mention.value if day else UNKNOWN_DATE,
        date_mention=day.mention if day else None,
        trigger=_best_trigger(acted or acting),
        scenes=sorted({scene.index for scene in told}),
        score=scored[0],
        reasons=scored[1],
        day_odds=day.odds if day else None,
    )


def _days_apart(
    found: list[days.Candidate], best: days.Candidate | None, own: list[Scene]
) -> list[days.Candidate]:
    """Give the further days on which a town's own sentences set a protest of its own."""
    if best is None:
        return []
    own_at = {scene.index for scene in own}
    kept = [best]
    for candidate in found[1:]:
        scene = candidate.scene
        beside = "close to a trigger" in candidate.reasons
        if scene.index not in own_at or not scene.acts or not beside:
            continue
        if scene.index == best.scene.index or candidate.odds < _APART_LEAST:
            continue
        if not any(_overlap(candidate.mention.value, other.mention.value) for other in kept):
            kept.append(candidate)
    return kept[1:]


def _overlap(one: DateValue, other: DateValue) -> bool:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return True
    day = timedelta(days=1)
    return one.first <= other.last + day and other.first <= one.last + day


# --------------------------------------------------------------------------- triggers


def _best_trigger(acting: Sequence[Scene]) -> Trigger:
    """Give the trigger that names the protest best: a specific noun, early."""
    ranked = [
        (_naming(trigger), scene.index, trigger.first, trigger)
        for scene in acting
        for trigger in scene.triggers
    ]
    return min(ranked, key=lambda entry: entry[:3])[3]


def _naming(trigger: Trigger) -> int:
    if trigger.sort == "people":
        return 3
    return int(trigger.form == "other") + int(trigger.sort == "verb")
