"""What `cortege read` prints, where it prints it, and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from cortege.cli.main import app
from cortege.contract import reading_from

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
REPORT = """Gardeners march in Ghent
By Ann Lee

Around 400 gardeners marched through Ghent on Friday, police said. The union counted 900 people.
"""
LINES = (
    {"id": "one", "title": "Weavers march in Leeds", "body": "Some 300 weavers marched in Leeds on Monday.",
     "date": "2026-03-10"},
    {"id": "two", "title": "La pluie tombe", "body": "Il a plu lundi sur toute la Bretagne, sans orage.",
     "date": "2026-03-10"},
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder of reports of several kinds, sound and unsound."""
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("\n", encoding="utf-8")
    (tmp_path / "latin.txt").write_bytes(
        "Marche à Sète\nIls étaient 300 à défiler.".encode("latin-1")
    )
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02")
    (tmp_path / "japanese.txt").write_text("京都で行進\n京都で三百人が行進した。", encoding="utf-8")
    lines = "\n".join(json.dumps(line) for line in LINES)
    (tmp_path / "lines.jsonl").write_text(lines, encoding="utf-8")
    (tmp_path / "bad.jsonl").write_text(f"{{}}\n{lines}\nnot json\n", encoding="utf-8")
    return tmp_path


def run(*words: object, stdin: bytes | None = None, **environment: str) -> Result:
    """Run a command as from a shell, output not being a terminal."""
    return CliRunner(env=environment).invoke(app, [str(word) for word in words], input=stdin)


def printed(result: Result) -> list[dict[str, Any]]:
    """Give the JSON objects on standard output, one per line and nothing beside them."""
    return [json.loads(line) for line in result.stdout.splitlines()]


# --------------------------------------------------------------------------- exit codes


@pytest.mark.parametrize("as_json", [True, False])
@pytest.mark.parametrize(
    ("names", "exit_code", "codes"),
    [
        (["report.txt"], 0, []),
        (["lines.jsonl", "report.txt"], 0, []),
        (["nowhere.txt"], 3, ["INPUT-MISSING"]),
        (["nowhere.txt", "report.txt"], 3, ["INPUT-MISSING"]),
        (["binary.txt"], 3, ["INPUT-FORMAT"]),
        (["empty.txt"], 3, ["INPUT-EMPTY"]),
        (["latin.txt"], 3, ["INPUT-ENCODING"]),
        (["japanese.txt"], 3, ["LANGUAGE-UNREAD"]),
        (["bad.jsonl"], 3, ["INPUT-LINE", "INPUT-LINE"]),
    ],
)
def test_the_exit_code_tells_whether_all_was_read(
    folder: Path, names: list[str], exit_code: int, codes: list[str], as_json: bool
) -> None:
    """0 where all was read, 3 where something was set aside; every fault is told by its code."""
    json_too = ["--json"] if as_json else []
    result = run("read", *(folder / name for name in names), "--published", "2026-03-15", *json_too)
    assert result.exit_code == exit_code
    if as_json:
        in_readings = [fault["code"] for reading in printed(result) for fault in reading["faults"]]
        on_stderr = [code for code in codes for _ in range(result.stderr.count(f"[{code}]"))]
        assert {*in_readings, *on_stderr} == {*codes}
    else:
        assert [code for code in codes if code not in result.output] == []


