"""Decides which police responses were made at which protest, by scored features.

A response named in a protest's own sentence is its own; one that the report tells of without
saying where belongs to the main protest; tear gas in one of six towns does not belong to the
other five. The features of each pair of protest and response add up to log-odds; the weights are
fitted on protests coded by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cortege.assemble.weights import POLICE_BIAS, POLICE_WEIGHTS

_BY_CODE: Final = frozenset({"attached", "main", "elsewhere in the report"})


@dataclass(frozen=True, slots=True)
class Told:
    """How a response is told of for one protest.

    ``attached`` counts its mentions that belong to the protest, ``own`` those in sentences that
    name the protest's place or are its own, ``report`` all of the report's.
    """

    attached: int
    own: int
    report: int
    main: bool
    focal: bool
    n_protests: int
    riot: bool
    best_score: float


def features(code: str, told: Told) -> list[str]:
    """Name what speaks for and against a response at a protest."""
    says = {
        "attached": told.attached > 0,
        "attached more than once": told.attached > 1,
        "own sentence": told.own > 0,
        "own sentences": told.own > 1,
        "all mentions attached": told.attached == told.report,
        "most mentions attached": told.attached * 2 > told.report,
        "elsewhere in the report": told.attached == 0,
        "often in the report": told.report > 2,
        "main": told.main,
        "main, not attached": told.main and not told.attached,
        "sole": told.n_protests == 1,
        "among many": told.n_protests > 3,
        "not the news": not told.focal,
        "riot": told.riot,
        "surely attached": told.best_score > 1.0,
    }
    shown = [name for name, true in says.items() if true]
    return shown + [f"{code}: {name}" for name in shown if name in _BY_CODE] + [code]


def odds(code: str, told: Told) -> float:
    """Give the log-odds that a response was made at a protest."""
    weights: Mapping[str, float] = POLICE_WEIGHTS
    return POLICE_BIAS + sum(weights.get(name, 0.0) for name in features(code, told))
