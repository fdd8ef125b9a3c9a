"""The page that follows one article shows what the program does today."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from cortege.evaluate.follow import PAGE, PARTS, WALK, Followed, PageError, follow, main, rebuilt
from cortege.evaluate.walks import load_walk

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")


@cache
def followed() -> Followed:
    """Follow the page's walk once."""
    return follow(load_walk(HERE / WALK))


def test_the_page_shows_todays_reading() -> None:
    """Every part that the program makes is as it makes it now."""
    page = (ROOT / PAGE).read_text(encoding="utf-8")
    assert page == rebuilt(page, followed()), "say: python -m cortege.evaluate.follow --write"


def test_the_page_leads_somewhere() -> None:
    """Files that the page links to and that are of this part of the project exist."""
    page = ROOT / PAGE
    linked = LINK.findall(page.read_text(encoding="utf-8"))
    ours = [link for link in linked if "walk" in link or "evaluation" in link or "flow" in link]
    assert ours
    assert [link for link in ours if not (page.parent / link).exists()] == []


def test_a_page_must_have_each_part_once() -> None:
    """A part that nobody makes, and one that is left out, are noticed."""
    with pytest.raises(PageError, match="weather"):
        rebuilt("<!-- made: weather -->\n<!-- end -->\n", followed())
    with pytest.raises(PageError):
        rebuilt("no part at all", followed())


def test_writing_the_page_makes_it_fresh(tmp_path: Path) -> None:
    """A stale page is told apart from a fresh one, and prose between the parts is left alone."""
    page = tmp_path / "page.md"
    parts = "".join(f"Before {name}.\n<!-- made: {name} -->\nold\n<!-- end -->\n" for name in PARTS)
    page.write_text(parts, encoding="utf-8")
    where = ["--page", str(page), "--walks", str(HERE)]
    assert main(where) == 1
    assert main([*where, "--write"]) == 0
    assert main(where) == 0
    written = page.read_text(encoding="utf-8")
    assert "old" not in written.split("\n")
    assert all(f"Before {name}." in written for name in PARTS)
