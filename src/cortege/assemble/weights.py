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

DAY_LEAST: Final = -1.5  # log-odds under which no date is taken
DAY_BIAS: Final = -2.97
DAY_WEIGHTS: Final[dict[str, float]] = {
    "a crowd in the sentence": 0.48,
    "a day": 1.14,
    "a month": -1.85,
    "a range": 1.56,
    "a week": 1.87,
    "a year": -2.72,
    "absolute": 0.09,
    "anaphoric": -0.78,
    "background": -0.24,
    "beside a trigger": -0.04,
    "close to a trigger": 0.47,
    "duration_start": 0.51,
    "first date": 0.38,
    "in the month before": -1.36,
    "in the two weeks to come": -0.58,
    "in the week before": -0.9,
    "lead": 0.43,
    "long before": -1.12,
    "long to come": -0.02,
    "looks ahead": 0.48,
    "looks back": 0.27,
    "of a report without a date": -0.2,
    "on the day of publication": 2.3,
    "own sentence": 0.8,
    "own sentence with trigger": 0.04,
    "planned": -0.37,
    "quoted": 0.02,
    "relative": -0.2,
    "several dates": -0.26,
    "the day before": 1.89,
    "title": -0.4,
    "weekday": 0.38,
}
