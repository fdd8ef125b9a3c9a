"""Turns the examples into reports of any length: what is measured is reports of our own."""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from typing import Final

EXAMPLES: Final = Path(__file__).parents[1] / "examples"
_TEXTS: Final = {"en": "-cardiff-", "fr": "-lyon-"}  # plain texts, by a word of their names


@cache
def bodies(language: str) -> tuple[str, ...]:
    """Give the bodies of the examples in a language."""
    lines = (EXAMPLES / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    told = [json.loads(line) for line in lines]
    found = [one["body"] for one in told if one["language"] == language]
    plain = [path for path in EXAMPLES.glob("*.txt") if _TEXTS.get(language, "?") in path.name]
    found.extend(path.read_text(encoding="utf-8").partition("\n\n")[2].strip() for path in plain)
    return tuple(sorted(found))


def of_words(language: str, n_words: int, start: int = 0) -> str:
    """Give a report of so many words, beginning with a language's example number ``start``."""
    known = bodies(language)
    words = " ".join((known[start % len(known) :] + known) * (n_words // 100 + 1)).split(" ")
    return " ".join(words[:n_words])


def of_chars(n_chars: int) -> str:
    """Give a report of so many characters: English paragraphs, as many as needed."""
    paragraphs = [part for body in bodies("en") for part in re.split(r"\n+", body)]
    n_paragraphs = n_chars // min(map(len, paragraphs)) + 1
    return "\n\n".join(islice(cycle(paragraphs), n_paragraphs))[:n_chars]


def baseline(text: str) -> int:
    """Count a text's words: the cheapest thing a Python program may do with a report."""
    return len(re.findall(r"\w+", text))
