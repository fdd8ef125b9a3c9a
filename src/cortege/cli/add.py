"""Turns reports into readings of a record: ``cortege add``.

Each report is one transaction and is told of only after it has been saved, so whatever has been
printed as added is in the record, come what may. A report that is there already is left alone.
"""

from __future__ import annotations

import json
import shlex
import sys
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

import typer

from cortege.errors import UserError, fault
from cortege.nouns.reading import Fault, Reading

if TYPE_CHECKING:
    from cortege.flow import Read
    from cortege.store.session import Record

DEFAULT_RECORD: Final = Path("cortege.db")
DONE: Final = 0
WITH_FAULTS: Final = 3
INTERRUPTED: Final = 130
"""What shells expect of a command that Ctrl-C has stopped."""

_NO_FAILURE: Final = {"DATE-UNSTATED"}
"""Faults that are the report's own and no failure, as for `cortege read`."""

_STATUSES: Final = {
    "added": "added",
    "updated": "updated",
    "known": "already there",
    "fault": "set aside",
}

Status = Literal["added", "known", "updated", "fault"]


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one report. ``faults`` may also belong to one that was saved."""

    status: Status
    title: str
    article_id: str | None = None
    reading_id: str | None = None
    account_ids: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


def add(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="Reports: text, HTML or JSON Lines files, folders of them, or - for what is "
            "piped in.",
        ),
    ],
    record: Annotated[
        Path, typer.Option(metavar="FILE", help="The record; it is created if it is not there.")
    ] = DEFAULT_RECORD,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="YYYY-MM-DD",
            help="When reports appeared that do not say so. “On Saturday” hangs on it.",
        ),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="The language of reports, where not to be guessed."),
    ] = None,
    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who published reports that do not say so.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object per report, as it is saved.")
    ] = False,
) -> None:
    """Read reports and keep what they say in a record.

    Each report is saved before it is reported as saved. Adding the same report again changes
    nothing, so after an interruption simply run the same command again. A report read by a newer
    version of Cortège gets a new reading; the old one is kept.

    Exit code: 0 when all went well, 3 when some reports or parts of them were set aside.
    """
    from cortege.cli.read import options
    from cortege.flow import read_paths

    found = read_paths(paths, options(published, language, outlet))
    raise typer.Exit(add_readings(found, record, as_json=as_json))


def add_readings(found: Iterable[Read], record_path: Path, *, as_json: bool = False) -> int:
    """Save readings as they come, telling of each once it is safe; give the exit code."""
    counts: Counter[str] = Counter()
    try:
        with _telling(as_json=as_json) as tell, closing(_added(found, record_path)) as added:
            for told in added:
                counts[told.status] += 1
                counts["faults"] += sum(each.code not in _NO_FAILURE for each in told.faults)
                tell(told)
    except KeyboardInterrupt:
        _say(f"\nStopped. {_saved(counts)} Run the same command again to go on.")
        return INTERRUPTED
    except UserError:
        if counts:
            _say(f"{_saved(counts)} Run the same command again to go on.")
        raise
    if not as_json:
        typer.echo(_summary(counts, record_path))
    return WITH_FAULTS if counts["faults"] else DONE


def _added(found: Iterable[Read], record_path: Path) -> Generator[Told]:
    from cortege.store.session import open_record

    with ExitStack() as closing_last:
        record: Record | None = None
        for read in found:
            if read.reading is None or not read.reading.article.text.strip():
                yield Told("fault", read.where, faults=read.faults)
                continue
            # Begun only now, so that a mistyped path leaves no empty record behind.
            record = record or closing_last.enter_context(open_record(record_path, create=True))
            yield _put(record, read.reading, read)


def _put(record: Record, reading: Reading, read: Read) -> Told:
    from cortege.store.articles import save

    article = reading.article
    title = article.title or read.where
    try:
        saved = save(record, reading)
    except (ValueError, OverflowError) as trouble:
        message = f"the reading cannot be kept: {trouble}"
        bad = fault("READ-FAILED", read.where, message, "please send us the report: it shows a bug")
        return Told("fault", title, article_id=article.id, faults=(*read.faults, bad))
    return Told(saved.status, title, article.id, saved.reading_id, saved.account_ids, read.faults)


@contextmanager
def _telling(*, as_json: bool) -> Iterator[Callable[[Told], None]]:
    """Give what tells of each report: JSON on stdout, or lines on stderr; a bar on terminals."""
    if not sys.stderr.isatty() or (as_json and sys.stdout.isatty()):
        yield _print_json if as_json else _print_lines
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True, highlight=False)
    columns = (SpinnerColumn(), TextColumn("{task.completed} reports"), TimeElapsedColumn())
    # What is redirected would end on stderr, even where stdout goes to a file.
    with Progress(
        *columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False
    ) as progress:
        task = progress.add_task("add", total=None)

        def tell(told: Told) -> None:
            if as_json:
                _print_json(told)
            else:
                for line in _lines(told):
                    console.print(line, markup=False, soft_wrap=True)
            progress.advance(task)

        yield tell


def _print_json(told: Told) -> None:
    from cortege.contract import fault_to

    line = {
        "article": told.article_id,
        "status": told.status,
        "title": told.title,
        "reading": told.reading_id,
        "accounts": list(told.account_ids),
        "faults": [fault_to(each) for each in told.faults],
    }
    # Flushed at once: whoever reads along may rely on every line that has come.
    print(json.dumps(line, ensure_ascii=False), flush=True)  # noqa: T201


def _print_lines(told: Told) -> None:
    for line in _lines(told):
        _say(line)


def _lines(told: Told) -> Iterator[str]:
    from cortege.store.ids import short
    from cortege.view.safe import one_line

    name = short(told.article_id) if told.article_id else ""
    many = len(told.account_ids)
    accounts = f" ({many} {'account' if many == 1 else 'accounts'})" if told.reading_id else ""
    yield f"{_STATUSES[told.status]:<13} {name:<10} {one_line(told.title)}{accounts}"
    for each in told.faults:
        yield f"{'':<13} {each.code}: {one_line(each.message)}; {one_line(each.hint)}"


def _say(line: str) -> None:
    typer.echo(line, err=True)


def _saved(counts: Counter[str]) -> str:
    return f"{_reports(_kept(counts))} in the record, whole and safe: {_parts(counts)}."


def _summary(counts: Counter[str], record_path: Path) -> str:
    n_read = sum(counts[status] for status in _STATUSES)
    if not _kept(counts):
        return f"{_reports(n_read)}: {_parts(counts)}." if n_read else "No report was found."
    named = "" if record_path == DEFAULT_RECORD else f" --record {shlex.quote(str(record_path))}"
    return f"{_reports(n_read)}: {_parts(counts)}. See them with: cortege list{named}"


def _kept(counts: Counter[str]) -> int:
    return counts["added"] + counts["updated"] + counts["known"]


def _parts(counts: Counter[str]) -> str:
    return ", ".join(f"{counts[status]} {said}" for status, said in _STATUSES.items())


def _reports(count: int) -> str:
    return "1 report" if count == 1 else f"{count} reports"