def test_an_unstated_date_is_no_failure(folder: Path) -> None:
    """A report may lack its date; the fault says so and the exit code stays 0."""
    result = run("read", folder / "report.txt", "--json")
    assert result.exit_code == 0
    [reading] = printed(result)
    assert [fault["code"] for fault in reading["faults"]] == ["DATE-UNSTATED"]


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["report.txt", "--published", "yesterday"],
        ["report.txt", "--published", "2026-02-30"],
        ["report.txt", "--language", "tlh"],
        ["report.txt", "--no-such-option"],
        ["report.txt", "--json", "--html", "page.html"],
    ],
)
def test_what_makes_no_sense_exits_with_2_and_reads_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    """A usage error is told on stderr before anything has been printed or written."""
    monkeypatch.chdir(folder)
    result = run("read", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr
    assert not Path("page.html").exists()


# --------------------------------------------------------------------------- --json


def test_json_has_one_object_per_report_in_input_order(folder: Path) -> None:
    """Every line is a reading of the published schema; what could not be read is on stderr."""
    names = ["lines.jsonl", "nowhere.txt", "report.txt", "bad.jsonl", "empty.txt"]
    result = run("read", *(folder / name for name in names), "--json")
    readings = printed(result)
    sources = [reading["article"]["source_id"] for reading in readings]
    assert sources == ["one", "two", None, "one", "two", None]
    assert [reading["article"]["title"] for reading in readings][2] == "Gardeners march in Ghent"
    assert {reading["schema"] for reading in readings} == {"cortege.reading/1"}
    assert [reading_from(reading).article.source_id for reading in readings] == sources
    assert [code in result.stderr for code in ("INPUT-MISSING", "INPUT-LINE")] == [True, True]
    assert [f"bad.jsonl:{line}" in result.stderr for line in (1, 2, 3, 4)] == [
        True,
        False,
        False,
        True,
    ]


def test_evidence_in_json_stands_in_the_text(folder: Path) -> None:
    """Whoever programs against the JSON may cut the text at its offsets."""
    result = run("read", folder, "--json", "--published", "2026-03-15")
    found = [
        (reading["article"]["text"], words)
        for reading in printed(result)
        for words in _evidence(reading)
    ]
    assert len(found) > 20
    assert [
        words for text, words in found if text[words["start"] : words["end"]] != words["exact"]
    ] == []


def test_what_is_given_is_used_and_what_is_stated_stands(folder: Path) -> None:
    """Options fill in; they do not overrule a report's own date."""
    options = ("--published", "2026-03-15", "--language", "en", "--outlet", "The Lantern")
    result = run("read", folder / "report.txt", folder / "lines.jsonl", *options, "--json")
    plain, one, _ = (reading["article"] for reading in printed(result))
    assert (plain["published"]["first"], plain["published"]["origin"]) == ("2026-03-15", "given")
    assert (one["published"]["first"], one["published"]["origin"]) == ("2026-03-10", "metadata")
    assert (plain["language"], plain["outlet"], one["outlet"]) == (
        "en",
        "The Lantern",
        "The Lantern",
    )
    assert plain["byline"] == "Ann Lee"


def test_a_reading_says_when_and_how_many(folder: Path) -> None:
    """End to end: the weekday is resolved against the date given, and both counts are there."""
    [reading] = printed(run("read", folder / "report.txt", "--published", "2026-03-15", "--json"))
    assert reading["protest"]["answer"] == "yes"
    [account] = reading["accounts"]
    assert account["resolved"]["date"]["first"] == "2026-03-13"
    assert account["resolved"]["place"]["name"] in {"Ghent", "Gent"}
    sizes = [claim["value"]["low"] for claim in account["claims"] if claim["field"] == "size"]
    assert sizes == [400, 900]


def test_a_report_without_a_protest_says_no(folder: Path) -> None:
    """Rain is not a protest, and no account is made of it."""
    readings = printed(run("read", folder / "lines.jsonl", "--json"))
    assert readings[1]["protest"]["answer"] == "no"
    assert readings[1]["accounts"] == []


def test_half_a_surrogate_pair_is_printed_as_a_replacement(tmp_path: Path) -> None:
    """JSON may hold half a character; what is printed is UTF-8 all the same."""
    path = tmp_path / "half.jsonl"
    told = {key: f"\ud800 {key}" for key in ("id", "title", "body", "outlet", "url", "byline")}
    path.write_text(json.dumps(told), encoding="utf-8")
    ended = _shell("read", path, "--json", "--language", "en")
    assert ended.returncode == 0, ended.stderr
    article = json.loads(ended.stdout)["article"]
    assert article["title"] in {"\ufffd title", "? title"}
    assert article["outlet"] in {"\ufffd outlet", "? outlet"}


# --------------------------------------------------------------------------- --html


def test_html_writes_one_page_with_every_reading(folder: Path) -> None:
    """All reports of a run stand in one file that needs no other."""
    page = folder / "out.html"
    result = run("read", folder / "report.txt", folder / "lines.jsonl", "--html", page)
    assert result.exit_code == 0
    written = page.read_text(encoding="utf-8")
    assert written.count("<!doctype html>") + written.count("<!DOCTYPE html>") == 1
    for title in ("Gardeners march in Ghent", "Weavers march in Leeds", "La pluie tombe"):
        assert title in written
    assert str(page) in result.stderr
    assert [path.name for path in folder.glob("*.html")] == ["out.html"]


def test_html_into_a_missing_folder_is_an_error_a_person_can_read(folder: Path) -> None:
    """Where the page cannot be written, the message names the path and there is no traceback."""
    ended = _shell("read", folder / "report.txt", "--html", folder / "nowhere" / "out.html")
    assert ended.returncode in {2, 4}
    assert "nowhere" in ended.stderr
    assert "Traceback" not in ended.stderr


# --------------------------------------------------------------------------- streams


def test_standard_input_is_read(folder: Path) -> None:
    """A dash stands for what is piped in, whatever its kind."""
    from_pipe = run("read", "-", "--json", stdin=REPORT.encode())
    from_file = run("read", folder / "report.txt", "--json")
    [piped], [filed] = printed(from_pipe), printed(from_file)
    assert piped["article"] == filed["article"]
    assert piped["accounts"] == filed["accounts"]
    many = run("read", "-", "--json", stdin=(folder / "lines.jsonl").read_bytes())
    assert [reading["article"]["source_id"] for reading in printed(many)] == ["one", "two"]


def test_a_reader_that_stops_early_is_no_error(folder: Path) -> None:
    """`cortege read ... --json | head -n 1` ends quietly."""
    lines = folder / "many.jsonl"
    lines.write_text("\n".join(json.dumps(line) for line in LINES * 200), encoding="utf-8")
    command = [sys.executable, "-m", "cortege", "read", str(lines), "--json"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=_environment(), cwd=folder
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline().startswith(b'{"schema"')
        running.stdout.close()
        complaint = running.stderr.read()
        running.wait()
    assert complaint == b""


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_of_few_characters_is_no_failure(folder: Path, encoding: str) -> None:
    """What a terminal cannot show is replaced; the command does not fail on it."""
    ended = _shell(
        "read", folder / "report.txt", PYTHONIOENCODING=encoding, PYTHONUTF8="0", LC_ALL="C"
    )
    assert ended.returncode == 0, ended.stderr
    assert "Ghent" in ended.stdout


def test_the_examples_are_read_without_a_fault() -> None:
    """What `make demo` shows ends with 0, and every report's date is known."""
    result = run("read", EXAMPLES, "--published", "2026-03-15", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    readings = printed(result)
    assert len(readings) == 8
    assert [reading["faults"] for reading in readings] == [[]] * 8
    assert (
        sorted(reading["article"]["language"] for reading in readings)
        == ["en"] * 4 + ["es"] + ["fr"] * 3
    )
    assert None not in [reading["article"]["published"]["first"] for reading in readings]


def _evidence(found: Any) -> list[dict[str, Any]]:
    """Give every piece of evidence in a JSON object, at any depth."""
    if isinstance(found, list):
        return [words for one in found for words in _evidence(one)]
    if not isinstance(found, dict):
        return []
    if found.keys() == {"start", "end", "exact"}:
        return [found]
    return [words for one in found.values() for words in _evidence(one)]


def _shell(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cortege", *(str(word) for word in words)],
        capture_output=True, encoding="utf-8", errors="replace", check=False,
        env=_environment(**environment), cwd=ROOT,
    )  # fmt: skip


def _environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT / "src"), **more}
