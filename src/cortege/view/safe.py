"""Turns text that nobody vouches for into text that is safe to show.

A report may hold anything: tags, escape sequences that drive a terminal, controls that turn the
direction of writing. For the terminal, control characters become visible signs. For the page,
`Html` is a type of its own that only this module makes, so the type checker finds every text
that was not escaped. Nothing is dropped: what cannot be shown is shown as its code.
"""

from __future__ import annotations

import re
from typing import Final, NewType

Html = NewType("Html", str)

# Embeddings, overrides and isolates reorder what stands around them; the separators U+2028 and
# U+2029 break lines where none is seen. The implicit marks U+200E, U+200F and U+061C only
# inform the direction of one character, and Arabic and Hebrew texts need them: they stay.
_TURNING: Final = "\u202a-\u202e\u2066-\u2069"
_UNSEEN: Final = re.compile(
    f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029{_TURNING}\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
_UNSHOWN_ON_PAGE: Final = re.compile(
    f"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_TURNING}\U000e0000-\U000e007f]"
)
_ESCAPED: Final = {
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
    ord('"'): "&quot;",
    ord("'"): "&#39;",
    ord("\r"): "&#13;",  # a raw one would be read back as a newline
    0: "\ufffd",  # no HTML document can hold these two
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}
_VOID: Final = {"meta", "br", "hr"}
_FIRST_PICTURE: Final = 0x2400  # ␀, the picture of U+0000; those of the others follow
_DELETE: Final = 0x7F


def visible(text: str) -> str:
    r"""Replace every character that could drive a terminal by a sign that shows it.

    >>> visible("\x1b[2J")
    '␛[2J'
    """
    return _UNSEEN.sub(lambda found: _sign(ord(found[0])), text)


def one_line(text: str) -> str:
    """Make text visible and join its lines, for a cell or a heading."""
    return visible(" ".join(text.split()) if "\n" in text or "\t" in text else text)


def _sign(point: int) -> str:
    if point < ord(" "):
        return chr(_FIRST_PICTURE + point)
    return "\u2421" if point == _DELETE else f"⟨U+{point:04X}⟩"


def escape(text: str) -> Html:
    """Escape text so that it can stand in an element or in a quoted attribute."""
    return Html(text.translate(_ESCAPED))


def shown(text: str) -> Html:
    """Escape text for an element and fence in what would be unseen or turn the writing.

    The text stays what it is, character for character; a control sits alone in an element that
    isolates it and prints its code by style, so it can neither hide nor reach its neighbours.
    """
    parts: list[Html] = []
    at = 0
    for found in _UNSHOWN_ON_PAGE.finditer(text):
        parts.append(escape(text[at : found.start()]))
        code = f"U+{ord(found[0]):04X}"
        parts.append(element("span", escape(found[0]), class_="control", data_code=code))
        at = found.end()
    return join(*parts, escape(text[at:]))


def join(*parts: Html) -> Html:
    """Set pieces of a page one after the other."""
    return Html("".join(parts))


def element(name: str, *children: Html, **attributes: str) -> Html:
    """Build an element; ``class_`` and ``data_x`` become ``class`` and ``data-x``.

    Attributes without a value are left out, so an absent class or language leaves no trace.

    >>> element("a", escape("<1>"), href="#r1", class_="")
    '<a href="#r1">&lt;1&gt;</a>'
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(visible(text))}"'
        for key, text in attributes.items()
        if text
    )
    if name in _VOID:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{''.join(children)}</{name}>")
