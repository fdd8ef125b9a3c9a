"""Sources that a report says it draws on: agencies, outlets, media without a name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.speech_texts import LANGUAGES, lies_within, text_of

from cortege.extract.rules import relay
from cortege.extract.text import Text

# What credits are made of, in every order a careless page has them.
pieces = st.lists(
    st.sampled_from(
        [
            "Reuters", "AFP", "the BBC", "(", ")", "/", "told", "according to", "reports", "said",
            "via", "foreign media", "newspaper", "agence", "selon", "rapporte", "Soup Times", ",",
            "“", "Radio", "WXYZ-TV", "Photo", ".", "\n", "la cadena", "laut", "dpa", "affiliate",
        ]
    ),
    max_size=30,
).map(" ".join)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("en", "They sang, Reuters reports.", [("Reuters", "agency")]),
        ("en", "They sang, she told the BBC.", [("BBC", "outlet")]),
        ("en", "According to the Brno Ladle Tribune, they sang.",
         [("Brno Ladle Tribune", "outlet")]),
        ("en", "They sang, according to state television.", [("to state television", "unnamed")]),
        ("en", "They sang, the Ladle reports via foreign media.",
         [("via foreign media", "unnamed")]),
        ("en", "They sang, the newspaper “El Cazo” said.", [("El Cazo", "outlet")]),
        ("en", "He told the PAP news agency that they sang.", [("PAP news agency", "agency")]),
        ("en", "He told WXYZ that they sang.", [("WXYZ", "outlet")]),
        ("en", "BRNO (AFP) - They sang.", [("AFP", "agency")]),
        ("en", "The Associated Press contributed. The AP said so.",
         [("Associated Press", "agency")]),
        ("en", "They sang, CNN affiliate KLDL said.", [("KLDL", "outlet")]),
        ("fr", "Ils ont chanté, rapporte l’AFP.", [("AFP", "agency")]),
        ("fr", "Ils ont chanté, selon la presse locale.", [("presse locale", "unnamed")]),
        ("fr", "Ils ont chanté, d’après le quotidien La Louche.", [("La Louche", "outlet")]),
        ("fr", "Ils ont chanté. (avec Belga)", [("Belga", "agency")]),
        ("es", "Cantaron, según la agencia Efe.", [("Efe", "agency")]),
        ("de", "Sie sangen, wie die Nachrichtenagentur AFP berichtet.", [("AFP", "agency")]),
    ],
)  # fmt: skip
def test_credited_sources_are_read(
    language: str, body: str, expected: list[tuple[str, str]]
) -> None:
    """A source counts where the words beside it credit it, and is given once."""
    text = text_of(language, body)
    found = [(text.exact(m.first, m.end), m.kind) for m in relay.find(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "They sang. (AP Photo/Ana Ruiz)"),
        ("en", "A picture by Ana Ruiz/Reuters."),
        ("en", "They blocked the gate of the BBC."),
        ("en", "They sang, the mayor said."),
        ("en", "Dr. Ruiz reports a cold."),
        ("fr", "Ils ont bloqué la porte de France 24."),
    ],
)
def test_mere_names_are_no_sources(language: str, body: str) -> None:
    """Photo credits, places and people are not sources of the report."""
    assert relay.find(text_of(language, body)) == []


def test_the_reports_own_outlet_is_no_relay() -> None:
    """What was said to the outlet itself comes first hand."""
    text = text_of("en", "She told the BBC that they sang.")
    own = Text(replace(text.article, outlet="BBC News"), text.pack)
    assert relay.find(own) == []


@given(st.sampled_from(LANGUAGES), st.one_of(pieces, st.text(max_size=120)))
def test_sources_lie_within_the_text(language: str, body: str) -> None:
    """Whatever the text, a source's name lies within its words and these within the text."""
    text = text_of(language, body)
    for mention in relay.find(text):
        assert lies_within(text, (mention.first, mention.end))
        assert mention.first <= mention.name < mention.name_end <= mention.end
