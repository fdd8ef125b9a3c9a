"""A value leads back through its rule and its claims to the sentence in the report."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.store.record_factory import invented

from cortege.nouns.article import Article, digest
from cortege.store.passage import passages
from cortege.store.why import explain


@pytest.mark.parametrize(
    ("ordinal", "field", "pro", "contra", "rule"),
    [
        (1, "size", ["2,400 marchers"], ["Several hundred people"], "a count before vague words"),
        (1, "date", ["Saturday"], [], "weekday before publication"),
        (1, "demand", ["winter timetables"], ["higher wages"], None),
        (1, "arrests", ["Three people"], [], None),
        (1, "injuries", [], [], None),
        (2, "place", ["Saint-Malo"], [], None),
        (2, "size", [], [], None),
    ],
)
def test_claims_stand_for_or_against(
    ordinal: int, field: Any, pro: list[str], contra: list[str], rule: str | None
) -> None:
    """The chosen claim and those that agree are for the value; denials and rivals against."""
    reading = invented()
    found = explain(reading, reading.accounts[ordinal - 1], field)
    assert [one.claim.evidence[0].exact for one in found.pro] == pro
    assert [one.claim.evidence[0].exact for one in found.contra] == contra
    assert found.rule == rule
    assert found.said == bool(pro or contra)


@pytest.mark.parametrize(
    ("field", "remarks"),
    [
        ("size", [None, "another value"]),
        ("demand", [None, "not asked for"]),
        ("arrests", ["speaks of a part only"]),
    ],
)
def test_remarks_say_what_sets_a_claim_apart(field: Any, remarks: list[str | None]) -> None:
    """Whoever reads a claim sees why it does not carry the value as it stands."""
    reading = invented()
    found = explain(reading, reading.accounts[0], field)
    assert [one.remark for one in (*found.pro, *found.contra)] == remarks


def test_the_size_is_contested() -> None:
    """That figures contradict one another is part of the explanation, of the size alone."""
    reading = invented()
    fields: tuple[Any, ...] = ("size", "date")
    assert [explain(reading, reading.accounts[0], f).contested for f in fields] == [True, False]


def test_an_equal_value_of_a_part_is_no_support() -> None:
    """A figure for one bloc that happens to equal the total speaks not for the total."""
    reading = invented()
    account = reading.accounts[0]
    of_part = _again(reading.article, account.claims[4], "part")
    changed = replace(account, claims=(*account.claims, of_part))
    found = explain(reading, changed, "size")
    assert [one.claim for one in found.contra] == [account.claims[3], of_part]


@pytest.mark.parametrize("ordinal", [1, 2])
def test_the_campaign_is_heard(ordinal: int) -> None:
    """What the report says of the whole campaign stands beside what it says of one place."""
    reading = invented()
    found = explain(reading, reading.accounts[ordinal - 1], "organiser")
    assert [one.claim.evidence[0].exact for one in found.campaign] == ["the union said"]


@pytest.mark.parametrize(
    ("text", "exact", "sentence"),
    [
        ("It rained. Forty marched! Then sun.", "Forty", "Forty marched!"),
        ("It rained. Forty marched", "marched", "Forty marched"),
        ("A title\n\nForty marched.", "Forty", "Forty marched."),
        ("A title\n\nForty marched.", "title", "A title"),
        ("Dr. Roy saw forty. He left.", "forty", "Dr. Roy saw forty."),
        ("The U.S. Embassy closed. So?", "Embassy", "The U.S. Embassy closed."),
        ("About 2.5 million. No, 3.", "2.5", "About 2.5 million."),
        ("“We stay!” she said. Night fell.", "stay", "“We stay!” she said."),
        ("“We stay.” Night fell.", "stay", "“We stay.”"),
        ("他们集会。人很多。", "很多", "人很多。"),
        ("تجمعوا. هل عادوا؟ نعم.", "عادوا", "هل عادوا؟"),
        ("First. Second. Third.", "st. Sec", "First. Second."),
        ("  Padded.  Forty.  ", "Forty", "Forty."),
    ],
)
def test_a_passage_is_the_sentence(text: str, exact: str, sentence: str) -> None:
    """The words are shown in the sentence they stand in, no more and no less."""
    article = Article(digest(text), text)
    start = text.index(exact)
    (passage,) = passages(article, [article.evidence(start, start + len(exact))])
    assert passage.text == sentence == text[passage.start : passage.end]
    assert [piece for piece, is_marked in passage.pieces() if is_marked] == [exact]


def test_marks_in_one_sentence_share_a_passage() -> None:
    """Two pieces of evidence in a sentence are marked in it; one elsewhere gets its own."""
    text = "Forty and then fifty came. Rain fell. Sixty left."
    article = Article(digest(text), text)
    spans = [(0, 5), (15, 20), (2, 9), (38, 43)]
    found = passages(article, [article.evidence(*span) for span in spans])
    assert [passage.text for passage in found] == ["Forty and then fifty came.", "Sixty left."]
    pieces = [piece for passage in found for piece, is_marked in passage.pieces() if is_marked]
    assert pieces == ["Forty and", "fifty", "Sixty"]
    for passage in found:
        assert "".join(piece for piece, _ in passage.pieces()) == passage.text


def test_a_very_long_sentence_is_cut_at_spaces() -> None:
    """A page without a full stop is shown around the words, whole words only."""
    text = "word " * 5_000 + "forty " + "word " * 5_000
    article = Article(digest(text), text)
    start = text.index("forty")
    (passage,) = passages(article, [article.evidence(start, start + 5)])
    assert len(passage.text) < 1_000
    assert set(passage.text.split()) == {"word", "forty"}


def test_a_page_of_full_stops_takes_one_pass() -> None:
    """A hostile row of stops does not take time that grows with its square."""
    text = "." * 200_000 + "a forty"
    article = Article(digest(text), text)
    (passage,) = passages(article, [article.evidence(len(text) - 5, len(text))])
    assert passage.text.endswith("forty")


def _again(article: Article, claim: Any, scope: Any) -> Any:
    return type(claim)(article, claim.field, claim.value, claim.evidence, claim.origin, scope=scope)
