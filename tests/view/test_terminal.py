"""The terminal view shows everything, marks words with and without colour, and is never driven."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from rich.cells import cell_len
from rich.console import Console
from tests.view import hostile, seed
from tests.view.drafts import Draft, day
from tests.view.readings import ALL, harbour, leeds, nantes

from cortege.nouns.reading import Reading
from cortege.view.outline import outline
from cortege.view.safe import one_line
from cortege.view.terminal import show


def printed(reading: Reading, width: int = 100, *, colour: bool = False) -> str:
    """Give what the view prints, as on a pipe or on a terminal with colour."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        color_system="truecolor" if colour else None,
    )
    show(reading, console)
    return out.getvalue()


def flowing(text: str) -> str:
    """Join all lines and leave out brackets, so that wrapping makes no difference."""
    return "".join(re.sub("[‹›]", "", text).split())


@pytest.mark.parametrize("width", [40, 60, 79, 80, 100, 200])
@pytest.mark.parametrize("make", ALL[:3])
def test_nothing_is_cut_and_no_line_is_too_long(make: Callable[[], Reading], width: int) -> None:
    """The whole report and every value stand there at any width, within that width."""
    reading = make()
    shown = printed(reading, width)
    assert max(cell_len(line) for line in shown.splitlines()) <= width
    assert all(line == line.rstrip(" ") for line in shown.splitlines())
    assert flowing(reading.article.text) in flowing(shown).replace(_between(reading), "", 1)
    for section in outline(reading).sections:
        for row in section.rows:
            for part in (*row.value.split(), *row.notes, row.said_by):
                assert all(word in flowing(shown) for word in part.split())


def _between(reading: Reading) -> str:
    """Give the facts that stand between the title and the report's first paragraph."""
    shown = flowing(printed(reading))
    title = flowing(reading.article.title)
    body = flowing(reading.article.text)[len(title) :]
    start = shown.index(title) + len(title)
    return shown[start : shown.index(body)]


def test_words_of_claims_are_marked_without_colour() -> None:
    """On a pipe every marked stretch stands in brackets, and brackets nest."""
    shown = " ".join(printed(leeds()).split())
    assert "‹Thousands› of ‹tenants›" in shown
    assert (
        "‹We are not asking for ‹lower rents›. We are asking for ‹rents that stay put›,›" in shown
    )
    assert shown.count("‹") == shown.count("›")
    assert "\x1b" not in shown


def test_words_of_claims_are_coloured_by_what_they_say() -> None:
    """With colour, words carry the colour of their group, and there are no brackets."""
    shown = printed(leeds(), colour=True)
    assert "\x1b[1;33mThousands\x1b[0m" in shown
    assert "\x1b[36mtenants\x1b[0m" in shown
    assert "\x1b[3;35mlower rents\x1b[0m" in shown, "within a quote, words keep their own colour"
    assert "‹" not in shown


def test_no_colour_is_obeyed_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the environment forbids colour, words are marked with brackets."""
    monkeypatch.setenv("NO_COLOR", "1")
    shown = printed(leeds(), colour=True)
    assert "‹Thousands›" in shown
    assert not re.search(r"\x1b\[[\d;]*3[0-7]m", shown)


def test_rival_figures_stand_under_one_another_on_one_scale() -> None:
    """Figures that differ are listed with their holders, flagged, and drawn to one scale."""
    lines = printed(leeds()).splitlines()
    at = next(n for n, line in enumerate(lines) if line.lstrip().startswith("≠ how many"))
    assert "4 figures, and they differ; all are kept" in lines[at]
    rivals = lines[at + 2 : at + 6]
    assert [re.split(r"\s{2,}", line.strip())[:2] for line in rivals] == [
        ["not attributed", "2,000–9,999 (Thousands)"],
        ["West Yorkshire Police", "4,000"],
        ["Leeds Tenants' Federation (organisers)", "at least 12,000"],
        ["media", "about 6,500"],
    ]
    low, police, union, paper = (re.search("[├●].*", line) for line in rivals)
    assert low
    assert police
    assert union
    assert paper
    assert low.start() < police.start() < paper.start() < low.end() < union.start()
    assert union[0].endswith("▶")


def test_columns_line_up_on_a_pipe() -> None:
    """A table's columns begin where its head says they do, whatever stands in its cells."""
    lines = printed(nantes()).splitlines()
    at = next(
        n for n, line in enumerate(lines) if line.split() == "field value words who says so".split()
    )
    columns = [lines[at].index(name) for name in ("value", "words", "who says so")]
    end = next(n for n in range(at + 2, len(lines)) if not lines[n])
    for line in lines[at + 2 : end]:
        assert all(line[column - 2 : column].strip() == "" for column in columns), line
    assert any("tear gas" in line and line.index("tear gas") == columns[0] for line in lines)


