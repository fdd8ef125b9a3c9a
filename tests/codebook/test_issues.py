"""Issues: the built-in codebook and the words that speak for its categories."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from tests.extract.speech_texts import text_of

from cortege.codebook import issues as codebook
from cortege.extract.rules import issues, triggers
from cortege.extract.text import Text
from cortege.flow import read
from cortege.languages.pack import AVAILABLE
from cortege.nouns.values import Issue


def codes(text: Text, framed: list[tuple[int, int]] | None = None) -> list[str]:
    """Give the issues of a text whose sentences with triggers are its action."""
    acting = {text.sentence_of[trigger.first] for trigger in triggers.find(text)}
    return [mention.category.code for mention in issues.find(text, acting, framed or [])]


def source() -> dict[str, dict[str, str]]:
    """Read the codebook as it is written."""
    written = files("cortege.codebook").joinpath("issues.toml").read_text(encoding="utf-8")
    return {code: entry for code, entry in tomllib.loads(written).items() if code != "version"}


def test_the_codebook_names_its_version() -> None:
    """The version is a name and a number, so that a reading can say what coded it."""
    name, _, number = codebook.version().partition("/")
    assert name == "cortege-issues"
    assert number.isdigit()


def test_categories_parse() -> None:
    """Every category of the file has a label and a definition of its own."""
    known = codebook.categories()
    assert set(known) == set(source())
    assert len(known) > 10
    for code, category in known.items():
        assert category.code == code
        assert category.label.strip()
        assert category.definition.endswith(".")
    assert len({category.label for category in known.values()}) == len(known)


@pytest.mark.parametrize("language", AVAILABLE)
def test_every_language_speaks_of_every_category(language: str) -> None:
    """No category is out of reach in a language that is read."""
    silent = [code for code, entry in source().items() if not entry.get(language, "").strip(" ,")]
    assert silent == []


@pytest.mark.parametrize("language", AVAILABLE)
def test_a_category_lists_no_phrase_twice(language: str) -> None:
    """A phrase listed twice would be a slip of the pen."""
    for code, entry in source().items():
        listed = [phrase.strip() for phrase in entry[language].split(",")]
        assert (code, sorted(listed)) == (code, sorted(set(listed)))


@pytest.mark.parametrize(
    ("language", "body", "code"),
    [
        ("en", "Bakers marched in Hull against the pension reform.", "pensions"),
        ("fr", "Les boulangers ont défilé à Dole contre la réforme des retraites.", "pensions"),
        ("es", "Los panaderos marcharon en Lugo por sus pensiones.", "pensions"),
        ("de", "Die Bäcker demonstrierten in Celle gegen die Rentenreform.", "pensions"),
        ("en", "Drivers marched in Hull over fuel prices and taxes.", "economy"),
        ("fr", "Ils ont manifesté à Dole contre le racisme.", "racism"),
    ],
)
def test_a_protest_is_about_what_its_sentences_speak_of(
    language: str, body: str, code: str
) -> None:
    """The words of a category in a title that speaks of protest make it the issue."""
    assert codes(text_of(language, "Ils sont venus.", body.rstrip("."))) == [code]


def test_words_far_from_any_protest_make_no_issue() -> None:
    """A category named once, outside title, demands and action, is not enough."""
    text = text_of("en", "The bakery has been there for years. It pays no pension.")
    assert codes(text) == []


def test_a_demand_weighs_more_than_a_passing_word() -> None:
    """The words inside a demand decide against as many words outside it."""
    text = text_of("en", "They want one thing. Nobody spoke of racism. They asked for pensions.")
    at = text.words.index("pensions")
    assert codes(text, [(at, at + 1)]) == ["pensions"]


def test_an_issue_carries_the_words_that_made_it() -> None:
    """The span of an issue is the phrase that spoke for it most, and its score a share."""
    text = text_of("en", "They came.", "Thousands march over pension reform")
    (mention,) = issues.find(text, {0}, [])
    assert text.exact(mention.first, mention.end) == "pension reform"
    assert 0 < mention.score <= 1


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "The bakery in Hull sold its last loaf on Friday. The owner will draw a pension."),
        ("fr", "La boulangerie de Dole a fermé vendredi. Le patron part à la retraite."),
    ],
)
def test_a_report_without_protest_has_no_issue(language: str, body: str) -> None:
    """Where nobody protests, nothing is a protest's issue."""
    assert read(body, language=language, published="2026-05-04").accounts == ()


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "About 400 bakers marched through Hull on Friday against the pension reform."),
        (
            "fr",
            "Quelque 400 boulangers ont défilé vendredi à Dole contre la réforme des retraites.",
        ),
    ],
)
def test_a_pension_march_is_coded_pensions(language: str, body: str) -> None:
    """Read whole, a march against a pension reform has the issue "pensions" and no other."""
    reading = read(body, language=language, published="2026-05-04")
    values = [claim.value for account in reading.accounts for claim in account.about("issue")]
    assert values == [Issue("pensions", "pensions")]
