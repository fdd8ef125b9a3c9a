"""Paths in, articles out: kinds of files, encodings, folders, and whatever cannot be read."""

from __future__ import annotations

import io
import json
import os
import sys
from datetime import date
from pathlib import Path

import pytest

from cortege.ingest import stage
from cortege.ingest.stage import Given, Taken, take_in

REPORT = "Marche à Sète\nIls étaient 300 – « trop peu » – sur le quai."
TEXT = "Marche à Sète\n\nIls étaient 300 – « trop peu » – sur le quai."
PAGE = (
    "<html><body><article>"
    + "<p>They walked through the old town on Friday.</p>" * 9
    + "</article></body></html>"
)
GIVEN = Given(date(2026, 3, 15), "fr", "Le Phare")


# --------------------------------------------------------------------------- encodings


@pytest.mark.parametrize(
    ("encoding", "code"),
    [
        ("utf-8", None), ("utf-8-sig", None), ("utf-16", None), ("cp1252", "INPUT-ENCODING"),
    ],
)  # fmt: skip
def test_an_encoding_is_told_by_the_bytes(tmp_path: Path, encoding: str, code: str | None) -> None:
    """The same words come out of every encoding; a guess is a fault, a mark is none."""
    [taken] = _take(tmp_path, "x.txt", REPORT.encode(encoding))
    assert taken.article is not None
    assert taken.article.text == TEXT
    assert [fault.code for fault in taken.faults] == ([code] if code else [])


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_both_orders_of_utf16_are_read(tmp_path: Path, mark: bytes) -> None:
    """The byte order mark says how to read the rest."""
    order = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    [taken] = _take(tmp_path, "x.txt", mark + REPORT.encode(order))
    assert taken.article is not None
    assert taken.article.text == TEXT


def test_latin1_is_read_as_its_superset(tmp_path: Path) -> None:
    """Accents of ISO 8859-1 come out right, and the fault names the first byte that was amiss."""
    [taken] = _take(tmp_path, "x.txt", "Marche à Sète\nIls étaient trois.".encode("latin-1"))
    assert taken.article is not None
    assert taken.article.text == "Marche à Sète\n\nIls étaient trois."
    assert [fault.code for fault in taken.faults] == ["INPUT-ENCODING"]
    assert "byte 7" in taken.faults[0].message


def test_a_cut_utf16_file_is_read_and_noted(tmp_path: Path) -> None:
    """An odd byte at the end spoils nothing but itself."""
    [taken] = _take(tmp_path, "x.txt", REPORT.encode("utf-16") + b"\x20")
    assert taken.article is not None
    assert [fault.code for fault in taken.faults] == ["INPUT-ENCODING"]


def test_the_text_is_composed_and_has_plain_newlines(tmp_path: Path) -> None:
    """Two spellings of one letter are one, whatever the newline: the article is the same."""
    plain = _take(tmp_path, "a.txt", "Marche à Sète\nIls étaient là.\nTous.".encode())
    odd = _take(tmp_path, "b.txt", "Marche a\u0300 Se\u0300te\r\nIls étaient là.\rTous.".encode())
    assert [t.article and t.article.id for t in plain] == [t.article and t.article.id for t in odd]


# --------------------------------------------------------------------------- kinds


@pytest.mark.parametrize(
    ("name", "content", "title"),
    [
        ("x.txt", REPORT, "Marche à Sète"),
        ("x.md", f"# {REPORT}", "Marche à Sète"),
        ("x.TXT", REPORT, "Marche à Sète"),
        ("x", REPORT, "Marche à Sète"),
        ("x.report", REPORT, "Marche à Sète"),
        ("x.jsonl", '{"title": "t", "body": "b"}', "t"),
        ("x.ndjson", '{"title": "t", "body": "b"}', "t"),
        ("x.json", '[{"title": "t", "body": "b"}]', "t"),
        ("x", '{"title": "t", "body": "b"}', "t"),
        ("x", ' \n{"title": "t", "body": "b"}', "t"),
        ("x.html", PAGE.replace("<body>", "<head><title>t</title></head><body>"), "t"),
        ("x", PAGE.replace("<body>", "<head><title>t</title></head><body>"), "t"),
        (
            "x",
            "<!DOCTYPE html>" + PAGE.replace("<body>", "<head><title>t</title></head><body>"),
            "t",
        ),
        ("x.txt", '{"title": "t", "body": "b"}', ""),
    ],
)
def test_a_kind_is_told_by_name_and_else_by_its_bytes(
    tmp_path: Path, name: str, content: str, title: str
) -> None:
    """The ending decides; without a known one, the first bytes do."""
    [taken] = _take(tmp_path, name, content.encode())
    assert taken.article is not None
    assert taken.article.title == title


