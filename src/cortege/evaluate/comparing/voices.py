"""Turns quotes, people and figures of a coding and of a reading into findings.

Quotes are compared by how they begin, since a coding holds their first words only; people by
name, and then by what is said of them. A coding lists the figures worth having and not all there
are, so a figure too many is no fault, unless it is the crowd of the day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cortege.evaluate.coding import Coding, Named, Said
from cortege.evaluate.comparing.likeness import ALIKE, alike, best_pairs, overlap, within, words_of
from cortege.evaluate.comparing.verdict import REPORT, Fact, Finding, found, made_up
from cortege.locate.fold import fold

# So many signs of a quote's beginning are looked for in the other.
_BEGINNING: Final = 40


def facts_of_quotes(coded: Coding, read: Coding) -> Iterator[Finding]:
    """Compare direct quotes, and who speaks each."""
    pairs = _paired_quotes(coded.quotes, read.quotes)
    for row, said in enumerate(coded.quotes):
        yield found(Fact("quote", REPORT, said.words), held=row in pairs)
        speaks = row in pairs and _same_name(said.speaker, read.quotes[pairs[row]].speaker)
        yield found(Fact("speaker", REPORT, f"{said.speaker}: {said.words}"), held=speaks)
    for column, said in enumerate(read.quotes):
        if column not in pairs.values():
            yield made_up(Fact("quote", REPORT, said.words))


def facts_of_people(coded: Coding, read: Coding) -> Iterator[Finding]:
    """Compare named persons: role, side, and whether they were there."""
    if coded.people is None:
        return
    theirs = read.people or ()
    pairs = _paired_people(coded.people, theirs)
    for row, person in enumerate(coded.people):
        yield found(Fact("person", REPORT, person.name), held=row in pairs)
        yield from _facts_of_person(person, theirs[pairs[row]] if row in pairs else None)
    for column, person in enumerate(theirs):
        if column not in pairs.values():
            yield made_up(Fact("person", REPORT, person.name))


def facts_of_figures(coded: Coding, read: Coding) -> Iterator[Finding]:
    """Compare quantities that are no crowd, by what they come to."""
    if coded.figures is None:
        return
    theirs = read.figures or ()
    amounts = {figure.amount for figure in theirs}
    rates = {(figure.amount, figure.equivalent) for figure in theirs}
    for figure in coded.figures:
        fact = Fact("figure", REPORT, f"{figure.amount}: {figure.words}")
        yield found(fact, held=figure.amount in amounts)
        if figure.equivalent:
            fact = Fact("figure", REPORT, f"{figure.amount} is {figure.equivalent}")
            yield found(fact, held=(figure.amount, figure.equivalent) in rates)
    crowds = {size.words for p in coded.protests if p.focal for size in p.sizes}
    crowds -= {figure.words for figure in coded.figures}
    for figure in theirs:
        if figure.words in crowds:
            yield made_up(Fact("figure", REPORT, f"the crowd: {figure.words}"))


def _facts_of_person(coded: Named, read: Named | None) -> Iterator[Finding]:
    """Compare what is said of one person; presence that nobody speaks of must stay unsaid."""
    if coded.role is not None:
        role = read.role if read else None
        held = alike(coded.role, role) or within(coded.role, role)
        yield found(Fact("role", REPORT, f"{coded.name}: {coded.role}"), held=held)
    held = read is not None and read.side == coded.side
    yield found(Fact("side", REPORT, f"{coded.name}: {coded.side}"), held=held)
    here = read.present if read else None
    if coded.present is not None:
        fact = Fact("presence", REPORT, f"{coded.name}: {_presence(there=coded.present)}")
        yield found(fact, held=here == coded.present)
    elif here is not None:
        yield made_up(Fact("presence", REPORT, f"{coded.name}: {_presence(there=here)}"))


def _paired_quotes(coded: Sequence[Said], read: Sequence[Said]) -> dict[int, int]:
    return dict(
        best_pairs(
            lambda row, column: _same_beginning(coded[row].words, read[column].words),
            len(coded),
            len(read),
            1,
        )
    )


def _same_beginning(one: str, other: str) -> bool:
    mine, theirs = fold(one), fold(other)
    return bool(mine and theirs) and (mine[:_BEGINNING] in theirs or theirs[:_BEGINNING] in mine)


def _paired_people(coded: Sequence[Named], read: Sequence[Named]) -> dict[int, int]:
    return dict(
        best_pairs(
            lambda row, column: _name_likeness(coded[row].name, read[column].name),
            len(coded),
            len(read),
            ALIKE,
        )
    )


def _name_likeness(one: str, other: str) -> float:
    return max(overlap(one, other), ALIKE * _same_name(one, other))


def _same_name(one: str, other: str) -> bool:
    """Tell whether two names may be one person's: alike, or the same surname."""
    if not fold(one) or not fold(other):
        return fold(one) == fold(other)
    return alike(one, other) or words_of(one)[-1] == words_of(other)[-1]


def _presence(*, there: bool) -> str:
    return "was there" if there else "was not there"
