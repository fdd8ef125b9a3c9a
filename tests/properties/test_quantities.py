"""What a paper writes of a count and what the reader takes from it are the same count."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.properties.rendering import CROWD, MARCHED, WAYS, Rendered, counts

from cortege.extract.rules import amounts
from cortege.extract.text import Text
from cortege.languages import pack
from cortege.nouns.article import Article


@given(counts())
@settings(max_examples=400, deadline=None)
@example(Rendered("fr", "entre 15 000 et 20 000", 15_000, 20_000, "between"))
@example(Rendered("en", "between 200 and 1,000", 200, 1_000, "between"))
@example(Rendered("de", "zwischen 900 und 1.200", 900, 1_200, "between"))
def test_a_count_in_digits_is_read_as_it_was_meant(rendered: Rendered) -> None:
    """Separators, modifiers and ranges of four languages come back as the bounds they render."""
    [amount] = _amounts(f"{rendered.words} {CROWD[rendered.language]}", rendered.language)
    assert (amount.low, amount.high, amount.qualifier) == (
        rendered.low, rendered.high, rendered.qualifier,
    )  # fmt: skip
    assert amount.head_kind == "people"


@given(counts())
@settings(max_examples=100, deadline=None)
def test_a_count_says_which_words_carry_it(rendered: Rendered) -> None:
    """The words of a quantity are those that were written, modifier and all."""
    text = _text(f"{rendered.words} {CROWD[rendered.language]}", rendered.language)
    [amount] = amounts.find(text)
    quantity = amount.quantity(text)
    assert quantity.words == rendered.words
    assert (quantity.low, quantity.high) == (rendered.low, rendered.high)


@pytest.mark.parametrize("way", sorted(WAYS))
@given(number=st.integers(2, 999_999))
@settings(max_examples=300, deadline=None)
@example(number=71)
@example(number=80)
@example(number=81)
@example(number=91)
@example(number=100)
@example(number=101)
@example(number=200)
@example(number=1_000)
@example(number=1_001)
@example(number=1_100)
@example(number=21_021)
@example(number=80_000)
@example(number=200_000)
@example(number=180_080)
@example(number=999_999)
def test_a_number_written_out_is_read_back(way: str, number: int) -> None:
    """Number words up to 999,999 give the number they spell."""
    language, spelled = WAYS[way]
    found = _amounts(f"{spelled(number)} {CROWD[language]}", language)
    assert [(amount.low, amount.high) for amount in found] == [(number, number)], spelled(number)


@pytest.mark.parametrize("way", sorted(WAYS))
def test_every_number_below_a_thousand_is_read_back(way: str) -> None:
    """No gap in the tens, no slip at seventy, eighty or ninety."""
    language, spelled = WAYS[way]
    read = {
        number: [
            amount.low for amount in _amounts(f"{spelled(number)} {CROWD[language]}", language)
        ]
        for number in range(2, 1000)
    }
    assert {number: found for number, found in read.items() if found != [number]} == {}


@given(counts())
@settings(max_examples=100, deadline=None)
def test_counts_in_two_sentences_are_two_counts(rendered: Rendered) -> None:
    """Neither takes the other's words."""
    counted = f"{rendered.words} {CROWD[rendered.language]}"
    sentence = MARCHED[rendered.language].format(counted)
    found = _amounts(f"{sentence} {sentence}", rendered.language)
    assert [(amount.low, amount.high) for amount in found] == [(rendered.low, rendered.high)] * 2


def _amounts(words: str, language: str) -> list[amounts.Amount]:
    sentence = MARCHED[language].format(words) if not words.endswith(".") else words
    return amounts.find(_text(sentence, language))


def _text(words: str, language: str) -> Text:
    return Text(Article("a", words, n_chars_read=len(words)), pack.load(language))
