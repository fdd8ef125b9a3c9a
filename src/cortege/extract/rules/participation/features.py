"""Turns the mentions of one kind of people in a report into named features.

A kind of people - "high school students" - may be mentioned several times. What any mention
shows counts once: that it is counted, that it marches, that it is listed after "including".
Added are how often it is mentioned and how far on. See ``weights`` for what each is worth.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cortege.extract.rules.amounts import Amount
from cortege.extract.rules.numerals import grammar
from cortege.extract.rules.participation.noun_phrases import Candidate, words_of
from cortege.extract.rules.triggers import Trigger
from cortege.extract.rules.weighing import Phrase, content, probability
from cortege.extract.text import Text

_LEAD: Final = 2  # sentences of the body
_LATE: Final = 0.7  # of the sentences
_AHEAD: Final = 4  # tokens between a subject and its verb
_NAMES: Final = ("person", "organisation", "name")
_ALWAYS: Final = ("quoted", "late", "looks back", "beside a protest", "harmed", "says", "beside police")
_POSSESSIVES: Final = frozenset({"'s", "'", "’"})

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of people in a report: its words, the mention that shows it best, its features."""

    phrase: Phrase
    best: Candidate
    features: Features


class Scenes:
    """What a report says around its noun phrases, gathered once."""

    def __init__(
        self, text: Text, triggers: Sequence[Trigger], amounts: Sequence[Amount],
        quoted: frozenset[int],
    ) -> None:  # fmt: skip
        """Note where verbs, numbers and cues stand."""
        self.text, self.quoted = text, quoted
        self.acts = {trigger.first for trigger in triggers if trigger.sort == "verb"}
        self.actions = {trigger.first for trigger in triggers if trigger.sort == "noun"}
        self.gathers = {hit.first for hit in text.found("crowd.verb")}
        self.says = {hit.first for hit in text.found("cue.say")}
        self.demands = {
            hit.first for path in ("demand.asking", "demand.strong", "demand.want") for hit in text.found(path)
        }
        self.attends = {hit.first for hit in text.found("frame.attend")}
        self.harms = {hit.first for hit in text.found("casualty")}
        self.listing = {hit.end for hit in text.found("participant.listing")}
        self.against = {hit.end for hit in text.found("participant.against")}
        self.among = {hit.end for hit in text.found("crowd.collective")}
        self.counted = {amount.head: amount for amount in amounts}
        self.busy = {
            text.sentence_of[trigger.first] for trigger in triggers if trigger.sort != "people"
        }
        self.police = {text.sentence_of[hit.first] for hit in text.found("not_crowd.police")}
        self.past = {text.sentence_of[hit.first] for hit in text.found("status.background")}
        self.official = {hit.first for hit in text.found("participant.official")}
        self.faction = {hit.first for hit in text.found("participant.faction")}
        self.n_title = sum(sentence.in_title for sentence in text.sentences)
        self.words = words_of(text.pack.code)

    # ------------------------------------------------------------------ one mention

    def measure(self, candidate: Candidate) -> Features:
        """Give what one mention shows."""
        found: Features = {f"is {candidate.sort}": 1.0}
        if candidate.sort in _NAMES:
            found["is a name"] = 1.0
        else:
            self._shape(candidate, found)
        self._where(candidate, found)
        self._behind(candidate, found)
        self._before(candidate, found)
        if candidate.sort in ("kind", "group"):
            for name in ("acts", "gathers", "title", "counted", "lead"):
                if name in found:
                    found[f"kind {name}"] = 1.0
        if candidate.sort in _NAMES and "attends" in found:
            found["name attends"] = 1.0
        if candidate.sort == "generic":
            for name in ("acts", "title", "counted", "modified"):
                if name in found:
                    found[f"generic {name}"] = 1.0
        return found

    def _shape(self, candidate: Candidate, found: Features) -> None:
        text = self.text
        before, after = candidate.head - candidate.first, candidate.end - candidate.head_end
        if before or (after and not candidate.shape):
            found["modified"] = 1.0
        if before > 1:
            found["long"] = 1.0
        for shape in candidate.shape.split():
            found[shape] = 1.0
        if candidate.sort == "bond":
            found["bond of" if candidate.shape.startswith("of") else "bond bare"] = 1.0
        tokens = range(candidate.first, candidate.end)
        if any("-" in text.words[at] for at in tokens):
            found["hyphen"] = 1.0
        opening = text.sentence(candidate.head).first
        if any(text.caps[at] for at in range(max(candidate.first, opening + 1), candidate.head)):
            found["named after"] = 1.0
        if any(at in self.faction for at in tokens):
            found["faction"] = 1.0
        if any(at in self.official for at in tokens if at != candidate.head):
            found["official"] = 1.0

    def _where(self, candidate: Candidate, found: Features) -> None:
        text, index = self.text, self.text.sentence_of[candidate.head]
        if text.sentences[index].in_title:
            found["title"] = 1.0
        elif index - self.n_title < _LEAD:
            found["lead"] = 1.0
        elif index > _LATE * len(text.sentences):
            found["late"] = 1.0
        if candidate.first in self.quoted:
            found["quoted"] = 1.0
        if index in self.busy:
            found["beside a protest"] = 1.0
        if index in self.past:
            found["looks back"] = 1.0
        if index in self.police:
            found["beside police"] = 1.0

    def _behind(self, candidate: Candidate, found: Features) -> None:
        """Look at what follows: the verb, if it is one we know."""
        text, stop = self.text, self.text.sentence(candidate.head).end
        skipped = self.words.auxiliary | text.pack.words["function.adverb"]
        at = candidate.end
        if at < stop and text.words[at] in _POSSESSIVES:
            found["possessive"] = 1.0
            return
        if at < stop and text.words[at] in text.pack.words["function.relative"]:
            at += 1
        while at < min(stop, candidate.end + _AHEAD) and text.words[at] in skipped:
            at += 1
        near = range(at, min(stop, at + _AHEAD))
        if at in self.acts:
            found["acts"] = 1.0
        elif at in self.gathers:
            found["gathers"] = 1.0
        elif any(token in self.acts or token in self.gathers for token in near):
            found["acts near"] = 1.0
        elif at in self.actions:
            found["compound"] = 1.0
        elif at == candidate.end < stop and self._is_noun(at):
            found["goes on"] = 1.0
        if any(token in self.attends for token in near):
            found["attends"] = 1.0
        if at in self.demands:
            found["demands"] = 1.0
        elif at in self.says:
            found["says"] = 1.0
        if any(token in self.harms for token in near[:3]):
            found["harmed"] = 1.0

    def _is_noun(self, token: int) -> bool:
        """Tell whether an ordinary word follows, so that the phrase may only qualify it."""
        text = self.text
        if text.kinds[token] != "w" or text.words[token] in self.words.closing:
            return False
        return token not in self.says and token not in self.demands and token not in self.harms

    def _before(self, candidate: Candidate, found: Features) -> None:
        """Look at what leads up to it: a number, a determiner, a preposition, a cue."""
        text, words = self.text, self.text.pack.words
        at, opening = candidate.first, text.sentence(candidate.head).first
        amount = self.counted.get(candidate.head)
        if amount is not None and amount.core_end <= candidate.head:
            found["counted"] = 1.0
            if amount.qualifier == "vague" or (amount.low or 0) >= 20:
                found["counted many"] = 1.0
            at = min(amount.first, at)
        elif at in self.among:
            found["a group of"] = 1.0
        while at > opening and text.words[at - 1] in self.words.some:
            found["some"] = 1.0
            at -= 1
        if at > opening and text.words[at - 1] in words["function.article"]:
            article = text.words[at - 1]
            found["the" if article in words["participant.the"] else "a"] = 1.0
            at -= 1
        if at <= opening:
            found["opens"] = 1.0
            return
        self._led_up(at, found)

    def _led_up(self, at: int, found: Features) -> None:
        text, word = self.text, self.text.words[at - 1]
        if at in self.listing:
            found["listed"] = 1.0
        elif at in self.against:
            found["against"] = 1.0
        elif word in self.words.of:
            found["after of"] = 1.0
        elif word in text.pack.words["function.preposition"]:
            found["after a preposition"] = 1.0
        elif word == "," or word in grammar(text.pack.code).joiners:
            found["in a list"] = 1.0
        elif at - 1 in self.gathers or at - 1 in self.acts:
            found["drawn"] = 1.0


