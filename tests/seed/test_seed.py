"""Every fact a careful reader takes from the first report comes out of it, and no others do.

The facts, their words included, are taken from ``../shared/seed`` when the tests run. Rows on how
codebooks would publish the report (``publication_conventions``) are no reading and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from tests.seed.beside import ABSENT, REPORT, facts, named, rows

from cortege.evaluate.comparing.likeness import alike
from cortege.flow import read_paths
from cortege.ingest.stage import Given
from cortege.nouns.account import Account, Campaign
from cortege.nouns.claim import Claim, Field, Holder
from cortege.nouns.reading import Figure, Person, Reading
from cortege.nouns.values import Actor, Code, DateValue, Quantity, Route, Slogan

# What the report does not speak of at all.
UNSAID: tuple[Field, ...] = ("police_response", "arrests", "injuries", "deaths", "damage")


@pytest.fixture(autouse=True)
def at_hand() -> None:
    """Skip every test where the report is not at hand."""
    if not REPORT.is_file():
        pytest.skip(ABSENT)


@cache
def seed() -> Reading:
    """Read the report as its file, knowing when and where it was printed."""
    told = facts()["report"]
    given = Given(published=told["published"], outlet=told["outlet"])
    read = next(read_paths([str(REPORT)], given))
    assert read.reading is not None
    return read.reading


# ------------------------------------------------------------------------ report and campaign


def test_the_report_is_known_by_its_own_words() -> None:
    """Title apart, byline, language, outlet and date are those of the report."""
    article, told = seed().article, facts()["report"]
    assert article.title
    assert (article.byline, article.language) == (told["byline"], told["language"])
    assert (article.outlet, article.published) == (told["outlet"], DateValue.day(told["published"]))
    assert (seed().protest.answer, seed().faults) == ("yes", ())


def test_the_outlet_says_whence_it_has_its_facts() -> None:
    """One relay, of sources that are not named."""
    assert [(r.words.exact, r.kind) for r in seed().relay] == [
        (facts()["relay"]["words"], "unnamed")
    ]


def test_there_are_exactly_the_towns_that_are_named() -> None:
    """One account for each town that is named, all of one campaign, and none for the others."""
    assert sorted(town(account) for account in seed().accounts) == sorted(towns())
    assert {account.campaign for account in seed().accounts} == {campaign().id}
    assert all(account.focal and account.status == "held" for account in seed().accounts)


@pytest.mark.parametrize("name", [*(r for r in rows("campaign", "places_named")), ""])
def test_every_town_has_its_country_and_day(name: str) -> None:
    """The day, its year included, holds for all towns; so does the country."""
    told, account = facts()["campaign"]["date"], account_of(name or paris_name())
    place = account.resolved.place
    assert place is not None
    assert place.country == facts()["paris"]["place"]["country"]
    assert place.precision in {"site", "city"}
    assert account.resolved.date == DateValue(told["value"], told["value"], told["precision"])
    assert told["words"] in words(account.about("date"))


@pytest.mark.parametrize("name", rows("campaign", "places_named"))
def test_the_other_towns_have_no_size(name: str) -> None:
    """Nobody says how many there were: the size is unknown, and not zero."""
    account = account_of(name)
    assert (account.about("size"), account.resolved.size) == ((), None)


def test_the_campaign_counts_the_places_it_does_not_name() -> None:
    """The stated number is the text's; the remainder is derived, and says from what."""
    told, left = facts()["campaign"], campaign().places_unidentified
    stated = campaign().places_stated
    assert stated is not None
    bounds = told["places_stated"]
    assert (stated.low, stated.high, stated.qualifier) == (
        bounds["low"],
        bounds["high"],
        bounds["qualifier"],
    )
    assert campaign().places_stated_words is not None
    assert campaign().places_stated_words.exact == bounds["words"]  # type: ignore[union-attr]
    derived = told["places_unidentified"]["derived"]
    assert left is not None
    assert (left.low, left.high) == (derived, derived)
    assert left.derived_from
    by_id = {account.id: town(account) for account in seed().accounts}
    beside = {by_id[one] for one in campaign().places_named} - {paris_name()}
    assert beside == set(told["places_named"])


def test_the_places_overseas_are_not_lost() -> None:
    """They are on the campaign, or a figure: a number of places, and no events."""
    told = facts()["campaign"]["overseas"]["words"]
    spoken = [claim.evidence for claim in campaign().claims]
    spoken += [figure.evidence for figure in seed().figures]
    assert any(told in piece.exact for evidence in spoken for piece in evidence)


def test_there_is_one_organiser() -> None:
    """The union that called, as a union, and nobody else."""
    told = facts()["campaign"]["organiser"]
    claims = everything("organiser")
    assert {claim.evidence[0].exact for claim in claims} == {told["words"]}
    values = {claim.value for claim in claims}
    assert all(isinstance(value, Actor) and told["name"] in value.name for value in values)
    assert {value.kind for value in values if isinstance(value, Actor)} == {"union"}


