"""The weights of demands' features. Not fitted yet."""

from __future__ import annotations

from typing import Final

LEAST: Final = 0.3
BIAS: Final = -2.0
WEIGHTS: Final[dict[str, float]] = {"strong": 1.5, "noun": 0.8, "a remedy": 0.8}
