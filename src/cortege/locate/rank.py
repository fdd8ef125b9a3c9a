"""Turns the mentions of one report into places, each with a score and the reasons for it.

Mentions of one name are one question, unless the words after them tell them apart. Each
question's candidates are weighed by the features of `cortege.locate.features`; because what is
near depends on what the others are, the weighing is repeated with the likelihoods of the round
before, until it has settled (three rounds do).

Limits: it always answers when there is a candidate. Whether a word is a place at all is for the
reader to say; see `cortege.locate.guard`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from cortege.locate.features import (
    HOMES,
    SENTENCES,
    WEIGHTS,
    Company,
    company_features,
    lies_in,
    own_features,
)
from cortege.locate.fold import fold
from cortege.nouns.values import Place, PlacePrecision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cortege.locate.candidates import PlaceMention
    from cortege.locate.gazetteer import Row

_ROUNDS: Final = 3
_MOST_CANDIDATES: Final = 30
_MOST_PLACES: Final = 4  # of a name in the text that count for how near it stands to others
_LIKELY: Final = 0.08  # a candidate less likely than this is no company for others
_STANDING_WEIGHT: Final = {"dateline": 1.5, "title": 1.2, "body": 1.0}
_PRECISIONS: Final[dict[str, PlacePrecision]] = {
    "city": "city",
    "district": "district",
    "region": "region",
    "country": "country",
    "demonym": "country",
}


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of a report beside its text."""

    language: str | None = None
    outlet_country: str | None = None


@dataclass(frozen=True, slots=True)
class Located:
    """The place a mention denotes, how likely that is among its namesakes, and why.

    ``place`` and ``row`` are ``None`` when the gazetteer has no place of that name. ``row``
    carries the point that ``place`` leaves out for regions and countries.
    """

    mention: PlaceMention
    place: Place | None
    row: Row | None
    score: float
    reasons: tuple[str, ...]


@dataclass(slots=True)
class _Question:
    """Which place a name denotes in this report, with the present state of the answer."""

    surface: str
    mentions: list[PlaceMention]
    rows: tuple[Row, ...]
    containers: tuple[Row, ...]
    weight: float = 1.0
    own: list[dict[str, float]] = field(default_factory=list)
    found: list[dict[str, float]] = field(default_factory=list)
    likelihoods: list[float] = field(default_factory=list)


def resolve(mentions: Sequence[PlaceMention], hints: Hints) -> list[Located]:
    """Say which place each mention denotes, in the order of the mentions."""
    questions = _questions(mentions)
    homes = _homes(hints)
    for question in questions:
        _weigh_alone(question, homes)
    open_questions = [question for question in questions if len(question.rows) > 1]
    for _ in range(_ROUNDS):
        settled = [_company(question, questions) for question in open_questions]
        for question, company in zip(open_questions, settled, strict=True):
            _weigh(question, company)
    answers = {
        (mention.start, mention.end): question
        for question in questions
        for mention in question.mentions
    }
    return [_located(mention, answers.get((mention.start, mention.end))) for mention in mentions]


def _questions(mentions: Sequence[PlaceMention]) -> list[_Question]:
    """Sort mentions into questions: one per name, and per region when the text names several."""
    by_name: dict[str, list[_Question]] = {}
    for mention in sorted(mentions, key=lambda m: m.start):
        if not mention.rows:
            continue
        asked = by_name.setdefault(fold(mention.surface), [])
        inside = _containing(mention)
        fit = [
            question
            for question in asked
            if not inside or not question.containers or set(inside) & set(question.containers)
        ]
        if not fit:
            asked.append(_Question(mention.surface, [mention], _shortened(mention), inside))
        else:
            question = fit[-1]
            question.mentions.append(mention)
            if inside and not question.containers:
                question.containers, question.rows = inside, _shortened(mention)
    return [question for asked in by_name.values() for question in asked]


def _containing(mention: PlaceMention) -> tuple[Row, ...]:
    """Give those containers that hold a candidate; others merely stand next in a list."""
    return tuple(c for c in mention.containers if any(lies_in(row, c) for row in mention.rows))


