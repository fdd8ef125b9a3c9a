"""Turns an article into tokens and sentences with the phrases of its language found in them.

This is what every rule looks at. A token is a word (hyphenated words are one), a numeral (with
its thousands separators), or one mark of punctuation; elided articles ("l'") and the English
possessive ("'s") are tokens of their own. Sentences never cross a line break.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from cortege.languages.pack import Pack
from cortege.languages.phrases import Hit
from cortege.nouns.article import Article, Evidence

_NUMERAL: Final = r"\d{1,3}(?:[\u202f\u00a0\u2009.,'’]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?"
_SPACED: Final = r"\d{1,3}(?: \d{3})+(?:,\d{1,2})?(?!\d)|"
_WORD: Final = r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*[.]?(?:[^\W\d_][.])*"
_ELIDED: Final = r"\b(?:[ldjmtscnLDJMTSCN]|[Qq]u|[Ll]orsqu|[Pp]uisqu|[Jj]usqu)['’]"
_REST: Final = r"['’]s\b|n['’]t\b|\S"
_SPLIT_LIMIT: Final = 4_000  # characters; a longer line is cut at blanks before sentencex sees it


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of tokens between two sentence boundaries; ``paragraph`` counts from 0."""

    first: int
    end: int
    start: int
    stop: int
    paragraph: int
    in_title: bool


class Text:
    """An article's text taken apart.

    ``starts`` and ``ends`` are code-point offsets of tokens; ``words`` their lower-case forms;
    ``kinds`` ``"w"`` word, ``"n"`` numeral, ``"p"`` punctuation; ``caps`` whether a token
    begins with a capital. ``sentence_of`` maps a token to its sentence's index.
    """

    __slots__ = (
        "__dict__",
        "article",
        "caps",
        "ends",
        "kinds",
        "pack",
        "sentence_of",
        "sentences",
        "starts",
        "words",
    )

    def __init__(self, article: Article, pack: Pack) -> None:
        """Take the article's text apart with the conventions of the pack's language."""
        self.article, self.pack = article, pack
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.words: list[str] = []
        self.kinds: list[str] = []
        self.caps: list[bool] = []
        self.sentence_of: list[int] = []
        self.sentences: list[Sentence] = []
        self._take_apart()

    # ------------------------------------------------------------------ looking

    @cached_property
    def hits(self) -> list[Hit]:
        """Give every phrase of the language found in the text, in order."""
        return self.pack.matcher.find(self.words, self.kinds)

    @cached_property
    def hits_at(self) -> dict[int, list[Hit]]:
        """Give the phrases found, by their first token."""
        by_token: dict[int, list[Hit]] = {}
        for hit in self.hits:
            by_token.setdefault(hit.first, []).append(hit)
        return by_token

    @cached_property
    def _by_kind(self) -> dict[str, list[Hit]]:
        by_kind: dict[str, list[Hit]] = {}
        for hit in self.hits:
            for path in _lineage(hit.path):
                by_kind.setdefault(path, []).append(hit)
        return by_kind

    def found(self, path: str) -> Sequence[Hit]:
        """Give the phrases of a path and of everything below it, in the order of the text."""
        return self._by_kind.get(path, ())

    def found_within(self, path: str, first: int, end: int) -> Iterator[Hit]:
        """Give the phrases of a path that lie wholly within a run of tokens."""
        hits = self.found(path)
        at = bisect_right(hits, first - 1, key=lambda hit: hit.first)
        while at < len(hits) and hits[at].first < end:
            if hits[at].end <= end:
                yield hits[at]
            at += 1

    def hit_at(self, token: int, path: str) -> Hit | None:
        """Give the longest phrase of a path that begins at a token."""
        hits = self.hits_at.get(token)
        if hits is None:
            return None
        below = path + "."
        best = None
        for hit in hits:
            matches = hit.path == path or hit.path.startswith(below)
            if matches and (best is None or hit.end > best.end):
                best = hit
        return best

    def evidence(self, first: int, end: int) -> Evidence:
        """Give the words from token ``first`` up to, not including, token ``end``."""
        return self.article.evidence(self.starts[first], self.ends[end - 1])

    def exact(self, first: int, end: int) -> str:
        """Give the text from token ``first`` up to, not including, token ``end``."""
        if first >= end:
            return ""
        return self.article.text[self.starts[first] : self.ends[end - 1]]

    def sentence(self, token: int) -> Sentence:
        """Give the sentence a token stands in."""
        return self.sentences[self.sentence_of[token]]

    def token_at(self, offset: int) -> int:
        """Give the token that holds an offset, or the first one after it."""
        at = bisect_right(self.starts, offset) - 1
        if at >= 0 and offset < self.ends[at]:
            return at
        return at + 1

    def glued(self, token: int) -> bool:
        """Tell whether nothing stands between this token and the one before it."""
        return token > 0 and self.starts[token] == self.ends[token - 1]

    def __len__(self) -> int:
        """Count the tokens."""
        return len(self.words)

    # ------------------------------------------------------------------ taking apart

    def _take_apart(self) -> None:
        pattern = _token_pattern(self.pack)
        abbreviations = self.pack.words.get("abbreviation", frozenset())
        text, title_end = self.article.text, self.article.title_end
        if 0 < self.article.n_chars_read < len(text):
            text = text[: self.article.n_chars_read]
        for paragraph, (start, stop) in enumerate(_lines(text)):
            for begin, end in _sentences(text, (start, stop), self.pack.code, abbreviations):
                first = len(self.words)
                self._tokens(pattern, begin, end, abbreviations)
                if len(self.words) > first:
                    self.sentence_of.extend([len(self.sentences)] * (len(self.words) - first))
                    self.sentences.append(
                        Sentence(first, len(self.words), begin, end, paragraph, end <= title_end)
                    )

    def _tokens(
        self, pattern: re.Pattern[str], begin: int, end: int, abbreviations: frozenset[str]
    ) -> None:
        text = self.article.text
        for match in pattern.finditer(text, begin, end):
            start, stop = match.span()
            head = text[start]
            if head.isdecimal():
                kind = "n"
            elif head.isalpha() or (stop - start > 1 and head in "'’"):
                kind = "w"
                if text[stop - 1] == "." and not _keeps_dot(text[start:stop], abbreviations):
                    stop -= 1
            else:
                kind = "p"
            self._token(start, stop, kind)
            if stop < match.end():
                self._token(stop, match.end(), "p")

    def _token(self, start: int, stop: int, kind: str) -> None:
        surface = self.article.text[start:stop]
        self.starts.append(start)
        self.ends.append(stop)
        self.kinds.append(kind)
        self.words.append(surface.lower().replace("’", "'") if kind != "p" else surface)
        self.caps.append(surface[0].isupper())


