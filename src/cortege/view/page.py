"""Turns readings into one HTML file that shows each report beside what it says.

The file needs nothing else: no network, no script, no second file. A strict content policy
stands in it, everything from a report is escaped, and links within the file tie each claim to
its words and each marked word to its claim. What a link leads to is lit by style alone; the one
small script only does the same for what is pointed at, and is named in the policy by its digest.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterator, Sequence
from importlib.resources import files
from string import Template
from typing import Final

from cortege.nouns.reading import Reading
from cortege.view import words
from cortege.view.leaf.cards import ANSWERS, cards
from cortege.view.leaf.panes import pane
from cortege.view.marks import GROUPS
from cortege.view.names import language
from cortege.view.outline import Outline, outline
from cortege.view.safe import Html, element, escape, one_line, shown

# One rule lights up both ends of a link. It grows with the number of links, and browsers check
# it at each step; past this many, only what the link leads to is lit.
_MOST_LIT: Final = 4000


def page(readings: Sequence[Reading]) -> str:
    """Give the page of these readings, in their order, as one HTML document."""
    outlines = [outline(reading) for reading in readings]
    script = _asset("page.js")
    digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return Template(_asset("page.html")).substitute(
        title=escape(one_line(_title(readings))),
        script_digest=f"sha256-{digest}",
        script=script,
        style=_asset("page.css"),
        lit=_lit(outlines),
        header=_header(readings),
        index=_index(outlines),
        readings="\n".join(_reading(o, f"r{n}") for n, o in enumerate(outlines, 1)),
        footer=_footer(readings),
    )


def _asset(name: str) -> str:
    return files("cortege.view.leaf").joinpath(name).read_text(encoding="utf-8")


def _title(readings: Sequence[Reading]) -> str:
    if len(readings) == 1:
        return f"{readings[0].article.title or 'A report'} – Cortège"
    return f"{len(readings)} reports – Cortège"


def _header(readings: Sequence[Reading]) -> Html:
    many = "One report" if len(readings) == 1 else f"{len(readings)} reports"
    about = f"{many}, and what each says of protests. Every claim is tied to its words."
    legend = [element("li", escape(name), class_=f"g-{group}") for group, name in GROUPS.items()]
    return element(
        "header",
        element("h1", escape("Cortège")),
        element("p", escape(about)),
        element("ul", *legend, class_="legend", aria_label="Colours of the marks"),
        class_="top",
    )


def _index(outlines: Sequence[Outline]) -> Html:
    if len(outlines) < 2:  # noqa: PLR2004 - one report needs no index
        return Html("")
    entries = [_entry(o, f"r{number}") for number, o in enumerate(outlines, 1)]
    heading = element("h2", escape("Reports"), id="index")
    return element("nav", heading, element("ol", *entries), class_="index", aria_labelledby="index")


def _entry(laid_out: Outline, key: str) -> Html:
    article = laid_out.reading.article
    title = shown(one_line(article.title) or "Untitled report")
    source = (article.outlet or "outlet not stated", words.date(article.published))
    return element(
        "li",
        element("a", title, href=f"#{key}", dir="auto"),
        element("span", _isolated(source), class_="soft"),
        element("span", _isolated(_summary(laid_out), "ltr"), class_="found"),
    )


def _isolated(parts: Sequence[str], way: str = "") -> Html:
    """Set parts on one line, none of which may turn the direction of its neighbours."""
    pieces = (element("bdi", shown(one_line(part)), dir=way) for part in parts)
    return Html(" · ".join(pieces))


def _summary(laid_out: Outline) -> Sequence[str]:
    """Say what a report is about: its first protest, and how many more there are."""
    protests = laid_out.of("account")
    if not protests:
        return (ANSWERS[laid_out.reading.protest.answer],)
    facts = dict(protests[0].facts)
    more = (f"and {len(protests) - 1} more",) if len(protests) > 1 else ()
    return (protests[0].title, facts["when"], facts["how many"], *more)


def _reading(laid_out: Outline, key: str) -> Html:
    article = laid_out.reading.article
    titled = bool(article.title)
    left = element(
        "section",
        _source(laid_out.reading),
        Html("") if titled else element("h2", escape("Untitled report"), id=f"{key}-title"),
        pane(laid_out, key),
        class_="report",
        aria_label="The report",
        tabindex="0",
    )
    right = element("section", cards(laid_out, key), class_="claims", aria_label="What it says")
    return element("article", left, right, class_="reading", id=key, aria_labelledby=f"{key}-title")


def _source(reading: Reading) -> Html:
    """Draw where and when the report appeared, and where the date comes from."""
    article = reading.article
    origin = words.PUBLISHED.get(article.published_origin, "")
    published = words.date(article.published)
    facts = (
        article.outlet or "outlet not stated",
        f"by {article.byline}" if article.byline else "",
        f"{published}, {origin}" if origin else f"date {words.NOT_STATED}",
        language(article.language) or "language not known",
        article.url or "",
    )
    listed = [element("li", shown(one_line(fact)), dir="auto") for fact in facts if fact]
    return element("ul", *listed, class_="source")


def _footer(readings: Sequence[Reading]) -> Html:
    runs = dict.fromkeys(_run(reading) for reading in readings)
    return element("footer", *(element("p", shown(run)) for run in runs))


def _run(reading: Reading) -> str:
    run = reading.run
    models = "".join(f", {name} {digest}" for name, digest in sorted(run.models.items()))
    return f"Read by Cortège {run.cortege} with codebook {run.codebook}{models}."


def _lit(outlines: Sequence[Outline]) -> str:
    """Write the one rule that lights up both ends of a link that was followed."""
    selectors = [s for n, o in enumerate(outlines, 1) for s in _selectors(o, f"r{n}")]
    if not selectors or len(selectors) > _MOST_LIT:
        return ""
    return ",\n".join(selectors) + "{background:var(--hit);outline:2px solid var(--ring)}\n"


def _selectors(laid_out: Outline, key: str) -> Iterator[str]:
    for mark in laid_out.marks:
        targets = ",".join((f"#{key}m{mark.number}", *(f"#{key}c{row}" for row in mark.rows)))
        lit = f'[data-m~="{mark.number}"]'
        yield f"#{key}:has(:is({targets}):target) .mark{lit}"
        yield f"#{key}:has(#{key}m{mark.number}:target) .row{lit}"
