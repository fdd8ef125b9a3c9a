"""What `cortege add`, `list`, `show` and `why` print, where they print it, and how they end."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.store.record_factory import invented, numbered, with_fault
from typer.testing import CliRunner, Result

from cortege import flow
from cortege.cli.add import add_readings
from cortege.cli.list import FORMS, STATUSES
from cortege.cli.main import app, main
from cortege.contract import reading_from
from cortege.errors import UserError, fault
from cortege.flow import Read
from cortege.nouns.article import Evidence
from cortege.nouns.reading import Reading
from cortege.store import articles, ids
from cortege.store.session import open_record

ROOT = Path(__file__).parents[2]
ARTICLE = invented().article.id
BREST, SAINT_MALO = ids.account_id(ARTICLE, 1), ids.account_id(ARTICLE, 2)
DAMAGED = fault("INPUT-FORMAT", "broken.html", "the file is damaged", "save the page again")
UNREADABLE = Read("broken.html", None, (DAMAGED,))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the path of a record that holds the invented report."""
    path = tmp_path / "record.db"
    with open_record(path, create=True) as record:
        articles.save(record, invented())
    return path


def run(*words: object, **environment: str) -> Result:
    """Run a command as from a shell, output not being a terminal."""
    return CliRunner(env=environment).invoke(app, [str(word) for word in words])


def add(monkeypatch: pytest.MonkeyPatch, found: Sequence[Read], *words: object) -> Result:
    """Run `cortege add` on what the reader would give."""
    monkeypatch.setattr(flow, "read_paths", lambda _paths, _given: iter(found))
    return run("add", "reports", *words)


def read(reading: Reading) -> Read:
    """Give a reading as the reader does."""
    return Read("report.txt", reading, reading.faults)


def failing(reading: Reading) -> Reading:
    """Give the reading with a fault that counts as a failure."""
    return replace(reading, faults=(DAMAGED,))


def misquoting(reading: Reading) -> Reading:
    """Give the reading with a person whose words do not stand in the text."""
    made_up = replace(reading.people[0], evidence=(Evidence(3, 8, "never"),))
    return replace(reading, people=(made_up,))


# --------------------------------------------------------------------------- add


@pytest.mark.parametrize(
    ("found", "statuses", "exit_code"),
    [
        ([], [], 0),
        ([read(invented())], ["added"], 0),
        ([read(invented()), read(invented())], ["added", "known"], 0),
        ([read(invented(published=None)), read(invented())], ["added", "updated"], 0),
        ([read(with_fault(invented()))], ["added"], 0),  # an unstated date is no failure
        ([read(failing(invented()))], ["added"], 3),
        ([UNREADABLE, read(invented())], ["fault", "added"], 3),
        ([read(misquoting(invented())), read(numbered(1))], ["fault", "added"], 3),
        ([Read("empty.txt", flow.read(""), (DAMAGED,))], ["fault"], 3),
    ],
)
def test_adding_tells_what_became_of_each_report(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    found: list[Read],
    statuses: list[str],
    exit_code: int,
) -> None:
    """There is one JSON object per report, in input order, and failures show in the exit code."""
    path = tmp_path / "record.db"
    result = add(monkeypatch, found, "--record", path, "--json")
    told = [json.loads(line) for line in result.stdout.splitlines()]
    assert [each["status"] for each in told] == statuses
    assert [bool(each["faults"]) for each in told] == [
        bool(each.faults) or told[at]["status"] == "fault" for at, each in enumerate(found)
    ]
    assert result.exit_code == exit_code
    assert result.stderr == ""
    assert path.exists() == any(status != "fault" for status in statuses)


def test_adding_names_what_it_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The ids told are those under which article, reading and accounts are found."""
    path = tmp_path / "record.db"
    result = add(monkeypatch, [read(invented())], "--record", path, "--json")
    told = json.loads(result.stdout)
    assert (told["article"], told["accounts"]) == (ARTICLE, [BREST, SAINT_MALO])
    with open_record(path) as record:
        assert articles.load_reading(record, told["reading"]) == invented()


def test_adding_again_says_already_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --json there is a line per report on stderr, and a summary on stdout."""
    result = add(monkeypatch, [read(invented()), UNREADABLE], "--record", path)
    lines = result.stderr.splitlines()
    assert lines[0].startswith(f"already there {ids.short(ARTICLE)} Ferry crews")
    assert lines[1].split() == ["set", "aside", "broken.html"]
    assert lines[2].split(maxsplit=1)[0] == "INPUT-FORMAT:"
    assert result.stdout.startswith("2 reports: 0 added, 0 updated, 1 already there, 1 set aside.")


