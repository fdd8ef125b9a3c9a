"""Figures of several people are set side by side; nothing is averaged, nothing preferred."""

from __future__ import annotations

from typing import Any

import pytest
from tests.view.drafts import Draft, day

from cortege.nouns.account import Account
from cortege.nouns.values import Casualties, Quantity
from cortege.view.rivals import rivalries

ONE_WORD = "word"


def account(*figures: Any, contested: bool = False, **known: Any) -> Account:
    """Give an account with these sizes or arrests, each on the same word."""
    draft = Draft("T", "One word.", day(2026, 1, 1))
    claims = [
        draft.claim("size" if isinstance(f, Quantity) else "arrests", f, ONE_WORD, **known)
        for f in figures
    ]
    return draft.account(ONE_WORD, claims, contested=contested)


def size(low: float | None, high: float | None) -> Quantity:
    """Give a crowd size."""
    return Quantity(low, high, "exact", "")


@pytest.mark.parametrize(
    ("figures", "differ"),
    [
        ((size(4000, 4000), size(12000, None)), True),
        ((size(2000, 9999), size(4000, 4000)), False),
        ((size(2000, 9999), size(9999, 20000)), False),
        ((size(None, 300), size(300, None)), False),
        ((size(None, 299), size(300, None)), True),
        ((size(2000, 9999), size(15000, 20000), size(20000, 99999)), True),
        ((Casualties(3, 3, "protesters"), Casualties(5, 5, "protesters")), True),
        ((Casualties(3, 3, "protesters"), Casualties(5, 5, "police")), False),
        ((Casualties(3, 3, "protesters"), Casualties(5, 5, "unspecified")), True),
        ((Casualties(0, 0, "unspecified"), Casualties(5, None, "unspecified")), True),
    ],
)
def test_figures_differ_when_they_share_no_number(figures: tuple[Any, ...], differ: bool) -> None:
    """Two figures differ when no number fits both and both may count the same people."""
    (rivalry,) = rivalries(account(*figures))
    assert rivalry.differ is differ
    assert ("they differ" in rivalry.verdict) is differ


def test_reader_may_know_better_that_figures_differ() -> None:
    """What the account calls contested is flagged, even where ranges touch."""
    (rivalry,) = rivalries(account(size(1, 9), size(5, 20), contested=True))
    assert rivalry.differ


@pytest.mark.parametrize(
    "known", [{"scope": "part"}, {"scope": "wider"}, {"stance": "denied"}, {"stance": "planned"}]
)
def test_figures_for_something_else_are_no_rivals(known: dict[str, Any]) -> None:
    """A figure for a part, for more, or for what did not happen contests nothing."""
    assert rivalries(account(size(1, 1), size(9, 9), **known)) == ()


def test_one_figure_has_no_rival() -> None:
    """A single figure is drawn in no scale."""
    assert rivalries(account(size(5, 9))) == ()


@pytest.mark.parametrize(
    ("figures", "ticks", "places"),
    [
        ((size(100, 1000), size(10, 10)), (10, 100, 1000), [(0.5, 1.0), (0.0, 0.0)]),
        ((size(100, 100), size(100, 100)), (100, 1000), [(0.0, 0.0), (0.0, 0.0)]),
        ((size(None, 10), size(100, None)), (10, 100), [(0.0, 0.0), (1.0, 1.0)]),
        ((size(0, 0), size(0, 0)), (1, 10), [(0.0, 0.0), (0.0, 0.0)]),
        ((size(1, 1), size(100000, 100000)), (1, 100000), [(0.0, 0.0), (1.0, 1.0)]),
        ((size(1, 1), size(1e300, 1e300)), (1, 1e12), [(0.0, 0.0), (1.0, 1.0)]),
    ],
)
def test_scale_holds_all_figures(
    figures: tuple[Any, ...], ticks: tuple[float, ...], places: list[tuple[float, float]]
) -> None:
    """A scale runs over whole powers of ten, and every figure has its place on it."""
    (rivalry,) = rivalries(account(*figures))
    assert rivalry.ticks == pytest.approx(ticks)
    assert [(line.left, line.right) for line in rivalry.lines] == [
        pytest.approx(place) for place in places
    ]
