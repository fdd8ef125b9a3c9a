"""Turns coded reports into what the fitting scripts need: the pipeline's insides beside the coding.

Reports and codings come from ``../shared/data`` (gold-train only; gold-dev is for measuring) and
from our own golden walks. Each is taken apart by the same functions the reader uses, so that a
fitted weight means in training what it means in reading.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from cortege.assemble import focus, protests, scenes
from cortege.assemble.protests import Protest
from cortege.assemble.scenes import Scene
from cortege.assemble.stage import in_order
from cortege.contract import reading_to
from cortege.extract.stage import Mentions, extract
from cortege.extract.text import Text
from cortege.flow import placed, read_article
from cortege.languages.pack import AVAILABLE, load
from cortege.nouns.article import Article, canonical, digest
from cortege.nouns.values import UNKNOWN_DATE, DateValue

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
WALKS = ROOT / "tests" / "walk"


@dataclass(frozen=True, slots=True)
class Coded:
    """A report with its coding in the guide's format."""

    id: str
    article: Article
    coding: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Apart:
    """A coded report taken apart as the reader does, and paired with its coding.

    ``order`` holds the protests in the order of their accounts; ``mates`` maps an account's
    position to the position of the coded event it is paired with.
    """

    coded: Coded
    mentions: Mentions
    scenes: list[Scene]
    protests: list[Protest]
    order: list[Protest]
    events: list[dict[str, Any]]
    read: list[dict[str, Any]]
    mates: dict[int, int]


def gold() -> Iterator[Coded]:
    """Give the coded reports of gold-train, in languages that are read."""
    lines = (SHARED / "data/reports/reports.jsonl").read_text(encoding="utf-8").splitlines()
    reports = {report["id"]: report for report in map(json.loads, lines)}
    for path in sorted((SHARED / "data/gold-train").glob("*.json")):
        coding = json.loads(path.read_text(encoding="utf-8"))
        report = reports[coding["id"]]
        if report["language"] in AVAILABLE:
            yield _coded(report, coding)


def walks() -> Iterator[Coded]:
    """Give our own golden walks."""
    for path in sorted(WALKS.glob("*/expected.json")):
        coding = json.loads(path.read_text(encoding="utf-8"))
        title, _, body = (path.parent / "report.txt").read_text(encoding="utf-8").partition("\n")
        report = {"id": coding["id"], "title": title, "body": body.strip("\n")}
        report |= {"language": coding["language"], "date": coding["published"]}
        yield _coded(report, coding)


def _coded(report: dict[str, Any], coding: dict[str, Any]) -> Coded:
    text, title_end = canonical(report.get("title"), report["body"])
    day = report.get("date")
    article = Article(
        id=digest(text),
        text=text,
        title_end=title_end,
        source_id=report["id"],
        language=report["language"],
        published=DateValue.day(date.fromisoformat(day)) if day else UNKNOWN_DATE,
        published_origin="metadata" if day else "unknown",
        n_chars_read=len(text),
    )
    return Coded(report["id"], article, coding)


def apart(coded: Coded) -> Apart:
    """Take a report apart and pair its accounts with the coded events."""
    text = Text(coded.article, load(coded.article.language or "en"))
    mentions = extract(text)
    told = scenes.find(mentions, placed(mentions))
    found = protests.find(mentions, told)
    focus.judge(found, told, coded.article.published)
    scoring = scorer()
    read = scoring.from_reading(reading_to(read_article(coded.article)))["events"]
    events = scoring.from_gold(coded.coding)["events"]
    order = in_order(found)
    pairs = scoring.pair(events, read) if len(read) == len(order) else []
    mates = {account: event for event, account in pairs}
    return Apart(coded, mentions, told, found, order, events, read, mates)


@cache
def scorer() -> ModuleType:
    """Load the scoring tool that is shared beside the repository."""
    path = SHARED / "tools/score_reading.py"
    spec = importlib.util.spec_from_file_location("score_reading", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
