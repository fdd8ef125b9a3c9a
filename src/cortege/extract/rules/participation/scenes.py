"""Turns one mention of people into named features: what stands before, in and behind it.

What any mention shows is for ``kinds`` to add up; what a feature is worth stands in ``weights``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cortege.extract.rules.amounts import Amount
from cortege.extract.rules.numerals import grammar
from cortege.extract.rules.participation.noun_phrases import NAMES, Candidate, words_of
from cortege.extract.rules.triggers import Trigger
from cortege.extract.text import Text

_LEAD: Final = 2  # sentences of the body
_LATE: Final = 0.7  # of the sentences
_AHEAD: Final = 4  # tokens between a subject and its verb
_HARM: Final = 3  # the same, for "were arrested"
_MANY: Final = 20  # people
_POSSESSIVES: Final = frozenset({"'s", "'", "’"})
_DEMANDS: Final = ("demand.asking", "demand.strong", "demand.want")

# Features that speak differently of one sort of noun than of all: the sort, and the features.
_TOGETHER: Final[tuple[tuple[str, frozenset[str], tuple[str, ...]], ...]] = (
    (
        "kind",
        frozenset({"kind", "group"}),
        ("acts", "gathers", "title", "counted", "lead"),
    ),
    ("generic", frozenset({"generic"}), ("acts", "title", "counted", "modified")),
    ("name", NAMES, ("attends",)),
)

Features = dict[str, float]


class Scenes:
    """What a report says around its noun phrases, gathered once."""

    def __init__(
        self, text: Text, triggers: Sequence[Trigger], amounts: Sequence[Amount],
        quoted: frozenset[int],
    ) -> None:  # fmt: skip
        """Note where verbs, numbers and cues stand."""
        self.text, self._quoted = text, quoted
        self._words = words_of(text.pack.code)
        self._skipped = self._words.auxiliary | text.pack.words["function.adverb"]
        self._acts = {trigger.first for trigger in triggers if trigger.sort == "verb"}
        self._actions = {trigger.first for trigger in triggers if trigger.sort == "noun"}
        self._gathers = _beginnings(text, "crowd.verb")
        self._attends = _beginnings(text, "frame.attend")
        self._says = _beginnings(text, "cue.say")
        self._demands = _beginnings(text, *_DEMANDS)
        self._harms = _beginnings(text, "casualty")
        self._official = _beginnings(text, "participant.official")
        self._faction = _beginnings(text, "participant.faction")
        self._listing = {hit.end for hit in text.found("participant.listing")}
        self._drawing = {hit.end for hit in text.found("participant.drawing")}
        self._apart = {hit.end for hit in text.found("participant.apart")}
        self._against = {hit.end for hit in text.found("participant.against")}
        self._among = {hit.end for hit in text.found("crowd.collective")}
        self._counted = {amount.head: amount for amount in amounts}
        self._busy = {text.sentence_of[t.first] for t in triggers if t.sort != "people"}
        self._police = {text.sentence_of[hit.first] for hit in text.found("not_crowd.police")}
        self._past = {text.sentence_of[hit.first] for hit in text.found("status.background")}
        self._n_title = sum(sentence.in_title for sentence in text.sentences)

    def measure(self, candidate: Candidate) -> Features:
        """Give what one mention shows."""
        shown = [f"is {candidate.sort}"]
        if candidate.sort in NAMES:
            shown.append("is a name")
        else:
            shown.extend(self._within(candidate))
        shown.extend(self._where(candidate))
        shown.extend(self._behind(candidate))
        shown.extend(self._before(candidate))
        for name, sorts, features in _TOGETHER:
            if candidate.sort in sorts:
                shown.extend(f"{name} {feature}" for feature in features if feature in shown)
        return dict.fromkeys(shown, 1.0)

    def _within(self, candidate: Candidate) -> Iterator[str]:
        """Look at the phrase itself: its adjectives, what was added to it."""
        text, tokens = self.text, range(candidate.first, candidate.end)
        n_before = candidate.head - candidate.first
        if n_before or (candidate.end > candidate.head_end and not candidate.shape):
            yield "modified"
        if n_before > 1:
            yield "long"
        yield from candidate.shape.split()
        if candidate.sort == "bond":
            yield "bond of" if candidate.shape.startswith("of") else "bond bare"
        if any("-" in text.words[at] for at in tokens):
            yield "hyphen"
        opening = text.sentence(candidate.head).first
        if any(text.caps[at] for at in range(max(candidate.first, opening + 1), candidate.head)):
            yield "named after"
        if any(at in self._faction for at in tokens):
            yield "faction"
        if any(at in self._official for at in tokens if at != candidate.head):
            yield "official"

    def _where(self, candidate: Candidate) -> Iterator[str]:
        text, index = self.text, self.text.sentence_of[candidate.head]
        if text.sentences[index].in_title:
            yield "title"
        elif index - self._n_title < _LEAD:
            yield "lead"
        elif index > _LATE * len(text.sentences):
            yield "late"
        if candidate.first in self._quoted:
            yield "quoted"
        if index in self._busy:
            yield "beside a protest"
        if index in self._past:
            yield "looks back"
        if index in self._police:
            yield "beside police"

    def _behind(self, candidate: Candidate) -> Iterator[str]:
        """Look at what follows: the verb, if it is one we know."""
        end, stop = candidate.end, self.text.sentence(candidate.head).end
        if end < stop and self.text.words[end] in _POSSESSIVES:
            yield "possessive"
            return
        at = self._verb_at(end, stop)
        near = range(at, min(stop, at + _AHEAD))
        if at in self._acts:
            yield "acts"
        elif at in self._gathers:
            yield "gathers"
        elif any(token in self._acts or token in self._gathers for token in near):
            yield "acts near"
        elif at in self._actions:
            yield "compound"
        elif at == end < stop and self._is_noun(at):
            yield "goes on"
        if any(token in self._attends for token in near):
            yield "attends"
        if at in self._demands:
            yield "demands"
        elif at in self._says:
            yield "says"
        if any(token in self._harms for token in near[:_HARM]):
            yield "harmed"

    def _verb_at(self, end: int, stop: int) -> int:
        """Give the token of the verb behind a subject, past "who have peacefully"."""
        text, at = self.text, end
        if at < stop and text.words[at] in text.pack.words["function.relative"]:
            at += 1
        while at < min(stop, end + _AHEAD) and text.words[at] in self._skipped:
            at += 1
        return at

    def _is_noun(self, token: int) -> bool:
        """Tell whether an ordinary word follows, so that the phrase may only qualify it."""
        text = self.text
        if text.kinds[token] != "w" or text.words[token] in self._words.closing:
            return False
        return token not in self._says and token not in self._demands and token not in self._harms

    def _before(self, candidate: Candidate) -> Iterator[str]:
        """Look at what leads up to it: a number, a determiner, a preposition, a cue."""
        text, words = self.text, self.text.pack.words
        at, opening = candidate.first, text.sentence(candidate.head).first
        amount = self._counted.get(candidate.head)
        if amount is not None and amount.core_end <= candidate.head:
            yield "counted"
            if amount.qualifier == "vague" or (amount.low or 0) >= _MANY:
                yield "counted many"
            at = min(amount.first, at)
        elif at in self._among:
            yield "a group of"
        while at > opening and text.words[at - 1] in self._words.some:
            yield "some"
            at -= 1
        if at > opening and text.words[at - 1] in words["function.article"]:
            yield "the" if text.words[at - 1] in words["participant.the"] else "a"
            at -= 1
        yield self._led_up(at) if at > opening else "opens"

    def _led_up(self, at: int) -> str:
        """Name what stands right before a phrase with its number and article."""
        word = self.text.words[at - 1]
        if at in self._drawing:
            return "drawn"
        if at in self._listing:
            return "listed"
        if at in self._apart:
            return "apart"
        if at in self._against:
            return "against"
        if word in self._words.of:
            return "after of"
        if word in self.text.pack.words["function.preposition"]:
            return "after a preposition"
        if word == "," or word in grammar(self.text.pack.code).joiners:
            return "in a list"
        return "met" if at - 1 in self._gathers or at - 1 in self._acts else "after a word"


def _beginnings(text: Text, *paths: str) -> set[int]:
    return {hit.first for path in paths for hit in text.found(path)}
