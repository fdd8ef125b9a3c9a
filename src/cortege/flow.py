"""The main flow: a report's text in, its reading out.

text → tokens and sentences → mentions → places → accounts → reading. Each step is one call to
one stage; whoever reads `read` knows the system.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cortege import __version__
from cortege.assemble.scenes import Spot, join_districts
from cortege.assemble.stage import assemble
from cortege.codebook import issues
from cortege.errors import fault
from cortege.extract.stage import Mentions, extract
from cortege.extract.text import Text
from cortege.ingest.stage import MAX_CHARS, Given, take_in
from cortege.languages import pack
from cortege.languages.identify import identify
from cortege.locate.stage import Hints, city_state, locate
from cortege.nouns.article import Article, canonical, digest
from cortege.nouns.reading import Fault, Reading, Run, Verdict
from cortege.nouns.values import UNKNOWN_DATE, DateValue
from cortege.relate import relate


def read(
    text: str,
    *,
    title: str | None = None,
    published: date | str | None = None,
    language: str | None = None,
    outlet: str | None = None,
) -> Reading:
    """Read one press report.

    Args:
        text: the body, or title and body when ``title`` is not given.
        title: the headline.
        published: the publication date, a date or ``YYYY-MM-DD``; without it "on Saturday"
            stays unresolved.
        language: ISO 639-1 code; found from the text when not given.
        outlet: who published it.

    Returns:
        The reading; it never raises for any text.
    """
    canon, title_end = canonical(title, text)
    when = date.fromisoformat(published) if isinstance(published, str) else published
    article = Article(
        id=digest(canon),
        text=canon,
        title_end=title_end,
        language=language,
        outlet=outlet,
        published=DateValue.day(when) if when else UNKNOWN_DATE,
        published_origin="given" if when else "unknown",
        n_chars_read=min(len(canon), MAX_CHARS),
    )
    return read_article(article)


def read_article(article: Article, faults: tuple[Fault, ...] = ()) -> Reading:
    """Read an article that has been taken in."""
    began = time.perf_counter()
    article, found = _in_language(article)
    if article.language not in pack.AVAILABLE or not article.text.strip():
        return _unread(article, (*faults, *found), began)
    try:
        return _reading(article, (*faults, *found), began)
    except Exception as problem:  # noqa: BLE001 - one report must not stop the others
        message = f"a rule failed: {type(problem).__name__}: {problem}"
        hint = "please report this with the text; the other reports are not affected"
        where = article.source_id or article.id
        broken = fault("READ-FAILED", where, message, hint)
        return _unread(article, (*faults, *found, broken), began)


def _reading(article: Article, faults: tuple[Fault, ...], began: float) -> Reading:
    """Read an article whose language is known."""
    text = Text(article, pack.load(article.language or "en"))
    mentions = extract(text)
    spots = placed(mentions)
    assembled = assemble(mentions, spots)
    related = relate(mentions)
    return Reading(
        article=article,
        protest=assembled.protest,
        accounts=assembled.accounts,
        campaigns=assembled.campaigns,
        people=related.people,
        quotes=related.quotes,
        figures=related.figures,
        relay=related.relay,
        faults=faults,
        run=Run(__version__, issues.version(), {}, round(time.perf_counter() - began, 6)),
    )


@dataclass(frozen=True, slots=True)
class Read:
    """One input read: its reading, or none when it could not be taken in, and its faults."""

    where: str
    reading: Reading | None
    faults: tuple[Fault, ...]


def read_paths(paths: Sequence[str], given: Given) -> Iterator[Read]:
    """Read every report below the paths, in input order."""
    for taken in take_in(paths, given):
        if taken.article is None:
            yield Read(taken.where, None, taken.faults)
        else:
            reading = read_article(taken.article, taken.faults)
            yield Read(taken.where, reading, reading.faults)


def _in_language(article: Article) -> tuple[Article, tuple[Fault, ...]]:
    """Settle the article's language, and say so when it is one that cannot be read."""
    if not article.text.strip():
        return article, ()
    language = article.language or identify(article.text)
    settled = replace(article, language=language)
    if language in pack.AVAILABLE:
        return settled, ()
    message = f"the report is in {language!r}, for which there are no reading rules"
    hint = f"name another with --language ({', '.join(pack.AVAILABLE)}) if this is wrong"
    return settled, (fault("LANGUAGE-UNREAD", article.source_id or article.id, message, hint),)


def placed(mentions: Mentions) -> list[Spot]:
    """Resolve the places that were named."""
    hints = Hints(language=mentions.text.article.language)
    placed = locate([named.mention for named in mentions.places], hints)
    spots = []
    for named, located in zip(mentions.places, placed, strict=True):
        place = city_state(located) or located.place
        if place is None:
            continue
        key = f"{place.geonames_id or place.name}:{place.country}"
        spots.append(
            Spot(
                named.first,
                named.end,
                place,
                located.score,
                tuple(located.reasons),
                named.demonym,
                named.located_in,
                named.mention.standing == "dateline",
                key,
                located.row.population if located.row else 0,
            )
        )
    return join_districts(spots)


def _unread(article: Article, faults: tuple[Fault, ...], began: float) -> Reading:
    verdict = Verdict("unsure", 0.0, ("the report was not read",))
    run = Run(__version__, issues.version(), {}, round(time.perf_counter() - began, 6))
    return Reading(article, verdict, (), (), (), (), (), (), faults, run)
