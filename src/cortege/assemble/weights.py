"""The weights of assembly's scored decisions, each with what it was fitted on.

`training/fit_places.py` writes the two tables of places: log-odds of a town being a place of
protest. Until it has run they are set by hand.
"""

from __future__ import annotations

from typing import Final

PLACE_BIAS: Final = -2.6
PLACE_WEIGHTS: Final[dict[str, float]] = {
    "in title": 0.8,
    "title with trigger": 0.8,
    "dateline": 0.8,
    "lead": 0.3,
    "lead with trigger": 0.6,
    "trigger in sentence": 0.8,
    "trigger near": 0.8,
    "people in sentence": 0.3,
    "located": 0.5,
    "located near trigger": 0.8,
    "crowd in sentence": 0.8,
    "date in sentence": 0.3,
    "background": -0.5,
    "demonym": -1.0,
    "unsure which": -0.8,
    "small and not located": -1.2,
    "large town": 0.2,
    "mentions": 1.0,
    "first third": 0.4,
    "only quoted": -1.0,
    "only background": -1.0,
}
