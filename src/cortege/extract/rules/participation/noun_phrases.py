"""Turns words for people into the noun phrases around them, as candidates for participants.

A candidate is a noun for people with the words that qualify it: "high school students",
"supporters of the mayor", "teachers and support staff", "étudiants en colère". Where a language
puts its adjectives behind the noun (trait ``postposed``) they are looked for there too. Besides
words of the lexicon, the unknown noun that a number counts or that stands before a verb of
protest is a candidate, and so is every proper name; which of them took part is for the features
to say.

Limits: no parser; an unknown verb beside a noun may be taken for an adjective.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from cortege.extract import phrase
from cortege.extract.rules.amounts import Amount
from cortege.extract.rules.names import Name
from cortege.extract.rules.numerals import grammar
from cortege.extract.rules.triggers import Trigger
from cortege.extract.text import Text
from cortege.languages.pack import load

_MAX_MODIFIERS: Final = 4  # tokens before a noun
_MAX_POSTPOSED: Final = 2  # tokens behind a noun
_MAX_DESCRIPTION: Final = 14  # tokens after "concerned about"
_MAX_JOINED: Final = 3  # noun phrases in "nurses, doctors and porters"
_NEAR_NAME: Final = 3  # tokens between a name and the verb or cue beside it
_SORTS: Final = (
    "generic", "one", "people", "folk", "nation", "bond", "notable", "body", "kind",
)  # fmt: skip
_VERBAL: Final = (
    "crowd.verb", "cue.say", "demand.asking", "demand.strong", "demand.want", "demand.wish",
    "demand.urge",
)  # fmt: skip
_TAKES_PART: Final = ("frame.attend", "crowd.verb")
NAMES: Final = frozenset({"person", "organisation", "name"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A noun phrase of people: its tokens, its head noun, and what kind of noun that is.

    ``sort`` is a list of ``[participant]`` in the lexicon, "group" or "crowd" for the lists of
    ``[crowd]``, "person", "organisation" or "name" for names.
    ``shape`` says what was added to the plain noun phrase: "of", "from", "described", "and".
    """

    first: int
    end: int
    head: int
    head_end: int
    sort: str
    shape: str = ""


class Words(NamedTuple):
    """A language's words that bound noun phrases."""

    closing: frozenset[str]
    auxiliary: frozenset[str]
    nameable: frozenset[str]
    some: frozenset[str]
    of: frozenset[str]
    source: frozenset[str]
    postposed: bool


@cache
def words_of(code: str) -> Words:
    """Gather the words of a language once."""
    pack = load(code)
    words, rules = pack.words, grammar(code)
    functions = (
        "preposition", "relative", "pronoun", "auxiliary", "negation", "verb_common", "adverb",
        "conjunction", "article",
    )  # fmt: skip
    closing = rules.of.union(*(words[f"function.{name}"] for name in functions))
    return Words(
        closing=closing | words["participant.some"],
        auxiliary=words["function.auxiliary"],
        nameable=(
            words["function.adverb"] | words["function.verb_common"] | words["function.preposition"]
        )
        - rules.of,
        some=words["participant.some"],
        of=words["participant.of"],
        source=words["participant.from"],
        postposed=bool(pack.traits.get("postposed", False)),
    )


