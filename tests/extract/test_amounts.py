"""Amounts: bounds with their modifiers, ranges, what is counted, and what is no amount."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.speech_texts import LANGUAGES, text_of

from cortege.extract.rules import amounts
from cortege.extract.rules.amounts import Amount

# What amounts are made of, in every order a careless page has them.
pieces = st.lists(
    st.sampled_from(
        [
            "more than", "nearly", "up to", "about", "between", "from", "and", "to", "-", "–",
            "2", "3 million", "15,000", "hundreds", "several", "a dozen", "people", "of", "the",
            "officers", "tractors", "%", "$", "€", "20h30", "9/11", "15th", "#", ":", "plus de",
            "d'", "une centaine", "près de", "entre", "et", "à", "personnes", "environ", "casi",
            "o más", "personas", "knapp", "bis zu", "Menschen", "²", "½", "٣", "\n", ".", ",",
        ]
    ),
    max_size=40,
).map(" ".join)  # fmt: skip
anything = st.one_of(pieces, st.text(max_size=160))


def only(language: str, body: str) -> tuple[str, Amount]:
    """Read the one amount of a text, and its words."""
    text = text_of(language, body)
    (amount,) = amounts.find(text)
    return text.exact(amount.first, amount.end), amount


@pytest.mark.parametrize(
    ("language", "body", "words", "low", "high", "qualifier"),
    [
        ("en", "about 300 came", "about 300", 300, 300, "about"),
        ("en", "an estimated 300 came", "an estimated 300", 300, 300, "about"),
        ("en", "nearly 300 came", "nearly 300", 270, 300, "about"),
        ("en", "almost 1,000 came", "almost 1,000", 900, 1000, "about"),
        ("en", "more than 300 came", "more than 300", 300, None, "at_least"),
        ("en", "at least 300 came", "at least 300", 300, None, "at_least"),
        ("en", "well over 300 came", "well over 300", 300, None, "at_least"),
        ("en", "up to 300 came", "up to 300", None, 300, "at_most"),
        ("en", "fewer than 300 came", "fewer than 300", None, 300, "at_most"),
        ("en", "no more than 300 came", "no more than 300", None, 300, "at_most"),
        ("en", "300 or so came", "300 or so", 300, 300, "about"),
        ("en", "300 or more came", "300 or more", 300, None, "at_least"),
        ("en", "300 at most came", "300 at most", None, 300, "at_most"),
        ("fr", "environ 300 venus", "environ 300", 300, 300, "about"),
        ("fr", "quelque 300 venus", "quelque 300", 300, 300, "about"),
        ("fr", "à peine 300 venus", "à peine 300", 300, 300, "about"),
        ("fr", "près de 300 venus", "près de 300", 270, 300, "about"),
        ("fr", "un peu moins de 300 venus", "un peu moins de 300", 270, 300, "about"),
        ("fr", "plus de 300 venus", "plus de 300", 300, None, "at_least"),
        ("fr", "plus d’une centaine de venus", "plus d’une centaine", 100, None, "at_least"),
        ("fr", "plus d'un millier de venus", "plus d'un millier", 1000, None, "at_least"),
        ("fr", "au moins 300 venus", "au moins 300", 300, None, "at_least"),
        ("fr", "jusqu’à 300 venus", "jusqu’à 300", None, 300, "at_most"),
        ("fr", "moins de 300 venus", "moins de 300", None, 300, "at_most"),
        ("fr", "300 environ sont venus", "300 environ", 300, 300, "about"),
        ("fr", "300 au moins sont venus", "300 au moins", 300, None, "at_least"),
        ("es", "unas 300 llegaron", "unas 300", 300, 300, "about"),
        ("es", "cerca de 300 llegaron", "cerca de 300", 270, 300, "about"),
        ("es", "más de 300 llegaron", "más de 300", 300, None, "at_least"),
        ("es", "hasta 300 llegaron", "hasta 300", None, 300, "at_most"),
        ("es", "300 o más llegaron", "300 o más", 300, None, "at_least"),
        ("de", "etwa 300 kamen", "etwa 300", 300, 300, "about"),
        ("de", "knapp 300 kamen", "knapp 300", 270, 300, "about"),
        ("de", "mehr als 300 kamen", "mehr als 300", 300, None, "at_least"),
        ("de", "bis zu 300 kamen", "bis zu 300", None, 300, "at_most"),
        ("de", "über dreitausend kamen", "über dreitausend", 3000, None, "at_least"),
    ],
)
def test_modifiers_set_the_bounds(
    language: str, body: str, words: str, low: float | None, high: float | None, qualifier: str
) -> None:
    """The words before and behind a number open or move its bounds and belong to the amount."""
    found, amount = only(language, body)
    assert (found, amount.low, amount.high) == (words, low, high)
    assert amount.qualifier == qualifier


@pytest.mark.parametrize(
    ("language", "body", "words", "low", "high"),
    [
        ("en", "200 to 300 came", "200 to 300", 200, 300),
        ("en", "200-300 came", "200-300", 200, 300),
        ("en", "200–300 came", "200–300", 200, 300),
        ("en", "between 15,000 and 20,000 came", "between 15,000 and 20,000", 15000, 20000),
        ("en", "from 200 to 300 came", "from 200 to 300", 200, 300),
        ("en", "2 to 3 million came", "2 to 3 million", 2000000, 3000000),
        ("en", "two to three thousand came", "two to three thousand", 2000, 3000),
        ("en", "15-20,000 came", "15-20,000", 15000, 20000),
        ("fr", "200 à 300 venus", "200 à 300", 200, 300),
        ("fr", "de 200 à 300 venus", "de 200 à 300", 200, 300),
        ("fr", "entre 15 000 et 20 000 venus", "entre 15 000 et 20 000", 15000, 20000),
        ("fr", "2 à 3 millions de venus", "2 à 3 millions", 2000000, 3000000),
        ("es", "entre 200 y 300 llegaron", "entre 200 y 300", 200, 300),
        ("es", "de dos a tres mil llegaron", "de dos a tres mil", 2000, 3000),
        ("de", "200 bis 300 kamen", "200 bis 300", 200, 300),
        ("de", "zwischen 200 und 300 kamen", "zwischen 200 und 300", 200, 300),
    ],
)
def test_ranges_are_one_amount(
    language: str, body: str, words: str, low: float, high: float
) -> None:
    """Two joined numbers are one amount, and the second's scale is the first's too."""
    found, amount = only(language, body)
    assert (found, amount.low, amount.high) == (words, low, high)
    assert amount.qualifier == "between"


@pytest.mark.parametrize(
    ("language", "body", "lows"),
    [
        ("en", "200 drummers and 300 singers came", [200, 300]),
        ("en", "300 to 200 against", [300, 200]),
        ("fr", "200 tambours et 300 voix", [200, 300]),
        ("en", "on 12 and 14 May", [12, 14]),
    ],
)
def test_numbers_that_make_no_range_stay_apart(language: str, body: str, lows: list[float]) -> None:
    """An "and" without "between" joins nothing, and neither do falling numbers."""
    assert [amount.low for amount in amounts.find(text_of(language, body))] == lows


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("fr", "Tous partent à 20h30."),
        ("en", "All left at 20:30."),
        ("en", "They remembered 9/11."),
        ("en", "It was the 15th night."),
        ("fr", "La 15e nuit."),
        ("en", "Gate #4 stayed shut."),
        ("en", "A COVID-19 ward."),
        ("en", "Nobody came."),
        ("fr", "Un peu moins de bruit."),
    ],
)
def test_fragments_are_no_amounts(language: str, body: str) -> None:
    """Times, fractions of dates, ordinals and names with digits count nothing."""
    assert amounts.find(text_of(language, body)) == []


@pytest.mark.parametrize(
    ("language", "body", "head", "kind"),
    [
        ("en", "300 people came", "people", "people"),
        ("en", "300 angry demonstrators came", "demonstrators", "people"),
        ("en", "hundreds of people came", "people", "people"),
        ("en", "300 nurses came", "nurses", "group"),
        ("en", "300 police officers came", "police officers", "police"),
        ("en", "300 tractors came", "tractors", "thing"),
        ("en", "30 French cities joined", "cities", "thing"),
        ("en", "30 percent joined", "percent", "unit"),
        ("en", "30% joined", "%", "unit"),
        ("en", "300 came", "", "none"),
        ("en", "300, people say", "", "none"),
        ("fr", "300 personnes sont venues", "personnes", "people"),
        ("fr", "une centaine de manifestants", "manifestants", "people"),
        ("fr", "plus d’une centaine d’étudiants", "étudiants", "group"),
        ("fr", "300 gendarmes sont venus", "gendarmes", "police"),
        ("fr", "300 tracteurs sont venus", "tracteurs", "thing"),
        ("fr", "30 ans plus tard", "ans", "unit"),
        ("es", "300 personas llegaron", "personas", "people"),
        ("es", "miles de manifestantes", "manifestantes", "people"),
        ("de", "300 Menschen kamen", "Menschen", "people"),
        ("de", "300 Polizisten kamen", "Polizisten", "police"),
    ],
)
def test_what_is_counted_is_found(language: str, body: str, head: str, kind: str) -> None:
    """The noun behind a number says what it counts, within its own phrase only."""
    text = text_of(language, body)
    (amount,) = amounts.find(text)
    assert (text.exact(amount.head, amount.head_end), amount.head_kind) == (head, kind)


@pytest.mark.parametrize(
    ("body", "money"),
    [("It cost $300.", True), ("It cost €300.", True), ("It drew 300.", False)],
)
def test_sums_are_marked(body: str, money: bool) -> None:
    """A currency's mark before a number makes it money."""
    assert only("en", body)[1].money is money


def test_a_quantity_keeps_whole_numbers_and_words() -> None:
    """The value holds integers where the bounds are whole, and the words of the text."""
    text = text_of("en", "Nearly 300 people came")
    (amount,) = amounts.find(text)
    quantity = amount.quantity(text)
    assert (quantity.low, quantity.high, quantity.words) == (270, 300, "Nearly 300")
    assert isinstance(quantity.low, int)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=60)
@given(body=anything)
def test_amounts_lie_within_the_text_in_order(language: str, body: str) -> None:
    """No text breaks the rule; amounts are ordered, apart, within the text, and bounded."""
    text = text_of(language, body)
    free = 0
    for amount in amounts.find(text):
        assert free <= amount.first <= amount.core < amount.core_end <= amount.end <= len(text)
        assert amount.core_end <= amount.head <= amount.head_end <= len(text)
        assert amount.low is not None or amount.high is not None
        if amount.low is not None and amount.high is not None:
            assert amount.low <= amount.high
        assert text.article.holds(text.evidence(amount.first, amount.end))
        free = amount.end
