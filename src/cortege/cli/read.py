"""``cortege read``: press reports in, what they say out."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cortege.flow import Read
    from cortege.ingest.stage import Given

_EXIT_FAULTS = 3
_EXIT_USAGE = 2


def read(
    paths: Annotated[
        list[str],
        typer.Argument(
            help="Text files, saved web pages, JSON Lines, folders of these, or - for standard "
            "input.",
            metavar="PATH...",
            show_default=False,
        ),
    ],
    published: Annotated[
        str | None,
        typer.Option(
            help="Publication date of reports that do not state theirs. Without it, "
            "“on Saturday” stays unresolved.",
            metavar="YYYY-MM-DD",
        ),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(help="Language of reports that do not state theirs (en, fr, es, de)."),
    ] = None,
    outlet: Annotated[
        str | None, typer.Option(help="Who published reports that do not say so.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object per report (cortege.reading/1).")
    ] = False,
    html: Annotated[
        Path | None,
        typer.Option(
            help="Write one self-contained page with every reading to FILE.", metavar="FILE"
        ),
    ] = None,
) -> None:
    """Read press reports of protests: who, where, when, how many and by whose count.

    Every value printed is a claim with the exact words that carry it. Exit code 0: all was read;
    3: read, but some inputs had faults (they are printed); 2: the command makes no sense.

    Examples:
      cortege read report.txt --published 2026-02-01
      cortege read reports.jsonl --json > readings.jsonl
      cat report.txt | cortege read - --html page.html
    """
    if as_json and html is not None:
        raise typer.BadParameter("--html goes without --json; run the command twice")
    if html is not None and not html.parent.is_dir():
        raise typer.BadParameter(f"--html: there is no folder {html.parent}; make it first")
    given = options(published, language, outlet)
    found = _readings(paths, given)
    faulty = _print_json(found) if as_json else _show(found, html)
    if faulty:
        raise typer.Exit(_EXIT_FAULTS)


def options(published: str | None, language: str | None, outlet: str | None) -> Given:
    """Check what the person gave, and stop with a usage error where it makes no sense."""
    from cortege.ingest.stage import Given as Settled
    from cortege.languages.pack import AVAILABLE

    if language is not None and language not in AVAILABLE:
        raise typer.BadParameter(f"--language is one of {', '.join(AVAILABLE)}")
    try:
        day = date.fromisoformat(published) if published else None
    except ValueError:
        raise typer.BadParameter(f"--published wants YYYY-MM-DD, not {published!r}") from None
    return Settled(day, language, outlet)


def _readings(paths: list[str], given: Given) -> Iterator[Read]:
    from cortege.flow import read_paths

    return read_paths(paths, given)


def _print_json(found: Iterator[Read]) -> bool:
    """Print readings as JSON Lines; faults of inputs without a reading go to standard error."""
    from cortege.contract import reading_to

    faulty = False
    for read_ in found:
        if read_.reading is None:
            _complain(read_)
            faulty = True
            continue
        faulty = faulty or _counts(read_)
        sys.stdout.write(json.dumps(reading_to(read_.reading), ensure_ascii=False) + "\n")
        sys.stdout.flush()
    return faulty


def _show(found: Iterator[Read], html: Path | None) -> bool:
    """Show readings on the terminal, and write the page when one is asked for."""
    from rich.console import Console

    from cortege.view.terminal import show

    console = Console()
    faulty, kept = False, []
    for read_ in found:
        if read_.reading is None:
            _complain(read_)
            faulty = True
            continue
        faulty = faulty or _counts(read_)
        show(read_.reading, console)
        if html is not None:
            kept.append(read_.reading)
    if html is not None:
        from cortege.view.page import page

        html.write_text(page(kept), encoding="utf-8")
        sys.stderr.write(f"wrote {html} ({len(kept)} readings)\n")
    return faulty


def _counts(read_: Read) -> bool:
    """Tell whether a reading's faults count: an unstated date is the report's, not an error."""
    if read_.reading is None:
        return True
    return any(fault.code != "DATE-UNSTATED" for fault in read_.reading.faults)


def _complain(read_: Read) -> None:
    for fault in read_.faults:
        sys.stderr.write(f"{fault.where}: {fault.message} [{fault.code}]\n  {fault.hint}\n")