# ------------------------------------------------------------------------------ the main march


def test_the_march_is_a_march() -> None:
    """Its form is claimed on each of the words that tell it, and on no more than the words."""
    told = facts()["paris"]["form"]
    claims = [claim for claim in paris().about("form") if claim.value == Code(told["value"])]
    assert set(told["words"]) <= {piece.exact for claim in claims for piece in claim.evidence}
    assert told["value"] in paris().resolved.forms


@pytest.mark.parametrize("row", rows("paris", "sizes"), ids=named)
def test_every_count_of_the_march_is_kept(row: dict[str, Any]) -> None:
    """Bounds, words, who counted and by which words."""
    claim = claim_on(paris().about("size"), row["words"])
    assert isinstance(claim.value, Quantity)
    assert (claim.value.low, claim.value.high) == (row["low"], row["high"])
    assert (claim.holder.kind, claim.scope, claim.stance) == (row["holder"], "event", "asserted")
    if "holder_words" in row:
        assert claim.holder.words is not None
        assert claim.holder.words.exact == row["holder_words"]
    if row.get("where") == "headline":
        assert claim.evidence[0].end <= seed().article.title_end


def test_there_are_no_other_counts_and_they_are_not_averaged() -> None:
    """The counts are those of the text; they disagree, and one of them is chosen."""
    told = rows("paris", "sizes")
    assert sorted(words(paris().about("size"))) == sorted(row["words"] for row in told)
    size = paris().resolved.size
    assert size is not None
    assert (size.low, size.high) in {(row["low"], row["high"]) for row in told}
    assert paris().resolved.size_contested


def test_the_march_has_its_route() -> None:
    """From where to where, and by no other way."""
    told = facts()["paris"]["route"]
    assert [claim.value for claim in everything("route")] == [Route(told["from"], told["to"], ())]


def test_the_banner_ends_where_its_words_end() -> None:
    """A slogan without closing mark does not swallow the report."""
    told = facts()["paris"]["slogan"]
    expected = [Slogan(told["words"], told["carrier"])]
    assert [claim.value for claim in everything("slogan")] == expected


@pytest.mark.parametrize("row", rows("paris", "demands"), ids=named)
def test_every_demand_is_asked_for_or_not(row: dict[str, Any]) -> None:
    """A demand has its words, its stance, and who makes it where somebody is named."""
    claim = claim_on(everything("demand"), row["words"])
    assert claim.stance == row["stance"]
    if "holder" in row:
        assert claim.holder.name == row["holder"]


@pytest.mark.parametrize("row", rows("paris", "participants"), ids=named)
def test_every_participant_is_there(row: dict[str, Any]) -> None:
    """Who else took part, in the words of the text."""
    assert claim_on(paris().about("participant"), row["words"]).stance == "asserted"


# ------------------------------------------------------------------- people, quotes, figures


@pytest.mark.parametrize("row", rows("people"), ids=named)
def test_every_person_is_who_and_where_they_were(row: dict[str, Any]) -> None:
    """Role, organisation, side, presence, and the reason for it as the text gives it."""
    person = person_named(row["name"])
    told = [row.get(key) for key in ("role", "organisation", "present", "side", "reason")]
    assert told == [person.role, person.organisation, person.present, person.side, person.reason]


def test_there_are_no_other_people() -> None:
    """Neither the author nor an organisation is one of the people."""
    assert sorted(p.name for p in seed().people) == sorted(row["name"] for row in rows("people"))


@pytest.mark.parametrize("row", rows("quotes"), ids=named)
def test_every_quote_is_whole_and_has_its_speaker(row: dict[str, Any]) -> None:
    """Words, direct or reported, and the full name of who speaks."""
    found = [q for q in seed().quotes if q.content.exact.strip(",.") == row["words"].strip(",.")]
    assert [quote.direct for quote in found] == [row["direct"]]
    assert found[0].speaker is not None
    assert found[0].speaker.name == row["speaker"]


def test_there_are_no_other_direct_quotes() -> None:
    """A banner is no quote."""
    told = [row for row in rows("quotes") if row["direct"]]
    assert len([quote for quote in seed().quotes if quote.direct]) == len(told)


@pytest.mark.parametrize("row", [r for r in rows("figures") if "status" in r], ids=named)
def test_every_figure_is_what_it_is_of(row: dict[str, Any]) -> None:
    """Amount, what of, since when, part of what, and whether it is done or planned."""
    figure = figure_on(row["words"])
    assert figure.status == row["status"]
    assert figure.since == (str(row["since"]) if "since" in row else None)
    assert figure.factor == row.get("factor")
    if "quantity" in row:
        assert figure.quantity is not None
        assert (figure.quantity.low, figure.quantity.high) == (row["quantity"], row["quantity"])
    if "what" in row:
        assert alike(figure.what, row["what"])
    whole = {f["id"]: f["words"] for f in rows("figures")}.get(row.get("part_of", ""))
    assert figure.part_of == (figure_on(whole).id if whole else None)


