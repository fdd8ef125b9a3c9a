"""A claim: one statement about one field, by someone, with the words that carry it."""

from __future__ import annotations

import dataclasses
import hashlib
from dataclasses import InitVar, dataclass
from typing import Literal, get_args

from cortege.nouns.article import Article, Evidence, EvidenceError
from cortege.nouns.values import HolderKind, Origin, Value

Field = Literal[
    "date",
    "place",
    "route",
    "form",
    "size",
    "organiser",
    "participant",
    "target",
    "demand",
    "issue",
    "slogan",
    "police_response",
    "arrests",
    "injuries",
    "deaths",
    "damage",
]
Stance = Literal["asserted", "denied", "planned", "hedged"]
Scope = Literal["event", "part", "wider", "cumulative"]
FIELDS: tuple[Field, ...] = get_args(Field)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who says it: a kind, a name where the text gives one, and the words that attribute it."""

    kind: HolderKind
    name: str | None = None
    words: Evidence | None = None


UNATTRIBUTED = Holder("unattributed")


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement about one field of one protest.

    A claim is built against its article and cannot be built unless every piece of its evidence
    stands in the article's text, word for word. ``relay`` indexes the reading's relay list.
    ``score`` lies in 0 to 1.

    Raises:
        EvidenceError: the claim has no evidence, or words that are not in the text.
        ValueError: the score is out of range or the field is unknown.
    """

    article: InitVar[Article]
    field: Field
    value: Value
    evidence: tuple[Evidence, ...]
    origin: Origin
    holder: Holder = UNATTRIBUTED
    stance: Stance = "asserted"
    scope: Scope = "event"
    relay: tuple[int, ...] = ()
    score: float = 1.0
    id: str = dataclasses.field(init=False)

    def __post_init__(self, article: Article) -> None:
        spoken = (*self.evidence, *((self.holder.words,) if self.holder.words else ()))
        if not self.evidence:
            raise EvidenceError(f"a claim about {self.field} needs evidence")
        for words in spoken:
            if not article.holds(words):
                raise EvidenceError(f"the text does not say {words.exact!r} at {words.start}")
        if not 0.0 <= self.score <= 1.0:
            raise ValueError(f"a score lies between 0 and 1, not {self.score}")
        if self.field not in FIELDS:
            raise ValueError(f"no field is called {self.field!r}")
        object.__setattr__(self, "id", self._identity(article.id))

    def _identity(self, article_id: str) -> str:
        """Digest article, field, value, holder, stance and span: same statement, same id."""
        spans = [(e.start, e.end) for e in self.evidence]
        parts = (article_id, self.field, self.value, spans, self.holder.kind, self.stance)
        return "cl_" + hashlib.sha256(repr(parts).encode("utf-8", "replace")).hexdigest()[:16]