# --------------------------------------------------------------------------- kinds


def kinds(
    scenes: Scenes, candidates: Sequence[Candidate], weights: Mapping[str, float]
) -> list[Kind]:
    """Gather candidates that say the same; ``weights`` only choose the mention to show."""
    text = scenes.text
    mentions: dict[Phrase, list[tuple[Candidate, Features]]] = {}
    for candidate in candidates:
        phrase = content(text, candidate.first, candidate.end)
        if phrase:
            mentions.setdefault(phrase, []).append((candidate, scenes.measure(candidate)))
    heads = Counter(
        text.words[candidate.head] for candidate in candidates if not candidate.shape
    )
    found = [_kind(text, phrase, shown, heads, weights) for phrase, shown in mentions.items()]
    plain = [k for k in found if k.best.sort in ("kind","group","folk","bond","nation","body") and not k.best.shape]
    plain.sort(key=lambda k: k.features["begun"])
    order = {id(k): n for n, k in enumerate(plain)}
    for k in found:
        n = order.get(id(k), 99)
        k.features["order"] = 3 / (3 + n) if n < 99 else 0.0
    return found


def _kind(
    text: Text, phrase: Phrase, shown: Sequence[tuple[Candidate, Features]],
    heads: Counter[str], weights: Mapping[str, float],
) -> Kind:  # fmt: skip
    features: Features = {}
    for _, found in shown:
        for name, value in found.items():
            features[name] = max(features.get(name, 0.0), value)
    for name in _ALWAYS:
        if all(name in found for _, found in shown):
            features[f"always {name}"] = 1.0
    best, _ = max(shown, key=lambda pair: (probability(pair[1], weights, 0.0), -pair[0].first))
    n_mentions = len({candidate.first for candidate, _ in shown})
    n_heads = heads[text.words[best.head]]
    features["mentions"] = math.log2(n_mentions)
    features["mentions of the head"] = math.log2(max(n_heads, 1))
    features["share of the head"] = n_mentions / max(n_heads, 1)
    features["begun"] = min(candidate.first for candidate, _ in shown) / max(len(text), 1)
    return Kind(phrase, best, features)
