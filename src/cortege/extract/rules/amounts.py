"""Turns number phrases with their modifiers and head nouns into amounts.

An amount is bounds ("between 15,000 and 20,000"), the words that give them, and the noun that is
counted. What an amount means - a crowd, arrests, money - is for the rules that use it.

Conventions (coding guide): "about N" is N to N; "nearly N" is 0.9 N to N; "more than N" is N and
above; "up to N" has no lower bound.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal

from cortege.extract.rules.numerals import Core, core_at, grammar, listed
from cortege.extract.text import Text
from cortege.languages.pack import load
from cortege.nouns.values import Qualifier, Quantity

HeadKind = Literal["people", "group", "police", "unit", "thing", "none"]
_HEADS: Final[tuple[tuple[str, HeadKind], ...]] = (
    ("not_crowd.unit", "unit"),
    ("not_crowd.police", "police"),
    ("crowd.noun", "people"),
    ("crowd.group", "group"),
    ("not_crowd.thing", "thing"),
    ("campaign.wide", "thing"),
)
_MONEY_MARKS: Final = frozenset("$€£¥₹₺₽₦₴zł")
_MAX_MODIFIER: Final = 5  # tokens
# Scales that the second number of a range lends to the first, and how large that one may be.
_CARRIED: Final = ((10**9, 10**12), (10**6, 10**9), (1000, 10**6), (100, 1000))
_HEAD_REACH: Final = 6  # tokens between a number and the noun it counts


@dataclass(frozen=True, slots=True)
class Amount:
    """A number phrase.

    ``first`` to ``end`` are its tokens with modifiers; ``core`` to ``core_end`` those of the bare
    number. ``head`` is the token of the noun that is counted and ``head_end`` the token after
    it (both equal ``core_end`` when no noun was found).
    """

    first: int
    end: int
    core: int
    core_end: int
    low: float | None
    high: float | None
    qualifier: Qualifier
    head: int
    head_end: int
    head_kind: HeadKind
    article: bool
    money: bool

    def quantity(self, text: Text) -> Quantity:
        """Give the bounds as a value, with the words that carry them."""
        low = _whole(self.low)
        return Quantity(low, _whole(self.high), self.qualifier, text.exact(self.first, self.end))


def _whole(bound: float | None) -> float | None:
    if bound is not None and bound == int(bound):
        return int(bound)
    return bound


def find(text: Text) -> list[Amount]:
    """Find every number phrase of a text, in order, none overlapping another."""
    amounts: list[Amount] = []
    at, free, stop = 0, 0, len(text)
    while at < stop:
        core = core_at(text, at)
        if core is None or _is_fragment(text, core) or _begins_modifier(text, core):
            at += 1
            continue
        amount = _with_head(text, _modified(text, _ranged(text, core), free))
        amounts.append(amount)
        free = max(amount.core_end, amount.end)
        at = free
    return amounts


# --------------------------------------------------------------------------- fragments


def _is_fragment(text: Text, core: Core) -> bool:
    """Tell whether a numeral is part of a time, a fraction, an ordinal or a name."""
    end = core.end
    if text.kinds[core.first] != "n" or end >= len(text):
        return False
    if text.glued(end) and text.kinds[end] == "w" and text.words[end] != "%":
        return True
    before = text.words[core.first - 1] if core.first else ""
    timed = before in {":", "/"} or (before.isalpha() and text.glued(core.first - 1))  # "20h30"
    if timed and text.glued(core.first) and core.first > 1:
        return text.kinds[core.first - 2] == "n"
    after = text.words[end]
    if after in {":", "/"} and text.glued(end) and end + 1 < len(text):
        return text.kinds[end + 1] == "n" and text.glued(end + 1)
    return before == "#" or (before == "-" and text.glued(core.first) and _joins_word(text, core))


def _joins_word(text: Text, core: Core) -> bool:
    at = core.first - 1
    return at > 0 and text.glued(at) and text.kinds[at - 1] == "w"


# --------------------------------------------------------------------------- ranges


@cache
def _words(code: str, name: str) -> tuple[frozenset[tuple[str, ...]], int]:
    phrases = frozenset(
        tuple(phrase.split()) for phrase in listed(load(code).numbers["modifier"][name])
    )
    return phrases, max(len(phrase) for phrase in phrases)


def _ranged(text: Text, core: Core) -> Core:
    """Join "A to B", "A-B", "between A and B" into one core."""
    joints, _ = _words(text.pack.code, "and")
    at = core.end
    if at + 1 >= len(text) or (text.words[at],) not in joints or core.high is None:
        return core
    other = core_at(text, at + 1)
    if other is None or other.high is None:
        return core
    opened, opening = _opened(text, core)
    if text.kinds[at] == "p" and not _joined_by_mark(text, at):
        return core
    is_and = text.words[at] in grammar(text.pack.code).joiners
    low = _scaled(core, other)
    if low >= other.high or (is_and and not opened) or _looks_like_dates(text, core, other):
        return core
    first = core.first - opening
    return Core(first, other.end, low, other.high, _joined_qualifier(core, other))


def _joined_by_mark(text: Text, at: int) -> bool:
    """Tell whether a dash joins two numerals: "300-400", but not "18 — several"."""
    numerals = text.kinds[at - 1] == "n" and text.kinds[at + 1] == "n"
    glued = text.glued(at) and text.glued(at + 1)
    return glued or (numerals and text.words[at] != "—")


def _opened(text: Text, core: Core) -> tuple[bool, int]:
    openers, longest = _words(text.pack.code, "between")
    for n_words in range(min(longest, core.first), 0, -1):
        if tuple(text.words[core.first - n_words : core.first]) in openers:
            return True, n_words
    return False, 0


def _scaled(core: Core, other: Core) -> float:
    """Carry a scale back: "2 to 3 million", "15-20,000"."""
    low, high = core.low, other.low
    for scale, limit in _CARRIED:
        fits = low < scale <= high < limit and high % (scale // 10) == 0 and 1 <= low * scale < high
        if fits and high / scale / 10 <= low < 100:
            return low * scale
    return low


def _joined_qualifier(core: Core, other: Core) -> Qualifier:
    return "vague" if "vague" in (core.qualifier, other.qualifier) else "between"


def _looks_like_dates(text: Text, core: Core, other: Core) -> bool:
    """Tell whether both numbers are days followed by a month, or years."""
    months = text.pack.dates["months"]
    follower = text.words[other.end] if other.end < len(text) else ""
    both_years = 1900 <= core.low <= 2100 and 1900 <= (other.high or 0) <= 2100
    plain = text.kinds[core.first] == "n" and text.ends[core.first] - text.starts[core.first] == 4
    return follower in months or (both_years and plain)


# --------------------------------------------------------------------------- modifiers

_BEFORE: Final[tuple[str, ...]] = ("at_least", "at_most", "nearly", "about")
_AFTER: Final[tuple[str, ...]] = ("after_at_least", "after_at_most", "after_about")


def _modified(text: Text, core: Core, free: int) -> Amount:
    """Apply the words before and after a core; ``free`` is the first token not yet taken."""
    first, end, kind = core.first, core.end, ""
    while True:
        found, n_words = _modifier_before(text, first, free)
        if not found:
            break
        kind, first = (kind if kind and found == "about" else found), first - n_words
    if not kind or kind == "about":
        after, n_words = _modifier_after(text, end)
        if after:
            kind, end = after.removeprefix("after_"), end + n_words
    amount = Amount(
        first, end, core.first, core.end, core.low, core.high, core.qualifier,
        core.end, core.end, "none", core.article, _is_money(text, first, core),
    )  # fmt: skip
    return _bounded(amount, kind)


def _modifier_before(text: Text, first: int, free: int) -> tuple[str, int]:
    longest = min(_MAX_MODIFIER, first - free)
    for n_words in range(longest, 0, -1):
        phrase = tuple(text.words[first - n_words : first])
        for name in _BEFORE:
            if phrase in _words(text.pack.code, name)[0]:
                return name, n_words
    return "", 0


def _begins_modifier(text: Text, core: Core) -> bool:
    """Tell whether a bare "un" begins words such as "un peu moins de" and counts nothing."""
    if not core.article:
        return False
    for n_words in range(2, _MAX_MODIFIER + 1):
        phrase = tuple(text.words[core.first : core.first + n_words])
        if any(phrase in _words(text.pack.code, name)[0] for name in _BEFORE):
            return True
    return False


def _modifier_after(text: Text, end: int) -> tuple[str, int]:
    for n_words in range(min(3, len(text) - end), 0, -1):
        phrase = tuple(text.words[end : end + n_words])
        for name in _AFTER:
            if phrase in _words(text.pack.code, name)[0]:
                return name, n_words
    return "", 0


def _bounded(amount: Amount, kind: str) -> Amount:
    low, high = amount.low, amount.high
    if kind == "at_least":
        return replace(amount, high=None, qualifier="at_least")
    if kind == "at_most":
        return replace(amount, low=None, high=high, qualifier="at_most") if high else amount
    if kind == "nearly" and low is not None and low == high:
        return replace(amount, low=float(round(0.9 * low)), qualifier="about")
    if kind in ("about", "nearly") and amount.qualifier == "exact":
        return replace(amount, qualifier="about")
    return amount


def _is_money(text: Text, first: int, core: Core) -> bool:
    before = text.words[core.first - 1] if core.first else ""
    return bool(set(before) & _MONEY_MARKS) or (first < core.first and "$" in text.words[first])


# --------------------------------------------------------------------------- what is counted


def _with_head(text: Text, amount: Amount) -> Amount:
    """Find the noun an amount counts, within a few words and no further than a clause."""
    at = amount.end
    stop = min(len(text), at + _HEAD_REACH, text.sentence(amount.core).end)
    of = grammar(text.pack.code).of
    opened = False
    while at < stop:
        head = _head_at(text, at)
        if head is not None:
            while head[1] < stop and (further := _head_at(text, head[1])) is not None:
                at, head = head[1], further  # "French cities" are cities
            return replace(amount, head=at, head_end=head[1], head_kind=head[0])
        word = text.words[at]
        if text.kinds[at] == "p" and not (word in {"-", "‐", "‑"} and text.glued(at)):
            break
        if word in of:
            if opened:
                break
            opened = True
        elif _closes(text, at):
            break
        at += 1
    return amount


def _head_at(text: Text, at: int) -> tuple[HeadKind, int] | None:
    for path, kind in _HEADS:
        hit = text.hit_at(at, path)
        if hit is not None:
            return kind, hit.end
    return None


def _closes(text: Text, at: int) -> bool:
    """Tell whether a word ends the noun phrase after a number."""
    words, word = text.pack.words, text.words[at]
    return (
        text.kinds[at] == "n"
        or word in words["function.conjunction"]
        or word in words["function.relative"]
        or word in words["function.auxiliary"]
        or (word in words["function.preposition"] and word not in {"du", "des"})
        or word in words["function.pronoun"]
        or word in words["function.verb_common"]
    )


def words_of(amount: Amount) -> tuple[int, int]:
    """Give the tokens of an amount with the noun it counts."""
    return amount.first, max(amount.end, amount.head_end)
