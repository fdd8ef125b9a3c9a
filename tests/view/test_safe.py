"""Hostile text is made safe, and stays what it is."""

from __future__ import annotations

import html
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cortege.view.safe import element, escape, one_line, shown, visible

HARD = st.text(st.one_of(st.sampled_from("<>&\"';#\r\0\x1b\u202e"), st.characters()))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x9b2J", "⟨U+009B⟩2J"),
        ("a\x07\x08\x7f", "a␇␈␡"),
        ("over\u202etxt", "over⟨U+202E⟩txt"),
        ("a\rb\u2028c", "a␍b⟨U+2028⟩c"),
        ("tag\U000e0041", "tag⟨U+E0041⟩"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("می\u200cخواهم \u200f(۵)", "می\u200cخواهم \u200f(۵)"),
    ],
)
def test_visible_shows_what_would_drive_a_terminal(text: str, seen: str) -> None:
    """Controls become signs; newlines, joiners and implicit marks stay."""
    assert visible(text) == seen


@given(st.text(st.characters(codec=None)))
def test_nothing_visible_drives_a_terminal(text: str) -> None:
    """No control character, surrogate or turning mark is left, and nothing else changes."""
    seen = visible(text)
    assert {unicodedata.category(c) for c in seen if c not in "\n\t"} & {"Cc", "Cs"} == set()
    assert not set(seen) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert "\n" not in one_line(text)


@given(HARD)
def test_escape_is_undone_by_a_browser(text: str) -> None:
    """Escaped text holds no markup and reads back as the text."""
    written = escape(text)
    assert not set(written) & set("<>\"'")
    assert html.unescape(written) == text.replace("\0", "\ufffd")


@given(HARD)
def test_shown_keeps_every_character(text: str) -> None:
    """Fencing in controls adds elements and no text."""
    written = shown(text)
    parts = written.split('<span class="control"')
    plain = parts[0] + "".join(
        part.partition(">")[2].replace("</span>", "", 1) for part in parts[1:]
    )
    assert html.unescape(plain) == text.replace("\0", "\ufffd")


def test_element_leaves_out_what_is_empty() -> None:
    """An attribute without a value leaves no trace, and a hostile one cannot close itself."""
    assert element("p", escape("<b>"), class_="", id="x") == '<p id="x">&lt;b&gt;</p>'
    assert element("i", title='"><script>') == '<i title="&quot;&gt;&lt;script&gt;"></i>'
