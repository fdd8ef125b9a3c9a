"""Turns a candidate for a demand into named features: who asks, how, for what, and where.

The nearest word for people, police or authorities before the frame says who asks. See ``weights``
for what each feature is worth.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from cortege.extract.rules.asking.clauses import Candidate
from cortege.extract.rules.names import Name
from cortege.extract.rules.triggers import Trigger
from cortege.extract.text import Text

_LEAD: Final = 2  # sentences of the body
_LATE: Final = 0.7  # of the sentences
_REACH: Final = 14  # tokens before a frame in which its subject stands
_SHORT: Final = 2  # tokens
_LONG: Final = 14  # tokens
_OPENING: Final = 5  # tokens of a demand in which its topic shows
# Who asks, and the lists of the lexicon that name them; the first list that holds a word counts.
_ASKERS: Final = (
    ("protesters", ("crowd.noun", "participant.generic", "participant.kind")),
    ("people", ("crowd.group", "participant.bond", "participant.folk")),
    ("organisers", ("holder.organisers", "participant.body")),
    ("police", ("holder.police", "not_crowd.police")),
    ("authorities", ("holder.authorities", "people.government")),
    ("they", ("demand.they",)),
    ("a pronoun", ("function.pronoun",)),
)
_CROWD: Final = frozenset({"protesters", "people", "organisers", "action", "they", "a body"})

Features = dict[str, float]


class Askers:
    """Says of one report who asks at a token, and what stands around it."""

    def __init__(
        self, text: Text, names: Sequence[Name], triggers: Sequence[Trigger],
        quoted: frozenset[int],
    ) -> None:  # fmt: skip
        """Note where people, authorities and protests are named."""
        self._text, self._quoted = text, quoted
        self._actions = {trigger.first for trigger in triggers if trigger.sort != "people"}
        self._busy = {text.sentence_of[at] for at in self._actions}
        self._past = {text.sentence_of[hit.first] for hit in text.found("status.background")}
        self._remedies = {hit.first for hit in text.found("demand.remedy")}
        self._calm = {hit.first for hit in text.found("demand.calm")}
        self._n_title = sum(sentence.in_title for sentence in text.sentences)
        named = dict.fromkeys(self._actions, "action")
        for asker, paths in _ASKERS:
            for path in paths:
                for hit in text.found(path):
                    named.setdefault(hit.first, asker)
        for name in names:
            if name.kind in ("person", "organisation"):
                named.setdefault(name.first, "a person" if name.kind == "person" else "a body")
        self._tokens = sorted(named)
        self._named = named

    def measure(self, candidate: Candidate) -> Features:
        """Give what speaks for or against a candidate."""
        shown = [*candidate.frames, *self._asker(candidate), *self._where(candidate)]
        shown.extend(self._opening(candidate))
        shown.extend(self._form(candidate))
        shown.extend(self._reading(candidate))
        if "a remedy" in shown or "a clause" in shown:
            shown.extend(f"{frame} a remedy" for frame in candidate.frames)
        return dict.fromkeys(shown, 1.0)

    def _asker(self, candidate: Candidate) -> Iterator[str]:
        """Look for who asks: everybody named before the frame, and the nearest."""
        text, cue = self._text, candidate.cue[0]
        first = max(text.sentence(cue).first, cue - _REACH)
        before = self._tokens[bisect_left(self._tokens, first) : bisect_left(self._tokens, cue)]
        yield from {f"{self._named[at]} before" for at in before}
        nearest = self._named[before[-1]] if before else "nobody"
        yield f"asked by {nearest}"
        if nearest in _CROWD:
            for frame in candidate.frames:
                yield f"{frame} by a crowd"
        if cue and text.words[cue - 1] in text.pack.words["function.negation"]:
            yield "negated"

    def _where(self, candidate: Candidate) -> Iterator[str]:
        text, index = self._text, self._text.sentence_of[candidate.first]
        sentence = text.sentences[index]
        if sentence.in_title:
            yield "title"
        elif index - self._n_title < _LEAD:
            yield "lead"
        elif index > _LATE * len(text.sentences):
            yield "late"
        if candidate.first in self._quoted:
            yield "quoted"
        if candidate.cue[0] in self._quoted:
            yield "cue quoted"
        if index in self._busy:
            yield "beside a protest"
        if index in self._past:
            yield "looks back"
        if candidate.cue[0] == sentence.first:
            yield "opens"

    def _opening(self, candidate: Candidate) -> Iterator[str]:
        """Look at the first words of a demand, where its topic shows."""
        text, first = self._text, candidate.first
        words, word = text.pack.words, text.words[first]
        opening = range(first, min(candidate.end, first + _OPENING))
        if any(at in self._actions for at in opening):
            yield "asks for a protest"
        if any(at in self._remedies for at in opening):
            yield "a remedy"
        if first in self._remedies:
            yield "a remedy first"
        if any(at in self._calm for at in opening):
            yield "calm"
        for kind in ("pronoun", "preposition", "article"):
            if word in words[f"function.{kind}"]:
                yield f"a {kind} first"
        if word in words["demand.to"]:
            yield "a verb first"
        if text.caps[first]:
            yield "a capital first"
        if first and text.words[first - 1] in words["demand.that"]:
            yield "a clause"

    def _form(self, candidate: Candidate) -> Iterator[str]:
        """Look at a demand's length, and at the list it stands in."""
        text, first, end = self._text, candidate.first, candidate.end
        if end - first <= _SHORT:
            yield "short"
        elif end - first >= _LONG:
            yield "long"
        if any(text.kinds[at] == "n" for at in range(first, end)):
            yield "a number"
        if any(text.words[at] in text.pack.words["function.auxiliary"] for at in range(first, end)):
            yield "an auxiliary"
        if any(at in self._remedies for at in range(*candidate.listed)):
            yield "a remedy in the list"
        if candidate.n_items > 1:
            yield "in a list"
        if candidate.number:
            yield "further item"

    def _reading(self, candidate: Candidate) -> Iterator[str]:
        """Say which of several readings of the words this is."""
        if candidate.cut:
            yield "cut"
        if candidate.runs_on:
            yield "runs on"
        if candidate.brief:
            yield "brief"
        if candidate.told:
            yield "told"
            if "urge" in candidate.frames:
                yield "urge told"
        if candidate.stance == "denied":
            yield "denied"
        if candidate.instead:
            yield "instead"
