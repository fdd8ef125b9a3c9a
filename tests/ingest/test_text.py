"""Plain texts: which line is the title, which the byline, and what is left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cortege.ingest import text


@pytest.mark.parametrize(
    ("content", "title", "body"),
    [
        ("March in Bath\nThey walked.", "March in Bath", "They walked."),
        ("March in Bath\n\nThey walked.", "March in Bath", "They walked."),
        ("\n\n  March in Bath  \nThey walked.\n\n", "March in Bath", "They walked."),
        ("March in Bath\r\nThey walked.\r\n", "March in Bath", "They walked."),
        ("# March in Bath\n\nThey walked.", "March in Bath", "They walked."),
        ("They walked.\nThey sang.", None, "They walked.\nThey sang."),
        ("They walked:\nand sang.", None, "They walked:\nand sang."),
        ("They walked.\n\nThey sang.", "They walked.", "They sang."),
        ("March in Bath", None, "March in Bath"),
        ("March in Bath\n\n\n", None, "March in Bath"),
        ("x" * 251 + "\nThey walked.", None, "x" * 251 + "\nThey walked."),
        ("Why do they march?\nThey walked.", "Why do they march?", "They walked."),
        ("", None, ""),
        (" \n\t\n ", None, ""),
    ],
)
def test_the_first_line_may_be_a_title(content: str, title: str | None, body: str) -> None:
    """A short first line that is no sentence, or stands apart, is the title; else there is none."""
    assert text.split_title(content) == (title, body)


@given(st.text(alphabet="aB.:# \n\r\t«é", max_size=60))
def test_splitting_loses_no_words(content: str) -> None:
    """Title and body together hold the words of the file, in order, but for the mark of a heading."""
    title, body = text.split_title(content)
    assert f"{title or ''} {body}".split() in (
        content.split(),
        content.replace("# ", "", 1).split(),
    )


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("By Ann Lee\nThey walked.", "Ann Lee"),
        ("BY ANN LEE\nThey walked.", "ANN LEE"),
        ("They walked.\n\nThey sang.\n\nBy Ann Lee\n", "Ann Lee"),
        ("By Ann Lee, Bob Ray and Cy Orr\nThey walked.", "Ann Lee, Bob Ray and Cy Orr"),
        ("Par Léa d'Arbois\nIls ont marché.", "Léa d'Arbois"),
        ("Von Jörg Ährenfeld\nSie gingen.", "Jörg Ährenfeld"),
        ("Por Íñigo Ulloa\nCaminaron.", "Íñigo Ulloa"),
        ("Sunday, March 15\nBy Ann Lee\nThey walked.", "Ann Lee"),
        ("By noon the square was full.\nThey walked.", None),
        ("One.\nTwo.\nThree.\nBy Ann Lee\nFour.\nFive.\nSix.", None),
        ("Bystanders clapped\nThey walked.", None),
        ("By 5,000 people\nThey walked.", None),
        ("By all that is holy and dear to the people of this town\nThey walked.", None),
        ("", None),
    ],
)
def test_a_line_may_name_the_author(body: str, name: str | None) -> None:
    """A line "By Name" at the head or foot is the byline; a sentence that begins so is not."""
    assert text.byline(body) == name


def test_an_article_is_made_of_both() -> None:
    """Title, body and byline end up where they belong, and nothing else is made up."""
    article, faults = text.article("x.txt", "March in Bath\nBy Ann Lee\nThey walked.")
    assert article is not None
    assert faults == ()
    assert (article.title, article.byline) == ("March in Bath", "Ann Lee")
    assert article.text == "March in Bath\n\nBy Ann Lee\nThey walked."
    assert (article.outlet, article.language, article.published.first) == (None, None, None)
