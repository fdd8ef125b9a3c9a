r"""Turns lists of phrases into one matcher that finds all of them in a single pass.

A phrase is written as words separated by blanks. A word may list alternatives with ``|``,
end in ``*`` (any word that begins so), or end in ``?`` (the word may be left out). ``#`` stands
for any numeral. Words are written as the press writes them and cut as the text is cut: "l'appel"
is two tokens where the language elides, "women's" two everywhere else. Matching compares
lower-cased tokens, takes the longest match of each kind at each token, and costs a few
dictionary look-ups per token, however many phrases there are.

>>> matcher = Matcher({"form.march": ["march|marched", "take* to the streets"]})
>>> matcher.find(["they", "marched"], ["w", "w"])
[Hit(path='form.march', first=1, end=2)]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import Final, NamedTuple

NUMERAL: Final = "#"
_BEHIND_ELISION: Final = re.compile(r"(?<=')(?=[^\W\d_])")
_BEFORE_POSSESSIVE: Final = re.compile(r"(?<=[^\W\d_])(?='s$)")


class Hit(NamedTuple):
    """A phrase found: the path of its list, its first token and the token after its last."""

    path: str
    first: int
    end: int


class _Node:
    __slots__ = ("exact", "paths", "prefixes")

    def __init__(self) -> None:
        self.exact: dict[str, _Node] = {}
        self.prefixes: dict[str, list[tuple[str, _Node]]] = {}
        self.paths: list[str] = []

    def child(self, word: str) -> _Node:
        if word.endswith("*") and len(word) > 1:
            stem = word[:-1]
            siblings = self.prefixes.setdefault(stem[:2], [])
            for other, node in siblings:
                if other == stem:
                    return node
            node = _Node()
            siblings.append((stem, node))
            return node
        known = self.exact.get(word)
        if known is None:
            known = self.exact[word] = _Node()
        return known


class Matcher:
    """All phrases of a language, compiled once. See the module for the notation."""

    def __init__(self, phrases: Mapping[str, Iterable[str]], *, elides: bool = False) -> None:
        """Compile the lists of phrases, each under its path.

        Args:
            phrases: the phrases of each list.
            elides: whether the language joins words with an apostrophe ("l'appel").
        """
        self._root = _Node()
        for path, listed in phrases.items():
            for phrase in listed:
                joined = "'" in phrase
                for words in spelled_out(phrase):
                    self._add(path, cut(words, elides=elides) if joined else words)

    def _add(self, path: str, words: Sequence[str]) -> None:
        node = self._root
        for word in words:
            node = node.child(word)
        if node is not self._root and path not in node.paths:
            node.paths.append(path)

    def find(self, words: Sequence[str], kinds: Sequence[str]) -> list[Hit]:
        """Find every phrase; ``kinds`` marks numerals with ``"n"``.

        Returns:
            Hits in the order of the text, for each path only the longest at each token.
        """
        hits: list[Hit] = []
        exact, prefixes = self._root.exact, self._root.prefixes
        numeral = NUMERAL in exact
        for first, word in enumerate(words):
            numeric = numeral and kinds[first] == "n"
            if not numeric and word not in exact and word[:2] not in prefixes:
                continue  # no phrase begins so
            longest: dict[str, int] = {}
            self._walk(words, kinds, first, longest)
            for path, end in longest.items():
                hits.append(Hit(path, first, end))
        return hits

    def _walk(
        self, words: Sequence[str], kinds: Sequence[str], first: int, longest: dict[str, int]
    ) -> None:
        nodes, at, n_words = [self._root], first, len(words)
        while nodes and at < n_words:
            word, reached = words[at], []
            for node in nodes:
                exact = node.exact.get(word)
                if exact is not None:
                    reached.append(exact)
                if node.prefixes:
                    for stem, follower in node.prefixes.get(word[:2], ()):
                        if word.startswith(stem):
                            reached.append(follower)
                if kinds[at] == "n":
                    numeral = node.exact.get(NUMERAL)
                    if numeral is not None:
                        reached.append(numeral)
            at += 1
            for node in reached:
                for path in node.paths:
                    longest[path] = at
            nodes = reached


def spelled_out(phrase: str) -> list[tuple[str, ...]]:
    """Spell out the alternatives and optional words of a phrase.

    >>> spelled_out("take|takes part in?")
    [('take', 'part', 'in'), ('take', 'part'), ('takes', 'part', 'in'), ('takes', 'part')]
    """
    if "|" not in phrase and "?" not in phrase:
        return [tuple(phrase.split())]
    choices: list[list[str]] = []
    for word in phrase.split():
        optional = word.endswith("?") and len(word) > 1
        options = (word[:-1] if optional else word).split("|")
        choices.append([*options, ""] if optional else options)
    return [tuple(word for word in words if word) for words in product(*choices)]


def cut(words: Iterable[str], *, elides: bool) -> tuple[str, ...]:
    """Cut the words of a phrase where the text is cut at apostrophes.

    >>> cut(("s'est", "mis"), elides=True), cut(("women's", "march"), elides=False)
    (("s'", 'est', 'mis'), ('women', "'s", 'march'))
    """
    joint = _BEHIND_ELISION if elides else _BEFORE_POSSESSIVE
    return tuple(token for word in words for token in joint.split(word))
