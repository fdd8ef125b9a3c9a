"""The walks themselves are in order: their codings keep to the guide and to their reports."""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
NAMES = [path.parent.name for path in sorted(HERE.glob("*/report.txt"))]
ENOUGH = 58

KEYS = "id language outlet published relevant events campaigns quotes relay people figures denied not_crowd".split()
EVENT = "key focal status campaign trigger forms date place route sizes organisers participants targets issue demands slogans police_response arrests injuries deaths".split()
FORMS = set(
    "march rally vigil sit_in strike blockade occupation riot counter_protest boycott hunger_strike symbolic other".split()
)
POLICE = set(
    "presence dispersal tear_gas water_cannon rubber_bullets baton pepper_spray live_fire arrests kettling curfew ban other".split()
)
HOLDERS = set("organisers police authorities media witness other unattributed".split())
WEEKDAYS = {
    name: day % 7
    for day, name in enumerate(
        "monday tuesday wednesday thursday friday saturday sunday "
        "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
    )
}


def test_the_walks_are_all_here() -> None:
    """Whoever removes a walk has to say so here."""
    assert len(NAMES) >= ENOUGH


@pytest.mark.parametrize("name", NAMES)
def test_a_folder_holds_report_coding_and_notes(name: str) -> None:
    """Three files each, in Unicode's composed form; a report is title, empty line, body."""
    folder = HERE / name
    assert sorted(path.name for path in folder.iterdir()) == [
        "NOTES.md",
        "expected.json",
        "report.txt",
    ]
    for path in folder.iterdir():
        written = path.read_text(encoding="utf-8")
        assert unicodedata.is_normalized("NFC", written), path.name
        assert "\r" not in written
    title, gap, body = _report(name).partition("\n\n")
    assert (bool(title), bool(gap), bool(body)) == (True, True, True)
    assert "\n\n\n" not in body
    assert _coded(name)["id"] == name
    assert name.startswith(_coded(name)["language"])


@pytest.mark.parametrize("name", NAMES)
def test_a_coding_has_the_words_of_its_report(name: str) -> None:
    """Everything that is given as words stands in the report, sign by sign."""
    report = _report(name)
    assert [words for words in _words(_coded(name)) if words not in report] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_coding_keeps_to_the_lists(name: str) -> None:
    """Every key is there, and every code is one that the guide knows."""
    coded = _coded(name)
    assert [key for key in KEYS if key not in coded] == []
    for event in coded["events"]:
        assert [key for key in EVENT if key not in event] == []
        assert set(event["forms"]) <= FORMS
        assert event["forms"]
        assert set(event["police_response"]) <= POLICE
        assert event["status"] in {"held", "ongoing", "planned", "cancelled"}
        assert {size["holder"] for size in event["sizes"]} <= HOLDERS
        assert {size["scope"] for size in event["sizes"]} <= {
            "event",
            "part",
            "wider",
            "cumulative",
        }
        assert event["campaign"] in {None, *(called["key"] for called in coded["campaigns"])}
    assert coded["relevant"] == any(event["focal"] for event in coded["events"])


@pytest.mark.parametrize("name", NAMES)
def test_a_coding_counts_and_dates_with_sense(name: str) -> None:
    """Bounds and days are in order, and a weekday named is the weekday of the date."""
    for event in _coded(name)["events"]:
        for count in (*event["sizes"], *event["arrests"], *event["injuries"], *event["deaths"]):
            assert count["low"] >= 0
            assert count["high"] is None or count["low"] <= count["high"]
        first, last = event["date"]["first"], event["date"]["last"]
        assert (first is None) == (last is None) == (event["date"]["precision"] == "unknown")
        if first:
            assert first <= last
            days = {dt.date.fromisoformat(day).weekday() for day in (first, last)}
            assert {WEEKDAYS[word] for word in _weekdays(event["date"]["words"])} <= days or (
                event["date"]["precision"] != "day"
            )


@pytest.mark.parametrize("name", NAMES)
def test_a_trap_can_be_fallen_into(name: str) -> None:
    """A number that is not the crowd's stands in the report as a whole, not within another."""
    from cortege.evaluate.comparing.facts import places_of

    report = _report(name)
    assert [trap for trap in _coded(name)["not_crowd"] if not places_of(trap, report)] == []


def _coded(name: str) -> dict[str, Any]:
    coded: dict[str, Any] = json.loads((HERE / name / "expected.json").read_text(encoding="utf-8"))
    return coded


def _report(name: str) -> str:
    return (HERE / name / "report.txt").read_text(encoding="utf-8").rstrip("\n")


def _words(coded: dict[str, Any]) -> list[str]:
    """Gather all that a coding gives as words of the report."""
    found = [*coded["relay"], *coded["denied"], *coded["not_crowd"]]
    for event in coded["events"]:
        found += [event["trigger"], event["date"]["words"], event["place"]["site"]]
        found += (event["route"] or {}).get("via", [])
        found += [(event["route"] or {}).get(end) for end in ("from", "to")]
        for field in ("organisers", "participants", "targets", "demands", "slogans"):
            found += event[field]
        for field in ("sizes", "arrests", "injuries", "deaths"):
            found += [count["words"] for count in event[field]]
        found += [size["holder_words"] for size in event["sizes"]]
    for called in coded["campaigns"]:
        found += [called[key]["words"] for key in ("n_places", "size") if called[key]]
    for quote in coded["quotes"]:
        found += [quote["words"], quote["speaker"], quote["role"]]
    for person in coded["people"]:
        found += [person[key] for key in ("name", "role", "organisation", "reason")]
    for figure in coded["figures"]:
        found += [figure["words"], figure.get("part_of")]
    return [words for words in found if words is not None]


def _weekdays(words: str | None) -> list[str]:
    return [word for word in re.findall(r"\w+", (words or "").lower()) if word in WEEKDAYS]
