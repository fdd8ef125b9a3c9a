"""The page holds the report's text to the letter, ties every claim to it, and trusts nobody."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from tests.view import hostile, seed
from tests.view.drafts import BY_HAND, Draft, day
from tests.view.readings import ALL, cairo, harbour, leeds, nantes

from cortege.nouns.article import Evidence
from cortege.nouns.claim import Claim
from cortege.nouns.reading import Reading
from cortege.nouns.values import Text
from cortege.view.outline import UNFOUND, outline
from cortege.view.page import page

VOID = {"meta", "br", "hr"}
REMOTE = {"src", "srcset", "data", "action", "formaction", "poster", "background", "ping", "cite"}


@dataclass
class Parsed(HTMLParser):
    """What a browser would make of a page: elements, ids, links, and the text of each report."""

    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    _open: list[tuple[str, bool]] = field(default_factory=list)

    def __post_init__(self) -> None:
        HTMLParser.__init__(self, convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, its id and its link."""
        found = {name: text or "" for name, text in attrs}
        assert len(found) == len(attrs), f"an attribute stands twice on {tag}"
        self.elements.append((tag, found))
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found["href"]] if "href" in found else []
        is_text = found.get("class") == "text"
        self.texts += [""] if is_text else []
        if tag not in VOID:
            self._open.append((tag, is_text))

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last, which must be this one."""
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        """Note text of a report, a script or a style."""
        if any(is_text for _, is_text in self._open):
            self.texts[-1] += data
        within = self._open[-1][0] if self._open else ""
        self.scripts += [data] if within == "script" else []
        self.styles += [data] if within == "style" else []

    def handle_comment(self, data: str) -> None:
        """Note a comment; there should be none."""
        self.comments.append(data)


def parse(written: str) -> Parsed:
    """Parse a page to its end; every element must be closed."""
    parsed = Parsed()
    parsed.feed(written)
    parsed.close()
    assert parsed._open == []
    return parsed


def check(written: str, readings: list[Reading]) -> Parsed:
    """Check what must hold for every page, whatever it shows."""
    parsed = parse(written)
    assert parsed.texts == [r.article.text.replace("\0", "\ufffd") for r in readings]
    assert [i for i, many in Counter(parsed.ids).items() if many > 1] == []
    assert all(link.startswith("#") for link in parsed.links), "a link leads out of the page"
    assert {link[1:] for link in parsed.links} <= set(parsed.ids)
    attributes = {name for _, found in parsed.elements for name in found}
    assert not {name for name in attributes if name.startswith("on")}
    assert not attributes & REMOTE
    assert len(parsed.scripts) == 1
    assert parsed.scripts[0] == files("cortege.view.leaf").joinpath("page.js").read_text("utf-8")
    assert not re.search(r"url\(|@import|expression", "".join(parsed.styles))
    assert parsed.comments == []
    tags = {tag for tag, _ in parsed.elements}
    assert not tags & {"img", "iframe", "object", "embed", "link", "form", "input", "base", "svg"}
    return parsed


@pytest.mark.parametrize("make", ALL)
def test_page_ties_every_claim_to_its_words(make: Callable[[], Reading]) -> None:
    """Each mark has its anchor and leads to a row; each row's words lead to their mark."""
    reading = make()
    laid_out = outline(reading)
    parsed = check(page([reading]), [reading])
    ids, links = set(parsed.ids), set(parsed.links)
    assert {f"r1m{mark.number}" for mark in laid_out.marks} <= ids
    for section in laid_out.sections:
        for row in section.rows:
            assert f"r1c{row.number}" in ids
    claims = [claim for account in reading.accounts for claim in account.claims]
    claims += [claim for campaign in reading.campaigns for claim in campaign.claims]
    by_span = laid_out.by_span()
    for claim in claims:
        for words in claim.evidence:
            mark = by_span[words.start, words.end]
            assert f"#r1m{mark.number}" in links
            assert f"#r1c{mark.rows[0]}" in links
            assert reading.article.text[mark.start : mark.end] == words.exact


@pytest.mark.parametrize("make", ALL)
def test_marked_words_are_the_words_of_the_mark(make: Callable[[], Reading]) -> None:
    """The segments that carry a mark's number, set one after the other, are its words."""
    reading = make()
    written = page([reading])
    for mark in outline(reading).marks:
        pieces = re.findall(
            rf'<a class="mark[^>]* data-m="(?:[\d ]* )?{mark.number}(?: [\d ]*)?"[^>]*>([^<]*)</a>',
            written,
        )
        assert parse("".join(pieces)).texts == []
        plain = "".join(pieces).replace("&#39;", "'")
        assert plain == reading.article.text[mark.start : mark.end]


def test_page_of_several_reports_has_an_index() -> None:
    """Every report is listed at the top and can be reached; one report needs no list."""
    readings = [leeds(), nantes(), cairo(), harbour()]
    parsed = check(page(readings), readings)
    assert [link for link in parsed.links if re.fullmatch(r"#r\d+", link)] == [
        "#r1",
        "#r2",
        "#r3",
        "#r4",
    ]
    assert "nav" not in {tag for tag, _ in parse(page([leeds()])).elements}


def test_page_of_no_report_is_a_page() -> None:
    """Nothing to show is no failure."""
    assert check(page([]), []).texts == []


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(hostile.readings())
def test_page_trusts_no_report(reading: Reading) -> None:
    """Whatever a report holds, the page keeps its text, its links, and its own script alone."""
    parsed = check(page([reading, reading]), [reading, reading])
    laid_out = outline(reading)
    assert {f"r2m{mark.number}" for mark in laid_out.marks} <= set(parsed.ids)


