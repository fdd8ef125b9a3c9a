"""Turns a reading into the headings and rows that both views print, and the marks they rest on.

The terminal and the page show the same rows in the same order under the same words; they differ
only in how a row is drawn. Every row has a number, unique in its reading, and every stretch of
text that carries a row becomes one mark, so words and rows can point at each other. Words that
do not stand in the text where a reading says they do are never marked; their row says so.
Claim ids are not used as anchors: the same words may say the same of five towns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from cortege.nouns.account import Account, Campaign
from cortege.nouns.article import Article, Evidence
from cortege.nouns.claim import Claim, Field
from cortege.nouns.reading import Figure, Person, Quote, Reading
from cortege.nouns.values import Place, Quantity
from cortege.view import asides, words
from cortege.view.marks import Group, Mark
from cortege.view.rivals import Rivalry, rivalries

Kind = Literal["account", "background", "campaign", "people", "quotes", "figures", "relay"]
UNFOUND: Final = "words not found in the text"
_FIELD_GROUPS: Final[dict[str, Group]] = {
    "date": "when",
    "place": "where",
    "route": "where",
    "form": "what",
    "size": "how-many",
    "organiser": "who",
    "participant": "who",
    "target": "who",
    "demand": "what-for",
    "issue": "what-for",
    "slogan": "what-for",
}
_SINGLE: Final = {"date", "place", "size"}  # asked of every protest, and the record takes one value
_ORDER: Final[tuple[Field, ...]] = (
    "form", "date", "place", "route", "size", "organiser", "participant", "target", "demand",
    "issue", "slogan", "police_response", "arrests", "injuries", "deaths", "damage",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a view: a label, a value in words, and the words of the text it rests on.

    ``sources`` are the words that say who holds it; ``notes`` say what is not plain about it;
    ``detail`` is for those who check: coordinates, rule, score. ``literal`` says that the value
    is itself the text's words.
    """

    group: Group
    label: str
    value: str
    evidence: tuple[Evidence, ...] = ()
    said_by: str = ""
    sources: tuple[Evidence, ...] = ()
    notes: tuple[str, ...] = ()
    detail: str = ""
    taken: bool = False
    number: int = 0

    @property
    def literal(self) -> bool:
        """Tell whether the value is nothing but the words it rests on."""
        return len(self.evidence) == 1 and self.value.strip("“”") == self.evidence[0].exact


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its rows: one protest, one campaign, or the people, quotes, figures."""

    key: str
    kind: Kind
    title: str
    rows: tuple[Row, ...]
    facts: tuple[tuple[str, str], ...] = ()
    status: str = ""
    rivalries: tuple[Rivalry, ...] = ()
    members: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """A reading made ready for a view."""

    reading: Reading
    sections: tuple[Section, ...]
    marks: tuple[Mark, ...]

    def by_span(self) -> dict[tuple[int, int], Mark]:
        """Give the marks by their offsets."""
        return {(mark.start, mark.end): mark for mark in self.marks}

    def of(self, *kinds: Kind) -> tuple[Section, ...]:
        """Give the sections of these kinds, in order."""
        return tuple(section for section in self.sections if section.kind in kinds)


def outline(reading: Reading) -> Outline:
    """Set out a reading: protests first, then campaigns, people, quotes, figures, relay."""
    sections = _numbered(_sections(reading), reading.article)
    return Outline(reading, sections, _marks(reading.article, sections))


def counted(number: int, among: int) -> str:
    """Say which of a report's protests this is."""
    return f"Protest {number} of {among}" if among > 1 else "Protest"


def _sections(reading: Reading) -> Iterator[Section]:
    yield from (_account(a, "account") for a in reading.accounts if a.focal)
    yield from (_campaign(c, reading) for c in reading.campaigns)
    listed: tuple[tuple[Kind, str, Iterable[Row]], ...] = (
        ("people", "People", (_person(p) for p in reading.people)),
        ("quotes", "Quotes", (_quote(q) for q in reading.quotes)),
        ("figures", "Other figures", (_figure(f, reading) for f in reading.figures)),
        ("relay", "Where the report has it from", _relay(reading)),
    )
    for kind, title, rows in listed:
        if found := tuple(rows):
            yield Section(kind, kind, title, found)
    yield from (_account(a, "background") for a in reading.accounts if not a.focal)


def _numbered(sections: Iterable[Section], article: Article) -> tuple[Section, ...]:
    """Give the rows their numbers, and note on each whether the text lacks its words."""
    done: list[Section] = []
    count = 0
    for section in sections:
        rows: list[Row] = []
        for row in section.rows:
            count += 1
            held = all(article.holds(e) for e in (*row.evidence, *row.sources))
            rows.append(
                replace(row, number=count, notes=row.notes if held else (*row.notes, UNFOUND))
            )
        done.append(replace(section, rows=tuple(rows)))
    return tuple(done)


# --------------------------------------------------------------------------- rows


