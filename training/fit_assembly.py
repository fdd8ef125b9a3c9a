"""Fits the weights of assembly on hand-coded reports and writes them into the source.

    python -m training.fit_assembly [--write] [places days focus forms attach police crowds ...]

Each table answers one question of assembly (see the modules named in ``TABLES``). The tables
depend on one another in that order, so fit them in that order; each prints its quality on reports
it has not seen. Needs ``../shared`` and numpy; takes a few minutes on one core.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator

from cortege.assemble import days, focus, forms, responses, towns
from cortege.assemble.attach import Attacher
from cortege.assemble.claims import Claims
from cortege.extract.rules import crowds
from cortege.extract.rules.sites import find as find_sites
from training import linear
from training.corpus import ROOT, Apart, apart, gold, scorer, walks
from training.linear import Fitted, Row

ASSEMBLY = ROOT / "src/cortege/assemble/weights.py"
CROWDS = ROOT / "src/cortege/extract/rules/crowd_weights.py"
SAME_KM = 25.0
# Towns are let through generously, since focality decides afterwards what is kept.
GENEROUS = 1.0


def main() -> None:
    """Fit the tables that are asked for, all by default."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the tables into the source")
    parser.add_argument("tables", nargs="*", choices=[[], *TABLES], help="which to fit")
    asked = parser.parse_args()
    for name in asked.tables or TABLES:
        TABLES[name](write=asked.write)


def _say(name: str, fitted: Fitted) -> None:
    quality = f"P {fitted.precision:.3f} R {fitted.recall:.3f} F1 {fitted.f1:.3f}"
    sys.stdout.write(f"{name}: {quality} on unseen reports, {len(fitted.weights)} weights\n")


def _taken_apart(*, own: bool = False) -> Iterator[Apart]:
    """Take every coded report apart; ``own`` adds our walks."""
    for coded in (*gold(), *(walks() if own else ())):
        yield apart(coded)


# --------------------------------------------------------------------------- crowds


def fit_crowds(*, write: bool) -> None:
    """Is this number a crowd's size?"""
    rows = []
    for case in _taken_apart(own=True):
        text, coding = case.mentions.text, case.coded.coding
        spans = [
            (at, at + len(size["words"]))
            for event in coding["events"]
            for size in event["sizes"]
            for at in _all(text.article.text, size["words"])
        ]
        around = crowds.Surroundings(
            case.mentions.casualties,
            case.mentions.triggers,
            case.mentions.attributions,
            frozenset(at for d in case.mentions.dates for at in range(d.first, d.end)),
            case.mentions.quoted,
        )
        for amount, shown in crowds.described(text, case.mentions.amounts, around):
            begin, end = text.starts[amount.core], text.ends[amount.core_end - 1]
            right = any(first < end and begin < last for first, last in spans)
            rows.append(Row(case.coded.id, tuple(shown), right))
    fitted = linear.fit(rows, penalty=2.0)
    _say("crowds", fitted)
    if write:
        linear.write(CROWDS, "CROWD", fitted)


