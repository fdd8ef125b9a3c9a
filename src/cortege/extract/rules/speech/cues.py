"""Turns a text into the places where somebody says something, quotations masked.

A cue is a verb of saying outside quotations. Some are nouns as well ("states", "reports"): those
count only behind something that can be their subject, or behind punctuation. Where a language
joins the pronoun to its verb with a hyphen ("dit-il"), the two are one cue.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cortege.extract.rules.names import Name
from cortege.extract.rules.quotation_marks import QuotedSpan
from cortege.extract.text import Text

Stretch = tuple[int, int]

CLAUSE_BREAKS: Final = frozenset(';:—–…()“”«»"„.!?')
POSSESSIVES: Final = frozenset({"'s", "'", "’"})
CUE_REACH: Final = 24  # tokens between a subject's beginning and its cue
TRIED: Final = 8  # cues or names of one sentence that are looked at


class Cue(NamedTuple):
    """A verb of saying: its tokens, and the pronoun joined to it, if any."""

    first: int
    end: int
    pronoun: str = ""


class Said(NamedTuple):
    """Who says something: the words for the speaker, the cue, and whether it leads straight on."""

    speaker: Stretch
    cue: Stretch | None
    adjacent: bool = False


class Cues:
    """A text with its quotations masked, its other names indexed, and its cues found.

    ``quoted`` marks the tokens inside quotations, ``opens`` the opening marks. The sets of words
    are those of the language that decide where a subject stands; ``skipped`` are words that stand
    between a subject and its verb.
    """

    def __init__(self, text: Text, names: Sequence[Name], spans: Sequence[QuotedSpan]) -> None:
        """Mask the quotations of a text and find the cues outside them."""
        self.text = text
        self.quoted, self.opens = bytearray(len(text)), bytearray(len(text))
        for span in spans:
            self.quote(span.first, span.end)
            self.opens[span.start] = 1
        words = text.pack.words
        self.pronouns = words.get("quotation.pronoun", frozenset())
        self.that = words.get("quotation.that", frozenset())
        self.participles = words.get("quotation.participle", frozenset())
        self.prepositions = words["function.preposition"]
        self.conjunctions = words["function.conjunction"]
        clitics = words.get("quotation.clitic", frozenset())
        opening = self.pronouns | (words["function.article"] - clitics)
        self.skipped = (_between_subject_and_verb(text) | clitics) - opening
        # German's relatives are its articles, which open noun phrases.
        relatives = words["function.relative"] - words["function.article"]
        self.openers = self.prepositions | self.conjunctions | relatives
        self.weekdays = frozenset(text.pack.dates.get("weekdays", ()))
        self.names = [name for name in names if not self.quoted[name.first]]
        self._firsts = [name.first for name in self.names]
        self._ends = [name.end for name in self.names]
        self._cues = sorted(self._found())

    def quote(self, first: int, end: int) -> None:
        """Take tokens for somebody's words, in which the reporter speaks of nobody."""
        self.quoted[first:end] = b"\1" * (end - first)

    # ---------------------------------------------------------------- looking up

    def between(self, first: int, stop: int) -> Iterator[Cue]:
        """Give the cues between two tokens that stand outside quotations, in order."""
        for number in range(bisect_left(self._cues, (first,)), len(self._cues)):
            cue = self._cues[number]
            if cue.first >= stop:
                break
            if cue.end <= stop and not self.quoted[cue.first]:
                yield cue

    def names_between(self, first: int, end: int) -> Sequence[Name]:
        """Give the names that begin between two tokens, in order."""
        low = bisect_left(self._firsts, first)
        return self.names[low : bisect_left(self._firsts, end)]

    def name_ending_at(self, end: int) -> Name | None:
        """Give the name whose last word stands right before a token."""
        at = bisect_left(self._ends, end)
        return self.names[at] if at < len(self.names) and self._ends[at] == end else None

    def is_pronoun(self, speaker: Stretch) -> bool:
        """Tell whether a speaker is no more than a pronoun, joined to its verb or not."""
        if speaker[1] - speaker[0] > 1:
            return False
        return self.text.words[speaker[0]].rpartition("-")[2] in self.pronouns

    def takes_over(self, token: int) -> bool:
        """Tell whether a participle of saying begins here: ", adding that"."""
        return token < len(self.text) and self.text.words[token] in self.participles

    # ---------------------------------------------------------------- finding

    def _found(self) -> Iterator[Cue]:
        text = self.text
        ambiguous = text.pack.words.get("quotation.ambiguous", frozenset())
        ends: dict[int, int] = {}
        for hit in text.found("cue.say"):
            ends[hit.first] = max(hit.end, ends.get(hit.first, 0))
        for at, end in ends.items():
            if not self.quoted[at] and not (text.words[at] in ambiguous and self._is_noun(at)):
                yield Cue(at, end)
        for at, word in enumerate(text.words):
            if "-" in word and at not in ends and not self.quoted[at]:
                pronoun = self._joined_pronoun(at)
                if pronoun:
                    yield Cue(at, at + 1, pronoun)

    def _is_noun(self, token: int) -> bool:
        """Tell whether "states" or "reports" has nothing before it that can be its subject."""
        if token == 0:
            return True
        text = self.text
        at = token - 1
        while at > 0 and text.words[at] in self.skipped:
            at -= 1
        if text.kinds[at] == "p" or text.caps[at] or text.words[at] in self.pronouns:
            return False
        if self.name_ending_at(at + 1) is not None:
            return False
        roles = text.found_within("people.role", max(0, at - 1), at + 1)
        return all(hit.end != at + 1 for hit in roles)

    def _joined_pronoun(self, token: int) -> str:
        """Give the pronoun joined to a verb of saying by a hyphen: "explique-t-elle"."""
        if self.text.kinds[token] != "w":
            return ""
        verb, _, rest = self.text.words[token].partition("-")
        pronoun = rest.rpartition("-")[2]
        if pronoun not in self.pronouns:
            return ""
        words = self.text.pack.words
        return pronoun if verb in words["cue.say"] or verb in words["function.auxiliary"] else ""


def _between_subject_and_verb(text: Text) -> frozenset[str]:
    words = text.pack.words
    return words["function.auxiliary"] | words["function.adverb"] | words["function.negation"]
