"""The weights of the choice of a protest's site; `training/fit_sites.py` writes them."""

from __future__ import annotations

from typing import Final

VENUE_BIAS: Final = -1.0
VENUE_WEIGHTS: Final[dict[str, float]] = {}
