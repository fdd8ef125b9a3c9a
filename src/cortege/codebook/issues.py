"""The built-in codebook of issues: categories, and the phrases that speak of them in a language."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Category:
    """One category of issues."""

    code: str
    label: str
    definition: str


@cache
def version() -> str:
    """Give the version of the built-in codebook."""
    return str(_codebook()["version"])


@cache
def categories() -> dict[str, Category]:
    """Give the categories by code."""
    return {
        code: Category(code, entry["label"], entry["definition"])
        for code, entry in _codebook().items()
        if isinstance(entry, dict)
    }


def phrases(language: str) -> dict[str, list[str]]:
    """Give the phrases that speak of each category in a language."""
    entries = {code: entry for code, entry in _codebook().items() if isinstance(entry, dict)}
    return {
        code: [phrase.strip() for phrase in entry.get(language, "").split(",") if phrase.strip()]
        for code, entry in entries.items()
    }


@cache
def _codebook() -> dict[str, Any]:
    source = files("cortege.codebook").joinpath("issues.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))