def test_what_a_report_is_called_cannot_drive_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Escape sequences in a title come out as visible signs, in every command."""
    path, hostile = tmp_path / "record.db", invented(title="Calm\x1b]0;gotcha\x07 in Brest")
    results = [add(monkeypatch, [read(hostile)], "--record", path)]
    account = ids.account_id(hostile.article.id, 1)
    results.append(run("list", "--record", path))
    results += [
        run(*words, "--record", path) for words in (["show", account], ["why", account, "date"])
    ]
    for result in results:
        assert "gotcha" in result.output
        assert "\x1b" not in result.output


def test_an_interruption_says_what_was_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C keeps what was saved, says so, and running again goes on from there."""
    path = tmp_path / "record.db"

    def interrupted() -> Iterator[Read]:
        yield read(numbered(1))
        yield read(numbered(2))
        raise KeyboardInterrupt

    monkeypatch.setattr(flow, "read_paths", lambda _paths, _given: interrupted())
    result = run("add", "reports", "--record", path)
    assert result.exit_code == 130
    assert "2 reports in the record, whole and safe" in result.stderr
    assert "Run the same command again" in result.stderr
    again = add(monkeypatch, [read(numbered(n)) for n in (1, 2, 3)], "--record", path, "--json")
    statuses = [json.loads(line)["status"] for line in again.stdout.splitlines()]
    assert statuses == ["known", "known", "added"]


def test_a_record_that_gets_busy_says_what_was_saved(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """When a writer takes the record over in the middle, what was saved before is named."""
    monkeypatch.setattr("cortege.store.session.BUSY_TIMEOUT_S", 0.01)
    with (
        open_record(path) as other,
        closing(_hogging(other)) as found,
        pytest.raises(UserError) as refusal,
    ):
        add_readings(found, path)
    assert refusal.value.code == "RECORD-BUSY"
    assert "1 report in the record, whole and safe" in capsys.readouterr().err


def _hogging(other: Any) -> Iterator[Read]:
    yield read(numbered(1))
    with other.writing():
        yield read(numbered(2))


@pytest.mark.parametrize(
    ("terminal", "as_json"), [(False, False), (False, True), (True, False), (True, True)]
)
def test_progress_is_drawn_on_terminals_only(tmp_path: Path, terminal: bool, as_json: bool) -> None:
    """A bar appears where stderr is a terminal; stdout holds results and nothing else."""
    script = (
        "from pathlib import Path\nfrom tests.cli.test_record import add_readings, numbered, read\n"
        f"add_readings([read(numbered(1))], Path({str(tmp_path / 'r.db')!r}), as_json={as_json})"
    )
    ours, theirs = pty.openpty() if terminal else os.pipe()
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", "TERM": "xterm"}
    result = subprocess.run(
        [sys.executable, "-c", script],
        env=environment, stdout=subprocess.PIPE, stderr=theirs, check=True,
    )  # fmt: skip
    drawn = os.read(ours, 100_000) if terminal or not as_json else b""
    os.close(theirs)
    os.close(ours)
    assert (b"\x1b[" in drawn) == terminal
    assert (b"edition 1 (2 accounts)" in drawn) == (not as_json)
    assert b"\x1b" not in result.stdout
    assert len(result.stdout.splitlines()) == 1


# --------------------------------------------------------------------------- list


def test_a_list_has_a_line_per_account(path: Path) -> None:
    """Where output is no terminal, columns are parted by tabs under a line of names."""
    result = run("list", "--all", "--record", path)
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert [row[0] for row in rows] == ["id", ids.short(BREST), ids.short(SAINT_MALO)]
    assert rows[1][1:6] == ["7 March 2026", "Brest, France", "march", "2,400 (contested)", "held"]
    assert rows[2][5] == "held, background"
    assert result.stderr == ""


def test_a_list_as_json_is_one_object_per_account(path: Path) -> None:
    """The objects carry whole ids and values in the shape of the reading contract."""
    result = run("list", "--all", "--json", "--record", path)
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [each["id"] for each in found] == [BREST, SAINT_MALO]
    assert found[0]["size"] == {
        "low": 2400, "high": 2400, "qualifier": "exact", "words": "2,400 marchers",
    }  # fmt: skip
    assert found[1]["date"] is None


@pytest.mark.parametrize(
    ("words", "n_lines", "note"),
    [
        ([], 1, "1 of background left out"),
        (["--from", "2026-03", "--to", "2026"], 1, ""),
        (["--from", "2026-03-08"], 0, "No account passes."),
        (["--to", "2026-02"], 0, "No account passes."),
        (["--all", "--from", "2026"], 1, "1 without a date left out"),
        (["--all", "--limit", "1"], 1, "1 more"),
        (["--country", "fr", "--country", "DE"], 1, ""),
        (["--place", "brest"], 1, ""),
        (["--form", "rally", "--all"], 1, ""),
        (["--form", "sit-in"], 0, "No account passes."),
        (["--status", "planned"], 0, "No account passes."),
        (["--min-size", "2400"], 1, ""),
        (["--min-size", "2401"], 0, "No account passes."),
    ],
)
def test_a_list_says_what_it_leaves_out(
    path: Path, words: list[str], n_lines: int, note: str
) -> None:
    """Filters reach the record, and stderr names what a reader might miss."""
    result = run("list", "--json", "--record", path, *words)
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == n_lines
    assert note in result.stderr


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--from", "yesterday"], "2026-03-08, 2026-03 or 2026"),
        (["--from", "2026-13"], "no day, month or year"),
        (["--to", "2026-02-30"], "no day, month or year"),
        (["--from", "2027", "--to", "2026"], "lies after"),
        (["--country", "France"], "two letters"),
        (["--form", "parade"], FORMS[0]),
        (["--status", "maybe"], STATUSES[0]),
        (["--limit", "0"], "greater than"),
        (["--min-size", "-1"], "greater than"),
    ],
)
def test_a_filter_that_makes_no_sense_is_a_usage_error(
    path: Path, words: list[str], message: str
) -> None:
    """The message says what would make sense, and nothing is listed."""
    result = run("list", "--record", path, *words, COLUMNS="200")
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""


