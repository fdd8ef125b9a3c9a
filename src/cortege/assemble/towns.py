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
_TOWNS: Final = frozenset({"site", "city", "district"})


def features(
    spot_scenes: Sequence[tuple[Spot, Scene]],
    scenes: Sequence[Scene],
    others: Sequence[int],
) -> dict[str, float]:
    """Describe how the report speaks of one place.

    Args:
        spot_scenes: its mentions, each with the scene it stands in.
        scenes: all scenes of the report.
        others: how often each town of the report is mentioned, this one included.

    Returns:
        Feature values by name; counts are capped, so that long reports do not drown short ones.
    """
    values = dict.fromkeys(PLACE_WEIGHTS, 0.0)
    first_rank = spot_scenes[0][1].index
    for spot, scene in spot_scenes:
        _observe(values, spot, scene)
        before = scenes[scene.index - 1] if scene.index else None
        if before is not None and before.acts and not scene.title:
            values["after a sentence of protest"] = 1.0
    values["sole town"] = float(len(others) == 1)
    values["most mentioned"] = float(len(spot_scenes) == max(others) and len(others) > 1)
    share = len(spot_scenes) / max(sum(others), 1)
    values["under a tenth of mentions"] = float(share < 0.1)
    values["most of the mentions"] = float(share > 0.5 and len(others) > 1)
    values["dwarfed"] = float(max(others) >= 4 * len(spot_scenes))
    values["once, among few"] = float(len(spot_scenes) == 1 and 1 < len(others) <= _MANY)
    values["among many towns"] = float(len(others) > _MANY)
    values["mentions"] = min(len(spot_scenes), 5) / 5
    values["first third"] = float(first_rank <= max(len(scenes) // 3, 3))
    values["only quoted"] = float(all(scene.quoted > 0.5 for _, scene in spot_scenes))
    values["only background"] = float(all(scene.background for _, scene in spot_scenes))
    return values


def _observe(values: dict[str, float], spot: Spot, scene: Scene) -> None:
    """Add what one mention of a place shows."""
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
        "demonym": spot.demonym,
        "unsure which": spot.score < 0.5,
        "small and not located": spot.population < _SMALL and not spot.located_in,
        "in a list of towns": len({s.key for s in scene.spots}) > _LISTED and bool(scene.triggers),
        "clash near": any(t.form == "riot" for t in near),
        "large town": spot.population > _LARGE,
    }
    for name, shown in says.items():
        if shown:
            values[name] = 1.0


def _gap(spot: Spot, trigger: Trigger) -> int:
    return max(spot.first - trigger.end, trigger.first - spot.end, 0)


def score(values: dict[str, float]) -> float:
    """Give the log-odds that a place so described is a place of protest."""
    return PLACE_BIAS + sum(PLACE_WEIGHTS[name] * value for name, value in values.items())


def towns(scenes: Sequence[Scene]) -> dict[str, list[tuple[Spot, Scene]]]:
    """Give the towns of a report with their mentions, in order of first mention."""
    found: dict[str, list[tuple[Spot, Scene]]] = {}
    for scene in scenes:
        for spot in scene.spots:
            if spot.place.precision in _TOWNS and not spot.demonym:
                found.setdefault(spot.key, []).append((spot, scene))
    return found
