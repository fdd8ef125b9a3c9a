"""Comparing a reading with a coding finds nothing where both agree, and every kind of difference."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.view.readings import leeds

from cortege.evaluate.coded_reading import coding_of, crowd_spans
from cortege.evaluate.coding import Bounds, Coding, Named, Protest, Said, Size, Stated, Town
from cortege.evaluate.comparing.facts import compare, facts_between, facts_of_traps, places_of
from cortege.evaluate.walks import load_walk

HERE = Path(__file__).parent
NAMES = [path.parent.name for path in sorted(HERE.glob("*/expected.json"))]

COUNTERED = "en-09-two-crowds"  # two protests in one square, in no campaign


@pytest.mark.parametrize("name", NAMES)
def test_a_coding_agrees_with_itself(name: str) -> None:
    """Whoever reads as the coder did holds every fact and makes up none."""
    coded = coding(name)
    assert [str(f) for f in facts_between(coded, coded) if f.outcome != "held"] == []


Change = Callable[[Coding], Coding]


def first(**changed: object) -> Change:
    """Change something of the first protest."""
    return lambda coded: replace(
        coded,
        protests=(replace(coded.protests[0], **changed), *coded.protests[1:]),  # type: ignore[arg-type]
    )


def whole(**changed: object) -> Change:
    """Change something of the whole report."""
    return lambda coded: replace(coded, **changed)  # type: ignore[arg-type]


def worded(field: str, *phrases: str) -> Change:
    """Change the phrases of the first protest."""
    return lambda coded: first(worded={**coded.protests[0].worded, field: phrases})(coded)


@pytest.mark.parametrize(
    ("change", "different"),
    [
        (whole(relevant=False), ["missed: relevant | report | a protest"]),
        (first(focal=False), ["missed: protest | e1 Hobart | On the harbour side stood the lease’s opponents"]),
        (first(days=("2025-03-29", "2025-03-30")), ["missed: days | e1 Hobart | 2025-03-30"]),
        (first(status="planned"), ["missed: status | e1 Hobart | held"]),
        (first(forms=("march",)), ["missed: form | e1 Hobart | rally", "spurious: form | e1 Hobart | march"]),
        (first(town=Town("Launceston", "AU", (-41.4, 147.1), None)), ["missed: place | e1 Hobart | Hobart, AU"]),
        (first(police=("presence",)), ["missed: police | e1 Hobart | arrests"]),
        (first(route=("the quay", "the park")), ["spurious: route | e1 Hobart | the quay to the park"]),
        (
            first(sizes=(Size(Bounds(1100, 1100), "organisers", "some 1,100"), Size(Bounds(1350, 1500), "police", ""))),
            ["missed: holder | e1 Hobart | 1100 by police", "spurious: holder | e1 Hobart | 1100 by organisers"],
        ),
        (
            first(counted={"arrests": (Bounds(2, None),), "injuries": (Bounds(0, 0),), "deaths": ()}),
            ["missed: arrests | e1 Hobart | 1", "spurious: arrests | e1 Hobart | 2 or more"],
        ),
        (worded("demand", "the lease to be torn up and burnt"), []),
        (worded("demand"), ["missed: demand | report | the lease torn up"]),
        (worded("slogan", "Let it grow", "Saws out"), ["spurious: slogan | report | Saws out"]),
        (whole(places=(Bounds(2, 2),)), ["spurious: places | report | 2"]),
        (whole(relay=("the wire",)), ["spurious: relay | report | the wire"]),
        (whole(denied=("any logging",)), ["spurious: denied | report | any logging"]),
    ],
)  # fmt: skip
def test_a_difference_is_found(change: Change, different: list[str]) -> None:
    """What was read otherwise than it was coded is missed, made up, or both; nothing else is."""
    coded = coding(COUNTERED)
    assert differences(coded, change(coded)) == sorted(different)


def test_the_counter_protests_demand_is_not_the_protests() -> None:
    """Two protests whose demands were swapped hold neither; a phrase must be of its protest."""
    coded = coding(COUNTERED)
    one, other = coded.protests
    swapped = replace(
        coded,
        protests=(
            replace(one, worded={**one.worded, "demand": other.worded["demand"]}),
            replace(other, worded={**other.worded, "demand": one.worded["demand"]}),
        ),
    )
    assert differences(coded, swapped) == [
        "missed: demand | report | the lease to be signed before winter",
        "missed: demand | report | the lease torn up",
    ]


def test_quotes_and_people_are_compared_by_name() -> None:
    """Another speaker, another role, a presence nobody spoke of: each is found."""
    coded = replace(
        coding(COUNTERED),
        quotes=(Said("I’ve nothing against a frog", "Bradley Stannard"),),
        people=(Named("Bradley Stannard", "haulage contractor", None, "protest"),),
        figures=(Stated("1900 GBP", "2300 USD", "£1,900 ($2,300)"),),
    )
    read = replace(
        coded,
        quotes=(Said("I’ve nothing against a frog, said he", "Pearl Amadio"),),
        people=(Named("Stannard", "baker", True, "other"),),
        figures=(Stated("1900 GBP", None, "£1,900"),),
    )
    assert differences(coded, read) == [
        "missed: figure | report | 1900 GBP is 2300 USD",
        "missed: role | report | Bradley Stannard: haulage contractor",
        "missed: side | report | Bradley Stannard: protest",
        "missed: speaker | report | Bradley Stannard: I’ve nothing against a frog",
        "spurious: presence | report | Bradley Stannard: was there",
    ]


def test_a_protest_too_many_is_made_up_with_its_numbers() -> None:
    """An account of nothing is listed with its crowd; one that is background is not."""
    coded = coding("en-27-harbour-brief")
    invented = replace(
        coded.protests[0],
        town=Town("Hull", "GB", (53.7, -0.3), None),
        days=("2020-01-01", "2020-01-01"),
        sizes=(Size(Bounds(14, 14), "police", "Fourteen"),),
    )
    assert differences(coded, replace(coded, protests=(*coded.protests, invented))) == [
        "spurious: arrests | none Hull 2020-01-01 | 0",
        "spurious: protest | none Hull 2020-01-01 | blocked the harbour mouth",
        "spurious: size | none Hull 2020-01-01 | 14",
    ]
    passing = replace(invented, focal=False)
    assert differences(coded, replace(coded, protests=(*coded.protests, passing))) == []


def test_a_reading_has_the_shape_of_a_coding() -> None:
    """What was put into a reading by hand comes out of it as a coding would say it."""
    read = coding_of(leeds())
    assert read.relevant
    tenants = read.protests[0]
    assert isinstance(tenants, Protest)
    assert tenants.town.name == "Leeds"
    assert tenants.sizes
    assert {f.outcome for f in compare(read, leeds())} == {"held"}


def test_a_crowd_figure_falls_into_a_trap() -> None:
    """A phrase is a trap where the reading takes the crowd from it, and not elsewhere."""
    reading = leeds()
    start, end = crowd_spans(reading)[0]
    taken = reading.article.text[start:end]
    coded = replace(coding_of(reading), protests=(), traps=(taken, "no such words"))
    assert [(f.outcome, f.fact.what) for f in facts_of_traps(coded, reading)] == [
        ("missed", taken),
        ("held", "no such words"),
    ]
    excused = replace(coding_of(reading), traps=(taken,))
    assert [f.outcome for f in facts_of_traps(excused, reading)] == ["held"]


@pytest.mark.parametrize(
    ("phrase", "text", "places"),
    [
        ("500", "1,500 came, 500 of them wet", 1),
        ("500", "1.500 Leute, 15000 Hunde, 500,5 km", 0),
        ("71", "a man of 71.", 1),
        ("$2", "it cost $2, not $25", 1),
        ("eleven", "elevenses at eleven", 1),
    ],
)
def test_a_number_is_not_found_within_another(phrase: str, text: str, places: int) -> None:
    """A number stands as a whole, whatever signs part thousands and decimals."""
    assert len(places_of(phrase, text)) == places


def differences(coded: Coding, read: Coding) -> list[str]:
    """List what is not held, in order."""
    return sorted(
        f"{finding.outcome}: {finding.fact}"
        for finding in facts_between(coded, read)
        if finding.outcome != "held"
    )


def coding(name: str) -> Coding:
    """Give the coding of a walk."""
    return load_walk(HERE / name).coding
