"""Turns Hypothesis's choices into readings of any shape the nouns allow.

Texts hold what breaks offsets elsewhere: astral characters, combining marks, joined emoji,
right-to-left letters, controls.
"""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

from hypothesis import strategies as st

from cortege.nouns.account import Account, Campaign, Remainder, Resolved, Status
from cortege.nouns.article import Article, Evidence, canonical, digest
from cortege.nouns.claim import FIELDS, Claim, Field, Holder, Scope, Stance
from cortege.nouns.reading import (
    Fault,
    Figure,
    FigureStatus,
    Person,
    Quote,
    Reading,
    Relay,
    RelayKind,
    Run,
    Side,
    Speaker,
    Verdict,
)
from cortege.nouns.values import (
    UNKNOWN_DATE,
    Actor,
    ActorKind,
    Carrier,
    Casualties,
    Code,
    DateValue,
    HolderKind,
    Issue,
    Money,
    Origin,
    Place,
    PlacePrecision,
    Qualifier,
    Quantity,
    Route,
    Slogan,
    Text,
    Value,
    Who,
)

PIECES = (
    "e\u0301",
    "n\u0303",
    "👩🏽\u200d🚀",
    "𝔐arch",
    "\u202eabc",
    "مسيرة",
    "集会。",
    "\r\n",
    "\x1b[1m",
)
texts = st.lists(st.one_of(st.text(max_size=20), st.sampled_from(PIECES)), max_size=12).map("".join)
words = st.text(max_size=12)
maybe_words = st.none() | words
codes = st.sampled_from(["march", "rally", "other"])
scores = st.floats(0, 1)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
dates = st.just(UNKNOWN_DATE) | st.tuples(days, days).map(
    lambda pair: DateValue(min(pair), max(pair), "range")
)
bounds = st.none() | st.integers(0, 10**7) | st.floats(0, 1e6)


def _one_of(literal: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(literal))


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Give a quantity with one bound or two."""
    low, high = draw(bounds), draw(bounds)
    if low is None and high is None:
        low = 1
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Quantity(low, high, draw(_one_of(Qualifier)), draw(words))


coordinates = st.none() | st.floats(-90, 90)
places = st.builds(
    Place,
    words, maybe_words, st.none() | st.just("FR"), coordinates, coordinates,
    _one_of(PlacePrecision), st.none() | st.floats(0, 500), st.none() | st.integers(1, 10**7),
    maybe_words,
)  # fmt: skip
actors = st.builds(Actor, words, _one_of(ActorKind))
casualties = st.builds(Casualties, st.integers(0, 9), st.none() | st.integers(9, 99), _one_of(Who))
routes = st.builds(Route, maybe_words, maybe_words, st.lists(words, max_size=2).map(tuple))
phrases = st.builds(Text, words)
VALUES: dict[Field, st.SearchStrategy[Value]] = {
    "date": dates,
    "place": places,
    "route": routes,
    "form": st.builds(Code, codes),
    "size": quantities(),
    "organiser": actors,
    "participant": actors,
    "target": actors,
    "demand": phrases,
    "issue": st.builds(Issue, words, words),
    "slogan": st.builds(Slogan, words, _one_of(Carrier)),
    "police_response": st.builds(Code, codes),
    "arrests": casualties,
    "injuries": casualties,
    "deaths": casualties,
    "damage": phrases,
}
origins = st.builds(Origin, words, words)
runs = st.builds(
    Run,
    st.sampled_from(["0.1.0", "0.2.0", "0.10.0rc1"]),
    words,
    st.dictionaries(words, words),
    st.just(0.25),
)
faults = st.builds(Fault, words, words, words, words)
amounts = st.floats(0.5, 1e12)
# An equivalent has an amount and a currency or is not there: half of one is no statement.
money = st.builds(Money, amounts, maybe_words) | st.builds(
    Money, amounts, maybe_words, amounts, words
)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Give an article whose text has at least one word."""
    text, title_end = canonical(draw(texts), draw(texts) + draw(st.sampled_from(["x", "𝕏", "é"])))
    published = draw(dates)
    return Article(
        id=digest(text),
        text=text,
        title_end=title_end,
        source_id=draw(maybe_words),
        language=draw(maybe_words),
        outlet=draw(maybe_words),
        byline=draw(maybe_words),
        url=draw(maybe_words),
        published=published,
        published_origin="unknown" if published.first is None else "metadata",
        n_chars_read=len(text),
    )