# --------------------------------------------------------------------------- show


def test_showing_an_account_gives_each_claim_and_what_is_not_said(path: Path) -> None:
    """A line per claim with value, speaker and words; the chosen ones starred; silence named."""
    lines = run("show", ids.short(BREST), "--record", path).stdout.splitlines()
    assert "  * 2,400 — Marée Haute (organisers): ‹2,400 marchers›" in lines
    assert "  - 200–999 (Several hundred people) — police: ‹Several hundred people›" in lines
    assert any("[not asked for]" in line and "‹higher wages›" in line for line in lines)
    assert "The sizes contradict one another" in "\n".join(lines)
    assert lines[-1].startswith("The report does not say: route,")


def test_showing_an_account_as_json_gives_the_contract_s_object(path: Path) -> None:
    """The account is as in a reading, beside its id and its report."""
    found = json.loads(run("show", BREST, "--json", "--record", path).stdout)
    assert found["id"] == BREST
    assert found["article"]["id"] == ARTICLE
    assert [claim["field"] for claim in found["account"]["claims"]][:2] == ["date", "place"]


def test_showing_an_article_as_json_gives_its_reading(path: Path) -> None:
    """The object is the reading itself, with the record's ids and the readings it keeps."""
    with open_record(path) as record:
        articles.save(record, invented(version="0.2.0"))
    found = json.loads(run("show", ARTICLE, "--json", "--record", path).stdout)
    assert reading_from(found) == invented(version="0.2.0")
    assert [account["record_id"] for account in found["accounts"]] == [BREST, SAINT_MALO]
    kept = [(each["cortege"], each["current"]) for each in found["readings"]]
    assert kept == [("0.1.0", False), ("0.2.0", True)]


def test_showing_an_article_gives_text_and_ids(path: Path) -> None:
    """A person sees the report and what each of its accounts is called in the record."""
    shown = run("show", ids.short(ARTICLE), "--record", path).stdout
    assert "The harbour bell rang at noon" in shown
    assert f"{ids.short(BREST)}  a1, Brest, France" in shown
    assert ARTICLE in shown


# --------------------------------------------------------------------------- why


