"""Turns one walk into the parts of ``docs/follow-one-article.md`` that the program makes itself.

The page tells in prose how an article travels through the main flow, and shows after each stage
what has become of the article. What it shows stands between ``<!-- made: NAME -->`` and
``<!-- end -->`` and is made from today's reading, so it cannot go stale unnoticed.

    python -m cortege.evaluate.follow            say whether the page shows today's reading
    python -m cortege.evaluate.follow --write    make its parts anew
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from cortege.contract import claim_to, reading_to
from cortege.evaluate.walks import WALKS, Walk, gaps_of, load_walk
from cortege.extract.stage import Mentions, extract
from cortege.extract.text import Text
from cortege.flow import placed
from cortege.languages import pack
from cortege.nouns.account import Account
from cortege.nouns.claim import Claim
from cortege.nouns.reading import Reading

PAGE: Final = Path("docs/follow-one-article.md")
WALK: Final = "en-16-minister-away"
COUNT: Final = "6,200"  # the claim that the page follows to its end

_PART: Final = re.compile(r"(<!-- made: (?P<name>\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Followed:
    """A walk and what each stage makes of it."""

    walk: Walk
    reading: Reading
    mentions: Mentions

    @property
    def text(self) -> Text:
        """Give the article taken apart."""
        return self.mentions.text


class PageError(ValueError):
    """The page asks for a part that there is not, or leaves one out."""


def follow(walk: Walk) -> Followed:
    """Take a walk through the stages."""
    reading = walk.read()
    language = reading.article.language or walk.language
    return Followed(walk, reading, extract(Text(reading.article, pack.load(language))))


def rebuilt(page: str, followed: Followed) -> str:
    """Give the page with its parts made anew.

    Raises:
        PageError: a part is unknown or missing.
    """
    asked = [part["name"] for part in _PART.finditer(page)]
    if sorted(asked) != sorted(PARTS):
        raise PageError(f"the page has the parts {asked}, and should have {list(PARTS)}")
    return _PART.sub(lambda part: f"{part[1]}{_part(part['name'], followed)}\n{part[3]}", page)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 when the page shows today's reading or was written."""
    parser = argparse.ArgumentParser(prog="python -m cortege.evaluate.follow")
    parser.add_argument("--write", action="store_true", help="make the page's parts anew")
    parser.add_argument("--page", type=Path, default=PAGE)
    parser.add_argument("--walks", type=Path, default=WALKS)
    options = parser.parse_args(arguments)
    page = options.page.read_text(encoding="utf-8")
    today = rebuilt(page, follow(load_walk(options.walks / WALK)))
    if options.write:
        options.page.write_text(today, encoding="utf-8")
    elif today != page:
        sys.stdout.write(f"{options.page} is stale: python -m cortege.evaluate.follow --write\n")
        return 1
    return 0


def _part(name: str, followed: Followed) -> str:
    return "\n".join(PARTS[name](followed))


# ------------------------------------------------------------------------------ the parts


def _report(followed: Followed) -> Iterator[str]:
    for line in followed.reading.article.text.split("\n"):
        yield f"> {line}".rstrip()


def _taken_apart(followed: Followed) -> Iterator[str]:
    text = followed.text
    sentence = next(one for one in text.sentences if not one.in_title and one.first > 0)
    shown = [text.exact(at, at + 1) for at in range(sentence.first, sentence.end)]
    yield "```text"
    yield f"{len(text)} tokens in {len(text.sentences)} sentences; the first behind the title is"
    yield " · ".join(shown)
    yield "```"


def _mentions(followed: Followed) -> Iterator[str]:
    found, text = followed.mentions, followed.text
    spans: dict[str, Iterable[tuple[int, int]]] = {
        "words for protest": ((m.first, m.end) for m in found.triggers),
        "numbers": ((m.core, m.core_end) for m in found.amounts),
        "of these, crowds": ((m.amount.first, m.amount.end) for m in found.crowds),
        "who says it": (m.span for m in found.attributions),
        "days": ((m.first, m.end) for m in found.dates),
        "places": ((m.first, m.end) for m in found.places),
        "who and what for": ((m.first, m.end) for m in found.actors),
        "figures": ((m.first, m.end) for m in found.figures),
    }
    words = {name: [text.exact(*span) for span in its] for name, its in spans.items()}
    return _table(("mention", "words"), [(name, " · ".join(its)) for name, its in words.items()])


