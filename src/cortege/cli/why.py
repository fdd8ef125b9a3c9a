"""Turns a field of an account into the path from its value to the report: ``cortege why``."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from cortege.cli.show import article_json, article_lines, print_line
from cortege.nouns.claim import FIELDS, Field

if TYPE_CHECKING:
    from rich.text import Text

    from cortege.store.lookup import Placed
    from cortege.store.passage import Passage
    from cortege.store.why import Explanation, Testimony
    from cortege.view.paint import Medium

_PLURALS: Final[dict[str, Field]] = {
    **{f"{field}s": field for field in FIELDS},
    "injury": "injuries",
    "arrest": "arrests",
    "death": "deaths",
}


def why(
    account: Annotated[
        str,
        typer.Argument(
            metavar="ACCOUNT", help="The id of an account, or any unique beginning of it."
        ),
    ],
    field: Annotated[str, typer.Argument(metavar="FIELD", help=f"One of: {', '.join(FIELDS)}.")],
    record: Annotated[Path, typer.Option(metavar="FILE", help="The record.")] = Path("cortege.db"),
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Show why a field has its value: the rule, the claims, who makes them, and the sentences.

    Claims for the value come first and those against it after them, each in its sentence with
    the words marked; last comes the report they stand in. Where a report says nothing of a field,
    that is the answer.
    """
    from rich.console import Console

    from cortege.store.lookup import account_named
    from cortege.store.session import open_record
    from cortege.store.why import explain
    from cortege.view.paint import Medium

    asked = _field(field)
    with open_record(record) as opened:
        placed = account_named(opened, account)
    explanation = explain(placed.reading, placed.account, asked)
    if as_json:
        print(json.dumps(_json(placed, explanation), ensure_ascii=False))  # noqa: T201
        return
    console = Console(highlight=False)
    for indent, line in _lines(placed, explanation, Medium.of(console)):
        print_line(console, line, indent)


def _field(typed: str) -> Field:
    """Read the name of a field, also in the plural and with hyphens."""
    name = typed.strip().lower().replace("-", "_")
    name = _PLURALS.get(name, name)
    if name in FIELDS:
        return name
    near = difflib.get_close_matches(name, FIELDS, 1)
    meant = f"; did you mean {near[0]}?" if near else f". Fields are {', '.join(FIELDS)}"
    raise typer.BadParameter(f"no field is called {typed!r}{meant}", param_hint="FIELD")


def _lines(placed: Placed, found: Explanation, medium: Medium) -> Iterator[tuple[int, Text]]:
    """Give the lines that show an explanation, each with its indent."""
    from rich.text import Text

    from cortege.store.ids import short
    from cortege.view import words
    from cortege.view.safe import one_line

    label, resolved = words.LABELS[found.field], found.account.resolved
    where = f"{words.town(resolved.place)}, {words.date(resolved.date)}"
    yield 0, Text(one_line(f"{where} (account {short(placed.id)})"))
    values = "; ".join(one_line(words.value(value)) for value in found.values)
    silence = words.NOT_STATED if found.said else "the report does not say"
    yield 0, Text(f"{label}: {values or silence}", "bold")
    yield from ((2, Text(one_line(line))) for line in _rule(found))
    yield from _testimonies("For", found.pro, medium)
    yield from _testimonies("Against", found.contra, medium)
    yield from _testimonies("Said of the whole campaign", found.campaign, medium)
    yield 0, Text("\nThe report", "bold")
    yield from ((2, Text(one_line(line))) for line in article_lines(placed.reading))


def _rule(found: Explanation) -> Iterator[str]:
    if found.policy:
        yield f"chosen by: {found.rule or 'no rule is noted'} (policy {found.policy})"
    elif found.said:
        yield "nothing was chosen: every claim stands for itself"
    if found.contested:
        yield "the claims contradict one another"


def _testimonies(
    title: str, testimonies: tuple[Testimony, ...], medium: Medium
) -> Iterator[tuple[int, Text]]:
    from rich.text import Text

    if testimonies:
        yield 0, Text(f"\n{title}", "bold")
    for testimony in testimonies:
        claim = testimony.claim
        yield 2, _claim_line(testimony, medium)
        for passage in testimony.passages:
            yield 6, _sentence(passage, medium)
        made_by = f"{claim.origin.name} {claim.origin.version}"
        yield 6, Text(f"{claim.id} · {made_by} · score {claim.score:.2f}", "dim")


def _claim_line(testimony: Testimony, medium: Medium) -> Text:
    from rich.text import Text

    from cortege.view import words
    from cortege.view.safe import one_line

    claim = testimony.claim
    line = Text("* " if testimony.chosen else "- ")
    line.append(one_line(words.value(claim.value)), "bold" if testimony.chosen else "")
    line.append(f" — {one_line(words.holder(claim.holder))}")
    if claim.holder.words:
        line.append(" ").append_text(medium.marked(claim.holder.words.exact, "source"))
    if testimony.remark:
        line.append(f" [{testimony.remark}]", "bold red")
    return line


def _sentence(passage: Passage, medium: Medium) -> Text:
    from rich.text import Text

    from cortege.view.safe import one_line

    sentence = Text()
    for piece, is_marked in passage.pieces():
        plain = Text(one_line(piece))
        sentence.append_text(medium.marked(piece, "how-many") if is_marked else plain)
    return sentence


def _json(placed: Placed, found: Explanation) -> dict[str, Any]:
    from cortege.contract import value_to

    run = placed.reading.run
    return {
        "account": placed.id,
        "field": found.field,
        "said": found.said,
        "values": [value_to(value) for value in found.values],
        "policy": found.policy,
        "rule": found.rule,
        "contested": found.contested,
        "for": [_testimony_json(each) for each in found.pro],
        "against": [_testimony_json(each) for each in found.contra],
        "campaign": [_testimony_json(each) for each in found.campaign],
        "report": article_json(found.article),
        "run": {"cortege": run.cortege, "codebook": run.codebook, "models": dict(run.models)},
    }


def _testimony_json(testimony: Testimony) -> dict[str, Any]:
    from cortege.contract import claim_to

    return {
        "claim": claim_to(testimony.claim),
        "chosen": testimony.chosen,
        "remark": testimony.remark,
        "passages": [
            {"start": passage.start, "end": passage.end, "text": passage.text}
            for passage in testimony.passages
        ],
    }