class Nouns:
    """Finds the noun phrases of people in one text."""

    def __init__(
        self, text: Text, names: Sequence[Name], triggers: Sequence[Trigger],
        amounts: Sequence[Amount],
    ) -> None:  # fmt: skip
        """Note what bounds a noun phrase: verbs of protest and of saying, numbers."""
        self._text, self._names = text, names
        self._words = words_of(text.pack.code)
        self._acts = [trigger for trigger in triggers if trigger.sort == "verb"]
        self._verbal = {trigger.first for trigger in self._acts}
        self._verbal.update(hit.first for path in _VERBAL for hit in text.found(path))
        self._numbers = {
            token for amount in amounts for token in range(amount.first, amount.core_end)
        }
        self._named_before = {name.end: name.first for name in names}
        self._barred = {hit.first for hit in text.found("participant.barred")}
        self._heads = self._found_heads()

    def find(self) -> list[Candidate]:
        """Give every candidate, in no particular order; they may overlap."""
        plain = [self._plain(head, *known) for head, known in sorted(self._heads.items())]
        candidates = [*plain, *(longer for base in plain for longer in self._extended(base))]
        candidates.extend(self._joined(plain))
        candidates.extend(self._named())
        return candidates

    # ------------------------------------------------------------------ heads

    def _found_heads(self) -> dict[int, tuple[int, str]]:
        """Give the nouns for people by their first token: the token after, and the sort."""
        heads: dict[int, tuple[int, str]] = {}
        paths = [("crowd.group", "group"), ("crowd.noun", "crowd"), ("not_crowd.police", "police")]
        paths += [(f"participant.{sort}", sort) for sort in reversed(_SORTS)]
        for path, sort in paths:
            for hit in self._text.found(path):
                if hit.first not in heads or hit.end >= heads[hit.first][0]:
                    heads[hit.first] = (hit.end, sort)
        return heads

    # ------------------------------------------------------------------ noun phrases

    def _plain(self, head: int, end: int, sort: str) -> Candidate:
        """Give a noun with its adjectives and the nouns that qualify it."""
        first = self._first(head)
        head_end = end
        if self._words.postposed:
            end = self._past_adjectives(end)
        return Candidate(first, end, head, head_end, sort)

    def _first(self, head: int) -> int:
        text, sentence = self._text, self._text.sentence(head)
        at, reach = head, head - _MAX_MODIFIERS
        if sentence.in_title:
            reach = self._named_before.get(head, head - 1)
        while at > max(sentence.first, reach) and self._qualifies(at - 1, sentence.first):
            at -= 1
        while at < head and text.kinds[at] == "p":
            at += 1
        return at

    def _qualifies(self, token: int, opening: int) -> bool:
        """Tell whether a token can stand inside the noun phrase before its head."""
        text, words = self._text, self._words
        word = text.words[token]
        if text.kinds[token] == "p":
            return word in "-‐‑" and text.glued(token)
        if token in self._verbal or token in self._numbers or token in self._barred:
            return False
        if text.kinds[token] == "n":
            return False
        if word in words.closing:
            if not text.caps[token] or token == opening or text.sentence(token).in_title:
                return False
            return word in words.nameable and word not in words.some
        return True

    def _past_adjectives(self, end: int) -> int:
        text, words = self._text, self._words
        stop = min(text.sentence(end - 1).end, end + _MAX_POSTPOSED)
        while end < stop and text.kinds[end] == "w" and text.words[end] not in words.closing:
            if end in self._verbal or end in self._heads or end in self._barred:
                break
            end += 1
        return end

    def _extended(self, base: Candidate) -> Iterator[Candidate]:
        """Give the phrase with what follows it: "of the mayor", "from two schools"."""
        text = self._text
        end, shape, stop = base.end, "", text.sentence(base.head).end
        while end < stop and shape.count(" ") < 1:
            word = text.words[end]
            step = "of" if word in self._words.of else "from" if word in self._words.source else ""
            _, reached = phrase.after(text, end + 1, stop) if step else (end, end)
            if reached <= end + 1:
                break
            end, shape = reached, f"{shape} {step}" if shape else step
        if shape:
            yield Candidate(base.first, end, base.head, base.head_end, base.sort, shape)
        described = text.hit_at(base.end, "participant.described") if base.end < stop else None
        if described is not None:
            end = self._described(described.end, stop)
            yield Candidate(base.first, end, base.head, base.head_end, base.sort, "described")

    def _described(self, token: int, stop: int) -> int:
        """Give the token after a description: "concerned about rents and noise in the port"."""
        text, words = self._text, self._text.pack.words
        at = token
        while at < min(stop, token + _MAX_DESCRIPTION) and text.kinds[at] != "p":
            word = text.words[at]
            if at in self._verbal or word in self._words.auxiliary:
                break
            if word in words["function.verb_common"] or word in words["function.relative"]:
                break
            at += 1
        return at

    def _joined(self, plain: Sequence[Candidate]) -> Iterator[Candidate]:
        """Give the lists: "teachers and support staff", "nurses, doctors and porters"."""
        text, joiners = self._text, grammar(self._text.pack.code).joiners
        begins = {candidate.first: candidate for candidate in plain}
        for base in plain:
            last, n_joined = base, 1
            while n_joined < _MAX_JOINED and last.end + 1 < len(text):
                at = last.end
                comma = text.words[at] == ","
                at += comma
                joins = at < len(text) and text.words[at] in joiners
                at += joins
                while at < len(text) and phrase.is_article(text, at):
                    at += 1
                follower = begins.get(at)
                if not (comma or joins) or follower is None:
                    break
                last, n_joined = follower, n_joined + 1
                if joins:
                    shape = "and"
                    yield Candidate(
                        base.first, last.end, base.head, base.head_end, base.sort, shape
                    )
                    break

    # ------------------------------------------------------------------ names

    def _named(self) -> Iterator[Candidate]:
        """Give the names beside a verb of taking part or behind "including", "joined by"."""
        text = self._text
        verbs = {trigger.first for trigger in self._acts}
        verbs.update(hit.first for path in _TAKES_PART for hit in text.found(path))
        cues = {hit.end for hit in text.found("participant.listing")}
        for name in self._names:
            behind = range(name.end, name.end + _NEAR_NAME)
            before = range(name.first - _NEAR_NAME, name.first + 1)
            if any(at in verbs for at in behind) or any(at in cues for at in before):
                sort = name.kind if name.kind in NAMES else "name"
                yield Candidate(name.first, name.end, name.end - 1, name.end, sort)
