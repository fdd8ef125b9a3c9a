"""Turns marked text into coloured text for a terminal.

Colours are the sixteen that every terminal has and that its user has chosen; a group never
depends on colour alone, since the tables below the text repeat its words. Where there is no
colour, marked words stand in ‹brackets›, and brackets nest as marks do. Control characters are
made visible before they reach the terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from rich.console import Console
from rich.style import Style
from rich.text import Text

from cortege.view.marks import GROUPS, Group, Mark, Segment, paragraphs, segments
from cortege.view.outline import Outline
from cortege.view.safe import one_line, visible

STYLES: Final[dict[Group, Style]] = {
    "what": Style.parse("bold"),
    "who": Style.parse("cyan"),
    "when": Style.parse("green"),
    "where": Style.parse("bright_blue"),
    "how-many": Style.parse("bold yellow"),
    "what-for": Style.parse("magenta"),
    "police": Style.parse("red"),
    "figure": Style.parse("yellow"),
    "quote": Style.parse("italic"),
    "source": Style.parse("underline"),
}
SOFT: Final = "dim"
# Rich breaks lines at no-break spaces too («\u202fNon\u202f!»); until lines are broken, private
# signs of the same width stand for them.
_HELD: Final = str.maketrans("\u00a0\u202f", "\ue0a0\ue02f")
_RELEASED: Final = str.maketrans("\ue0a0\ue02f", "\u00a0\u202f")
_WIDEST: Final = 100  # columns; longer lines are hard to follow


@dataclass(frozen=True, slots=True)
class Medium:
    """What a console can show: its width, whether it has colour, and which signs it can print."""

    width: int
    colour: bool
    opening: str = "‹"
    closing: str = "›"
    between: str = " · "
    bar: str = "├─┤▶●"
    rule: str = "─"
    alert: str = "≠"

    @classmethod
    def of(cls, console: Console) -> Medium:
        """Ask a console what it can show."""
        colour = console.color_system is not None and not console.no_color
        width = min(console.width, _WIDEST)
        if console.options.ascii_only:
            return cls(width, colour, "[", "]", " - ", "|-|>o", "-", "!")
        return cls(width, colour)

    def listed(self, parts: Iterable[Text]) -> Text:
        """Set parts on one line, with a soft sign between them."""
        line = Text()
        for part in parts:
            line.append(self.between if line else "", SOFT).append_text(part)
        return line

    def marked(self, words: str, group: Group) -> Text:
        """Show words of the report in the colour of their group, or in brackets."""
        words = one_line(words)
        if self.colour:
            return Text().append(words, STYLES[group])
        return Text(f"{self.opening}{words}{self.closing}")


def text(outline: Outline, medium: Medium) -> Iterator[Text]:
    """Give the title, if there is one, and the paragraphs, with the words of claims marked."""
    article = outline.reading.article
    blocks = paragraphs(article.text, article.title_end)
    cuts = [edge for block in blocks for edge in block]
    pieces = segments(outline.marks, len(article.text), cuts)
    piece = next(pieces, None)
    for start, end in blocks:
        paragraph = Text()
        while piece is not None and piece.start < end:
            if piece.start >= start:
                _add(paragraph, article.text[piece.start : piece.end], piece, medium)
            piece = next(pieces, None)
        paragraph.expand_tabs(4)
        yield paragraph


def _add(paragraph: Text, words: str, piece: Segment, medium: Medium) -> None:
    words = held(visible(words))
    if not medium.colour:
        opening, closing = (_outer(marks, piece) for marks in (piece.opening, piece.closing))
        paragraph.append(f"{medium.opening * opening}{words}{medium.closing * closing}")
        return
    style = Style()
    for mark in reversed(piece.marks):  # the shortest mark has the last word
        style += STYLES[mark.group]
    paragraph.append(words, style)


def held(words: str) -> str:
    """Keep words together that a no-break space joins, until lines are broken."""
    return words.translate(_HELD)


def released(line: str) -> str:
    """Give a line its no-break spaces back, once lines are broken."""
    return line.translate(_RELEASED)


def _outer(marks: tuple[Mark, ...], piece: Segment) -> int:
    """Count the marks to bracket: an attribution within another, "‹Ruiz ‹said››", needs none."""

    def within(mark: Mark, other: Mark) -> bool:
        return other is not mark and other.start <= mark.start and mark.end <= other.end

    sources = [mark for mark in piece.marks if mark.group == "source"]
    return sum(
        mark.group != "source" or not any(within(mark, other) for other in sources)
        for mark in marks
    )


def legend(outline: Outline, medium: Medium) -> Text:
    """Explain the colours that occur, or the brackets."""
    if not medium.colour:
        return Text(f"{medium.opening}words{medium.closing} are those a claim below rests on")
    present = {mark.group for mark in outline.marks}
    return medium.listed(Text(n, STYLES[group]) for group, n in GROUPS.items() if group in present)
