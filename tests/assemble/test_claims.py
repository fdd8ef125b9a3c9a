"""Claims: every one has its words in the text, its holder, and an id that stays the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.assemble.reports import CAMPAIGNS, QUIET, RIVALS, TWO_TOWNS, by_town, reading_of

from cortege.contract import reading_to
from cortege.nouns.claim import Claim
from cortege.nouns.reading import Reading

REPORTS = [*(r[:3] for r in (*RIVALS, *TWO_TOWNS, *CAMPAIGNS)), *QUIET]
TELLING = REPORTS[: -len(QUIET)]


def claims_of(reading: Reading) -> list[Claim]:
    """Give every claim of a reading."""
    return [claim for account in reading.accounts for claim in account.claims]


@pytest.mark.parametrize(("language", "title", "body"), TELLING)
def test_evidence_is_the_text_at_its_offsets(language: str, title: str, body: str) -> None:
    """The words of every claim, trigger and holder are the text between their offsets."""
    reading = reading_of(language, title, body)
    text = reading.article.text
    words = [evidence for claim in claims_of(reading) for evidence in claim.evidence]
    words += [claim.holder.words for claim in claims_of(reading) if claim.holder.words]
    words += [account.trigger for account in reading.accounts]
    assert len(words) > len(reading.accounts)
    assert [text[e.start : e.end] for e in words] == [e.exact for e in words]


@pytest.mark.parametrize(("language", "title", "body"), REPORTS)
def test_the_same_report_is_read_the_same_twice(language: str, title: str, body: str) -> None:
    """Two readings of one text are equal in everything but the seconds they took."""
    one, other = reading_of(language, title, body), reading_of(language, title, body)
    assert replace(one, run=other.run) == other
    assert replace(one.run, seconds=0.0) == replace(other.run, seconds=0.0)


@pytest.mark.parametrize(("language", "title", "body"), TELLING)
def test_ids_are_stable_and_apart(language: str, title: str, body: str) -> None:
    """Claims keep their ids over readings; within an account no two share one."""
    first, again = reading_of(language, title, body), reading_of(language, title, body)
    assert [claim.id for claim in claims_of(first)] == [claim.id for claim in claims_of(again)]
    for account in first.accounts:
        ids = [claim.id for claim in account.claims]
        assert len(ids) == len(set(ids))
    assert [account.id for account in first.accounts] == [
        f"a{number}" for number in range(1, len(first.accounts) + 1)
    ]


def test_another_text_has_other_ids() -> None:
    """The same words in another report are another statement."""
    language, title, body = RIVALS[0]
    one = reading_of(language, title, body)
    other = reading_of(language, title, body + " They sang.")
    assert one.article.id != other.article.id
    assert {c.id for c in claims_of(one)}.isdisjoint(c.id for c in claims_of(other))


@pytest.mark.parametrize(("language", "title", "body"), TELLING)
def test_claims_name_their_rule(language: str, title: str, body: str) -> None:
    """Every claim says which rule made it, in which version, and how sure it is."""
    for claim in claims_of(reading_of(language, title, body)):
        assert claim.origin.name.startswith("rules.")
        assert claim.origin.version
        assert 0.0 <= claim.score <= 1.0


@pytest.mark.parametrize(
    ("language", "title", "body", "codes"),
    [
        ("en", "Bakers march in Leeds",
         "About 400 bakers marched through Leeds on Saturday. Police fired tear gas at the marchers. Police arrested 12 protesters and two officers were injured.",
         ({"tear_gas", "arrests"}, 12, 2)),
        ("fr", "Les boulangers défilent à Dijon",
         "Environ 400 boulangers ont défilé samedi à Dijon. La police a tiré des gaz lacrymogènes. Elle a interpellé 12 manifestants et deux policiers ont été blessés.",
         ({"tear_gas", "arrests"}, 12, 2)),
    ],
)  # fmt: skip
def test_what_befell_a_protest_is_claimed(
    language: str, title: str, body: str, codes: tuple[set[str], int, int]
) -> None:
    """Responses, arrests and injuries are claims of their fields, each with its number."""
    (account,) = reading_of(language, title, body).accounts
    responses = {claim.value.code for claim in account.about("police_response")}  # type: ignore[union-attr]
    arrests = [claim.value.low for claim in account.about("arrests")]  # type: ignore[union-attr]
    injuries = [(claim.value.low, claim.value.who) for claim in account.about("injuries")]  # type: ignore[union-attr]
    assert "tear_gas" in responses <= codes[0]
    assert arrests == [codes[1]]
    assert injuries == [(codes[2], "police")]


@pytest.mark.parametrize(("language", "title", "body"), QUIET)
def test_a_report_without_protest_claims_nothing(language: str, title: str, body: str) -> None:
    """Loaves sold on a Saturday are no claim about any protest, in the contract's shape either."""
    assert reading_to(reading_of(language, title, body))["accounts"] == []


@pytest.mark.xfail(reason="a town's form may have the evidence of another form's words")
@pytest.mark.parametrize(("language", "title", "body", "towns", "words"), CAMPAIGNS)
def test_a_form_has_words_of_that_form(
    language: str, title: str, body: str, towns: set[str], words: str
) -> None:
    """A report that speaks of marches alone gives none of its towns a rally."""
    found = by_town(reading_of(language, title, body))
    assert {town: found[town].resolved.forms for town in towns} == dict.fromkeys(towns, ("march",))
    assert words in body
