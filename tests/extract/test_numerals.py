"""Numbers: digits, words, vague words, and where they begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.speech_texts import LANGUAGES, text_of

from cortege.extract.rules.numerals import Core, core_at, parse_digits
from cortege.extract.text import Text

# What numbers are made of, in every order a careless page has them.
pieces = st.lists(
    st.sampled_from(
        [
            "a", "half", "hundred", "and", "twenty", "-", "three", "thousand", "million", "k",
            "dozen", "dozens", "of", "several", "couple", "15,000", "1.5", "2 000", "un", "cent",
            "mille", "et", "demi", "quatre-vingt-", "centaine", "d'", "milliers", "mil", "medio",
            "millón", "hunderttausend", "und", "zwei", "einhalb", "½", "²", "٣", "9" * 40, ",",
        ]
    ),
    max_size=30,
).map(" ".join)  # fmt: skip
anything = st.one_of(pieces, st.text(max_size=120))


def first_core(text: Text) -> Core | None:
    """Read the first number of a text."""
    cores = (core_at(text, token) for token in range(len(text)))
    return next((core for core in cores if core is not None), None)


@pytest.mark.parametrize(
    ("surface", "decimal", "value"),
    [
        ("15,000", ".", 15000),
        ("15,000", ",", 15000),
        ("15.000", ",", 15000),
        ("3.500", ",", 3500),
        ("3.500", ".", 3.5),
        ("1,5", ",", 1.5),
        ("1.5", ".", 1.5),
        ("1,234,567", ".", 1234567),
        ("1.234.567", ",", 1234567),
        ("1.234.567", ".", 1234567),
        ("1,234.5", ".", 1234.5),
        ("1.234,5", ",", 1234.5),
        ("15 000", ",", 15000),
        ("15\u202f000", ",", 15000),
        ("15\u00a0000", ",", 15000),
        ("15\u2009000", ".", 15000),
        ("15'000", ",", 15000),
        ("15’000", ",", 15000),
        ("007", ".", 7),
    ],
)
def test_separators_are_read(surface: str, decimal: str, value: float) -> None:
    """Every mark that parts thousands is skipped, and only the language's own one is decimal."""
    assert parse_digits(surface, decimal) == value


@pytest.mark.parametrize(
    ("language", "body", "words", "low", "high"),
    [
        ("en", "a crowd of 15,000 came", "15,000", 15000, 15000),
        ("en", "some 1.5 million came", "1.5 million", 1500000, 1500000),
        ("en", "about 12k came", "12k", 12000, 12000),
        ("en", "all two came", "two", 2, 2),
        ("en", "all twenty-one came", "twenty-one", 21, 21),
        ("en", "four hundred and fifty came", "four hundred and fifty", 450, 450),
        ("en", "three thousand two hundred came", "three thousand two hundred", 3200, 3200),
        ("en", "a hundred came", "a hundred", 100, 100),
        ("en", "one hundred thousand came", "one hundred thousand", 100000, 100000),
        ("en", "two million came", "two million", 2000000, 2000000),
        ("en", "two and a half thousand came", "two and a half thousand", 2500, 2500),
        ("en", "two dozen came", "two dozen", 24, 24),
        ("en", "a dozen came", "a dozen", 12, 12),
        ("en", "half a dozen came", "half a dozen", 6, 6),
        ("en", "half a million came", "half a million", 500000, 500000),
        ("en", "a couple of dozen came", "a couple of dozen", 24, 24),
        ("fr", "quelque 15 000 venus", "15 000", 15000, 15000),
        ("fr", "1,5 million de venus", "1,5 million", 1500000, 1500000),
        ("fr", "vingt et un venus", "vingt et un", 21, 21),
        ("fr", "quatre-vingt-douze venus", "quatre-vingt-douze", 92, 92),
        ("fr", "soixante et onze venus", "soixante et onze", 71, 71),
        ("fr", "deux cent cinquante venus", "deux cent cinquante", 250, 250),
        ("fr", "mille cinq cents venus", "mille cinq cents", 1500, 1500),
        ("fr", "trente mille venus", "trente mille", 30000, 30000),
        ("fr", "deux millions de venus", "deux millions", 2000000, 2000000),
        ("fr", "une douzaine de venus", "une douzaine", 12, 12),
        ("fr", "un demi-million de venus", "un demi-million", 500000, 500000),
        ("es", "llegaron 15.000", "15.000", 15000, 15000),
        ("es", "llegaron doscientas cincuenta", "doscientas cincuenta", 250, 250),
        ("es", "llegaron treinta y dos", "treinta y dos", 32, 32),
        ("es", "llegaron mil quinientas", "mil quinientas", 1500, 1500),
        ("es", "llegaron veinte mil", "veinte mil", 20000, 20000),
        ("es", "llegaron tres millones", "tres millones", 3000000, 3000000),
        ("es", "llegó medio millón", "medio millón", 500000, 500000),
        ("de", "15.000 kamen", "15.000", 15000, 15000),
        ("de", "zweihundertfünfzig kamen", "zweihundertfünfzig", 250, 250),
        ("de", "fünfundzwanzigtausend kamen", "fünfundzwanzigtausend", 25000, 25000),
        ("de", "dreitausend kamen", "dreitausend", 3000, 3000),
        ("de", "hundertzwanzig kamen", "hundertzwanzig", 120, 120),
        ("de", "zweiundvierzig kamen", "zweiundvierzig", 42, 42),
        ("de", "anderthalb Millionen kamen", "anderthalb Millionen", 1500000, 1500000),
        ("de", "drei Dutzend kamen", "drei Dutzend", 36, 36),
        ("de", "eine halbe Million kamen", "eine halbe Million", 500000, 500000),
    ],
)
def test_exact_numbers_are_read(
    language: str, body: str, words: str, low: float, high: float
) -> None:
    """Digits and words give one exact number, and all of its words belong to it."""
    text = text_of(language, body)
    core = first_core(text)
    assert core is not None
    assert (text.exact(core.first, core.end), core.low, core.high) == (words, low, high)
    assert core.qualifier == "exact"