def _shortened(mention: PlaceMention) -> tuple[Row, ...]:
    rows = mention.rows
    contained = [row for row in rows if any(lies_in(row, c) for c in mention.containers)]
    return tuple(dict.fromkeys((*rows[:_MOST_CANDIDATES], *contained)))


def _homes(hints: Hints) -> dict[str, float]:
    homes = dict(HOMES.get((hints.language or "").split("-", maxsplit=1)[0], {}))
    if hints.outlet_country:
        homes[hints.outlet_country] = 2.0
    return homes


def _weigh_alone(question: _Question, homes: dict[str, float]) -> None:
    question.weight = max(_STANDING_WEIGHT[mention.standing] for mention in question.mentions)
    for row in question.rows:
        features = own_features(row, question.surface, question.rows, homes)
        if any(lies_in(row, container) for container in question.containers):
            features["contained"] = 1.0
        question.own.append(features)
    _weigh(question, Company(()))


def _company(question: _Question, questions: list[_Question]) -> Company:
    """Gather what the other questions' answers are likely to be."""
    rows = []
    for other in questions:
        if other is not question:
            weight = other.weight * _closeness(question, other)
            rows += [
                (row, weight * likelihood)
                for row, likelihood in zip(other.rows, other.likelihoods, strict=True)
                if likelihood >= _LIKELY
            ]
    rows += [(container, 1.0) for container in question.containers]
    return Company(tuple(rows))


def _closeness(question: _Question, other: _Question) -> float:
    """Say how much two names belong together by how far apart they stand in the text."""
    first, second = question.mentions[:_MOST_PLACES], other.mentions[:_MOST_PLACES]
    gap = min(abs(a.start - b.start) for a in first for b in second)
    return 0.4 + 0.6 * math.exp(-gap / 300)


def _weigh(question: _Question, company: Company) -> None:
    question.found = [
        own | company_features(row, company)
        for row, own in zip(question.rows, question.own, strict=True)
    ]
    sums = [_sum(features) for features in question.found]
    highest = max(sums)
    powers = [math.exp(value - highest) for value in sums]
    question.likelihoods = [power / sum(powers) for power in powers]


def _sum(features: dict[str, float]) -> float:
    return sum(WEIGHTS[name] * amount for name, amount in features.items())


def _located(mention: PlaceMention, question: _Question | None) -> Located:
    if question is None:
        return Located(mention, None, None, 0.0, ("the gazetteer has no place of that name",))
    best = max(range(len(question.rows)), key=question.likelihoods.__getitem__)
    row = question.rows[best]
    return Located(
        mention,
        place_of(row),
        row,
        round(question.likelihoods[best], 3),
        _reasons(row, question.found[best], len(question.rows)),
    )


def place_of(row: Row) -> Place:
    """Give the place that a row of the gazetteer describes, with no false precision."""
    point = row.kind in {"city", "district"}
    return Place(
        name=row.name,
        admin1=row.admin1,
        country=row.country,
        lat=row.lat if point else None,
        lon=row.lon if point else None,
        precision=_PRECISIONS[row.kind],
        radius_km=radius_km(row),
        geonames_id=row.geonames_id,
        site=None,
    )


def radius_km(row: Row) -> float:
    """Give how far from its point a place reaches; for towns a guess from their inhabitants.

    A town of 100,000 gets 4 km, one of ten million 40 km: area grows with the people in it.
    """
    if row.radius_km is not None:
        return float(row.radius_km)
    return round(max(1.0, 4 * math.sqrt(max(row.population, 1) / 100_000)), 1)


def _reasons(row: Row, features: dict[str, float], n_candidates: int) -> tuple[str, ...]:
    """Give the sentences of what spoke for a candidate, the weightiest first."""
    if n_candidates == 1:
        return ("is the only place of that name",)
    weighed = {name: WEIGHTS[name] * amount for name, amount in features.items()}
    speaking = sorted((n for n in weighed if weighed[n] > 0), key=lambda n: (-weighed[n], n))
    return tuple(SENTENCES[name].format(population=row.population) for name in speaking)
