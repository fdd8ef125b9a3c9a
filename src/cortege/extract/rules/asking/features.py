"""Turns a candidate for a demand into named features: who asks, how, for what, and where.

The nearest word for people, police or authorities before the frame says who asks. See ``weights``
for what each feature is worth.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
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
_ASKERS: Final = (
    ("protesters", ("crowd.noun", "participant.generic", "participant.kind")),
    ("people", ("crowd.group", "participant.bond", "participant.folk")),
    ("organisers", ("holder.organisers", "participant.body")),
    ("police", ("holder.police", "not_crowd.police")),
    ("authorities", ("holder.authorities", "people.government")),
    ("they", ("demand.they",)),
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
        self.text, self.quoted = text, quoted
        named: dict[int, str] = {
            trigger.first: "action" for trigger in triggers if trigger.sort != "people"
        }
        for asker, paths in _ASKERS:
            for path in paths:
                for hit in text.found(path):
                    named.setdefault(hit.first, asker)
        for name in names:
            if name.kind in ("person", "organisation"):
                named.setdefault(name.first, "a person" if name.kind == "person" else "a body")
        for hit in text.found("function.pronoun"):
            named.setdefault(hit.first, "a pronoun")
        self._named = sorted(named.items())
        self.busy = {
            text.sentence_of[trigger.first] for trigger in triggers if trigger.sort != "people"
        }
        self.actions = {trigger.first for trigger in triggers if trigger.sort != "people"}
        self.n_title = sum(sentence.in_title for sentence in text.sentences)

    def measure(self, candidate: Candidate) -> Features:
        """Give what speaks for or against a candidate."""
        found: Features = {frame: 1.0 for frame in candidate.frames}
        self._asker(candidate, found)
        self._where(candidate, found)
        self._words(candidate, found)
        for name in ("cut", "runs_on", "told", "brief"):
            if getattr(candidate, name):
                found[name.replace("_", " ")] = 1.0
        if "told" in found and "urge" in found:
            found["urge told"] = 1.0
        if "a remedy" in found or "a clause" in found:
            for frame in candidate.frames:
                found[f"{frame} a remedy"] = 1.0
        listed = range(candidate.listed[0], candidate.listed[1])
        if any(self.text.hit_at(at, "demand.remedy") for at in listed):
            found["a remedy in the list"] = 1.0
        if candidate.n_items > 1:
            found["in a list"] = 1.0
        if candidate.number:
            found["further item"] = 1.0
        if candidate.stance == "denied":
            found["denied"] = 1.0
        if candidate.instead:
            found["instead"] = 1.0
        return found

    def _asker(self, candidate: Candidate, found: Features) -> None:
        text, cue = self.text, candidate.cue[0]
        first = max(text.sentence(cue).first, cue - _REACH)
        at = bisect_right(self._named, (cue, "")) - 1
        nearest = ""
        while at >= 0 and self._named[at][0] >= first:
            asker = self._named[at][1]
            nearest = nearest or asker
            found[f"{asker} before"] = 1.0
            at -= 1
        found[f"asked by {nearest or 'nobody'}"] = 1.0
        if nearest in _CROWD:
            for frame in candidate.frames:
                found[f"{frame} by a crowd"] = 1.0
        if cue and text.words[cue - 1] in text.pack.words["function.negation"]:
            found["negated"] = 1.0

    def _where(self, candidate: Candidate, found: Features) -> None:
        text, index = self.text, self.text.sentence_of[candidate.first]
        sentence = text.sentences[index]
        if sentence.in_title:
            found["title"] = 1.0
        elif index - self.n_title < _LEAD:
            found["lead"] = 1.0
        elif index > _LATE * len(text.sentences):
            found["late"] = 1.0
        if candidate.first in self.quoted:
            found["quoted"] = 1.0
        if candidate.cue[0] in self.quoted:
            found["cue quoted"] = 1.0
        if index in self.busy:
            found["beside a protest"] = 1.0
        if any(text.found_within("status.background", sentence.first, sentence.end)):
            found["looks back"] = 1.0
        if candidate.cue[0] == sentence.first:
            found["opens"] = 1.0

    def _words(self, candidate: Candidate, found: Features) -> None:
        text, first, end = self.text, candidate.first, candidate.end
        n_words = end - first
        if n_words <= _SHORT:
            found["short"] = 1.0
        elif n_words >= _LONG:
            found["long"] = 1.0
        opening = range(first, min(end, first + _OPENING))
        if any(at in self.actions for at in opening):
            found["asks for a protest"] = 1.0
        if any(text.hit_at(at, "demand.remedy") for at in opening):
            found["a remedy"] = 1.0
        if text.hit_at(first, "demand.remedy") is not None:
            found["a remedy first"] = 1.0
        if any(text.hit_at(at, "demand.calm") for at in opening):
            found["calm"] = 1.0
        if text.words[first] in text.pack.words["function.pronoun"]:
            found["a pronoun first"] = 1.0
        if text.words[first] in text.pack.words["function.preposition"]:
            found["a preposition first"] = 1.0
        if text.words[first] in text.pack.words["function.article"]:
            found["an article first"] = 1.0
        if text.words[first] in text.pack.words["demand.to"]:
            found["a verb first"] = 1.0
        if first and text.words[first - 1] in text.pack.words["demand.that"]:
            found["a clause"] = 1.0
        if text.caps[first]:
            found["a capital first"] = 1.0
        if any(text.kinds[at] == "n" for at in range(first, end)):
            found["a number"] = 1.0
        if any(text.found_within("function.auxiliary", first, end)):
            found["an auxiliary"] = 1.0
