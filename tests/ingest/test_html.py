"""Saved web pages: main text and metadata in, menus and scripts out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cortege.ingest import html

EXAMPLE = Path(__file__).parents[2] / "examples" / "rival-rallies-in-dublin.html"
SENTENCE = "Around four hundred gardeners walked through the old town of Ghent on Friday. "
BODY = "".join(f"<p>{SENTENCE * 3}</p>" for _ in range(4))


def test_the_example_page_is_read_with_its_metadata() -> None:
    """JSON-LD says title, author, outlet, address and date; the page's furniture stays out."""
    article, faults = html.article(EXAMPLE.name, EXAMPLE.read_text(encoding="utf-8"))
    assert article is not None
    assert faults == ()
    assert article.title == "Rival rallies shout across the Liffey"
    assert (article.outlet, article.byline) == ("The Northside Lantern", "Deirdre Malone")
    assert article.url == "https://lantern.example/city/rival-rallies-across-the-liffey"
    assert (article.published.first, article.published_origin) == (date(2026, 3, 22), "metadata")
    assert article.text.count("Rival rallies shout across the Liffey") == 1
    assert "For two hours on Saturday" in article.text
    assert not [
        word for word in ("Most read", "chowder", "NewsArticle", "Sport") if word in article.text
    ]


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2026-03-15T10:00:00+01:00">',
        '<meta name="date" content="2026-03-15">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2026-03-15"}</script>',
    ],
)
def test_a_date_in_the_head_is_found(head: str) -> None:
    """The usual ways of stating when a page appeared are understood."""
    article, _ = html.article("x.html", f"<html><head>{head}</head><body>{BODY}</body></html>")
    assert article is not None
    assert (article.published.first, article.published_origin) == (date(2026, 3, 15), "metadata")


def test_a_page_without_a_date_has_none() -> None:
    """No date is made up: not today's, not that of the file."""
    article, _ = html.article("x.html", f"<html><body><article>{BODY}</article></body></html>")
    assert article is not None
    assert (article.published.first, article.published_origin) == (None, "unknown")


def test_scripts_and_entities_do_not_reach_the_text() -> None:
    """What stands in the text is what a visitor of the page would read."""
    page = f"<html><body><article>{BODY}<p>Fish &amp; chips &#8364;5 {SENTENCE}<script>alert(1)</script></p></article></body></html>"
    article, _ = html.article("x.html", page)
    assert article is not None
    assert "Fish & chips €5" in article.text
    assert "alert" not in article.text


@pytest.mark.parametrize(
    "page",
    ["", "<html></html>", "<" * 3000, "<!--" * 500, "<?xml", "\x00"],
)
def test_a_page_without_a_text_is_a_fault(page: str) -> None:
    """The fault says what to do next; nothing is raised."""
    article, faults = html.article("x.html", page)
    assert article is None
    assert [(fault.code, fault.where) for fault in faults] == [("INPUT-FORMAT", "x.html")]
    assert faults[0].hint


def test_a_deep_page_is_no_stall() -> None:
    """Ten thousand nested elements end in an article or a fault."""
    article, faults = html.article("x.html", "<div>" * 10_000 + SENTENCE * 9)
    assert article is not None or faults
