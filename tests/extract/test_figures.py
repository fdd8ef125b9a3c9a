"""Figures: quantities that are not crowds, with what they measure and how they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.speech_texts import LANGUAGES, lies_within, text_of

from cortege.extract.rules import amounts, figures
from cortege.extract.rules.figures import FigureMention
from cortege.extract.text import Text
from cortege.nouns.values import Money

# What figures are made of, in every order a careless page has them.
pieces = st.lists(
    st.sampled_from(
        [
            "12,500", "€", "$", "NZ$", "4.1 million", "euros", "(", ")", "about", "percent", "%",
            "jobs", "since", "2017", "including", "of them", "700", "doubled", "spending", "in",
            "the", "no", "plans to", "created", ",", ".", "\n", "dont", "postes", "d'euros", "un",
            "1er", "pour cent", "millones de", "Prozent", "der", "Stellen", "A28", "Room", "scores",
        ]
    ),
    max_size=40,
).map(" ".join)  # fmt: skip


# Digits that are no numbers ("²") are left to the tests of amounts, which come first.
anything = st.one_of(pieces, st.text(st.characters(exclude_categories=["No", "Cs"]), max_size=120))


def figures_of(text: Text, taken: list[tuple[int, int]] | None = None) -> list[FigureMention]:
    """Find the figures of a text."""
    return figures.find(text, amounts.find(text), taken or [])


@pytest.mark.parametrize(
    ("language", "body", "words", "what", "low"),
    [
        ("en", "It has created 1,250 kitchen jobs since 2019.",
         "1,250 kitchen jobs since 2019", "kitchen jobs", 1250),
        ("en", "The petition carries 9,100 signatures.", "9,100 signatures", "signatures", 9100),
        ("en", "They closed six kitchens.", "six kitchens", "kitchens", 6),
        ("en", "Some 140 lorries queued.", "Some 140 lorries queued", "lorries queued", 140),
        ("fr", "Le port traite 380 000 conteneurs.", "380 000 conteneurs", "conteneurs", 380000),
        ("fr", "Une quarantaine de cuisines ont fermé.",
         "Une quarantaine de cuisines", "cuisines", 40),
        ("es", "Reunieron 5.300 firmas.", "5.300 firmas", "firmas", 5300),
        ("de", "Es wurden 2.400 Stellen gestrichen.", "2.400 Stellen gestrichen",
         "Stellen gestrichen", 2400),
    ],
)  # fmt: skip
def test_counted_things_are_read(
    language: str, body: str, words: str, what: str, low: float
) -> None:
    """A number of things is a figure, with its noun and the year it counts from."""
    text = text_of(language, body)
    (figure,) = figures_of(text)
    assert (text.exact(figure.first, figure.end), figure.what) == (words, what)
    assert figure.quantity is not None
    assert figure.quantity.low == low


@pytest.mark.parametrize(
    ("language", "body", "words", "what", "money"),
    [
        ("en", "It added €90 million ($99 million) to the soup budget.",
         "€90 million ($99 million)", "soup budget", Money(90000000, "EUR", 99000000, "USD")),
        ("en", "A €46 million upgrade of the kitchen is planned.",
         "€46 million upgrade of the kitchen", "upgrade of the kitchen", Money(46000000, "EUR")),
        ("en", "Fees of NZ$4.1 million are owed.", "NZ$4.1 million", "Fees",
         Money(4100000, "NZD")),
        ("en", "It costs 300 zlotys, or about 75 dollars.", "300 zlotys, or about 75 dollars",
         "It", Money(300, "PLN", 75, "USD")),
        ("en", "They pay 41 cents.", "41 cents", "They", Money(0.41, None)),
        ("fr", "Une prime de 100 euros est promise.", "100 euros", "prime", Money(100, "EUR")),
        ("fr", "Il a investi 5 millions d’euros (environ 4,7 millions de francs) dans la soupe.",
         "5 millions d’euros (environ 4,7 millions de francs)", "soupe",
         Money(5000000, "EUR", 4700000, "CHF")),
        ("de", "Der Lohn beträgt 15 Euro.", "15 Euro", "Lohn", Money(15, "EUR")),
    ],
)  # fmt: skip
def test_money_is_read(language: str, body: str, words: str, what: str, money: Money) -> None:
    """Money has its currency, its stated equivalent, and what it is for."""
    text = text_of(language, body)
    (figure,) = figures_of(text)
    assert (text.exact(figure.first, figure.end), figure.money) == (words, money)
    if what not in {"It", "They"}:  # a pronoun is not what money is for
        assert figure.what == what


def test_money_ranges_keep_their_bounds() -> None:
    """Money between two amounts is not rounded to one of them."""
    (figure,) = figures_of(text_of("en", "It cost between 5 and 6 million euros."))
    assert figure.quantity is not None
    assert (figure.quantity.low, figure.quantity.high) == (5000000, 6000000)


@pytest.mark.parametrize(
    ("language", "body", "what", "share"),
    [
        ("en", "The union put participation at 92%.", "participation", 92),
        ("en", "They want a 15 percent rise in the soup allowance.",
         "rise in the soup allowance", 15),
        ("fr", "Le ministère compte 23,6 % de grévistes.", "grévistes", 23.6),
        ("de", "Die Beteiligung lag bei 40 Prozent.", "Beteiligung", 40),
    ],
)  # fmt: skip
def test_shares_are_read(language: str, body: str, what: str, share: float) -> None:
    """A share in percent has its unit and what it is a share of, or a change in."""
    (figure,) = figures_of(text_of(language, body))
    assert figure.quantity is not None
    assert (figure.unit, figure.quantity.low) == ("percent", share)
    if language != "de":  # an unknown verb may stay with the noun
        assert figure.what == what


@pytest.mark.parametrize(
    ("language", "body", "factor", "what"),
    [
        ("en", "It doubled spending on soup kitchens.", 2, "spending on soup kitchens"),
        ("en", "They have tripled the ladle tax.", 3, "ladle tax"),
        ("fr", "Il a doublé le budget de la soupe.", 2, "budget de la soupe"),
    ],
)
def test_factors_are_read(language: str, body: str, factor: float, what: str) -> None:
    """What was doubled or tripled is a figure without a count."""
    (figure,) = figures_of(text_of(language, body))
    assert (figure.factor, figure.quantity, figure.what) == (factor, None, what)


def test_parts_point_to_their_whole() -> None:
    """A part is told by "including" and stands as its whole does."""
    text = text_of("en", "She plans to open 500 new posts, including 70 within the soup branch.")
    whole, part = figures_of(text)
    assert (whole.part_of, whole.status) == (None, "planned")
    assert (part.part_of, part.status) == (0, "planned")
    assert text.exact(part.first, part.end) == "70 within the soup branch"


@pytest.mark.parametrize(
    ("language", "body", "status"),
    [
        ("en", "It has purchased 900 ladles.", "done"),
        ("en", "It plans to purchase 900 ladles.", "planned"),
        ("en", "It will hire 900 cooks.", "planned"),
        ("en", "The firm employs 900 cooks.", "ongoing"),
        ("en", "It could be fined 900 euros.", "planned"),
        ("en", "There were not 900 cases.", "denied"),
        ("fr", "Il a supprimé 900 postes.", "done"),
        ("fr", "Il va supprimer 900 postes.", "planned"),
        ("fr", "La France compte 900 postes.", "ongoing"),
    ],
)
def test_status_follows_the_verb(language: str, body: str, status: str) -> None:
    """The tense and stance of the verb tell whether a figure is done, planned, ongoing, denied."""
    (figure,) = figures_of(text_of(language, body))
    assert figure.status == status


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Ana Ruiz, 41, lives at 1314 East Soup Street near the A28."),
        ("en", "They met at 7.40 in Room 330."),
        ("en", "It lasted two hours and went on for 14 kilometres."),
        ("en", "One torch went out. Scores continue."),
        ("en", "People in 32 cities sang."),
        ("fr", "Ana Ruiz, 41 ans, chante depuis trois heures."),
    ],
)
def test_other_numbers_are_no_figures(language: str, body: str) -> None:
    """Ages, addresses, times, distances and towns are not figures."""
    assert figures_of(text_of(language, body)) == []


def test_taken_amounts_are_left_out() -> None:
    """What others have read as a crowd or a date is no figure."""
    text = text_of("en", "It has purchased 900 ladles and 300 spoons.")
    (first, second) = amounts.find(text)
    (figure,) = figures_of(text, [(first.first, first.end)])
    assert figure.first == second.first


@given(st.sampled_from(LANGUAGES), anything)
def test_figures_lie_within_the_text(language: str, body: str) -> None:
    """Whatever the text, figures are in order, within it, and parts point back to a whole."""
    text = text_of(language, body)
    found = figures_of(text)
    for at, figure in enumerate(found):
        assert lies_within(text, (figure.first, figure.end))
        assert figure.part_of is None or found[figure.part_of].part_of is None
        assert figure.part_of is None or figure.part_of < at
        assert figure.quantity or figure.money or figure.factor
