"""Turns the sections of a reading into the right side of the page: a card each, a row per claim.

Every stretch of words in a row links to its mark in the text, by the number that the mark bears
there. Figures that several people give are drawn on one scale. All of it reads as plain lists
under headings when no style is applied.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cortege.nouns.article import Evidence
from cortege.nouns.reading import Fault, Verdict
from cortege.view import words
from cortege.view.marks import Mark
from cortege.view.outline import Outline, Row, Section, counted
from cortege.view.rivals import Line, Rivalry
from cortege.view.safe import Html, element, escape, join, one_line, shown

ANSWERS: Final = {
    "yes": "Reports a protest",
    "no": "No protest",
    "unsure": "May report a protest",
}
_FEW: Final = 4
_ABOVE: Final = {"campaign": "Campaign", "background": "Also mentioned"}


@dataclass(frozen=True, slots=True)
class _Links:
    """Where things of one reading are: its key, its marks by offsets, its protests' headings."""

    key: str
    marks: dict[tuple[int, int], Mark]
    text: str
    headings: dict[str, str]

    def number(self, evidence: Evidence) -> str:
        """Give the number of the mark on these words, or nothing if the text has no such words."""
        mark = self.marks.get((evidence.start, evidence.end))
        return str(mark.number) if mark and self.text.startswith(evidence.exact, mark.start) else ""


def cards(outline: Outline, key: str) -> Html:
    """Draw all sections of a reading, the verdict first and what went wrong last."""
    protests = outline.of("account")
    headings = {s.key: _heading(key, s) for s in outline.of("account", "background")}
    links = _Links(key, outline.by_span(), outline.reading.article.text, headings)
    above = {_heading(key, s): counted(n, len(protests)) for n, s in enumerate(protests, 1)}
    drawn = (
        _card(section, above.get(_heading(key, section), _ABOVE.get(section.kind, "")), links)
        for section in outline.sections
    )
    return join(_verdict(outline.reading.protest), *drawn, _faults(outline.reading.faults, key))


def _heading(key: str, section: Section) -> str:
    """Give the id of a section's heading: the number of its first row is its own."""
    return f"{key}h{section.rows[0].number}"


def _verdict(verdict: Verdict) -> Html:
    answer = element("strong", escape(ANSWERS[verdict.answer]))
    score = element("span", escape(f"score {verdict.score:.2f}"), class_="soft")
    reasons = [element("li", shown(reason), dir="auto") for reason in verdict.reasons]
    listed = element("ul", *reasons, class_="reasons") if reasons else Html("")
    said = element("p", answer, escape(" "), score)
    return element("div", said, listed, class_=f"verdict {verdict.answer}")


def _card(section: Section, above: str, links: _Links) -> Html:
    heading = _heading(links.key, section)
    labels = ("", *(row.label for row in section.rows))
    rows = (_row(row, label, links) for row, label in zip(section.rows, labels, strict=False))
    return element(
        "section",
        _above(above, section.status),
        element("h3", shown(one_line(section.title)), id=heading, dir="auto"),
        _facts(section),
        *(_rivalry(rivalry) for rivalry in section.rivalries),
        _members(section, links),
        element("ol", *rows, class_="rows"),
        class_=f"card {section.kind}",
        aria_labelledby=heading,
    )


def _above(above: str, status: str) -> Html:
    if not above:
        return Html("")
    kind = f"status {status.partition(' ')[0]}"
    return element("p", escape(above), element("span", escape(status), class_=kind), class_="above")


def _facts(section: Section) -> Html:
    """Draw what the record takes; where the rows are few, they say it well enough alone."""
    if section.kind != "account" or len(section.rows) <= _FEW:
        return Html("")
    pairs = []
    for name, said in section.facts:
        unknown = "unknown" if said == words.NOT_STATED else ""
        value = element("dd", shown(one_line(said)), class_=unknown)
        pairs.append(element("div", element("dt", escape(name)), value))
    return element("dl", *pairs, class_="facts")


def _members(section: Section, links: _Links) -> Html:
    """Draw the towns of a campaign, each linked to its own card."""
    if not section.members:
        return Html("")
    named = (
        element("a", shown(one_line(name)), href=f"#{links.headings[key]}", dir="auto")
        for key, name in section.members
    )
    listed = element("ul", *(element("li", link) for link in named))
    return element("div", element("p", escape("Places named")), listed, class_="members")


