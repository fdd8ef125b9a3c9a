"""Finds the number of places a report says a call brought people out in, and the towns it names.

"In about 20 other cities, including Marseille, Nice, Lille and Bordeaux": the number, and the
towns that stand behind it in its sentence. A number counts places of protest when words of
protest stand beside it, with no arrests, curfew or the like between ("curfews imposed in dozens
of cities" counts curfews). Where a report has no such number it may count the protests
themselves ("more than 600 sister marches around the world"), or the schools that walked out.

Worked example: in "rallies in more than 100 cities, arrests in nine" the first number is taken.
Limits: "several cities" is no number; of countries only those right behind a word of protest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from cortege.assemble.scenes import Scene
from cortege.extract.rules.amounts import Amount
from cortege.extract.rules.casualties import is_year
from cortege.extract.rules.numerals import grammar
from cortege.extract.stage import Mentions
from cortege.extract.text import Text

Kind = Literal["place", "action", "body", "land"]
_KINDS: Final[tuple[Kind, ...]] = ("land", "place", "action", "body")  # as they are looked up
_RANK: Final[dict[Kind, int]] = {"place": 0, "action": 1, "body": 2, "land": 3}
_NOUN_REACH: Final = 5  # tokens between a number and the noun it counts
_BEFORE: Final = 9  # tokens from words of protest to the number
_BEHIND: Final = 6  # tokens from the number to words of protest
_BESIDE: Final = 3  # tokens, where the number counts countries
_LEAST: Final = 3
_LEAST_ACTIONS: Final = 5
_MANY_ACTIONS: Final = 50  # protests that need no "across the country" to be a campaign's
_LEAST_BODIES: Final = 500
_QUOTE_MARKS: Final = frozenset("\"“”„«»'‘’")
_OTHER_HEADS: Final = frozenset({"people", "group", "police", "unit"})
_OUTSIDE_NOUNS: Final = ("auxiliary", "conjunction", "relative", "pronoun", "negation")


@dataclass(frozen=True, slots=True)
class Stated:
    """A stated number of places with the token after its noun, its sentence and what it counts.

    ``others`` tells that other places are meant than one the report has named before.
    """

    amount: Amount
    end: int
    sentence: int
    kind: Kind
    others: bool

    def words(self) -> tuple[int, int]:
        """Give the tokens of the number and the noun it counts."""
        return self.amount.first, self.end


def stated_places(mentions: Mentions, scenes: Sequence[Scene]) -> Stated | None:
    """Find the number of places in which the report says people acted."""
    found = [
        stated
        for amount in mentions.amounts
        if (stated := _counted(mentions.text, amount)) and _told(mentions, scenes, stated)
    ]
    return min(found, key=lambda s: _order(scenes, s), default=None)


def towns_of_the_call(mentions: Mentions, scenes: Sequence[Scene]) -> set[str]:
    """Give the keys of the towns named behind the number of places, in its sentence."""
    stated = stated_places(mentions, scenes)
    if stated is None:
        return set()
    scene = scenes[stated.sentence]
    towns = {
        spot.key
        for spot in scene.spots
        if spot.first >= stated.amount.core_end
        and spot.place.precision in ("city", "district")
        and not spot.demonym
    }
    return towns if len(towns) > 1 else set()


def _order(scenes: Sequence[Scene], stated: Stated) -> tuple[int, bool, int]:
    """Prefer places to protests, the body to the headline, what stands first."""
    return _RANK[stated.kind], scenes[stated.sentence].title, stated.amount.first


# --------------------------------------------------------------------------- what is counted


def _counted(text: Text, amount: Amount) -> Stated | None:
    """Read the noun a number counts, if it is one of places, protests or schools."""
    if amount.money or amount.article or amount.head_kind in _OTHER_HEADS:
        return None
    if is_year(text, amount) or _definite(text, amount):
        return None
    low = amount.low if amount.low is not None else amount.high or 0.0
    if low < _LEAST or (amount.qualifier == "vague" and amount.high is None):
        return None
    sentence = text.sentence_of[amount.core]
    stop = min(amount.end + _NOUN_REACH, text.sentences[sentence].end)
    for at in range(amount.end, stop):
        if text.hit_at(at, "campaign.decoy") or text.hit_at(at, "campaign.region"):
            return None
        for kind in _KINDS:
            hit = text.hit_at(at, f"campaign.{kind}")
            if hit is not None:
                inside = range(amount.first, min(hit.end + 1, len(text)))
                others = any(text.hit_at(token, "campaign.other") for token in inside)
                return Stated(amount, hit.end, sentence, kind, others)
        if _ends_noun_phrase(text, at):
            return None
    return None


def _definite(text: Text, amount: Amount) -> bool:
    """Tell whether the number is of things known: "its 675 schools"; "in the 32 cities" may be."""
    before = amount.first - 1
    if before < text.sentence(amount.core).first:
        return False
    return text.words[before] in text.pack.words["crowd.definite"] and not _opens_place(
        text, before
    )


def _opens_place(text: Text, at: int) -> bool:
    return at > 0 and text.words[at - 1] in text.pack.words["place.within"]


def _ends_noun_phrase(text: Text, at: int) -> bool:
    word, words = text.words[at], text.pack.words
    if text.kinds[at] == "p":
        return word not in _QUOTE_MARKS
    if word in grammar(text.pack.code).of:
        return False
    return word in words["function.preposition"] or any(
        word in words[f"function.{name}"] for name in _OUTSIDE_NOUNS
    )


# --------------------------------------------------------------------------- whether people acted


def _told(mentions: Mentions, scenes: Sequence[Scene], stated: Stated) -> bool:
    """Tell whether the number says in how many places people protested."""
    text, amount, scene = mentions.text, stated.amount, scenes[stated.sentence]
    if scene.quoted > _MOSTLY_QUOTED:
        return False
    low = amount.low if amount.low is not None else 0.0
    if stated.kind == "action":
        wide = any(text.found_within("scope.wider", scene.sentence.first, scene.sentence.end))
        wide = wide or sum(spot.first >= stated.end for spot in scene.spots) > 1
        many = low >= _MANY_ACTIONS and amount.qualifier != "vague"
        return low >= _LEAST_ACTIONS and (wide or many) and not scene.cancelled
    if stated.kind == "body":
        return low >= _LEAST_BODIES and bool(scene.triggers)
    if stated.kind == "land":
        return _within(text, amount) and _gap_before(mentions, scene, amount) <= _BESIDE
    if _gap_before(mentions, scene, amount) <= _BEFORE:
        return True
    return _acts_behind(text, scene, stated.end) or (stated.others and scene.acts)


_MOSTLY_QUOTED: Final = 0.6  # share of a sentence's tokens


def _within(text: Text, amount: Amount) -> bool:
    """Tell whether "in" or the like stands right before a number."""
    before = amount.first - 1
    inside = before >= text.sentence(amount.core).first
    return inside and text.words[before] in text.pack.words["place.within"]


def _gap_before(mentions: Mentions, scene: Scene, amount: Amount) -> int:
    """Give the tokens from the last words of protest to a number; far where others intervene."""
    text = mentions.text
    ends = [trigger.end for trigger in scene.triggers if trigger.end <= amount.first]
    ends.extend(
        max(crowd.amount.end, crowd.amount.head_end)
        for crowd in scene.crowds
        if crowd.amount.core < amount.first and crowd.amount.core != amount.core
    )
    ends.extend(
        hit.end for hit in text.found_within("campaign.call", scene.sentence.first, amount.first)
    )
    end = max((end for end in ends if end <= amount.first), default=None)
    if end is None or _other_event(text, end, amount.first):
        return len(text)
    return amount.first - end


def _acts_behind(text: Text, scene: Scene, end: int) -> bool:
    """Tell whether words of protest follow soon: "75 cities have seen protests"."""
    for trigger in scene.triggers:
        if 0 <= trigger.first - end <= _BEHIND:
            between = range(end, trigger.first)
            denied = any(text.words[at] in text.pack.words["function.negation"] for at in between)
            return not denied and not _other_event(text, end, trigger.first)
    return False


def _other_event(text: Text, first: int, end: int) -> bool:
    """Tell whether arrests, injuries or the police stand between two tokens."""
    return any(text.found_within("casualty", first, end)) or any(
        text.found_within("police", first, end)
    )
