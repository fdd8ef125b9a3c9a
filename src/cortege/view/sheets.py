"""Turns the sections of a reading into tables for a terminal.

Wide terminals get a table with a column each for field, value, words and speaker; below
``_NARROW`` columns, and for what the report only mentions, the same rows are stacked, one thing
under the other. Rival figures follow their table, one below the other on one scale of powers
of ten. Lines end where their words end, so that a copied or piped table has no loose blanks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from rich.box import Box
from rich.console import Console, ConsoleOptions, RenderableType
from rich.padding import Padding
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from cortege.view import words
from cortege.view.names import language
from cortege.view.outline import Kind, Outline, Row, Section, counted
from cortege.view.paint import SOFT, STYLES, Medium, held, legend, released, text
from cortege.view.rivals import Line, Rivalry
from cortege.view.safe import one_line

_NARROW: Final = 80
_BRIEF: Final = 4  # a protest with no more rows than this needs no head to its table
_BAR_WIDTH: Final = 30
_HEADED: Final = Box("    \n    \n ── \n    \n    \n    \n    \n    \n")
_COLUMNS: Final[dict[Kind, tuple[tuple[str, int], ...]]] = {
    "account": (("field", 3), ("value", 6), ("words", 7), ("who says so", 5)),
    "campaign": (("field", 3), ("value", 6), ("words", 7), ("who says so", 5)),
    "people": (("name", 3), ("who they are", 7), ("words", 5), ("who says so", 5)),
    "quotes": (("speaker", 4), ("what they say", 8), ("words", 7), ("where it says who", 4)),
    "figures": (("of what", 4), ("how much", 5), ("words", 6), ("who says so", 5)),
    "relay": (("source", 3), ("what it is", 5), ("words", 5), ("who says so", 5)),
}
_ANSWERS: Final = {
    "yes": ("Reports a protest", "bold green"),
    "no": ("No protest", "bold"),
    "unsure": ("May report a protest", "bold yellow"),
}


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Prints with a margin, and without blanks at the ends of lines."""

    content: RenderableType
    margin: int = 2

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        padded = Padding(self.content, (0, 0, 0, self.margin))
        for line in console.render_lines(padded, options, pad=False):
            while line and not line[-1].text.strip(" "):
                line.pop()
            if line:
                last = line.pop()
                line.append(Segment(last.text.rstrip(" "), last.style))
            yield from (Segment(released(part.text), part.style) for part in line)
            yield Segment.line()


def head(outline: Outline, medium: Medium, console: Console) -> None:
    """Print the title, where and when the report appeared, and whether it is of a protest."""
    article, verdict = outline.reading.article, outline.reading.protest
    console.print(Text(medium.rule * medium.width, SOFT))
    title = next(text(outline, medium)) if article.title else Text("(no title)")
    title.style = "bold"
    _print(title, medium, console, 0)
    published = words.date(article.published)
    origin = words.PUBLISHED.get(article.published_origin)
    facts = (
        article.outlet or "outlet not stated",
        f"by {article.byline}" if article.byline else "",
        f"{published} ({origin})" if origin else f"date {words.NOT_STATED}",
        language(article.language) or "language not known",
    )
    _print(_list(facts, medium), medium, console, 0)
    answer, style = _ANSWERS[verdict.answer]
    reasons = "; ".join(_line(reason) for reason in verdict.reasons)
    said = Text.assemble((answer, style), (f" ({verdict.score:.2f})", SOFT))
    _print(said.append(f": {reasons}" if reasons else ""), medium, console, 0)


def report(outline: Outline, medium: Medium, console: Console) -> None:
    """Print the report's paragraphs with their words marked, and what the marks mean."""
    console.print()
    paragraphs = text(outline, medium)
    if outline.reading.article.title:
        next(paragraphs)  # printed with the head
    for paragraph in paragraphs:
        _print(paragraph, medium, console)
        console.print()
    _print(legend(outline, medium), medium, console)


def protests(outline: Outline, medium: Medium, console: Console) -> None:
    """Print a table for each protest that the report is about."""
    sections = outline.of("account")
    for index, section in enumerate(sections, 1):
        _heading(counted(index, len(sections)), section, medium, console)
        _rows(section, medium, console)
        for rivalry in section.rivalries:
            _rivalry(rivalry, medium, console)


def rest(outline: Outline, medium: Medium, console: Console) -> None:
    """Print campaigns, people, quotes, figures and sources, then what is only mentioned."""
    for section in outline.of("campaign", "people", "quotes", "figures", "relay"):
        _heading("Campaign" if section.kind == "campaign" else "", section, medium, console)
        if section.members:
            named = ", ".join(_line(name) for _, name in section.members)
            _print(Text(f"places named: {named}"), medium, console)
        _rows(section, medium, console)
    for section in outline.of("background"):
        _heading("Also mentioned", section, medium, console)
        _stack(section.rows, medium, console, brief=True)


def faults(outline: Outline, medium: Medium, console: Console) -> None:
    """Print what went wrong with this report, and what can be done."""
    for fault in outline.reading.faults:
        code, where = _line(fault.code), _line(fault.where)
        said = Text.assemble((code, "bold red"), f" {_line(fault.message)} ", (where, SOFT))
        console.print()
        _print(said, medium, console, 0)
        if fault.hint:
            _print(Text(_line(fault.hint)), medium, console)


