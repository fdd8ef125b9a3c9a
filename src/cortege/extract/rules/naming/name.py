"""A proper name in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

NameKind = Literal["person", "organisation", "place", "unknown"]


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: its tokens ``first`` to ``end`` and what it seems to be the name of."""

    first: int
    end: int
    kind: NameKind
