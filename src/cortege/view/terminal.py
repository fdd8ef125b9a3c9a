"""Turns a reading into something a person enjoys reading in a terminal.

First the report's head and what was made of it, then its text with the words of claims in
colour, then a table for each protest, then campaigns, people, quotes and figures, and last what
the report only mentions and what went wrong. Nothing is cut: long words are folded, never
shortened. Rich is imported only here and below, when there is something to show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

    from cortege.nouns.reading import Reading


def show(reading: Reading, console: Console) -> None:
    """Print a reading: the report with its marked words, then what it says."""
    from cortege.view import paint, sheets
    from cortege.view.outline import outline

    medium = paint.Medium.of(console)
    laid_out = outline(reading)
    sheets.head(laid_out, medium, console)
    if reading.protest.answer != "no" or laid_out.sections:
        sheets.report(laid_out, medium, console)
        sheets.protests(laid_out, medium, console)
        sheets.rest(laid_out, medium, console)
    sheets.faults(laid_out, medium, console)
    console.print()
