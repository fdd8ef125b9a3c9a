"""The matcher of phrases: its notation, which match it keeps, and that it stays linear."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cortege.languages.pack import AVAILABLE, load
from cortege.languages.phrases import Matcher, cut, spelled_out

vocabulary = st.sampled_from(["a", "ab", "abc", "b", "ba", "#", "1", "c"])


def found(phrases: list[str], sentence: str) -> list[str]:
    """Give the stretches of a sentence that a list of phrases finds."""
    words = sentence.split()
    kinds = ["n" if word[0].isdigit() else "w" for word in words]
    hits = Matcher({"list": phrases}).find(words, kinds)
    return [" ".join(words[hit.first : hit.end]) for hit in hits]


@pytest.mark.parametrize(
    ("phrases", "sentence", "stretches"),
    [
        (["soup"], "hot soup today", ["soup"]),
        (["hot soup"], "hot soup today", ["hot soup"]),
        (["hot soup"], "hot cold soup", []),
        (["hot|cold soup"], "cold soup then hot soup", ["cold soup", "hot soup"]),
        (["soup|stew hot|cold"], "stew hot soup cold", ["stew hot", "soup cold"]),
        (["sou*"], "soup souffle stew", ["soup", "souffle"]),
        (["sou*"], "so", []),
        (["hot sou* now"], "hot soups now", ["hot soups now"]),
        (["hot very? soup"], "hot soup", ["hot soup"]),
        (["hot very? soup"], "hot very soup", ["hot very soup"]),
        (["hot very? soup"], "hot very very soup", []),
        (["hot very|too? soup"], "hot too soup", ["hot too soup"]),
        (["# soups"], "12 soups", ["12 soups"]),
        (["# soups"], "twelve soups", []),
        (["since #"], "since 1990", ["since 1990"]),
        (["*"], "* soup", ["*"]),
    ],
)
def test_the_notation_is_read(phrases: list[str], sentence: str, stretches: list[str]) -> None:
    """Alternatives, prefixes, optional words and numerals find what they say and no more."""
    assert found(phrases, sentence) == stretches


@pytest.mark.parametrize(
    ("phrases", "sentence", "stretches"),
    [
        (["soup", "soup of the day"], "soup of the day", ["soup of the day"]),
        (["soup", "soup of the day"], "soup of the week", ["soup"]),
        (["soup of?"], "soup of", ["soup of"]),
        (["hot soup", "soup kitchen"], "hot soup kitchen", ["hot soup", "soup kitchen"]),
    ],
)
def test_the_longest_match_is_kept(phrases: list[str], sentence: str, stretches: list[str]) -> None:
    """Of one list only the longest phrase at a token is found; at other tokens others are."""
    assert found(phrases, sentence) == stretches


def test_lists_are_found_apart_and_in_order() -> None:
    """Each list has its own longest match, in the order of the text."""
    matcher = Matcher({"one": ["hot"], "two": ["hot soup"], "three": ["soup"]})
    hits = matcher.find(["hot", "soup"], ["w", "w"])
    assert [(hit.path, hit.first, hit.end) for hit in hits] == [
        ("one", 0, 1),
        ("two", 0, 2),
        ("three", 1, 2),
    ]


def test_a_phrase_listed_twice_is_found_once() -> None:
    """Repeating a phrase, or spelling it two ways, changes nothing."""
    assert found(["soup", "soup", "soup|soup"], "soup") == ["soup"]


@pytest.mark.parametrize("phrases", [[], [""], ["?"]])
def test_an_empty_list_finds_nothing_in_words(phrases: list[str]) -> None:
    """A list without words matches no word, and never an empty stretch."""
    assert found(phrases, "hot soup") == []


@pytest.mark.parametrize(
    ("phrase", "spelled"),
    [
        ("soup", [("soup",)]),
        ("hot|cold soup", [("hot", "soup"), ("cold", "soup")]),
        ("hot soup?", [("hot", "soup"), ("hot",)]),
        ("very? hot", [("very", "hot"), ("hot",)]),
    ],
)
def test_phrases_are_spelled_out(phrase: str, spelled: list[tuple[str, ...]]) -> None:
    """Every choice of alternatives and optional words is one phrase."""
    assert spelled_out(phrase) == spelled


@pytest.mark.parametrize(
    ("words", "elides", "tokens"),
    [
        (("s'est", "tu"), True, ("s'", "est", "tu")),
        (("l'appel",), False, ("l'appel",)),
        (("cook's", "hat"), False, ("cook", "'s", "hat")),
        (("jusqu'", "ici"), True, ("jusqu'", "ici")),
    ],
)
def test_phrases_are_cut_as_texts_are(
    words: tuple[str, ...], elides: bool, tokens: tuple[str, ...]
) -> None:
    """Apostrophes part tokens behind them where a language elides, else before an "s"."""
    assert cut(words, elides=elides) == tokens


class Counted(str):
    """A word that counts how often it is looked at."""

    __slots__ = ()
    looks = 0

    def startswith(self, *args: object) -> bool:
        """Count, then compare."""
        Counted.looks += 1
        return super().startswith(*args)  # type: ignore[arg-type]

    def __hash__(self) -> int:
        Counted.looks += 1
        return super().__hash__()

    def __eq__(self, other: object) -> bool:
        Counted.looks += 1
        return super().__eq__(other)


@pytest.mark.parametrize(
    ("phrases", "word"),
    [
        (["soup soup soup stew"], "soup"),
        (["sou* sou* sou* stew", "soup", "soup|stew? soup? soup?"], "soup"),
        (["# # # soups"], "1"),
    ],
)
def test_repeated_words_cost_the_same_each(phrases: list[str], word: str) -> None:
    """Four times the words take four times the look-ups, even where each begins a phrase."""
    matcher = Matcher({"list": phrases})

    def looks(n_words: int) -> int:
        Counted.looks = 0
        words = [Counted(word)] * n_words
        matcher.find(words, ["n" if word == "1" else "w"] * n_words)
        return Counted.looks

    few, many = looks(500), looks(2_000)
    assert few > 0
    assert many <= 4 * few + 100


@pytest.mark.parametrize("language", AVAILABLE)
def test_packs_have_the_same_forms(language: str) -> None:
    """Every language names each form of protest that English names."""

    def forms(code: str) -> set[str]:
        return {path.split(".")[1] for path in load(code).words if path.startswith("form.")}

    assert forms(language) == forms("en")


@given(
    phrases=st.lists(st.lists(vocabulary, min_size=1, max_size=3).map(" ".join), max_size=4),
    words=st.lists(st.sampled_from(["a", "ab", "abc", "b", "ba", "1", "c"]), max_size=12),
)
def test_matches_are_those_of_a_plain_search(phrases: list[str], words: list[str]) -> None:
    """The compiled matcher finds what comparing every phrase at every token finds."""
    expected = []
    for first in range(len(words)):
        ends = [
            first + len(parts)
            for parts in (phrase.split() for phrase in phrases)
            if len(words) >= first + len(parts)
            and all(
                part == word or (part == "#" and word == "1")
                for part, word in zip(parts, words[first:], strict=False)
            )
        ]
        if ends:
            expected.append(" ".join(words[first : max(ends)]))
    assert found(phrases, " ".join(words)) == expected
