"""JSON Lines: good lines become articles, bad ones faults with their numbers, none gets lost."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cortege.ingest import jsonl
from cortege.nouns.article import Article
from cortege.nouns.reading import Fault

GOOD = {"title": "March in Bath", "body": "They walked."}


def test_every_key_arrives() -> None:
    """What a line says of its report is what the article says."""
    told = {
        **GOOD, "id": "r-7", "date": "2026-03-15", "outlet": "The Lantern", "language": "fr",
        "url": "https://lantern.example/7", "byline": "Ann Lee", "section": "city",
    }  # fmt: skip
    [(where, article, faults)] = _articles(json.dumps(told))
    assert (where, faults) == ("f.jsonl:1", ())
    assert article is not None
    assert (article.title, article.text) == ("March in Bath", "March in Bath\n\nThey walked.")
    assert (article.source_id, article.outlet, article.language) == ("r-7", "The Lantern", "fr")
    assert (article.url, article.byline) == ("https://lantern.example/7", "Ann Lee")
    assert (article.published.first, article.published_origin) == (date(2026, 3, 15), "metadata")


def test_only_a_body_is_needed() -> None:
    """What a line does not say is absent; nothing is filled in."""
    [(_, article, faults)] = _articles('{"body": "They walked."}')
    assert article is not None
    assert faults == ()
    assert article.text == "They walked."
    absent = (article.title, article.source_id, article.outlet, article.language, article.byline)
    assert absent == ("", None, None, None, None)
    assert (article.url, article.published.first, article.published_origin) == (
        None,
        None,
        "unknown",
    )


@pytest.mark.parametrize(
    "line",
    [
        "not json", '{"body": "cut', '["an", "array"]', '"a string"', "5", "null", "true", "NaN",
        '{"title": "no body"}', '{"body": null}', '{"body": 5}', '{"body": ["x"]}', "{}", "[" * 5000,
        "\x00", "{'body': 'single quotes'}",
    ],
)  # fmt: skip
def test_a_bad_line_is_a_fault_with_its_number(line: str) -> None:
    """The lines around it are read, blank lines count, and the fault says which line it was."""
    found = _articles(f"{json.dumps(GOOD)}\n\n{line}\n{json.dumps(GOOD)}\n")
    assert [(where, article is not None) for where, article, _ in found] == [
        ("f.jsonl:1", True), ("f.jsonl:3", False), ("f.jsonl:4", True),
    ]  # fmt: skip
    assert [(f.code, f.where) for _, _, faults in found for f in faults] == [
        ("INPUT-LINE", "f.jsonl:3")
    ]
    assert all(f.message and f.hint for _, _, faults in found for f in faults)


@pytest.mark.parametrize("stated", ["2026-02-30", "yesterday", "15/03/2026", 5, ["2026-03-15"], {}])
def test_a_date_that_is_none_is_a_fault_and_the_report_is_kept(stated: Any) -> None:
    """A report with a wrong date is read without it."""
    [(_, article, faults)] = _articles(json.dumps({**GOOD, "date": stated}))
    assert article is not None
    assert article.published.first is None
    assert [fault.code for fault in faults] == ["INPUT-LINE"]
    assert str(stated) in faults[0].message


@pytest.mark.parametrize("stated", ["2026-03-15", "2026-03-15T23:59:59Z", "2026-03-15 08:00"])
def test_the_day_of_a_date_is_taken(stated: str) -> None:
    """A time of day does not shift the date."""
    [(_, article, _)] = _articles(json.dumps({**GOOD, "date": stated}))
    assert article is not None
    assert article.published.first == date(2026, 3, 15)


@pytest.mark.parametrize("blank", [None, ""])
@pytest.mark.parametrize("key", ["id", "title", "date", "outlet", "language", "url", "byline"])
def test_an_empty_key_is_an_absent_one(key: str, blank: str | None) -> None:
    """`null` and the empty string both say nothing, and are no fault."""
    [(_, article, faults)] = _articles(json.dumps({**GOOD, key: blank}))
    [(_, without, _)] = _articles(json.dumps({k: v for k, v in GOOD.items() if k != key}))
    assert (article, faults) == (without, ())


@pytest.mark.parametrize(
    "content",
    [
        json.dumps([GOOD, {**GOOD, "id": "2"}]),
        json.dumps([GOOD, {**GOOD, "id": "2"}], indent=2),
        f"{json.dumps(GOOD)}\r\n{json.dumps({**GOOD, 'id': '2'})}\r\n",
        f"\n\n{json.dumps(GOOD)}\n \n{json.dumps({**GOOD, 'id': '2'})}",
    ],
)
def test_arrays_and_lines_hold_the_same_reports(content: str) -> None:
    """One array, over one line or many, is read like lines, with or without carriage returns."""
    found = [article for _, article, _ in _articles(content)]
    assert [article and article.source_id for article in found] == [None, "2"]
    assert [article and article.title for article in found] == ["March in Bath"] * 2


def test_one_object_over_several_lines_is_one_report() -> None:
    """A file with a single pretty-printed object is read as well."""
    assert len(_articles(json.dumps(GOOD, indent=4))) == 1


_VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=9), st.just(["x"]),
    st.just("\ud800"), st.just({"a": 1}), st.just("2026-03-15"),
)  # fmt: skip
_OBJECTS = st.dictionaries(
    st.sampled_from([*GOOD, "id", "date", "outlet", "language", "url"]), _VALUES
)
_LINES = st.one_of(
    _OBJECTS.map(json.dumps),
    st.text(st.characters(exclude_characters="\n", codec="utf-8"), max_size=9),
)


@given(st.lists(_LINES, max_size=5))
def test_every_line_with_words_is_an_article_or_a_fault(lines: list[str]) -> None:
    """As many come out as went in; each that is no article says why."""
    found = _articles("\n".join(["", *lines, "//"]))  # the last line makes it no JSON as a whole
    assert len(found) == sum(bool(line.strip()) for line in lines) + 1
    assert all(article is not None or faults for _, article, faults in found)


@given(_OBJECTS.filter(lambda told: isinstance(told.get("body"), str)))
def test_whatever_a_line_says_can_be_written_as_utf8(told: dict[str, Any]) -> None:
    """Half a surrogate pair in a key does not reach what is printed later on."""
    for _, article, faults in _articles(json.dumps(told)):
        assert article is not None
        written = (article.text, article.source_id, article.outlet, article.language, article.url)
        for words in (*written, *(fault.message for fault in faults)):
            (words or "").encode("utf-8")


def _articles(content: str) -> list[tuple[str, Article | None, tuple[Fault, ...]]]:
    return list(jsonl.articles("f.jsonl", content))
