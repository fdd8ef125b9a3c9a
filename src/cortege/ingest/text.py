"""Turns a plain text file into an article: its first line may be a title, one line a byline."""

from __future__ import annotations

import re
from typing import Final

from cortege.nouns.article import Article, canonical, digest
from cortege.nouns.reading import Fault

_MAX_TITLE: Final = 250  # characters
_TITLE_ENDS: Final = (".", ":", ";", ",")
_BYLINE: Final = re.compile(
    r"^(?:by|par|por|von)\s+(?P<name>[^\W\d_][^\n]{1,80})$", re.IGNORECASE | re.MULTILINE
)
_MAX_NAMES: Final = 8  # words in a byline


def article(where: str, content: str) -> tuple[Article | None, tuple[Fault, ...]]:
    """Make an article of a plain text; it always succeeds, if need be without a title."""
    del where
    title, body = split_title(content)
    text, title_end = canonical(title, body)
    return Article(id=digest(text), text=text, title_end=title_end, byline=byline(body)), ()


def split_title(content: str) -> tuple[str | None, str]:
    r"""Take the first line for a title when it is short and no sentence.

    >>> split_title("March in Paris\nThousands walked.")
    ('March in Paris', 'Thousands walked.')
    """
    plain = content.replace("\r\n", "\n").strip("\n \t")
    first, found, rest = plain.partition("\n")
    line = first.strip()
    if not found or not rest.strip() or not line or len(line) > _MAX_TITLE:
        return None, plain
    if line.endswith(_TITLE_ENDS) and not rest.startswith("\n"):
        return None, plain
    return line.removeprefix("# "), rest.strip("\n")


def byline(body: str) -> str | None:
    """Give the author a line of the form "By Name" states, at the head or the foot of a body."""
    lines = [line.strip() for line in body.strip().splitlines() if line.strip()]
    for line in (*lines[:2], *lines[-2:]):
        match = _BYLINE.match(line)
        if match and len(match["name"].split()) <= _MAX_NAMES and not line.endswith("."):
            return match["name"].strip()
    return None
