"""Weighing: which of many candidates are kept, and when two phrases say the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.speech_texts import text_of

from cortege.extract.rules.weighing import Weighed, chosen, content, overlap, probability


def weighed(score: float, first: int, words: str) -> Weighed:
    """Make a candidate of some words at a token."""
    phrase = tuple(words.split())
    return Weighed(score, first, first + len(phrase), phrase, (first, first))


@pytest.mark.parametrize(
    ("candidates", "expected"),
    [
        ([weighed(0.2, 0, "nurses"), weighed(0.2, 9, "bakers")], ["nurses"]),
        ([weighed(0.1, 0, "nurses")], []),
        ([weighed(0.6, 0, "nurses"), weighed(0.7, 9, "angry nurses")], ["angry nurses"]),
        ([weighed(0.6, 0, "nurses"), weighed(0.5, 0, "of")], ["nurses"]),
        ([weighed(0.4, 9, "bakers"), weighed(0.6, 0, "nurses")], ["nurses", "bakers"]),
    ],
)
def test_the_likely_are_kept_once(candidates: list[Weighed], expected: list[str]) -> None:
    """The likeliest needs less than others; duplicates and overlaps give way to the likelier."""
    assert [" ".join(one.phrase) for one in chosen(candidates, 0.15, 0.3)] == expected


def test_content_leaves_little_words_out() -> None:
    """Articles, marks, "of" and "and" carry no meaning, and hyphens join nothing."""
    text = text_of("en", "The anti-quarry friends of the bog, and hikers")
    assert content(text, 0, len(text)) == ("anti", "quarry", "friends", "bog", "hikers")


words = st.lists(st.sampled_from(["bog", "fen", "moss", "peat"]), min_size=1).map(tuple)


@given(words, words)
def test_overlap_is_symmetric_and_one_for_the_same_words(
    one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    """Overlap lies between 0 and 1, does not depend on the order, and is 1 for equal words."""
    assert overlap(one, other) == overlap(other, one)
    assert 0 <= overlap(one, other) <= 1
    assert overlap(one, one) == 1


@given(st.dictionaries(st.sampled_from("abc"), st.floats(-1e6, 1e6)), st.floats(-1e6, 1e6))
def test_a_probability_stays_one(features: dict[str, float], bias: float) -> None:
    """However large the weights, the probability lies between 0 and 1."""
    assert 0 <= probability(features, {"a": 3.0, "b": -4.0}, bias) <= 1
