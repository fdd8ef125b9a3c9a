"""Turns the words for a march's path into its ends and the places it passed."""

from __future__ import annotations

from dataclasses import dataclass

from cortege.extract.text import Text


@dataclass(frozen=True, slots=True)
class RouteMention:
    """A path: token spans of its start, its end and what lies between, and of the whole."""

    first: int
    end: int
    start: tuple[int, int] | None
    goal: tuple[int, int] | None
    via: tuple[tuple[int, int], ...] = ()


def find(text: Text) -> list[RouteMention]:
    """Find every path of a march, in the order of the text."""
    del text
    return []
