"""Turns country tables into the names and demonyms that reports in five languages use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import sources

HERE: Final = Path(__file__).parent
LANGUAGES: Final = ("fra", "spa", "deu", "ita", "por", "nld")


def label(named: list[dict[str, Any]], code: str) -> str | None:
    """Give the usual English name of a country."""
    return next((c["name"]["common"] for c in named if c["cca2"] == code), None)


def middle(named: list[dict[str, Any]], code: str) -> tuple[float, float]:
    """Give the middle of a country's land, to the degree."""
    lat, lon = next(c["latlng"] for c in named if c["cca2"] == code)
    return float(lat), float(lon)


def names_by_country(named: list[dict[str, Any]]) -> dict[str, set[str]]:
    """Give the names of each country."""
    names: dict[str, set[str]] = defaultdict(set)
    for country in named:
        own = names[country["cca2"]]
        sets = [country["name"], *country["name"]["native"].values()]
        sets += [country["translations"].get(language, {}) for language in LANGUAGES]
        for written in sets:
            own |= {written.get("common", ""), written.get("official", "")}
        own |= set(country["altSpellings"])
        names[country["cca2"]] = {name for name in own if sources.is_name(name)}
    for code, listed in sources.table(HERE / "press_countries.tsv"):
        names[code] |= set(listed.split("|"))
    return names


def demonyms_by_country(named: list[dict[str, Any]]) -> dict[str, set[str]]:
    """Give the words for each country's people and things, in the forms they are inflected to."""
    found: dict[str, set[str]] = defaultdict(set)
    for country in named:
        for language, plural in (("eng", _english), ("fra", _plural)):
            for word in country.get("demonyms", {}).get(language, {}).values():
                found[country["cca2"]] |= plural(word)
    for row in sources.table(HERE / "demonyms.tsv"):
        code, spanish, adjectives, nouns, italian = (row + [""] * 5)[:5]
        found[code] |= _each(spanish, _spanish) | _each(adjectives, _german_adjective)
        found[code] |= _each(nouns, _german_noun) | _each(italian, _italian)
    found["GB"] |= {"Briton", "Britons", "Brits"}
    found["FR"] |= {"Frenchman", "Frenchmen"}
    found["US"] |= {"US-American", "étatsunien", "étatsunienne"}
    found["DE"] |= {"Deutsche", "Deutschen", "Deutscher"}
    found["ES"] |= {"Spaniard", "Spaniards"}
    return found


def _each(listed: str, forms: Callable[[str], set[str]]) -> set[str]:
    return {form for word in listed.split("|") if word for form in forms(word)}


def _english(word: str) -> set[str]:
    return {word} if word.endswith(("ese", "sh", "ch", "s")) else {word, word + "s"}


def _plural(word: str) -> set[str]:
    return {word, word if word.endswith(("s", "x")) else word + "s"}


def _spanish(word: str) -> set[str]:
    if word.endswith("o"):
        return {word[:-1] + end for end in ("o", "a", "os", "as")}
    if word.endswith(("és", "án")):
        stem = word[:-2] + {"és": "es", "án": "an"}[word[-2:]]
        return {word, stem + "a", stem + "es", stem + "as"}
    if word.endswith("l"):
        return {word, word + "a", word + "es", word + "as"}
    return {word, word + "s", word + "es"} if word.endswith("í") else {word, word + "s"}


def _german_adjective(word: str) -> set[str]:
    return {word + end for end in ("", "e", "er", "en", "es", "em")}


def _german_noun(word: str) -> set[str]:
    stem = word.removesuffix("e")
    return {word, word + "n", word + "s", stem + "in", stem + "innen"} | (
        {word + "en"} if word.endswith("r") else set()
    )


def _italian(word: str) -> set[str]:
    if word.endswith("o"):
        return {word[:-1] + end for end in ("o", "a", "i", "e", "hi", "he")}
    return {word, word[:-1] + "i"}
