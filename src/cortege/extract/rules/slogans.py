"""Turns words on banners and in chants into slogans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from cortege.extract.rules.quotation_marks import QuotedSpan
from cortege.extract.text import Text

Carrier = Literal["banner", "sign", "chant", "unknown"]


@dataclass(frozen=True, slots=True)
class SloganMention:
    """The words of a slogan, ``first`` to ``end``, and what carried them."""

    first: int
    end: int
    carrier: Carrier


def find(text: Text, spans: Sequence[QuotedSpan]) -> list[SloganMention]:
    """Find the slogans of a text, in order."""
    del text, spans
    return []
