"""Turns paths into articles, in input order: the door of ingest.

A path is a file, a folder (walked in name order) or ``-`` for standard input. A file's kind is
told by its name and, failing that, by its first bytes. One bad file or line never stops the
others: it yields a `Fault` with a next step.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from cortege.errors import fault
from cortege.ingest import html, jsonl, text
from cortege.nouns.article import Article
from cortege.nouns.reading import Fault
from cortege.nouns.values import DateValue

MAX_CHARS: Final = 2_000_000  # of one report; what lies beyond is kept but not read
_TEXT: Final = frozenset({".txt", ".text", ".md", ".markdown"})
_HTML: Final = frozenset({".html", ".htm", ".xhtml"})
_JSON: Final = frozenset({".jsonl", ".ndjson", ".json"})


@dataclass(frozen=True, slots=True)
class Given:
    """What the person says of plain files, which cannot say it themselves."""

    published: date | None = None
    language: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """One input taken in: an article, or none when it could not be read, and what went wrong."""

    where: str
    article: Article | None
    faults: tuple[Fault, ...] = ()


def take_in(paths: Sequence[str], given: Given) -> Iterator[Taken]:
    """Take in every report below the paths, in order."""
    for path in paths:
        for where, raw in _files(path):
            if isinstance(raw, Fault):
                yield Taken(where, None, (raw,))
                continue
            for taken in _reports(where, raw):
                yield _completed(taken, given)


def _files(path: str) -> Iterator[tuple[str, bytes | Fault]]:
    """Give the bytes of a file, of every file below a folder, or of standard input."""
    if path == "-":
        yield "-", sys.stdin.buffer.read()
        return
    root = Path(path)
    if root.is_dir():
        for entry in sorted(root.rglob("*")):
            if entry.is_file() and _is_report(entry, root):
                yield str(entry), _bytes(entry)
        return
    yield path, _bytes(root)


def _is_report(entry: Path, root: Path) -> bool:
    """Tell whether a file found in a folder is a report: of a known kind, and not hidden."""
    hidden = any(part.startswith(".") for part in entry.relative_to(root).parts)
    return not hidden and entry.suffix.lower() in _TEXT | _HTML | _JSON


def _bytes(path: Path) -> bytes | Fault:
    try:
        return path.read_bytes()
    except OSError as problem:
        reason = problem.strerror or str(problem)
        return fault("INPUT-MISSING", str(path), f"cannot open: {reason}", "check the path")


def _reports(where: str, raw: bytes) -> Iterator[Taken]:
    kind = _kind(where, raw)
    if kind == "binary":
        message = "this is not text, a web page or JSON Lines"
        hint = "save it as plain text (.txt) or as a web page (.html)"
        yield Taken(where, None, (fault("INPUT-FORMAT", where, message, hint),))
        return
    content, faults = decoded(where, raw)
    if kind == "jsonl":
        for name, article, problems in jsonl.articles(where, content):
            yield Taken(name, article, (*faults, *problems))
        return
    article, problems = (html if kind == "html" else text).article(where, content)
    yield Taken(where, article, (*faults, *problems))


def _kind(where: str, raw: bytes) -> str:
    suffix = Path(where).suffix.lower() if where != "-" else ""
    head = raw[:2048]
    if b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "binary"
    if suffix in _JSON:
        return "jsonl"
    if suffix in _HTML:
        return "html"
    if suffix in _TEXT:
        return "text"
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype", b"<html", b"<?xml")):
        return "html"
    return "jsonl" if start.startswith(b"{") else "text"


def decoded(where: str, raw: bytes) -> tuple[str, tuple[Fault, ...]]:
    """Decode UTF-8 or UTF-16 with a mark; anything else as Windows-1252, with a fault."""
    try:
        if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            return raw.decode("utf-16"), ()
        return raw.decode("utf-8-sig"), ()
    except UnicodeDecodeError as problem:
        message = f"byte {problem.start} is not valid {problem.encoding}; read as Windows-1252"
        hint = "save the file as UTF-8 if accents look wrong"
        return raw.decode("cp1252", "replace"), (fault("INPUT-ENCODING", where, message, hint),)


def _completed(taken: Taken, given: Given) -> Taken:
    """Fill in what the person gave and the report did not say, and check limits."""
    article = taken.article
    if article is None:
        return taken
    faults = list(taken.faults)
    if article.published.first is None and given.published is not None:
        value = DateValue.day(given.published)
        article = replace(article, published=value, published_origin="given")
    article = replace(
        article,
        language=article.language or given.language,
        outlet=article.outlet or given.outlet,
        source_id=article.source_id,
        n_chars_read=min(len(article.text), MAX_CHARS),
    )
    if not article.text.strip():
        message = "the report has no words"
        faults.append(fault("INPUT-EMPTY", taken.where, message, "check the file's content"))
    if len(article.text) > MAX_CHARS:
        message = f"only the first {MAX_CHARS:,} of {len(article.text):,} characters were read"
        faults.append(fault("INPUT-LIMIT", taken.where, message, "split the file into reports"))
    if article.published.first is None and article.text.strip():
        message = "the publication date is unknown; weekdays and days without a year stay open"
        hint = "give it with --published YYYY-MM-DD"
        faults.append(fault("DATE-UNSTATED", taken.where, message, hint))
    return Taken(taken.where, article, tuple(faults))
