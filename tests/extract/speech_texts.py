"""What the tests of names, people, quotations and slogans read."""

from __future__ import annotations

from hypothesis import strategies as st

from cortege.extract.rules import names, quotations
from cortege.extract.rules.quotations import Quotation
from cortege.extract.text import Text
from cortege.languages.pack import AVAILABLE, load
from cortege.nouns.article import Article, canonical, digest

LANGUAGES = AVAILABLE

# Pieces that quotations, names and slogans are made of, in every order a careless page has them.
pieces = st.lists(
    st.sampled_from(
        [
            "“", "”", '"', "'", "‘", "’", "«", "»", "„", "''", "said", "chanting", "Ahmed Ali",
            "the mayor", "who", "according to", "signs reading", ",", ".", ":", "?", "\n", "@",
            "(", ")", "-", "dit-il", "a déclaré", "union", "45", "did not attend", "citing", "A",
            "that", "he", "of", "de", "Mr.", "B.", "—", "No more cuts", "ok", "é", "9" * 30,
        ]
    ),
    max_size=60,
).map(" ".join)  # fmt: skip
anything = st.one_of(pieces, st.text(max_size=200))


def text_of(language: str, body: str, title: str = "") -> Text:
    """Take a text of ours apart as the reader does."""
    text, title_end = canonical(title, body)
    article = Article(id=digest(text), text=text, title_end=title_end, language=language)
    return Text(article, load(language))


def quotations_of(text: Text) -> list[Quotation]:
    """Find the quotations of a text."""
    return quotations.find(text, quotations.find_spans(text), names.find(text))


def lies_within(text: Text, stretch: tuple[int, int]) -> bool:
    """Tell whether a stretch of tokens holds at least one token of the text."""
    return 0 <= stretch[0] < stretch[1] <= len(text)
