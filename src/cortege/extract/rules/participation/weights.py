"""The weights of participants' features. Not fitted yet."""

from __future__ import annotations

from typing import Final

LEAST: Final = 0.25
BIAS: Final = -3.5
WEIGHTS: Final[dict[str, float]] = {"acts": 1.0, "counted": 0.5, "listed": 1.0, "is group": 1.0}
