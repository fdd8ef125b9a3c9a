"""Turns a record into one line per account: ``cortege list``."""

from __future__ import annotations

import calendar
import json
import re
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, get_args

import typer

from cortege.nouns.account import Status

if TYPE_CHECKING:
    from cortege.store.accounts import Found, Listed

FORMS: Final = (
    "march rally vigil sit_in picket strike blockade occupation riot counter_protest boycott "
    "hunger_strike symbolic other"
).split()
STATUSES: Final[tuple[str, ...]] = get_args(Status)
_COLUMNS: Final = ("id", "when", "where", "form", "how many", "status", "report")


def list_accounts(
    record: Annotated[Path, typer.Option(metavar="FILE", help="The record.")] = Path("cortege.db"),
    first: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="DATE",
            help="Only protests that may have taken place on this day or later: 2026-03-08, "
            "2026-03 or 2026.",
        ),
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Only those up to this day.")
    ] = None,
    country: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="ISO code of the country, as FR. May be repeated."),
    ] = None,
    place: Annotated[
        str | None,
        typer.Option(
            metavar="WORDS",
            help="Words of the name of the town, the site or the region; case and accents do "
            "not matter.",
        ),
    ] = None,
    form: Annotated[
        list[str] | None,
        typer.Option(metavar="FORM", help=f"One of: {', '.join(FORMS)}. May be repeated."),
    ] = None,
    status: Annotated[
        list[str] | None,
        typer.Option(metavar="STATUS", help=f"One of: {', '.join(STATUSES)}. May be repeated."),
    ] = None,
    min_size: Annotated[
        float | None,
        typer.Option(
            metavar="N", min=0, help="Only protests of at least N people, by the lower bound."
        ),
    ] = None,
    focal: Annotated[
        bool,
        typer.Option(
            "--focal/--all",
            help="Only what a report is about, or also what it mentions as background.",
        ),
    ] = True,
    limit: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Print at most N accounts.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object per account.")
    ] = False,
) -> None:
    """List what reports say of protests, one line per account, the newest protest first.

    An account is what one report says of one protest; two reports of one march are two lines.
    Where output is not a terminal, columns are separated by tabs. Any unique beginning of an id
    will do for `cortege show` and `cortege why`.
    """
    from cortege.store.accounts import Wanted, find
    from cortege.store.session import open_record

    wanted = Wanted(
        first=_day(first, "--from", last=False),
        last=_day(last, "--to", last=True),
        countries=tuple(_country(code) for code in country or ()),
        place=place,
        forms=_codes(form, FORMS, "--form"),
        statuses=_codes(status, STATUSES, "--status"),
        min_size=min_size,
        focal_only=focal,
        limit=limit,
    )
    if wanted.first and wanted.last and wanted.first > wanted.last:
        raise typer.BadParameter(f"{first} lies after {last}", param_hint="--from")
    with open_record(record) as opened:
        found = find(opened, wanted)
    if as_json:
        for account in found.listed:
            print(json.dumps(_json(account), ensure_ascii=False))  # noqa: T201
    else:
        _print(found)
    _print_left_out(found)


def _day(text: str | None, option: str, *, last: bool) -> date | None:
    """Read a day, or the first or last day of a month or year."""
    if text is None:
        return None
    found = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text.strip(), re.ASCII)
    year, month, day = (int(part or 0) for part in (found.groups() if found else (0, 0, 0)))
    try:
        month = month or (12 if last else 1)
        return date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))
    except ValueError as trouble:
        message = f"{text!r} is no day, month or year; write 2026-03-08, 2026-03 or 2026"
        raise typer.BadParameter(message, param_hint=option) from trouble


def _country(code: str) -> str:
    if not re.fullmatch("[A-Za-z]{2}", code):
        message = f"{code!r} is no country code; write two letters, as FR"
        raise typer.BadParameter(message, param_hint="--country")
    return code.upper()


def _codes(given: list[str] | None, known: Any, option: str) -> tuple[Any, ...]:
    codes = tuple(code.strip().lower().replace("-", "_") for code in given or ())
    for code in codes:
        if code not in known:
            message = f"{code!r} is not one of {', '.join(known)}"
            raise typer.BadParameter(message, param_hint=option)
    return codes


def _print(found: Found) -> None:
    rows = [_cells(account) for account in found.listed]
    if not sys.stdout.isatty():
        for row in (_COLUMNS, *rows) if rows else ():
            typer.echo("\t".join(row))
        return
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="dim")
    for name in _COLUMNS:
        table.add_column(name, overflow="fold", no_wrap=name == "id")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    if rows:
        Console(highlight=False).print(table)


def _cells(account: Listed) -> tuple[str, ...]:
    from cortege.store.ids import short
    from cortege.view import words
    from cortege.view.names import country
    from cortege.view.safe import one_line

    where = ", ".join(part for part in (account.place, country(account.country)) if part)
    size = words.quantity(account.size) + (" (contested)" if account.size_contested else "")
    status = words.STATUSES.get(account.status, account.status)
    cells = (
        short(account.id),
        words.date(account.date),
        where or words.NOT_STATED,
        ", ".join(words.code(form) for form in account.forms) or words.NOT_STATED,
        size,
        status if account.focal else f"{status}, background",
        ", ".join(part for part in (account.outlet, account.title) if part),
    )
    return tuple(one_line(cell) for cell in cells)


def _json(account: Listed) -> dict[str, Any]:
    from cortege.contract import value_to

    return {
        "id": account.id,
        "article": account.article_id,
        "date": value_to(account.date) if account.date else None,
        "place": account.place,
        "admin1": account.admin1,
        "country": account.country,
        "forms": list(account.forms),
        "size": value_to(account.size) if account.size else None,
        "size_contested": account.size_contested,
        "status": account.status,
        "focal": account.focal,
        "title": account.title or None,
        "outlet": account.outlet,
    }


def _print_left_out(found: Found) -> None:
    """Say on stderr what the list does not show, so that nothing goes missing unsaid."""
    n_more = found.n_passing - len(found.listed)
    notes = (
        (not found.n_passing, "No account passes."),
        (n_more, f"{n_more} more; raise --limit to see them."),
        (found.n_undated, f"{found.n_undated} without a date left out by --from and --to."),
        (found.n_background, f"{found.n_background} of background left out; --all shows them."),
    )
    for is_so, note in notes:
        if is_so:
            typer.echo(note, err=True)