def test_report_of_no_protest_says_so_in_one_line() -> None:
    """A report that is about no protest gets its head and one line with the reasons."""
    shown = printed(harbour())
    assert "No protest (0.97): no word for a protest; no crowd" in shown.splitlines()
    assert len([line for line in shown.splitlines() if line]) == 4


def test_what_is_mentioned_comes_last_and_shorter() -> None:
    """A past march is listed after everything else, without a table."""
    shown = printed(leeds())
    later = shown[shown.index("Also mentioned") :]
    assert "fewer than 900" in later
    assert "field" not in later
    assert shown.index("Other figures") < shown.index("Also mentioned")


def test_faults_are_told_with_their_hints() -> None:
    """What went wrong ends the view, with what to do about it."""
    *_, fault, hint = (line for line in printed(nantes()).splitlines() if line)
    assert fault.startswith("READ-FAILED A rule failed on this report")
    assert hint.strip() == "Report the text to the developers, if it may be shared."


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(hostile.readings())
def test_no_report_drives_the_terminal(reading: Reading) -> None:
    """No control character of a report reaches the terminal, in colour or without."""
    plain = printed(reading, 60)
    assert not {unicodedata.category(c) for c in plain if c != "\n"} & {"Cc", "Cs"}
    coloured = re.sub(r"\x1b\[[\d;]*m", "", printed(reading, colour=True))
    assert not {unicodedata.category(c) for c in coloured if c != "\n"} & {"Cc", "Cs"}
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", plain + coloured)
    for section in outline(reading).sections:
        assert flowing(one_line(section.title)) in flowing(plain)


def test_lines_break_where_the_report_allows_it() -> None:
    """A no-break space holds its neighbours together, and is a no-break space when printed."""
    body = "« Non » dit-elle. " * 20
    reading = Draft("T", body.replace("« ", "«\u202f").replace(" »", "\u00a0»"), day(2026, 1, 1))
    for width in range(40, 60):
        shown = printed(reading.reading(), width)
        assert shown.count("«\u202fNon\u00a0»") == 20


def test_markup_of_the_terminal_library_is_text() -> None:
    """Square brackets in a report style nothing and vanish nowhere."""
    reading = Draft("[bold]T[/bold]", "[link=x]They[/link] left :smile:", day(2026, 1, 1)).reading()
    shown = printed(reading)
    assert "[bold]T[/bold]" in shown
    assert "[link=x]They[/link] left :smile:" in shown


def test_long_report_is_printed_whole() -> None:
    """A report of a million characters is wrapped, not cut."""
    body = "Nobody marched today, and nobody counted them. " * 21000
    reading = Draft("T", body, day(2026, 1, 1)).reading()
    assert flowing(printed(reading)).count("nobodycountedthem.") == 21000


def test_terminal_library_is_imported_only_to_show() -> None:
    """Importing the view costs no import of rich, so commands that show nothing start fast."""
    code = "import cortege.view.terminal, sys; sys.exit('rich' in sys.modules)"
    found = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", code], check=True, env=found)


def test_plain_signs_serve_where_no_others_can_be_printed() -> None:
    """On an output that knows ASCII only, our own signs are ASCII."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="replace")
    show(leeds(), Console(file=out, width=100))
    out.seek(0)
    assert "[Thousands] of [tenants]" in out.read()


def test_view_shows_the_report_the_project_began_with() -> None:
    """The march, its three counts and its four towns are all there."""
    text = seed.report()
    if text is None:
        pytest.skip("the report is not at hand")
    shown = printed(seed.paris(text))
    for said in (
        "3 figures, and they differ",
        "20,000–99,999",
        "16 [derived, not in the text]",
        "places named: Paris, Marseille, Nice, Lille, Bordeaux",
        f"‹{seed.unasked()}› [not asked",
        "Protest 5 of 5 · Bordeaux, France · held",
    ):
        assert said in shown
