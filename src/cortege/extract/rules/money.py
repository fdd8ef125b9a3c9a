"""Turns amounts with a currency beside them into money, with the equivalent the text states.

Reads "€100 million ($119 million)", "NZ$11.6 million", "45 millions d'euros (environ 42 millions
de francs)", "310 million zlotys", "41 cents". Currencies are ISO 4217 codes.

Limits: a bare "$" is read as the dollar of the United States, "francs" in French as those of
Switzerland; rupees, pesos and crowns that name no country have no code.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cortege.extract.rules.amounts import Amount
from cortege.extract.rules.numerals import grammar
from cortege.extract.text import Text
from cortege.nouns.values import Money

_MARK: Final = "money.mark"
_WORD: Final = "money.word"
_UNTOLD: Final = "any"
_HUNDREDTH: Final = "cent"
_DECIMALS: Final = 4
_MARK_TOKENS: Final = 3  # tokens of the longest mark
_REACH: Final = 6  # tokens in which a stated equivalent begins
_BRACKETS: Final = frozenset({"(", "[", ","})


@dataclass(frozen=True, slots=True)
class MoneySpan:
    """Money with its tokens, mark and currency word included; ``amounts`` are those it uses."""

    first: int
    end: int
    money: Money
    amounts: tuple[Amount, ...]


def find(text: Text, amounts: Sequence[Amount]) -> list[MoneySpan]:
    """Find the money of a text, in order; an equivalent belongs to what it is equivalent to."""
    plain = [span for amount in amounts if (span := money_at(text, amount)) is not None]
    found: list[MoneySpan] = []
    at = 0
    while at < len(plain):
        span = plain[at]
        other = plain[at + 1] if at + 1 < len(plain) else None
        if other is not None and _equivalent(text, span, other):
            span, at = _with_equivalent(text, span, other), at + 1
        found.append(span)
        at += 1
    return found


def money_at(text: Text, amount: Amount) -> MoneySpan | None:
    """Read an amount as money, if a currency stands beside it."""
    bound = amount.low if amount.low is not None else amount.high
    if bound is None:
        return None
    marked = _mark_before(text, amount)
    if marked is not None:
        first, code = marked
        return MoneySpan(min(first, amount.first), amount.end, _money(bound, code), (amount,))
    behind = _word_behind(text, amount.end)
    if behind is None:
        return None
    end, code = behind
    return MoneySpan(amount.first, end, _money(bound, code), (amount,))


def _money(amount: float, code: str) -> Money:
    if code == _HUNDREDTH:
        return Money(round(amount / 100, _DECIMALS), None)
    amount = round(amount, _DECIMALS)  # 4.1 million is 4,100,000 and not a little less
    whole = int(amount) if amount == int(amount) else amount
    return Money(whole, None if code == _UNTOLD else code.upper())


def _mark_before(text: Text, amount: Amount) -> tuple[int, str] | None:
    """Give the first token and the code of the mark before a number: "$", "NZ$", "Rs."."""
    core = amount.core
    for first in range(max(0, core - _MARK_TOKENS), core):
        hit = text.hit_at(first, _MARK)
        if hit is None or hit.end != core:
            continue
        joined = all(text.glued(token) for token in range(first + 1, core))
        if core - first == 1 or (joined and text.caps[first]):
            return first, hit.path.rpartition(".")[2]
    return None


def _word_behind(text: Text, token: int) -> tuple[int, str] | None:
    """Give the end and the code of the currency behind a number: "euros", "CHF", "€"."""
    at = token
    if at < len(text) and text.words[at] in grammar(text.pack.code).of:
        at += 1
    for start, path in ((token, _WORD), (at, _WORD), (token, _MARK)):
        hit = text.hit_at(start, path)
        if hit is None:
            continue
        if path == _MARK and text.kinds[start] == "w" and not text.caps[start]:
            continue
        return hit.end, hit.path.rpartition(".")[2]
    return None


def _equivalent(text: Text, span: MoneySpan, other: MoneySpan) -> bool:
    """Tell whether money is stated as the same as the money before it, in another currency."""
    if not 0 < other.first - span.end + 1 <= _REACH or span.money.currency == other.money.currency:
        return False
    between = range(span.end, other.first)
    if not between:
        return False
    if text.words[span.end] in {"(", "["}:
        return True
    word = span.end + (text.words[span.end] in _BRACKETS)
    return text.hit_at(word, "money.equivalent") is not None


def _with_equivalent(text: Text, span: MoneySpan, other: MoneySpan) -> MoneySpan:
    end = other.end
    if text.words[span.end] in {"(", "["} and end < len(text) and text.words[end] in {")", "]"}:
        end += 1
    money = Money(span.money.amount, span.money.currency, other.money.amount, other.money.currency)
    return MoneySpan(span.first, end, money, (*span.amounts, *other.amounts))
