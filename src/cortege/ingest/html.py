"""Turns a saved web page into an article: main text and metadata by trafilatura and htmldate."""

from __future__ import annotations

from datetime import date

from cortege.errors import fault
from cortege.ingest import text as plain
from cortege.nouns.article import Article, canonical, digest
from cortege.nouns.reading import Fault
from cortege.nouns.values import UNKNOWN_DATE, DateValue


def article(where: str, content: str) -> tuple[Article | None, tuple[Fault, ...]]:
    """Make an article of a page; a page without a main text is a fault."""
    import trafilatura  # costs half a second, and only pages need it

    try:
        page = trafilatura.bare_extraction(
            content, with_metadata=True, include_comments=False, include_tables=False
        )
    except Exception as problem:  # noqa: BLE001 - a parser's failure is the page's fault, not ours
        message = f"the page cannot be parsed: {type(problem).__name__}"
        return None, (fault("INPUT-FORMAT", where, message, "save the text as .txt"),)
    if page is None or isinstance(page, dict) or not (page.text or "").strip():
        message = "no main text was found in the page"
        return None, (fault("INPUT-FORMAT", where, message, "save the text as .txt"),)
    body = page.text or ""
    title = page.title or None
    if title and body.startswith(title):
        body = body[len(title) :].lstrip()
    text, title_end = canonical(title, body)
    published = _published(page.date, content)
    return (
        Article(
            id=digest(text),
            text=text,
            title_end=title_end,
            outlet=page.sitename or None,
            byline=page.author or plain.byline(body),
            url=page.url or None,
            published=published,
            published_origin="metadata" if published.first else "unknown",
        ),
        (),
    )


def _published(stated: str | None, content: str) -> DateValue:
    """Give the page's publication date, from its metadata or else by htmldate."""
    found = stated
    if not found:
        from htmldate import find_date

        try:
            found = find_date(content, original_date=True, extensive_search=False)
        except Exception:  # noqa: BLE001 - no date is an answer
            found = None
    try:
        return DateValue.day(date.fromisoformat(found[:10])) if found else UNKNOWN_DATE
    except ValueError:
        return UNKNOWN_DATE