@pytest.mark.parametrize(
    ("language", "body", "words", "low", "high"),
    [
        ("en", "dozens came", "dozens", 24, 99),
        ("en", "scores came", "scores", 40, 99),
        ("en", "hundreds came", "hundreds", 200, 999),
        ("en", "thousands came", "thousands", 2000, 9999),
        ("en", "tens of thousands came", "tens of thousands", 20000, 99999),
        ("en", "hundreds of thousands came", "hundreds of thousands", 200000, 999999),
        ("en", "millions came", "millions", 1000000, None),
        ("en", "several hundred came", "several hundred", 200, 999),
        ("en", "a few thousand came", "a few thousand", 2000, 9999),
        ("en", "several hundred thousand came", "several hundred thousand", 200000, 999999),
        ("en", "several dozen came", "several dozen", 24, 99),
        ("en", "a few dozen came", "a few dozen", 24, 99),
        ("en", "several came", "several", 2, None),
        ("en", "a handful of them came", "a handful of", 2, 9),
        ("fr", "des dizaines de venus", "des dizaines", 24, 99),
        ("fr", "des centaines de venus", "des centaines", 200, 999),
        ("fr", "milliers de venus", "milliers", 2000, 9999),
        ("fr", "dizaines de milliers de venus", "dizaines de milliers", 20000, 99999),
        ("fr", "plusieurs centaines de venus", "plusieurs centaines", 200, 999),
        ("fr", "plusieurs milliers de venus", "plusieurs milliers", 2000, 9999),
        ("fr", "quelques dizaines de venus", "quelques dizaines", 24, 99),
        ("fr", "une poignée d’irréductibles", "une poignée d’", 2, 9),
        ("es", "decenas de venidos", "decenas", 24, 99),
        ("es", "cientos de venidos", "cientos", 200, 999),
        ("es", "decenas de miles de venidos", "decenas de miles", 20000, 99999),
        ("es", "varios miles de venidos", "varios miles", 2000, 9999),
        ("de", "Dutzende kamen", "Dutzende", 24, 99),
        ("de", "Hunderte kamen", "Hunderte", 200, 999),
        ("de", "Zehntausende kamen", "Zehntausende", 20000, 99999),
        ("de", "mehrere hundert kamen", "mehrere hundert", 200, 999),
        ("de", "mehrere tausend kamen", "mehrere tausend", 2000, 9999),
    ],
)
def test_vague_words_keep_their_order_of_magnitude(
    language: str, body: str, words: str, low: float, high: float | None
) -> None:
    """A vague word has the bounds of its order of magnitude, and says that it is vague."""
    text = text_of(language, body)
    core = first_core(text)
    assert core is not None
    assert (text.exact(core.first, core.end), core.low, core.high) == (words, low, high)
    assert core.qualifier == "vague"


@pytest.mark.parametrize(
    ("language", "body", "low"),
    [
        ("fr", "une centaine de venus", 100),
        ("fr", "une trentaine de venus", 30),
        ("fr", "un millier de venus", 1000),
        ("fr", "une quinzaine de venus", 15),
        ("es", "un centenar de venidos", 100),
        ("es", "una veintena de venidos", 20),
    ],
)
def test_round_groups_are_about(language: str, body: str, low: float) -> None:
    """A round group such as "une centaine" is about a hundred, unlike "une douzaine", which is twelve."""
    core = first_core(text_of(language, body))
    assert core is not None
    assert (core.low, core.high, core.qualifier) == (low, low, "about")


@pytest.mark.parametrize(
    ("language", "body", "article"),
    [
        ("en", "one came", True),
        ("en", "two came", False),
        ("fr", "un venu", True),
        ("fr", "une venue", True),
        ("fr", "trente et un venus", False),
        ("es", "una venida", True),
        ("de", "eine kam", True),
        ("en", "a crowd came", None),
    ],
)
def test_a_bare_one_is_marked_as_an_article(language: str, body: str, article: bool | None) -> None:
    """The word "un" may be an article and is marked as one; the English "a" is no number at all."""
    core = first_core(text_of(language, body))
    assert (core.article if core else None) is article


@pytest.mark.parametrize(
    ("language", "body", "words"),
    [
        ("en", "They came two, three at a time", "two"),
        ("en", "Ten and then some", "Ten"),
        ("en", "two hundred and nobody else", "two hundred"),
        ("fr", "Dix et puis rien", "Dix"),
        ("de", "Zehn und dann nichts", "Zehn"),
    ],
)
def test_a_number_ends_where_another_begins(language: str, body: str, words: str) -> None:
    """Neighbouring numbers stay apart, and an "and" that joins none is not taken along."""
    text = text_of(language, body)
    core = first_core(text)
    assert core is not None
    assert text.exact(core.first, core.end) == words


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=60)
@given(body=anything)
def test_numbers_are_read_whatever_the_text(language: str, body: str) -> None:
    """No text breaks the reading, and a number's tokens and bounds are in order."""
    text = text_of(language, body)
    for token in range(len(text)):
        core = core_at(text, token)
        if core is not None:
            assert core.first == token < core.end <= len(text)
            assert core.high is None or core.low <= core.high
