"""The packs themselves: that every phrase in them can match, says what it means, and stands once."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import pytest
from tests.extract.speech_texts import text_of

from cortege.languages.pack import AVAILABLE, load
from cortege.languages.phrases import NUMERAL, cut, spelled_out

# Lists of parts of words, which their rules look for inside tokens or across them.
PARTS = {"abbreviation", "money.mark", "holder_cue.joined", "relay.suffix", "target.anti.prefix"}
# Lists that not every language has, each with its reason.
OWN = {
    "form_decoy.": "false friends are a language's own",
    "money.word.": "a language names the currencies its press writes about",
    "site.suffix": "only German builds names of squares as one word",
    "target.head.military": "held by 'state' in the others",
}
GRAMMAR = ("article", "preposition", "conjunction", "relative", "pronoun", "auxiliary", "negation")


@cache
def lists_of(language: str) -> dict[str, list[str]]:
    """Give the lists of a pack's phrases as they are written."""

    def walk(tree: dict[str, object], path: str = "") -> Iterator[tuple[str, list[str]]]:
        for key, value in tree.items():
            here = f"{path}.{key}" if path else key
            if isinstance(value, dict):
                yield from walk(value, here)
            elif isinstance(value, str):
                yield here, [phrase.strip() for phrase in value.split(",") if phrase.strip()]
            elif isinstance(value, list):
                yield here, [str(phrase) for phrase in value]

    source = files("cortege.languages").joinpath(language, "phrases.toml")
    tree = tomllib.loads(source.read_text(encoding="utf-8"))
    del tree["traits"]
    return dict(walk(tree))


def phrases_of(language: str) -> Iterator[tuple[str, str]]:
    """Give every phrase of a pack with the path of its list."""
    for path, phrases in lists_of(language).items():
        for phrase in phrases:
            yield path, phrase


def elides(language: str) -> bool:
    """Tell whether a language joins words with an apostrophe."""
    return bool(load(language).traits.get("elision"))


def spelled(language: str, phrase: str) -> list[tuple[str, ...]]:
    """Spell a phrase out as the matcher does."""
    return [cut(words, elides=elides(language)) for words in spelled_out(phrase)]


def is_part(path: str) -> bool:
    """Tell whether a list holds parts of words."""
    return any(path == part or path.startswith(part + ".") for part in PARTS)


@pytest.mark.parametrize("language", AVAILABLE)
def test_every_word_of_a_phrase_is_one_token(language: str) -> None:
    """A phrase with a word that no text is ever cut into can never be found."""
    wanted = sorted(
        {
            word
            for path, phrase in phrases_of(language)
            if not is_part(path)
            for words in spelled(language, phrase)
            for word in words
            if word != NUMERAL
        }
    )
    dead = [word for word in wanted if not stands_alone(language, word)]
    assert dead == []


def stands_alone(language: str, word: str) -> bool:
    """Tell whether a text holds a word as one token; a prefix is tried with one more sign."""
    if len(word) > 1 and word.endswith("*"):
        word = word[:-1] + ("0" if word[-2].isdigit() else "x")
    if word == "'s":
        return True  # a token behind a word only
    return text_of(language, f"x {word} x").words == ["x", word, "x"]


@pytest.mark.parametrize("language", AVAILABLE)
def test_no_alternative_holds_a_blank(language: str) -> None:
    """The mark "a|the b|the c" does not mean what it seems to: alternatives are single words.

    Signs of such a slip: a blank beside a bar, alternatives of which only some are cut at an
    apostrophe ("l'appel|présent"), and an article at the end of alternatives that do not begin
    with one, before further alternatives ("ban the march|the rally|public").
    """
    words = load(language).words
    grammar = {word for name in GRAMMAR for word in words[f"function.{name}"]}
    slips = []
    for path, phrase in phrases_of(language):
        slots = phrase.split()
        for at, slot in enumerate(slots):
            options = (slot[:-1] if len(slot) > 1 and slot.endswith("?") else slot).split("|")
            cuts = {len(cut((option,), elides=elides(language))) for option in options}
            follows = at + 1 < len(slots) and "|" in slots[at + 1]
            slip = follows and options[-1] in grammar and options[0] not in grammar
            if "" in options or len(cuts) > 1 or (len(options) > 1 and slip):
                slips.append((path, phrase))
    assert slips == []


@pytest.mark.parametrize("language", AVAILABLE)
def test_no_phrase_stands_twice_in_a_list(language: str) -> None:
    """A phrase that two entries spell out is a slip in one of them."""
    twice = [
        (path, " ".join(words))
        for path, phrases in lists_of(language).items()
        for words, times in Counter(
            words for phrase in phrases for words in spelled(language, phrase)
        ).items()
        if times > 1
    ]
    assert twice == []


@pytest.mark.parametrize("language", AVAILABLE)
def test_no_decoy_swallows_a_phrase(language: str) -> None:
    """A phrase of protest that holds a whole decoy would never count."""
    decoys = {
        words
        for path, phrase in phrases_of(language)
        if path.startswith("form_decoy.") and path != "form_decoy.month"
        for words in spelled(language, phrase)
    }
    swallowed = [
        (path, " ".join(words))
        for path, phrase in phrases_of(language)
        if path.startswith("form.")
        for words in spelled(language, phrase)
        if any(
            words[first:end] in decoys
            for first in range(len(words))
            for end in range(first + 1, len(words) + 1)
        )
    ]
    assert swallowed == []


def test_all_languages_have_the_same_lists() -> None:
    """A rule finds its words in every language, save where a list is a language's own."""
    paths = {language: set(lists_of(language)) for language in AVAILABLE}
    everywhere = set.union(*paths.values())
    missing = [
        (language, path)
        for path in sorted(everywhere)
        if not any(path.startswith(own) for own in OWN)
        for language in AVAILABLE
        if path not in paths[language]
    ]
    assert missing == []
