"""The weights of assembly's scored decisions, each with what it was fitted on.

`training/fit_places.py` writes the two tables of places: log-odds of a town being a place of
protest. Until it has run they are set by hand.
"""

from __future__ import annotations

from typing import Final

PLACE_BIAS: Final = -1.78
PLACE_WEIGHTS: Final[dict[str, float]] = {
    "after a sentence of protest": 0.39,
    "among many towns": 0.65,
    "background": 0.16,
    "clash near": -0.1,
    "crowd in sentence": 1.04,
    "date in sentence": 0.2,
    "dateline": 0.5,
    "demonym": 0.0,
    "first third": 0.2,
    "in a list of towns": 0.28,
    "in title": 0.54,
    "large town": 0.62,
    "lead": -0.49,
    "lead with trigger": 0.28,
    "located": 0.29,
    "located near trigger": 0.21,
    "mentions": 0.86,
    "most mentioned": 0.45,
    "only background": 0.51,
    "only quoted": -0.54,
    "people in sentence": 1.09,
    "small and not located": -2.46,
    "sole town": 0.22,
    "title with trigger": -0.36,
    "trigger in sentence": 0.86,
    "trigger near": 0.56,
    "unsure which": -1.34,
}
