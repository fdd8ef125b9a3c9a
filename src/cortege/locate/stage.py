"""Turns place mentions into places: finds what each could be, then ranks it with reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cortege.locate.rank import Hints, Located, resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cortege.locate.candidates import PlaceMention

__all__ = ["Hints", "Located", "locate"]


def locate(mentions: Sequence[PlaceMention], hints: Hints) -> list[Located]:
    """Say which place each mention of one report denotes, in the order of the mentions.

    A mention without any candidate gets a `Located` whose ``place`` is ``None``.
    """
    return resolve(mentions, hints)
