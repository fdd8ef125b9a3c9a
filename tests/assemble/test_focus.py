"""Focus: whether a protest was held, is to come or was called off, and whether it is the news."""

from __future__ import annotations

from datetime import date

import pytest
from tests.assemble.reports import TWO_TOWNS, by_town, only, reading_of


@pytest.mark.parametrize(
    ("language", "title", "body", "status"),
    [
        ("en", "Bakers march in Leeds", "About 400 bakers marched through Leeds on Saturday.",
         "held"),
        ("fr", "Les boulangers défilent à Dijon",
         "Environ 400 boulangers ont défilé samedi à Dijon.", "held"),
        ("en", "Bakers to march in Leeds",
         "Bakers plan to march through Leeds on 16 May. The march will start at noon.", "planned"),
        ("fr", "Les boulangers appellent à défiler à Dijon",
         "Les boulangers défileront à Dijon le 16 mai. La marche partira à midi.", "planned"),
        ("en", "Bakers' march in Leeds called off",
         "The bakers' march planned for Saturday in Leeds has been called off. The march was cancelled after talks.",
         "cancelled"),
        ("fr", "La marche des boulangers annulée à Dijon",
         "La marche des boulangers prévue samedi à Dijon a été annulée. La manifestation est annulée après un accord.",
         "cancelled"),
    ],
)  # fmt: skip
def test_status_is_read(language: str, title: str, body: str, status: str) -> None:
    """What happened, what is to come and what was called off are told apart."""
    account = only(reading_of(language, title, body))
    assert account.status == status
    assert account.focal


@pytest.mark.parametrize(
    ("language", "title", "body"),
    [
        ("en", "Bakers march in Leeds despite ban",
         "About 400 bakers marched through Leeds on Saturday despite a ban. The mayor had banned the march on Thursday."),
        ("fr", "Les boulangers défilent à Dijon malgré l’interdiction",
         "Environ 400 boulangers ont défilé samedi à Dijon malgré l’interdiction. Le préfet avait interdit la manifestation jeudi."),
    ],
)  # fmt: skip
def test_a_banned_march_that_took_place_was_held(language: str, title: str, body: str) -> None:
    """A ban is a response of the authorities; people who marched all the same have marched."""
    account = only(reading_of(language, title, body))
    assert account.status == "held"
    assert "ban" in {claim.value.code for claim in account.about("police_response")}  # type: ignore[union-attr]
    assert account.resolved.date is not None
    assert account.resolved.date.first == date(2026, 5, 2)


@pytest.mark.parametrize(
    ("language", "title", "body", "status"),
    [
        ("en", "Bakers march in Leeds",
         "About 400 bakers marched in Leeds on Saturday.\n\nOn 16 May, bakers will march in Bristol.",
         {"Leeds": "held", "Bristol": "planned"}),
        ("fr", "Les boulangers défilent à Dijon",
         "Environ 400 boulangers ont défilé samedi à Dijon.\n\nLe 16 mai, ils défileront à Metz.",
         {"Dijon": "held", "Metz": "planned"}),
    ],
)  # fmt: skip
def test_each_protest_has_its_own_status(
    language: str, title: str, body: str, status: dict[str, str]
) -> None:
    """A march to come, told of beside one that was held, is planned; the other is not."""
    towns = by_town(reading_of(language, title, body))
    assert {town: account.status for town, account in towns.items()} == status


LOOKS_BACK = [
    ("en", "Bakers march in Leeds",
     "About 400 bakers marched through Leeds on Saturday against the bread tax.\n\nIn May 2024, 900 bakers had marched in Bristol.",
     "Leeds", "Bristol"),
    ("fr", "Les boulangers défilent à Dijon",
     "Environ 400 boulangers ont défilé samedi à Dijon contre la taxe sur le pain.\n\nEn mai 2024, 900 boulangers avaient défilé à Metz.",
     "Dijon", "Metz"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "body", "now", "before"), LOOKS_BACK)
def test_a_look_back_is_not_the_news(
    language: str, title: str, body: str, now: str, before: str
) -> None:
    """An earlier march is told of, with its figure, and is not what the report is about."""
    towns = by_town(reading_of(language, title, body))
    assert {town: account.focal for town, account in towns.items()} == {now: True, before: False}
    assert [claim.value.low for claim in towns[before].about("size")] == [900]  # type: ignore[union-attr]
    assert [claim.value.low for claim in towns[now].about("size")] == [400]  # type: ignore[union-attr]


@pytest.mark.xfail(reason="an earlier march in another town is given the day of the news")
@pytest.mark.parametrize(("language", "title", "body", "now", "before"), LOOKS_BACK)
def test_a_look_back_does_not_happen_on_the_day_of_the_news(
    language: str, title: str, body: str, now: str, before: str
) -> None:
    """The march of May 2024 took place in May 2024, and not last Saturday."""
    towns = by_town(reading_of(language, title, body))
    day = {town: account.resolved.date for town, account in towns.items()}
    assert day[before] != day[now]


@pytest.mark.xfail(reason="of two towns told of alike, only the first is taken for the news")
@pytest.mark.parametrize(("language", "title", "body", "counts"), TWO_TOWNS)
def test_towns_told_of_alike_are_both_the_news(
    language: str, title: str, body: str, counts: dict[str, int]
) -> None:
    """Two towns that share the headline, the day and the telling are both focal."""
    towns = by_town(reading_of(language, title, body))
    assert {town: account.focal for town, account in towns.items()} == dict.fromkeys(counts, True)