def test_why_leads_from_the_value_to_the_report(path: Path) -> None:
    """Value, rule, policy, claims for and against, holders, sentences and report, in order."""
    shown = run("why", ids.short(BREST), "size", "--record", path).stdout
    steps = [
        "how many: 2,400",
        "chosen by: a count before vague words (policy prefer-counts)",
        "contradict one another",
        "For\n",
        "* 2,400 — Marée Haute (organisers) ‹The crews' union Marée Haute›",
        "The crews' union Marée Haute counted ‹2,400 marchers›.",
        "Against\n",
        "- 200–999 (Several hundred people) — police ‹according to police› [another value]",
        "‹Several hundred people› crossed the Recouvrance bridge",
        "The report\n",
        "Ferry crews fill the quays of Brest",
        "The Quay Letter · published 8 March 2026 (given with the report)",
        ARTICLE,
    ]
    at = [shown.find(step) for step in steps]
    assert -1 not in at, steps[at.index(-1)]
    assert at == sorted(at)


def test_why_as_json_holds_the_same_path(path: Path) -> None:
    """Each claim comes as in the contract, with its sentences and their offsets."""
    found = json.loads(run("why", BREST, "size", "--json", "--record", path).stdout)
    assert (found["said"], found["contested"]) == (True, True)
    assert (found["rule"], found["policy"]) == ("a count before vague words", "prefer-counts")
    assert [claim["chosen"] for claim in found["for"]] == [True]
    (passage,) = found["against"][0]["passages"]
    assert invented().article.text[passage["start"] : passage["end"]] == passage["text"]
    assert found["report"]["id"] == ARTICLE


@pytest.mark.parametrize("field", ["injuries", "route", "police-response", "Sizes", "forms"])
def test_silence_is_an_answer(path: Path, field: str) -> None:
    """A field nobody speaks of is said to be so; fields may be in the plural and hyphenated."""
    result = run("why", SAINT_MALO, field, "--record", path)
    assert result.exit_code == 0
    assert ("the report does not say" in result.stdout) == (field != "forms")


def test_silence_in_json_is_said_to_be_silence(path: Path) -> None:
    """A program need not guess: `said` is false and there is no value."""
    found = json.loads(run("why", BREST, "injuries", "--json", "--record", path).stdout)
    assert (found["said"], found["values"], found["for"], found["against"]) == (False, [], [], [])


@pytest.mark.parametrize(("field", "meant"), [("siez", "did you mean size?"), ("zzz", "organiser")])
def test_an_unknown_field_is_a_usage_error(path: Path, field: str, meant: str) -> None:
    """A slip of the hand gets the nearest name, anything else the list."""
    result = run("why", BREST, field, "--record", path, COLUMNS="300")
    assert result.exit_code == 2
    assert meant in result.stderr


@pytest.mark.parametrize("no_colour", [True, False])
@pytest.mark.parametrize("words", [["show", BREST], ["why", BREST, "size"]])
def test_words_are_marked_with_and_without_colour(
    path: Path, words: list[str], no_colour: bool
) -> None:
    """Colour where there is some, brackets where there is none or NO_COLOR forbids it."""
    colour = {"NO_COLOR": "1"} if no_colour else {"NO_COLOR": ""}
    result = run(*words, "--record", path, FORCE_COLOR="1", TERM="xterm-256color", **colour)
    assert ("‹2,400 marchers›" in result.stdout) == no_colour
    assert ("\x1b[1;33m2,400 marchers" in result.stdout) == (not no_colour)


# --------------------------------------------------------------------------- endings


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["list", "--record", "nowhere.db"], "RECORD-MISSING"),
        (["show", "ffffffff"], "RECORD-NOTFOUND"),
        (["why", "ffffffff", "size"], "RECORD-NOTFOUND"),
        (["why", ARTICLE, "size"], "RECORD-AMBIGUOUS"),
        (["list", "--record", "notes.txt"], "RECORD-FORMAT"),
    ],
)
def test_a_command_that_could_not_run_exits_with_4(
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    code: str,
) -> None:
    """The message goes to stderr with its code and a next step, and stdout stays empty."""
    monkeypatch.chdir(path.parent)
    path.rename("cortege.db")
    Path("notes.txt").write_text("not a record\n" * 100)
    monkeypatch.setattr(sys, "argv", ["cortege", *words])
    with pytest.raises(SystemExit) as end:
        main()
    printed = capsys.readouterr()
    assert end.value.code == 4
    assert f"[{code}]\n  " in printed.err
    assert printed.out == ""
    assert not Path("nowhere.db").exists()


@pytest.mark.parametrize("command", ["add", "list", "show", "why"])
def test_every_command_explains_itself(command: str) -> None:
    """Help says what the command does and what each option is for."""
    result = run(command, "--help", COLUMNS="120")
    assert result.exit_code == 0
    assert "--record FILE" in result.stdout
    assert "--json" in result.stdout
