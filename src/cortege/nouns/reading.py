"""A reading: everything one article was found to say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from cortege.nouns.account import Account, Campaign
from cortege.nouns.article import Article, Evidence
from cortege.nouns.claim import UNATTRIBUTED, Holder
from cortege.nouns.values import Money, Quantity

SCHEMA = "cortege.reading/1"

Answer = Literal["yes", "no", "unsure"]
Side = Literal["protest", "government", "police", "other"]
RelayKind = Literal["outlet", "agency", "unnamed"]
FigureStatus = Literal["done", "planned", "ongoing", "denied"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the article reports a protest, how sure that is, and why."""

    answer: Answer
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relay:
    """A source from which the article itself says it takes its facts."""

    words: Evidence
    kind: RelayKind


@dataclass(frozen=True, slots=True)
class Person:
    """A named person: what they are, whether they were there, and why or why not."""

    name: str
    role: str | None
    organisation: str | None
    present: bool | None
    reason: str | None
    side: Side
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, by name, by role, and in the words of the text."""

    name: str | None
    role: str | None
    words: Evidence


@dataclass(frozen=True, slots=True)
class Quote:
    """Words put into somebody's mouth, direct or reported."""

    speaker: Speaker | None
    direct: bool
    cue: Evidence | None
    content: Evidence


@dataclass(frozen=True, slots=True)
class Figure:
    """A statement of quantity that is not a crowd: jobs, money, vehicles, a strike rate.

    ``factor`` is set for "doubled" and the like; ``since`` is a year or date as text states it;
    ``part_of`` names the figure of which this one is a part.
    """

    id: str
    what: str
    quantity: Quantity | None
    unit: str | None
    money: Money | None
    factor: float | None
    since: str | None
    part_of: str | None
    status: FigureStatus
    evidence: tuple[Evidence, ...]
    holder: Holder = UNATTRIBUTED


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that went wrong with one input: a code, where, what happened, what to do."""

    code: str
    where: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Run:
    """What produced a reading. ``seconds`` is left out of every comparison and digest."""

    cortege: str
    codebook: str
    models: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything one article was found to say, as `docs/reference/reading.md` describes it."""

    article: Article
    protest: Verdict
    accounts: tuple[Account, ...]
    campaigns: tuple[Campaign, ...]
    people: tuple[Person, ...]
    quotes: tuple[Quote, ...]
    figures: tuple[Figure, ...]
    relay: tuple[Relay, ...]
    faults: tuple[Fault, ...]
    run: Run