@cache
def _lineage(path: str) -> tuple[str, ...]:
    """Give a path and the paths above it: "form.march.noun", "form.march", "form"."""
    above, dot, _ = path.rpartition(".")
    return (path, *_lineage(above)) if dot else (path,)


def _keeps_dot(surface: str, abbreviations: frozenset[str]) -> bool:
    """Tell whether a final full stop belongs to the word: "U.S.", "Mr.", "J."."""
    inner = surface[:-1]
    return "." in inner or (len(inner) == 1 and inner.isupper()) or inner.lower() in abbreviations


def _token_pattern(pack: Pack) -> re.Pattern[str]:
    spaced = _SPACED if pack.traits.get("spaced_thousands") else ""
    elided = f"{_ELIDED}|" if pack.traits.get("elision") else ""
    inner = "" if pack.traits.get("elision") else r"(?:['’](?!s\b)[^\W\d_]+)?"
    word = rf"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*{inner}(?:[.][^\W\d_](?![^\W\d_]))*[.]?"
    return re.compile(f"{elided}{spaced}{_NUMERAL}|{word}|{_REST}")


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Give the offsets of the lines that hold words."""
    start = 0
    while start <= len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        if text[start:stop].strip():
            yield start, stop
        start = stop + 1


def _sentences(
    text: str, line: tuple[int, int], language: str, abbreviations: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Give the offsets of a line's sentences; one that ends in an abbreviation goes on."""
    from sentencex import get_sentence_boundaries

    for begin, end in _pieces(text, *line):
        piece, first = text[begin:end], 0
        for found in get_sentence_boundaries(language, piece):
            if found["end_index"] < len(piece) and _abbreviated(found["text"], abbreviations):
                continue
            yield begin + first, begin + found["end_index"]
            first = found["end_index"]


def _abbreviated(sentence: str, abbreviations: frozenset[str]) -> bool:
    """Tell whether a sentence's last word is an abbreviation such as "M." or "Mme."."""
    words = sentence.rsplit(maxsplit=1)
    last = words[-1] if words else ""
    return last.endswith(".") and last[:-1].lower().lstrip("(«“") in abbreviations


def _pieces(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Cut a line that is too long to be one, so that no input makes splitting slow."""
    while stop - start > _SPLIT_LIMIT:
        cut = text.rfind(" ", start + _SPLIT_LIMIT // 2, start + _SPLIT_LIMIT)
        cut = start + _SPLIT_LIMIT if cut < 0 else cut + 1
        yield start, cut
        start = cut
    yield start, stop