def _places(followed: Followed) -> Iterator[str]:
    spots = placed(followed.mentions)
    rows = [
        (
            followed.text.exact(spot.first, spot.end),
            spot.place.name,
            spot.place.country or "",
            spot.place.precision,
            f"{spot.place.lat:.2f}, {spot.place.lon:.2f}" if spot.place.lat is not None else "",
        )
        for spot in spots
    ]
    return _table(("words", "place", "country", "precision", "point"), rows)


def _accounts(followed: Followed) -> Iterator[str]:
    reading = _as_json(followed)
    for account in reading["accounts"]:
        news = "today's news" if account["focal"] else "background"
        yield f"Account `{account['id']}`, {news}, {account['status']}:"
        yield ""
        yield from _table(
            ("field", "value", "says who", "stance", "words"), map(_claim_row, account["claims"])
        )
        yield ""


def _claim(followed: Followed) -> Iterator[str]:
    counted = _counted(followed.reading.accounts)
    return _code(claim_to(counted) if counted else None)


def _resolved(followed: Followed) -> Iterator[str]:
    resolved = _as_json(followed)["accounts"][0]["resolved"]
    return _code({name: resolved[name] for name in ("date", "forms", "size", "rules")})


def _people(followed: Followed) -> Iterator[str]:
    rows = [
        (p["name"], p["role"], p["side"], _presence(present=p["present"]), p["reason"])
        for p in _as_json(followed)["people"]
    ]
    return _table(("name", "role", "side", "there", "reason"), rows)


def _figures(followed: Followed) -> Iterator[str]:
    reading = _as_json(followed)
    sums = [figure for figure in reading["figures"] if figure["money"]]
    return _code(sums[0] if sums else None)


def _gaps(followed: Followed) -> Iterator[str]:
    gaps = gaps_of(followed.walk.findings())
    told = [(outcome, *fact.split(" | ")) for outcome, facts in gaps.items() for fact in facts]
    return _table(("today", "kind", "of", "fact"), told)


PARTS: Final[dict[str, Callable[[Followed], Iterator[str]]]] = {
    "report": _report,
    "taken_apart": _taken_apart,
    "mentions": _mentions,
    "places": _places,
    "accounts": _accounts,
    "claim": _claim,
    "resolved": _resolved,
    "people": _people,
    "figures": _figures,
    "gaps": _gaps,
}


# ----------------------------------------------------------------------------- how they look


def _as_json(followed: Followed) -> dict[str, Any]:
    return reading_to(followed.reading)


def _counted(accounts: Iterable[Account]) -> Claim | None:
    """Give the claim that is followed, if it is read."""
    sizes = [claim for account in accounts for claim in account.about("size")]
    return next((claim for claim in sizes if COUNT in claim.evidence[0].exact), None)


def _claim_row(claim: dict[str, Any]) -> tuple[Any, ...]:
    holder = claim["holder"]
    words = " · ".join(evidence["exact"] for evidence in claim["evidence"])
    return claim["field"], _short(claim["value"]), holder["kind"], claim["stance"], words


def _short(value: Any) -> str:
    """Write a value on one line, without what is empty."""
    if not isinstance(value, dict):
        return str(value)
    shown = {name: part for name, part in value.items() if part not in (None, [], "")}
    shown.pop("words", None)
    return ", ".join(f"{name} {part}" for name, part in shown.items())


def _presence(*, present: bool | None) -> str:
    return "not said" if present is None else ("yes" if present else "no")


def _code(value: Any) -> Iterator[str]:
    yield "```json"
    yield json.dumps(value, ensure_ascii=False, indent=1)
    yield "```"


def _table(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield "|" + " --- |" * len(head)
    for row in rows:
        cells = ("" if cell is None else str(cell).replace("|", "\\|") for cell in row)
        yield f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    sys.exit(main())
