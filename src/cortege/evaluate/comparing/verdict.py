"""Turns two lists of what was said into findings: held, missed or made up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

Outcome = Literal["held", "missed", "spurious"]

# Where a fact belongs that is no single protest's.
REPORT: Final = "report"


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """One thing a report says: of which kind, of which protest (or ``report``), and what."""

    kind: str
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.kind} | {self.where} | {self.what}"


@dataclass(frozen=True, slots=True)
class Finding:
    """A fact and what became of it."""

    outcome: Outcome
    fact: Fact


def found(fact: Fact, *, held: bool) -> Finding:
    """Say of a coded fact whether the reading holds it."""
    return Finding("held" if held else "missed", fact)


def made_up(fact: Fact) -> Finding:
    """Say of a fact of the reading that the coding does not have it."""
    return Finding("spurious", fact)


def listed(
    kind: str, where: str, coded: Iterable[object], read: Iterable[object]
) -> Iterator[Finding]:
    """Compare two lists of values one by one; a value said twice counts once.

    >>> [str(f.outcome) for f in listed("form", "e1 Leeds", ["march"], ["march", "riot"])]
    ['held', 'spurious']
    """
    mine, theirs = dict.fromkeys(map(str, coded)), dict.fromkeys(map(str, read))
    for value in mine:
        yield found(Fact(kind, where, value), held=value in theirs)
    for value in theirs:
        if value not in mine:
            yield made_up(Fact(kind, where, value))