def _all(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


# --------------------------------------------------------------------------- places and days


def _coded_towns(case: Apart) -> list[dict[str, object]]:
    return [event for event in case.events if event["pt"]]


def _same_town(case: Apart, lat: float | None, lon: float | None) -> list[dict[str, object]]:
    if lat is None or lon is None:
        return []
    km = scorer().km
    return [event for event in _coded_towns(case) if km(event["pt"], (lat, lon)) <= SAME_KM]


def fit_places(*, write: bool) -> None:
    """Is this town a place of protest?"""
    rows = []
    for case in _taken_apart():
        named = towns.towns(case.scenes)
        counts = [len(mentioned) for mentioned in named.values()]
        for mentioned in named.values():
            place = mentioned[0][0].place
            shown = tuple(towns.features(mentioned, case.scenes, counts))
            right = bool(_same_town(case, place.lat, place.lon))
            rows.append(Row(case.coded.id, shown, right))
    fitted = linear.fit(rows, penalty=2.0)
    _say("places", fitted)
    if write:
        bias = round(fitted.bias + GENEROUS, 2)
        linear.write(
            ASSEMBLY, "PLACE",
            Fitted(bias, fitted.weights, fitted.precision, fitted.recall, fitted.f1),
        )  # fmt: skip


def fit_days(*, write: bool) -> None:
    """Is this date the day of the protest in this town?"""
    rows = []
    for case in _taken_apart():
        acting = [scene for scene in case.scenes if scene.acts]
        for mentioned in towns.towns(case.scenes).values():
            place = mentioned[0][0].place
            events = [e for e in _same_town(case, place.lat, place.lon) if e["focal"]]
            own = list({scene.index: scene for _, scene in mentioned}.values())
            if not events:
                continue
            published = case.coded.article.published
            for candidate in days.candidates(own, acting, published):
                value = candidate.mention.value
                span = (value.first.isoformat(), value.last.isoformat())  # type: ignore[union-attr]
                overlap = any(scorer().spans_overlap(e["date"], span) for e in events)
                right = bool(overlap) and value.precision in ("day", "range", "week")
                rows.append(Row(case.coded.id, candidate.reasons, right))
    fitted = linear.fit(rows)
    _say("days", fitted)
    if write:
        linear.write(ASSEMBLY, "DAY", fitted)


# --------------------------------------------------------------------------- protests


def fit_focus(*, write: bool) -> None:
    """Is this protest, at this place and day, the report's news?"""
    rows, n_right = [], 0
    scoring = scorer()
    for case in _taken_apart():
        n_right += sum(event["focal"] for event in case.events)
        for at, protest in enumerate(case.order):
            event = case.events[case.mates[at]] if at in case.mates else None
            right = (
                event is not None
                and event["focal"]
                and bool(
                    scoring.place_ok(event, case.read[at]) and scoring.date_ok(event, case.read[at])
                )
            )
            published = case.coded.article.published
            shown = focus.features(protest, case.protests, case.scenes, published)
            rows.append(Row(case.coded.id, tuple(shown), bool(right)))
    fitted = linear.fit(rows, n_right)
    _say("focus", fitted)
    if write:
        linear.write(ASSEMBLY, "FOCUS", fitted)


def fit_forms(*, write: bool) -> None:
    """Did this protest take this form? One bias a form, the other weights shared."""
    rows = []
    for case in _taken_apart(own=True):
        if not case.protests:
            continue
        _gathered(case)
        for at, protest in enumerate(case.order):
            if at not in case.mates:
                continue
            coded = case.events[case.mates[at]]["forms"]
            for form in forms.FORMS:
                shown = (*forms.features(form, protest.naming), f"is {form}")
                rows.append(Row(case.coded.id, shown, form in coded))
    fitted = linear.fit(rows, penalty=2.0)
    _say("forms", fitted)
    if write:
        linear.write(ASSEMBLY, "FORM", fitted)


def _gathered(case: Apart) -> Claims:
    claims = Claims(case.mentions, case.protests, case.scenes)
    claims.gather(find_sites(case.mentions.text))
    return claims


def fit_attach(*, write: bool) -> None:
    """To which of a report's protests does this figure belong?"""
    groups = []
    for case in _taken_apart(own=True):
        if len(case.protests) < 2 or not case.mates:
            continue
        attacher = Attacher(case.mentions.text, case.protests, case.scenes)
        for at, event in case.mates.items():
            right = case.protests.index(case.order[at])
            for token in _figures_of(case, event):
                shown = [
                    tuple(attacher.features(protest, token, past=False))
                    for protest in case.protests
                ]
                groups.append((case.coded.id, shown, right))
    fitted, unseen = linear.conditional(groups)
    sys.stdout.write(f"attach: {unseen:.3f} right on unseen reports, {len(groups)} figures\n")
    if write:
        linear.write(ASSEMBLY, "ATTACH", fitted, with_bias=False)


def _figures_of(case: Apart, event: int) -> Iterator[int]:
    """Give the tokens at which figures of a coded event begin, where their words are unique."""
    text = case.mentions.text
    coded = case.coded.coding["events"][event]
    for field in ("sizes", "arrests", "injuries", "deaths"):
        for figure in coded[field]:
            places = list(_all(text.article.text, figure["words"]))
            if len(places) == 1:
                yield text.token_at(places[0])


def fit_police(*, write: bool) -> None:
    """Was this police response made at this protest?"""
    rows, n_right = [], 0
    for case in _taken_apart(own=True):
        n_right += sum(len(event["police"]) for event in case.events if event["focal"])
        if not case.protests or not case.mates:
            continue
        claims = _gathered(case)
        for at, protest in enumerate(case.order):
            event = case.events[case.mates[at]] if at in case.mates else None
            if event is None and not protest.focal:
                continue
            for code, told in claims.responses_told(protest):
                if code != "other":
                    right = event is not None and code in event["police"]
                    shown = tuple(responses.features(code, told))
                    rows.append(Row(case.coded.id, shown, right))
    fitted = linear.fit(rows, n_right)
    _say("police", fitted)
    if write:
        linear.write(ASSEMBLY, "POLICE", fitted)


TABLES: dict[str, Callable[..., None]] = {
    "crowds": fit_crowds,
    "places": fit_places,
    "days": fit_days,
    "focus": fit_focus,
    "forms": fit_forms,
    "attach": fit_attach,
    "police": fit_police,
}


if __name__ == "__main__":
    main()
