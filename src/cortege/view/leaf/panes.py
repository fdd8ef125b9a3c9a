"""Turns a report's text into the left side of the page: the words of claims, marked and linked.

Each segment of a mark is a link to the row that rests on it; of several marks on one segment the
shortest leads. The text of the pane is the article's text, character for character: numbers
beside marks, codes of control characters and the like are drawn by style and are not text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cortege.view.marks import Mark, Segment, paragraphs, segments
from cortege.view.outline import Outline
from cortege.view.safe import Html, element, escape, join, one_line, shown

_LONGEST_TIP: Final = 120  # a tip only reminds; the row it speaks of has everything


def pane(outline: Outline, key: str) -> Html:
    """Draw the text of the report whose reading has this key: its title and its paragraphs."""
    article = outline.reading.article
    blocks = paragraphs(article.text, article.title_end)
    starts = dict(blocks)
    cuts = [edge for block in blocks for edge in block]
    tips = _tips(outline)
    drawn: list[Html] = []
    within: list[Html] = []
    end = 0
    for piece in segments(outline.marks, len(article.text), cuts):
        words = article.text[piece.start : piece.end]
        end = starts.get(piece.start, end)
        if piece.start >= end:  # newlines between two paragraphs
            drawn.append(join(*_anchors(piece, key), escape(words)))
            continue
        within.append(_segment(piece, words, key, tips))
        if piece.end == end:
            is_title = piece.end == article.title_end
            drawn.append(_block(join(*within), f"{key}-title" if is_title else ""))
            within = []
    text = join(*drawn)
    return element("div", text, class_="text", dir="auto", lang=_tag(article.language))


def _block(inside: Html, title_key: str) -> Html:
    if title_key:
        return element("h2", inside, id=title_key, dir="auto")
    return element("p", inside, dir="auto")


def _segment(piece: Segment, words: str, key: str, tips: dict[int, str]) -> Html:
    if not piece.marks:
        return shown(words)
    leading = piece.marks[0]
    quoted = " quoted" if any(mark.group == "quote" for mark in piece.marks[1:]) else ""
    opens = leading in piece.opening
    link = element(
        "a",
        shown(words),
        class_=f"mark g-{leading.group}{quoted}",
        id=f"{key}m{leading.number}" if opens else "",
        href=f"#{key}c{leading.rows[0]}",
        title=tips[leading.number] if opens else "",
        data_m=" ".join(str(mark.number) for mark in piece.marks),
        data_n="\u202f".join(str(mark.number) for mark in sorted(piece.closing, key=_number)),
    )
    return join(*_anchors(piece, key, leading if opens else None), link)


def _number(mark: Mark) -> int:
    return mark.number


def _anchors(piece: Segment, key: str, led: Mark | None = None) -> Iterator[Html]:
    """Give an anchor for each mark that opens here, but for the one whose link is its own."""
    for mark in piece.opening:
        if mark is not led:
            yield element("span", id=f"{key}m{mark.number}", class_="anchor")


def _tips(outline: Outline) -> dict[int, str]:
    """Say in a few words what each mark carries, for those who point at it."""
    rows = {row.number: row for section in outline.sections for row in section.rows}
    tips: dict[int, str] = {}
    for mark in outline.marks:
        said = dict.fromkeys(
            f"{rows[n].label}: {rows[n].value[:_LONGEST_TIP]}" for n in mark.rows[:3]
        )
        tip = one_line("; ".join(said))
        tips[mark.number] = tip if len(tip) <= _LONGEST_TIP else f"{tip[:_LONGEST_TIP]}…"
    return tips


def _tag(language: str | None) -> str:
    """Give a language as a tag that a browser may read, or nothing."""
    plain = (language or "").replace("_", "-")
    return plain if plain.isascii() and plain.replace("-", "").isalnum() else ""
