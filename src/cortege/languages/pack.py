"""Turns a language's folder into a frozen pack of phrases, numbers and conventions.

Each folder ``languages/<code>/`` holds TOML files. ``phrases.toml`` is a tree of lists; the path
of keys names each list (``form.march.noun``). ``numbers.toml`` and ``dates.toml`` hold the words
for numbers and times. Nothing else in Cortège names a language.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from cortege.languages.phrases import Matcher, spelled_out

AVAILABLE: Final[tuple[str, ...]] = ("en", "fr", "es", "de")


@dataclass(frozen=True, slots=True)
class Pack:
    """What the reader knows of one language.

    ``matcher`` finds the phrases of ``phrases.toml``; ``words`` gives the same lists as sets for
    look-ups of single words; ``numbers`` and ``dates`` are the parsed TOML of those files;
    ``traits`` holds the language's conventions (see ``[traits]`` in each ``phrases.toml``).
    """

    code: str
    matcher: Matcher
    words: Mapping[str, frozenset[str]]
    numbers: Mapping[str, Any]
    dates: Mapping[str, Any]
    traits: Mapping[str, Any]


def _spelled(listed: list[str]) -> frozenset[str]:
    """Give the phrases of a list with their alternatives spelled out."""
    return frozenset(" ".join(words) for phrase in listed for words in spelled_out(phrase))


class _Lists(dict[str, frozenset[str]]):
    """Lists by path; a list that a language does not need is empty."""

    def __missing__(self, path: str) -> frozenset[str]:
        return frozenset()


@cache
def load(code: str) -> Pack:
    """Load a language's pack once per process.

    Raises:
        KeyError: there is no such language; see ``AVAILABLE``.
    """
    if code not in AVAILABLE:
        raise KeyError(f"no reading rules for language {code!r}")
    phrases = _toml(code, "phrases")
    traits = phrases.pop("traits", {})
    lists = dict(_lists(phrases))
    return Pack(
        code=code,
        matcher=Matcher(lists, elides=bool(traits.get("elision"))),
        words=_Lists({path: _spelled(listed) for path, listed in lists.items()}),
        numbers=_toml(code, "numbers"),
        dates=_toml(code, "dates"),
        traits=traits,
    )


def _toml(code: str, name: str) -> dict[str, Any]:
    source = files("cortege.languages").joinpath(code, f"{name}.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


def _lists(tree: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, list[str]]]:
    for key, value in tree.items():
        here = f"{path}.{key}" if path else key
        if isinstance(value, dict):
            yield from _lists(value, here)
        elif isinstance(value, str):
            yield here, [line.strip() for line in value.split(",") if line.strip()]
        else:
            yield here, value
