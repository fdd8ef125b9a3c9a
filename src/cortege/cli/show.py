"""Turns one account or article of a record into something to read: ``cortege show``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from cortege.nouns.article import Article
    from cortege.nouns.claim import Claim
    from cortege.nouns.reading import Reading
    from cortege.store.lookup import Named, Placed
    from cortege.store.session import Record
    from cortege.view.paint import Medium


def show(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ACCOUNT|ARTICLE",
            help="The id of an account or an article, or any unique beginning of it.",
        ),
    ],
    record: Annotated[Path, typer.Option(metavar="FILE", help="The record.")] = Path("cortege.db"),
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Show an account or an article: what is said, in which words, and who says so.

    An account is shown field by field; claims that carry the chosen value are starred. An article
    is shown as `cortege read` shows it, with the ids that the record gave its accounts.
    """
    from rich.console import Console

    from cortege.store.lookup import account_named, named
    from cortege.store.session import open_record

    console = Console(highlight=False)
    with open_record(record) as opened:
        found = named(opened, name)
        if found.kind == "account":
            placed = account_named(opened, found.id)
            _show_account(placed, console, as_json=as_json)
        else:
            _show_article(opened, found, console, as_json=as_json)


def _show_account(placed: Placed, console: Console, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(account_json(placed), ensure_ascii=False))  # noqa: T201
        return
    for indent, line in _account_lines(placed, console):
        print_line(console, line, indent)


def print_line(console: Console, line: Text, indent: int) -> None:
    """Print a line: folded and indented on a terminal, whole where it may be searched.

    An address or a digest is never folded, so that it can be copied.
    """
    from rich.padding import Padding
    from rich.text import Text

    from cortege.view.paint import Medium

    if console.is_terminal and " " in line.plain:
        padded = Padding(line, (0, 0, 0, indent))
        console.print(padded, width=Medium.of(console).width, overflow="fold")
    else:
        console.print(Text(" " * indent).append_text(line), soft_wrap=True)


def account_json(placed: Placed) -> dict[str, Any]:
    """Give an account as JSON: its id, the report it stands in, and what a reading says of it."""
    from cortege.contract import account_to

    return {
        "id": placed.id,
        "article": article_json(placed.reading.article),
        "account": account_to(placed.account),
    }


def article_json(article: Article) -> dict[str, Any]:
    """Give what is known of a report's origin as JSON, without its text."""
    from cortege.contract import value_to

    return {
        "id": article.id,
        "source_id": article.source_id,
        "title": article.title or None,
        "outlet": article.outlet,
        "byline": article.byline,
        "url": article.url,
        "language": article.language,
        "published": {**value_to(article.published), "origin": article.published_origin},
    }


def article_lines(reading: Reading) -> list[str]:
    """Give what is known of a report's origin as lines to read, its digest and reader last."""
    from cortege.view import words

    article, run = reading.article, reading.run
    origin = words.PUBLISHED.get(article.published_origin)
    facts = (
        article.outlet or f"outlet {words.NOT_STATED}",
        article.byline,
        f"published {words.date(article.published)}" + (f" ({origin})" if origin else ""),
    )
    lines = (
        article.title or "(no title)",
        " · ".join(fact for fact in facts if fact),
        article.source_id,
        article.url,
        article.id,
        f"read by Cortège {run.cortege}, codebook {run.codebook}",
    )
    return [line for line in lines if line]


def _account_lines(placed: Placed, console: Console) -> Iterator[tuple[int, Text]]:
    """Give the lines that show an account, each with its indent."""
    from rich.text import Text

    from cortege.nouns.claim import FIELDS
    from cortege.view import words
    from cortege.view.paint import Medium
    from cortege.view.safe import one_line

    account, medium = placed.account, Medium.of(console)
    yield 0, Text(one_line(_heading(placed)), "bold")
    yield from ((2, Text(one_line(line))) for line in article_lines(placed.reading))
    for field in FIELDS:
        chosen = account.resolved.claims.get(field, ())
        if account.about(field):
            yield 0, Text(f"\n{words.LABELS[field]}")
        for claim in account.about(field):
            yield 2, _claim_line(claim, medium, starred=claim.id in chosen)
    if account.resolved.size_contested:
        yield 0, Text("\nThe sizes contradict one another; `cortege why` shows how.")
    silent = [words.LABELS[field] for field in FIELDS if not account.about(field)]
    yield 0, Text(f"\nThe report does not say: {', '.join(silent)}" if silent else "")


def _heading(placed: Placed) -> str:
    from cortege.store.ids import short
    from cortege.view import words

    account = placed.account
    status = words.STATUSES.get(account.status, account.status)
    facts = (
        words.town(account.resolved.place),
        words.date(account.resolved.date),
        status if account.focal else f"{status}, background",
    )
    return f"{short(placed.id)}  {' · '.join(facts)}"


def _claim_line(claim: Claim, medium: Medium, *, starred: bool) -> Text:
    """Give a claim on one line: its value, who says so, and the words that carry it."""
    from rich.text import Text

    from cortege.view import words
    from cortege.view.safe import one_line

    line = Text("* " if starred else "- ")
    line.append(one_line(words.value(claim.value)), "bold" if starred else "")
    for note in words.notes(claim):
        line.append(f" [{note}]", "bold red")
    line.append(f" — {one_line(words.holder(claim.holder))}:")
    for evidence in claim.evidence:
        line.append(" ").append_text(medium.marked(evidence.exact, "how-many"))
    return line


def _show_article(record: Record, found: Named, console: Console, *, as_json: bool) -> None:
    from cortege.store import articles, ids

    reading = articles.load(record, found.article_id)
    kept = articles.readings_of(record, found.article_id)
    numbers = range(1, len(reading.accounts) + 1)
    account_ids = [ids.account_id(found.article_id, number) for number in numbers]
    if as_json:
        print(json.dumps(_article_object(reading, account_ids, kept), ensure_ascii=False))  # noqa: T201
        return
    from rich.text import Text

    from cortege.view import terminal, words
    from cortege.view.safe import one_line

    terminal.show(reading, console)
    for account, identity in zip(reading.accounts, account_ids, strict=True):
        line = f"{ids.short(identity)}  {account.id}, {words.town(account.resolved.place)}"
        print_line(console, Text(one_line(line)), 0)
    for line in article_lines(reading):
        print_line(console, Text(one_line(line)), 2)


def _article_object(reading: Reading, account_ids: list[str], kept: Any) -> dict[str, Any]:
    from cortege.contract import reading_to

    found = reading_to(reading)
    for account, identity in zip(found["accounts"], account_ids, strict=True):
        account["record_id"] = identity
    found["readings"] = [
        {"id": k.id, "cortege": k.cortege, "added_at": k.added_at, "current": k.current}
        for k in kept
    ]
    return found
