"""How the tests of assembly read their invented reports, and what they look at."""

from __future__ import annotations

from cortege.flow import read
from cortege.nouns.account import Account
from cortege.nouns.reading import Reading
from cortege.nouns.values import Quantity

PUBLISHED = "2026-05-04"  # a Monday; "Saturday" is 2 May

RIVALS = [
    (
        "en",
        "Bakers march in Leeds",
        "Bakers marched through Leeds on Saturday. Police counted 400 protesters. Organisers said 900 people took part.",
    ),
    (
        "fr",
        "Les boulangers défilent à Dijon",
        "Les boulangers ont défilé samedi à Dijon. La police a compté 400 manifestants. Les organisateurs parlent de 900 personnes.",
    ),
]
TWO_TOWNS = [
    (
        "en",
        "Bakers march in Leeds and Bristol",
        "Bakers marched on Saturday in two towns.\n\nIn Leeds, about 400 people marched to the mill. In Bristol, some 900 people marched to the harbour.",
        {"Leeds": 400, "Bristol": 900},
    ),
    (
        "fr",
        "Les boulangers défilent à Dijon et à Metz",
        "Les boulangers ont défilé samedi dans deux villes.\n\nÀ Dijon, environ 400 personnes ont défilé. À Metz, quelque 900 personnes ont défilé jusqu’à la gare.",
        {"Dijon": 400, "Metz": 900},
    ),
]
CAMPAIGNS = [
    (
        "en",
        "Bakers march in Leeds",
        "Thousands of bakers marched through Leeds on Saturday against the bread tax.\n\nSimilar marches took place in about 20 other British towns, including Bristol, York and Derby.",
        {"Leeds", "Bristol", "York", "Derby"},
        "about 20",
    ),
    (
        "fr",
        "Les boulangers défilent à Lyon",
        "Des milliers de boulangers ont défilé samedi à Lyon contre la taxe sur le pain.\n\nDes marches ont eu lieu dans une vingtaine d’autres villes, dont Metz, Dijon et Brest.",
        {"Lyon", "Metz", "Dijon", "Brest"},
        "une vingtaine",
    ),
]
QUIET = [
    (
        "en",
        "Mill sells 400 loaves",
        "The mill in Leeds sold 400 loaves on Saturday. Its owner said that the flour was good.",
    ),
    (
        "fr",
        "Le moulin vend 400 pains",
        "Le moulin de Dijon a vendu 400 pains samedi. La patronne dit que la farine était bonne.",
    ),
]


def reading_of(language: str, title: str, body: str, published: str | None = PUBLISHED) -> Reading:
    """Read an invented report, and see that nothing went wrong."""
    reading = read(body, title=title, language=language, published=published)
    assert reading.faults == ()
    return reading


def by_town(reading: Reading) -> dict[str, Account]:
    """Give the accounts by the name of their town."""
    return {
        account.resolved.place.name: account
        for account in reading.accounts
        if account.resolved.place is not None
    }


def only(reading: Reading) -> Account:
    """Give the one account of a reading."""
    (account,) = reading.accounts
    return account


def sizes(account: Account) -> list[tuple[float | None, float | None, str]]:
    """Give the bounds and the holder of each of an account's sizes, in the order of the text."""
    claims = sorted(account.about("size"), key=lambda claim: claim.evidence[0].start)
    return [
        (claim.value.low, claim.value.high, claim.holder.kind)
        for claim in claims
        if isinstance(claim.value, Quantity)
    ]
