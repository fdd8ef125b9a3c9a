"""Turns an article into mentions: each rule in turn, in the order in which they need each other."""

from __future__ import annotations

from dataclasses import dataclass

from cortege.extract.rules import (
    actors,
    amounts,
    casualties,
    crowds,
    dates,
    figures,
    holders,
    names,
    people,
    places,
    policing,
    quotation_marks,
    quotations,
    relay,
    routes,
    slogans,
    triggers,
)
from cortege.extract.rules.actors import ActorMention
from cortege.extract.rules.amounts import Amount
from cortege.extract.rules.casualties import CasualtyMention
from cortege.extract.rules.crowds import CrowdMention
from cortege.extract.rules.dates import DateMention
from cortege.extract.rules.figures import FigureMention
from cortege.extract.rules.holders import Attribution
from cortege.extract.rules.names import Name
from cortege.extract.rules.people import PersonMention
from cortege.extract.rules.places import Named
from cortege.extract.rules.policing import PoliceMention
from cortege.extract.rules.quotation_marks import QuotedSpan
from cortege.extract.rules.quotations import Quotation
from cortege.extract.rules.relay import RelayMention
from cortege.extract.rules.routes import RouteMention
from cortege.extract.rules.slogans import SloganMention
from cortege.extract.rules.triggers import Trigger
from cortege.extract.text import Text


@dataclass(frozen=True, slots=True)
class Mentions:
    """Everything the rules found in one text. ``quoted`` holds the tokens between quote marks."""

    text: Text
    quoted: frozenset[int]
    triggers: tuple[Trigger, ...]
    amounts: tuple[Amount, ...]
    crowds: tuple[CrowdMention, ...]
    casualties: tuple[CasualtyMention, ...]
    attributions: tuple[Attribution, ...]
    dates: tuple[DateMention, ...]
    places: tuple[Named, ...]
    actors: tuple[ActorMention, ...]
    police: tuple[PoliceMention, ...]
    routes: tuple[RouteMention, ...]
    slogans: tuple[SloganMention, ...]
    names: tuple[Name, ...]
    people: tuple[PersonMention, ...]
    quotations: tuple[Quotation, ...]
    figures: tuple[FigureMention, ...]
    relay: tuple[RelayMention, ...]


def extract(text: Text) -> Mentions:
    """Find every mention in a text that has been taken apart."""
    marks = quotation_marks.find_spans(text)
    quoted = _quoted(marks)
    found_triggers = triggers.find(text)
    found_amounts = amounts.find(text)
    found_dates = dates.find(text, text.article.published)
    dated = {at for mention in found_dates for at in range(mention.first, mention.end)}
    hurt = casualties.find(text, found_amounts, dated)
    said_by = holders.find(text)
    around = crowds.Surroundings(hurt, found_triggers, said_by, dated, quoted)
    crowd = crowds.find(text, found_amounts, around)
    found_names = names.find(text)
    said = quotations.find(text, marks, found_names)
    taken = [
        *((m.amount.first, m.amount.end) for m in crowd),
        *((m.amount.first, m.amount.end) for m in hurt if m.amount),
        *((m.first, m.end) for m in found_dates),
    ]
    return Mentions(
        text=text,
        quoted=quoted,
        triggers=tuple(found_triggers),
        amounts=tuple(found_amounts),
        crowds=tuple(crowd),
        casualties=tuple(hurt),
        attributions=tuple(said_by),
        dates=tuple(found_dates),
        places=tuple(places.find(text, found_names)),
        actors=tuple(actors.find(text, found_triggers, found_amounts, quoted)),
        police=tuple(policing.find(text)),
        routes=tuple(routes.find(text)),
        slogans=tuple(slogans.find(text, marks)),
        names=tuple(found_names),
        people=tuple(people.find(text, found_names, said)),
        quotations=tuple(said),
        figures=tuple(figures.find(text, found_amounts, sorted(taken))),
        relay=tuple(relay.find(text)),
    )


def _quoted(marks: list[QuotedSpan]) -> frozenset[int]:
    """Give the tokens of quotations; a few quoted words inside a sentence are no quotation."""
    tokens: set[int] = set()
    for span in marks:
        if span.end - span.first > _SCARE_QUOTES:
            tokens.update(range(span.first, span.end))
    return frozenset(tokens)


_SCARE_QUOTES = 4  # tokens