def _account(account: Account, kind: Kind) -> Section:
    resolved = account.resolved
    forms = ", ".join(words.code(form) for form in resolved.forms)
    size = words.quantity(resolved.size)
    facts = (
        ("when", words.date(resolved.date)),
        ("how many", f"{size} (contested)" if resolved.size_contested else size),
        ("form", forms or words.NOT_STATED),
    )
    status = words.STATUSES.get(account.status, account.status)
    trigger = Row("what", "reported as", account.trigger.exact, (account.trigger,))
    rows = [trigger]
    for field in _ORDER:
        said, chosen = account.about(field), resolved.claims.get(field, ())
        several = field in _SINGLE and len(said) > len(chosen)
        rows += [_claim(claim, taken=several and claim.id in chosen) for claim in said]
        if field in _SINGLE and not said:
            rows.append(Row(_FIELD_GROUPS[field], words.LABELS[field], words.NOT_STATED))
    return Section(
        key=account.id,
        kind=kind,
        title=words.town(resolved.place),
        rows=tuple(rows),
        facts=facts,
        status=status,
        rivalries=rivalries(account),
    )


def _claim(claim: Claim, *, taken: bool = False) -> Row:
    relayed = ", ".join(f"relay {index + 1}" for index in claim.relay)
    said_by = words.holder(claim.holder)
    said_by = relayed if relayed and said_by == words.UNATTRIBUTED else said_by
    where = words.point(claim.value) if isinstance(claim.value, Place) else ""
    origin = f"{claim.origin.name} {claim.origin.version}, score {claim.score:.2f}"
    return Row(
        group=_FIELD_GROUPS.get(claim.field, "police"),
        label=words.LABELS[claim.field],
        value=words.value(claim.value),
        evidence=claim.evidence,
        said_by=f"{said_by}, by {relayed}" if relayed and said_by != relayed else said_by,
        sources=(claim.holder.words,) if claim.holder.words else (),
        notes=words.notes(claim),
        detail=f"{where} · {origin}" if where else origin,
        taken=taken,
    )


def _campaign(campaign: Campaign, reading: Reading) -> Section:
    stated = campaign.places_stated_words
    by_id = {account.id: account for account in reading.accounts}
    named = [by_id[key] for key in campaign.places_named if key in by_id]
    rows = [_claim(claim) for claim in campaign.claims]
    where = "places stated"
    places = words.quantity(campaign.places_stated)
    rows.append(Row("where", where, places, (stated,) if stated else ()))
    left = campaign.places_unidentified
    if left is not None:
        many = words.quantity(Quantity(left.low, left.high, "exact", ""))
        rows.append(Row("where", "places unnamed", many, notes=("derived, not in the text",)))
    members = tuple((account.id, _name(account)) for account in named)
    return Section(campaign.id, "campaign", campaign.name, tuple(rows), members=members)


def _name(account: Account) -> str:
    place = account.resolved.place
    return place.name if place else account.trigger.exact


def _person(person: Person) -> Row:
    return Row("who", person.name, asides.person(person), person.evidence)


def _quote(quote: Quote) -> Row:
    speaker = quote.speaker
    name = (speaker.name or speaker.words.exact) if speaker else "speaker not stated"
    role = f" ({speaker.role})" if speaker and speaker.role else ""
    spoken = quote.content.exact
    sources = (speaker.words if speaker else None, quote.cue)
    return Row(
        group="quote",
        label=name + role,
        value=f"“{spoken}”" if quote.direct else spoken,
        evidence=(quote.content,),
        sources=tuple(source for source in sources if source),
        notes=() if quote.direct else ("reported, not word for word",),
    )


def _figure(figure: Figure, reading: Reading) -> Row:
    whole = next((f.what for f in reading.figures if f.id == figure.part_of), figure.part_of)
    amount = asides.figure(figure)
    return Row(
        group="figure",
        label=figure.what,
        value=f"{amount}, part of: {whole}" if whole else amount,
        evidence=figure.evidence,
        said_by=words.holder(figure.holder),
        sources=(figure.holder.words,) if figure.holder.words else (),
        notes=asides.figure_notes(figure),
    )


def _relay(reading: Reading) -> Iterator[Row]:
    kinds = {"outlet": "another outlet", "agency": "a news agency", "unnamed": "unnamed source"}
    for index, relay in enumerate(reading.relay, 1):
        kind = kinds.get(relay.kind, relay.kind)
        yield Row("source", f"relay {index}", kind, (relay.words,))


# --------------------------------------------------------------------------- marks


def _marks(article: Article, sections: Iterable[Section]) -> tuple[Mark, ...]:
    """Collect every stretch that stands in the text; claims name a mark before attributions."""
    resting: dict[tuple[int, int], list[int]] = {}
    groups: dict[tuple[int, int], Group] = {}
    rows = [row for section in sections for row in section.rows]
    spoken = [(e, row.group, row.number) for row in rows for e in row.evidence]
    spoken += [(e, "source", row.number) for row in rows for e in row.sources]
    for evidence, group, number in spoken:
        if article.holds(evidence):
            span = (evidence.start, evidence.end)
            groups.setdefault(span, group)
            resting.setdefault(span, []).append(number)
    return tuple(
        Mark(number, *span, groups[span], tuple(dict.fromkeys(resting[span])))
        for number, span in enumerate(sorted(resting), 1)
    )