@pytest.mark.parametrize("row", [r for r in rows("figures") if "amount" in r], ids=named)
def test_every_sum_has_its_currency_and_its_equivalent(row: dict[str, Any]) -> None:
    """The second currency is the text's own, and so is the rate between the two."""
    money, same = figure_on(row["words"]).money, row["equivalent"]
    assert money is not None
    assert (money.amount, money.currency) == (row["amount"], row["currency"])
    assert (money.equivalent_amount, money.equivalent_currency) == (
        same["amount"],
        same["currency"],
    )
    assert money.implied_rate == pytest.approx(same["implied_rate"])


@pytest.mark.parametrize("row", [r for r in rows("figures") if "status" in r], ids=named)
def test_every_figure_is_somebodys(row: dict[str, Any]) -> None:
    """A figure is held by whoever gave it, through "he" and surname, with office for kind."""
    holder = figure_on(row["words"]).holder
    assert (holder.kind, holder.name) == ("authorities", row["holder"])


@pytest.mark.parametrize("row", [r for r in rows("figures") if "status" not in r], ids=named)
def test_what_is_said_without_a_number_is_kept(row: dict[str, Any]) -> None:
    """A statement of quantity without a number is a figure or reported speech, and somebody's."""
    speakers = [q.speaker for q in seed().quotes if row["words"] in q.content.exact]
    said_by = {s.name or s.words.exact for s in speakers if s}
    said_by |= {
        holder_words(f.holder) for f in seed().figures if row["words"] in f.evidence[0].exact
    }
    assert row["holder"] in said_by


# ------------------------------------------------------------------------------ nothing more


@pytest.mark.parametrize("field", UNSAID)
def test_what_the_report_does_not_speak_of_is_not_there(field: Field) -> None:
    """No police action, no arrests, no harm: nobody says that there were any, or that there were none."""
    assert everything(field) == []


def test_there_are_no_other_figures() -> None:
    """No figure but those of the list, and the places that are counted."""
    told = [row["words"] for row in rows("figures")]
    told += [facts()["campaign"][key]["words"] for key in ("places_stated", "overseas")]
    read = [figure.evidence[0].exact for figure in seed().figures]
    assert [words for words in read if not any(words in t or t in words for t in told)] == []


def test_demands_are_of_the_text_and_once_each() -> None:
    """No phrase is demanded twice of one protest, and none is both asked for and not."""
    demands = [claim.evidence[0].exact for claim in paris().about("demand")]
    assert len(demands) == len(set(demands))


def towns() -> list[str]:
    """List the towns the report names."""
    return [paris_name(), *facts()["campaign"]["places_named"]]


def paris_name() -> str:
    """Name the town of the main march."""
    name: str = facts()["paris"]["place"]["city"]
    return name


def town(account: Account) -> str:
    """Name the town of an account."""
    return account.resolved.place.name if account.resolved.place else "nowhere"


def account_of(name: str) -> Account:
    """Give the one account of a town."""
    found = [account for account in seed().accounts if town(account) == name]
    assert len(found) == 1, f"{len(found)} accounts of {name}"
    return found[0]


def paris() -> Account:
    """Give the account of the main march."""
    return account_of(paris_name())


def campaign() -> Campaign:
    """Give the one campaign."""
    assert len(seed().campaigns) == 1
    return seed().campaigns[0]


def everything(field: Field) -> list[Claim]:
    """Give the claims about a field, of all protests and of the campaign."""
    return [*_claims(field)]


def _claims(field: Field) -> Iterator[Claim]:
    for account in seed().accounts:
        yield from account.about(field)
    for called in seed().campaigns:
        yield from (claim for claim in called.claims if claim.field == field)


def claim_on(claims: list[Claim] | tuple[Claim, ...], phrase: str) -> Claim:
    """Give the one claim that rests on exactly these words."""
    found = {claim.id: claim for claim in claims if phrase in words([claim])}
    assert len(found) == 1, f"{len(found)} claims on {phrase!r}, of {words(claims)}"
    return next(iter(found.values()))


def words(claims: list[Claim] | tuple[Claim, ...]) -> list[str]:
    """Give the words on which claims rest."""
    return [piece.exact for claim in claims for piece in claim.evidence]


def person_named(name: str) -> Person:
    """Give the one person of a name."""
    found = [person for person in seed().people if person.name == name]
    assert len(found) == 1, f"{len(found)} people called {name}"
    return found[0]


def figure_on(phrase: str) -> Figure:
    """Give the one figure that rests on these words or, where it has more, begins with them."""
    found = [
        f for f in seed().figures if f.evidence[0].exact in phrase or phrase in f.evidence[0].exact
    ]
    assert len(found) == 1, f"{len(found)} figures on {phrase!r}"
    return found[0]


def holder_words(holder: Holder) -> str | None:
    """Name a holder by name, or by the words that attribute."""
    return holder.name or (holder.words.exact if holder.words else None)
