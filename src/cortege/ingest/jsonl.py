"""Turns JSON Lines of reports into articles; a line that is no report becomes a fault.

Keys: ``id, title, body, date, outlet, language, url, byline``; only ``body`` is required. A file
holding one JSON object or one array of objects is read as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from cortege.errors import fault
from cortege.nouns.article import Article, canonical, digest
from cortege.nouns.reading import Fault
from cortege.nouns.values import UNKNOWN_DATE, DateValue


def articles(where: str, content: str) -> Iterator[tuple[str, Article | None, tuple[Fault, ...]]]:
    """Give the articles of a file with the place each was found at."""
    for number, found in _objects(content):
        name = f"{where}:{number}"
        if isinstance(found, str):
            hint = 'each line is one JSON object with at least "body"'
            yield name, None, (fault("INPUT-LINE", name, found, hint),)
        else:
            yield name, *_article(name, found)


def _objects(content: str) -> Iterator[tuple[int, dict[str, Any] | str]]:
    """Give objects with their line numbers, or what is wrong with a line."""
    whole = _whole(content)
    if whole is not None:
        for number, entry in enumerate(whole, start=1):
            yield number, entry if isinstance(entry, dict) else "this entry is not an object"
        return
    for number, line in enumerate(content.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as problem:
            yield number, f"not JSON: {problem}"
            continue
        yield number, found if isinstance(found, dict) else "this line is not an object"


def _whole(content: str) -> list[Any] | None:
    """Read a file that is one array or one object spread over lines."""
    if content.lstrip()[:1] not in ("[", "{"):
        return None
    try:
        found = json.loads(content)
    except (json.JSONDecodeError, RecursionError):
        return None
    return found if isinstance(found, list) else [found]


def _article(name: str, found: dict[str, Any]) -> tuple[Article | None, tuple[Fault, ...]]:
    body = found.get("body")
    if not isinstance(body, str):
        hint = 'give the report\'s text under "body"'
        return None, (fault("INPUT-LINE", name, 'there is no "body" with a text', hint),)
    faults: list[Fault] = []
    published, origin_known = _date(name, found.get("date"), faults)
    text, title_end = canonical(_string(found.get("title")), body)
    article = Article(
        id=digest(text),
        text=text,
        title_end=title_end,
        source_id=_string(found.get("id")),
        language=_string(found.get("language")),
        outlet=_string(found.get("outlet")),
        byline=_string(found.get("byline")),
        url=_string(found.get("url")),
        published=published,
        published_origin="metadata" if origin_known else "unknown",
    )
    return article, tuple(faults)


def _string(value: Any) -> str | None:
    if value is None or value == "":
        return None
    words = value if isinstance(value, str) else str(value)
    return words.encode("utf-8", "replace").decode("utf-8")  # half a surrogate pair is no letter


def _date(name: str, value: Any, faults: list[Fault]) -> tuple[DateValue, bool]:
    if value in (None, ""):
        return UNKNOWN_DATE, False
    try:
        return DateValue.day(date.fromisoformat(str(value)[:10])), True
    except ValueError:
        message = f"the date {value!r} is not of the form YYYY-MM-DD"
        faults.append(fault("INPUT-LINE", name, message, "the report is read without its date"))
        return UNKNOWN_DATE, False
