"""Turns sentences into runs of capitalised words, and runs into names.

A run goes on over particles ("de", "al-"), over "&", and in the name of an organisation over
little words ("Observatory for Human Rights") and the apostrophe of "Workers' Union". Offices and
titles part it: "City Police Commissioner Ahmed Ali" is an organisation and a person.
"""

from __future__ import annotations

from typing import Final

from cortege.extract.rules.naming.kinds import kind_of, widened
from cortege.extract.rules.naming.name import Name
from cortege.extract.rules.naming.words import (
    POSSESSIVES,
    Offices,
    Words,
    is_acronym,
    is_capital,
    opens_sentence,
)
from cortege.extract.text import Text

MAX_NAME: Final = 12  # tokens
_MAX_LINK: Final = 3  # little words between two capitalised ones


class Runs:
    """Reads the names of one text, sentence by sentence."""

    def __init__(self, text: Text, words: Words) -> None:
        """Note which words the text writes in small letters, and which with a capital inside."""
        self.text, self.words = text, words
        self.offices = Offices(text)
        self.plain: set[str] = set()
        self.proper: set[str] = set()
        for at, (word, kind) in enumerate(zip(text.words, text.kinds, strict=True)):
            if kind == "w":
                if not text.caps[at]:
                    self.plain.add(word)
                elif not opens_sentence(text, at):
                    self.proper.add(word)

    def names(self, first: int, stop: int) -> list[Name]:
        """Give the names between two tokens."""
        names: list[Name] = []
        at = first
        while at < stop:
            if not is_capital(self.text, at):
                at += 1
                continue
            end = self._run_end(at, stop)
            names.extend(self._split(at, end))
            at = end
        return names

    # ---------------------------------------------------------------- how far a run goes

    def _run_end(self, first: int, stop: int) -> int:
        """Give the token after a run of capitalised words with what joins them."""
        text = self.text
        at = max(first + 1, self.offices.end_of(first, stop))
        stop = min(stop, first + MAX_NAME)
        while at < stop:
            if is_capital(text, at):
                at += 1
            elif at + 1 < stop and is_capital(text, at + 1) and self._links(at):
                at += 2
            elif (joined := self._joined(first, at, stop)) > at:
                at = joined
            else:
                break
        return at if text.words[at - 1] not in self.words.articles else max(first + 1, at - 1)

    def _links(self, at: int) -> bool:
        """Tell whether "&", or the apostrophe of "the Workers' Union", joins its neighbours."""
        word = self.text.words[at]
        if word == "&":
            return True
        organisation = self.text.words[at + 1] in self.words.organisation
        return organisation and word in POSSESSIVES and self.text.glued(at)

    def _joined(self, first: int, at: int, stop: int) -> int:
        """Give the next capitalised word behind particles or an organisation's little words."""
        text, words = self.text, self.words
        ahead = self._past(words.particles, at, stop)
        if at < ahead < stop and is_capital(text, ahead):
            return ahead + 1
        if not any(text.words[token] in words.organisation for token in range(first, at)):
            return at
        ahead = self._past(words.connectors, at, stop)
        if at < ahead < stop and is_capital(text, ahead) and ahead not in self.offices.roles:
            return ahead + 1
        return at

    def _past(self, among: frozenset[str], at: int, stop: int) -> int:
        stop = min(stop, at + _MAX_LINK)
        while at < stop and self.text.words[at] in among:
            at += 1
        return at

    # ---------------------------------------------------------------- what names it holds

    def _split(self, first: int, end: int) -> list[Name]:
        """Take offices, titles and common words out of a run; what is left are names."""
        names: list[Name] = []
        at = begun = self._after_opening(first, end)
        titled = self.offices.ends_at(begun)
        while at < end:
            office = self.offices.end_of(at, end)
            if office > at:
                names.extend(self._named(begun, at, titled=titled, before_office=True))
                at = begun = office
                titled = True
            else:
                at += 1
        names.extend(self._named(begun, end, titled=titled, before_office=False))
        return names

    def _after_opening(self, first: int, end: int) -> int:
        """Skip what takes its capital only from the sentence's beginning, and refused words."""
        text, words = self.text, self.words
        if opens_sentence(text, first):
            word = text.words[first].partition("'")[0]
            unheard = end == first + 1 and word not in self.proper
            known = word in self.plain or unheard or word in words.common
            is_office = self.offices.end_of(first, end) > first
            if known and not is_office and not is_acronym(text, first):
                first += 1
        while first < end and text.words[first] in words.refused:
            first += 1
        return first

    def _named(self, first: int, end: int, *, titled: bool, before_office: bool) -> list[Name]:
        """Make a name of a run, unless nothing in it can be one."""
        text, words = self.text, self.words
        while first < end and text.words[end - 1] in words.connectors | words.articles:
            end -= 1
        while first < end and text.words[first] in words.articles:
            first += 1
        if not self._can_name(first, end, titled=titled):
            return []
        kind = kind_of(text, words, self.offices, (first, end), titled=titled)
        if before_office and kind not in {"organisation", "place"}:
            return []
        if kind == "organisation":
            first, end = widened(text, words, first, end)
        return [Name(first, end, kind)]

    def _can_name(self, first: int, end: int, *, titled: bool) -> bool:
        """Tell whether a run holds a word that can name somebody or something."""
        text, words = self.text, self.words
        if all(text.words[at] in words.refused for at in range(first, end)):
            return False
        if end - first == 1 and text.words[first] in words.common:
            return False
        if not words.nouns_too or titled or is_acronym(text, first):
            return True
        # Where nouns take capitals too, a name is two words or more, none of them common.
        before = text.words[first - 1] if first else ""
        common = any(text.words[at] in words.common for at in range(first, end))
        return end - first > 1 and before not in words.articles and not common