# --------------------------------------------------------------------------- rows


def _row(row: Row, label_before: str, links: _Links) -> Html:
    repeated = " repeated" if row.label == label_before else ""
    numbers = (links.number(evidence) for evidence in (*row.evidence, *row.sources))
    return element(
        "li",
        element("span", shown(row.label), class_="label", dir="auto"),
        _said(row, links),
        _speaker(row, links),
        id=f"{links.key}c{row.number}",
        class_=f"row g-{row.group}{repeated}",
        tabindex="-1",
        title=row.detail,
        data_m=" ".join(dict.fromkeys(number for number in numbers if number)),
    )


def _said(row: Row, links: _Links) -> Html:
    """Draw a value, what is not plain about it, and under it the words it rests on."""
    evidence = [_words(e, links) for e in row.evidence]
    value = evidence[0] if row.literal else shown(row.value)
    unknown = " unknown" if row.value == words.NOT_STATED else ""
    # What we word ourselves runs from left to right, whatever the report's words within it do.
    way = "auto" if row.literal else ""
    said = [element("span", value, class_=f"value{unknown}", dir=way)]
    said += [element("span", shown(note), class_="note") for note in row.notes]
    said += [element("span", escape("taken"), class_="note taken")] if row.taken else []
    under = [] if row.literal or not evidence else [element("p", *evidence, class_="words")]
    return element("div", element("p", *said), *under)


def _words(evidence: Evidence, links: _Links, group: str = "") -> Html:
    """Link words to their mark; words that are not in the text lead nowhere."""
    number = links.number(evidence)
    if not number:
        return element("q", shown(evidence.exact), dir="auto")
    spoken = element("bdi", shown(evidence.exact))
    href = f"#{links.key}m{number}"
    return element("a", spoken, element("sup", escape(number)), class_=f"cite {group}", href=href)


def _speaker(row: Row, links: _Links) -> Html:
    if not (row.said_by or row.sources):
        return Html("")
    kind = "soft" if row.said_by == words.UNATTRIBUTED else "holder"
    said = element("span", shown(row.said_by), class_=kind, dir="auto") if row.said_by else Html("")
    sources = (_words(source, links, "g-source") for source in row.sources)
    detail = element("span", escape(row.detail), class_="detail") if row.detail else Html("")
    return element("p", said, escape(" "), *sources, detail, class_="by")


# --------------------------------------------------------------------------- rivals and faults


def _rivalry(rivalry: Rivalry) -> Html:
    title = f"{words.LABELS[rivalry.field]}: "
    marks = (element("span", escape(words.number(tick))) for tick in rivalry.ticks)
    return element(
        "figure",
        element("figcaption", element("strong", escape(title)), shown(rivalry.verdict)),
        element("ul", *(_line(line) for line in rivalry.lines)),
        element("p", *marks, class_="scale", aria_hidden="true"),
        class_="rivals differ" if rivalry.differ else "rivals",
    )


def _line(line: Line) -> Html:
    style = f"left:{line.left:.2%};width:{line.right - line.left:.2%}"
    bar = element("span", class_="bar open" if line.open_end else "bar", style=style)
    return element(
        "li",
        element("span", shown(line.who), class_="who", dir="auto"),
        element("span", shown(line.amount), class_="amount"),
        element("span", bar, class_="track", aria_hidden="true"),
        class_="taken" if line.taken else "",
    )


def _faults(faults: tuple[Fault, ...], key: str) -> Html:
    if not faults:
        return Html("")
    heading = element("h3", escape("What went wrong"), id=f"{key}-faults")
    listed = element("ul", *(_fault(fault) for fault in faults))
    return element(
        "section", heading, listed, class_="card faults", aria_labelledby=f"{key}-faults"
    )


def _fault(fault: Fault) -> Html:
    code = element("code", shown(fault.code))
    where = element("span", shown(fault.where), class_="soft")
    happened = element("p", code, escape(" "), shown(fault.message), escape(" "), where)
    return element("li", happened, element("p", shown(fault.hint)) if fault.hint else Html(""))