def spans(article: Article) -> st.SearchStrategy[Evidence]:
    """Give any stretch of the article that is not blank."""
    ends = st.integers(0, len(article.text))
    return (
        st.tuples(ends, ends)
        .map(lambda pair: (min(pair), max(pair)))
        .filter(lambda pair: bool(article.text[pair[0] : pair[1]].strip()))
        .map(lambda pair: article.evidence(*pair))
    )


def evidence_of(article: Article) -> st.SearchStrategy[tuple[Evidence, ...]]:
    """Give one to three stretches of the article."""
    return st.lists(spans(article), min_size=1, max_size=3).map(tuple)


def holders(article: Article) -> st.SearchStrategy[Holder]:
    """Give somebody who says something in the article."""
    return st.builds(Holder, _one_of(HolderKind), maybe_words, st.none() | spans(article))


@st.composite
def claims(draw: st.DrawFn, article: Article) -> Claim:
    """Give a claim about any field."""
    field = draw(st.sampled_from(FIELDS))
    return Claim(
        article,
        field,
        draw(VALUES[field]),
        draw(evidence_of(article)),
        draw(origins),
        draw(holders(article)),
        draw(_one_of(Stance)),
        draw(_one_of(Scope)),
        draw(st.lists(st.integers(0, 3), max_size=2).map(tuple)),
        draw(scores),
    )


@st.composite
def accounts(draw: st.DrawFn, article: Article, ordinal: int) -> Account:
    """Give an account; its resolved values are drawn by themselves."""
    said = tuple(draw(st.lists(claims(article), max_size=3)))
    size = draw(st.none() | quantities())
    return Account(
        id=f"a{ordinal}",
        focal=draw(st.booleans()),
        status=draw(_one_of(Status)),
        trigger=draw(spans(article)),
        claims=said,
        resolved=Resolved(
            policy=draw(words),
            date=draw(st.none() | dates),
            place=draw(st.none() | places),
            forms=tuple(draw(st.lists(codes, max_size=2))),
            size=size,
            size_contested=size is not None and draw(st.booleans()),
            claims={claim.field: (claim.id,) for claim in said},
            rules={claim.field: draw(words) for claim in said},
        ),
        campaign=draw(st.none() | st.just("c1")),
    )


@st.composite
def campaigns(draw: st.DrawFn, article: Article) -> Campaign:
    """Give the campaign c1."""
    return Campaign(
        id="c1",
        name=draw(words),
        places_stated=draw(st.none() | quantities()),
        places_stated_words=draw(st.none() | spans(article)),
        places_named=("a1",),
        places_unidentified=draw(st.none() | st.just(Remainder(2, None, ("cl_x",)))),
        claims=tuple(draw(st.lists(claims(article), max_size=2))),
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Give a reading of an article with up to two accounts and a little of everything else."""
    article = draw(articles())
    each = spans(article)
    evidence = evidence_of(article)
    speakers = st.none() | st.builds(Speaker, maybe_words, maybe_words, each)
    people = st.builds(
        Person,
        words, maybe_words, maybe_words, st.none() | st.booleans(), maybe_words, _one_of(Side),
        evidence,
    )  # fmt: skip
    quotes = st.builds(Quote, speakers, st.booleans(), st.none() | each, each)
    figures = st.builds(
        Figure,
        words, words, st.none() | quantities(), maybe_words, st.none() | money,
        st.none() | st.floats(0, 9), maybe_words, maybe_words, _one_of(FigureStatus), evidence,
        holders(article),
    )  # fmt: skip
    n_accounts = draw(st.integers(0, 2))
    return Reading(
        article=article,
        protest=Verdict(draw(st.sampled_from(["yes", "no", "unsure"])), draw(scores), ("because",)),
        accounts=tuple(draw(accounts(article, n + 1)) for n in range(n_accounts)),
        campaigns=tuple(draw(st.lists(campaigns(article), max_size=1))),
        people=tuple(draw(st.lists(people, max_size=1))),
        quotes=tuple(draw(st.lists(quotes, max_size=1))),
        figures=tuple(draw(st.lists(figures, max_size=1))),
        relay=tuple(draw(st.lists(st.builds(Relay, each, _one_of(RelayKind)), max_size=1))),
        faults=tuple(draw(st.lists(faults, max_size=1))),
        run=draw(runs),
    )