def test_policy_allows_one_script_and_nothing_from_elsewhere() -> None:
    """The policy names the script by its digest and forbids what the page does not need."""
    parsed = parse(page([leeds()]))
    policy = next(
        found["content"]
        for tag, found in parsed.elements
        if tag == "meta" and found.get("http-equiv") == "Content-Security-Policy"
    )
    digest = b64encode(hashlib.sha256(parsed.scripts[0].encode()).digest()).decode()
    assert policy.split("; ") == [
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        f"script-src 'sha256-{digest}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_words_that_are_not_in_the_text_are_not_marked() -> None:
    """A quote whose words stand elsewhere is shown, said to be unfounded, and linked nowhere."""
    reading = harbour()
    person = replace(leeds().people[0], evidence=(Evidence(4, 9, "never"),))
    false = replace(reading, people=(person,))
    written = page([false])
    assert outline(false).marks == ()
    assert "never" in written
    assert UNFOUND in written
    check(written, [false])


def test_page_can_be_walked_by_headings_and_landmarks() -> None:
    """Headings go down one step at a time, and every region has a name."""
    parsed = parse(page([leeds(), harbour()]))
    levels = [int(tag[1]) for tag, _ in parsed.elements if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert all(later <= level + 1 for level, later in pairwise(levels))
    tags = Counter(tag for tag, _ in parsed.elements)
    assert (tags["main"], tags["header"], tags["footer"], tags["nav"]) == (1, 1, 1, 1)
    for tag, found in parsed.elements:
        if tag in {"nav", "section", "article"}:
            named = found.get("aria-label") or found.get("aria-labelledby")
            assert named, f"a {tag} has no name"
            assert "aria-label" in found or named in parsed.ids


def _dense(many: int) -> Reading:
    """Make a report of many short sentences, each with a claim."""
    draft = Draft("T", " ".join(f"They want thing{n:05}." for n in range(many)), day(2026, 1, 1))
    text = draft.article.text
    starts = [found.start() for found in re.finditer("thing", text)]
    draft.account("They", [_demand(draft, start, start + 10) for start in starts])
    return draft.reading()


def _nested(many: int) -> Reading:
    """Make a report of one word with claims on ever fewer of its letters."""
    draft = Draft("T", "x" * 2000, day(2026, 1, 1))
    claims = [_demand(draft, 100 + n, 1900 - n) for n in range(many)]
    short = [replace(c, article=draft.article, value=Text("x")) for c in claims]
    draft.account("xx", short)
    return draft.reading()


def _demand(draft: Draft, start: int, end: int) -> Claim:
    words = draft.article.evidence(start, end)
    return Claim(draft.article, "demand", Text(words.exact), (words,), BY_HAND)


@pytest.mark.parametrize("shape", [_dense, _nested])
def test_page_grows_with_its_claims_and_no_faster(shape: Callable[[int], Reading]) -> None:
    """Twice as many claims make a page about twice as long, however they nest."""
    empty, some, twice = (len(page([shape(n)])) for n in (1, 200, 400))
    assert twice - empty < 2.2 * (some - empty)


def test_page_of_a_long_report_grows_with_it_and_no_faster() -> None:
    """A report of a million characters makes a page hardly longer than itself."""
    body = "Nobody marched today, and nobody counted them.\n\n" * 21000
    reading = Draft("T", body, day(2026, 1, 1)).reading()
    assert len(page([reading])) < 1.5 * len(reading.article.text)


# --------------------------------------------------------------------------- contrast

_PAIRS = [
    *((ink, ground) for ink in ("ink", "soft", "accent", "alert") for ground in ("paper", "card")),
    *(("ink", f"{group}-tint") for group in ("what", "who", "when", "where", "how-many", "what-for")),
    *(("ink", f"{group}-tint") for group in ("police", "figure", "quote")),
    *(("ink", "hit"), ("soft", "hit"), ("ink", "alert-paper"), ("soft", "alert-paper")),
    ("alert", "alert-paper"),
    *(
        (hue, ground)
        for hue in ("what", "who", "when", "where", "how-many", "what-for", "police", "figure")
        for ground in ("paper", "card", "hit", f"{hue}-tint")
    ),
    ("quote", "quote-tint"),
    ("source", "paper"),
]  # fmt: skip


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), _PAIRS)
def test_text_stands_out_from_its_ground(scheme: int, ink: str, ground: str) -> None:
    """Every pair of colours that text is set in reaches the contrast of WCAG AA, 4.5 to 1."""
    style = files("cortege.view.leaf").joinpath("page.css").read_text("utf-8")
    blocks = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): (#\w{6})", blocks[scheme]))
    lighter, darker = sorted((_luminance(colours[ink]), _luminance(colours[ground])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_page_shows_the_report_the_project_began_with() -> None:
    """The march, its three counts and its four towns all reach the page and lead to their words."""
    text = seed.report()
    if text is None:
        pytest.skip("the report is not at hand")
    reading = seed.paris(text)
    written = page([reading])
    check(written, [reading])
    for said in (
        "15,000 to 20,000",
        "20,000–99,999",
        "31 January 2026",
        "they differ",
        "not asked for",
        "derived, not in the text",
        "USD 119,000,000 as the report converts it",
    ):
        assert said in written