@pytest.mark.parametrize(
    "raw",
    [
        b"%PDF-1.7\n\x00\x01", b"PK\x03\x04\x00\x00", b"\x89PNG\r\n\x1a\n\x00", b"\x00" * 10,
        b"\x7fELF\x02\x01\x01\x00",
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["x.txt", "x.pdf", "x.jsonl", "x.html", "x"])
def test_what_is_no_text_is_a_fault(tmp_path: Path, name: str, raw: bytes) -> None:
    """A binary file is set aside whatever it is called, with a next step."""
    [taken] = _take(tmp_path, name, raw)
    assert taken.article is None
    assert [fault.code for fault in taken.faults] == ["INPUT-FORMAT"]
    assert taken.faults[0].hint


@pytest.mark.parametrize("content", ["", " \n\t\n", "\ufeff", "\u2028\u00a0"])
def test_an_empty_file_is_a_fault(tmp_path: Path, content: str) -> None:
    """A report without words says so and is not blamed for having no date."""
    [taken] = _take(tmp_path, "x.txt", content.encode())
    assert [fault.code for fault in taken.faults] == ["INPUT-EMPTY"]


def test_an_empty_file_of_lines_holds_no_report(tmp_path: Path) -> None:
    """No line, no report, no fault."""
    assert _take(tmp_path, "x.jsonl", b"\n\n") == []


# --------------------------------------------------------------------------- paths


def test_a_missing_file_is_a_fault_and_the_rest_is_read(tmp_path: Path) -> None:
    """One mistyped path does not stop the others."""
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    paths = [str(tmp_path / name) for name in ("nowhere.txt", "a.txt")]
    missing, found = take_in(paths, GIVEN)
    assert (missing.article, [fault.code for fault in missing.faults]) == (None, ["INPUT-MISSING"])
    assert found.article is not None
    assert [taken.where for taken in (missing, found)] == paths


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read all")
def test_a_file_that_may_not_be_read_is_a_fault(tmp_path: Path) -> None:
    """Permission denied is told like a missing file."""
    path = tmp_path / "a.txt"
    path.write_text(REPORT, encoding="utf-8")
    path.chmod(0)
    [taken] = take_in([str(path)], GIVEN)
    assert [fault.code for fault in taken.faults] == ["INPUT-MISSING"]


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    """Known kinds at any depth are read; hidden files, pictures and the like are passed over."""
    for name in ("b.txt", "a.txt", "c/a.html", "c/.hidden/x.txt", ".x.txt", "x.png", "x.csv", "x"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE if name.endswith("html") else REPORT, encoding="utf-8")
    found = [
        Path(taken.where).relative_to(tmp_path).as_posix()
        for taken in take_in([str(tmp_path)], GIVEN)
    ]
    assert found == ["a.txt", "b.txt", "c/a.html"]


def test_an_empty_folder_holds_nothing(tmp_path: Path) -> None:
    """No report is no fault."""
    assert list(take_in([str(tmp_path)], GIVEN)) == []


def test_a_folder_of_links_in_a_ring_ends(tmp_path: Path) -> None:
    """A link to the folder it stands in is not followed for ever."""
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert 1 <= len(list(take_in([str(tmp_path)], GIVEN))) <= 2


@pytest.mark.parametrize(
    ("raw", "n_reports"),
    [
        (REPORT.encode(), 1),
        (b'{"body": "b"}\n{"body": "c"}\n', 2),
        (PAGE.encode(), 1),
        (b"\x00", 1),
    ],
)
def test_standard_input_is_read(
    monkeypatch: pytest.MonkeyPatch, raw: bytes, n_reports: int
) -> None:
    """A dash stands for whatever is piped in, of any kind."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    found = list(take_in(["-"], GIVEN))
    assert len(found) == n_reports
    assert all(taken.where.startswith("-") for taken in found)


# --------------------------------------------------------------------------- given


def test_what_is_given_fills_in_what_is_not_stated(tmp_path: Path) -> None:
    """Date, language and outlet come from the person where the file says nothing."""
    [taken] = _take(tmp_path, "x.txt", REPORT.encode())
    assert taken.article is not None
    article = taken.article
    assert (article.published.first, article.published_origin) == (date(2026, 3, 15), "given")
    assert (article.language, article.outlet) == ("fr", "Le Phare")


def test_what_is_stated_stands(tmp_path: Path) -> None:
    """What a file says of itself is not overruled."""
    told = {"body": "b", "date": "2026-01-01", "language": "en", "outlet": "The Lantern"}
    [taken] = _take(tmp_path, "x.jsonl", json.dumps(told).encode())
    assert taken.article is not None
    article = taken.article
    assert (article.published.first, article.published_origin) == (date(2026, 1, 1), "metadata")
    assert (article.language, article.outlet) == ("en", "The Lantern")


def test_an_unknown_date_is_noted(tmp_path: Path) -> None:
    """A report that nobody dates says so, with the option that would help."""
    [taken] = _take(tmp_path, "x.txt", REPORT.encode(), Given())
    assert [fault.code for fault in taken.faults] == ["DATE-UNSTATED"]
    assert "--published" in taken.faults[0].hint


def test_a_long_report_is_cut_and_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The text is kept whole, the reading stops at the limit, and a fault says so."""
    monkeypatch.setattr(stage, "MAX_CHARS", 20)
    [taken] = _take(tmp_path, "x.txt", REPORT.encode())
    assert taken.article is not None
    assert (taken.article.text, taken.article.n_chars_read) == (TEXT, 20)
    assert [fault.code for fault in taken.faults] == ["INPUT-LIMIT"]


def _take(folder: Path, name: str, raw: bytes, given: Given = GIVEN) -> list[Taken]:
    path = folder / name
    path.write_bytes(raw)
    return list(take_in([str(path)], given))
