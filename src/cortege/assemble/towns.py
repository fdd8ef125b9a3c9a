"""Scores a report's towns as places of protest, by named features of the sentences they stand in.

A trigger beside the name, a crowd counted there, the title, the dateline, the lead speak for a
town; a quotation, a person's office ("the mayor of"), a single mention among many towns against
it. The weights are fitted; see ``weights``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cortege.assemble.scenes import Scene, Spot
from cortege.assemble.weights import PLACE_BIAS, PLACE_WEIGHTS
from cortege.extract.rules.triggers import Trigger

_NEAR: Final = 8  # tokens between a place and a trigger that belong together
_SMALL: Final = 15_000  # inhabitants
_LARGE: Final = 1_000_000  # inhabitants
_LISTED: Final = 2  # towns in one sentence
_MANY: Final = 6  # towns
_DWARFS: Final = 4  # times as many mentions as another town
_TOWNS: Final = frozenset({"site", "city", "district"})


def features(
    spot_scenes: Sequence[tuple[Spot, Scene]],
    scenes: Sequence[Scene],
    others: Sequence[int],
) -> list[str]:
    """Name how the report speaks of one place.

    Args:
        spot_scenes: its mentions, each with the scene it stands in.
        scenes: all scenes of the report.
        others: how often each town of the report is mentioned, this one included.
    """
    times = len(spot_scenes)
    share = times / max(sum(others), 1)
    says = {
        "sole town": len(others) == 1,
        "most mentioned": times == max(others) and len(others) > 1,
        "under a tenth of mentions": share < 0.1,
        "most of the mentions": share > 0.5 and len(others) > 1,
        "dwarfed": max(others) >= _DWARFS * times,
        "once, among few": times == 1 and 1 < len(others) <= _MANY,
        "among many towns": len(others) > _MANY,
        "twice or more": times > 1,
        "four times or more": times > 3,
        "first third": spot_scenes[0][1].index <= max(len(scenes) // 3, 3),
        "only quoted": all(scene.quoted > 0.5 for _, scene in spot_scenes),
        "only background": all(scene.background for _, scene in spot_scenes),
        "after a sentence of protest": any(
            scene.index and scenes[scene.index - 1].acts and not scene.title
            for _, scene in spot_scenes
        ),
    }
    shown = {name for spot, scene in spot_scenes for name in _observed(spot, scene)}
    return [*(name for name, true in says.items() if true), *sorted(shown)]


def _observed(spot: Spot, scene: Scene) -> list[str]:
    """Name what one mention of a place shows."""
    strong = [t for t in scene.triggers if t.sort != "people"]
    near = [t for t in strong if _gap(spot, t) <= _NEAR]
    says = {
        "in title": scene.title,
        "title with trigger": scene.title and bool(strong),
        "dateline": spot.dateline,
        "lead": scene.lead,
        "lead with trigger": scene.lead and bool(strong),
        "trigger in sentence": bool(strong) and not scene.background,
        "trigger near": bool(near) and not scene.background,
        "people in sentence": bool(scene.triggers) and not strong,
        "located": spot.located_in,
        "located near trigger": spot.located_in and bool(near),
        "crowd in sentence": bool(scene.crowds),
        "date in sentence": bool(scene.dates) and bool(strong),
        "background": scene.background,
        "unsure which": spot.score < 0.5,
        "small and not located": spot.population < _SMALL and not spot.located_in,
        "in a list of towns": len({s.key for s in scene.spots}) > _LISTED and bool(scene.triggers),
        "clash near": any(t.form == "riot" for t in near),
        "large town": spot.population > _LARGE,
    }
    return [name for name, true in says.items() if true]


def _gap(spot: Spot, trigger: Trigger) -> int:
    return max(spot.first - trigger.end, trigger.first - spot.end, 0)


def score(shown: Sequence[str]) -> float:
    """Give the log-odds that a place so described is a place of protest."""
    return PLACE_BIAS + sum(PLACE_WEIGHTS.get(name, 0.0) for name in shown)


def towns(scenes: Sequence[Scene]) -> dict[str, list[tuple[Spot, Scene]]]:
    """Give the towns of a report with their mentions, in order of first mention."""
    found: dict[str, list[tuple[Spot, Scene]]] = {}
    for scene in scenes:
        for spot in scene.spots:
            if spot.place.precision in _TOWNS and not spot.demonym:
                found.setdefault(spot.key, []).append((spot, scene))
    return found
