"""Turns pronouns, surnames and empty descriptions into the persons a report has named.

A pronoun stands for the person its own sentence began with, else for the one the nearest sentence
before it began with: reports keep their subjects. A person once called "she" is not called "he"
later on. A surname stands for the fullest name that ends with it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Literal

from cortege.extract.rules.names import Name
from cortege.extract.text import Text

Gender = Literal["he", "she", ""]

_SENTENCES_BACK: Final = 12


class Antecedents:
    """The persons a report names outside quotations, in the order it names them."""

    def __init__(
        self, text: Text, names: Sequence[Name], quoted: Callable[[int], bool]
    ) -> None:
        """Index the names of a text; those inside quotations are not spoken of by the reporter."""
        self.text = text
        self._fullest: dict[str, Name] = {}
        self._subject: dict[int, Name] = {}
        self._gender: dict[str, Gender] = {}
        for name in names:
            self._note(name, quoted=quoted(name.first))

    def _note(self, name: Name, *, quoted: bool) -> None:
        text = self.text
        if name.kind == "person" or (name.kind == "unknown" and name.end - name.first > 1):
            last = text.words[name.end - 1]
            known = self._fullest.get(last)
            if known is None or name.end - name.first > known.end - known.first:
                self._fullest[last] = name
        if name.kind != "person" or quoted:
            return
        if name.first:
            gender = self.gender_of(text.words[name.first - 1])
            if gender:
                self._gender[text.words[name.end - 1]] = gender
        follows = text.words[name.end] if name.end < len(text) else ""
        if follows not in {"'s", "'", "’"}:
            self._subject.setdefault(text.sentence_of[name.first], name)

    def gender_of(self, word: str) -> Gender:
        """Tell whether a pronoun or title is a man's or a woman's."""
        words = self.text.pack.words
        if word in words.get("quotation.he", ()):
            return "he"
        return "she" if word in words.get("quotation.she", ()) else ""

    def fullest(self, first: int, end: int) -> Name | None:
        """Give the fullest name that ends with the same word as this one."""
        known = self._fullest.get(self.text.words[end - 1])
        if known is None or end - first > known.end - known.first:
            return None
        return known

    def person_before(self, token: int, pronoun: str = "") -> Name | None:
        """Give the person that a pronoun at a token stands for."""
        gender = self.gender_of(pronoun)
        here = self.text.sentence_of[token]
        for sentence in range(here, max(-1, here - _SENTENCES_BACK), -1):
            name = self._subject.get(sentence)
            if name is None or name.first >= token:
                continue
            last = self.text.words[name.end - 1]
            if gender and self._gender.get(last, gender) != gender:
                continue
            if gender:
                self._gender.setdefault(last, gender)
            return name
        return None

    def differs(self, name: str, pronoun: str) -> bool:
        """Tell whether a person named cannot be meant by a pronoun."""
        gender = self.gender_of(pronoun)
        known = self._gender.get(name.lower().rpartition(" ")[2], "")
        return bool(gender and known and gender != known)
