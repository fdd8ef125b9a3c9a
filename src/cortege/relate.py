"""Turns what belongs to the report as a whole into nouns: people, quotes, figures, relay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cortege.extract.rules import holders
from cortege.extract.rules.amounts import words_of
from cortege.extract.rules.figures import FigureMention
from cortege.extract.rules.people import PersonMention
from cortege.extract.rules.quotations import Quotation
from cortege.extract.stage import Mentions
from cortege.extract.voices import speakers
from cortege.nouns.claim import UNATTRIBUTED, Holder
from cortege.nouns.reading import Figure, Person, Quote, Relay, Speaker


@dataclass(frozen=True, slots=True)
class Related:
    """What a report says beside its protests."""

    people: tuple[Person, ...]
    quotes: tuple[Quote, ...]
    figures: tuple[Figure, ...]
    relay: tuple[Relay, ...]


def relate(mentions: Mentions) -> Related:
    """Build people, quotes, figures and relay from their mentions."""
    text, said_by = mentions.text, speakers(mentions)
    figures = [
        _figure(mentions, figure, at, said_by)
        for at, figure in enumerate(mentions.figures, start=1)
    ]
    figures.extend(_places(mentions, len(figures)))
    return Related(
        people=tuple(_person(mentions, person) for person in mentions.people),
        quotes=tuple(_quote(mentions, quotation) for quotation in mentions.quotations),
        figures=tuple(figures),
        relay=tuple(Relay(text.evidence(r.first, r.end), r.kind) for r in mentions.relay),
    )


def _places(mentions: Mentions, n_figures: int) -> list[Figure]:
    """Keep the numbers of further places a call names beside its first: "several territories"."""
    text = mentions.text
    counted: list[Figure] = []
    for amount in mentions.amounts:
        if amount.head < amount.head_end and text.hit_at(amount.head, "campaign.wide"):
            first, end = words_of(amount)
            figure = Figure(
                id=f"f{n_figures + len(counted) + 1}",
                what=text.exact(amount.core_end, end),
                quantity=amount.quantity(text),
                unit="places",
                money=None,
                factor=None,
                since=None,
                part_of=None,
                status="done",
                evidence=(text.evidence(first, end),),
            )
            counted.append(figure)
    return counted


def _person(mentions: Mentions, person: PersonMention) -> Person:
    text = mentions.text
    return Person(
        name=person.name,
        role=text.exact(*person.role) if person.role else None,
        organisation=text.exact(*person.organisation) if person.organisation else None,
        present=person.present,
        reason=text.exact(*person.reason) if person.reason else None,
        side=person.side,
        evidence=tuple(text.evidence(*stretch) for stretch in person.evidence),
    )


def _quote(mentions: Mentions, quotation: Quotation) -> Quote:
    text = mentions.text
    speaker = None
    if quotation.speaker is not None:
        speaker = Speaker(
            name=quotation.name,
            role=text.exact(*quotation.role) if quotation.role else None,
            words=text.evidence(*quotation.speaker),
        )
    return Quote(
        speaker=speaker,
        direct=quotation.direct,
        cue=text.evidence(*quotation.cue) if quotation.cue else None,
        content=text.evidence(quotation.first, quotation.end),
    )


def _figure(
    mentions: Mentions, figure: FigureMention, number: int, said_by: Mapping[int, Holder]
) -> Figure:
    text = mentions.text
    return Figure(
        id=f"f{number}",
        what=figure.what,
        quantity=figure.quantity,
        unit=figure.unit,
        money=figure.money,
        factor=figure.factor,
        since=figure.since,
        part_of=f"f{figure.part_of + 1}" if figure.part_of is not None else None,
        status=figure.status,
        evidence=(text.evidence(figure.first, figure.end),),
        holder=_holder(mentions, figure, said_by),
    )


def _holder(mentions: Mentions, figure: FigureMention, said_by: Mapping[int, Holder]) -> Holder:
    """Say who holds a figure: who is quoted saying it, or to whom its sentence attributes it."""
    spoken = said_by.get(figure.first)
    if spoken is not None:
        return spoken
    for amount in mentions.amounts:
        if figure.first <= amount.core < figure.end:
            return holders.attach(mentions.text, amount, mentions.attributions, mentions.amounts)[0]
    return UNATTRIBUTED
