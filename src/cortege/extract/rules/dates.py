"""Turns date expressions into days, resolved against the day the report was published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cortege.extract.text import Text
from cortege.nouns.values import DateValue

DateKind = Literal["absolute", "weekday", "relative", "anaphoric", "duration_start"]
Direction = Literal["past", "future"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression: its tokens, what day it means, and how it says so.

    ``direction`` tells whether the clause looks back or ahead, ``None`` when it does not say.
    """

    first: int
    end: int
    value: DateValue
    kind: DateKind
    direction: Direction | None = None


def find(text: Text, published: DateValue) -> list[DateMention]:
    """Find every date expression of a text, in order, none overlapping another."""
    del text, published
    return []