def _print(content: RenderableType, medium: Medium, console: Console, margin: int = 2) -> None:
    console.print(_Sheet(content, margin), width=medium.width, overflow="fold", end="")


def _line(words: str) -> str:
    return held(one_line(words))


def _list(parts: Iterable[str], medium: Medium) -> Text:
    return medium.listed(Text(_line(part)) for part in parts if part)


def _heading(before: str, section: Section, medium: Medium, console: Console) -> None:
    console.print()
    between = (medium.between, SOFT)
    line = Text.assemble((before, SOFT), between) if before else Text()
    line.append(_line(section.title), "bold")
    if section.status:
        line.append(*between).append(section.status)
    _print(line, medium, console, 0)
    if section.facts:
        silent = {said for _, said in section.facts} & {words.NOT_STATED}
        stated = (f"{name} {said}" if said in silent else said for name, said in section.facts)
        _print(_list(stated, medium), medium, console)


def _rows(section: Section, medium: Medium, console: Console) -> None:
    rows = section.rows
    if medium.width < _NARROW:
        _stack(rows, medium, console)
        return
    shown = (
        True,
        True,
        any(not row.literal and row.evidence for row in rows),
        any(row.said_by or row.sources for row in rows),
    )
    table = Table(
        box=_HEADED,
        expand=True,
        show_edge=False,
        pad_edge=False,
        show_header=len(rows) > _BRIEF or section.kind != "account",
        header_style=SOFT,
        border_style=SOFT,
    )
    for (name, ratio), column in zip(_COLUMNS[section.kind], shown, strict=True):
        if column:
            table.add_column(name, ratio=ratio, overflow="fold")
    for row, label in zip(rows, _labels(rows), strict=True):
        cells = (label, _value(row, medium), _words(row, medium), _speaker(row, medium))
        table.add_row(*(cell for cell, column in zip(cells, shown, strict=True) if column))
    _print(table, medium, console)


def _stack(rows: tuple[Row, ...], medium: Medium, console: Console, *, brief: bool = False) -> None:
    """Print rows with words and speaker under the value, or behind it where brevity is asked."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(overflow="fold", max_width=max(10, medium.width // 4))
    grid.add_column(overflow="fold")
    for row, label in zip(rows, _labels(rows), strict=True):
        value, speaker = _value(row, medium), _speaker(row, medium)
        rest = [] if row.literal else [_words(row, medium)]
        beside = medium.listed(part for part in (*rest, speaker) if part)
        flowing = brief or row.literal
        said = medium.listed(p for p in (value, beside) if p) if flowing else value
        if beside and not flowing:
            said.append("\n").append_text(beside)
        grid.add_row(label, said)
    _print(grid, medium, console)


def _labels(rows: Iterable[Row]) -> Iterator[Text]:
    """Give each row's label, and none where it is that of the row before."""
    before = ""
    for row in rows:
        hue = "" if row.group in {"quote", "source"} else STYLES[row.group]
        yield Text("" if row.label == before else _line(row.label), hue)
        before = row.label


def _value(row: Row, medium: Medium) -> Text:
    said = medium.marked(held(row.value), row.group) if row.literal else Text(_line(row.value))
    for note in row.notes:
        said.append(f" [{_line(note)}]", "bold")
    if row.taken:
        said.append(" [taken]", "bold green")
    return said


def _words(row: Row, medium: Medium) -> Text:
    if row.literal:
        return Text("the same words", SOFT)
    return medium.listed(medium.marked(held(e.exact), row.group) for e in row.evidence)


def _speaker(row: Row, medium: Medium) -> Text:
    said = Text(_line(row.said_by), SOFT if row.said_by == words.UNATTRIBUTED else "")
    for source in row.sources:
        said.append(" " if said else "").append_text(medium.marked(held(source.exact), "source"))
    return said


def _rivalry(rivalry: Rivalry, medium: Medium, console: Console) -> None:
    sign = f"{medium.alert} " if rivalry.differ else ""
    said = f"{words.LABELS[rivalry.field]}: {_line(rivalry.verdict)}"
    verdict = Text.assemble((sign, "bold yellow"), said)
    drawn = medium.width >= _NARROW
    grid = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(3):
        grid.add_column(overflow="fold")
    for line in rivalry.lines:
        style = "bold yellow" if line.taken else ""
        bar = Text(_bar(line, medium.bar), style) if drawn else Text()
        grid.add_row(Text(_line(line.who)), Text(_line(line.amount), style), bar)
    if drawn:
        low, high = words.number(rivalry.ticks[0]), words.number(rivalry.ticks[-1])
        grid.add_row(Text(), Text(), Text(low + high.rjust(_BAR_WIDTH - len(low)), SOFT))
    console.print()
    _print(verdict, medium, console)
    _print(grid, medium, console, 4)


def _bar(line: Line, signs: str) -> str:
    """Draw where a figure lies: its range between two ends, a point, or an open range."""
    first, last = (round(at * (_BAR_WIDTH - 1)) for at in (line.left, line.right))
    left, run, right, arrow, point = tuple(signs)
    if first >= last:
        return " " * first + (arrow if line.open_end else point)
    return " " * first + left + run * (last - first - 1) + (arrow if line.open_end else right)
