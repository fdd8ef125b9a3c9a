"""Campaigns: the number of places a report states, the ones it names, and the rest."""

from __future__ import annotations

import pytest
from tests.assemble.reports import CAMPAIGNS, QUIET, RIVALS, by_town, reading_of


@pytest.mark.parametrize(("language", "title", "body", "towns", "words"), CAMPAIGNS)
def test_a_stated_number_leaves_a_remainder(
    language: str, title: str, body: str, towns: set[str], words: str
) -> None:
    """Twenty other towns, three of them named, leave seventeen that nobody invents."""
    reading = reading_of(language, title, body)
    (campaign,) = reading.campaigns
    assert campaign.places_stated is not None
    assert (campaign.places_stated.low, campaign.places_stated.high) == (20, 20)
    assert campaign.places_stated.words == words
    assert campaign.places_unidentified is not None
    assert (campaign.places_unidentified.low, campaign.places_unidentified.high) == (17, 17)
    assert campaign.places_unidentified.derived_from
    assert set(by_town(reading)) == towns
    assert len(reading.accounts) == len(towns)


@pytest.mark.parametrize(("language", "title", "body", "towns", "words"), CAMPAIGNS)
def test_named_places_are_accounts_of_the_campaign(
    language: str, title: str, body: str, towns: set[str], words: str
) -> None:
    """Every named town is an account that belongs to the campaign, and the campaign lists it."""
    reading = reading_of(language, title, body)
    (campaign,) = reading.campaigns
    found = by_town(reading)
    assert set(campaign.places_named) == {found[town].id for town in towns}
    assert {found[town].campaign for town in towns} == {campaign.id}
    assert campaign.places_stated_words is not None
    assert words in campaign.places_stated_words.exact
    assert reading.article.holds(campaign.places_stated_words)


@pytest.mark.parametrize(("language", "title", "body", "towns", "words"), CAMPAIGNS)
def test_the_other_towns_have_no_size(
    language: str, title: str, body: str, towns: set[str], words: str
) -> None:
    """The main town's crowd is not shared out: only one account has a size."""
    found = by_town(reading_of(language, title, body))
    assert [town for town in towns if found[town].resolved.size is not None] == [
        title.rsplit(maxsplit=1)[-1]
    ]
    assert words in body


@pytest.mark.parametrize(("language", "title", "body"), [*RIVALS, *QUIET])
def test_a_single_march_is_no_campaign(language: str, title: str, body: str) -> None:
    """One town, or no protest at all, makes no campaign, and no account claims one."""
    reading = reading_of(language, title, body)
    assert reading.campaigns == ()
    assert [account.campaign for account in reading.accounts if account.campaign] == []
